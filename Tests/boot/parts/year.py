"""Lives through a time by setting the clock forward: year.py LAST-DAY EVERY-INSTANT-UNTIL

Until that day the clock is set to each next instant; after it, to every third Monday or, where nothing lies before it, to
the next instant: what lies between is late then, and told once.
Before each jump `nhacviec remind --dry-run` foretells the mails of that instant; after it, exactly these must have arrived.
"""
import collections, datetime, email.policy, glob, os, re, subprocess, sys, time

VIETNAM = datetime.timezone(datetime.timedelta(hours=7))
LAST, CLOSELY = (datetime.datetime.fromisoformat(day).replace(tzinfo=VIETNAM) for day in sys.argv[1:])
HEADING = re.compile(r"^== .*<([^<>]*)>$", re.MULTILINE)
seen = set()


def mark():
    """What the last round left; None while one is under way."""
    try:
        with open("/var/lib/nhacviec/post/round", encoding="utf-8") as file:
            return dict(line.rstrip("\n").split("=", 1) for line in file)
    except FileNotFoundError:
        return None


def settled(before):
    """The mark, once it names another next instant than `before` and no round runs or is asked for."""
    end = time.monotonic() + 300
    while True:
        state = subprocess.run(["systemctl", "show", "-P", "ActiveState", "nhacviec-remind.service"],
                               capture_output=True, text=True, check=True).stdout.strip()
        found = mark()
        if found and found.get("next") != before and state == "inactive" and not os.listdir("/run/nhacviec/spool"):
            return found
        if time.monotonic() > end:
            sys.exit(f"no round came to an end: {state}, {found}")
        time.sleep(0.1)


def jump(after, following):
    """Where the clock is set to, from an instant, with the next one known."""
    monday = (after + datetime.timedelta(days=21 - after.weekday())).replace(hour=9, minute=0, second=0)
    return following if following < CLOSELY else max(following, monday)


def foretell(instant):
    """(address, subject, text) of each mail."""
    moment = instant.strftime("%Y-%m-%dT%H:%M:%S")
    run = subprocess.run(["nhacviec", "remind", "--dry-run", "--texts", "--now", moment, "--lang", "vi"],
                         capture_output=True, text=True, check=True)
    if "chờ xác nhận" in run.stdout.split("\n== ")[0].split("\n")[0]:
        sys.exit(f"would be held at {moment}: {run.stdout[:500]}")
    parts = HEADING.split(run.stdout)[1:]
    mails = []
    for address, message in zip(parts[::2], parts[1::2]):
        subject, _, text = message.strip("\n").partition("\n\n")
        mails.append((address, subject, text.strip()))
    return sorted(mails)


def arrivals():
    mails = []
    for path in set(glob.glob("/var/mail-test/*.eml")) - seen:
        seen.add(path)
        with open(path, "rb") as file:
            mail = email.message_from_binary_file(file, policy=email.policy.default)
        text = mail.get_body(("plain",)).get_content().replace("\r\n", "\n")
        mails.append((mail["X-Kept-For"], str(mail["Subject"]), text.strip()))
    return sorted(mails)


def main():
    counts, jumps, late = collections.Counter(), 0, 0
    instant = datetime.datetime.now(VIETNAM)
    while "next" in (last := settled("")):
        following = datetime.datetime.fromtimestamp(int(last["next"]), VIETNAM)
        instant = jump(instant, following)
        if instant > LAST:
            break
        foretold = foretell(instant)
        subprocess.run(["date", "-s", f"@{instant.timestamp():.0f}"], check=True, stdout=subprocess.DEVNULL)
        settled(last["next"])
        arrived = arrivals()
        if foretold != arrived:
            sys.exit(f"{instant}\nforetold: {foretold}\narrived:  {arrived}")
        jumps, late = jumps + 1, late + (instant > following)
        for address, _, _ in arrived:
            counts[instant.strftime("%Y-%m"), address] += 1
        print(f"{instant:%Y-%m-%d %H:%M}  {len(arrived)} mails  {time.monotonic():.0f} s", flush=True)
    months = sorted({month for month, _ in counts})
    print(f"{jumps} jumps, {late} of them over several instants; {sum(counts.values())} mails, each as foretold")
    for address in sorted({address for _, address in counts}):
        print(f"{address:45}", *(f"{counts[month, address]:3}" for month in months))
    if not counts:
        sys.exit("nothing was ever sent")


main()
