# SPDX-License-Identifier: Apache-2.0
"""A thousand clients who take their time, and five hundred who only listen: everybody else is answered, and none of them costs a thread or much memory.

What it takes is printed, and measured by ./dev bench guard; here is only counted."""
import contextlib
import json
import resource
import selectors
import socket
import statistics
import threading
import time
import urllib.request

import framing_test

SLOW_CLIENTS = 1000
LISTENERS = 500
ORDINARY_REQUESTS = 300
MOST_GROWTH_KB = 100 * 1024
TRICKLE_SECONDS = 0.5

SLOW_HEADER = b"GET /healthz HTTP/1.1\r\nHost: x\r\nA: "
SLOW_BODY = b"POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 16000\r\n\r\n"
SLOW_READING = b"GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n" * 40


def allow_many_descriptors():
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def status_of(process):
    with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
        return {key: value.strip() for key, _, value in (line.partition(":") for line in status)}


def threads_of(process):
    return int(status_of(process)["Threads"])


def resident_kb(process):
    return int(status_of(process)["VmRSS"].split()[0])


class Crowd:
    """Connections that begin something and go on with it a byte at a time; whoever is cut off comes back."""

    def __init__(self, server, beginnings):
        self.place = framing_test.place_of(server)
        self.beginnings = beginnings
        self.sockets = {}
        self.returned = 0
        self.stopping = threading.Event()
        for number in range(len(beginnings)):
            self.sockets[self.begin(number)] = number
        self.thread = threading.Thread(target=self.trickle)
        self.thread.start()

    def begin(self, number):
        slow = socket.socket()
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        slow.settimeout(framing_test.PATIENCE_SECONDS)
        slow.connect(self.place)
        slow.sendall(self.beginnings[number])
        slow.setblocking(False)
        return slow

    def trickle(self):
        while not self.stopping.wait(TRICKLE_SECONDS):
            for slow, number in list(self.sockets.items()):
                if self.goes_on(slow, number):
                    continue
                slow.close()
                del self.sockets[slow]
                self.sockets[self.begin(number)] = number
                self.returned += 1

    def goes_on(self, slow, number):
        try:
            if self.beginnings[number] is not SLOW_READING:
                slow.send(b"a")
                slow.recv(4096)  # whatever comes now is a refusal, or the end
                return False
            return slow.recv(1) != b""
        except BlockingIOError:
            return True
        except OSError:
            return False

    def stop(self):
        self.stopping.set()
        self.thread.join()
        for slow in self.sockets:
            slow.close()


class ManyClients(framing_test.Served):
    @classmethod
    def setUpClass(cls):
        allow_many_descriptors()
        super().setUpClass()

    def crowd(self, *beginnings):
        crowd = Crowd(self.server, [beginnings[number % len(beginnings)] for number in range(SLOW_CLIENTS)])
        self.addCleanup(crowd.stop)
        return crowd

    def ask(self, target="/api/v1/complaints?limit=50"):
        """A connection of its own; the seconds it took."""
        begun = time.monotonic()
        request = urllib.request.Request(self.server.address + target, headers={"Authorization": f"Bearer {self.server.token}"})
        with urllib.request.urlopen(request, timeout=framing_test.PATIENCE_SECONDS) as answer:
            self.assertEqual(answer.status, 200)
            answer.read()
        return time.monotonic() - begun

    def ordinary_requests(self, what):
        took = sorted(self.ask() for _ in range(ORDINARY_REQUESTS))
        print(f"\n{what}: p50 {statistics.median(took) * 1000:.1f} ms, p99 {took[len(took) * 99 // 100] * 1000:.1f} ms of {len(took)} requests", flush=True)


class SlowClients(ManyClients):
    def check(self, *beginnings):
        for _ in range(20):
            self.ask("/api/v1/openapi.json")
        threads, before = threads_of(self.server.process), resident_kb(self.server.process)
        crowd = self.crowd(*beginnings)
        self.ordinary_requests(f"{SLOW_CLIENTS} slow clients")
        self.assertEqual(len(crowd.sockets), SLOW_CLIENTS)
        self.assertEqual(threads_of(self.server.process), threads)
        growth = resident_kb(self.server.process) - before
        print(f"{growth / 1024:.1f} MB more, {threads} threads, {crowd.returned} came back", flush=True)
        self.assertLess(growth, MOST_GROWTH_KB)

    def test_a_thousand_slow_headers_hold_up_nobody(self):
        self.check(SLOW_HEADER)

    def test_a_thousand_slow_bodies_hold_up_nobody(self):
        self.check(SLOW_BODY)

    def test_a_thousand_slow_readers_hold_up_nobody(self):
        self.check(SLOW_READING)

    def test_a_thousand_of_all_kinds_hold_up_nobody(self):
        self.check(SLOW_HEADER, SLOW_BODY, SLOW_READING)


class AFullHouse(ManyClients):
    """More slow clients than there may be connections: whoever kept the server waiting longest makes room."""

    settings = "[http]\nconnections_most = 100\nheader_seconds = 600\n"

    def test_there_is_room_for_whoever_knows_what_they_want(self):
        self.crowd(SLOW_HEADER)
        end = time.monotonic() + framing_test.PATIENCE_SECONDS
        answered = 0
        while answered < ORDINARY_REQUESTS and time.monotonic() < end:
            with contextlib.suppress(OSError):  # nobody has to go before having kept the server waiting for a second
                self.ask()
                answered += 1
        self.assertEqual(answered, ORDINARY_REQUESTS)


class Listeners(ManyClients):
    def listen(self):
        listener = socket.create_connection(framing_test.place_of(self.server), timeout=framing_test.PATIENCE_SECONDS)
        self.addCleanup(listener.close)
        listener.sendall(f"GET /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {self.server.token}\r\n\r\n".encode())
        return listener

    def hear(self, listeners, words):
        """Until each of them has heard one of the words."""
        heard = {listener: b"" for listener in listeners}
        waiting = set(listeners)
        end = time.monotonic() + framing_test.PATIENCE_SECONDS
        with selectors.DefaultSelector() as selector:
            for listener in listeners:
                selector.register(listener, selectors.EVENT_READ)
            while waiting and time.monotonic() < end:
                for key, _ in selector.select(1):
                    heard[key.fileobj] += key.fileobj.recv(65536)
                    if words in heard[key.fileobj]:
                        waiting.discard(key.fileobj)
        self.assertFalse(waiting, f"{len(waiting)} of {len(listeners)} heard nothing")

    def test_five_hundred_listeners_cost_no_thread_and_hear_of_everything(self):
        self.ask()
        threads, before = threads_of(self.server.process), resident_kb(self.server.process)
        listeners = [self.listen() for _ in range(LISTENERS)]
        self.hear(listeners, b": listening\n\n")
        self.assertEqual(threads_of(self.server.process), threads)
        complaint = {"channel": "email", "language": "en", "complainant": {"name": "Anna"}, "narrative": "It came late."}
        reference = self.server.request("POST", "/api/v1/complaints", complaint, quiet=True)["reference"]
        self.hear(listeners, json.dumps(reference).encode())
        self.ordinary_requests(f"{LISTENERS} listeners")
        growth = resident_kb(self.server.process) - before
        print(f"{growth / 1024:.1f} MB more, {threads} threads", flush=True)
        self.assertLess(growth, MOST_GROWTH_KB)


if __name__ == "__main__":
    framing_test.unittest.main()
