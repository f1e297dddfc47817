# SPDX-License-Identifier: Apache-2.0
"""Verifies the DKIM signature of a mail: verify_dkim.py MAIL NAME RECORD, where RECORD is what DNS says of NAME. Ends with 0 when it holds, 1 when it does
not, 3 when python3-dkim is not at hand."""

import sys

try:
    import dkim
except ImportError:
    sys.exit(3)

mail, name, record = sys.argv[1:]
asked = []


def answer(question, timeout=5):
    asked.append(question.decode().rstrip("."))
    return record.encode() if asked[-1] == name else None


with open(mail, "rb") as file:
    holds = dkim.verify(file.read(), dnsfunc=answer)
sys.exit(0 if holds and asked == [name] else 1)
