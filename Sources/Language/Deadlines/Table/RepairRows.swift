/// Words around deadlines, and several deadlines in one sentence: read by repair and imports alone.
enum RepairRows {
  @Rows static var all: [Row] {
    segments
    covers
  }

  @Rows static var segments: [Row] {
    Row("repaired", vi: "{segment}", en: "{segment}", build: { $0[0] })
    Row(
      "repaired", vi: "{segment} (;|.) [-|–] [và|hoặc|nhưng] {repaired}", en: "{segment} (;|.) [and] {repaired}",
      cost: 2, build: { Make.items($0[0], $0[1]) })
    Row(
      "repaired", vi: "{segment} {seam} {later}", cost: 2,
      build: { isOne($0[0], $0[1], $0[2]) ? nil : Make.items($0[0], $0[2]).map(Make.labelledRhythms) })
    Row(
      "repaired", en: "{segment} {seam} {later}", cost: 2,
      build: { isOne($0[0], $0[1], $0[2]) ? nil : Make.items($0[0], $0[2]) })
    // Another event, another count: *within 90 days after X or 60 days after Y*.
    Row(
      "repaired", en: "{segment} (or|, or) {later}", cost: 2, build: { Make.alternatives($0[0], $0[1]) })
    Row("later", vi: "{led}", en: "{led}", build: { $0[0] })
    Row(
      "later", vi: "{led} (;|.) [-|–] {repaired}", en: "{led} (;|.) {repaired}", cost: 2,
      build: { Make.items($0[0], $0[1]) })
    Row("later", vi: "{led} {seam} {later}", en: "{led} {seam} {later}", cost: 2, build: { Make.items($0[0], $0[2]) })
    Row("seam", vi: ",", en: ",", build: { _ in .number(Joint.comma) })
    Row("seam", vi: "(, hoặc|hoặc)", build: { _ in .number(Joint.or) })
    Row(
      "seam", vi: "(, và|và|/)", en: "(, and|, but|and|but|[,] followed by)", build: { _ in .number(Joint.and) })
    Row(
      "seam",
      en: "[,] (and|but) (the|shall|must|will)|[,] which (he|she|it|they) (shall|must|"
        + "will)", build: { _ in .number(Joint.and) })
    // A later deadline says itself that it is one: by a bound, a count, a rhythm or words of its own.
    Row(
      "led", vi: "{bounded} [,|:] [{tail}]", en: "{bounded} [,] [{trail}]",
      build: { Make.form($0[0]).flatMap(Make.item) })
    Row("led", vi: "{counted} [{tail}]", en: "{counted} [{trail}]", build: { Make.item($0[0]) })
    Row("led", vi: "{times} [{tail}]", en: "{times} [{trail}]", build: { Make.item($0[0]) })
    Row(
      "led", vi: "{rhythm} [{tail}]", en: "{rhythm} [{trail}]",
      build: { parts in parts[0].rhythm.flatMap(Make.unplaced).flatMap(Make.item) })
    Row(
      "led", vi: "{rhythm} (,|\\(|) {bounded} [\\)] [{tail}]", en: "{rhythm} (,|\\(|) {bounded} [\\)]",
      build: { Make.paced($0[0].rhythm, $0[1]).flatMap(Make.item) })
    Row("whole", vi: "{body}", en: "{body}", build: { $0[0] })
    Row("whole", vi: "{body} {also} {occasion}", build: { Make.added($0[0], $0[2].form, label: "đột xuất") })
    Row(
      "led", vi: "{filler} [:|,|\\(] {body:whole} [\\)] [{tail}]", en: "{filler} [:|,|\\(] {body} [\\)] [{trail}]",
      build: { $0[1] })
    Row("led", vi: "{covering} [{tail}]", en: "{covering}", build: { $0[0] })
    Row("segment", vi: "{covering} [{tail}]", en: "{covering}", build: { $0[0] })
    Row("segment", vi: "[-|–] {item}", en: "{item}", build: { $0[0] })
    Row(
      "segment", vi: "[-|–] {filler} [:|,|\\(] {body:whole} [\\)]", en: "{filler} [:|,|\\(|-|–] {body} [\\)]",
      build: { $0[1] })
    Row("segment", vi: "[-|–] {body:whole} [:|,] {tail}", en: "{body} [:|,|\\)] {trail}", build: { $0[0] })
    Row("segment", vi: "[-|–] {body} \\( {tail} \\)", en: "{body} \\( {trail} \\)", build: { $0[0] })
    Row(
      "segment", vi: "[-|–] {filler} [:|,] {body:whole} [,] {tail}",
      en: "{filler} [:|,|\\(|-|–] {body} [,|\\)] {trail}",
      build: { $0[1] })
    Row(
      "segment", en: "{rhythm} {filler} {bounded} [{trail}]",
      build: { Make.paced($0[0].rhythm, $0[2]).flatMap(Make.item) })
  }

