import FactLog
import Foundation
import HTTPMessages
import Proposals
import Revisions
import StateFolder
import Testing

@Suite("Proposals of rows on pages")
struct ProposalTests {
  private let office: ProposalOffice

  init() throws { office = try ProposalOffice() }

  @Test("Who has a role finds the form on the page of a task, with the values of its row")
  func form() throws {
    #expect(office.text("/viec/kh/I.2@once").contains(#"<a href="/de-xuat/sua/kh/I.2">Đề xuất sửa dòng này</a>"#))
    #expect(office.text("/en/viec/kh/I.2@once").contains(">Propose a change of this row</a>"))
    #expect(!office.text("/viec/kh/I.2@once", as: "khach").contains("/de-xuat/sua"))
    let page = office.text(ProposalOffice.change)
    for words in [
      #"name="due" value="chậm nhất 27/9/2024""#, #"rows="2">Kế hoạch kiểm tra</textarea>"#,
      #"name="lead" value="Văn phòng" list="don-vi""#, #"<option value="Phòng A">"#, #"name="support" value="""#,
    ] { #expect(page.contains(words), "\(words): \(page)") }
    #expect(office.text("/en" + ProposalOffice.change).contains("Propose a change of row I.2"))
  }

  @Test("Looking at the meaning saves nothing, and shows how it is read, its days and what moves")
  func looking() throws {
    let page = office.send(ProposalOffice.change, "xem", ["due": "chậm nhất 04/10/2024"]).text
    // 4 October 2024 is a Friday.
    for words in [
      "Đọc là", "hết Thứ Sáu, 04/10/2024", "1 việc đổi hạn", "<del>27/09/2024</del>", "<ins>04/10/2024</ins>",
      #"value="chậm nhất 04/10/2024""#,
    ] { #expect(page.contains(words), "\(words): \(page)") }
    // Today is the 23rd.
    #expect(!page.contains("đã qua ngày hôm nay"))
    #expect(
      office.send(ProposalOffice.change, "xem", ["due": "chậm nhất 20/9/2024"]).text.contains(
        "1 việc sẽ có hạn đã qua ngày hôm nay"))
    #expect(office.text("/de-xuat").contains("Không có đề xuất nào đang chờ"))
    #expect(try office.plan() == LinkDesk.plan)
  }

  @Test("What is wrong stands at its field with how to mend it, and what was typed stays")
  func faults() throws {
    func sent(_ fields: [String: String], _ action: String = "xem") -> (Int, String) {
      let answer = office.send(ProposalOffice.change, action, fields)
      return (answer.status, answer.text)
    }
    var (status, page) = sent(["lead": "Phòng B", "title": "Tên mới"])
    #expect(status == 422 && page.contains("#o-lead\"") && page.contains(#"value="Phòng B""#), "\(page)")
    #expect(page.contains("“Phòng B”") && page.contains(">Tên mới</textarea>"))
    (status, page) = sent(["due": "sau khi mặt trời lặn hẳn"])
    #expect(status == 422 && page.contains("#o-due\""), "\(page)")
    (status, page) = sent(["due": "  "])
    #expect(status == 422 && page.contains("Hãy ghi thời hạn."))
    (status, page) = sent(["title": String(repeating: "a", count: 1001)])
    #expect(status == 422 && page.contains("Dài quá 1000 chữ"))
    (status, page) = sent([:])
    #expect(status == 422 && page.contains("Chưa đổi gì so với dòng đang dùng."))
    (status, page) = sent(["due": "chậm nhất 04/10/2024"], "gui")
    #expect(status == 422 && page.contains("Hãy ghi lý do"), "\(page)")
    #expect(office.text("/de-xuat").contains("Không có đề xuất nào đang chờ"))
  }

  /// Where the links of the summary of mistakes lead.
  private func places(_ page: String) -> [String] {
    page.matches(of: /<li><a href="#([^"]+)">/).map { String($0.output.1) }
  }

