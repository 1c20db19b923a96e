package import CivilCalendar

/// What the words of one deadline mean, before any date is computed.
///
/// A meaning is a value: two wordings mean the same exactly when their values are equal, and each value has one
/// canonical wording in each language (docs/language.md, "Deadlines").
package struct Deadline: Hashable, Sendable {
  /// In the order written; more than one only where the wording lists several labelled deadlines separated by `;`.
  package var items: [DeadlineItem]

  package init(items: [DeadlineItem]) { self.items = items }
  package init(_ form: DeadlineForm, _ clauses: DeadlineClauses = DeadlineClauses()) {
    items = [DeadlineItem(label: nil, form: form, clauses: clauses)]
  }
}

/// One deadline of a wording, with the label that tells it from its neighbours (*giai đoạn 2022-2023: xây dựng*).
package struct DeadlineItem: Hashable, Sendable {
  package var label: String?
  package var form: DeadlineForm
  package var clauses: DeadlineClauses

  package init(label: String?, form: DeadlineForm, clauses: DeadlineClauses) {
    self.label = label
    self.form = form
    self.clauses = clauses
  }
}

/// The main form of a deadline: a row of the table in docs/language.md.
package enum DeadlineForm: Hashable, Sendable {
  /// On, by or before one day, or several named days.
  case day(DayDeadline)
  /// The period is the window and its end is due; several are separate occurrences (*Tháng 3, 6, 9, 12*).
  case window([PeriodSpan])
  /// From a day to a day, both included.
  case range(from: DateExpression, to: DateExpression)
  /// *Năm 2021 và các năm tiếp theo*: a window every year, without end.
  case yearsOnward(from: Int)
  case recurring(Recurrence)
  /// *02 lần/năm*; with `within`, so many times in that one period instead of in each.
  case times(CountRange, per: PeriodUnit, within: PeriodSpan?)
  case counted(CountedDeadline)
  /// *khi có X, trong 3 ngày làm việc*; no trigger is *khi có phát sinh*. No durations: no due day.
  case eachCase(trigger: EventExpression?, durations: [CalendarDuration])
  /// Somebody else's timetable will name the day.
  case timetable(Timetable)
  /// *thường xuyên*; nil: through the plan's span.
  case standing(PeriodSpan?)
  /// *chưa rõ: …*, the plan's own words.
  case unclear(String)
}

/// How the stated day limits the work.
package enum Bound: Hashable, Sendable, CaseIterable {
  /// That day: it opens and is due.
  case on
  /// The last day, inclusive (*chậm nhất, đến hết ngày*).
  case by
  /// Exclusive: the last day is the one before (*trước ngày*); with a time, that day before that time.
  case before
  /// From the first day of the period to the stated day (*trong 10 ngày làm việc đầu tiên của tháng*).
  case within
}

/// On, by or before a day, or each of several.
package struct DayDeadline: Hashable, Sendable {
  package var bound: Bound
  package var time: ClockTime?
  /// At least one.
  package var days: [DateExpression]

  package init(bound: Bound, time: ClockTime? = nil, days: [DateExpression]) {
    self.bound = bound
    self.time = time
    self.days = days
  }
}

/// A day as a wording names it. A nil year is the plan's.
package enum DateExpression: Hashable, Sendable {
  case civil(year: Int?, month: Int, day: Int)
  /// Vietnamese lunar month and day; Tết Nguyên đán is 1/1.
  case lunar(year: Int?, month: Int, day: Int)
  /// The first day of a period (*trước Quý II*).
  case start(of: PeriodSpan)
  /// The last day of a period (*đến năm 2025*, *cuối năm*).
  case end(of: PeriodSpan)
  /// Civil Code 2015, art. 146: the 15th of a month, 30 June of a year.
  case middle(of: PeriodExpression)
  /// *thứ Ba tuần thứ hai của tháng 3/2024*, *ngày làm việc cuối cùng của tháng 3*.
  case ordinal(Ordinal, of: PeriodSpan)
}

