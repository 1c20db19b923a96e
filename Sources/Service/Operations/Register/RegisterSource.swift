/// How the log of proposals names the register that something came in by: `register:PLAN:rows`, of one that was sent on a page with
/// the way of its sender before.
package enum RegisterSource {
  private static let name = "register"

  /// - Parameter kind: what of it is proposed.
  static func part(_ plan: String, _ kind: String) -> String { "\(name):\(plan):\(kind)" }

  /// - Parameter recorder: who sent it on a page; nil: who ran the command.
  static func way(of recorder: Recorder?, plan: String, _ kind: String) -> String {
    let part = part(plan, kind)
    return recorder.map { "\($0.way):\(part)" } ?? part
  }

  /// Whether a proposal came in by a register.
  package static func isOne(_ source: String) -> Bool {
    source.split(separator: ":").prefix(2).contains { $0 == name }
  }
}
