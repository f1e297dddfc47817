# SPDX-License-Identifier: Apache-2.0
"""A complaint that comes by mail is acknowledged without anybody's doing, through a real SMTP server; no machine ever is. Its files can be had."""
import email
import email.policy
import os
import random
import time
import unittest
import urllib.error
import urllib.request

import support
from support import tour

OUR_SERVER = f"mx.{support.OUR_DOMAIN}"
PEOPLE = 60
CYCLES = int(os.environ.get("REDRESS_CYCLES", "20"))
SEED = int(os.environ.get("REDRESS_SEED", str(random.SystemRandom().randrange(1 << 32))))
VOUCHED = f"Authentication-Results: {OUR_SERVER}; spf=pass; dkim=pass header.d=mail.example;\r\n dmarc=pass header.from=mail.example\r\n"
MAIL = (
    "From: Anna Liepa <anna@mail.example>\r\nTo: complaints@dzintara-maja.example\r\nMessage-ID: <{number}@mail.example>\r\nSubject: The lamp is broken\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
    "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe lamp was broken when I opened the box. See the photograph.\r\n"
    "--b\r\nContent-Type: image/png; name=\"lampa.png\"\r\nContent-Disposition: attachment; filename*=UTF-8''spuldz%C4%ABte.png\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n")


