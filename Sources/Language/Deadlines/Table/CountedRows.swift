import CivilCalendar

/// Counts from events, days and tasks.
enum CountedRows {
  static let all: [Row] = durations + anchors + leads + relations

  /// `en` begins with the plural; `one` is the singular.
  private static func scale(_ unit: DurationUnit, vi: String, one: String, en: String) -> [Row] {
    let build: @Sendable (Parts) -> Value? = { _ in .durations([CalendarDuration(1, unit)]) }
    return [
      Row("scale", en: one, build: build, match: { $0.durations?.first == CalendarDuration(1, unit) ? [] : nil }),
      Row("scale", vi: vi, en: en, build: build, match: { $0.durations?.first?.unit == unit ? [] : nil }),
    ]
  }

  @Rows static var durations: [Row] {
    scale(
      .workingDay, vi: "ngày (làm việc|công tác)", one: "working day",
      en: "(working|business|work) (days|day|days '|day ' s)")
    scale(.clearDay, vi: "ngày trọn", one: "clear day", en: "clear (days|day)")
    scale(
      .day, vi: "ngày [liên tục|theo lịch]", one: "day",
      en: "[calendar|consecutive|full|additional|more|further] (days|day|days '|day ' s)")
    scale(.week, vi: "tuần", one: "week", en: "(weeks|week|weeks '|week ' s)")
    scale(.month, vi: "tháng", one: "month", en: "[calendar|full] (months|month|months '|month ' s)")
    scale(.year, vi: "năm", one: "year", en: "[calendar|full] (years|year)")
    scale(.workingHour, vi: "giờ làm việc", one: "working hour", en: "(working|business|office) (hours|hour)")
    scale(.hour, vi: "(giờ|tiếng|h)", one: "hour", en: "(hours|hour|hours '|hour ' s)")
    scale(.minute, vi: "phút", one: "minute", en: "(minutes|minute)")
    Row(
      "duration", vi: "{n} {scale}", en: "{n} {scale}", build: { Make.duration($0[0].number, $0[1]) },
      match: { value in
        guard let one = value.durations?.first, one.least == nil else { return nil }
        return [.number(one.count), value]
      })
    Row(
      "duration", vi: "[từ] {n} [{scale}] ~(-|–|đến) ~{z:n} {t:scale}",
      en: "[between] {n} ~(-|–|to|and) ~{z:n} {t:scale}",
      build: { parts in Make.duration(parts[2].number, parts[3], least: parts[0].number) },
      match: { value in
        guard let one = value.durations?.first, let least = one.least else { return nil }
        return [.number(least), .none, .number(one.count), value]
      })
    Row(
      "duration", vi: "{n} quý", en: "{n} (quarters|quarter)",
      build: { Make.duration($0[0].number.map { $0 * 3 }, .durations([CalendarDuration(1, .month)])) })
    Row(
      "durations", vi: "{duration}", en: "{duration}", build: { $0[0] },
      match: { $0.durations?.count == 1 ? [$0] : nil })
    Row(
      "durations", vi: "{duration} (và|cộng) {durations}", en: "{duration} (and|plus) {durations}",
      build: { Make.sum($0[0].durations, $0[1].durations) },
      match: { value in
        guard let all = value.durations, all.count > 1 else { return nil }
        return [.durations([all[0]]), .durations(Array(all[1...]))]
      })
  }

