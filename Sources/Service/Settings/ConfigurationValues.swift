import CivilCalendar
import Diagnostics

/// Checked values by their keys; where the file has none, what holds then.
struct ConfigurationValues: Sendable {
  enum Value: Hashable, Sendable {
    case text(String)
    case integer(Int)
    case truth(Bool)
    case list([String])
  }

  struct Entry: Sendable {
    var value: Value
    var span: Span
  }

  private(set) var entries: [[String]: Entry] = [:]
  /// The table in which names are looked up.
  private var base: [String] = []

  mutating func set(_ path: [String], _ value: Value, at span: Span) {
    entries[path] = Entry(value: value, span: span)
  }

  /// Of the file; nil: it does not say.
  func entry(_ name: String) -> Entry? { entries[base + ConfigurationValues.path(name)] }

  func first(of names: [String]) -> Entry? { names.lazy.compactMap { entry($0) }.first }

  func value(at path: [String]) -> Value? {
    entries[path]?.value ?? ConfigurationValues.initial[path]
  }

  private func value(_ name: String) -> Value? { value(at: base + ConfigurationValues.path(name)) }

  func text(_ name: String) -> String? {
    if case .text(let text)? = value(name) { text } else { nil }
  }

  func integer(_ name: String) -> Int? {
    if case .integer(let number)? = value(name) { number } else { nil }
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

  /// What holds where the file says nothing, read as the file is.
  private static let initial: [[String]: Value] = {
    let lines = ConfigurationKey.all.compactMap { key in key.initial.map { "\(key.name) = \($0)" } }
    let source = SourceText(name: "", text: lines.joined(separator: "\n"))
    return ConfigurationReader.values(of: source).values.entries.mapValues(\.value)
  }()
}
