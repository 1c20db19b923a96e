import Foundation
import JSON
import TestSupport
import Testing

/// A figure is the same wherever it stands, or the page says beside it why it is not. The office is that of `SiteDesk`, on
/// Monday 23 September 2024: I.1 of Phòng A is 24 days overdue, I.2 of Văn phòng is due on the 27th.
@Suite("Figures that stand in several places")
struct AlikeFigureTests {
  /// What readers of a page get, without its marks.
  private func plain(_ page: String) -> String {
    page.replacingOccurrences(of: "</?(b|span|a)( [^>]*)?>", with: "", options: .regularExpression)
      .replacingOccurrences(of: "<[^>]*>", with: " ", options: .regularExpression)
      .replacingOccurrences(of: "\\s+", with: " ", options: .regularExpression)
  }

  private func ids(_ desk: SiteDesk, _ target: String) throws -> [String] {
    try #require(JSONValue(desk.get(target).body)?["items"]?.array).compactMap { $0["id"]?.string }.sorted()
  }

  private func rows(_ desk: SiteDesk, _ target: String) -> Int {
    desk.text(target).split(separator: "\r\n").count - 1
  }

  // MARK: Months

  /// Of September I.2 is waived, I.5 is done, I.6 was withdrawn: one of one is done, one is waived, and both are listed.
  @Test("A month is its total and what is waived, on the first page, of a plan, in its list and in the list of a day")
  func months() throws {
    let desk = try SiteDesk([
      "plan.rules": SiteDesk.plan + """
        nhiệm vụ I.5: Việc đã xong
          chủ trì: Phòng A
          hạn: chậm nhất 27/9/2024

        nhiệm vụ I.6: Việc đã bãi bỏ
          chủ trì: Phòng A
          bãi bỏ: 12/9/2024, 2/QĐ
          hạn: chậm nhất 27/9/2024

        """
    ])
    try desk.record("done", "I.5", "--on", "20/9/2024")
    try desk.record("waive", "I.2", "--because", "thôi")
    #expect(plain(desk.text("/")).contains("Tháng 9 1/1 việc đã xong 1 được miễn"), "\(plain(desk.text("/")))")
    #expect(plain(desk.text("/en")).contains("September 1/1 done 1 waived"))
    #expect(plain(desk.text("/ke-hoach/kh")).contains("T9: 1 việc, 1 đã xong, 0 quá hạn"))
    #expect(plain(desk.text("/ke-hoach/kh")).contains("Ngoài tổng số, tháng 9: 1 được miễn."))
    #expect(plain(desk.text("/en/ke-hoach/kh")).contains("Outside the total, September: 1 waived."))
    let listed = ["kh/I.2@once", "kh/I.5@once"]
    #expect(try ids(desk, "/thang/2024-09.json") == listed && rows(desk, "/thang/2024-09.csv") == 2)
    let month = desk.text("/thang/2024-09")
    #expect(plain(month).contains("2 việc, đã báo cáo hết"))
    let link = try #require(month.firstMatch(of: #/href="/viec(\?from=2024-09-27[^"]*)"/#)).1
    #expect(try ids(desk, "/viec.json" + link.replacing("&amp;", with: "&")) == listed)
    // Calendars are told what to take out.
    #expect(desk.text("/thang/2024-09.ics").contains("STATUS:CANCELLED"))
  }

  // MARK: Days late

