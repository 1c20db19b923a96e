import Diagnostics
import Documents

/// A row of a task table as its author meant it, put together again after page ends and merged cells.
struct PlanRow {
  /// The number as printed; empty if the row shares that of the one above.
  var number = ""
  var title = ""
  var goal = ""
  var activity = ""
  var product = ""
  var deadline = ""
  var lead = ""
  var support = ""
  var assignment = ""
  var note = ""
  var extras: [(name: String, text: String)] = []
  /// Where the deadline comes from, if not from the row's own cell; else nil.
  var deadlineOrigin: Bilingual?
  /// The deadline as printed, where `deadline` has it in another order or put together; else nil.
  var printedDeadline: String?
  /// Whether its days can be read both ways, because nothing tells days from months.
  var hasOpenDate = false
  /// Why its deadline cannot be read, though its words could be by themselves: *Trong tuần* below a month; else nil.
  var openPeriod: Bilingual?
  /// The place where the row begins.
  var place: SourcePlace

  init(place: SourcePlace) { self.place = place }

  /// All that the row says, for messages.
  var text: String {
    [number, title, activity, product, printedDeadline ?? deadline, lead, support, assignment].filter { !$0.isEmpty }
      .map(\.onOneLine).joined(separator: " | ")
  }

  /// The same with what is kept beside the task.
  var fullText: String {
    ([text, goal, note] + extras.map(\.text)).filter { !$0.isEmpty }.map(\.onOneLine).joined(separator: " | ")
  }

  /// The texts of a table row by role.
  init(_ row: Table.Row, roles: [ColumnRole]) {
    self.init(place: row.place)
    for (cell, role) in zip(row.cells, roles) { self.add(cell.text.trimmed, role) }
  }

  private mutating func add(_ text: String, _ role: ColumnRole) {
    // *…*, *-* and the like stand in empty cells; in the column of numbers, a dash begins a row.
    guard text.contains(where: { $0.isLetter || $0.isNumber }) || role == .number && !text.isEmpty else { return }
    if case .extra(let name) = role { return addExtra(name, text) }
    guard let field = Self.fields[role] else { return }
    // Names of two columns are several names.
    let isSecond = [.lead, .support, .assignment].contains(role) && !self[keyPath: field].isEmpty
    self[keyPath: field] = isSecond ? self[keyPath: field] + "\n" + text : self[keyPath: field].joined(text)
  }

  private mutating func addExtra(_ name: String, _ text: String) {
    if let index = extras.firstIndex(where: { $0.name == name }) {
      extras[index].text = extras[index].text.joined(text)
    } else {
      extras.append((name, text))
    }
  }

  /// Adds the rest of the row, which stands below the end of a page.
  mutating func append(_ rest: PlanRow) {
    for (role, field) in Self.fields where role != .number {
      let text = rest[keyPath: field]
      if !text.isEmpty { self[keyPath: field] = self[keyPath: field].joined(text) }
    }
    for (name, text) in rest.extras { addExtra(name, text) }
  }

  /// Takes from the row above what a row without a number of its own shares with it.
  mutating func carry(from above: PlanRow) {
    if title.isEmpty { title = above.title }
    if lead.isEmpty, assignment.isEmpty {
      // The row has no units of its own, and shares everything.
      if deadline.isEmpty { take(.deadline, from: above) }
      inherit(from: above, roles: [.lead])
    }
  }

  /// Takes from a section, or from a row whose cell reaches down, what the row does not say itself.
  mutating func inherit(from above: PlanRow, roles: Set<ColumnRole>) {
    if roles.contains(.deadline), deadline.isEmpty { take(.deadline, from: above) }
    guard roles.contains(.lead), lead.isEmpty, assignment.isEmpty else { return }
    lead = above.lead
    assignment = above.assignment
    if support.isEmpty { support = above.support }
  }

  /// The cell of the row above, if this one has none.
  mutating func take(_ role: ColumnRole, from above: PlanRow) {
    guard let field = Self.fields[role], self[keyPath: field].isEmpty else { return }
    self[keyPath: field] = above[keyPath: field]
    if role == .deadline {
      (deadlineOrigin, printedDeadline) = (above.deadlineOrigin, above.printedDeadline)
      hasOpenDate = hasOpenDate || above.hasOpenDate
      openPeriod = above.openPeriod
    }
  }

  private static let fields: [ColumnRole: any WritableKeyPath<PlanRow, String> & Sendable] = [
    .number: \.number, .task: \.title, .goal: \.goal, .activity: \.activity, .product: \.product,
    .deadline: \.deadline, .lead: \.lead, .support: \.support, .assignment: \.assignment, .note: \.note,
  ]
}

extension String {
  /// The text and its rest, which begins a new line if it is a list item, and else continues the sentence.
  fileprivate func joined(_ rest: String) -> String {
    if isEmpty { return rest }
    return self + (rest.hasPrefix("-") || rest.hasPrefix("+") ? "\n" : " ") + rest
  }
}
