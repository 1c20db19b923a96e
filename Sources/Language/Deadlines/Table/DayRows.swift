import CivilCalendar

/// Days.
enum DayRows {
  static let all: [Row] = weekdays + figures + words + ordinals + edges + shifts + ranges

  /// *Mondays* alone are those of each week.
  @Rows private static func weekday(_ day: Weekday, vi: String, en: String, short: String) -> [Row] {
    Row(
      "weekday", vi: vi, en: "(\(en)|\(short)|\(en)s)", build: { _ in .kind(.weekday(day)) },
      match: { $0.kind == .weekday(day) ? [] : nil })
    Row("day", en: "\(en)s", build: { _ in .day(.ordinal(.weekday(day), 1, of: .period(.each(.week)))) })
  }

  @Rows static var weekdays: [Row] {
    weekday(.monday, vi: "thứ (Hai|2)", en: "Monday", short: "mon")
    weekday(.tuesday, vi: "thứ (Ba|3)", en: "Tuesday", short: "tue|tues")
    weekday(.wednesday, vi: "thứ (Tư|4)", en: "Wednesday", short: "wed|weds")
    weekday(.thursday, vi: "thứ (Năm|5)", en: "Thursday", short: "thu|thur|thurs")
    weekday(.friday, vi: "thứ (Sáu|6)", en: "Friday", short: "fri")
    weekday(.saturday, vi: "thứ (Bảy|bẩy|7)", en: "Saturday", short: "sat")
    weekday(.sunday, vi: "(Chủ nhật|chúa nhật)", en: "Sunday", short: "sun")
    Row(
      "kind", vi: "{weekday}", en: "{weekday}", build: { $0[0] },
      match: { value in
        if case .kind(.weekday) = value { [value] } else { nil }
      })
    Row(
      "kind", vi: "ngày làm việc", en: "(working|business) day", build: { _ in .kind(.workingDay) },
      match: { $0.kind == .workingDay ? [] : nil })
  }

  static func civil(_ vi: String?, _ en: String?, as symbol: String = "date") -> Row {
    Row(symbol, vi: vi, en: en, build: { Make.civil($0[0].number, $0[1].number, $0[2]) })
  }

