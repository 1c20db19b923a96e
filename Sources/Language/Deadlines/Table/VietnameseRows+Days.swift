import CivilCalendar

/// Days, and ranges of days.
extension VietnameseRows {
  @Rows static var days: [Row] {
    Row("day", vi: "[vào|đầu giờ|cuối giờ|đầu|cuối] [buổi] (sáng|chiều|trưa|tối) {day}", build: { $0[0] })
    // *Tết Ất Tỵ 2025*: the year's name must be that number's.
    Row(
      "tetyear", vi: "{can} {chi} [năm] {y}",
      build: { parts in
        guard let can = parts[0].number, let chi = parts[1].number, let year = parts[2].number, (year + 6) % 10 == can,
          (year + 8) % 12 == chi
        else { return nil }
        return .period(.year(.year, year))
      })
    names("can", ["giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"])
    names("chi", ["tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi"])
    Row(
      "day", vi: "(rằm|ngày rằm) ({lunarmonth}|tháng {lunarmonth:m}) [[theo] âm lịch] [{ofyear}]",
      build: { Make.lunar(15, $0[0].number, isLeap: false, $0[1].period) })
    Row(
      "day", vi: "tết (dương lịch|tây) [năm] {y}", cost: -1,
      build: { Make.civil(1, 1, .number($0[0].number ?? 0)) })
    Row(
      "day", vi: "[ngày] [mùng|mồng] {d} {lunarmonth} [[theo] âm lịch] [{ofyear}]",
      build: { Make.lunar($0[0].number, $0[1].number, isLeap: false, $0[2].period) })
    Row(
      "day", vi: "[ngày] [mùng|mồng] {d} tháng {m} [{leap}] ([theo] âm lịch|[theo] lịch âm) [{ofyear}]",
      build: { Make.lunar($0[0].number, $0[1].number, isLeap: !$0[2].isNone, $0[3].period) })
    Row(
      "day", vi: "[ngày] [mùng|mồng] {d} / {m} [{leap}] / {y} ([theo] âm lịch|[theo] lịch âm)",
      build: { Make.lunar($0[0].number, $0[1].number, isLeap: !$0[2].isNone, $0[3].number.map { .year(.year, $0) }) })
    Row(
      "day", vi: "[ngày] [mùng|mồng] {d} / {m} [{leap}] [\\(] ([theo] âm lịch|[theo] lịch âm) [\\)] [{ofyear}]",
      build: { Make.lunar($0[0].number, $0[1].number, isLeap: !$0[2].isNone, $0[3].period) })
    Row(
      "day", vi: "[ngày] {shortday} [,|-|–|:|\\(] [ngày] {date} [\\)]",
      build: { Make.agreed($0[0].kind, $0[1].day) })
    // Told twice, by both calendars: *ngày 04/3/2026 (tức ngày 16 tháng Giêng)*.
    Row(
      "day", vi: "{date} {twin}", cost: -1,
      build: { parts in Make.isTwin(parts[1].day, of: parts[0].day) ? parts[0] : nil })
    Row(
      "day", vi: "{shortday} [,|-|–] [ngày] {date} {twin}", cost: -1,
      build: { parts in Make.isTwin(parts[2].day, of: parts[1].day) ? Make.agreed(parts[0].kind, parts[1].day) : nil })
    Row("twin", vi: "\\( [(tức|nhằm) [là|vào]] {day} [{lunaryear}] \\)", build: { $0[0] })
    // Without a mark behind it the word is a number, or has lost its own marks (*tư ngày 15/3*).
    Row("day", vi: "{bareday} (,|-|–|:|\\() [ngày] {date} [\\)]", build: { Make.agreed($0[0].kind, $0[1].day) })
    names("bareday", ["hai", "ba", "tư", "năm", "sáu", "bảy"]) { .kind(.weekday(Weekday.allCases[$0])) }
    Row("shortday", vi: "cn", build: { _ in .kind(.weekday(.sunday)) })
    Row(
      "shortday", vi: "t {n:figure}",
      build: { parts in
        parts[0].number.flatMap { (2...7).contains($0) ? .kind(.weekday(Weekday.allCases[$0 - 2])) : nil }
      })
    Row("shortday", vi: "{weekday}", build: { $0[0] })
    Row(
      "day", vi: "{date} (,|-|–|\\() [ngày] {weekday} [\\)]", cost: -1, build: { Make.agreed($0[1].kind, $0[0].day) })
    // *10/12 năm thứ 5* is a day of some fifth year.
    Row(
      "day", vi: "{date} [ngày] {weekday}", cost: -1,
      build: { parts in
        parts[0].day?.civil?.year == nil ? nil : Make.agreed(parts[1].kind, parts[0].day)
      })
    Row(
      "day",
      vi: "[tất cả] (các|những) ngày làm việc trong tuần [\\( từ thứ (hai|2) (đến|-|–) thứ (sáu|6) \\)]", cost: -1,
      build: { _ in .day(.last(of: .period(.each(.workingDay)))) })
    Row(
      "day", vi: "(các|tất cả các|mọi) ngày trong (tuần|năm)", cost: -1,
      build: { _ in .day(.last(of: .period(.each(.day)))) })
    Row(
      "day", vi: "[ngày] (mùng|mồng) {d} tết [nguyên đán] [{tetyear}]",
      build: { Make.lunar($0[0].number, 1, isLeap: false, $0[1].period) })
    // The last day of the lunar year before.
    Row(
      "day", vi: "[ngày] (30|ba mươi) tết [nguyên đán] [{tetyear}]",
      build: { parts in
        guard case .year(.year, let year)? = parts[0].period else {
          return parts[0].isNone ? Make.lunar(30, 12, isLeap: false, nil) : nil
        }
        return Make.lunar(30, 12, isLeap: false, .year(.year, year - 1))
      })
    // Each half-year and year ends with a quarter.
    Row(
      "day", vi: "(ngày|thời điểm|khi) kết thúc {unit} (và|,|hoặc|/) {longer:unit}",
      build: { parts in
        guard let unit = parts[0].unit, let months = unit.months, let longer = parts[1].unit?.months, longer > months,
          longer % months == 0
        else { return nil }
        return .day(.last(of: .period(.own(unit))))
      })
    Row("lunarmonth", vi: "tháng giêng", build: { _ in .number(1) })
    Row("lunarmonth", vi: "tháng chạp", build: { _ in .number(12) })
    Row("day", vi: "ngày (mùng|mồng) {d} [của|trong] {period}", build: { Make.day($0[0].number, of: $0[1].period) })
    Row(
      "day", vi: "[ngày] {weekday} [của] tuần {n} [của|trong|,] {period}",
      build: { parts in
        guard parts[2].period?.unit == .month else { return nil }
        return Make.part(.week(parts[1].number ?? 0), of: parts[2].period).flatMap {
          Make.ordinal(parts[0].kind, 1, of: $0.window)
        }
      })
    Row(
      "day", vi: "[ngày] {weekday} tuần {ord}", cost: 1,
      build: { parts in
        guard let n = parts[1].number else { return nil }
        return Make.ordinal(parts[0].kind, 1, of: .part(.week(n), of: .own(nil)))
      })
    Row(
      "day", vi: "(mỗi|các|hằng|hàng) [buổi] [sáng|chiều|tối|ngày] {weekday}",
      build: { parts in
        parts[0].kind.map { .day(.ordinal($0, 1, of: .period(.each(.week)))) }
      })
    Row("day", vi: "{d} (hằng|hàng|mỗi) tháng", build: { Make.day($0[0].number, of: .each(.month)) })
    Row(
      "day", vi: "[ngày] {weekday} (đầu|cuối) tuần",
      build: { parts in
        parts[0].kind.map { .day(.ordinal($0, 1, of: .period(.each(.week)))) }
      })
    Row(
      "day", vi: "ngày {d} đầu {unit}",
      build: { parts in
        parts[0].number == 1 ? parts[1].unit.flatMap { Make.edge(isLast: false, of: .period(.own($0))) } : nil
      })
    Row("day", vi: "ngày đầu tuần trong {window}", build: { Make.ordinal(.weekday(.monday), 1, of: $0[0].window) })
    Row(
      "day", vi: "ngày làm việc {ord}", cost: 2,
      build: { Make.ordinal(.workingDay, $0[0].number, of: .period(.own(nil))) })
    Row(
      "day", vi: "ngày thứ {n} (kể từ|sau|tính từ) {day}",
      build: { parts in
        Make.shifted(parts[0].number.map { [CalendarDuration($0, .day)] }, backwards: false, from: parts[1].day)
      })
    Row(
      "range", vi: "từ [{s:clock}] ngày đầu tiên {dash} [{t:clock}] ngày cuối cùng [của|trong] {period}",
      build: { parts in
        guard let period = parts[3].period, case .day(let first)? = Make.edge(isLast: false, of: .period(period)),
          case .day(let last)? = Make.edge(isLast: true, of: .period(period))
        else { return nil }
        return .place(
          Place(.by, .day(last), time: parts[2].time.flatMap { $0.minutes == 1440 ? nil : $0 }, opens: first))
      })
    Row(
      "range", vi: "(từ [{s:dayword}]|{s:dayword}) {a:d} {dash} [{t:dayword}] {b:d} [của|trong] {period}",
      build: { parts in
        guard let a = parts[1].number, let b = parts[4].number, a < b, let period = parts[5].period,
          period.unit == .month
        else { return nil }
        // *từ 03 đến 06 tháng* is a length of time.
        if parts[0].isNone, parts[3].isNone, period == .own(.month) { return nil }
        return Make.range(Make.day(a, of: period) ?? .none, Make.day(b, of: period) ?? .none, time: nil)
      })
    Row("dayword", vi: "ngày", build: { _ in .number(0) })
    Row(
      "range", vi: "[trong] tuần [lễ] [[thứ] {n}] [:|,] từ {a:edge} {dash} {b:edge}",
      build: { Make.range($0[1], $0[3], time: nil) })
    Row(
      "range", vi: "[từ|kể từ] [ngày] {a:d} (đến|tới|đến hết) [ngày] {b:d} (-|.) {m} [(-|.) {y}]",
      build: { Make.range(days: $0[0], $0[1], $0[2], $0[3]) })
    Row(
      "range", vi: "[từ] [ngày] (mùng|mồng) {a:d} {dash} [ngày] (mùng|mồng) {b:d} tết [nguyên đán] [{tetyear}]",
      build: { parts in
        Make.range(
          Make.lunar(parts[0].number, 1, isLeap: false, parts[3].period) ?? .none,
          Make.lunar(parts[2].number, 1, isLeap: false, parts[3].period) ?? .none, time: nil)
      })
    Row(
      "range", vi: "{n} ngày [,] bắt đầu từ {day}",
      build: { parts in
        guard let n = parts[0].number, n > 1, let day = parts[1].day else { return nil }
        return .place(
          Place(.by, .day(.shifted([CalendarDuration(n - 1, .day)], backwards: false, from: day)), opens: day))
      })
    Row(
      "range", vi: "[từ|kể từ] [ngày] {a:d} (-|–) [ngày] {b:d} . {m} [. {y}]",
      build: { Make.range(days: $0[0], $0[1], $0[2], $0[3]) })
    Row(
      "range", vi: "[từ|kể từ] [ngày] {a:d} {dash} [ngày] {b:d} tháng {m} [{ofyear}]",
      build: { Make.range(days: $0[0], $0[2], $0[3], $0[4]) })
  }

  private static func names(
    _ symbol: String, _ words: [String], _ value: @escaping @Sendable (Int) -> Value = { .number($0) }
  ) -> [Row] {
    words.enumerated().map { index, word in Row(symbol, vi: word, build: { _ in value(index) }) }
  }
}
