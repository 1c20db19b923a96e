import Foundation
import HTTPMessages
import Testing

@Suite("Attacks on forms")
struct FormAttackTests {
  private let report = "/ghi/bao-cao/kh/I.1@once"

  @Test("Without roles nobody records over the web, nor over another socket, and nobody without a role")
  func roles() throws {
    let open = try FormDesk(configuration: "")
    #expect(open.get(report, as: "an").status == 403)
    #expect(open.get(report, as: "an").text.contains("chưa có vai trò"))
    #expect(!open.get("/viec/kh/I.1@once", as: "an").text.contains("/ghi/"))
    let office = try FormDesk()
    #expect(office.get(report, as: "khach").status == 403 && office.get(report, as: nil).status == 403)
    let body = FormDesk.body(
      FormDesk.hidden(office.get(report, as: "an").text).merging(["day": "20/9/2024"]) { $1 })
    for socket in [HTTPRequest.Socket.group, .loopback] {
      let fields = [("Host", "localhost"), ("Sec-Fetch-Site", "same-origin")]
      #expect(office.post(report, as: "an", body, fields: fields, socket: socket).status == 403)
      #expect(
        !office.desk.get(report, fields: [("Host", "localhost"), ("X-Remote-User", "an")], socket: socket).text
          .contains("<form"))
    }
    #expect(office.post(report, as: "khach", body).status == 403)
    #expect(try office.facts().isEmpty)
  }

  @Test("A form of elsewhere, without its token, or with another's, records nothing")
  func forgery() throws {
    let office = try FormDesk()
    let hidden = FormDesk.hidden(office.get(report, as: "an").text)
    let body = FormDesk.body(hidden.merging(["day": "20/9/2024"]) { $1 })
    for fields in [
      [("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "same-site")], [("Sec-Fetch-Site", "none")],
      [("Origin", "https://evil.example")], [("Origin", "null")],
      [("Origin", "https://nhacviec.so.example.evil.example")], [("Origin", "http://nhacviec.so.example")],
      [("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Site", "cross-site")],
    ] {
      let answer = office.post(report, as: "an", body, fields: fields)
      #expect(answer.status == 403 && answer.text.contains("trang khác"), "\(fields)")
    }
    for address in [report + "?day=20/9/2024", report + "?token=x", report + ".json"] {
      #expect([400, 404].contains(office.post(address, as: "an", body).status), "\(address)")
    }
    for wrong in [
      ["token": ""], ["token": FormDesk.hidden(office.get("/ghi/bao-cao/kh/I.2@once", as: "van").text)["token"] ?? ""],
    ] {
      let answer = office.post(
        report, as: "an",
        FormDesk.body(hidden.merging(["day": "20/9/2024", "document": "9/BC"]) { $1 }.merging(wrong) { $1 }))
      // The page is shown again with what was typed and a token of its own.
      #expect(answer.status == 403 && answer.text.contains(#"value="9/BC""#))
      #expect(FormDesk.hidden(answer.text)["token"] == hidden["token"])
      #expect(FormDesk.hidden(answer.text)["mark"] == hidden["mark"])
    }
    #expect(office.post(report, as: "an", body, type: "text/plain").status == 415)
    #expect(office.post(report, as: "an", body, type: "multipart/form-data").status == 415)
    #expect(office.post(report, as: "an", Array(repeating: 0x61, count: 50_000)).status == 413)
    #expect(office.post(report, as: "an", Array("day=1&day=2&mark=a".utf8)).status == 400)
    #expect(office.post(report, as: "an", [0xFF, 0x3D]).status == 400)
    #expect(try office.facts().isEmpty)
    #expect(office.post(report, as: "an", body, fields: [("Origin", "https://nhacviec.so.example")]).status == 303)
  }

  @Test(
    "The same form again records nothing and shows the earlier receipt, also at the same time, and after a new start")
  func again() async throws {
    let office = try FormDesk()
    let hidden = FormDesk.hidden(office.get(report, as: "an").text)
    let body = FormDesk.body(hidden.merging(["day": "20/9/2024", "document": "9/BC"]) { $1 })
    let answers = await withTaskGroup(of: HTTPAnswer.self) { group in
      for _ in 0..<6 { group.addTask { office.post(report, as: "an", body) } }
      return await group.reduce(into: [HTTPAnswer]()) { $0.append($1) }
    }
    #expect(Set(answers.map(\.status)) == [303] && Set(answers.map { $0.value(of: "Location") }) == ["/da-ghi/1"])
    #expect(try office.facts().count == 1)
    // Later too, when the state of the duty is another.
    _ = try office.receipt("/ghi/xac-nhan/kh/I.1@once", as: "giang")
    #expect(office.post(report, as: "an", body).value(of: "Location") == "/da-ghi/1")
    // What is over is not reported any more.
    #expect(office.get(report, as: "an").text.contains("hiện không cần ghi như vậy"))
    // The same form with other words is not taken for the first.
    let other = FormDesk.body(hidden.merging(["day": "20/9/2024", "document": "10/BC"]) { $1 })
    let refused = office.post(report, as: "an", other)
    #expect(refused.status == 422 && refused.text.contains("đã gửi một lần") && refused.text.contains("10/BC"))
    #expect(try office.facts().count == 2)
  }

  @Test("A unit records nothing for another, confirms nothing of its own, and what is classified has no forms")
  func sides() throws {
    let office = try FormDesk()
    #expect(office.get("/ghi/bao-cao/kh/I.2@once", as: "an").status == 403)
    let hidden = FormDesk.hidden(office.get(report, as: "an").text)
    let body = FormDesk.body(hidden.merging(["day": "20/9/2024"]) { $1 })
    let foreign = office.post("/ghi/bao-cao/kh/I.2@once", as: "an", body)
    #expect(foreign.status == 403 && foreign.text.contains("đơn vị chủ trì (Văn phòng)"))
    _ = try office.receipt(report, as: "an", ["day": "20/9/2024"])
    let own = office.post("/ghi/xac-nhan/kh/I.1@once", as: "an", FormDesk.body(hidden))
    #expect(own.status == 403 && own.text.contains("Giám đốc"))
    for login in ["an", "dau"] {
      #expect(office.get("/ghi/bao-cao/kh/I.3@once", as: login).status == 404)
      #expect(office.post("/ghi/bao-cao/kh/I.3@once", as: login, body).status == 404)
      #expect(!office.get("/viec/kh/I.3@once", as: login).text.contains("/ghi/"))
    }
    #expect(try office.facts().count == 1)
  }

  @Test("Words with marks of HTML, links and line breaks stay words of one line")
  func words() throws {
    let office = try FormDesk()
    let words = "<script>alert(1)</script>\r\nxong ngày 1/9/2024 <a href=https://evil.example>đây</a>\u{202E}"
    let receipt = try office.receipt("/ghi/tien-do/kh/I.1@once", as: "an", ["words": words])
    #expect(!receipt.contains("<script") && !receipt.contains("<a href=https://evil"))
    let facts = try office.facts()
    #expect(facts.count == 1 && !facts[0].contains("\n") && !facts[0].contains("\u{202E}"))
    #expect(facts[0].hasPrefix("tiến độ kh/I.1 kỳ once ngày 23/9/2024: <script>"))
    #expect(!office.get("/viec/kh/I.1@once", as: "an").text.contains("<script"))
  }

  @Test("Looking records nothing, whatever the address says")
  func looking() throws {
    let office = try FormDesk()
    let hidden = FormDesk.hidden(office.get(report, as: "an").text)
    for target in [
      report, report + "?day=20/9/2024&yes=1&token=\(hidden["token"] ?? "")&mark=\(hidden["mark"] ?? "")",
      "/ghi/tiep-nhan/kh/I.1@once", "/ghi/xac-nhan/kh/I.1@once", "/da-ghi/1", "/api/v1/facts",
    ] {
      _ = office.get(target, as: "an")
      _ = office.desk.site.answer(
        HTTPRequest("HEAD", target, fields: [("X-Remote-User", "an")].map { (name: $0.0, value: $0.1) }, socket: .proxy)
      )
    }
    #expect(office.get("/api/v1/facts", as: "an").status == 405)
    #expect(try office.facts().isEmpty)
    for target in ["/", "/viec/kh/I.1@once", "/su-kien"] {
      let answer = office.post(target, as: "an", [])
      #expect(answer.status == 405 && answer.value(of: "Allow") == "GET, HEAD")
    }
  }

  @Test("Who sends without end has to wait, and nobody else") func flood() throws {
    let office = try FormDesk()
    let answers = (0..<40).map { _ in office.post(report, as: "an", Array("mark=a&document=9/BC".utf8)) }
    #expect(answers.filter { $0.status == 429 }.count == 10)
    let last = try #require(answers.last)
    #expect(last.status == 429 && last.value(of: "Retry-After") == "4")
    #expect(last.text.contains(#"value="9/BC""#) && last.text.contains("chờ 4 giây"))
    #expect(office.post("/ghi/bao-cao/kh/I.2@once", as: "van", Array("mark=a".utf8)).status == 403)
  }

  @Test("A page for one visitor is kept by nobody, and shown to no other") func sharing() throws {
    let office = try FormDesk()
    let tag = try #require(office.get("/", as: nil).value(of: "ETag") ?? office.desk.get("/").value(of: "ETag"))
    _ = try office.receipt(report, as: "an", ["day": "20/9/2024"])
    let answer = office.get("/", as: "giang")
    #expect(answer.value(of: "ETag") == nil && answer.value(of: "Cache-Control") == "no-store")
    #expect(!office.desk.get("/").text.contains("/ghi/"))
    #expect(office.desk.get("/", fields: [("If-None-Match", tag)]).status == 200)
    let form = office.get("/ghi/xac-nhan/kh/I.1@once", as: "giang")
    #expect(form.value(of: "Cache-Control") == "no-store" && form.value(of: "Referrer-Policy") == "same-origin")
    #expect(form.value(of: "Content-Security-Policy")?.contains("form-action 'self'") == true)
  }
}
