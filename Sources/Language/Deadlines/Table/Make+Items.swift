import CivilCalendar

/// Deadlines, alone and side by side.
extension Make {
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

  static func item(_ form: Value) -> Value? { item(form, .none) }

  /// Nil if a clause stands twice or cannot stand with the form. Several forms are several items, which share the clauses.
  static func item(_ form: Value, _ list: Value) -> Value? {
    var clauses = DeadlineClauses()
    if case .list(let all) = list {
      for value in all {
        guard let clause = value.clause, clauses.add(clause) else { return nil }
      }
    }
    if let one = form.form, namesYears(one, clauses) { return nil }
    if let one = form.form { return DeadlineItem.joined(one, clauses).map { .item($0) } }
    let forms = form.parts?.compactMap(\.form) ?? []
    let items = forms.compactMap { DeadlineItem.joined($0, clauses) }
    guard items.count == forms.count, !items.isEmpty else { return nil }
    return items.count == 1 ? .item(items[0]) : joined(items.map { .item($0) })
  }

  /// *sau khi tổng kết năm học 2023-2024*: the years are part of the event's name, and no latest ones.
  private static func namesYears(_ form: DeadlineForm, _ clauses: DeadlineClauses) -> Bool {
    guard case .counted(let counted) = form, case .event(let event) = counted.anchor,
      case .through(let first, _)? = clauses.backstop?.window, first.period?.unit?.isYear == true
    else { return false }
    return event.mentions.contains { mention in
      ["năm học", "năm học mới", "niên khóa", "niên khoá", "nhiệm kỳ", "khóa", "khoá"].contains {
        mention.name.lowercased().hasSuffix($0)
      }
    }
  }

  static func labelled(_ label: String?, _ body: Value) -> Value? {
    guard let label, var item = body.item, item.label == nil, !holdsDeadline(label) else { return nil }
    item.label = label.folded.begins(with: "đối với ") ? String(label.dropFirst("đối với ".count)) : label
    // *Báo cáo tháng: … sau kỳ báo cáo*: its periods are those that the label names.
    if case .each(let own, let places) = item.form, own == .unsaid || own == .fourReports,
      let unit = reported(by: label)
    {
      guard let form = each(.every(unit), places) else { return nil }
      item.form = form
    }
    // *Submission deadline: 15 October*: by that day, and *Deadline* alone is no name.
    let words = LeafWords.words(of: label.folded[...])
    if ["deadline", "due"].contains(words.last) || words.suffix(2) == ["due", "date"]
      || words.suffix(2) == ["closing", "date"]
    {
      if case .at(let places) = item.form {
        item.form = .at(
          places.map { place in
            place.bound == .on && place.day != nil
              ? Place(.by, place.moment, time: place.time, opens: place.opens) : place
          })
      }
      if words.count == 1 || words == ["due", "date"] { item.label = nil }
    }
    return .item(item)
  }

  /// What cases beside a rhythm are called where the words give them no name.
  static let adHoc: [Language: String] = [.vi: "đột xuất", .en: "ad hoc"]

  /// *và đột xuất khi có yêu cầu*: a second deadline, for each case.
  static func added(_ body: Value, _ form: DeadlineForm?, label: String) -> Value? {
    guard let form, let item = body.item, item.form.takesAdditions else { return nil }
    return joined([.item(item), .item(DeadlineItem(label: label, form: form))])
  }

  static func deadline(_ list: Value) -> Value? {
    guard let parts = list.parts else { return nil }
    if parts.count == 1, case .item = parts[0] { return list }
    let items = parts.flatMap(\.items)
    guard areApart(items) else { return nil }
    let labels = items.compactMap(\.label)
    guard Set(labels).count == labels.count else { return nil }
    return joined(items.map { .item($0) })
  }

