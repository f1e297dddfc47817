# SPDX-License-Identifier: Apache-2.0
"""A provider that nobody should believe: each of its lies is refused, the log says which check failed, and nothing of what went to and fro is told to anybody."""
import json
import subprocess
import threading
import unittest
import urllib.request

import support
from access_test import PASSWORD, send
from provider_support import Browser, WithProvider

BEGIN = "/api/v1/session/provider"

TOKENS = {
    "another issuer": "the ID token is from another issuer",
    "another nonce": "the ID token answers another log-in",
    "another audience": "the ID token is for somebody else",
    "expired": "the ID token has expired",
    "swapped key": "the ID token is not signed by a key of the provider",
    "no signature": "the ID token is signed by another algorithm than RS256 or ES256",
    "public key as secret": "the ID token is signed by another algorithm than RS256 or ES256",
    "another issuer on the way back": "the browser came back from another issuer",
    "silent about itself": "the provider did not say who it is",
    "token elsewhere": "the provider answers with status 307",
    "token huge": "the provider does not answer",
    "token refused": "the provider answers with status 400",
    "no token": "the provider does not say its id_token",
}

DISCOVERY = {
    "another name": "the provider calls itself otherwise than the settings do",
    "log-in without TLS": "neither https nor on this machine",
    "code without TLS": "neither https nor on this machine",
    "keys without TLS": "neither https nor on this machine",
    "no PKCE": "the provider does not know PKCE with S256",
    "discovery elsewhere": "the provider answers with status 302",
    "discovery huge": "the provider does not answer",
    "discovery no JSON": "the provider's answer cannot be read",
}


class HostileProvider(WithProvider):
    program = "hostile.mjs"

    def setUp(self):
        super().setUp()
        self.start_provider()
        self.said = ""

    def trick(self, name):
        with urllib.request.urlopen(urllib.request.Request(self.issuer + "/trick", data=name.encode()), timeout=30):
            pass

    def given(self):
        with urllib.request.urlopen(self.issuer + "/given", timeout=30) as answer:
            return json.load(answer)

    def ask(self, browser, address):
        """Only what we answer counts for `said`; where a browser is sent is the provider's affair."""
        status, location, text = browser.ask(address)
        if address.startswith(self.address):
            self.said += text + ("" if location is None or location.startswith(self.issuer) else location)
        return status, location

    def log_in(self):
        """As far as the provider lets the browser come; answers it, and where it is sent in the end."""
        browser = Browser()
        status, location = self.ask(browser, self.address + BEGIN)
        while location and location.startswith("http"):
            status, location = self.ask(browser, location)
        self.assertEqual(status, 303)
        return browser, location

    def assert_nobody_is_in(self, browser):
        self.assertFalse([cookie for cookie in browser.jar if cookie.name == "redress"])
        self.assertEqual(browser.ask(self.address + "/api/v1/session")[0], 401)

    def assert_nothing_is_told(self):
        given = self.given()
        secrets = [*given["nonces"], *given["codes"], *given["tokens"], "canary", "the secret of the client", "subject-7"]
        for text in (self.log.read_text(), self.said):
            for secret in secrets:
                self.assertNotIn(secret, text)

    def test_lets_nobody_in_by_a_token_that_is_wrong_in_one_thing(self):
        server = self.serve_with_provider()
        self.assertEqual(self.link(server, "subject-7"), 201)
        self.assertEqual(self.log_in()[1], "/", "an honest provider is believed")

        for trick, why in TOKENS.items():
            with self.subTest(trick):
                self.trick(trick)
                told_before = self.log.read_text().count(why)
                browser, location = self.log_in()
                self.assertEqual(location, "/?log-in=refused")
                self.assert_nobody_is_in(browser)
                self.assertEqual(self.log.read_text().count(why), told_before + 1, self.log.read_text())

        self.assertNotIn("/token-elsewhere", [form["to"] for form in self.given()["forms"]], "the code goes nowhere but where discovery said")
        self.assert_nothing_is_told()
        self.trick("none")
        self.assertEqual(self.log_in()[1], "/")

    def test_asks_no_provider_that_cannot_be_asked_safely(self):
        for trick, why in DISCOVERY.items():
            with self.subTest(trick):
                self.trick(trick)
                process = self.serve_with_provider().process
                browser, location = self.log_in()
                self.assertEqual(location, "/?log-in=unready")
                self.assert_nobody_is_in(browser)
                self.assertIn(why, self.log.read_text())
                self.assert_nothing_is_told()
                self.assertEqual(self.given()["codes"], [], "no browser was sent there")
                process.terminate()
                process.wait(timeout=60)

    def test_keeps_nobody_waiting_who_has_a_password(self):
        self.trick("discovery slow")
        server = self.serve_with_provider()
        waiting = [threading.Thread(target=self.log_in) for _ in range(4)]
        for one in waiting:
            one.start()

        status = send(server, "POST", "/api/v1/session", {"name": "ilze", "password": PASSWORD})[0]

        self.assertEqual(status, 200)
        self.assertTrue(any(one.is_alive() for one in waiting), "whoever has a password waited for the provider")
        for one in waiting:
            one.join()

    def test_gives_up_on_a_provider_that_does_not_exchange_the_code(self):
        server = self.serve_with_provider()
        self.assertEqual(self.link(server, "subject-7"), 201)
        self.assertEqual(self.log_in()[1], "/")
        self.trick("token slow")

        self.assertEqual(self.log_in()[1], "/?log-in=refused")

        self.assertIn("the provider does not answer", self.log.read_text())
        self.assert_nothing_is_told()

    def test_does_not_begin_without_end_for_one_address(self):
        self.serve_with_provider()

        ends = {Browser().ask(self.address + BEGIN)[1] for _ in range(60)}

        self.assertIn("/?log-in=too-often", ends)

    def test_takes_no_provider_without_tls_into_the_settings(self):
        config = self.folder / "redress.toml"
        for issuer in ("http://id.example.org", "http://127.0.0.1.example.org", "ftp://id.example.org", "https://id.example.org?x"):
            config.write_text(f'[provider]\nissuer = "{issuer}"\nclient_id = "redress"\n')
            refused = subprocess.run([support.PROGRAM, "--data", str(self.folder / "data"), "--config", str(config), "serve", "--listen", "127.0.0.1:0"],
                                     capture_output=True, text=True, timeout=60, check=False)
            self.assertEqual(refused.returncode, 1, refused.stderr)
            self.assertIn("https://id.example.org", refused.stderr, "it says what to write there")


if __name__ == "__main__":
    unittest.main()
