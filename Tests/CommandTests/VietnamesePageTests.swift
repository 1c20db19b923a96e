import CivilCalendar
import Deadlines
import Expansion
import Foundation
import Presentation
import Rules
import TestSupport
import Testing

@testable import nhacviec

/// The pages for administrators, which the package ships: they say all that the English ones say of codes and keys, and the
/// days beside their wordings are right. `DocumentedRuleBookTests` reads their rule books.
@Suite("Pages in Vietnamese")
struct VietnamesePageTests {
  /// A row of the table of wordings in `language.vi.md`: all of them have the same days.
  struct Row: Sendable, CustomTestStringConvertible {
    var wordings: [String]
    /// `31/3/2024`, or `01/01/2024 – 31/3/2024` with the first day.
    var days: [String]
    var testDescription: String { wordings.first ?? "" }
  }

  static let rows: [Row] = cells(of: "language.vi.md").compactMap { cells in
    guard cells.count > 1, cells[1].first?.isNumber == true else { return nil }
    return Row(wordings: quoted(cells[0]), days: cells[1].components(separatedBy: "; "))
  }

  @Test("The page has wordings of every kind") func present() {
    #expect(Self.rows.count > 20)
    #expect(Self.undated.count > 15)
  }

  @Test("A wording has the days that stand beside it", arguments: rows)
  func days(_ row: Row) throws {
    let dates = DateWording(.vi)
    for wording in row.wordings {
      let dated = try dated(#require(DeadlineReader().read(wording).freeText.first, "\(wording)"))
      let due = dated.map { dates.day($0.state.effective) }
      let windows = dated.map { occurrence in
        (occurrence.state.opens.map { "\(dates.day($0)) – " } ?? "") + dates.day(occurrence.state.effective)
      }
      #expect(row.days == due || row.days == windows, "\(wording): \(windows)")
    }
  }

  /// The wordings of the table after that: no day follows from the words alone.
  static let undated: [String] = {
    let page = (try? text(of: "docs/language.vi.md")) ?? ""
    let rest = page.components(separatedBy: "không có ngày cố định:\n\n").last ?? ""
    let table = rest.components(separatedBy: "\n\n")[0]
    return table.split(separator: "\n").flatMap { quoted($0.components(separatedBy: " | ")[0]) }
  }()

  @Test("A wording without a day has one meaning, and no day", arguments: undated)
  func noDay(_ wording: String) throws {
    let meanings = DeadlineReader().read(wording).freeText
    #expect(meanings.count == 1)
    let dated = try dated(#require(meanings.first))
    // Reviews of a standing duty are the only days.
    #expect(dated.isEmpty || wording.contains("rà soát"))
  }

  @Test("Every code of the English page has a row") func codes() throws {
    let english = try text(of: "docs/diagnostics.md").split(separator: "\n").filter { $0.hasPrefix("### `") }
    #expect(english.count > 80)
    let explained = Set(Self.cells(of: "diagnostics.vi.md").compactMap { Self.quoted($0[0]).first })
    for heading in english {
      let code = heading.dropFirst(5).dropLast()
      #expect(explained.contains(String(code)), "no row for \(code)")
    }
  }

  @Test("The README's table names every command, and no other") func commands() throws {
    let page = try text(of: "README.md").components(separatedBy: "| `nhacviec …` | |\n|---|---|\n")
    #expect(page.count == 2)
    let rows = page[1].components(separatedBy: "\n\n")[0].split(separator: "\n")
    let named = rows.flatMap { Self.quoted($0.components(separatedBy: " | ")[0]) }
    #expect(named.sorted() == Nhacviec.configuration.subcommands.compactMap { $0.configuration.commandName }.sorted())
  }

  @Test("Every key of the English page has a row with the same default") func keys() throws {
    let rows = { (page: String) in
      Self.cells(of: page).filter { $0.count == 4 && $0[0].hasPrefix("`") }
        .map { (key: Self.quoted($0[0])[0], initial: $0[2]) }
    }
    let english = rows("configuration.md")
    #expect(english.count > 35)
    let vietnamese = rows("configuration.vi.md")
    // What `[webhook.host."NAME"]` can say of one machine are keys of `[webhook]`, and told in a sentence.
    for row in english {
      #expect(
        vietnamese.contains { $0.key == row.key && (row.initial.isEmpty || $0.initial == row.initial) }, "\(row.key)")
    }
  }

  @Test("The pages lead to pages that the package ships") func links() throws {
    let folder = repository.appendingPathComponent("docs")
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".vi.md") }
    #expect(pages.count > 8)
    for page in pages {
      for rest in try text(of: "docs/\(page)").components(separatedBy: "](").dropFirst() {
        let target = rest.prefix { $0 != ")" && $0 != "#" }
        #expect(target.isEmpty || pages.contains(String(target)), "\(page) leads to \(target)")
      }
    }
  }

  /// The occurrences of a deadline in a plan of 2024.
  private func dated(_ deadline: Deadline) throws -> [DeadlineOccurrence<DueDays>] {
    let calendar = try #require(DocumentedWordingTests.calendar)
    let context = DeadlineContext(years: 2024...2024, calendar: calendar.calendar, law: calendar.law)
    let window = try DayRange(
      first: #require(CivilDate(year: 2020, month: 1, day: 1)),
      last: #require(CivilDate(year: 2027, month: 12, day: 31)))
    return Expander.occurrences(of: deadline, in: context, window: window).dated
  }

  /// The cells of each row of a page's tables.
  static func cells(of page: String) -> [[String]] {
    let lines = (try? text(of: "docs/\(page)").split(separator: "\n")) ?? []
    return lines.filter { $0.hasPrefix("| ") }.map { line in
      line.dropFirst(2).components(separatedBy: "|").dropLast().map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// What stands between backquotes.
  static func quoted(_ text: String) -> [String] {
    text.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }
}