  /// A bare day behind a bounded one takes its bound (*trước 10/4; 10/7*) and is no deadline of its own.
  private static func areApart(_ items: [DeadlineItem]) -> Bool {
    zip(items, items.dropFirst()).allSatisfy { one, next in
      // *Đối với hồ sơ giấy trong 5 ngày, trong 3 ngày*: whose are the second?
      if one.label != nil, next.label == nil, isCount(one.form, before: false), isCount(next.form, before: false) {
        return false
      }
      // *chậm nhất sau 30 ngày …; sau 60 ngày …*: what led the first leads the second.
      if isCount(one.form, before: false), isCount(next.form, before: true) { return false }
      guard next.label == nil, case .at(let places) = one.form, case .at(let more) = next.form else { return true }
      guard let last = places.last, last.bound == .by || last.bound == .before, last.opens == nil else { return true }
      return !more.contains { $0.bound == .on && $0.day != nil && $0.opens == nil && $0.time == nil }
    }
  }

  /// *by 1 February of the following year, and until 30 April*: of which year is the second day?
  private static func isLoose(_ one: DeadlineItem, _ next: DeadlineItem) -> Bool {
    guard case .at(let places) = one.form, let last = places.last?.day else { return false }
    // *from 1 March to 30 June, by the 15th of each month*: when the rhythm runs, or a stretch of its own?
    if case .each(let rhythm, let more) = next.form {
      // *by 15 May, and on or before the 20th of the month*: of each month, or of that one?
      let isOfMonth = rhythm == .every(.month) && one.label == nil && next.label == nil
      if isOfMonth, last.civil != nil, case .day(.day(_, .own(.month)))? = more.first?.moment { return true }
      return places.contains { $0.opens != nil || $0.bound == .notBefore }
    }
    guard case .at(let more) = next.form else { return false }
    let isNextYear = last.periods.contains { yearOf($0) == .neighbour(.year, 1, of: .planYear) }
    return isNextYear && more.contains { $0.day?.civil.map { $0.year == nil } ?? false }
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
    let items = list.items
    guard let form, let last = items.last, case .eachCase(let trigger, _) = form else { return nil }
    if !last.form.takesAdditions, let name = trigger?.mentions.first?.name.lowercased() {
      guard ["có yêu cầu", "được yêu cầu", "cần"].contains(where: { name.hasPrefix($0) }) else { return nil }
    }
    return Make.items(list, .item(DeadlineItem(form: form)))
  }

  /// *…, nhưng không quá 03 tháng*: behind a day it is not said of what.
  static func limited(_ one: Value, _ rest: Value) -> Value? {
    guard let last = one.items.last, let next = rest.items.first else { return nil }
    if case .counted(let counted) = next.form, counted.anchor == .ownCase {
      guard case .counted = last.form else { return nil }
    }
    return items(one, rest)
  }

  /// How often, and then each time: nil if the number is another.
  static func retold(_ times: DeadlineForm?, _ rest: Value) -> Value? {
    guard case .times(let count, _, _)? = times else { return nil }
    let items = rest.items
    guard items.count == count.minimum, items.allSatisfy({ if case .at = $0.form { true } else { false } }) else {
      return nil
    }
    return joined(items.map { .item($0) })
  }

  /// Days of the plan beside days of every year.
  static func yearly(_ one: Value, like rest: Value) -> Value {
    guard var item = one.item, case .at(let places) = item.form, case .each(let rhythm, _)? = rest.item?.form,
      rhythm == .every(.year),
      places.allSatisfy({ $0.day != nil && periods(of: $0).allSatisfy { $0.root == .planYear } }),
      let form = each(.every(.year), places)
    else { return one }
    item.form = form
    return .item(item)
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
    let told = one.items
    let more = rest.items
    // *2 lần/năm, lần 1 vào tháng 4, lần 2 vào tháng 10*: the count is told again.
    if told.count == 1, case .times(let count, _, _) = told[0].form {
      if count.minimum == more.count, more.allSatisfy({ if case .at = $0.form { true } else { false } }) {
        return joined(more.map { .item($0) })
      }
    }
    var items = told + more
    if items.count == 2, let one = hourTold(items[0], items[1]) { items = [one] }
    guard areApart(items), !zip(items, items.dropFirst()).contains(where: isLoose) else { return nil }
    let labels = items.compactMap(\.label)
    guard Set(labels).count == labels.count, Set(items).count == items.count else { return nil }
    return joined(items.map { .item($0) })
  }

