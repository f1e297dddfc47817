# SPDX-License-Identifier: Apache-2.0
"""A real Postfix beside us: our letters go out through it under TLS, its mail comes in through a pipe, and its own bounces are known for what they are."""
import email
import email.policy
import json
import smtplib
import subprocess
import unittest

import support
from mail_support import Postfix, WithMailServers, as_servant, give_to, is_readable_to_servant, mail, servant, wait_until
from support import tour

COMPLAINT = mail("anna").replace(b"<annaanna@", b"<anna@")


class PostfixBeside(WithMailServers):
    def postfix(self, **options):
        postfix = Postfix(self.folder / "postfix", self.authority, **options)
        self.addCleanup(postfix.stop)
        return postfix

    def smtp(self, postfix, **more):
        keys = {"host": "localhost", "port": postfix.port, "ca_file": str(self.authority.certificate), **more}
        return "[smtp]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in keys.items()) + "[outbox]\nfirst_retry_seconds = 1\nattempts_most = 3\n"

    def acknowledged(self, server):
        road = tour.Road(server, tour.take_in(server, COMPLAINT))
        road.give("assign-handler", quiet=True, handler="staff-01")
        road.give_on_a_working_day("make-appointment", lambda day: {"kind": "call", "at": f"{day}T09:00:00Z"}, days_ahead=1)
        road.give("acknowledge", quiet=True)
        return road

    def state_of_letter(self, road):
        return road.complaint(quiet=True)["letters"][0]["state"]

    def send(self, postfix, sender, recipient, message):
        with smtplib.SMTP("127.0.0.1", postfix.port, timeout=60) as connection:
            self.assertEqual(connection.sendmail(sender, [recipient], message), {})


class Out(PostfixBeside):
    def test_a_letter_goes_out_under_verified_tls_and_arrives(self):
        postfix = self.postfix(tls="encrypt")
        road = self.acknowledged(self.start(self.smtp(postfix)))

        tour.wait_for("the letter", lambda: self.state_of_letter(road) == "Accepted")

        delivered = wait_until("the delivery", lambda: postfix.delivered_to("anna"))
        self.assertEqual(len(delivered), 1)
        letter = email.message_from_bytes(delivered[0], policy=email.policy.default)
        self.assertEqual(letter["Delivered-To"], "anna@outside.example")
        self.assertIn(road.reference, letter["Subject"])
        self.assertRegex(str(letter["Received"]), r"\(using TLSv1\.[23]")

    def test_a_server_of_another_authority_gets_nothing(self):
        postfix = self.postfix()
        other = type(self.authority)(self.folder / "other")
        server = self.start(self.smtp(postfix, ca_file=str(other.certificate)))
        self.acknowledged(server)

        wait_until("the attempts to be given up", lambda: server.request("GET", "/api/v1/outbox", quiet=True)["incidents"])

        self.assertEqual(postfix.delivered_to("anna"), [])
        self.assertNotIn("from=<", postfix.log())


class In(PostfixBeside):
    def piped_to_us(self, data):
        """As docs/how-to/take-in-mailboxes.md has it: what we could not keep now, Postfix keeps and brings again."""
        if not is_readable_to_servant(support.PROGRAM):
            self.skipTest(f"{servant()}, whom Postfix runs us as, cannot reach the program; put the checkout where everybody may read")
        return self.postfix(pipe=f"{support.PROGRAM} --data {data} intake --inlet postfix")

    def test_a_mail_that_postfix_pipes_to_us_is_a_complaint(self):
        data = self.folder / "data"
        data.mkdir()
        give_to(servant(), data)
        server = self.start("", **as_servant())
        postfix = self.piped_to_us(data)

        self.send(postfix, "anna@outside.example", "complaints@complaints.example", COMPLAINT)

        self.assertEqual(self.settle(server, 1)["received"], 1)
        entry = server.counts()["entries"][0]
        self.assertEqual((entry["inlet"], entry["state"]), ("postfix", "filed"))
        complaint = server.request("GET", f"/api/v1/complaints/{entry['reference']}", quiet=True)
        self.assertIn("The parcel did not come.", complaint["narrative"])
        wait_until("Postfix to be done with it", lambda: "status=sent (delivered via redress service" in postfix.log())

    def test_a_mail_that_we_cannot_keep_now_stays_with_postfix_and_is_brought_again(self):
        data = self.folder / "data"
        data.mkdir(mode=0o700)  # not yet the servant's
        postfix = self.piped_to_us(data)
        self.send(postfix, "anna@outside.example", "complaints@complaints.example", COMPLAINT)
        wait_until("the first attempt", lambda: "status=deferred" in postfix.log())
        self.assertNotIn("status=bounced", postfix.log())

        give_to(servant(), data)
        server = self.start("", **as_servant())

        self.assertEqual(self.settle(server, 1)["received"], 1)

    def test_its_bounce_is_read_as_a_bounce(self):
        postfix = self.postfix()
        self.send(postfix, "anna@outside.example", "nobody-there@complaints.example", COMPLAINT)
        bounce = wait_until("the bounce", lambda: postfix.delivered_to("anna"))[0]

        read = subprocess.run([support.PROGRAM, "read-mail", "--json"], input=bounce, capture_output=True, check=True, timeout=60)

        said = json.loads(read.stdout)
        self.assertEqual(said["class"], "bounce")
        self.assertIn("MAILER-DAEMON", said["from"]["address"])
        counts = self.intake_of(bounce)
        self.assertEqual((counts["filed"], counts["quarantined"]), (0, 1))

    def intake_of(self, raw):
        server = self.start("")
        server.request("POST", "/api/v1/intake/mail", raw, content_type="message/rfc822", quiet=True)

        def settled():
            counts = server.counts()
            return counts if counts["received"] and not counts["waiting"] else None

        return wait_until("the bounce to be looked at", settled)


if __name__ == "__main__":
    unittest.main()
