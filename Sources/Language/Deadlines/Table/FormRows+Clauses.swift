import CivilCalendar

/// Somebody else's timetables, standing duties and clauses.
extension FormRows {
  private static func kind(_ kind: Timetable.Kind, vi: String, en: String) -> Row {
    Row(
      "issue", vi: vi, en: en, build: { _ in .timetable(Timetable(kinds: [kind], source: nil)) },
      match: { $0.timetable?.kinds == [kind] ? [] : nil })
  }

  @Rows static var timetables: [Row] {
    kind(.schedule, vi: "tiến độ [triển khai|thực hiện]", en: "(schedule|timetable)")
    kind(.plan, vi: "kế hoạch [triển khai|thực hiện]", en: "plan")
    kind(.roadmap, vi: "lộ trình [triển khai|thực hiện]", en: "roadmap")
    kind(.guidance, vi: "[văn bản] hướng dẫn", en: "guidance")
    kind(.rules, vi: "quy định", en: "rules")
    Row(
      "timetable", vi: "theo {issue+joint} của {source}", en: "per {source} ~' ~s {issue+joint}",
      build: { parts in Make.timetable(vi: parts[0], source: parts[1].text, isInForce: false) },
      match: { value in
        guard let timetable = value.timetable, !timetable.kinds.isEmpty, !timetable.isInForce,
          let source = timetable.source
        else { return nil }
        return [Make.issues(timetable), .text(source)]
      })
    Row(
      "timetable", vi: "theo {issue+joint} hiện hành", en: "per {issue+joint} in force",
      build: { Make.timetable(vi: $0[0], source: nil, isInForce: true) },
      match: { value in
        guard let timetable = value.timetable, timetable.isInForce, timetable.source == nil else { return nil }
        return [Make.issues(timetable)]
      })
    Row(
      "timetable", vi: "theo {issue+joint} hiện hành của {source}", en: "per {source} ~' ~s {issue+joint} in force",
      build: { Make.timetable(vi: $0[0], source: $0[1].text, isInForce: true) },
      match: { value in
        guard let timetable = value.timetable, timetable.isInForce, let source = timetable.source else { return nil }
        return [Make.issues(timetable), .text(source)]
      })
    Row(
      "timetable", vi: "theo {issue+joint}", en: "per {issue+joint}",
      build: { Make.timetable(vi: $0[0], source: nil, isInForce: false) },
      match: { value in
        guard let timetable = value.timetable, !timetable.kinds.isEmpty, timetable.source == nil, !timetable.isInForce
        else { return nil }
        return [Make.issues(timetable)]
      })
    Row(
      "timetable", vi: "theo {source}",
      en: "(per|according to|in accordance with|pursuant to|as required by|as set by|as directed by) {source}", cost: 3,
      build: { parts in
        // A task's due day is told by its identifier, or not at all.
        parts[0].text.flatMap { text in
          // *10/3 theo âm lịch* is a day of that calendar.
          // *báo cáo theo mẫu …* tells how, and not when.
          [
            "hạn của nhiệm vụ", "âm lịch", "lịch âm", "dương lịch", "mẫu", "biểu mẫu", "đúng mẫu", "phụ lục",
            "tiêu chí",
            "đề cương", "địa chỉ", "hình thức", "danh sách", "eastern", "pacific",
          ].contains(where: text.lowercased().hasPrefix)
            ? nil : .timetable(Timetable(kinds: [], source: text))
        }
      },
      match: { value in
        guard let timetable = value.timetable, timetable.kinds.isEmpty, let source = timetable.source else {
          return nil
        }
        return [.text(source)]
      })
    Row(
      "form", vi: "[thực hiện|định kỳ] {timetable}", en: "{timetable}",
      build: { $0[0].timetable.map { .form(.timetable($0)) } },
      match: { value in
        if case .form(.timetable(let timetable)) = value { [.timetable(timetable)] } else { nil }
      })
    Row(
      "form", vi: "(thường xuyên|liên tục) [, liên tục|, kịp thời|, định kỳ] [trong] [{window}]",
      en: "(ongoing|continuous|continuously) [in] [{window}]", build: { Make.standing($0[0].window) },
      match: { value in
        if case .form(.standing(let window)) = value, window == nil { [.none] } else { nil }
      })
    Row(
      "form", vi: "thường xuyên trong {window}", en: "ongoing in {window}", build: { Make.standing($0[0].window) },
      match: { value in
        if case .form(.standing(let window?)) = value { [.window(window)] } else { nil }
      })
    Row(
      "form", vi: "chưa rõ", en: "unclear", build: { _ in .form(.unclear("")) },
      match: { $0 == .form(.unclear("")) ? [] : nil })
    Row(
      "form", vi: "chưa rõ ~: {free}", en: "unclear ~: {free}", build: { $0[0].text.map { .form(.unclear($0)) } },
      match: { value in
        if case .form(.unclear(let text)) = value, !text.isEmpty { [.text(text)] } else { nil }
      })
  }

  private static func clause(
    _ vi: String, _ en: String, cost: Int = 0, _ build: @escaping @Sendable (Parts) -> DeadlineClause?,
    match: (@Sendable (DeadlineClause) -> [Value]?)? = nil
  ) -> Row {
    Row(
      "clause", vi: vi, en: en, cost: cost, build: { parts in build(parts).map { Value.clause($0) } },
      match: { value in match.flatMap { match in value.clause.flatMap(match) } })
  }

