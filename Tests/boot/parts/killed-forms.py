"""In the machine: sends forms of a letter's link while the daemon is killed, and again until they are answered.

killed-forms.py ADDRESS COUNT: prints the numbers of the receipts, one for each form. What is sent again is the same form: its mark
tells the program so, also after another start.
"""

import random
import re
import subprocess
import sys
import threading
import time
import urllib.parse

from forms import Browser

address, count = urllib.parse.urlsplit(sys.argv[1]), int(sys.argv[2])


def kill(after):
    time.sleep(after)
    subprocess.run(["systemctl", "kill", "--signal=KILL", "nhacviecd.service"], check=False)


random.seed(1)
browser = Browser(address.hostname)
page = f"{address.path}?{address.query}&viec=tien-do"
for number in range(count):
    fields = browser.form(page, {"words": f"lần {number}"})
    killer = threading.Thread(target=kill, args=[random.random() * 0.03])
    killer.start()
    answer = browser.ask("POST", page, fields)
    killer.join()
    print(re.search(r"so=(\d+)", browser.send(page, fields, answer)).group(1))
