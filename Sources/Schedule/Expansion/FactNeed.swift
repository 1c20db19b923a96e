package import RuleSyntax

/// How work must stand for a fact to be about it.
package enum FactNeed: Sendable {
  /// Neither ended nor reported.
  case unreported
  case notEnded
  /// Done, waived or reported: there is something to open again.
  case done
  /// A report waits for confirmation.
  case report
  /// A request for more time waits for an answer.
  case request
  case nothing

  /// Whether such a fact answers an earlier one, so that without a key it means what waits for that.
  package var isAnswer: Bool {
    switch self {
    case .done, .report, .request: true
    case .unreported, .notEnded, .nothing: false
    }
  }

  func holds(isDone: Bool, isWithdrawn: Bool = false, isReported: Bool, isAsked: Bool) -> Bool {
    switch self {
    case .unreported: !isDone && !isWithdrawn && !isReported
    case .notEnded: !isDone && !isWithdrawn
    case .done: isDone || isReported
    case .report: isReported
    case .request: isAsked
    case .nothing: true
    }
  }
}

extension FactKind {
  /// How work must stand for such a fact to be about it.
  package var need: FactNeed {
    switch self {
    case .done, .reported: .unreported
    case .set, .extended, .waived, .reassigned, .silenced, .accepted, .progress, .assigned, .extensionAsked: .notEnded
    case .undone: .done
    case .confirmed, .returned: .report
    case .extensionRefused, .extensionWithdrawn: .request
    case .explanationAsked, .explained, .happened, .corrected, .withdrawn: .nothing
    }
  }
}

extension Duty {
  /// Whether it stands so that a fact of the kind can be about it.
  package func fits(_ kind: FactKind) -> Bool {
    kind.need.holds(
      isDone: isDone, isWithdrawn: closed != nil && !isDone, isReported: report != nil, isAsked: request != nil)
  }
}
