package import CivilCalendar
import Diagnostics
import Expansion
package import Rules

/// Writes duties as JSON objects with stable keys; a key that does not apply is left out. Dates are ISO 8601. `due` is
/// the nominal day; `effective` is the effective day if it differs. Classified work has the parts of its id and its day alone.
package struct ObligationJSON {
  private let names: RuleNames
  private let today: CivilDate
  private let periods: PeriodWording
  private var lines: [ObjectIdentifier: SourceLines] = [:]
  /// Where in `shared` the text lies that all occurrences of a due line have in common.
  private var fragments: [FragmentKey: Fragment] = [:]
  private var shared = JSONWriter()
  private var recipients: [Recipient: [UInt8]] = [:]

  private struct FragmentKey: Hashable {
    var task: TaskID
    var dueLine: Int
    var label: String?
  }

  /// The offsets in `shared` at which the pieces end. The first begins at `start`, each other where the one before
  /// ends.
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

  private let root: String?

  /// - Parameters:
  ///   - language: the language of the words for timetables and events. Names are the rules' own.
  ///   - root: the folder below which files are named; nil: as they were read.
  package init(_ rules: RuleSet, today: CivilDate, language: Language, below root: String? = nil) {
    self.root = root
    names = RuleNames(rules: rules, language: language)
    periods = PeriodWording(language)
    self.today = today
    fragments.reserveCapacity(rules.tasks.count)
  }

  package mutating func write(_ item: UpcomingItem, to writer: inout JSONWriter) {
    let fragment = fragment(of: item.duty)
    writer.begin()
    writeIdentity(item.duty.id, fragment, to: &writer)
    guard !item.duty.isClassified else {
      writer.member("due", item.duty.toldDay)
      writer.member("classified", true)
      return writer.end()
    }
    writer.splice(shared.bytes[fragment.place..<fragment.words])
    switch item.duty.state {
    case .dated(let days): write(days, item.duty.closed, to: &writer)
    case .open(let open): write(open, to: &writer)
    }
    if let closed = item.duty.closed { write(closed, to: &writer) }
    writer.member("group", item.group.rawValue)
    writer.member("status", StatusWording.name(of: item.status))
    switch item.status {
    case .done(.onTime): writer.member("onTime", true)
    case .done(.late): writer.member("onTime", false)
    default: break
    }
    writer.member("dueWhenRecorded", item.duty.bound?.day)
    write("leads", item.duty.leads, to: &writer)
    write("supports", item.duty.supports, to: &writer)
    if !item.duty.course.isEmpty { write(item.duty.course, to: &writer) }
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

  private func write(_ course: [CourseStep], to writer: inout JSONWriter) {
    writer.key("course")
    writer.begin(list: true)
    for step in course {
      writer.begin()
      writer.member("kind", CourseWording.name(of: step.kind))
      writer.member("on", step.day)
      writer.member("newDay", step.newDay)
      writer.member("percent", step.percent)
      writer.member("person", step.person)
      writer.member("words", step.words)
      writer.member("fact", step.fact)
      writer.end()
    }
    writer.end(list: true)
  }

  private mutating func fragment(of duty: AnyDuty) -> Fragment {
    let id = duty.id
    let key = FragmentKey(task: duty.task, dueLine: duty.dueLine, label: id.label)
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
    if tasks.indices.contains(duty.task) {
      shared.member("title", tasks[duty.task].title)
      shared.member("product", RuleNames.products(tasks[duty.task].products, label: id.label))
    }
    new.words = shared.bytes.count
    shared.restart()
    writeRule(duty)
    new.rule = shared.bytes.count
    fragments[key] = new
    return new
  }

  private func write(_ days: DueDays, _ closed: DutyEnd?, to writer: inout JSONWriter) {
    writer.splice(#""kind":"dated""#)
    writer.member("opens", days.opens)
    writer.member("due", days.nominal)
    if days.effective != days.nominal { writer.member("effective", days.effective) }
    writer.member("cutoff", days.cutoff.map(DateWording(.en).time))
    writer.splice(days.certainty == .final ? #""certainty":"final""# : #""certainty":"provisional""#)
    if closed == nil { writer.member("daysLeft", days.effective.days(since: today)) }
    if let count = days.count {
      writer.member("atLeast", count.minimum)
      writer.member("atMost", count.maximum)
    }
    if let pending = days.pending {
      writer.member("waitingFor", words(of: pending))
      writer.member("atLatest", days.effective)
    }
  }

  private func write(_ end: DutyEnd, to writer: inout JSONWriter) {
    switch end {
    case .done(let day, let document):
      writer.member("doneOn", day)
      writer.member("document", document)
    case .waived(let reason): writer.member("because", reason)
    case .withdrawn(let day): writer.member("withdrawnOn", day)
    }
  }

  private func write(_ open: OpenState, to writer: inout JSONWriter) {
    switch open {
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
    case .notBefore(let day):
      writer.member("kind", "not-before")
      writer.member("opens", day)
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
    guard let expected = open.expected else { return }
    writer.key("expected")
    writer.object { writer in
      writer.member("opens", expected.first)
      writer.member("due", expected.last)
    }
  }

  private func words(of pending: DueDays.Pending) -> [String] {
    switch pending {
    case .events(let events): events.map(names.event)
    case .timetable(let timetable): [periods.text(of: timetable)]
    case .task(let task): [names.task(task.task)?.id ?? "#\(task.task)"]
    case .occurrence: []
    }
  }

  private mutating func writeRule(_ duty: AnyDuty) {
    // The arrays are read in place, because copying a task would cost more than writing its JSON.
    let tasks = names.rules.tasks
    guard tasks.indices.contains(duty.task), tasks[duty.task].due.indices.contains(duty.dueLine) else { return }
    let span = tasks[duty.task].due[duty.dueLine].span
    let number = lineNumber(of: span)
    shared.key("rule")
    shared.begin()
    let file = span.source.name
    shared.member("file", file.path(below: root))
    shared.member("line", number)
    shared.member("text", tasks[duty.task].due[duty.dueLine].text)
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
