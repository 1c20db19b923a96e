"""In the machine: clerks, a confirmer and an administrator in Chromium, over TLS and Apache, with the mails that arrived.

journeys.py MAILS STEP…: each step prints what the next needs. A step that finds anything else than it expects ends with status 1.
"""

import email.policy
import glob
import os
import re
import sys
import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

SITE = "https://nhacviec.so.example"
CHROMIUM = "/usr/bin/chromium"
AXE = Axe().axe_script
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


def mails(folder, address):
    """The texts of the mails to an address, the oldest first."""
    found = []
    for path in sorted(glob.glob(folder + "/*.eml"), key=os.path.getmtime):
        with open(path, "rb") as file:
            mail = email.message_from_binary_file(file, policy=email.policy.default)
        if address in mail["X-Kept-For"]:
            found.append(mail.get_body(("plain",)).get_content())
    return found


def wait_for_mail(folder, address, pattern, seconds=60):
    """The newest match of a pattern in the mails to an address."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for text in reversed(mails(folder, address)):
            if match := re.search(pattern, text):
                return match.group(0)
        time.sleep(0.2)
    raise SystemExit(f"no mail to {address} with {pattern}: {mails(folder, address)}")


class Phone:
    """A browser of one person, as narrow as a phone."""

    def __init__(self, browser, **more):
        self.context = browser.new_context(viewport={"width": 390, "height": 844}, ignore_https_errors=True, **more)
        self.page = self.context.new_page()

    def open(self, address):
        return self.page.goto(address)

    def look(self):
        """Axe finds nothing on the page, which is no wider than the phone."""
        self.page.evaluate(AXE)
        found = self.page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
        assert not found, (self.page.url, [(one["id"], one["nodes"][0]["html"]) for one in found])
        assert self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), self.page.url

    def sign_in(self, folder, name, address):
        """By the letter that comes, in the same browser; an earlier letter does not count."""
        before = len(mails(folder, address))
        self.open(f"{SITE}/dang-nhap")
        self.page.get_by_role("button", name="Gửi thư đăng nhập").click()
        expect(self.page.locator(".bad-row .err")).to_be_visible()
        self.look()
        self.page.get_by_label("Đơn vị hoặc hộp thư").fill(name)
        self.page.get_by_role("button", name="Gửi thư đăng nhập").click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Xem hộp thư của đơn vị")
        self.look()
        end = time.monotonic() + 60
        while len(mails(folder, address)) == before:
            if time.monotonic() > end:
                raise SystemExit(f"no letter to {address}")
            time.sleep(0.2)
        link = re.search(re.escape(SITE) + r"/dang-nhap/thu\?k=[\w-]+", mails(folder, address)[-1]).group(0)
        self.open(link)
        self.look()
        self.page.get_by_role("button", name="Đăng nhập").click()
        self.page.wait_for_url(f"{SITE}/")
        return link


def report(browser, folder):
    """The clerk opens the link of the reminder, and reports; who goes back finds no form."""
    phone = Phone(browser)
    link = wait_for_mail(folder, "nghiepvu@so.example", re.escape(SITE) + r"/tra-loi/vi-du/I\.1%40once\?k=[\w-]+")
    phone.open(link)
    expect(phone.page.get_by_role("navigation", name="Mục chính")).to_have_count(0)
    phone.look()
    phone.page.get_by_label("Số, ký hiệu văn bản").first.fill("156/BC")
    phone.page.get_by_role("button", name="Gửi báo cáo").click()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Đã ghi nhận")
    phone.page.go_back()
    expect(phone.page.get_by_role("button", name="Gửi báo cáo")).to_have_count(0)
    phone.open(link)
    expect(phone.page.locator("body")).to_contain_text("Giám đốc")
    phone.look()


def confirm(browser, folder):
    """The confirmer signs in by the mailbox on the phone, and confirms; the clerk's link is over."""
    phone = Phone(browser)
    used = phone.sign_in(folder, "Giám đốc", "giamdoc@so.example")
    phone.open(f"{SITE}/ghi/xac-nhan/vi-du/I.1@once")
    phone.look()
    phone.page.get_by_role("button", name="Xác nhận hoàn thành").click()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Đã ghi nhận")
    stranger = Phone(browser)
    stranger.open(used)
    stranger.page.goto(f"{SITE}/")
    expect(stranger.page).to_have_url(re.compile("/dang-nhap"))
    link = wait_for_mail(folder, "nghiepvu@so.example", re.escape(SITE) + r"/tra-loi/vi-du/I\.1%40once\?k=[\w-]+")
    assert stranger.open(link).status == 410


