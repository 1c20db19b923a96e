/// The outcome of one attempt to hand a message to one recipient.
package enum TransportOutcome: Hashable, Sendable {
  /// The peer confirmed that it has the message.
  case delivered
  /// It did not arrive; the same bytes may go again, not before `notBefore` (seconds since 1970, UTC) if the peer named
  /// a time.
  case later(TransportProblem, notBefore: Int? = nil)
  /// It did not arrive and the same bytes would be refused again.
  case never(TransportProblem)
  /// The owner of the address gave it up (HTTP 410), so that nothing more is sent there.
  case gone(TransportProblem)
  /// The connection ended after the last byte was handed over and before the answer: it may have arrived. The same
  /// bytes may go again; the recipient recognises a copy by its id.
  case unknown(TransportProblem)

  /// Nil when delivered.
  package var problem: TransportProblem? {
    switch self {
    case .delivered: nil
    case .later(let problem, _), .never(let problem), .gone(let problem), .unknown(let problem):
      problem
    }
  }
}

/// Why an attempt failed.
package struct TransportProblem: Hashable, Sendable {
  /// The kind of problem, with a stable name for logs and tables.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case hostNotFound = "host-not-found"
    case noConnection = "no-connection"
    case timeOut = "time-out"
    case connectionLost = "connection-lost"
    case certificateUntrusted = "certificate-untrusted"
    case tlsFailed = "tls-failed"
    case startTLSMissing = "starttls-missing"
    case passwordRefused = "password-refused"
    case loginRequired = "login-required"
    case senderRefused = "sender-refused"
    case recipientRefused = "recipient-refused"
    case recipientDeferred = "recipient-deferred"
    case messageRefused = "message-refused"
    case serverBusy = "server-busy"
    case serverRefused = "server-refused"
    case redirected
    case addressForbidden = "address-forbidden"
    case gone
    case noSuchPlace = "no-such-place"
    case noPermission = "no-permission"
    case noSpace = "no-space"
    case tooLarge = "too-large"
    case invalidAddress = "invalid-address"
    case other
  }

  /// Which other messages the problem concerns.
  package enum Concern: Hashable, Sendable {
    /// No others: the peer answered about this message.
    case nobody
    /// Perhaps the next message too: the peer is slow, busy or hung up.
    case next
    /// All: none would arrive until the peer is mended.
    case all
  }

  package let kind: Kind
  package let concern: Concern
  /// The code of the SMTP reply or the HTTP status; nil if there was none.
  package let code: Int?
  /// The server, address or folder; never a secret, and never the path of a web address.
  package let place: String
  /// What the peer or the system said, on one line, at most 300 characters; empty if nothing.
  package let said: String

  /// - Parameter concern: nil for what is usual for the kind.
  init(_ kind: Kind, code: Int? = nil, place: String, said: String = "", concern: Concern? = nil) {
    self.kind = kind
    self.concern = concern ?? kind.concern
    self.code = code
    self.place = place
    self.said = PlainWords.line(said)
  }
}

extension TransportProblem.Kind {
  fileprivate var concern: TransportProblem.Concern {
    switch self {
    case .hostNotFound, .noConnection, .certificateUntrusted, .tlsFailed, .startTLSMissing, .passwordRefused,
      .loginRequired, .serverRefused:
      .all
    case .timeOut, .connectionLost, .serverBusy: .next
    default: .nobody
    }
  }
}

/// Makes the text of a peer fit to be shown and logged.
enum PlainWords {
  /// One line of at most 300 characters, without control and bidirectional characters.
  static func line(_ text: some StringProtocol) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(300) {
      scalars.append(isHarmful(scalar) ? " " : scalar)
    }
    return String(scalars.trimmed)
  }

  /// Control characters, line and paragraph separators, bidirectional controls, zero width space and mark.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0x061C,
      0xFEFF:
      true
    default: false
    }
  }
}

extension String.UnicodeScalarView {
  fileprivate var trimmed: Substring.UnicodeScalarView {
    let start = firstIndex { $0 != " " } ?? endIndex
    let rest = self[start...]
    let end = rest.lastIndex { $0 != " " }.map { rest.index(after: $0) } ?? start
    return rest[..<end]
  }
}
