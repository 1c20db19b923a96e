import CivilCalendar

/// Rhythms, and how many times in each of their periods.
enum RhythmRows {
  static let all: [Row] = rhythms + reports + few + times

  @Rows static var rhythms: [Row] {
    Row(
      "rhythm", vi: "{cycle}", en: "{cycle}", build: { $0[0] },
      match: { value in
        value.rhythm.flatMap { $0.start == nil && $0.season == nil ? [value] : nil }
      })
    Row(
      "rhythm", vi: "{cycle} , (bắt đầu từ|từ|kể từ) {day}",
      en: "{cycle} , (starting|from|beginning|starting from|starting on|beginning on) {day}", cost: -1,
      build: { Make.started($0[0].rhythm, $0[1].day.map { .day($0) }) },
      match: { value in
        guard let rhythm = value.rhythm, rhythm.season == nil, case .day(let day)? = rhythm.start else { return nil }
        return [.rhythm(Rhythm(rhythm.cycle)), .day(day)]
      })
    // From a day on, six months are no half of the calendar's year.
    Row(
      "rhythm", vi: "định kỳ {n} tháng một lần , (bắt đầu từ|từ|kể từ) {day}",
      en:
        "every {n} (months|month) [,] (starting|from|beginning|starting from|starting on|beginning on|commencing "
        + "on|commencing) {day}",
      cost: -2,
      build: { Make.months($0[0].number, from: $0[1].day) })
    Row(
      "rhythm", vi: "{cycle} [,] (bắt đầu từ|từ|kể từ) {year}",
      en: "{cycle} [,] (starting in|from|(starting|beginning|commencing) [in|from|with]|as from|as of) {year}",
      build: { parts in
        guard case .year(.year, let year)? = parts[1].period else { return nil }
        return Make.started(parts[0].rhythm, .year(year))
      },
      match: { value in
        guard let rhythm = value.rhythm, rhythm.season == nil, case .year(let year)? = rhythm.start else { return nil }
        return [.rhythm(Rhythm(rhythm.cycle)), .period(.year(.year, year))]
      })
    Row(
      "rhythm", vi: "{cycle} [,] [thường] vào [các] năm {parity}", en: "{cycle} [,] in {parity} years",
      build: { parts in Make.started(parts[0].rhythm, parts[1].number.map { .parity(isOdd: $0 == 1) }) },
      match: { value in
        guard let rhythm = value.rhythm, rhythm.season == nil, case .parity(let isOdd)? = rhythm.start else {
          return nil
        }
        return [.rhythm(Rhythm(rhythm.cycle)), .number(isOdd ? 1 : 2)]
      })
    Row(
      "parity", vi: "lẻ", en: "(odd|odd-numbered|odd - numbered|odd numbered)", build: { _ in .number(1) },
      match: { $0.number == 1 ? [] : nil })
    Row(
      "parity", vi: "chẵn", en: "(even|even-numbered|even - numbered|even numbered)", build: { _ in .number(2) },
      match: { $0.number == 2 ? [] : nil })
    Row(
      "rhythm", vi: "{cycle} [,] (trong|trong các|) {window}", en: "{cycle} [,] (from|in|during|) {window}",
      build: { Make.seasonal($0[0].rhythm, $0[1].window) },
      match: { value in
        guard let rhythm = value.rhythm, rhythm.start == nil, let season = rhythm.season else { return nil }
        return [.rhythm(Rhythm(rhythm.cycle)), .window(season)]
      })
    Row(
      "cycle", vi: "định kỳ 6 tháng", en: "every half-year", build: { _ in .rhythm(.every(.half)) },
      match: { $0.rhythm == .every(.half) ? [] : nil })
    Row(
      "cycle", vi: "(hằng|hàng) {unit}", en: "(every|each|each and every) {unit}",
      build: { $0[0].unit.map { .rhythm(.every($0)) } },
      match: { value in
        guard case .every(let unit, 1)? = value.rhythm?.cycle else { return nil }
        return [.unit(unit)]
      })
    Row(
      "cycle", vi: "định kỳ {n} {units} một lần", en: "every {n} {units}",
      build: { Make.every($0[0].number, $0[1].unit) },
      match: { value in
        guard case .every(let unit, let interval)? = value.rhythm?.cycle, interval > 1 else { return nil }
        return unit == .half && interval % 2 == 1
          ? [.number(interval * 6), .unit(.month)] : [.number(interval), .unit(unit)]
      })
  }