def ask(browser, folder):
    """A unit signs in by its mailbox, with the code of a link that was opened elsewhere, and asks for more time; the leader decides."""
    phone, desk = Phone(browser), Phone(browser)
    before = len(mails(folder, "nghiepvu@so.example"))
    phone.open(f"{SITE}/viec/vi-du/I.2@once")
    phone.page.get_by_label("Đơn vị hoặc hộp thư").fill("nghiepvu@so.example")
    phone.page.get_by_role("button", name="Gửi thư đăng nhập").click()
    end = time.monotonic() + 60
    while len(mails(folder, "nghiepvu@so.example")) == before and time.monotonic() < end:
        time.sleep(0.2)
    link = re.search(re.escape(SITE) + r"/dang-nhap/thu\?k=[\w-]+", mails(folder, "nghiepvu@so.example")[-1]).group(0)
    desk.open(link)
    code = desk.page.locator("p.code").inner_text()
    desk.look()
    phone.page.get_by_label("Mã 8 chữ số").fill("1234")
    phone.page.get_by_role("button", name="Vào").click()
    phone.look()
    phone.page.get_by_label("Mã 8 chữ số").fill(code)
    phone.page.get_by_role("button", name="Vào").click()
    phone.page.wait_for_url(f"{SITE}/viec/vi-du/I.2@once")
    phone.page.get_by_role("link", name="Xin gia hạn").first.click()
    phone.page.get_by_label("Xin đến ngày").fill(os.environ["NEW_DAY"])
    phone.page.get_by_label("Lý do").fill("chờ ý kiến của bộ")
    phone.page.get_by_role("button", name="Gửi đề nghị").click()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Đã ghi nhận")
    leader = Phone(browser)
    leader.sign_in(folder, "gd", "giamdoc@so.example")
    leader.open(f"{SITE}/ghi/gia-han/vi-du/I.2@once")
    leader.page.get_by_label("Số, ký hiệu văn bản").first.fill("89/QĐ")
    leader.page.get_by_role("button", name="Đồng ý gia hạn").click()
    expect(leader.page.get_by_role("heading", level=1)).to_have_text("Đã ghi nhận")
    leader.look()
    leader.open(f"{SITE}/dang-nhap")
    leader.look()
    leader.page.get_by_role("button", name="Đăng xuất", exact=True).click()
    leader.open(f"{SITE}/")
    expect(leader.page).to_have_url(re.compile("/dang-nhap"))


def propose(browser, folder):
    """A clerk who signed in by the mailbox proposes another day for a row, after looking at what it means."""
    phone = Phone(browser)
    phone.sign_in(folder, "vp", "vanphong@so.example")
    phone.open(f"{SITE}/viec/vi-du/I.3@once")
    phone.page.get_by_role("link", name="Đề xuất sửa dòng này").click()
    deadline = phone.page.get_by_label("Thời hạn")
    deadline.fill("chậm nhất " + os.environ["ROW_DAY"] + " và cũng")
    phone.page.get_by_role("button", name="Xem nghĩa và ngày").click()
    expect(phone.page.locator(".bad-row")).to_have_count(1)
    phone.look()
    deadline = phone.page.get_by_label("Thời hạn")
    deadline.fill("chậm nhất " + os.environ["ROW_DAY"])
    phone.page.get_by_role("button", name="Xem nghĩa và ngày").click()
    expect(phone.page.locator("main")).to_contain_text(os.environ["ROW_DAY"])
    phone.look()
    phone.page.get_by_label("Lý do đề xuất").fill("theo công văn 12/CV")
    phone.page.get_by_role("button", name="Gửi đề xuất").click()
    phone.page.wait_for_url(re.compile("/de-xuat/1"))
    expect(phone.page.get_by_role("button", name="Chấp nhận và áp dụng")).to_have_count(0)


def accept(browser, folder):
    """The administrator, who has a password at the web server, sees the moved day and the letters, and accepts."""
    desk = Phone(browser, http_credentials={"username": "lan", "password": "mat-khau"})
    desk.open(f"{SITE}:8443/de-xuat/1")
    expect(desk.page.locator("main")).to_contain_text(os.environ["ROW_DAY"])
    expect(desk.page.locator("main")).to_contain_text("theo công văn 12/CV")
    desk.look()
    desk.page.get_by_role("button", name="Chấp nhận và áp dụng").click()
    desk.look()
    end = time.monotonic() + 60
    while "đang áp dụng" in desk.page.locator("main").inner_text() and time.monotonic() < end:
        time.sleep(0.5)
        desk.page.reload()
    expect(desk.page.locator("main")).to_contain_text("lan")
    expect(desk.page.locator("main")).to_contain_text(re.compile("[Đđ]ã chấp nhận"))
    wait_for_mail(folder, "vanphong@so.example", re.escape(os.environ["ROW_MAIL"]))


STEPS = {"report": report, "confirm": confirm, "ask": ask, "propose": propose, "accept": accept}

if __name__ == "__main__":
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--host-resolver-rules=MAP nhacviec.so.example 127.0.0.1"]
        )
        for step in sys.argv[2:]:
            STEPS[step](chromium, sys.argv[1])
        chromium.close()
