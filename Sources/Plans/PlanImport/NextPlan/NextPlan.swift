package import Diagnostics
import RuleSyntax

/// The rule files of a plan for another year, made out of an earlier one's: tasks with their ids, units, groups, sections and
/// events. Years move where the wording names the plan's (`YearMove`); what cannot be carried is left open and listed, and
/// nothing is guessed: a day of the old year becomes *chưa rõ* with the old words, and the same day of the new one stands
/// beside it as a comment.
package struct NextPlan: Sendable {
  package struct Options: Sendable {
    package var from: String
    package var plan: String
    package var oldYears, years: ClosedRange<Int>
    /// Whether the new folder needs units, groups and policies of its own, because it does not see those of the old one.
    package var needsUnits: Bool

    package init(
      from: String, plan: String, oldYears: ClosedRange<Int>, years: ClosedRange<Int>, needsUnits: Bool
    ) {
      (self.from, self.plan, self.oldYears, self.years) = (from, plan, oldYears, years)
      self.needsUnits = needsUnits
    }
  }

  /// File names and texts; files without blocks are left out.
  package private(set) var files: [(name: String, text: String)] = []
  package private(set) var report = NextPlanReport()
  private let options: Options
  private let move: YearMove
  /// Tasks whose deadlines are left open, because what they name is gone, and why.
  private let open: [String: Bilingual]

  /// - Parameters:
  ///   - files: those of the plan, without errors.
  ///   - open: tasks whose deadlines are left open whatever their words say, and why.
  package init(_ files: [SourceText], _ options: Options, open: [String: Bilingual] = [:]) {
    (self.options, self.open) = (options, open)
    move = YearMove(from: options.oldYears, to: options.years)
    for file in files {
      let syntax = RuleFileParser.parse(name: file.name, bytes: file.bytes).syntax
      var blocks: [String] = []
      for (block, piece) in zip(syntax.blocks, BlockTexts(name: file.name, bytes: file.bytes).pieces) {
        guard let edits = edits(of: block, syntax) else { continue }
        // What stands above the plan is about its document.
        let start = block.keyword == .plan ? block.keywordRange.lowerBound : piece.range.lowerBound
        blocks.append(edits.text(of: start..<piece.range.upperBound))
      }
      if !blocks.isEmpty { self.files.append((file.name, blocks.joined(separator: "\n\n") + "\n")) }
    }
  }

  /// Fields whose words may name the plan's years.
  private static let worded: [FieldKey] = [
    .product, .note, .goal, .also, .covers, .activities, .column, .event, .allOf, .anyOf,
  ]

  /// What changes in a block; nil if it is not carried over.
  private mutating func edits(of block: BlockSyntax, _ syntax: RuleFileSyntax) -> BlockEdits? {
    var edits = BlockEdits(block, syntax)
    switch block.keyword {
    case .test:
      report.tests += 1
      return nil
    case .unit, .group, .reminders, .calendar:
      return options.needsUnits ? edits : nil
    case .plan: editPlan(&edits)
    case .section: break
    case .event:
      edits.exchange(.expected, move.text)
      if block.field(.happens) == nil {
        report.events.append(.init(block: edits.id, text: move.text(edits.title), reason: Self.eventReason))
      }
    case .task:
      if let field = block.field(.withdrawn) {
        report.leftOut.append(.init(block: edits.id, text: syntax.text(field.value), reason: Self.withdrawn))
        return nil
      }
      report.tasks += 1
      editDeadlines(&edits)
    }
    edits.exchangeTitle(move.text)
    for key in Self.worded { edits.exchange(key, move.text) }
    for key in [FieldKey.source, .asWritten] where block.keyword != .plan { edits.remove(key) }
    return edits
  }

  private mutating func editPlan(_ edits: inout BlockEdits) {
    edits.exchangeID(options.plan)
    let years = options.years
    edits.exchange(.year) { _ in "\(years.lowerBound)" }
    edits.exchange(.period) { _ in "\(years.lowerBound)-\(years.upperBound)" }
    edits.exchange(.issued) { _ in "chưa rõ" }
    for key in [FieldKey.basis, .source, .note, .replaces] {
      guard let text = edits.first(key) else { continue }
      report.leftOut.append(.init(block: options.plan, text: text, reason: Self.ofOldDocument))
      edits.remove(key)
    }
  }

  /// Moves the deadlines of a task, and leaves open what cannot be moved.
  private mutating func editDeadlines(_ edits: inout BlockEdits) {
    let id = edits.id
    let openBefore = report.toSettle.count
    var isMoved = false
    edits.exchangeEach(.due) { wording in
      let words = renamed(wording)
      let outcome = open[id].map { .open($0, proposal: nil) } ?? move.deadline(words)
      switch outcome {
      case .kept: return (words, nil)
      case .moved(let text):
        isMoved = true
        return (text, nil)
      case .open(let reason, let proposal):
        report.toSettle.append(.init(block: id, text: words, reason: reason, proposal: proposal))
        return ("chưa rõ: \(words)", proposal.map { "đề xuất: \($0)" })
      }
    }
    guard report.toSettle.count == openBefore else { return }
    if isMoved { report.moved += 1 } else { report.kept += 1 }
  }

  /// The wording with the plan's new id in place of the old one.
  private func renamed(_ wording: String) -> String {
    wording.split(separator: " ", omittingEmptySubsequences: false).map { word in
      word == options.from
        ? options.plan
        : word.hasPrefix("\(options.from)/") ? options.plan + word.dropFirst(options.from.count) : String(word)
    }.joined(separator: " ")
  }
}

extension NextPlan {
  fileprivate static let eventReason = Bilingual(
    vi: "sự kiện của năm mới; còn xảy ra thì giữ, ghi nhận khi có; không thì sửa các thời hạn chờ nó",
    en: "an event of the new year: keep it if it will happen again, else change the deadlines that wait for it")
  fileprivate static let withdrawn = Bilingual(vi: "nhiệm vụ đã bãi bỏ", en: "a withdrawn task")
  fileprivate static let ofOldDocument = Bilingual(
    vi: "nói về văn bản của kế hoạch cũ", en: "is about the old plan's document")
}
