import AnswerLinks
import Foundation
import HTTPMessages
import Hashing
import StateFolder
import TestSupport
import Testing

/// A browser of a unit: what it keeps, and what it is shown.
final class UnitBrowser {
  let desk: LinkDesk
  private(set) var cookies: [String: String] = [:]

  static let configuration =
    LinkDesk.web + """
      [mail]
      server = "mail.so.example"
      from = "nhacviec@so.example"
      allowed-domains = ["so.example"]

      """

  init(_ desk: LinkDesk) throws {
    self.desk = desk
    try Folder.make(spool.path)
  }

  var spool: Spool { Spool(desk.office.desk.state.path + "/spool") }

  private func keep(_ answer: HTTPAnswer) -> HTTPAnswer {
    for field in answer.fields where field.name == "Set-Cookie" {
      let parts = field.value.components(separatedBy: "; ")
      #expect(
        parts[0].hasPrefix("__Host-") && Set(parts).isSuperset(of: ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"]))
      let pair = parts[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      cookies[pair[0]] = parts.contains("Max-Age=0") ? nil : pair[1]
    }
    return answer
  }

  private func fields(_ more: [(String, String)]) -> [(String, String)] {
    let all = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    return more + (all.isEmpty ? [] : [("Cookie", all)])
  }

  func get(_ target: String, _ more: [(String, String)] = []) -> HTTPAnswer {
    keep(desk.office.desk.get(target, fields: fields(more), socket: .proxy))
  }

  func post(
    _ target: String, _ form: [String: String], _ more: [(String, String)] = [("Sec-Fetch-Site", "same-origin")]
  ) -> HTTPAnswer {
    keep(desk.office.post(target, as: nil, FormDesk.body(form), fields: fields(more)))
  }

  func post(_ target: String, _ body: [UInt8], type: String) -> HTTPAnswer {
    keep(desk.office.post(target, as: nil, body, type: type, fields: fields([("Sec-Fetch-Site", "same-origin")])))
  }

  /// Asks for a letter, and returns the name that the request has and the browser's hash.
  func ask(_ name: String = "Phòng A", _ more: [String: String] = [:]) throws -> (name: String, browser: String) {
    let answer = post("/dang-nhap", ["don-vi": name].merging(more) { $1 })
    #expect(answer.status == 303 && answer.value(of: "Location") == "/dang-nhap/ma", "\(answer.text)")
    let entry = try #require(spool.entries().last)
    guard case .signIn(let asked, let browser, _)? = entry.request else { throw Missing() }
    try spool.remove(entry)
    return (asked, browser)
  }

  struct Missing: Error {}

  /// The address that the letter to this request has.
  func letter(
    to browser: String, unit: String = "a", mailbox: String = "a@so.example",
    end: Int64 = Int64(SiteDesk.monday) + 1800, signedBy key: Ed25519.PrivateKey? = nil
  ) throws -> String {
    let link = SignInLink(
      unit: unit, mailbox: try #require(MailboxMark(of: mailbox)),
      browser: try #require(SHA256Digest(hexadecimal: browser)), end: end)
    return "/dang-nhap/thu?k=\(try #require(link.token(signedBy: key ?? desk.key)))"
  }

  /// Signs in by the letter.
  func enter(_ unit: String = "a", mailbox: String = "a@so.example") throws {
    let address = try letter(to: try ask(unit).browser, unit: unit, mailbox: mailbox)
    let page = get(address)
    #expect(page.status == 200, "\(page.text)")
    let answer = post(address, FormDesk.hidden(page.text))
    #expect(answer.status == 303, "\(answer.text)")
  }
}

@Suite("Signing in by the unit's mailbox")
struct SignInTests {
  private let desk: LinkDesk
  private let browser: UnitBrowser

  init() throws {
    desk = try LinkDesk(configuration: UnitBrowser.configuration)
    browser = try UnitBrowser(desk)
  }

  @Test("Who is not signed in is led to the sign-in, and from there to where it wanted to go") func journey() throws {
    let first = browser.get("/viec/kh/I.1%40once")
    let signIn = try #require(first.value(of: "Location"))
    #expect(first.status == 303 && signIn.hasPrefix("/dang-nhap?den="))
    let page = browser.get(signIn)
    #expect(page.status == 200 && page.text.contains("Gửi thư đăng nhập") && !page.text.contains("Phòng A"))
    let aim = try #require(page.text.range(of: "name=\"den\" value=\""))
    let den = String(page.text[aim.upperBound...].prefix { $0 != "\"" })
    let (name, hash) = try browser.ask("  Phòng\tA ", ["den": den])
    #expect(name == "Phòng A")
    #expect(browser.get("/dang-nhap/ma").text.contains("trả lời giống nhau với mọi tên"))
    let address = try browser.letter(to: hash)
    let letter = browser.get(address)
    #expect(letter.text.contains("Đăng nhập: Phòng A"))
    #expect(browser.get("/viec/kh/I.1%40once").status == 303, "GET signs nobody in")
    let entered = browser.post(address, FormDesk.hidden(letter.text))
    #expect(entered.status == 303 && entered.value(of: "Location") == "/viec/kh/I.1@once", "\(entered.text)")
    let task = browser.get("/viec/kh/I.1%40once")
    #expect(task.status == 200 && task.text.contains("/ghi/bao-cao/kh/I.1@once"))
    #expect(browser.get("/dang-nhap").text.contains("Phòng A, đến 20:05, Thứ Hai, 23/09/2024."))
  }

  @Test("The unit reports, and its fact says who and by which way in") func reports() throws {
    try browser.enter()
    let form = browser.get("/ghi/bao-cao/kh/I.1%40once")
    let sent = browser.post("/ghi/bao-cao/kh/I.1@once", FormDesk.hidden(form.text).merging(["day": "20/9/2024"]) { $1 })
    #expect(sent.status == 303, "\(sent.text)")
    let receipt = browser.get(try #require(sent.value(of: "Location"))).text
    for words in ["<dd>Phòng A</dd>", "Phòng A (chủ trì)", "qua trang web, đăng nhập bằng hộp thư"] {
      #expect(receipt.contains(words), "\(words)")
    }
    #expect(
      try desk.office.facts()[0].contains("| đơn vị a | a (chủ trì) | qua trang web, đăng nhập bằng hộp thư, lần gửi "))
  }

  @Test("Nobody confirms its own work; the confirmer does, the focal point decides, and no unit acts for another")
  func sides() throws {
    let plan = LinkDesk.plan.replacingOccurrences(
      of: "đơn vị gd: Giám đốc\n", with: "đơn vị gd: Giám đốc\n  email: gd@so.example\n")
    let desk = try LinkDesk(plan, configuration: UnitBrowser.configuration)
    let (unit, director, office) = (try UnitBrowser(desk), try UnitBrowser(desk), try UnitBrowser(desk))
    try unit.enter()
    try director.enter("gd", mailbox: "gd@so.example")
    try office.enter("vp", mailbox: "vp@so.example")
    func send(_ browser: UnitBrowser, _ act: String, _ duty: String, _ fields: [String: String] = [:]) -> Int {
      let page = browser.get("/ghi/\(act)/kh/\(duty)%40once")
      guard page.status == 200 else { return page.status }
      return browser.post("/ghi/\(act)/kh/\(duty)@once", FormDesk.hidden(page.text).merging(fields) { $1 }).status
    }
    // Of the office's work neither the unit nor the director reports.
    #expect(send(unit, "bao-cao", "I.2") == 403 && send(director, "bao-cao", "I.1") == 403)
    #expect(send(unit, "bao-cao", "I.1", ["day": "20/9/2024"]) == 303)
    #expect(send(unit, "xac-nhan", "I.1") == 403 && send(unit, "mien", "I.1") == 403)
    #expect(send(director, "xac-nhan", "I.1") == 303)
    // The focal point records for every side, but does not judge what it leads.
    #expect(send(office, "bao-cao", "I.2", ["day": "20/9/2024"]) == 303)
    #expect(send(office, "xac-nhan", "I.2") == 403)
    #expect(send(director, "xac-nhan", "I.2") == 303)
    let facts = try desk.office.facts()
    #expect(facts.count == 4 && facts[1].contains("| đơn vị gd | gd (xác nhận) |"), "\(facts)")
  }

  @Test("Opened elsewhere the link shows a code, which the browser that asked types in") func code() throws {
    let address = try browser.letter(to: try browser.ask().browser)
    let other = try UnitBrowser(desk)
    let page = other.get(address).text
    #expect(page.contains("không đọc mã cho ai") && !page.contains("<form"))
    let start = try #require(page.range(of: "<p class=\"code\"><strong>"))
    let code = String(page[start.upperBound...].prefix { $0 != "<" })
    #expect(code.filter { $0 != " " }.count == 8)
    // There it makes no session, by GET or POST.
    #expect(other.post(address, [:]).status == 410 && other.get("/").status == 303)
    let wait = browser.get("/dang-nhap/ma").text
    let hidden = FormDesk.hidden(wait)
    let wrong = browser.post("/dang-nhap/ma", hidden.merging(["ma": "1234567"]) { $1 })
    #expect(wrong.status == 422 && wrong.text.contains("Mã có 8 chữ số") && wrong.text.contains("value=\"1234567\""))
    let entered = browser.post("/dang-nhap/ma", hidden.merging(["ma": code]) { $1 })
    #expect(entered.status == 303, "\(entered.text)")
    #expect(browser.get("/").status == 200)
    // The link was good for one session, and says so to whoever opens it.
    for again in [browser, other] {
      let used = again.get(address)
      #expect(used.status == 410 && used.text.contains("đã dùng một lần") && !used.text.contains(code))
    }
  }

  @Test(
    "Five wrong codes, and another letter is needed: alike for a unit whose letter was opened, and for a name that is none",
    arguments: ["Phòng A", "Phòng Ma"])
  func guessing(name: String) throws {
    let hash = try browser.ask(name).browser
    if name == "Phòng A" { _ = try UnitBrowser(desk).get(try browser.letter(to: hash)) }
    let hidden = FormDesk.hidden(browser.get("/dang-nhap/ma").text)
    for number in 0..<5 {
      let answer = browser.post("/dang-nhap/ma", hidden.merging(["ma": "0000000\(number)"]) { $1 })
      #expect(answer.status == 422 && answer.text.contains("Mã không đúng"))
    }
    let answer = browser.post("/dang-nhap/ma", hidden.merging(["ma": "00000009"]) { $1 })
    #expect(answer.status == 422 && answer.text.contains("hãy xin thư khác"))
  }

  @Test("The page answers alike for units that there are, that there are not, and for no unit's name") func alike()
    throws
  {
    var answers: Set<String> = []
    for name in ["Phòng A", "Phòng không có", "x@elsewhere.example", "'; DROP TABLE session; --", "<b>"] {
      let browser = try UnitBrowser(desk)
      #expect(try browser.ask(name).name == name)
      answers.insert(browser.get("/dang-nhap/ma").text.replacing(/value="[0-9a-f]{32}"/, with: ""))
    }
    #expect(answers.count == 1)
    #expect(browser.post("/dang-nhap", ["don-vi": " "]).status == 422)
    #expect(browser.post("/dang-nhap", ["don-vi": String(repeating: "x", count: 301)]).status == 422)
  }

  @Test("Too many requests of one address, and of all, are asked to wait") func flooding() throws {
    func ask(_ client: String, from proxies: String = "") -> Int {
      let browser = try? UnitBrowser(desk)
      return browser?.post(
        "/dang-nhap", ["don-vi": "a"],
        [("Sec-Fetch-Site", "same-origin"), ("X-Forwarded-For", client)]
      ).status ?? 0
    }
    // Whatever a client says of itself stands before what the web server adds.
    for number in 0..<5 { #expect(ask("10.9.9.\(number), 10.0.0.1") == 303) }
    #expect(ask("10.9.9.9, 10.0.0.1") == 429)
    for number in 2..<17 { #expect(ask("10.0.0.\(number)") == 303) }
    #expect(ask("10.0.0.99") == 429)
    let page = try UnitBrowser(desk).post("/dang-nhap", ["don-vi": "a"])
    #expect(page.status == 429 && page.value(of: "Retry-After") == "180" && page.text.contains("thử lại sau 3 phút"))
  }

  @Test("Altered, expired, foreign and used links sign nobody in, and say what to do") func dead() throws {
    let hash = try browser.ask().browser
    let address = try browser.letter(to: hash)
    let other = try #require(Ed25519.PrivateKey(Array(1..<33)))
    let answerLink = try desk.address().split(separator: "?k=")[1]
    let cases = [
      (address + "A", 403), ("/dang-nhap/thu", 403), ("/dang-nhap/thu?k=\(answerLink)", 403),
      (try browser.letter(to: hash, signedBy: other), 403),
      (try browser.letter(to: hash, end: Int64(SiteDesk.monday)), 410),
      (try browser.letter(to: hash, mailbox: "old@so.example"), 410), (try browser.letter(to: hash, unit: "x"), 410),
    ]
    let hidden = FormDesk.hidden(browser.get(address).text)
    for (address, status) in cases {
      for answer in [browser.get(address), browser.post(address, hidden)] {
        #expect(answer.status == status && answer.text.contains("/dang-nhap\""), "\(address)")
        #expect(answer.value(of: "Set-Cookie") == nil)
      }
    }
    #expect(browser.post(address, hidden).status == 303)
    let again = try UnitBrowser(desk)
    #expect(again.post(address, hidden).status == 410)
    #expect(browser.get("/").status == 200)
  }

  @Test("A session cannot be set from outside, and ends with signing out, its time and the mailbox") func ends() throws
  {
    for cookie in ["x", String(repeating: "A", count: 43), String(repeating: "%00", count: 20)] {
      #expect(
        desk.office.desk.get("/", fields: [("Cookie", "__Host-nhacviec=\(cookie)")], socket: .proxy).status == 303)
    }
    try browser.enter()
    let secret = try #require(browser.cookies["__Host-nhacviec"])
    func look(_ fields: [(String, String)], _ socket: HTTPRequest.Socket = .proxy) -> Int {
      desk.office.desk.get("/", fields: fields, socket: socket).status
    }
    #expect(look([("Cookie", "a=b; __Host-nhacviec=\(secret)")]) == 200)
    // Two of that name say that somebody added one.
    #expect(look([("Cookie", "__Host-nhacviec=\(secret); __Host-nhacviec=\(secret)")]) == 303)
    // What the database has is not the secret.
    let bytes = try #require(FileManager.default.contents(atPath: desk.office.desk.state.path + "/web/sessions.db"))
    #expect(bytes.range(of: Data(secret.utf8)) == nil)
    // Signing out takes a token and comes from these pages.
    #expect(browser.post("/dang-xuat", [:]).status == 422)
    let hidden = FormDesk.hidden(browser.get("/dang-nhap").text)
    #expect(browser.post("/dang-xuat", hidden, [("Sec-Fetch-Site", "cross-site")]).status == 403)
    #expect(look([("Cookie", "__Host-nhacviec=\(secret)")]) == 200)
    #expect(browser.post("/dang-xuat", hidden).status == 303)
    #expect(look([("Cookie", "__Host-nhacviec=\(secret)")]) == 303 && browser.cookies["__Host-nhacviec"] == nil)

    try browser.enter()
    let second = try #require(browser.cookies["__Host-nhacviec"])
    try desk.office.desk.rules.write(
      Array(LinkDesk.plan.replacingOccurrences(of: "a@so.example", with: "moi@so.example").utf8), to: "plan.rules")
    desk.office.desk.site.forget()
    _ = desk.office.desk.site.refresh()
    #expect(look([("Cookie", "__Host-nhacviec=\(second)")]) == 303)
  }

  @Test("A unit ends its sessions in all browsers, and used links stay used") func everywhere() throws {
    let address = try browser.letter(to: try browser.ask().browser)
    let hidden = FormDesk.hidden(browser.get(address).text)
    #expect(browser.post(address, hidden).status == 303)
    let (phone, other) = (try UnitBrowser(desk), try UnitBrowser(desk))
    try phone.enter()
    try other.enter("vp", mailbox: "vp@so.example")
    let page = phone.get("/dang-nhap").text
    #expect(page.contains("Đăng xuất trên mọi thiết bị của đơn vị"))
    #expect(phone.post("/dang-xuat", FormDesk.hidden(page).merging(["moi-noi": "1"]) { $1 }).status == 303)
    #expect(phone.get("/").status == 303 && browser.get("/").status == 303 && other.get("/").status == 200)
    #expect(browser.post(address, hidden).status == 410)
  }

  @Test("Whom the web server names counts before a session, and each form belongs to one browser") func order() throws {
    try browser.enter()
    let form = browser.get("/ghi/tiep-nhan/kh/I.1%40once").text
    // A form of another session of the same unit is shown again.
    let other = try UnitBrowser(desk)
    try other.enter()
    let answer = other.post("/ghi/tiep-nhan/kh/I.1@once", FormDesk.hidden(form))
    #expect(answer.status == 403 && answer.text.contains("dưới tên đăng nhập khác"), "\(answer.status)")
    #expect(try desk.office.facts().isEmpty)
    // A login without a role has none, whatever cookie comes along.
    let page = browser.get("/viec/kh/I.1%40once", [("X-Remote-User", "an")])
    #expect(page.status == 200 && !page.text.contains("/ghi/"))
    // From elsewhere nothing is recorded.
    #expect(
      browser.post("/ghi/tiep-nhan/kh/I.1@once", FormDesk.hidden(form), [("Sec-Fetch-Site", "cross-site")]).status
        == 403)
    #expect(browser.post("/dang-nhap", ["don-vi": "a"], [("Sec-Fetch-Site", "cross-site")]).status == 403)
  }

  @Test("Signing in leads to no other site") func aims() throws {
    for aim in ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:x", "/x\r\nSet-Cookie: a=b"] {
      let browser = try UnitBrowser(desk)
      let address = try browser.letter(to: try browser.ask("a", ["den": aim]).browser)
      let answer = browser.post(address, FormDesk.hidden(browser.get(address).text))
      #expect(answer.value(of: "Location") == "/", "\(aim)")
    }
  }

  @Test("Without a key, a mail server or an address there is no sign-in, and the pages say so") func without() throws {
    let office = try LinkDesk()
    let page = try UnitBrowser(office).get("/dang-nhap")
    #expect(page.status == 200 && page.text.contains("chưa mở đăng nhập bằng hộp thư") && !page.text.contains("<form"))
    #expect(try UnitBrowser(office).get("/").status == 403)
    #expect(try UnitBrowser(office).post("/dang-nhap", ["don-vi": "a"]).text.contains("chưa mở"))
    #expect(try UnitBrowser(office).spool.isEmpty)
    // On the machine itself one only looks.
    let local = desk.office.desk.get("/dang-nhap")
    #expect(local.status == 200 && local.text.contains("https://nhacviec.so.example/dang-nhap"))
    // Programs are told by JSON.
    #expect(browser.get("/viec.json").status == 403 && browser.get("/api/v1/tasks").status == 403)
  }

  @Test("Old browsers, which say of no form where it came from, sign in as well") func old() throws {
    let address = try browser.letter(to: try browser.ask().browser)
    let page = browser.get(address)
    #expect(page.value(of: "Referrer-Policy") == "no-referrer")
    #expect(browser.get("/dang-nhap").value(of: "Referrer-Policy") == "same-origin")
    #expect(browser.post(address, FormDesk.hidden(page.text), [("Origin", "https://evil.example")]).status == 403)
    #expect(browser.post("/dang-nhap", ["don-vi": "a"], [("Origin", "null")]).status == 403)
    #expect(browser.post(address, FormDesk.hidden(page.text), [("Origin", "null")]).status == 303)
  }

  @Test("What is sent after the session has ended is not lost: it stands there to be copied, and the way to sign in")
  func lost() throws {
    try browser.enter()
    let page = browser.get("/ghi/tien-do/kh/I.1%40once").text
    try desk.office.desk.rules.write(
      Array(LinkDesk.plan.replacingOccurrences(of: "a@so.example", with: "moi@so.example").utf8), to: "plan.rules")
    desk.office.desk.site.forget()
    _ = desk.office.desk.site.refresh()
    let answer = browser.post(
      "/ghi/tien-do/kh/I.1@once", FormDesk.hidden(page).merging(["words": "Đã gửi <b>phiếu</b>"]) { $1 })
    #expect(answer.status == 403 && answer.text.contains("Phiên đăng nhập đã hết"), "\(answer.text)")
    #expect(answer.text.contains("Đã gửi &lt;b&gt;phiếu&lt;/b&gt;") && answer.text.contains("/dang-nhap?den="))
    #expect(try desk.office.facts().isEmpty)
  }

  @Test("In English") func english() throws {
    let page = browser.get("/en/dang-nhap")
    #expect(page.text.contains("Send the letter") && page.text.contains("action=\"/en/dang-nhap\""))
    #expect(browser.get("/en/").value(of: "Location")?.hasPrefix("/en/dang-nhap?den=") == true)
  }
}
