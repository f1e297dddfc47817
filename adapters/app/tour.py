#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A tour that runs: one mail, walked along the whole road to Closed through the HTTP API.

    tour.py PROGRAM [MESSAGE.eml] [--language en|lv|ru] [--data DIR] [--smtp HOST:PORT]

Starts a fresh server on a free port, prints every request and every answer, and ends with `stage: Closed`, the data directory and the paths of the letters.
Exit status 0 only if the road was walked. What is said in each language is in tour_words.py beside this file.
"""
import argparse
import datetime
import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

sys.dont_write_bytecode = True
from tour_words import WORDS  # noqa: E402

RIGA_MORNING_UTC = 8  # ten or eleven o'clock in Riga, winter and summer
PATIENCE_SECONDS = 60


class Refused(Exception):
    """The server said no; the answer says why."""

    def __init__(self, status, problem):
        super().__init__(f"{status}: {json.dumps(problem, ensure_ascii=False)}")
        self.status = status
        self.problem = problem


class Server:
    """A server of our own: fresh data, a free port, ended when the tour ends."""

    def __init__(self, program, data, smtp, settings=""):
        self.data = pathlib.Path(data)
        command = [program, "--data", str(self.data), "serve", "--listen", "127.0.0.1:0"]
        if smtp:
            host, port = smtp.rsplit(":", 1)
            settings += f'[smtp]\nhost = "{host}"\nport = {port}\ntls = "none"\n'
        if settings:
            file = self.data / "settings.toml"
            file.write_text(settings, encoding="utf-8")
            command[1:1] = ["--config", str(file)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().rsplit(" ", 1)[-1].strip()
        if not self.address.startswith("http"):
            raise SystemExit("the server did not start")
        self.process.stdout.readline()
        self.token = pathlib.Path(self.process.stdout.readline().split(": ", 1)[1].strip()).read_text(encoding="utf-8").strip()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=PATIENCE_SECONDS)

    def request(self, method, target, body=None, content_type="application/json", quiet=False, headers=None):
        data = body if isinstance(body, bytes) or body is None else json.dumps(body, ensure_ascii=False).encode()
        sent = {"Authorization": f"Bearer {self.token}", "Content-Type": content_type, **(headers or {})}
        request = urllib.request.Request(self.address + target, data=data, method=method, headers=sent)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as answer:
                status, text = answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            status, text = error.code, error.read().decode()
        answer = json.loads(text) if text else {}
        if not quiet:
            show(method, target, body, status, answer)
        if status >= 400:
            raise Refused(status, answer)
        return answer


def show(method, target, body, status, answer):
    print(f"\n> {method} {target}")
    if isinstance(body, bytes):
        print(f"> ({len(body)} bytes of mail)")
    elif body is not None:
        print("> " + json.dumps(body, ensure_ascii=False))
    print(f"< {status} " + json.dumps(answer, ensure_ascii=False))


def wait_for(what, ask):
    """Asks until there is an answer; the server works on its own meanwhile."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        found = ask()
        if found:
            return found
        time.sleep(0.02)
    raise SystemExit(f"waited {PATIENCE_SECONDS} seconds for {what}, in vain")


