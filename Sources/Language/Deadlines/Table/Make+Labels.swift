import CivilCalendar

/// Deadlines for some and for others, and turns.
extension Make {
  /// *trước ngày 15/3, cấp xã: …*, *hằng quý, riêng quý IV: …*: what stands before the comma is a deadline too.
  static func holdsDeadline(_ label: String) -> Bool {
    let text = label.folded
    if ["chậm nhất", "trước ngày", "trong vòng", "kể từ", "một lần", "các năm", "những năm"].contains(where: text.holds)
    {
      return true
    }
    let all = LeafWords.words(of: text[...])
    if zip(all, all.dropFirst()).contains(where: { $0 == "ngày" && isFigure($1) }) { return true }
    let words = label.contains(",") ? all.map { Word($0.text.filter { $0 != "," }) } : all
    if isNoDeadline(text, all) || limits(words) { return true }
    guard label.contains(",") else { return false }
    return label.contains("/") || words.contains(where: times.contains)
  }

  private static let times = LeafWords.words("hằng hàng trước riêng trừ quý tháng")

  private static func isFigure(_ word: Word) -> Bool { word.text.first?.isNumber == true }

  /// *30/6* alone
  static func isDay(_ label: String) -> Bool {
    label.contains("/") && label.allSatisfy { $0.isNumber || $0 == "/" }
  }

  /// *7 giờ 30 phút, báo cáo bài*
  static func isHour(_ label: String) -> Bool {
    let words = label.lowercased().split(separator: " ")
    return words.first?.first?.isNumber == true
      && (words.count > 1 && ["giờ", "h", "g"].contains(words[1]) || words[0].contains { $0 == "h" || $0 == "g" })
  }

  /// *3 lần/năm*, *trước 15/6*, *hồ sơ giấy trong 5 ngày*
  private static func limits(_ words: [Word]) -> Bool {
    guard words.contains(where: isFigure) else { return false }
    if let first = words.first, opensDay.contains(first) { return true }
    return words.indices.dropLast().contains { at in
      isFigure(words[at])
        && (repeats.contains(words[at + 1])
          || units.contains(words[at + 1]) && at > 0 && opensDay.contains(words[at - 1]))
    }
  }

  private static let opensDay = LeafWords.words("trước sau đến từ trong chậm by before until after within from")
  private static let repeats = LeafWords.words("lần times lần/năm lần/tháng lần/quý")
  private static let units = LeafWords.words("ngày tháng tuần giờ days weeks months hours")

  /// *không nộp*, *trừ tháng 7*, *Cancelled*, *ngày sinh*: a day behind these is none to keep.
  private static func isNoDeadline(_ text: String, _ words: [Word]) -> Bool {
    let harmless = ["không gian", "không khí", "không quân", "không dùng tiền mặt", "không giấy", "không chuyên"]
    return facts.contains(words)
      || negations.contains { words.starts(with: $0) } && !harmless.contains(where: text.begins)
  }

  private static let negations = LeafWords.phrases(
    "không|chưa|trừ|ngoại trừ|not|no|never|except|excluding|without|cancelled|canceled|suspended|postponed|repealed|"
      + "revoked|withdrawn|tạm hoãn|tạm dừng|tạm ngừng|đã hủy|đã huỷ|đã bãi bỏ|đã hoãn")
  private static let facts = Set(
    LeafWords.phrases(
      "bãi bỏ|hủy bỏ|huỷ bỏ|hủy|huỷ|hoãn|miễn|dừng|ngừng|thôi|số|số hiệu|ngày sinh|sinh ngày|ngày cấp|ngày ký|"
        + "ngày ban hành|ngày lập|ngày in|ngày vào đảng|ngày mất|ngày nhận|nơi cấp|cấp ngày|ngày cập nhật|"
        + "ngày có hiệu lực|date of birth|born|birthday|issued|date of issue|issue date|dated|number|ref|reference|"
        + "signed|date signed|updated|last updated|printed|void|n/a"))

  /// *báo cáo 6 tháng trước ngày 20/6* tells what is reported, *nộp hồ sơ 3 tháng trước ngày 20/6* how long before.
  static func isReport(_ filler: String?) -> Bool {
    guard let filler = filler?.folded else { return true }
    return ["báo cáo", "sơ kết", "tổng kết", "thống kê", "số liệu", "đánh giá", "kết quả", "kiểm điểm"].contains(
      where: filler.holds)
  }

  /// The name of those that a deadline is for: cut where it ends.
  static func whose(_ text: String?) -> Value? {
    guard let text, !text.contains(":"), !text.hasSuffix(","), !holdsFigures(text),
      !unended.contains(LeafWords.words(of: text[...]).last ?? ""), !holdsDeadline(text)
    else { return nil }
    return .text(text)
  }

  private static let unended = LeafWords.words(
    "là và hoặc ngày vào trước từ đến sau trong tới khi nhất kể cách quá nộp hiện gửi ký nhận sinh")

  /// *Khối 6 kiểm tra từ 04/04*: a day, or the beginning of one.
  private static func holdsFigures(_ text: String) -> Bool {
    text.split(separator: " ").contains { $0.contains("/") && $0.first?.isNumber == true }
  }

