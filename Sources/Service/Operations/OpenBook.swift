package import CivilCalendar
package import Diagnostics
import Expansion
import FactLog
import Presentation
import Reminders
import Revisions
package import Rules

/// A rule book that is ready to be used: checked rules, facts and the day that is today.
package struct OpenBook: Sendable {
  package var rules: RuleSet
  /// With the instants of their recording, as far as they come from the log.
  var timed: [TimedFact]
  var facts: [Fact] { timed.map(\.fact) }
  package var today: CivilDate
  /// The time of today; nil where somebody named the day, which is then not over.
  package var time: ClockTime?
  /// The facts as the log has them, by their numbers; empty if they come from a file.
  var records: [Int: RecordedFact] = [:]
  /// The head of the log of facts; nil if the facts come from a file.
  var head: FactHead?
  /// Where rules and facts come from, as far as it is the live revision and the log; nil if it is neither.
  package var origin: Bilingual?
  /// The rules as they were read, with their revision.
  var loaded: LoadedRules

  private let knownDays: KnownDays

  /// Since when duties are known, as reminders see it; nil of those that came with their plan.
  var known: UpcomingList.Known {
    guard loaded.revision != nil || !timed.isEmpty else { return { _ in nil } }
    return { [knownDays] in knownDays.day(of: $0) }
  }

  /// Where the days of late duties went.
  /// - Parameter expander: of these rules and facts.
  func delays(_ expander: Expander) -> DelayAccount {
    DelayAccount(expander, timed, knownDays, today: today)
  }

  /// Reads and checks rules and facts; the facts are those of the file that is named, else those of the log. Fails if
  /// there is any error, because a wrong date is worse than none, and tells the other diagnostics.
  static func open(
    _ request: BookRequest, covering years: ClosedRange<Int>? = nil, in operations: OperationContext
  ) throws(OperationFailure) -> OpenBook {
    try open(LoadedRules.inForce(request, covering: years, in: operations), request, in: operations)
  }

  /// The same with rules that were read already.
  static func open(
    _ loaded: LoadedRules, _ request: BookRequest, in operations: OperationContext
  ) throws(OperationFailure) -> OpenBook {
    guard !loaded.hasErrors else {
      throw OperationFailure(loaded.diagnostics.errors, files: loaded.files)
    }
    var facts: [TimedFact] = []
    var found: [Diagnostic] = []
    var stored: (head: FactHead, origin: Bilingual)?
    var records: [Int: RecordedFact] = [:]
    if let path = request.facts {
      let read = loaded.facts(at: path, in: operations)
      (facts, found) = (read.0.map { TimedFact($0) }, read.1)
    } else if let store = FactStore(named: request.state, in: operations) {
      ClosedState.note(named: request.state, in: operations)
      do throws(StoreFailure) {
        let read = try store.read(through: request.asOf)
        let resolved = read.resolved(by: loaded.rules, isAccepted: loaded.revision != nil)
        (facts, found) = (resolved.facts, resolved.diagnostics)
        stored = (read.head, read.origin(resolved))
        records = Dictionary(read.records.map { ($0.sequence, $0) }) { first, _ in first }
      } catch {
        found = [store.complaint(error)]
      }
    }
    if found.hasErrors { throw OperationFailure(found) }
    if !found.isEmpty { operations.tell(.diagnostics(found, files: nil)) }
    var opened = try book(loaded, facts, stored?.head, origin: stored?.origin, request, operations)
    opened.records = records
    return opened
  }

  /// The rule book, or only the shipped calendars if there are no rules and none were named.
  static func openOrCalendars(
    _ request: BookRequest, covering years: ClosedRange<Int>, in operations: OperationContext
  ) throws(OperationFailure) -> OpenBook {
    let isAnyRuleKnown = request.rules != nil || operations.folders.knownRuleFolder != nil
    guard !isAnyRuleKnown, request.facts == nil, !LoadedRules.isAnyLive(request.state, in: operations) else {
      return try open(request, covering: years, in: operations)
    }
    let loaded = LoadedRules(paths: [], covering: years, in: operations)
    return try book(loaded, [], nil, origin: nil, request, operations)
  }

  private static func book(
    _ loaded: LoadedRules, _ facts: [TimedFact], _ head: FactHead?, origin: Bilingual?, _ request: BookRequest,
    _ operations: OperationContext
  ) throws(OperationFailure) -> OpenBook {
    let now = request.asOf.map { Int($0.seconds) } ?? operations.now
    guard let today = request.today ?? loaded.today(at: now) else {
      let zone = loaded.timeZone ?? ""
      throw OperationFailure(
        vi: "máy này không có múi giờ “\(zone)” của lịch; hãy dùng --today",
        en: "this machine does not know the calendar's time zone “\(zone)”; use --today")
    }
    let revision = loaded.revision.map { live in
      Bilingual(vi: "quy tắc bản \(live.number)", en: "rules: revision \(live.number)")
    }
    let asOf = request.asOf.map { instant in
      let (day, minute) = Zone.vietnam.civil(instant)
      func words(_ dates: DateWording) -> (day: String, time: String) {
        (dates.day(day), ClockTime(minutes: minute).map(dates.time) ?? "")
      }
      let (vi, en) = (words(DateWording(.vi)), words(DateWording(.en)))
      return Bilingual(vi: "như lúc \(vi.time) ngày \(vi.day)", en: "as of \(en.time) on \(en.day)")
    }
    let parts = [asOf, revision, origin].compactMap { $0 }
    let wentLive: Agenda.WentLive = if let live = loaded.revision { live.wentLive } else { { _, _ in nil } }
    let zones = CalendarZones(loaded.rules).zoneOf
    let time =
      request.today == nil
      ? ClockTime(minutes: zones(loaded.timeZone).civil(Instant(seconds: Int64(now))).minute) : nil
    let leads = loaded.revision?.leads ?? LeadChanges()
    let facts = leads.namingThen(facts, loaded.rules)
    return OpenBook(
      rules: loaded.rules, timed: facts, today: today, time: time, head: head,
      origin: parts.isEmpty ? nil : parts.joined(separator: " · "), loaded: loaded,
      knownDays: KnownDays(
        loaded.rules, facts, zone: zones, wentLive: wentLive, leads: leads))
  }
}
