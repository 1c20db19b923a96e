import CivilCalendar
import Diagnostics

/// Wordings that the grammar could read, and honest readers in several ways: refused before it tries, or by what it found.
extension Slip {
  /// Refused whatever the grammar makes of it.
  static func misreading(of tokens: [Token], in text: String) -> DeadlineFailure? {
    let keys = tokens.map(\.key.text)
    func key(_ index: Int) -> String { keys.indices.contains(index) ? keys[index] : "" }
    func isSmall(_ index: Int) -> Bool {
      tokens.indices.contains(index) && tokens[index].kind == .number && tokens[index].digits <= 2
    }
    let hasPace = keys.contains { paces.contains($0) }
    for index in tokens.indices where isSmall(index) {
      if key(index + 1) == "/" {
        // *12/năm*: so many a year.
        if key(index + 2) == "năm", !["ngày", "tháng"].contains(key(index - 1)) {
          return whole(
            text,
            vi: "“\(key(index))/năm” là ngày hay số lần? Viết “\(key(index)) lần/năm” hoặc “ngày \(key(index))/5”.",
            en:
              "Is “\(key(index))/năm” a day or so many a year? Write “\(key(index)) lần/năm” or “ngày \(key(index))/5”."
          )
        }
        // *1/2 năm*, *1/3 số thành viên*, *trang 15/3*: no days.
        if isSmall(index + 2), key(index + 3) != "/" {
          let isHalf = key(index + 3) == "năm" && index + 4 == keys.count
          let isShare = shares.contains(key(index + 3))
          let isNumbered = numbered.contains(key(index - 1))
          if isHalf || isShare || isNumbered {
            let written = "\(key(index))/\(key(index + 2))"
            return whole(
              text, vi: "“\(written)” là ngày hay số khác? Viết “ngày \(written)” nếu là ngày.",
              en: "Is “\(written)” a day or another number? Write “ngày \(written)” if it is a day.")
          }
        }
      }
      // *trước ngày 15 tháng*: a cell that was cut.
      if key(index - 1) == "ngày", key(index + 1) == "tháng", index + 2 == keys.count, !hasPace {
        return whole(
          text, vi: "“ngày \(key(index)) tháng” nào? Viết thêm số của tháng, hoặc “ngày \(key(index)) hằng tháng”.",
          en: "“ngày \(key(index)) tháng” of which month? Add its number, or write “ngày \(key(index)) hằng tháng”.")
      }
      // *trước ngày 20 hằng tháng; tháng 12: trước ngày 15*
      if hasPace, ["tháng", "quý"].contains(key(index - 1)), key(index + 1) == ":",
        [";", ","].contains(key(index - 2)) || key(index - 2) == "riêng"
      {
        return whole(
          text, vi: "“\(key(index - 1)) \(key(index))” thay cho hạn hằng kỳ hay thêm vào? Viết từng hạn riêng.",
          en:
            "Does “\(key(index - 1)) \(key(index))” replace the recurring deadline or add to it? State each by itself.")
      }
    }
    if let last = keys.last, !hasPace, keys.count > 2 {
      // *thứ Sáu tuần sau*, *by the end of next month*: told from the day of writing.
      let isVietnamese =
        ["thứ", "chủ"].contains(keys[0]) && key(keys.count - 2) == "tuần" && ["sau", "tới"].contains(last)
      let isEnglish =
        ["week", "month", "quarter"].contains(last) && key(keys.count - 2) == "next" && keys.contains("end")
        && key(keys.count - 3) != "the"
      if isVietnamese || isEnglish {
        return whole(
          text, vi: "“\(key(keys.count - 2)) \(last)” tính từ hôm nào? Viết ngày tháng, hoặc thêm “hằng …”.",
          en: "“\(key(keys.count - 2)) \(last)” is told from which day? Write the date, or add “each …”.")
      }
    }
    // *after signing, quarterly*: how often is no part of the event's name.
    if let last = keys.last, ["quarterly", "monthly", "weekly", "daily", "semiannually"].contains(last),
      key(keys.count - 2) == ",", keys.contains(where: { ["after", "following", "upon"].contains($0) })
    {
      return whole(
        text, vi: "“\(last)” lặp lại từ khi nào? Viết riêng nhịp và hạn tính từ sự kiện.",
        en: "From when on is it “\(last)”? State how often, and what is counted from the event, by themselves.")
    }
    // *from Q3 2024*: due in it, or open from its first day.
    if key(0) == "from", isPeriod(text.dropFirst(5)) {
      return whole(
        text, vi: "Hạn là cả kỳ ấy, hay chỉ bắt đầu từ đó? Viết “trong …” hoặc “không sớm hơn …”.",
        en: "Is it due in that period, or does it only begin there? Write the period alone, or “not before …”.")
    }
    // *từ năm 2024 trở đi*: each year, or open from then on.
    if ["từ", "kể", "bắt"].contains(key(0)), let at = keys.firstIndex(of: "năm"), key(at + 2) == "trở" {
      return whole(
        text,
        vi: "Mỗi năm một lần, hay chỉ bắt đầu từ năm ấy? Viết “năm … và các năm tiếp theo” hoặc “không sớm hơn …”.",
        en: "Once each year, or only from that year on? Write “every year from …” or “not before …”.")
    }
    // *dự kiến tháng 6/2024* is no firm day.
    if key(0) == "dự", ["kiến", "tính", "định"].contains(key(1)), tokens.count > 2 {
      return whole(
        text, vi: "“\(key(0)) \(key(1))” chưa là hạn; viết “sau khi …, dự kiến …”, hoặc bỏ chữ ấy nếu đã chắc.",
        en:
          "“\(key(0)) \(key(1))” is expected, and no deadline; write “once …, expected …”, or leave it out if it is firm."
      )
    }
    return nil
  }

