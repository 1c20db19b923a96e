import Documents

/// A row of a task table as its author meant it: whole, whatever page ends and merged cells did to it.
struct PlanRow {
  /// As printed; empty where the row shares the number of the one above.
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
  /// Where it begins.
  var place: SourcePlace

  init(place: SourcePlace) { self.place = place }

  /// All that the row says, for messages.
  var text: String {
    [number, title, activity, product, deadline, lead, support, assignment].filter { !$0.isEmpty }
      .map(\.onOneLine).joined(separator: " | ")
  }

  /// The texts of a table row by role.
  init(_ row: Table.Row, roles: [ColumnRole]) {
    self.init(place: row.place)
    for (cell, role) in zip(row.cells, roles) { self.add(cell.text.trimmed, role) }
  }

  private mutating func add(_ text: String, _ role: ColumnRole) {
    guard !text.isEmpty else { return }
    if case .extra(let name) = role { return addExtra(name, text) }
    guard let field = Self.fields[role] else { return }
    self[keyPath: field] = self[keyPath: field].joined(text)
  }

  private mutating func addExtra(_ name: String, _ text: String) {
    if let index = extras.firstIndex(where: { $0.name == name }) {
      extras[index].text = extras[index].text.joined(text)
    } else {
      extras.append((name, text))
    }
  }

  /// The rest of this row, found below a page end.
  mutating func append(_ rest: PlanRow) {
    for field in Self.fields.values where field != \PlanRow.number {
      let text = rest[keyPath: field]
      if !text.isEmpty { self[keyPath: field] = self[keyPath: field].joined(text) }
    }
    for (name, text) in rest.extras { addExtra(name, text) }
  }

  /// What a row without a number of its own shares with the one above.
  mutating func carry(from above: PlanRow) {
    if title.isEmpty { title = above.title }
    if lead.isEmpty, assignment.isEmpty {
      lead = above.lead
      assignment = above.assignment
      if support.isEmpty { support = above.support }
      // Nothing of its own: the whole of the row is shared.
      if deadline.isEmpty { deadline = above.deadline }
    }
  }

  private static var fields: [ColumnRole: WritableKeyPath<PlanRow, String>] {
    [
      .number: \.number, .task: \.title, .goal: \.goal, .activity: \.activity, .product: \.product,
      .deadline: \.deadline, .lead: \.lead, .support: \.support, .assignment: \.assignment, .note: \.note,
    ]
  }
}

extension String {
  /// The text with its rest: a new line where a list item begins, else the sentence goes on.
  fileprivate func joined(_ rest: String) -> String {
    if isEmpty { return rest }
    return self + (rest.hasPrefix("-") || rest.hasPrefix("+") ? "\n" : " ") + rest
  }
}
