import Deadlines

/// What the text of a cell is by itself, by which columns are told apart where their headings do not.
enum CellContent: Hashable, Sendable {
  case blank
  /// A day, a period or a rhythm: *30/6/2025*, *Quý II*, *Hằng tháng*, *Tuần 4*, *Ngày 12*.
  case date
  /// *8h00*, *13:30*
  case hour
  /// How long the work takes: *45 ngày*, *3 tháng*.
  case duration
  /// How far the work is: *80%*, *⏳*, *Đang thực hiện*.
  case status
  /// Numbers without words: *1.500*, *14, 26*.
  case figure
  /// The name of an office or a person.
  case name
  case words

  init(_ text: String) {
    let line = text.onOneLine
    guard !line.isEmpty else {
      self = .blank
      return
    }
    if Self.isStatus(line) {
      self = .status
    } else if !line.contains(where: { $0.isLetter || $0.isNumber }) {
      self = .blank
    } else if Self.isHour(line) {
      self = .hour
    } else if Self.isDuration(line) {
      self = .duration
    } else if Self.isDate(line) {
      self = .date
    } else if !line.contains(where: \.isLetter) {
      self = .figure
    } else {
      self = Self.isName(line) ? .name : .words
    }
  }

  // MARK: Times

  /// Whether the text says when, and nothing else.
  static func isDate(_ text: String) -> Bool {
    guard text.count <= 80 else { return false }
    if NumericDate.only(in: text) != nil || PeriodContext(text) != nil { return true }
    if text.contains(where: \.isLetter), PeriodContext.dependsOnPeriod(text) { return true }
    let folded = text.folded
    // *Hằng đêm*, *Mỗi phiên chợ*: how often, even where no days follow.
    if ["hằng ", "hàng ", "mỗi "].contains(where: folded.hasPrefix), folded.split(separator: " ").count <= 4 {
      return true
    }
    guard
      folded.hasWord(Self.timeWords) || text.contains(where: \.isNumber) && text.contains(where: { "/-.".contains($0) })
    else { return false }
    let isISO = text.count == 10 && text.split(separator: "-").map(\.count) == [4, 2, 2]
    guard text.contains(where: \.isLetter) || text.contains("/") || isISO else { return false }
    return DeadlineReader().read(text).freeText.contains { deadline in
      deadline.items.allSatisfy { item in
        switch item.form {
        case .unclear, .timetable: false
        default: true
        }
      }
    }
  }

  private static let timeWords = [
    "ngày", "tuần", "tháng", "quý", "năm", "hằng", "hàng", "thường xuyên", "mỗi", "khi", "trước", "sau", "trong",
    "định kỳ",
    "đột xuất", "đầu", "cuối", "every", "daily", "weekly", "monthly", "quarterly", "by", "before", "q1", "q2", "q3",
    "q4",
  ]

  /// *8h*, *8h00*, *08:00*, *8 giờ 30*, *8h00 - 9h30*
  static func isHour(_ text: String) -> Bool {
    let parts = text.folded.replacing("đến", with: "-").split { "-–".contains($0) }.map { $0.filter { $0 != " " } }
    guard !parts.isEmpty, parts.count <= 2 else { return false }
    return parts.allSatisfy { part in
      let digits = part.replacing("giờ", with: "h").replacing("phút", with: "").split(
        omittingEmptySubsequences: false, whereSeparator: { "hg:".contains($0) })
      guard digits.count == 2, let hour = Int(digits[0]), (0...24).contains(hour), digits[0].count <= 2 else {
        return false
      }
      return digits[1].isEmpty && !part.contains(":") || digits[1].count == 2 && Int(digits[1]).map { $0 < 60 } == true
    }
  }

  private static func isDuration(_ text: String) -> Bool {
    let words = text.folded.split(separator: " ").map(String.init)
    guard (2...4).contains(words.count), words[0].allSatisfy({ $0.isNumber || "-–,".contains($0) }) else {
      return false
    }
    return ["ngày", "tháng", "tuần", "giờ", "năm", "ngày làm việc", "days", "weeks"].contains(
      words.dropFirst().joined(separator: " "))
  }

  // MARK: How far the work is

  static func isStatus(_ text: String) -> Bool {
    let folded = text.folded
    let letters = folded.drop { !$0.isLetter && !$0.isNumber }
    // One symbol, such as an hourglass; dashes and points stand in empty cells.
    if letters.isEmpty {
      return text.unicodeScalars.contains { (0x2190...0x2BFF).contains($0.value) || $0.value > 0x1F000 }
        && text.count <= 3
    }
    if letters.last == "%" {
      return letters.dropLast().allSatisfy { $0.isNumber || ".,– -".contains($0) }
    }
    return statuses.contains(String(letters).bare)
  }

  private static let statuses: Set<String> = [
    "hoàn thành", "đã hoàn thành", "chưa hoàn thành", "đang thực hiện", "chưa thực hiện", "đã thực hiện", "đang làm",
    "chưa làm", "đang xử lý", "chưa xử lý", "đã xử lý", "đang triển khai", "chưa triển khai", "quá hạn", "chưa đến hạn",
    "trong hạn", "đúng hạn", "trễ hạn", "trễ", "chậm", "chậm tiến độ", "đúng tiến độ", "đạt", "chưa đạt", "chưa", "chờ",
    "chờ duyệt", "xong", "đã xong", "chưa xong", "tạm dừng", "đã hủy", "hủy", "mới", "chưa bắt đầu", "đã trình", "open",
    "closed", "done", "in progress", "to do", "todo", "not started", "pending", "completed", "complete", "overdue",
    "blocked", "on hold", "cancelled", "new",
  ]

  // MARK: Names

  /// Whether the text is the name of an office, a person or several, and does not say what they do.
  static func isName(_ text: String) -> Bool {
    guard text.count <= 120, !text.folded.hasPrefix("tổ chức ") else { return false }
    if PersonName.isTitled(text) || PersonName.isBare(text) { return true }
    guard UnitNames.isName(text) else { return false }
    let (head, verb, _) = AssignmentText.Part.cut(text)
    return verb == nil && !head.isEmpty || AssignmentText.Part.isWholeName(text)
  }
}
