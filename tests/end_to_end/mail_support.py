# SPDX-License-Identifier: Apache-2.0
"""What the tests with real mail servers share: their grounds, and a server of ours with settings and a log that can be read."""
import os
import pathlib
import re
import subprocess
import urllib.request

import support
from support import tour

from mail_servers.dovecot import Dovecot, Introspection  # noqa: F401
from mail_servers.grounds import Authority, as_servant, give_to, servant, wait_until  # noqa: F401
from mail_servers.postfix import Postfix  # noqa: F401


class Server(tour.Server):
    """A server with settings of its own, whose log goes into a file."""

    def __init__(self, data, settings, **process):
        self.data = pathlib.Path(data)
        self.log_file = self.data.with_suffix(".log")
        config = self.data.with_suffix(".toml")
        config.write_text(settings, encoding="utf-8")
        command = [support.PROGRAM, "--data", str(self.data), "--config", str(config), "serve", "--listen", "127.0.0.1:0"]
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, **process)
        lines = [self.process.stdout.readline() for _ in range(3)]
        if not lines[2]:
            self.process.stdout.close()
            raise AssertionError(f"the server did not start: {self.log()}")
        self.address = lines[0].rsplit(" ", 1)[-1].strip()
        self.token = pathlib.Path(lines[2].split(": ", 1)[1].strip()).read_text(encoding="utf-8").strip()

    def log(self):
        return self.log_file.read_text(encoding="utf-8")

    def counts(self):
        return self.request("GET", "/api/v1/intake", quiet=True)

    def complaints(self):
        found, after = [], ""
        while after is not None:
            page = self.request("GET", f"/api/v1/complaints?limit=200&after={after}", quiet=True)
            found += page["complaints"]
            after = page["next"]
        return found

    def figure(self, name, mailbox):
        with urllib.request.urlopen(self.address + "/metrics", timeout=60) as answer:
            found = re.search(rf'^redress_mailbox_{name}{{mailbox="{mailbox}"}} (\d+)$', answer.read().decode(), re.MULTILINE)
        return int(found[1])


class WithMailServers(support.EndToEnd):
    def setUp(self):
        super().setUp()
        self.folder.chmod(0o755)  # for whoever the mail servers run as
        self.authority = Authority(self.folder / "authority")

    def dovecot(self, users, **options):
        dovecot = Dovecot(self.folder / "dovecot", self.authority, users, **options)
        self.addCleanup(dovecot.stop)
        return dovecot

    def start(self, settings, name="data", **process):
        server = Server(self.folder / name, settings, **process)
        self.addCleanup(self.end, server)
        return server

    def mailbox(self, dovecot, user, protocol="imaps", **more):
        """The section of the settings for one mailbox; None takes a key out."""
        secret = self.folder / f"{user}.password"
        secret.write_text("correct horse\n", encoding="ascii")
        keys = {"name": user, "protocol": protocol, "host": "localhost", "port": dovecot.ports[protocol], "ca_file": str(self.authority.certificate), "user": user,
                "password_file": str(secret), "every_seconds": 1, **more}
        written = (f'{key} = {value if isinstance(value, int) else chr(34) + str(value) + chr(34)}\n' for key, value in keys.items() if value is not None)
        return "[[mailbox]]\n" + "".join(written) + "\n"

    def settle(self, server, filed):
        def settled():
            counts = server.counts()
            return counts if counts["waiting"] == 0 and counts["filed"] >= filed else None

        return wait_until(f"{filed} mails to be filed", settled)


def mail(number, text="The parcel did not come."):
    return (f"From: Anna Liepa <anna{number}@outside.example>\r\nTo: complaints@complaints.example\r\nMessage-ID: <{number}@outside.example>\r\n"
            f"Subject: Parcel {number}\r\nDate: Mon, 02 Mar 2026 09:00:00 +0200\r\n\r\n{text}\r\n").encode()


def is_readable_to_servant(path):
    return subprocess.run(["test", "-x", str(path)], check=False, **as_servant()).returncode == 0 if os.geteuid() == 0 else os.access(path, os.X_OK)