  /// What comes behind is as likely part of the deadline before as another one: behind a comma a day of a bare rhythm or
  /// one that it leaves out (*hằng tháng, nghỉ tháng 8*), and the anchor of a count; a rhythm that may share the days of
  /// the one before (*ngày 20 hằng tháng, quý, năm*).
  private static func isOne(_ one: Value, _ seam: Value, _ rest: Value) -> Bool {
    guard let last = one.items.last?.form, let next = rest.items.first?.form else { return false }
    // *hằng tháng hoặc hằng quý*: which of them is not said.
    if seam.number == Joint.or, last.recurs, next.recurs { return true }
    let isList = seam.number == Joint.comma
    switch (last, next) {
    case (.each(let pace, let places), .each(let other, let more)):
      // *hằng tháng, trước ngày 15 tháng cuối quý* contradicts itself.
      return more.isEmpty ? !places.isEmpty : places.isEmpty && (isList || pace == other)
    // *monthly and skip August*: a mere month is no deadline of its own.
    case (.each(_, []), .at(let places)) where places.allSatisfy({ $0.window != nil }): return true
    case (.each(_, []), .at), (.each(_, []), .counted): return isList
    // *quý II, trước tháng 6*, *02 lần/năm, trước 30/6*, *từ 01/6, trong 90 ngày*: one deadline in two halves.
    case (.times, .at): return isList
    case (.at(let places), .at(let more)):
      return isList && places.allSatisfy { $0.opens != nil || $0.window != nil && $0.bound == .on }
        && more.contains { $0.bound != .on && $0.opens == nil }
    case (.at(let places), .counted(let two)):
      return isList && two.anchor == .ownCase && places.contains { $0.bound == .notBefore }
    // *năm 2024, định kỳ 6 tháng*: how long the rhythm runs.
    case (.at(let places), .each), (.at(let places), .times):
      return isList && places.allSatisfy { $0.bound == .on && $0.window?.periods.last?.unit?.isYear == true }
    case (.eachCase, .counted(let two)): return isList && two.anchor == .ownCase
    case (.counted(let one), .at): return isList && one.anchor == .ownCase
    case (.counted(let one), .counted(let two)):
      // *trong 5 ngày kể từ ngày nhận, tối đa 10 ngày*
      if isList, one.anchor != .ownCase, two.anchor == .ownCase { return true }
      return isList && one.anchor == .ownCase && two.anchor != .ownCase && two.durations.isEmpty
    default: return false
    }
  }

  /// Two bare times with a dash between are a span, be it one that runs backwards, and no list.
  static func areEnds(_ one: Value, _ rest: Value) -> Bool {
    [one.items.last, rest.items.first].allSatisfy { item in
      guard let item, item.label == nil, case .at(let places) = item.form else { return false }
      return places.allSatisfy { $0.bound == .on }
    }
  }

  /// What is reported, before its day: *báo cáo quý II nộp trước ngày …*. It holds a period, and only a bounded day may follow.
  @Rows static var covers: [Row] {
    Row(
      "covering", vi: "{cover} {bounded} [\\)] [{for}]", en: "{cover} {bounded} [\\)]", cost: 1,
      build: { Make.covering($0[0], $0[1]) })
    Row(
      "covering", vi: "{cover} {bounded} [\\)] {clauses}", en: "{cover} {bounded} [\\)] {clauses}", cost: 1,
      build: { Make.covering($0[0], $0[1], $0[2]) })
    Row(
      "covering", vi: "{cover} {counted}", en: "{cover} {counted}", cost: 1,
      build: { parts in
        // *hằng năm kể từ ngày cấp* is no count from that day.
        if let period = parts[0].period, Make.isEach(period.root) { return nil }
        // *năm thứ ba kể từ ngày cấp*, *the week before the meeting*: the period is what is counted.
        if case .counted(let counted)? = parts[1].form, counted.durations.isEmpty { return nil }
        // *Quý I, nhưng không quá 03 tháng*: the quarter is no cover.
        if case .counted(let counted)? = parts[1].form, counted.anchor == .ownCase { return nil }
        return Make.item(parts[1])
      })
    // *kết quả năm 2024 và kế hoạch năm 2025*
    Row(
      "cover", vi: "[{filler}] {year} (,|và|, và) {second:filler} {z:year} [{more:filler}] [:|,]",
      build: { _ in .number(Cover.other) })
    Row(
      "cover",
      vi: "[{filler}] [{n} năm] [,] giai đoạn {y} (-|–|đến) {z:y} [{more:filler}] [:|,]", cost: 3,
      build: { _ in .number(Cover.other) })
    Row(
      "cover", vi: "[{filler}] [định kỳ] [của|cho|về] {period} [{more:filler}] [:|,|\\(]", cost: 3,
      build: { parts in parts[1].period?.unit?.size == 0 ? nil : parts[1] })
    // *each quarter* is no name of what is reported, but how often.
    Row(
      "cover", en: "[{filler}] {period} [{more:filler}] [:|,|\\(]", cost: 3,
      build: { parts in
        if let period = parts[1].period, Make.isEach(period.root) { nil } else { parts[1] }
      })
    Row(
      "bounded", vi: "{bound} [{clock} [,]] [của|ngày] {moments} [{for}]", en: "{bound} [{clock}] [on|of|,] {moments}",
      build: { Make.bounded($0[0].bound, $0[2], $0[1].time) })
    Row(
      "bounded", vi: "{bound} [{clock}] {moments} [{for}] {sep} {rest:bounded}",
      en: "{bound} [{clock}] {moments} {sep} {rest:bounded}",
      build: { parts in
        // *ngày 05 đối với báo cáo tháng, …*: its month is not that of what follows.
        if parts[3].text != nil, Make.saysNoPeriod(parts[2]) { return nil }
        return Make.bounded(parts[0].bound, parts[2], parts[1].time).flatMap { Make.groups($0, parts[5]) }
      })
  }
}

/// What is reported, where its words name no period.
enum Cover {
  static let other = 0
  /// *from 1 March to 30 June*
  static let stretch = 1
  /// Which half of the year is not said.
  static let sixMonths = 6
}
