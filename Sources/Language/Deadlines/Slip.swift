import CivilCalendar
import Diagnostics

/// Slips of the pen that a wording is refused for, told by name: one look at the tokens, no grammar.
enum Slip {
  static func first(in phrase: Phrase) -> DeadlineFailure? {
    let keys = phrase.tokens.map(\.key.text)
    if let tab = Array(phrase.text.utf8).firstIndex(of: 0x09) { return tableRow(phrase, tab) }
    if keys == ["định", "kỳ"] || keys == ["định", "kì"] || keys == ["periodically"] { return unstatedRhythm(phrase) }
    if let slip = fragment(phrase, keys) { return slip }
    for index in phrase.tokens.indices {
      if let slip = figures(phrase, index) ?? named(phrase, index) ?? unmarked(phrase, index) { return slip }
    }
    return phrase.tokens.indices.lazy.compactMap { doubt(in: phrase, $0) }.first
  }

  /// *by the 15th*, *Friday*: of which month, and which of all Fridays, is not said.
  private static func fragment(_ phrase: Phrase, _ keys: [String]) -> DeadlineFailure? {
    let words = Array(keys.drop { ["by", "on", "before", "until", "due", "the", "no", "later", "than"].contains($0) })
    let all = 0..<keys.count
    if words.count == 2, Int(words[0]) != nil, ["st", "nd", "rd", "th"].contains(words[1]) {
      let day = words.joined()
      return failure(
        phrase, all, vi: "“\(day)” chưa nói của tháng nào; viết “ngày \(words[0]) hằng tháng” hoặc cả ngày tháng.",
        en: "“\(day)” does not say of which month; write “the \(day) of each month”, or the whole date.")
    }
    let reader = DeadlineReader()
    if words.count == 1, reader.weekday(words[0]) != nil {
      let day = phrase.slice(tokens: keys.count - 1..<keys.count)
      return failure(
        phrase, all, vi: "“\(day)” chưa nói của tuần nào; viết “\(day) hằng tuần” hoặc cả ngày tháng.",
        en: "“\(day)” does not say of which week; write “every \(day)”, or the whole date.")
    }
    return contradiction(phrase, reader)
  }

  /// *Monday 5 June 2024*, *5 June 2024 (Monday)*, which is a Wednesday.
  private static func contradiction(_ phrase: Phrase, _ reader: DeadlineReader) -> DeadlineFailure? {
    let count = phrase.tokens.count
    for first in phrase.tokens.indices {
      for length in [2, 1] where first + length <= count {
        guard let named = reader.weekday(phrase.slice(tokens: first..<first + length)) else { continue }
        var start = first + length
        while start < count - 1, [",", "("].contains(phrase.tokens[start].key.text) { start += 1 }
        if start < count {
          let ends = (start + 1...min(count, start + 8)).reversed()
          if let date = ends.map({ start..<$0 }).first(where: { reader.date(phrase.slice(tokens: $0))?.civil != nil }) {
            if let slip = mismatch(phrase, date, named, reader) { return slip }
            break
          }
        }
        guard first > 1, [",", "("].contains(phrase.tokens[first - 1].key.text) else { continue }
        let end = first - 1
        let begins = max(0, end - 8)..<end
        if let date = begins.map({ $0..<end }).first(where: { reader.date(phrase.slice(tokens: $0))?.civil != nil }),
          let slip = mismatch(phrase, date, named, reader)
        {
          return slip
        }
      }
    }
    return nil
  }

  private static func mismatch(_ phrase: Phrase, _ date: Range<Int>, _ named: Weekday, _ reader: DeadlineReader)
    -> DeadlineFailure?
  {
    let written = phrase.slice(tokens: date)
    guard let civil = reader.date(written)?.civil, let year = civil.year,
      let day = CivilDate(year: year, month: civil.month, day: civil.day), day.weekday != named
    else { return nil }
    let (vi, en) = (CanonicalWording(.vi), CanonicalWording(.en))
    return failure(
      phrase, date,
      vi: "“\(written)” là \(vi.text(of: day.weekday)), không phải \(vi.text(of: named)); sửa thứ hoặc ngày.",
      en: "“\(written)” is a \(en.text(of: day.weekday)), not a \(en.text(of: named)); mend the weekday or the date.")
  }

  static func failure(_ phrase: Phrase, _ tokens: Range<Int>, vi: String, en: String) -> DeadlineFailure {
    DeadlineFailure(
      range: phrase.tokens[tokens.lowerBound].range.lowerBound..<phrase.tokens[tokens.upperBound - 1].range.upperBound,
      words: Bilingual(vi: vi, en: en))
  }

  private static func tableRow(_ phrase: Phrase, _ tab: Int) -> DeadlineFailure {
    DeadlineFailure(
      range: tab..<tab + 1,
      words: Bilingual(
        vi: "Hạn có dấu tab, như một dòng chép từ bảng; chỉ chép ô thời hạn, hoặc đọc cả bảng bằng “nhacviec import”.",
        en:
          "The deadline holds a tab, like a row copied from a table; copy the deadline's cell alone, or read the whole table "
          + "with “nhacviec import”."))
  }

  private static func unstatedRhythm(_ phrase: Phrase) -> DeadlineFailure {
    DeadlineFailure(
      range: 0..<phrase.text.utf8.count,
      words: Bilingual(
        vi: "“định kỳ” chưa nói bao lâu một lần; viết thêm nhịp, ví dụ “hằng quý” hoặc “6 tháng một lần”.",
        en: "“periodically” does not say how often; add the rhythm, for example “every quarter”."))
  }

