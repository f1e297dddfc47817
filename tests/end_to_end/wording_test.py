# SPDX-License-Identifier: Apache-2.0
"""`redress review-letter`, as people and programs meet it: no server, no store, nothing left behind."""
import json
import pathlib
import tempfile
import unittest

import support

BRUSH_OFFS = {
    "en": "We’re sorry if our answer was late.",
    "lv": "Atvainojamies, ja esam sagādājuši neērtības.",
    "ru": "Приносим извинения, если доставили неудобства.",
}
PLAIN = {"en": "I will call you on Thursday 7 May at 10:00.", "lv": "Es Jums piezvanīšu ceturtdien, 7. maijā.", "ru": "Я позвоню Вам в четверг, 7 мая."}


class ReviewLetter(unittest.TestCase):
    def review(self, text, *arguments):
        with tempfile.TemporaryDirectory() as folder:
            letter = pathlib.Path(folder) / "letter.txt"
            letter.write_bytes(text if isinstance(text, bytes) else text.encode())
            data = pathlib.Path(folder) / "data"
            answer = support.redress("review-letter", *arguments, str(letter), data=data)
            self.assertFalse(data.exists(), "it opens no store")
        return answer

    def test_finds_what_must_change_in_every_language(self):
        for language, text in BRUSH_OFFS.items():
            with self.subTest(language=language):
                before = "«“” Ā\n\n"
                answer = self.review(before + text, "--language", language, "--json")

                self.assertEqual(answer.returncode, 1, answer.stderr)
                finding = json.loads(answer.stdout)["findings"][0]
                self.assertEqual((finding["class"], finding["severity"], finding["line"]), ("conditional-apology", "must", 3))
                phrase = (before + text).encode()[finding["start"] : finding["end"]].decode()
                self.assertIn(phrase, text)
                self.assertTrue(finding["why"] and finding["suggestion"] and finding["rule"])

    def test_lets_plain_words_pass_and_measures_them(self):
        for language, text in PLAIN.items():
            with self.subTest(language=language):
                answer = self.review(text, "--language", language, "--json")

                self.assertEqual(answer.returncode, 0, answer.stdout)
                review = json.loads(answer.stdout)
                self.assertEqual(review["findings"], [])
                self.assertEqual(review["readability"]["sentences"], 1)

    def test_shows_people_the_line_and_the_phrase(self):
        answer = self.review(BRUSH_OFFS["en"], "--language", "en")

        lines = answer.stdout.decode().splitlines()
        self.assertIn(":1: must: conditional-apology (sorry-if)", lines[0])
        self.assertEqual(lines[1], "    " + BRUSH_OFFS["en"])
        self.assertEqual(lines[2].strip("^"), " " * 10)
        self.assertIn("1 must change", lines[-1])

    def test_says_what_is_wrong_with_a_file(self):
        self.assertIn(b"is not UTF-8", self.review(b"\xff\xfe", "--language", "en").stderr)
        missing = support.redress("review-letter", "--language", "en", "/nowhere/letter.txt", data=pathlib.Path("/nowhere"))
        self.assertEqual((missing.returncode, b"cannot be read" in missing.stderr), (1, True))
        self.assertEqual(self.review("text", "--language", "de").returncode, 2)


if __name__ == "__main__":
    unittest.main()
