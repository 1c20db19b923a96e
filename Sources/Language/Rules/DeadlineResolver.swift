import CivilCalendar
import Deadlines
import Diagnostics
import RuleSyntax

/// Turns the wording of one due line into its one meaning: keeps the readings whose names all exist.
struct DeadlineResolver {
  let resolver: Resolver
  let file: ResolvedFile
  let value: ValueSyntax
  let plan: PlanID
  let task: TaskID

  private struct Bound {
    var deadline: Deadline
    var events: [EventMention: EventBinding] = [:]
    var tasks: [TaskMention: TaskBinding] = [:]
    var problems: [Problem] = []
  }

  private enum Problem {
    case event(EventMention)
    case ambiguousEvent(EventMention)
    case task(TaskMention)
  }

  func resolve(_ text: String) -> DueLine? {
    let reading = resolver.reading(text)
    guard !reading.readings.isEmpty else {
      reportFailure(reading.failure, text)
      return nil
    }
    var kept: [Bound] = []
    var first: Bound?
    for deadline in reading.readings {
      let bound = bind(deadline)
      if bound.problems.isEmpty { kept.append(bound) }
      if first == nil { first = bound }
    }
    if kept.count > 1 { return reportAmbiguous(kept) }
    guard let bound = kept.first else {
      if let first { report(first.problems, text) }
      return nil
    }
    check(bound, text)
    return DueLine(
      label: nil, deadline: bound.deadline, text: text, events: bound.events, tasks: bound.tasks,
      span: file.span(value.whole))
  }

  private func bind(_ deadline: Deadline) -> Bound {
    var bound = Bound(deadline: deadline)
    let mentions = deadline.mentions
    if mentions.isEmpty { return bound }
    let finder = EventFinder(
      rules: resolver.set, deadlines: resolver.deadlines, folder: file.folder, plan: plan, task: task)
    for mention in mentions {
      switch mention {
      case .event(let event):
        switch found(event, by: finder) {
        case .success(let found): bound.events[event] = EventBinding(event: found.event, key: found.key)
        case .failure(.unknown): bound.problems.append(.event(event))
        case .failure(.ambiguous): bound.problems.append(.ambiguousEvent(event))
        }
      case .task(let task):
        if let found = resolver.task(task, from: plan, folder: file.folder) {
          bound.tasks[task] = found
        } else {
          bound.problems.append(.task(task))
        }
      }
    }
    return bound
  }

  /// The event of that name, looked up once for all rows of a plan unless the name may be one of the task's own.
  private func found(_ event: EventMention, by finder: EventFinder) -> Result<EventFinder.Found, EventFinder.Problem> {
    guard resolver.set.names.taskEvents[plan] == nil else { return finder.find(event.name, withReference: false) }
    let key = PlanText(plan: plan, place: FolderText(folder: file.folder, text: ByteString(event.name)))
    if let known = resolver.foundEvents[key] { return known }
    let found = finder.find(event.name, withReference: false)
    resolver.foundEvents[key] = found
    return found
  }

  // MARK: Checks of the one meaning

  private func check(_ bound: Bound, _ text: String) {
    for item in bound.deadline.items {
      if case .unclear = item.form {
        resolver.report(
          Diagnostic(
            .toSettle, vi: "cần làm rõ hạn này: “\(text)”", en: "this deadline is to be settled: “\(text)”",
            at: file.span(value.whole)))
      }
      checkOccurrences(item, bound, text)
    }
    if resolver.set.plans[plan].years.count > 1, YearlessWording.lacksYear(bound.deadline) {
      resolver.yearMissing(file.span(value.whole), plan)
    }
  }

