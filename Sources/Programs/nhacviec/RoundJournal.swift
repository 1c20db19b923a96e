import Channels
import Delivery

/// What the journal is told of a round: the anchored head of the facts, and what people should look at.
struct RoundJournal {
  let isOn: Bool

  func tell(_ report: RoundReport, _ book: RoundBook) {
    guard isOn else { return }
    let transport = JournalTransport()
    func send(_ kind: JournalMessage, _ priority: Int, _ message: String) {
      guard var entry = JournalEntry(message: message, messageID: kind.id, priority: priority) else { return }
      try? entry.add("FACTS", book.anchor)
      try? entry.add("REVISION", String(book.revision))
      // Best effort: the log and the mark say it too.
      _ = transport.send(entry)
    }
    send(
      .roundEnded, 6,
      "\(report.messages) messages decided, \(report.sent) deliveries sent, \(report.pending) pending; facts \(book.anchor)"
    )
    if let held = report.held {
      send(.roundHeld, 4, held.reasons.map { "\($0.words.vi) / \($0.words.en)" }.joined(separator: "; "))
    }
    if report.dead > 0 {
      send(.deadLetters, 4, "\(report.dead) không gửi được / deliveries given up: nhacviec deliveries")
    }
    for failure in report.failures { send(.roundFailed, 4, "\(failure.vi) / \(failure.en)") }
  }
}
