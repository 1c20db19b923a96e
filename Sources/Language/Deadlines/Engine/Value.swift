import CivilCalendar

/// What a part of a wording means. What fits a word is kept in place, for most parts are numbers.
enum Value: Hashable, Sendable {
  /// A part that was left out.
  case none
  case number(Int)
  indirect case text(String)
  case time(ClockTime)
  case unit(PeriodUnit)
  case bound(Bound)
  case part(PeriodPart)
  case kind(DayKind)
  case period(PeriodExpression)
  case window(WindowExpression)
  case day(DateExpression)
  indirect case place(Place)
  indirect case rhythm(Rhythm)
  case durations([CalendarDuration])
  indirect case counts(CountRange)
  indirect case mention(EventMention)
  indirect case event(EventExpression)
  indirect case task(TaskMention)
  indirect case anchor(Anchor)
  indirect case timetable(Timetable)
  indirect case form(DeadlineForm)
  indirect case clause(DeadlineClause)
  indirect case item(DeadlineItem)
  /// Of `{part+joint}`: parts, and the joints between them.
  case list([Value])

  var isNone: Bool { if case .none = self { true } else { false } }
}

/// The parts of one kind each; rows say which kind stands where, so that others never come.
extension Value {
  var number: Int? { if case .number(let value) = self { value } else { nil } }
  var text: String? { if case .text(let value) = self { value } else { nil } }
  var time: ClockTime? { if case .time(let value) = self { value } else { nil } }
  var unit: PeriodUnit? { if case .unit(let value) = self { value } else { nil } }
  var bound: Bound? { if case .bound(let value) = self { value } else { nil } }
  var part: PeriodPart? { if case .part(let value) = self { value } else { nil } }
  var kind: DayKind? { if case .kind(let value) = self { value } else { nil } }
  var period: PeriodExpression? { if case .period(let value) = self { value } else { nil } }
  var window: WindowExpression? { if case .window(let value) = self { value } else { nil } }
  var day: DateExpression? { if case .day(let value) = self { value } else { nil } }
  var place: Place? { if case .place(let value) = self { value } else { nil } }
  var rhythm: Rhythm? { if case .rhythm(let value) = self { value } else { nil } }
  var durations: [CalendarDuration]? { if case .durations(let value) = self { value } else { nil } }
  var counts: CountRange? { if case .counts(let value) = self { value } else { nil } }
  var mention: EventMention? { if case .mention(let value) = self { value } else { nil } }
  var event: EventExpression? { if case .event(let value) = self { value } else { nil } }
  var task: TaskMention? { if case .task(let value) = self { value } else { nil } }
  var anchor: Anchor? { if case .anchor(let value) = self { value } else { nil } }
  var timetable: Timetable? { if case .timetable(let value) = self { value } else { nil } }
  var form: DeadlineForm? { if case .form(let value) = self { value } else { nil } }
  var counted: CountedDeadline? { if case .counted(let value)? = form { value } else { nil } }
  var clause: DeadlineClause? { if case .clause(let value) = self { value } else { nil } }
  var item: DeadlineItem? { if case .item(let value) = self { value } else { nil } }
  /// Of one deadline or a list of them.
  var items: [DeadlineItem] { item.map { [$0] } ?? parts?.compactMap(\.item) ?? [] }
  /// Without the joints.
  var parts: [Value]? {
    guard case .list(let all) = self else { return nil }
    return stride(from: 0, to: all.count, by: 2).map { all[$0] }
  }
  /// Of a list, without the parts.
  var joints: [Value]? {
    guard case .list(let all) = self else { return nil }
    return stride(from: 1, to: all.count, by: 2).map { all[$0] }
  }
}
