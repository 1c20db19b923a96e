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

  @Test("What is asked for wrongly is refused, in files and on the page") func refusals() throws {
    let desk = try SiteDesk()
    for query in ["by=x", "plan=zz", "unit=zz", "section=zz"] {
      let answer = desk.get("/thong-ke.json?\(query)")
      #expect(answer.status == 400 && answer.type == "application/problem+json", "\(query)")
    }
    #expect(plain(desk.get("/thong-ke?unit=zz").text).contains("không có đơn vị “zz”"))
    #expect(desk.get("/thong-ke.ics").status == 404)
  }
}
