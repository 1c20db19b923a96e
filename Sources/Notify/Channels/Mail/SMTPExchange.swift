import CCurl

/// The conversation with the server about one mail, as libcurl reports it. The outcome follows from it.
final class SMTPExchange {
  enum Command: Equatable {
    case greeting, hello, startTLS, login, sender, recipient, data
  }

  struct Reply {
    var code = 0
    var text = ""
  }

  private(set) var command = Command.greeting
  private(set) var last = Reply()
  /// Whether the server replied 354, so that bytes of the mail are on their way.
  private(set) var hasStartedContent = false
  /// The reply to the whole mail; nil if there is none yet.
  private(set) var contentReply: Reply?
  private var isReplyOpen = false
  /// Whether QUIT was sent, after which replies do not matter.
  private var hasQuit = false
  private let content: UnsafeBufferPointer<UInt8>
  private var offset = 0

  init(_ content: UnsafeBufferPointer<UInt8>) { self.content = content }

  /// Whether all bytes were taken. libcurl adds the final dot only then, so that before that nothing can have arrived.
  var isHandedOver: Bool { hasStartedContent && offset == content.count }

  func take(into target: UnsafeMutablePointer<CChar>, atMost room: Int) -> Int {
    let count = min(room, content.count - offset)
    if count > 0, let source = content.baseAddress {
      UnsafeMutableRawPointer(target).copyMemory(from: source + offset, byteCount: count)
      offset += count
    }
    return count
  }

  /// Notes a line that was sent. Only its verb is read, because a password follows AUTH.
  func sent(_ line: UnsafeBufferPointer<UInt8>) {
    guard last.code != 334 else { return }
    switch String(decoding: line.prefix(4), as: UTF8.self) {
    case "EHLO", "HELO": command = .hello
    case "STAR": command = .startTLS
    case "AUTH": command = .login
    case "MAIL": command = .sender
    case "RCPT": command = .recipient
    case "DATA": command = .data
    case "QUIT": hasQuit = true
    default: break
    }
  }

  /// Notes a line of a reply: after `250-…` the reply goes on, `250 …` ends it (RFC 5321, 4.2.1).
  func received(_ line: UnsafeBufferPointer<UInt8>) {
    guard !hasQuit, line.count >= 3,
      let code = Int(String(decoding: line.prefix(3), as: UTF8.self))
    else {
      return
    }
    let goesOn = line.count > 3 && line[3] == UInt8(ascii: "-")
    let text = String(
      decoding: line.dropFirst(4).prefix { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self)
    if isReplyOpen, last.text.utf8.count < 1000 { last.text += " " + text }
    if !isReplyOpen { last.text = text }
    last.code = code
    isReplyOpen = goesOn
    if goesOn { return }
    if hasStartedContent {
      contentReply = contentReply ?? last
    } else if command == .data, code == 354 {
      hasStartedContent = true
    }
  }

  /// What became of the mail.
  ///
  /// - Parameters:
  ///   - code: libcurl's result.
  ///   - words: libcurl's words, for where no reply says more.
  func outcome(_ code: CURLcode, words: String, place: String) -> TransportOutcome {
    func problem(_ kind: TransportProblem.Kind, _ reply: Reply) -> TransportProblem {
      // From the recipient on, a refusal concerns this mail alone, except 421, with which the server closes.
      let isOfMail = [.recipient, .data].contains(command) && reply.code >= 400 && reply.code != 421
      return TransportProblem(
        kind, code: reply.code, place: place, said: reply.text, concern: isOfMail ? .nobody : nil)
    }
    if let reply = contentReply {
      switch reply.code {
      case 200..<300: return .delivered
      case 400..<500: return .later(problem(.serverBusy, reply))
      case 500..<600: return .never(problem(.messageRefused, reply))
      default: return .unknown(problem(.other, reply))
      }
    }
    if code == CURLE_OK { return .delivered }
    if hasStartedContent {
      let lost = TransportProblem(TransportProblem.Kind(code), place: place, said: words)
      return isHandedOver ? .unknown(lost) : .later(lost)
    }
    if code == CURLE_USE_SSL_FAILED, command == .startTLS {
      return .later(problem(.startTLSMissing, last))
    }
    guard last.code >= 400, code != CURLE_OPERATION_TIMEDOUT else {
      return .later(TransportProblem(TransportProblem.Kind(code), place: place, said: words))
    }
    return refusal(problem)
  }

  /// The outcome where the mail or the session was refused before the content. What concerns the session is tried again
  /// after the configuration is mended.
  private func refusal(_ problem: (TransportProblem.Kind, Reply) -> TransportProblem)
    -> TransportOutcome
  {
    let isFinal = last.code >= 500
    switch (last.code, command) {
    case (421, _): return .later(problem(.serverBusy, last))
    case (_, .login): return .later(problem(isFinal ? .passwordRefused : .serverBusy, last))
    // RFC 4954, 6: the login is missing, too weak, wrong, or wants encryption.
    case (530, _), (534, _), (535, _), (538, _): return .later(problem(.loginRequired, last))
    case (552, .sender): return .never(problem(.tooLarge, last))
    case (_, .sender):
      return isFinal ? .never(problem(.senderRefused, last)) : .later(problem(.serverBusy, last))
    case (_, .recipient):
      return isFinal
        ? .never(problem(.recipientRefused, last)) : .later(problem(.recipientDeferred, last))
    case (_, .data):
      return isFinal ? .never(problem(.messageRefused, last)) : .later(problem(.serverBusy, last))
    default: return .later(problem(isFinal ? .serverRefused : .serverBusy, last))
    }
  }
}
