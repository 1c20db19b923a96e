import Documents
import Foundation
import HTTPMessages
import Proposals
import StateFolder
import Testing

@testable import OfficeDocuments
@testable import Web

/// An office whose register is sent back on a page.
struct RegisterDesk {
  let office: ProposalOffice
  static let page = "/bang-theo-doi/kh"

  init() throws { office = try ProposalOffice() }

  /// The register, as it is downloaded, with other words in it.
  func edited(_ changes: [(String, String)] = [("Kế hoạch kiểm tra", "Kế hoạch thanh tra")]) throws -> [UInt8] {
    let answer = office.get(Self.page + ".xlsx")
    #expect(answer.status == 200)
    let archive = try ZipArchive(answer.body, limits: .standard)
    let parts = try archive.names.map { name in
      let bytes = try #require(try archive.part(name))
      guard name.hasSuffix(".xml") else { return (name, bytes) }
      let text = changes.reduce(String(decoding: bytes, as: UTF8.self)) { $0.replacing($1.0, with: $1.1) }
      return (name, Array(text.utf8))
    }
    return try ZipWriter.packed(parts)
  }

  static func form(_ token: String, _ bytes: [UInt8], file: String = "sửa.xlsx") -> [UInt8] {
    let head = "Content-Disposition: form-data; name="
    return Array("--b\r\n\(head)\"token\"\r\n\r\n\(token)\r\n--b\r\n\(head)\"bang\"; filename=\"\(file)\"\r\n\r\n".utf8)
      + bytes + Array("\r\n--b--\r\n".utf8)
  }

  /// Opens the page, and sends a file as its form does.
  func send(_ bytes: [UInt8], as login: String = "an", language: String = "") -> HTTPAnswer {
    let target = language + Self.page
    let token = ProposalOffice.hidden("token", office.get(target, as: login).text)
    return office.office.office.post(
      target, as: login, Self.form(token, bytes), type: "multipart/form-data; boundary=b")
  }

  /// Sends it, and returns where its answer is.
  func sent(_ bytes: [UInt8], as login: String = "an") throws -> String {
    let answer = send(bytes, as: login)
    #expect(answer.status == 303, "\(answer.status) \(answer.text)")
    return try #require(answer.value(of: "Location"))
  }

  /// Has it read, as the service does.
  func read(status: Int32 = 0) throws {
    try office.desk.record(
      ["proposals", "apply", "--config", office.desk.state.path + "/nhacviec.toml"], status: status)
  }

  func proposals() throws -> [Proposal] {
    guard let log = try? ProposalLog(office.state, .reading) else { return [] }
    return try log.proposals(nil, limit: 100)
  }

  var spool: Spool { Spool(office.state.requests(to: .editor)) }

  var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: office.state.requests(to: .editor))) ?? []).sorted()
  }
}

@Suite("The register on a plan's page")
struct RegisterTests {
  private let desk: RegisterDesk
  private var office: ProposalOffice { desk.office }

  init() throws { desk = try RegisterDesk() }