  /// What is reported on in turn: *Quý I, 6 tháng, Quý III và năm*.
  @Rows static var reports: [Row] {
    Row(
      "cycle", vi: "định kỳ [theo] kỳ báo cáo|(mỗi|từng|hằng|hàng) kỳ báo cáo", build: { _ in .rhythm(.unsaid) })
    Row("cycle", en: "every reporting period", build: { _ in .rhythm(.fourReports) })
    Row(
      "cycle", vi: "(định kỳ|định kỳ theo|theo|báo cáo) {report+sep}",
      en: "every reporting period \\( {report+sep} \\)",
      build: { parts in Make.reports(parts[0]) },
      match: { value in
        guard case .reporting(let list)? = value.rhythm?.cycle else { return nil }
        return [Make.joined(list.map { .list([.unit($0.unit), .number($0.index ?? 0)]) })]
      })
    // Bare they are rather windows of the year.
    Row("cycle", vi: "{report+sep}", cost: 1, build: { Make.reports($0[0]) })
    report(.quarter, 1...4, vi: "Quý {n:q}", en: "Q ~{n:q}")
    report(.half, 1...2, vi: "6 tháng {n:half} năm", en: "H ~{n:half}")
    Row(
      "report", vi: "[báo cáo] (hằng|hàng|cả|mỗi|từng|) {unit}", en: "{unit}", build: { .list([$0[0], .number(0)]) },
      match: { value in
        guard case .list(let all) = value, all.count == 2, all[1] == .number(0) else { return nil }
        return [all[0]]
      })
    Row(
      "report", vi: "(9|09|chín) tháng [đầu năm]", en: "9 months", build: { _ in .list([.unit(.quarter), .number(3)]) })
  }

  private static func report(_ unit: PeriodUnit, _ range: ClosedRange<Int>, vi: String, en: String) -> Row {
    Row(
      "report", vi: vi, en: en, build: { .list([.unit(unit), $0[0]]) },
      match: { value in
        guard case .list(let all) = value, all.count == 2, all[0] == .unit(unit), let n = all[1].number,
          range.contains(n)
        else { return nil }
        return [all[1]]
      })
  }

  private static let counter = "(lần|cuộc|buổi|đợt|phiên|kỳ|hội nghị|ngày)"
  private static let least = "(ít nhất|tối thiểu) [là|định kỳ]"

  /// *once*, *at least twice*
  private static let few: [Row] = [(1, "once"), (2, "twice")].flatMap { (n: Int, word: String) -> [Row] in
    [
      Row(
        "count", en: word, build: { _ in Make.count(n, n, isAtLeast: false) },
        match: { $0.counts == CountRange(minimum: n, maximum: n) ? [] : nil }),
      Row(
        "count",
        en: "((at least|(no|not) (less|fewer) than|a minimum of) \(word)|\(word) at least)",
        build: { _ in Make.count(n, nil, isAtLeast: false) },
        match: { $0.counts == CountRange(minimum: n, maximum: nil) ? [] : nil }),
    ]
  }

  @Rows static var times: [Row] {
    Row(
      "count", vi: "{n} \(counter)", en: "{n} (times|time|meetings|sessions)",
      build: { Make.count($0[0].number, $0[0].number, isAtLeast: false) },
      match: { value in
        value.counts.flatMap { $0.maximum == $0.minimum && !$0.isAtLeast ? [.number($0.minimum)] : nil }
      })
    Row(
      "count", vi: "\(least) {n} \(counter)", en: "at least {n} (times|time|meetings|sessions)",
      build: { Make.count($0[0].number, nil, isAtLeast: false) },
      match: { value in
        value.counts.flatMap { $0.maximum == nil ? [.number($0.minimum)] : nil }
      })
    Row(
      "count", vi: "\(least) từ {n} (đến|-|–) {z:n} \(counter)",
      en: "at least {n} to {z:n} (times|time|meetings|sessions)",
      build: { Make.count($0[0].number, $0[1].number, isAtLeast: true) },
      match: { value in
        value.counts.flatMap { counts in
          counts.isAtLeast ? counts.maximum.map { [.number(counts.minimum), .number($0)] } : nil
        }
      })
    Row(
      "count", vi: "[từ] {n} (đến|-|–) {z:n} \(counter)", en: "{n} (to|-|–) {z:n} (times|time|meetings|sessions)",
      build: { Make.count($0[0].number, $0[1].number, isAtLeast: false) },
      match: { value in
        value.counts.flatMap { counts in
          counts.isAtLeast
            ? nil : counts.maximum.flatMap { $0 > counts.minimum ? [.number(counts.minimum), .number($0)] : nil }
        }
      })
    Row(
      "per", vi: "mỗi {unit}", en: "(a|per|each|every|in each) {unit}",
      build: { $0[0].unit.map { .rhythm(.every($0)) } },
      match: { value in
        if case .every(let unit, 1)? = value.rhythm?.cycle { [.unit(unit)] } else { nil }
      })
    Row(
      "per", vi: "(trong|/) {n} {units}", en: "every {n} {units}", build: { Make.every($0[0].number, $0[1].unit) },
      match: { value in
        guard case .every(let unit, let interval)? = value.rhythm?.cycle, interval > 1 else { return nil }
        return [.number(interval), .unit(unit)]
      })
    Row(
      "times", vi: "[định kỳ] {count} {per}", en: "{count} {per}", build: { Make.times($0[0].counts, $0[1].rhythm) },
      match: { value in
        guard case .form(.times(let count, let rhythm, nil))? = Optional(value) else { return nil }
        return [.counts(count), .rhythm(rhythm)]
      })
    Row(
      "times", vi: "{count} trong {window}", en: "{count} in {window}",
      build: { Make.times($0[0].counts, within: $0[1].window) },
      match: { value in
        guard case .form(.times(let count, _, let window?))? = Optional(value) else { return nil }
        return [.counts(count), .window(window)]
      })
  }
}
