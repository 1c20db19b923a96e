import CivilCalendar
import Diagnostics
import RuleSyntax

/// Tasks, units and events as facts name them.
extension FactResolver {
  func subject(_ syntax: SubjectSyntax, _ span: Span) -> Outcome<Fact.Subject> {
    var plans = plan.map { [$0] } ?? Array(rules.plans.indices)
    if let name = syntax.plan {
      guard let named = rules.names.find(FoldedName(name), \.plans, from: folder) ?? rules.plan(named: name) else {
        return .failed(
          Diagnostic(
            .unknownPlan, vi: "không có kế hoạch nào tên “\(name)”", en: "there is no plan called “\(name)”", at: span))
      }
      plans = [named]
    }
    let id = FoldedName(syntax.id)
    let found = plans.compactMap { rules.names.tasks[$0][id] }
    guard let task = found.first else { return .failed(unknownTask(syntax.id, span)) }
    guard found.count == 1 else {
      let shown = found.map { "\(rules.plans[rules.tasks[$0].plan].id)/\(rules.tasks[$0].id)" }.joined(separator: ", ")
      return .failed(
        Diagnostic(
          .ambiguousName, vi: "“\(syntax.id)” có trong nhiều kế hoạch; ghi rõ: \(shown)",
          en: "“\(syntax.id)” is in several plans; say which: \(shown)", at: span))
    }
    return complete(Fact.Subject(task: task), syntax, span)
  }

  private func complete(_ subject: Fact.Subject, _ syntax: SubjectSyntax, _ span: Span) -> Outcome<Fact.Subject> {
    var subject = subject
    let row = rules.tasks[subject.task]
    if let label = syntax.label {
      guard let known = row.labels.first(where: { FoldedName($0) == FoldedName(label) }) else {
        return .failed(
          Diagnostic(
            .unknownTask, vi: "nhiệm vụ \(row.id) không có hạn nào mang nhãn “\(label)”",
            en: "the task \(row.id) has no due line labelled “\(label)”", at: span))
      }
      subject.label = known
    }
    if let key = syntax.key {
      let years = rules.plans[row.plan].years
      guard let text = key.key(year: years.count == 1 ? years.lowerBound : nil) else {
        return .failed(
          Diagnostic(
            .badOccurrence, vi: "kỳ này phải ghi rõ năm", en: "this period needs its year", at: span))
      }
      subject.key = text
    }
    guard let unit = syntax.unit else { return .found(subject) }
    switch recipient(unit, span, for: row.plan) {
    case .failed(let problem): return .failed(problem)
    case .found(.unit(let unit)):
      subject.unit = unit
      return .found(subject)
    case .found(.group(let group)) where !rules.groups[group].isKeptHere:
      subject.group = group
      return .found(subject)
    case .found(.group(let group)):
      return .failed(
        Diagnostic(
          .badValue, vi: "“\(rules.groups[group].title)” là một nhóm; ở đây phải là một đơn vị",
          en: "“\(rules.groups[group].title)” is a group; a single unit must stand here", at: span))
    }
  }

  private func unknownTask(_ id: String, _ span: Span) -> Diagnostic {
    let near = suggestions.take { rules.nearestTasks(to: id, in: plan) }
    let hint = Self.hint(near, separator: ", ")
    return Diagnostic(
      .unknownTask, vi: "không có nhiệm vụ “\(id)”\(hint.vi)", en: "there is no task “\(id)”\(hint.en)", at: span)
  }

  /// - Parameter owner: the plan of the task that the fact is about; two plans may both have a *Văn phòng*.
  func recipient(_ text: String, _ span: Span, for owner: PlanID? = nil) -> Outcome<Recipient> {
    let name = FoldedName(NameText.unbracketed(text))
    let place = owner.map { rules.names.folderOfPlan[$0] } ?? folder
    if let found = rules.names.find(name, \.recipients, from: place) { return .found(found) }
    if plan == nil, owner == nil, let found = rules.recipient(named: text, in: nil) { return .found(found) }
    let hint = Self.hint(suggestions.take { rules.names.nearest(to: name, \.recipients, from: place) })
    return .failed(
      Diagnostic(
        .unknownUnit, vi: "không có đơn vị hay nhóm nào tên “\(Clipped.text(text))”\(hint.vi)",
        en: "there is no unit or group called “\(Clipped.text(text))”\(hint.en)", at: span))
  }

