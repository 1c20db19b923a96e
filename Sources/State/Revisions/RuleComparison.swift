import CivilCalendar
import Diagnostics
import Expansion
import FactLog
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
        wentLive: wentLive.wentLive(rules), revised: revised, leads: wentLive.leads(rules))
    }

    var losing: RuleLosses.Side { .init(agenda.rules, facts, expander, agenda.owed) }
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
  var reasons: [Bilingual] { losses.parts.map(\.text) + burst }

  /// What would be lost.
  private var losses: RuleLosses {
    RuleLosses(
      live?.losing, candidate.losing, records, log: outlook.log, doubt: outlook.doubt, countsAllFacts: countsAllFacts)
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
