# SPDX-License-Identifier: Apache-2.0
"""Requests as bytes, by name: those that two programs in a row could read differently, with the status that refuses each, and those that only look like them.

Behind each of them on the same connection stands SECOND, a request of its own. Where a request is refused, nobody may ever answer that second one.
"""
import json

SECOND = b"GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n"
COMPLAINT = json.dumps({"channel": "email", "language": "en", "complainant": {"name": "Anna Liepa"},
                        "narrative": "GET /readyz HTTP/1.1\r\nHost: x\r\n\r\nThe parcel came late."}).encode()


def get(head="", target="/healthz", version="HTTP/1.1", host="Host: x\r\n"):
    return f"GET {target} {version}\r\n{host}{head}\r\n".encode("utf-8", "surrogateescape")


def post(head, body=b"", method="POST", target="/api/v1/complaints", version="HTTP/1.1"):
    start = f"{method} {target} {version}\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\nContent-Type: application/json\r\n"
    return start.encode() + head.encode() + b"\r\n" + body


def chunked(body):
    return post("Transfer-Encoding: chunked\r\n", body)


def length(value):
    return post(f"Content-Length: {value}\r\n", b"hello")


def encoding(*lines):
    return post("".join(f"Transfer-Encoding{line}\r\n" for line in lines), b"0\r\n\r\n")


