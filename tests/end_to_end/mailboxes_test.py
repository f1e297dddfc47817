# SPDX-License-Identifier: Apache-2.0
"""Mail is fetched from a real Dovecot, over IMAP and POP3: every mail becomes one complaint and leaves its mailbox, whatever happens in between."""
import random
import time
import unittest

import support
from mail_support import Introspection, WithMailServers, mail, wait_until

PASSWORD = "correct horse"
EVERY_PROTOCOL = ("imaps", "imap", "pop3s", "pop3")

# Lines that could be taken for the end of a mail, of a literal or of an answer; bytes of no charset; no end of line at the end.
TRICKY = (b"From: Anna <anna@outside.example>\r\nSubject: Tricky\r\n\r\nfirst\r\n.\r\n..\r\n.hidden\r\n)\r\nR4 OK done\r\nA004 OK done\r\n* BYE {7}\r\n{12}\r\n+ more\r\n"
          b"\xff\xfe\x80\r\n" + b"x" * 70_000 + b"\r\n\r\n.\r\nlast")


class Mailboxes(WithMailServers):
    def test_mails_become_complaints_and_leave_the_mailbox_over_every_protocol(self):
        dovecot = self.dovecot({protocol: PASSWORD for protocol in EVERY_PROTOCOL})
        for protocol in EVERY_PROTOCOL:
            dovecot.deliver(protocol, mail(f"{protocol}-new"))
            dovecot.deliver(protocol, mail(f"{protocol}-read"), flags="S")
            dovecot.deliver(protocol, mail(f"{protocol}-deleted"), flags="ST")

        server = self.start("".join(self.mailbox(dovecot, protocol, protocol) for protocol in EVERY_PROTOCOL))

        counts = self.settle(server, 12)
        self.assertEqual((counts["filed"], counts["quarantined"]), (12, 0))
        self.assertEqual(len(server.complaints()), 12)
        for protocol in EVERY_PROTOCOL:
            wait_until(f"the {protocol} mailbox to be empty", lambda: not dovecot.mails(protocol))
            wait_until("the figures", lambda: server.figure("taken_total", protocol) == 3)
            self.assertEqual(server.figure("left", protocol), 0)
            self.assertGreater(server.figure("last_success_timestamp_seconds", protocol), 0)
        self.assertNotIn("anna", server.log().lower())

    def test_the_bytes_are_those_that_the_server_gave(self):
        dovecot = self.dovecot({"imaps": PASSWORD, "pop3s": PASSWORD})
        for user in ("imaps", "pop3s"):
            dovecot.deliver(user, TRICKY.replace(b"Tricky", user.encode()))
        server = self.start(self.mailbox(dovecot, "imaps") + self.mailbox(dovecot, "pop3s", "pop3s"))

        wait_until("both mails", lambda: server.counts()["received"] == 2)

        kept = {path.read_bytes() for path in (server.data / "mail" / "journal").rglob("*") if path.is_file()}
        for user, end in (("imaps", b""), ("pop3s", b"\r\n")):  # over POP3 every mail has an end of line
            self.assertIn(TRICKY.replace(b"Tricky", user.encode()) + end, kept)

    def test_idle_tells_of_a_mail_long_before_the_next_look(self):
        dovecot = self.dovecot({"claims": PASSWORD})
        server = self.start(self.mailbox(dovecot, "claims", every_seconds=3600))
        wait_until("the first look", lambda: server.figure("last_success_timestamp_seconds", "claims"))

        for number in range(3):
            dovecot.deliver("claims", mail(number))
            self.settle(server, number + 1)

        wait_until("the mailbox to be empty", lambda: not dovecot.mails("claims"))
        self.assertEqual(dovecot.log().count("Login: user=<claims>"), 1)

    def test_what_was_taken_is_moved_where_the_settings_say(self):
        dovecot = self.dovecot({"moving": PASSWORD, "copying": PASSWORD}, capability="")
        for user in ("moving", "copying"):
            dovecot.deliver(user, mail(user), flags="")
        server = self.start("".join(self.mailbox(dovecot, user, done_folder="Обработано/2026") for user in ("moving", "copying")))

        self.settle(server, 2)

        for user in ("moving", "copying"):
            done = "&BB4EMQRABDAEMQQ+BEIEMAQ9BD4-.2026"
            self.assertEqual(len(wait_until("the mail to be moved", lambda: dovecot.mails(user, done))), 1)
            self.assertEqual(dovecot.mails(user), [])
            self.assertNotIn("S", dovecot.mails(user, done)[0].name.rsplit(",", 1)[-1])

    def test_a_server_that_can_neither_move_nor_expunge_one_mail_loses_none(self):
        dovecot = self.dovecot({"plain": PASSWORD, "copying": PASSWORD}, capability="IMAP4rev1 LITERAL+ SASL-IR AUTH=PLAIN")
        for number in range(5):
            dovecot.deliver("plain", mail(number), flags="T" if number == 3 else "")
            dovecot.deliver("copying", mail(f"copied-{number}"))

        server = self.start(self.mailbox(dovecot, "plain") + self.mailbox(dovecot, "copying", done_folder="Done"))

        self.settle(server, 10)
        wait_until("the mailboxes to be empty", lambda: not dovecot.mails("plain") and not dovecot.mails("copying"))
        self.assertEqual(len(dovecot.mails("copying", "Done")), 5)
        self.assertEqual(len(server.complaints()), 10)

    def test_a_server_that_we_do_not_trust_gets_no_password_and_no_mail_is_taken(self):
        users = [*EVERY_PROTOCOL, "name", "trusted"]
        dovecot = self.dovecot({user: PASSWORD for user in users})
        for number, user in enumerate(users):
            dovecot.deliver(user, mail(number))
        other = type(self.authority)(self.folder / "other")
        settings = "".join(self.mailbox(dovecot, protocol, protocol, ca_file=str(other.certificate)) for protocol in EVERY_PROTOCOL)
        settings += self.mailbox(dovecot, "name", host="127.0.0.1") + self.mailbox(dovecot, "trusted")

        server = self.start(settings)

        self.settle(server, 1)
        for user in users[:-1]:
            wait_until("a second attempt", lambda: server.figure("failures_total", user) >= 2)
            self.assertEqual(len(dovecot.mails(user)), 1)
            self.assertNotIn(f"Login: user=<{user}>", dovecot.log())
        self.assertEqual(server.counts()["received"], 1)
        self.assertIn("certificate", server.log())

    def test_the_same_mail_through_two_mailboxes_is_one_complaint(self):
        dovecot = self.dovecot({"one": PASSWORD, "other": PASSWORD})
        for user in ("one", "other"):
            dovecot.deliver(user, mail("same"))

        server = self.start(self.mailbox(dovecot, "one") + self.mailbox(dovecot, "other", "pop3s"))

        self.settle(server, 2)
        self.assertEqual(len(server.complaints()), 1)

    def test_an_access_token_opens_the_mailbox_and_a_new_one_needs_no_restart(self):
        introspection = Introspection({"fresh-token": "claims", "pop-token": "sales"})
        self.addCleanup(introspection.stop)
        dovecot = self.dovecot({"claims": PASSWORD, "sales": PASSWORD}, introspection=introspection)
        token = self.folder / "token"
        token.write_text("stale-token\n", encoding="ascii")
        other = self.folder / "other-token"
        other.write_text("pop-token", encoding="ascii")
        dovecot.deliver("claims", mail(1))
        dovecot.deliver("sales", mail(2))
        server = self.start(self.mailbox(dovecot, "claims", password_file=None, oauth_token_file=str(token)) +
                            self.mailbox(dovecot, "sales", "pop3", password_file=None, oauth_token_file=str(other)))
        wait_until("the stale token to be refused", lambda: "[AUTHENTICATIONFAILED]" in server.log())
        self.assertEqual(len(dovecot.mails("claims")), 1)

        token.write_text("fresh-token\n", encoding="ascii")

        self.settle(server, 2)
        self.assertIn("method=XOAUTH2", dovecot.log())
        self.assertNotIn("token\"", server.log())

    def test_a_mail_that_cannot_be_had_stays_and_holds_up_nobody(self):
        dovecot = self.dovecot({"imaps": PASSWORD, "pop3s": PASSWORD})
        huge = mail("huge", ("y" * 75 + "\r\n") * 350_000)
        self.assertGreater(len(huge), 25 << 20)
        for user in ("imaps", "pop3s"):
            dovecot.deliver(user, huge)
            for number in range(3):
                dovecot.deliver(user, mail(f"{user}-{number}"))

        poison = dovecot.mails("imaps")[1]
        poison.chmod(0)  # its own server cannot open it; over POP3 Dovecot would then open the whole mailbox to nobody

        server = self.start(self.mailbox(dovecot, "imaps") + self.mailbox(dovecot, "pop3s", "pop3s"))

        self.assertEqual(self.settle(server, 5)["received"], 5)
        for user, left in (("imaps", 2), ("pop3s", 1)):
            wait_until("the good mails to leave", lambda: len(dovecot.mails(user)) == left)
            wait_until("what is left to be counted", lambda: server.figure("left", user) == left)
            self.assertRegex(server.log(), rf"the mailbox {user}: the mail UID\S* ?\S* is left where it is: it is larger")
        self.assertRegex(server.log(), r"the mailbox imaps: the mail UID \d+\.2 is left where it is: it could not be had")

        next(path for path in dovecot.mails("imaps") if path.name.startswith(poison.name.split(":")[0])).chmod(0o644)
        self.settle(server, 6)
        self.assertNotIn("outside.example", server.log())

    def test_neither_a_server_that_goes_away_nor_a_mailbox_built_anew_does_harm(self):
        dovecot = self.dovecot({"claims": PASSWORD})
        server = self.start(self.mailbox(dovecot, "claims"))
        for number in range(3):
            dovecot.deliver("claims", mail(number))
        self.settle(server, 3)

        dovecot.stop()
        wait_until("the loss to be seen", lambda: server.figure("failures_total", "claims") >= 2)
        for index in (dovecot.folder / "mail" / "claims").glob("dovecot*"):
            index.unlink()  # UIDVALIDITY changes, and the UIDs begin with 1 again
        for number in range(3, 6):
            dovecot.deliver("claims", mail(number))
        dovecot.start()

        self.settle(server, 6)
        wait_until("the mailbox to be empty", lambda: not dovecot.mails("claims"))
        self.assertEqual(len(server.complaints()), 6)
        self.assertIn("is well again", server.log())