  /// `31/02/2024`, `9/15/2027`, `15/3/24`.
  private static func figures(_ phrase: Phrase, _ index: Int) -> DeadlineFailure? {
    let tokens = phrase.tokens
    guard index + 2 < tokens.count, tokens[index].kind == .number, tokens[index].digits <= 2,
      tokens[index + 1].key == "/",
      tokens[index + 2].kind == .number, tokens[index + 2].digits <= 2, index == 0 || tokens[index - 1].key != "/"
    else { return nil }
    let (day, month) = (tokens[index].value, tokens[index + 2].value)
    let hasYear = index + 4 < tokens.count && tokens[index + 3].key == "/" && tokens[index + 4].kind == .number
    let end = hasYear ? index + 5 : index + 3
    let written = phrase.slice(tokens: index..<end)
    if hasYear, tokens[index + 4].digits == 2 {
      let year = 2000 + tokens[index + 4].value
      return failure(
        phrase, index..<end, vi: "Năm “\(tokens[index + 4].text)” thiếu hai chữ số; viết “\(day)/\(month)/\(year)”.",
        en: "The year “\(tokens[index + 4].text)” lacks two digits; write “\(day)/\(month)/\(year)”.")
    }
    if month >= 20, !hasYear, (1...12).contains(day) {
      return failure(
        phrase, index..<end,
        vi:
          "“\(written)” có thể là ngày \(month)/\(day) hoặc tháng \(day)/20\(month); viết “ngày \(month)/\(day)” hoặc “tháng \(day)/20\(month)”.",
        en:
          "“\(written)” may be day \(month)/\(day) or month \(day)/20\(month); write “ngày \(month)/\(day)” or “tháng \(day)/20\(month)”."
      )
    }
    if month > 12, (1...12).contains(day) {
      let rest = hasYear ? "/\(tokens[index + 4].text)" : ""
      return failure(
        phrase, index..<end, vi: "“\(written)” ghi tháng trước ngày; viết “\(month)/\(day)\(rest)” (ngày/tháng/năm).",
        en: "“\(written)” has the month before the day; write “\(month)/\(day)\(rest)” (day/month/year).")
    }
    let year = hasYear && tokens[index + 4].digits == 4 ? tokens[index + 4].value : 2000
    guard (1...31).contains(day), (1...12).contains(month) || month > 12,
      CivilDate(year: year, month: month, day: day) == nil
    else { return nil }
    return failure(
      phrase, index..<end, vi: "Trên lịch không có ngày “\(written)”.", en: "The calendar has no day “\(written)”.")
  }

  /// *tháng 13*, *quý V*.
  private static func named(_ phrase: Phrase, _ index: Int) -> DeadlineFailure? {
    let tokens = phrase.tokens
    guard index + 1 < tokens.count else { return nil }
    let next = tokens[index + 1]
    switch tokens[index].key {
    case "tháng", "month":
      guard next.kind == .number, next.digits <= 2, !(1...12).contains(next.value) else { return nil }
      return failure(
        phrase, index..<index + 2, vi: "Không có “\(phrase.slice(tokens: index..<index + 2))”: một năm có 12 tháng.",
        en: "There is no “\(phrase.slice(tokens: index..<index + 2))”: a year has 12 months.")
    case "quý", "quí", "quarter", "q":
      let isFifth = next.kind == .number && next.digits <= 2 && !(1...4).contains(next.value)
      guard isFifth || ["v", "vi", "vii", "iiii"].contains(next.key) else { return nil }
      return failure(
        phrase, index..<index + 2, vi: "Không có “\(phrase.slice(tokens: index..<index + 2))”: một năm có 4 quý.",
        en: "There is no “\(phrase.slice(tokens: index..<index + 2))”: a year has 4 quarters.")
    default: return nil
    }
  }

  static let marks: [Word: String] = [
    "truoc": "trước", "ngay": "ngày", "thang": "tháng", "nam": "năm", "quy": "quý", "hang": "hằng", "cham": "chậm",
    "nhat": "nhất", "den": "đến", "ke": "kể", "tu": "từ", "thuong": "thường", "xuyen": "xuyên", "dinh": "định",
    "ky": "kỳ", "cuoi": "cuối", "dau": "đầu", "giua": "giữa", "vong": "vòng", "tuan": "tuần", "gio": "giờ",
    "han": "hạn",
    "het": "hết", "muon": "muộn", "moi": "mỗi", "lan": "lần", "lam": "làm", "viec": "việc", "hoc": "học",
    "thu": "thứ",
  ]

  /// *truoc ngay 15*: two words in a row that lost their marks.
  private static func unmarked(_ phrase: Phrase, _ index: Int) -> DeadlineFailure? {
    guard index + 1 < phrase.tokens.count, let first = marks[phrase.tokens[index].key],
      let second = marks[phrase.tokens[index + 1].key]
    else { return nil }
    let written = phrase.slice(tokens: index..<index + 2)
    return failure(
      phrase, index..<index + 2, vi: "“\(written)” thiếu dấu: có phải là “\(first) \(second)”?",
      en: "“\(written)” lacks its marks: is it “\(first) \(second)”?")
  }
}