class Acknowledgement(support.EndToEnd):
    def prompt(self, sink, *more):
        """A server that acknowledges at once."""
        data = self.folder / "data"
        if not (data / "organisation.toml").exists():
            data.mkdir(exist_ok=True)
            demonstration = support.SOURCE / "adapters" / "app" / "demonstration" / "organisation.toml"
            lines = [f'authserv_id = "{OUR_SERVER}"', 'acknowledge = "automatically"', 'acknowledge_handlers = ["staff-01", "staff-02"]', *more]
            own = demonstration.read_text("utf-8").replace("[mail]\n", "[mail]\n" + "\n".join(lines) + "\n")
            (data / "organisation.toml").write_text(own, "utf-8")
        return self.serve(data, smtp=f"127.0.0.1:{sink.port}")

    def take(self, server, mail):
        server.request("POST", "/api/v1/intake/mail", mail.encode() if isinstance(mail, str) else mail, content_type="message/rfc822", quiet=True)

    def settled(self, server, received):
        def look():
            counts = server.request("GET", "/api/v1/intake?limit=500", quiet=True)
            # The entries are read before the sum is, so the last may be in the sum alone.
            is_whole = len(counts["entries"]) == min(received, 500)
            return counts if counts["waiting"] == 0 and counts["received"] == received and is_whole else None

        return tour.wait_for("the mails to be looked at", look)

    def complaint_of(self, server, number=0):
        reference = self.settled(server, number + 1)["entries"][0]["reference"]
        return server.request("GET", f"/api/v1/complaints/{reference}", quiet=True)

    def acknowledged(self, server):
        return [entry for entry in server.request("GET", "/api/v1/intake?limit=500", quiet=True)["entries"] if entry["acknowledged"]]

    def test_a_mail_is_piped_in_and_its_acknowledgement_goes_out(self):
        sink = self.sink()
        server = self.prompt(sink)

        piped = support.redress("intake", data=server.data, stdin=(VOUCHED + MAIL.format(number=1)).encode())

        self.assertEqual(piped.returncode, 0, piped.stderr.decode())
        tour.wait_for("the acknowledgement", lambda: sink.letters())
        complaint = self.complaint_of(server)
        (envelope, message), = sink.letters()
        letter = email.message_from_bytes(message, policy=email.policy.default)
        self.assertEqual(envelope["to"], ["anna@mail.example"])
        self.assertEqual(envelope["from"], "")
        self.assertEqual(letter["Auto-Submitted"], "auto-replied")
        self.assertIn(complaint["reference"], letter["Subject"])
        text = letter.get_body(("plain",)).get_content()
        self.assertIn("Anna Liepa", text)
        self.assertIn(complaint["handler"]["name"], text)
        self.assertEqual(complaint["stage"], "Acknowledged")
        self.assertEqual(complaint["authentication"], {"spf": "pass", "dkim": "pass", "dmarc": "pass"})
        self.assertEqual([one["with"] for one in complaint["appointments"]], [complaint["handler"]["id"]])
        history = server.request("GET", f"/api/v1/complaints/{complaint['reference']}/history", quiet=True)
        self.assertEqual({event["actor"]["kind"] for event in history["events"]}, {"system"}, "no human hand was in it")
        entry, = self.acknowledged(server)
        self.assertEqual(entry["authentication"]["dmarc"], "pass")

    def test_what_is_not_acknowledged_says_why_and_its_deadline_runs(self):
        sink = self.sink()
        server = self.prompt(sink, "acknowledge_most_an_hour = 2")
        self.take(server, MAIL.format(number=1))
        complaint = self.complaint_of(server)
        self.assertEqual((complaint["stage"], complaint["acknowledgement_withheld"]), ("Received", "sender-not-authenticated"))
        self.assertIn("running", [deadline["state"] for deadline in complaint["deadlines"] if deadline["name"] == "acknowledgement"])

        for number, sender in enumerate(["anna", "anna", "berta", "cilda"], start=2):
            self.take(server, VOUCHED + MAIL.format(number=number).replace("<anna@", f"<{sender}@"))
            self.settled(server, number)

        tour.wait_for("the acknowledgements", lambda: len(sink.letters()) >= 2)
        reasons = [server.request("GET", f"/api/v1/complaints/{entry['reference']}", quiet=True)["acknowledgement_withheld"]
                   for entry in reversed(self.settled(server, 5)["entries"])]
        self.assertEqual(reasons, ["sender-not-authenticated", None, "sender-acknowledged-today", None, "domain-acknowledged-often"])
        self.assertEqual(sorted(envelope["to"][0] for envelope, _ in sink.letters()), ["anna@mail.example", "berta@mail.example"])

    def test_no_machine_is_acknowledged(self):
        machines = ["Auto-Submitted: auto-replied\r\nX-Autoreply: yes\r\n", "List-Id: <news.mail.example>\r\nPrecedence: bulk\r\n",
                    "Return-Path: <>\r\n", "Precedence: auto_reply\r\n"]
        sink = self.sink()
        server = self.prompt(sink)

        for number, marks in enumerate(machines, start=1):
            self.take(server, VOUCHED + marks + MAIL.format(number=number))
        self.take(server, VOUCHED + MAIL.format(number=99))

        self.settled(server, len(machines) + 1)
        tour.wait_for("the acknowledgement of the one person", lambda: sink.letters())
        self.assertEqual(len(self.acknowledged(server)), 1)
        self.assertEqual(len(sink.letters()), 1)

    def test_kill_9_between_filing_and_acknowledging_sends_exactly_one(self):
        print(f"\nREDRESS_SEED={SEED}")
        chance = random.Random(SEED)
        sink = self.sink()
        data = self.folder / "data"
        for folder in ("new", "cur", "tmp"):
            (data / "mail" / "in" / folder).mkdir(parents=True)
        for number in range(PEOPLE):
            raw = VOUCHED + MAIL.format(number=number).replace("<anna@", f"<anna{number}@")
            (data / "mail" / "in" / "new" / f"{number}.mail").write_bytes(raw.encode())

        for _ in range(CYCLES):
            server = self.prompt(sink, "acknowledge_most_an_hour = 1000")
            time.sleep(chance.uniform(0, 0.12))
            server.process.kill()
            server.process.wait()
        server = self.prompt(sink)

        def is_settled():
            # A mail that was on its way from the folder into the journal came twice: that is two deliveries, and one complaint.
            counts = server.request("GET", "/api/v1/intake", quiet=True)
            return counts["waiting"] == 0 and counts["received"] >= PEOPLE and not list((data / "mail" / "in" / "new").iterdir())

        tour.wait_for("the mails to be looked at", is_settled)
        tour.wait_for("all to be acknowledged", lambda: len({envelope["to"][0] for envelope, _ in sink.letters()}) == PEOPLE)
        messages = {(envelope["to"][0], message) for envelope, message in sink.letters()}
        self.assertEqual(len(messages), PEOPLE, "a copy of an acknowledgement is the same to the byte")
        self.assertEqual(len(self.acknowledged(server)), PEOPLE)
        for entry in self.acknowledged(server):
            complaint = server.request("GET", f"/api/v1/complaints/{entry['reference']}", quiet=True)
            self.assertEqual([letter["kind"] for letter in complaint["letters"]], ["acknowledgement"])
            self.assertEqual(len(complaint["appointments"]), 1)
        server.stop()
        self.assertEqual(support.redress("verify", data=data).returncode, 0)

    def test_no_returned_mail_is_ever_acknowledged(self):
        mails = [path.read_bytes() for path in support.corpus("bounce-sisimai") if "not" not in path.parts[-2:-1]]
        sink = self.sink()
        server = self.prompt(sink)

        for raw in mails:
            self.take(server, raw)

        counts = self.settled(server, len(mails))
        self.assertEqual(self.acknowledged(server), [])
        self.assertGreaterEqual(counts["quarantined"], 0.97 * len(mails))
        self.assertEqual(sink.letters(), [])

    def fetch(self, server, address):
        request = urllib.request.Request(server.address + address, headers={"Authorization": f"Bearer {server.token}"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.headers, answer.read()

    def test_the_files_of_a_complaint_can_be_had_and_run_nowhere(self):
        server = self.serve()
        self.take(server, MAIL.format(number=1))
        complaint = self.complaint_of(server)

        listed = server.request("GET", f"/api/v1/complaints/{complaint['reference']}/files", quiet=True)
        (file,) = listed["files"]
        headers, content = self.fetch(server, file["links"]["self"])

        self.assertEqual((file["name"], file["type"], file["size"]), ("spuldzīte.png", "image/png", 8))
        self.assertEqual(content, b"\x89PNG\r\n\x1a\n")
        self.assertEqual(headers["Content-Disposition"], "attachment; filename=\"spuldz__te.png\"; filename*=UTF-8''spuldz%C4%ABte.png")
        self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
        self.assertIn("sandbox", headers["Content-Security-Policy"])
        with self.assertRaises(urllib.error.HTTPError) as missing:
            self.fetch(server, file["links"]["self"][:-1] + "2")
        self.assertEqual(missing.exception.code, 404)
        missing.exception.close()


if __name__ == "__main__":
    unittest.main()