class Killed(WithMailServers):
    """kill -9 in the middle: every mail is one complaint, none is lost."""

    def take_over_kills(self, protocol, mails, kills):
        dovecot = self.dovecot({"claims": PASSWORD})
        for number in range(mails):
            dovecot.deliver("claims", mail(number))
        settings = self.mailbox(dovecot, "claims", protocol)
        chance = random.Random(protocol)
        caught = 0
        for kill in range(kills):
            server = self.start(settings)
            wait_until("some mails", lambda: server.counts()["received"] >= (kill + 1) * mails // (kills + 2))
            time.sleep(chance.uniform(0, 0.02))
            server.process.kill()
            server.process.wait()
            caught += 0 < len(dovecot.mails("claims")) < mails or protocol.startswith("pop3")
        self.assertGreater(caught, 0)
        server = self.start(settings)
        self.settle(server, mails)
        wait_until("the mailbox to be empty", lambda: not dovecot.mails("claims"))
        counts = self.settle(server, mails)
        complaints = server.complaints()
        print(f"\n{protocol}: {mails} mails, {kills} kills, {caught} of them in the middle: {counts['received']} deliveries, {len(complaints)} complaints")
        self.assertEqual(len(complaints), mails)
        self.assertEqual(counts["quarantined"], 0)
        server.stop()
        self.assertEqual(support.redress("verify", data=server.data).returncode, 0)

    def test_two_hundred_mails_over_imap(self):
        self.take_over_kills("imaps", 200, 4)

    def test_two_hundred_mails_over_pop3(self):
        self.take_over_kills("pop3s", 200, 3)


class Settings(WithMailServers):
    GOOD = {"name": '"claims"', "protocol": '"imaps"', "host": '"mail.example.org"', "user": '"claims"', "password_file": '"secret"'}
    BAD = (({"name": '"cl aims"'}, 2, "of letters, digits and hyphens"), ({"name": None}, 1, "of letters, digits and hyphens"),
           ({"protocol": '"http"'}, 3, "is not one of"), ({"host": '"mail.example.org/x"'}, 4, '"host"'), ({"host": None}, 1, '"host"'),
           ({"user": '""'}, 5, '"user"'), ({"password_file": None}, 1, "either"), ({"oauth_token_file": '"token"'}, 6, "either"),
           ({"tls": '"none"'}, 7, "is TLS from the beginning"), ({"tls": '"mostly"'}, 7, "is not one of"), ({"port": "0"}, 7, "from 1 to 65535"),
           ({"protocol": '"imap"', "tls": '"opportunistic"'}, 7, "under TLS only"), ({"protocol": '"imap"', "port": "993"}, 7, 'protocol = "imaps"'),
           ({"protocol": '"pop3s"', "folder": '"INBOX"'}, 7, "POP3 knows no folders"), ({"done_folder": '"INBOX"'}, 7, "cannot stay"),
           ({"every_seconds": "0"}, 7, "from 1 to"), ({"pasword": '"x"'}, 7, "there is no setting"), ({"folder": '"a\\nb"'}, 7, "one line"))

    def setUp(self):
        support.EndToEnd.setUp(self)

    def refused(self, text):
        config = self.folder / "settings.toml"
        config.write_text(text, encoding="utf-8")
        answer = support.redress("list", data=self.folder / "data", config=config)
        return answer.returncode, answer.stderr.decode()

    def test_bad_ones_are_refused_with_file_and_line(self):
        for change, line, reason in self.BAD:
            with self.subTest(change):
                keys = {key: value for key, value in {**self.GOOD, **change}.items() if value is not None}
                status, said = self.refused("[[mailbox]]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items()))
                self.assertEqual(status, 1)
                self.assertIn(f"settings.toml:{line}: ", said)
                self.assertIn(reason, said)

    def test_two_mailboxes_of_one_name_are_refused(self):
        good = "[[mailbox]]\n" + "".join(f"{key} = {value}\n" for key, value in self.GOOD.items())
        status, said = self.refused(good + good)
        self.assertEqual(status, 1)
        self.assertIn("settings.toml:8: two mailboxes cannot have one name", said)

    def test_good_ones_are_taken(self):
        status, said = self.refused("[[mailbox]]\n" + "".join(f"{key} = {value}\n" for key, value in self.GOOD.items()))
        self.assertEqual((status, said), (0, ""))


if __name__ == "__main__":
    unittest.main()
