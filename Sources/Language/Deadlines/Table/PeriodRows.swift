import CivilCalendar

/// Years, halves, quarters, months, weeks and the periods told from others.
enum PeriodRows {
  static let all: [Row] = units + ordinals + years + named + told

  private static func unit(_ unit: PeriodUnit, vi: String, en: String, many: String) -> [Row] {
    [("unit", en), ("units", many)].map { symbol, en in
      Row(symbol, vi: vi, en: en, build: { _ in .unit(unit) }, match: { $0.unit == unit ? [] : nil })
    }
  }

  @Rows static var units: [Row] {
    unit(.workingDay, vi: "ngày làm việc", en: "(working|business) (day|days)", many: "working days")
    unit(.day, vi: "ngày", en: "(day|days)", many: "days")
    unit(.week, vi: "tuần [lễ]", en: "[calendar] (week|weeks)", many: "weeks")
    unit(
      .month, vi: "[kỳ (kế toán|báo cáo|tính thuế)] tháng", en: "[calendar|reporting] (month|months)", many: "months")
    unit(
      .quarter, vi: "[kỳ (kế toán|báo cáo|tính thuế)] (quý|quí)", en: "[calendar|reporting] (quarter|quarters)",
      many: "quarters")
    unit(
      .half, vi: "((6|06) [\\( sáu \\)] tháng|sáu [\\( (6|06) \\)] tháng|nửa năm)",
      en: "(half-year|half year|half - year|half - years)",
      many: "(half-years|half - years)")
    unit(
      .fiscalYear, vi: "(năm (tài chính|tài khóa|ngân sách)|kỳ kế toán năm)", en: "(fiscal|financial) (year|years)",
      many: "fiscal years")
    unit(.schoolYear, vi: "năm học", en: "(school|academic) (year|years)", many: "school years")
    unit(.term, vi: "(học kỳ|học kì)", en: "(term|terms|semester|semesters)", many: "terms")
    unit(
      .year, vi: "(năm|niên độ) [dương lịch|tính thuế|kế toán]", en: "[calendar|tax|taxable|reporting] (year|years)",
      many: "years")
  }

  private static func ordinal(_ n: Int, vi: String, en: String) -> Row {
    Row("ord", vi: vi, en: en, build: { _ in .number(n) }, match: { $0.number == n ? [] : nil })
  }

  @Rows static var ordinals: [Row] {
    ordinal(1, vi: "(đầu|đầu tiên|thứ nhất)", en: "(first|1 st)")
    ordinal(-1, vi: "(cuối|cuối cùng)", en: "(last|final)")
    ordinal(2, vi: "thứ (hai|2)", en: "(second|2 nd)")
    ordinal(3, vi: "thứ (ba|3)", en: "(third|3 rd)")
    ordinal(4, vi: "thứ (tư|4)", en: "(fourth|4 th)")
    ordinal(5, vi: "thứ (năm|5)", en: "(fifth|5 th)")
    ordinal(6, vi: "thứ (sáu|6)", en: "(sixth|6 th)")
    ordinal(
      -2, vi: "(thứ 2 từ cuối|áp chót)", en: "(second last|second to last|second - to - last|next to last|penultimate)")
    Row(
      "ord", vi: "thứ {n}", en: "{n} ~(th|st|nd|rd|d)", build: { .number($0[0].number ?? 0) },
      match: { value in value.number.flatMap { $0 > 0 ? [.number($0)] : nil } })
    Row(
      "ord", vi: "thứ {n} từ cuối", en: "{n} ~(th|st|nd|rd) last", build: { .number(-($0[0].number ?? 0)) },
      match: { value in value.number.flatMap { $0 < 0 ? [.number(-$0)] : nil } })
  }

