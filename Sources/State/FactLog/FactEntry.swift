package import Hashing

/// What is to be recorded: the fact as one line, who says so, when, and on what ground.
package struct FactEntry: Hashable, Sendable {
  /// The canonical line, as a file of facts holds it (docs/language.md, "Facts"): names by id, the occurrence named.
  package var line: String
  /// The id of the plan of its task or event; nil for an event that several plans share.
  package var plan: String?
  /// The login of the user, or the authenticated role (decision: author-is-login).
  package var author: String
  /// For whom the author recorded it, in addition to the author; nil if for nobody else.
  package var onBehalfOf: String?
  /// Seconds since 1970, UTC.
  package var recordedAt: Int
  /// The number of the document that it is based on.
  package var document: String?
  package var note: String?

  package init(
    line: String, plan: String?, author: String, onBehalfOf: String? = nil, recordedAt: Int, document: String? = nil,
    note: String? = nil
  ) {
    self.line = line
    self.plan = plan
    self.author = author
    self.onBehalfOf = onBehalfOf
    self.recordedAt = recordedAt
    self.document = document
    self.note = note
  }
}

/// An entry of the log: never changed, never removed.
package struct RecordedFact: Hashable, Sendable {
  /// 1, 2, 3 … without gaps.
  package let sequence: Int
  package let entry: FactEntry
  /// The hash of the fact before; `SHA256Digest.start` for the first.
  package let previousHash: SHA256Digest
  /// The hash over `previousHash` and the canonical bytes of this fact.
  package let hash: SHA256Digest

  /// A fact as a store read it, which may be wrong; `ChainWalk` checks it.
  package init(sequence: Int, entry: FactEntry, previousHash: SHA256Digest, hash: SHA256Digest) {
    self.sequence = sequence
    self.entry = entry
    self.previousHash = previousHash
    self.hash = hash
  }
}

extension FactHead {
  /// Whether `facts`, which are a whole log, begin with those that had this head.
  package func isIn(_ facts: [RecordedFact]) -> Bool {
    guard count > 0 else { return self == .empty }
    return facts.count >= count && facts[count - 1].sequence == count && facts[count - 1].hash == hash
  }
}

/// Selects the facts to be read.
package struct FactSelection: Hashable, Sendable {
  /// Only those with a greater sequence number.
  package var after: Int
  /// Only those of this plan and those of no single plan; nil: all.
  package var plan: String?

  package init(after: Int = 0, plan: String? = nil) {
    self.after = after
    self.plan = plan
  }

  package static let all = FactSelection()

  /// Whether the fact is selected.
  package func holds(_ fact: RecordedFact) -> Bool {
    fact.sequence > after && (plan == nil || fact.entry.plan == nil || fact.entry.plan == plan)
  }
}
