import CivilCalendar

extension Make {
  static func paced(_ rhythm: Rhythm?, counted form: DeadlineForm?) -> Value? {
    // *hằng quý, trong 20 ngày kể từ ngày kết thúc quý*: the count is a place already.
    guard let rhythm, case .each(let own, let places)? = form, own.unit == rhythm.unit else { return nil }
    return .form(.each(rhythm, places))
  }

  static func extreme(_ which: Extreme, _ one: DeadlineForm?, _ other: DeadlineForm?) -> Value? {
    guard let one, let other, one != other else { return nil }
    // A limit that recurs has no one day to compare.
    for form in [one, other] {
      switch form {
      case .counted, .at: break
      default: return nil
      }
    }
    return .form(.extreme(which, [one, other]))
  }

  static func matchExtreme(_ which: Extreme, _ value: Value) -> [Value]? {
    guard case .form(.extreme(which, let forms)) = value, forms.count == 2 else { return nil }
    return forms.map { .form($0) }
  }

  static func eachCase(_ trigger: EventExpression?, _ durations: [CalendarDuration]) -> Value? {
    guard let trigger else { return nil }
    return .form(.eachCase(trigger: trigger, durations: durations))
  }

  static func timetable(vi kinds: Value, source: String?, isInForce: Bool) -> Value? {
    guard let found = kinds.parts?.compactMap(\.timetable).flatMap(\.kinds), Set(found).count == found.count else {
      return nil
    }
    return .timetable(Timetable(kinds: found, source: source, isInForce: isInForce))
  }

  static func issues(_ timetable: Timetable) -> Value {
    var all: [Value] = []
    for kind in timetable.kinds {
      if !all.isEmpty { all.append(.number(Joint.comma)) }
      all.append(.timetable(Timetable(kinds: [kind], source: nil)))
    }
    return .list(all)
  }

  static func standing(_ window: WindowExpression?) -> Value? {
    if let window, window.periods.contains(where: { isEach($0.root) }) { return nil }
    return .form(.standing(window))
  }

  static func backstop(_ bound: Bound?, _ day: DateExpression?, _ time: ClockTime?) -> DeadlineClause? {
    guard let bound, bound != .notBefore, let day, isPlanned(day.periods) else { return nil }
    return .backstop(Place(bound == .on ? .by : bound, .day(day), time: time))
  }

  static func backstop(_ window: WindowExpression?) -> DeadlineClause? {
    guard let window, isPlanned(window.periods) else { return nil }
    return .backstop(Place(.on, .window(window)))
  }

  private static func isPlanned(_ periods: [PeriodExpression]) -> Bool {
    periods.allSatisfy { $0.root.unit?.isYear == true && !isEach($0.root) }
  }

  static func clauses(_ first: Value, _ rest: Value) -> Value? {
    var all: [Value] = []
    for value in [first, rest] {
      switch value {
      case .none: break
      case .list(let more): all += more
      default: all.append(value)
      }
    }
    return .list(all)
  }

  /// Nil if a clause stands twice or cannot stand with the form. Several forms are several items, which share the clauses.
  static func item(_ form: Value, _ list: Value) -> Value? {
    var clauses = DeadlineClauses()
    if case .list(let all) = list {
      for value in all {
        guard let clause = value.clause, clauses.add(clause) else { return nil }
      }
    }
    let forms = form.form.map { [$0] } ?? form.parts?.compactMap(\.form) ?? []
    let items = forms.compactMap { DeadlineItem.joined($0, clauses) }
    guard items.count == forms.count, !items.isEmpty else { return nil }
    return items.count == 1 ? .item(items[0]) : joined(items.map { .item($0) })
  }

  static func labelled(_ label: String?, _ body: Value) -> Value? {
    guard let label, var item = body.item, item.label == nil else { return nil }
    item.label = label
    return .item(item)
  }

