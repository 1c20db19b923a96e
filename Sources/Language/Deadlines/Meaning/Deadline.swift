package import CivilCalendar

/// What the words of one deadline mean, before any date is computed.
///
/// A meaning is a value: two wordings mean the same exactly when their values are equal, and each value has one
/// canonical wording in each language (docs/language.md, "Deadlines").
package struct Deadline: Hashable, Sendable {
  /// In the order written; more than one only where the wording lists several deadlines.
  package var items: [DeadlineItem]

  package init(items: [DeadlineItem]) { self.items = items }
  package init(_ form: DeadlineForm, _ clauses: DeadlineClauses = DeadlineClauses()) {
    items = [DeadlineItem(form: form, clauses: clauses)]
  }
}

/// One deadline of a wording.
package struct DeadlineItem: Hashable, Sendable {
  /// Tells it from its neighbours (*giai đoạn 2022-2023: xây dựng*).
  package var label: String?
  package var form: DeadlineForm
  package var clauses: DeadlineClauses

  package init(label: String? = nil, form: DeadlineForm, clauses: DeadlineClauses = DeadlineClauses()) {
    self.label = label
    self.form = form
    self.clauses = clauses
  }
}

/// The main form of a deadline.
package enum DeadlineForm: Hashable, Sendable {
  /// Days and windows of the plan's time; several are separate occurrences (*Tháng 3, 6, 9, 12*). At least one.
  case at([Place])
  /// In each period of a rhythm; without places, the period itself is the window.
  case each(Rhythm, [Place])
  /// *02 lần/năm*; with `within`, so many times in that one window instead of in each period of the rhythm.
  indirect case times(CountRange, Rhythm, within: WindowExpression?)
  /// *Năm 2021 và các năm tiếp theo*: a window every year, without end.
  case yearsOnward(from: Int)
  indirect case counted(CountedDeadline)
  /// *nhưng không quá …*, *whichever is earlier · later*: at least two.
  case extreme(Extreme, [DeadlineForm])
  /// *khi có X, trong 3 ngày làm việc*; no trigger is *khi có phát sinh*. No durations: no due day.
  case eachCase(trigger: EventExpression?, durations: [CalendarDuration])
  /// Somebody else's timetable will name the day.
  case timetable(Timetable)
  /// *thường xuyên*; nil: through the plan's span.
  case standing(WindowExpression?)
  /// *chưa rõ: …*, the plan's own words.
  case unclear(String)
}

/// Which of several days binds.
package enum Extreme: Hashable, Sendable, CaseIterable {
  /// The first that is known.
  case earliest
  /// The last, once all are known.
  case latest
}

/// How a stated day limits the work.
package enum Bound: Hashable, Sendable, CaseIterable {
  /// That day: it opens and is due. A window on itself: its last day is due.
  case on
  /// The last day, inclusive (*chậm nhất, đến hết ngày*).
  case by
  /// Exclusive: the last day is the one before (*trước ngày*); with a time, that day before that time.
  case before
  /// It opens then, and nothing is due (*không sớm hơn*).
  case notBefore
}

/// A bounded day, or a window.
package struct Place: Hashable, Sendable {
  /// Where the work opens, if the words say so (*từ ngày 16 đến ngày 20*).
  package var opens: DateExpression?
  package var bound: Bound
  package var moment: Moment
  package var time: ClockTime?

  package init(_ bound: Bound, _ moment: Moment, time: ClockTime? = nil, opens: DateExpression? = nil) {
    self.opens = opens
    self.bound = bound
    self.moment = moment
    self.time = time
  }
}

/// What a place names.
package enum Moment: Hashable, Sendable {
  case day(DateExpression)
  /// Only with the bound `on`: other bounds name a day of the window.
  case window(WindowExpression)
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
