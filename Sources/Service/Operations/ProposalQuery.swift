import FactLog
import Presentation
package import Proposals
import RuleSyntax
import StateFolder

/// Finds proposals, for the commands about them.
package struct ProposalQuery {
  let state: StateFolder

  /// - Parameter stateFolder: the state folder that the user named; nil if they named none.
  package init(stateFolder: String?, in operations: OperationContext) throws(OperationFailure) {
    state = try operations.stateFolder(named: stateFolder)
  }

  /// The latest first; empty if nothing was ever proposed.
  /// - Parameters:
  ///   - standing: nil: whatever became of them.
  ///   - number: only those before it.
  package func proposals(
    _ standing: Proposal.Standing? = nil, before number: Int64 = .max, limit: Int
  ) throws(OperationFailure) -> [Proposal] {
    try read { log throws(StoreFailure) in
      try log.proposals(standing, before: number, limit: max(1, limit))
    } ?? []
  }

  /// Nil if there is none of that number.
  package func known(_ number: Int64) throws(OperationFailure) -> Proposal? {
    try read { log throws(StoreFailure) in try log.proposal(number) } ?? nil
  }

  /// Fails if there is none of that number.
  package func proposal(_ number: Int64) throws(OperationFailure) -> Proposal {
    if let found = try known(number) { return found }
    throw OperationFailure(vi: "không có đề xuất số \(number)", en: "there is no proposal \(number)")
  }

  /// The bytes of the mail, or of the rule file, that proposed it.
  package func source(of number: Int64) throws(OperationFailure) -> [UInt8] {
    let found = try read { log throws(StoreFailure) in try log.source(of: number) }
    if let found = found ?? nil { return found }
    throw OperationFailure(vi: "không có đề xuất số \(number)", en: "there is no proposal \(number)")
  }

  /// How many were decided.
  package func decided() throws(OperationFailure) -> Int {
    try read { log throws(StoreFailure) in try log.decided() } ?? 0
  }

  /// How many wait; 0 if nothing was ever proposed.
  package func waiting() throws(OperationFailure) -> Int {
    try read { log throws(StoreFailure) in try log.waiting() } ?? 0
  }

  /// The head of the facts as proposals keep it; that of an empty log if there is none.
  static func head(_ store: FactStore?) throws(OperationFailure) -> String {
    guard let store else { return FactHead.empty.description }
    do throws(StoreFailure) { return try store.read().head.description } catch {
      if error == .missing { return FactHead.empty.description }
      throw OperationFailure([store.complaint(error)])
    }
  }

  /// Nil if nothing was ever proposed.
  func read<Value>(_ body: (ProposalLog) throws(StoreFailure) -> Value) throws(OperationFailure) -> Value? {
    do throws(StoreFailure) { return try body(try ProposalLog(state, .reading)) } catch {
      if error == .missing { return nil }
      throw OperationFailure(error, at: state.proposalsDatabase)
    }
  }

  /// Refuses a proposal that waits; fails if the reason has no words.
  package func refuse(
    _ number: Int64, because reason: String, in operations: OperationContext
  ) throws(OperationFailure) {
    let reason = try PlainWords.given(reason)
    let proposal = try waitingProposal(number)
    try decide(
      proposal, .init(.refused, by: operations.login, at: Int64(operations.now), reason: reason), in: operations)
  }

  /// Takes back a proposal that waits, for who proposed it.
  package func withdraw(_ number: Int64, by recorder: Recorder, in operations: OperationContext)
    throws(OperationFailure)
  {
    let proposal = try waitingProposal(number)
    try decide(proposal, .init(.withdrawn, by: recorder.author, at: Int64(operations.now)), in: operations)
  }

  /// Fails if the proposal does not wait any more.
  func waitingProposal(_ number: Int64) throws(OperationFailure) -> Proposal {
    let proposal = try proposal(number)
    guard let decision = proposal.decision else { return proposal }
    throw Self.decided(proposal.number, decision)
  }

  func decide(
    _ proposal: Proposal, _ decision: Proposal.Decision, in operations: OperationContext
  ) throws(OperationFailure) {
    let isDone = try Self.attempt(state.proposalsDatabase) { () throws(StoreFailure) in
      try ProposalLog(state, .writing).decide(proposal.number, decision)
    }
    if !isDone, let other = try self.proposal(proposal.number).decision {
      throw Self.decided(proposal.number, other)
    }
  }

  private static func decided(_ number: Int64, _ decision: Proposal.Decision) -> OperationFailure {
    let when = RoundReportText.moment(.init(seconds: decision.decided))
    return switch decision.verdict {
    case .accepted:
      OperationFailure(
        vi: "đề xuất số \(number) đã được \(decision.author) chấp nhận lúc \(when)",
        en: "proposal \(number) was accepted by \(decision.author) at \(when)")
    case .refused:
      OperationFailure(
        vi: "đề xuất số \(number) đã bị \(decision.author) từ chối lúc \(when)",
        en: "proposal \(number) was refused by \(decision.author) at \(when)")
    case .withdrawn:
      OperationFailure(
        vi: "đề xuất số \(number) đã được \(decision.author) rút lúc \(when)",
        en: "proposal \(number) was withdrawn by \(decision.author) at \(when)")
    }
  }

  /// Runs `body`, and words its failure.
  static func attempt<Value>(
    _ place: String, _ body: () throws(StoreFailure) -> Value
  ) throws(OperationFailure) -> Value {
    do throws(StoreFailure) { return try body() } catch { throw OperationFailure(error, at: place) }
  }
}

extension OperationFailure {
  init(_ failure: StoreFailure, at place: String) {
    self.init([FactLogWords.diagnostic(failure, at: place)], ending: Ending(of: failure))
  }
}
