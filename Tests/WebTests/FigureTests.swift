import Foundation
import HTTPMessages
import TestSupport
import Testing
import Web

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
}
