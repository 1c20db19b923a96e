import CivilCalendar

/// How a count lies to what it is counted from.
extension CountedRows {
  @Rows static var relations: [Row] {
    // Hours run from an hour.
    Row(
      "counted", vi: "{within} {durations} {since} {anchor:when}",
      build: { Make.counted(.within, $0[1].durations, $0[3].anchor) },
      match: { value in
        guard let counted = count(value, .within), case .event = counted.anchor,
          counted.durations.contains(where: { [.hour, .workingHour, .minute].contains($0.unit) })
        else { return nil }
        return [.number(0), .durations(counted.durations), .number(0), .anchor(counted.anchor)]
      })
    count(.within, vi: "{within} {durations} [đầu] [,] {since} {anchor}", en: "{within} {durations} {since} {anchor}")
    Row(
      "counted", vi: "{durations} [đầu] [,] {since} {anchor}", en: "{durations} {since} {anchor}",
      build: { Make.counted(.within, $0[0].durations, $0[2].anchor) })
    Row(
      "counted", vi: "[{within}] {durations} [,] {since} {anchor} [,] hoặc [{since}] {other:anchor} [,] {whichever}",
      build: { parts in
        Make.counted(
          .within, parts[1].durations, Make.joined(parts[3].anchor, parts[4].anchor, all: parts[5].number == 1))
      })
    Row(
      "counted",
      vi: "[{within}] {durations} [,] {since} {anchor} [,] hoặc ({since}|ngày|từ khi|sau khi) {other:anchor}",
      build: { parts in
        Make.counted(.within, parts[1].durations, Make.joined(parts[3].anchor, parts[4].anchor, all: false))
      })
    whichever("sau|muộn hơn|chậm hơn", 1)
    whichever("trước|sớm hơn", 0)
    Row(
      "counted", vi: "[{within}] [vào] ngày thứ {n} [,] (kể từ|sau|tính từ) {anchor}",
      en: "[by|on] [the] {n:ord} [calendar] day after {anchor}",
      build: { parts in
        Make.counted(.within, parts[1].number.map { [CalendarDuration($0, .day)] }, parts[2].anchor)
      })
    Row(
      "counted", vi: "{bound} ngày làm việc thứ {n} [,] (kể từ|sau|tính từ) {anchor}",
      build: { parts in
        Make.counted(
          .within, parts[1].number.map { [CalendarDuration(parts[0].bound == .before ? $0 - 1 : $0, .workingDay)] },
          parts[2].anchor)
      })
    Row(
      "counted", vi: "(sau|kể từ|tính từ|từ) [khi|ngày] {event} [,] {within} {durations}",
      en: "(upon|after|following) {event} , {within} {durations}",
      build: { parts in Make.counted(.within, parts[2].durations, parts[0].event.map { .event($0) }) })
    Row("counted", vi: "ít nhất (01|1|một) lần {counted}", en: "at least once {counted}", build: { $0[0] })
    count(.notBefore, vi: "{sooner} {durations} [,] {since} {anchor}", en: "{sooner} {durations} {since} {anchor}")
    Row(
      "counted",
      vi:
        "sớm nhất [là] {earliest:durations} (và|, |nhưng) (chậm nhất|không quá|muộn nhất) [là] {durations} {since} {anchor}",
      en:
        "(no earlier than|no sooner than|not earlier than|not sooner than) {earliest:durations} (and|but|,) (within|no later than|not later than) {durations} {since} {anchor}",
      build: { Make.counted(.within, $0[1].durations, $0[3].anchor, earliest: $0[0].durations) },
      match: { Make.matchEarliest($0, .within) })
    Row(
      "counted", vi: "{bound} {clock} [của] ngày {event}", en: "{bound} {clock} on the day (of|that) {event}", cost: 2,
      build: { parts in
        parts[0].bound == .notBefore
          ? nil : Make.counted(.same, [], parts[2].event.map { .event($0) }, time: parts[1].time)
      },
      match: { value in
        guard let counted = value.counted, counted.relation == .same, let time = counted.time,
          case .event(let event) = counted.anchor
        else { return nil }
        return [.bound(.by), .time(time), .event(event)]
      })
    // Back from an anchor.
    Row(
      "counted", vi: "{ahead} {durations} [,] {before} {anchor:when}", en: "{ahead} {durations} {before} {anchor:when}",
      build: { Make.counted(.before, $0[1].durations, $0[3].anchor) })
    Row(
      "counted", vi: "{durations} {before} {anchor:when}", en: "{durations} {before} {anchor:when}",
      build: { parts in
        if case .date? = parts[2].anchor { nil } else { Make.counted(.before, parts[0].durations, parts[2].anchor) }
      },
      match: { Make.matchCount($0, .before, isDated: false) })
    // *báo cáo 6 tháng trước ngày 10/7* is no count.
    Row(
      "counted", vi: "chậm nhất {durations} trước {day}", en: "at least {durations} (before|prior to) {day}",
      build: { parts in Make.counted(.before, parts[0].durations, parts[1].day.map { .date($0) }) },
      match: { Make.matchCount($0, .before, isDated: true) })
    Row(
      "counted",
      vi: "sớm nhất [là] {earliest:durations} (và|,) (chậm nhất|ít nhất) [là] {durations} trước {anchor:when}",
      en: "no earlier than {earliest:durations} and {ahead} {durations} {before} {anchor:when}",
      build: { Make.counted(.before, $0[1].durations, $0[2].anchor, earliest: $0[0].durations) })
    Row(
      "counted",
      vi:
        "{ahead} {durations} [,] (và|nhưng) (không quá|nhiều nhất|sớm nhất|không sớm hơn) [là] {earliest:durations} trước {anchor:when}",
      en:
        "{ahead} {durations} (but no|but not|nor|& nor|and no|and not|and|but) (more than|earlier than|sooner than) {earliest:durations} (before|prior to|in advance of|ahead of|preceding) {anchor:when}",
      build: { Make.counted(.before, $0[1].durations, $0[3].anchor, earliest: $0[2].durations) },
      match: { Make.matchEarliest($0, .before) })
    Row(
      "counted", vi: "{within} {durations} {since} {anchor} , chậm nhất {clock}",
      en: "{within} {durations} {since} {anchor} , by {clock}",
      build: { Make.counted(.within, $0[1].durations, $0[3].anchor, time: $0[4].time) },
      match: { value in
        guard let counted = count(value, .within, isTimed: true), let time = counted.time else { return nil }
        return [.number(0), .durations(counted.durations), .number(0), .anchor(counted.anchor), .time(time)]
      })
    Row(
      "counted", vi: "{durations} trước {anchor:when} , chậm nhất {clock}",
      en: "{durations} (before|prior to) {anchor:when} , by {clock}",
      build: { Make.counted(.before, $0[0].durations, Make.eventOnly($0[1].anchor), time: $0[2].time) },
      match: { value in
        guard let counted = count(value, .before, isTimed: true), let time = counted.time else { return nil }
        return [.durations(counted.durations), .anchor(counted.anchor), .time(time)]
      })
    Row(
      "counted", vi: "trong ít nhất {durations}", en: "for at least {durations}", cost: 3,
      build: { Make.counted(.notBefore, $0[0].durations, .ownCase) },
      match: { count($0, .notBefore, isOwn: true).map { [.durations($0.durations)] } })
    Row(
      "counted",
      vi:
        "[{within}|ngay|ngay trong|vào|{bound}] [là] [{clock} [của]|sáng|chiều|đầu giờ sáng] [của] ngày làm việc {next}",
      en: "[by|on|within] [{clock} (on|of)] the {next} (working|business) day", cost: 2,
      build: { parts in
        Make.counted(.within, [CalendarDuration(1, .workingDay)], .ownCase, time: parts[2].time)
      }, match: { value in Make.hourNext(.workingDay, value).map { [.none, .bound(.by), $0, .number(1)] } })
    Row(
      "counted", vi: "{bound} [{clock}] [của] ngày (hôm sau|tiếp theo|kế tiếp|liền sau)",
      en: "{bound} [{clock} (on|of)] the next day", cost: 2,
      build: { parts in
        Make.counted(.within, [CalendarDuration(1, .day)], .ownCase, time: parts[1].time)
      }, match: { value in Make.hourNext(.day, value).map { [.bound(.by), $0] } })
    Row(
      "counted", vi: "{within} {durations} , chậm nhất {clock}", en: "{within} {durations} , by {clock}", cost: 3,
      build: { Make.counted(.within, $0[1].durations, .ownCase, time: $0[2].time) },
      match: { value in
        guard let counted = count(value, .within, isOwn: true, isTimed: true), let time = counted.time else {
          return nil
        }
        return [.number(0), .durations(counted.durations), .time(time)]
      })
    count(
      .fromBefore, vi: "trong [vòng|thời hạn|thời gian] {durations} {before} {anchor:when}",
      en: "within {durations} {before} {anchor:when}", cost: -1)
    Row(
      "counted", vi: "{durations} trước {day}", en: "{durations} (before|prior to) {day}",
      build: { parts in
        // *báo cáo 6 tháng trước ngày 10/7*
        if case .day? = parts[1].day,
          parts[0].durations?.contains(where: { [.month, .year].contains($0.unit) }) ?? true
        {
          return nil
        }
        return Make.counted(.before, parts[0].durations, parts[1].day.map { .date($0) })
      })
    plain(.before, vi: "[chậm nhất|muộn nhất|ngay] trước {when}", en: "[due] (before|prior to) {when}")
    plain(.after, vi: "sau {when}", en: "[due] (after|following|upon) {when}")
    plain(
      .immediately, vi: "(ngay sau|ngay|ngay lập tức sau) {when}",
      en: "(immediately|promptly|as soon as possible) (after|following|upon|on) {when}")
    plain(.from, vi: "kể từ {when}", en: "from {when} on")
    Row(
      "counted", vi: "(cùng|trong|ngay trong) ngày {event}", en: "on the day (of|that) {event}", cost: 1,
      build: { parts in Make.counted(.same, [], parts[0].event.map { .event($0) }) },
      match: { value in
        guard let counted = value.counted, counted.relation == .same, counted.time == nil,
          case .event(let event) = counted.anchor
        else { return nil }
        return [.event(event)]
      })
    Row(
      "counted", vi: "theo hạn của nhiệm vụ {mention}", en: "as task {mention}",
      build: { $0[0].task.map { .form(.counted(CountedDeadline(.same, of: .taskDue($0)))) } },
      match: { value in
        guard let counted = value.counted, counted.relation == .same,
          case .taskDue(let task) = counted.anchor
        else { return nil }
        return [.task(task)]
      })
    Row(
      "counted", vi: "{bound} [{clock}] {day} (có|xảy ra|diễn ra) {event}",
      en: "{bound} [{clock} on] {day} in which {event}",
      build: { Make.inPeriod($0[0].bound, $0[2].day, $0[1].time, $0[3].event) },
      match: { value in
        guard let counted = value.counted, case .inPeriod(let place) = counted.relation,
          case .event(let event) = counted.anchor, let day = place.day
        else { return nil }
        return [.bound(place.bound), place.time.map { .time($0) } ?? .none, .day(day), .event(event)]
      })
    // Without an anchor: the duty's own case.
    Row(
      "counted", vi: "{within} {durations} [đầu]", en: "{within} {durations}", cost: 3,
      build: { Make.counted(.within, $0[1].durations, .ownCase) },
      match: { count($0, .within, isOwn: true).map { [.number(0), .durations($0.durations)] } })
    Row(
      "counted", vi: "trong thời hạn không ít hơn {earliest:durations} và không quá {durations}",
      en: "within not less than {earliest:durations} and not more than {durations}",
      build: { Make.counted(.within, $0[1].durations, .ownCase, earliest: $0[0].durations) },
      match: { value in
        count(value, .within, isOwn: true, opens: true).map { [.durations($0.earliest), .durations($0.durations)] }
      })
    Row(
      "counted", vi: "[{ahead}] trước [{ahead}] {durations}",
      en:
        "[on|with|upon] [{ahead}] {durations} (in advance|beforehand|prior|ahead|notice|' notice|prior notice|advance notice)",
      cost: 3,
      build: { Make.ahead($0[1].durations, isSaid: !$0[0].isNone) },
      match: { count($0, .before, isOwn: true).map { [.none, .durations($0.durations)] } })
    own(
      .immediately, vi: "(ngay lập tức|ngay|trong thời gian sớm nhất|sớm nhất có thể|ngay tức khắc)",
      en: "(without delay|immediately|as soon as possible)")
    own(
      .same, vi: "([ngay] trong ngày|trong ngày làm việc|ngay trong ngày làm việc)",
      en: "(the same day|same day|same - day)")
    Row(
      "counted", vi: "{bound} [{clock}] ngày [d|t|n] + {n}",
      en: "[by|on|within|no later than|not later than] (t|d|day) + {n}", cost: 1,
      build: { parts in
        Make.counted(.within, parts[2].number.map { [CalendarDuration($0, .day)] }, .ownCase, time: parts[1].time)
      })
    Row(
      "counted", vi: "({within}|vào) [là] ngày làm việc {next} [sau] (ngày|khi) {event}",
      en: "[by|on|within] the {next} (working|business) day (after|following) {event}",
      build: { parts in
        Make.counted(.within, [CalendarDuration(1, .workingDay)], parts[2].event.map { .event($0) })
      })
    Row(
      "counted", vi: "đến {clock} ngày cuối , {counted}", en: "until {clock} of the last day , {counted}",
      build: { Make.timed($0[0].time, $0[1].form) }, match: { Make.matchTimed($0) })
  }

