# SPDX-License-Identifier: Apache-2.0
"""kill -9 at random moments under load. What was answered is there, what was queued is delivered, nothing is there twice, and verify finds nothing.

The seed is printed; REDRESS_SEED repeats a run, REDRESS_CYCLES makes it longer."""
import http.client
import json
import os
import random
import threading
import time
import unittest

import support
from support import tour

CYCLES = int(os.environ.get("REDRESS_CYCLES", "200"))
SEED = int(os.environ.get("REDRESS_SEED", str(random.SystemRandom().randrange(1 << 32))))
CLIENTS = 4


class Client(threading.Thread):
    """Gives commands one after the other and remembers every answer, until the server is gone."""

    def __init__(self, server, number, seen):
        super().__init__(daemon=True)
        self.server = server
        self.number = number
        self.seen = seen
        self.random = random.Random(SEED * 1000 + number)

    def run(self):
        try:
            host = self.server.address.removeprefix("http://")
            connection = http.client.HTTPConnection(host, timeout=20)
            while True:
                self.one_complaint(connection)
        except (OSError, http.client.HTTPException):
            return  # killed: an answer that did not come is unknown, and may or may not have happened

    def post(self, connection, target, body, key):
        connection.request("POST", target, json.dumps(body),
                           {"Authorization": f"Bearer {self.server.token}", "Content-Type": "application/json", "Idempotency-Key": key})
        reply = connection.getresponse()
        answer = json.loads(reply.read())
        if reply.status not in (200, 201):
            raise AssertionError(f"{target}: {reply.status} {answer}")
        return answer

    def one_complaint(self, connection):
        key = f"{self.number}-{self.random.randrange(1 << 60)}"
        complaint = {"channel": "email", "language": "lv", "narrative": f"nav piegādāts {key}",
                     "complainant": {"name": "Anna Liepa", "email": "anna@example.org", "phone": "", "postal_address": [], "salutation": ""}}
        answer = self.post(connection, "/api/v1/complaints", complaint, key)
        self.seen.append((answer["reference"], answer["version"], key, complaint))
        for step in range(self.random.randrange(1, 5)):
            note = {"text": f"{key} {step}"}
            answer = self.post(connection, f"/api/v1/complaints/{answer['reference']}/commands/add-note", note, f"{key}-{step}")
            self.seen.append((answer["reference"], answer["version"], None, None))
        if self.random.random() < 0.3:
            self.acknowledge(connection, answer["reference"], key)

    def acknowledge(self, connection, reference, key):
        """Queues a letter. The appointment is on a day with enough working days around it."""
        for ahead in range(1, 15):
            day = time.strftime("%Y-%m-%d", time.gmtime(time.time() + ahead * 86400))
            connection.request("POST", f"/api/v1/complaints/{reference}/commands/acknowledge",
                               json.dumps({"handler": "staff-01", "appointment": {"kind": "call", "at": f"{day}T09:30:00Z"}}),
                               {"Authorization": f"Bearer {self.server.token}", "Content-Type": "application/json",
                                "Idempotency-Key": f"{key}-ack-{ahead}"})
            reply = connection.getresponse()
            answer = json.loads(reply.read())
            if reply.status == 200:
                self.seen.append((reference, answer["version"], None, None))
                return


class Crash(support.EndToEnd):
    def test_nothing_answered_is_lost_over_kill_9(self):
        print(f"\nREDRESS_SEED={SEED}, {CYCLES} cycles")
        chance = random.Random(SEED)
        seen = []
        data = self.folder / "data"
        for _ in range(CYCLES):
            server = self.serve(data)
            clients = [Client(server, chance.randrange(1 << 30), seen) for _ in range(CLIENTS)]
            for client in clients:
                client.start()
            time.sleep(chance.uniform(0.005, 0.25))
            server.process.kill()
            server.process.wait()
            for client in clients:
                client.join()
        self.check(self.serve(data), seen)

    def check(self, server, seen):
        print(f"{len(seen)} commands were answered")
        self.assertGreater(len(seen), CYCLES)
        newest = {}
        for reference, version, _, _ in seen:
            newest[reference] = max(version, newest.get(reference, 0))
        for reference, version in newest.items():
            known = server.request("GET", f"/api/v1/complaints/{reference}", quiet=True)
            self.assertGreaterEqual(known["version"], version)
        self.check_repetition(server, seen)
        self.check_letters(server)
        server.stop()
        verified = support.redress("verify", data=server.data)
        print(verified.stdout.decode().strip())
        self.assertEqual(verified.returncode, 0, verified.stderr.decode())

    def check_repetition(self, server, seen):
        """A retry with the same key gets the first answer: no complaint is there twice."""
        for reference, _, key, complaint in [one for one in seen if one[2]][-50:]:
            answer = server.request("POST", "/api/v1/complaints", complaint, quiet=True, headers={"Idempotency-Key": key})
            self.assertEqual(answer["reference"], reference)

    def check_letters(self, server):
        def delivered():
            return server.request("GET", "/api/v1/outbox", quiet=True)["waiting"] == 0

        tour.wait_for("the outbox to empty", delivered)
        queued = 0
        after = ""
        while after is not None:
            page = server.request("GET", f"/api/v1/complaints?limit=200&stage=Acknowledged&after={after}", quiet=True)
            queued += len(page["complaints"])
            after = page["next"]
        letters = list((server.data / "mail" / "out" / "new").iterdir())
        print(f"{queued} letters queued, {len(letters)} in the Maildir")
        self.assertEqual(len(letters), queued)


if __name__ == "__main__":
    unittest.main()
