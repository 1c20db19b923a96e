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
}
