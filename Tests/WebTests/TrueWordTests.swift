import Foundation
import JSON
import TestSupport
import Testing

/// What pages say of the same thing in several places is the same, and true.
@Suite("Words of pages that other pages show to be true")
struct TrueWordTests {
  /// Between the heading of that id and the end of its section.
  private static func section(_ id: String, _ page: String) -> String {
    page.components(separatedBy: "<h2 id=\"\(id)\">").dropFirst().first?.components(separatedBy: "</section>").first
      ?? ""
  }

  private static func links(_ text: String) -> [String] {
    text.matches(of: /<a href="([^"]+)">/).map { String($0.output.1) }
  }

  // MARK: Work owed in each case

  private static let cases =
    SiteDesk.plan + """
      sự kiện don: có đơn
        xảy ra: mỗi vụ việc

      nhiệm vụ I.5: Trả lời đơn
        chủ trì: Phòng A
        hạn: mỗi khi có đơn, trong 10 ngày

      """

  @Test("Work owed in each case does not deny the cases on record, nor says “có” twice") func eachCase() throws {
    let desk = try SiteDesk(["plan.rules": Self.cases])
    try desk.record("event", "record", "don", "--ref", "15/KN", "--on", "20/9/2024")
    let page = desk.text("/viec/kh/I.5@once")
    #expect(page.contains("Phát sinh mỗi lần “có đơn”; mỗi lần được ghi nhận là một việc riêng."), "\(page)")
    #expect(page.contains("/viec/kh/I.5@15/KN") && !page.contains("còn mở") && !page.contains("có “có"))
    let english = try APITests.json(desk.get("/api/v1/obligations/kh/I.5@once"))
    let derivation = english["derivation"]?.array?.compactMap(\.string) ?? []
    #expect(!derivation.isEmpty && derivation.allSatisfy { !$0.contains("còn mở") && !$0.contains("is open") })
    #expect(
      desk.text("/en/viec/kh/I.5@once").contains(
        "Owed each time <span lang=\"vi\">“có đơn”</span> happens; each time on record is a duty of its own."))
  }

  @Test("The table of events has the number of each case beside its day, and its document beside that") func numbers()
    throws
  {
    let desk = try SiteDesk(["plan.rules": Self.cases])
    try desk.record("event", "record", "don", "--ref", "15/KN", "--on", "10/9/2024", "--document", "7/BC")
    try desk.record("event", "record", "don", "--ref", "16/KN", "--on", "20/9/2024")
    let file = desk.text("/su-kien.csv")
    #expect(file.contains("happened.day,happened.reference,happened.document"), "\(file)")
    // The latest first.
    #expect(file.contains(",2024-09-20; 2024-09-10,16/KN; 15/KN,; 7/BC"), "\(file)")
    let page = desk.text("/su-kien")
    #expect(page.contains(#"scope="row">Có đơn (16/KN)</th>"#) && page.contains(#"scope="row">Có đơn (15/KN)</th>"#))
    #expect(page.contains(#"data-l="Văn bản">16/KN</td>"#) && page.contains(#"data-l="Văn bản">7/BC</td>"#))
  }

  // MARK: Events that happened

  @Test("What an event concerns leads to that work, of its own plan, and its number stands as its document")
  func concerned() throws {
    func plan(_ id: String) -> String {
      SmallOffice.plan(of: "Văn phòng", "").replacingOccurrences(of: "kế hoạch k:", with: "kế hoạch \(id):") + """
        đơn vị vp: Văn phòng

        sự kiện e: Bộ công bố \(id)

        nhiệm vụ I.5: Việc chờ
          hạn: sau khi Bộ công bố \(id)

        nhiệm vụ I.51: Việc khác
          hạn: chậm nhất 30/9/2024

        """
    }
    let desk = try SiteDesk(["k1/plan.rules": plan("k1"), "k2/plan.rules": plan("k2")])
    try desk.record("event", "record", "k1/e", "--on", "20/9/2024", "--ref", "12/QĐ-SKHCN")
    let page = desk.text("/su-kien")
    #expect(page.contains(#"<a href="/viec/k1/I.5"><span class="id">k1/I.5</span></a>"#), "\(page)")
    #expect(!page.contains("/viec?text="))
    #expect(desk.get("/viec/k1/I.5").value(of: "Location") == "/viec/k1/I.5@once")
    #expect(page.contains(#"data-l="Văn bản">12/QĐ-SKHCN</td>"#) && page.contains(#"scope="row">Bộ công bố k1</th>"#))
    #expect(desk.text("/su-kien.csv").contains(",2024-09-20,12/QĐ-SKHCN,"))
  }

  // MARK: Who is asked about what is awaited

  /// In force since Monday 23 September, it is asked about twenty working days after the slot of Tuesday 24: on 22 October, as
  /// `EventsTests` has it. The last one is asked within 91 days after the year of the plan, until 1 April 2025.
  @Test("A duty's page says of questions what the page of events says") func questions() throws {
    let plan =
      SiteDesk.plan.replacingOccurrences(
        of: "đơn vị vp: Văn phòng\n", with: "đơn vị vp: Văn phòng\n  email: v@so.example\n")
      + "nhiệm vụ I.5: Theo tiến độ\n  chủ trì: Phòng A\n  hạn: theo tiến độ của Bộ Nội vụ\n"
    let asked = try SiteDesk(["plan.rules": plan])
    #expect(asked.text("/viec/kh/I.4@once").contains("đơn vị theo dõi sự kiện được hỏi lại hôm nay; xem trang"))
    try asked.promote()
    #expect(asked.text("/su-kien").contains(#"data-l="Hỏi lại">22/10/2024</td>"#))
    #expect(
      asked.text("/viec/kh/I.4@once").contains(
        "đơn vị theo dõi sự kiện được hỏi lại, lần tới là 22/10/2024; xem trang Sự kiện đang chờ."))
    #expect(
      asked.text("/en/viec/kh/I.4@once").contains(
        "the watchers of the event are asked again, next on 22 October 2024"))
    #expect(asked.text("/viec/kh/I.5@once").contains("đơn vị theo dõi tiến độ ấy được hỏi lại, lần tới là 22/10/2024"))
    // 10 April 2025, 08:05 in Việt Nam.
    let over = try SiteDesk(["plan.rules": plan], now: 1_744_247_100)
    try over.promote()
    #expect(over.text("/su-kien").contains(#"data-l="Hỏi lại">không hỏi nữa</td>"#))
    #expect(over.text("/viec/kh/I.4@once").contains("đơn vị theo dõi sự kiện không được hỏi nữa; xem trang"))
    #expect(over.text("/viec/kh/I.5@once").contains("đơn vị theo dõi tiến độ ấy không được hỏi nữa."))
  }

  // MARK: Units of one task

  /// The ids are in another order than the names.
  private static let units =
    SiteDesk.plan
    + [
      ("n1", "Sở Khoa học"), ("n2", "Sở Kế hoạch"), ("n3", "Bảo hiểm xã hội"), ("n4", "Ban Quản lý"),
    ].map { "đơn vị \($0): \($1)\n\n" }.joined() + """
      nhóm g: các cơ quan
        thành viên: n1; n2; n3; n4

      nhiệm vụ I.5: Báo cáo quý
        chủ trì: các cơ quan (từng đơn vị)
        hạn: hằng quý, trước ngày 17 của tháng cuối quý

      nhiệm vụ I.6: Gửi số liệu
        chủ trì: các cơ quan (từng đơn vị)
        hạn: chậm nhất 24/9/2024

      """
  /// *ban* before *bao*, *kê* before *khoa*.
  private static let byName = ["n4", "n3", "n2", "n1"]

  @Test("Other periods of a unit and other units of a period have headings of their own") func siblings() throws {
    let desk = try SiteDesk(["plan.rules": Self.units])
    let page = desk.text("/viec/kh/I.5@2024-Q3/n2")
    let periods = Self.links(Self.section("ks", page))
    #expect(Set(periods) == Set(["Q1", "Q2", "Q4"].map { "/viec/kh/I.5@2024-\($0)/n2" }) && periods.count == 3)
    #expect(Self.links(Self.section("cd", page)) == ["n4", "n3", "n1"].map { "/viec/kh/I.5@2024-Q3/\($0)" })
    #expect(page.contains("Các kỳ khác của việc này") && page.contains("Việc này ở các đơn vị khác, cùng kỳ"))
    let once = desk.text("/viec/kh/I.6@once/n1")
    #expect(!once.contains("Các kỳ khác của việc này"))
    #expect(Self.links(Self.section("cd", once)) == ["n4", "n3", "n2"].map { "/viec/kh/I.6@once/\($0)" })
    #expect(!desk.text("/viec/kh/I.1@once").contains("các đơn vị khác"))
  }

  @Test("Units of one day stand by their Vietnamese names, in folds, lists and the meeting sheet") func order() throws {
    let desk = try SiteDesk(["plan.rules": Self.units])
    let fold = Self.links(desk.text("/")).filter { $0.hasPrefix("/viec/kh/I.6@") }
    // The first is the row's own.
    #expect(Array(fold.suffix(4)) == Self.byName.map { "/viec/kh/I.6@once/\($0)" }, "\(fold)")
    let sheet = desk.text("/giao-ban")
    let names = ["Ban Quản lý", "Bảo hiểm xã hội", "Sở Kế hoạch", "Sở Khoa học"]
    let rows = sheet.matches(of: /<td>Báo cáo quý \(quý I\/2024\)<\/td><td>([^<]+)</).map { String($0.output.1) }
    #expect(rows == names, "\(rows)")
    // Overdue since 16 March are the four, and since 30 August Phòng A.
    #expect(sheet.contains("Đôn đốc thực hiện 13 việc quá hạn: \(names.joined(separator: "; ")); Phòng A."), "\(sheet)")
    // Pages of the list go on where the one before ended.
    var (ids, next) = ([String](), "")
    repeat {
      let body = try APITests.json(desk.get("/api/v1/obligations?text=g%E1%BB%ADi&limit=1" + next))
      ids += body["items"]?.array?.compactMap { $0["id"]?.string } ?? []
      next = body["next"]?.string.map { "&after=\($0)" } ?? ""
    } while !next.isEmpty
    #expect(ids == Self.byName.map { "kh/I.6@once/\($0)" })
  }

  // MARK: What is wrong, and what to do

  @Test(
    "Who asks for what there is not is told what there is",
    arguments: [
      ("/viec?sort=abc", "không sắp xếp được theo “abc”; có: day, plan, unit, title"),
      ("/viec?unit=zz", "không có đơn vị “zz”; có: Phòng A; Văn phòng"),
    ])
  func choices(target: String, words: String) throws {
    let answer = try SiteDesk().get(target)
    #expect(answer.status == 400 && answer.text.contains(String(words.dropFirst())), "\(answer.text)")
  }

  @Test("Too many days are not called no day; what the API does not have is named") func answers() throws {
    let desk = try SiteDesk()
    // 2024 has 366 days: 1 January 2024 to 3 February 2025 are 400.
    #expect(desk.get("/api/v1/calendar?from=2024-01-01&to=2025-02-03").status == 200)
    let long = try APITests.json(desk.get("/api/v1/calendar?from=2024-01-01&to=2025-02-04"))
    #expect(long["title"]?.string == "The range of days is not right" && long["code"]?.string == "bad-range")
    for (target, name) in [
      ("obligations/kh/I.9@once", "kh/I.9@once"), ("revisions/9/differences", "9"), ("revisions/x/differences", "x"),
      ("nowhere", "/api/v1/nowhere"),
    ] {
      let body = try APITests.json(desk.get("/api/v1/\(target)"))
      #expect(
        body["status"]?.integer == 404 && body["title"]?.string == "There is nothing at this address", "\(target)")
      for key in ["detail", "detailVi"] { #expect(body[key]?.string?.contains("“\(name)”") == true, "\(target)") }
    }
  }

  @Test("Without rules a page says what to do, and leads to itself") func noRules() throws {
    let desk = try SiteDesk(["notes.txt": ""])
    let page = desk.get("/viec")
    #expect(page.status == 503 && page.text.contains("nhacviec rules promote") && page.text.contains("nhacviec check"))
    #expect(page.text.contains(#"<a href="/viec">Tải lại trang này</a>"#))
    #expect(desk.get("/en").text.contains("put them into force by nhacviec rules promote"))
    #expect(try APITests.json(desk.get("/api/v1/units"))["code"]?.string == "no-rules")
  }

  @Test("Months are shown of the years that are shown", arguments: ["1899-12", "1800-01", "9999-01"])
  func years(month: String) throws {
    let desk = try SiteDesk()
    let answer = desk.get("/thang/\(month)")
    #expect(answer.status == 404 && answer.text.contains("từ năm 1900 đến năm 9998"), "\(answer.text)")
    #expect(desk.get("/nam/\(month.prefix(4))").status == 404 && desk.get("/thang/\(month).csv").status == 404)
    #expect(!desk.text("/thang/1900-01").contains("rel=\"prev\"") && desk.text("/thang/1900-01").contains("1900-02"))
    #expect(!desk.text("/thang/9998-12").contains("rel=\"next\""))
  }
}