  @Rows static var figures: [Row] {
    Row(
      "date", vi: "ngày {d} ~/ ~{m} [{ofyear}]", en: "{d} {m:month} [{ofyear}]",
      build: { Make.civil($0[0].number, $0[1].number, $0[2]) },
      match: { value in
        guard case .day(.day(let day, .child(.month, let month, let year))) = value, day > 0, month > 0,
          year.unit?.isYear == true
        else { return nil }
        // The rhythm says whose year it is.
        return [.number(day), .number(month), year.isOwnYear ? .none : .period(year)]
      })
    Row(
      "date", vi: "{d} / {m} [{ofyear}]", en: "{d} / {m} [/ {ofyear:y}]",
      build: { parts in
        // *1/2 năm* is half a year.
        if parts[0].number == 1, parts[1].number == 2, parts[2].period == .planYear { return nil }
        return Make.civil(parts[0].number, parts[1].number, parts[2])
      })
    // *10-12/2024* may be days or months, *7-9* a range: such figures are a day where the words say so.
    civil("ngày {d} (-|.) {m}", nil)
    Row(
      "date", vi: "{d} (-|.) {m} [{ofyear}]",
      build: { parts in
        guard let day = parts[0].number, let month = parts[1].number, day > 12 else { return nil }
        return Make.civil(day, month, parts[2])
      })
    civil("[ngày] {d} - {m} - {y}", nil)
    civil("[ngày] {d} . {m} . {y}", nil)
    civil("[ngày] {d} tháng {m} [{ofyear}]", "[the] {d} [day] of {m:month} [{ofyear}]")
    civil("ngày {d} (-|.) {m} {ofyear}", nil)
    Row(
      "date", vi: "{d} (-|.) {m} (hằng|hàng) năm",
      build: { Make.civil($0[0].number, $0[1].number, .period(.each(.year))) })
    // *mùng 5 tháng 5* is rather a lunar day, and is asked about.
    civil("(ngày|) (mùng|mồng) {d} / {m} / {y}", nil)
    civil("[ngày] [mùng|mồng] {d} (/|tháng) {m} dương lịch [{ofyear}]", nil)
    civil("[ngày] [mùng|mồng] {d} (/|tháng) {m} [/|năm] {y} dương lịch", nil)
    Row("date", vi: "{y} - {m} - {d}", en: "{y} - {m} - {d}", build: { Make.civil($0[2].number, $0[1].number, $0[0]) })
    Row(
      "day", vi: "{date}", en: "{date}", build: { $0[0] },
      match: { value in
        guard case .day(.day(let day, .child(.month, let month, let year))) = value, day > 0, month > 0,
          year.unit?.isYear == true
        else { return nil }
        return [value]
      })
    Row(
      "day", vi: "{weekday} [,|\\(] [ngày] {date} [\\)]", en: "{weekday} [,] {date}", cost: -1,
      build: { Make.agreed($0[0].kind, $0[1].day) })
    Row(
      "day", vi: "{weekday} , {date}", en: "{weekday} , {date}", cost: -1,
      build: { Make.agreed($0[0].kind, $0[1].day) },
      match: { value in
        if case .day(.agreed(let weekday, let day)) = value { [.kind(.weekday(weekday)), .day(day)] } else { nil }
      })
    // Lunar days.
    Row(
      "day", vi: "ngày {d} ~/ ~{m} [{leap}] âm lịch [{year}|{year:ofyear}]",
      en: "lunar {d} ~/ ~{m} [{leap}] [{year:ofyear}]",
      build: { Make.lunar($0[0].number, $0[1].number, isLeap: !$0[2].isNone, $0[3].period) },
      match: { value in
        guard case .day(.lunar(let day, let year)) = value, day.day > 0,
          (day.month, day.day, day.isLeap) != (1, 1, false)
        else { return nil }
        return [
          .number(day.day), .number(day.month), day.isLeap ? .number(1) : .none,
          year == .planYear ? .none : .period(year),
        ]
      })
    Row("leap", vi: "nhuận", en: "leap", build: { _ in .number(1) }, match: { _ in [] })
    Row(
      "day", vi: "(Tết Nguyên đán|tết|tết âm lịch|tết cổ truyền) [{tetyear}]",
      en: "(Tết|tet|[the] (lunar|chinese) new year) [{tetyear}]",
      build: { .day(.lunar(LunarDay(month: 1, day: 1), of: $0[0].period ?? .planYear)) },
      match: { value in
        guard case .day(.lunar(LunarDay(month: 1, day: 1), let year)) = value else { return nil }
        return [year == .planYear ? .none : .period(year)]
      })
    Row(
      "tetyear", vi: "{y}", en: "{y}", build: { .period(.year(.year, $0[0].number ?? 0)) },
      match: { value in
        if case .period(.year(.year, let year)) = value { [.number(year)] } else { nil }
      })
    Row("tetyear", vi: "{year}", en: "{year}", build: { $0[0] }, match: { [$0] })
  }

  @Rows static var words: [Row] {
    Row(
      "day", vi: "ngày {d} (của|trong|thuộc|,|) {period}", en: "day {d} of {period}",
      build: { Make.day($0[0].number, of: $0[1].period) },
      match: { value in
        guard case .day(.day(let n, let period)) = value, (1...31).contains(n) else { return nil }
        return [.number(n), .period(period)]
      })
    Row(
      "day", vi: "ngày thứ {n:figure} (của|trong|thuộc|) {period}",
      en: "(the|) {n:ord} [calendar] day (of|in) {period}", build: { Make.day($0[0].number, of: $0[1].period) },
      match: { value in
        guard case .day(.day(let n, let period)) = value, n > 0 else { return nil }
        return [.number(n), .period(period)]
      })
    Row("day", vi: "ngày thứ {n} [của|trong|thuộc] {period}", build: { Make.numbered($0[0].number, of: $0[1].period) })
    Row(
      "day", vi: "ngày {ord} (của|trong|thuộc|) {period}", build: { Make.numbered($0[0].number, of: $0[1].period) },
      match: { value in
        guard case .day(.day(let n, let period)) = value, n < -1 else { return nil }
        return [.number(n), .period(period)]
      })
    Row(
      "day", en: "(the|) {ord} day (of|in) {period}", build: { Make.day($0[0].number, of: $0[1].period) },
      match: { value in
        guard case .day(.day(let n, let period)) = value, n < -1 else { return nil }
        return [.number(n), .period(period)]
      })
    Row("day", vi: "ngày {d}", en: "day {d}", cost: 2, build: { Make.day($0[0].number, of: .own(nil)) })
    Row("day", vi: "(hằng|hàng|mỗi) ngày", build: { _ in .day(.last(of: .period(.each(.day)))) })
    // Alone it is a rhythm.
    Row("day", en: "(each|every) day|daily", cost: 1, build: { _ in .day(.last(of: .period(.each(.day)))) })
    Row(
      "day", en: "(each|every) (working|business) day", cost: 1,
      build: { _ in .day(.last(of: .period(.each(.workingDay)))) })
    Row(
      "day", vi: "ngày đó", en: "that day", build: { _ in .day(.last(of: .period(.own(.day)))) },
      match: { $0 == .day(.last(of: .period(.own(.day)))) ? [] : nil })
    Row(
      "day", vi: "ngày làm việc đó", en: "that working day",
      build: { _ in .day(.last(of: .period(.own(.workingDay)))) },
      match: { $0 == .day(.last(of: .period(.own(.workingDay)))) ? [] : nil })
    Row("day", vi: "(hằng|hàng|mỗi|các) ngày làm việc", build: { _ in .day(.last(of: .period(.each(.workingDay)))) })
    Row(
      "day", vi: "giữa {period}", en: "(the middle of|mid|mid -) {period}", build: { Make.middle(of: $0[0].period) },
      match: { value in
        guard case .day(.middle(let period)) = value else { return nil }
        return [.period(period)]
      })
  }

