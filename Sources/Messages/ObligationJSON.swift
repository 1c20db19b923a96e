public import CivilCalendar
import Expansion
import RuleSyntax
public import Rules

/// Duties as JSON objects with stable keys; what does not apply is absent. Dates are ISO 8601; `due` is the counted day,
/// `effective` the binding day where it differs.
public struct ObligationJSON {
  private let names: RuleNames
  private let today: CivilDate
  private let periods: PeriodWording
  private var lines: [ObjectIdentifier: SourceLines] = [:]
  /// Occurrences of one due line share most of their text.
  private var fragments: [FragmentKey: Fragment] = [:]
  private var recipients: [Recipient: [UInt8]] = [:]

  private struct FragmentKey: Hashable {
    var task: TaskID
    var dueLine: Int
    var label: String?
  }

  private struct Fragment {
    /// `"plan":…,"task":…,"label":…`
    var place: [UInt8]
    /// `"title":…,"product":…`
    var words: [UInt8]
    /// `"rule":{…}`
    var rule: [UInt8]
  }

  /// Names are the rules' own; `language` words what a timetable sets.
  public init(_ rules: RuleSet, today: CivilDate, language: Language) {
    names = RuleNames(rules: rules, language: language)
    periods = PeriodWording(language)
    self.today = today
  }

  public mutating func write(_ item: UpcomingItem, to writer: inout JSONWriter) {
    let fragment = fragment(of: item)
    writer.object { writer in
      write(item.id, fragment, to: &writer)
      switch item.duty {
      case .dated(let obligation): write(obligation, to: &writer)
      case .open(let duty): write(duty, to: &writer)
      }
      writer.member("group", item.group.rawValue)
      writer.member("status", StatusWording.name(of: item.status))
      if case .done(let onTime) = item.status { writer.member("onTime", onTime) }
      write("leads", item.leads, to: &writer)
      write("supports", item.supports, to: &writer)
      if !item.marks.isEmpty { writer.member("marks", item.marks.map(StatusWording.name).sorted()) }
      writer.splice(fragment.rule)
    }
  }

  private func write(_ id: ObligationID, _ fragment: Fragment, to writer: inout JSONWriter) {
    writer.key("id")
    if id.label == nil, id.unit == nil {
      writer.string(joining: id.plan, "/", id.task, "@", id.key)
    } else {
      writer.string(id.description)
    }
    writer.splice(fragment.place)
    writer.member("key", id.key)
    writer.member("unit", id.unit)
    writer.splice(fragment.words)
  }

  private mutating func write(_ name: StaticString, _ those: [Recipient], to writer: inout JSONWriter) {
    guard !those.isEmpty else { return }
    writer.key(name)
    writer.array { writer in for recipient in those { writer.splice(quotedName(of: recipient)) } }
  }

  private mutating func quotedName(of recipient: Recipient) -> [UInt8] {
    if let known = recipients[recipient] { return known }
    var writer = JSONWriter()
    writer.string(names.recipient(recipient))
    recipients[recipient] = writer.bytes
    return writer.bytes
  }

  private mutating func fragment(of item: UpcomingItem) -> Fragment {
    let id = item.id
    let key = FragmentKey(task: item.task, dueLine: item.dueLine, label: id.label)
    if let known = fragments[key] { return known }
    var place = JSONWriter()
    place.member("plan", id.plan)
    place.member("task", id.task)
    place.member("label", id.label)
    var words = JSONWriter()
    let tasks = names.rules.tasks
    if tasks.indices.contains(item.task) {
      words.member("title", tasks[item.task].title)
      words.member("product", RuleNames.products(tasks[item.task].products, label: id.label))
    }
    var rule = JSONWriter()
    writeRule(item, to: &rule)
    let new = Fragment(place: place.bytes, words: words.bytes, rule: rule.bytes)
    fragments[key] = new
    return new
  }

  private func write(_ obligation: Obligation, to writer: inout JSONWriter) {
    writer.member("kind", "dated")
    writer.member("opens", obligation.opens)
    writer.member("due", obligation.counted)
    if obligation.binding != obligation.counted { writer.member("effective", obligation.binding) }
    writer.member("cutoff", obligation.cutoff.map(DateWording(.en).time))
    writer.member("certainty", obligation.certainty == .final ? "final" : "provisional")
    if obligation.closed == nil { writer.member("daysLeft", obligation.binding.days(since: today)) }
    if let count = obligation.count {
      writer.member("atLeast", count.minimum)
      writer.member("atMost", count.maximum)
    }
    if let pending = obligation.pending {
      writer.member("waitingFor", words(of: pending))
      writer.member("atLatest", obligation.binding)
    }
    switch obligation.closed {
    case .done(let day, let document):
      writer.member("doneOn", day)
      writer.member("document", document)
    case .waived(let reason): writer.member("because", reason)
    case .withdrawn(let day): writer.member("withdrawnOn", day)
    case nil: break
    }
  }

  private func write(_ duty: OpenDuty, to writer: inout JSONWriter) {
    switch duty.kind {
    case .waiting(let events, _):
      writer.member("kind", "waiting")
      writer.member("waitingFor", events.map(names.event))
    case .waitingForTask(let task, let key, _):
      writer.member("kind", "waiting")
      writer.member("waitingFor", ["\(names.task(task.task)?.id ?? "#\(task.task)")@\(key)"])
    case .awaitingDate(let timetable, _):
      writer.member("kind", "awaiting-date")
      writer.member("waitingFor", [periods.text(of: timetable)])
    case .openUndated(let since):
      writer.member("kind", "undated")
      writer.member("opens", since)
    case .standing(let first, let last):
      writer.member("kind", "standing")
      writer.member("opens", first)
      writer.member("until", last)
    case .eachCase(let trigger, let active):
      writer.member("kind", "each-case")
      writer.member("waitingFor", trigger.map { [names.event($0)] } ?? [])
      writer.member("opens", active?.first)
      writer.member("until", active?.last)
    case .unclear(let words):
      writer.member("kind", "unclear")
      writer.member("words", words)
    }
    guard let expected = duty.kind.expected else { return }
    writer.key("expected")
    writer.object { writer in
      writer.member("opens", expected.first)
      writer.member("due", expected.last)
    }
  }

  private func words(of pending: Obligation.Pending) -> [String] {
    switch pending {
    case .events(let events): events.map(names.event)
    case .timetable(let timetable): [periods.text(of: timetable)]
    case .task(let task): [names.task(task.task)?.id ?? "#\(task.task)"]
    case .occurrence: []
    }
  }

  private mutating func writeRule(_ item: UpcomingItem, to writer: inout JSONWriter) {
    // Through the arrays: a copy of a task would cost more than its JSON.
    let tasks = names.rules.tasks
    guard tasks.indices.contains(item.task), tasks[item.task].due.indices.contains(item.dueLine) else { return }
    let span = tasks[item.task].due[item.dueLine].span
    let number = lineNumber(of: span)
    writer.key("rule")
    writer.object { writer in
      writer.member("file", span.source.name)
      writer.member("line", number)
      writer.member("text", tasks[item.task].due[item.dueLine].text)
    }
  }

  private mutating func lineNumber(of span: Span) -> Int {
    let key = ObjectIdentifier(span.source)
    if let known = lines[key] { return known.line(of: span.start) }
    let new = SourceLines(span.source)
    lines[key] = new
    return new.line(of: span.start)
  }
}
