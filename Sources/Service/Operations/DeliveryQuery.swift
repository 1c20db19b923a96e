import FactLog
package import Outbox
import Presentation
import StateFolder

/// What was sent, waits, was given up or dropped, for `deliveries`. Nil where nothing was ever sent.
package struct DeliveryQuery {
  private let state: StateFolder

  /// Which deliveries are wanted; without a state all of them.
  package struct Filter {
    var states: Set<MessageDelivery.State> = []
    var copies: Bool

    /// - Parameter copies: those in the journal and the Maildir too.
    package init(pending: Bool, dead: Bool, sent: Bool, copies: Bool) {
      self.copies = copies
      if pending { states.insert(.pending) }
      if dead { states.insert(.dead) }
      if sent { states.insert(.sent) }
    }
  }

  /// One message: to whom it went, and what it told.
  package struct Message {
    let deliveries: [MessageDelivery]
    let notices: [ToldNotice]
  }

  /// - Parameter stateFolder: the one that was named; nil: none was.
  package init(stateFolder: String?, in operations: OperationContext) throws(OperationFailure) {
    state = try operations.stateFolder(named: stateFolder)
    ClosedState.note(named: stateFolder, in: operations)
  }

  /// The latest first.
  package func deliveries(_ filter: Filter, limit: Int) throws(OperationFailure) -> [MessageDelivery]? {
    let states = filter.states.isEmpty ? Set(MessageDelivery.State.allCases) : filter.states
    return try read { log throws(StoreFailure) in
      try log.deliveries(in: states, limit: max(limit, 1), withCopies: filter.copies)
    }
  }

  /// The latest first.
  package func dropped(limit: Int) throws(OperationFailure) -> [DroppedNotice]? {
    try read { log throws(StoreFailure) in try log.dropped(limit: max(limit, 1)) }
  }

  /// Fails where there is none of that number.
  package func message(_ number: Int64) throws(OperationFailure) -> Message? {
    let found = try read { log throws(StoreFailure) in
      Message(deliveries: try log.deliveries(of: number), notices: try log.notices(of: number))
    }
    guard let found, found.deliveries.isEmpty else { return found }
    throw OperationFailure(vi: "không có thư số \(number)", en: "there is no message \(number)")
  }

  /// The bytes that went out; fails where they are no longer kept.
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
