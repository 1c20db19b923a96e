import CivilCalendar

/// Lists of days and windows, bounds and hours.
extension VietnameseRows {
  @Rows static var places: [Row] {
    Row(
      "moments", vi: "các {day+joint}",
      build: { parts in
        guard case .list(let all) = parts[0] else { return nil }
        return Make.moments(.list(all.map { value in value.day.map { .place(Place(.on, .day($0))) } ?? value }))
      })
    Row(
      "moments", vi: "t {d} {week:weekname}",
      build: { parts in
        guard let n = parts[0].number, (2...7).contains(n), let day = Weekday(rawValue: n - 1),
          let week = parts[1].period
        else { return nil }
        return .list([.place(Place(.on, .day(.ordinal(.weekday(day), 1, of: .period(week)))))])
      })
    Row("moments", vi: "[các] ngày {d+dayjoint}", cost: 2, build: { Make.days($0[0], of: [.period(.own(nil))]) })
    Row(
      "moments", vi: "tuần {weekno+weekjoint} [của|trong] {period}",
      build: { parts in
        guard let weeks = parts[0].parts, weeks.count > 1, let period = parts[1].period else { return nil }
        return Make.list(weeks.map { Make.part(.week($0.number ?? 0), of: period) })
      })
    Row(
      "moments", vi: "[ngày] {weekday} [của] tuần {weekno+weekjoint} [của|trong] {period}",
      build: { parts in
        guard let weeks = parts[1].parts, weeks.count > 1, let period = parts[2].period else { return nil }
        return Make.list(weeks.map { Make.ordinal(parts[0].kind, 1, of: .part(.week($0.number ?? 0), of: period)) })
      })
    Row("moments", vi: "{shortmonth+joint} {ofyear}", build: { Make.periods(.month, $0[0], $0[1].period) })
    Row("shortmonth", vi: "t {m}", build: { $0[0] })
    Row("weekno", vi: "{ord}", build: { $0[0] })
    Row("weekno", vi: "{n}", build: { $0[0] })
    Row("weekjoint", vi: "[,] và [tuần] [lễ]|, [tuần] [lễ]", build: { _ in .number(Joint.and) })
    Row(
      "moments", vi: "[các] [ngày] thứ {d+numberjoint} [của|trong] {week:weekname}",
      build: { Make.weekdays(numbers: $0[0], of: $0[1].period) })
    Row("dayjoint", vi: "(,|và|, và) [buổi] (sáng|chiều) [ngày]", build: { _ in .number(Joint.and) })
    Row(
      "moments", vi: "[vào] [buổi] (sáng|chiều) [ngày] {weekday+dayjoint} [của|trong] {week:weekname}",
      build: { Make.weekdays($0[0], of: $0[1].period) })
    Row("numberjoint", vi: ", [và] [thứ]|và [thứ]", build: { _ in .number(Joint.and) })
    Row(
      "group", vi: "[từ] {s:clock} (đến|-|–) {t:clock} [,|của] {moments}",
      build: { Make.bounded(.on, $0[2], $0[1].time) })
    // The hour behind the day.
    Row(
      "group", vi: "[{bound}] {moments} ([,|:] [lúc|vào lúc|vào hồi|hồi] {clock}|\\( {clock} \\))",
      build: { Make.bounded($0[0].bound ?? .on, $0[1], $0[2].time) })
    Row(
      "group", vi: "[{bound}] {moments} [,|\\(] {hourly:bound} {clock} [\\)]",
      build: { parts in
        Make.bounded(
          parts[2].bound == .before && parts[0].bound == .before ? .before : parts[0].bound ?? parts[2].bound, parts[1],
          parts[3].time)
      })
    Row(
      "group", vi: "[{bound}] {clock+clockjoint} [,|của] {moments}",
      build: { parts in
        guard let times = parts[1].parts?.compactMap(\.time), times.count > 1 else { return nil }
        let all = times.compactMap { Make.bounded(parts[0].bound ?? .on, parts[2], $0)?.parts }
        return all.count == times.count ? Make.joined(all.flatMap { $0 }) : nil
      })
    Row(
      "group", vi: "{moments} (,|:|\\(|) {bound} ngày {d} [\\)]", cost: 1,
      build: { Make.dayOfEach($0[0], $0[1].bound, $0[2].number) })
    Row("group", vi: "{bound} {clock} \\( {moments} \\)", build: { Make.bounded($0[0].bound, $0[2], $0[1].time) })
    Row(
      "group", vi: "bắt đầu [vào|trong|từ] [{clock} [của]] {a:moment} (,|và|, và|) (hoàn thành|kết thúc) {b:group}",
      build: { Make.opening($0[1].place, $0[2]) })
    Row(
      "group", vi: "(đến|đến hết|hết) {y}",
      build: { parts in
        parts[0].number.map { .list([.place(Place(.by, .day(.last(of: .period(.year(.year, $0))))))]) }
      })
    // A start and no end: nothing is due.
    Row(
      "group", vi: "(bắt đầu từ|ngay từ|từ|kể từ) [{clock}] {moment} [trở đi]", cost: 1,
      build: { Make.start($0[1].place) })
    Row(
      "group", vi: "(bắt đầu từ|ngay từ|từ|kể từ) đầu {year} [trở đi]", cost: 1,
      build: { parts in
        let day = parts[0].period.flatMap { Make.edge(isLast: false, of: .period($0))?.day }
        return Make.start(day.map { Place(.on, .day($0)) })
      })
    Row(
      "group", vi: "{bound} [{clock}] cuối {period}",
      build: { parts in
        guard parts[0].bound != .on, let period = parts[2].period else { return nil }
        return Make.edge(isLast: true, of: .period(period))?.day.flatMap {
          Make.bounded(parts[0].bound, .list([.place(Place(.on, .day($0)))]), parts[1].time)
        }
      })
    Row(
      "group", vi: "({latest} [là|vào|đến] (trong|hết)|[cho|kéo dài|từ nay] (đến|tới) hết|hết) {window}",
      build: { parts in
        Make.edge(isLast: true, of: parts[1].window)?.day.map { .list([.place(Place(.by, .day($0)))]) }
      })
    Row(
      "group", vi: "(không sớm hơn|sớm nhất [là|từ|vào]|không trước) {a:moment} [,] (và|nhưng|) {b:group}",
      build: { Make.opening($0[0].place, $0[1]) })
    Row(
      "group", vi: "từ (ngày|khi|lúc) {name} đến [hết] [{clock}] {day}", cost: 1,
      build: { parts in
        parts[2].day.flatMap { Make.bounded(.by, .list([.place(Place(.on, .day($0)))]), parts[1].time) }
      })
    Row(
      "group", vi: "(bắt đầu từ|từ|kể từ) {moment} (đến|cho đến|tới) (khi|lúc) (hoàn thành|kết thúc|hoàn tất|xong)",
      build: { Make.start($0[0].place) })
    Row(
      "moments", vi: "[các] [ngày] (mùng|mồng) {d} {dayjoint} {rest:d+dayjoint} [của|trong] {period}",
      build: { parts in
        guard let first = parts[0].number, let rest = parts[2].parts?.map(\.number), let period = parts[3].period,
          Make.isEach(period.root) || period.root == .own(.month)
        else { return nil }
        return Make.list(([first] + rest).map { Make.day($0, of: period) })
      })
    Row(
      "moments", vi: "[các] ngày {d+dayjoint} [của] [các] tháng {m+joint} [{ofyear}]",
      build: { Make.days($0[0], months: $0[1], $0[2].period) })
    Row(
      "moments", vi: "[các] [ngày] {d+dayjoint} / {m} [{ofyear}]",
      build: { Make.days($0[0], months: .list([$0[1]]), $0[2].period) })
    Row(
      "moments", vi: "ngày {ord} [của|trong] {period+joint}",
      build: { Make.each($0[1]) { [n = $0[0].number] in Make.numbered(n, of: $0) } })
    Row(
      "moments", vi: "{n} ngày {ord} [của|trong] {period+joint}",
      build: { Make.each($0[2]) { [n = $0[0].number, sign = $0[1].number] in Make.leading(n, sign, .day, of: $0) } })
    Row(
      "bound",
      vi:
        "không (muộn hơn|chậm hơn|quá|trễ hơn|vượt quá)|[cho|kéo dài] (đến|tới) [hết]|[từ nay|từ đây|từ nay cho] đến [hết]|hạn|thời hạn|hết|trước hoặc (trong|vào)|hạn nộp|hạn gửi|"
        + "(tối đa|nhiều nhất) (đến|tới) [hết]",
      build: { _ in .bound(.by) })
    Row("bound", vi: "trước thời điểm|trước thời hạn", build: { _ in .bound(.before) })
    Row("bound", vi: "{latest} [là|vào] (hết|trước hết)", build: { _ in .bound(.by) })
    Row("bound", vi: "dự kiến [trong|vào]", build: { _ in .bound(.on) })
    // *Trong dịp Tết* is a stretch of days off, which differs from year to year.
    Row(
      "group", vi: "(trong dịp|vào dịp|dịp) {moments}",
      build: { parts in
        let isTet = parts[0].parts?.contains {
          if case .lunar(LunarDay(month: 1, day: 1), _)? = $0.place?.day { true } else { false }
        }
        return isTet == false ? Make.bounded(.on, parts[0], nil) : nil
      })
    Row("latest", vi: "chậm nhất|muộn nhất|trễ nhất|hạn cuối [cùng]|hạn chót", build: { _ in .number(0) })
    Row(
      "group",
      vi:
        "((hằng|hàng|mỗi) ngày [{count}]|{count} (/|mỗi|một|trong|hằng|hàng) ngày) [,|\\(|:] {bound} "
        + "{clock+clockjoint} [\\)]",
      build: { parts in
        guard let bound = parts[1].bound, let times = parts[2].parts?.compactMap(\.time),
          parts[0].counts?.minimum ?? times.count == times.count
        else { return nil }
        return Make.joined(times.map { .place(Place(bound, .day(.last(of: .period(.each(.day)))), time: $0)) })
      })
    Row("clockjoint", vi: "và [trước]|, [và]", build: { _ in .number(Joint.and) })
    Row("clock", vi: "{hour} (h|giờ|g) {minute} '", build: { Make.clock($0[0].number, $0[1].number) })
    // Before the evening of a day is on that day still.
    Row(
      "group", vi: "trước [đầu giờ|cuối giờ|đầu|cuối] [buổi] (trưa|chiều|tối) {moments}", cost: -1,
      build: { Make.bounded(.by, $0[0], nil) })
    Row(
      "group", vi: "{range} \\( [từ] {weekday} (,|và|-|–|đến) {z:weekday} \\)", cost: -1,
      build: { parts in
        guard let place = parts[0].place, Make.agreed(parts[1].kind, place.opens) == place.opens.map({ .day($0) }),
          Make.agreed(parts[2].kind, place.day) == place.day.map({ .day($0) })
        else { return nil }
        return .list([parts[0]])
      })
    Row("dayjoint", vi: "; [ngày]", build: { _ in .number(Joint.and) })
    Row(
      "moments", vi: "tháng {m} [{ofyear}] (:|,|\\|) [các] ngày {d+dayjoint}",
      build: { Make.days($0[2], months: .list([$0[0]]), $0[1].period) })
    Row("lunaryear", vi: "[,] [năm] {can} {chi}", build: { _ in .number(0) })
    Row(
      "range", vi: "[từ] [ngày] [mùng|mồng] {a:d} {dash} [ngày] [mùng|mồng] {b:d} {lunarmonth} [[theo] âm lịch]",
      build: { parts in
        guard let a = parts[0].number, let b = parts[2].number, a < b else { return nil }
        return Make.range(
          Make.lunar(a, parts[3].number, isLeap: false, nil) ?? .none,
          Make.lunar(b, parts[3].number, isLeap: false, nil) ?? .none, time: nil)
      })
    // The same days told twice, by both calendars.
    Row(
      "group", vi: "{range} (\\(|,) [tức|nhằm|tức là|nhằm vào] {lunar:range} [{lunaryear}] [\\)]", cost: -1,
      build: { parts in
        guard let one = parts[0].place, let two = parts[1].place, Make.isTwin(two.day, of: one.day),
          Make.isTwin(two.opens, of: one.opens)
        else { return nil }
        return .list([parts[0]])
      })
    // Two days of one holiday: before the first.
    Row(
      "group",
      vi: "trước (dịp|dịp lễ|dịp nghỉ lễ|kỳ nghỉ lễ|lễ|ngày lễ) [ngày] {a:date} [(và|, và|-|–) [ngày] {b:date}]",
      build: { Make.beforeHoliday($0[0].day, $0[1].day) })
    // Office hours add nothing to days.
    Row(
      "group", vi: "[trong] giờ (hành chính|làm việc) [,] [của|vào|trong] [[tất cả] các ngày làm việc] [,] {range}",
      build: { .list([$0[0]]) })
    // The hours of a day: the last of them.
    Row(
      "group", vi: "{moments} (,|:|\\||\\(|) [từ|lúc] {s:clock} (đến|-|–) {t:clock} [\\)]",
      build: { Make.bounded(.on, $0[0], $0[2].time) })
    Row("group", vi: "{moments} trở về trước", build: { Make.bounded(.by, $0[0], nil) })
  }
}
