import Foundation
import JSON
import TestSupport
import Testing

/// One day is told of one duty, wherever it stands. It is Monday 23 September 2024.
@Suite("The day that a duty tells")
struct ToldDayTests {
  private func desk(_ task: String, then changed: String, _ records: [String]...) throws -> SiteDesk {
    let desk = try SiteDesk(["plan.rules": SiteDesk.plan + task])
    for record in records { try desk.record(record) }
    try desk.rules.write(Array((SiteDesk.plan + changed).utf8), to: "plan.rules")
    desk.site.forget()
    _ = desk.site.refresh()
    return desk
  }

  private func ids(_ desk: SiteDesk, _ target: String) throws -> [String] {
    try #require(JSONValue(desk.get(target).body)?["items"]?.array).compactMap { $0["id"]?.string }.sorted()
  }

  // MARK: What was reported

  private static func task(_ day: String) -> String {
    "nhiệm vụ I.5: Tổng hợp số liệu\n  chủ trì: Phòng A\n  xác nhận: Văn phòng\n  hạn: chậm nhất \(day)/9/2024\n\n"
  }

  /// Reported on the 16th when it was due on Thursday the 19th; then the rules say Saturday the 14th.
  @Test("What was reported stands everywhere on the day that bound then; the other day is named beside it")
  func reported() throws {
    let desk = try desk(
      Self.task("19"), then: Self.task("14"), ["done", "I.5", "--on", "16/9/2024", "--document", "1/BC"])
    let page = desk.text("/viec/kh/I.5@once")
    #expect(page.contains("hết Thứ Năm, 19/09/2024"), "\(page)")
    #expect(page.contains("Theo quy tắc hiện nay, hạn là hết thứ Bảy, 14/09/2024."))
    #expect(
      page.contains("Khi ghi nhận, hạn là 19/09/2024: danh sách, lịch và việc đúng hạn hay trễ tính theo hạn đó."))
    // From the 20th to the 23rd the report waits.
    #expect(page.contains("Trễ 4 ngày: 4 ngày chờ xác nhận"))
    let list = desk.text("/viec?status=reported")
    #expect(list.contains("datetime=\"2024-09-19\"") && !list.contains("2024-09-14"))
    let month = desk.text("/thang/2024-09")
    #expect(month.contains("from=2024-09-19") && !month.contains("from=2024-09-14"))
    let calendar = desk.text("/viec.ics?status=reported")
    #expect(calendar.contains("DTSTART;VALUE=DATE:20240919") && !calendar.contains("20240914"))
    #expect(try ids(desk, "/viec.json?from=2024-09-19&to=2024-09-19&status=reported") == ["kh/I.5@once"])
    #expect(try ids(desk, "/viec.json?from=2024-09-14&to=2024-09-14&status=reported") == [])
    #expect(desk.text("/thang/2024-09.csv").contains("kh/I.5@once"))
    // Programs keep the day of the rules, and have the other one beside it.
    let item = try #require(JSONValue(desk.get("/api/v1/obligations/kh/I.5@once").body)?["obligation"])
    #expect(item["due"]?.string == "2024-09-14" && item["dueWhenRecorded"]?.string == "2024-09-19")
    let rows = desk.text("/viec.csv?status=reported").split(separator: "\r\n")
    #expect(rows.count == 2 && rows[0].hasSuffix(",note,dueWhenRecorded"), "\(rows)")
    #expect(rows[1].hasSuffix(",2024-09-19") && rows[1].contains(",2024-09-14,"))
  }

  // MARK: Classified work

  private static func secret(_ deadline: String) -> String {
    "sự kiện kho: Bộ mở kho\n\nnhiệm vụ K.1: Việc kín\n  độ mật: Mật\n  chủ trì: Phòng A\n  hạn: \(deadline)\n\n"
  }

  /// Done when it was due on the 10th; then the rules say the 12th. That the 10th is told of it would tell that it is done.
  @Test("Classified work stands everywhere on the day that binds, whatever became of it") func classified() throws {
    let desk = try desk(
      Self.secret("chậm nhất 10/9/2024"), then: Self.secret("chậm nhất 12/9/2024"), ["done", "K.1", "--on", "9/9/2024"])
    let month = desk.text("/thang/2024-09")
    #expect(month.contains("from=2024-09-12") && !month.contains("from=2024-09-10"))
    #expect(desk.text("/viec/kh/K.1@once").contains("12/09/2024"))
    let states = "status=done,overdue,within"
    #expect(try ids(desk, "/viec.json?from=2024-09-12&to=2024-09-12&\(states)") == ["kh/K.1@once"])
    #expect(try ids(desk, "/viec.json?from=2024-09-10&to=2024-09-10&\(states)") == [])
    // The rows are that of the plan, their sum and what was carried over.
    func done(_ body: [UInt8]) throws -> Int {
      try #require(JSONValue(body)?.array).filter { $0["name"]?.string == "Cộng" }.compactMap { $0["done"]?.integer }
        .reduce(0, +)
    }
    func page(_ day: String) throws -> Int {
      try done(desk.get("/thong-ke.json?from=2024-09-\(day)&to=2024-09-\(day)").body)
    }
    #expect(try page("12") == 1 && page("10") == 0)
    let folder = try ScratchFolder()
    for (day, count) in [("12", 1), ("10", 0)] {
      let file = folder.path + "/\(day).json"
      try desk.record("report", "--from", "\(day)/9/2024", "--to", "\(day)/9/2024", "-o", file)
      #expect(try done([UInt8](Data(contentsOf: URL(fileURLWithPath: file)))) == count)
    }
  }

  @Test("No stretch of days tells when classified work without a day was done") func undated() throws {
    let deadline = "sau khi Bộ mở kho"
    let desk = try desk(
      Self.secret(deadline), then: Self.secret(deadline), ["done", "K.1", "--on", "13/9/2024"])
    let (its, another) = ("from=2024-09-13&to=2024-09-13", "from=2024-09-14&to=2024-09-14")
    #expect(desk.get("/thong-ke.json?\(its)").body == desk.get("/thong-ke.json?\(another)").body)
  }

  // MARK: To settle

  /// The plan was issued on the 20th, I.1 was due on 30 August, and I.2 is due on the 27th.
  @Test("What is to settle is called neither overdue nor late, and files have as many rows of a status as its list")
  func toSettle() throws {
    let plan = SiteDesk.plan.replacingOccurrences(of: "ban hành: 04/01/2024", with: "ban hành: 20/9/2024")
    let desk = try SiteDesk(["plan.rules": plan])
    #expect(try ids(desk, "/viec.json?status=overdue") == [])
    #expect(try ids(desk, "/viec.json?status=to-settle") == ["kh/I.1@once"])
    let csv = desk.text("/viec.csv")
    #expect(csv.contains("kh/I.1@once,to-settle,open,") && !csv.contains("overdue"), "\(csv)")
    let answer = try #require(JSONValue(desk.get("/api/v1/obligations/kh/I.1@once").body))
    #expect(answer["obligation"]?["status"]?.string == "open" && answer["obligation"]?["group"]?.string == "to-settle")
    #expect(answer["delay"]?.array?.isEmpty == true)
    for page in ["/viec/kh/I.1@once", "/en/viec/kh/I.1@once", "/viec?status=to-settle", "/don-vi/a"] {
      let text = desk.text(page)
      for word in ["Trễ 24", "Late by", "Quá hạn 24", "24 days overdue"] {
        #expect(!text.contains(word), "\(page) \(word)")
      }
    }
    #expect(desk.text("/viec/kh/I.1@once").contains("Đã xong chưa?"))
  }
}
