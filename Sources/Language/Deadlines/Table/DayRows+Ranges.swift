import CivilCalendar

extension DayRows {
  /// From a day to a day: a place that opens.
  @Rows static var ranges: [Row] {
    Row(
      "range", vi: "từ [{s:clock}] {a:edge} đến hết [{t:clock}] {b:edge}",
      en: "from [{s:clock}] {a:edge} (to|through|until) [{t:clock}] {b:edge}",
      build: { Make.range($0[1], $0[3], time: $0[2].time) },
      match: { value in
        guard let place = value.place, let opens = place.opens, place.bound == .by, case .day(let day) = place.moment
        else { return nil }
        return [.none, .day(opens), place.time.map { .time($0) } ?? .none, .day(day)]
      })
    Row(
      "range",
      vi:
        "[từ|kể từ|[được] tính từ|[được] bắt đầu từ|diễn ra từ|áp dụng từ] [{s:clock} [,]] {a:edge} [,] {dash} "
        + "[{t:clock} [,]] {b:edge}",
      en: "[from|between] {a:edge} {dash} [{t:clock}] {b:edge}", build: { Make.range($0[1], $0[4], time: $0[3].time) })
    // *15-4 đến 15-5*: figures that alone may be a range are days at its ends.
    Row(
      "range", vi: "[từ|kể từ|bắt đầu từ|diễn ra từ] ({a:figures}|{a:date}) (đến [hết]|tới|–) ({b:figures}|{b:date})",
      build: { Make.range($0[0], $0[1], time: nil) })
    civil("[ngày] {d} (-|.) {m}", nil, as: "figures")
    Row(
      "range", vi: "[từ|kể từ] [ngày] {a:d} {dash} [ngày] {b:d} / {m} [{ofyear}]",
      en: "{a:d} {dash} {b:d} {m:month} [{ofyear}]", build: { Make.range(days: $0[0], $0[2], $0[3], $0[4]) })
    Row("dash", vi: "đến|tới|đến hết|cho đến|–|-", en: "to|through|until|thru|–|-", build: { _ in .number(0) })
    Row("edge", vi: "{day}", en: "{day}", build: { $0[0] }, match: { [$0] })
    Row("edge", vi: "{window}", en: "{window}", cost: 1, build: { $0[0] })
    Row(
      "edge", vi: "đầu {year}",
      build: { parts in parts[0].period.flatMap { Make.edge(isLast: false, of: .period($0)) } })
    Row(
      "edge", vi: "[ngày] {weekday}", cost: 1,
      build: { parts in parts[0].kind.map { .day(.ordinal($0, 1, of: .period(.each(.week)))) } })
    Row("edge", vi: "ngày {d}", en: "day {d}", cost: 1, build: { Make.day($0[0].number, of: .own(nil)) })
  }
}
