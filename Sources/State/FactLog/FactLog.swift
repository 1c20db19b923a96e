/// The append-only log of facts. Several processes may use one log at the same time.
package protocol FactLog: Sendable {
  /// Adds `entries` in order, whole or not at all; when it returns they survive a crash of the program and, on a disk
  /// that keeps what it promised, of the machine.
  ///
  /// - Parameter expected: the head that the caller last saw. Where another writer was faster, nothing is added and
  ///   `headMoved` is thrown, so that nothing is decided on facts that are no longer complete. Nil if any head will do.
  func append(_ entries: [FactEntry], after expected: FactHead?) throws(StoreFailure) -> [RecordedFact]

  /// The selected facts, in order, and the head of the log that they were read from, of one moment.
  func read(_ selection: FactSelection) throws(StoreFailure) -> (facts: [RecordedFact], head: FactHead)

  /// The head of the log. Takes the same time however long the log is.
  func head() throws(StoreFailure) -> FactHead

  /// Whether the log still begins with the facts that had this head. Takes the same time however long the log is.
  func contains(_ head: FactHead) throws(StoreFailure) -> Bool

  /// Recomputes every hash, and compares with an earlier head if one is given.
  func verify(against anchor: FactHead?) throws(StoreFailure) -> ChainWalk
}

extension FactLog {
  package func append(_ entries: [FactEntry]) throws(StoreFailure) -> [RecordedFact] {
    try append(entries, after: nil)
  }

  package func contains(_ head: FactHead) throws(StoreFailure) -> Bool { head.isIn(try read(.all).facts) }
}

/// Why a log could not be used.
package enum StoreFailure: Error, Hashable, Sendable {
  /// Another writer added facts after the head that was expected.
  case headMoved(FactHead)
  /// No room left on the disk; nothing was added.
  case diskFull
  /// The log was opened for reading, or its file or disk cannot be written.
  case readOnly
  /// The file or folder may not be opened by this user.
  case noPermission(String)
  /// The file is no database, or is damaged.
  case damaged(String)
  /// The database belongs to another program.
  case foreign
  /// A newer version of this program wrote it.
  case newer
  /// Another process held the log for too long: its name and process number; empty if the system does not tell.
  case busy(by: String)
  /// The last write to the disk failed: the facts may have been added or not.
  case uncertain(String)
  /// The restoring of this backup was begun and not finished.
  case unfinishedRestore(String)
  /// There is no such log.
  case missing
  /// It was here and is lost, or empty. The file says that it was; nil: only this process knows.
  case gone(mark: String?)
  case other(String)

  package var isLoss: Bool { if case .gone = self { true } else { false } }
}
