package import Hashing

/// The hash chain over the log: each fact's hash is SHA-256 over the hash before it and the fact's canonical bytes.
///
/// Canonical bytes, version 1: the byte 1, then sequence, line, plan, author, for whom, recorded at, document and note,
/// each as one byte (1; 0 where there is none), its length in eight bytes, big-endian, and its UTF-8; numbers are decimal.
/// No two facts have the same bytes.
package enum FactChain {
  /// Adds `entries` behind `head`, in order. Throws for a text with a zero byte, at which databases cut texts off.
  package static func link(_ entries: [FactEntry], behind head: FactHead) throws(StoreFailure) -> [RecordedFact] {
    var previous = head.hash
    var sequence = head.count
    var facts: [RecordedFact] = []
    facts.reserveCapacity(entries.count)
    for entry in entries {
      sequence += 1
      let texts = [entry.line, entry.plan, entry.author, entry.onBehalfOf, entry.document, entry.note]
      if texts.contains(where: { $0?.utf8.contains(0) ?? false }) { throw .other("zero byte: \(entry.line)") }
      let hash = try hash(sequence, entry, behind: previous)
      facts.append(RecordedFact(sequence: sequence, entry: entry, previousHash: previous, hash: hash))
      previous = hash
    }
    return facts
  }

  /// The hash of a fact with this number behind `previous`. Throws only where libcrypto fails.
  package static func hash(
    _ sequence: Int, _ entry: FactEntry, behind previous: SHA256Digest
  ) throws(StoreFailure) -> SHA256Digest {
    guard let hash = SHA256.hash(previous.bytes + canonicalBytes(sequence, entry)) else {
      throw .other("libcrypto: SHA-256")
    }
    return hash
  }

  static func canonicalBytes(_ sequence: Int, _ entry: FactEntry) -> [UInt8] {
    var bytes: [UInt8] = [1]
    for field in [
      String(sequence), entry.line, entry.plan, entry.author, entry.onBehalfOf, String(entry.recordedAt),
      entry.document, entry.note,
    ] {
      guard let field else {
        bytes.append(0)
        continue
      }
      bytes.append(1)
      let length = UInt64(field.utf8.count)
      for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: length >> shift)) }
      bytes += field.utf8
    }
    return bytes
  }
}

/// Walks a log from its first fact and finds the first broken link.
package struct ChainWalk {
  package enum Break: Hashable, Sendable {
    /// `found` stands where `expected` should: a fact was removed, added or moved.
    case wrongSequence(expected: Int, found: Int)
    /// The fact does not name the hash of the one before it.
    case wrongPrevious(sequence: Int)
    /// The fact's words, or its hash, were changed.
    case wrongHash(sequence: Int)
    /// The fact cannot be read at all.
    case unreadable(sequence: Int)
    /// At the anchor's count the log has another hash: it was rewritten after the anchor was taken.
    case otherThanAnchor(FactHead, found: SHA256Digest)
    /// The log is shorter than the anchor: facts at its end are gone.
    case shorterThanAnchor(FactHead, count: Int)
  }

  private let anchor: FactHead?
  /// The head of the facts that were walked so far and are not broken.
  package private(set) var head = FactHead.empty
  /// The first break; nil if there is none so far.
  package private(set) var broken: Break?

  package init(against anchor: FactHead? = nil) {
    self.anchor = anchor
    compareWithAnchor()
  }

  /// Checks the next fact of the log. Returns false once something is broken.
  package mutating func step(_ fact: RecordedFact) throws(StoreFailure) -> Bool {
    guard broken == nil else { return false }
    let expected = head.count + 1
    if fact.sequence != expected {
      broken = .wrongSequence(expected: expected, found: fact.sequence)
    } else if fact.previousHash != head.hash {
      broken = .wrongPrevious(sequence: expected)
    } else if try FactChain.hash(expected, fact.entry, behind: head.hash) != fact.hash {
      broken = .wrongHash(sequence: expected)
    } else {
      head = FactHead(count: expected, hash: fact.hash)
      compareWithAnchor()
    }
    return broken == nil
  }

  /// Notes a row that is no fact.
  package mutating func stepOverUnreadable(at sequence: Int) { broken = broken ?? .unreadable(sequence: sequence) }

  /// Compares the length with the anchor; called after the last fact.
  package mutating func finish() {
    if broken == nil, let anchor, anchor.count > head.count {
      broken = .shorterThanAnchor(anchor, count: head.count)
    }
  }

  private mutating func compareWithAnchor() {
    guard let anchor, anchor.count == head.count, anchor.hash != head.hash else { return }
    broken = .otherThanAnchor(anchor, found: head.hash)
  }
}
