"""In the machine: the letters of the journeys while rounds are killed at random moments.

killed-rounds.py MAILS COUNT act: COUNT units report by the links of their letters, which others are to confirm, and ask for time, which
the leader, signed in by its mailbox, grants; rounds are killed meanwhile. Prints how many were.
killed-rounds.py MAILS COUNT check: that each letter came, told once, as often as it likes under one id, and with links that end when
they should; status 1 and what is wrong where that is not so.
"""

import base64
import collections
import datetime
import email.policy
import email.utils
import glob
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
import zoneinfo

from forms import Browser

HOST = "nhacviec.so.example"
OFFICE = zoneinfo.ZoneInfo("Asia/Ho_Chi_Minh")
folder, count = sys.argv[1], int(sys.argv[2])
LEADER = "giamdoc@so.example"


def unit(number):
    """The mailbox of one; the next one confirms its work."""
    return f"phong{(number - 1) % count + 1}@so.example"


def mails():
    """What arrived, the oldest first: for whom, the mail, its text, and when the server had it."""
    found = []
    for path in sorted(glob.glob(folder + "/*.eml"), key=os.path.getmtime):
        with open(path, "rb") as file:
            mail = email.message_from_binary_file(file, policy=email.policy.default)
        found.append((mail["X-Kept-For"], mail, mail.get_body(("plain",)).get_content(), os.path.getmtime(path)))
    return found


def wait_for(whose, pattern, seconds):
    """The newest match in the mails to somebody; nothing where none comes."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for to, _, text, _ in reversed(mails()):
            if whose in to and (match := re.search(pattern, text)):
                return match.group(1)
        time.sleep(0.2)
    return None


class Killer(threading.Thread):
    """Kills three of four rounds, in the middle of whatever they do."""

    def __init__(self):
        super().__init__(daemon=True)
        self.kills, self.isResting, self.rng = 0, False, random.Random(int(os.environ.get("SEED", "1")))

    def run(self):
        last = 0
        while True:
            said = subprocess.run(
                ["systemctl", "show", "-P", "MainPID", "nhacviec-remind.service"], capture_output=True, text=True).stdout
            pid = int(said.strip() or 0)
            if not pid or pid == last:
                time.sleep(0.01)
                continue
            last = pid
            if self.isResting or self.rng.random() < 1 / 4:
                continue
            time.sleep(self.rng.random() * 0.3)
            try:
                os.kill(pid, signal.SIGKILL)
                self.kills += 1
            except ProcessLookupError:
                pass


def link(number, task, act):
    """The page of the link that a unit got for a task."""
    token = wait_for(unit(number), rf"https://{re.escape(HOST)}(/tra-loi/vi-du/{re.escape(task)}%40once\?k=[\w-]+)", 90)
    assert token, f"no letter about {task}"
    return f"{token}&viec={act}"


def new_day(number):
    """A day of its own for each, the Monday of a week far from others."""
    today = datetime.date.today()
    return today + datetime.timedelta(7 - today.weekday() + 7 * (10 + number))


def sign_in(killer):
    """The leader's browser, by a letter; two of the three that an hour has may be lost, since each is tried once."""
    browser = Browser(HOST)
    for attempt in range(3):
        killer.isResting = attempt == 2
        before = len([text for to, _, text, _ in mails() if LEADER in to and "/dang-nhap/thu" in text])
        assert browser.until("POST", "/dang-nhap", [303], {"don-vi": "Giám đốc"})
        end = time.monotonic() + 20
        while time.monotonic() < end:
            links = [
                found.group(1) for to, _, text, _ in mails()
                if LEADER in to and (found := re.search(r"(/dang-nhap/thu\?k=[\w-]+)", text))
            ]
            if len(links) > before:
                break
            time.sleep(0.2)
        else:
            continue
        killer.isResting = False
        page = links[-1]
        said = browser.until("GET", page, [200])[2]
        assert "<button" in said, said
        fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', said))
        other = Browser(HOST)
        other.cookies = dict(browser.cookies)
        assert browser.until("POST", page, [303], fields)
        answer = other.ask("POST", page, fields)
        assert answer and answer[0] != 303, "a link of a letter made two sessions"
        return browser
    raise SystemExit("three letters for signing in were lost")


