# SPDX-License-Identifier: Apache-2.0
"""Mail comes in: real mails of two collections, hostile ones, huge ones. None is lost, none brings anything down, and received = filed + quarantined."""
import fcntl
import os
import subprocess
import unittest

import support
from support import tour


class Intake(support.EndToEnd):
    def settle(self, server, received):
        def settled():
            counts = server.request("GET", "/api/v1/intake", quiet=True)
            return counts if counts["waiting"] == 0 and counts["received"] >= received else None

        return tour.wait_for("the mails to be filed", settled)

    def take(self, data, mail, inlet="pipe"):
        answer = support.redress("intake", "--inlet", inlet, data=data, stdin=mail)
        self.assertEqual(answer.returncode, 0, answer.stderr)
        self.assertRegex(answer.stdout.decode(), r"^accepted \S+\n$")

    def test_every_mail_of_the_corpora_is_filed_or_quarantined(self):
        mails = support.corpus("mail-stalwart", "mail-mikel")
        server = self.serve()

        for path in mails:
            self.take(server.data, path.read_bytes())

        counts = self.settle(server, len(mails))
        print(f"\n{counts['received']} mails received: {counts['filed']} filed, {counts['quarantined']} quarantined")
        self.assertEqual(counts["received"], len(mails))
        self.assertEqual(counts["filed"] + counts["quarantined"], len(mails))
        self.assertGreater(counts["filed"], len(mails) // 2)
        for entry in counts["entries"]:
            self.assertEqual(entry["state"] == "quarantined", bool(entry.get("reason")))
        server.stop()
        self.assertEqual(support.redress("verify", data=server.data).returncode, 0)

    def test_without_a_server_a_mail_is_taken_in_and_filed_all_the_same(self):
        data = self.folder / "data"

        self.take(data, b"From: Anna <anna@example.org>\nSubject: Late\n\nMy parcel is late.\n")

        shown = support.redress("list", data=data)
        self.assertIn('"stage":"Received"', shown.stdout.decode())

    def test_a_mail_that_cannot_be_kept_now_is_to_be_brought_again(self):
        mail = b"From: Anna <anna@example.org>\nSubject: Late\n\nMy parcel is late.\n"
        in_the_way = self.folder / "file"
        in_the_way.write_text("", "ascii")
        wrong = self.folder / "wrong.toml"
        wrong.write_text("colour = \"red\"\n", "ascii")
        server = self.serve()

        nowhere = support.redress("intake", data=in_the_way / "data", stdin=mail)
        misconfigured = support.redress("intake", data=self.folder / "other", stdin=mail, config=wrong)
        misspelt = support.redress("intake", "--inlet", "Not An Inlet", data=server.data, stdin=mail)

        for answer in (nowhere, misconfigured, misspelt):
            self.assertEqual(answer.returncode, os.EX_TEMPFAIL, answer.stderr)
            self.assertTrue(answer.stderr.startswith(b"redress: "), answer.stderr)
        self.take(server.data, mail)

    def test_a_mail_larger_than_any_is_not_to_be_brought_again(self):
        server = self.serve()

        answer = support.redress("intake", data=server.data, stdin=b"From: a@example.org\n\n" + b"x" * (101 * 1024 * 1024))

        self.assertEqual(answer.returncode, os.EX_DATAERR, answer.stderr)

    def test_a_server_waits_for_a_command_that_has_the_data(self):
        data = self.folder / "data"
        self.take(data, b"From: Anna <anna@example.org>\nSubject: Late\n\nMy parcel is late.\n")
        log = self.folder / "log"
        with (data / "lock").open("r+") as lock, log.open("wb") as into:
            fcntl.flock(lock, fcntl.LOCK_EX)
            server = subprocess.Popen([support.PROGRAM, "--data", str(data), "serve", "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, stderr=into, text=True)
            self.addCleanup(server.stdout.close)
            self.addCleanup(server.wait, 60)
            self.addCleanup(server.terminate)
            tour.wait_for("the server to wait", lambda: "waiting for the command that has the data directory" in log.read_text("utf-8"))

        self.assertIn("Redress listens on", server.stdout.readline())

    def test_hostile_mails_stand_in_quarantine_with_a_reason(self):
        server = self.serve()
        huge = b"From: a@example.org\nSubject: huge\n\n" + b"x" * 76 * 1024 + b"\n"
        hostile = [os.urandom(50_000), b"", b"\0" * 1000, b"no header at all", b"From: a@example.org\nSubject: huge\n\n" + (b"y" * 75 + b"\n") * 400_000]
        self.assertGreater(len(hostile[-1]), 30_000_000)

        for mail in [*hostile[:1], *hostile[2:], huge]:
            self.take(server.data, mail)

        counts = self.settle(server, len(hostile))
        self.assertEqual(counts["quarantined"], len(hostile) - 1)
        self.assertEqual(counts["filed"], 1)
        self.assertTrue(all(entry["reason"] for entry in counts["entries"] if entry["state"] == "quarantined"))

    def test_the_same_mail_twice_is_one_complaint(self):
        server = self.serve()
        mail = b"From: Anna <anna@example.org>\nMessage-ID: <1@example.org>\nSubject: Late\n\nMy parcel is late.\n"

        self.take(server.data, mail)
        self.take(server.data, mail)

        counts = self.settle(server, 2)
        self.assertEqual((counts["received"], counts["filed"]), (2, 2))
        self.assertEqual(len({entry["reference"] for entry in counts["entries"]}), 1)
        self.assertEqual(len(server.request("GET", "/api/v1/complaints", quiet=True)["complaints"]), 1)

    def test_a_mail_put_into_the_maildir_becomes_a_complaint(self):
        server = self.serve()
        new = server.data / "mail" / "in" / "new"
        draft = server.data / "mail" / "in" / "tmp" / "1"
        draft.write_bytes(b"From: Anna <anna@example.org>\nSubject: Late\n\nMy parcel is late.\n")

        draft.rename(new / "1")

        self.assertEqual(self.settle(server, 1)["filed"], 1)
        self.assertEqual(list(new.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
