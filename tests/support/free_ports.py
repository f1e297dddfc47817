# SPDX-License-Identifier: Apache-2.0
"""Free ports of loopback for servers that must be told theirs beforehand."""
import pathlib
import random
import socket

RANGE = pathlib.Path("/proc/sys/net/ipv4/ip_local_port_range")
LOWEST, MANY = 10_240, 20_000
given = set()


def below_ephemeral():
    """The first port that the system may give to anybody's outgoing connection: from there on, what is free now may be taken before its server listens."""
    return int(RANGE.read_text(encoding="ascii").split()[0]) if RANGE.exists() else 32_768


def is_free(port):
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def free_port():
    """Never the same one twice in a process; tests that run beside us begin elsewhere, by chance."""
    while True:
        port = random.SystemRandom().randrange(LOWEST, max(below_ephemeral(), LOWEST + MANY))
        if port not in given and is_free(port):
            given.add(port)
            return port
