import Addresses
import CivilCalendar
import Diagnostics

/// Checked values by their keys; where the file has none, what holds then.
struct ConfigurationValues: Sendable {
  struct Entry: Sendable {
    var value: ConfigurationValue
    var span: Span
  }

  /// What holds where the file says nothing.
  private let standard: [[String]: ConfigurationValue]
  private(set) var entries: [[String]: Entry] = [:]
  /// The table in which names are looked up.
  private var base: [String] = []

  init(_ keys: [ConfigurationKey]) {
    standard = Dictionary(keys.compactMap { key in key.standard.map { (key.path, $0) } }) { first, _ in first }
  }

  mutating func set(_ path: [String], _ value: ConfigurationValue, at span: Span) {
    entries[path] = Entry(value: value, span: span)
  }

  /// Of the file; nil: it does not say.
  func entry(_ name: String) -> Entry? { entries[base + ConfigurationValues.path(name)] }

  func first(of names: [String]) -> Entry? { names.lazy.compactMap { entry($0) }.first }

  func value(at path: [String]) -> ConfigurationValue? { entries[path]?.value ?? standard[path] }

  private func value(_ name: String) -> ConfigurationValue? { value(at: base + ConfigurationValues.path(name)) }

  func text(_ name: String) -> String? {
    if case .text(let text)? = value(name) { text } else { nil }
  }

  func integer(_ name: String) -> Int? {
    if case .integer(let number)? = value(name) { number } else { nil }
  }

  /// Of a key that has a default.
  func number(_ name: String) -> Int { integer(name) ?? 0 }

  /// Of a key that has a default, in minutes since midnight.
  func minutes(_ name: String) -> Int { time(name)?.minutes ?? 0 }

  /// Of a key that is a choice among the cases; nil: it has neither value nor default.
  func choice<Choice: RawRepresentable<String>>(_ name: String) -> Choice? {
    text(name).flatMap { Choice(rawValue: $0) }
  }

  func mailbox(_ name: String) -> Mailbox? {
    if case .mailbox(let mailbox, _)? = value(name) { mailbox } else { nil }
  }

  func networks(_ name: String) -> [NetworkRange] {
    if case .networks(let networks)? = value(name) { networks } else { [] }
  }

  func truth(_ name: String) -> Bool {
    if case .truth(let truth)? = value(name) { truth } else { false }
  }

  func list(_ name: String) -> [String] {
    if case .list(let items)? = value(name) { items } else { [] }
  }

  func time(_ name: String) -> ClockTime? { text(name).flatMap(ConfigurationValues.time) }

  /// The same values, looked up from a table.
  func table(_ path: [String]) -> ConfigurationValues {
    var values = self
    values.base = base + path
    return values
  }

  /// Names that the file puts in the place of a `*`, in order.
  func names(under path: [String]) -> [String] {
    Set(entries.keys.compactMap { $0.count > path.count && $0.starts(with: path) ? $0[path.count] : nil }).sorted()
  }

  private static func path(_ name: String) -> [String] { name.split(separator: ".").map(String.init) }

  /// `08:00`, from 00:00 to 23:59.
  static func time(_ text: String) -> ClockTime? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.allSatisfy(\.isASCII) }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return ClockTime(hour: hour, minute: minute)
  }
}
