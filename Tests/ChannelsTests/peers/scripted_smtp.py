"""A mail server on 127.0.0.1 that misbehaves as its argument says. Prints `ready PORT`, ends with standard input.

usage: scripted_smtp.py SCRIPT, one of the functions' names below. On standard input `count` prints what it saw.
"""
import json, socket, sys, threading, time

script = sys.argv[1]
seen = {"connections": 0, "mails": 0, "commands": []}
kept = []


class Gone(Exception):
    pass


class Session:
    def __init__(self, connection):
        self.connection, self.file = connection, connection.makefile("rb")

    def say(self, line):
        self.connection.sendall(line.encode() + b"\r\n")

    def line(self):
        line = self.file.readline().decode("latin-1")
        if not line:
            raise Gone
        seen["commands"].append(line.split()[0].upper() if line.split() else "")
        return line.strip()

    def content(self):
        lines = []
        while (line := self.file.readline()) != b".\r\n":
            if not line:
                raise Gone
            lines.append(line)
        kept.append(b"".join(lines).decode("latin-1"))
        seen["mails"] += 1

    def stall(self):
        time.sleep(30)

    def drop(self):
        raise Gone


def reply(session, command, argument):
    """What a good server says; a script answers in its place where it returns something."""
    special = SCRIPTS[script](session, command, argument)
    if special is True:
        return
    if special:
        session.say(special)
    elif command == "EHLO":
        session.say("250-scripted.test\r\n250 SIZE 1000000")
    elif command == "DATA":
        session.say("354 go on")
        session.content()
        after = SCRIPTS[script](session, "CONTENT", "")
        if after is not True:
            session.say(after or "250 kept")
    elif command == "QUIT":
        session.say("221 bye")
        session.drop()
    else:
        session.say("250 OK")


def per_recipient(session, command, argument):
    if command == "RCPT":
        code = argument.split("<")[1][:3]
        if code == "421":
            session.say("421 4.7.0 bye")
            session.drop()
        return {"452": "452 4.2.2 hộp thư đầy", "550": "550-5.1.1 no such\r\n550 5.1.1 mailbox",
                "530": "530 5.7.0 log in first"}.get(code)


def once(state={"done": False}):
    first, state["done"] = not state["done"], True
    return first


def idle_drop(session, command, argument):
    """Hangs up after each mail, without a word."""
    if command == "CONTENT":
        session.say("250 kept")
        session.connection.shutdown(socket.SHUT_RDWR)
        session.drop()


def idle_421(session, command, argument):
    """Takes one mail a connection, then says 421 to the next MAIL."""
    if command == "MAIL" and getattr(session, "had", False):
        session.say("421 4.7.0 one mail a connection")
        session.drop()
    if command == "CONTENT":
        session.had = True


SCRIPTS = {
    "good": lambda s, c, a: None,
    "per_recipient": per_recipient,
    "stall_at_greeting": lambda s, c, a: s.stall() if c == "GREETING" else None,
    "stall_at_rcpt": lambda s, c, a: s.stall() if c == "RCPT" else None,
    "stall_after_data": lambda s, c, a: s.stall() if c == "CONTENT" else None,
    "stall_at_quit": lambda s, c, a: s.stall() if c == "QUIT" else None,
    "drop_at_greeting": lambda s, c, a: s.drop() if c == "GREETING" else None,
    "drop_at_mail": lambda s, c, a: s.drop() if c == "MAIL" else None,
    "drop_at_data": lambda s, c, a: s.drop() if c == "DATA" else None,
    "accept_then_drop": lambda s, c, a: s.drop() if c == "CONTENT" else None,
    "busy_greeting": lambda s, c, a: "421 4.3.2 shutting down" if c == "GREETING" else None,
    "no_service": lambda s, c, a: "554 5.3.2 no mail here" if c == "GREETING" else None,
    "refuse_sender": lambda s, c, a: "550 5.7.1 sender refused" if c == "MAIL" else None,
    "defer_sender": lambda s, c, a: "451 4.7.1 greylisted" if c == "MAIL" else None,
    "refuse_content": lambda s, c, a: "554 5.6.0 content refused" if c == "CONTENT" else None,
    "defer_content": lambda s, c, a: "451 4.3.0 try again" if c == "CONTENT" else None,
    "login_at_sender": lambda s, c, a: "530 5.7.0 log in first" if c == "MAIL" else None,
    "login_at_content": lambda s, c, a: "530 5.7.0 log in first" if c == "CONTENT" else None,
    "idle_drop": idle_drop,
    "idle_421": idle_421,
}


def drop_inside_data(session, command, argument):
    if command == "DATA":
        session.say("354 go on")
        session.file.read(1000)
        session.drop()


SCRIPTS["drop_inside_data"] = drop_inside_data


def serve(connection):
    session = Session(connection)
    try:
        greeting = SCRIPTS[script](session, "GREETING", "")
        session.say(greeting or "220 scripted.test ESMTP")
        if greeting:
            return
        while True:
            command, _, argument = session.line().partition(" ")
            reply(session, command.upper(), argument)
    except (Gone, OSError):
        pass
    finally:
        session.file.close()
        connection.close()


def accept(listener):
    while True:
        connection, _ = listener.accept()
        seen["connections"] += 1
        threading.Thread(target=serve, args=(connection,), daemon=True).start()


listener = socket.create_server(("127.0.0.1", 0))
threading.Thread(target=accept, args=(listener,), daemon=True).start()
print("ready", listener.getsockname()[1], flush=True)
for command in sys.stdin:
    print(json.dumps(kept if command.strip() == "mails" else seen), flush=True)
