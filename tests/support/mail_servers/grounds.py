# SPDX-License-Identifier: Apache-2.0
"""What every mail server of the tests stands on: somebody to run as, certificates, and patience."""
import os
import pathlib
import pwd
import socket
import subprocess
import time

PATIENCE_SECONDS = 120
NOBODY = "nobody"


def wait_until(what, ask, patience=PATIENCE_SECONDS):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = ask()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"waited {patience} seconds for {what}, in vain")


def answers(port):
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
            return bool(connection.recv(1)) if port else True
    except OSError:
        return False


def listens(port):
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
        return True
    except OSError:
        return False


def is_root():
    return os.geteuid() == 0


def servant():
    """Whom an unprivileged server runs as: us, or nobody when we are root."""
    return NOBODY if is_root() else pwd.getpwuid(os.geteuid()).pw_name


def group_of(user):
    import grp
    return grp.getgrgid(pwd.getpwnam(user).pw_gid).gr_name


def as_servant():
    """Arguments for subprocess."""
    return {"user": NOBODY, "group": group_of(NOBODY), "extra_groups": []} if is_root() else {}


def give_to(user, *paths):
    """Everything below too. Only root can, and only root needs to."""
    if not is_root():
        return
    known = pwd.getpwnam(user)
    for path in paths:
        for one in [path, *pathlib.Path(path).rglob("*")]:
            os.chown(one, known.pw_uid, known.pw_gid)


class Authority:
    """A certificate authority that lives as long as its folder, and a certificate of "localhost" by it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True)
        self.certificate = self.folder / "authority.pem"
        self.server_certificate = self.folder / "server.pem"
        self.server_key = self.folder / "server.key"
        self.openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Test authority", "-keyout", "authority.key",
                     "-out", "authority.pem", "-addext", "basicConstraints=critical,CA:TRUE")
        self.openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-keyout", "server.key", "-out", "server.csr")
        (self.folder / "names").write_text("subjectAltName=DNS:localhost\n", encoding="ascii")
        self.openssl("x509", "-req", "-in", "server.csr", "-CA", "authority.pem", "-CAkey", "authority.key", "-CAcreateserial", "-days", "2",
                     "-extfile", "names", "-out", "server.pem")

    def openssl(self, *arguments):
        subprocess.run(["openssl", *arguments], cwd=self.folder, check=True, capture_output=True)
