# SPDX-License-Identifier: Apache-2.0
"""The world fails, and people ask for what cannot be: a clear answer, nothing lost, nothing twice."""
import contextlib
import os
import pathlib
import sqlite3
import subprocess
import unittest

import support
from support import tour

MAIL = b"From: Anna Liepa <anna@example.org>\nSubject: Late\nContent-Type: text/plain; charset=utf-8\n\nMy parcel is late and nobody answers.\n"


class Faults(support.EndToEnd):
    def serve_with(self, text):
        data = self.folder / "data"
        data.mkdir(exist_ok=True)
        config = data / "own.toml"
        config.write_text(text, encoding="utf-8")
        process = subprocess.Popen([support.PROGRAM, "--config", str(config), "--data", str(data), "serve", "--listen", "127.0.0.1:0"],
                                   stdout=subprocess.PIPE, text=True)
        server = tour.Server.__new__(tour.Server)
        server.data, server.process = data, process
        server.address = process.stdout.readline().rsplit(" ", 1)[-1].strip()
        process.stdout.readline()
        server.token = pathlib.Path(process.stdout.readline().split(": ", 1)[1].strip()).read_text(encoding="utf-8").strip()
        self.addCleanup(self.end, server)
        return server

    def smtp(self, port, attempts=100):
        return f'[smtp]\nhost = "127.0.0.1"\nport = {port}\ntls = "none"\n[outbox]\nfirst_retry_seconds = 1\nlongest_retry_seconds = 1\nattempts_most = {attempts}\n'

    def acknowledged(self, server):
        road = tour.Road(server, tour.take_in(server, MAIL))
        road.give("assign-handler", quiet=True, handler="staff-01")
        road.give_on_a_working_day("make-appointment", lambda day: {"kind": "call", "at": f"{day}T09:00:00Z"}, days_ahead=1)
        road.give("acknowledge", quiet=True)
        return road

    def state_of_letter(self, road):
        return road.complaint(quiet=True)["letters"][0]["state"]

    def test_a_server_that_refuses_for_now_gets_the_letter_later_once(self):
        sink = self.sink("--refuse-first", 2)
        road = self.acknowledged(self.serve_with(self.smtp(sink.port)))

        tour.wait_for("the letter", lambda: self.state_of_letter(road) == "Accepted")

        self.assertEqual(len(sink.letters()), 1)

    def dkim(self, domain):
        file = self.folder / "dkim.pem"
        subprocess.run(["openssl", "genrsa", "-out", str(file), "2048"], check=True, capture_output=True)
        return f'[dkim]\ndomain = "{domain}"\nselector = "complaints2026"\nkey_file = "{file}"\n'

    def test_letters_are_signed_when_the_mail_server_does_not(self):
        sink = self.sink("--refuse-first", 1)
        road = self.acknowledged(self.serve_with(self.smtp(sink.port) + self.dkim("dzintara-maja.example")))

        tour.wait_for("the letter", lambda: self.state_of_letter(road) == "Accepted")

        _, letter = sink.letters()[0]
        self.assertTrue(letter.startswith(b"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=dzintara-maja.example; s=complaints2026;"), letter[:300])

    def test_letters_are_not_signed_for_a_domain_that_they_are_not_from(self):
        config = self.folder / "own.toml"
        config.write_text(self.dkim("other.example"), encoding="utf-8")

        answer = support.redress("serve", "--listen", "127.0.0.1:0", data=self.folder / "data", config=config)

        self.assertNotEqual(answer.returncode, 0)
        self.assertIn("[dkim] domain must be the domain that letters are from", answer.stderr.decode())

    def test_a_server_that_refuses_for_good_bounces_the_letter(self):
        sink = self.sink("--reject", "anna@")
        server = self.serve_with(self.smtp(sink.port))
        road = self.acknowledged(server)

        tour.wait_for("the bounce", lambda: self.state_of_letter(road) == "Bounced")

        self.assertEqual(sink.letters(), [])
        self.assertTrue(tour.wait_for("the word to the handler, which waits outside working hours",
                                      lambda: sink.messages() or server.request("GET", "/api/v1/outbox", quiet=True)["waiting"] == 1))

    def test_after_an_ambiguous_end_the_very_same_bytes_are_sent_again(self):
        sink = self.sink("--cut-after-dot", 1)
        road = self.acknowledged(self.serve_with(self.smtp(sink.port)))

        tour.wait_for("the letter", lambda: self.state_of_letter(road) == "Accepted")

        received = [raw for _, raw in sink.letters()]
        self.assertEqual(len(set(received)), 1)

    def test_a_server_that_is_down_loses_nothing(self):
        sink = self.sink()
        port = sink.port
        sink.stop()
        sink.stop = lambda: None
        server = self.serve_with(self.smtp(port))
        road = self.acknowledged(server)
        tour.wait_for("a try", lambda: server.request("GET", "/api/v1/outbox", quiet=True)["waiting"] == 1)
        server.stop()

        second = self.sink()
        server = self.serve_with(self.smtp(second.port))
        road = tour.Road(server, road.reference)
        tour.wait_for("the letter", lambda: self.state_of_letter(road) == "Accepted")

        self.assertEqual(len(second.letters()), 1)

    def test_the_last_try_leaves_an_incident_that_a_person_sees(self):
        sink = self.sink("--refuse-first", 1000)
        server = self.serve_with(self.smtp(sink.port, attempts=2))
        self.acknowledged(server)

        incidents = tour.wait_for("the incident", lambda: server.request("GET", "/api/v1/outbox", quiet=True)["incidents"])

        self.assertIn("451", incidents[0]["last_reply"])
        self.assertNotIn("anna", str(incidents))

    def test_a_full_disk_refuses_clearly_and_heals(self):
        if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(self.folder)], check=False).returncode != 0:
            self.skipTest("a small disk of its own needs root and mount")
        self.addCleanup(subprocess.run, ["umount", "-l", str(self.folder)], check=False)
        server = self.serve()
        road = tour.Road(server, tour.take_in(server, MAIL))
        filler = self.folder / "filler"
        with open(filler, "wb", buffering=0) as file, contextlib.suppress(OSError):
            while file.write(b"\0" * 4096) == 4096:
                continue

        taken = support.redress("intake", data=server.data, stdin=MAIL + b"x" * 100_000)
        with self.assertRaises(tour.Refused) as refused:
            for number in range(200):
                road.give("add-note", quiet=True, text=f"{number} " + "x" * 10_000)
        filler.unlink()

        self.assertEqual(taken.returncode, os.EX_TEMPFAIL)
        self.assertIn(refused.exception.status, (503, 507))
        version = road.complaint(quiet=True)["version"]
        road.give("add-note", quiet=True, text="there is space again")
        self.assertEqual(road.complaint(quiet=True)["version"], version + 1)
        server.stop()
        self.assertEqual(support.redress("verify", data=server.data).returncode, 0)

    def refused(self, server, method, target, body=None, **headers):
        with self.assertRaises(tour.Refused) as refused:
            server.request(method, target, body, quiet=True, headers=headers)
        return refused.exception

    def test_what_cannot_be_is_answered_clearly(self):
        server = self.serve()
        reference = tour.take_in(server, MAIL)
        commands = f"/api/v1/complaints/{reference}/commands"

        self.assertEqual(self.refused(server, "POST", f"{commands}/abolish", {}).status, 404)
        self.assertEqual(self.refused(server, "POST", f"{commands}/close", {"outcome": "resolved", "lesson": "x"}).problem["refusal"], "NotAtThisStage")
        missing = self.refused(server, "POST", f"{commands}/add-note", {})
        self.assertIn("text", str(missing.problem))
        wrong = self.refused(server, "POST", f"{commands}/make-appointment", {"kind": "call", "at": "2026-02-30T10:00:00Z"})
        self.assertIn("at", str(wrong.problem))
        stale = self.refused(server, "POST", f"{commands}/add-note", {"text": "x"}, **{"If-Match": '"1"'})
        self.assertEqual(stale.status, 412)
        self.assertEqual(self.refused(server, "POST", f"{commands}/letter-accepted", {"letter": "letter-1"}).problem["refusal"], "OnlyTheClock")
        self.assertEqual(self.refused(server, "GET", "/api/v1/complaints/R-0000-0000").status, 404)
        self.assertEqual(self.refused(server, "POST", f"{commands}/add-note", b"{", ).status, 400)
        self.assertEqual(self.refused(server, "GET", "/api/v1/complaints", Authorization="Bearer wrong").status, 401)

    def test_one_key_is_one_command(self):
        server = self.serve()
        target = f"/api/v1/complaints/{tour.take_in(server, MAIL)}/commands/add-note"
        key = {"Idempotency-Key": "note-1"}

        first = server.request("POST", target, {"text": "once"}, quiet=True, headers=key)
        again = server.request("POST", target, {"text": "once"}, quiet=True, headers=key)
        other = self.refused(server, "POST", target, {"text": "another"}, **key)

        self.assertEqual(first, again)
        self.assertEqual(other.problem["refusal"], "KeyUsedForAnotherCommand")

    def test_a_second_server_on_the_same_data_is_refused(self):
        server = self.serve()

        second = support.redress("serve", "--listen", "127.0.0.1:0", data=server.data)

        self.assertEqual(second.returncode, 1)
        self.assertIn("another process has the data directory", second.stderr.decode())

    def test_one_flipped_byte_is_found_and_named(self):
        server = self.serve()
        reference = tour.take_in(server, MAIL)
        tour.Road(server, reference).give("add-note", quiet=True, text="true")
        server.stop()
        store = sqlite3.connect(server.data / "store" / "redress.db")
        with store:
            store.execute("UPDATE event SET leaf = replace(leaf, '\"via\":\"api\"', '\"via\":\"apj\"') WHERE leaf LIKE '%note-added%'")
        number = store.execute("SELECT cseq FROM event WHERE leaf LIKE '%note-added%'").fetchone()[0]
        store.close()

        verified = support.redress("verify", data=server.data)

        self.assertEqual(verified.returncode, 1)
        self.assertIn(f"{reference} event {number}", verified.stderr.decode())


if __name__ == "__main__":
    unittest.main()
