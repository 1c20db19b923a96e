import CivilCalendar
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
    switch recipient(unit, span) {
    case .failed(let problem): return .failed(problem)
    case .found(.unit(let unit)):
      subject.unit = unit
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
    return Diagnostic(
      .unknownTask,
      vi: "không có nhiệm vụ “\(id)”" + (near.isEmpty ? "" : "; gần giống: \(near.joined(separator: ", "))"),
      en: "there is no task “\(id)”" + (near.isEmpty ? "" : "; near: \(near.joined(separator: ", "))"), at: span)
  }

  func recipient(_ text: String, _ span: Span) -> Outcome<Recipient> {
    let name = FoldedName(NameText.unbracketed(text))
    if let found = rules.names.find(name, \.recipients, from: folder) { return .found(found) }
    if plan == nil, let found = rules.recipient(named: text, in: nil) { return .found(found) }
    let near = suggestions.take { rules.names.nearest(to: name, \.recipients, from: folder) }
    return .failed(
      Diagnostic(
        .unknownUnit,
        vi: "không có đơn vị hay nhóm nào tên “\(Clipped.text(text))”"
          + (near.isEmpty ? "" : "; gần giống: \(near.joined(separator: "; "))"),
        en: "there is no unit or group called “\(Clipped.text(text))”"
          + (near.isEmpty ? "" : "; near: \(near.joined(separator: "; "))"), at: span))
  }

  /// `forRecord`: the occurrence must be known.
  func event(_ text: String, _ span: Span, forRecord: Bool) -> Outcome<EventFinder.Found> {
    let places = plan == nil ? Array(Set(rules.names.folderOfPlan)).sorted() + [folder] : [folder]
    var problem = EventFinder.Problem.unknown
    for (index, place) in places.enumerated() {
      let owner = plan ?? rules.names.folderOfPlan.firstIndex(of: place)
      let finder = EventFinder(rules: rules, deadlines: deadlines, folder: place, plan: owner, task: nil)
      switch finder.find(text, withReference: forRecord) {
      case .success(let found): return forRecord ? keyed(found, span) : .found(found)
      case .failure(let failure): if index == 0 || failure == .ambiguous { problem = failure }
      }
    }
    if problem == .ambiguous {
      return .failed(
        Diagnostic(
          .ambiguousName, vi: "nhiều nhiệm vụ cùng khai sự kiện “\(Clipped.text(text))”",
          en: "several tasks declare an event “\(Clipped.text(text))”", at: span))
    }
    let near = suggestions.take { rules.names.nearest(to: FoldedName(text), \.events, from: folder) }
    return .failed(
      Diagnostic(
        .unknownEvent,
        vi: "không có sự kiện nào tên “\(Clipped.text(text))”"
          + (near.isEmpty ? "" : "; gần giống: \(near.joined(separator: "; "))"),
        en: "there is no event called “\(Clipped.text(text))”"
          + (near.isEmpty ? "" : "; near: \(near.joined(separator: "; "))"), at: span))
  }

  /// With the key of the occurrence: named, or the only one that is awaited (docs/decisions.md, 23).
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
        return .failed(
          Diagnostic(
            .badOccurrence,
            vi: "“\(key)” không phải là một kỳ của sự kiện “\(event.title)”; ghi ví dụ “\(event.happens.exampleKey)”",
            en: "“\(key)” is no occurrence of the event “\(event.title)”; write for example "
              + "“\(event.happens.exampleKeyInEnglish)”", at: span))
      }
      if let key = awaited.onlyKey(of: found.event) {
        found.key = key
        return .found(found)
      }
      return .failed(
        Diagnostic(
          .eventNeedsOccurrence,
          vi: "sự kiện “\(event.title)” lặp lại: phải nói kỳ nào, ví dụ “… \(event.happens.exampleKey)”",
          en: "the event “\(event.title)” repeats: say which occurrence, for example “… "
            + "\(event.happens.exampleKeyInEnglish)”", at: span))
    }
  }
}
