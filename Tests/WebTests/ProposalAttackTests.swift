import Foundation
import HTTPMessages
import Proposals
import StateFolder
import Testing

@Suite("Attacks on proposals")
struct ProposalAttackTests {
  private let office: ProposalOffice

  init() throws { office = try ProposalOffice() }

  private func proposals() throws -> [Proposal] {
    guard let log = try? ProposalLog(office.state, .reading) else { return [] }
    return try log.proposals(nil, limit: 100)
  }

  @Test("Nobody but an administrator of the configuration decides, least of all a unit that signed in by its mailbox")
  func roles() throws {
    try office.propose()
    let hash = ProposalOffice.hidden("nguon", office.text("/de-xuat/1", as: "quan"))
    for login in ["an", "van", "dau", "khach"] {
      for (action, fields) in [("nhan", ["nguon": hash]), ("tu-choi", ["reason": "không"])] {
        #expect(office.send("/de-xuat/1", action, fields, as: login).status == 403, "\(login) \(action)")
      }
    }
    let browser = try UnitBrowser(office.office)
    try browser.enter()
    // A unit proposes, and its name is known.
    let form = browser.get(ProposalOffice.change)
    #expect(form.status == 200, "\(form.text)")
    let token = ProposalOffice.hidden("token", form.text)
    let sent = browser.post(
      ProposalOffice.change,
      ["token": token, "viec": "gui", "due": "chậm nhất 11/10/2024", "reason": "Vì", "title": "Kế hoạch kiểm tra"])
    #expect(sent.value(of: "Location") == "/de-xuat/2", "\(sent.text)")
    let own = browser.get("/de-xuat/2").text
    #expect(own.contains("Phòng A, 08:05") && !own.contains("Chấp nhận và áp dụng"))
    #expect(try proposals().first?.content.author == "đơn vị a")
    for (action, fields) in [("nhan", ["nguon": hash]), ("tu-choi", ["reason": "không"])] {
      let all = ["token": token, "viec": action].merging(fields) { $1 }
      #expect(browser.post("/de-xuat/1", all).status == 403)
    }
    #expect(office.requests.isEmpty)
    #expect(try proposals().allSatisfy { $0.decision == nil })
    // What the unit proposed it takes back, and not what a login proposed whose role is for the unit; nor that login the unit's.
    #expect(browser.post("/de-xuat/1", ["token": token, "viec": "rut"]).status == 403)
    #expect(office.send("/de-xuat/2", "rut", [:], as: "an").status == 403)
    #expect(own.contains("value=\"rut\"") && !office.text("/de-xuat/2").contains("value=\"rut\""))
    #expect(browser.post("/de-xuat/2", ["token": token, "viec": "rut"]).status == 303)
    #expect(browser.get("/de-xuat/2").text.contains("Phòng A đã rút lúc"))
    #expect(try proposals().map { $0.decision?.verdict } == [.withdrawn, nil])
  }

  @Test("Over the other sockets there are no forms, and nobody proposes who is not known")
  func unknown() throws {
    let local = [("Host", "localhost"), ("X-Remote-User", "quan")]
    #expect(office.desk.get(ProposalOffice.change, fields: local).status == 403)
    #expect(office.get(ProposalOffice.change, as: "khach").status == 403)
    #expect(office.get("/de-xuat/moi/kh", as: "khach").status == 403)
    try office.propose()
    for fields in [local, [("Host", "localhost")]] {
      let page = office.desk.get("/de-xuat/1", fields: fields).text
      #expect(page.contains("Theo công văn 7") && !page.contains("<form"))
    }
  }