  /// Without a plan, the event is looked for in all of them; `PLAN/EVENT` says which.
  ///
  /// - Parameter forRecord: whether the occurrence must be known.
  func event(_ text: String, _ span: Span, forRecord: Bool) -> Outcome<EventFinder.Found> {
    var places = plan == nil ? [folder] + Set(rules.names.folderOfPlan).sorted().filter { $0 != folder } : [folder]
    var text = text
    var named: PlanID?
    if let (prefix, rest) = planAndEvent(text) {
      (named, text, places) = (prefix, rest, [rules.names.folderOfPlan[prefix]])
    }
    var problem = EventFinder.Problem.unknown
    var all: [EventFinder.Found] = []
    for place in places {
      let owner = named ?? plan ?? rules.names.folderOfPlan.firstIndex(of: place)
      let finder = EventFinder(rules: rules, deadlines: deadlines, folder: place, plan: owner, task: nil)
      switch finder.find(text, withReference: forRecord) {
      case .success(let found): if !all.contains(where: { $0.event == found.event }) { all.append(found) }
      case .failure(let failure): if failure == .ambiguous { problem = failure }
      }
    }
    if all.count == 1, problem != .ambiguous, let only = all.first {
      return forRecord ? keyed(only, span) : .found(only)
    }
    if all.count > 1, problem != .ambiguous { return .failed(inSeveralPlans(text, all, span)) }
    if problem == .ambiguous {
      return .failed(
        Diagnostic(
          .ambiguousName, vi: "nhiều nhiệm vụ cùng khai sự kiện “\(Clipped.text(text))”",
          en: "several tasks declare an event “\(Clipped.text(text))”", at: span))
    }
    let hint = Self.hint(suggestions.take { nearestEvents(to: text, places) })
    return .failed(
      Diagnostic(
        .unknownEvent, vi: "không có sự kiện nào tên “\(Clipped.text(text))”\(hint.vi)",
        en: "there is no event called “\(Clipped.text(text))”\(hint.en)", at: span))
  }

  /// The end of a sentence about a name that there is not: those that are like it.
  private static func hint(_ near: [String], separator: String = "; ") -> Bilingual {
    guard !near.isEmpty else { return Bilingual(vi: "", en: "") }
    let names = near.joined(separator: separator)
    return Bilingual(vi: "; gần giống: \(names)", en: "; near: \(names)")
  }

  /// `PLAN/EVENT`, unless the whole is an event's name.
  private func planAndEvent(_ text: String) -> (PlanID, String)? {
    guard let slash = text.firstIndex(of: "/"), slash != text.startIndex else { return nil }
    let (prefix, rest) = (text[..<slash], text[text.index(after: slash)...])
    guard !prefix.contains(" "), let first = rest.first, first != " ",
      let plan = rules.plan(named: String(prefix)),
      rules.names.find(FoldedName(text), \.events, from: folder) == nil
    else { return nil }
    return (plan, String(rest))
  }

  private func inSeveralPlans(_ text: String, _ found: [EventFinder.Found], _ span: Span) -> Diagnostic {
    let shown = found.map { found in
      let event = rules.events[found.event]
      return event.plan.map { "\(rules.plans[$0].id)/\(event.id)" } ?? event.id
    }.joined(separator: ", ")
    return Diagnostic(
      .ambiguousName, vi: "sự kiện “\(Clipped.text(text))” có trong nhiều kế hoạch; ghi rõ: \(shown)",
      en: "the event “\(Clipped.text(text))” is in several plans; say which: \(shown)", at: span)
  }

  /// The nearest names; if none is near the whole text, then those near its beginning, without the words behind a name.
  private func nearestEvents(to text: String, _ places: [NameIndex.Folder]) -> [String] {
    let line = WordLine(text)
    let marks: Set<String> = ["kỳ", "kì", "năm", "số", "of", "at", "ref"]
    for end in [line.count] + (0..<line.count).filter({ $0 > 0 && marks.contains(line.key($0)) }) {
      let name = FoldedName(NameText.unbracketed(line.text(0, end)))
      var near: [String] = []
      for place in places {
        near += rules.names.nearest(to: name, \.events, from: place).filter { !near.contains($0) }
      }
      if !near.isEmpty { return Array(near.prefix(3)) }
    }
    return []
  }

  /// With the key of the occurrence: named, or the only one that is awaited (decision: which-occurrence).
  private func keyed(_ found: EventFinder.Found, _ span: Span) -> Outcome<EventFinder.Found> {
    var found = found
    let event = rules.events[found.event]
    switch event.happens {
    case .once:
      guard let key = found.key else { return .found(found) }
      return .failed(
        Diagnostic(
          .eventHasNoOccurrences, vi: "sự kiện “\(event.title)” xảy ra một lần, không có kỳ “\(key)”",
          en: "the event “\(event.title)” happens once and has no occurrence “\(key)”", at: span))
    case .eachCase:
      if found.reference != nil || found.key != nil { return .found(found) }
      return .failed(
        Diagnostic(
          .eventNeedsOccurrence, vi: "sự kiện “\(event.title)” xảy ra theo từng vụ việc: ghi “số …” của vụ việc",
          en: "the event “\(event.title)” happens case by case: give the case's “ref …”", at: span))
    case .yearly, .quarterly, .monthly:
      if let key = found.key {
        if event.happens.accepts(key: key) { return .found(found) }
        return .failed(event.badOccurrence(key, year(of: event), span))
      }
      if let key = awaited.onlyKey(of: found.event) {
        found.key = key
        return .found(found)
      }
      return .failed(event.needsOccurrence(year(of: event), span))
    }
  }

  /// For an example of an occurrence.
  private func year(of event: PlanEvent) -> Int {
    (event.plan ?? plan).map { rules.plans[$0].years.lowerBound } ?? rules.plans.first?.years.lowerBound ?? 1
  }
}
