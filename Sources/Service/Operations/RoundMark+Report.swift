import Delivery
import Diagnostics
import Reminders
import StateFolder

extension RoundMark {
  mutating func fill(_ report: RoundReport, _ book: RoundBook) {
    next = report.next?.seconds
    facts = book.head.description
    revision = book.revision
    held = report.held.flatMap { Self.joined($0.reasons.map(\.words)) }
    pending = report.pending
    dead = report.deadInAll
    sent = report.sent
    failure = Self.joined(report.failures)
    late = report.late?.count ?? 0
    lateSince = report.late?.since.seconds
    lateReason = report.late?.reason
    unitsWithoutMail = report.unitsWithoutMail
  }

  /// Nil where there are none.
  private static func joined(_ problems: [Bilingual]) -> Bilingual? {
    problems.isEmpty ? nil : problems.joined(separator: "; ")
  }
}

extension StateFolder {
  /// A round that broke off says why, for status and monitoring; a mark with a failure never makes a round be left out. Where
  /// even that cannot be written, the round is under way for who looks, and later too old.
  func noteFailure(_ words: Bilingual, after earlier: RoundMark?, at now: Instant) {
    var mark = earlier ?? RoundMark(began: now.seconds, stamp: "-")
    // The timer comes by.
    (mark.began, mark.sent, mark.next) = (now.seconds, 0, now.seconds + 600)
    mark.failure = words
    do { try WholeFile.replace(roundMark, with: mark.text) } catch { _ = try? Folder.move(earlierMark, to: roundMark) }
  }
}
