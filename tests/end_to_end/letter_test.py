# SPDX-License-Identifier: Apache-2.0
"""`redress render-letter`, as people and programs meet it: no server, no store, one file in, one letter out."""
import json
import pathlib
import re
import subprocess
import tempfile
import unittest

import support

DOCUMENTATION = pathlib.Path(__file__).parents[2] / "docs" / "reference" / "letter-data.md"


def example():
    """The letter of the documentation, so that it stays one that can be written."""
    return json.loads(re.search(r"```json\n(.*?)```", DOCUMENTATION.read_text("utf-8"), re.DOTALL).group(1))


class RenderLetter(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def ask(self, facts, *arguments):
        file = self.folder / "letter.json"
        file.write_text(facts if isinstance(facts, str) else json.dumps(facts), "utf-8")
        return support.redress("render-letter", "--data-json", str(file), *arguments, data=self.folder / "data")

    def render(self, facts, *arguments):
        out = self.folder / "out"
        answer = self.ask(facts, "--out", str(out), *arguments)
        self.assertEqual(answer.returncode, 0, answer.stderr)
        self.assertFalse((self.folder / "data").exists(), "it opens no store")
        return out.read_bytes()

    def refused(self, facts, *arguments, status=1):
        answer = self.ask(facts, *arguments)
        self.assertEqual(answer.returncode, status, answer.stdout + answer.stderr)
        self.assertEqual(answer.stdout, b"")
        return answer.stderr.decode()

    def test_writes_the_letter_of_the_documentation_in_every_form(self):
        text = self.render(example(), "--language", "en", "--layout", "block", "--format", "text").decode()
        page = self.render(example(), "--language", "en", "--layout", "block", "--format", "html").decode()
        paper = self.render(example(), "--language", "en", "--layout", "block", "--format", "pdf")

        self.assertIn("\nDear Mr Ozols,\n", text)
        self.assertIn("\nEnclosure: Record of the telephone call of 9 March\n", text)
        self.assertIn('<html lang="en">', page)
        self.assertTrue(paper.startswith(b"%PDF-1.5"))
        words = subprocess.run(["pdftotext", "-layout", str(self.folder / "out"), "-"], capture_output=True, check=True).stdout.decode()
        self.assertIn("Dear Mr Ozols,", words)
        self.assertIn("A new chair is brought to your door", words)

    def test_writes_in_three_layouts_and_three_languages(self):
        centre = " " * 39
        for language, close in (("en", "Yours sincerely,"), ("lv", "Ar cieņu"), ("ru", "С уважением,")):
            block = self.render(example(), "--language", language, "--layout", "block", "--format", "text").decode()
            modified = self.render(example(), "--language", language, "--layout", "modified-block", "--format", "text").decode()
            semi = self.render(example(), "--language", language, "--layout", "semi-block", "--format", "text").decode()
            self.assertIn(f"\n{close}\n", block)
            self.assertIn(f"\n{centre}{close}\n", modified)
            self.assertNotIn("\n     The", modified)
            self.assertIn(f"\n{centre}{close}\n", semi)
            self.assertRegex(semi, r"\n {5}\S")

    def test_takes_letterhead_and_paper(self):
        gost = self.render(example(), "--language", "ru", "--letterhead", "gost-r-7.0.97", "--format", "text").decode()
        letter = self.render(example(), "--language", "en", "--paper", "us-letter", "--format", "pdf")

        self.assertIn("На Ваше обращение от 02.03.2026", gost)
        self.assertIn(b"/MediaBox [ 0 0 612 792 ]", letter)

    def test_is_the_same_letter_twice(self):
        once = self.render(example(), "--language", "lv", "--format", "pdf")
        again = self.render(example(), "--language", "lv", "--format", "pdf")

        self.assertEqual(once, again)

    def test_names_the_field_that_is_missing_or_wrong(self):
        for change, said in (
            ({"matter": None}, "matter must be given"),
            ({"date": "10.03.2026"}, "date must be a day, such as 2026-11-21"),
            ({"answers": [{"point": "p", "finding": "perhaps", "explanation": "e"}]}, "answers[0].finding must be one of upheld, partly-upheld, not-upheld"),
            ({"colour": "red"}, "colour no such field"),
            ({"handler": "nobody"}, "handler must be a member of staff"),
            ({"kind": "holding-response"}, "{new_date_by}"),
        ):
            facts = example() | change
            self.assertIn(said, self.refused(facts, "--language", "en"))
        self.assertIn("is no JSON", self.refused("{", "--language", "en"))
        self.assertIn('there is no letterhead "mars"; there are: gost-r-7.0.97, international, latvia',
                      self.refused(example(), "--language", "en", "--letterhead", "mars"))
        self.refused(example(), "--language", "de", status=2)
        self.refused(example(), "--language", "en", "--layout", "round", status=2)


if __name__ == "__main__":
    unittest.main()