  @Rows static var years: [Row] {
    Row(
      "year", vi: "năm {y}", en: "[,] {y}", build: { .period(.year(.year, $0[0].number ?? 0)) },
      match: { value in
        if case .period(.year(.year, let year)) = value { [.number(year)] } else { nil }
      })
    Row(
      "year", vi: "(năm|cùng năm) [tính thuế] [{qual}]",
      en: "(the year|of the year|of (the|that|this|the same|the current) (calendar|tax|) year)",
      build: { _ in .period(.planYear) }, match: { $0 == .period(.planYear) ? [] : nil })
    Row(
      "year", vi: "(hằng|hàng|mỗi|từng|các) năm",
      en: "[,] ([of|in] (each|every|any) [calendar|tax] year|annually|yearly)", build: { _ in .period(.each(.year)) })
    Row(
      "year", vi: "năm {next} [[của] năm [{qual}]]",
      en: "[of] the {next} [calendar|tax] year", build: { _ in .period(.neighbour(.year, 1, of: .planYear)) },
      match: { $0 == .period(.neighbour(.year, 1, of: .planYear)) ? [.number(1)] : nil })
    Row(
      "year", vi: "năm {previous} [[của] năm [{qual}]]", en: "[of] the {previous} [calendar|tax] year",
      build: { _ in .period(.neighbour(.year, -1, of: .planYear)) },
      match: { $0 == .period(.neighbour(.year, -1, of: .planYear)) ? [.number(1)] : nil })
    Row(
      "year", vi: "năm học {y} ~(-|–) ~{z:y}", en: "(school|academic) year {y} ~(-|–|/) ~{z:y}",
      build: { parts in
        guard let first = parts[0].number, let last = parts[1].number, last == first + 1 else { return nil }
        return .period(.year(.schoolYear, first))
      },
      match: { value in
        if case .period(.year(.schoolYear, let year)) = value { [.number(year), .number(year + 1)] } else { nil }
      })
    Row(
      "year", vi: "năm (tài chính|tài khóa|ngân sách) {y}", en: "(fiscal|financial) year {y}",
      build: { .period(.year(.fiscalYear, $0[0].number ?? 0)) },
      match: { value in
        if case .period(.year(.fiscalYear, let year)) = value { [.number(year)] } else { nil }
      })
    // Behind a month, a quarter or a day.
    Row(
      "ofyear", vi: "~/ ~{y}", en: "{y}", build: { .period(.year(.year, $0[0].number ?? 0)) },
      match: { value in
        if case .period(.year(.year, let year)) = value { [.number(year)] } else { nil }
      })
    Row("ofyear", vi: "(-|,) {y}", en: "(/|-) {y}", build: { .period(.year(.year, $0[0].number ?? 0)) })
    Row(
      "ofyear", vi: "[của|trong|thuộc] năm (tài chính|ngân sách) {next}", en: "[of] the {next} (fiscal|financial) year",
      build: { _ in .period(.neighbour(.fiscalYear, 1, of: .own(.fiscalYear))) },
      match: { $0 == .period(.neighbour(.fiscalYear, 1, of: .own(.fiscalYear))) ? [.number(1)] : nil })
    Row(
      "ofyear", vi: "[của|trong|thuộc] {year}", en: "[of|in] {year}", build: { $0[0] },
      match: { value in value.period.map { $0 == .planYear ? nil : [value] } ?? nil })
    // *tháng tư, năm* is rather two months.
    Row(
      "ofyear", vi: ", {year}", en: ", {year}", build: { parts in parts[0].period == .planYear ? nil : parts[0] })
    Row("next", vi: "sau [đó] [liền kề]", en: "(following|next)", build: { _ in .number(1) }, match: { _ in [] })
    Row(
      "next",
      vi:
        "tiếp theo [ngay sau|liền kề]|(kế tiếp|liền kề|tiếp) [sau]|liền sau|tới|tiếp liền|kế sau|ngay sau|"
        + "kế tiếp liền kề|liền kề tiếp theo|sau (liền kề|tiếp theo|kế tiếp)",
      en: "succeeding|subsequent|immediately following|new", build: { _ in .number(1) })
    Row(
      "previous", vi: "(trước [đó] [liền kề]|liền trước|liền kề trước)", en: "(previous|preceding|prior|last)",
      build: { _ in .number(-1) },
      match: { _ in [] })
  }

  private static func named(_ unit: PeriodUnit, _ range: ClosedRange<Int>, vi: String, en: String) -> Row {
    Row(
      "period", vi: vi, en: en,
      build: { parts in
        guard let n = parts[0].number, range.contains(n) else { return nil }
        return .period(.child(unit, n, of: parts[1].period ?? .planYear))
      },
      match: { value in
        guard case .period(.child(unit, let n, let year)) = value, range.contains(n), year.unit?.isYear == true else {
          return nil
        }
        return [.number(n), year.isOwnYear ? .none : .period(year)]
      })
  }

  @Rows static var named: [Row] {
    named(.month, 1...12, vi: "tháng {n:m} [{ofyear}]", en: "{n:month} [{ofyear}]")
    named(.quarter, 1...4, vi: "(Quý|quí) {n:q} [{ofyear}]", en: "Q ~{n:q} [{ofyear}]")
    Row(
      "period", vi: "(6|06|sáu) tháng {half} [{year}]", en: "H ~{half} [{year:ofyear}]",
      build: { .period(.child(.half, $0[0].number ?? 0, of: $0[1].period ?? .planYear)) },
      match: { value in
        guard case .period(.child(.half, let n, let year)) = value, n == 1 || n == 2, year.unit?.isYear == true else {
          return nil
        }
        return [.number(n), .period(year)]
      })
    named(.term, 1...3, vi: "(học kỳ|học kì) {n:q} [{ofyear}]", en: "(term|semester) {n:q} [{ofyear}]")
    named(.week, 1...53, vi: "tuần {n} [{ofyear}]", en: "calendar week {n} [{ofyear}]")
    Row("half", vi: "đầu", en: "1", build: { _ in .number(1) }, match: { $0.number == 1 ? [] : nil })
    Row("half", vi: "cuối", en: "2", build: { _ in .number(2) }, match: { $0.number == 2 ? [] : nil })
    Row(
      "period", vi: "{year}", en: "{year}", build: { $0[0] },
      match: { value in
        guard let period = value.period, period.unit?.isYear == true else { return nil }
        switch period {
        case .year, .planYear: return [value]
        case .neighbour(.year, 1, .planYear), .neighbour(.year, -1, .planYear): return [value]
        default: return nil
        }
      })
    months
  }

