"""Looks at every kind of page in Chromium: check_pages.py PROGRAMS [--pictures FOLDER] [--only WORD]

The pages are those of the office in `office.py`, at a set instant. Each is opened in both languages, light and dark, on a phone and on a
desk; axe-core must find nothing, nothing may overflow, and no request or script may fail. Then all is done with the keyboard alone
and without JavaScript, what is printed is read, and all links of all pages are followed.
"""

import argparse
import io
import os
import pathlib
import re
import shutil
import sys
import tempfile
import time
import urllib.parse

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from crawl import crawl, fetch, kind
from office import Office, faketime

CHROMIUM = "/usr/bin/chromium"
WIDTHS = {"phone": (390, 844), "desk": (1280, 900)}
THEMES = ("light", "dark")
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"],
}
# Dark differs in nothing but colours.
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
# One of each kind, its forms with something to show and with nothing, and what is refused; of the Vietnamese addresses.
SHOWN = {
    "/": 200,
    "/viec": 200,
    "/viec?status=overdue&sort=unit": 200,
    "/viec?text=kh%C3%B4ng+c%C3%B3+vi%E1%BB%87c+n%C3%A0o": 200,
    "/viec?from=32%2F13": 400,
    "/viec?status=nothing": 400,
    "/viec?section=1&plan=cds-2024": 200,
    "/viec/cds-2024/1.1@once": 200,  # confirmed; its rule waits to be taken out
    "/viec/cds-2024/1.2@once": 200,  # reported
    "/viec/cds-2024/1.3@once": 200,  # returned, refused more time
    "/viec/cds-2024/1.4@once": 200,  # asks for more time
    "/viec/cds-2024/1.5@once": 200,  # extended
    "/viec/cds-2024/1.6@once": 200,  # late, explained
    "/viec/cds-2024/1.9@once/vp": 200,  # of each unit
    "/viec/cds-2024/1.12@once": 200,  # of several units, with a long name
    "/viec/cds-2024/2.1@2024-Q3/ttcntt": 200,  # of each unit each quarter
    "/viec/cds-2024/2.3@once": 200,  # classified
    "/viec/cds-2024/2.5@once": 200,  # counted in working days from an event
    "/viec/cds-2024/2.6@once": 200,  # waits for an event
    "/viec/cds-2024/1.8@once": 200,  # waived
    "/viec?from=30/9/2024&to=1/9/2024": 400,
    "/thang": 200,
    "/thang/2024-06": 200,
    "/thang/2025-03": 200,
    "/thang?plan=cds-2024&unit=vp": 200,
    "/thang?plan=zz": 400,
    "/nam": 200,
    "/nam/2024": 200,
    "/nam/2030": 200,
    "/don-vi": 200,
    "/don-vi/vp": 200,
    "/don-vi/ttcntt": 200,
    "/muc/cds-2024/1": 200,
    "/ke-hoach": 200,
    "/ke-hoach/cds-2024": 200,
    "/ke-hoach/skhcn-2024": 200,
    "/thong-ke": 200,
    "/thong-ke?by=section&plan=cds-2024&from=2024-01-01&to=2024-12-31": 200,
    "/thong-ke?from=ng%C3%A0y+n%C3%A0o": 400,
    "/thong-ke?unit=zz&by=zz": 400,
    "/su-kien": 200,
    "/su-kien?plan=cds-2024": 200,
    "/da-gui": 200,
    "/da-gui?unit=cds-2024%2Fvp": 200,
    "/da-gui?state=zz": 400,
    "/da-gui?state=dead": 200,
    "/da-gui?state=dropped": 200,
    "/da-gui/1": 200,
    "/ban-quy-tac": 200,
    "/ban-quy-tac/2": 200,
    "/de-xuat": 200,
    "/de-xuat/1": 200,
    "/de-xuat?xem=da-quyet-dinh": 200,
    "/quy-tac": 200,
    "/quy-tac/cds/muc-2.rules": 200,
    "/doc-han": 200,
    "/dang-nhap": 200,
    "/doc-han?q=trong+30+ng%C3%A0y+l%C3%A0m+vi%E1%BB%87c+k%E1%BB%83+t%E1%BB%AB+ng%C3%A0y+13%2F5%2F2024": 200,
    "/doc-han?q=h%E1%BA%B1ng+qu%C3%BD%2C+tr%C6%B0%E1%BB%9Bc+ng%C3%A0y+17+th%C3%A1ng+cu%E1%BB%91i+qu%C3%BD&year=2024": 200,
    "/doc-han?q=ng%C3%A0y+n%C3%A0o+%C4%91%C3%B3&year=x": 400,
    "/giao-ban": 200,
    "/bang-theo-doi/cds-2024": 200,
    "/bang-theo-doi/khong-co": 404,
    "/khong-co": 404,
    "/viec.pdf": 404,  # an ending that no page has
    "/da-gui.csv?state=zz": 400,  # a file that is not to be had, told on a page
    "/thang/2024-13": 404,
    "/don-vi/ttcntt?plan=skhcn-2024": 404,  # of another plan
}
# The same for who is signed in by the web server and records for every side.
SIGNED = {
    "/": 200,
    "/su-kien": 200,
    "/viec/cds-2024/1.2@once": 200,
    "/viec/cds-2024/1.4@once": 200,
    "/ghi/bao-cao/cds-2024/1.7@once": 200,
    "/ghi/tiep-nhan/cds-2024/1.7@once": 200,
    "/ghi/tien-do/cds-2024/1.7@once": 200,
    "/ghi/xin-gia-han/cds-2024/1.7@once": 200,
    "/ghi/rut-de-nghi/cds-2024/1.4@once": 200,
    "/ghi/tra-loi/cds-2024/1.7@once": 200,
    "/ghi/xac-nhan/cds-2024/1.2@once": 200,
    "/ghi/tra-lai/cds-2024/1.2@once": 200,
    "/ghi/gia-han/cds-2024/1.4@once": 200,
    "/ghi/khong-gia-han/cds-2024/1.4@once": 200,
    "/ghi/mien/cds-2024/1.7@once": 200,
    "/ghi/mo-lai/cds-2024/1.8@once": 200,
    "/ghi/su-kien/cds-2024/nghi-quyet": 200,
    "/ghi/bao-cao/cds-2024/1.8@once": 200,  # waived: nothing to report
    "/ghi/bao-cao/cds-2024/2.3@once": 404,  # classified
    "/da-ghi/3": 200,
    "/da-ghi/9999": 404,
    "/de-xuat": 200,
    "/de-xuat/1": 200,
    "/de-xuat/1?yeu-cau=1727053400.0.1": 200,  # accepted 100 seconds before `NOW`, and not answered
    "/de-xuat/sua/cds-2024/1.7": 200,
    "/de-xuat/sua/cds-2024/2.3": 404,  # classified
    "/de-xuat/moi/cds-2024": 200,
    "/bang-theo-doi/cds-2024": 200,
}
FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"


