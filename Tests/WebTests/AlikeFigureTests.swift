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
    #expect(plain(desk.text("/ke-hoach/kh")).contains(": 1 đã xong, 0 quá hạn trong1 việc"))
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
}