  @Test("Whoever sees the plan downloads it; of classified work it has id and day alone") func download() throws {
    let plan = office.desk.get("/ke-hoach/kh").text
    #expect(plan.contains("href=\"/bang-theo-doi/kh.xlsx\"") && plan.contains("href=\"/bang-theo-doi/kh\""))
    let file = office.desk.get("/bang-theo-doi/kh.xlsx")
    #expect(file.status == 200 && file.type == RegisterPage.workbookType)
    #expect(file.value(of: "Content-Disposition") == "attachment; filename=\"bang-theo-doi-kh.xlsx\"")
    let document = try DocumentFileReader().read(file.body, name: "a.xlsx")
    guard case .table(let table)? = document.blocks.first else { return #expect(Bool(false)) }
    let texts = table.rows.flatMap { $0.cells.map(\.text) }
    #expect(texts.contains("Kế hoạch kiểm tra") && texts.contains("kh/I.2@once"))
    #expect(office.desk.get("/bang-theo-doi/zz.xlsx").status == 404)
    #expect(office.desk.get("/bang-theo-doi/kh.csv").status == 404)
  }

  @Test("It is handed over unread, read apart, proposed in the sender's name, and shown to the sender alone")
  func sent() throws {
    let page = office.text(RegisterDesk.page)
    #expect(page.contains("enctype=\"multipart/form-data\"") && page.contains("nhiều nhất 2 MB"))
    let address = try desk.sent(desk.edited())
    #expect(office.requests.count == 1)
    #expect(try desk.proposals().isEmpty)
    let waiting = office.text(address)
    #expect(waiting.contains("Đang đọc bảng") && waiting.contains("sửa.xlsx"))
    try desk.read()
    let proposal = try #require(try desk.proposals().first)
    #expect(proposal.content.author == "an" && proposal.content.subject == "bảng theo dõi sửa.xlsx (bản 1)")
    #expect(proposal.content.blocks.map(\.name) == ["nhiệm vụ I.2"] && proposal.decision == nil)
    let read = office.text(address)
    #expect(read.contains("1 thay đổi đã thành đề xuất") && read.contains("href=\"/de-xuat/1\""), "\(read)")
    #expect(read.contains("“Kế hoạch kiểm tra” → “Kế hoạch thanh tra”") && !read.contains("đánh dấu"))
    let english = office.text("/en" + address)
    #expect(english.contains("1 change is proposed") && english.contains("href=\"/en/de-xuat/1\""))
    for other in ["van", "quan"] { #expect(office.get(address, as: other).status == 404) }
    #expect(office.desk.get(address).status == 403 && office.get(address, as: "khach").status == 403)
    #expect(office.get("/bang-theo-doi/khac/\(address.split(separator: "/").last ?? "")").status == 404)
    // Its author takes it back on its page, which says where it came from.
    let shown = office.text("/de-xuat/1")
    #expect(shown.contains("từ bảng theo dõi") && shown.contains("value=\"rut\""), "\(shown)")
    #expect(office.send("/de-xuat/1", "rut", [:]).status == 303)
    #expect(desk.files.isEmpty)
    #expect(try office.plan().contains("Kế hoạch kiểm tra"))
  }

  @Test("What is not taken is told by its cell, with a copy that has marks; mended, that copy proposes it")
  func marked()
    throws
  {
    let address = try desk.sent(
      desk.edited([("Kế hoạch kiểm tra", "Kế hoạch thanh tra"), (">Phòng A<", ">Phòng Lạ<")]))
    try desk.read()
    let page = office.text(address)
    #expect(page.contains("không có đơn vị hay nhóm nào tên “Phòng Lạ”") && page.contains("chưa nhận"), "\(page)")
    #expect(page.contains("href=\"\(address).xlsx\""))
    let copy = office.get(address + ".xlsx")
    #expect(copy.status == 200 && copy.type == RegisterPage.workbookType)
    let document = try DocumentFileReader().read(copy.body, name: "a.xlsx")
    guard case .table(let table)? = document.blocks.first else { return #expect(Bool(false)) }
    let texts = table.rows.flatMap { $0.cells.map(\.text) }
    #expect(texts.contains("Ghi chú của chương trình") && texts.contains { $0.contains("“Phòng Lạ”; có phải là") })
    for other in ["van", "quan"] { #expect(office.get(address + ".xlsx", as: other).status == 404) }
    #expect(office.desk.get(address + ".xlsx").status == 403)
  }

  @Test("The same file sent twice is one request, and one proposal") func twice() throws {
    let bytes = try desk.edited()
    let first = try desk.sent(bytes)
    #expect(try desk.sent(bytes) == first)
    #expect(office.requests.count == 1)
    try desk.read()
    let again = try desk.sent(bytes)
    #expect(again != first)
    try desk.read()
    #expect(try desk.proposals().count == 1)
    #expect(office.text(again).contains("Tệp này đã có đề xuất đang chờ; không đề xuất lại."))
    // Untouched it says so.
    let untouched = try desk.sent(desk.edited([]))
    try desk.read()
    #expect(office.text(untouched).contains("Không có gì đổi so với quy tắc."))
    #expect(try desk.proposals().count == 1)
  }

  @Test("What is no register, or was damaged, is told as such") func wrong() throws {
    let other = try desk.sent(Array("không phải Excel".utf8))
    let damaged = try desk.sent(Array(try desk.edited().prefix(2000)))
    try desk.read()
    #expect(office.text(other).contains("Không đọc được bảng này; chưa đề xuất gì."))
    #expect(office.text(other).contains("không phải bảng theo dõi đã xuất"), "\(office.text(other))")
    #expect(office.text(damaged).contains("Không đọc được bảng này"))
    #expect(try desk.proposals().isEmpty && desk.files.isEmpty)
  }

  @Test("A unit that signed in by its mailbox sends one too, in its own name") func unit() throws {
    let browser = try UnitBrowser(office.office)
    try browser.enter()
    let page = browser.get(RegisterDesk.page)
    let token = ProposalOffice.hidden("token", page.text)
    let answer = browser.post(
      RegisterDesk.page, RegisterDesk.form(token, try desk.edited()), type: "multipart/form-data; boundary=b")
    let address = try #require(answer.value(of: "Location"), "\(answer.text)")
    try desk.read()
    #expect(try desk.proposals().map(\.content.author) == ["đơn vị a"])
    #expect(browser.get(address).text.contains("đã thành đề xuất"))
    #expect(office.get(address).status == 404)
    #expect(browser.get("/de-xuat/1").text.contains("value=\"rut\""))
  }
}