# Besides the page that a letter's link opens first.
ACTS = ("tiep-nhan", "tien-do", "xin-gia-han")


def name(path):
    """A picture's name."""
    path = re.sub(r"k=[^&]*&?", "", path)
    return re.sub(r"[^A-Za-z0-9-]+", "_", urllib.parse.unquote(path).strip("/"))[:60] or "first"


def said(page):
    """The text of a page, but for the minutes: rounds go on meanwhile."""
    return re.sub(r"\d\d:\d\d", "", page.locator("body").inner_text())


def squeezed(text):
    """Without blanks: between letters of different fonts a PDF has some that nobody sees."""
    return "".join(text.split())


class Check:
    """The pages of an office, and what is wrong with them."""

    def __init__(self, browser, office, only, pictures):
        self.browser, self.address, self.pictures, self.problems = browser, office.address, pictures, 0
        self.signed = office.signed
        signed = {**SIGNED, **{path: 200 for path in office.registers}}
        self.forms_shown = {path: status for path, status in signed.items() if only in path}
        self.shown = {path: status for path, status in SHOWN.items() if only in path}
        link = self.open_link(office.links)
        letters = {link: 200, **{f"{link}&viec={act}": 200 for act in ACTS}, f"{link[:-3]}&viec=bao-cao": 403, link[:link.index("?")]: 200}
        self.letter = f"{link}&viec=xin-gia-han"
        self.letters_shown = {path: status for path, status in letters.items() if only in path}
        self.axe = Axe().axe_script
        # What each page says on a desk.
        self.texts = {}

    def open_link(self, links):
        """One by which more time can be asked for."""
        for link in links:
            status, _, text = fetch(f"{self.address}{link}&viec=xin-gia-han")
            if status == 200 and 'name="newDay"' in text:
                return link
        sys.exit(f"no letter leads to a form: {links}")

    def problem(self, text):
        print(text, flush=True)
        self.problems += 1

    def context(self, width="desk", **more):
        across, down = WIDTHS[width]
        return self.browser.new_context(
            viewport={"width": across, "height": down}, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", **more)

    def all(self):
        """(address of the first page, path, status) in both languages."""
        return [(base, prefix + path if path != "/" or not prefix else prefix, status)
                for base, shown in ((self.address, self.shown), (self.address, self.letters_shown), (self.signed, self.forms_shown))
                for prefix in ("", "/en") for path, status in shown.items()]

    def picture(self, page, base, path, look):
        if self.pictures:
            kind = "signed-" if base == self.signed else ""
            page.screenshot(path=self.pictures / f"{kind}{name(path)}-{look}.png", full_page=True)

    def links(self):
        """Follows all links. Every kind of page that is shown must be reached by them."""
        pages, problems = crawl(self.address)
        for text in problems:
            self.problem(text)
        reached = {kind(path) for path in pages}
        for path, status in SHOWN.items():
            if status == 200 and kind(path) not in reached:
                self.problem(f"{path}: no link leads to pages of this kind")
        for path in pages:
            if not any(kind(path) == kind(shown) for shown in SHOWN):
                self.problem(f"{path}: of this kind none is looked at; name one in SHOWN")
        return len(pages)

    def appearance(self):
        """Opens every address; light and dark are two looks at one load."""
        for width in WIDTHS:
            context = self.context(width)
            page = context.new_page()
            failures = []
            page.on("console", lambda message: failures.append(f"console: {message.text}"))
            page.on("pageerror", lambda error: failures.append(f"script: {error}"))
            page.on("requestfailed", lambda request: failures.append(f"request failed: {request.url}"))
            page.on("response", lambda answer: answer.status >= 400 and failures.append(f"status {answer.status}: {answer.url}"))
            for base, path, status in self.all():
                failures.clear()
                answer = page.goto(base + path)
                where = f"{path} [{width}{' signed in' if base == self.signed else ''}]"
                if answer.status != status:
                    self.problem(f"{where}: status {answer.status} instead of {status}")
                for text in failures:
                    if status == 200 or str(status) not in text:
                        self.problem(f"{where}: {text}")
                self.texts[base, path] = said(page)
                self.overflow(page, where)
                for theme in THEMES:
                    page.emulate_media(color_scheme=theme)
                    self.picture(page, base, path, f"{width}-{theme}")
                page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
                self.overflow(page, where + " [all open]")
                for theme in THEMES:
                    page.emulate_media(color_scheme=theme)
                    self.rules(page, f"{where} [{theme}]", RULES if theme == THEMES[0] else CONTRAST)
            context.close()

    def overflow(self, page, where):
        """What is wider than its place: the page, and what a box cuts off."""
        for text in page.evaluate("""() => {
            const found = [], root = document.scrollingElement
            if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} wide`)
            for (const one of document.querySelectorAll('body *')) {
                const style = getComputedStyle(one)
                if (one.closest('.vh, .skip, svg, input, details:not([open]) > :not(summary)') || style.display == 'inline') continue
                // What is there for screen readers alone.
                if (one.closest('thead') && getComputedStyle(one.closest('thead')).clipPath != 'none') continue
                if (style.textOverflow != 'ellipsis' && style.overflowX != 'visible' && style.overflowX != 'auto' && one.scrollWidth > one.clientWidth + 1)
                    found.push(`${one.tagName}.${one.className} cuts off ${one.scrollWidth - one.clientWidth} pixels`)
                const box = one.getBoundingClientRect()
                if (box.right > root.clientWidth + 1 && box.width && !one.closest('.wide'))
                    found.push(`${one.tagName}.${one.className} ends at ${Math.round(box.right)}`)
            }
            return found.slice(0, 3)
        }"""):
            self.problem(f"{where}: {text}")

    def rules(self, page, where, options):
        if not page.evaluate("'axe' in window"):
            page.evaluate(self.axe)
        for violation in page.evaluate("options => axe.run(document, options)", options)["violations"]:
            places = [node["target"][0] for node in violation["nodes"]]
            self.problem(f"{where}: {violation['id']}: {violation['help']}: {len(places)}, e.g. {places[0]}: "
                         + violation["nodes"][0]["failureSummary"].replace("\n", " ")[:300])

    def keyboard(self):
        """Tab goes through everything in the order of the page, shows where it is, and comes to an end."""
        for width in WIDTHS:
            context = self.context(width)
            page = context.new_page()
            kinds = set()
            for base, path, status in self.all():
                # The order is that of the page in every width; where it is narrow one of each kind is enough.
                if path.startswith("/en") or status != 200 or width != "desk" and (base, kind(path)) in kinds:
                    continue
                kinds.add((base, kind(path)))
                page.goto(base + path)
                self.tab(page, f"{path} [{width}] keyboard")
            context.close()
        context = self.context()
        page = context.new_page()
        page.goto(self.address + "/viec")
        self.filter_by_keyboard(page)
        self.open_by_keyboard(page)
        context.close()

    def tab(self, page, where):
        wanted = page.evaluate("""focusable => [...document.querySelectorAll(focusable)].filter(one => one.checkVisibility())
            .map((one, place) => { one.dataset.place = place; return one.outerHTML.slice(0, 80) })""", FOCUSABLE)
        for place in range(len(wanted) + 1):
            page.keyboard.press("Tab")
            seen = page.evaluate("""() => {
                const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect()
                if (one === document.body) return null
                const group = one.closest('section, nav, form, tr, .panel, .stack, header, footer') || document.body
                const before = window.before
                window.before = {group, top: box.top + scrollY, left: box.left}
                const isBack = before && before.group === group &&
                    (box.top + scrollY < before.top - 25 && box.left <= before.left)
                return {place: Number(one.dataset.place), html: one.outerHTML.slice(0, 80), isBack,
                    isShown: style.outlineStyle != 'none' && parseFloat(style.outlineWidth) > 0
                        && box.bottom > 0 && box.top < innerHeight && box.right > 0}
            }""")
            if place == len(wanted):
                # Behind the last is the browser's own window, or the first again.
                if seen and seen["place"]:
                    self.problem(f"{where}: goes on behind the last, at {seen['html']}")
            elif not seen:
                self.problem(f"{where}: ends before {wanted[place]}")
                return
            elif seen["place"] != place:
                self.problem(f"{where}: {seen['html']} instead of {wanted[place]}")
                return
            elif not seen["isShown"]:
                self.problem(f"{where}: nobody sees the focus on {seen['html']}")
            elif seen["isBack"]:
                self.problem(f"{where}: goes back up to {seen['html']}")
            elif place == 0 and 'class="skip"' not in seen["html"]:
                self.problem(f"{where}: the first is no link to the content: {seen['html']}")

    @staticmethod
    def reach(page, selector):
        """Presses Tab until it is there."""
        for _ in range(400):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return True
        return False

    def filter_by_keyboard(self, page):
        fields = {"#q": "báo cáo", "form summary": None, "#kh": "cds-2024", "#tu": "01/07/2024", "#den": "31/12/2024"}
        for selector, text in fields.items():
            if not self.reach(page, selector):
                self.problem(f"/viec: the keyboard does not reach {selector}")
                return
            if text is None:
                page.keyboard.press("Enter")
            elif selector == "#kh":
                for _ in range(5):
                    if page.input_value(selector) != text:
                        page.keyboard.press("ArrowDown")
            else:
                page.keyboard.type(text)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(page.url).query))
        wanted = {"text": "báo cáo", "plan": "cds-2024", "from": "01/07/2024", "to": "31/12/2024"}
        if {key: query.get(key) for key in wanted} != wanted:
            self.problem(f"/viec: the keyboard's filters lead to {query}")
        rows = page.locator("main").inner_text()
        if "Báo cáo kết quả chuyển đổi số" not in rows or "Cập nhật" in rows:
            self.problem(f"/viec: the keyboard's filters show: {rows[:200]}")

    def open_by_keyboard(self, page):
        page.goto(self.address + "/viec")
        if not self.reach(page, "tr.fold summary"):
            self.problem("/viec: the keyboard does not reach a folded row")
            return
        for is_open in (True, False):
            page.keyboard.press("Enter")
            if page.evaluate("document.activeElement.parentElement.open") != is_open:
                self.problem(f"/viec: Enter does not {'open' if is_open else 'close'} a folded row")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        if not page.evaluate("!!document.activeElement.closest('.in')"):
            self.problem("/viec: Tab does not go into an open row")

    def without_scripts(self):
        """The same text where nothing may run."""
        context = self.context(java_script_enabled=False)
        page = context.new_page()
        for base, path, _ in self.all():
            page.goto(base + path)
            if said(page) != self.texts[base, path]:
                self.problem(f"{path}: another text without JavaScript")
        context.close()

    def recording(self):
        """A form as people fill it in: with an error, then with what is asked about, then ticked, to the receipt."""
        typed = {"newDay": "20/10/2024", "words": "Chờ số liệu của các phòng"}
        for width, base, path in (
            ("phone", self.signed, "/ghi/xin-gia-han/cds-2024/1.7@once"),
            ("desk", self.signed, "/ghi/xin-gia-han/cds-2024/1.6@once"), ("phone", self.address, self.letter),
        ):
            context = self.context(width)
            page = context.new_page()
            page.goto(base + path)
            where = f"{path} [{width}]"
            for step, fields in (("wrong", {"newDay": "32/13"}), ("asked", typed)):
                for field, text in fields.items():
                    page.fill(f"[name={field}]", text)
                with page.expect_navigation() as sent:
                    page.click("button.btn")
                if sent.value.status != 422:
                    self.problem(f"{where} {step}: status {sent.value.status}")
                self.overflow(page, f"{where} {step}")
                self.rules(page, f"{where} {step}", RULES)
                self.picture(page, base, f"{path} {step}", width)
                if not page.title().startswith("Lỗi:"):
                    self.problem(f"{where} {step}: the title is {page.title()}")
                for field, text in fields.items():
                    if page.input_value(f"[name={field}]") != text:
                        self.problem(f"{where} {step}: {field} is lost")
            page.check("[name=yes]")
            with page.expect_navigation() as sent:
                page.click("button.btn")
            receipt = page.url
            if sent.value.status != 200 or not re.search(r"/da-ghi/|[?&]so=", receipt):
                self.problem(f"{where}: no receipt but {sent.value.status} {receipt}")
            self.overflow(page, f"{where} receipt")
            self.rules(page, f"{where} receipt", RULES)
            self.picture(page, base, f"{path} receipt", width)
            # What is shown was fetched, not sent, and can be fetched again.
            page.reload()
            if page.url != receipt:
                self.problem(f"{where}: reloaded it is {page.url}")
            context.close()

    def print(self):
        """The meeting sheet is A4 with its heading and signature and nothing of the screen; the year lies on its side."""
        context = self.context()
        page = context.new_page()
        sheets = {
            "/giao-ban": (["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "BÁO CÁO"], ["Nơi nhận", "GIÁM ĐỐC"]),
            "/en/giao-ban": (["SOCIALIST REPUBLIC OF VIET NAM", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "REPORT"], ["To:", "GIÁM ĐỐC"]),
        }
        for path, (heading, signature) in sheets.items():
            texts = self.paper(page, path, (595, 842))
            for word in heading:
                if squeezed(word) not in texts[0]:
                    self.problem(f"{path} on paper: the first page lacks {word}")
            for word in signature + ["Nguyễn Văn An"]:
                if squeezed(word) not in texts[-1]:
                    self.problem(f"{path} on paper: the last page lacks {word}")
            for word in ("Đến nội dung chính", "Đọc một cách ghi hạn", "Read a deadline", ".docx", "Số liệu lúc", "As of 08:05"):
                if any(squeezed(word) in text for text in texts):
                    self.problem(f"{path} on paper: shows {word}")
        for path in ("/", "/viec", "/thang", "/ke-hoach/cds-2024", "/viec/cds-2024/2.5@once"):
            texts = self.paper(page, path, (595, 842))
            if squeezed("Hôm nay Việc Tháng Năm") in texts[0] or squeezed("Bản họp giao ban") in texts[-1]:
                self.problem(f"{path} on paper: shows menu or footer")
        self.paper(page, "/nam/2024", (842, 595))
        context.close()

    def paper(self, page, path, size):
        """The texts of the sheets, without blanks."""
        page.goto(self.address + path)
        data = page.pdf(prefer_css_page_size=True, format="A4", print_background=True)
        if self.pictures:
            (self.pictures / f"{name(path)}.pdf").write_bytes(data)
        pdf = PdfReader(io.BytesIO(data))
        box = pdf.pages[0].mediabox
        if max(abs(box.width - size[0]), abs(box.height - size[1])) > 2:
            self.problem(f"{path} on paper: {box.width} by {box.height} points instead of {size}")
        return [squeezed(sheet.extract_text()) for sheet in pdf.pages]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("programs")
    arguments.add_argument("--pictures", type=pathlib.Path, help="writes a picture of each into this folder")
    arguments.add_argument("--only", default="", help="only addresses with this word; links are not followed")
    options = arguments.parse_args()
    if not shutil.which(CHROMIUM) or not faketime():
        sys.exit("there is no Chromium or no faketime: tools/setup $(cat Tests/browser/packages)")
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()

    def told(what):
        print(f"{time.monotonic() - began:4.0f} s  {what}", flush=True)

    with tempfile.TemporaryDirectory(prefix="browser-") as folder, Office(options.programs, folder) as office:
        told("the office is open")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox"] if os.geteuid() == 0 else [])
            check = Check(browser, office, options.only, options.pictures)
            if not options.only:
                told(f"{check.links()} pages, their links followed")
            check.appearance()
            told(f"{len(check.all())} addresses seen, each in {len(WIDTHS)} widths, light and dark")
            check.keyboard()
            told("gone through by keyboard")
            check.without_scripts()
            told("read without JavaScript")
            check.print()
            told("printed")
            check.recording()
            told("recorded")
            browser.close()
    told(f"{check.problems} problems")
    return 1 if check.problems else 0


if __name__ == "__main__":
    sys.exit(main())
