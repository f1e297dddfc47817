# SPDX-License-Identifier: Apache-2.0
"""What stands in quarantine is read, released, filed and discarded from the command line, with a name and a reason; and a decision survives kill -9."""
import json
import urllib.request

import support
from support import tour

OUT_OF_OFFICE = b"From: Anna <anna@example.org>\nAuto-Submitted: auto-replied\nSubject: Out of office\n\nI am away. By the way, my parcel is late.\n"
NO_HEADER = b"just some words, %d, and no header at all"


class Quarantine(support.EndToEnd):
    def hand_in(self, server, raw):
        before = server.request("GET", "/api/v1/intake", quiet=True)["quarantined"]
        name = server.request("POST", "/api/v1/intake/mail", raw, "message/rfc822", quiet=True)["id"]
        tour.wait_for("the mail to be put aside", lambda: server.request("GET", "/api/v1/intake", quiet=True)["quarantined"] > before)
        return name

    def quarantine(self, server, *words):
        done = support.redress("quarantine", *words, data=server.data)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def decided(self, server, *words):
        status, out, complaint = self.quarantine(server, *words)
        self.assertEqual(status, 0, complaint)
        return json.loads(out)

    def test_a_person_reads_and_decides(self):
        server = self.serve()
        away = self.hand_in(server, OUT_OF_OFFICE)
        words = [self.hand_in(server, NO_HEADER % number) for number in range(3)]
        listed = self.decided(server, "list")
        self.assertEqual([entry["id"] for entry in listed["entries"]], [*reversed(words), away])

        shown = self.decided(server, "show", away)
        self.assertEqual(shown["reading"]["class"], "auto-reply")
        self.assertIn("my parcel is late", shown["reading"]["text"])
        copy = self.folder / "copy.eml"
        self.assertEqual(self.quarantine(server, "show", away, "--raw", copy)[0], 0)
        self.assertEqual(copy.read_bytes(), OUT_OF_OFFICE)

        released = self.decided(server, "release", away, "--as", "staff-01", "--reason", "She complains all the same.")
        self.assertEqual((released["state"], released["decision"]["verdict"], released["decision"]["by"]), ("filed", "released", "staff-01"))
        complaint = json.dumps(server.request("GET", f"/api/v1/complaints/{released['reference']}", quiet=True))
        self.assertIn("my parcel is late", complaint)
        history = json.dumps(server.request("GET", f"/api/v1/complaints/{released['reference']}/history", quiet=True))
        self.assertIn("She complains all the same.", history)

        filed = self.decided(server, "file", words[0], "--to", released["reference"], "--as", "staff-01", "--reason", "It belongs there.")
        self.assertEqual(filed["reference"], released["reference"])
        discarded = self.decided(server, "discard", words[1], "--as", "staff-01", "--reason", "Nothing in it.")
        self.assertEqual((discarded["state"], discarded["decision"]["reason"]), ("quarantined", "Nothing in it."))
        status, _, why = self.quarantine(server, "release", words[1], "--as", "staff-01", "--reason", "On second thoughts.")
        self.assertEqual(status, 1)
        self.assertIn("first decision stands", why)
        self.assertEqual([entry["id"] for entry in self.decided(server, "list")["entries"]], [words[2]])
        self.check_sums(server)

    def check_sums(self, server):
        with urllib.request.urlopen(server.address + "/metrics", timeout=60) as answer:
            figures = answer.read().decode()
        for line in ("redress_mail_received 4", "redress_mail_filed 2", "redress_mail_quarantined 2", "redress_mail_undecided 1", "redress_mail_waiting 0"):
            self.assertIn(line + "\n", figures)
        verified = support.redress("verify", data=server.data)
        self.assertEqual(verified.returncode, 0, verified.stderr)
        self.assertIn("4 mails received = 2 filed + 2 quarantined + 0 waiting", verified.stdout.decode())

    def test_a_decision_survives_kill_9(self):
        server = self.serve()
        words = self.hand_in(server, NO_HEADER % 1)
        self.decided(server, "discard", words, "--as", "staff-01", "--reason", "Nothing in it.")

        server.process.kill()
        server.process.wait()
        server = self.serve(server.data)

        entry = server.request("GET", "/api/v1/intake?state=quarantined", quiet=True)["entries"][0]
        self.assertEqual((entry["id"], entry["decision"]["by"], entry["decision"]["reason"]), (words, "staff-01", "Nothing in it."))

    def test_verify_finds_a_mail_that_is_gone_and_one_that_was_changed(self):
        server = self.serve()
        gone, changed, unknown = [self.hand_in(server, NO_HEADER % number) for number in range(3)]
        server.stop()
        kept = server.data / "mail" / "journal" / "kept"

        (kept / f"{gone}.eml").unlink()
        (kept / f"{changed}.eml").write_bytes(b"something else")
        (kept / f"{unknown}.eml").rename(kept / "stray.eml")

        verified = support.redress("verify", data=server.data)
        self.assertEqual(verified.returncode, 1)
        found = verified.stderr.decode()
        self.assertIn(f"mail {gone}: its bytes are not in the journal", found)
        self.assertIn(f"mail {changed}: its bytes are not those that came in", found)
        self.assertIn("mail stray: it was put away, and nothing says what became of it", found)


if __name__ == "__main__":
    support.unittest.main()
