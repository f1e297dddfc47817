# SPDX-License-Identifier: Apache-2.0
"""Raw requests to the real server: no two programs in a row can be made to see different requests (RFC 9112, request smuggling)."""
import contextlib
import pathlib
import re
import shutil
import socket
import tempfile
import time
import unittest
import urllib.request

import framing_requests as requests
import support
from support import tour

PATIENCE_SECONDS = 60
QUICK = "[http]\nheader_seconds = 1\nbody_seconds = 2\nslow_body_seconds = 1\nidle_seconds = 1\n"


def place_of(server):
    host, port = server.address.removeprefix("http://").split(":")
    return host, int(port)


class Wire:
    """One connection, byte for byte."""

    def __init__(self, server):
        self.token = server.token.encode()
        self.socket = socket.create_connection(place_of(server), timeout=PATIENCE_SECONDS)
        self.received = b""

    def send(self, data):
        with contextlib.suppress(ConnectionError):  # the server may have had enough before we have said all
            self.socket.sendall(data.replace(b"TOKEN", self.token))

    def finish_sending(self):
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_WR)

    def receive(self):
        """Some more bytes; false when the server has closed."""
        try:
            some = self.socket.recv(65536)
        except ConnectionResetError:
            return False
        self.received += some
        return bool(some)

    def until_closed(self):
        while self.receive():
            continue
        return self.received

    def until(self, count):
        """Until so many answers have begun and the last has ended."""
        while len(statuses(self.received)) < count or not self.received.endswith((b"\n", b"}")):
            if not self.receive():
                break
        return self.received

    def close(self):
        self.socket.close()


def statuses(received):
    """Of all answers but invitations to send the body. An answer of ours never holds what looks like the beginning of one."""
    return [int(status) for status in re.findall(rb"HTTP/1\.1 (\d{3})", received) if status != b"100"]


class Served(unittest.TestCase):
    """One server for all requests of a class."""

    settings = ""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="redress-test-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.server = tour.Server(support.PROGRAM, cls.folder, None, cls.settings)
        cls.addClassCleanup(support.EndToEnd.end, cls.server)

    def wire(self):
        wire = Wire(self.server)
        self.addCleanup(wire.close)
        return wire

    def answers_to(self, route):
        """How often the server counted an answer of that route."""
        with urllib.request.urlopen(self.server.address + "/metrics", timeout=PATIENCE_SECONDS) as figures:
            counted = re.findall(rf'redress_http_requests_total{{method="[A-Z]+",route="{route}",status="\d+"}} (\d+)', figures.read().decode())
        return sum(map(int, counted))


class RefusedRequests(Served):
    def refuse(self, expected, data):
        wire = self.wire()
        before = self.answers_to("/readyz")
        wire.send(data + requests.SECOND)
        received = wire.until_closed()
        self.assertEqual(statuses(received), [expected], received)
        self.assertIn(b"\r\nConnection: close\r\n", received)
        self.assertEqual(self.answers_to("/readyz"), before, "the second request was taken for one of its own")


class AcceptedRequests(Served):
    def accept(self, expected, data):
        wire = self.wire()
        before = self.answers_to("/readyz")
        wire.send(data + requests.SECOND)
        received = wire.until(2)
        self.assertEqual(statuses(received), [expected, 200], received)
        self.assertEqual(self.answers_to("/readyz"), before + 1)

    def test_a_request_that_comes_byte_by_byte(self):
        wire = self.wire()
        for byte in requests.chunked(requests.in_chunks(3, b";a=b", b"0\r\nX: y\r\n\r\n")).replace(b"TOKEN", wire.token) + requests.SECOND:
            wire.send(bytes([byte]))
        self.assertEqual(statuses(wire.until(2)), [201, 200], wire.received)

    def test_a_body_that_waits_to_be_asked_for(self):
        wire = self.wire()
        head, body = requests.whole("Expect: 100-continue\r\n").split(b"\r\n\r\n", 1)
        wire.send(head + b"\r\n\r\n")
        while b"\r\n\r\n" not in wire.received and wire.receive():
            continue
        self.assertTrue(wire.received.startswith(b"HTTP/1.1 100 "), wire.received)
        wire.send(body + requests.SECOND)
        self.assertEqual(statuses(wire.until(2)), [201, 200], wire.received)

    def test_twenty_requests_at_once_are_answered_in_order(self):
        wire = self.wire()
        wire.send(requests.get() * 10 + requests.SECOND * 10)
        received = wire.until(20)
        self.assertEqual(re.findall(rb"(alive|ready)\n", received), [b"alive"] * 10 + [b"ready"] * 10)

    def test_a_request_that_wants_to_be_the_last_is_the_last(self):
        wire = self.wire()
        wire.send(requests.get("Connection: close\r\n") + requests.SECOND)
        self.assertEqual(statuses(wire.until_closed()), [200])