  @Rows static var anchors: [Row] {
    Row(
      "event", vi: "{name}", en: "{name}", build: { Make.event($0[0].mention) },
      match: { value in
        if case .event(.single(let mention)) = value { [.mention(mention)] } else { nil }
      })
    Row(
      "event", vi: "(cả|đủ cả|đủ) {name+and}", en: "both {name+and}", cost: -2,
      build: { Make.events($0[0], all: true) },
      match: { value in
        if case .event(.all(let mentions)) = value { [Make.names(mentions)] } else { nil }
      })
    Row(
      "event", vi: "{name+or}", en: "{name+or}", cost: 1, build: { Make.events($0[0], all: false) },
      match: { value in
        if case .event(.any(let mentions)) = value { [Make.names(mentions)] } else { nil }
      })
    Row("and", vi: "(và|, và|,)", en: "(and|, and|,)", build: { _ in .number(Joint.and) }, match: { _ in [] })
    Row("or", vi: "(hoặc|, hoặc)", en: "(or|, or)", build: { _ in .number(Joint.or) }, match: { _ in [] })
    Row(
      "mention", vi: "{task} [\\( {label} \\)] [kỳ {key}]", en: "{task} [\\( {label} \\)] [at {key}]",
      build: { Make.task($0[0].task, $0[1].text, $0[2].text) },
      match: { value in
        value.task.map {
          [
            .task(TaskMention(plan: $0.plan, id: $0.id)), $0.label.map { .text($0) } ?? .none,
            $0.key.map { .text($0) } ?? .none,
          ]
        }
      })
    Row(
      "anchor", vi: "(ngày|) {event}", en: "[[the] date (of|that|on which)|the day (of|that)|the] {event}",
      build: { $0[0].event.map { .anchor(.event($0)) } },
      match: { value in
        if case .anchor(.event(let event)) = value { [.event(event)] } else { nil }
      })
    Row(
      "when", vi: "khi {event}", en: "[the] {event}", build: { $0[0].event.map { .anchor(.event($0)) } },
      match: { value in
        if case .anchor(.event(let event)) = value { [.event(event)] } else { nil }
      })
    Row("when", vi: "{anchor}", en: "{anchor}", build: { $0[0] }, match: { [$0] })
    Row(
      "anchor", vi: "[khi] hoàn thành nhiệm vụ {mention}", en: "task {mention} is done", cost: -1,
      build: { $0[0].task.map { .anchor(.taskDone($0)) } },
      match: { value in
        if case .anchor(.taskDone(let task)) = value { [.task(task)] } else { nil }
      })
    Row(
      "anchor", vi: "hạn của nhiệm vụ {mention}", en: "the due day of task {mention}", cost: -1,
      build: { $0[0].task.map { .anchor(.taskDue($0)) } },
      match: { value in
        if case .anchor(.taskDue(let task)) = value { [.task(task)] } else { nil }
      })
    Row(
      "anchor", vi: "{day}", en: "{day}", build: { $0[0].day.map { .anchor(.date($0)) } },
      match: { value in
        if case .anchor(.date(let day)) = value { [.day(day)] } else { nil }
      })
  }

  /// How a latest day after an anchor is led in; offices write several of them.
  @Rows static var leads: [Row] {
    Row("within", vi: "trong", en: "within", build: { _ in .number(0) }, match: { _ in [] })
    Row("within", vi: "{lead} [{within}]", en: "{lead}", build: { _ in .number(0) })
    Row(
      "lead",
      vi:
        "[nhưng] (trong [vòng|thời hạn|thời gian|phạm vi]|chậm nhất [là|sau|vào]|muộn nhất [là]|không quá|tối đa|không vượt quá|không chậm quá|không muộn hơn|không chậm hơn|không trễ hơn)",
      en: "[due] (within|no later than|not later than|no more than|not more than|at most|up to|in|by)",
      build: { _ in .number(0) })
    Row(
      "ahead",
      vi: "(chậm nhất|muộn nhất|ít nhất|tối thiểu|không muộn hơn|không chậm hơn|không ít hơn|không dưới) [là]",
      en:
        "[due] (at least|no less than|not less than|no later than|not later than|no fewer than|not fewer than|a minimum of)",
      build: { _ in .number(0) }, match: { _ in [] })
    Row(
      "sooner", vi: "(không sớm hơn|sớm nhất|ít nhất|tối thiểu|không ít hơn|không dưới) [là|sau]",
      en: "(at least|not less than|no less than|no earlier than|not earlier than|no sooner than|not sooner than)",
      build: { _ in .number(0) }, match: { _ in [] })
    Row(
      "before", vi: "trước", en: "(before|prior to|in advance of|ahead of)", build: { _ in .number(0) },
      match: { _ in [] })
  }

