import Channels
import Delivery
import Diagnostics
import Revisions

/// Writes into the systemd journal: what a round did with the head of the facts, and which rules went live or wait.
struct RoundJournal {
  private let write: ((JournalEntry) -> Void)?

  init(_ context: RemindContext) { write = context.journal }

  func tell(_ report: RoundReport, _ book: RoundBook) {
    let fields = [("FACTS", book.head.description), ("REVISION", String(book.revision))]
    func send(_ kind: JournalMessage, _ priority: Int, _ message: String) {
      self.send(kind, priority, message, fields)
    }
    send(
      .roundEnded, 6,
      "\(report.messages) messages decided, \(report.sent) deliveries sent, \(report.pending) pending; facts \(book.head)"
    )
    if let held = report.held {
      send(.roundHeld, 4, held.reasons.map { "\($0.words.vi) / \($0.words.en)" }.joined(separator: "; "))
    }
    if report.dead > 0 {
      send(.deadLetters, 4, "\(report.dead) không gửi được / deliveries given up: nhacviec deliveries")
    }
    for failure in report.failures { send(.roundFailed, 4, "\(failure.vi) / \(failure.en)") }
  }

  /// Writes who made which rules live, or which rules wait and why. The daemon reports rules with errors.
  func tell(_ outcome: PromotionOutcome, by author: String) {
    switch outcome {
    case .promoted(let number, _):
      send(
        .rulesPromoted, 5, "quy tắc bản \(number) có hiệu lực / revision \(number) of the rules is live (\(author))",
        [("REVISION", String(number)), ("AUTHOR", author)])
    case .waits(let waiting):
      send(
        .rulesWaiting, 4,
        "quy tắc mới chờ xác nhận / new rules wait to be accepted (\(author)):\n\(waiting.reasons.vi)\n\(waiting.reasons.en)",
        [("HASH", waiting.hash), ("AUTHOR", author)])
    case .unchanged, .refused, .otherSources: break
    }
  }

  /// Sends an entry without checking that it arrived: the log, the mark and the revisions say the same.
  private func send(_ kind: JournalMessage, _ priority: Int, _ message: String, _ fields: [(String, String)]) {
    guard let write, var entry = JournalEntry(message: message, messageID: kind.id, priority: priority) else { return }
    for (name, value) in fields { try? entry.add(name, value) }
    write(entry)
  }
}
