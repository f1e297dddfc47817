# SPDX-License-Identifier: Apache-2.0
"""People log in by a real OpenID provider, node-oidc-provider: code with PKCE, keys that change, and nobody whom an administrator has not let in."""
import json
import re
import unittest
import urllib.parse

from access_test import PASSWORD, send
from provider_support import Browser, WithProvider


class LogInByProvider(WithProvider):
    def come_back(self, browser, name):
        """Through the provider's own pages; answers where it sends the browser back to."""
        status, location, text = browser.ask(self.address + "/api/v1/session/provider")
        self.assertEqual(status, 303, text)
        for _ in range(12):
            if location and location.startswith(self.address):
                return location
            if location:
                status, location, text = browser.ask(urllib.parse.urljoin(self.issuer, location))
                continue
            prompt = re.search(r'name="prompt" value="(\w+)"', text).group(1)
            action = re.search(r'<form[^>]* action="([^"]+)"', text).group(1)
            form = {"prompt": prompt, "login": name, "password": "whatever"} if prompt == "login" else {"prompt": prompt}
            status, location, text = browser.ask(urllib.parse.urljoin(self.issuer, action), form)
        self.fail("the provider does not send the browser back")

    def log_in(self, name):
        browser = Browser()
        return browser, *browser.ask(self.come_back(browser, name))

    def test_lets_in_whom_an_administrator_linked_and_nobody_else(self):
        self.start_provider()
        server = self.serve_with_provider()
        self.assertEqual(json.loads(send(server, "GET", "/api/v1/log-in-ways")[2])["providers"], [{"title": "The house", "start": "/api/v1/session/provider"}])

        self.assertEqual(self.log_in("subject-7")[1:3], (303, "/?log-in=unlinked"))
        self.assertEqual(self.link(server, "subject-7"), 201)
        browser, status, location, _ = self.log_in("subject-7")

        self.assertEqual((status, location), (303, "/"))
        status, _, text = browser.ask(self.address + "/api/v1/session")
        self.assertEqual(status, 200, text)
        self.assertEqual(json.loads(text)["name"], "ilze")
        self.assertEqual([cookie.name for cookie in browser.jar if cookie.port is None and "redress" in cookie.name], ["redress"])
        self.assertFalse([cookie for cookie in browser.jar if cookie.value.count(".") == 2], "no token comes to the browser")
        self.assertEqual(self.log_in("subject-8")[1:3], (303, "/?log-in=unlinked"))
        log_ins = json.loads(send(server, "GET", "/api/v1/users/ilze/log-ins", Authorization=f"Bearer {self.operator}")[2])["log_ins"]
        self.assertEqual([one["succeeded"] for one in log_ins], [True])

    def test_links_a_verified_address_of_the_house_and_no_other(self):
        self.start_provider("key-1", "ES256")
        self.serve_with_provider(["dzintara-maja.example"])

        self.assertEqual(self.log_in("unverified-ilze.berzina")[1:3], (303, "/?log-in=unlinked"))
        self.assertEqual(self.log_in("nobody.here")[1:3], (303, "/?log-in=unlinked"))
        self.assertEqual(self.log_in("ilze.berzina")[1:3], (303, "/"))
        self.assertEqual(self.log_in("ilze.berzina")[1:3], (303, "/"))

    def test_believes_the_providers_new_keys(self):
        self.start_provider("key-1")
        server = self.serve_with_provider()
        self.assertEqual(self.link(server, "subject-7"), 201)
        self.assertEqual(self.log_in("subject-7")[2], "/")

        self.start_provider("key-2")

        self.assertEqual(self.log_in("subject-7")[2], "/")

    def test_takes_a_browser_back_once_and_only_the_one_that_went(self):
        self.start_provider()
        server = self.serve_with_provider()
        self.assertEqual(self.link(server, "subject-7"), 201)
        browser = Browser()
        back = self.come_back(browser, "subject-7")

        self.assertEqual(Browser().ask(back)[1], "/?log-in=expired", "another browser")
        self.assertEqual(browser.ask(back)[1], "/?log-in=expired", "the attempt is gone")
        browser = Browser()
        back = self.come_back(browser, "subject-7")
        self.assertEqual(browser.ask(back.replace("state=", "state=x"))[1], "/?log-in=expired")
        browser = Browser()
        back = self.come_back(browser, "subject-7")
        self.assertEqual(browser.ask(back.replace("iss=", "iss=http%3A%2F%2Fevil.example"))[1], "/?log-in=refused")
        browser = Browser()
        back = self.come_back(browser, "subject-7")
        self.assertEqual(browser.ask(back)[1], "/")
        self.assertEqual(browser.ask(back)[1], "/?log-in=expired")

    def test_says_so_when_the_provider_does_not_answer(self):
        server = self.serve_with_provider()

        status, location, _ = Browser().ask(self.address + "/api/v1/session/provider")

        self.assertEqual((status, location), (303, "/?log-in=unready"))
        self.assertEqual(send(server, "POST", "/api/v1/session", {"name": "ilze", "password": PASSWORD})[0], 200)


if __name__ == "__main__":
    unittest.main()