  @Rows static var ordinals: [Row] {
    Row(
      "day", vi: "[ngày] {weekday} [của|trong] tuần [lễ] {ord} (của|trong|thuộc|,|) {period}",
      en: "(the|) {weekday} of (the|) {ord} week (of|in) {period}",
      build: { parts in
        guard let n = parts[1].number, case .window(let week)? = Make.part(.week(n), of: parts[2].period) else {
          return nil
        }
        return Make.ordinal(parts[0].kind, 1, of: week)
      },
      match: { value in
        guard case .day(.ordinal(.weekday(let day), 1, .part(.week(let n), let period))) = value else { return nil }
        return [.kind(.weekday(day)), .number(n), .period(period)]
      })
    Row(
      "day", vi: "[ngày] {kind} {ord} (của|trong|thuộc|) {window}", en: "(the|) {ord} {kind} (of|in) {window}",
      build: { Make.ordinal($0[0].kind, $0[1].number, of: $0[2].window) },
      match: { value in
        guard case .day(.ordinal(let kind, let n, let window)) = value, n != 1 || !isWeek(window, kind) else {
          return nil
        }
        return [.kind(kind), .number(n), .window(window)]
      })
    Row(
      "day", vi: "[ngày] {weekday} (của|trong|) {week:weekname}", en: "{weekday} (of|) {week:weekname}",
      build: { parts in parts[1].period.map { .day(.ordinal(parts[0].kind ?? .workingDay, 1, of: .period($0))) } },
      match: { value in
        guard case .day(.ordinal(.weekday(let day), 1, .period(let period))) = value, period.unit == .week else {
          return nil
        }
        return [.kind(.weekday(day)), .period(period)]
      })
    Row(
      "weekname", vi: "(hằng|hàng|mỗi|từng) tuần", en: "(each|every) week|weekly", build: { _ in .period(.each(.week)) }
    )
    Row(
      "weekname", vi: "tuần", en: "(the|that) week", build: { _ in .period(.own(.week)) },
      match: { $0 == .period(.own(.week)) ? [] : nil })
    Row(
      "weekname", vi: "tuần {next}", en: "the {next} week",
      build: { _ in .period(.neighbour(.week, 1, of: .own(.week))) },
      match: { $0 == .period(.neighbour(.week, 1, of: .own(.week))) ? [.number(1)] : nil })
    Row(
      "weekname", vi: "tuần {previous}", en: "the {previous} week",
      build: { _ in .period(.neighbour(.week, -1, of: .own(.week))) },
      match: { $0 == .period(.neighbour(.week, -1, of: .own(.week))) ? [.number(1)] : nil })
    Row(
      "weekname", vi: "tuần {n} [{ofyear}]", en: "calendar week {n} [of] [{ofyear}]",
      build: { .period(.child(.week, $0[0].number ?? 1, of: $0[1].period ?? .planYear)) },
      match: { value in
        guard case .period(.child(.week, let n, let year)) = value, n > 0, year.unit == .year else { return nil }
        return [.number(n), year == .planYear ? .none : .period(year)]
      })
    Row(
      "day", vi: "(các|) ngày đầu tuần", en: "(the|) first day of (the|) week",
      build: { _ in .day(.ordinal(.weekday(.monday), 1, of: .period(.own(.week)))) })
    Row(
      "day", en: "(each|every) {weekday}",
      build: { parts in parts[0].kind.map { .day(.ordinal($0, 1, of: .period(.each(.week)))) } })
    Row(
      "day", vi: "cuối {year}", en: "the end of {year}",
      build: { parts in parts[0].period.flatMap { Make.edge(isLast: true, of: .period($0)) } })
    Row(
      "day", en: "the (beginning|start) of {year}",
      build: { parts in parts[0].period.flatMap { Make.edge(isLast: false, of: .period($0)) } })
  }

