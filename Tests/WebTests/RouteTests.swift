import Foundation
import HTTPMessages
import JSON
import Testing

@testable import Web

@Suite("Addresses of pages: their endings and their parameters")
struct RouteTests {
  private static let plan =
    SiteDesk.plan.replacingOccurrences(of: "nhiệm vụ I.1:", with: "mục M: Thể chế\n\nnhiệm vụ I.1:")
    .replacingOccurrences(of: "  sản phẩm: Báo cáo\n", with: "  mục: M\n  sản phẩm: Báo cáo\n")

  /// An address of each kind of page, by its pattern.
  private static let samples = [
    "/": "/", "/viec": "/viec", "/viec/{id}": "/viec/kh/I.2@once", "/ke-hoach": "/ke-hoach",
    "/ke-hoach/{plan}": "/ke-hoach/kh", "/muc/{plan}/{section}": "/muc/kh/M", "/don-vi": "/don-vi",
    "/don-vi/{unit}": "/don-vi/vp", "/nam": "/nam", "/nam/{year}": "/nam/2024", "/thong-ke": "/thong-ke",
    "/thang": "/thang", "/thang/{month}": "/thang/2024-09", "/su-kien": "/su-kien", "/da-gui": "/da-gui",
    "/da-gui/{number}": "/da-gui/1", "/ban-quy-tac": "/ban-quy-tac", "/ban-quy-tac/{number}": "/ban-quy-tac/1",
    "/quy-tac": "/quy-tac", "/quy-tac/{file}": "/quy-tac/plan.rules", "/doc-han": "/doc-han", "/giao-ban": "/giao-ban",
    "/ghi/{act}/{subject}": "/ghi/bao-cao/kh/I.2@once", "/da-ghi/{number}": "/da-ghi/1",
    "/de-xuat": "/de-xuat", "/de-xuat/{number}": "/de-xuat/1", "/de-xuat/sua/{plan}/{task}": "/de-xuat/sua/kh/I.2",
    "/de-xuat/moi/{plan}": "/de-xuat/moi/kh", "/bang-theo-doi/{plan}": "/bang-theo-doi/kh",
    "/bang-theo-doi/{plan}/{number}": "/bang-theo-doi/kh/1.2.3",
  ]

  /// Those at which there is nothing to see here: no message was sent, and nobody signed in.
  private static let empty: Set<String> = [
    "/da-gui/{number}", "/ghi/{act}/{subject}", "/da-ghi/{number}", "/de-xuat/{number}", "/de-xuat/sua/{plan}/{task}",
    "/de-xuat/moi/{plan}", "/bang-theo-doi/{plan}/{number}",
  ]

  private static let types: [Route.Format: String] = [
    .html: "text/html; charset=utf-8", .json: "application/json", .csv: "text/csv; charset=utf-8",
    .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    .ics: "text/calendar; charset=utf-8",
  ]

  /// Values that each parameter takes in this office.
  private static let values = [
    "plan": "kh", "unit": "a", "lead": "a", "section": "M", "text": "kiem", "from": "2024-09-01", "to": "2024-09-30",
    "status": "open", "sort": "title", "limit": "5", "as-of": "2024-09-22", "year": "2024", "by": "plan",
    "state": "dead", "q": "ng%C3%A0y+30%2F9", "key": "2024",
    "xem": "da-quyet-dinh", "yeu-cau": "1.2.3",
  ]

  private static func desk() throws -> SiteDesk {
    let desk = try SiteDesk(["plan.rules": plan])
    try desk.promote()
    return desk
  }

