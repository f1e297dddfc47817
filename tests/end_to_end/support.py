# SPDX-License-Identifier: Apache-2.0
"""What the end-to-end tests share: where things are, a server of their own, and a real SMTP server."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(SOURCE / "adapters" / "app"), str(SOURCE / "tests" / "support")]

import tour  # noqa: E402

PROGRAM = os.environ.get("REDRESS_PROGRAM", str(SOURCE / "build" / "dev" / "adapters" / "app" / "redress"))
SHARED = pathlib.Path(os.environ.get("REDRESS_SHARED", SOURCE.parent / "shared"))
SMTP = SOURCE / "tests" / "support" / "smtp"
OUR_DOMAIN = "dzintara-maja.example"


def corpus(*folders):
    """Every mail of these corpora, or a skipped test when they are not there."""
    found = [path for folder in folders for path in sorted((SHARED / "corpus" / folder).rglob("*.eml"))]
    if not found:
        raise unittest.SkipTest(f"the corpora {folders} are not here; REDRESS_SHARED names the folder that holds them")
    return found


def redress(*arguments, data, stdin=b"", config=None):
    """Runs the program to its end; answers what it printed and its exit status."""
    command = [PROGRAM, "--data", str(data)] + (["--config", str(config)] if config else []) + list(map(str, arguments))
    return subprocess.run(command, input=stdin, capture_output=True, timeout=300, check=False)


class Sink:
    """A real SMTP server that keeps what it accepts, as files."""

    def __init__(self, folder, *options):
        if shutil.which("node") is None or not (SMTP / "node_modules").is_dir():
            raise unittest.SkipTest("the SMTP server of the tests needs node and its packages: npm ci --prefix tests/support/smtp")
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.process = subprocess.Popen(["node", str(SMTP / "sink.mjs"), str(self.folder), *map(str, options)],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port = json.loads(self.process.stdout.readline())["port"]

    def messages(self):
        return [(json.loads(path.with_suffix(".json").read_text()), path.read_bytes()) for path in sorted(self.folder.glob("*.eml"))
                if path.with_suffix(".json").exists()]

    def letters(self):
        """What went to anybody but our own people: those are told what is theirs to do at once in working hours and later outside them."""
        return [(envelope, raw) for envelope, raw in self.messages() if not envelope["to"][0].endswith(OUR_DOMAIN)]

    def stop(self):
        self.process.stdin.close()
        self.process.wait(timeout=30)
        self.process.stdout.close()


class EndToEnd(unittest.TestCase):
    """A test with a folder of its own, whose servers end with it."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="redress-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def serve(self, data=None, smtp=None):
        data = data or self.folder / "data"
        data.mkdir(parents=True, exist_ok=True)
        server = tour.Server(PROGRAM, data, smtp)
        self.addCleanup(self.end, server)
        return server

    def sink(self, *options):
        sink = Sink(self.folder / f"sink-{len(list(self.folder.iterdir()))}", *options)
        self.addCleanup(sink.stop)
        return sink

    @staticmethod
    def end(server):
        if server.process.poll() is None:
            server.stop()
        server.process.stdout.close()
