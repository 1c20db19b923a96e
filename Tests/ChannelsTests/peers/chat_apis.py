"""A web server on 127.0.0.1 that stands in for Telegram, ntfy, Mattermost, Slack, Zalo and eSMS: it takes the requests that
their pages document, refuses every other, and answers as they do.

Prints `ready PORT`; `requests` on standard input prints all requests, `count` their number; end of input ends it.
The chat, topic, group or number `busy` is asked to come again in 30 seconds.

usage: chat_apis.py --secret TEXT --cert FILE --key FILE
"""
import argparse, http.server, json, re, ssl, sys, threading

arguments = argparse.ArgumentParser()
arguments.add_argument("--secret", required=True)
arguments.add_argument("--cert", required=True)
arguments.add_argument("--key", required=True)
options = arguments.parse_args()
requests = []
connections = 0
sms_ids = set()


class Refused(Exception):
    pass


def fields(body, required, optional=()):
    """The JSON object with these members and no others."""
    if not isinstance(body, dict):
        raise Refused("no object")
    missing, strange = set(required) - set(body), set(body) - set(required) - set(optional)
    if missing or strange:
        raise Refused(f"missing {sorted(missing)}, unknown {sorted(strange)}")
    return body


def text(value, pattern=r"(?s).+", most=10**6):
    if not isinstance(value, str) or not re.fullmatch(pattern, value) or len(value) > most:
        raise Refused(f"not as documented: {value!r}")
    return value


def telegram(request, body):
    if request["path"] != f"/bot{options.secret}/sendMessage":
        return 401, {"ok": False, "error_code": 401, "description": "Unauthorized"}
    fields(body, ["chat_id", "text"], ["link_preview_options", "disable_notification"])
    text(body["text"], most=4096)
    if body["chat_id"] == "busy":
        return 429, {"ok": False, "error_code": 429, "description": "Too Many Requests: retry after 30",
                     "parameters": {"retry_after": 30}}
    if not re.fullmatch(r"-?\d+|@\w{5,}", str(body["chat_id"])):
        return 400, {"ok": False, "error_code": 400, "description": f"Bad Request: chat {body['chat_id']} not found"}
    return 200, {"ok": True, "result": {"message_id": 7, "date": 1735000000, "text": body["text"]}}


def bearer(request):
    return request["headers"].get("authorization") == f"Bearer {options.secret}"


def ntfy(request, body):
    fields(body, ["topic", "message"], ["title", "tags", "priority"])
    if not bearer(request):
        return 401, {"code": 40101, "http": 401, "error": "unauthorized"}
    if body["topic"] == "busy":
        return 429, {"code": 42901, "http": 429, "error": "limit reached: too many requests"}
    text(body["topic"], r"[-_A-Za-z0-9]{1,64}")
    if len(text(body["message"]).encode()) > 4096:
        raise Refused("a message of more than 4096 bytes becomes an attachment")
    if not all(isinstance(tag, str) for tag in body.get("tags", [])):
        raise Refused("tags")
    return 200, {"id": "sPs71M8A2T", "time": 1735000000, "event": "message", "topic": body["topic"]}


def mattermost(request, body):
    fields(body, ["channel_id", "message"], ["props", "root_id", "file_ids", "metadata"])
    if not bearer(request):
        return 401, {"id": "api.context.session_expired.app_error", "message": "Invalid or expired session",
                     "status_code": 401}
    if body["channel_id"] == "busy":
        return 429, {"id": "api.rate_limit", "status_code": 429}
    text(body["message"], most=16383)
    if not isinstance(body.get("props", {}), dict):
        raise Refused("props")
    if not re.fullmatch(r"[a-z0-9]{26}", body["channel_id"]):
        return 403, {"id": "api.context.permissions.app_error", "status_code": 403}
    return 201, {"id": "z" * 26, "channel_id": body["channel_id"], "message": body["message"]}


def slack(request, body):
    fields(body, ["channel", "text"], ["unfurl_links", "metadata"])
    if not request["headers"].get("content-type", "").startswith("application/json"):
        raise Refused("content type")
    if not bearer(request):
        return 200, {"ok": False, "error": "invalid_auth"}
    if body["channel"] == "busy":
        return 429, {"ok": False, "error": "ratelimited"}
    text(body["text"], most=40000)
    if "metadata" in body:
        metadata = fields(body["metadata"], ["event_type", "event_payload"])
        if not isinstance(metadata["event_payload"], dict):
            raise Refused("event_payload")
    if not re.fullmatch(r"[CGD][A-Z0-9]{8,}", body["channel"]):
        return 200, {"ok": False, "error": "channel_not_found"}
    return 200, {"ok": True, "channel": body["channel"], "ts": "1503435956.000247"}


