# SPDX-License-Identifier: Apache-2.0
"""What the tests of log-in by an identity provider share: a browser that follows redirects one by one, a provider, and a server that asks it."""
import http.cookiejar
import json
import shutil
import subprocess
import unittest
import urllib.error
import urllib.parse
import urllib.request

import support
from free_ports import free_port
from access_test import PASSWORD, send
from support import tour

PROVIDER = support.SOURCE / "tests" / "support" / "oidc"


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Browser:
    """Keeps cookies, and follows redirects one by one."""

    def __init__(self):
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar), NoRedirect, urllib.request.ProxyHandler({}))

    def ask(self, address, form=None):
        data = None if form is None else urllib.parse.urlencode(form).encode()
        try:
            with self.opener.open(urllib.request.Request(address, data=data), timeout=30) as answer:
                return answer.status, answer.headers.get("Location"), answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.headers.get("Location"), error.read().decode()


class WithProvider(support.EndToEnd):
    """A test with a provider and a server; each begins when it is told to."""

    program = "provider.mjs"

    def setUp(self):
        super().setUp()
        if shutil.which("node") is None or not (PROVIDER / "node_modules").is_dir():
            raise unittest.SkipTest("the identity provider of the tests needs node and its packages: npm ci --prefix tests/support/oidc")
        self.port, self.provider_port = free_port(), free_port()
        self.issuer = f"http://127.0.0.1:{self.provider_port}"
        self.address = f"http://127.0.0.1:{self.port}"
        self.provider = None
        self.addCleanup(self.end_provider)

    def start_provider(self, *options):
        self.end_provider()
        self.provider = subprocess.Popen(["node", str(PROVIDER / self.program), str(self.provider_port), self.address + "/api/v1/session/provider/return", *options],
                                         stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        while not self.provider.stdout.readline().startswith("{"):
            self.assertIsNone(self.provider.poll(), "the provider ended")

    def end_provider(self):
        if self.provider is None:
            return
        self.provider.stdin.close()
        self.provider.wait(timeout=tour.PATIENCE_SECONDS)
        self.provider.stdout.close()
        self.provider = None

    def serve_with_provider(self, email_domains=()):
        data = self.folder / f"data-{len(list(self.folder.glob('data-*')))}"
        data.mkdir(parents=True)
        secret = self.folder / "client-secret"
        secret.write_text("the secret of the client\n")
        config = self.folder / "redress.toml"
        config.write_text(f'public_address = "{self.address}"\n\n[provider]\ntitle = "The house"\nissuer = "{self.issuer}"\nclient_id = "redress"\n'
                          f'client_secret_file = "client-secret"\nemail_domains = {json.dumps(list(email_domains))}\n')
        added = support.redress("user", "add", "ilze", "--role", "handler", "--staff", "staff-01", data=data, stdin=(PASSWORD + "\n").encode())
        self.assertEqual(added.returncode, 0, added.stderr)
        self.log = self.folder / "log"
        with self.log.open("w") as log:
            process = subprocess.Popen([support.PROGRAM, "--data", str(data), "--config", str(config), "serve", "--listen", f"127.0.0.1:{self.port}"],
                                       stdout=subprocess.PIPE, stderr=log, text=True)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait, tour.PATIENCE_SECONDS)
        self.addCleanup(process.terminate)
        self.assertIn(self.address, process.stdout.readline())
        self.operator = (data / "keys" / "api-token").read_text().strip()
        return type("Server", (), {"address": self.address, "process": process})

    def link(self, server, subject):
        return send(server, "POST", "/api/v1/users/ilze/identities", {"subject": subject}, Authorization=f"Bearer {self.operator}")[0]
