package import Addresses
package import CivilCalendar
package import Diagnostics

/// The checked values of all keys: those of the file, else the defaults.
package struct ConfigurationValues: Sendable {
  /// What the file says of one key, and the place.
  package struct Entry: Sendable {
    package var value: ConfigurationValue
    package var span: Span
  }

  private let defaults: [[String]: ConfigurationValue]
  /// What the file says, by the parts of the keys' names.
  package private(set) var entries: [[String]: Entry] = [:]
  /// The table in which names are looked up.
  private var base: [String] = []

  /// The values of an empty file, which are the defaults of `keys`.
  package init(_ keys: [ConfigurationKey]) {
    defaults = Dictionary(keys.compactMap { key in key.defaultValue.map { (key.path, $0) } }) { first, _ in first }
  }

  /// Notes what the file says of a key.
  package mutating func set(_ path: [String], _ value: ConfigurationValue, at span: Span) {
    entries[path] = Entry(value: value, span: span)
  }

  /// What the file says of the key; nil if it says nothing.
  package func entry(_ name: String) -> Entry? { entries[base + ConfigurationValues.path(name)] }

  /// The first of these keys that the file has.
  package func first(of names: [String]) -> Entry? { names.lazy.compactMap { entry($0) }.first }

  /// The value in the file, else the default.
  package func value(at path: [String]) -> ConfigurationValue? { entries[path]?.value ?? standard(path) }

  /// The default of the key, also where one of its parts stands in the place of a `*`.
  private func standard(_ path: [String]) -> ConfigurationValue? {
    if let found = defaults[path] { return found }
    for index in path.indices {
      var key = path
      key[index] = "*"
      if let found = defaults[key] { return found }
    }
    return nil
  }

  private func value(_ name: String) -> ConfigurationValue? { value(at: base + ConfigurationValues.path(name)) }

  /// Nil if the key has no value, or one of another kind.
  package func text(_ name: String) -> String? {
    if case .text(let text)? = value(name) { text } else { nil }
  }

  /// Nil if the key has no value, or one of another kind.
  package func integer(_ name: String) -> Int? {
    if case .integer(let number)? = value(name) { number } else { nil }
  }

  /// The integer of a key that has a default.
  package func number(_ name: String) -> Int { integer(name) ?? 0 }

  /// The time of a key that has a default, in minutes since midnight.
  package func minutes(_ name: String) -> Int { time(name)?.minutes ?? 0 }

  /// The value of a key that is a choice among the cases; nil if it has neither value nor default.
  package func choice<Choice: RawRepresentable<String>>(_ name: String) -> Choice? {
    text(name).flatMap { Choice(rawValue: $0) }
  }

  /// Nil if the key has no mailbox.
  package func mailbox(_ name: String) -> Mailbox? {
    if case .mailbox(let mailbox, _)? = value(name) { mailbox } else { nil }
  }

  /// Empty if the key has no networks.
  package func networks(_ name: String) -> [NetworkRange] {
    if case .networks(let networks)? = value(name) { networks } else { [] }
  }

  /// False if the key has neither value nor default.
  package func boolean(_ name: String) -> Bool {
    if case .boolean(let boolean)? = value(name) { boolean } else { false }
  }

  /// Empty if the key has no list.
  package func list(_ name: String) -> [String] {
    if case .list(let items)? = value(name) { items } else { [] }
  }

  /// Nil if the key has no time.
  package func time(_ name: String) -> ClockTime? { text(name).flatMap(ConfigurationValues.time) }

  /// A diagnostic where both `NAME-credential` and `NAME-file` are set, since only one place can hold the secret.
  package func secretConflict(_ name: String) -> [Diagnostic] {
    guard entry("\(name)-credential") != nil, let file = entry("\(name)-file") else { return [] }
    return [
      ConfigurationCode.conflict.diagnostic(
        vi: "chỉ được ghi một trong “\(name)-credential” và “\(name)-file”",
        en: "only one of “\(name)-credential” and “\(name)-file” may be there", at: file.span)
    ]
  }

  /// The same values; names are then looked up within the table.
  package func table(_ path: [String]) -> ConfigurationValues {
    var values = self
    values.base = base + path
    return values
  }

  /// The names that the file puts in the place of a `*` behind `path`, sorted.
  package func names(under path: [String]) -> [String] {
    Set(entries.keys.compactMap { $0.count > path.count && $0.starts(with: path) ? $0[path.count] : nil }).sorted()
  }

  private static func path(_ name: String) -> [String] { name.split(separator: ".").map(String.init) }

  /// Reads `08:00`, from 00:00 to 23:59; nil for any other text.
  package static func time(_ text: String) -> ClockTime? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.allSatisfy(\.isASCII) }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return ClockTime(hour: hour, minute: minute)
  }
}
