"""In the machine: sends forms of a letter's link while the daemon is killed, and again until they are answered.

killed-forms.py ADDRESS COUNT: prints the numbers of the receipts, one for each form. What is sent again is the same form: its mark
tells the program so, also after another start.
"""

import http.client
import random
import re
import ssl
import subprocess
import sys
import threading
import time
import urllib.parse

address, count = urllib.parse.urlsplit(sys.argv[1]), int(sys.argv[2])
context = ssl._create_unverified_context()


def ask(method, target, fields=None):
    """The status, the place it leads to, and the text; nothing where there is no answer."""
    connection = http.client.HTTPSConnection("127.0.0.1", 443, timeout=20, context=context)
    try:
        body = fields and urllib.parse.urlencode(fields)
        head = {"Host": address.hostname, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, target, body, head)
        answer = connection.getresponse()
        return answer.status, answer.headers.get("Location"), answer.read().decode()
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def until(method, target, good, fields=None):
    end = time.monotonic() + 90
    while time.monotonic() < end:
        answer = ask(method, target, fields)
        if answer and answer[0] in good:
            return answer
        time.sleep(0.2)
    raise SystemExit(f"no answer to {method} {target}: {answer}")


def kill(after):
    time.sleep(after)
    subprocess.run(["systemctl", "kill", "--signal=KILL", "nhacviecd.service"], check=False)


random.seed(1)
page = f"{address.path}?{address.query}&viec=tien-do"
for number in range(count):
    text = until("GET", page, [200])[2]
    hidden = lambda text: dict(re.findall(r'name="(token|mark)" value="([^"]*)"', text)[:2])
    fields, killer = hidden(text) | {"words": f"lần {number}"}, threading.Thread(target=kill, args=[random.random() * 0.03])
    killer.start()
    answer = ask("POST", page, fields)
    killer.join()
    while not answer or answer[0] != 303:
        # A page of the process before is shown again, with what was typed and the same mark.
        answer = until("POST", page, [303, 403], fields)
        if answer[0] == 403:
            fields |= hidden(answer[2])
    print(re.search(r"so=(\d+)", answer[1]).group(1))
