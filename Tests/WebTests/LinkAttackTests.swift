import AnswerLinks
import Foundation
import HTTPMessages
import Hashing
import Testing

@Suite("Attacks on the links of letters")
struct LinkAttackTests {
  /// What must not be shown to somebody who has no right.
  private static let secret = "kiểm tra"

  private func expectNothing(_ answer: HTTPAnswer, _ status: Int, _ what: String = "") {
    #expect(answer.status == status, "\(what): \(answer.status)")
    #expect(
      !answer.text.contains("<form") && !answer.text.contains(Self.secret) && !answer.text.contains("Phòng A"),
      "\(what)")
    #expect(answer.text.contains("/viec/"), "\(what) offers to sign in")
    #expect(answer.value(of: "Cache-Control") == "no-store" && answer.value(of: "Referrer-Policy") == "no-referrer")
  }

  @Test("Without its token an address tells nothing, of work that is there and of work that is not") func plain() throws
  {
    let desk = try LinkDesk()
    let known = desk.get("/tra-loi/kh/I.1%40once")
    expectNothing(known, 200)
    #expect(known.text.contains("Đăng nhập và xem việc này"))
    let unknown = desk.get("/tra-loi/kh/I.9%40once")
    #expect(known.text.replacingOccurrences(of: "I.1", with: "I.9") == unknown.text)
    expectNothing(desk.get("/tra-loi/kh/I.1%40once?k="), 200)
    #expect(desk.get("/tra-loi").status == 403 && desk.get("/tra-loi/kh").status == 403)
  }

  @Test("Altered, of another duty, of another key, twice, or too long: nothing is shown or recorded") func altered()
    throws
  {
    let desk = try LinkDesk()
    let address = try desk.address()
    let other = try #require(Ed25519.PrivateKey([UInt8](1..<33)))
    for (what, wrong) in [
      ("cut", String(address.dropLast(3))), ("longer", address + "AA"),
      ("of another duty", address.replacingOccurrences(of: "I.1", with: "I.2")),
      ("of another period", address.replacingOccurrences(of: "once", with: "2024-09")),
      ("by another key", try desk.address(signedBy: other)), ("two", address + "&k=x"),
      ("long", "/tra-loi/kh/I.1%40once?k=" + String(repeating: "A", count: 10_000)),
    ] {
      expectNothing(desk.get(wrong), what == "two" ? 200 : 403, what)
      expectNothing(
        desk.office.post(
          wrong + "&viec=bao-cao", as: nil, FormDesk.body(["token": "x", "mark": "x", "day": "20/9/2024"])),
        what == "two" ? 200 : 403, what)
    }
    #expect(try desk.office.facts().isEmpty)
  }

  @Test("After its end it opens nothing, and a form that was opened before records nothing") func expired() throws {
    let end = Int(LinkDesk.end)
    let before = try LinkDesk(now: end - 1)
    let page = before.get(try before.address())
    #expect(page.status == 200)
    let after = try LinkDesk(now: end)
    expectNothing(after.get(try after.address()), 410)
    #expect(after.get(try after.address()).text.contains("14 ngày"))
    expectNothing(try after.post(page.text, ["day": "20/9/2024"]), 410)
    #expect(try after.office.facts().isEmpty)
  }

  @Test("Another unit's link says nothing of work that it does not owe, nor a unit's that handed it over")
  func foreign() throws {
    let desk = try LinkDesk()
    // Signed all the same, as a daemon could not do it.
    expectNothing(desk.get(try desk.address(unit: "vp", mailbox: "vp@so.example")), 410)
    expectNothing(desk.get(try desk.address(unit: "gd", mailbox: "a@so.example")), 410)
    expectNothing(desk.get(try desk.address(unit: "khong-co")), 410)
    let page = desk.get(try desk.address()).text
    try desk.office.desk.record("reassign", "I.1", "vp", "--yes")
    expectNothing(desk.get(try desk.address()), 410)
    expectNothing(try desk.post(page, ["day": "20/9/2024"]), 410)
    #expect(try desk.office.facts().count == 1)
  }

  @Test("Another mailbox in the rules ends the links to the one before") func mailbox() throws {
    let moved = try LinkDesk(LinkDesk.plan.replacingOccurrences(of: "a@so.example", with: "moi@so.example"))
    let answer = moved.get(try moved.address())
    expectNothing(answer, 410)
    #expect(answer.text.contains("Hộp thư của đơn vị đã đổi"))
    #expect(moved.get(try moved.address(mailbox: "moi@so.example")).status == 200)
    let none = try LinkDesk(LinkDesk.plan.replacingOccurrences(of: "  email: a@so.example\n", with: ""))
    expectNothing(none.get(try none.address()), 410)
  }

  @Test("Work that is waived or classified has no link any more, and acts that it does not let are not done")
  func over() throws {
    let desk = try LinkDesk()
    let page = desk.get(try desk.address()).text
    let few = try desk.address(answers: [.progress])
    #expect(!desk.get(few).text.contains("Xin gia hạn") && desk.get(few).text.contains("Ghi tiến độ"))
    for act in ["bao-cao", "xin-gia-han", "xac-nhan", "mien", "gia-han", "mo-lai", "su-kien", "x", ""] {
      let target = try desk.address(answers: [.progress]) + "&viec=\(act)"
      let answer = desk.office.post(
        target, as: nil,
        FormDesk.body(FormDesk.hidden(desk.get(few).text).merging(["day": "20/9/2024", "words": "x"]) { $1 }))
      expectNothing(answer, 403, act)
    }
    expectNothing(desk.get(try desk.address("kh/I.3@once")), 410)
    try desk.office.desk.record("waive", "I.1", "--because", "không còn cần")
    let end = desk.get(try desk.address())
    expectNothing(end, 410)
    expectNothing(try desk.post(page, ["day": "20/9/2024"]), 410)
    #expect(try desk.office.facts().count == 1)
  }

  @Test("A scanner that opens every link, and posts to it what it finds, records nothing without the page's own token")
  func scanner() throws {
    let desk = try LinkDesk()
    let address = try desk.address()
    for act in ["bao-cao", "tien-do", "tiep-nhan", "xin-gia-han", "tra-loi"] {
      let target = address + "&viec=\(act)"
      for method in ["GET", "HEAD"] {
        _ = desk.office.desk.site.answer(HTTPRequest(method, target, fields: [], body: [], socket: .proxy))
      }
      for fields in [[:], ["mark": "x"], ["mark": "x", "token": ""], ["mark": "x", "token": "0"]] {
        let typed = ["day": "20/9/2024", "newDay": "18/10/2024", "words": "x"]
        let answer = desk.office.post(target, as: nil, FormDesk.body(fields.merging(typed) { $1 }), fields: [])
        #expect([400, 403].contains(answer.status), "\(act) \(fields)")
      }
      #expect(desk.office.post(target, as: nil, []).status == 400)
      #expect(desk.office.desk.site.answer(HTTPRequest("PUT", target, socket: .proxy)).status == 405)
    }
    // The token of another link's page, and of somebody who signed in, is none of this one.
    let foreign = try FormDesk.hidden(desk.get(desk.address("kh/I.4@once", act: "tien-do")).text)
    let answer = desk.office.post(
      address + "&viec=tiep-nhan", as: nil, FormDesk.body(foreign))
    #expect(answer.status == 403 && answer.text.contains("mở từ lâu"))
    #expect(try desk.office.facts().isEmpty)
  }

  @Test("A form of elsewhere records nothing; browsers that hide where the page is are believed") func elsewhere()
    throws
  {
    let desk = try LinkDesk()
    let page = desk.get(try desk.address(act: "tiep-nhan")).text
    for browser in [
      [("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "none"), ("Origin", "null")],
      [("Origin", "https://evil.example")],
    ] {
      #expect(try desk.post(page, [:], from: browser).status == 403, "\(browser)")
    }
    #expect(try desk.office.facts().isEmpty)
    // `Referrer-Policy: no-referrer` makes them say so.
    #expect(try desk.post(page, [:], from: [("Origin", "null")]).status == 303)
  }

  @Test("Whoever gets it passed on is the unit to the office, and may send so much in a while") func limits() throws {
    let desk = try LinkDesk()
    let page = desk.get(try desk.address(act: "tien-do")).text
    let answers = (0..<32).map { _ in (try? desk.post(page, ["words": ""]).status) ?? 0 }
    #expect(answers.filter { $0 == 422 }.count == 30 && answers.suffix(2) == [429, 429])
    // The same of looking at it.
    let looks = try (0..<31).map { _ in desk.get(try desk.address()).status }
    #expect(looks.prefix(29).allSatisfy { $0 == 200 } && looks.last == 429)
    // It says for how long, leads back to the link's page, and has no menu of pages that need a sign-in.
    let told = desk.get(try desk.address()).text
    #expect(told.contains("Thử lại sau 4 giây") && told.contains("?k=") && !told.contains("class=\"menu\""), "\(told)")
    // Others are not held up by that.
    #expect(try desk.send(try desk.address("kh/I.4@once", act: "tien-do"), ["words": "40%"]).status == 303)
  }

  @Test("Words with HTML and line breaks are words, on the page and in the fact") func words() throws {
    let desk = try LinkDesk()
    let typed = "<script>alert(1)</script>\r\nđã xong kh/I.2 ngày 1/9/2024 & \u{202E}x"
    let wrong = try desk.send(try desk.address(act: "xin-gia-han"), ["words": typed, "newDay": ""])
    #expect(wrong.status == 422 && !wrong.text.contains("<script>") && wrong.text.contains("&lt;script&gt;"))
    let sent = try desk.send(try desk.address(act: "tien-do"), ["words": typed])
    let receipt = desk.get(try #require(sent.value(of: "Location")))
    #expect(receipt.text.contains("&lt;script&gt;") && !receipt.text.contains("<script>"))
    let facts = try desk.office.facts()
    #expect(facts.count == 1 && !facts[0].contains("\n") && !facts[0].contains("\u{202E}"))
  }

  @Test("The receipt is that link's alone") func receipts() throws {
    let desk = try LinkDesk(configuration: FormDesk.roles)
    _ = try desk.office.receipt("/ghi/tien-do/kh/I.1@once", as: "an", ["words": "10%"])
    _ = try desk.send(try desk.address("kh/I.4@once", act: "tien-do"), ["words": "40%"])
    for number in ["1", "2", "3", "x", "-1"] {
      expectNothing(desk.get(try desk.address() + "&so=\(number)"), 403, number)
    }
    #expect(desk.get(try desk.address("kh/I.4@once") + "&so=2").status == 200)
  }

  @Test("The token stands nowhere but in the page's own addresses, and every answer keeps it from others")
  func secrecy() throws {
    let desk = try LinkDesk()
    let address = try desk.address()
    let token = String(address.split(separator: "=").last ?? "")
    let page = desk.get(address)
    #expect(page.value(of: "Referrer-Policy") == "no-referrer" && page.value(of: "Cache-Control") == "no-store")
    #expect(page.value(of: "ETag") == nil)
    let sent = try desk.post(page.text, ["day": "20/9/2024"])
    #expect(sent.value(of: "Referrer-Policy") == "no-referrer" && sent.value(of: "Cache-Control") == "no-store")
    #expect(try desk.office.facts().allSatisfy { !$0.contains(token) })
    #expect(!desk.office.desk.text("/viec/kh/I.1@once").contains(token))
  }

  @Test("Where no round has a key no link is believed") func withoutKey() throws {
    let desk = try LinkDesk()
    let address = try desk.address()
    for text in ["", "x\n", Base64.text([1, 2, 3])] {
      try desk.office.desk.state.write(Array(text.utf8), to: "post/link-key.pub")
      expectNothing(desk.get(address), 403)
    }
    let other = try #require(Ed25519.PrivateKey([UInt8](1..<33)))
    try desk.publish(other)
    expectNothing(desk.get(address), 403, "rotated")
    #expect(desk.get(try desk.address(signedBy: other)).status == 200)
  }
}
