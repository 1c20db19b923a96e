import Addresses
package import Presentation
import SettingKeys

/// The value of one key as TOML. It is never a secret, because a configuration only names where secrets are.
package struct ConfigurationSetting: Hashable, Sendable {
  /// The key; parts with dots are in quotes: `webhook.host."chat.example".format`.
  package var name: String
  /// Nil if there is no value.
  package var value: String?
  /// Whether the value is that of the file.
  package var isSet: Bool

  /// A line that a configuration file could have; it says if the value is the default, and is a comment if there is none.
  package func line(_ language: Language) -> String {
    guard let value else { return "# \(name)" }
    return "\(name) = \(value)" + (isSet ? "" : "  # " + language.choose(vi: "mặc định", en: "default"))
  }
}

extension ConfigurationValues {
  /// All keys in the order of the shipped file; the set keys of a table with a `*` follow one another for each name that
  /// the file has there.
  var settings: [ConfigurationSetting] {
    ConfigurationKey.all.flatMap { key -> [ConfigurationSetting] in
      guard let star = key.path.firstIndex(of: "*") else { return [setting(key.path)] }
      let table = ConfigurationKey.all.filter { $0.table == key.table }
      guard key.name == table.first?.name else { return [] }
      return names(under: Array(key.path[..<star])).flatMap { name in
        table.map { setting($0.path.map { $0 == "*" ? name : $0 }) }.filter(\.isSet)
      }
    }
  }

  private func setting(_ path: [String]) -> ConfigurationSetting {
    let name = path.map { ConfigurationValues.isBareKey($0) ? $0 : ConfigurationValue.quoted($0) }
      .joined(separator: ".")
    let value = value(at: path)?.toml
    return ConfigurationSetting(name: name, value: value, isSet: entries[path] != nil)
  }

  private static func isBareKey(_ text: String) -> Bool { HostName.isDomain(text) && !text.contains(".") }
}
