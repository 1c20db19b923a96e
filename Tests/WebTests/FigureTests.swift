import Documents
import Foundation
import HTTPMessages
import TestSupport
import Testing

@testable import Web

/// Of the plan of `SiteDesk`, on Monday 23 September 2024: I.1 of Phòng A is 24 days overdue, I.2 of Văn phòng is due in four
/// days, I.3 is classified and due on 31 December, I.4 of Phòng A waits.
@Suite("Pages of figures")
struct FigureTests {
  /// What readers of a page get, without its marks.
  private func plain(_ page: String) -> String {
    page.replacingOccurrences(of: "</?(b|span|a)( [^>]*)?>", with: "", options: .regularExpression)
      .replacingOccurrences(of: "<[^>]*>", with: " ", options: .regularExpression)
      .replacingOccurrences(of: "\\s+", with: " ", options: .regularExpression)
  }

  /// The cells of the row of a table that begins with that name.
  private func row(_ name: String, _ page: String) throws -> [String] {
    let head =
      "<th role=\"rowheader\" scope=\"row\">(<a href=\"[^\"]*\">)?\(NSRegularExpression.escapedPattern(for: name))<"
    let start = try #require(page.range(of: head, options: .regularExpression), "\(name)")
    let end = try #require(page.range(of: "</tr>", range: start.upperBound..<page.endIndex))
    return page[start.upperBound..<end.lowerBound].components(separatedBy: "<td role=\"cell\"").dropFirst()
      .map { plain("<td" + $0).trimmingCharacters(in: .whitespaces) }
  }

  // MARK: Months and plans