  @Test("Everything that is wrong with a row is told at once, each beside its field, the missing reason too")
  func allFaults() throws {
    let typed = ["title": " ", "lead": "Phòng B; Phòng C", "due": "sau khi mặt trời lặn hẳn", "reason": ""]
    let answer = office.send(ProposalOffice.change, "gui", typed)
    #expect(answer.status == 422 && answer.text.contains("Có 5 chỗ cần sửa"), "\(answer.text)")
    // In the order in which the fields stand on the page.
    #expect(places(answer.text) == ["o-due", "o-title", "o-lead", "o-lead", "o-reason"])
    for words in [
      #"<div id="o-lead-loi"><p class="err">"#, "Hãy ghi tên việc.</p></div>", "“Phòng B”", "“Phòng C”",
      "Hãy ghi lý do, một câu là đủ.</p></div>",
    ] { #expect(answer.text.contains(words), "\(words): \(answer.text)") }
    // Who only looks needs no reason yet; an empty title alone is no row without changes.
    #expect(places(office.send(ProposalOffice.change, "xem", typed).text) == ["o-due", "o-title", "o-lead", "o-lead"])
    #expect(places(office.send(ProposalOffice.change, "xem", ["title": " "]).text) == ["o-title"])
    // A reason is asked for with what is wrong with the whole.
    let whole = office.send(ProposalOffice.change, "gui", [:])
    #expect(whole.text.contains("Có 2 chỗ cần sửa") && places(whole.text) == ["o-reason", "bieu-mau"])
  }

  @Test("Of a new row, too, everything that is wrong is told at once, with the place where it is to stand")
  func allFaultsOfNew() throws {
    let form = "/de-xuat/moi/kh"
    let long = String(repeating: "a", count: 1001)
    let one = office.send(form, "gui", ["lead": "Phòng B", "behind": "I.99", "source": long, "reason": " "])
    #expect(one.status == 422)
    #expect(places(one.text) == ["o-title", "o-lead", "o-due", "o-source", "o-behind", "o-reason"], "\(one.text)")
    let two = office.send(form, "gui", ["title": "Việc", "due": "sau khi mặt trời lặn hẳn", "behind": "I.99"])
    #expect(places(two.text) == ["o-lead", "o-due", "o-behind", "o-reason"], "\(two.text)")
  }

  @Test("Blanks, and how letters are put together, make no other row, and what is sent has one form")
  func normalForm() throws {
    // The file has several blanks, blanks at the end and letters in parts.
    let words = "Kế hoạch kiểm tra".decomposedStringWithCanonicalMapping.replacingOccurrences(of: " ", with: "   ")
    let plan = LinkDesk.plan.replacingOccurrences(of: ": Kế hoạch kiểm tra\n", with: ":  \(words)  \n")
    #expect(plan != LinkDesk.plan)
    let office = try ProposalOffice(plan)
    #expect(office.text(ProposalOffice.change).contains(#"rows="2">Kế hoạch kiểm tra</textarea>"#))
    for title in ["Kế hoạch kiểm tra", words, "  Kế  hoạch\tkiểm tra\u{A0} "] {
      let same = office.send(ProposalOffice.change, "xem", ["title": title])
      #expect(same.status == 422 && same.text.contains("Chưa đổi gì so với dòng đang dùng."), "\(title)")
    }
    let typed = ["title": words + "  lại ", "due": " chậm  nhất 04/10/2024 ", "reason": " Theo   công văn 7 "]
    #expect(office.send(ProposalOffice.change, "gui", typed).status == 303)
    let content = try #require(try ProposalLog(office.state, .reading).proposal(1)).content
    let new = try #require(content.blocks.first?.new)
    #expect(
      new.utf8.elementsEqual(
        "nhiệm vụ I.2:  Kế hoạch kiểm tra lại  \n  chủ trì: Văn phòng\n  hạn: chậm nhất 04/10/2024".utf8), "\(new)")
    #expect(content.subject.utf8.elementsEqual("Theo công văn 7".utf8))
    // Where another value changes, the title stays as it is read: letters in one piece, and its blanks.
    let other = office.send(ProposalOffice.change, "gui", ["due": "chậm nhất 04/10/2024", "reason": "Vì"])
    #expect(other.status == 303)
    let second = try #require(try ProposalLog(office.state, .reading).proposal(2)).content.blocks.first?.new
    #expect(second?.utf8.starts(with: "nhiệm vụ I.2:  Kế   hoạch   kiểm   tra  \n".utf8) == true, "\(second ?? "")")
  }

