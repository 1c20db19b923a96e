import CivilCalendar

/// Words around deadlines, and several deadlines in one sentence.
extension VietnameseRows {
  @Rows static var repairs: [Row] {
    Row(
      "segment", vi: "[{lead:filler}] (thường xuyên|liên tục) {filler} khi {event}",
      build: { parts in parts[2].event.flatMap { Make.item(.form(.standing(nil)), .list([.clause(.gate(.event($0)))])) }
      })
    Row(
      "segment", vi: "[{filler}] {rhythm} [,] {more:filler} {bounded} [{tail}]",
      build: { Make.paced($0[1].rhythm, $0[3]).flatMap { Make.item($0, .none) } })
    Row("repaired", vi: "[{filler}] {times} [:|,] {repaired}", cost: 1, build: { Make.retold($0[1].form, $0[2]) })
    Row("repaired", vi: "{filler} : {repaired}", cost: 2, build: { $0[1] })
    // What is to be done where a case is otherwise, without a day of its own.
    Row(
      "repaired", vi: "{segment} (;|.|,) (trường hợp|nếu|trong trường hợp) {source}", cost: 2,
      build: { parts in
        parts[1].text?.contains(where: \.isNumber) == true ? nil : parts[0]
      })
    Row("segment", vi: "{bullet} {segment}", build: { $0[1] })
    Row("bullet", vi: "+|•|*|(a|b|c|d|đ|e|g|h|i|k) \\)|{n} (.|\\))", build: { _ in .number(0) })
    Row("repaired", vi: "{segment} [.] (-|–|+|•|*) {repaired}", cost: 2, build: { Make.items($0[0], $0[1]) })
    Row("repaired", vi: "{segment} [.|,] (b|c|d|đ|e) \\) {repaired}", cost: 2, build: { Make.items($0[0], $0[1]) })
    Row(
      "cover", vi: "[{filler}] (sơ kết|tổng kết|đánh giá) {n} năm [{more:filler}]", cost: 3, build: { _ in .number(0) })
    Row(
      "cover", vi: "[{filler}] (cuối|đầu|giữa) (năm|năm học|khóa học|khóa|nhiệm kỳ|kỳ) [{more:filler}] [:|,|\\(]",
      cost: 4, build: { _ in .number(0) })
    Row(
      "segment", vi: "[{filler}] (định kỳ|thường kỳ) {more:filler} {bounded} [{tail}]",
      build: { Make.form($0[2]).flatMap { Make.item($0, .none) } })
    Row(
      "segment", vi: "{form} \\( {filler} {bound} [{clock}] {day} \\)",
      build: { parts in
        guard let backstop = Make.backstop(parts[2].bound, parts[4].day, parts[3].time) else { return nil }
        return Make.item(parts[0], .list([.clause(backstop)]))
      })
    Row("segment", vi: "[-|–] [{filler}] {body:whole} \\( {tail} \\) [{more:tail}]", build: { $0[1] })
    Row(
      "segment", vi: "[{filler}] (trong năm|trong năm học) [,] {bounded} [{tail}]",
      build: { Make.form($0[1]).flatMap { Make.item($0, .none) } })
    // What comes later is not taken: that day is the last.
    Row(
      "segment",
      vi:
        "[{filler}] sau [{clock}] {day} [,] [sẽ|thì] không [được] (tiếp nhận|nhận|xem xét|giải quyết|chấp nhận|tổng hợp|tính) [{tail}]",
      build: { parts in
        parts[2].day.flatMap { Make.bounded(.by, .list([.place(Place(.on, .day($0)))]), parts[1].time) }.flatMap {
          Make.form($0)
        }.flatMap { Make.item($0, .none) }
      })
    // Another limit for some cases, from the same anchor.
    Row(
      "segment",
      vi:
        "[{filler}] {counted} (,|\\(|hoặc|, hoặc) [không quá|tối đa] {durations} (đối với|nếu|trong trường hợp|với) {topic} [\\)]",
      cost: 2,
      build: { parts in
        guard case .counted(let one)? = parts[1].form, one.relation == .within, let durations = parts[2].durations
        else { return nil }
        var other = one
        other.durations = durations
        return Make.item(parts[1], .none).flatMap { first in
          Make.item(.form(.counted(other)), .none).flatMap { Make.items(first, $0) }
        }
      })
    // What each of several offices has of it.
    Row(
      "segment", vi: "[{filler}] {counted} [,] [\\(] trong đó [:] {topic} [\\)]", cost: 2,
      build: { Make.item($0[1], .none) })
    Row(
      "segment", vi: "{filler} {n} phút {places}", cost: 2, build: { Make.form($0[2]).flatMap { Make.item($0, .none) } }
    )
    Row("repaired", vi: "{segment} {also} {occasion} [{tail}]", cost: 1, build: { Make.appended($0[0], $0[2].form) })
    Row("later", vi: "{led} {also} {occasion} [{tail}]", cost: 1, build: { Make.appended($0[0], $0[2].form) })
    Row("repaired", vi: "{segment} (nhưng|, nhưng|; nhưng) {later}", cost: 2, build: { Make.limited($0[0], $0[1]) })
    Row("later", vi: "{led} (;|.) {tail}", cost: 2, build: { $0[0] })
    Row("repaired", vi: "{segment} (;|.) {tail}", cost: 2, build: { $0[0] })
    Row("segment", vi: "[{filler}] {counted} {for}", build: { Make.item($0[1], .none) })
    Row(
      "led", vi: "{rhythm} \\( {places} \\) [{tail}]",
      build: { Make.paced($0[0].rhythm, $0[1]).flatMap { Make.item($0, .none) } })
    Row("led", vi: "định kỳ {bounded} [,|:] [{tail}]", build: { Make.form($0[0]).flatMap { Make.item($0, .none) } })
    Row("led", vi: "[{filler}] {counted} {for}", build: { Make.item($0[1], .none) })
    Row(
      "led", vi: "[{filler}] [là] {durations} {for}", cost: 1,
      build: { parts in Make.counted(.within, parts[1].durations, .ownCase).flatMap { Make.item($0, .none) } })
    Row(
      "led", vi: "{durations} so với {anchor:when} [{for}]",
      build: { parts in Make.counted(.before, parts[0].durations, parts[1].anchor).flatMap { Make.item($0, .none) } })
    Row(
      "segment", vi: "trước {durations} so với {anchor:when} {for}",
      build: { parts in Make.counted(.before, parts[0].durations, parts[1].anchor).flatMap { Make.item($0, .none) } })
    Row(
      "led", vi: "{rhythm} (,|\\(|) {bounded} [\\)] {tail}",
      build: { Make.paced($0[0].rhythm, $0[1]).flatMap { Make.item($0, .none) } })
    Row("covering", vi: "{cover} {range} [\\)]", cost: 1, build: { Make.covering($0[0], .list([$0[1]])) })
    Row(
      "cover", vi: "[{filler}] [định kỳ] {n} tháng (đầu|cuối) [năm] [{more:filler}] [:|,|\\(]", cost: 3,
      build: { _ in .number(0) })
    Row("for", vi: "\\( [báo cáo] (học kỳ|kỳ|quý|đợt|lần) {n:q} \\)", build: { _ in .number(0) })
    Row(
      "for",
      vi: "\\( [báo cáo|kỳ|cho] (tháng|quý|năm|6 tháng|06 tháng|9 tháng|09 tháng|sáu tháng) [đầu năm|cuối năm] \\)",
      build: { _ in .number(0) })
    Row("for", vi: "\\( (đối với|báo cáo|tức là) {topic}", cost: 2, build: { _ in .number(0) })
    Row("for", vi: "về (thực hiện|việc|tình hình|kết quả) {topic}", cost: 2, build: { _ in .number(0) })
    Row("segment", vi: "[{filler}] {turn} {body}", build: { $0[2] })
    Row("led", vi: "{turn} {body}", build: { $0[1] })
    Row("turn", vi: "mỗi (đợt|lần|kỳ)", build: { _ in .number(0) })
    Row(
      "turn", vi: "(lần|đợt) (thứ nhất|thứ hai|thứ ba|{n}) [{filler}] [:] [cho {m:n} tháng]", build: { _ in .number(0) }
    )
    Row(
      "segment", vi: "[{lead:filler}] {bounded} {filler} {again:bounded} [{tail}]", cost: 3,
      build: { parts in Make.groups(parts[1], parts[3]).flatMap { Make.form($0) }.flatMap { Make.item($0, .none) } })
    Row(
      "segment", vi: "{filler} \\( {more:filler} \\) {bounded} [{tail}]",
      build: { Make.form($0[2]).flatMap { Make.item($0, .none) } })
    Row(
      "covering", vi: "{cover} (từ|tính từ) {a:edge} {dash} {b:edge} , {filler} {bounded}", cost: -6,
      build: { Make.covering($0[0], $0[5]) })
    Row("cover", vi: "[{filler}] kỳ (tính thuế|báo cáo) {moments} [{more:filler}]", cost: 2, build: { _ in .number(0) })
    Row("cover", vi: "[{filler}] [định kỳ] {n} tháng [{more:filler}] [:|,|\\(]", cost: 3, build: { _ in .number(0) })
    Row("for", vi: "[,] đối với {topic}|\\( (đối với|báo cáo|tức là) {topic} \\)", build: { _ in .number(0) })
    Row(
      "body", vi: "[{bound}] {moments} {for} {sep} [{again:bound}] {moments2:moments} {for2:for}",
      build: { parts in
        guard let one = Make.bounded(parts[0].bound ?? .on, parts[1], nil),
          let two = Make.bounded(parts[4].bound ?? parts[0].bound ?? .on, parts[5], nil), let a = one.parts,
          let b = two.parts
        else { return nil }
        return Make.form(Make.joined(a + b)).flatMap { Make.item($0, .none) }
      })
    Row("item", vi: "{body} {for}", cost: 1, build: { $0[0] })
  }
}
