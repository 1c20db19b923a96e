import Diagnostics

/// Why a wording has no reading, in words that name the place and what could stand there.
extension DeadlineFailure {
  static func at(_ parser: PhraseParser) -> DeadlineFailure {
    if let day = parser.trace.impossible, let words = parser.slice(day.start, day.end) {
      return DeadlineFailure(
        range: parser.tokens[day.start].range.lowerBound..<parser.tokens[day.end - 1].range.upperBound,
        words: Bilingual(
          vi: "Trên lịch không có ngày “\(words)”.", en: "The calendar has no day “\(words)”."))
    }
    guard parser.limit > 0 else {
      return DeadlineFailure(
        range: 0..<parser.text.utf8.count,
        words: Bilingual(
          vi: "Hạn để trống; viết “chưa rõ: …” nếu kế hoạch chưa nói.",
          en: "The deadline is empty; write “unclear: …” if the plan does not say."))
    }
    let keys = parser.tokens[..<parser.limit].map(\.key)
    if keys == ["định", "kỳ"] || keys == ["định", "kì"] || keys == ["periodically"] {
      return DeadlineFailure(
        range: 0..<parser.text.utf8.count,
        words: Bilingual(
          vi: "“định kỳ” chưa nói bao lâu một lần; viết thêm nhịp, ví dụ “hằng quý” hoặc “6 tháng một lần”.",
          en: "“periodically” does not say how often; add the rhythm, for example “every quarter”."))
    }
    return unexpected(parser)
  }

  private static func unexpected(_ parser: PhraseParser) -> DeadlineFailure {
    let index = min(parser.trace.farthest, parser.limit)
    guard index < parser.limit, index > 0 else {
      return DeadlineFailure(
        range: index == 0 ? parser.tokens[0].range : parser.text.utf8.count..<parser.text.utf8.count,
        words: index == 0 ? beginning(parser.tokens[0].text) : ending)
    }
    let token = parser.tokens[index]
    return DeadlineFailure(
      range: token.range,
      words: Bilingual(
        vi: "Không hiểu hạn từ chỗ “\(token.text)”; ở đây có thể là hết câu, hoặc dấu phẩy rồi một vế: "
          + "chậm nhất …, theo …, khi có …, sau khi …, dự kiến …, từ …, đến …, nếu: ….",
        en:
          "The deadline is not understood from “\(token.text)” on; the end could stand here, or a comma and a clause: "
          + "by … at the latest, per …, once …, expected …, from …, until …, if: …."))
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
      vi: "Hạn dừng giữa chừng: còn thiếu phần sau.",
      en: "The deadline stops half-way: something is missing at its end.")
  }

  static func tooLong(_ parser: PhraseParser) -> DeadlineFailure {
    DeadlineFailure(
      range: 0..<parser.text.utf8.count,
      words: Bilingual(
        vi: "Hạn dài quá 200 từ; để nguyên lời ở “nguyên văn” và viết hạn ngắn gọn.",
        en: "The deadline has more than 200 words; keep the words under “as written” and state the deadline shortly."))
  }
}
