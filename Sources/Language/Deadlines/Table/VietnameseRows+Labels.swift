import CivilCalendar

/// Several deadlines told apart by whose they are, and lengths of time alone.
extension VietnameseRows {
  @Rows static var labels: [Row] {
    // One deadline for some and another for others: *đối với cấp tỉnh …, đối với cấp xã …*, *đợt 1 …, đợt 2 …*.
    Row("deadline", vi: "{labelled+labeljoint}", cost: 1, build: { Make.labelledItems($0[0]) })
    Row(
      "deadline", vi: "{rhythm} [,|:] {labelled+labeljoint}",
      build: { parts in
        (parts[1].parts?.count ?? 0) < 2 ? nil : parts[0].rhythm.flatMap { Make.labelledItems(parts[1], in: $0) }
      })
    Row(
      "deadline", vi: "{times} [:|,|gồm] {labelled+labeljoint}",
      build: { parts in
        guard case .times(let count, let rhythm, nil)? = parts[0].form, count.minimum == parts[1].parts?.count else {
          return nil
        }
        return Make.labelledItems(parts[1], in: rhythm)
      })
    Row(
      "deadline", vi: "{n} (đợt|lần|kỳ|giai đoạn|bước) [:|,|gồm] {labelled+labeljoint}",
      build: { $0[0].number == $0[1].parts?.count ? Make.labelledItems($0[1]) : nil })
    Row("labelled", vi: "({label} :|{label:whose} [,|là]) ({what:body}|{what:places})", cost: -1) { parts in
      .list([parts[0], .none, parts[1]])
    }
    Row(
      "item", vi: "{label} : [{bound}] [{clock} [của]] ({at:moments}|[ngày] {at:weekday+dayjoint})",
      build: { Make.reported($0[0].text, $0[1].bound, $0[3], $0[2].time) })
    Row("labeljoint", vi: "[,|;] (và|hoặc)|,|;", build: { _ in .number(Joint.comma) })
    // Only before its deadline: behind another's comma it may be an exception to that.
    Row(
      "labelled", vi: "riêng {topic} ({what:body}|{what:places})", cost: -1,
      build: { parts in
        // *riêng quý IV trước 10/12*: an exception to a rhythm that is not told.
        guard !Make.namesPeriod(parts[0].text) else { return nil }
        return Make.whose(parts[0].text).map { .list([$0, .none, parts[1]]) }
      })
    Row("labelled", vi: "({what:body}|{what:places}) [,] {whose}", cost: -1) { .list([$0[1], .none, $0[0]]) }
    Row("labelled", vi: "{moments} [,] {whose}", cost: -1, build: { .list([$0[1], .bound(.on), $0[0]]) })
    Row(
      "whose",
      vi: "([riêng] đối với|áp dụng (đối với|cho)) {topic} [đối với {more:topic}]|\\( (đối với|tức là) {topic} \\)",
      build: { Make.whose($0[0].text) })
    Row("whose", vi: "\\( báo cáo {topic} \\)", build: { parts in Make.whose(parts[0].text.map { "báo cáo \($0)" }) })
    Row("whose", vi: "{turnname}|\\( {turnname} \\)", build: { $0[0] })
    ["đợt", "lần", "kỳ", "giai đoạn", "bước"].flatMap(turn)
    // A table's cell that holds a length of time alone: so long for the duty's own case.
    Row("deadline", vi: "{durations}", cost: 4, build: { Make.ownTime($0[0].durations, label: nil) })
    Row(
      "deadline", vi: "(thời gian|thời hạn) {filler} [là|:] {durations}", cost: 4,
      build: { Make.ownTime($0[1].durations, label: nil) })
    Row("deadline", vi: "{label} ~: {durations}", cost: 4, build: { Make.ownTime($0[1].durations, label: $0[0].text) })
  }

  private static func turn(_ word: String) -> [Row] {
    [
      Row("turnname", vi: "\(word) ({n}|{q}|thứ {n})") { parts in
        (parts[0].number ?? parts[1].number).flatMap { $0 > 20 ? nil : $0 }.map { .text("\(word) \($0)") }
      },
      Row("turnname", vi: "\(word) (đầu|đầu tiên|thứ nhất)") { _ in .text("\(word) 1") },
    ]
  }
}
