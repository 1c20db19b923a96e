"""A mail server (aiosmtpd, STARTTLS and login wanted) that keeps mails in a folder: mail-server.py FOLDER CERTIFICATE KEY

While FOLDER/hold is there, no mail is answered; while FOLDER/refuse is there, each is put off (451). The file
FOLDER/waiting is there while a mail waits for its answer.
"""
import asyncio, os, socket, ssl, sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

folder, certificate, key = sys.argv[1:]
context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain(certificate, key)


def there(name):
    return os.path.exists(f"{folder}/{name}")


class Keeper:
    count = 0

    async def handle_DATA(self, server, session, envelope):
        if there("refuse"):
            return "451 4.3.0 not now"
        if there("hold"):
            open(f"{folder}/waiting", "w").close()
            while there("hold"):
                await asyncio.sleep(0.05)
            os.unlink(f"{folder}/waiting")
        Keeper.count += 1
        head = f"X-Kept-For: {', '.join(envelope.rcpt_tos)}\r\nX-Kept-Login: {session.auth_data.login.decode()}\r\n"
        name = f"{folder}/{os.getpid()}-{Keeper.count:05}.eml"
        with open(name + ".new", "wb") as file:
            file.write(head.encode() + envelope.content)
        os.rename(name + ".new", name)
        return "250 kept"


def check(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"nhacviec", b"secret-of-the-test")
    return AuthResult(success=good, auth_data=data, handled=False)


async def main():
    loop = asyncio.get_running_loop()
    await loop.create_server(
        lambda: SMTP(Keeper(), hostname="localhost", tls_context=context, require_starttls=True, authenticator=check,
                     auth_required=True, auth_require_tls=True, loop=loop),
        sock=socket.create_server(("127.0.0.1", 2525)))
    notify = os.environ.get("NOTIFY_SOCKET")
    if notify:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ready:
            ready.sendto(b"READY=1", "\0" + notify[1:] if notify[0] == "@" else notify)
    await asyncio.Event().wait()


asyncio.run(main())