WHOSE_END_IS_DISPUTED = {
    "a length, but chunks": (400, post("Content-Length: 6\r\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\nG")),
    "chunks, but a length": (400, post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", b"8\r\nSMUGGLED\r\n0\r\n\r\n")),
    "a length of nothing, but chunks": (400, post("Content-Length: 0\r\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\n")),
    "chunks, but a length, of a GET": (400, get("Content-Length: 0\r\nTransfer-Encoding: chunked\r\n")),
    "chunks twice": (400, encoding(": chunked", ": chunked")),
    "chunks, then as it is": (400, encoding(": chunked", ": identity")),
    "as it is, then chunks": (400, encoding(": identity", ": chunked")),
    "chunks and as it is, in one line": (400, encoding(": chunked, identity")),
    "chunks in chunks": (400, encoding(": chunked, chunked")),
    "packed, then chunks": (400, encoding(": gzip, chunked")),
    "packed only": (400, encoding(": gzip")),
    "chunks in capitals": (400, encoding(": Chunked")),
    "almost chunks": (400, encoding(": xchunked")),
    "chunks in quotes": (400, encoding(': "chunked"')),
    "chunks with a parameter": (400, encoding(": chunked;q=1")),
    "chunks behind a vertical tab": (400, encoding(":\x0bchunked")),
    "chunks behind a comma": (400, encoding(": ,chunked")),
    "chunks, a space before the colon": (400, encoding(" : chunked")),
    "chunks, a tab before the colon": (400, encoding("\t: chunked")),
    "chunks in a folded line": (400, encoding(":\r\n chunked")),
    "chunks behind a bare line feed": (400, post("X: y\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\n")),
    "chunks behind a bare carriage return": (400, post("X: y\rTransfer-Encoding: chunked\r\n", b"0\r\n\r\n")),
    "chunks under a name with an underscore": (411, post("Transfer_Encoding: chunked\r\n", b"0\r\n\r\n")),
    "an empty encoding": (400, encoding(":")),
    "chunks of HTTP/1.0": (400, post("Transfer-Encoding: chunked\r\n", b"0\r\n\r\n", version="HTTP/1.0")),
    "the same length twice": (400, post("Content-Length: 5\r\nContent-Length: 5\r\n", b"hello")),
    "two lengths": (400, post("Content-Length: 5\r\nContent-Length: 6\r\n", b"hello")),
    "two lengths in one line": (400, length("5, 5")),
    "two lengths and a comma only": (400, length("5,6")),
    "a length with a sign": (400, length("+5")),
    "a length below nothing": (400, length("-5")),
    "a length in hex": (400, length("0x5")),
    "a length in hex digits": (400, length("a")),
    "a length with a point": (400, length("5.0")),
    "a length with an exponent": (400, length("5e0")),
    "a length with thousands": (400, length("1_0")),
    "a length in two parts": (400, length("5 5")),
    "a length in quotes": (400, length('"5"')),
    "a length with a NUL": (400, length("5\0")),
    "a length with wide digits": (400, length("５")),
    "a length that overflows 64 bits": (400, length("18446744073709551621")),
    "a length that overflows 128 bits": (400, length("340282366920938463463374607431768211461")),
    "an empty length": (400, length("")),
    "a length, a space before the colon": (400, post("Content-Length : 5\r\n", b"hello")),
    "a length in a folded line": (400, post("Content-Length:\r\n 5\r\n", b"hello")),
    "a POST without a length": (411, post("")),
    "a PATCH without a length": (411, post("", method="PATCH", target="/api/v1/users/ilze")),
    "a PUT without a length": (411, post("", method="PUT")),
}

WHOSE_CHUNKS_ARE_WRONG = {
    "a size that ends in a line feed": (400, chunked(b"5\nhello\r\n0\r\n\r\n")),
    "a size that ends in a carriage return": (400, chunked(b"5\rhello\r\n0\r\n\r\n")),
    "a line feed in an extension": (400, chunked(b"5;\nx\r\nhello\r\n0\r\n\r\n")),
    "a line feed in the name of an extension": (400, chunked(b"5;a\nb\r\nhello\r\n0\r\n\r\n")),
    "a line feed in the quotes of an extension": (400, chunked(b'5;a="\n"\r\nhello\r\n0\r\n\r\n')),
    "a request in the quotes of an extension": (400, chunked(b'2;a="\nxx\n2c\n0\n\n' + SECOND.replace(b"\r\n", b"\n") + b'"\r\nxx\r\n0\r\n\r\n')),
    "a carriage return in an extension": (400, chunked(b"5;a=\rb\r\nhello\r\n0\r\n\r\n")),
    "a NUL in an extension": (400, chunked(b"5;a=\0\r\nhello\r\n0\r\n\r\n")),
    "an extension without a name": (400, chunked(b"5;=b\r\nhello\r\n0\r\n\r\n")),
    "an extension without a semicolon": (400, chunked(b"5 a=b\r\nhello\r\n0\r\n\r\n")),
    "an extension that is too long": (400, chunked(b"5;" + b"a" * 100_000 + b"\r\nhello\r\n0\r\n\r\n")),
    "an extension that never ends": (400, chunked(b"5;" + b"a" * 1_000_000)),
    "many extensions": (400, chunked(b"1;aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\nx\r\n" * 1000)),
    "a size with a blank behind": (400, chunked(b"5 \r\nhello\r\n0\r\n\r\n")),
    "a size with a blank before": (400, chunked(b" 5\r\nhello\r\n0\r\n\r\n")),
    "a size with a sign": (400, chunked(b"+5\r\nhello\r\n0\r\n\r\n")),
    "a size below nothing": (400, chunked(b"-5\r\nhello\r\n0\r\n\r\n")),
    "a size with a prefix": (400, chunked(b"0x5\r\nhello\r\n0\r\n\r\n")),
    "a size with an underscore": (400, chunked(b"0_5\r\nhello\r\n0\r\n\r\n")),
    "a size that overflows to five": (400, chunked(b"10000000000000005\r\nhello\r\n0\r\n\r\n")),
    "a size that is the largest there is": (413, chunked(b"FFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n")),
    "a size that is no number": (400, chunked(b"g\r\nhello\r\n0\r\n\r\n")),
    "a size that is missing": (400, chunked(b"\r\nhello\r\n0\r\n\r\n")),
    "a chunk longer than it says": (400, chunked(b"5\r\nhelloworld\r\n0\r\n\r\n")),
    "a chunk that ends in a line feed": (400, chunked(b"5\r\nhello\n0\r\n\r\n")),
    "a chunk that ends in a carriage return": (400, chunked(b"5\r\nhello\r0\r\n\r\n")),
    "a chunk that ends in two other bytes": (400, chunked(b"5\r\nhelloXX0\r\n\r\n")),
    "a last chunk that ends in a line feed": (400, chunked(b"5\r\nhello\r\n0\n\r\n")),
    "an end that is a line feed": (400, chunked(b"5\r\nhello\r\n0\r\n\n")),
    "a trailer that ends in a line feed": (400, chunked(b"5\r\nhello\r\n0\r\nX: y\n\r\n")),
    "a trailer in a folded line": (400, chunked(b"5\r\nhello\r\n0\r\nX: y\r\n z\r\n\r\n")),
    "a trailer without a colon": (400, chunked(b"5\r\nhello\r\n0\r\nX\r\n\r\n")),
    "a trailer that is a request": (400, chunked(b"5\r\nhello\r\n0\r\n" + SECOND)),
    "a trailer with a length": (400, chunked(b"5\r\nhello\r\n0\r\nContent-Length: 50\r\n\r\n")),
    "a trailer with an encoding": (400, chunked(b"5\r\nhello\r\n0\r\nTransfer-Encoding: chunked\r\n\r\n")),
    "a trailer with a host": (400, chunked(b"5\r\nhello\r\n0\r\nHost: y\r\n\r\n")),
    "trailers without end": (431, chunked(b"5\r\nhello\r\n0\r\n" + b"X: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n" * 1000)),
}

WHOSE_HEADER_IS_WRONG = {
    "a request line that ends in a line feed": (400, b"GET /healthz HTTP/1.1\nHost: x\r\n\r\n"),
    "a request line that ends in a carriage return": (400, b"GET /healthz HTTP/1.1\rHost: x\r\n\r\n"),
    "lines that end in line feeds": (400, b"GET /healthz HTTP/1.1\nHost: x\n\n"),
    "a field that ends in a line feed": (400, get("A: b\nC: d\r\n")),
    "a field that ends in two carriage returns": (400, get("A: b\r\r\n")),
    "an empty line of two carriage returns": (400, b"GET /healthz HTTP/1.1\r\nHost: x\r\r\n\r\n"),
    "an empty line before the request": (400, b"\r\n" + get()),
    "two empty lines before the request": (400, b"\r\n\r\n" + get()),
    "a carriage return in a value": (400, get("A: b\rc\r\n")),
    "a line folded by a space": (400, get("A: b\r\n c\r\n")),
    "a line folded by a tab": (400, get("A: b\r\n\tc\r\n")),
    "a first field that is folded": (400, get(host=" Host: x\r\n")),
    "a NUL in a value": (400, get("A: b\0c\r\n")),
    "a NUL in a name": (400, get("A\0: b\r\n")),
    "an escape in a value": (400, get("A: b\x1b[2J\r\n")),
    "a delete in a value": (400, get("A: b\x7f\r\n")),
    "a space before the colon": (400, get("A : b\r\n")),
    "a space in a name": (400, get("A B: c\r\n")),
    "a name with a bracket": (400, get("A(B): c\r\n")),
    "a name that is not ASCII": (400, get("Ā: b\r\n")),
    "no name": (400, get(": b\r\n")),
    "no colon": (400, get("nothing\r\n")),
    "an encoded word": (400, get("A: =?utf-8?Q?a=0D=0Ab?=\r\n")),
    "the beginning of an encoded word": (400, get("A: b =?utf-8\r\n")),
    "no host": (400, get(host="")),
    "an empty host": (400, get(host="Host:\r\n")),
    "two hosts": (400, get("Host: y\r\n")),
    "the same host twice": (400, get("Host: x\r\n")),
    "two hosts in one line": (400, get(host="Host: x, y\r\n")),
    "a host with a space": (400, get(host="Host: x y\r\n")),
    "a host with a path": (400, get(host="Host: x/y\r\n")),
    "a host with a user": (400, get(host="Host: y@x\r\n")),
    "a host, a space before the colon": (400, get(host="Host : x\r\n")),
    "no host in HTTP/1.0": (400, get(version="HTTP/1.0", host="")),
    "a method with a bracket": (400, b"G(ET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"),
    "no method": (400, b" /healthz HTTP/1.1\r\nHost: x\r\n\r\n"),
    "two spaces before the target": (400, b"GET  /healthz HTTP/1.1\r\nHost: x\r\n\r\n"),
    "two spaces behind the target": (400, b"GET /healthz  HTTP/1.1\r\nHost: x\r\n\r\n"),
    "a tab before the target": (400, b"GET\t/healthz HTTP/1.1\r\nHost: x\r\n\r\n"),
    "a space in the target": (400, get(target="/healthz x")),
    "a target that is not ASCII": (400, get(target="/healthz/ā")),
    "a target with a fragment": (400, get(target="/healthz#x")),
    "a target that is a whole address": (400, get(target="http://y/healthz")),
    "a target without a slash": (400, get(target="healthz")),
    "a target that is a star": (400, get(target="*")),
    "a target with a NUL": (400, get(target="/healthz%00")),
    "a target with half an escape": (400, get(target="/healthz%4")),
    "a target with a wrong escape": (400, get(target="/healthz%zz")),
    "a tunnel": (400, b"CONNECT x:443 HTTP/1.1\r\nHost: x:443\r\n\r\n"),
    "HTTP/2": (505, get(version="HTTP/2.0")),
    "HTTP/1.2": (505, get(version="HTTP/1.2")),
    "HTTP/0.9 by number": (505, get(version="HTTP/0.9")),
    "HTTP/0.9 as it was": (400, b"GET /healthz\r\n\r\n"),
    "a version in small letters": (505, get(version="http/1.1")),
    "a version with a leading zero": (505, get(version="HTTP/01.1")),
    "a version with three parts": (505, get(version="HTTP/1.1.1")),
    "the preface of HTTP/2": (505, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    "the greeting of TLS": (400, bytes.fromhex("16030100c8010000c4030300000000000000000000000000")),
    "a header larger than we read": (431, get("A: " + "b" * 20_000 + "\r\n")),
    "a target larger than we read": (431, get(target="/" + "a" * 20_000)),
    "a header without end": (431, b"GET /healthz HTTP/1.1\r\nHost: x\r\nA: " + b"b" * 100_000),
    "a hundred and one fields": (431, get("A: b\r\n" * 100)),
}

WHOSE_BODY_IS_NOT_READ = {
    "a body that nobody asked for": (413, get(f"Content-Length: {len(SECOND)}\r\n") + SECOND),
    "chunks that nobody asked for": (413, get("Transfer-Encoding: chunked\r\n") + b"%x\r\n" % len(SECOND) + SECOND + b"\r\n0\r\n\r\n"),
    "a body for nobody": (404, post(f"Content-Length: {len(SECOND)}\r\n", SECOND, target="/api/v1/nothing")),
    "chunks for nobody": (404, post("Transfer-Encoding: chunked\r\n", b"%x\r\n" % len(SECOND) + SECOND + b"\r\n0\r\n\r\n", target="/api/v1/nothing")),
    "a body for another method": (405, post(f"Content-Length: {len(SECOND)}\r\n", SECOND, target="/healthz")),
    "a body from nobody": (401, post(f"Content-Length: {len(SECOND)}\r\n", SECOND).replace(b"Bearer TOKEN", b"Bearer guess")),
    "a body that is announced too large": (413, post("Content-Length: 9999999999\r\n", SECOND)),
    "a body that is too large for its route": (413, post("Content-Length: 20000\r\n", b"x" * 20_000, target="/api/v1/session")),
    "chunks too large for their route": (413, post("Transfer-Encoding: chunked\r\n", (b"1000\r\n" + b"x" * 4096 + b"\r\n") * 5, target="/api/v1/session")),
}

REFUSED = {**WHOSE_END_IS_DISPUTED, **WHOSE_CHUNKS_ARE_WRONG, **WHOSE_HEADER_IS_WRONG, **WHOSE_BODY_IS_NOT_READ}

# These end with the client's own end of sending: nothing can follow them.
CUT_SHORT = {
    "a header": b"GET /healthz HTTP/1.1\r\nHost: x\r\nA:",
    "a request line": b"GET /hea",
    "a body": length("50"),
    "a body before its first byte": post("Content-Length: 50\r\n"),
    "a size": chunked(b"5"),
    "a chunk": chunked(b"5\r\nhel"),
    "chunks before the last": chunked(b"5\r\nhello\r\n"),
    "the last chunk": chunked(b"5\r\nhello\r\n0\r\n"),
    "a trailer": chunked(b"5\r\nhello\r\n0\r\nX: y\r\n"),
}


def in_chunks(pieces, extension=b"", last=b"0\r\n\r\n"):
    size = -(-len(COMPLAINT) // pieces)
    parts = [COMPLAINT[at:at + size] for at in range(0, len(COMPLAINT), size)]
    return b"".join(b"%X%s\r\n%s\r\n" % (len(part), extension, part) for part in parts) + last


def whole(head):
    return post(head + f"Content-Length: {len(COMPLAINT)}\r\n", COMPLAINT)


# With the status of each: the framing is right, and so the second request has its answer too.
ACCEPTED = {
    "a body with a request in it": (201, whole("")),
    "a length with leading zeros": (201, post(f"Content-Length: 00{len(COMPLAINT)}\r\n", COMPLAINT)),
    "a length with blanks around": (201, post(f"Content-Length: \t {len(COMPLAINT)} \t\r\n", COMPLAINT)),
    "a length whose name is in small letters": (201, post(f"content-length:{len(COMPLAINT)}\r\n", COMPLAINT)),
    "a length in capitals": (201, post(f"CONTENT-LENGTH: {len(COMPLAINT)}\r\n", COMPLAINT)),
    "a length of nothing": (204, post("Content-Length: 0\r\n", method="DELETE", target="/api/v1/session")),
    "one chunk": (201, chunked(in_chunks(1))),
    "many chunks": (201, chunked(in_chunks(60))),
    "chunks of one byte": (201, chunked(in_chunks(len(COMPLAINT)))),
    "a size in small letters": (201, chunked(b"%x\r\n%s\r\n0\r\n\r\n" % (len(COMPLAINT), COMPLAINT))),
    "sizes with leading zeros": (201, chunked(b"0000%x\r\n%s\r\n000\r\n\r\n" % (len(COMPLAINT), COMPLAINT))),
    "an extension": (201, chunked(in_chunks(3, b";a=b"))),
    "an extension without a value": (201, chunked(in_chunks(3, b";a"))),
    "an extension in quotes": (201, chunked(in_chunks(3, b';a="b \\" c"'))),
    "several extensions": (201, chunked(in_chunks(3, b";a;b=c"))),
    "an extension of the last chunk": (201, chunked(in_chunks(3, last=b"0;a=b\r\n\r\n"))),
    "a trailer": (201, chunked(in_chunks(3, last=b"0\r\nX-Sum: 12\r\n\r\n"))),
    "a field that looks like a length": (201, whole("X-Content-Length: 3\r\nContent-Length-Was: 4\r\n")),
    "a field that looks like an encoding": (201, whole("X-Transfer-Encoding: chunked\r\nTE: trailers\r\n")),
    "a second protocol on offer": (200, get("Connection: Upgrade\r\nUpgrade: h2c\r\n")),
    "an empty value": (200, get("A:\r\n")),
    "a value with a colon": (200, get("A: b: c\r\n")),
    "a value with half of an encoded word": (200, get("A: b ?= c\r\n")),
    "a value that is not ASCII": (200, get("A: Bērziņa\r\n")),
    "a value with a tab": (200, get("A: b\tc\r\n")),
    "a name with every sign it may have": (200, get("!#$%&'*+-.^_`|~1aZ: b\r\n")),
    "a hundred fields": (200, get("A: b\r\n" * 99)),
    "a header almost as large as we read": (200, get("A: " + "b" * 16_000 + "\r\n")),
    "a host with a port": (200, get(host="Host: localhost:8080\r\n")),
    "a host that is an address": (200, get(host="Host: [::1]:8080\r\n")),
    "a host without a blank": (200, get(host="Host:x\r\n")),
    "a target with a question": (200, get(target="/healthz?a=?b=%20&c")),
    "a target with an escape": (200, get(target="/%68ealthz")),
    "HTTP/1.0 that stays": (200, get("Connection: keep-alive\r\n", version="HTTP/1.0")),
    "a HEAD": (200, b"HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\n"),
}