  @Test("Who proposes what is proposed already is told by whom, when and why, and led there")
  func known() throws {
    #expect(try office.propose() == "/de-xuat/1")
    // Sent twice it is one.
    #expect(try office.propose() == "/de-xuat/1")
    func sent(_ login: String, _ address: String = ProposalOffice.change) -> HTTPAnswer {
      office.send(address, "gui", ["due": "chậm nhất  04/10/2024", "reason": "Sở yêu cầu"], as: login)
    }
    for login in ["an", "van"] {
      let page = sent(login)
      #expect(page.status == 422, "\(login)")
      for words in [
        "Đề xuất đúng như vậy đã có và đang chờ quyết định.", #"<a href="/de-xuat/1">Đề xuất số 1</a>"#,
        "an, 08:05, Thứ Hai, 23/09/2024", "<blockquote>“Theo công văn 7”</blockquote>", "Lý do vừa ghi chưa được lưu",
        ">Sở yêu cầu</textarea>",
      ] { #expect(page.text.contains(words), "\(words): \(page.text)") }
    }
    #expect(sent("an", "/en" + ProposalOffice.change).text.contains(#"<a href="/en/de-xuat/1">Proposal 1</a>"#))
    // So with a new row, whose number would be another.
    let row = ["title": "Việc nữa", "lead": "Phòng A", "due": "trước ngày 15/10/2024", "reason": "Văn bản đến"]
    for _ in 0...1 { #expect(office.send("/de-xuat/moi/kh", "gui", row).value(of: "Location") == "/de-xuat/2") }
    let again = office.send("/de-xuat/moi/kh", "gui", row.merging(["reason": "Cần gấp"]) { $1 })
    #expect(again.status == 422 && again.text.contains(#"<a href="/de-xuat/2">Đề xuất số 2</a>"#))
    let elsewhere = office.send("/de-xuat/moi/kh", "gui", row.merging(["behind": "I.1"]) { $1 })
    #expect(elsewhere.value(of: "Location") == "/de-xuat/3")
  }

  @Test("A proposal has who, when, why and the row before and after; only its block is another")
  func sends() throws {
    #expect(try office.propose() == "/de-xuat/1")
    let page = office.text("/de-xuat/1")
    for words in [
      "Đề xuất số 1", "Nhiệm vụ I.2: Kế hoạch kiểm tra (sửa)", "an, 08:05, Thứ Hai, 23/09/2024, từ trang web",
      "theo bản quy tắc số 1 (đang có hiệu lực)", "“Theo công văn 7”", "<del>chậm nhất 27/9/2024</del>",
      "<ins>chậm nhất 04/10/2024</ins>", "Chờ quyết định",
    ] { #expect(page.contains(words), "\(words): \(page)") }
    // Others see how it stands, and decide nothing.
    #expect(!page.contains("Chấp nhận và áp dụng") && !page.contains("Thư sẽ gửi"))
    let log = try ProposalLog(office.state, .reading)
    let content = try #require(try log.proposal(1)).content
    #expect(content.author == "an" && content.sourceID.hasPrefix("page:") && content.revision == 1)
    #expect(
      content.blocks == [
        ProposedBlock(
          file: "plan.rules", name: "nhiệm vụ I.2",
          old: "nhiệm vụ I.2: Kế hoạch kiểm tra\n  chủ trì: Văn phòng\n  hạn: chậm nhất 27/9/2024",
          new: "nhiệm vụ I.2: Kế hoạch kiểm tra\n  chủ trì: Văn phòng\n  hạn: chậm nhất 04/10/2024")
      ])
    #expect(try office.plan() == LinkDesk.plan, "nothing is changed before somebody accepts it")
    // The same again is the same proposal; of another author it is refused.
    #expect(try office.propose() == "/de-xuat/1")
    let other = office.send(
      ProposalOffice.change, "gui", ["due": "chậm nhất 04/10/2024", "reason": "Tôi cũng muốn"], as: "van")
    #expect(other.status == 422 && other.text.contains("Đề xuất đúng như vậy đã có và đang chờ quyết định."))
    #expect(office.text("/de-xuat").contains("Số 1 · Nhiệm vụ I.2: Kế hoạch kiểm tra (sửa)"))
  }

  @Test("The administrator sees the letters that would go out, and is told on the first page what waits")
  func letters() throws {
    #expect(!office.text("/", as: "quan").contains("/de-xuat\">1"))
    try office.propose()
    let page = office.text("/de-xuat/1", as: "quan")
    // A day before Friday, 4 October; of the old day, 27 September, nothing goes out any more.
    for words in ["Thư sẽ gửi", "<th scope=\"row\">Văn phòng</th>", "08:00, Thứ Năm, 03/10/2024", "thôi gửi"] {
      #expect(page.contains(words), "\(words): \(page)")
    }
    #expect(!page.contains("<th scope=\"row\">Phòng A</th>"))
    #expect(office.text("/", as: "quan").contains("1 đề xuất cần quyết định"))
    #expect(office.text("/en", as: "quan").contains("1 proposal to decide"))
    #expect(!office.text("/").contains("đề xuất cần quyết định"))
  }

  @Test("The preview tells the hour of a deadline, and characters that nobody sees are dropped before it is shown")
  func hourAndHidden() throws {
    let fields = [
      "title": "Kế\u{200B} hoạch\u{FEFF} mở", "due": "trước 16h00 ngày 30/9/2024", "reason": "Theo công văn 7",
    ]
    let looked = office.send(ProposalOffice.change, "xem", fields).text
    #expect(looked.contains("trước 16h00 Thứ Hai, 30/09/2024"), "\(looked)")
    #expect(looked.contains("Kế hoạch mở") && !looked.contains("u{200B}"))
  }

  @Test("Other hands are told in plain sentences, to who proposes and to who decides, in both languages")
  func hands() throws {
    // Phòng A leads instead of the office; the director still confirms.
    let fields = ["lead": "Phòng A", "support": "Văn phòng", "reason": "Theo công văn 7"]
    let looked = office.send(ProposalOffice.change, "xem", fields).text
    for words in ["I.2: do Phòng A chủ trì, thay vì Văn phòng.", "I.2: thêm Văn phòng phối hợp."] {
      #expect(looked.contains(words), "\(words): \(looked)")
    }
    #expect(office.send(ProposalOffice.change, "gui", fields).status == 303)
    for login in ["an", "quan"] {
      let page = office.text("/en/de-xuat/1", as: login)
      // What is Vietnamese is marked so; this is about the words.
      let words = page.replacing("<span lang=\"vi\">", with: "").replacing("</span>", with: "")
      #expect(
        words.contains("I.2: led by Phòng A instead of Văn phòng.") && words.contains("No duty and no day differs"))
    }
    // The director confirms, and is nobody's subordinate: whose own work it is nobody can confirm.
    let own = office.send(ProposalOffice.change, "xem", ["lead": "Giám đốc"]).text
    #expect(own.contains("I.2: do Giám đốc chủ trì, thay vì Văn phòng.") && own.contains("I.2: không ai xác nhận được"))
  }

  @Test("A file's line ends stay, and mistakes stand at their field there too") func windows() throws {
    let plan = LinkDesk.plan.replacingOccurrences(of: "\n", with: "\r\n")
    let office = try ProposalOffice(plan)
    #expect(office.send(ProposalOffice.change, "xem", ["lead": "Phòng B"]).text.contains("#o-lead\""))
    try office.propose()
    try office.desk.record("proposals", "accept", "1")
    #expect(try Array(office.plan().utf8) == Array(plan.replacingOccurrences(of: "27/9/2024", with: "04/10/2024").utf8))
  }

  @Test("Blocks of other things, proposed by a rule file, are shown with the command that decides them")
  func otherBlocks() throws {
    let copy = office.desk.state.path + "/plan.rules"
    try WholeFile.replace(
      copy, with: LinkDesk.plan.replacingOccurrences(of: "email: a@so.example", with: "email: khac@so.example"))
    try office.desk.record("rules", "propose", copy, "--because", "Đổi hộp thư")
    let page = office.text("/de-xuat/1", as: "quan")
    #expect(page.contains("Đơn vị a: Phòng A (sửa)") && page.contains("nhacviec proposals accept 1"), "\(page)")
    #expect(!page.contains("khac@so.example") && !page.contains("name=\"nguon\""))
    for (action, fields) in [("nhan", ["nguon": String(repeating: "0", count: 64)]), ("tu-choi", ["reason": "x"])] {
      #expect(office.send("/de-xuat/1", action, fields, as: "quan").value(of: "Location") == "/de-xuat/1")
    }
    #expect(office.requests.isEmpty && office.text("/de-xuat/1").contains("Chờ quyết định"))
  }

  @Test("A sentence of a document fills in a new row, which stands behind the last of the plan with the next number")
  func newTask() throws {
    let form = "/de-xuat/moi/kh"
    #expect(office.text("/de-xuat").contains(#"href="/de-xuat/moi/kh""#))
    let sentence =
      "Giao Phòng A chủ trì, phối hợp với Văn phòng xây dựng báo cáo rà soát thủ tục, hoàn thành trước ngày 15/10/2024."
    let document = "Công văn số 2210/SNV-CCHC ngày 20/9/2024"
    let read = office.send(form, "doc", ["sentence": sentence, "document": document])
    #expect(read.status == 200)
    for words in [
      #"name="lead" value="Phòng A""#, #"name="support" value="Văn phòng""#, "15/10/2024\" aria",
      "báo cáo rà soát thủ tục",
      #"name="source" value="Công văn số 2210/SNV-CCHC ngày 20/9/2024""#,
    ] { #expect(read.text.contains(words), "\(words): \(read.text)") }
    let fields = [
      "title": "Xây dựng báo cáo rà soát thủ tục", "lead": "Phòng A", "support": "Văn phòng", "product": "Báo cáo",
      "due": "trước ngày 15/10/2024", "source": document, "sentence": sentence, "reason": "Văn bản đến",
    ]
    let seen = office.send(form, "xem", fields)
    // Before the 15th is by the end of the 14th, a Monday.
    #expect(
      seen.status == 200 && seen.text.contains("hết Thứ Hai, 14/10/2024") && seen.text.contains("1 việc thêm"),
      "\(seen.text)")
    #expect(office.send(form, "gui", fields).value(of: "Location") == "/de-xuat/1")
    let block = try #require(try ProposalLog(office.state, .reading).proposal(1)?.content.blocks.first)
    #expect(block.name == "nhiệm vụ I.5" && block.previous == "nhiệm vụ I.4" && block.old == nil)
    #expect(
      block.new == """
        nhiệm vụ I.5: Xây dựng báo cáo rà soát thủ tục
          sản phẩm: Báo cáo
          chủ trì: Phòng A
          phối hợp: Văn phòng
          hạn: trước ngày 15/10/2024
          nguồn: Công văn số 2210/SNV-CCHC ngày 20/9/2024
        """)
    let page = office.text("/de-xuat/1", as: "quan")
    #expect(page.contains("<ins>trước ngày 15/10/2024</ins>") && page.contains("Chấp nhận và áp dụng"), "\(page)")
    // The next new one has another number, though the first still waits; behind a row it takes that row's place.
    let other = fields.merging(["title": "Việc nữa", "behind": "I.1"]) { $1 }
    #expect(office.send(form, "gui", other).value(of: "Location") == "/de-xuat/2")
    let second = try #require(try ProposalLog(office.state, .reading).proposal(2)?.content.blocks.first)
    #expect(second.name == "nhiệm vụ I.6" && second.previous == "nhiệm vụ I.1")
    #expect(office.send(form, "xem", fields.merging(["behind": "I.99"]) { $1 }).text.contains("không có việc “I.99”"))
  }

