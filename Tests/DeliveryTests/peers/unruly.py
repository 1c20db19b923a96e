"""A mail server and a web server on 127.0.0.1 that behave as they are told, and remember whatever reached them whole.

Prints `ready MAIL-PORT WEB-PORT`. On standard input:
  behave MAIL WEB   from the next mail or request on, each one of MAIL and WEB below; or `wild`: any of them by chance
  treat NAME MOOD   so towards this local part of a mail address, or path of a web address, alone: for mail a mood from
                    the recipient on
  arrivals          prints all that arrived since it was last asked, as one JSON line
  counts            prints the connections to the mail server and the requests to the web server
End of input ends it. The web server speaks TLS.

usage: unruly.py SEED CERTIFICATE KEY
"""
import email, json, random, socket, ssl, sys, threading, time

chance = random.Random(int(sys.argv[1]))
context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain(sys.argv[2], sys.argv[3])
lock = threading.Lock()
state = {"mail": "good", "web": "good"}
treated = {}
counts = [0, 0]
arrivals = []

# For each mail or connection. `stall` costs a time limit, and is rare by chance.
MAIL = ["good", "drop-greeting", "busy-greeting", "refuse-greeting", "drop-ehlo", "drop-mail", "defer-mail", "busy-mail",
        "drop-rcpt", "defer-rcpt", "refuse-rcpt", "drop-data", "drop-inside", "defer-content", "refuse-content",
        "busy-content", "busy-rcpt", "login-rcpt", "take-and-drop", "drop-after-answer", "stall"]
WEB = ["good", "drop-early", "drop-late", "400", "410", "429", "500", "503", "stall"]


def pick(names, wanted):
    if wanted != "wild":
        return wanted
    with lock:
        draw = chance.random()
        if draw < 0.5:
            return "good"
        return "stall" if draw < 0.505 else chance.choice(names[1:-1])


def keep(channel, name, to, data, answered):
    with lock:
        arrivals.append({"channel": channel, "id": name, "to": to, "bytes": data.decode("latin-1"),
                         "isAnswered": answered})


def close(connection):
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass


def stall():
    time.sleep(8)
    raise OSError


def dotted(file):
    """What stands between DATA and the dot; None if it ended before."""
    lines = []
    while (line := file.readline()) != b".\r\n":
        if not line.endswith(b"\n"):
            return None
        lines.append(line[1:] if line.startswith(b".") else line)
    return b"".join(lines)


def converse(connection):
    counts[0] += 1
    file = connection.makefile("rb")

    def say(line):
        connection.sendall(line.encode() + b"\r\n")

    mood = pick(MAIL, state["mail"])
    if mood == "drop-greeting":
        return
    if mood in ("busy-greeting", "refuse-greeting"):
        say("421 4.3.2 not now" if mood == "busy-greeting" else "554 5.3.2 no mail here")
        return
    if mood == "stall":
        stall()
    say("220 unruly.test")
    to = ""
    while line := file.readline():
        command = line.split()[0].upper().decode("latin-1") if line.split() else ""
        if command == "EHLO":
            if mood == "drop-ehlo":
                return
            say("250-unruly.test\r\n250 SIZE 10000000")
        elif command == "MAIL":
            mood = pick(MAIL, state["mail"])
            if mood in ("drop-mail", "drop-greeting", "drop-ehlo"):
                return
            if mood in ("busy-mail", "busy-greeting"):
                say("421 4.7.0 too many")
                return
            say("451 4.7.1 later" if mood == "defer-mail" else "250 OK")
        elif command == "RCPT":
            to = line.decode("latin-1").split("<")[1].split(">")[0]
            mood = treated.get(to.split("@")[0], mood)
            if mood == "drop-rcpt":
                return
            say({"defer-rcpt": "452 4.2.2 mailbox full", "refuse-rcpt": "550 5.1.1 no such mailbox",
                 "busy-rcpt": "421 4.7.0 bye", "login-rcpt": "530 5.7.0 log in first"}.get(mood, "250 OK"))
            if mood == "busy-rcpt":
                return
        elif command == "DATA":
            if mood == "drop-data":
                return
            say("354 go on")
            if mood == "drop-inside":
                file.readline()
                return
            if (data := dotted(file)) is None:
                return
            if mood in ("defer-content", "refuse-content", "busy-content"):
                say({"defer-content": "451 4.3.0 try again", "refuse-content": "554 5.6.0 refused",
                     "busy-content": "421 4.3.2 full"}[mood])
                if mood == "busy-content":
                    return
                continue
            name = email.message_from_bytes(data)["Message-ID"].strip("<>").split("@")[0]
            answered = mood not in ("take-and-drop", "stall")
            keep("mail", name, to, data, answered)
            if mood == "stall":
                stall()
            if not answered:
                return
            say("250 kept")
            if mood == "drop-after-answer":
                return
        elif command == "QUIT":
            say("221 bye")
            return
        else:
            say("250 OK")


def receive(plain):
    connection = context.wrap_socket(plain, server_side=True)
    try:
        answer(connection)
    finally:
        close(connection)


def answer(connection):
    file = connection.makefile("rb")
    while start := file.readline():
        path = start.decode("latin-1").split()[1].strip("/")
        headers = {}
        while (line := file.readline()) not in (b"\r\n", b""):
            name, value = line.decode("latin-1").split(":", 1)
            headers[name.lower()] = value.strip()
        counts[1] += 1
        mood = treated.get(path) or pick(WEB, state["web"])
        if mood == "drop-early":
            return
        size = int(headers.get("content-length", 0))
        body = file.read(size)
        if len(body) < size:
            return
        if mood in ("good", "drop-late", "stall"):
            keep("webhook", headers["webhook-id"], path, body, mood == "good")
        if mood == "stall":
            stall()
        if mood == "drop-late":
            return
        status = "200" if mood == "good" else mood
        more = "Retry-After: 90\r\n" if mood in ("429", "503") else ""
        connection.sendall(f"HTTP/1.1 {status} x\r\n{more}Content-Length: 0\r\n\r\n".encode())


def listen(serve):
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)

    def session(connection):
        try:
            serve(connection)
        except (OSError, IndexError, ValueError, TypeError):
            pass
        close(connection)
        connection.close()

    def accept():
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=session, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return listener.getsockname()[1]


print("ready", listen(converse), listen(receive), flush=True)
for command in sys.stdin:
    words = command.split()
    if words[0] == "behave":
        assert words[1] in MAIL + ["wild"] and words[2] in WEB + ["wild"], command
        state["mail"], state["web"] = words[1], words[2]
        print("[]", flush=True)
    elif words[0] == "treat":
        assert words[2] in MAIL + WEB, command
        treated[words[1]] = words[2]
        print("[]", flush=True)
    elif words[0] == "arrivals":
        with lock:
            print(json.dumps(arrivals), flush=True)
            arrivals.clear()
    else:
        print(json.dumps(counts), flush=True)
