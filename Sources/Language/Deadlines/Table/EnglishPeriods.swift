import CivilCalendar

/// English wordings of years, periods and windows that only reading knows.
enum EnglishPeriods {
  static let all: [Row] = ordinals + units + years + periods + windows

  private static let ones = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
  private static let teens = [
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth",
  ]
  private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

  /// *seventh*, *thirty-first*, *ninetieth*, and *fifteenth (15th)*.
  private static var ordinals: [Row] {
    func row(_ n: Int, _ word: String) -> Row { Row("ordword", en: word, build: { _ in .number(n) }) }
    var rows: [Row] = []
    for (index, word) in (ones + teens).enumerated() { rows.append(row(index + 1, word)) }
    for (index, word) in tens.enumerated() {
      rows.append(row(20 + index * 10, word.dropLast() + "ieth"))
      for (one, other) in ones.enumerated() { rows.append(row(20 + index * 10 + one + 1, "\(word) [-] \(other)")) }
    }
    rows.append(
      Row(
        "ord", en: "{ordword} [\\( {n} (st|nd|rd|th) \\)]",
        build: { $0[1].isNone || $0[0].number == $0[1].number ? $0[0] : nil }))
    return rows
  }

  private static func unit(_ unit: PeriodUnit, _ en: String) -> Row { Row("unit", en: en, build: { _ in .unit(unit) }) }

  @Rows private static var units: [Row] {
    unit(.day, "(calendar|consecutive) (day|days)")
    unit(.workingDay, "(trading|banking|school) (day|days)")
    unit(.week, "(wk|wks) [.]")
    unit(.month, "(mo|mos) [.]")
    unit(
      .quarter,
      "(qtr|qtrs) [.]|[federal|calendar] (fiscal|financial) (quarter|quarters)|(3|three) [-] month (period|periods)")
    unit(.half, "(6|six) [-] month (period|periods)")
    unit(.year, "(yr|yrs) [.]")
    unit(.fiscalYear, "fy|federal fiscal (year|years)")
  }

  /// *the second quarter of 2024*
  private static func part(_ unit: PeriodUnit, _ n: Value, _ year: Value) -> Value? {
    let most: [PeriodUnit: Int] = [.half: 2, .quarter: 4, .week: 53]
    guard let n = n.number, let most = most[unit], (1...most).contains(n) else { return nil }
    return .period(.child(unit, n, of: year.period ?? .planYear))
  }

