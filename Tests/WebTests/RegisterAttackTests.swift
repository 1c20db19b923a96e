import Foundation
import HTTPMessages
import StateFolder
import Testing

@testable import Web

@Suite("Attacks on the register's page")
struct RegisterAttackTests {
  private let desk: RegisterDesk
  private var office: ProposalOffice { desk.office }
  private static let type = "multipart/form-data; boundary=b"

  init() throws { desk = try RegisterDesk() }

  private func post(
    _ body: [UInt8], as login: String? = "an", type: String = type, from site: String = "same-origin",
    socket: HTTPRequest.Socket = .proxy
  ) -> HTTPAnswer {
    office.office.office.post(
      RegisterDesk.page, as: login, body, type: type, fields: [("Sec-Fetch-Site", site), ("Host", "localhost")],
      socket: socket)
  }

  private var token: String { ProposalOffice.hidden("token", office.text(RegisterDesk.page)) }

  @Test("Only who may propose sends one, from this page, with its token") func forged() throws {
    let form = RegisterDesk.form(token, Array("x".utf8))
    #expect(post(form, as: nil).status == 403 && post(form, as: "khach").status == 403)
    #expect(post(form, socket: .group).status == 403 && post(form, socket: .loopback).status == 403)
    #expect(post(form, from: "cross-site").status == 403)
    #expect(post(form, as: "van").status == 403)
    #expect(post(RegisterDesk.form("", Array("x".utf8))).status == 403)
    #expect(post(form, type: "application/x-www-form-urlencoded").status == 415)
    #expect(post(form, type: "multipart/form-data").status == 400)
    #expect(post(Array("--b--\r\n".utf8)).status == 400)
    #expect(office.requests.isEmpty && desk.files.isEmpty)
    let nothing = post(RegisterDesk.form(token, []))
    #expect(nothing.status == 422 && nothing.text.contains("Hãy chọn tệp Excel đã sửa."))
    #expect(!office.desk.get(RegisterDesk.page).text.contains("<form"))
    for method in ["PUT", "DELETE"] {
      #expect(office.desk.site.answer(HTTPRequest(method, RegisterDesk.page)).status == 405)
    }
  }

  @Test("A file beyond the limit is refused on a page, and a larger body is not even read") func large() throws {
    let form = RegisterDesk.form(token, [UInt8](repeating: 1, count: Spool.mostBytes + 20_000))
    let answer = post(form)
    #expect(answer.status == 413 && office.requests.isEmpty)
    func most(_ method: String, _ target: String, _ fields: [(String, String)], _ socket: HTTPRequest.Socket) -> Int? {
      office.desk.site.mostBytes(
        of: HTTPRequest(method, target, fields: fields.map { (name: $0.0, value: $0.1) }, socket: socket))
    }
    let known = [("X-Remote-User", "an")]
    #expect(most("POST", RegisterDesk.page, known, .proxy) == 2 * Spool.mostBytes)
    #expect(most("POST", "/en/bang-theo-doi/kh", [("Cookie", "a=b")], .proxy) == 2 * Spool.mostBytes)
    for (method, target, fields, socket) in [
      ("GET", RegisterDesk.page, known, HTTPRequest.Socket.proxy), ("POST", RegisterDesk.page, [], .proxy),
      ("POST", RegisterDesk.page, known, .group), ("POST", RegisterDesk.page, known, .loopback),
      ("POST", "/de-xuat/1", known, .proxy), ("POST", "/bang-theo-doi/kh/1.1.1", known, .proxy),
      ("POST", "/api/v1/facts", known, .proxy),
    ] { #expect(most(method, target, fields, socket) == nil, "\(method) \(target)") }
  }

  @Test("So many wait, of one and of all, and nothing more lies in the folder") func flood() throws {
    func one(_ number: Int) -> [UInt8] { Array("bảng \(number)".utf8) }
    _ = try desk.sent(one(1))
    _ = try desk.sent(one(2))
    let third = desk.send(one(3))
    #expect(third.status == 429 && third.text.contains("Bảng gửi trước của bạn còn chờ đọc"))
    for login in ["van", "dau"] { for number in 4...5 { _ = try desk.sent(one(number), as: login) } }
    let last = desk.send(one(6), as: "quan")
    #expect(
      last.status == 503 && last.value(of: "Retry-After") == "60" && last.text.contains("Đang có nhiều bảng chờ đọc"))
    #expect(office.requests.count == 6 && desk.files.count == 12)
    // One login sends five at once.
    _ = desk.send(one(7))
    _ = desk.send(one(8))
    let often = desk.send(one(9))
    #expect(often.status == 429 && often.text.contains("Gửi quá nhiều bảng"))
    // Who accepts something does not wait for what is read.
    let address = try office.propose()
    #expect(office.accept(address).status == 303)
    try desk.read()
    #expect(desk.files.isEmpty)
  }

  @Test("A file at which the reading ends every time is given up and told; one that was stopped once is read")
  func tries()
    throws
  {
    let bytes = try desk.edited()
    let address = try desk.sent(bytes)
    let entry = try #require(desk.spool.entries().first)
    #expect(try desk.spool.begin(entry) == bytes)
    try desk.read()
    #expect(office.text(address).contains("đã thành đề xuất"))
    let other = try desk.sent(desk.edited([("Kế hoạch kiểm tra", "Kế hoạch khác")]))
    let second = try #require(desk.spool.entries().first)
    for _ in 0..<2 { _ = try desk.spool.begin(second) }
    try desk.read()
    let page = office.text(other)
    #expect(page.contains("Không đọc được bảng này") && page.contains("Đọc tệp này 2 lần đều không xong"), "\(page)")
    #expect(try desk.proposals().count == 1 && desk.files.isEmpty)
    // What was held up by something else counts as no try.
    let third = try desk.sent(desk.edited([("Kế hoạch kiểm tra", "Kế hoạch nữa")]))
    let waiting = try #require(desk.spool.entries().first)
    for _ in 0..<5 {
      _ = try desk.spool.begin(waiting)
      desk.spool.giveBack(waiting)
    }
    try desk.read()
    #expect(office.text(third).contains("đã thành đề xuất"))
  }

  @Test("A file that is gone, a login that lost its role, and another's request are told") func gone() throws {
    let address = try desk.sent(desk.edited())
    for name in desk.files where name.hasPrefix(".") {
      unlink(office.state.requests(to: .editor) + "/" + name)
    }
    try desk.read()
    #expect(office.text(address).contains("Tệp đã gửi không còn trên máy chủ"), "\(office.text(address))")
    // Whoever writes the request names whom they like; a name without a role proposes nothing.
    let sent = try #require(
      SentRegister(
        plan: "kh", sender: .login("khach"), isVietnamese: true, hash: String(repeating: "0", count: 64), file: "a.xlsx"
      ))
    let name = try desk.spool.drop(.readRegister(sent), with: desk.edited())
    try desk.read()
    #expect(office.state.answer(to: name, by: .editor)?.words.en.contains("has no role") == true)
    #expect(try desk.proposals().isEmpty)
  }

  @Test("Of answers some are kept, the latest") func kept() throws {
    for number in 0..<24 {
      let sent = try #require(
        SentRegister(
          plan: "kh", sender: .login("an"), isVietnamese: true, hash: String(repeating: "0", count: 64),
          file: "\(number).xlsx"))
      _ = try desk.spool.drop(.readRegister(sent), with: [1])
      try desk.read()
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: office.state.answers(of: .editor))
    #expect(names.count { $0.hasSuffix(".json") } == 20 && names.count == 40, "\(names)")
  }
}
