"""A web server on 127.0.0.1 that receives webhooks; verifies signatures with PyPI's standardwebhooks, at a fixed time.

Prints `ready PORT`; `count` on standard input prints what it saw, `requests` all requests; end of input ends it.
The path says what it answers: /200, /410, /429?after=30, /503?after=DATE, /302, /endless, /slow, /silent, /verify, ...

usage: webhook_receiver.py [--secret whsec_... --now SECONDS] [--cert FILE --key FILE]
"""
import argparse, http.server, json, socket, ssl, sys, threading, time, urllib.parse

try:
    import standardwebhooks.webhooks as webhooks
except ImportError:
    print("missing standardwebhooks")
    sys.exit(3)

arguments = argparse.ArgumentParser()
arguments.add_argument("--secret")
arguments.add_argument("--now", type=int)
arguments.add_argument("--cert")
arguments.add_argument("--key")
options = arguments.parse_args()
seen = {"connections": 0, "requests": 0}
requests = []


class FixedTime(webhooks.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(options.now, tz)


webhooks.datetime = FixedTime


class Receiver(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        self.do_POST()

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {k.lower(): v for k, v in self.headers.items()}
        seen["requests"] += 1
        requests.append({"method": self.command, "path": self.path, "headers": headers, "body": body.decode()})
        url = urllib.parse.urlsplit(self.path)
        name = url.path.strip("/")
        after = urllib.parse.parse_qs(url.query).get("after", [None])[0]
        if name == "verify":
            name = self.verify(body, headers)
        if name in ("drop", "endless", "slow", "silent"):
            getattr(self, name)()
            return
        self.send_response(int(name))
        if after:
            self.send_header("Retry-After", after)
        if name.startswith("30"):
            self.send_header("Location", "/200")
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    do_PUT = do_POST

    def verify(self, body, headers):
        try:
            webhooks.Webhook(options.secret).verify(body, headers)
            return "204"
        except webhooks.WebhookVerificationError:
            return "400"

    def drop(self):
        self.connection.shutdown(socket.SHUT_RDWR)
        self.close_connection = True

    def endless(self):
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"x" * 8192)
        except OSError:
            self.close_connection = True

    def slow(self):
        self.send_response(200)
        self.send_header("Content-Length", "100")
        self.end_headers()
        self.wfile.flush()
        time.sleep(30)

    def silent(self):
        time.sleep(30)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def process_request(self, request, address):
        seen["connections"] += 1
        super().process_request(request, address)

    def handle_error(self, request, address):
        pass


server = Server(("127.0.0.1", 0), Receiver)
if options.cert:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(options.cert, options.key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print("ready", server.server_address[1], flush=True)
for command in sys.stdin:
    print(json.dumps(requests if command.strip() == "requests" else seen), flush=True)
