import JSON
import TestSupport
import Testing
import Web

@Suite("Figures of months and years")
struct MonthFigureTests {
  private static func desk(now: Int = SiteDesk.monday) throws -> SiteDesk {
    try SiteDesk(
      [
        "plan.rules": SmallOffice.plan(
          of: "Phòng Một",
          """
          đơn vị p1: Phòng Một

          nhiệm vụ 1: Việc hằng năm
            hạn: Năm 2024 và các năm tiếp theo

          nhiệm vụ 2: Việc một lần
            hạn: chậm nhất 31/12/2024

          """)
      ], now: now)
  }

  private func keys(_ desk: SiteDesk) throws -> [String] {
    let list = try #require(JSONValue(desk.get("/viec.json").body))
    return try #require(list["items"]?.array).compactMap { $0["key"]?.string }.sorted()
  }

  @Test("Rows without end are listed and counted to the end of their plan, on every page alike")
  func rowsWithoutEnd() throws {
    let desk = try Self.desk()
    // Both are due in the last quarter of 2024. In 2025 the plan is over.
    #expect(desk.text("/thong-ke.csv").contains("Phòng Một,2,"), "\(desk.text("/thong-ke.csv"))")
    #expect(desk.text("/giao-ban").contains("Tổng số 2 việc"))
    #expect(try keys(desk) == ["2024", "once"])
    #expect(desk.text("/nam/2024").contains("0/2") && !desk.text("/nam/2024").contains("các năm tiếp theo"))
    let next = desk.text("/nam/2025")
    #expect(next.contains("chỉ được liệt kê và tính đến hết kế hoạch, nên năm 2025 không có việc ấy của: "), "\(next)")
    #expect(!desk.text("/thang/2025-12").contains("Việc hằng năm"))
  }

  /// Offices look ahead: on 1 December the following year is listed, too; noon in Viet Nam is 5 o'clock UTC.
  @Test("In December rows without end are listed for the following year, too", arguments: [(30, false), (31, true)])
  func december(_ daysAfterOctober: Int, _ isThere: Bool) throws {
    // 1 November 2024, 12:00 in Viet Nam, and so many days later less one.
    let desk = try Self.desk(now: 1_730_437_200 + (daysAfterOctober - 1) * 86_400)
    #expect(try keys(desk).contains("2025") == isThere)
  }
}
