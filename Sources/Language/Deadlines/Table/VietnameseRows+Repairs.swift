import CivilCalendar

/// Words around deadlines, and several deadlines in one sentence.
extension VietnameseRows {
  @Rows static var repairs: [Row] {
    Row("segment", vi: "{told}", build: { $0[0] })
    Row("led", vi: "{told}", build: { $0[0] })
    Row(
      "segment", vi: "[{lead:filler}] (thường xuyên|liên tục) {filler} khi {event}",
      build: { parts in parts[2].event.flatMap { Make.item(.form(.standing(nil)), .list([.clause(.gate(.event($0)))])) }
      })
    Row(
      "segment", vi: "[{filler}] {rhythm} [,] {more:filler} {bounded} [{tail}|{detail}]",
      build: { Make.paced($0[1].rhythm, $0[3]).flatMap(Make.item) })
    Row("repaired", vi: "[{filler}] {times} [:|,] {repaired}", cost: 1, build: { Make.retold($0[1].form, $0[2]) })
    Row("repaired", vi: "{filler} : {repaired}", cost: 2, build: { $0[1] })
    // What is to be done where a case is otherwise, without a day of its own.
    Row(
      "repaired", vi: "{segment} (;|.|,) (trường hợp|nếu|trong trường hợp) {source}", cost: 2,
      build: { parts in
        parts[1].text?.contains(where: \.isNumber) == true ? nil : parts[0]
      })
    // Words that leave out what strict reading asks for: how often, which of two days.
    Row(
      "segment", vi: "[{filler}] định kỳ [{tail}]", cost: 4,
      build: { _ in Make.item(.form(.timetable(Timetable(kinds: [.schedule], source: nil)))) })
    Row(
      "segment", vi: "định kỳ , đột xuất|định kỳ (và|hoặc) đột xuất", cost: 4,
      build: { _ in
        Make.item(.form(.timetable(Timetable(kinds: [.schedule], source: nil)))).flatMap {
          Make.added($0, .eachCase(trigger: nil, durations: []), label: "đột xuất")
        }
      })
    // Who has which: *cấp xã trước 10/3, cấp huyện trước 15/3*.
    Row(
      "repaired", vi: "{parties+partyseam}",
      build: { parts in
        guard let items = parts[0].parts, items.count > 1, Make.areBoundedAlike(items) else { return nil }
        return Make.deadline(parts[0])
      })
    Row("partyseam", vi: "(,|;|và|, và) [riêng|còn]", build: { _ in .number(Joint.and) })
    Row(
      "parties", vi: "{filler} [:|là] ({at:bounded}|[vào] {on:moments})",
      build: { parts in
        Make.isParty(parts[0].text)
          ? (parts[2].isNone ? parts[1] : Make.bounded(.on, parts[2], nil)).flatMap(Make.form).flatMap {
            Make.item($0)
          }.flatMap { Make.labelled(parts[0].text, $0) } : nil
      })
    // What is done when: *tháng 6/2024 trình Bộ, tháng 8/2024 ban hành*.
    Row("repaired", vi: "{stage+partyseam}", build: { ($0[0].parts?.count ?? 0) > 1 ? Make.deadline($0[0]) : nil })
    Row(
      "stage", vi: "{places} {tail}",
      build: { parts in
        guard let text = parts[1].text, !text.hasPrefix(","), text.split(separator: " ").count <= 6 else { return nil }
        return Make.form(parts[0]).flatMap(Make.item).flatMap { Make.labelled(text, $0) }
      })
    // What becomes of those who are late.
    Row(
      "repaired", vi: "{segment} (;|.|,) [nếu] quá (thời hạn|thời gian|hạn) {topic}", cost: 2,
      build: { $0[1].text?.contains(where: \.isNumber) == true ? nil : $0[0] })
    Row(
      "covering", vi: "[{filler}] [định kỳ] {period} \\( {moments} \\)", cost: 4,
      build: { parts in Make.bounded(.on, parts[2], nil).flatMap { Make.covering(parts[1], $0) } })
    // Into what a stretch is divided, or a number of times.
    Row("segment", vi: "[{filler}] {body} [,] {detail}", build: { $0[1] })
    Row(
      "detail",
      vi:
        "(gồm|bao gồm|chia làm|chia thành|được chia làm|được chia thành) {n} (đợt|kỳ|kỳ thi|lần|giai đoạn|buổi|ca|vòng|bước) [{tail}] [, {detail}]",
      cost: 1, build: { _ in .number(0) })
    Row(
      "detail",
      vi:
        "\\( (số liệu|kỳ số liệu|thời gian chốt số liệu|số liệu báo cáo) [được] [tính|lấy|chốt] {range} \\)",
      cost: 1, build: { _ in .number(0) })
    Row("detail", vi: "tổng cộng [là] {n} ngày [liên tục] [{tail}]", cost: 1, build: { _ in .number(0) })
    Row("detail", vi: "mỗi (đợt|lần|kỳ|buổi|ca) [{tail}] [trong] {durations}", cost: 1, build: { _ in .number(0) })
    Row(
      "detail", vi: "\\( {n} lần {tail} (,|và|;) {m:n} lần {more:tail} \\)", cost: 1, build: { _ in .number(0) })
    Row(
      "segment", vi: "[{filler}] (định kỳ|thường kỳ) {more:filler} {times} [{tail}|{detail}]",
      build: { Make.item($0[2]) })
    Row(
      "segment", vi: "[{filler}] {rhythm} [,] {more:filler} {counted} [{tail}]",
      build: { Make.paced($0[1].rhythm, counted: $0[3].form).flatMap(Make.item) })
    // The day of a rhythm in the next sentence.
    Row(
      "repaired", vi: "[{filler}] {rhythm} [{tail}] (;|.) [{more:filler}] {bounded}", cost: -1,
      build: { parts in
        let places = parts[4].parts?.compactMap(\.place) ?? []
        guard places.allSatisfy({ Make.periods(of: $0).allSatisfy { $0.root == .each(nil) || $0.root == .own(nil) } })
        else { return nil }
        return Make.paced(parts[1].rhythm, parts[4]).flatMap(Make.item)
      })
    Row(
      "segment",
      vi: "[{filler}] {within} {durations} ([,] đối với {topic} ,|\\( đối với {topic} \\) [,]) {since} {anchor}",
      build: { parts in
        Make.counted(.within, parts[2].durations, parts[5].anchor).flatMap(Make.item).flatMap {
          Make.labelled(parts[3].text, $0)
        }
      })
    Row(
      "segment", vi: "(nếu|trường hợp|trong trường hợp) {topic} (thì|,) [{filler}] {body}", cost: 2,
      build: { Make.conditional($0[0].text, $0[2]) })
    // *Báo cáo 6 tháng trước 15/6, báo cáo năm trước 15/12 hằng năm*: both are yearly.
    Row(
      "repaired", vi: "{covering} {seam} {more:covering}", cost: 1,
      build: { Make.items(Make.yearly($0[0], like: $0[2]), $0[2]) })
    Row("bounded", vi: "{asked}", build: { $0[0] })
    Row("segment", vi: "[{filler}] {asked} [{tail}]", build: { Make.form($0[1]).flatMap(Make.item) })
    Row(
      "asked", vi: "{bound} {a:date} hoặc {b:date}",
      build: { parts in
        let days = parts[1].day.flatMap { one in parts[2].day.map { [one, $0] } } ?? []
        // *15/5 hoặc 20/5*: which of them is not said.
        guard days.count == 2, days[0].civil?.day == days[1].civil?.day,
          days.flatMap(\.periods).allSatisfy({ $0.root == .planYear })
        else { return nil }
        return Make.list(days.map { .day($0) }).flatMap { Make.bounded(parts[0].bound, $0, nil) }
      })
    Row("segment", vi: "{bullet} {segment}", build: { $0[1] })
    // How long each is.
    Row("segment", vi: "{n} (ngày|buổi|tuần) / đợt [,] {segment}", build: { $0[1] })
    // How long the rhythm behind it goes on.
    Row(
      "segment", vi: "[từ nay|kể từ nay] (đến hết|tới hết) {year} , {segment}",
      build: { Make.running($0[0].period.map { .period($0) }, $0[1], isOpen: true) })
    Row(
      "segment", vi: "{rhythm} [,] {filler} [{least}] {n} (lần|đợt|cuộc|kỳ) [{tail}]",
      build: { parts in
        Make.count(parts[3].number, parts[2].isNone ? parts[3].number : nil, isAtLeast: false)
          .flatMap { Make.times($0.counts, parts[0].rhythm) }.flatMap(Make.item)
      })
    Row("least", vi: "(ít nhất|tối thiểu) [là]", build: { _ in .number(0) })
    Row("bullet", vi: "+|•|*|(a|b|c|d|đ|e|g|h|i|k) \\)|{n} (.|\\))", build: { _ in .number(0) })
    Row("repaired", vi: "{segment} [.] (+|•|*) {repaired}", cost: 2, build: { Make.items($0[0], $0[1]) })
    Row(
      "repaired", vi: "{segment} [.] (-|–) {repaired}", cost: 2,
      build: { RepairRows.areEnds($0[0], $0[1]) ? nil : Make.items($0[0], $0[1]) })
    Row("repaired", vi: "{segment} [.|,] (b|c|d|đ|e) \\) {repaired}", cost: 2, build: { Make.items($0[0], $0[1]) })
    Row(
      "cover", vi: "[{filler}] (sơ kết|tổng kết|đánh giá) {n} năm [{more:filler}]", cost: 3, build: { _ in .number(0) })
    Row(
      "cover",
      vi:
        "[{filler}] [(kỳ họp|phiên họp) [thường lệ]] (cuối|đầu|giữa) (năm|năm học|khóa học|khóa|nhiệm kỳ|kỳ) [{more:filler}] [:|,|\\(]",
      cost: 4, build: { _ in .number(0) })
    Row(
      "segment", vi: "[{filler}] (định kỳ|thường kỳ) {more:filler} {bounded} [{tail}]",
      build: { Make.form($0[2]).flatMap(Make.item) })
    Row(
      "segment", vi: "{form} \\( {filler} {bound} [{clock}] {day} \\)",
      build: { parts in
        guard let backstop = Make.backstop(parts[2].bound, parts[4].day, parts[3].time) else { return nil }
        return Make.item(parts[0], .list([.clause(backstop)]))
      })
    Row("segment", vi: "[-|–] [{filler}] {body:whole} \\( {tail} \\) [{more:tail}]", build: { $0[1] })
    Row(
      "segment", vi: "[{filler}] (trong năm|trong năm học) [,] {bounded} [{tail}]",
      build: { Make.form($0[1]).flatMap(Make.item) })
    // What comes later is not taken: that day is the last.
    Row(
      "segment",
      vi:
        "[{filler}] sau [{clock}] {day} [,] [sẽ|thì] không [được] (tiếp nhận|nhận|xem xét|giải quyết|chấp nhận|tổng hợp|tính) [{tail}]",
      build: { parts in
        parts[2].day.flatMap { Make.bounded(.by, .list([.place(Place(.on, .day($0)))]), parts[1].time) }.flatMap {
          Make.form($0)
        }.flatMap(Make.item)
      })
    // What is to be done stands between the time and the event that it is counted from.
    Row(
      "segment", vi: "[{filler}] {within} {durations} [\\||,] {more:filler} (kể từ|tính từ) {anchor} [{tail}]", cost: 2,
      build: { parts in
        guard case .event? = parts[4].anchor else { return nil }
        return Make.counted(.within, parts[2].durations, parts[4].anchor).flatMap(Make.item)
      })
    Row(
      "told", vi: "[{filler}] {within} {durations} \\( {since} {anchor} [đối với {topic}] \\) [{tail}]", cost: 1,
      build: { Make.counted(.within, $0[2].durations, $0[4].anchor).flatMap(Make.item) })
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
        return Make.item(parts[1]).flatMap { first in
          Make.item(.form(.counted(other))).flatMap { Make.items(first, $0) }
        }
      })
    // What each of several offices has of it.
    Row(
      "segment", vi: "[{filler}] {counted} [,] [\\(] trong đó [:] {topic} [\\)]", cost: 2,
      build: { Make.item($0[1]) })
    Row(
      "segment", vi: "{filler} {n} phút {places:bounded}", cost: 2,
      build: { Make.form($0[2]).flatMap(Make.item) }
    )
    Row("repaired", vi: "{segment} {also} {occasion} [{tail}]", cost: 1, build: { Make.appended($0[0], $0[2].form) })
    Row("later", vi: "{led} {also} {occasion} [{tail}]", cost: 1, build: { Make.appended($0[0], $0[2].form) })
    Row("repaired", vi: "{segment} (nhưng|, nhưng|; nhưng) {later}", cost: 2, build: { Make.limited($0[0], $0[1]) })
    Row("later", vi: "{led} (;|.) {tail}", cost: 2, build: { $0[0] })
    Row("repaired", vi: "{segment} (;|.) {tail}", cost: 2, build: { $0[0] })
    Row(
      "told", vi: "[{filler}] {counted} {for}",
      build: { parts in Make.item(parts[1]).flatMap { Make.turned(parts[2], $0) } })
    Row(
      "led", vi: "{rhythm} \\( {places} \\) [{tail}]",
      build: { Make.paced($0[0].rhythm, $0[1]).flatMap(Make.item) })
    Row("led", vi: "định kỳ {bounded} [,|:] [{tail}]", build: { Make.form($0[0]).flatMap(Make.item) })
    Row(
      "told", vi: "[{filler}] [là] {durations} {for}", cost: 1,
      build: { parts in
        Make.ownTime(parts[1].durations, label: nil)?.parts?.first.flatMap { Make.turned(parts[2], $0) }
      })
    Row(
      "told", vi: "[trước] {durations} so với {anchor:when} [{for}]",
      build: { parts in
        Make.counted(.before, parts[0].durations, parts[1].anchor).flatMap(Make.item).flatMap {
          Make.turned(parts[2], $0)
        }
      })
    Row(
      "covering", vi: "{cover} {timetable}", cost: 2,
      build: { parts in
        if let period = parts[0].period, Make.isEach(period.root) { return nil }
        return parts[1].timetable.flatMap { Make.item(.form(.timetable($0))) }
      })
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
    Row("told", vi: "[{filler}] {turn} {body}", build: { Make.turned($0[1], $0[2]) })
    Row("turn", vi: "mỗi (đợt|lần|kỳ)", build: { _ in .number(0) })
    Row("turn", vi: "{turnname} [{filler}] [:] [cho {m:n} tháng|{more:filler}]", build: { $0[0] })
    Row(
      "segment", vi: "[{lead:filler}] {bounded} {filler} {again:bounded} [{tail}]", cost: 3,
      build: { parts in Make.groups(parts[1], parts[3]).flatMap(Make.form).flatMap(Make.item) })
    Row(
      "segment", vi: "{filler} \\( {more:filler} \\) {bounded} [{tail}]",
      build: { Make.form($0[2]).flatMap(Make.item) })
    Row(
      "covering", vi: "{cover} (từ|tính từ) {a:edge} {dash} {b:edge} , {filler} {bounded}", cost: -6,
      build: { Make.covering($0[0], $0[5]) })
    Row("cover", vi: "[{filler}] kỳ (tính thuế|báo cáo) {moments} [{more:filler}]", cost: 2, build: { _ in .number(0) })
    Row("segment", vi: "{dataspan} {body:whole} [{tail}]", cost: 1, build: { Make.spanning($0[1]) })
    Row(
      "dataspan",
      vi:
        "[{filler}] (kỳ (báo cáo|thống kê)|báo cáo) [thống kê] [{unit}|{n} tháng] (được tính|tính|được lấy|lấy|chốt) [:]",
      build: { _ in .number(0) })
    Row(
      "segment",
      vi:
        "[{filler}] {rhythm} \\( (kỳ báo cáo|số liệu|kỳ số liệu|thời gian chốt số liệu) [báo cáo] [được] [tính|lấy|chốt] {range} \\) [,|:] [{more:filler}] {bounded} [{tail}]",
      cost: -6, build: { Make.paced($0[1].rhythm, $0[4]).flatMap(Make.item) })
    Row(
      "cover", vi: "[{filler}] [định kỳ] (6|06|sáu) tháng [{more:filler}] [:|,|\\(]", cost: 2,
      build: { Make.isReport($0[0].text) ? .number(Cover.sixMonths) : nil })
    Row(
      "cover", vi: "[{filler}] [định kỳ] ({n} tháng|(1|01|một) năm) [{more:filler}] [:|,|\\(]", cost: 3,
      build: { Make.isReport($0[0].text) ? .number(Cover.other) : nil })
    Row("for", vi: "[,] đối với {topic}|\\( (đối với|báo cáo|tức là) {topic} \\)", build: { $0[0] })
    // Which of the reports it is tells how often: *ngày 06 của tháng cuối quý đối với báo cáo định kỳ hằng quý*.
    Row("told", vi: "[{filler}] {bounded} [,] {pace}", build: { Make.reports($0[2].rhythm, $0[1]) })
    Row(
      "segment", vi: "[{filler}] {moments} [,] {pace}",
      build: { parts in
        Make.bounded(.on, parts[1], nil).flatMap { Make.reports(parts[2].rhythm, $0) }
      })
    Row(
      "pace",
      vi:
        "([,] (đối với|áp dụng đối với|cho)|\\( (đối với|áp dụng đối với|cho|)) [các|loại] (báo cáo|phương thức đóng|chế độ báo cáo|kỳ báo cáo|hình thức báo cáo|tờ khai|hồ sơ khai thuế) [{filler}] {cycle} [\\)]",
      build: { $0[1] })
    Row(
      "pace",
      vi: "[,] đối với [các] [trường hợp|{filler}] (khai|kê khai|nộp|khai , nộp|khai và nộp|đóng|báo cáo) theo {unit}",
      build: { parts in parts[1].unit.map { .rhythm(.every($0)) } })
    Row("segment", vi: "{body} {for}", cost: 1, build: { Make.turned($0[1], $0[0]) })
    Row("segment", vi: "[{lead:filler}] {labelled+labeljoint}", build: { Make.labelledItems($0[1]) })
  }
}