/// The n-th weekday, working day or day of a period.
package struct Ordinal: Hashable, Sendable {
  /// What is counted.
  package enum Kind: Hashable, Sendable {
    case weekday(Weekday)
    case workingDay
    case day
  }

  package var kind: Kind
  /// 1 is the first, -1 the last; never 0.
  package var position: Int

  package init(_ kind: Kind, position: Int) {
    self.kind = kind
    self.position = position
  }
}

/// The kinds of period that wordings name.
package enum PeriodUnit: Hashable, Sendable, CaseIterable {
  case week, month, quarter, half, year, schoolYear, term, fiscalYear
}

/// One period as written: `unit` and its number within the year. `index` is nil for the units that are years
/// themselves; a nil `year` is the plan's. A school or fiscal year is called by the year it begins in.
package struct PeriodExpression: Hashable, Sendable {
  package var unit: PeriodUnit
  package var index: Int?
  package var year: Int?

  package init(_ unit: PeriodUnit, _ index: Int? = nil, year: Int? = nil) {
    self.unit = unit
    self.index = index
    self.year = year
  }
}

/// One period or neighbouring ones as one window, or a part of it.
package struct PeriodSpan: Hashable, Sendable {
  package var first: PeriodExpression
  /// Equal to `first` for a single period.
  package var last: PeriodExpression
  package var part: PeriodPart?

  package init(_ first: PeriodExpression, through last: PeriodExpression? = nil, part: PeriodPart? = nil) {
    self.first = first
    self.last = last ?? first
    self.part = part
  }
}

/// Of a month days 1–10, 11–20, from the 21st; of a quarter its months; of a half or year likewise thirds
/// of its months. Weeks of a month are days 1–7, 8–14, …; -1 is its last seven days (decision: parts-of-periods).
package enum PeriodPart: Hashable, Sendable {
  case early, middle, late
  case week(Int)
}

/// How many times something is to be done.
package struct CountRange: Hashable, Sendable {
  /// At least 1.
  package var minimum: Int
  /// Nil: no upper limit said (*ít nhất 02 lần*).
  package var maximum: Int?
  /// *ít nhất từ 02 đến 03 cuộc*: the maximum is what is usual, not a limit.
  package var isAtLeast: Bool

  package init(minimum: Int, maximum: Int?, isAtLeast: Bool = false) {
    self.minimum = minimum
    self.maximum = maximum
    self.isAtLeast = isAtLeast
  }
}

/// A rhythm and where the due days lie in or after each of its periods.
package struct Recurrence: Hashable, Sendable {
  package var rhythm: Rhythm
  package var pattern: DayPattern
  package var bound: Bound
  package var time: ClockTime?

  package init(_ rhythm: Rhythm, _ pattern: DayPattern = .whole, bound: Bound = .by, time: ClockTime? = nil) {
    self.rhythm = rhythm
    self.pattern = pattern
    self.bound = bound
    self.time = time
  }
}

/// How often something recurs.
package enum Rhythm: Hashable, Sendable {
  /// Every `interval` units, counted from the start of the plan's span; interval is 1 or more.
  case every(PeriodUnit, interval: Int)
  /// Reporting periods of the year, in order (Q1, H1, Q3, year); a nil index is each of that unit.
  case reporting([ReportingPeriod])
}

/// A period that is reported on.
package struct ReportingPeriod: Hashable, Sendable {
  package var unit: PeriodUnit
  package var index: Int?

  package init(_ unit: PeriodUnit, _ index: Int? = nil) {
    self.unit = unit
    self.index = index
  }
}

/// Where the due days of a recurrence lie, relative to each period of its rhythm.
package enum DayPattern: Hashable, Sendable {
  /// The period is the window, its last day is due.
  case whole
  /// A part of the period is the window (*tuần đầu của tháng*).
  case part(PeriodPart)
  /// Days of one month, 1...31 or -1 for its last day (*trước ngày 17 tháng cuối quý*).
  case monthDays([Int], MonthOfPeriod)
  /// Listed days of the year; under reporting periods, one for each in order.
  case yearDays([YearDay])
  case weekdays([Weekday])
  /// *thứ Ba tuần thứ hai*, *ngày làm việc thứ 2 của tháng sau*.
  case ordinal(Ordinal, MonthOfPeriod)
  /// Parts of the year as windows (*tháng 3, tháng 9 hằng năm*); the spans name no year.
  case windows([PeriodSpan])
  /// So long after the period's last day (*trong 20 ngày kể từ ngày kết thúc quý*).
  case afterEnd([CalendarDuration])
}

