import CivilCalendar
import Reminders
import Rules
import TestSupport

/// A walk over the drawn office, every day worked but Saturdays and Sundays.
func walk(
  _ task: String, plan: String = "nhắc: tiêu chuẩn", more: String = "", facts: [(Instant, String)] = [],
  live: Instant? = nil, from start: String, until end: String, change: (inout RuleSet) -> Void = { _ in }
) throws -> RoundWalk {
  var office = try DrawnOffice(
    DrawnOffice.book("  " + task, plan: plan, more: more),
    calendar: WorkingCalendar(.init(weeklyDaysOff: [.saturday, .sunday]), covering: 2020...2030))
  change(&office.rules)
  for (recorded, line) in facts { office.record(line, recorded) }
  var walk = RoundWalk(
    office.rules, facts: office.facts, through: day("2026-12-31"), wentLive: { _, _ in live })
  walk.walk(from: at(day(start), 0), until: at(day(end), 23))
  return walk
}

/// Day, recipient where none is asked for, and code of each notice.
func said(_ walk: RoundWalk, to unit: String? = nil) -> [String] {
  walk.notices.filter { unit == nil || $0.recipient.unit == unit }
    .map { "\(Zone.vietnam.day(of: $0.slot.instant)) \(unit == nil ? "\($0.recipient) " : "")\($0.kind.code)" }
}
