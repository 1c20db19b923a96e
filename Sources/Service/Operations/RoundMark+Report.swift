import Delivery
import Diagnostics
import Reminders
import StateFolder

extension RoundMark {
  mutating func fill(_ report: RoundReport, _ book: RoundBook) {
    next = report.next?.seconds
    facts = book.anchor
    revision = book.revision
    held = report.held.flatMap { Words($0.reasons.map(\.words)) }
    pending = report.pending
    dead = report.deadInAll
    sent = report.sent
    failure = Words(report.failures)
    late = report.late?.count ?? 0
    lateSince = report.late?.since.seconds
    lateReason = report.late?.reason.map { Words(vi: $0.vi, en: $0.en) }
    unitsWithoutMail = report.unitsWithoutMail
  }
}

extension StateFolder {
  /// A round that broke off says why, for status and monitoring; a mark with a failure never makes a round be left out. Where
  /// even that cannot be written, the round is under way for who looks, and later too old.
  func noteFailure(_ words: Diagnostic.Words, after earlier: RoundMark?, at now: Instant) {
    var mark = earlier ?? RoundMark(began: now.seconds, stamp: "-")
    // The timer comes by.
    (mark.began, mark.sent, mark.next) = (now.seconds, 0, now.seconds + 600)
    mark.failure = RoundMark.Words(vi: words.vi, en: words.en)
    do { try WholeFile.replace(roundMark, with: mark.text) } catch { _ = try? Folder.move(earlierMark, to: roundMark) }
  }
}

extension RoundMark.Words {
  /// Nil where there are none.
  fileprivate init?(_ problems: [RoundReport.Words]) {
    guard !problems.isEmpty else { return nil }
    self.init(
      vi: problems.map(\.vi).joined(separator: "; "), en: problems.map(\.en).joined(separator: "; "))
  }
}
