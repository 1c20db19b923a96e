"""A socket like systemd-journald's: prints `ready 0`, then each entry that it gets as one JSON line of [name, value].

usage: journal_peer.py SOCKET. `entry` on standard input waits for the next one.
"""
import fcntl, json, os, socket, struct, sys


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


listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
listener.bind(sys.argv[1])
listener.settimeout(10)
print("ready 0", flush=True)
for command in sys.stdin:
    data, files, _, _ = socket.recv_fds(listener, 1 << 20, 4)
    kind = "datagram"
    if files:
        # As journald: only files that nobody can change any more.
        assert not data and fcntl.fcntl(files[0], fcntl.F_GET_SEALS) & 0xF == 0xF
        size = os.fstat(files[0]).st_size
        data, kind = os.pread(files[0], size, 0), "file"
        assert len(data) == size
    print(json.dumps({"kind": kind, "fields": fields(data)}), flush=True)