  /// *và đột xuất khi có yêu cầu*: a second deadline, for each case.
  static func added(_ body: Value, _ form: DeadlineForm?, label: String) -> Value? {
    guard let form, let item = body.item, item.form.takesAdditions else { return nil }
    return joined([.item(item), .item(DeadlineItem(label: label, form: form))])
  }

  static func deadline(_ list: Value) -> Value? {
    guard let parts = list.parts else { return nil }
    let items = parts.flatMap { part in part.item.map { [$0] } ?? part.parts?.compactMap(\.item) ?? [] }
    guard areApart(items) else { return nil }
    let labels = items.compactMap(\.label)
    guard Set(labels).count == labels.count else { return nil }
    return joined(items.map { .item($0) })
  }

  /// A bare day behind a bounded one takes its bound (*trước 10/4; 10/7*) and is no deadline of its own.
  private static func areApart(_ items: [DeadlineItem]) -> Bool {
    zip(items, items.dropFirst()).allSatisfy { one, next in
      // *chậm nhất sau 30 ngày …; sau 60 ngày …*: what led the first leads the second.
      if isCount(one.form, before: false), isCount(next.form, before: true) { return false }
      guard next.label == nil, case .at(let places) = one.form, case .at(let more) = next.form else { return true }
      guard let last = places.last, last.bound == .by || last.bound == .before, last.opens == nil else { return true }
      return !more.contains { $0.bound == .on && $0.day != nil && $0.opens == nil && $0.time == nil }
    }
  }

  private static func isCount(_ form: DeadlineForm, before isOpening: Bool) -> Bool {
    switch form {
    case .counted(let counted): return counted.relation == (isOpening ? .notBefore : .within)
    case .each(_, let places), .at(let places):
      guard let place = places.last, case .day(.shifted) = place.moment else { return false }
      return place.bound == (isOpening ? .notBefore : .by)
    default: return false
    }
  }

  /// *hoặc khi có yêu cầu* behind several deadlines, or behind words around one. Behind a count another event may rather be
  /// what it is counted from.
  static func appended(_ list: Value, _ form: DeadlineForm?) -> Value? {
    let items = list.item.map { [$0] } ?? list.parts?.compactMap(\.item) ?? []
    guard let form, let last = items.last, case .eachCase(let trigger, _) = form else { return nil }
    if !last.form.takesAdditions, let name = trigger?.mentions.first?.name.lowercased() {
      guard ["có yêu cầu", "được yêu cầu", "cần"].contains(where: { name.hasPrefix($0) }) else { return nil }
    }
    return Make.items(list, .item(DeadlineItem(form: form)))
  }

  /// *…, nhưng không quá 03 tháng*: behind a day it is not said of what.
  static func limited(_ one: Value, _ rest: Value) -> Value? {
    func all(_ value: Value) -> [DeadlineItem] { value.item.map { [$0] } ?? value.parts?.compactMap(\.item) ?? [] }
    guard let last = all(one).last, let next = all(rest).first else { return nil }
    if case .counted(let counted) = next.form, counted.anchor == .ownCase {
      guard case .counted = last.form else { return nil }
    }
    return items(one, rest)
  }

  /// How often, and then each time: nil if the number is another.
  static func retold(_ times: DeadlineForm?, _ rest: Value) -> Value? {
    guard case .times(let count, _, _)? = times else { return nil }
    let items = rest.item.map { [$0] } ?? rest.parts?.compactMap(\.item) ?? []
    guard items.count == count.minimum, items.allSatisfy({ if case .at = $0.form { true } else { false } }) else {
      return nil
    }
    return joined(items.map { .item($0) })
  }

  /// Deadlines that only say how often are called by that.
  static func labelledRhythms(_ list: Value) -> Value {
    guard let items = list.parts?.compactMap(\.item), items.count > 1 else { return list }
    var labelled: [Value] = []
    for var item in items {
      guard item.label == nil, case .each(let rhythm, let places) = item.form, places.isEmpty,
        let label = label(of: rhythm)
      else { return list }
      item.label = label
      labelled.append(.item(item))
    }
    return joined(labelled)
  }