  @Test("Each page has the endings that it names, and any other is told which there are")
  func endings() throws {
    let desk = try Self.desk()
    for page in PageRoutes.all {
      let sample = try #require(Self.samples[page.path.text], "\(page.path.text)")
      // The first page has no name that an ending could stand behind.
      for format in Route.Format.allCases where sample != "/" {
        let target = format == .html ? sample : "\(sample).\(format.rawValue)"
        let answer = desk.get(target)
        let isThere = format == .html || page.files?.forms.contains(format) == true
        if isThere, Self.empty.contains(page.path.text) {
          #expect([403, 404].contains(answer.status), "\(target): \(answer.status)")
        } else if isThere {
          #expect(answer.status == 200 && answer.type == Self.types[format], "\(target): \(answer.text.prefix(300))")
        } else {
          let problem = try APITests.json(answer)
          #expect(answer.status == 404 && problem["code"]?.string == "no-such-form", "\(target)")
          let detail = problem["detail"]?.string ?? ""
          for form in page.files?.forms ?? [] { #expect(detail.contains(".\(form.rawValue)"), "\(target): \(detail)") }
        }
      }
    }
  }

  @Test("Each page leads to the files that it has, by the same filters")
  func links() throws {
    let desk = try Self.desk()
    for page in PageRoutes.all {
      guard let files = page.files, let sample = Self.samples[page.path.text],
        !Self.empty.contains(page.path.text)
      else { continue }
      let text = desk.text(sample)
      for form in files.forms { #expect(text.contains("href=\"\(sample).\(form.rawValue)\""), "\(sample): \(form)") }
    }
    #expect(
      desk.text("/viec?plan=kh&status=open&sort=title").contains(
        "href=\"/viec.ics?plan=kh&amp;status=open&amp;sort=title\""))
    #expect(!desk.get("/viec?plan=zz").text.contains("/viec.ics"))
  }

  @Test("No parameter is left unheard: a page has it, or refuses it with the names of those that it has")
  func parameters() throws {
    let desk = try Self.desk()
    let names = Set(PageRoutes.all.flatMap { $0.parameters + ($0.files?.parameters ?? []) }).union(["zz"])
    for page in PageRoutes.all {
      let sample = try #require(Self.samples[page.path.text])
      let forms = [.html] + (sample == "/" ? [] : page.files?.forms ?? [])
      for form in forms {
        let known = form == .html ? page.parameters : page.files?.parameters ?? []
        let address = form == .html ? sample : "\(sample).\(form.rawValue)"
        for name in names {
          let answer = desk.get("\(address)?\(name)=\(Self.values[name] ?? "1")")
          let isUnknown =
            answer.status == 400 && answer.text.contains(form == .html ? "“\(name)”" : "unknown-parameter")
          #expect(isUnknown == !known.contains(name) || name == "after", "\(address)?\(name)=: \(answer.status)")
          guard !known.contains(name) else { continue }
          for other in known { #expect(answer.text.contains(other), "\(address)?\(name)=: \(other)") }
        }
      }
    }
    // Not even an empty one.
    #expect(desk.get("/nam?person=").status == 400 && desk.get("/viec?person=").status == 200)
  }

  @Test(
    "The JSON of a page is the body of the API, byte for byte",
    arguments: [
      ("/viec.json?unit=a", "obligations?unit=a"), ("/muc/kh/M.json", "obligations?plan=kh&section=M"),
      ("/don-vi/vp.json?status=open", "obligations?unit=vp&status=open"), ("/don-vi.json", "units"),
      ("/ke-hoach.json", "plans"), ("/su-kien.json", "events"), ("/da-gui.json", "deliveries"),
      ("/ban-quy-tac.json", "revisions"), ("/ban-quy-tac/1.json", "revisions/1/differences"),
      ("/quy-tac.json", "rule-files"), ("/thong-ke.json?by=plan", "statistic?by=plan"),
      ("/thang/2024-09.json?status=open", "obligations?from=2024-09-01&to=2024-09-30&status=open"),
      ("/nam/2024.json?status=open", "obligations?from=2024-01-01&to=2024-12-31&status=open"),
    ])
  func json(page: String, api: String) throws {
    let desk = try Self.desk()
    #expect(desk.text(page) == desk.text("/api/v1/\(api)"))
  }

  @Test(
    "States are asked for one by one or with commas between, on pages, of files and of the API, as the command takes them",
    arguments: ["/viec.json", "/thang/2024-09.json", "/don-vi/vp.csv", "/viec", "/api/v1/obligations"])
  func states(target: String) throws {
    let desk = try Self.desk()
    try desk.record("done", "I.2", "--on", "20/9/2024")
    let repeated = desk.get("\(target)?status=done&status=overdue")
    let listed = desk.get("\(target)?status=done,overdue")
    #expect(listed.status == 200, "\(listed.text)")
    // A page has the address that it was asked for in its links.
    #expect(listed.text == repeated.text || target == "/viec")
    #expect(listed.text.contains("I.2"), "\(listed.text)")
    #expect(desk.get("\(target)?status=done,zz").status == 400 && desk.get("\(target)?status=done,,open").status == 400)
  }

  @Test("A list of a month has what is due then, done or not, and nothing else")
  func month() throws {
    let desk = try Self.desk()
    try desk.record("done", "I.2", "--on", "20/9/2024")
    func ids(_ target: String) throws -> [String] {
      try APITests.json(desk.get(target))["items"]?.array?.compactMap { $0["id"]?.string } ?? []
    }
    // I.1 is due on 30 August, I.2 on 27 September, I.3 at the end of the year.
    #expect(try ids("/thang/2024-09.json") == ["kh/I.2@once"])
    #expect(try ids("/nam/2024.json").sorted() == ["kh/I.1@once", "kh/I.2@once", "kh/I.3@once"])
    #expect(try ids("/thang/2024-08.json?unit=vp") == ["kh/I.1@once"] && ids("/thang/2024-12.json?unit=vp") == [])
  }

  @Test("Tables have the names of the API in their head, and a row for each item")
  func tables() throws {
    let desk = try Self.desk()
    #expect(
      desk.text("/don-vi.csv")
        == "id,reference,title,plans,partOf,superior\r\nvp,vp,Văn phòng,kh,,\r\na,a,Phòng A,kh,,\r\n")
    #expect(
      desk.text("/ke-hoach.csv")
        == "id,title,from,to,number,focalPoint,leader\r\nkh,Kế hoạch cải cách hành chính năm 2024,2024,2024,,Văn phòng,\r\n"
    )
    #expect(
      desk.text("/su-kien.csv").contains("Bộ công bố chỉ số,") && desk.text("/su-kien.csv").contains(",kh/I.4@once,"))
    #expect(desk.text("/muc/kh/M.csv").contains("kh/I.1@once") && !desk.text("/muc/kh/M.csv").contains("I.2"))
    #expect(desk.get("/don-vi.xlsx").value(of: "Content-Disposition") == "attachment; filename=\"don-vi.xlsx\"")
    // Not of the model alone.
    #expect(desk.get("/ban-quy-tac.csv").value(of: "Cache-Control") == "no-store")
    for _ in 0..<3 { try desk.promote() }
    #expect(desk.text("/ban-quy-tac.csv?limit=1").split(separator: "\r\n").count <= 2)
  }

  @Test("The id of a task alone leads to the duty that matters first")
  func task() throws {
    let plan = SiteDesk.plan.replacingOccurrences(
      of: "hạn: chậm nhất 27/9/2024", with: "hạn: hằng quý, trước ngày 20 tháng cuối quý")
    let desk = try SiteDesk(["plan.rules": plan])
    #expect(desk.get("/viec/kh/I.1").status == 302)
    #expect(desk.get("/en/viec/kh/I.1").value(of: "Location") == "/en/viec/kh/I.1@once")
    // The first quarter is overdue longest.
    #expect(desk.get("/viec/kh/I.2").value(of: "Location") == "/viec/kh/I.2@2024-Q1")
    #expect(desk.get("/viec/kh/I.9").status == 404 && desk.get("/viec/zz/I.1").status == 404)
  }

  @Test("Titles are sorted by their words, not by the dashes before them")
  func titles() throws {
    let plan = SiteDesk.plan.replacingOccurrences(of: "nhiệm vụ I.2: Kế", with: "nhiệm vụ I.2: - Kế")
    let items = try APITests.json(SiteDesk(["plan.rules": plan]).get("/viec.json?sort=title&unit=vp"))["items"]?.array
    // B before K.
    #expect(items?.compactMap { $0["id"]?.string } == ["kh/I.1@once", "kh/I.2@once"])
  }

  @Test("What is wrong with an address is said on a page like the others")
  func problems() throws {
    let page = try SiteDesk().get("/da-gui?state=zz")
    #expect(
      page.status == 400 && page.text.contains("<nav class=\"menu\"") && page.text.contains("<a href=\"/da-gui\">"))
    let english = try SiteDesk().get("/en/nam?person=x")
    #expect(english.text.contains("There is no “person”; there are plan, unit, after"))
  }

  @Test("What is only being made loads again by itself")
  func busy() throws {
    let route = try #require(Route(HTTPRequest("GET", "/en/thong-ke?as-of=2024-09-22&by=plan")))
    let answer = Problem(.busy).answer(route)
    #expect(answer.status == 503 && answer.value(of: "Retry-After") == "5")
    #expect(answer.text.contains(#"<meta http-equiv="refresh" content="5">"#))
    #expect(answer.text.contains(#"<a href="/en/thong-ke?as-of=2024-09-22&amp;by=plan">Load it now</a>"#))
    #expect(!Problem(.unreadable).answer(route).text.contains("refresh"))
  }
}