  @Test("In a section a new row belongs to it, and takes its number")
  func section() throws {
    let plan = LinkDesk.plan.replacingOccurrences(
      of: "nhiệm vụ I.1:", with: "mục I: Thể chế\n\nmục M: Khác\n\nnhiệm vụ I.1:")
    let office = try ProposalOffice(plan)
    let page = office.text("/de-xuat/moi/kh")
    #expect(page.contains(#"<option value="M">M. Khác</option>"#))
    let fields = ["title": "Việc", "lead": "Phòng A", "due": "chậm nhất 31/10/2024", "section": "M", "reason": "Vì"]
    #expect(office.send("/de-xuat/moi/kh", "gui", fields).status == 303)
    let block = try #require(try ProposalLog(office.state, .reading).proposal(1)?.content.blocks.first)
    #expect(block.name == "nhiệm vụ M.1" && block.previous == "mục M")
    let other = fields.merging(["section": "M", "behind": "I.2", "title": "Hai"]) { $1 }
    #expect(office.send("/de-xuat/moi/kh", "gui", other).status == 303)
    let second = try #require(try ProposalLog(office.state, .reading).proposal(2)?.content.blocks.first)
    #expect(second.new?.contains("\n  mục: M\n") == true && second.name == "nhiệm vụ I.5")
    #expect(office.send("/de-xuat/moi/kh", "xem", fields.merging(["section": "Z"]) { $1 }).status == 422)
  }

