import Foundation
import Messages
import RuleSyntax
import Rules
import Testing

/// `corpus/khanh-hoa-skhcn-2024.csv` lists the rows of the signed plan; the rule book must hold each in its own words.
@Suite("The shipped plan of 2024 holds every row of its source")
struct ShippedPlanTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var section: String
    var task: String
    var deadline: String
    var testDescription: String { task }
  }

  static let rows: [Row] = {
    let lines = (try? text(of: "Tests/Data/corpus/khanh-hoa-skhcn-2024.csv").split(separator: "\n")) ?? []
    return lines.dropFirst().map { line in
      let fields = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
      return Row(
        section: String(fields[0]), task: String(fields[2]),
        deadline: fields[3].trimmingCharacters(in: CharacterSet(charactersIn: "\"")))
    }
  }()

  /// Read once for all rows.
  static let book = Result {
    RuleBook.read(own: try ruleFiles(in: "rules/khanh-hoa-skhcn-2024"), shipped: try shippedRules())
  }

  @Test("It is clean, and says what is to settle") func clean() throws {
    let diagnostics = try Self.book.get().diagnostics
    #expect(diagnostics.allSatisfy { $0.code == "to-settle" }, "\(diagnostics.map { "\($0.code): \($0.words.en)" })")
    #expect(diagnostics.count == 2)
  }

  @Test("Its tests pass") func tests() throws {
    let (rules, diagnostics) = try Self.book.get()
    let results = TestReport.runner(rules, diagnostics: diagnostics).run()
    #expect(results.count >= 15)
    for result in results { #expect(result.isPassed, "\(result.test.title): \(result.failures.map(\.reason))") }
  }

  @Test("52 rows are 52 tasks") func nothingLeftOut() throws {
    let tasks = try Self.book.get().rules.tasks.map(\.id)
    #expect(Self.rows.count == 52)
    #expect(Set(tasks) == Set(Self.rows.map(\.task)))
    #expect(tasks.count == 52)
  }

  @Test("A row's deadline is kept as it was printed", arguments: rows)
  func words(of row: Row) throws {
    let task = try #require(try Self.book.get().rules.tasks.first { $0.id == row.task })
    let kept = [task.asWritten].compactMap { $0 } + task.due.map(\.text)
    func folded(_ text: String) -> String {
      // Blanks beside brackets and slashes are the scan's.
      text.lowercased().filter { !$0.isWhitespace }
    }
    #expect(kept.contains { folded($0).contains(folded(row.deadline)) }, "kept: \(kept)")
  }
}