  @Test("A form of elsewhere, without its token or with another's, neither proposes nor decides")
  func forgery() throws {
    try office.propose()
    let page = office.text("/de-xuat/1", as: "quan")
    let (token, hash) = (ProposalOffice.hidden("token", page), ProposalOffice.hidden("nguon", page))
    let foreign = ProposalOffice.hidden("token", office.text(ProposalOffice.change))
    func post(_ target: String, _ fields: [String: String], as login: String, _ browser: [(String, String)]) -> Int {
      office.office.office.post(target, as: login, FormDesk.body(fields), fields: browser).status
    }
    let accept = ["token": token, "viec": "nhan", "nguon": hash]
    let refuse = ["token": token, "viec": "tu-choi", "reason": "x"]
    let same = [("Sec-Fetch-Site", "same-origin")]
    for browser in [
      [("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "none")], [("Origin", "https://evil.example")],
      [("Origin", "null")],
    ] {
      #expect(
        post("/de-xuat/1", accept, as: "quan", browser) == 403 && post("/de-xuat/1", refuse, as: "quan", browser) == 403
      )
      #expect(
        post(
          ProposalOffice.change, ["token": foreign, "viec": "gui", "due": "1/10/2024", "reason": "x"], as: "an", browser
        )
          == 403)
    }
    for wrong in ["", foreign, "x"] {
      #expect(post("/de-xuat/1", accept.merging(["token": wrong]) { $1 }, as: "quan", same) == 403)
      #expect(post("/de-xuat/1", refuse.merging(["token": wrong]) { $1 }, as: "quan", same) == 403)
    }
    #expect(post("/de-xuat/1", accept.merging(["viec": "x"]) { $1 }, as: "quan", same) == 400)
    #expect(post("/de-xuat/1", accept.merging(["x": "1"]) { $1 }, as: "quan", same) == 400)
    #expect(post("/de-xuat/1?viec=nhan", accept, as: "quan", same) == 400)
    // Looking decides nothing.
    for target in ["/de-xuat/1", "/de-xuat/1?yeu-cau=1.2.3"] { _ = office.get(target, as: "quan") }
    #expect(office.requests.isEmpty)
    #expect(try proposals().count == 1 && proposals().allSatisfy { $0.decision == nil })
    let old = office.send(ProposalOffice.change, "gui", ["token": "x", "due": "1/10/2024", "reason": "giữ lại"])
    #expect(old.status == 403 && old.text.contains(">giữ lại</textarea>"))
  }

  @Test("An administrator's form with another hash than the preview has hands nothing over")
  func otherHash() throws {
    try office.propose()
    let hash = ProposalOffice.hidden("nguon", office.text("/de-xuat/1", as: "quan"))
    for wrong in ["", "0", String(repeating: "0", count: 64), hash.uppercased() + "0", String(hash.dropLast())] {
      let answer = office.accept("/de-xuat/1", sources: wrong)
      #expect(answer.status == 409 && answer.text.contains("chưa chấp nhận"), "\(wrong)")
    }
    #expect(office.requests.isEmpty)
    // What was previewed is not what would be promoted once the rules are others.
    try Self.edit(office, "nhiệm vụ I.4: Sau khi công bố", "nhiệm vụ I.4: Sau khi có chỉ số")
    try office.desk.promote()
    #expect(office.accept("/de-xuat/1", sources: hash).status == 409)
    #expect(office.requests.isEmpty)
    #expect(office.accept("/de-xuat/1").status == 303)
  }

  private static func edit(_ office: ProposalOffice, _ old: String, _ new: String) throws {
    let text = try office.plan()
    #expect(text.contains(old))
    try WholeFile.replace(office.desk.rules.path + "/plan.rules", with: text.replacingOccurrences(of: old, with: new))
  }

  @Test("Of two proposals for one row the other cannot be applied once one is in force, and says so")
  func stale() throws {
    try office.propose()
    try office.propose("chậm nhất 11/10/2024", as: "van")
    try office.desk.record("proposals", "accept", "1")
    // The rule folder is ahead of the rules in force: nothing else is to be accepted.
    office.desk.site.forget()
    _ = office.desk.site.refresh()
    let ahead = office.text("/de-xuat/2", as: "quan")
    #expect(ahead.contains("chưa đưa vào hiệu lực") && !ahead.contains("Chấp nhận và áp dụng"), "\(ahead)")
    try office.desk.promote()
    let page = office.text("/de-xuat/2", as: "quan")
    #expect(page.contains("Không áp dụng được nữa") && page.contains("đã thay đổi từ khi có đề xuất"), "\(page)")
    #expect(!page.contains("Chấp nhận và áp dụng") && page.contains("value=\"tu-choi\""))
    #expect(page.contains("<del>chậm nhất 27/9/2024</del>") && page.contains("theo bản quy tắc số 1 (nay là bản số 2)"))
    #expect(office.accept("/de-xuat/2", sources: String(repeating: "0", count: 64)).status == 409)
    #expect(office.requests.isEmpty)
  }