  /// Where the day of what is done is one off: *nếu ngày họp trùng ngày lễ thì họp vào ngày làm việc kế tiếp*.
  private static func off(_ rule: DayOffRule, _ next: String, _ en: String) -> Row {
    clause(
      "(nếu|trường hợp|trong trường hợp|khi) [ngày này|ngày đó|ngày báo cáo|thời hạn này|ngày {d}|ngày {filler} [định kỳ]] "
        + "(trùng|rơi|là) [vào|với] {dayoff} thì [sẽ] [{move}] [vào] ngày làm việc (\(next))",
      "on a day off ~: the working day \(en)", { _ in .dayOff(rule) },
      match: { $0 == .dayOff(rule) ? [.none, .none, .number(0), .none] : nil })
  }

  @Rows static var clauses: [Row] {
    clause(
      "[hoàn thành|xong] {bound} [{clock}] {day}", "{bound} [{clock} on] {day} at the latest",
      { Make.backstop($0[0].bound, $0[2].day, $0[1].time) },
      match: { clause in
        guard case .backstop(let place) = clause, let day = place.day, place.opens == nil else { return nil }
        return [.bound(place.bound), place.time.map { .time($0) } ?? .none, .day(day)]
      })
    clause(
      "trong {window}", "(within|in) {window}", { Make.backstop($0[0].window) },
      match: { clause in
        guard case .backstop(let place) = clause, case .window(let window) = place.moment else { return nil }
        return [.window(window)]
      })
    clause("{window}", "{window}", cost: 1, { Make.backstop($0[0].window) })
    clause(
      "(đến hết|đến|hết|(chậm nhất|muộn nhất|trễ nhất) [là|vào|đến|trong|đến hết|hết]) {window}",
      "by {window} at the latest",
      { parts in
        parts[0].window.flatMap { Make.edge(isLast: true, of: $0)?.day }.map { .backstop(Place(.by, .day($0))) }
      })
    clause(
      "{timetable}", "{timetable}", { $0[0].timetable.map { .timetable($0) } },
      match: { clause in
        if case .timetable(let timetable) = clause { [.timetable(timetable)] } else { nil }
      })
    clause(
      "(sau khi|khi) {event}", "(once|after|when) [the] {event}", { $0[0].event.map { .gate(.event($0)) } },
      match: {
        clause in
        if case .gate(.event(let event)) = clause { [.event(event)] } else { nil }
      })
    clause(
      "khi [có] phát sinh", "as it arises", { _ in .gate(.asItArises) }, match: { $0 == .gate(.asItArises) ? [] : nil })
    clause(
      "dự kiến [trong|vào] {window}", "expected [in] {window}", { $0[0].window.map { .expected($0) } },
      match: { clause in
        if case .expected(let window) = clause { [.window(window)] } else { nil }
      })
    clause(
      "(từ|bắt đầu từ|kể từ) {day}",
      "(from|starting|starting from|beginning|commencing|commencing on|beginning on|starting on) {day}",
      { $0[0].day.map { .from($0) } },
      match: { clause in
        if case .from(let day) = clause { [.day(day)] } else { nil }
      })
    clause(
      "(từ|bắt đầu từ|kể từ) {window}", "(from|starting [in]|beginning [in]|commencing [in]) {window}", cost: 1,
      { parts in
        if case .through? = parts[0].window { return nil }
        if parts[0].window?.period == .planYear { return nil }
        return parts[0].window.flatMap { Make.edge(isLast: false, of: $0)?.day }.map { .from($0) }
      })
    clause(
      "(đến hết|đến|cho đến hết|cho đến) {day}", "(until|through|up to) {day}", { $0[0].day.map { .until($0) } },
      match: {
        clause in
        if case .until(let day) = clause { [.day(day)] } else { nil }
      })
    clause(
      "(đến hết|đến|cho đến) {window}", "(until|through|up to) {window}", cost: 1,
      { parts in parts[0].window.flatMap { Make.edge(isLast: true, of: $0)?.day }.map { .until($0) } })
    off(.workingDayBefore, "trước|liền trước|trước đó|liền kề trước", "before")
    off(
      .workingDayAfter,
      "sau|tiếp theo|liền sau|kế tiếp|liền kề|sau đó|liền kề sau|tiếp sau|gần nhất|liền kề tiếp theo|kế tiếp theo",
      "after")
    clause(
      "rà soát {rhythm}", "reviewed {rhythm}", { $0[0].rhythm.map { .review($0) } },
      match: { clause in
        if case .review(let rhythm) = clause { [.rhythm(rhythm)] } else { nil }
      })
    clause(
      "nếu ~: {free}", "if ~: {free}", { $0[0].text.map { .condition(Condition(.if, $0)) } },
      match: { clause in
        if case .condition(let condition) = clause, condition.kind == .if { [.text(condition.text)] } else { nil }
      })
    clause(
      "trừ trường hợp ~: {free}", "unless ~: {free}", { $0[0].text.map { .condition(Condition(.unless, $0)) } },
      match: {
        clause in
        if case .condition(let condition) = clause, condition.kind == .unless { [.text(condition.text)] } else { nil }
      })
    clause(
      "(nếu|trong trường hợp) {source}", "(if|where|provided that) {source}",
      { $0[0].text.map { .condition(Condition(.if, $0)) } })
    clause(
      "(trừ trường hợp|trừ khi) {source}", "(unless|except where) {source}",
      { $0[0].text.map { .condition(Condition(.unless, $0)) } })
    clause("nếu có|kịp thời|[trong] giờ (hành chính|làm việc)|giờ (hà nội|việt nam)", "if any", { _ in .emphasis })
  }
}
