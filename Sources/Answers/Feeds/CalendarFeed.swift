import Addresses
import Diagnostics
import Expansion
import Presentation
package import Rules

/// A calendar feed (RFC 5545, RFC 7986): all-day events, or to-dos, one a duty with a day. The same events give the same
/// bytes.
package struct CalendarFeed {
  private let scope: FeedScope
  private let events: [DatedFeedEvent]
  private let words: FeedWords
  /// The title of the unit or plan, or the name of the person.
  private let name: String
  private let address: String?

  /// - Parameters:
  ///   - events: all of them (`FeedStore.dated`); those of the scope are taken.
  ///   - address: where the office's pages are, `https://nhacviec.example`; nil: events have no URL.
  package init(_ scope: FeedScope, of events: [DatedFeedEvent], rules: RuleSet, address: String?) {
    self.scope = scope
    self.address = address
    words = FeedWords(scope.language)
    let names = RuleNames(rules: rules, language: scope.language)
    switch scope.subject {
    case .all:
      name = ""
      self.events = events
    case .unit(let reference) where reference.contains("/"):
      // One of several units of that id, each of a plan of its own: `PLAN/UNIT`.
      let parts = reference.split(separator: "/", maxSplits: 1).map(String.init)
      let plan = rules.plan(named: parts[0])
      let recipient = plan.flatMap { rules.recipient(named: parts[parts.count - 1], in: $0) }
      name = recipient.map(names.recipient) ?? parts[parts.count - 1]
      let ids = Set([parts[parts.count - 1]] + (recipient.map { [rules.id(of: $0)] } ?? []))
      let plans = Set([parts[0]] + (recipient.map { rules.plans(of: $0).map { rules.plans[$0].id } } ?? []))
      self.events = events.filter {
        plans.contains($0.event.audience.plan) && !ids.isDisjoint(with: $0.event.audience.units)
      }
    case .unit(let id):
      // A unit that was renamed keeps its former id as another name.
      let recipient = rules.recipient(named: id, in: nil)
      name = recipient.map(names.recipient) ?? id
      // Each plan may have a unit of that name: all of them are meant.
      let ids = Set([id] + rules.recipients(named: id).union(rules.recipients(named: name)).map(rules.id(of:)))
      self.events = events.filter { !ids.isDisjoint(with: $0.event.audience.units) }
    case .plan(let id):
      let plan = rules.plan(named: id).map { rules.plans[$0] }
      // The title of a classified plan is not shown.
      name = plan.flatMap { $0.classified == nil ? $0.title : nil } ?? id
      self.events = events.filter { [id, plan?.id].contains($0.event.audience.plan) }
    case .person(let person):
      let folded = FoldedName(person)
      name = person
      self.events = events.filter { $0.event.audience.person.map { FoldedName($0) == folded } ?? false }
    }
  }

  /// The file, `text/calendar; charset=utf-8`.
  package var text: String {
    var writer = ICSWriter()
    let title = words.title(scope.subject, name)
    writer.property("NAME", title, in: scope.language)
    writer.property("X-WR-CALNAME", title)
    writer.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H")
    writer.line("X-PUBLISHED-TTL:PT1H")
    for dated in events {
      if scope.isTodo { writeTodo(dated, to: &writer) } else { writeEvent(dated, to: &writer) }
    }
    writer.end("VCALENDAR")
    return writer.text
  }

  private func writeEvent(_ dated: DatedFeedEvent, to writer: inout ICSWriter) {
    let event = dated.event
    writer.begin("VEVENT")
    writeIdentity(dated, to: &writer)
    writer.allDay(event.day)
    writeWords(event, to: &writer)
    let isTentative = event.details?.isProvisional ?? false
    writer.line("STATUS:\(event.isCancelled ? "CANCELLED" : isTentative ? "TENTATIVE" : "CONFIRMED")")
    writer.line("TRANSP:TRANSPARENT")
    writeAlarm(event, to: &writer)
    writer.end("VEVENT")
  }

  private func writeTodo(_ dated: DatedFeedEvent, to writer: inout ICSWriter) {
    let event = dated.event
    writer.begin("VTODO")
    writeIdentity(dated, to: &writer)
    writer.property("DUE", event.day)
    writeWords(event, to: &writer)
    let isDone = event.standing == .done
    writer.line("STATUS:\(event.isCancelled ? "CANCELLED" : isDone ? "COMPLETED" : "NEEDS-ACTION")")
    writeAlarm(event, to: &writer)
    writer.end("VTODO")
  }

  private func writeIdentity(_ dated: DatedFeedEvent, to writer: inout ICSWriter) {
    writer.property("UID", ICSWriter.uid(dated.event.shownID))
    writer.version(dated.changed)
    writer.line("LAST-MODIFIED:\(ICSWriter.instant(dated.changed))")
  }

  private func writeWords(_ event: FeedEvent, to writer: inout ICSWriter) {
    writer.property("SUMMARY", words.summary(event, names: namesLeads(event)), in: scope.language)
    writer.line("CLASS:\(event.isClassified ? "CONFIDENTIAL" : "PUBLIC")")
    guard !event.isClassified else { return }
    writer.property("DESCRIPTION", words.description(event), in: scope.language)
    writer.property("CATEGORIES", event.audience.plan)
    if let address, event.standing != .gone {
      writer.line("URL:\(address)/viec/\(PercentEncoding.encode(event.id, keeping: "/@:,"))")
    }
  }

  /// In its own feed a unit that alone leads is not named.
  private func namesLeads(_ event: FeedEvent) -> Bool {
    if case .unit = scope.subject { event.leads != [name] } else { true }
  }

  /// At eight in the morning, by the reader's clock.
  private func writeAlarm(_ event: FeedEvent, to writer: inout ICSWriter) {
    guard let days = scope.alarmDays, event.standing == .open else { return }
    writer.begin("VALARM")
    writer.line("ACTION:DISPLAY")
    let offset = days == 0 ? "PT8H" : days == 1 ? "-PT16H" : "-P\(days - 1)DT16H"
    writer.line("TRIGGER\(scope.isTodo ? ";RELATED=END" : ""):\(offset)")
    writer.property("DESCRIPTION", words.summary(event, names: namesLeads(event)), in: scope.language)
    writer.end("VALARM")
  }
}
