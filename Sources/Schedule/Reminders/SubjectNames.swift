import Expansion

/// Under which subjects the log knows a duty: that of its id now, and those of the ids that its task had.
struct SubjectNames: Sendable {
  private var former: [SubjectKey: [SubjectKey]] = [:]
  private var current: [SubjectKey: SubjectKey] = [:]

  init(_ ids: some Sequence<ObligationID>, _ names: DutyNames) {
    guard !names.isEmpty else { return }
    for id in ids {
      let subjects = names.former(id).map { SubjectKey(.obligation($0)) }
      guard !subjects.isEmpty else { continue }
      let now = SubjectKey(.obligation(id))
      former[now] = subjects
      for subject in subjects { current[subject] = now }
    }
  }

  /// The subject that the duty of a subject has now.
  func current(_ subject: SubjectKey) -> SubjectKey { current[subject] ?? subject }

  /// Its subject now, and those that it had.
  func all(_ subject: SubjectKey) -> [SubjectKey] {
    let now = current(subject)
    return [now] + (former[now] ?? [])
  }
}

extension Agenda {
  /// Everything that a log has about a subject, under whatever ids its task had.
  package func entries(about subject: SubjectKey, in log: some SentLog) -> [SentEntry] {
    subjects.all(subject).flatMap(log.entries)
  }

  /// What a notice is about, as the log may know it: under its id now first.
  func topics(of subject: NoticeTopic) -> [NoticeTopic] {
    switch subject {
    case .obligation(let id): return dutyNames.all(id).map { .obligation($0) }
    case .event(let plan, let id, let key):
      let former = rules.events.first { $0.id == id && ($0.plan.map { rules.plans[$0].id == plan } ?? true) }?.formerly
      return [subject] + (former ?? []).map { .event(plan: plan, id: $0, key: key) }
    case .plan: return [subject]
    }
  }
}
