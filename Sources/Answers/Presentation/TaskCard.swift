package import CivilCalendar
import Expansion
import RuleSyntax
package import Rules

/// One row of a plan with its days, for the command `show`.
package struct TaskCard {
  private let names: RuleNames
  private let language: Language
  private let today: CivilDate

  package init(_ rules: RuleSet, _ language: Language, today: CivilDate) {
    names = RuleNames(rules: rules, language: language)
    self.language = language
    self.today = today
  }

  package func text(task id: TaskID, items: [UpcomingItem], style: TerminalStyle = .plain, width: Int = 120) -> String {
    guard let task = names.task(id) else { return "" }
    let plan = names.plan(of: task)
    var rows = rows(of: task, id, plan)
    for line in task.due {
      let lines = SourceLines(line.span.source)
      let place = "\(line.span.source.name):\(lines.line(of: line.span.start))"
      rows.append((say("Hạn", "Due") + (line.label.map { " (\($0))" } ?? ""), "\(line.text)  [\(place)]"))
    }
    let title = "\(plan?.id ?? "")/\(task.id): \(task.title)"
    var text =
      TextWrapping.lines(of: TerminalEscaper.escape(title), columns: width)
      .map { style(.heading, $0) }.joined(separator: "\n") + "\n"
    let margin = rows.map { DisplayWidth.of($0.0) }.max() ?? 0
    for (name, value) in rows {
      let gap = String(repeating: " ", count: margin - DisplayWidth.of(name))
      let lines = TextWrapping.lines(of: TerminalEscaper.escape(value), columns: max(20, width - margin - 4))
      text += "  \(name)\(gap)  " + lines.joined(separator: "\n" + String(repeating: " ", count: margin + 4)) + "\n"
    }
    return text + "\n" + days(items, style, width)
  }

  /// What the row of the plan says, each with its name.
  package func rows(task id: TaskID) -> [(String, String)] {
    guard let task = names.task(id) else { return [] }
    return rows(of: task, id, names.plan(of: task))
  }

  private func rows(of task: PlanTask, _ id: TaskID, _ plan: Plan?) -> [(String, String)] {
    var rows: [(String, String)] = []
    if let plan { rows.append((say("Kế hoạch", "Plan"), plan.title)) }
    if let number = task.printedNumber { rows.append((say("Số", "No"), number)) }
    if let section = task.section, names.rules.sections.indices.contains(section) {
      rows.append((say("Mục", "Section"), names.rules.sections[section].title))
    }
    for product in task.products {
      rows.append((say("Sản phẩm", "Product") + (product.label.map { " (\($0))" } ?? ""), product.text))
    }
    for (label, lead) in task.leads {
      let each = lead.each ? say(" (từng đơn vị)", " (each unit)") : ""
      rows.append(
        (say("Chủ trì", "Lead") + (label.map { " (\($0))" } ?? ""), names.recipient(lead.recipient) + each))
    }
    if !task.supports.isEmpty {
      rows.append((say("Phối hợp", "Support"), names.recipients(task.supports.map(\.recipient))))
    }
    for (name, units) in [
      (say("Thẩm định", "Review"), task.review), (say("Trình", "Submit to"), task.submitTo),
      (say("Nơi nhận", "To"), task.addressees), (say("Theo dõi", "Watched by"), task.watchedBy),
      (say("Xác nhận", "Confirmed by"), confirmer(of: id, task)),
    ] where !units.isEmpty {
      rows.append((name, names.recipients(units)))
    }
    for covers in task.covers {
      rows.append((say("Kỳ số liệu", "Covers") + (covers.label.map { " (\($0))" } ?? ""), covers.text))
    }
    if let activities = task.activities { rows.append((say("Hoạt động", "Activities"), activities)) }
    for column in task.extra { rows.append((column.name, column.text)) }
    if let words = task.asWritten { rows.append((say("Nguyên văn", "As written"), words)) }
    if let note = task.note { rows.append((say("Ghi chú", "Note"), note)) }
    return rows
  }

  /// Who confirms what its leads report together.
  private func confirmer(of id: TaskID, _ task: PlanTask) -> [Recipient] {
    names.rules.confirmer(of: id, leads: task.leads.map(\.1.recipient)).map { [$0] } ?? []
  }

  private func days(_ items: [UpcomingItem], _ style: TerminalStyle, _ width: Int) -> String {
    var list = UpcomingList(names.rules, DutyLists(), today: today, time: nil)
    list.replace(items)
    let wording = UpcomingWording(list, language)
    var table = TextTable(
      [
        .init("", isFlexible: true, minimum: 12), .init("", isFlexible: true, minimum: 14),
        .init("", isFlexible: true, minimum: 20), .init("", isFlexible: true, minimum: 14),
      ], indentation: 2)
    table.rows = items.map { item in
      [Self.occurrence(item.duty.id), wording.when(item), wording.state(item), names.recipients(item.duty.leads)].map(
        TerminalEscaper.escape)
    }
    guard !table.rows.isEmpty else { return say("Không có kỳ nào.", "No occurrence.") + "\n" }
    return table.lines(widths: table.widths(in: width), header: false).joined(separator: "\n") + "\n"
  }

  /// The label, if there is one, and the key, unless the task is owed only once; with the unit where each owes its own.
  private static func occurrence(_ id: ObligationID) -> String {
    let unit = id.unit.map { "/\($0)" } ?? ""
    guard let label = id.label else { return id.key + unit }
    return (id.key == "once" ? label : "\(label) @\(id.key)") + unit
  }

  private func say(_ vi: String, _ en: String) -> String { language.choose(vi: vi, en: en) }
}