  private static func month(_ n: Int, _ names: String) -> Row {
    Row("month", en: "(\(names)) [.]", build: { _ in .number(n) }, match: { $0.number == n ? [] : nil })
  }

  @Rows private static var months: [Row] {
    month(1, "January|jan")
    month(2, "February|feb")
    month(3, "March|mar")
    month(4, "April|apr")
    month(5, "May")
    month(6, "June|jun")
    month(7, "July|jul")
    month(8, "August|aug")
    month(9, "September|sep|sept")
    month(10, "October|oct")
    month(11, "November|nov")
    month(12, "December|dec")
  }

  /// Told from the period that the deadline stands in, or from another.
  @Rows static var told: [Row] {
    Row(
      "period", vi: "{unit} [{qual}]", en: "(the|that|this|such|the current|its|) {unit}",
      build: { parts in parts[0].unit == .year ? nil : parts[0].unit.map { .period(.own($0)) } },
      match: { value in
        if case .period(.own(let unit?)) = value, unit != .year { [.unit(unit)] } else { nil }
      })
    Row(
      "period", vi: "kỳ báo cáo", build: { _ in .period(.each(nil)) }, match: { $0 == .period(.own(nil)) ? [] : nil })
    // Alone it is nobody's known period in English: the words beside it say of what rhythm.
    Row(
      "period",
      en:
        "(the|that|) [completed|applicable|relevant|current|said] [reporting|tax|taxable|accounting|billing|pay|"
        + "monitoring|compliance|return|payment|assessment] period", build: { _ in .period(.own(nil)) },
      match: { $0 == .period(.own(nil)) ? [] : nil })
    Row(
      "period", vi: "cùng {unit}", en: "the same {unit}",
      build: { parts in
        parts[0].unit == .year || parts[0].unit?.size == 0 ? nil : parts[0].unit.map { .period(.own($0)) }
      })
    Row(
      "period", vi: "(hằng|hàng|mỗi|từng|các) {unit}", en: "(each|every|any) {unit}",
      build: { parts in parts[0].unit == .year ? nil : parts[0].unit.map { .period(.each($0)) } })
    Row(
      "period", vi: "{unit} {next}", en: "the {next} {unit}",
      build: { parts in Make.beside(parts[0].unit, 1) },
      match: { value in
        guard case .period(.neighbour(let unit, 1, .own(let own))) = value, own == unit, unit != .year, unit.size > 0
        else { return nil }
        return [.unit(unit), .number(1)]
      })
    Row(
      "period", vi: "{unit} {previous}", en: "the {previous} {unit}",
      build: { parts in Make.beside(parts[0].unit, -1) },
      match: { value in
        guard case .period(.neighbour(let unit, -1, .own(let own))) = value, own == unit, unit != .year, unit.size > 0
        else { return nil }
        return [.unit(unit), .number(1)]
      })
    Row(
      "period", vi: "{unit} {ord} (của|trong|thuộc|,|) {period}", en: "(the|) {ord} {unit} (of|in) {period}",
      build: { Make.child($0[0].unit, $0[1].number, of: $0[2].period) },
      match: { value in
        guard case .period(.child(let unit, let n, let of)) = value else { return nil }
        return [.unit(unit), .number(n), .period(of)]
      })
    Row(
      "period", vi: "{unit} {next} [của|với] {period}",
      en: "(the|) {unit} (following|after|succeeding) [the (end|close) of] {period}",
      build: { Make.neighbour($0[0].unit, 1, of: $0[2].period) })
    Row(
      "period", vi: "{unit} {ord} (sau|kể từ) {period}",
      en: "(the|) {ord} {unit} (after|following) [the (end|close) of] {period}",
      build: { Make.neighbour($0[0].unit, $0[1].number, of: $0[2].period) },
      match: { value in
        guard case .period(.neighbour(let unit, let n, let of)) = value, n > 0 else { return nil }
        return [.unit(unit), .number(n), .period(of)]
      })
    Row(
      "period", vi: "{unit} {ord} trước {period}", en: "(the|) {ord} {unit} (before|preceding) {period}",
      build: { Make.neighbour($0[0].unit, $0[1].number.map { -$0 }, of: $0[2].period) },
      match: { value in
        guard case .period(.neighbour(let unit, let n, let of)) = value, n < 0 else { return nil }
        return [.unit(unit), .number(-n), .period(of)]
      })
    Row(
      "period", vi: "{unit} {previous} [của] {period}", en: "(the|) {unit} (preceding|before) {period}",
      build: { Make.neighbour($0[0].unit, -1, of: $0[2].period) })
    Row(
      "period", vi: "{unit} {ord}", en: "its {ord} {unit}", cost: 1,
      build: { Make.child($0[0].unit, $0[1].number, of: .own(nil)) })
  }
}
