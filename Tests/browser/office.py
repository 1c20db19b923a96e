"""An office in a folder of its own: rule files, a year of facts and mails, and the daemon that shows them at a set instant."""

import base64
import email
import email.policy
import http.client
import http.server
import io
import json
import os
import pathlib
import re
import shlex
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
# Monday, 23 September 2024, five minutes after the first slot of the day, in Việt Nam.
NOW = "2024-09-23 08:05:00"


def faketime():
    """The library of that name; None where it is not installed."""
    return next(map(str, pathlib.Path("/usr/lib").glob("*/faketime/libfaketime.so.1")), None)


def forget(process):
    """Removes what the library shared between a process and those that it started."""
    for kind in ("sem.faketime_sem", "faketime_shm"):
        pathlib.Path(f"/dev/shm/{kind}_{process.pid}").unlink(missing_ok=True)


class Connection(http.client.HTTPConnection):
    """To a socket file."""

    def __init__(self, path):
        super().__init__("localhost", timeout=60)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(self.path)


def web_server(path, login):
    """Stands for the office's web server where somebody has signed in: it says so to the daemon's socket file."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def pass_on(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            kept = {name: value for name, value in self.headers.items() if name.lower() not in ("host", "connection", "x-remote-user")}
            connection = Connection(path)
            connection.request(self.command, self.path, body, {**kept, "Host": "localhost", "X-Remote-User": login})
            answer = connection.getresponse()
            text = answer.read()
            self.send_response_only(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in ("content-length", "connection"):
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)
            connection.close()

        do_GET = do_HEAD = do_POST = pass_on

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


class Office:
    """Made and served while it is open; `address` is that of the first page, `signed` the same for who is the focal point, who sent `registers`. `links` are
    the paths of what the letters of the last days lead to, as their units got them, the newest of each duty."""

    def __init__(self, programs, folder):
        self.programs, self.folder = pathlib.Path(programs), pathlib.Path(folder)
        self.sink = self.daemon = self.server = None
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8", "TZ": "Asia/Ho_Chi_Minh",
            "NHACVIEC_CONFIG": f"{folder}/office.toml", "NHACVIEC_STATE": f"{folder}/state",
            "CREDENTIALS_DIRECTORY": f"{folder}/credentials",
        }

    def __enter__(self):
        try:
            self.make()
            self.serve()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.server:
            self.server.shutdown()
        for process in (self.daemon, self.sink):
            if process:
                process.terminate()
                process.wait(timeout=30)
                forget(process)

    def at(self, instant):
        """What makes a process take an instant for the time of its start. Not by the program `faketime`: what one that was killed leaves
        behind stops a later one of its number. The library makes room in the environment of the process that it is first loaded by;
        a program of Swift would not find its arguments behind that, so that `env` goes first."""
        return {**self.environment, "LD_PRELOAD": faketime(), "FAKETIME": f"@{instant}"}

    def make(self):
        """Lives through `office/history`. Mails go to a server that refuses two of the addresses."""
        rules = self.folder / "rules"
        shutil.copytree(HERE / "office/cds", rules / "cds")
        shutil.copytree(PROJECT / "rules/khanh-hoa-skhcn-2024", rules / "skhcn", ignore=lambda *_: ["kiem-thu.rules"])
        (self.folder / "mails").mkdir()
        key = self.folder / "credentials/link-key"
        key.parent.mkdir()
        key.touch(0o600)
        key.write_bytes(base64.b64encode(bytes(range(32))))
        self.sink = subprocess.Popen(
            [sys.executable, PROJECT / "Tests/ChannelsTests/peers/aiosmtpd_sink.py"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        port = self.sink.stdout.readline().removeprefix("ready ").strip()
        configuration = (HERE / "office/office.toml").read_text(encoding="utf-8")
        (self.folder / "office.toml").write_text(
            configuration.replace("FOLDER", str(self.folder)).replace("MAIL", port), encoding="utf-8")
        for line in (HERE / "office/history").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                self.live(line[:16] + ":00", shlex.split(line[16:]))
        self.sink.stdin.write("mails\n")
        self.sink.stdin.flush()
        links = {}
        for mail in json.loads(self.sink.stdout.readline()):
            letter = email.message_from_bytes(mail["bytes"].encode("latin-1"), policy=email.policy.default)
            if letter["Date"].datetime.strftime("%F") >= "2024-09-10":
                text = letter.get_body(("plain",)).get_content()
                links |= re.findall(r"https://nhacviec\.so\.example(/tra-loi/\S+)(\?k=\S+)", text)
        self.links = [duty + token for duty, token in links.items()]

    def live(self, instant, words):
        wanted = int(words.pop(0)[1:]) if words[0].startswith("?") else 0
        if words[0] == "change":
            _, name, old, new = words
            file = self.folder / "rules" / name
            text = file.read_text(encoding="utf-8")
            assert text.count(old) == 1, f"{name} should have once: {old}"
            file.write_text(text.replace(old, new), encoding="utf-8")
            return
        run = subprocess.Popen(
            ["env", self.programs / "nhacviec", *words], env=self.at(instant), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        said = run.communicate()[0]
        forget(run)
        if run.returncode != wanted:
            sys.exit(f"office/history, {instant}: {shlex.join(words)}: status {run.returncode}\n{said}")

    def serve(self):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        self.server = web_server(f"{self.folder}/proxy.sock", "lan")
        self.signed = f"http://127.0.0.1:{self.server.server_port}"
        # What happened before was recorded by whoever runs this.
        with (self.folder / "office.toml").open("a", encoding="utf-8") as configuration:
            configuration.write("\n[roles.lan]\nfocal-point = true\nadministrator = true\n")
        said = self.folder / "daemon.txt"
        with said.open("wb") as output:
            self.daemon = subprocess.Popen(
                ["env", self.programs / "nhacviecd", "--foreground", "--listen", f"127.0.0.1:{port}",
                 "--proxy", f"{self.folder}/proxy.sock"],
                env=self.at(NOW), stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        for _ in range(300):
            try:
                with urllib.request.urlopen(self.address + "/da-gui", timeout=30) as answer:
                    if answer.status == 200:
                        self.propose()
                        return self.send_registers()
            except OSError:
                if self.daemon.poll() is not None:
                    break
            time.sleep(0.1)
        sys.exit(f"the daemon shows no pages:\n{said.read_text(errors='replace')}")

    def propose(self):
        """Somebody proposes another deadline and another lead on a page, as a browser does."""
        page = f"{self.signed}/de-xuat/sua/cds-2024/1.4"
        with urllib.request.urlopen(page, timeout=60) as answer:
            token = re.search(r'name="token" value="([^"]+)"', answer.read().decode())[1]
        form = {"token": token, "viec": "gui", "due": "chậm nhất 18/10/2024", "lead": "Phòng Quản lý Khoa học",
                "support": "Văn phòng Sở", "reason": "Theo Công văn số 2210/SNV-CCHC"}
        request = urllib.request.Request(
            page, urllib.parse.urlencode(form).encode(), {"Sec-Fetch-Site": "same-origin"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            assert answer.url.endswith("/de-xuat/1"), answer.url

    def send_registers(self):
        """Somebody sends back an edited register of which not all is taken, and another that waits to be read."""
        page = f"{self.signed}/bang-theo-doi/cds-2024"
        with urllib.request.urlopen(page, timeout=60) as answer:
            token = re.search(r'name="token" value="([^"]+)"', answer.read().decode())[1]
        with urllib.request.urlopen(page + ".xlsx", timeout=60) as answer:
            workbook = zipfile.ZipFile(io.BytesIO(answer.read()))

        def send(*changes):
            edited = io.BytesIO()
            with zipfile.ZipFile(edited, "w", zipfile.ZIP_DEFLATED) as parts:
                for part in workbook.namelist():
                    text = workbook.read(part).decode()
                    for old, new in changes:
                        text = text.replace(old, new)
                    parts.writestr(part, text)
            head = "--b\r\nContent-Disposition: form-data; name="
            form = (f'{head}"token"\r\n\r\n{token}\r\n{head}"bang"; filename="bảng theo dõi.xlsx"\r\n\r\n').encode()
            request = urllib.request.Request(
                page, form + edited.getvalue() + b"\r\n--b--\r\n",
                {"Sec-Fetch-Site": "same-origin", "Content-Type": "multipart/form-data; boundary=b"})
            with urllib.request.urlopen(request, timeout=60) as answer:
                return urllib.parse.urlsplit(answer.url).path

        read = send((">Phòng Quản lý Khoa học<", ">Phòng Lạ<"), (">chậm nhất 30/9/2024<", ">chậm nhất 25/10/2024<"))
        self.live(NOW, ["proposals", "apply"])
        self.registers = [read, send((">Phòng Quản lý Khoa học<", ">Văn phòng Sở<"))]


def main():
    """office.py PROGRAMS FOLDER: makes the office in a new folder and serves it until the end of standard input."""
    folder = pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True)
    with Office(sys.argv[1], folder) as office:
        print(office.address, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
