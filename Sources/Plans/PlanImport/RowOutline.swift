import Diagnostics
import Documents

/// Gives sections and rows their ids: the printed numbers, from the outermost section inwards (`VII.A.3`).
struct RowOutline {
  struct Section {
    var id: String
    /// The number as printed; empty if there is none.
    var number: String
    var title: String
  }

  struct Task {
    var id: String
    /// The id of its section; nil if there is none.
    var section: String?
    var row: PlanRow
  }

  private(set) var sections: [Section] = []
  private(set) var tasks: [Task] = []
  /// Sections around the current row, the outermost first.
  private var stack: [(kind: RowNumber.Kind?, id: String)] = []
  private var usedIDs: Set<String> = []
  private var nextSection = 1
  private var nextTask: [String: Int] = [:]
  /// How often each id was used.
  private var repeats: [String: Int] = [:]
  /// Stands before each id if several tables have the same numbers; else empty.
  private let prefix: String

  init(_ lines: [RowJoiner.Line], prefix: String, title: String, usedIDs: Set<String>) {
    self.prefix = prefix
    self.usedIDs = usedIDs
    if !prefix.isEmpty {
      sections.append(Section(id: prefix, number: "", title: title))
      self.usedIDs.insert(prefix)
    }
    for group in Self.groups(lines) { add(group) }
  }

  private enum Group {
    case section(number: RowNumber?, title: String)
    /// Rows that share one number.
    case rows([PlanRow])
  }

  private static func groups(_ lines: [RowJoiner.Line]) -> [Group] {
    var groups: [Group] = []
    for line in lines {
      switch line {
      case .section(let number, let title, _): groups.append(.section(number: number, title: title))
      case .row(let row):
        if row.number.isEmpty, case .rows(var rows)? = groups.last, rows.first?.number.isEmpty == false {
          groups.removeLast()
          rows.append(row)
          groups.append(.rows(rows))
        } else {
          groups.append(.rows([row]))
        }
      }
    }
    return groups
  }

  private mutating func add(_ group: Group) {
    switch group {
    case .section(let number, let title): addSection(number, title)
    case .rows(let rows):
      let number = rows.first.flatMap { RowNumber($0.number) }
      if let number { leave(number.kind) }
      let base = id(of: number, printed: rows.first?.number ?? "")
      for (index, row) in rows.enumerated() {
        let id = unique(rows.count > 1 ? base + Self.letter(index) : base)
        tasks.append(Task(id: id, section: stack.last?.id ?? (prefix.isEmpty ? nil : prefix), row: row))
      }
    }
  }

  private mutating func addSection(_ number: RowNumber?, _ title: String) {
    leave(number?.kind, isPeriod: number == nil && PeriodContext(heading: title) != nil)
    let own = number?.text ?? "M\(nextSection)"
    if number == nil { nextSection += 1 }
    let id = unique(joined(ASCIIName.id(from: own), number))
    stack.append((number?.kind, id))
    sections.append(Section(id: id, number: number?.text ?? "", title: title))
  }

  /// A section or row of `kind` ends those of its kind and all inside them.
  private mutating func leave(_ kind: RowNumber.Kind?, isPeriod: Bool = false) {
    if let index = stack.firstIndex(where: { $0.kind == kind }) { stack.removeSubrange(index...) }
    // A title without a number ends all sections, but a month may lie in one.
    if kind == nil, !isPeriod { stack.removeAll() }
  }

  private mutating func id(of number: RowNumber?, printed: String) -> String {
    guard let number else {
      let parent = stack.last?.id ?? prefix
      let count = (nextTask[parent] ?? 0) + 1
      nextTask[parent] = count
      let own =
        printed.isEmpty || printed.allSatisfy { !$0.isLetter && !$0.isNumber }
        ? "v\(count)" : ASCIIName.id(from: printed)
      return parent.isEmpty ? own : "\(parent).\(own)"
    }
    return joined(ASCIIName.id(from: number.text), number)
  }

  /// `own` behind the id of the section; *1.2* in section *II.1* becomes *II.1.2*.
  private func joined(_ own: String, _ number: RowNumber?) -> String {
    guard let parent = stack.last?.id ?? (prefix.isEmpty ? nil : prefix) else { return own.isEmpty ? "v" : own }
    if case .dotted? = number?.kind {
      let head = own.prefix { $0 != "." }
      if parent == head || parent.hasSuffix("." + head) { return parent + own.dropFirst(head.count) }
    }
    return own.isEmpty ? parent : "\(parent).\(own)"
  }

  private mutating func unique(_ id: String) -> String {
    var candidate = id
    while !usedIDs.insert(candidate).inserted {
      repeats[id, default: 1] += 1
      candidate = "\(id)-\(repeats[id] ?? 0)"
    }
    return candidate
  }

  /// a, b, … z, aa, …
  private static func letter(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26)))
    return index < 26 ? last : letter(index / 26 - 1) + last
  }
}
