/// The syllables of the deadline grammar, for mending scanned text, and the words that may stand beside a deadline.
enum Spelling {
  /// Vietnamese syllables that the grammar knows.
  static let keywords: Set<String> = Set(
    """
    năm tháng quý quí tuần ngày giờ phút thứ hai ba tư bốn sáu bảy tám chín mười một chủ nhật đầu giữa cuối cùng tiên
    trước sau chậm nhất muộn là vào đến hết tới từ kể khi trong vòng thời hạn gian khoảng theo tiến độ kế hoạch lộ trình
    hướng dẫn quy định của định kỳ hằng hàng mỗi từng thường xuyên liên tục kịp đột xuất phát sinh có dự kiến giai đoạn
    học tài chính làm việc lần cuộc ít tối thiểu tiếp kế liền kề báo cáo các và hoặc cả âm lịch tết nguyên đán nếu trùng
    rơi nghỉ thì trừ trường hợp chưa rõ ngay không quá hoàn thành nhiệm vụ ban hành triển khai thực hiện rà soát nửa
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

  /// Words of time and of negation: they never stand in what is left out.
  private static let binding: Set<String> = [
    "trước", "sau", "trong", "ngày", "tháng", "quý", "năm", "tuần", "hạn", "chậm", "nhất", "khi", "hằng", "hàng", "mỗi",
    "định", "đến", "từ", "theo", "không", "khong", "chưa", "chua", "trừ", "tru", "khoảng", "khoang", "tầm", "gần",
    "nếu", "neu", "sớm", "muộn", "giờ",
    "before", "after", "by", "within", "until", "unless", "if", "not", "no", "except", "every", "each", "day", "days",
    "month", "months", "year", "years", "quarter", "week", "weeks",
  ]

  /// Negations written without marks.
  private static let unmended: Set<String> = ["khong", "chua", "tru", "ko", "kg", "khg", "hong"]

  /// Verbs that begin what a table cell says of the work.
  private static let verbs: Set<String> = [
    "hoàn", "thực", "triển", "báo", "xây", "tổ", "tổng", "diễn", "gửi", "trình", "kết", "cập", "lần", "chu", "ban",
    "rà",
    "phê", "công", "xong", "nộp", "tham", "lập", "due", "complete", "completed", "submit", "submitted", "report",
    "finish", "finished", "payment", "deadline", "q", "is", "are", "to", "thời", "tiến", "phấn",
  ]

  /// Words from a verb on that name the work, without a word of time.
  static func isLead(_ tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first, verbs.contains(first.key) else { return false }
    if tokens.prefix(2).map(\.key) == ["kết", "thúc"] { return isTermOrCycle(tokens) }
    return tokens.allSatisfy { allowed($0) || $0.key == ":" || $0.key == "-" } || isTermOrCycle(tokens)
  }

  /// *kết thúc học kỳ I*, *lần 2 chi trả*, *chu kỳ 10 năm*, *thời hạn:*, *Q4 payment –*: numbers that name.
  private static func isTermOrCycle(_ tokens: ArraySlice<Token>) -> Bool {
    let keys = tokens.map(\.key)
    if keys.starts(with: ["kết", "thúc", "học", "kỳ"]) { return keys.count == 5 }
    if keys.starts(with: ["chu", "kỳ"]) { return keys.count == 4 && tokens[tokens.startIndex + 2].kind == .number }
    if keys.first == "lần" {
      return keys.count >= 2 && tokens.dropFirst(2).allSatisfy(allowed) && tokens[tokens.startIndex + 1].kind == .number
    }
    if keys.first == "q" { return tokens.dropFirst(2).allSatisfy { allowed($0) || $0.key == "-" } }
    return [["thời", "hạn"], ["thời", "hạn", ":"], ["thời", "hạn", "hoàn", "thành"]].contains(keys)
  }

  private static let tailVerbs: Set<String> = [
    "báo", "để", "gửi", "thực", "hoàn", "tổng", "trình", "về", "phải", "nộp",
  ]

  static func isTail(_ tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first, tailVerbs.contains(first.key) else { return false }
    return tokens.allSatisfy(allowed)
  }

  static func isLabel(_ tokens: ArraySlice<Token>) -> Bool {
    let keys = tokens.map(\.key)
    if keys.count == 2, ["lần", "đợt", "kỳ"].contains(keys[0]), tokens.last?.kind == .number { return true }
    return tokens.allSatisfy { allowed($0) || $0.key == "," } && tokens.contains { $0.kind == .word }
  }

  /// A bracket with a word of negation is never left out.
  static func forbids(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { ["không", "khong", "chưa", "chua", "trừ", "tru", "except", "not", "unless"].contains($0.key) }
  }

  private static func allowed(_ token: Token) -> Bool {
    token.kind == .word && !binding.contains(token.key)
  }

  /// Keywords that lost one letter in `word`; else those one letter away (one changed, added, or two neighbours
  /// exchanged). At most three: more would be guessing.
  static func candidates(_ word: String) -> [String] {
    // *khong* is *không* without its mark far more often than *khoảng*: a negation is never mended away.
    guard !unmended.contains(word) else { return [] }
    let letters = Array(word)
    let near = keywords.filter { abs($0.count - letters.count) <= 1 && isOneEdit(letters, Array($0)) }
    let shortened = near.filter { $0.count == letters.count + 1 }
    let found = shortened.isEmpty ? near : shortened
    return found.count <= 3 ? found.sorted() : []
  }

  static func isOneEdit(_ a: [Character], _ b: [Character]) -> Bool {
    let head = zip(a, b).prefix { $0 == $1 }.count
    let x = a[head...]
    let y = b[head...]
    if x.count == y.count {
      if x.dropFirst().elementsEqual(y.dropFirst()) { return !x.isEmpty }
      return x.count >= 2 && x.first == y.dropFirst().first && y.first == x.dropFirst().first
        && x.dropFirst(2).elementsEqual(y.dropFirst(2))
    }
    return x.count + 1 == y.count
      ? x.elementsEqual(y.dropFirst()) : x.count == y.count + 1 && x.dropFirst().elementsEqual(y)
  }
}