  /// *by 12 November 2018. The site closes at 10 pm on 12 November 2018*: the day is told twice, and then its hour.
  private static func hourTold(_ one: DeadlineItem, _ next: DeadlineItem) -> DeadlineItem? {
    guard case .at(var places) = one.form, case .at(let more) = next.form, places.count == 1, more.count == 1,
      one.label == next.label, one.clauses == next.clauses, places[0].bound == .by, places[0].time == nil,
      places[0].moment == more[0].moment, more[0].opens == nil, let time = more[0].time
    else { return nil }
    places[0].time = time
    return DeadlineItem(label: one.label, form: .at(places), clauses: one.clauses)
  }

  /// What is reported gives a rhythm to a day that names no period, and nothing else.
  static func covering(_ cover: Value, _ list: Value, _ clauses: Value = .none) -> Value? {
    var list = list
    if case .each(let unit?)? = cover.period, unit.size > 0 {
      return paced(.every(unit), list).flatMap { item($0, clauses) }
    }
    // *báo cáo quý II trước ngày 20* says no month; *báo cáo tháng trước ngày 20* does.
    if let period = cover.period, period.root == period, let unit = period.unit, let parts = list.parts {
      // *báo cáo năm trước ngày 15* says no month either.
      let hasBareDay = parts.contains {
        if case .day(.day(_, of: .own(nil)))? = $0.place?.moment { true } else { false }
      }
      if unit.size > PeriodUnit.month.size, hasBareDay { return nil }
      let places = parts.compactMap(\.place).map { place in
        mapped(place) { $0.root == .own(nil) ? $0.rooted(in: .own(unit)) : $0 }
      }
      list = joined(places.map { .place($0) })
    }
    // *báo cáo quý II …* is none of each quarter.
    if case .child(let unit, _, let outer)? = cover.period, outer.root.unit?.isYear == true,
      case .each(let own, _)? = form(list)?.form,
      own.unit == unit
    {
      return nil
    }
    // *báo cáo 6 tháng: ngày 20 của tháng tiếp theo sau kỳ báo cáo*
    let places = list.parts?.compactMap(\.place) ?? []
    if places.contains(where: { periods(of: $0).contains { $0.root == .each(nil) } }) {
      if cover.number == Cover.sixMonths { return paced(.every(.half), list).flatMap { item($0, clauses) } }
      guard let period = cover.period, let unit = period.unit, !unit.isYear else { return nil }
      if period.root == period { return paced(.every(unit), list).flatMap { item($0, clauses) } }
    }
    // *from 1 March to 30 June, by the 15th of each month* is rather when the rhythm runs.
    return form(list).flatMap { value in
      if cover.number == Cover.stretch, case .form(.each) = value { nil } else { item(value, clauses) }
    }
  }

  /// *theo yêu cầu của …*: each time it is asked for.
  static func isAsked(_ event: EventExpression?) -> Bool {
    guard let name = event?.mentions.first?.name.folded else { return false }
    return ["yêu cầu", "đề nghị", "chỉ đạo", "thời gian yêu cầu"].contains(where: name.begins)
  }

  static func conditional(_ text: String?, _ body: Value) -> Value? {
    // *Nếu ngày cuối cùng trùng ngày nghỉ* is a rule about days off, and no condition of the duty.
    guard let text, !text.contains("trùng"), var item = body.item, item.clauses.condition == nil,
      item.form != .unclear("")
    else { return nil }
    item.clauses.condition = Condition(.if, text)
    return .item(item)
  }

  static let bodies: Set<String> = [
    "Trung", "Bộ", "bộ", "UBND", "Ủy", "Uỷ", "HĐND", "Hội", "Sở", "sở", "tỉnh", "Tỉnh", "thành", "Thành", "huyện", "xã",
    "phường", "lớp",
    "cấp", "ngành", "các", "trường", "khối", "Chính", "Quốc", "Thủ", "cơ", "Cơ", "đơn", "Đơn", "Văn", "Ban", "Tổng",
    "Cục", "Chi", "Kho",
    "Phòng", "phòng",
    "địa", "Đảng",
  ]

  /// A name that begins as those of offices do.
  static func isBody(_ name: String?) -> Bool {
    name?.split(separator: " ").first.map { bodies.contains(String($0)) } ?? false
  }
}
