import Documents
import RuleSyntax

/// What a plan says of itself before its tasks: title, number, day of issue, who issued it.
struct PlanHeading {
  private(set) var title: String?
  /// The value of `ban hành`: a day and a number, a month, or *chưa rõ*.
  private(set) var issued = "chưa rõ"
  private(set) var basis: [String] = []
  /// The years of *giai đoạn 2021-2030* in the title of a plan that names no single year; else nil.
  private(set) var period: ClosedRange<Int>?

  init(_ document: SourceDocument) {
    let lines = Self.lines(document)
    findTitle(lines)
    findIssue(lines)
    basis = lines.filter { $0.folded.hasPrefix("căn cứ ") && $0.count < 400 }.prefix(12).map {
      String($0.bare.dropFirst("căn cứ ".count)).bare
    }
    if let title, let years = Self.years(in: title.folded), !title.folded.contains(" năm 2") { period = years }
  }

  /// The lines of paragraphs, and of the cells of a letterhead, in the first few hundred blocks.
  private static func lines(_ document: SourceDocument) -> [String] {
    var lines: [String] = []
    for block in document.blocks.prefix(400) {
      switch block {
      case .paragraph(let paragraph): lines.append(paragraph.text.onOneLine)
      case .table(let table):
        // The table may be a letterhead, or have a title above its headings; other rows do not count.
        for row in table.rows.prefix(6) {
          if row.cells.filter({ !$0.text.isBlank }).count > 2 { break }
          for cell in row.cells { lines += cell.text.split(whereSeparator: \.isNewline).map { String($0).onOneLine } }
        }
      }
    }
    return lines.filter { !$0.isEmpty }
  }

  /// Takes the lines below the last heading *KẾ HOẠCH*, because the decision that issues the plan may stand before it.
  private mutating func findTitle(_ lines: [String]) {
    let kinds = ["kế hoạch", "chương trình", "chương trình công tác", "đề án", "kế hoạch công tác"]
    guard
      let start = lines.lastIndex(where: { kinds.contains($0.folded) && $0.isUppercase })
        ?? lines.firstIndex(where: { kinds.contains($0.folded) })
    else {
      let own = lines.first { line in kinds.contains { line.folded.hasPrefix($0 + " ") } && line.count < 200 }
      title = own?.bare
      return
    }
    var parts: [String] = []
    for line in lines[(start + 1)...].prefix(4) {
      if line.hasPrefix("(") || RowNumber.leading(line) != nil || line.folded.hasPrefix("căn cứ")
        || line.folded.hasPrefix("ban hành kèm") || line.folded.hasPrefix("thực hiện ") || line.count > 250
        || line.allSatisfy({ "-_–—".contains($0) })
      {
        break
      }
      parts.append(line.bare)
    }
    title = parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// Takes the number and the day of issue from *Số: 12/KH-UBND* and *Khánh Hòa, ngày 24 tháng 12 năm 2021*.
  private mutating func findIssue(_ lines: [String]) {
    let number = lines.prefix(60).lazy.compactMap(Self.number).first
    guard let day = lines.prefix(80).lazy.compactMap(Self.day).first else { return }
    issued = day + (number.map { ", số \($0)" } ?? "")
  }

  private static func number(_ line: String) -> String? {
    let words = line.split(separator: " ").map(String.init)
    guard let index = words.firstIndex(where: { $0.folded == "số:" || $0.folded == "số" }), index == 0,
      index + 1 < words.count
    else { return nil }
    let number = words[index + 1]
    guard let slash = number.firstIndex(of: "/"), number[..<slash].allSatisfy(\.isNumber), slash != number.startIndex
    else { return nil }
    return number.bare
  }

  private static func day(_ line: String) -> String? {
    let words = line.folded.split(separator: " ").map(String.init)
    guard let month = words.firstIndex(of: "tháng"), let year = words.firstIndex(of: "năm"), month < year,
      let day = words.firstIndex(of: "ngày"), day < month,
      day > 0, line.count < 80
    else { return nil }
    func number(_ range: Range<Int>) -> Int? { range.count == 1 ? Int(words[range.lowerBound]) : nil }
    guard let y = number(year + 1..<min(year + 2, words.count)), (1990...2199).contains(y),
      let m = number(month + 1..<year), (1...12).contains(m)
    else { return nil }
    let monthText = (m < 10 ? "0" : "") + "\(m)/\(y)"
    guard let d = number(day + 1..<month), (1...31).contains(d) else { return "tháng \(monthText)" }
    return (d < 10 ? "0" : "") + "\(d)/\(monthText)"
  }

  /// *giai đoạn 2021-2030*
  private static func years(in title: String) -> ClosedRange<Int>? {
    guard let range = title.firstRange(of: "giai đoạn ") else { return nil }
    let digits = title[range.upperBound...].split { !$0.isNumber }.prefix(2).compactMap { Int($0) }
    guard digits.count == 2, digits[0] < digits[1], (1990...2199).contains(digits[0]), digits[1] - digits[0] <= 30
    else { return nil }
    return digits[0]...digits[1]
  }
}
