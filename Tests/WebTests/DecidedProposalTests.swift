import FactLog
import Foundation
import HTTPMessages
import Proposals
import Revisions
import StateFolder
import Testing

@Suite("Proposals of rows: accepted, refused, taken back")
struct DecidedProposalTests {
  private let office: ProposalOffice

  init() throws { office = try ProposalOffice() }

  @Test("Accepting hands the request over with the previewed hash, which is that of the rules once they are promoted")
  func accepts() throws {
    try office.propose()
    let page = office.text("/de-xuat/1", as: "quan")
    let hash = ProposalOffice.hidden("nguon", page)
    #expect(hash.utf8.count == 64)
    let answer = office.accept("/de-xuat/1")
    let next = try #require(answer.value(of: "Location"))
    #expect(answer.status == 303 && next.hasPrefix("/de-xuat/1?yeu-cau="))
    #expect(office.requests == [.acceptProposal(number: 1, sources: hash, login: "quan")])
    #expect(try office.plan() == LinkDesk.plan)
    for (target, login) in [(next, "quan"), ("/de-xuat/1", "quan"), ("/de-xuat/1", "an")] {
      let page = office.text(target, as: login)
      #expect(page.contains("đang áp dụng vào quy tắc") && !page.contains("Chấp nhận và áp dụng"), "\(target)")
    }
    // Once more asks nothing more.
    #expect(office.accept("/de-xuat/1", sources: hash).value(of: "Location") == "/de-xuat/1")
    #expect(office.requests.count == 1)
    // Who writes the rules does what the command does.
    try office.desk.record("proposals", "accept", "1")
    try office.desk.promote()
    #expect(try RevisionStore(office.state).manifest(2).sources.description == hash)
    let done = office.text(next, as: "quan")
    #expect(done.contains("Đã chấp nhận") && done.contains("lan chấp nhận lúc 08:05") && !done.contains("đang áp dụng"))
    #expect(office.text("/de-xuat?xem=da-quyet-dinh").contains("Số 1 · Nhiệm vụ I.2"))
    #expect(office.text("/de-xuat").contains("Không có đề xuất nào đang chờ"))
  }

  @Test("Where the request is refused its answer is shown, and the proposal waits again")
  func refusedRequest() throws {
    try office.propose()
    let next = try #require(office.accept("/de-xuat/1").value(of: "Location"))
    let spool = Spool(office.state.requests(to: .editor))
    let entry = try #require(spool.entries().first)
    try office.state.answer(
      entry, SpoolAnswer(exitCode: 1, vi: "thư mục quy tắc đã đổi", en: "the rule folder is another"), by: .editor)
    let page = office.text(next, as: "quan")
    #expect(page.contains("Thư mục quy tắc đã đổi") && page.contains("Chấp nhận và áp dụng"))
    for name in ["../../x", "1.2", "1.2.x", "1.2.3.4"] {
      #expect(office.get("/de-xuat/1?yeu-cau=\(name)", as: "quan").status == 400, "\(name)")
    }
  }

  /// Puts a request into the spool as the page does, so many seconds before now.
  private func ask(_ seconds: Int, _ sources: String) throws {
    let request = SpoolRequest.acceptProposal(number: 1, sources: sources, login: "quan")
    let name = "\(SiteDesk.monday - seconds).0.1"
    try WholeFile.replace("\(office.state.requests(to: .editor))/\(name)", with: request.text + "\n")
  }

