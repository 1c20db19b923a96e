"""In the machine: sends forms over Apache and TLS, as a browser does, while parts of the program are killed."""

import http.client
import re
import ssl
import time
import urllib.parse

context = ssl._create_unverified_context()


class Browser:
    """One that keeps its cookies."""

    def __init__(self, host):
        self.host, self.cookies = host, {}

    def ask(self, method, target, fields=None):
        """The status, the place it leads to, and the text; nothing where there is no answer."""
        connection = http.client.HTTPSConnection("127.0.0.1", 443, timeout=20, context=context)
        try:
            head = {
                "Host": self.host, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded",
                "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            }
            connection.request(method, target, fields and urllib.parse.urlencode(fields), head)
            answer = connection.getresponse()
            for cookie in answer.headers.get_all("Set-Cookie") or []:
                name, value = cookie.split(";")[0].split("=", 1)
                self.cookies[name] = value
            return answer.status, answer.headers.get("Location"), answer.read().decode()
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()

    def until(self, method, target, good, fields=None):
        end = time.monotonic() + 90
        while time.monotonic() < end:
            answer = self.ask(method, target, fields)
            if answer and answer[0] in good:
                return answer
            time.sleep(0.2)
        raise SystemExit(f"no answer to {method} {target}: {answer}")

    def form(self, page, fields):
        """The form of a page, filled in."""
        return hidden(self.until("GET", page, [200])[2]) | fields

    def send(self, page, fields, answer=None):
        """Sends a form until it is recorded, the same each time, and returns where its receipt is."""
        while not answer or answer[0] != 303:
            # A page of the process before is shown again, with what was typed and the same mark.
            answer = self.until("POST", page, [303, 403], fields)
            if answer[0] == 403:
                fields |= hidden(answer[2])
        return answer[1]


def hidden(text):
    return dict(re.findall(r'name="(token|mark)" value="([^"]*)"', text)[:2])
