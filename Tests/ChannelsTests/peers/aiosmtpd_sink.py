"""A mail server (aiosmtpd) on 127.0.0.1 that keeps mails, as a test says in its arguments.

Prints `ready PORT`; on standard input `mails` prints the mails kept so far as one JSON line, `count` only their number
and that of connections; end of input ends it.

usage: aiosmtpd_sink.py [--cert FILE --key FILE] [--tls starttls|implicit|none] [--user NAME --password TEXT]
                        [--forget] [--per-connection N]
"""
import argparse, asyncio, json, socket, ssl, sys

try:
    from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
except ImportError:
    print("missing aiosmtpd")
    sys.exit(3)

arguments = argparse.ArgumentParser()
arguments.add_argument("--cert")
arguments.add_argument("--key")
arguments.add_argument("--tls", default="none")
arguments.add_argument("--user")
arguments.add_argument("--password")
arguments.add_argument("--forget", action="store_true")
arguments.add_argument("--per-connection", type=int, default=0)
options = arguments.parse_args()

context = None
if options.cert:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(options.cert, options.key)

mails, seen = [], {"connections": 0, "mails": 0, "logins": 0}


class Sink:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.startswith("no-one"):
            return "550 5.1.1 no such mailbox"
        if address.startswith("full"):
            return "452 4.2.2 mailbox full"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        seen["mails"] += 1
        if not options.forget:
            mails.append({"from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": session.ssl is not None,
                          "user": (session.auth_data.login.decode() if session.auth_data else None),
                          "bytes": envelope.content.decode("latin-1")})
        session.kept = getattr(session, "kept", 0) + 1
        if session.kept == options.per_connection:
            asyncio.get_running_loop().call_soon(server.transport.close)
        return "250 kept"


def check(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and (data.login.decode(), data.password.decode()) == (
        options.user, options.password)
    seen["logins"] += good
    return AuthResult(success=good, auth_data=data, handled=False)


def session():
    seen["connections"] += 1
    starttls = options.tls == "starttls"
    return SMTP(Sink(), hostname="sink.test", tls_context=context if starttls else None, require_starttls=starttls,
                authenticator=check if options.user else None, auth_required=bool(options.user),
                auth_require_tls=starttls, loop=asyncio.get_running_loop())


async def commands():
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        print(json.dumps(mails if line.strip() == "mails" else seen), flush=True)


async def main():
    listener = socket.create_server(("127.0.0.1", 0))
    server = await asyncio.get_running_loop().create_server(
        session, sock=listener, ssl=context if options.tls == "implicit" else None)
    print("ready", listener.getsockname()[1], flush=True)
    await commands()
    server.close()


asyncio.run(main())