/// A month, told from the edge of a period.
package enum MonthOfPeriod: Hashable, Sendable {
  /// 0 is the period's first month, 1 its second, -1 the month before it.
  case fromStart(Int)
  /// 0 is the period's last month, 1 the month after it.
  case fromEnd(Int)
}

/// A day of some year of a yearly rhythm.
package struct YearDay: Hashable, Sendable {
  package var month: Int
  /// 1...31, or -1 for the month's last day.
  package var day: Int
  /// Years after the period's own: 1 is *năm sau*.
  package var yearsLater: Int
  package var isLunar: Bool

  package init(month: Int, day: Int, yearsLater: Int = 0, isLunar: Bool = false) {
    self.month = month
    self.day = day
    self.yearsLater = yearsLater
    self.isLunar = isLunar
  }
}

/// Counted from an event, a day, a period's end or another task.
package struct CountedDeadline: Hashable, Sendable {
  /// Where the day lies, seen from the anchor.
  package enum Relation: Hashable, Sendable {
    /// So long after the anchor, at the latest.
    case within
    /// After it, no count: open, undated.
    case after
    /// The next working day.
    case immediately
    /// So long before; without durations, before the anchor itself.
    case before
    /// From the anchor on (*kể từ ngày ký*): a start, no due day.
    case from
    /// The anchor's own day (*as task I.2*, *theo hạn của nhiệm vụ I.2*).
    case same
    /// On or before a day of the n-th month after the anchor's month (*ngày 15 của tháng kế tiếp tháng có X*).
    case monthDay(day: Int, monthsLater: Int, Bound)
  }

  package var relation: Relation
  /// Added in order (*9 months and 1 day*); empty unless `within` or `before`.
  package var durations: [CalendarDuration]
  package var anchor: Anchor
  package var time: ClockTime?

  package init(_ relation: Relation, _ durations: [CalendarDuration] = [], of anchor: Anchor, time: ClockTime? = nil) {
    self.relation = relation
    self.durations = durations
    self.anchor = anchor
    self.time = time
  }
}

/// What is counted from.
package enum Anchor: Hashable, Sendable {
  case event(EventExpression)
  case date(DateExpression)
  case taskDone(TaskMention)
  case taskDue(TaskMention)
}

/// One event, or several together.
package enum EventExpression: Hashable, Sendable {
  case single(EventMention)
  /// After the later of them.
  case all([EventMention])
  /// After the earliest of them.
  case any([EventMention])

  package var mentions: [EventMention] {
    switch self {
    case .single(let mention): [mention]
    case .all(let mentions), .any(let mentions): mentions
    }
  }
}

/// An event's name as written, with the occurrence where the wording has one (*papi năm 2023*): the whole span is
/// looked up before its end is taken for an occurrence.
package struct EventMention: Hashable, Sendable {
  package var name: String

  package init(_ name: String) { self.name = name }
}

/// `[PLAN/]ID [(label)] [kỳ KEY]` as written.
package struct TaskMention: Hashable, Sendable {
  package var plan: String?
  package var id: String
  package var label: String?
  package var key: String?

  package init(plan: String? = nil, id: String, label: String? = nil, key: String? = nil) {
    self.plan = plan
    self.id = id
    self.label = label
    self.key = key
  }
}

/// Somebody else's timetable: kinds and whose (*theo hướng dẫn, tiến độ của Sở Nội vụ*), or a document or other words.
package struct Timetable: Hashable, Sendable {
  /// What somebody else will issue.
  package enum Kind: Hashable, Sendable, CaseIterable {
    case schedule, plan, roadmap, guidance, rules
  }

  /// Empty when `source` is a document or other words.
  package var kinds: [Kind]
  /// Whose, or the document; nil: not said.
  package var source: String?
  /// *quy định hiện hành*: those in force at the time. Only with kinds.
  package var isInForce: Bool

  package init(kinds: [Kind], source: String?, isInForce: Bool = false) {
    self.kinds = kinds
    self.source = source
    self.isInForce = isInForce
  }
}
