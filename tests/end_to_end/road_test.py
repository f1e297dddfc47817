# SPDX-License-Identifier: Apache-2.0
"""One mail in each language, along the whole road to Closed, through the HTTP API of a running server and a real SMTP server. What arrives is read with
another library than the one that wrote it."""
import email
import email.policy
import unittest

import support
from support import tour

HANDLER = {"en": "Ilze Bērziņa", "lv": "Ilze Bērziņa", "ru": "Илзе Берзиня"}
SENDER = {"en": "Amber House", "lv": "Dzintara Māja", "ru": "Янтарный дом"}


class Road(support.EndToEnd):
    def walk(self, language):
        sink = self.sink()
        server = self.serve(smtp=f"127.0.0.1:{sink.port}")
        mail = (support.SOURCE / "adapters" / "app" / "demonstration" / "mail" / f"{language}.eml").read_bytes()
        road = tour.Road(server, tour.take_in(server, mail))
        self.assertEqual(road.walk(), "Closed")
        return road, sink

    def check(self, language):
        road, sink = self.walk(language)
        complaint = road.complaint(quiet=True)
        messages = [(envelope, email.message_from_bytes(raw, policy=email.policy.default)) for envelope, raw in sink.messages()]

        # The acknowledgement, the final response, and a copy of it to each of the two people involved.
        self.assertEqual(len(messages), 4)
        complainant = complaint["complainant"]["email"]
        to_complainant = [message for envelope, message in messages if complainant in envelope["to"]]
        copies = [(envelope, message) for envelope, message in messages if complainant not in envelope["to"]]
        self.assertEqual(len(to_complainant), 2)
        self.assertEqual(sorted(envelope["to"][0] for envelope, _ in copies), sorted(person["email"] for person in road.words["people"]))
        for _, message in messages:
            self.check_form(message, language, complaint["reference"])
        self.check_addressee(to_complainant, complaint)
        self.check_schedule(to_complainant[1], complaint)
        for _, copy in copies:
            self.check_schedule(copy, complaint)
        self.assertEqual(support.redress("verify", data=road.server.data).returncode, 0)

    def check_form(self, message, language, reference):
        self.assertEqual(message.defects, [])
        self.assertEqual(message.get_content_type(), "multipart/alternative")
        parts = [part.get_content_type() for part in message.iter_parts()]
        self.assertEqual(parts[:2], ["text/plain", "text/html"])
        self.assertLessEqual(set(parts[2:]), {"text/calendar"})
        self.assertEqual(message["From"].addresses[0].display_name, SENDER[language])
        self.assertIn(reference, message["Subject"] + self.text_of(message))
        self.assertIn(HANDLER[language], self.text_of(message))
        self.assertEqual(message["Content-Language"], language)

    def check_addressee(self, messages, complaint):
        for message in messages:
            self.assertEqual(message["To"].addresses[0].display_name, complaint["complainant"]["name"])

    def check_schedule(self, message, complaint):
        """Every promise on record stands in the letter, with its day, and the letter's table holds nothing else."""
        text = " ".join(self.text_of(message).split())
        html = message.get_body(("html",)).get_content()
        self.assertEqual(len(complaint["promises"]), 2)
        for promise in complaint["promises"]:
            self.assertIn(promise["what"], text)
            self.assertIn(promise["what"], html)
        rows = html.count("<tr") - 1
        self.assertEqual(rows, len(complaint["promises"]))

    @staticmethod
    def text_of(message):
        return message.get_body(("plain",)).get_content()

    def test_a_mail_in_english_is_walked_to_closed(self):
        self.check("en")

    def test_a_mail_in_latvian_is_walked_to_closed(self):
        self.check("lv")

    def test_a_mail_in_russian_is_walked_to_closed(self):
        self.check("ru")


if __name__ == "__main__":
    unittest.main()