  @Test(
    "Words with HTML, line ends, keywords, comments and links stay words of one value of one row",
    arguments: [
      "<script>alert(1)</script>", "Việc\n  độ mật: Mật", "Việc\r\n\r\nđơn vị x: X\n  email: x@evil.example",
      "# chú thích", "Việc: hạn: 1/1/2025", "<a href=https://evil.example>đây</a>", "Việc\u{202E}cệiV",
      "\u{2028}độ mật: Mật",
      "kế hoạch k2: Khác", "\"><img src=x>",
    ])
  func words(title: String) throws {
    let answer = office.send(ProposalOffice.change, "gui", ["title": title, "reason": title])
    #expect(answer.status == 303, "\(answer.text)")
    let block = try #require(try proposals().first?.content.blocks.first)
    let lines = (block.new ?? "").split(separator: "\n")
    #expect(
      lines.count == 3 && lines[0].hasPrefix("nhiệm vụ I.2: ") && lines[1] == "  chủ trì: Văn phòng"
        && lines[2] == "  hạn: chậm nhất 27/9/2024", "\(block)")
    #expect(!(block.new ?? "").contains("\u{202E}"))
    for target in ["/de-xuat/1", "/de-xuat"] {
      for login in ["an", "quan"] {
        let page = office.text(target, as: login)
        #expect(!page.contains("<script") && !page.contains("<a href=https") && !page.contains("<img"), "\(page)")
      }
    }
  }

  @Test("Units that there are not, and what is classified, cannot be proposed")
  func limits() throws {
    for lead in ["Phòng Z", "a; z", "không quản lý ở đây", "x@evil.example", "Văn phòng\n  email: x@evil.example"] {
      let answer = office.send(ProposalOffice.change, "gui", ["lead": lead, "reason": "x"])
      #expect(answer.status == 422 && answer.text.contains("#o-lead"), "\(lead): \(answer.text)")
    }
    for target in ["/de-xuat/sua/kh/I.3", "/de-xuat/sua/kh/I.9", "/de-xuat/sua/x/I.1", "/de-xuat/moi/x"] {
      #expect(office.get(target).status == 404, "\(target)")
      #expect(office.send(target, "gui", ["due": "1/10/2024", "reason": "x"]).status == 404)
    }
    #expect(!office.text("/viec/kh/I.3@once").contains("/de-xuat/sua"))
    // Nor is it found by its words.
    let behind = office.send(
      "/de-xuat/moi/kh", "xem", ["behind": "Việc kín đáo", "title": "a", "lead": "a", "due": "1/10/2024"])
    #expect(behind.status == 422 && behind.text.contains("không có việc “Việc kín đáo”"))
    #expect(try proposals().isEmpty)
    let plan = LinkDesk.plan.replacingOccurrences(of: "  năm: 2024\n", with: "  năm: 2024\n  độ mật: Mật\n")
    let secret = try ProposalOffice(plan)
    #expect(secret.get(ProposalOffice.change).status == 404 && secret.get("/de-xuat/moi/kh").status == 404)
  }

  @Test("No day is asked for that would tell how classified work stands, and a row that has one keeps it") func oracle()
    throws
  {
    let due = "trong 10 ngày sau khi hoàn thành nhiệm vụ I.3"
    let refused = office.send(ProposalOffice.change, "xem", ["due": due])
    #expect(refused.status == 422 && refused.text.contains("đề nghị hỏi người quản trị"), "\(refused.text)")
    let plan = LinkDesk.plan.replacingOccurrences(of: "chậm nhất 27/9/2024", with: due)
    let office = try ProposalOffice(plan)
    #expect(office.send(ProposalOffice.change, "xem", ["title": "Tên khác"]).status == 200)
  }

  @Test("One author has fifty proposals waiting at most, so that others find room") func flood() throws {
    let log = try ProposalLog(office.state, .writing)
    for number in 0..<50 {
      _ = try log.add(
        .init(
          author: "an", letter: nil, sourceID: "page:\(number)", subject: "x", words: "", revision: 1, facts: "0:0",
          blocks: [
            .init(file: "plan.rules", name: "nhiệm vụ X.\(number)", previous: "nhiệm vụ I.4", old: nil, new: "x")
          ]),
        source: [], at: 0)
    }
    let refused = office.send(ProposalOffice.change, "gui", ["due": "chậm nhất 04/10/2024", "reason": "x"])
    #expect(refused.status == 422 && refused.text.contains("50 đề xuất"), "\(refused.text)")
    #expect(try office.propose(as: "van") == "/de-xuat/51")
    let page = office.text("/de-xuat")
    #expect(page.contains("?after=22\"") && office.text("/de-xuat?after=22").contains("/de-xuat/21\""))
  }

  @Test("Without rules in force, without a state, and where requests cannot be handed over, it is said")
  func missing() throws {
    let bare = try FormDesk(LinkDesk.plan, configuration: ProposalOffice.configuration)
    #expect(bare.get(ProposalOffice.change, as: "an").text.contains("hưa có bản quy tắc nào có hiệu lực"))
    #expect(!bare.get("/viec/kh/I.2@once", as: "an").text.contains("/de-xuat/sua"))
    #expect(bare.get("/de-xuat", as: "an").status == 200 && bare.get("/de-xuat/1", as: "an").status == 404)
    try office.propose()
    try Folder.remove(office.state.requests(to: .editor))
    let answer = office.accept("/de-xuat/1")
    #expect(answer.status == 503 && answer.text.contains("nhacviec proposals accept 1"), "\(answer.text)")
  }
}
