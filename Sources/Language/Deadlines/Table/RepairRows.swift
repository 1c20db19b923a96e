/// Words around deadlines, and several deadlines in one sentence: read by repair and imports alone.
enum RepairRows {
  @Rows static var all: [Row] {
    segments
    covers
  }

  @Rows static var segments: [Row] {
    Row("repaired", vi: "{segment}", en: "{segment}", build: { $0[0] })
    Row(
      "repaired", vi: "{segment} (;|.) [-|–] [và|hoặc|nhưng] {repaired}", en: "{segment} (;|.) [and|or] {repaired}",
      cost: 2, build: { Make.items($0[0], $0[1]) })
    Row(
      "repaired", vi: "{segment} {seam} {later}", cost: 2,
      build: { Make.items($0[0], $0[2]).map(Make.labelledRhythms) })
    Row("repaired", en: "{segment} {seam} {later}", cost: 2, build: { Make.items($0[0], $0[2]) })
    Row("later", vi: "{led}", en: "{led}", build: { $0[0] })
    Row(
      "later", vi: "{led} (;|.) [-|–] {repaired}", en: "{led} (;|.) {repaired}", cost: 2,
      build: { Make.items($0[0], $0[1]) })
    Row("later", vi: "{led} {seam} {later}", en: "{led} {seam} {later}", cost: 2, build: { Make.items($0[0], $0[2]) })
    Row("seam", vi: "(,|, và|, hoặc|và|hoặc|/)", en: "(,|, and|, or|, but|and|or|but)", build: { _ in .number(0) })
    // A later deadline says itself that it is one: by a bound, a count, a rhythm or words of its own.
    Row(
      "led", vi: "{bounded} [,|:] [{tail}]", en: "{bounded} [,] [{tail}]",
      build: { Make.form($0[0]).flatMap { Make.item($0, .none) } })
    Row("led", vi: "{counted} [{tail}]", en: "{counted} [{tail}]", build: { Make.item($0[0], .none) })
    Row("led", vi: "{times} [{tail}]", en: "{times} [{tail}]", build: { Make.item($0[0], .none) })
    Row(
      "led", vi: "{rhythm} [{tail}]", en: "{rhythm} [{tail}]",
      build: { parts in parts[0].rhythm.flatMap { Make.item(.form(.each($0, [])), .none) } })
    Row(
      "led", vi: "{rhythm} (,|\\(|) {bounded} [\\)]", en: "{rhythm} (,|\\(|) {bounded} [\\)]",
      build: { Make.paced($0[0].rhythm, $0[1]).flatMap { Make.item($0, .none) } })
    Row("whole", vi: "{body}", en: "{body}", build: { $0[0] })
    Row("whole", vi: "{body} {also} {occasion}", build: { Make.added($0[0], $0[2].form, label: "đột xuất") })
    Row(
      "led", vi: "{filler} [:|,|\\(] {body:whole} [\\)] [{tail}]", en: "{filler} [:|,|\\(] {body} [\\)] [{tail}]",
      build: { $0[1] })
    Row("led", vi: "{covering} [{tail}]", en: "{covering}", build: { $0[0] })
    Row("segment", vi: "{covering} [{tail}]", en: "{covering}", build: { $0[0] })
    Row("segment", vi: "[-|–] {item}", en: "{item}", build: { $0[0] })
    Row(
      "segment", vi: "[-|–] {filler} [:|,|\\(] {body:whole} [\\)]", en: "{filler} [:|,|\\(] {body} [\\)]",
      build: { $0[1] })
    Row("segment", vi: "[-|–] {body:whole} [:|,] {tail}", en: "{body} [:|,|\\)] {tail}", build: { $0[0] })
    Row("segment", vi: "[-|–] {body} \\( {tail} \\)", en: "{body} \\( {tail} \\)", build: { $0[0] })
    Row(
      "segment", vi: "[-|–] {filler} [:|,] {body:whole} [,] {tail}", en: "{filler} [:|,|\\(] {body} [,|\\)] {tail}",
      build: { $0[1] })
    Row(
      "segment", vi: "{rhythm} {filler} {bounded} [{tail}]", en: "{rhythm} {filler} {bounded} [{tail}]",
      build: { Make.paced($0[0].rhythm, $0[2]).flatMap { Make.item($0, .none) } })
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
        // *Quý I, nhưng không quá 03 tháng*: the quarter is no cover.
        if case .counted(let counted)? = parts[1].form, counted.anchor == .ownCase { return nil }
        return Make.item(parts[1], .none)
      })
    Row("cover", vi: "[{filler}] [định kỳ] {period} [{more:filler}] [:|,|\\(]", cost: 3, build: { $0[1] })
    // *each quarter* is no name of what is reported, but how often.
    Row(
      "cover", en: "[{filler}] {period} [{more:filler}] [:|,|\\(]", cost: 3,
      build: { parts in
        if let period = parts[1].period, Make.isEach(period.root) { nil } else { parts[1] }
      })
    Row(
      "bounded", vi: "{bound} [{clock}] [,] [của|ngày] {moments} [{for}]", en: "{bound} [{clock}] [on|of|,] {moments}",
      build: { Make.bounded($0[0].bound, $0[2], $0[1].time) })
    Row(
      "bounded", vi: "{bound} [{clock}] {moments} [{for}] {sep} {rest:bounded}",
      en: "{bound} [{clock}] {moments} {sep} {rest:bounded}",
      build: { parts in
        Make.bounded(parts[0].bound, parts[2], parts[1].time).flatMap { Make.groups($0, parts[5]) }
      })
  }
}