def zalo_group(request, body):
    fields(body, ["recipient", "message"])
    group = fields(body["recipient"], ["group_id"])["group_id"]
    text(fields(body["message"], ["text"])["text"], most=2000)
    if request["headers"].get("access_token") != options.secret:
        return 200, {"error": -216, "message": "Access token is invalid"}
    if group == "busy":
        return 200, {"error": -32, "message": "Your application reached limit call api"}
    return 200, {"data": {"message_id": "fad0a7c7a8cc6f9136de", "group_id": group}, "error": 0, "message": "Success"}


def zbs(request, body):
    fields(body, ["phone", "template_id", "template_data"], ["tracking_id", "mode"])
    text(body["template_id"], r"\d+")
    text(body.get("tracking_id", "-"), most=48)
    if not body["template_data"] or not all(isinstance(v, str) for v in body["template_data"].values()):
        raise Refused("template_data")
    if request["headers"].get("access_token") != options.secret:
        return 200, {"error": -124, "message": "Access token is invalid"}
    if not re.fullmatch(r"84\d{9,10}", body["phone"]):
        return 200, {"error": -108, "message": f"Phone number {body['phone']} is invalid"}
    return 200, {"error": 0, "message": "Success", "data": {"msg_id": "a1b2", "sent_time": "1735000000000"}}


def esms(request, body):
    fields(body, ["ApiKey", "Content", "Phone", "SecretKey", "Brandname", "SmsType"],
           ["IsUnicode", "Sandbox", "campaignid", "RequestId", "CallbackUrl"])
    answer = {"CountRegenerate": 0}
    if body["SecretKey"] != options.secret:
        return 200, answer | {"CodeResult": "101", "ErrorMessage": f"Authorize Failed {body['SecretKey']}"}
    text(body["SmsType"], r"2")
    text(body["IsUnicode"], r"[01]")
    if not re.fullmatch(r"0\d{9}", body["Phone"]):
        return 200, answer | {"CodeResult": "99", "ErrorMessage": "Phone not valid:" + body["Phone"]}
    if body["RequestId"] in sms_ids:
        return 200, answer | {"CodeResult": "124", "ErrorMessage": "Request exist 1", "SendStatus": "5"}
    sms_ids.add(body["RequestId"])
    return 200, answer | {"CodeResult": "100", "SMSID": "d533459ee42b2b9525ba9eabf6a8156"}


APIS = [
    (r"/bot.*", telegram), (r"/", ntfy), (r"/api/v4/posts", mattermost), (r"/api/chat.postMessage", slack),
    (r"/v3.0/oa/group/message", zalo_group), (r"/message/template", zbs),
    (r"/MainService.svc/json/SendMultipleMessage_V4_post_json/", esms),
]


class Receiver(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        self.answer(405, {"error": "only POST is documented"})

    do_PUT = do_GET

    def do_POST(self):
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        request = {"method": "POST", "path": self.path, "headers": {k.lower(): v for k, v in self.headers.items()},
                   "body": raw}
        requests.append(request)
        api = next((api for path, api in APIS if re.fullmatch(path, self.path)), None)
        try:
            if api is None or not request["headers"].get("content-type", "").startswith("application/json"):
                raise Refused("no such call")
            status, answer = api(request, json.loads(raw))
        except (Refused, ValueError, KeyError, TypeError) as problem:
            status, answer = 400, {"stand-in": str(problem)}
        self.answer(status, answer)

    def answer(self, status, answer):
        body = json.dumps(answer).encode()
        self.send_response(status)
        if status == 429:
            self.send_header("Retry-After", "30")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def process_request(self, request, address):
        global connections
        connections += 1
        super().process_request(request, address)

    def handle_error(self, request, address):
        pass


server = Server(("127.0.0.1", 0), Receiver)
context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain(options.cert, options.key)
server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print("ready", server.server_address[1], flush=True)
for command in sys.stdin:
    seen = {"connections": connections, "requests": len(requests)}
    print(json.dumps(requests if command.strip() == "requests" else seen), flush=True)