  private static func label(of rhythm: Rhythm) -> String? {
    guard rhythm.interval == 1 else { return nil }
    return switch rhythm.unit {
    case .day: "hằng ngày"
    case .week: "hằng tuần"
    case .month: "hằng tháng"
    case .quarter: "hằng quý"
    case .half: "6 tháng"
    case .year: "hằng năm"
    case .term: "học kỳ"
    case .schoolYear: "năm học"
    case .fiscalYear: "năm tài chính"
    case .workingDay, nil: nil
    }
  }

  /// Deadlines side by side.
  static func items(_ one: Value, _ rest: Value) -> Value? {
    func all(_ value: Value) -> [DeadlineItem] { value.item.map { [$0] } ?? value.parts?.compactMap(\.item) ?? [] }
    let told = all(one)
    let more = all(rest)
    // *2 lần/năm, lần 1 vào tháng 4, lần 2 vào tháng 10*: the count is told again.
    if told.count == 1, case .times(let count, _, _) = told[0].form {
      if count.minimum == more.count, more.allSatisfy({ if case .at = $0.form { true } else { false } }) {
        return joined(more.map { .item($0) })
      }
    }
    let items = told + more
    guard areApart(items) else { return nil }
    let labels = items.compactMap(\.label)
    guard Set(labels).count == labels.count, Set(items).count == items.count else { return nil }
    return joined(items.map { .item($0) })
  }

  /// What is reported gives a rhythm to a day that names no period, and nothing else.
  static func covering(_ cover: Value, _ list: Value, _ clauses: Value = .none) -> Value? {
    var list = list
    if case .each(let unit?)? = cover.period, unit.size > 0 {
      return paced(.every(unit), list).flatMap { item($0, clauses) }
    }
    // *báo cáo quý II trước ngày 20* says no month; *báo cáo tháng trước ngày 20* does.
    if let period = cover.period, period.root == period, let unit = period.unit, let parts = list.parts {
      let places = parts.compactMap(\.place).map { place in
        mapped(place) { $0.root == .own(nil) ? $0.rooted(in: .own(unit)) : $0 }
      }
      list = joined(places.map { .place($0) })
    }
    return form(list).flatMap { item($0, clauses) }
  }

  /// *theo yêu cầu của …*: each time it is asked for.
  static func isAsked(_ event: EventExpression?) -> Bool {
    guard let name = event?.mentions.first?.name.lowercased() else { return false }
    return ["yêu cầu", "đề nghị", "chỉ đạo", "thời gian yêu cầu"].contains { name.hasPrefix($0) }
  }

  static func conditional(_ text: String?, _ body: Value) -> Value? {
    // *Nếu ngày cuối cùng trùng ngày nghỉ* is a rule about days off, and no condition of the duty.
    guard let text, !text.contains("trùng"), var item = body.item, item.clauses.condition == nil,
      item.form != .unclear("")
    else { return nil }
    item.clauses.condition = Condition(.if, text)
    return .item(item)
  }

  private static let bodies: Set<String> = [
    "Trung", "Bộ", "bộ", "UBND", "Ủy", "Uỷ", "HĐND", "Hội", "Sở", "sở", "tỉnh", "Tỉnh", "thành", "Thành", "huyện", "xã",
    "phường",
    "cấp", "ngành", "Chính", "Quốc", "Thủ", "cơ", "Cơ", "đơn", "Đơn", "Văn", "Ban", "Tổng", "Cục", "Chi", "Kho",
    "Phòng", "phòng",
    "địa", "Đảng",
  ]

  /// A name that begins as those of offices do.
  static func isBody(_ name: String?) -> Bool {
    name?.split(separator: " ").first.map { bodies.contains(String($0)) } ?? false
  }
}
