import HTTPMessages
import Testing

@testable import Web

@Suite("Addresses at which there is nothing, and what is said there")
struct MissingPageTests {
  private static let browser = [("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")]

  @Test(
    "An ending that a page does not have is told with those that it has, on a page to browsers",
    arguments: [
      ("/viec.pdf", "pdf", ["json", "csv", "xlsx", "ics"]), ("/giao-ban.pdf", "pdf", ["docx"]),
      ("/giao-ban.xlsx", "xlsx", ["docx"]), ("/don-vi/vp.PDF", "PDF", ["json", "csv", "xlsx", "ics"]),
      ("/thang/2024-09.odt", "odt", ["json", "csv", "xlsx", "ics"]), ("/doc-han.pdf", "pdf", []),
    ])
  func endings(target: String, ending: String, forms: [String]) throws {
    let desk = try SiteDesk()
    let page = desk.get(target, fields: Self.browser)
    #expect(page.status == 404 && page.type == "text/html; charset=utf-8", "\(page.text)")
    #expect(page.text.contains("<nav class=\"menu\"") && page.text.contains("Không có “.\(ending)”"), "\(page.text)")
    let plain = target.dropLast(ending.count + 1)
    for form in forms { #expect(page.text.contains("<a href=\"\(plain).\(form)\">.\(form)</a>"), "\(form)") }
    #expect(page.text.contains("<a href=\"\(plain)\">trang</a>"))
    // A program is told the same as JSON.
    let told = desk.get(target, fields: [("Accept", "application/json")])
    #expect(told.status == 404 && told.type == "application/problem+json")
    let detail = try APITests.json(told)["detail"]?.string ?? ""
    for form in forms { #expect(detail.contains(".\(form)"), "\(detail)") }
  }

  @Test(
    "What is wrong with the address of a file is told on a page to browsers, as JSON to programs",
    arguments: [
      ("/viec.csv?zz=1", 400, "unknown-parameter"), ("/viec.json?status=zz", 400, "bad-choice"),
      ("/viec.ics?unit=zz", 400, "unknown-name"), ("/thong-ke.docx?from=x", 400, "bad-day"),
      ("/su-kien.json?plan=zz", 400, "unknown-name"), ("/da-gui.csv?state=zz", 400, "bad-choice"),
      ("/don-vi/zz.json", 404, "not-found"),
    ])
  func files(target: String, status: Int, code: String) throws {
    let desk = try SiteDesk()
    let page = desk.get(target, fields: Self.browser)
    #expect(page.status == status && page.text.contains("<nav class=\"menu\""), "\(page.text)")
    let told = desk.get(target)
    #expect(told.status == status && told.type == "application/problem+json")
    #expect(try APITests.json(told)["code"]?.string == code)
    // What the API is asked is told as JSON, whoever asks.
    #expect(desk.get("/api/v1/obligations?zz=1", fields: Self.browser).type == "application/problem+json")
  }

  @Test(
    "What is wrong with the address of a page is told as JSON to who reads JSON and no pages, on a page to everybody else",
    arguments: [("/viec?x=1", 400), ("/muc/kh/zz", 404), ("/thang/2024-13", 404), ("/viec/kh/zz@once", 404)])
  func pages(target: String, status: Int) throws {
    let desk = try SiteDesk()
    for accept in ["application/json", "application/problem+json, */*;q=0.1"] {
      let told = desk.get(target, fields: [("Accept", accept)])
      #expect(told.status == status && told.type == "application/problem+json", "\(accept)")
    }
    for fields in [Self.browser, [], [("Accept", "*/*")], [("Accept", "text/html, application/json")]] {
      let page = desk.get(target, fields: fields)
      #expect(page.status == status && page.type == "text/html; charset=utf-8", "\(fields)")
    }
  }

  /// An address of each kind that names something which is not there, what is said of it, and where to go on.
  private static let nowhere: [String: (target: String, vi: String, en: String, next: String)] = [
    "/viec/{id}": ("/viec/kh/I.9", "Không có việc nào mã “kh/I.9”", "no work with the id “kh/I.9”", "/viec?plan=kh"),
    "/bang-theo-doi/{plan}": (
      "/bang-theo-doi/zz", "Không có kế hoạch nào mã “zz”", "no plan with the id “zz”", "/ke-hoach"
    ),
    "/ke-hoach/{plan}": ("/ke-hoach/zz", "Không có kế hoạch nào mã “zz”", "no plan with the id “zz”", "/ke-hoach"),
    "/muc/{plan}/{section}": (
      "/muc/kh/Z", "Kế hoạch cải cách hành chính năm 2024 không có mục nào mã “Z”", "has no section with the id “Z”",
      "/ke-hoach/kh"
    ),
    "/de-xuat/{number}": (
      "/de-xuat/9", "Không có đề xuất nào số “9”", "no proposal with the number “9”", "/de-xuat"
    ),
    "/don-vi/{unit}": (
      "/don-vi/zz", "Không có đơn vị hay nhóm nào mã “zz”", "no unit or group with the id “zz”", "/don-vi"
    ),
    "/nam/{year}": ("/nam/99", "“99” không phải là một năm từ 1900 đến 9998", "“99” is no year", "/nam"),
    "/thang/{month}": (
      "/thang/2024-13", "“2024-13” không phải là một tháng từ năm 1900 đến năm 9998; tháng ghi như 2024-09",
      "“2024-13” is no month", "/thang"
    ),
    "/da-gui/{number}": ("/da-gui/x", "Không có thư nào số “x”", "no message with the number “x”", "/da-gui"),
    "/ban-quy-tac/{number}": (
      "/ban-quy-tac/9", "Không có bản quy tắc nào số “9”", "no revision of the rules with the number “9”",
      "/ban-quy-tac"
    ),
    "/quy-tac/{file}": (
      "/quy-tac/x.rules", "Không có tệp quy tắc nào tên “x.rules”", "no rule file called “x.rules”", "/quy-tac"
    ),
    "/ghi/{act}/{subject}": (
      "/ghi/su-kien/kh/zz", "Không có sự kiện nào mã “kh/zz”", "no event with the id “kh/zz”", "/su-kien"
    ),
  ]

  @Test("Each kind of page says what was not found, what its addresses look like, and where to go on")
  func kinds() throws {
    let desk = try SiteDesk()
    try desk.promote()
    for page in PageRoutes.all {
      // Whatever a pattern names has words of its own.
      #expect((page.subject?.names.count ?? 0) == page.path.names.count, "\(page.path.text)")
      guard page.subject != nil, !Self.ofThoseWhoRecord.contains(page.path.text) else { continue }
      let (target, vi, en, next) = try #require(Self.nowhere[page.path.text], "\(page.path.text)")
      let (found, english) = (desk.get(target), desk.get("/en" + target))
      #expect(found.status == 404 && english.status == 404)
      #expect(found.text.contains(vi), "\(target): \(found.text)")
      #expect(english.text.contains(en), "\(target): \(english.text)")
      let first = "/" + (page.path.first ?? "")
      #expect(found.text.contains("Địa chỉ có dạng \(first)/") && english.text.contains("has the form /en\(first)/"))
      #expect(found.text.contains("<a href=\"\(next)\">") && english.text.contains("<a href=\"/en\(next)\">"))
    }
  }

  /// What is shown to those alone who may record or propose, whom nobody is there.
  private static let ofThoseWhoRecord: Set<String> = [
    "/da-ghi/{number}", "/de-xuat/sua/{plan}/{task}", "/de-xuat/moi/{plan}", "/bang-theo-doi/{plan}/{number}",
  ]

  @Test("So do those that only people see who may record or propose") func ofThoseWhoRecord() throws {
    let desk = try FormDesk()
    try desk.desk.promote()
    for (target, words) in [
      ("/da-ghi/9", "Không có ghi nhận nào số “9”"), ("/de-xuat/sua/kh/I.9", "không có dòng nào mã “I.9”"),
      ("/de-xuat/moi/zz", "Không có kế hoạch nào mã “zz”"),
      ("/bang-theo-doi/kh/1.2.3", "Không có bảng nào số “1.2.3” mà bạn đã gửi"),
    ] {
      #expect(desk.get(target, as: nil).status == 403)
      let page = desk.get(target, as: "an")
      #expect(page.status == 404 && page.text.contains(words), "\(target): \(page.text)")
    }
  }

  @Test("An address of no kind is told which addresses begin alike")
  func unknown() throws {
    let desk = try SiteDesk()
    #expect(desk.get("/xyz").text.contains("Không có trang nào ở địa chỉ “/xyz”.</p>"))
    #expect(desk.get("/don-vi/a/b").text.contains("“/don-vi/a/b”. Có: /don-vi, /don-vi/MÃ-ĐƠN-VỊ.</p>"))
  }

  @Test("A unit that is not in the plan that the address names is told with the plans that have it")
  func unitOfOtherPlans() throws {
    func plan(_ id: String, _ name: String, _ unit: String) -> String {
      """
      kế hoạch \(id): \(name)
        năm: 2024
        lịch: Việt Nam
        ban hành: 04/01/2024
        đầu mối: \(unit)

      đơn vị \(unit): Phòng \(unit)

      """
    }
    let desk = try SiteDesk([
      "a/plan.rules": plan("ka", "Kế hoạch A", "p1"), "b/plan.rules": plan("kb", "Kế hoạch B", "p2"),
      "c/plan.rules": plan("kc", "Chương trình C", "p2"),
    ])
    let page = desk.get("/don-vi/p2?plan=ka")
    #expect(page.status == 404)
    #expect(
      page.text.contains("Kế hoạch A không có đơn vị hay nhóm nào mã “p2”; có mã này: Kế hoạch B; Chương trình C."),
      "\(page.text)")
    #expect(page.text.contains(#"<a href="/don-vi/p2?plan=kb">“p2” trong Kế hoạch B</a>"#))
    #expect(page.text.contains(#"<a href="/don-vi/p2?plan=kc">“p2” trong Chương trình C</a>"#))
    #expect(
      desk.get("/en/don-vi/p9?plan=ka").text.contains(
        "<span lang=\"vi\">Kế hoạch A</span> has no unit or group with the id “p9”, nor has"))
    #expect(desk.get("/don-vi/p2?plan=kb").status == 200)
  }
}
