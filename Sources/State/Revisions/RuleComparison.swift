import CivilCalendar
import Diagnostics
import Expansion
import FactLog
import Presentation
import Reminders
import Rules

/// Compares rules that are to go live with the live ones: what would be lost, and who would be written to at once.
struct RuleComparison {
  /// Rules with the facts of the log, and what follows from them.
  struct Side {
    let facts: ReplayedFacts
    let agenda: Agenda
    let expander: Expander

    init(
      _ rules: RuleSet, _ wentLive: EffectiveSince, revised: Instant, _ records: [RecordedFact],
      through: CivilDate
    ) {
      facts = ReplayedFacts(records, rules: rules, place: "facts")
      expander = Expander(rules, facts: facts.facts.map(\.fact))
      agenda = Agenda(
        rules, facts: facts.facts, through: through, zone: CalendarZones(rules).zoneOf,
        wentLive: wentLive.wentLive(rules), revised: revised)
    }

    var withoutEffect: [Int: Bilingual] {
      facts.withoutEffect(agenda.rules, expander) { ProblemWords.words($0.reason) }
    }

    var ids: Set<ObligationID> { Set(agenda.obligations.map(\.id) + agenda.openDuties.map(\.id)) }
  }

  /// Nil if no rules are live, or the live ones cannot be read.
  let live: Side?
  let candidate: Side
  let records: [RecordedFact]
  let outlook: RoundOutlook
  let now: Instant
  /// Whether facts that the candidate does not understand count as lost even if it is not known whether the live rules
  /// did.
  let countsAllFacts: Bool

  /// Why the candidate must be accepted first; empty if it need not be.
  var reasons: [Bilingual] { lostFacts + lostNotices + burst }

  // MARK: What would be lost

  /// Facts that have an effect now and would have none.
  private var lostFacts: [Bilingual] {
    guard live != nil || countsAllFacts else { return [] }
    let before = live?.withoutEffect ?? [:]
    let lost = candidate.withoutEffect.filter { before[$0.key] == nil }.sorted { $0.key < $1.key }
    guard !lost.isEmpty else { return [] }
    let lines = Dictionary(records.map { ($0.sequence, $0.entry.line) }, uniquingKeysWith: { first, _ in first })
    func list(_ words: (Bilingual) -> String, _ number: String, _ more: (Int) -> String) -> String {
      let shown = lost.prefix(10).map { "\n  \(number) \($0.key): \(lines[$0.key] ?? "") — \(words($0.value))" }
      return shown.joined() + (lost.count > 10 ? "\n  \(more(lost.count - 10))" : "")
    }
    return [
      .init(
        vi: "\(lost.count) ghi nhận đang có hiệu lực sẽ không còn tác dụng:"
          + list(\.vi, "số") { "… và \($0) ghi nhận khác" },
        en: "\(lost.count == 1 ? "1 fact that has an effect now" : "\(lost.count) facts that have an effect now") "
          + "would have none:" + list(\.en, "number") { "… and \($0) more" })
    ]
  }

  /// Obligations that somebody was told of, that are not closed, and that would be gone.
  private var lostNotices: [Bilingual] {
    guard let live else { return [] }
    let open = live.agenda.obligations.filter { $0.closed == nil }.map(\.id) + live.agenda.openDuties.map(\.id)
    let kept = candidate.ids.union(candidate.ids.flatMap(candidate.agenda.dutyNames.former))
    let lost = Set(open).subtracting(kept).filter { id in
      !live.agenda.entries(about: SubjectKey(.obligation(id)), in: outlook.log).isEmpty
    }.map(\.spoken).sorted()
    guard !lost.isEmpty else { return [] }
    let shown = lost.prefix(10).joined(separator: "; ") + (lost.count > 10 ? "; …" : "")
    return [
      .init(
        vi: "\(lost.count) việc đã nhắc mà chưa xong sẽ không còn: \(shown)",
        en: "\(lost.count) that reminders went out for and that \(lost.count == 1 ? "is" : "are") not done would be "
          + "gone: \(shown)")
    ]
  }

  // MARK: Who would be written to

  /// A reason if one of the first rounds with the candidate would be held: the round now, and those that follow from
  /// it.
  private var burst: [Bilingual] {
    let after = outlook.rounds(candidate.agenda, from: now, count: 4)
    let before = live.map { outlook.rounds($0.agenda, at: after.map(\.at)) }
    for (index, round) in after.enumerated() {
      guard let reason = round.burst.first else { continue }
      // A round that would be held with the live rules too is not held because of the new ones.
      if let held = before?[index], !held.burst.isEmpty { continue }
      return [words(reason, before?[index].recipients)]
    }
    return []
  }

  private func words(_ reason: HeldRound.Reason, _ before: Int?) -> Bilingual {
    let compared =
      before.map { (vi: "; với quy tắc đang dùng: \($0)", en: "; with the live rules: \($0)") } ?? (vi: "", en: "")
    return switch reason {
    case .manyRecipients(let count, let limit):
      .init(
        vi: "một trong những lượt nhắc đầu tiên sẽ gửi cho \(count) đơn vị (giới hạn \(limit)\(compared.vi))",
        en: "one of the first rounds would write to \(count) units (limit \(limit)\(compared.en))")
    case .muchMoreThanUsual(let count, let usual):
      .init(
        vi: "một trong những lượt nhắc đầu tiên sẽ gửi cho \(count) đơn vị (thường là \(usual)\(compared.vi))",
        en: "one of the first rounds would write to \(count) units (usual: \(usual)\(compared.en))")
    case .manyMessages(let count, let limit):
      .init(
        vi: "một trong những lượt nhắc đầu tiên sẽ gửi \(count) thư (giới hạn \(limit))",
        en: "one of the first rounds would send \(count) messages (limit \(limit))")
    case .manyMoreMessages(let count, let usual):
      .init(
        vi: "một trong những lượt nhắc đầu tiên sẽ gửi \(count) thư (thường là \(usual))",
        en: "one of the first rounds would send \(count) messages (usual: \(usual))")
    case .clockAhead, .clockBehindLastRound, .clockUnsynchronised: .init(vi: "đồng hồ", en: "the clock")
    case .factsGone: .init(vi: "ghi nhận", en: "the facts")
    }
  }
}
