# SPDX-License-Identifier: Apache-2.0
"""Mail as strangers send it: ordinary ones, each different, and some that are made to choke whoever reads them."""
import base64
import random

HEADER = "From: Eve <eve@example.org>\r\nTo: complaints@example.com\r\nMessage-ID: <{number}@poison.example>\r\nSubject: poison {number}\r\n" \
         "MIME-Version: 1.0\r\n"
GRAVE_BELOW, ACUTE = "\u0316", "\u0301"

SENTENCES = {
    "en": ["The parcel has not come and nobody answers the telephone.", "I was charged twice for one order.", "The lamp was broken when I opened the box."],
    "lv": ["Sūtījums nav saņemts, un neviens neatbild.", "No manis divreiz paņēma naudu.", "Lampa bija saplēsta, kad atvēru kasti."],
    "ru": ["Посылка не пришла, и никто не отвечает.", "С меня дважды сняли деньги.", "Лампа была разбита, когда я открыл коробку."],
}


def ordinary(number):
    """A person's mail, of one of four shapes, at most some kilobytes long; the same for the same number."""
    chance = random.Random(number)
    language = chance.choice(sorted(SENTENCES))
    text = "".join(f"{chance.choice(SENTENCES[language])}\r\n" for _ in range(chance.randrange(2, 25))) + f"Order {number}-{chance.randrange(10**6)}\r\n"
    head = f"From: Anna Liepa <anna{number}@example.org>\r\nTo: complaints@example.com\r\nDate: Mon, 02 Mar 2026 11:00:00 +0200\r\n" \
           f"Message-ID: <{number}@mail.example>\r\nSubject: Order {number}\r\nMIME-Version: 1.0\r\n"
    plain = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + text
    shape = number % 4
    if shape == 0:
        return (head + plain).encode()
    if shape == 1:
        quoted = "".join(f"> {line}\r\n" for line in text.splitlines())
        return (head + plain + f"\r\nOn Mon, 2 Mar 2026 at 10:00, Complaints <complaints@example.com> wrote:\r\n{quoted}").encode()
    html = f"Content-Type: text/html; charset=utf-8\r\n\r\n<p>{'</p><p>'.join(text.splitlines())}</p>\r\n"
    if shape == 2:
        return (head + f'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\n{plain}\r\n--b\r\n{html}\r\n--b--\r\n').encode()
    file = base64.encodebytes(chance.randbytes(6000)).decode().replace("\n", "\r\n")
    attached = f'Content-Type: application/pdf; name="receipt.pdf"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\n{file}'
    return (head + f'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n{plain}\r\n--b\r\n{attached}\r\n--b--\r\n').encode()


def marks_in_the_worst_order(number, marks=200_000):
    """Characters that combine with what stands before them, in the worst order: whoever moves each back over all the others takes minutes. It is read like any
    other mail."""
    head = HEADER.format(number=number) + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\na"
    return (head + ACUTE * marks + GRAVE_BELOW * marks + "\r\n").encode()


def continued_parameters(number):
    """A boundary in hundreds of pieces, of which each says that it is encoded (RFC 2231): what a well-known library never came back from."""
    pieces = "".join(f";\r\n boundary*{piece}*=%62%C4" for piece in range(1_500))
    return (HEADER.format(number=number) + f"Content-Type: multipart/mixed{pieces}\r\n\r\nhello\r\n").encode()


def nested(number, levels=3_000):
    """A multipart in a multipart in a multipart."""
    inner = "".join(f'Content-Type: multipart/mixed; boundary="b{level}"\r\n\r\n--b{level}\r\n' for level in range(levels))
    return (HEADER.format(number=number) + inner + "\r\nhello\r\n").encode()


def swollen_header(number):
    return (HEADER.format(number=number) + "X-Filler: " + "z" * 3_000_000 + "\r\n\r\nhello\r\n").encode()


def base64_bomb(number):
    """Thousands of parts, each decoded to text; more than are read."""
    part = "--b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(b"bomb " * 600).decode() + "\r\n"
    return (HEADER.format(number=number) + 'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + part * 3_000 + "--b--\r\n").encode()


KINDS = [nested, marks_in_the_worst_order, swollen_header, base64_bomb, continued_parameters]
NEVER_FILED = {nested, swollen_header, base64_bomb}


def poison(number, turn):
    """Of each kind in its turn."""
    return KINDS[turn % len(KINDS)](number)
