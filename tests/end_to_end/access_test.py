# SPDX-License-Identifier: Apache-2.0
"""People and programs are let in: users from the command line, tokens, the first administrator, and the demonstration's log-ins."""
import json
import re
import subprocess
import unittest
import urllib.error
import urllib.request

import support
from support import tour

PASSWORD = "four quite other words"


def send(server, method, target, body=None, **headers):
    """As somebody else than the operator; answers status, headers and body."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(server.address + target, data=data, method=method,
                                     headers={"Content-Type": "application/json", **{name.replace("_", "-"): value for name, value in headers.items()}})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


class Access(support.EndToEnd):
    def user(self, data, *arguments, stdin=PASSWORD + "\n"):
        answer = support.redress("user", *arguments, data=data, stdin=stdin.encode())
        self.assertEqual(answer.returncode, 0, answer.stderr)
        return answer.stdout.decode()

    def test_a_token_is_usable_right_after_a_fresh_start(self):
        server = self.serve()
        token = self.user(server.data, "token", "acceptance").strip()

        status, _, text = send(server, "GET", "/api/v1/complaints", Authorization=f"Bearer {token}")

        self.assertEqual((status, json.loads(text)["complaints"]), (200, []))
        complaint = {"channel": "email", "language": "en", "complainant": {"name": "Anna"}, "narrative": "It came late."}
        status, _, text = send(server, "POST", "/api/v1/complaints", complaint, Authorization=f"Bearer {token}")
        self.assertEqual(status, 201, text)
        self.assertEqual(send(server, "GET", "/api/v1/users", Authorization=f"Bearer {token}")[0], 403)

    def test_a_user_of_the_command_line_logs_in_until_disabled(self):
        server = self.serve()
        self.user(server.data, "add", "ilze", "--role", "handler", "--staff", "staff-01", "--language", "lv")

        status, headers, text = send(server, "POST", "/api/v1/session", {"name": "ilze", "password": PASSWORD})

        self.assertEqual(status, 200, text)
        self.assertEqual(json.loads(text)["language"], "lv")
        cookie = headers["Set-Cookie"].split(";")[0]
        self.assertEqual(send(server, "GET", "/api/v1/session", Cookie=cookie)[0], 200)
        self.assertEqual(send(server, "GET", "/api/v1/complaints", Cookie=cookie)[0], 200)
        self.user(server.data, "roles", "ilze", "auditor")
        self.assertEqual(send(server, "GET", "/api/v1/session", Cookie=cookie)[0], 401)
        self.user(server.data, "password", "ilze", stdin="other words, quite four\n")
        self.assertEqual(send(server, "POST", "/api/v1/session", {"name": "ilze", "password": PASSWORD})[0], 401)
        self.assertEqual(send(server, "POST", "/api/v1/session", {"name": "ilze", "password": "other words, quite four"})[0], 200)
        self.user(server.data, "disable", "ilze")
        self.assertEqual(send(server, "POST", "/api/v1/session", {"name": "ilze", "password": "other words, quite four"})[0], 401)
        self.assertIn('"disabled":true', self.user(server.data, "list"))

    def test_what_will_not_do_is_refused_with_a_sentence(self):
        data = self.folder / "data"

        short = support.redress("user", "add", "ilze", "--role", "handler", data=data, stdin=b"short\n")
        king = support.redress("user", "add", "ilze", "--role", "king", data=data, stdin=PASSWORD.encode())

        self.assertEqual(short.returncode, 1)
        self.assertIn(b"at least 12 characters", short.stderr)
        self.assertIn(b"roles is not known", king.stderr)
        self.assertEqual(json.loads(self.user(data, "list"))["users"], [])

    def test_the_code_in_the_data_directory_makes_the_first_administrator_once(self):
        server = self.serve()
        code = server.data / "keys" / "first-administrator-code"
        self.assertEqual(code.stat().st_mode & 0o777, 0o600)
        wanted = {"code": code.read_text(), "name": "chief", "password": PASSWORD}

        first, again = (send(server, "POST", "/api/v1/first-administrator", wanted)[0] for _ in range(2))

        self.assertEqual((first, again), (201, 403))
        self.assertFalse(code.exists())

    def test_who_read_what_outlives_an_orderly_stop(self):
        server = self.serve()
        self.user(server.data, "add", "ilze", "--role", "handler", "--staff", "staff-01")
        self.user(server.data, "add", "vera", "--role", "auditor")
        reader = {"Authorization": "Bearer " + self.user(server.data, "token", "ilze").strip()}
        auditor = {"Authorization": "Bearer " + self.user(server.data, "token", "vera").strip()}
        complaint = {"channel": "email", "language": "en", "complainant": {"name": "Anna"}, "narrative": "It came late."}
        reference = json.loads(send(server, "POST", "/api/v1/complaints", complaint, **reader)[2])["reference"]

        self.assertEqual(send(server, "GET", "/api/v1/complaints/" + reference, **reader)[0], 200)
        server.stop()
        server = self.serve(server.data)

        readings = json.loads(send(server, "GET", "/api/v1/readings?reference=" + reference, **auditor)[2])["readings"]
        self.assertEqual([(one["user"], one["what"], one["outcome"]) for one in readings], [("ilze", "/api/v1/complaints/{reference}", "shown")])
        self.assertEqual(send(server, "GET", "/api/v1/readings", **reader)[0], 403)
        self.assertEqual(support.redress("verify", data=server.data).returncode, 0)

    def test_the_demonstration_prints_its_log_ins_at_each_start(self):
        data = self.folder / "data"
        for _ in range(2):
            process = subprocess.Popen([support.PROGRAM, "--data", str(data), "serve", "--demo", "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
            try:
                printed = []
                while "./dev tour" not in (printed or [""])[-1]:
                    printed.append(process.stdout.readline())
                text = "".join(printed)
                server = type("Server", (), {"address": printed[0].rsplit(" ", 1)[-1].strip()})
                password = re.search(r"the password (\S+)", text).group(1)
                for name, role in re.findall(r"^  ([a-z]+) +([a-z-]+)$", text, re.MULTILINE):
                    status, _, body = send(server, "POST", "/api/v1/session", {"name": name, "password": password})
                    self.assertEqual((status, json.loads(body)["roles"]), (200, [role]), name)
                self.assertEqual(len(re.findall(r"^  [a-z]+ +[a-z-]+$", text, re.MULTILINE)), 7)
            finally:
                process.terminate()
                process.wait(timeout=tour.PATIENCE_SECONDS)
                process.stdout.close()


if __name__ == "__main__":
    unittest.main()