  /// A periodic event is named with its occurrence, unless the deadline itself recurs.
  private func checkOccurrences(_ item: DeadlineItem, _ bound: Bound, _ text: String) {
    let year = resolver.set.plans[plan].years.lowerBound
    for mention in Deadline(items: [item]).mentions {
      guard case .event(let name) = mention, let binding = bound.events[name] else { continue }
      let event = resolver.set.events[binding.event]
      let span = span(of: name.name, text)
      if let key = binding.key, event.happens == .once {
        resolver.report(
          Diagnostic(
            .eventHasNoOccurrences,
            vi: "sự kiện “\(event.title)” xảy ra một lần, không có kỳ “\(key)”; nếu lặp lại thì ghi “xảy ra: hằng năm”",
            en: "the event “\(event.title)” happens once and has no occurrence “\(key)”; if it repeats, say “happens: "
              + "every year”", at: span, notes: [.init(.init(vi: "khai ở đây", en: "declared here"), at: event.span)]))
      } else if let key = binding.key, !event.happens.accepts(key: key) {
        report(event.badOccurrence(key, year, span), of: event)
      } else if binding.key == nil, event.happens.isPeriodic, !item.form.gives(event.happens) {
        var problem = event.needsOccurrence(year, span)
        problem.fixIts = [
          Diagnostic.FixIt(
            .init(vi: "thêm kỳ", en: "add the occurrence"), replace: Span(span.source, span.end, span.end),
            with: " \(event.happens.example(in: year).vi)")
        ]
        report(problem, of: event)
      }
    }
  }

  private func report(_ problem: Diagnostic, of event: PlanEvent) {
    var problem = problem
    problem.notes = [.init(.init(vi: "khai ở đây", en: "declared here"), at: event.span)]
    resolver.report(problem)
  }

  // MARK: Diagnostics

  private func span(of name: String, _ text: String) -> Span {
    let bytes = Array(NameText.unbracketed(name).utf8)
    let whole = Array(text.utf8)
    guard let start = Resolver.find(bytes, in: whole, whole.indices) else { return file.span(value.whole) }
    return file.span(value.position(ofTextOffset: start)..<value.position(ofTextOffset: start + bytes.count))
  }

  private func reportFailure(_ failure: DeadlineFailure?, _ text: String) {
    let range = failure?.range ?? 0..<text.utf8.count
    let start = value.position(ofTextOffset: range.lowerBound)
    let end = max(start, value.position(ofTextOffset: range.upperBound))
    resolver.report(
      Diagnostic(
        .badDeadline, vi: failure?.words.vi ?? "không hiểu hạn này",
        en: failure?.words.en ?? "this deadline is not understood", at: file.span(start..<end), fixIts: mend(text)))
  }

  /// The wording as `DeadlineRepair` mends it, offered only if that has one meaning.
  private func mend(_ text: String) -> [Diagnostic.FixIt] {
    let repaired = DeadlineRepair(planYear: resolver.set.plans[plan].years.lowerBound).read(text)
    guard !repaired.edits.isEmpty, repaired.reading.freeText.count == 1 else { return [] }
    return [
      Diagnostic.FixIt(
        .init(vi: "có phải là “\(repaired.text)”?", en: "did you mean “\(repaired.text)”?"),
        replace: file.span(value.whole), with: repaired.text)
    ]
  }

  private func reportAmbiguous(_ kept: [Bound]) -> DueLine? {
    let vi = CanonicalWording(.vi)
    let en = CanonicalWording(.en)
    let span = file.span(value.whole)
    let notes = kept.prefix(4).enumerated().map { index, bound in
      Diagnostic.Note(
        .init(
          vi: "cách hiểu \(index + 1): \(vi.text(of: bound.deadline))",
          en: "reading \(index + 1): \(en.text(of: bound.deadline))"))
    }
    let isEnglish = file.syntax.blocks.first.map { Resolver.isEnglish($0, file) } ?? false
    let isOfNames = Set(kept.map(\.deadline.mentions)).count > 1
    let advice =
      isOfNames
      ? Bilingual(
        vi: "đặt tên sự kiện trong ngoặc vuông [ ] để chọn",
        en: "put the event's name in square brackets [ ] to choose")
      : Bilingual(vi: "ghi lại theo một trong các cách", en: "write it as one of them")
    resolver.report(
      Diagnostic(
        .ambiguousDeadline, vi: "hạn này hiểu được \(kept.count) cách; \(advice.vi)",
        en: "this deadline can be read in \(kept.count) ways; \(advice.en)",
        at: span, notes: notes,
        fixIts: kept.prefix(4).map { bound in
          let wording = DeadlineResolver.bracketed(bound.deadline, (isEnglish ? en : vi))
          return Diagnostic.FixIt(.init(vi: "ghi: \(wording)", en: "write: \(wording)"), replace: span, with: wording)
        }))
    return nil
  }

