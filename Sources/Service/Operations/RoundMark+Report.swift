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
    late = report.late
    lateCopies = report.lateCopies
    unitsWithoutMail = report.unitsWithoutMail
    linkFault = report.linkFault
  }

  /// The problems in one text; nil if there are none.
  private static func joined(_ problems: [Bilingual]) -> Bilingual? {
    problems.isEmpty ? nil : problems.joined(separator: "; ")
  }
}

extension StateFolder {
  /// Leaves a mark that says why a round broke off, for status and monitoring. A mark with a failure never lets a later
  /// round be skipped. If it cannot be written, the earlier mark is put back.
  func noteFailure(_ words: Bilingual, after earlier: RoundMark?, at now: Instant) {
    var mark = earlier ?? RoundMark(began: now.seconds, stamp: "-")
    // The timer starts the next round in ten minutes.
    (mark.began, mark.sent, mark.next) = (now.seconds, 0, now.seconds + 600)
    mark.failure = words
    do { try WholeFile.replace(roundMark, with: mark.text) } catch { _ = try? Folder.move(earlierMark, to: roundMark) }
  }
}
