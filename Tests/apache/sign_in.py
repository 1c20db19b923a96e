"""Signs in at a provider, Debian's glewlwyd, as a browser does, and looks at the pages behind Apache.

    sign_in.py FOLDER APACHE PROVIDER TOKEN FEED

FOLDER has certificate.pem and key.pem of localhost; APACHE and PROVIDER are ports, on the second of which the provider is
started here; TOKEN is a program's. Prints what was seen, and last the cookie of who signed in.
"""

import json
import pathlib
import signal
import sqlite3
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

folder = pathlib.Path(sys.argv[1])
site, provider = (f"https://localhost:{port}" for port in sys.argv[2:4])
token, feed = sys.argv[4:]

CONFIGURATION = f"""
port={sys.argv[3]}
bind_address="127.0.0.1"
external_url="{provider}"
login_url="login.html"
api_prefix="api"
static_files_path="/usr/share/glewlwyd/webapp/"
log_mode="file"
log_level="WARNING"
log_file="{folder}/provider.log"
cookie_domain="localhost"
cookie_secure=1
session_key="GLEWLWYD2_SESSION_ID"
admin_scope="g_admin"
profile_scope="g_profile"
user_module_path="/usr/lib/glewlwyd/user"
user_middleware_module_path="{folder}"
client_module_path="/usr/lib/glewlwyd/client"
user_auth_scheme_module_path="/usr/lib/glewlwyd/scheme"
plugin_module_path="/usr/lib/glewlwyd/plugin"
use_secure_connection=true
secure_connection_key_file="{folder}/key.pem"
secure_connection_pem_file="{folder}/certificate.pem"
hash_algorithm="SHA512"
database = {{ type = "sqlite3" path = "{folder}/provider.db" }};
"""


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Browser:
    """Keeps cookies; all servers here are localhost."""

    opener = urllib.request.build_opener(
        NoRedirect, urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=str(folder / "certificate.pem"))))

    def __init__(self):
        self.cookies = {}

    def ask(self, url, content=None, method=None, **fields):
        """Status, text, and the address that the answer leads to."""
        fields = {name.replace("_", "-"): value for name, value in fields.items()}
        if self.cookies:
            fields["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        data = None if content is None else json.dumps(content).encode()
        request = urllib.request.Request(url, data, {"Content-Type": "application/json", "Accept": "text/html", **fields}, method=method)
        try:
            answer = self.opener.open(request, timeout=20)
        except urllib.error.HTTPError as error:
            answer = error
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer.status, answer.read().decode(errors="replace"), answer.headers.get("Location", "")

    def sign_in(self, password):
        """From a page that asks for it to the address that leads back there; the last answer."""
        status, _, location = self.ask(site + "/viec")
        assert status == 302 and location.startswith(provider + "/api/oidc/auth?"), (status, location)
        status, _, location = self.ask(location)
        assert status == 302 and location.startswith(provider + "/login.html?"), (status, location)
        back = urllib.parse.parse_qs(urllib.parse.urlsplit(location).query)["callback_url"][0]
        print("password:", self.ask(provider + "/api/auth/", {"username": "lan", "password": password})[0])
        self.ask(provider + "/api/auth/grant/nhacviec", {"scope": "openid"}, "PUT")
        return self.ask(back + "&g_continue")


def set_up():
    """A user and a client, as an administrator would make them."""
    admin = Browser()
    for _ in range(100):
        try:
            admin.ask(provider + "/api/auth/", {"username": "admin", "password": "password"})
            break
        except OSError:
            time.sleep(0.1)
    key, certificate = ((folder / name).read_text() for name in ("signing.pem", "public.pem"))
    plugin = {
        "iss": provider + "/api/oidc", "jwt-type": "rsa", "jwt-key-size": "256", "key": key, "cert": certificate,
        "code-duration": 60, "access-token-duration": 600, "refresh-token-duration": 600, "allow-non-oidc": False,
        "auth-type-code-enabled": True, "auth-type-token-enabled": False, "auth-type-id-token-enabled": True,
        "auth-type-none-enabled": False, "auth-type-password-enabled": False, "auth-type-client-enabled": False,
        "auth-type-device-enabled": False, "auth-type-refresh-enabled": False, "subject-type": "public",
        "name-claim": "no", "email-claim": "no", "scope-claim": "no", "address-claim": {"type": "no"},
        "claims": [{"name": "preferred_username", "user-property": "username", "type": "string", "mandatory": True,
                    "on-demand": False}],
    }
    client = {
        "client_id": "nhacviec", "name": "NhacViec", "confidential": True, "client_secret": "secret-of-the-client",
        "enabled": True, "scope": [], "redirect_uri": [site + "/openid"], "authorization_type": ["code"],
        "token_endpoint_auth_method": ["client_secret_basic"],
    }
    user = {"username": "lan", "name": "Lan", "password": "mật khẩu", "scope": ["openid", "g_profile"], "enabled": True}
    for path, content in (
        ("mod/plugin/", {"module": "oidc", "name": "oidc", "display_name": "oidc", "enabled": True, "parameters": plugin}),
        ("user/", user), ("client/", client),
    ):
        status, text, _ = admin.ask(f"{provider}/api/{path}", content)
        assert status == 200, (path, status, text)


def look():
    forged = {"X_Remote_User": "giamdoc"}
    stranger = Browser()
    print("stranger:", stranger.ask(site + "/viec", **forged)[0])
    print("stranger, API:", stranger.ask(site + "/api/v1/units", **forged)[0])
    print("wrong token:", stranger.ask(site + "/api/v1/units", Authorization="Bearer x", **forged)[0])
    print("token:", stranger.ask(site + "/api/v1/units", Authorization="Bearer " + token)[0])
    print("token, page:", stranger.ask(site + "/viec", Authorization="Bearer " + token)[0])
    print("feed:", stranger.ask(site + feed)[0])

    lan = Browser()
    status, _, location = lan.sign_in("sai")
    print("not signed in:", status, location.startswith(provider))
    lan = Browser()
    status, _, back = lan.sign_in("mật khẩu")
    assert status == 302 and back.startswith(site + "/openid?"), (status, back)
    # The address with the code is of no use in another browser.
    thief = Browser()
    print("thief:", thief.ask(back)[0] == 200 and "Việc A" in thief.ask(site + "/viec")[1])
    status, _, location = lan.ask(back)
    print("back:", status, location.removeprefix(site))
    status, text, _ = lan.ask(site + "/viec", **forged)
    print("page:", status, "Việc A" in text)
    print("API:", lan.ask(site + "/api/v1/units")[0])
    print("machine:", lan.ask(site + "/metrics")[0])
    session = lan.cookies["mod_auth_openidc_session"]
    thief.cookies = {"mod_auth_openidc_session": session[:-1] + ("0" if session[-1] != "0" else "1")}
    print("another session:", thief.ask(site + "/viec")[0])
    print(session)


(folder / "provider.conf").write_text(CONFIGURATION)
# What the provider signs with is no elliptic key: of one in 128 of these glewlwyd publishes a coordinate without its leading zero
# byte, and mod_auth_openidc takes no key of such a length (RFC 7518, 6.2.1.2).
for command in (["genrsa", "-out", folder / "signing.pem", "2048"],
                ["pkey", "-in", folder / "signing.pem", "-pubout", "-out", folder / "public.pem"]):
    subprocess.run(["/usr/bin/openssl", *command], check=True, stderr=subprocess.DEVNULL)
with sqlite3.connect(folder / "provider.db") as database:
    database.executescript(pathlib.Path("/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3").read_text())
signal.pthread_sigmask(signal.SIG_SETMASK, [])
server = subprocess.Popen(["/usr/bin/glewlwyd", f"--config-file={folder}/provider.conf"], stdin=subprocess.DEVNULL)
try:
    set_up()
    look()
finally:
    server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
