# SPDX-License-Identifier: Apache-2.0
"""A Postfix of our own, with settings, queue and data in its folder. Only root can start one."""
import pathlib
import pwd
import shutil
import subprocess
import unittest

from free_ports import free_port
from mail_servers.grounds import NOBODY, answers, give_to, group_of, is_root, wait_until

# The command "postfix" would first ask the settings of the machine's own Postfix for leave, so we start what it starts.
PROGRAM = shutil.which("master", path="/usr/lib/postfix/sbin:/usr/libexec/postfix")
QUEUE = {"active": 0o700, "bounce": 0o700, "corrupt": 0o700, "defer": 0o700, "deferred": 0o700, "flush": 0o700, "hold": 0o700, "incoming": 0o700,
         "private": 0o700, "saved": 0o700, "trace": 0o700, "maildrop": 0o730, "public": 0o710}

# Mail for "complaints.example" is ours: its one address goes into the pipe, all others turn out to be unknown
# after they were taken in. Mail for "outside.example" is delivered to Maildirs.
MAIN = """
compatibility_level = 3.7
config_directory = {folder}/settings
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/log/mail
maillog_file_prefixes = {folder}
syslog_name = test-postfix
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = localhost
mydestination = complaints.example
local_recipient_maps =
alias_maps =
alias_database =
transport_maps = inline:{{ {{ complaints@complaints.example = redress: }} }}
virtual_mailbox_domains = outside.example
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = inline:{{ {mailboxes} }}
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
smtpd_tls_security_level = {tls}
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
smtpd_tls_received_header = yes
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 2s
smtpd_relay_restrictions = permit_mynetworks, reject
mynetworks = 127.0.0.0/8
smtp_tls_security_level = none
redress_destination_recipient_limit = 1
"""

MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
local unix - n n - - local
virtual unix - n n - - virtual
error unix - - n - - error
retry unix - - n - - error
tlsmgr unix - - n 1000? 1 tlsmgr
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
redress unix - n n - 1 pipe
  user={user} null_sender= argv={pipe}
"""


class Postfix:
    def __init__(self, folder, authority, mailboxes=("anna",), pipe="/bin/false", tls="may"):
        """`mailboxes`: names at outside.example. `pipe`: the command that gets each mail for us. `tls`: "encrypt" takes nothing in the clear."""
        if PROGRAM is None or not is_root():
            raise unittest.SkipTest("the mail server of the tests needs Postfix, and root to start it: apt-get install postfix")
        self.folder = pathlib.Path(folder)
        for part in ("settings", "queue", "data", "log", "mail"):
            (self.folder / part).mkdir(parents=True)
        self.port = free_port()
        known = pwd.getpwnam(NOBODY)
        mailboxes = ", ".join(f"{{ {name}@outside.example = {name}/ }}" for name in mailboxes)
        main = MAIN.format(folder=self.folder, mailboxes=mailboxes, uid=known.pw_uid, gid=known.pw_gid, tls=tls, certificate=authority.server_certificate, key=authority.server_key)
        (self.folder / "settings" / "main.cf").write_text(main, encoding="ascii")
        (self.folder / "settings" / "master.cf").write_text(MASTER.format(port=self.port, user=f"{NOBODY}:{group_of(NOBODY)}", pipe=pipe), encoding="ascii")
        for part, mode in QUEUE.items():
            (self.folder / "queue" / part).mkdir()
            (self.folder / "queue" / part).chmod(mode)
        give_to("postfix", self.folder / "data", *(self.folder / "queue" / part for part in QUEUE))
        (self.folder / "queue" / "pid").mkdir()
        give_to(NOBODY, self.folder / "mail")
        self.process = subprocess.Popen([PROGRAM, "-d"], env={"MAIL_CONFIG": str(self.folder / "settings"), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"},
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            wait_until("Postfix", lambda: answers(self.port))
        except AssertionError:
            self.stop()
            raise AssertionError(self.log()) from None

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=30)

    def delivered_to(self, name):
        folder = self.folder / "mail" / name / "new"
        return [path.read_bytes() for path in sorted(folder.iterdir())] if folder.is_dir() else []

    def log(self):
        path = self.folder / "log" / "mail"
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