  private static func whichever(_ comes: String, _ isLatest: Int) -> Row {
    Row(
      "whichever",
      vi:
        "[\\(] (tùy|tuỳ|tùy thuộc [vào]) [theo] (thời điểm|điều kiện|ngày|thời hạn|sự kiện|mốc|cái) nào "
        + "[đến|xảy ra|diễn ra] (\(comes)) [\\)]",
      build: { _ in .number(isLatest) })
  }

  /// `since` or `before` and the anchor stand last; what leads in stands first.
  private static func count(_ relation: CountedDeadline.Relation, vi: String, en: String, cost: Int = 0) -> Row {
    let hasLead = vi.hasPrefix("{")
    return Row(
      "counted", vi: vi, en: en, cost: cost,
      build: { Make.counted(relation, $0[hasLead ? 1 : 0].durations, $0[hasLead ? 3 : 2].anchor) },
      match: { value in
        count(value, relation).map { counted in
          (hasLead ? [.number(0)] : []) + [.durations(counted.durations), .number(0), .anchor(counted.anchor)]
        }
      })
  }

  /// A count of that kind, which its words tell wholly.
  private static func count(
    _ value: Value, _ relation: CountedDeadline.Relation, isOwn: Bool = false, isTimed: Bool = false,
    opens: Bool = false
  ) -> CountedDeadline? {
    guard let counted = value.counted, counted.relation == relation, !counted.durations.isEmpty,
      (counted.anchor == .ownCase) == isOwn, (counted.time != nil) == isTimed, counted.earliest.isEmpty != opens
    else { return nil }
    return counted
  }

  /// For the duty's own case, which the words leave out.
  private static func own(_ relation: CountedDeadline.Relation, vi: String, en: String) -> Row {
    Row(
      "counted", vi: vi, en: en, cost: 3, build: { _ in .form(.counted(CountedDeadline(relation, of: .ownCase))) },
      match: { value in
        value == .form(.counted(CountedDeadline(relation, of: .ownCase))) ? [] : nil
      })
  }

  private static func plain(_ relation: CountedDeadline.Relation, vi: String, en: String) -> Row {
    Row(
      "counted", vi: vi, en: en, build: { Make.counted(relation, [], $0[0].anchor) },
      match: { value in
        guard let counted = value.counted, counted.relation == relation, counted.durations.isEmpty else {
          return nil
        }
        return [.anchor(counted.anchor)]
      })
  }
}
