package import Addresses
package import Reminders

/// A message as a round adds it: rendered, and never changed after the first attempt to send it.
package struct RenderedMessage: Sendable {
  package enum Kind: String, Hashable, Sendable {
    case reminder
    /// About the program itself: undelivered messages, refused rules, a held round.
    case service
  }

  /// One of the places that it goes to, each of which has a delivery of its own.
  package struct Address: Hashable, Sendable {
    /// A mail address, a web address, `journal` or `maildir`.
    package var text: String
    /// Whether this is a copy beside the delivery to the recipient, so that it does not matter whether it arrives.
    package var isCopy: Bool

    package init(_ text: String, isCopy: Bool = false) {
      self.text = text
      self.isCopy = isCopy
    }
  }

  package var kind: Kind
  package var recipient: RecipientName
  package var channel: Channel
  package var slot: Instant
  /// From 0. Parts of one message are counted, and so are further messages to the recipient in the slot.
  package var part: Int
  package var subject: String
  /// The return path of a mail; nil for other channels.
  package var returnPath: String?
  /// The bytes that go out.
  package var body: [UInt8]
  /// Journal entries, each in the native protocol of systemd-journald.
  package var journal: [[UInt8]]
  package var addresses: [Address]
  package var notices: [Notice]
  /// A delivery that was tried and did not arrive by then is given up.
  package var stale: Instant
  /// The id that all copies have: the Message-ID without its domain, or the webhook-id.
  package private(set) var messageID: String

  package init(
    kind: Kind = .reminder, recipient: RecipientName, channel: Channel, slot: Instant, part: Int, subject: String,
    returnPath: String? = nil, body: [UInt8], journal: [[UInt8]] = [], addresses: [Address], notices: [Notice] = [],
    stale: Instant
  ) {
    self.kind = kind
    self.recipient = recipient
    self.channel = channel
    self.slot = slot
    self.part = part
    self.subject = subject
    self.returnPath = returnPath
    self.body = body
    self.journal = journal
    self.addresses = addresses
    self.notices = notices
    self.stale = stale
    messageID = Self.noID
    messageID = identity
  }

  private static let noID = NoticeKey(first: 0, second: 0).description

  /// Writes the contents, which may contain the id: at first with an id of zeros, from which the id is computed, so
  /// that two different texts never have the same id.
  package mutating func write<Failure: Error>(
    _ contents: (inout RenderedMessage) throws(Failure) -> Void
  ) throws(Failure) {
    messageID = Self.noID
    try contents(&self)
    messageID = identity
    try contents(&self)
  }

  private var identity: String {
    NoticeKey(message: recipient, channel, slot, part: part, subject: subject, contents: body).description
  }
}

/// Joins several byte strings into one, each behind its length in four bytes.
enum Lengths {
  static func join(_ parts: [[UInt8]]) -> [UInt8] {
    parts.flatMap { part in
      let count = UInt32(part.count)
      return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) } + part
    }
  }

  /// Nil if the lengths do not fit.
  static func split(_ bytes: [UInt8]) -> [[UInt8]]? {
    var parts: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard rest.count >= 4 else { return nil }
      let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(4)
      guard count <= rest.count else { return nil }
      parts.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return parts
  }
}