def act():
    killer = Killer()
    killer.start()
    browser = Browser(HOST)
    # Who confirms is asked a working day after it, and every day is one here.
    yesterday = (datetime.datetime.now(OFFICE) - datetime.timedelta(1)).strftime("%d/%m/%Y")
    for number in range(1, count + 1):
        page = link(number, f"I.{number}", "bao-cao")
        browser.send(page, browser.form(page, {"day": yesterday, "document": f"156-{number}/BC"}))
        time.sleep(killer.rng.random())
        page = link(number, f"II.{number}", "xin-gia-han")
        fields = {"newDay": new_day(number).strftime("%d/%m/%Y"), "words": f"chờ ý kiến lần {number}"}
        browser.send(page, browser.form(page, fields))
        time.sleep(killer.rng.random())
    # They are told in the slot that the policy has.
    wait_until_told(list(asked()), 240)
    leader = sign_in(killer)
    for number in range(1, count + 1):
        page = f"/ghi/gia-han/vi-du/II.{number}@once"
        fields = {"newDay": new_day(number).strftime("%d/%m/%Y"), "document": f"89-{number}/QĐ"}
        leader.send(page, leader.form(page, fields))
        time.sleep(killer.rng.random())
    wait_until_told(list(tellings()), 60)
    killer.isResting = True
    print(killer.kills)


def wait_until_told(tellings, seconds):
    """Rounds are killed meanwhile; what is still missing then is found by the check."""
    end = time.monotonic() + seconds
    while any(not told()[one] for one in tellings) and time.monotonic() < end:
        time.sleep(0.5)


def asked():
    """What the units say, by what names it alone: whom it is to be told, and the text that is searched for."""
    for number in range(1, count + 1):
        yield unit(number + 1), rf"\b156-{number}/BC\b"


def tellings():
    yield from asked()
    for number in range(1, count + 1):
        day = new_day(number)
        yield unit(number), rf"đến hết ngày {day.day:02}/0?{day.month}/{day.year}\. Căn cứ: 89-{number}/QĐ"


def told():
    ids = collections.defaultdict(set)
    all = mails()
    for whose, pattern in tellings():
        for to, mail, text, _ in all:
            if whose in to and re.search(pattern, re.sub(r"\s+", " ", text)):
                ids[whose, pattern].add(mail["Message-ID"])
    return ids


def ends(text):
    """When the links of a letter end: of answers, of signing in."""
    def token(text):
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))

    answers = [int.from_bytes(token(k)[2:6]) for k in re.findall(r"/tra-loi/\S+?\?k=([\w-]+)", text)]
    return answers, [int.from_bytes(token(k)[1:5]) for k in re.findall(r"/dang-nhap/thu\?k=([\w-]+)", text)]


def check():
    ids = told()
    faults = [f"never told: {one}" for one in tellings() if not ids[one]]
    faults += [f"told by {len(found)} letters: {one}" for one, found in ids.items() if len(found) > 1]
    texts, links = collections.defaultdict(set), []
    for to, mail, text, arrived in mails():
        texts[mail["Message-ID"], to].add(text)
        sent = email.utils.parsedate_to_datetime(mail["Date"]).timestamp()
        answers, signing = ends(text)
        faults += [f"a link ends {end - sent} s behind {mail['Date']}" for end in answers if end != sent + 14 * 86400]
        faults += [f"a sign-in ends {end - arrived} s behind its letter" for end in signing if end > arrived + 1800]
        links += re.findall(r"/dang-nhap/thu\?k=[\w-]+", text)
    faults += [f"an id with {len(found)} texts: {id}" for id, found in texts.items() if len(found) > 1]
    # Letters for signing in are tried once.
    if len(set(links)) != len(links) or not 1 <= len(links) <= 3:
        faults.append(f"{len(links)} links for signing in, {len(set(links))} of them different")
    print(f"{len(texts)} letters, {len(mails())} copies, {len(links)} of them for signing in")
    sys.exit("\n".join(faults) or 0)


{"act": act, "check": check}[sys.argv[3]]()