  @Rows private static var years: [Row] {
    Row(
      "year", en: "fy ({y}|{n})",
      build: { parts in
        let year = parts[0].number ?? parts[1].number.flatMap { (10...99).contains($0) ? 2000 + $0 : nil }
        return year.map { .period(.year(.fiscalYear, $0)) }
      })
    Row(
      "period", en: "(the|) {ord} [calendar|fiscal|financial] quarter [{ofyear}]",
      build: { part(.quarter, $0[0], $0[1]) })
    Row("period", en: "(the|) {ord} half [{ofyear}|of {ofyear:year}]", build: { part(.half, $0[0], $0[1]) })
    // *Week 3* alone may be of a term.
    Row("period", en: "week {n} {ofyear}", build: { part(.week, $0[0], $0[1]) })
    Row("weekname", en: "week {n} [of] {ofyear}", build: { part(.week, $0[0], $0[1]) })
    Row("year", en: "[,] (calendar|tax|taxable) year {y}", build: { .period(.year(.year, $0[0].number ?? 0)) })
    Row("year", en: "[of] {next} [calendar|tax] year", build: { _ in .period(.neighbour(.year, 1, of: .planYear)) })
    Row(
      "year",
      en:
        "(of|in|) (such|said|a given|the relevant|that|the) [calendar|tax|taxable|reporting|income|assessment|"
        + "determination|"
        + "budget|program|programme|admission|election|survey|review] year [concerned|in question]",
      cost: 1, build: { _ in .period(.planYear) })
    Row(
      "ofyear",
      en: "[next] (following|after) [(the|) (end|close) of] (each|every) (fiscal|financial|plan|policy) year|"
        + "[,] [of|in] (each|every|any) (fiscal|financial|school|academic) year|[,] [of|in|for] (each|every|any|"
        + "each and every) [succeeding|subsequent|following] [calendar|tax|taxable|contract|plan|license|licence|permit|"
        + "award|grant|program|budget|operating|reporting|policy|assessment] year [(that|which) follows the [calendar|"
        + "tax|fiscal] year (in|for|to) which (the|a|an|it|) {source}]|[,] \\( [of|in] (each|every) year \\)|(of|in) the [financial|fiscal|tax|"
        + "calendar] year preceding (that|the year) (in respect of which|for which|to which) (it|the|a|an) {source}",
      build: { _ in .period(.each(.year)) })
    Row(
      "ofyear", en: "(of|in) the year (before|previous|preceding|prior)|[of|in] year n (-|–) 1",
      build: { _ in .period(.neighbour(.year, -1, of: .planYear)) })
    Row(
      "ofyear",
      en: "(\\( [of|in] (the|) {next} [calendar|tax] year \\)|[,] [of|in] (the|) [calendar|tax|fiscal] year "
        + "[immediately|next] (following|after|succeeding|that follows|which follows) [((the|that|such|each|a|its) [calendar|tax|taxable|reporting|"
        + "fiscal|income] year|that|the one) [(for which|to which|in which|in respect of which|covered by) "
        + "(the|a|an|such|it|) {source}]]|[of|in] year n + 1|"
        + "[,] [immediately|next] (following|after) (the|) (end|close) of (the|that|such|each|a|its) [calendar|tax|"
        + "taxable|reporting|preceding|income] year)",
      build: { _ in .period(.neighbour(.year, 1, of: .planYear)) })
  }

