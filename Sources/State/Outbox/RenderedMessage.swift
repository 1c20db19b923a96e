package import Addresses
package import Reminders

/// A message as a round adds it: rendered once, and never changed after the first attempt to send it.
package struct RenderedMessage: Sendable {
  package enum Kind: String, Hashable, Sendable {
    case reminder
    /// About the program itself: undelivered messages, refused rules, a held round.
    case service
  }

  /// Where it goes; each is delivered apart.
  package struct Address: Hashable, Sendable {
    /// A mail address, a web address, `journal` or `maildir`.
    package var text: String
    /// Not to the recipient: whether it arrives does not count.
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
  /// From 0; parts of one message and messages that could not go with it count on.
  package var part: Int
  package var subject: String
  /// Of a mail.
  package var returnPath: String?
  /// The bytes that go out.
  package var body: [UInt8]
  /// Entries of the journal in its native protocol.
  package var journal: [[UInt8]]
  package var addresses: [Address]
  package var notices: [Notice]
  /// A copy that was tried and did not arrive by then is given up.
  package var stale: Instant
  /// The same for every copy: Message-ID without its domain, webhook-id.
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

  /// Writes its contents, which may name the id: first with an id of zeros, from which the id follows, so that one id never
  /// stands over two texts.
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

/// Several byte strings as one.
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