  /// The canonical wording with all event names in brackets.
  private static func bracketed(_ deadline: Deadline, _ wording: CanonicalWording) -> String {
    var text = wording.text(of: deadline)
    for case .event(let mention) in deadline.mentions where !text.contains("[\(mention.name)]") {
      if let range = Resolver.find(Array(mention.name.utf8), in: Array(text.utf8), 0..<text.utf8.count) {
        let bytes = Array(text.utf8)
        let end = range + mention.name.utf8.count
        text =
          String(decoding: bytes[..<range], as: UTF8.self) + "[\(mention.name)]"
          + String(decoding: bytes[end...], as: UTF8.self)
      }
    }
    return text
  }

  private func report(_ problems: [Problem], _ text: String) {
    for problem in problems {
      switch problem {
      case .event(let mention):
        let span = span(of: mention.name, text)
        if OwnIssue.isMeant(by: mention.name) {
          resolver.unknownOwnIssue(mention.name, span, plan, file)
          continue
        }
        resolver.unknownEvent(mention.name, span.start..<span.end, file)
      case .ambiguousEvent(let mention):
        resolver.report(
          Diagnostic(
            .ambiguousName, vi: "nhiều nhiệm vụ cùng khai sự kiện “\(mention.name)”",
            en: "several tasks declare an event “\(mention.name)”", at: span(of: mention.name, text)))
      case .task(let mention): reportUnknownTask(mention, text)
      }
    }
  }

  private func reportUnknownTask(_ mention: TaskMention, _ text: String) {
    let shown = mention.plan.map { "\($0)/\(mention.id)" } ?? mention.id
    let span = span(of: shown, text)
    resolver.report(
      Diagnostic(
        .unknownTask, vi: "không có nhiệm vụ “\(shown)”", en: "there is no task “\(shown)”", at: span,
        fixIts: resolver.suggestions.take { resolver.set.nearestTasks(to: mention.id, in: plan) }.map {
          .didYouMean($0, at: span)
        }))
  }
}

extension DeadlineForm {
  /// Whether the deadline recurs so that each of its occurrences gives one of the event's: a yearly event's follows
  /// from any period, a quarterly or monthly one's only from that very period.
  fileprivate func gives(_ happens: PlanEvent.Happens) -> Bool {
    let unit: PeriodUnit =
      switch happens {
      case .quarterly: .quarter
      case .monthly: .month
      case .once, .eachCase, .yearly: .year
      }
    switch self {
    case .eachCase: return true
    case .yearsOnward: return unit == .year
    case .each(let rhythm, _):
      switch rhythm.cycle {
      case .every(let every, let interval): return unit == .year || every == unit && interval <= 1
      case .reporting(let periods): return unit == .year || periods.allSatisfy { $0.unit == unit }
      }
    case .times(let count, let rhythm, let within):
      return within == nil && (unit == .year || rhythm == .every(unit) && count.minimum <= 1)
    default: return false
    }
  }
}

extension Resolver {
  /// A task as a wording names it; its label is checked when all tasks are read.
  func task(_ mention: TaskMention, from plan: PlanID, folder: NameIndex.Folder) -> TaskBinding? {
    var plan = plan
    if let named = mention.plan {
      guard let other = set.names.find(FoldedName(named), \.plans, from: folder) ?? set.plan(named: named) else {
        return nil
      }
      plan = other
    }
    guard let task = set.names.tasks[plan][FoldedName(mention.id)] else { return nil }
    let key = mention.key.map { KeyText.read($0, with: deadlines).key(year: onlyYear(plan)) ?? $0 }
    return TaskBinding(task: task, label: mention.label, key: key)
  }
}
