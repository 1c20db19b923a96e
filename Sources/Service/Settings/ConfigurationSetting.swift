import Addresses
import SettingKeys

/// What holds for one key, as TOML. Secrets are not among them: a configuration names where they lie.
package struct ConfigurationSetting: Hashable, Sendable {
  /// Names with dots in quotes: `webhook.host."chat.example".format`.
  package var name: String
  /// Nil: nothing holds.
  package var value: String?
  /// Whether the file says so.
  package var isSet: Bool
}

extension ConfigurationValues {
  /// All keys in the order of the shipped file; those below a `*` once for each name.
  var settings: [ConfigurationSetting] {
    ConfigurationKey.all.flatMap { key -> [ConfigurationSetting] in
      let path = key.path
      guard let star = path.firstIndex(of: "*") else { return [setting(path)] }
      return names(under: Array(path[..<star])).compactMap { name in
        var own = path
        own[star] = name
        let found = setting(own)
        return found.isSet ? found : nil
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
