package import Diagnostics

/// Why a wording was not understood.
package struct DeadlineFailure: Sendable {
  /// What kind of failure it is.
  package var code: String
  /// UTF-8 offsets in the phrase.
  package var range: Range<Int>
  package var words: Bilingual
  /// The wording was read as it stands, and what it means is doubtful: no words are left out to make it sure.
  var isOfReading = false
}

extension DeadlineFailure {
  static func empty(_ text: String) -> DeadlineFailure {
    DeadlineFailure(
      code: "empty", range: 0..<text.utf8.count,
      words: Bilingual(
        vi: "Hạn để trống; viết “chưa rõ: …” nếu kế hoạch chưa nói.",
        en: "The deadline is empty; write “unclear: …” if the plan does not say."))
  }

  static func tooLong(_ text: String) -> DeadlineFailure {
    DeadlineFailure(
      code: "too-long", range: 0..<text.utf8.count,
      words: Bilingual(
        vi: "Hạn dài quá \(DeadlineReader.mostWords) từ; để nguyên lời ở “nguyên văn” và viết hạn ngắn gọn.",
        en:
          "The deadline has more than \(DeadlineReader.mostWords) words; keep the words under “as written” and state the "
          + "deadline shortly."))
  }

  /// What its words tell, else the farthest place that made sense.
  static func unread(_ text: DeadlineText) -> DeadlineFailure { Refusal.ofReading(text) ?? at(text.explained()) }

  private static func at(_ parse: Parse) -> DeadlineFailure {
    let lexemes = parse.phrase.lexemes
    let index = parse.farthest
    guard index < lexemes.count else {
      let end = parse.phrase.text.utf8.count
      return DeadlineFailure(code: "half", range: end..<end, words: ending)
    }
    let tokens = parse.phrase.tokens[lexemes[index].tokens]
    let range = (tokens.first?.range.lowerBound ?? 0)..<(tokens.last?.range.upperBound ?? 0)
    let found = parse.phrase.slice(index..<index + 1)
    return index == 0
      ? DeadlineFailure(code: "beginning", range: range, words: beginning(found))
      : DeadlineFailure(code: "unexpected", range: range, words: unexpected(found))
  }

  private static func unexpected(_ found: String) -> Bilingual {
    Bilingual(
      vi: "Không hiểu hạn từ chỗ “\(found)”; ở đây có thể là hết câu, hoặc dấu phẩy rồi một vế: "
        + "chậm nhất …, theo …, khi có …, sau khi …, dự kiến …, từ …, đến …, nếu: ….",
      en: "The deadline is not understood from “\(found)” on; the end could stand here, or a comma and a clause: "
        + "by … at the latest, per …, once …, expected …, from …, until …, if: ….")
  }

  private static func beginning(_ found: String) -> Bilingual {
    Bilingual(
      vi: "Không hiểu hạn bắt đầu bằng “\(found)”; hạn bắt đầu bằng một ngày (trước ngày 15/3/2024, chậm nhất …), "
        + "một kỳ (Quý II/2024, tháng 3), nhịp (hằng quý), sự kiện (sau khi …, trong 30 ngày kể từ ngày …), "
        + "“theo …”, “khi có …”, “thường xuyên” hoặc “chưa rõ: …”.",
      en: "A deadline cannot begin with “\(found)”; it begins with a day (by 15 March 2024, before …), a period "
        + "(Q2 2024), a rhythm (every quarter), an event (after …, within 30 days after …), “per …”, “whenever …”, "
        + "“ongoing” or “unclear: …”.")
  }

  private static var ending: Bilingual {
    Bilingual(
      vi: "Từng phần của hạn có nghĩa, nhưng ghép lại thì thiếu hoặc thừa một phần; viết gọn thành một hạn.",
      en:
        "The parts of the deadline make sense, but together something is missing or too much; state one deadline alone."
    )
  }
}
