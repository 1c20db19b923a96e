import Diagnostics
import Rules
import SettingKeys
import Settings

/// Whether the units of the configuration's roles are units of the rules, and of the office.
enum RoleUnits {
  /// A warning for each that no plan knows, with which alone a login records nothing, and for each that is not of the office.
  static func findings(_ configuration: Configuration, _ rules: RuleSet) -> [Diagnostic] {
    configuration.values.names(under: ["roles"]).flatMap { login -> [Diagnostic] in
      let table = configuration.values.table(["roles", login])
      guard let entry = table.entry("units") else { return [] }
      return table.list("units").compactMap { name in
        guard let unit = UnitChoice.own(name, rules, in: nil) else {
          return unknown(name, rules, login, place(of: name, in: entry.span))
        }
        return isOutside(unit, rules) ? outside(name, login, place(of: name, in: entry.span)) : nil
      }
    }
  }

  private static func unknown(_ name: String, _ rules: RuleSet, _ login: String, _ place: Span) -> Diagnostic {
    let hint = UnitChoice.hint(name, rules)
    return ConfigurationCode.unknownUnit.diagnostic(
      .warning, vi: "[roles.\(login)]: quy tắc đang có hiệu lực không có đơn vị “\(name)”\(hint.vi)",
      en: "[roles.\(login)]: the rules in force have no unit “\(name)”\(hint.en)", at: place)
  }

  private static func outside(_ name: String, _ login: String, _ place: Span) -> Diagnostic {
    ConfigurationCode.externalUnit.diagnostic(
      .warning,
      vi: "[roles.\(login)]: “\(name)” không phải đơn vị của cơ quan; hãy nêu đơn vị của người này, "
        + "hoặc focal-point = true nếu người này ghi thay các bên",
      en: "[roles.\(login)]: “\(name)” is no unit of the office; name the unit of this user, "
        + "or set focal-point = true for who records for all sides", at: place)
  }

  /// Whether it is external, or a group whose members the rules do not keep.
  private static func isOutside(_ recipient: Recipient, _ rules: RuleSet) -> Bool {
    switch recipient {
    case .unit(let unit): rules.units[unit].kind == .external
    case .group(let group): !rules.groups[group].isKeptHere
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
