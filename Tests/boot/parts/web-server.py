"""A web server that keeps the messages posted to it, over TLS on 127.0.0.1:8443: web-server.py FOLDER CERTIFICATE KEY

Each is a file ID.N.json of what was posted, ID being its webhook-id. While FOLDER/down is there, all are put off (503).
"""
import http.server, os, socket, ssl, sys, threading

folder, certificate, key = sys.argv[1:]
lock, count = threading.Lock(), 0


class Keeper(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_POST(self):
        global count
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        is_down = os.path.exists(f"{folder}/down")
        if not is_down:
            with lock:
                count += 1
                name = f"{folder}/{self.headers['webhook-id']}.{os.getpid()}-{count}.json"
            with open(name + ".new", "wb") as file:
                file.write(body)
            os.rename(name + ".new", name)
        self.send_response(503 if is_down else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()


context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain(certificate, key)
server = http.server.ThreadingHTTPServer(("127.0.0.1", 8443), Keeper)
server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
notify = os.environ.get("NOTIFY_SOCKET")
if notify:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ready:
        ready.sendto(b"READY=1", "\0" + notify[1:] if notify[0] == "@" else notify)
server.serve_forever()
