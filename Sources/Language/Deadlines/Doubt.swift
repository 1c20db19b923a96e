import CivilCalendar
import Diagnostics

/// What a reading leaves doubtful: a deadline that is refused for what was found in it. What is refused for its words is a
/// `Refusal`.
struct Doubt: Sendable {
  /// Tells it from the others.
  let code: String
  let words: Bilingual
  let holds: @Sendable (DeadlineItem, DeadlineText) -> Bool

  static let all = [
    // *every six months after signing*, *trong tháng sau khi ký*
    Doubt(
      code: "rhythm.from-event",
      words: Bilingual(
        vi: "Nhịp tính từ sự kiện hay theo lịch? Viết “trong … kể từ …”, hoặc dấu phẩy trước “sau khi”.",
        en: "Is it counted from the event, or by the calendar? Write “within … after …”, or a comma before “after”.")
    ) { item, text in
      guard case .event? = item.clauses.gate, isPeriod(item.form),
        let event = text.tokens.firstIndex(where: { ["sau", "khi", "after", "once", "when", "upon"].contains($0.key) })
      else { return false }
      return event > 0 && ![",", "("].contains(text.key(event - 1))
    },
    // *3 tháng một lần, từ ngày 15/02/2024*: three months from then, or the quarters of the calendar.
    Doubt(
      code: "rhythm.from-day",
      words: Bilingual(
        vi: "Kỳ tính từ ngày ấy hay theo lịch? Viết “hằng quý, từ …”, hoặc từng ngày.",
        en:
          "Are the periods counted from that day, or those of the calendar? Write “every quarter, from …”, or each day."
      )
    ) { item, text in
      guard case .each(let rhythm, []) = item.form, let months = rhythm.unit?.months, months > 1, rhythm.start == nil,
        let from = item.clauses.from, from != .first(of: .period(.planYear)), counted.place(in: text) != nil
      else { return false }
      return from.civil.map { $0.day != 1 || $0.month % months != 1 } ?? true
    },
    // *theo hướng dẫn của Bộ từ ngày 10 đến ngày 15 hằng tháng*
    Doubt(
      code: "timetable.days",
      words: Bilingual(
        vi: "Hạn theo văn bản ấy, hay theo các ngày ghi ở đây? Viết một trong hai.",
        en: "Is it due by that document, or by the days named here? Write one of the two.")
    ) { item, _ in
      guard case .timetable = item.form else { return false }
      return [item.clauses.from, item.clauses.until].compactMap { $0 }.contains { day in
        day.periods.contains { $0.root.unit?.isYear != true }
      }
    },
    // *Monthly (except June and December)*: a condition is kept and never looked into.
    Doubt(
      code: "rhythm.except",
      words: Bilingual(
        vi: "Các kỳ được trừ không tính được từ lời; viết riêng từng kỳ phải làm.",
        en: "The periods excepted are not looked into; name each period in which it is due.")
    ) { item, _ in
      guard item.form.recurs, let condition = item.clauses.condition, condition.kind == .unless else { return false }
      return excepted.place(in: DeadlineText(condition.text)) != nil
    },
  ]

  /// Periods by their names.
  private static let excepted = Turn("^^ @month+tháng+quý+quarter+q")

  /// A number of months.
  private static let counted = Turn(
    (["#", "hai", "ba", "sáu"] + NumberWords.english.words.map(\.text)).joined(separator: "+") + " tháng+months+month")

  private static func isPeriod(_ form: DeadlineForm) -> Bool {
    switch form {
    case .each(_, let places): places.isEmpty
    case .at(let places): places == [Place(.on, .window(.period(.planYear)))]
    default: false
    }
  }

  /// Why a reading is none.
  static func of(_ deadline: Deadline, _ text: DeadlineText) -> DeadlineFailure? {
    for item in deadline.items {
      guard let doubt = all.first(where: { $0.holds(item, text) }) else { continue }
      return doubtful(doubt.code, doubt.words, text)
    }
    return sharesYear(deadline) ? doubtful("year.shared", year, text) : nil
  }

  private static func doubtful(_ code: String, _ words: Bilingual, _ text: DeadlineText) -> DeadlineFailure {
    DeadlineFailure(code: code, range: text.whole.range, words: words, isOfReading: true)
  }

  private static let year = Bilingual(
    vi: "“Năm sau” của mọi ngày hay chỉ của ngày cuối? Viết năm ở từng ngày.",
    en: "Is it the next year of all days, or only of the last? Write the year of each day.")

  /// *trước ngày 15/01; huyện trước ngày 30/01; tỉnh trước ngày 15/02 năm sau*: days in order, the last of the next year.
  private static func sharesYear(_ deadline: Deadline) -> Bool {
    var own: [(month: Int, day: Int)] = []
    for day in deadline.items.flatMap(\.form.places).compactMap(\.day) {
      if let civil = day.civil, civil.year == nil {
        own.append((civil.month, civil.day))
      } else if case .day(let n, .child(.month, let month, .neighbour(.year, 1, .planYear))) = day {
        if own.contains(where: { $0 < (month, n) }) { return true }
      }
    }
    return false
  }
}

extension DeadlineForm {
  fileprivate var places: [Place] {
    switch self {
    case .at(let places), .each(_, let places): places
    default: []
    }
  }
}
