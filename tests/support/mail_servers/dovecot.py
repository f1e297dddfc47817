# SPDX-License-Identifier: Apache-2.0
"""A Dovecot of our own: IMAP and POP3, under TLS from the beginning and by STARTTLS, for users whose Maildirs are in its folder."""
import http.server
import pathlib
import shutil
import subprocess
import sys
import threading
import unittest
import urllib.parse

from free_ports import free_port
from mail_servers.grounds import answers, as_servant, give_to, group_of, listens, servant, wait_until

PROGRAM = shutil.which("dovecot", path="/usr/sbin:/usr/bin")
STARTS, START_SECONDS = 3, 30

SETTINGS = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
listen = 127.0.0.1
protocols = imap pop3
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
mail_uid = {user}
mail_gid = {group}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:{folder}/mail/%n
namespace inbox {{
  inbox = yes
  separator = /
}}
ssl = yes
ssl_cert = <{certificate}
ssl_key = <{key}
disable_plaintext_auth = yes
auth_mechanisms = {mechanisms}
mail_max_userip_connections = 50
passdb {{
  driver = passwd-file
  args = {folder}/users
}}
{passdb}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/mail/%n
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
service pop3-login {{
  chroot =
  inet_listener pop3 {{
    port = {pop3}
  }}
  inet_listener pop3s {{
    port = {pop3s}
    ssl = yes
  }}
}}
protocol imap {{
  imap_capability = {capability}
}}
"""

TOKENS = """
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {folder}/oauth2.conf
}}
"""


class Dovecot:
    def __init__(self, folder, authority, users, introspection=None, capability=""):
        """`users`: passwords by name. `introspection`: who says whether a token is good. `capability`: what IMAP claims to be able to; empty for all it can."""
        if PROGRAM is None:
            raise unittest.SkipTest("the mail server of the tests needs Dovecot: apt-get install dovecot-imapd dovecot-pop3d")
        self.folder = pathlib.Path(folder)
        for user in users:
            for part in ("cur", "new", "tmp"):
                (self.folder / "mail" / user / part).mkdir(parents=True)
        self.ports = {protocol: free_port() for protocol in ("imap", "imaps", "pop3", "pop3s")}
        self.capability = capability
        self.introspection = introspection
        self.authority = authority
        self.process = None
        (self.folder / "users").write_text("".join(f"{name}:{{PLAIN}}{password}\n" for name, password in users.items()), encoding="ascii")
        self.delivered = 0
        give_to(servant(), self.folder, authority.folder)
        self.start()

    def start(self):
        """Where a system begins a process and then lets it stand still, another gets its turn; what the first one said is shown."""
        (self.folder / "dovecot.conf").write_text(self.settings(), encoding="ascii")
        for _ in range(STARTS):
            with (self.folder / "start").open("wb") as start:
                self.process = subprocess.Popen([PROGRAM, "-F", "-c", str(self.folder / "dovecot.conf")], stdout=subprocess.DEVNULL, stderr=start, **as_servant())
            try:
                wait_until("Dovecot", lambda: self.has_ended() or self.answers(), START_SECONDS)
            except AssertionError as unanswered:
                print(unanswered, file=sys.stderr)
            if not self.has_ended() and self.answers():
                return
            self.stop()
            print(f"Dovecot ended with {self.process.returncode}: {self.log()}", file=sys.stderr)
        raise AssertionError(f"Dovecot did not start, {STARTS} times: {self.log()}")

    def answers(self):
        return answers(self.ports["imap"]) and answers(self.ports["pop3"]) and listens(self.ports["imaps"])

    def settings(self):
        passdb = ""
        if self.introspection:
            passdb = TOKENS.format(folder=self.folder)
            (self.folder / "oauth2.conf").write_text(f"introspection_mode = post\nintrospection_url = {self.introspection.url}\nactive_attribute = active\n"
                                                     "active_value = true\nusername_attribute = username\n", encoding="ascii")
        return SETTINGS.format(folder=self.folder, user=servant(), group=group_of(servant()), certificate=self.authority.server_certificate,
                               key=self.authority.server_key, capability=self.capability, passdb=passdb,
                               mechanisms="xoauth2 oauthbearer" if self.introspection else "plain", **self.ports)

    def stop(self):
        if not self.process or self.has_ended():
            return
        self.process.terminate()
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(timeout=30)

    def deliver(self, user, mail, flags=None):
        """As a mail transfer program does: into tmp, and from there into new; with flags ("S": was read), into cur."""
        self.delivered += 1
        name = f"{1700000000 + self.delivered}.M{self.delivered}.test"
        draft = self.folder / "mail" / user / "tmp" / name
        draft.write_bytes(mail)
        draft.chmod(0o644)
        give_to(servant(), draft)
        draft.rename(self.folder / "mail" / user / ("new" if flags is None else "cur") / (name if flags is None else f"{name}:2,{flags}"))

    def mails(self, user, folder=None):
        """What is in a mailbox, whatever its state."""
        place = self.folder / "mail" / user / (f".{folder}" if folder else "")
        return [path for part in ("new", "cur") if (place / part).is_dir() for path in sorted((place / part).iterdir())]

    def has_ended(self):
        return self.process.poll() is not None

    def log(self):
        """What it said when it started, and since."""
        paths = (self.folder / "start", self.folder / "log")
        return "".join(path.read_text(encoding="utf-8", errors="replace") for path in paths if path.exists())


class Introspection:
    """Says which access tokens are good and whose they are (RFC 7662), as an organisation's log-in server does."""

    def __init__(self, tokens):
        good = dict(tokens)

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                asked = urllib.parse.parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                user = good.get(asked.get("token", [""])[0])
                body = (f'{{"active":true,"username":"{user}"}}' if user else '{"active":false}').encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.good = good
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
