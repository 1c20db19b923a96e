import Diagnostics
import Expansion
import Rules

/// By what a list is sorted. Behind that, and by default, it is by urgency, day and the order of the rules.
package enum UpcomingSort: String, CaseIterable, Sendable { case day, plan, unit, title }

/// Where a row stands in a list; what stands behind it is the same however the facts changed since.
package struct UpcomingCursor: Hashable, LosslessStringConvertible, Sendable {
  /// By urgency.
  let group: Int
  /// The number of the day by which it is sorted.
  let day: Int
  let task: TaskID
  let leads: [Recipient]
  /// Tells rows of one task and day apart: dated ones first, then by key, label and unit.
  let name: String
  /// Of the list in which the place is.
  private var mark: UInt32 = 0

  /// - Parameter choice: what the list shows, by which the place is known again.
  init(_ item: UpcomingItem, of choice: UpcomingPage.Choice) {
    self.init(item)
    mark = mark(of: choice)
  }

  init(_ item: UpcomingItem) {
    group = item.group.order
    day = item.sortDay.map { Int($0.dayNumber) } ?? Int(Int32.max)
    (task, leads) = (item.duty.task, item.duty.leads)
    let id = item.duty.id
    name = [item.duty.days == nil ? "1" : "0", id.key, id.label ?? "", id.unit ?? ""].joined(separator: "\u{1}")
  }

  /// Whether it is a place of the list that shows this.
  func isPlace(in choice: UpcomingPage.Choice) -> Bool { mark == mark(of: choice) }

  /// Sums up the place and what is asked for (FNV-1a), so that neither can be changed by mistake.
  private func mark(of choice: UpcomingPage.Choice) -> UInt32 {
    "\(place)\n\(choice.question)".utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }

  // MARK: Text

  package var description: String { "\(place)-\(String(mark, radix: 16))" }

  private var place: String {
    let leads = leads.map { lead in
      switch lead {
      case .unit(let unit): "u\(unit)"
      case .group(let group): "g\(group)"
      }
    }
    return "\(group)-\(day)-\(task)-\(leads.joined())-" + name.utf8.map(Self.escaped).joined()
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "-")
  }

  /// Letters of URLs stay; others are two hexadecimal digits behind a dot.
  private static func escaped(_ byte: UInt8) -> String {
    if isPlain(byte) { return String(Unicode.Scalar(byte)) }
    return "." + (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  /// Nil: it is no cursor.
  package init?(_ text: String) {
    guard let end = text.lastIndex(of: "-"), let mark = UInt32(text[end...].dropFirst(), radix: 16) else { return nil }
    let parts = text[..<end].split(separator: "-", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, let group = Int(parts[0]), let day = Int(parts[1]), let task = Int(parts[2]),
      let leads = Self.leads(parts[3]), let name = Self.name(parts[4])
    else { return nil }
    (self.group, self.day, self.task, self.leads, self.name, self.mark) = (group, day, task, leads, name, mark)
  }

  private static func leads(_ text: Substring) -> [Recipient]? {
    var leads: [Recipient] = []
    var rest = text
    while let kind = rest.popFirst() {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits), kind == "u" || kind == "g" else { return nil }
      leads.append(kind == "u" ? .unit(number) : .group(number))
      rest = rest.dropFirst(digits.count)
    }
    return leads
  }

  private static func name(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: ".") else {
        guard isPlain(byte) else { return nil }
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let escaped = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(escaped)
      rest = rest.dropFirst(2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Compares places in a list that is sorted in one way.
struct UpcomingOrder {
  /// The place of a row: by its heading, then as in the list.
  struct Place: Comparable {
    let head: VietnameseOrder?
    let rank: (group: Int, day: Int, task: Int, unit: Int)
    let name: String

    static func == (one: Place, other: Place) -> Bool { !(one < other) && !(other < one) }

    static func < (one: Place, other: Place) -> Bool {
      if let head = one.head, let otherHead = other.head, head != otherHead { return head < otherHead }
      return one.rank != other.rank ? one.rank < other.rank : one.name < other.name
    }
  }

  private let sort: UpcomingSort
  private let names: RuleNames
  private let recipients: RecipientOrder
  private var heads: [String: VietnameseOrder] = [:]

  init(_ sort: UpcomingSort, _ names: RuleNames) {
    (self.sort, self.names, recipients) = (sort, names, RecipientOrder(names.rules))
  }

  mutating func place(_ cursor: UpcomingCursor) -> Place {
    let head = Self.head(sort, names, cursor.task, cursor.leads)
    return Place(
      head: head.map { order(of: $0) },
      rank: (cursor.group, cursor.day, cursor.task, recipients.place(of: cursor.leads)), name: cursor.name)
  }

  private mutating func order(of head: String) -> VietnameseOrder {
    if let known = heads[head] { return known }
    let order = VietnameseOrder(head)
    heads[head] = order
    return order
  }

  /// What the list is sorted by; nil if only by urgency and day.
  static func head(_ sort: UpcomingSort, _ names: RuleNames, _ task: TaskID, _ leads: [Recipient]) -> String? {
    switch sort {
    case .day: nil
    case .plan: names.task(task).flatMap(names.plan)?.title ?? ""
    case .unit: names.recipients(leads)
    case .title: names.task(task).map { RuleNames.plainTitle($0.title) } ?? ""
    }
  }
}
