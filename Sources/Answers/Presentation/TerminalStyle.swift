/// Colours and weights of text on a terminal, by ANSI escape sequences (ECMA-48, SGR), or none.
package struct TerminalStyle: Sendable {
  package enum Role: Sendable {
    case error, warning, remark, place, fix, heading, overdue, soon, dayOff, workedDayOff, today, faint
  }

  package let isColoured: Bool

  package init(isColoured: Bool) { self.isColoured = isColoured }

  package static let plain = TerminalStyle(isColoured: false)

  package func callAsFunction(_ role: Role, _ text: String) -> String {
    guard isColoured, !text.isEmpty else { return text }
    return "\u{1B}[\(Self.code(of: role))m\(text)\u{1B}[0m"
  }

  private static func code(of role: Role) -> String {
    switch role {
    case .error, .overdue: "1;31"
    case .warning, .soon: "1;33"
    case .remark: "1;36"
    case .place: "1;34"
    case .fix: "32"
    case .heading: "1"
    case .dayOff: "31"
    case .workedDayOff: "36"
    case .today: "7"
    case .faint: "2"
    }
  }
}
