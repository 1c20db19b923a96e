import FactLog
package import Outbox
import Presentation
package import Reminders
import Replies
import StateFolder

/// Reads from the outbox what was sent, waits, was given up or dropped, for the command `deliveries`. All queries are
/// nil if nothing was ever sent.
package struct DeliveryQuery {
  private let state: StateFolder

  /// Which deliveries are wanted; if no state is, those in all states.
  package struct Filter {
    var states: Set<MessageDelivery.State> = []
    var copies: Bool

    /// - Parameter copies: whether copies in the journal and the Maildir are wanted too.
    package init(pending: Bool, dead: Bool, sent: Bool, copies: Bool) {
      self.copies = copies
      if pending { states.insert(.pending) }
      if dead { states.insert(.dead) }
      if sent { states.insert(.sent) }
    }
  }

  /// - Parameter stateFolder: the state folder that the user named; nil if they named none.
  package init(stateFolder: String?, in operations: OperationContext) throws(OperationFailure) {
    state = try operations.stateFolder(named: stateFolder)
    ClosedState.note(named: stateFolder, in: operations)
  }

  /// The wanted deliveries, the latest first.
  package func deliveries(_ filter: Filter, limit: Int) throws(OperationFailure) -> [MessageDelivery]? {
    let states = filter.states.isEmpty ? Set(MessageDelivery.State.allCases) : filter.states
    return try read { log throws(StoreFailure) in
      try log.deliveries(in: states, limit: max(limit, 1), withCopies: filter.copies)
    }
  }

  /// The notices that were decided and dropped, the latest first.
  package func dropped(limit: Int) throws(OperationFailure) -> [DroppedNotice]? {
    try read { log throws(StoreFailure) in try log.dropped(limit: max(limit, 1)) }
  }

  /// Who was told of any of these subjects.
  package func told(of subjects: [SubjectKey]) throws(OperationFailure) -> [ToldStep]? {
    try read { log throws(StoreFailure) in
      var told: [ToldStep] = []
      for subject in subjects { told += try log.told(of: subject) }
      return told
    }
  }

  /// The message of that number; fails if there is none.
  package func message(_ number: Int64) throws(OperationFailure) -> LoggedMessage? {
    let found = try read { log throws(StoreFailure) in try log.message(number) }
    if case .some(nil) = found {
      throw OperationFailure(vi: "không có thư số \(number)", en: "there is no message \(number)")
    }
    return found ?? nil
  }

  /// The same; nil if there is none.
  package func find(_ number: Int64) throws(OperationFailure) -> LoggedMessage? {
    try read { log throws(StoreFailure) in try log.message(number) } ?? nil
  }

  /// Messages, the latest first.
  /// - Parameter number: only those before this one; nil begins with the latest.
  package func messages(
    before number: Int64?, _ selection: MessageSelection, limit: Int
  ) throws(OperationFailure) -> [LoggedMessage]? {
    try read { log throws(StoreFailure) in try log.messages(before: number, selection, limit: limit) }
  }

  /// How many messages there are of these.
  package func count(_ selection: MessageSelection) throws(OperationFailure) -> Int? {
    try read { log throws(StoreFailure) in try log.count(selection) }
  }

  /// The plain text of a mail; nil if it is no longer kept, or nothing that can be read as a mail.
  package func text(ofMail number: Int64) throws(OperationFailure) -> String? {
    let content = try read { log throws(StoreFailure) in try log.content(of: number) }
    return (content ?? nil).flatMap { try? IncomingMail($0.body).text }
  }

  /// The bytes of a message as they went out; fails if they are no longer kept.
  package func body(of number: Int64) throws(OperationFailure) -> [UInt8]? {
    guard try message(number) != nil else { return nil }
    let content = try read { log throws(StoreFailure) in try log.content(of: number) }
    if let content = content ?? nil { return content.body }
    throw OperationFailure(vi: "nội dung không còn được giữ", en: "its text is no longer kept")
  }

  private func read<Value>(_ body: (OutboxLog) throws(StoreFailure) -> Value) throws(OperationFailure) -> Value? {
    do throws(StoreFailure) { return try body(try OutboxLog(state, .reading)) } catch {
      if error == .missing { return nil }
      throw OperationFailure([FactLogWords.diagnostic(error, at: state.postDatabase)])
    }
  }
}
