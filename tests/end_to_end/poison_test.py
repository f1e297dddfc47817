# SPDX-License-Identifier: Apache-2.0
"""Mails come in, one poison mail in each hundred, and kill -9 again and again: all others are filed, none is lost, none is there twice, and whoever hands mail in
never waits for whoever reads it.

The seed is printed; REDRESS_SEED repeats a run. REDRESS_MAILS=10000 is the whole of it, and takes its time; REDRESS_KILLS is how often the server is killed."""
import contextlib
import http.client
import json
import os
import queue
import random
import signal
import threading
import time
import unittest

import poison
import support
from support import tour

MAILS = int(os.environ.get("REDRESS_MAILS", "1000"))
KILLS = int(os.environ.get("REDRESS_KILLS", "50"))
SEED = int(os.environ.get("REDRESS_SEED", str(random.SystemRandom().randrange(1 << 32))))
EACH = 100  # one poison mail in so many
SENDERS = 4
PATIENCE_SECONDS = 1800


def number_is_poison(number):
    return number % EACH == EACH // 2


def mail_of(number):
    return poison.poison(number, number // EACH) if number_is_poison(number) else poison.ordinary(number)


class Sender(threading.Thread):
    """Hands mails in as a mail server does: until it has a yes it sends the same bytes again."""

    def __init__(self, test, numbers):
        super().__init__(daemon=True)
        self.test = test
        self.numbers = numbers

    def run(self):
        connection = None
        while True:
            try:
                number = self.numbers.get_nowait()
            except queue.Empty:
                return
            raw = mail_of(number)
            while True:
                try:
                    connection = connection or http.client.HTTPConnection(self.test.host, timeout=60)
                    self.hand_in(connection, number, raw)
                    break
                except (OSError, http.client.HTTPException):
                    connection = None
                    time.sleep(0.01)  # the server is being started again

    def hand_in(self, connection, number, raw):
        begun = time.monotonic()
        connection.request("POST", "/api/v1/intake/mail?inlet=test", raw,
                           {"Authorization": f"Bearer {self.test.token}", "Content-Type": "message/rfc822"})
        reply = connection.getresponse()
        body = reply.read()
        if reply.status != 202:
            raise AssertionError(f"mail {number}: {reply.status} {body}")
        self.test.was_accepted(number, body, time.monotonic() - begun)


class Poison(support.EndToEnd):
    def setUp(self):
        super().setUp()
        self.accepted = {}  # number of the mail: identifiers of its deliveries
        self.longest = 0.0
        self.lock = threading.Lock()
        self.host = self.token = ""

    def was_accepted(self, number, body, seconds):
        with self.lock:
            self.accepted.setdefault(number, []).append(json.loads(body)["id"])
            self.longest = max(self.longest, seconds)

    def begin(self, data):
        server = self.serve(data)
        self.host, self.token = server.address.removeprefix("http://"), server.token
        return server

    def test_all_others_are_filed_and_nothing_is_lost_over_kill_9(self):
        print(f"\nREDRESS_SEED={SEED}, {MAILS} mails, {KILLS} kills")
        chance = random.Random(SEED)
        data = self.folder / "data"
        server = self.begin(data)
        numbers = queue.Queue()
        for number in range(MAILS):
            numbers.put(number)
        senders = [Sender(self, numbers) for _ in range(SENDERS)]
        begun = time.monotonic()
        for sender in senders:
            sender.start()
        for kill in range(1, KILLS + 1):
            self.let_come_in(senders, kill * MAILS * 9 // 10 // KILLS)
            time.sleep(chance.uniform(0, 0.2))
            server.process.kill()
            server.process.wait()
            server = self.begin(data)
        for sender in senders:
            sender.join()
        came_in = time.monotonic() - begun
        counts = self.wait_until_filed(server)
        print(f"all came in after {came_in:.1f} s, the longest wait for a yes was {self.longest:.3f} s; all was filed after {time.monotonic() - begun:.1f} s")
        self.check(server, counts)

    def let_come_in(self, senders, some):
        """Until so many are accepted, or all of them."""
        while len(self.accepted) < some and any(sender.is_alive() for sender in senders):
            time.sleep(0.002)

    def wait_until_filed(self, server):
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            counts = server.request("GET", "/api/v1/intake?limit=1", quiet=True)
            self.assertEqual(counts["received"], counts["filed"] + counts["quarantined"] + counts["waiting"])
            if counts["waiting"] == 0:
                return counts
            time.sleep(0.1)
        return self.fail("mail still waits")

    def check(self, server, counts):
        print(f"{counts['received']} received = {counts['filed']} filed + {counts['quarantined']} quarantined")
        entries = self.all_entries(server)
        self.assertEqual(len(entries), counts["received"])
        self.assertEqual(len(self.accepted), MAILS)
        complaints = {}
        for number in range(MAILS):
            became = [entries[delivery] for delivery in self.accepted[number]]
            self.check_one(number, became, complaints)
        shown = self.all_complaints(server)
        self.assertEqual(shown, set(complaints), "a mail is one complaint, however often it was sent")
        server.stop()
        verified = support.redress("verify", data=server.data)
        print(verified.stdout.decode().strip())
        self.assertEqual(verified.returncode, 0, verified.stderr.decode())

    def check_one(self, number, became, complaints):
        states = {entry["state"] for entry in became}
        if number_is_poison(number) and poison.KINDS[number // EACH % len(poison.KINDS)] in poison.NEVER_FILED:
            self.assertEqual(states, {"quarantined"}, f"poison mail {number}")
            self.assertTrue(all(entry["reason"] for entry in became))
            return
        if not number_is_poison(number):
            self.assertEqual(states, {"filed"}, f"mail {number}: {became}")
        references = {entry["reference"] for entry in became if entry["state"] == "filed"}
        for reference in references:
            self.assertNotIn(reference, complaints, f"mails {number} and {complaints.get(reference)} are one complaint")
            complaints[reference] = number
        self.assertLessEqual(len(references), 1, f"mail {number} is there twice")

    @staticmethod
    def all_entries(server):
        entries, after = {}, ""
        while after is not None:
            page = server.request("GET", f"/api/v1/intake?limit=500&after={after}", quiet=True)
            entries.update({entry["id"]: entry for entry in page["entries"]})
            after = page["next"]
        return entries

    @staticmethod
    def all_complaints(server):
        found, after = set(), ""
        while after is not None:
            page = server.request("GET", f"/api/v1/complaints?limit=200&after={after}", quiet=True)
            found.update(complaint["reference"] for complaint in page["complaints"])
            after = page["next"]
        return found

    def test_mail_is_taken_and_filed_while_readers_stand_still(self):
        server = self.begin(self.folder / "data")
        first = self.hand_in(server, poison.ordinary(0))
        tour.wait_for("the first to be filed", lambda: self.state(server, first) == "filed")

        readers = self.readers_of(server)
        for reader in readers:
            os.kill(reader, signal.SIGSTOP)
        mails = [self.hand_in(server, poison.ordinary(number)) for number in range(1, 51)]
        tour.wait_for("those to be filed that were given to other readers", lambda: len(self.waiting(server, mails)) <= len(readers))
        held_up = self.waiting(server, mails)
        for reader in readers:
            os.kill(reader, signal.SIGCONT)

        self.assertGreaterEqual(len(held_up), 1)
        tour.wait_for("the rest to be filed", lambda: not self.waiting(server, mails))
        self.assertEqual({self.state(server, mail) for mail in mails}, {"filed"})

    @staticmethod
    def readers_of(server):
        """The processes that read mail: children of the server."""
        def parent(process):
            with contextlib.suppress(OSError), open(f"/proc/{process}/stat", encoding="utf-8") as stat:
                return int(stat.read().rpartition(")")[2].split()[1])
            return 0

        return [int(process) for process in os.listdir("/proc") if process.isdigit() and parent(process) == server.process.pid]

    def waiting(self, server, mails):
        return [mail for mail in mails if self.state(server, mail) == "waiting"]

    @staticmethod
    def hand_in(server, raw):
        return server.request("POST", "/api/v1/intake/mail?inlet=test", raw, "message/rfc822", quiet=True)["id"]

    @staticmethod
    def state(server, delivery):
        """From the list: looking at one mail by itself would have it read again."""
        page = server.request("GET", "/api/v1/intake?limit=500", quiet=True)
        return {entry["id"]: entry["state"] for entry in page["entries"]}.get(delivery, "waiting")


if __name__ == "__main__":
    unittest.main()
