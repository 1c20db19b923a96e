import Expansion
import RuleSyntax
import Rules

/// What somebody was asked to confirm or decide, and need not any more, though nobody answered.
extension Round {
  /// Tells whoever was asked, once, in the first slot after it. That work is waived or withdrawn all hear otherwise.
  mutating func tellLapses(_ duty: AnyDuty, _ draft: Draft, _ cadence: Cadence) {
    // Most duties have nothing that could lapse.
    guard duty.course.contains(where: { $0.kind == .extensionAsked || $0.kind == .undone }) else { return }
    switch duty.closed {
    case .waived, .withdrawn: return
    case .done, nil: break
    }
    let asked = log.entries(about: SubjectKey(draft.subject)).filter(\.kind.mattersToWhoAnswers)
    for (name, mine) in Dictionary(grouping: asked, by: \.recipient).sorted(by: { $0.key < $1.key }) {
      guard let last = mine.max(by: { $0.slot < $1.slot }), let (lapse, fact) = lapse(of: last.kind, duty),
        fact.recorded.map({ $0 >= last.slot }) ?? true,
        let unit = agenda.names.unit(name, draft.plan, agenda.rules)
      else { continue }
      let role: Role = last.kind == .confirm ? .confirmer : .decider
      tell(draft, .lapsed(closings(mine) + 1, lapse), to: unit, as: role, fact.recorded, cadence)
    }
  }

  /// Why a question of this kind needs no answer any more, and the fact that says so; nil where it has one, or needs it.
  private func lapse(of question: NoticeKind.Name, _ duty: AnyDuty) -> (NoticeKind.Lapse, TimedFact)? {
    guard !question.isClosing else { return nil }
    if question == .confirm {
      let answers: Set<FactKind> = [.reported, .undone, .confirmed, .returned, .done]
      guard duty.report == nil, let last = agenda.grounds.last(answers, about: duty), last.fact.body.kind == .undone
      else { return nil }
      return (.reportTakenBack, last)
    }
    let answers: Set<FactKind> = [
      .extensionAsked, .extensionWithdrawn, .extended, .extensionRefused, .set, .reported, .done,
    ]
    guard duty.request == nil, let last = agenda.grounds.last(answers, about: duty) else { return nil }
    return switch last.fact.body.kind {
    case .extensionWithdrawn: (.requestWithdrawn, last)
    case .reported, .done: (.requestOver, last)
    default: nil
    }
  }
}

extension NoticeKind.Name {
  /// Whether it asks for an answer on record, or says that none is needed.
  fileprivate var mattersToWhoAnswers: Bool { self == .confirm || self == .decide || isClosing }
}
