package import Diagnostics
package import Reminders
package import StateFolder

/// What a round did.
package struct RoundReport: Sendable {
  package var began: Instant
  /// How many messages and notices were decided in it.
  package var messages = 0
  package var notices = 0
  /// How many deliveries, copies among them, were sent, failed or were given up in this round.
  package var sent = 0
  package var failed = 0
  package var dead = 0
  /// How many deliveries to recipients are still to be sent, and how many were given up in all rounds.
  package var pending = 0
  package var deadInAll = 0
  package var held: HeldRound?
  package var toSettle: [ToSettle] = []
  package var unreachable: [Unreachable] = []
  /// What is late at the end of the round; nil if nothing is.
  package var late: LateDeliveries?
  /// Which copies were not kept by then.
  package var lateCopies: LateDeliveries?
  /// How many units have mail addresses while mail goes nowhere.
  package var unitsWithoutMail = 0
  /// When another round has something to do; nil if never.
  package var next: Instant?
  /// Why the links of letters are not signed although there is a key; nil where they are, or there is none.
  package var linkFault: Bilingual?
  /// What could not be done, in words.
  package var failures: [Bilingual] = []
  /// How many decided messages could not be rendered. A round with any did not succeed, whatever else it did.
  package var unrendered = 0

  init(began: Instant) { self.began = began }

  mutating func take(_ decision: RoundDecision) {
    messages = decision.messages.count
    notices = decision.notices.count
    held = decision.held
    toSettle = decision.toSettle
    unreachable = decision.unreachable
    next = decision.nextInstant
  }

  mutating func add(_ failure: RenderFailure) {
    unrendered += 1
    let words = failure.words
    failures.append(.init(vi: "\(failure.recipient): \(words.vi)", en: "\(failure.recipient): \(words.en)"))
  }

  mutating func add(_ sending: OutboxSender.Report) {
    sent += sending.sent
    failed += sending.failed
    dead += sending.dead
    failures += sending.problems.filter { !failures.contains($0) }
  }

  /// What focal points are told of the round itself: once on each day that it is held.
  var notes: [ServiceNote] {
    guard let held else { return [] }
    return [ServiceEvent.held(held.reasons, on: Zone.vietnam.day(of: began)).note]
  }
}

extension HeldRound.Reason {
  /// The reason in words, without a full stop, and what whoever runs the program has to do.
  package var words: Bilingual {
    guard case .factsGone = self else { return happened }
    return .init(
      vi: "\(happened.vi); hãy đưa thư mục facts về chỗ cũ", en: "\(happened.en); put the folder facts back")
  }

  /// The reason in words, without a full stop.
  var happened: Bilingual {
    switch self {
    case .manyRecipients(let count, let limit):
      .init(
        vi: "lượt này sẽ gửi cho \(count) đơn vị, quá giới hạn \(limit)",
        en: "it would write to \(count) units, more than \(limit)")
    case .muchMoreThanUsual(let count, let usual):
      .init(
        vi: "lượt này sẽ gửi cho \(count) đơn vị, nhiều hơn hẳn thường ngày (\(usual))",
        en: "it would write to \(count) units, far more than usual (\(usual))")
    case .manyMessages(let count, let limit):
      .init(
        vi: "lượt này sẽ gửi \(count) thư, quá giới hạn \(limit)",
        en: "it would send \(count) messages, more than \(limit)")
    case .manyMoreMessages(let count, let usual):
      .init(
        vi: "lượt này sẽ gửi \(count) thư, nhiều hơn hẳn thường ngày (\(usual))",
        en: "it would send \(count) messages, far more than usual (\(usual))")
    case .clockAhead(let days):
      .init(
        vi: "đồng hồ của máy vượt lượt trước \(days) ngày", en: "the clock is \(days) days after the last round")
    case .clockBehindLastRound:
      .init(vi: "đồng hồ của máy chạy lùi so với lượt trước", en: "the clock is behind the last round")
    case .clockUnsynchronised:
      .init(vi: "đồng hồ của máy chưa được đồng bộ", en: "the clock is not synchronised")
    case .factsGone(let seen, let found):
      found < seen
        ? .init(
          vi: "ghi nhận bị thiếu: lượt trước thấy \(seen), nay chỉ còn \(found)",
          en: "facts are gone: the last round saw \(seen), now there are \(found)")
        : .init(
          vi: "các ghi nhận không còn là những ghi nhận mà lượt trước thấy (đến số \(seen))",
          en: "the facts are not those that the last round saw (up to number \(seen))")
    }
  }
}