  /// K.1 is 11 days overdue and K.2 was done 7 days late, which nobody is told, for both are classified; I.1 is 24 days overdue, and I.2 was done seven
  /// days early.
  @Test("Days late leave classified work out on pages, for programs and in reports alike, and say of how much")
  func daysLate() throws {
    let desk = try SiteDesk([
      "plan.rules": SiteDesk.plan
        + [("K.1", "12/9/2024"), ("K.2", "11/9/2024")].map { id, day in
          "nhiệm vụ \(id): Việc kín\n  độ mật: Mật\n  chủ trì: Phòng A\n  hạn: chậm nhất \(day)\n\n"
        }.joined()
    ])
    try desk.record("done", "K.2", "--on", "18/9/2024")
    try desk.record("done", "I.2", "--on", "20/9/2024")
    let folder = try ScratchFolder()
    for division in ["plan", "section", "unit", "person"] {
      try desk.record("report", "--by", division, "--output", folder.path + "/\(division).json")
      let report = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/\(division).json"))
      #expect(desk.get("/thong-ke.json?by=\(division)").body == [UInt8](report), "\(division)")
      #expect(desk.get("/api/v1/statistic?by=\(division)").body == [UInt8](report), "\(division)")
    }
    let text = try String(contentsOf: URL(fileURLWithPath: folder.path + "/unit.json"), encoding: .utf8)
    for body in [text, desk.text("/thong-ke.json")] {
      let figures = try #require(JSONValue(Array(body.utf8))?.array)
      let sum = try #require(figures.last)
      #expect(sum["overdue"]?.integer == 2 && sum["done-late"]?.integer == 0, "\(body)")
      #expect(sum["done"]?.integer == 2 && sum["done-day-unknown"]?.integer == 1, "\(body)")
      #expect(sum["days-late"]?.integer == 24 && sum["days-own"]?.integer == 24, "\(body)")
      #expect(sum["classified-late"]?.integer == 1 && sum["late-most"] == nil, "\(body)")
      #expect(sum["early-most"]?.integer == 7 && sum["early-median"]?.integer == 7, "\(body)")
      // The row of a unit would say that they are its own.
      #expect(figures.dropLast().allSatisfy { $0["classified-late"] == nil })
    }
    #expect(
      plain(desk.text("/thong-ke")).contains(
        "Cộng 24 ngày, mỗi ngày tính cho một nguyên nhân. Không kể 1 việc có độ mật"))
  }

  // MARK: Files

  /// Of the four events one is awaited, of another nothing hangs on it, one was recorded, and the plan was issued.
  @Test(
    "What a page leads to is named as what it is, with as many rows as it says",
    arguments: [
      ("/ke-hoach", ["kế hoạch": 1]), ("/don-vi", ["đơn vị": 3]),
      ("/su-kien", ["đang chờ": 1, "đã xảy ra": 2, "tất cả sự kiện": 4]),
      ("/su-kien?plan=kh", ["đang chờ": 1, "đã xảy ra": 2, "tất cả sự kiện": 4]),
    ])
  func files(page: String, counts: [String: Int]) throws {
    let desk = try SiteDesk([
      "plan.rules": SiteDesk.plan
        + "đơn vị b: Ban Quản lý\n\nsự kiện mo: Tỉnh mở đợt\n\nsự kiện xong: Tỉnh kết thúc đợt\n"
    ])
    try desk.record("event", "record", "mo", "--on", "20/9/2024")
    try check(desk, page, counts)
  }

  /// Of section II one is done. Phòng A leads I.1, I.4, II.1 and II.2; I.3 is classified, so that nobody is told whose it is.
  @Test(
    "Work of a section or a unit is to be had with what has ended, and without",
    arguments: [
      ("/muc/kh/II", ["mọi việc của mục": 2, "chưa kết thúc": 1]),
      ("/don-vi/a", ["mọi việc chủ trì, phối hợp": 4, "chưa kết thúc": 3]),
      ("/don-vi/a?plan=kh", ["mọi việc chủ trì, phối hợp": 4, "chưa kết thúc": 3]),
      ("/don-vi/vp", ["mọi việc chủ trì, phối hợp": 2, "chưa kết thúc": 2]),
    ]) func work(page: String, counts: [String: Int]) throws
  {
    let desk = try SiteDesk([
      "plan.rules": SiteDesk.plan + "mục II: Thể chế\n\n"
        + [1, 2].map {
          "nhiệm vụ II.\($0): Việc \($0)\n  chủ trì: Phòng A\n  hạn: chậm nhất 20/12/2024\n\n"
        }.joined()
    ])
    try desk.record("done", "II.2", "--on", "20/9/2024")
    try check(desk, page, counts)
  }

  private func check(_ desk: SiteDesk, _ page: String, _ counts: [String: Int]) throws {
    let text = desk.text(page)
    let links = text.matches(of: #/<p class="soft no-print">(Tải [^<(]*)\((\d+)\): (.*?)<\/p>/#)
    #expect(links.count == counts.count, "\(text)")
    for (words, count) in counts {
      let link = try #require(links.first { $0.1.contains(words) }, "\(words)")
      #expect(Int(link.2) == count, "\(words)")
      let file = try #require(link.3.firstMatch(of: #/href="([^"]*\.csv[^"]*)"/#)).1.replacing("&amp;", with: "&")
      #expect(rows(desk, String(file)) == count, "\(words)")
    }
  }

  @Test("The figures of a table of units or plans are those of the files that stand below it") func tables() throws {
    let desk = try SiteDesk()
    for (page, division) in [("/don-vi", "unit"), ("/ke-hoach", "plan")] {
      #expect(desk.text(page).contains("Tải số liệu trong bảng: <a href=\"/thong-ke.json?by=\(division)\">"), "\(page)")
    }
    // Phòng A has I.1 and I.4, Văn phòng I.2, and I.3 is classified.
    for line in ["Phòng A,2,", "Văn phòng,1,", "Cộng,4,"] { #expect(desk.text("/thong-ke.csv?by=unit").contains(line)) }
    #expect(desk.get("/su-kien.csv?state=dead").status == 400)
  }

  // MARK: Work of several units

  /// Phòng A leads I.1 and I.4 alone, I.5 with Văn phòng, and I.6 in a group of both.
  @Test("What a unit leads with others is told apart where its page counts more than its row") func shared() throws {
    let desk = try SiteDesk([
      "plan.rules": SiteDesk.plan + """
        nhóm ca: Các phòng
          thành viên: Phòng A; Văn phòng

        nhiệm vụ I.5: Việc chung
          chủ trì: Phòng A; Văn phòng
          hạn: chậm nhất 20/12/2024

        nhiệm vụ I.6: Việc của nhóm
          chủ trì: Các phòng
          hạn: chậm nhất 20/12/2024

        """
    ])
    #expect(desk.text("/thong-ke.csv?by=unit").contains("\r\nPhòng A,2,"))
    let own = try #require(JSONValue(desk.get("/thong-ke.json?unit=a").body)?.array?.last)
    #expect(own["total"]?.integer == 4)
    #expect(
      plain(desk.text("/don-vi/a")).contains(
        "Chủ trì 4 việc trong tổng số: 2 việc một mình, 2 việc cùng đơn vị khác hoặc trong nhóm;"))
    #expect(
      plain(desk.text("/en/don-vi/a")).contains("Leads 4 of the total: 2 alone, 2 with other units or in a group"))
    for page in ["/don-vi", "/thong-ke", "/ke-hoach/kh"] {
      #expect(desk.text(page).contains("Trang của một đơn vị đếm thêm những việc ấy."), "\(page)")
    }
    let alone = try SiteDesk()
    #expect(!alone.text("/don-vi").contains("có dòng riêng") && !alone.text("/don-vi/a").contains("trong tổng số:"))
  }
}
