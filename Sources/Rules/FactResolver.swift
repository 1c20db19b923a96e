import CivilCalendar
import RuleSyntax

/// Looks up what facts and statements name, in a finished rule set.
struct FactResolver {
  let rules: RuleSet
  /// The plan that ids without one belong to; nil: they must be unique among all plans.
  let plan: PlanID?
  let folder: NameIndex.Folder
  let deadlines: DeadlineReader
  /// The keys of each periodic event that deadlines name.
  let awaited: AwaitedOccurrences

  enum Outcome<Value> {
    case found(Value)
    case failed(Diagnostic)
  }

  // MARK: Facts

  func fact(_ text: String, at span: Span) -> Outcome<Fact> {
    let readings = FactReader(deadlines: deadlines).read(text)
    var found: [Fact.Body] = []
    var problems: [Diagnostic] = []
    for reading in readings {
      switch body(of: reading, text, span) {
      case .found(let body): found.append(body)
      case .failed(let problem): problems.append(problem)
      }
    }
    if found.count == 1, let body = found.first { return .found(Fact(body, text: text, span: span)) }
    if found.count > 1 { return .failed(ambiguous(text, span)) }
    return .failed(problems.first ?? unreadable(text, span))
  }

  private func unreadable(_ text: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      .badFact,
      vi: "không hiểu “\(Clipped.text(text))”; một ghi nhận có dạng: SỰ KIỆN ngày 09/5/2024; I.5 xong ngày 10/6/2024; "
        + "ấn định I.5 hạn 30/6/2024 theo …; gia hạn I.5 đến 15/7/2024 theo …; miễn I.5 vì …",
      en: "“\(Clipped.text(text))” is not understood; a fact is: EVENT on 9 May 2024; I.5 done on 10 June 2024; "
        + "scheduled I.5: 30 June 2024 per …; extended I.5 to 15 July 2024 per …; waived I.5 because …", at: span)
  }

  private func ambiguous(_ text: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      .ambiguousFact, vi: "“\(Clipped.text(text))” hiểu được nhiều cách; đặt tên sự kiện trong ngoặc vuông [ ]",
      en: "“\(Clipped.text(text))” can be read in several ways; put the event's name in square brackets [ ]", at: span)
  }

  private func body(of fact: FactSyntax, _ text: String, _ span: Span) -> Outcome<Fact.Body> {
    switch fact {
    case .happened(let name, let day, let time):
      return event(name.text, span, forRecord: true).map {
        .happened($0.event, key: $0.key, reference: $0.reference, on: day, at: time)
      }
    case .corrected(let name, let day):
      return event(name.text, span, forRecord: true).map {
        .corrected($0.event, key: $0.key, reference: $0.reference, to: day)
      }
    case .withdrawn(let name):
      return event(name.text, span, forRecord: true).map { .withdrawn($0.event, key: $0.key, reference: $0.reference) }
    case .done(let syntax, let day, let document):
      return subject(syntax, span).map { .done($0, on: day, document: document) }
    case .set(let syntax, let wording, let document):
      return set(syntax, wording, document, span)
    case .extended(let syntax, let day, let document):
      return subject(syntax, span).map { .extended($0, to: day, by: document) }
    case .waived(let syntax, let reason): return subject(syntax, span).map { .waived($0, because: reason) }
    case .undone(let syntax, let reason): return subject(syntax, span).map { .undone($0, because: reason) }
    case .silenced(let syntax, let day, let reason):
      return subject(syntax, span).map { .silenced($0, until: day, because: reason) }
    case .reassigned(let syntax, let unit, let document):
      switch recipient(unit, span) {
      case .failed(let problem): return .failed(problem)
      case .found(let recipient): return subject(syntax, span).map { .reassigned($0, to: recipient, by: document) }
      }
    }
  }

  /// A set day is any dated wording without names.
  private func set(
    _ syntax: SubjectSyntax, _ wording: String, _ document: String?, _ span: Span
  ) -> Outcome<Fact.Body> {
    let reading = deadlines.read(wording)
    let dated = reading.readings.filter { $0.mentions.isEmpty && $0.items.allSatisfy(\.form.isDated) }
    guard let deadline = dated.first, dated.count == 1 else {
      return .failed(
        Diagnostic(
          .badDeadline, vi: reading.failure?.words.vi ?? "hạn được ấn định phải là một ngày hoặc một kỳ: “\(wording)”",
          en: reading.failure?.words.en ?? "what is scheduled must be a day or a period: “\(wording)”", at: span))
    }
    return subject(syntax, span).map {
      .set($0, DueLine(label: $0.label, deadline: deadline, text: wording, span: span), by: document)
    }
  }

  // MARK: Statements

  func expectation(_ text: String, at span: Span) -> Outcome<Expectation> {
    guard let syntax = StatementReader(deadlines: deadlines).read(text) else {
      return .failed(
        Diagnostic(
          .badStatement,
          vi: "không hiểu “\(Clipped.text(text))”; một mong đợi có dạng: I.5 hạn 10/6/2024; I.5 từ 01/4/2024 hạn "
            + "30/6/2024; I.5 đang chờ SỰ KIỆN; I.5 đang chờ ấn định; I.5 thường xuyên đến 31/12/2024; I.5 quá hạn 3 "
            + "ngày; I.5 đã xong; I.5 không có; nhắc I.5 tới ĐƠN VỊ ngày …; cảnh báo …; lỗi …",
          en:
            "“\(Clipped.text(text))” is not understood; an expectation is: I.5 due 10 June 2024; I.5 from 1 April 2024 "
            + "due 30 June 2024; I.5 waiting for EVENT; I.5 awaiting its date; I.5 standing until 31 December 2024; I.5 "
            + "overdue 3 days; I.5 done; I.5 has no occurrence; reminder of I.5 to UNIT on …; warning …; error …",
          at: span))
    }
    var subject: Fact.Subject?
    if let named = syntax.subject {
      switch self.subject(named, span) {
      case .found(let found): subject = found
      case .failed(let problem): return .failed(problem)
      }
    }
    return statement(syntax.body, span).map {
      Expectation(
        subject: subject, statement: $0, isOpen: syntax.isOpen, because: syntax.because, text: text, span: span)
    }
  }

  private func statement(_ body: StatementSyntax.Body, _ span: Span) -> Outcome<Expectation.Statement> {
    switch body {
    case .due(let from, let days): return .found(.due(from: from, days))
    case .waiting(let names, let latest): return events(names, span).map { .waiting(for: $0, atLatest: latest) }
    case .awaitingDate(let latest): return .found(.awaitingDate(atLatest: latest))
    case .expectedDue(let days): return .found(.expectedDue(days))
    case .openUndated(let day): return .found(.openUndated(from: day))
    case .standing(let day): return .found(.standing(until: day))
    case .overdue(let days): return .found(.overdue(days: days))
    case .done: return .found(.done)
    case .noOccurrence: return .found(.noOccurrence)
    case .reminder(let unit, let days): return recipient(unit, span).map { .reminder(to: $0, on: days) }
    case .noReminder(let day): return .found(.noReminder(on: day))
    case .question(let unit, let about, let day):
      switch recipient(unit, span) {
      case .failed(let problem): return .failed(problem)
      case .found(let recipient):
        return event(about, span, forRecord: false).map { .question(to: recipient, about: $0.event, on: day) }
      }
    case .diagnostic(let severity, let words): return .found(.diagnostic(severity, containing: words))
    }
  }

  /// One event, or several separated by `;`, or by *và* where all pieces are known and the whole is not.
  private func events(_ text: String, _ span: Span) -> Outcome<[EventID]> {
    if case .found(let event) = event(text, span, forRecord: false) { return .found([event.event]) }
    let line = WordLine(text)
    var pieces: [String] = []
    var start = 0
    for index in 0...line.count
    where index == line.count || [";", "và", "and", ","].contains(line.key(index)) {
      if start < index { pieces.append(line.text(start, index)) }
      start = index + 1
    }
    var found: [EventID] = []
    for piece in pieces {
      switch event(piece, span, forRecord: false) {
      case .found(let event): found.append(event.event)
      case .failed(let problem):
        if pieces.count == 1 || !text.contains(";") { return event(text, span, forRecord: false).map { [$0.event] } }
        return .failed(problem)
      }
    }
    return .found(found)
  }

  // MARK: Names

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
    let near = rules.nearestTasks(to: id, in: plan)
    return Diagnostic(
      .unknownTask,
      vi: "không có nhiệm vụ “\(id)”" + (near.isEmpty ? "" : "; gần giống: \(near.joined(separator: ", "))"),
      en: "there is no task “\(id)”" + (near.isEmpty ? "" : "; near: \(near.joined(separator: ", "))"), at: span)
  }

  private func recipient(_ text: String, _ span: Span) -> Outcome<Recipient> {
    let name = FoldedName(NameText.unbracketed(text))
    if let found = rules.names.find(name, \.recipients, from: folder) { return .found(found) }
    if plan == nil, let found = rules.recipient(named: text, in: nil) { return .found(found) }
    let near = rules.names.nearest(to: name, \.recipients, from: folder)
    return .failed(
      Diagnostic(
        .unknownUnit,
        vi: "không có đơn vị hay nhóm nào tên “\(Clipped.text(text))”"
          + (near.isEmpty ? "" : "; gần giống: \(near.joined(separator: "; "))"),
        en: "there is no unit or group called “\(Clipped.text(text))”"
          + (near.isEmpty ? "" : "; near: \(near.joined(separator: "; "))"), at: span))
  }

  /// `forRecord`: the occurrence must be known.
  private func event(_ text: String, _ span: Span, forRecord: Bool) -> Outcome<EventFinder.Found> {
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
    let near = rules.names.nearest(to: FoldedName(text), \.events, from: folder)
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

extension FactResolver.Outcome {
  func map<New>(_ transform: (Value) -> New) -> FactResolver.Outcome<New> {
    switch self {
    case .found(let value): .found(transform(value))
    case .failed(let problem): .failed(problem)
    }
  }
}

extension DeadlineForm {
  /// It has a day without any event.
  fileprivate var isDated: Bool {
    switch self {
    case .day, .window, .range: true
    case .counted(let counted): if case .date = counted.anchor { true } else { false }
    default: false
    }
  }
}

/// Which occurrences of periodic events deadlines wait for.
struct AwaitedOccurrences {
  private var keys: [EventID: Set<String>] = [:]
  private var open: Set<EventID> = []

  init(_ rules: RuleSet) {
    var waiting = Set(rules.tasks.flatMap { task in task.due.flatMap { $0.events.values } })
    var open = Array(waiting)
    while let binding = open.popLast() {
      if let key = binding.key { keys[binding.event, default: []].insert(key) } else { self.open.insert(binding.event) }
      switch rules.events[binding.event].composition {
      case .simple: break
      case .all(let members), .any(let members):
        for member in members {
          let inner = EventBinding(event: member, key: binding.key)
          if waiting.insert(inner).inserted { open.append(inner) }
        }
      }
    }
  }

  func onlyKey(of event: EventID) -> String? {
    guard !open.contains(event), let keys = keys[event], keys.count == 1 else { return nil }
    return keys.first
  }
}