class RequestsCutShort(Served):
    def cut_short(self, data):
        wire = self.wire()
        wire.send(data)
        wire.finish_sending()
        received = wire.until_closed()
        self.assertEqual(statuses(received), [400], received)
        self.assertIn(b"\r\nConnection: close\r\n", received)


class SlowRequests(Served):
    settings = QUICK

    def slow(self, begun, pace, expected=(408,)):
        """Sends a byte now and then, which must not begin any deadline anew."""
        wire = self.wire()
        wire.send(begun)
        wire.socket.settimeout(0.2)
        end = time.monotonic() + PATIENCE_SECONDS
        closed = False
        while not closed and time.monotonic() < end:
            try:
                closed = not wire.receive()
            except TimeoutError:
                wire.send(pace)
        self.assertTrue(closed, "the server waits without end")
        self.assertEqual(statuses(wire.received), list(expected), wire.received)

    def test_a_slow_request_line(self):
        self.slow(b"GET /", b"a")

    def test_a_slow_header(self):
        self.slow(b"GET /healthz HTTP/1.1\r\nHost: x\r\nA: ", b"b")

    def test_a_header_that_stops(self):
        self.slow(b"GET /healthz HTTP/1.1\r\nHost: x\r\n", b"")

    def test_a_slow_body(self):
        self.slow(requests.post("Content-Length: 5000\r\n"), b" ")

    def test_a_body_that_stops(self):
        self.slow(requests.post("Content-Length: 5000\r\n", b"{"), b"")

    def test_slow_chunks(self):
        self.slow(requests.chunked(b""), b"1\r\n \r\n")

    def test_a_slow_size_of_a_chunk(self):
        self.slow(requests.chunked(b""), b"0")

    def test_a_slow_trailer(self):
        self.slow(requests.chunked(b"1\r\n \r\n0\r\nX: "), b"a")

    def test_a_body_that_is_not_sent_though_asked_for(self):
        wire = self.wire()
        wire.send(requests.whole("Expect: 100-continue\r\n").split(b"\r\n\r\n", 1)[0] + b"\r\n\r\n")
        self.assertEqual(statuses(wire.until_closed()), [408], wire.received)

    def test_whoever_asks_nothing_is_told_nothing(self):
        self.assertEqual(self.wire().until_closed(), b"")

    def test_a_kept_connection_ends_in_silence(self):
        wire = self.wire()
        wire.send(requests.get())
        self.assertEqual(statuses(wire.until_closed()), [200])


def named(name):
    return "test_" + re.sub(r"\W+", "_", name).lower().strip("_")


for table, base, how in ((requests.REFUSED, RefusedRequests, "refuse"), (requests.ACCEPTED, AcceptedRequests, "accept")):
    for title, (wanted, sent) in table.items():
        setattr(base, named(title), lambda self, how=how, wanted=wanted, sent=sent: getattr(self, how)(wanted, sent))
for title, sent in requests.CUT_SHORT.items():
    setattr(RequestsCutShort, named(title), lambda self, sent=sent: self.cut_short(sent))


class TheRequests(unittest.TestCase):
    def test_there_are_at_least_sixty_to_refuse_and_fifteen_to_accept_each_by_a_name_of_its_own(self):
        for table, least in ((requests.REFUSED, 60), (requests.ACCEPTED, 15)):
            self.assertGreaterEqual(len({named(title) for title in table}), least)
            self.assertEqual(len({named(title) for title in table}), len(table))


if __name__ == "__main__":
    unittest.main()
