# SPDX-License-Identifier: Apache-2.0
"""`redress due` and `redress profile`, as people and programs meet them: no server, no store, nothing left behind."""
import json
import pathlib
import tempfile
import unittest

import support


class Due(unittest.TestCase):
    def ask(self, *arguments):
        with tempfile.TemporaryDirectory() as folder:
            data = pathlib.Path(folder) / "data"
            answer = support.redress(*arguments, data=data)
            self.assertFalse(data.exists(), "it opens no store")
        return answer

    def due(self, *arguments):
        answer = self.ask("due", *arguments, "--json")
        self.assertEqual(answer.returncode, 0, answer.stderr)
        return json.loads(answer.stdout)

    def refused(self, status, *arguments):
        answer = self.ask("due", *arguments)
        self.assertEqual(answer.returncode, status, answer.stdout + answer.stderr)
        self.assertEqual(answer.stdout, b"")
        return answer.stderr.decode()

    def test_says_when_and_why(self):
        answer = self.due("--calendar", "latvia", "--start", "2026-03-27T16:40", "--period", "15 working-days")

        self.assertEqual(answer["due_local"][:10], "2026-04-21")
        self.assertEqual(answer["due_local"][-6:], "+03:00")
        steps = [step["step"] for step in answer["because"]]
        self.assertEqual((steps[0], steps[-1]), ("started", "ends-at"))
        self.assertIn("days-off", steps)
        self.assertEqual(answer["because"][0]["text"], "The clock starts on Fri 27 Mar 2026 at 16:40.")
        self.assertEqual(answer["because"][-1]["at"], answer["due_at"])

    def test_speaks_three_languages(self):
        for language, beginning in (("en", "The clock starts"), ("lv", "Termiņu skaita"), ("ru", "Отсчёт начинается")):
            answer = self.due("--calendar", "latvia", "--start", "2026-03-27T16:40", "--period", "1 week", "--language", language)
            self.assertTrue(answer["because"][0]["text"].startswith(beginning))

    def test_takes_a_moment_in_any_zone(self):
        here = self.due("--calendar", "latvia", "--start", "2026-03-27T16:40", "--period", "2 hours")
        there = self.due("--calendar", "latvia", "--start", "2026-03-27T14:40:00Z", "--period", "2 hours")

        self.assertEqual(here, there)
        self.assertEqual(here["due_at"], "2026-03-27T16:40:00Z")
        self.assertEqual(here["due_local"], "2026-03-27T18:40:00+02:00")

    def test_counts_by_a_profile(self):
        every = self.due("--calendar", "latvia", "--start", "2026-03-27T16:40", "--profile", "standard")
        one = self.due("--calendar", "latvia", "--start", "2026-03-27T16:40", "--profile", "standard", "--deadline", "final-response")
        post = self.due("--calendar", "latvia", "--start", "2026-03-27T16:40", "--profile", "standard", "--channel", "post", "--milestone", "received")

        self.assertIn("acknowledgement", [deadline["deadline"] for deadline in every["deadlines"]])
        self.assertEqual((one["deadline"], one["start"]), ("final-response", "received"))
        self.assertIn(one, every["deadlines"])
        self.assertLess(len(post["deadlines"]), len(every["deadlines"]))

    def test_tells_people_the_date_first(self):
        answer = self.ask("due", "--calendar", "latvia", "--start", "2026-03-27T16:40", "--profile", "standard", "--deadline", "final-response")
        lines = answer.stdout.decode().splitlines()

        self.assertRegex(lines[0], r"^Tue 21 Apr 2026, \d\d:\d\d: final response")
        self.assertEqual(lines[1], "  The clock starts on Fri 27 Mar 2026 at 16:40.")

    def test_names_what_there_is(self):
        start = ("--start", "2026-03-27T16:40")
        self.assertRegex(self.refused(1, "--calendar", "../latvia", *start, "--period", "1 week"), r'no calendar "../latvia"; there are: .*latvia')
        self.assertRegex(self.refused(1, "--calendar", "latvia", *start, "--profile", "x"), r'no profile "x"; there are: .*standard')
        self.assertRegex(self.refused(1, "--calendar", "latvia", *start, "--profile", "standard", "--deadline", "x"), r'"x"; there are: .*final-response')
        self.assertIn("latvia", self.ask("due", "--list-calendars").stdout.decode().split())
        self.assertIn("standard", self.ask("due", "--list-profiles").stdout.decode().split())

    def test_tells_wrong_usage_apart(self):
        start = ("--start", "2026-03-27T16:40")
        for wrong in (("--calendar", "latvia", *start), ("--calendar", "latvia", "--period", "1 week"), (*start, "--period", "1 week"),
                      ("--calendar", "latvia", *start, "--period", "1 fortnight"), ("--calendar", "latvia", *start, "--period", "0 hours"),
                      ("--calendar", "latvia", "--start", "2026-02-30T10:00", "--period", "1 week"),
                      ("--calendar", "latvia", *start, "--period", "1 week", "--profile", "standard"),
                      ("--calendar", "latvia", *start, "--period", "1 week", "--deadline", "final-response"),
                      ("--calendar", "latvia", *start, "--period", "1 week", "--language", "de"),
                      ("--calendar", "latvia", *start, "--profile", "standard", "--channel", "pigeon")):
            self.refused(2, *wrong)

    def test_prints_the_page_of_a_profile(self):
        answer = self.ask("profile", "standard")

        self.assertEqual(answer.stdout, (support.SOURCE / "docs/reference/profiles/standard.md").read_bytes())
        self.assertEqual(self.ask("profile", "nothing").returncode, 1)


if __name__ == "__main__":
    unittest.main()