  /// It is 08:05; asked at 08:04, and a second before.
  @Test(
    "After a minute without an answer it says so, where to look, and lets the administrator accept again; nothing else")
  func unanswered() throws {
    try office.propose()
    let sources = ProposalOffice.hidden("nguon", office.text("/de-xuat/1", as: "quan"))
    try ask(60, sources)
    let early = office.text("/de-xuat/1", as: "quan")
    #expect(early.contains("đang áp dụng vào quy tắc") && !early.contains("value=\"nhan\""))
    #expect(office.accept("/de-xuat/1", sources: sources).status == 303 && office.requests.count == 1)
    try ask(61, sources)
    try #require(unlink("\(office.state.requests(to: .editor))/\(SiteDesk.monday - 60).0.1") == 0)
    let page = office.text("/de-xuat/1", as: "quan")
    for words in [
      "đến nay chưa có trả lời của dịch vụ áp dụng", "08:03", "systemctl status nhacviec-edit.path nhacviec-edit",
      "journalctl -u nhacviec-edit", "Chấp nhận lại và áp dụng", "cũng chỉ áp dụng một lần",
      "nhacviec proposals accept 1",
    ] { #expect(page.contains(words), "\(words): \(page)") }
    #expect(!page.contains("đang áp dụng vào quy tắc") && !page.contains("value=\"tu-choi\""))
    #expect(office.text("/en/de-xuat/1", as: "quan").contains("Accept it again and apply it"))
    // Others read that it is not answered, and no commands; nobody takes back what may be at work.
    let other = office.text("/de-xuat/1")
    #expect(other.contains("chưa có trả lời") && !other.contains("systemctl") && !other.contains("value=\"rut\""))
    #expect(office.send("/de-xuat/1", "tu-choi", ["reason": "Không"], as: "quan").status == 409)
    #expect(office.send("/de-xuat/1", "rut", [:]).status == 409)
    // Accepted again there is another request, of this very moment; a click more asks nothing.
    let again = office.accept("/de-xuat/1")
    #expect(again.status == 303 && again.value(of: "Location")?.contains("yeu-cau=") == true)
    #expect(office.requests.count == 2 && Set(office.requests).count == 1)
    _ = office.accept("/de-xuat/1", sources: sources)
    #expect(office.requests.count == 2)
    #expect(office.text("/de-xuat/1", as: "quan").contains("đang áp dụng vào quy tắc"))
  }

  @Test("Whose request is gone without an answer, as after a restart of the machine, can be decided anew")
  func lost() throws {
    try office.propose()
    let page = office.text("/de-xuat/1?yeu-cau=\(SiteDesk.monday - 61).0.1", as: "quan")
    #expect(page.contains("chưa có trả lời") && page.contains("value=\"tu-choi\"") && page.contains("value=\"nhan\""))
    #expect(office.text("/de-xuat/1?yeu-cau=\(SiteDesk.monday - 60).0.1", as: "quan").contains("đang áp dụng"))
    #expect(!office.text("/de-xuat/1?yeu-cau=\(SiteDesk.monday - 86_401).0.1", as: "quan").contains("chưa có trả lời"))
  }

  /// What who applies it writes before it has that promoted.
  @Test(
    "Where it broke off after the row was written it can be accepted again; not where the folder holds anything else")
  func brokenOff() throws {
    try office.propose()
    let sources = ProposalOffice.hidden("nguon", office.text("/de-xuat/1", as: "quan"))
    func write(_ day: String) throws {
      let text = LinkDesk.plan.replacingOccurrences(of: "27/9/2024", with: day)
      try WholeFile.replace(office.desk.rules.path + "/plan.rules", with: text)
    }
    try ask(61, sources)
    try write("05/10/2024")
    let page = office.text("/de-xuat/1", as: "quan")
    #expect(page.contains("chưa có trả lời") && page.contains("Chưa áp dụng được"))
    #expect(!page.contains("value=\"nhan\"") && !page.contains("Chấp nhận lại được"))
    try write("04/10/2024")
    #expect(office.text("/de-xuat/1", as: "quan").contains("Chấp nhận lại và áp dụng"))
    #expect(office.accept("/de-xuat/1").status == 303)
    #expect(office.requests.count == 2 && Set(office.requests).count == 1)
  }

  @Test(
    "Where the row is in force already, as after a crash before that was noted, it can be accepted, which only notes it"
  )
  func inForce() throws {
    try office.propose()
    let text = LinkDesk.plan.replacingOccurrences(of: "27/9/2024", with: "04/10/2024")
    try WholeFile.replace(office.desk.rules.path + "/plan.rules", with: text)
    try office.desk.promote()
    let page = office.text("/de-xuat/1", as: "quan")
    #expect(page.contains("Quy tắc đang dùng đã đúng như đề xuất.") && page.contains("Chấp nhận và áp dụng"))
    let live = try #require(try RevisionStore(office.state).live()).hash.description
    #expect(ProposalOffice.hidden("nguon", page) == live)
    #expect(office.accept("/de-xuat/1", sources: String(repeating: "0", count: 64)).status == 409)
    #expect(office.accept("/de-xuat/1").status == 303)
    #expect(office.requests == [.acceptProposal(number: 1, sources: live, login: "quan")])
  }

  @Test("Who proposed it takes it back while it waits, which everybody sees; nobody else does")
  func withdrawn() throws {
    try office.propose()
    #expect(office.text("/de-xuat/1").contains("Rút đề xuất"))
    for (login, status) in [("van", 403), ("dau", 403), ("quan", 403)] {
      #expect(!office.text("/de-xuat/1", as: login).contains("value=\"rut\""), "\(login)")
      #expect(office.send("/de-xuat/1", "rut", [:], as: login).status == status, "\(login)")
    }
    // Who proposed it decides nothing.
    #expect(office.send("/de-xuat/1", "tu-choi", ["reason": "Thôi"]).status == 403)
    #expect(office.send("/de-xuat/1", "nhan", ["nguon": "a"]).status == 403)
    #expect(office.send("/de-xuat/1", "rut", [:]).status == 303)
    for login in ["an", "quan"] {
      let page = office.text("/de-xuat/1", as: login)
      #expect(page.contains("an đã rút lúc") && page.contains("Đã rút") && !page.contains("<button"), "\(page)")
    }
    #expect(office.text("/en/de-xuat/1", as: "quan").contains("an withdrew it at"))
    #expect(office.text("/de-xuat", as: "quan").contains("Không có đề xuất nào đang chờ"))
    #expect(office.text("/de-xuat?xem=da-quyet-dinh", as: "quan").contains("Đã rút"))
    #expect(!office.text("/", as: "quan").contains("đề xuất cần quyết định"))
    // A click too many says the same; it is decided no more, and may be proposed again.
    #expect(office.send("/de-xuat/1", "rut", [:]).status == 303)
    #expect(office.accept("/de-xuat/1", sources: "a").status == 303 && office.requests.isEmpty)
    #expect(try office.propose().contains("/de-xuat/2"))
  }

  @Test("What was done is under way until the log says so") func underWay() throws {
    try office.propose()
    let next = try #require(office.accept("/de-xuat/1").value(of: "Location"))
    let entry = try #require(Spool(office.state.requests(to: .editor)).entries().first)
    try office.state.answer(entry, SpoolAnswer(exitCode: 0, vi: "xong", en: "done"), by: .editor)
    #expect(office.text(next, as: "quan").contains("đang áp dụng vào quy tắc"))
  }

  @Test("A refusal needs a reason, and is noted with who refused")
  func refuses() throws {
    try office.propose()
    let empty = office.send("/de-xuat/1", "tu-choi", ["reason": " "], as: "quan")
    #expect(empty.status == 422 && empty.text.contains("Hãy ghi lý do"))
    let answer = office.send("/de-xuat/1", "tu-choi", ["reason": "Giữ <b>hạn</b> cũ"], as: "quan")
    #expect(answer.status == 303 && answer.value(of: "Location") == "/de-xuat/1")
    let page = office.text("/de-xuat/1")
    #expect(page.contains("quan không chấp nhận lúc 08:05") && page.contains("“Giữ &lt;b&gt;hạn&lt;/b&gt; cũ”"))
    #expect(!office.text("/de-xuat/1", as: "quan").contains("name=\"nguon\""))
    // What was decided stays so.
    #expect(office.send("/de-xuat/1", "nhan", ["nguon": String(repeating: "0", count: 64)], as: "quan").status == 303)
    #expect(office.requests.isEmpty)
    let decision = try #require(try ProposalLog(office.state, .reading).proposal(1)?.decision)
    #expect(decision.verdict == .refused && decision.author == "quan" && decision.reason == "Giữ <b>hạn</b> cũ")
    // The same may be proposed again.
    #expect(try office.propose() == "/de-xuat/2")
  }
}