  @Test("The first page has the months of the year: done of what is due, and what is overdue")
  func months() throws {
    let desk = try SiteDesk()
    let page = plain(desk.text("/"))
    #expect(page.contains("Năm 2024, theo tháng đến hạn"))
    for words in [
      "Tháng 1 – không có hạn", "Tháng 8 0/1 việc đã xong 1 quá hạn", "Tháng 9 0/1 việc đã xong",
      "Tháng 12 0/1 việc đã xong",
    ] { #expect(page.contains(words), "\(words)") }
    #expect(desk.text("/").contains(#"<a href="/thang/2024-09" aria-current="true">"#))
    #expect(plain(desk.text("/en")).contains("August 0/1 done 1 overdue"))
  }

  @Test("A plan says how its work stands; a fact moves the figures")
  func plan() throws {
    let desk = try SiteDesk()
    #expect(
      plain(desk.text("/ke-hoach/kh")).contains(
        "Đã xong 0 trong 4 việc (0,0%). Chưa xong 4: 2 trong hạn, 1 quá hạn, 1 đang chờ hoặc chưa rõ hạn."
      ))
    try desk.record("done", "I.1", "--on", "20/9/2024")
    let page = desk.text("/ke-hoach/kh")
    #expect(
      plain(page).contains(
        "Đã xong 1 trong 4 việc (25,0%): 1 trễ hạn. Chưa xong 3: 2 trong hạn, 1 đang chờ hoặc chưa rõ hạn."
      ))
    // 30 August to 20 September.
    #expect(plain(page).contains("Việc xong trễ: trung vị 21 ngày, nhiều nhất 21 ngày."))
    // Total, on time, late, day unknown, reported, within, overdue, waiting; the first cell is the bar.
    #expect(try row("Phòng A", page) == ["", "2", "–", "1", "–", "–", "–", "–", "1"])
    #expect(try row("Văn phòng", page) == ["", "1", "–", "–", "–", "–", "1", "–", "–"])
    #expect(try row("(việc có độ mật)", page) == ["", "1", "–", "–", "–", "–", "1", "–", "–"])
    #expect(try row("Cộng", page) == ["", "4", "–", "1", "–", "–", "2", "–", "1"])
    #expect(plain(page).contains("Ban hành ngày 04/01/2024") && plain(page).contains("Đầu mối Văn phòng"))
    #expect(desk.get("/ke-hoach/khac").status == 404)
    let english = plain(desk.text("/en/ke-hoach/kh"))
    #expect(
      english.contains("Done 1 of 4 (25.0%): 1 late. Not done 3: 2 within time, 1 waiting or undated.")
    )
  }

  @Test("Figures as of a day are those of the facts that were recorded by then")
  func asOf() throws {
    let desk = try SiteDesk()
    try desk.record("done", "I.1", "--on", "20/9/2024")
    // The fact was recorded on 23 September; of what is classified, as I.3, no figure of the past tells.
    let before = plain(desk.text("/ke-hoach/kh?as-of=22/9/2024"))
    #expect(before.contains("Đã xong 0 trong 3 việc") && before.contains("Số liệu tính đến ngày 22/09/2024"))
    #expect(plain(desk.text("/ke-hoach/kh?as-of=23/9/2024")).contains("Đã xong 1 trong 4 việc"))
    #expect(plain(desk.text("/thong-ke?as-of=h%C3%B4m%20qua")).contains("Đã xong 0 trong 3 việc"))
  }

  @Test("Days between which work is due; what is wrong stands at its field, and the figures say what they are")
  func days() throws {
    let desk = try SiteDesk()
    #expect(plain(desk.text("/ke-hoach/kh?from=01/9/2024&to=30/9/2024")).contains("Đã xong 0 trong 2 việc"))
    for (query, field, words) in [
      ("from=31/2/2024", "from", "tháng 2/2024 chỉ có 29 ngày, đến 29/2/2024"),
      ("to=x", "to", "không phải là một ngày; viết như 31/3/2024"),
      ("from=2/9/2024&to=1/9/2024", "to", "ngày cuối trước ngày đầu"), ("as-of=24/9/2024", "as-of", "chưa đến"),
    ] {
      let answer = desk.get("/ke-hoach/kh?\(query)")
      #expect(answer.status == 400 && answer.text.contains("<title>Lỗi: "), "\(query)")
      let error = try #require(answer.text.range(of: "id=\"\(field)-loi\">"), "\(query)")
      #expect(
        answer.text[error.upperBound...].prefix(90).contains(words),
        "\(query): \(answer.text[error.upperBound...].prefix(90))")
      #expect(plain(answer.text).contains("Đã xong 0 trong 4 việc"))
      #expect(desk.get("/thong-ke.json?\(query)").status == 400)
    }
  }

  @Test("A section has its figures and its duties") func section() throws {
    let desk = try SiteDesk([
      "plan.rules": SiteDesk.plan + """

        mục II: Thể chế
          mục tiêu: Văn bản đúng luật

        nhiệm vụ II.1: Rà soát văn bản
          chủ trì: Phòng A
          hạn: chậm nhất 20/9/2024

        """
    ])
    let page = plain(desk.text("/muc/kh/II"))
    #expect(page.contains("II. Thể chế") && page.contains("Đã xong 0 trong 1 việc") && page.contains("Rà soát văn bản"))
    #expect(page.contains("Quá hạn · 1") && page.contains("Quá hạn 3 ngày") && !page.contains("Kế hoạch kiểm tra"))
    #expect(desk.text("/ke-hoach/kh").contains(#"<a href="/muc/kh/II">II. Thể chế</a>"#))
    #expect(desk.get("/muc/kh/III").status == 404 && desk.get("/muc/khac/II").status == 404)
  }

  /// I.1 was due on 30 August and done on 20 September, 21 days late; I.5 is overdue since 31 August 2020: one day of
  /// that month, and the years 2020 (122 days from September), 2021, 2022, 2023 and 2024 until 23 September (267 days).
  @Test("Days late say what is counted, in the words of the figures; thousands are marked") func late() throws {
    let desk = try SiteDesk([
      "plan.rules": SiteDesk.plan.replacingOccurrences(of: "năm: 2024", with: "giai đoạn: 2020-2024")
        .replacingOccurrences(of: "ban hành: 04/01/2024", with: "ban hành: 04/01/2020")
        + "nhiệm vụ I.5: Việc cũ\n  chủ trì: Phòng A\n  hạn: chậm nhất 30/8/2020\n"
    ])
    try desk.record("done", "I.1", "--on", "20/9/2024")
    // 1 + 122 + 3 × 365 + 267 = 1,485 days, and 21.
    let page = plain(desk.text("/thong-ke"))
    #expect(
      page.contains("2 việc có ngày trễ: 1 xong trễ, 1 quá hạn. Cộng 1.506 ngày, mỗi ngày tính cho một nguyên nhân."))
    #expect(page.contains("Cộng 1.506 ngày"))
    #expect(
      plain(desk.text("/en/thong-ke")).contains("2 duties with days late: 1 done late, 1 overdue. 1,506 days in all"))
    #expect(plain(desk.text("/viec")).contains("Quá hạn 1.485 ngày"))
  }

  // MARK: Units

  @Test("All units with their figures; those that lead nothing are named too") func units() throws {
    let desk = try SiteDesk(["plan.rules": SiteDesk.plan + "\nđơn vị b: Ban Quản lý\n"])
    let page = desk.text("/don-vi")
    #expect(try row("Phòng A", page) == ["", "2", "–", "–", "–", "–", "–", "1", "1"])
    #expect(
      page.contains(#"<a href="/don-vi/a">Phòng A</a>"#) && page.contains(#"<a href="/don-vi/b">Ban Quản lý</a>"#))
    #expect(plain(page).contains("1 đơn vị, chức danh không chủ trì việc nào có hạn"))
  }

  @Test("A unit's page has what it leads by state, what it supports, and why it is late") func unit() throws {
    let desk = try SiteDesk()
    let page = plain(desk.text("/don-vi/a"))
    for words in ["1 Quá hạn", "0 Đến hạn 7 ngày", "1 Đang chờ", "Quá hạn · 1", "Đang chờ · 1", "Của đơn vị 24 ngày"] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(!page.contains("Kế hoạch kiểm tra") && !page.contains("Đến hạn 7 ngày · "))
    // Văn phòng supports I.1.
    let office = plain(desk.text("/don-vi/vp"))
    #expect(office.contains("Phối hợp 1 việc đang mở") && office.contains("Đến hạn 7 ngày · 1"))
    #expect(desk.get("/don-vi/khong-co").status == 404)
  }

  /// The periods end on 31 March, 30 June, 30 September and 31 December; each is due on the 16th.
  @Test("The periods of a rhythm are one row, under its most urgent state") func rhythm() throws {
    let desk = try SiteDesk([
      "plan.rules": SiteDesk.plan + """

        nhiệm vụ TC.1: Báo cáo định kỳ
          chủ trì: Văn phòng
          hạn: định kỳ Quý I, 6 tháng, Quý III và năm, trước ngày 17 của tháng cuối kỳ báo cáo

        """
    ])
    try desk.record("done", "TC.1@2024-Q1", "--on", "10/3/2024")
    let page = desk.text("/don-vi/vp")
    #expect(plain(page).contains("1/4 kỳ đã báo cáo") && plain(page).contains("Quá hạn · 2"))
    #expect(page.components(separatedBy: "Báo cáo định kỳ").count == 2)
    for words in ["Quý I/2024 16/03/2024 Xong đúng hạn", "16/06/2024 Quá hạn 99 ngày", "16/12/2024 Trong hạn"] {
      #expect(plain(page).contains(words), "\(words)")
    }
  }

  /// Two plans, each with a unit of its own of the id `vp`.
  private func offices(_ first: String, _ second: String) throws -> SiteDesk {
    func plan(_ id: String, _ title: String) -> String {
      """
      kế hoạch \(id): Kế hoạch \(id)
        năm: 2024
        lịch: Việt Nam
        ban hành: 04/01/2024
        đầu mối: \(title)

      đơn vị vp: \(title)

      nhiệm vụ I.1: Việc của \(id)
        hạn: chậm nhất 27/9/2024

      """
    }
    return try SiteDesk(["a/plan.rules": plan("k1", first), "b/plan.rules": plan("k2", second)])
  }

  @Test("Units of the same id in two plans keep pages of their own") func sameIDs() throws {
    let desk = try offices("Văn phòng Sở", "Văn phòng Ủy ban")
    let page = desk.text("/don-vi")
    #expect(page.contains(#"<a href="/don-vi/vp">Văn phòng Sở</a>"#))
    #expect(page.contains(#"<a href="/don-vi/vp?plan=k2">Văn phòng Ủy ban</a>"#))
    #expect(desk.text("/don-vi/vp?plan=k2").contains("Việc của k2") && !desk.text("/don-vi/vp").contains("Việc của k2"))
  }

  @Test("Units of one name and id are told apart by their plans") func sameNames() throws {
    let desk = try offices("Văn phòng", "Văn phòng")
    for page in [desk.text("/don-vi"), desk.text("/nam/2024")] {
      #expect(page.contains(#"<a href="/don-vi/vp">Văn phòng (Kế hoạch k1)</a>"#))
      #expect(page.contains(#"<a href="/don-vi/vp?plan=k2">Văn phòng (Kế hoạch k2)</a>"#))
    }
    let sheet = desk.text("/giao-ban")
    #expect(sheet.contains("<td>Văn phòng (Kế hoạch k1)</td>") && sheet.contains("<td>Văn phòng (Kế hoạch k2)</td>"))
    let year = desk.text("/nam/2024")
    #expect(year.contains(">Văn phòng (Kế hoạch k1)</tspan>") && year.contains(">Văn phòng (Kế hoạch k2)</tspan>"))
    let list = desk.text("/viec")
    for plan in ["k1", "k2"] {
      #expect(list.contains("<option value=\"\(plan)/vp\">Văn phòng (Kế hoạch \(plan))</option>"))
    }
  }

  // MARK: Years

  @Test("A year by units: a drawing, and done of what is due by quarters") func year() throws {
    let desk = try SiteDesk()
    let page = desk.text("/nam/2024")
    #expect(page.contains(#"<body class="land">"#) && page.contains("Phòng A: I.1, quá hạn, hạn 30/08/2024"))
    #expect(try row("Phòng A", page) == ["–", "–", "0/1 (1 quá hạn)", "–"])
    #expect(try row("Cộng", page) == ["–", "–", "0/2 (1 quá hạn)", "0/1"])
    #expect(plain(page).contains("1 việc chưa có ngày nên không có trong hình và bảng."))
    let own = page.replacingOccurrences(of: #"href="/en/nam/2024""#, with: #"href="/en/nam""#)
    #expect(desk.text("/nam") == own.replacingOccurrences(of: "/nam/2024.", with: "/nam."))
    let unit = plain(desk.text("/nam/2024?unit=a"))
    #expect(unit.contains("Năm 2024: Phòng A") && !unit.contains("Văn phòng"))
    #expect(plain(desk.text("/nam/2030")).contains("Không có việc nào đến hạn trong năm 2030."))
    // It leads back to the only year in which something is due.
    #expect(plain(desk.text("/nam/2030")).contains("Mọi việc có hạn đều đến hạn trong năm 2024."))
    #expect(desk.text("/nam/2030").contains(#"<a href="/nam/2024">2024</a>"#))
    #expect(!desk.text("/nam/9998").contains("/nam/9999"))
    for path in ["/nam/x", "/nam/0", "/nam/2024/1"] { #expect(desk.get(path).status == 404, "\(path)") }
    #expect(desk.get("/nam/2024?unit=zz").status == 400)
  }

  // MARK: The statistic

  private static let withoutSecrets = SiteDesk.plan.replacingOccurrences(of: "  độ mật: Mật\n", with: "")

  @Test(
    "Files are those of the command, byte for byte",
    arguments: [
      [:], ["by": "section"], ["by": "plan", "plan": "kh"], ["unit": "Phòng A"],
      ["from": "2024-09-01", "to": "2024-09-30"],
      ["to": "2024-12-30"], ["as-of": "2024-09-22"], ["by": "person", "from": "2024-10-01"],
    ] as [[String: String]])
  func files(query: [String: String]) throws {
    let desk = try SiteDesk(["plan.rules": Self.withoutSecrets])
    try desk.record("done", "I.1", "--on", "20/9/2024")
    try desk.record("assign", "I.2", "Trần Thị Lan", "--yes")
    let folder = try ScratchFolder()
    let options = query.flatMap { ["--\($0)", $1] }
    let address = query.map { "\($0)=\($1.replacingOccurrences(of: " ", with: "%20"))" }.joined(separator: "&")
    for format in ["json", "csv", "xlsx", "docx"] {
      for language in ["vi", "en"] {
        let path = "\(folder.path)/a-\(language).\(format)"
        try desk.record(["report", "--output", path, "--lang", language] + options)
        let answer = desk.get((language == "en" ? "/en" : "") + "/thong-ke.\(format)?" + address)
        // The files follow from more than the model, whose tag they must not have.
        #expect(answer.status == 200 && (answer.value(of: "ETag") == nil) == (format != "json"))
        #expect(answer.body == [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), "\(format) \(language)")
      }
    }
  }

  @Test("What is computed anew is made once, and one at a time; who asks meanwhile is told to ask again")
  func costly() throws {
    let (gate, route) = (CostlyAnswers.Gate(), Route.home)
    let answers = CostlyAnswers(gate)
    var made = 0
    func ask(_ answers: CostlyAnswers, _ name: String, _ status: Int = 200, during: () -> Void = {}) -> HTTPAnswer {
      answers.answer(Route(language: .vi, path: [name], format: .html, query: [], saysOnPages: true)) {
        made += 1
        during()
        return HTTPAnswer(status, type: "text/html", body: Array(name.utf8))
      }
    }
    var meanwhile: [HTTPAnswer] = []
    #expect(ask(answers, "a") { meanwhile = [ask(answers, "b"), ask(CostlyAnswers(gate), "a")] }.text == "a")
    #expect(meanwhile.map(\.status) == [503, 503] && meanwhile.allSatisfy { $0.value(of: "Retry-After") != nil })
    #expect(made == 1)
    // What was made is not made again, also while another is being made.
    #expect(ask(answers, "b") { meanwhile = [ask(answers, "a")] }.text == "b" && meanwhile[0].text == "a")
    #expect(made == 2)
    // What went wrong is not kept, and of the rest the last sixteen are.
    for _ in 1...2 { #expect(ask(answers, "c", 503).status == 503) }
    #expect(made == 4)
    for number in 1...16 { _ = ask(answers, "\(number)") }
    #expect(made == 20 && ask(answers, "1").text == "1" && made == 20)
    #expect(ask(answers, "a").text == "a" && made == 21)
    #expect(!CostlyAnswers.has(route))
  }

  @Test(
    "Which answers are computed anew",
    arguments: [
      ("/thong-ke?as-of=2024-09-01", true), ("/en/ke-hoach/kh?as-of=2024-09-01", true),
      ("/thong-ke.xlsx?as-of=1/9/2024", true),
      ("/ban-quy-tac/1", true), ("/api/v1/revisions/1/differences", true), ("/thong-ke", false),
      ("/viec?as-of=x", false),
      ("/ban-quy-tac", false), ("/api/v1/revisions", false),
    ]) func areCostly(target: String, isCostly: Bool) throws
  {
    #expect(CostlyAnswers.has(try #require(Route(HTTPRequest("GET", target)))) == isCostly)
  }

  @Test("What is asked for wrongly is refused, in files and on the page") func refusals() throws {
    let desk = try SiteDesk()
    for query in ["by=x", "plan=zz", "unit=zz", "section=zz"] {
      let answer = desk.get("/thong-ke.json?\(query)")
      #expect(answer.status == 400 && answer.type == "application/problem+json", "\(query)")
    }
    #expect(plain(desk.get("/thong-ke?unit=zz").text).contains("không có đơn vị “zz”"))
    #expect(desk.get("/thong-ke.ics").status == 404)
  }

  @Test("Of classified work pages and files have id and day only") func secrets() throws {
    let desk = try SiteDesk()
    for path in [
      "/", "/ke-hoach", "/ke-hoach/kh", "/don-vi", "/don-vi/a", "/nam/2024", "/thong-ke", "/thong-ke?by=section",
      "/thong-ke.json", "/thong-ke.csv",
    ] {
      let text = desk.text(path)
      for word in ["kín"] { #expect(!text.contains(word), "\(path)") }
    }
    // Phòng A leads it, which may not be told.
    #expect(!plain(desk.text("/don-vi/a")).contains("31/12/2024"))
    for format in ["xlsx", "docx"] {
      let read = try DocumentFileReader().read(desk.get("/thong-ke.\(format)").body, name: "a.\(format)")
      let text = read.blocks.map { block in
        switch block {
        case .table(let table): table.rows.map { $0.cells.map(\.text).joined(separator: "|") }.joined(separator: "\n")
        case .paragraph(let paragraph): paragraph.text
        }
      }.joined(separator: "\n")
      #expect(!text.contains("kín"))
      if format == "xlsx" {
        #expect(text.contains("kh/I.3@once|Kế hoạch cải cách hành chính năm 2024||Việc có độ mật|||31/12/2024"))
      }
    }
  }
}
