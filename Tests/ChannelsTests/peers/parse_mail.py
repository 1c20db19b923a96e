"""Reads a mail from standard input with Python's email (policy default) and prints what it understood, as JSON."""
import email, email.policy, json, sys
from email.header import decode_header, make_header
from email.utils import getaddresses

raw = sys.stdin.buffer.read()
mail = email.message_from_bytes(raw, policy=email.policy.default)
body = mail.get_body(preferencelist=("plain",))
html = mail.get_body(preferencelist=("html",))


old = email.message_from_bytes(raw)


def boxes(name):
    """By the older parser: before Python 3.13 the newer one shows blanks between the encoded words of a name."""
    addresses = [a.addr_spec for a in mail[name].addresses] if name in mail else []
    found = [[str(make_header(decode_header(n))), a] for n, a in getaddresses(old.get_all(name, []))]
    assert [a for _, a in found] == addresses
    return found


def words(part):
    """Lines of parts in base64 keep their network line ends in Python."""
    return part.get_content().replace("\r\n", "\n") if part else None


def defects(part):
    return [str(d) for d in part.defects] + [str(d) for h in part.values() for d in getattr(h, "defects", [])]


print(json.dumps({
    "subject": mail["Subject"],
    "date": int(mail["Date"].datetime.timestamp()),
    "offset": int(mail["Date"].datetime.utcoffset().total_seconds() // 60),
    "from": boxes("From"), "to": boxes("To"), "replyTo": boxes("Reply-To"),
    "headers": {k: v for k, v in mail.items()},
    "type": mail.get_content_type(),
    "parts": [p.get_content_type() for p in mail.walk()],
    "text": words(body),
    "html": words(html),
    "attachments": [
        {"name": a.get_filename(), "type": a.get_content_type(), "method": a.get_param("method"), "text": words(a)}
        for a in mail.iter_attachments()] if mail.is_multipart() else [],
    "defects": [d for p in mail.walk() for d in defects(p)],
    "longest": max(len(line) for line in raw.split(b"\r\n")),
    "bareLines": raw.replace(b"\r\n", b"").count(b"\n") + raw.replace(b"\r\n", b"").count(b"\r"),
    "ascii": all(b < 0x80 for b in raw),
}))
