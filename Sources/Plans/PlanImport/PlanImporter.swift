package import Diagnostics
package import Documents

/// Makes a rule book of a plan as it was signed. It is pure; the shipped rules that the check of its output needs are
/// passed in.
package struct PlanImporter: Sendable {
  package struct Options: Sendable {
    /// The id of the plan.
    package var plan: String
    /// The calendar years of the plan.
    package var years: ClosedRange<Int>
    /// Who owes rows that name nobody; nil for the unit that leads most rows.
    package var focalPoint: String?
    /// Whether days that can be read both ways (*5/6/2026*) have the day first; nil to ask.
    package var daysFirst: Bool?

    package init(plan: String, years: ClosedRange<Int>, focalPoint: String? = nil, daysFirst: Bool? = nil) {
      self.plan = plan
      self.years = years
      self.focalPoint = focalPoint
      self.daysFirst = daysFirst
    }
  }

  package struct Output: Sendable {
    /// File names and texts, in the order in which a person reads them.
    package var files: [(name: String, text: String)]
    package var report: ImportReport
    /// Where each task was found, by its id.
    package var places: [String: SourcePlace]
  }

  package enum Failure: Error, Sendable {
    /// No table of tasks, and no dated sentence; the tables that there are.
    case nothingFound([ImportReport.Item])
    /// More rows of tasks than any plan has; the document is something else.
    case tooManyRows(Int)
    /// The book has mistakes that cannot be ascribed to rows.
    case unsound([Diagnostic])
  }

  /// Whether `text` can be the id of a plan (docs/language.md, "The text of a file").
  package static func isID(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-") else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil) || ".-".unicodeScalars.contains($0)
    }
  }

  /// More task rows than any plan has; the longest have some hundreds.
  static let mostRows = 20_000
  private static let rounds = 12

  private let options: Options
  /// Calendars and policies that come with the program.
  private let shipped: [SourceText]

  package init(_ options: Options, shipped: [SourceText]) {
    self.options = options
    self.shipped = shipped
  }

  /// Reads the documents of one plan. If it throws, there is nothing to write.
  package func read(_ documents: [SourceDocument]) throws(Failure) -> Output {
    var draft = try PlanDraft(documents, options)
    guard !draft.tasks.isEmpty || !draft.report.leftOut.isEmpty else { throw .nothingFound(draft.report.unreadTables) }
    // Each round removes all the mistakes that it finds; those of a task lie in its deadline or its names.
    for _ in 0..<Self.rounds {
      let text = RuleBookText(draft, options)
      guard text.refused.isEmpty else { throw .unsound(text.refused.map(Self.refusal(of:))) }
      let mistakes = BookCheck(text.files, shipped: shipped)
      if mistakes.isEmpty { return Output(files: text.files, report: draft.finishedReport(), places: draft.places) }
      guard draft.settle(mistakes.byTask) else { throw .unsound(mistakes.diagnostics) }
    }
    throw .unsound([])
  }

  private static func refusal(of name: String) -> Diagnostic {
    Diagnostic(
      .badValue, vi: "tên “\(name)” có dấu “;” nên không ghi được vào danh sách; hãy sửa trong văn bản nguồn",
      en: "the name “\(name)” has a “;” and cannot stand in a list; mend it in the document",
      at: Span(SourceText(name: "", bytes: []), 0, 0))
  }
}