  @Test("What mails propose is listed too, and shown with the command that accepts it")
  func mails() throws {
    let change = ProposedChange(
      .done, day: 738_784, words: "156/BC", candidates: [.init(duty: "kh/I.2@once", old: "open")])
    let secret = ProposedChange(
      .explained, day: 738_784, words: "Tài liệu kín", candidates: [.init(duty: "kh/I.3@once", old: "open")])
    let log = try ProposalLog(office.state, .writing)
    for (place, change) in [change, secret].enumerated() {
      _ = try log.add(
        .init(
          author: "vp@so.example", letter: .init(to: "vp", number: 7), sourceID: "m\(place)@so.example",
          subject: "Re: Kế hoạch", words: "Đã xong", revision: 1, facts: "0:0", changes: [change]), source: [],
        at: Int64(SiteDesk.monday))
    }
    let list = office.text("/de-xuat")
    #expect(
      list.contains("Văn phòng, 08:05") && list.contains("từ thư trả lời") && list.contains("Số 2 · về việc có độ mật"))
    let page = office.text("/de-xuat/1", as: "quan")
    #expect(
      page.contains("nhacviec proposals accept 1") && page.contains("kh/I.2@once: xong ngày") && page.contains("156/BC")
    )
    #expect(!page.contains("Chấp nhận và áp dụng") && !page.contains("value=\"tu-choi\""))
    let hidden = office.text("/de-xuat/2", as: "quan")
    #expect(!hidden.contains("Tài liệu kín") && !hidden.contains("Re: Kế hoạch"))
    #expect(office.text("/en/de-xuat/1", as: "quan").contains("It is decided by a command"))
  }
}
