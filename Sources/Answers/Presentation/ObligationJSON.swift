package import CivilCalendar
import Diagnostics
import Expansion
package import Rules

/// Duties as JSON objects with stable keys; what does not apply is absent. Dates are ISO 8601; `due` is the counted day,
/// `effective` the binding day where it differs.
package struct ObligationJSON {
  private let names: RuleNames
  private let today: CivilDate
  private let periods: PeriodWording
  private var lines: [ObjectIdentifier: SourceLines] = [:]
  /// Occurrences of one due line share most of their text: as written in `shared`.
  private var fragments: [FragmentKey: Fragment] = [:]
  private var shared = JSONWriter()
  private var recipients: [Recipient: [UInt8]] = [:]

  private struct FragmentKey: Hashable {
    var task: TaskID
    var dueLine: Int
    var label: String?
  }

  /// Where the pieces end in `shared`, the first of which begins at `start`.
  private struct Fragment {
    var start: Int
    /// `"id":"…@`
    var id: Int
    /// `"plan":…,"task":…,"label":…`
    var place: Int
    /// `"title":…,"product":…`
    var words: Int
    /// `"rule":{…}`
    var rule: Int
  }

  /// Names are the rules' own; `language` words what a timetable sets.
  package init(_ rules: RuleSet, today: CivilDate, language: Language) {
    names = RuleNames(rules: rules, language: language)
    periods = PeriodWording(language)
    self.today = today
    fragments.reserveCapacity(rules.tasks.count)
  }

  package mutating func write(_ item: UpcomingItem, to writer: inout JSONWriter) {
    let fragment = fragment(of: item)
    writer.begin()
    writeIdentity(item.id, fragment, to: &writer)
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
    writer.splice(shared.bytes[fragment.words..<fragment.rule])
    writer.end()
  }

  private func writeIdentity(_ id: ObligationID, _ fragment: Fragment, to writer: inout JSONWriter) {
    writer.splice(shared.bytes[fragment.start..<fragment.id])
    writer.piece(id.key)
    if let unit = id.unit { writer.piece("/" + unit) }
    writer.quotationMark()
    writer.splice(shared.bytes[fragment.id..<fragment.place])
    writer.member("key", id.key)
    writer.member("unit", id.unit)
    writer.splice(shared.bytes[fragment.place..<fragment.words])
  }

  private mutating func write(_ name: StaticString, _ those: [Recipient], to writer: inout JSONWriter) {
    guard !those.isEmpty else { return }
    writer.key(name)
    writer.begin(list: true)
    for recipient in those { writer.splice(quotedName(of: recipient)[...]) }
    writer.end(list: true)
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
    var new = Fragment(start: shared.bytes.count, id: 0, place: 0, words: 0, rule: 0)
    shared.restart()
    shared.key("id")
    shared.quotationMark()
    shared.piece(id.plan)
    shared.piece("/")
    shared.piece(id.task)
    if let label = id.label { shared.piece(":" + label) }
    shared.piece("@")
    new.id = shared.bytes.count
    shared.restart()
    shared.member("plan", id.plan)
    shared.member("task", id.task)
    shared.member("label", id.label)
    new.place = shared.bytes.count
    shared.restart()
    let tasks = names.rules.tasks
    if tasks.indices.contains(item.task) {
      shared.member("title", tasks[item.task].title)
      shared.member("product", RuleNames.products(tasks[item.task].products, label: id.label))
    }
    new.words = shared.bytes.count
    shared.restart()
    writeRule(item)
    new.rule = shared.bytes.count
    fragments[key] = new
    return new
  }

  private func write(_ obligation: Obligation, to writer: inout JSONWriter) {
    writer.splice(#""kind":"dated""#)
    writer.member("opens", obligation.opens)
    writer.member("due", obligation.counted)
    if obligation.binding != obligation.counted { writer.member("effective", obligation.binding) }
    writer.member("cutoff", obligation.cutoff.map(DateWording(.en).time))
    writer.splice(obligation.certainty == .final ? #""certainty":"final""# : #""certainty":"provisional""#)
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

  private mutating func writeRule(_ item: UpcomingItem) {
    // Through the arrays: a copy of a task would cost more than its JSON.
    let tasks = names.rules.tasks
    guard tasks.indices.contains(item.task), tasks[item.task].due.indices.contains(item.dueLine) else { return }
    let span = tasks[item.task].due[item.dueLine].span
    let number = lineNumber(of: span)
    shared.key("rule")
    shared.begin()
    shared.member("file", span.source.name)
    shared.member("line", number)
    shared.member("text", tasks[item.task].due[item.dueLine].text)
    shared.end()
  }

  private mutating func lineNumber(of span: Span) -> Int {
    let key = ObjectIdentifier(span.source)
    if let known = lines[key] { return known.line(of: span.start) }
    let new = SourceLines(span.source)
    lines[key] = new
    return new.line(of: span.start)
  }
}