class Road:
    """One complaint on its way, command by command."""

    def __init__(self, server, reference):
        self.server = server
        self.reference = reference
        self.words = WORDS[self.complaint(quiet=True)["language"]]

    def complaint(self, quiet=False):
        return self.server.request("GET", f"/api/v1/complaints/{self.reference}", quiet=quiet)

    def give(self, command, quiet=False, **fields):
        """Says which version it was decided on. When the outbox reported a delivery meanwhile, that is stale: look again, decide again."""
        target = f"/api/v1/complaints/{self.reference}/commands/{command}"
        while True:
            version = self.complaint(quiet=True)["version"]
            try:
                return self.server.request("POST", target, fields, quiet=quiet, headers={"If-Match": f'"{version}"', "X-Redress-Actor": "staff-01"})
            except Refused as refused:
                if refused.status != 412:
                    raise

    def give_on_a_working_day(self, command, fields_for, days_ahead):
        """Working days are the calendar's business: try the next day until it agrees."""
        day = datetime.datetime.now(datetime.timezone.utc).date()
        for ahead in range(days_ahead, days_ahead + 14):
            try:
                return self.give(command, **fields_for(day + datetime.timedelta(days=ahead)))
            except Refused as refused:
                if refused.problem.get("refusal") not in ("AppointmentOutsideWorkingTime", "PromiseOutsideWorkingTime"):
                    raise
        raise SystemExit("no working day in two weeks")

    def walk(self):
        self.answer()
        self.find_out()
        self.talk()
        self.write()
        self.follow_up()
        return self.complaint()["stage"]

    def answer(self):
        words = self.words
        self.give("assign-handler", handler="staff-01")
        self.give("define-points", points=words["points"])
        self.give_on_a_working_day(
            "make-appointment", lambda day: {"kind": "call", "at": f"{day}T{RIGA_MORNING_UTC:02}:30:00Z"}, days_ahead=1)
        self.give("acknowledge", matter=words["matter"], questions=words["questions"])

    def find_out(self):
        words = self.words
        self.give("begin-investigation")
        for person in words["people"]:
            self.give("request-statement", name=person["name"], email=person["email"], role=person["role"], question=words["question"])
        for index, person in enumerate(words["people"]):
            self.give("record-statement", person=f"person-{index + 1}", text=person["statement"])
        self.give("record-fact", text=words["fact"], evidence=words["evidence"])
        self.give("record-root-cause", category="handover", circumstance=words["cause"])
        answers = [{"point": f"point-{i + 1}", "finding": "upheld", "explanation": text} for i, text in enumerate(words["explanations"])]
        self.give("conclude-investigation", answers=answers)

    def talk(self):
        words = self.words
        self.give("record-contact", direction="out", channel="phone", summary=words["discussion"])
        self.give("record-hearing", desired_outcome=words["desired_outcome"], summary=words["discussion"])
        self.give("confirm-identity", method="recorded-call", note=words["identity"])
        self.give_on_a_working_day(
            "propose-remedy",
            lambda day: {"description": words["remedy"], "goodwill": words["goodwill"],
                         "promises": [{"what": what, "owner": owner, "by": str(day)}
                                      for what, owner in zip(words["promises"], ("staff-01", "staff-02"))]},
            days_ahead=3)
        self.give("record-answer", proposal="proposal-1", answer="accept", words=words["acceptance"])
        self.give("agree-schedule")

    def write(self):
        words = self.words
        self.give("add-preventive-action", what=words["prevention"])
        self.give("draft-letter", kind="final-response", discussion=words["letter_discussion"])
        letter = self.complaint(quiet=True)["letters"][-1]["id"]
        for name in ("review-letter", "approve-letter", "send-letter"):
            self.give(name, letter=letter)
        self.give("copy-letter", letter=letter)
        self.wait_until_delivered(letter)

    def wait_until_delivered(self, letter):
        def delivered():
            found = next(one for one in self.complaint(quiet=True)["letters"] if one["id"] == letter)
            return found["state"] == "Accepted" and all(copy["state"] == "Accepted" for copy in found["copies"])

        wait_for("the letter and its copies to be delivered", delivered)

    def follow_up(self):
        words = self.words
        for index, evidence in enumerate(words["kept"]):
            self.give("keep-promise", promise=f"promise-{index + 1}", evidence=evidence)
        self.give("record-follow-up", satisfaction="put-right", words=words["satisfaction"])
        self.give("close", outcome="resolved", lesson=words["lesson"])


def take_in(server, mail):
    taken = server.request("POST", "/api/v1/intake/mail", mail, content_type="message/rfc822")

    def entry():
        entries = server.request("GET", "/api/v1/intake", quiet=True)["entries"]
        return next((one for one in entries if one["id"] == taken["id"]), None)

    found = wait_for("the mail to be filed", entry)
    server.request("GET", "/api/v1/intake")
    if found["state"] != "filed":
        raise SystemExit(f"the mail stands in quarantine: {found['reason']}")
    return found["reference"]


def main():
    parser = argparse.ArgumentParser(description="Walks one mail along the whole road, through the HTTP API of a fresh server.")
    parser.add_argument("program")
    parser.add_argument("message", nargs="?", help="the mail, a file; the demonstration mail of the language when left out")
    parser.add_argument("--language", choices=sorted(WORDS), default="en")
    parser.add_argument("--data", help="the data directory; a new temporary one when left out")
    parser.add_argument("--smtp", metavar="HOST:PORT", help="send by this server instead of into the Maildir")
    asked = parser.parse_args()
    here = pathlib.Path(__file__).resolve().parent
    mail = pathlib.Path(asked.message) if asked.message else here / "demonstration" / "mail" / f"{asked.language}.eml"
    server = Server(asked.program, asked.data or tempfile.mkdtemp(prefix="redress-tour-"), asked.smtp)
    try:
        stage = Road(server, take_in(server, mail.read_bytes())).walk()
    except Refused as refused:
        raise SystemExit(f"\nthe road could not be walked: {refused}") from refused
    finally:
        server.stop()
    print(f"\nstage: {stage}")
    print(f"data: {server.data}")
    for letter in sorted(server.data.glob("mail/out/new/*")) + sorted(server.data.glob("print/*")):
        print(f"letter: {letter}")
    return 0 if stage == "Closed" else 1


if __name__ == "__main__":
    sys.exit(main())