  @Rows static var relations: [Row] {
    // Hours run from an hour.
    Row(
      "counted", vi: "{within} {durations} {since} {anchor:when}",
      build: { Make.counted(.within, $0[1].durations, $0[3].anchor) },
      match: { value in
        guard case .form(.counted(let counted)) = value, case .event = counted.anchor,
          counted.durations.contains(where: { [.hour, .workingHour, .minute].contains($0.unit) })
        else { return nil }
        return Make.matchCount(value, .within, isDated: false).map { [.number(0)] + $0 }
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
    Row(
      "whichever",
      vi:
        "[\\(] {which} [theo] (thời điểm|điều kiện|ngày|thời hạn|sự kiện|mốc|cái) nào [đến|xảy ra|diễn ra] (sau|muộn hơn|chậm hơn) [\\)]",
      build: { _ in .number(1) })
    Row(
      "whichever",
      vi:
        "[\\(] {which} [theo] (thời điểm|điều kiện|ngày|thời hạn|sự kiện|mốc|cái) nào [đến|xảy ra|diễn ra] (trước|sớm hơn) [\\)]",
      build: { _ in .number(0) })
    Row("which", vi: "tùy|tuỳ|tùy thuộc [vào]", build: { _ in .number(0) })
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
        guard case .form(.counted(let counted)) = value, counted.relation == .same, let time = counted.time,
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
        guard case .form(.counted(let counted)) = value, counted.relation == .within, counted.anchor != .ownCase,
          counted.earliest.isEmpty, let time = counted.time
        else { return nil }
        return [.number(0), .durations(counted.durations), .number(0), .anchor(counted.anchor), .time(time)]
      })
    Row(
      "counted", vi: "{durations} trước {anchor:when} , chậm nhất {clock}",
      en: "{durations} (before|prior to) {anchor:when} , by {clock}",
      build: { Make.counted(.before, $0[0].durations, Make.eventOnly($0[1].anchor), time: $0[2].time) },
      match: { value in
        guard case .form(.counted(let counted)) = value, counted.relation == .before, counted.anchor != .ownCase,
          counted.earliest.isEmpty,
          !counted.durations.isEmpty, let time = counted.time
        else { return nil }
        return [.durations(counted.durations), .anchor(counted.anchor), .time(time)]
      })
    Row(
      "counted", vi: "trong ít nhất {durations}", en: "for at least {durations}", cost: 3,
      build: { Make.counted(.notBefore, $0[0].durations, .ownCase) },
      match: { value in
        guard case .form(.counted(let counted)) = value, counted.relation == .notBefore, counted.anchor == .ownCase,
          counted.earliest.isEmpty, counted.time == nil
        else { return nil }
        return [.durations(counted.durations)]
      })
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
        guard case .form(.counted(let counted)) = value, counted.relation == .within, counted.anchor == .ownCase,
          counted.earliest.isEmpty, let time = counted.time
        else { return nil }
        return [.number(0), .durations(counted.durations), .time(time)]
      })
    Row(
      "counted", vi: "ngay lập tức", en: "without delay", cost: 3,
      build: { _ in Make.counted(.immediately, [], .ownCase) },
      match: { value in
        guard case .form(.counted(let counted)) = value, counted.relation == .immediately, counted.anchor == .ownCase
        else { return nil }
        return []
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
        guard case .form(.counted(let counted)) = value, counted.relation == .same, counted.time == nil,
          case .event(let event) = counted.anchor
        else { return nil }
        return [.event(event)]
      })
    Row(
      "counted", vi: "theo hạn của nhiệm vụ {mention}", en: "as task {mention}",
      build: { $0[0].task.map { .form(.counted(CountedDeadline(.same, of: .taskDue($0)))) } },
      match: { value in
        guard case .form(.counted(let counted)) = value, counted.relation == .same,
          case .taskDue(let task) = counted.anchor
        else { return nil }
        return [.task(task)]
      })
    Row(
      "counted", vi: "{bound} [{clock}] {day} (có|xảy ra|diễn ra) {event}",
      en: "{bound} [{clock} on] {day} in which {event}",
      build: { Make.inPeriod($0[0].bound, $0[2].day, $0[1].time, $0[3].event) },
      match: { value in
        guard case .form(.counted(let counted)) = value, case .inPeriod(let place) = counted.relation,
          case .event(let event) = counted.anchor, let day = place.day
        else { return nil }
        return [.bound(place.bound), place.time.map { .time($0) } ?? .none, .day(day), .event(event)]
      })
    // Without an anchor: the duty's own case.
    Row(
      "counted", vi: "{within} {durations} [đầu]", en: "{within} {durations}", cost: 3,
      build: { Make.counted(.within, $0[1].durations, .ownCase) },
      match: { value in
        guard case .form(.counted(let counted)) = value, counted.relation == .within, counted.anchor == .ownCase,
          counted.earliest.isEmpty, counted.time == nil
        else { return nil }
        return [.number(0), .durations(counted.durations)]
      })
    Row(
      "counted", vi: "trong thời hạn không ít hơn {earliest:durations} và không quá {durations}",
      en: "within not less than {earliest:durations} and not more than {durations}",
      build: { Make.counted(.within, $0[1].durations, .ownCase, earliest: $0[0].durations) },
      match: { value in
        guard case .form(.counted(let counted)) = value, counted.relation == .within, counted.anchor == .ownCase,
          !counted.earliest.isEmpty
        else { return nil }
        return [.durations(counted.earliest), .durations(counted.durations)]
      })
    Row(
      "counted", vi: "[{ahead}] trước [{ahead}] {durations}",
      en:
        "[on|with|upon] [{ahead}] {durations} (in advance|beforehand|prior|ahead|notice|' notice|prior notice|advance notice)",
      cost: 3,
      build: { Make.ahead($0[1].durations, isSaid: !$0[0].isNone) },
      match: { value in
        guard case .form(.counted(let counted)) = value, counted.relation == .before, counted.anchor == .ownCase,
          !counted.durations.isEmpty
        else { return nil }
        return [.none, .durations(counted.durations)]
      })
    own(
      .immediately, vi: "(ngay|ngay lập tức|trong thời gian sớm nhất|sớm nhất có thể|ngay tức khắc)",
      en: "(immediately|as soon as possible)")
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

  /// `since` or `before` and the anchor stand last; what leads in stands first.
  private static func count(_ relation: CountedDeadline.Relation, vi: String, en: String, cost: Int = 0) -> Row {
    let hasLead = vi.hasPrefix("{")
    return Row(
      "counted", vi: vi, en: en, cost: cost,
      build: { Make.counted(relation, $0[hasLead ? 1 : 0].durations, $0[hasLead ? 3 : 2].anchor) },
      match: { value in
        guard case .form(.counted(let counted)) = value, counted.relation == relation, !counted.durations.isEmpty,
          counted.earliest.isEmpty,
          counted.anchor != .ownCase, counted.time == nil
        else { return nil }
        return (hasLead ? [.number(0)] : []) + [.durations(counted.durations), .number(0), .anchor(counted.anchor)]
      })
  }

  /// For the duty's own case, which the words leave out.
  private static func own(_ relation: CountedDeadline.Relation, vi: String, en: String) -> Row {
    Row(
      "counted", vi: vi, en: en, cost: 3, build: { _ in .form(.counted(CountedDeadline(relation, of: .ownCase))) },
      match: { value in
        value == .form(.counted(CountedDeadline(relation, of: .ownCase))) ? [] : nil
      })
  }

  private static func plain(_ relation: CountedDeadline.Relation, vi: String, en: String, cost: Int = 0) -> Row {
    Row(
      "counted", vi: vi, en: en, cost: cost, build: { Make.counted(relation, [], $0[0].anchor) },
      match: { value in
        guard case .form(.counted(let counted)) = value, counted.relation == relation, counted.durations.isEmpty else {
          return nil
        }
        return [.anchor(counted.anchor)]
      })
  }
}