  @Rows private static var periods: [Row] {
    Row(
      "period", en: "(the|) month of {m:month} [{ofyear}]",
      build: { .period(.child(.month, $0[0].number ?? 0, of: $0[1].period ?? .planYear)) })
    Row("period", en: "(each|every) {m:month}", build: { .period(.child(.month, $0[0].number ?? 0, of: .each(.year))) })
    Row(
      "period", en: "{y} [-] Q {q}",
      build: { .period(.child(.quarter, $0[1].number ?? 0, of: .year(.year, $0[0].number ?? 0))) })
    Row(
      "period", en: "Q {q} \\( {a:month} (-|–|to|through) {b:month} \\)",
      build: { parts in
        guard let q = parts[0].number, parts[1].number == q * 3 - 2, parts[2].number == q * 3 else { return nil }
        return .period(.child(.quarter, q, of: .planYear))
      })
    Row(
      "period", en: "(quarter|Q) {q} [{ofyear}]",
      build: { .period(.child(.quarter, $0[0].number ?? 0, of: $0[1].period ?? .planYear)) })
    Row(
      "period", en: "(your|its|their|his|her|our) (tax|taxable|income|accounting) year",
      build: { _ in .period(.own(.fiscalYear)) })
    Row(
      "period", en: "(the|your|its|their|our|a|an|) {source} ' s [own] (fiscal|financial|accounting) year",
      build: { parts in
        // Whose year it is takes few words, and none of them is a verb or a number.
        let words = parts[0].text?.split(separator: " ") ?? []
        return words.count < 4 && !words.contains { ["is", "are", "by", "due"].contains($0) || Int($0) != nil }
          ? .period(.own(.fiscalYear)) : nil
      })
    Row(
      "period", en: "(the|that|such|each|every|a|) {pace} [reporting|monitoring|compliance|accounting|tax] period",
      build: { parts in
        guard let rhythm = parts[0].rhythm, rhythm.interval == 1, let unit = rhythm.unit, unit.size > 0 else {
          return nil
        }
        return .period(.own(unit))
      })
    Row(
      "period",
      en:
        "(the|that|such|each|every|any|a) {pace} [reporting|monitoring|compliance|accounting|tax] (period|"
        + "periods) "
        + "(beginning|ending|ended|commencing|starting|that begins|that ends) [on] {moments}",
      build: { Make.calendarPeriod($0[0].rhythm?.interval == 1 ? $0[0].rhythm?.unit : nil, $0[1]) })
    Row(
      "period", en: "(the|that|each|a) {unit} (that|which) (the|these|those|this|it|such|) {source}",
      build: { parts in
        guard let unit = parts[0].unit, unit != .year, let text = parts[1].text,
          ["cover", "covers", "relate to", "relates to", "covered"].contains(where: text.hasSuffix)
        else { return nil }
        return .period(.own(unit))
      })
    Row("period", en: "{next} {unit}", build: { Make.beside($0[1].unit, 1) })
    Row("period", en: "{previous} {unit}", build: { Make.beside($0[1].unit, -1) })
    Row(
      "period", en: "(each|every) (subsequent|succeeding|following) {unit}",
      build: { parts in
        parts[0].unit == .year ? nil : parts[0].unit.map { .period(.each($0)) }
      })
    Row(
      "period", en: "(the|) {unit} [immediately|next] (following|after|thereafter)", cost: 1,
      build: { Make.beside($0[0].unit, 1) })
    Row(
      "period", en: "(the|) {unit} [immediately|next] (following|after|succeeding) (that|the one)",
      build: { Make.beside($0[0].unit, 1) })
    Row(
      "period", en: "(the|) [{ord}] {unit} [immediately|next] (following|after|succeeding|that follows) {closing}",
      build: { Make.neighbour($0[1].unit, $0[0].number ?? 1, of: $0[2].period) })
    // The period itself, said to be over.
    Row("closing", en: "[the|each|every] [calendar|tax] year [-] end", build: { _ in .period(.planYear) })
    Row("closing", en: "[(the|) (end|close|last day|conclusion|completion|expiration) of] {period}", build: { $0[0] })
    Row("closing", en: "{period} [-] (end|ends|closes|close)", build: { $0[0] })
    Row(
      "closing",
      en: "the {unit} of (service|services|delivery|sale|sales|collection|payment|receipt|production|activity|coverage|"
        + "operation|operations|record|performance|purchase|use)",
      build: { parts in parts[0].unit.map { .period(.own($0)) } })
    Row(
      "period",
      en: "(the|that|each|a) {unit} (being reported [on]|reported [on]|under review|concerned|in question|"
        + "(to which|for which|covered by|covered in|subject to) [it|they|the|a|an|such|that|this] [{source}])",
      build: { parts in parts[0].unit == .year ? nil : parts[0].unit.map { .period(.own($0)) } })
    // Whose fiscal year it is.
    Row(
      "period",
      en:
        "(the|that|each|every|any|such) (fiscal|financial|accounting) year of (the|such|each|its|any|an|a|that) "
        + "{owner}",
      build: { _ in .period(.own(.fiscalYear)) })
    Row(
      "owner",
      en:
        "company|borrower|issuer|lessee|lessor|tenant|corporation|organization|organisation|trust|fund|partnership|"
        + "association|society|authority|bank|parent|guarantor|licensee|entity|recipient|grantee|city|district|county|"
        + "board|agency|department|institution|insurer|employer|taxpayer|client|contractor|person|undertaking|body|"
        + "charity|council|cooperative|foundation|commission|state|municipality",
      build: { _ in .number(0) })
  }

  @Rows private static var windows: [Row] {
    Row(
      "window", en: "between {a:period} and {b:period}",
      build: { parts in
        guard let a = parts[0].period, let b = parts[1].period else { return nil }
        return Make.through(.period(a), .period(b))
      })
    Row(
      "window", en: "(the|) {ord} {a:n} (-|–|to|or) {b:n} (working|business) (days|day) (of|in) {period}",
      build: { Make.leading($0[2].number, $0[0].number, .workingDay, of: $0[3].period) })
    Row(
      "window", en: "(the|) {ord} {a:n} (-|–|to|or) {b:n} (days|day) (of|in) {period}",
      build: { Make.leading($0[2].number, $0[0].number, .day, of: $0[3].period) })
  }
}
