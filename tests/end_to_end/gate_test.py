# SPDX-License-Identifier: Apache-2.0
"""A letter is rewritten by hand, over the API of a running server: what is wrong with it is shown before anybody tries, it is refused with the place marked, its
versions and what changed between them are there to read, and it goes out once it keeps to the record."""
import unittest

import support
from support import tour

SENTENCE = {"en": "You will have your money by the thirty-first of December.",
            "lv": "Naudu saņemsiet līdz trīsdesmit pirmajam decembrim.",
            "ru": "Деньги Вы получите тридцать первого декабря."}


class Gate(support.EndToEnd):
    def check(self, language):
        server = self.serve()
        mail = (support.SOURCE / "adapters" / "app" / "demonstration" / "mail" / f"{language}.eml").read_bytes()
        road = tour.Road(server, tour.take_in(server, mail))
        road.answer()
        road.find_out()
        road.talk()
        road.give("draft-letter", kind="final-response", discussion=road.words["letter_discussion"])
        letter = road.complaint(quiet=True)["letters"][-1]["id"]
        address = f"/api/v1/complaints/{road.reference}/letters/{letter}"
        composed = server.request("GET", address, quiet=True, headers={"Accept": "application/json"})
        self.assertTrue(server.request("GET", address + "/review", quiet=True)["ready"])

        body = composed["body"] + [{"block": "care", "text": SENTENCE[language]}]
        road.give("draft-letter", kind="final-response", letter=letter, body=body)
        review = server.request("GET", address + "/review", quiet=True)
        self.assertFalse(review["ready"])
        self.assertEqual([one["reason"] for one in review["missing"]], ["DateNotPromised"])
        self.assertIn("wording", review)

        road.give("review-letter", letter=letter)
        for command in ("approve-letter", "send-letter"):
            with self.assertRaises(tour.Refused) as refused:
                road.give(command, letter=letter)
            self.assertEqual(refused.exception.status, 422)
            place = next(one["place"] for one in refused.exception.problem["missing"] if one["reason"] == "DateNotPromised")
            self.assertEqual(place["paragraph"], len(body) - 1)
            self.assertNotIn(SENTENCE[language].encode()[place["start"]:place["end"]], (b"", SENTENCE[language].encode()))

        road.give("return-letter", letter=letter, remarks="That day was not agreed.")
        left_out = [paragraph for paragraph in composed["body"] if paragraph["point"] != "point-1"]
        road.give("draft-letter", kind="final-response", letter=letter, body=left_out)
        missing = server.request("GET", address + "/review", quiet=True)["missing"]
        self.assertIn(("PointLeftOut", "point-1"), [(one["reason"], one["subject"]) for one in missing])

        road.give("draft-letter", kind="final-response", letter=letter, body=composed["body"])
        for command in ("review-letter", "approve-letter", "send-letter"):
            road.give(command, letter=letter)

        versions = server.request("GET", address + "/versions", quiet=True)["versions"]
        self.assertEqual([one["version"] for one in versions], [1, 2, 3, 4])
        self.assertEqual(versions[1]["returned"]["remarks"], "That day was not agreed.")
        changes = server.request("GET", address + "/changes?from=1&to=2", quiet=True)["changes"]
        added = [change for change in changes if change["kind"] == "added"]
        self.assertEqual([run["text"] for change in added for run in change["runs"]], [SENTENCE[language]])

    def test_in_english(self):
        self.check("en")

    def test_in_latvian(self):
        self.check("lv")

    def test_in_russian(self):
        self.check("ru")


if __name__ == "__main__":
    unittest.main()