  @Rows static var edges: [Row] {
    Row(
      "day", vi: "ngày cuối cùng (của|trong|) {window}", en: "(the|) last day (of|in) {window}",
      build: { Make.edge(isLast: true, of: $0[0].window) },
      match: { value in if case .day(.last(let window)) = value { [.window(window)] } else { nil } })
    Row(
      "day", vi: "ngày đầu tiên (của|trong|) {window}", en: "(the|) first day (of|in) {window}",
      build: { Make.edge(isLast: false, of: $0[0].window) },
      match: { value in if case .day(.first(let window)) = value { [.window(window)] } else { nil } })
    Row(
      "day", vi: "(ngày|thời điểm|khi|việc) (kết thúc|hết) {window}",
      en: "(the|) (end|close|ending|expiry|end date) of {window}", build: { Make.edge(isLast: true, of: $0[0].window) })
    Row(
      "day", vi: "(ngày|thời điểm|khi) bắt đầu {window}", en: "(the|) (beginning|start|commencement) of {window}",
      build: { Make.edge(isLast: false, of: $0[0].window) })
  }

  @Rows static var shifts: [Row] {
    Row(
      "day", en: "{durations} {since} {day}", cost: 1,
      build: { Make.shifted($0[0].durations, backwards: false, from: $0[2].day) })
    Row(
      "day", en: "{durations} (before|prior to) {day}", cost: 1,
      build: { Make.shifted($0[0].durations, backwards: true, from: $0[1].day) })
    Row(
      "day", vi: "ngày cách {durations} sau {day}", en: "the day {durations} after {day}",
      build: { Make.shifted($0[0].durations, backwards: false, from: $0[1].day) },
      match: { value in
        guard case .day(.shifted(let durations, false, let day)) = value else { return nil }
        return [.durations(durations), .day(day)]
      })
    Row(
      "day", vi: "ngày cách {durations} trước {day}", en: "the day {durations} (before|prior to) {day}",
      build: { Make.shifted($0[0].durations, backwards: true, from: $0[1].day) },
      match: { value in
        guard case .day(.shifted(let durations, true, let day)) = value else { return nil }
        return [.durations(durations), .day(day)]
      })
    Row(
      "since", vi: "(kể từ|tính từ|kể từ sau|sau|từ|kể từ và sau)", en: "(after|of|from|following)",
      build: { _ in .number(0) }, match: { _ in [] })
    Row(
      "day", vi: "{kind} {ord} sau {day}", en: "(the|) {ord} {kind} (after|following) {day}",
      build: { Make.nth($0[0].kind, $0[1].number, isBefore: false, of: $0[2].day) },
      match: { value in
        guard case .day(.next(let weekday, let n, let day)) = value, n > 0 else { return nil }
        return [.kind(.weekday(weekday)), .number(n), .day(day)]
      })
    Row(
      "day", vi: "{kind} {ord} trước {day}", en: "(the|) {ord} {kind} (before|preceding) {day}",
      build: { Make.nth($0[0].kind, $0[1].number, isBefore: true, of: $0[2].day) },
      match: { value in
        guard case .day(.next(let weekday, let n, let day)) = value, n < 0 else { return nil }
        return [.kind(.weekday(weekday)), .number(-n), .day(day)]
      })
    Row(
      "day", vi: "{kind} (liền|ngay) (sau|kế) {day}", en: "(the|) {kind} (after|following|immediately following) {day}",
      build: { Make.next($0[0].kind, 1, from: $0[1].day) })
    Row(
      "day", vi: "{kind} (liền|ngay) trước {day}", en: "(the|) {kind} (before|preceding|immediately preceding) {day}",
      build: { Make.next($0[0].kind, -1, from: $0[1].day) })
  }
}
