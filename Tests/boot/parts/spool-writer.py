"""A member of the group who writes nonsense into the spool until killed: spool-writer.py SEED"""
import os, random, socket, sys, time

spool = b"/run/nhacviec/spool/"
chance = random.Random(int(sys.argv[1]))
requests = ["wake", "accept-round 999999999 9999999999", "accept-round -1 0", "accept-rules " + "0" * 64, "retry", "retry 1",
            "promote", "nothing", "", "x" * 100_000, "\0\n"]


def name():
    now = time.clock_gettime_ns(time.CLOCK_REALTIME)
    usual = b"%d.%d.%d" % (now // 10**9, now % 10**9, os.getpid())
    strange = [b"n" * 250, b"\xff\xfe", b"vi\xe1\xbb\x87c", b" ", b"-rf", b"a\nb", b"." + usual, usual + b".new-1", b"..."]
    return chance.choice(strange) if chance.random() < 0.3 else usual


def file(path):
    with open(path, "w") as entry:
        entry.write(chance.choice(requests))


def folder(path):
    os.mkdir(path)
    if chance.random() < 0.5:
        file(path + b"/inside")


def listening(path):
    socket.socket(socket.AF_UNIX).bind(path)


kinds = [file] * 4 + [folder, os.mkfifo, listening, lambda path: os.symlink(b"/etc/passwd", path),
                      lambda path: os.symlink(b"/dev/zero", path), lambda path: os.symlink(path, path),
                      lambda path: os.link(chance.choice(os.listdir(spool)), path, src_dir_fd=os.open(spool, os.O_RDONLY))]
written = 0
while True:
    try:
        chance.choice(kinds)(spool + name())
        written += 1
    except (OSError, IndexError):
        pass
    with open(os.path.expanduser("~/written"), "w") as log:
        log.write(str(written))
    time.sleep(chance.random() / 5)
