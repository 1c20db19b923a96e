"""A journal at the place of systemd's, and one entry for it after the other.

usage: journal_peer.py WRITER, in a mount namespace whose /run is empty (Peer.journal). Prints `ready 0`. Commands on standard
input, each answered by a line:
listen        there is a journal from now on
file          there is a file in its place
fill          makes the journal's queue full, so that it takes nothing more
send FILE     WRITER gets FILE as its standard input: JSON of what it said and of the entry that came, as [name, value]
without FILE  the same where libsystemd is no library
"""
import fcntl, json, os, socket, struct, subprocess, sys, tempfile

PLACE = "/run/systemd/journal/socket"
listener = None
fillers = []


def fields(data):
    found = []
    while data:
        line, data = data.split(b"\n", 1)
        if b"=" in line:
            name, value = line.split(b"=", 1)
        else:
            (size,) = struct.unpack("<Q", data[:8])
            name, value = line, data[8:8 + size]
            assert data[8 + size:9 + size] == b"\n"
            data = data[9 + size:]
        found.append([name.decode(), value.decode()])
    return found


def received():
    try:
        data, files, _, _ = socket.recv_fds(listener, 1 << 24, 4)
    except BlockingIOError:
        return None
    if files:
        # As journald: only files that nobody can change any more.
        assert not data and fcntl.fcntl(files[0], fcntl.F_GET_SEALS) & 0xF == 0xF
        size = os.fstat(files[0]).st_size
        data = os.pread(files[0], size, 0)
        assert len(data) == size
    return fields(data)


def send(name, environment):
    with open(name, "rb") as entry:
        said = subprocess.run(sys.argv[1], stdin=entry, stdout=subprocess.PIPE, env=environment, check=True).stdout
    return {"outcome": said.decode().strip(), "fields": listener and received()}


def fill():
    filler = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    filler.setblocking(False)
    filler.connect(PLACE)
    fillers.append(filler)
    count = 0
    try:
        while True:
            filler.send(b"MESSAGE=x\n")
            count += 1
    except BlockingIOError:
        return count


def clear():
    if os.path.lexists(PLACE):
        os.unlink(PLACE)


os.makedirs(os.path.dirname(PLACE))
print("ready 0", flush=True)
for line in sys.stdin:
    command, _, name = line.strip().partition(" ")
    answer = {}
    if command == "listen":
        clear()
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        listener.bind(PLACE)
        listener.setblocking(False)
    elif command == "file":
        clear()
        open(PLACE, "w").close()
    elif command == "fill":
        # One sender may have no more room itself while the queue has.
        while fill():
            pass
    elif command == "send":
        answer = send(name, os.environ)
    elif command == "without":
        with tempfile.TemporaryDirectory() as folder:
            open(folder + "/libsystemd.so.0", "w").close()
            answer = send(name, {**os.environ, "LD_LIBRARY_PATH": folder})
    print(json.dumps(answer), flush=True)
