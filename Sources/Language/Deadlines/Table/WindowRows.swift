import CivilCalendar

/// Stretches of days.
enum WindowRows {
  private static func part(_ part: PeriodPart, vi: String, en: String) -> Row {
    Row("part", vi: vi, en: en, build: { _ in .part(part) }, match: { $0.part == part ? [] : nil })
  }

  @Rows static var all: [Row] {
    part(.early, vi: "đầu", en: "(early|early in)")
    part(.middle, vi: "giữa", en: "(the middle of|mid|mid -)")
    part(.late, vi: "cuối", en: "(late|late in)")
    part(.firstHalf, vi: "nửa đầu", en: "(the|) first half of")
    part(.secondHalf, vi: "(nửa cuối|nửa sau)", en: "(the|) second half of")
    Row(
      "window", vi: "{period}", en: "{period}", build: { $0[0].period.map { .window(.period($0)) } },
      match: { value in value.window?.period.map { [.period($0)] } })
    // *early in the month*, but *early March*.
    Row(
      "window", en: "{part} in {period}", build: { Make.part($0[0].part, of: $0[1].period) },
      match: { value in
        guard case .window(.part(let part, let period)) = value, part == .early || part == .late else { return nil }
        switch period {
        case .own, .neighbour: return [.part(part), .period(period)]
        case .child(_, let n, let of) where n < 0 || !of.isOwnYear && of.unit?.isYear == false:
          return [.part(part), .period(period)]
        case .child, .each, .year: return nil
        }
      })
    Row(
      "window", vi: "{part} {period}", en: "{part} {period}",
      build: { Make.part($0[0].part, of: $0[1].period) },
      match: { value in
        guard case .window(.part(let part, let period)) = value else { return nil }
        if case .week = part { return nil }
        return [.part(part), .period(period)]
      })
    Row(
      "window", vi: "tuần [lễ] {ord} (của|,|trong|) {period}", en: "(the|) {ord} week (of|in) {period}",
      build: { parts in
        guard let n = parts[0].number, let period = parts[1].period else { return nil }
        return Make.part(.week(n), of: period)
      },
      match: { value in
        guard case .window(.part(.week(let n), let period)) = value else { return nil }
        return [.number(n), .period(period)]
      })
    leading(.day, vi: "ngày", en: "[calendar] (days|day)")
    leading(.workingDay, vi: "ngày làm việc", en: "(working|business) (days|day)")
    leading(.week, vi: "tuần", en: "(weeks|week)")
    leading(.month, vi: "tháng", en: "(months|month)")
    // Neighbouring periods of one kind, the year behind the last.
    through(
      "(giai đoạn|các năm|năm|nhiệm kỳ|thời kỳ|) {a:y} ~(-|–|đến) ~{b:y}", "{a:y} ~(-|–|to|through) ~{b:y}", .year)
    through(
      "[các] tháng {a:m} ~(-|–) [tháng] ~{b:m} [{ofyear}]", "{a:month} (to|through|–|-|until) {b:month} [{ofyear}]",
      .month)
    Row(
      "window", en: "months {a:m} (-|–|to|through) {b:m} [{ofyear}]",
      build: { Make.through(.month, $0[0].number, $0[1].number, of: $0[2].period) })
    through("(Quý|quí) {a:q} ~(-|–|đến) [quý] ~{b:q} [{ofyear}]", "Q ~{a:q} ~(-|–|to) [Q] ~{b:q} [{ofyear}]", .quarter)
    Row(
      "window", vi: "từ {a:window} đến {b:window}", en: "from {a:window} (to|through|until) {b:window}",
      build: { Make.through($0[0].window, $0[1].window) },
      match: { value in
        guard case .window(.through(let a, let b)) = value else { return nil }
        return [.window(a), .window(b)]
      })
    Row(
      "window", vi: "{a:period} (đến|tới|–|-) {b:period}", en: "{a:period} (to|through|–|-|until) {b:period}",
      build: { parts in
        guard let a = parts[0].period, let b = parts[1].period else { return nil }
        return Make.through(.period(a), .period(b))
      })
    Row(
      "window", vi: "[từ] {a:part} (đến|–|-) {b:part} {period}", en: "{a:part} (to|–|-) {b:part} {period}",
      build: { parts in
        guard let a = parts[0].part, let b = parts[1].part, let period = parts[2].period else { return nil }
        return Make.through(.part(a, of: period), .part(b, of: period))
      })
    Row("window", vi: "trong suốt {window}", en: "throughout {window}", build: { $0[0] })
  }

  private static func leading(_ unit: DurationUnit, vi: String, en: String) -> Row {
    Row(
      "window", vi: "[các] {n} \(vi) {ord} (của|trong|thuộc|) {period}",
      en: "(the|) {ord} {n} \(en) (of|in) {period}",
      build: { Make.leading($0[0].number, $0[1].number, unit, of: $0[2].period) },
      match: { value in
        guard case .window(.leading(let n, unit, let period)) = value else { return nil }
        return [.number(abs(n)), .number(n > 0 ? 1 : -1), .period(period)]
      })
  }

  private static func through(_ vi: String, _ en: String, _ unit: PeriodUnit) -> Row {
    Row(
      "window", vi: vi, en: en,
      build: { Make.through(unit, $0[0].number, $0[1].number, of: $0[2].period) },
      match: { value in
        guard case .window(.through(.period(let a), .period(let b))) = value else { return nil }
        switch (a, b) {
        case (.year(.year, let first), .year(.year, let last)) where unit == .year:
          return [.number(first), .number(last), .none]
        case (.child(unit, let first, let year), .child(unit, let last, let same))
        where year == same && year.unit?.isYear == true:
          return [.number(first), .number(last), year == .planYear ? .none : .period(year)]
        default: return nil
        }
      })
  }
}
