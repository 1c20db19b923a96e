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
    return duty.request == nil ? lapseOfRequest(duty) : nil
  }

  /// What ended the last request for more time, where it was no answer; what became of that work since changes the reason.
  private func lapseOfRequest(_ duty: AnyDuty) -> (NoticeKind.Lapse, TimedFact)? {
    var isOpen = false
    var lapse: (NoticeKind.Lapse, TimedFact)?
    for timed in agenda.grounds.timed(about: duty) {
      let kind = timed.fact.body.kind
      switch kind {
      case .extensionAsked: (isOpen, lapse) = (true, nil)
      case .extended, .extensionRefused: (isOpen, lapse) = (false, nil)
      case .extensionWithdrawn, .reported, .done, .set:
        guard isOpen else { continue }
        isOpen = false
        lapse = (kind == .extensionWithdrawn ? .requestWithdrawn : kind == .set ? .daySet : .requestOver, timed)
      case .undone, .returned:
        if case .requestOver? = lapse?.0 { lapse = (.reopened, timed) }
      default: continue
      }
    }
    return lapse
  }
}

extension NoticeKind.Name {
  /// Whether it asks for an answer on record, or says that none is needed.
  fileprivate var mattersToWhoAnswers: Bool { self == .confirm || self == .decide || isClosing }
}