  /// Refused for what the grammar found in it.
  static func misreading(_ deadline: Deadline, of tokens: [Token], in text: String) -> DeadlineFailure? {
    let keys = tokens.map(\.key.text)
    for item in deadline.items {
      // *every six months after signing*, *trong tháng sau khi ký*: counted from the event, or of the calendar.
      if case .event? = item.clauses.gate, isPeriod(item.form), isBare(keys) {
        return whole(
          text, vi: "Nhịp tính từ sự kiện hay theo lịch? Viết “trong … kể từ …”, hoặc dấu phẩy trước “sau khi”.",
          en: "Is it counted from the event, or by the calendar? Write “within … after …”, or a comma before “after”.")
      }
      // *3 tháng một lần, từ ngày 15/02/2024*: three months from then, or the quarters of the calendar.
      if case .each(let rhythm, let places) = item.form, places.isEmpty, let months = rhythm.unit?.months, months > 1,
        rhythm.start == nil, let from = item.clauses.from, isCounted(keys),
        from != DateExpression.first(of: .period(.planYear)),
        from.civil.map({ $0.day != 1 || $0.month % months != 1 }) ?? true
      {
        return whole(
          text, vi: "Kỳ tính từ ngày ấy hay theo lịch? Viết “hằng quý, từ …”, hoặc từng ngày.",
          en:
            "Are the periods counted from that day, or those of the calendar? Write “every quarter, from …”, or each day."
        )
      }
    }
    return nil
  }

  private static let paces: Set<String> = [
    "hằng", "hàng", "mỗi", "từng", "định", "các", "every", "each", "monthly", "weekly", "quarterly", "daily",
  ]
  private static let shares: Set<String> = ["số", "tổng", "thành", "diện", "dân", "quân", "thời", "đại", "of"]
  private static let numbered: Set<String> = [
    "trang", "phòng", "tờ", "lô", "thửa", "page", "room", "plot", "lot", "chapter",
  ]

  private static func isPeriod(_ words: Substring) -> Bool { DeadlineReader().window(String(words))?.period != nil }

  private static func isPeriod(_ form: DeadlineForm) -> Bool {
    switch form {
    case .each(_, let places): places.isEmpty
    case .at(let places): places == [Place(.on, .window(.period(.planYear)))]
    default: false
    }
  }

  /// The event stands beside the rhythm without a comma or bracket.
  private static func isBare(_ keys: [String]) -> Bool {
    guard let at = keys.firstIndex(where: { ["sau", "khi", "after", "once", "when", "upon"].contains($0) }), at > 0
    else {
      return false
    }
    return ![",", "("].contains(keys[at - 1])
  }

  /// The rhythm is told by a number of months or weeks.
  private static func isCounted(_ keys: [String]) -> Bool {
    zip(keys, keys.dropFirst()).contains { number, unit in
      ["tháng", "months", "month"].contains(unit) && !["/", ",", "-"].contains(number)
        && (Int(number) != nil || NumberWords.english.words.contains(Word(number))
          || ["ba", "sáu", "hai"].contains(number))
    }
  }

  private static func whole(_ text: String, vi: String, en: String) -> DeadlineFailure {
    DeadlineFailure(range: 0..<text.utf8.count, words: Bilingual(vi: vi, en: en))
  }
}