  /// How often a report of that name is made.
  static func reported(by label: String) -> PeriodUnit? {
    let name = label.folded
    guard name.holds("báo cáo") else { return nil }
    let units: [(String, PeriodUnit)] = [
      ("6 tháng", .half), ("06 tháng", .half), ("sáu tháng", .half), ("3 tháng", .quarter), ("03 tháng", .quarter),
      ("tháng", .month), ("quý", .quarter), ("năm", .year), ("tuần", .week),
    ]
    return units.first { name.hasSuffix(" " + $0.0) }?.1
  }

  /// Days told for reports of that rhythm: a day of the year is none of each month or quarter, and of several days one
  /// may be another report's.
  static func reports(_ rhythm: Rhythm?, _ list: Value) -> Value? {
    guard let rhythm, let places = list.parts?.compactMap(\.place) else { return nil }
    if rhythm.unit?.isYear != true, rhythm.unit != .half,
      places.count > 1 || places.contains(where: { periods(of: $0).contains { $0.root == .planYear } })
    {
      return nil
    }
    return paced(rhythm, list).flatMap(item)
  }

  /// A day of these is of no month that the words name.
  static func saysNoPeriod(_ list: Value) -> Bool {
    bounded(.on, list, nil)?.parts?.compactMap(\.place).contains { place in
      periods(of: place).contains { $0.root == .own(nil) }
    } ?? false
  }

  /// A lunar day beside the civil one that it is called after: the writer has told one day twice.
  static func isTwin(_ lunar: DateExpression?, of civil: DateExpression?) -> Bool {
    guard case .lunar(let day, _)? = lunar, let told = civil?.civil else { return false }
    guard let year = told.year else { return true }
    guard let date = CivilDate(year: year, month: told.month, day: told.day).flatMap({ LunarDate($0) }) else {
      return false
    }
    return date.month == day.month && date.day == day.day && date.isLeap == day.isLeap
  }

  /// Few words that begin as names of offices do.
  static func isParty(_ name: String?) -> Bool {
    let words = name?.split(separator: " ") ?? []
    return words.count <= 8
      && words.first.map { bodies.contains($0.lowercased()) || bodies.contains(String($0)) } ?? false
  }

  /// The label of a turn (*đợt 1*), where it is one.
  static func turned(_ turn: Value, _ body: Value) -> Value? { turn.text == nil ? body : labelled(turn.text, body) }

  /// Deadlines with their labels. What the last of them says of the period or the bound holds for those that say none.
  static func labelledItems(_ list: Value, in rhythm: Rhythm? = nil) -> Value? {
    var bound = Bound.on
    var parts: [(label: String?, what: Value)] = []
    for case .list(let all) in list.parts ?? [] where all.count == 3 {
      var what = all[1].isNone ? all[2] : bounded(bound, all[2], nil) ?? .none
      if let item = what.item, item.clauses.isEmpty, case .at(let places) = item.form {
        what = joined(places.map { .place($0) })
      }
      let first = what.parts?.first?.place ?? Make.places(what.item).first
      // A bare day takes the bound before it.
      if first?.bound == .on, first?.day != nil, first?.opens == nil, bound == .by || bound == .before { return nil }
      bound = (what.parts?.last?.place ?? Make.places(what.item).last)?.bound ?? .on
      parts.append((all[0].text, what))
    }
    var next: Place?
    var items: [Value] = []
    for (label, what) in parts.reversed() {
      var places = what.parts?.compactMap(\.place) ?? []
      // A day without its month takes *hằng tháng* from those behind it, but not what a report of its own period is due.
      if places.contains(where: { periods(of: $0).contains(.own(nil)) }), rhythm == nil {
        guard let next, periods(of: next) == [.each(.month)], !namesPeriod(label) else { return nil }
      }
      if let next { places = places.map { lending($0, next) } }
      next = places.first ?? recurring(what.item) ?? next
      let list = joined(places.map { .place($0) })
      let item =
        rhythm != nil && places.isEmpty
        ? nil
        : what.item.map { .item($0) }
          ?? (rhythm.map { paced($0, list) } ?? form(list)).flatMap(self.item)
      guard let item = item.flatMap({ labelled(label, $0) }) else { return nil }
      items.insert(item, at: 0)
    }
    return deadline(joined(items))
  }

  static func namesPeriod(_ label: String?) -> Bool {
    let words = label?.lowercased().split(separator: " ").map(String.init) ?? []
    return !Set(words).isDisjoint(with: ["tuần", "tháng", "quý", "năm", "kỳ"])
  }

  /// The first place of a rhythm, told from each of its periods.
  private static func recurring(_ item: DeadlineItem?) -> Place? {
    guard case .each(let rhythm, let places)? = item?.form, let place = places.first, let unit = rhythm.unit,
      rhythm == .every(unit)
    else { return nil }
    return mapped(place) { $0.root == .own(unit) ? $0.rooted(in: .each(unit)) : $0 }
  }

  static func places(_ item: DeadlineItem?) -> [Place] {
    switch item?.form {
    case .at(let places), .each(_, let places): places
    default: []
    }
  }
}
