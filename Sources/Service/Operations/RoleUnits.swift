import Diagnostics
import Rules
import SettingKeys
import Settings

/// Whether the units of the configuration's roles are units of the rules.
enum RoleUnits {
  /// A warning for each that no plan knows: with it alone a login records nothing.
  static func findings(_ configuration: Configuration, _ rules: RuleSet) -> [Diagnostic] {
    configuration.values.names(under: ["roles"]).flatMap { login -> [Diagnostic] in
      let table = configuration.values.table(["roles", login])
      guard let entry = table.entry("units") else { return [] }
      return table.list("units").filter { UnitChoice.own($0, rules, in: nil) == nil }.map { name in
        let hint = UnitChoice.hint(name, rules)
        return ConfigurationCode.unknownUnit.diagnostic(
          .warning, vi: "[roles.\(login)]: quy tắc đang có hiệu lực không có đơn vị “\(name)”\(hint.vi)",
          en: "[roles.\(login)]: the rules in force have no unit “\(name)”\(hint.en)",
          at: place(of: name, in: entry.span))
      }
    }
  }

  /// Where the name stands in the list, if it stands there as it is read.
  private static func place(of name: String, in list: Span) -> Span {
    let text = Array(ConfigurationValue.quoted(name).utf8)
    let starts = list.start..<max(list.start, list.end - text.count + 1)
    let start = starts.first { list.source.bytes[$0..<$0 + text.count].elementsEqual(text) }
    return start.map { Span(list.source, $0, $0 + text.count) } ?? list
  }
}
