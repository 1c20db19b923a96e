import Deadlines
import Documents

/// The words of a clause that say when.
extension ProseDeadlines {
  struct Piece {
    var range: Range<Int>
    var text: String
    /// Whether it names days.
    var isFirm: Bool
  }

  /// For each opening word, the longest run of words that is a dated or periodic deadline.
  func pieces(_ words: [String]) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    while start < words.count {
      if let piece = piece(words, from: start) {
        pieces.append(piece)
        start = piece.range.upperBound
      } else {
        start += 1
      }
    }
    return pieces
  }

  func piece(_ words: [String], from start: Int) -> Piece? {
    if start > 0, Self.adjectives.contains(words[start].folded),
      words[..<start].joined(separator: " ").folded.hasWord(Self.money)
    {
      return nil
    }
    let opening = words[start..<min(start + 3, words.count)].joined(separator: " ").folded.filter {
      !"(*,".contains($0)
    }
    let isOpening = Self.openings.contains { opening == $0 || opening.hasPrefix($0 + " ") }
    let isSpan = words[start].folded == "từ" && start + 1 < words.count && Self.isDayAndMonth(words[start + 1])
    let isFirst = isSpan || start == 0 && Self.firstOpenings.contains { opening.hasPrefix($0) }
    guard isOpening || isFirst else { return nil }
    // *Chi phí hằng ngày do Văn phòng trả* tells how things are.
    if ["hằng ngày", "hàng ngày"].contains(where: opening.hasPrefix),
      !Self.givesDuty(words.joined(separator: " "))
    {
      return nil
    }
    if wantsDays, !Self.firmOpenings.contains(where: { opening.hasPrefix($0) }) { return nil }
    for end in stride(from: min(words.count, start + 24), to: start, by: -1) {
      let text = words[start..<end].joined(separator: " ").trimmingBrackets
      if tellsPast(text) { return nil }
      guard let deadline = deadline(text) else { continue }
      return Piece(range: start..<end, text: text, isFirm: deadline.items[0].form.namesDays)
    }
    return nil
  }

  /// *15/4*, *15/4/2027*
  static func isDayAndMonth(_ word: String) -> Bool {
    let numbers = word.bare.split(separator: "/", omittingEmptySubsequences: false)
    guard (2...3).contains(numbers.count), numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }),
      let day = Int(numbers[0]), let month = Int(numbers[1])
    else { return false }
    return (1...31).contains(day) && (1...12).contains(month)
  }

  /// The meaning of `text`, if it is the only one, gives days, and is near the years of the plan; else nil.
  func deadline(_ text: String) -> Deadline? {
    let readings = reader.read(text).freeText
    guard readings.count == 1, let deadline = readings.first, deadline.items.count == 1 else { return nil }
    return isWanted(deadline.items[0].form, text) ? deadline : nil
  }

  func isWanted(_ form: DeadlineForm, _ text: String) -> Bool {
    switch form {
    case .at(let places): places.allSatisfy(isNear)
    case .each, .times: true
    case .yearsOnward(let year): isNear(year)
    case .counted(let counted):
      [.within, .from, .before].contains(counted.relation)
        && (counted.relation == .from || !counted.durations.isEmpty)
    case .extreme(_, let forms): forms.allSatisfy { isWanted($0, text) }
    case .eachCase(_, let durations): !durations.isEmpty
    case .standing(let window): window == nil && text.folded == "thường xuyên"
    case .timetable, .unclear: false
    }
  }

  /// Whether the text is a span of days before the years of the plan: *từ ngày 18/9/2025 đến ngày 22/9/2025* in a plan of
  /// 2026 tells what was.
  func tellsPast(_ text: String) -> Bool {
    let days = NumericDate.all(in: text)
    return days.count > 1 && days.allSatisfy { $0.year < years.lowerBound } && reader.read(text).freeText.count == 1
  }

  /// A day must end near the years of the plan; a window may not begin before them either.
  func isNear(_ place: Place) -> Bool {
    guard place.opens.map(\.periods)?.allSatisfy({ isNear($0.year) }) ?? true else { return false }
    switch place.moment {
    case .day(let day): return day.periods.allSatisfy { isNear($0.year) }
    case .window(let window):
      return (window.periods.first?.year ?? years.lowerBound) >= years.lowerBound
        && isNear(window.periods.last?.year)
    }
  }

  func isNear(_ year: Int?) -> Bool {
    year.map { (years.lowerBound - 1...years.upperBound + 10).contains($0) } ?? true
  }

  /// The deadlines of a clause. A rhythm and a day farther on belong together if the language reads them so; beside a
  /// deadline with days, words that only say how often are no deadline of their own.
  func joined(_ pieces: [Piece], _ words: [String]) -> [([Range<Int>], String)] {
    if pieces.count == 2 {
      for text in ["\(pieces[0].text), \(pieces[1].text)", "\(pieces[0].text) \(pieces[1].text)"]
      where deadline(text) != nil {
        return [(pieces.map(\.range), text)]
      }
    }
    let firm = pieces.filter(\.isFirm)
    if firm.count == 2, let both = both(firm, words) { return [(firm.map(\.range), both)] }
    return (firm.isEmpty ? pieces : firm).map { ([$0.range], $0.text) }
  }

  /// The limits of a sentence, where there are several with other words between them, so that each may be that of other work; none where
  /// all is one deadline.
  func limits(_ words: [String]) -> [Piece] {
    let all = pieces(words)
    let isAnyFirm = all.contains(where: \.isFirm)
    // Beside a deadline with days, words that only say how often are none of their own.
    let own = all.filter { $0.isFirm || !isAnyFirm || isPlace($0) }
    let isOneRhythm = own.count == 2 && !own.allSatisfy(isPlace) && joined(own, words).count == 1
    guard own.count > 1, !isOneRhythm else { return [] }
    var limits = [own[0]]
    for piece in own.dropFirst() {
      let last = limits[limits.count - 1].range
      let between = words[last.upperBound..<piece.range.lowerBound].joined(separator: " ").folded
      guard between.isEmpty || between == "và" else {
        limits.append(piece)
        continue
      }
      let range = last.lowerBound..<piece.range.upperBound
      limits[limits.count - 1] = Piece(range: range, text: words[range].joined(separator: " ").bare, isFirm: true)
    }
    return limits.count > 1 ? limits : []
  }

  /// Whether it is days or periods that do not recur.
  private func isPlace(_ piece: Piece) -> Bool {
    if case .at? = deadline(piece.text)?.items[0].form { true } else { false }
  }

  /// Whether a clause only ends the one before it: *…; báo cáo kết quả về UBND tỉnh trước ngày 15/11/2027*.
  static func goesOn(_ clause: String) -> Bool {
    let text = clause.trimmed
    let ends = ["hoàn thành", "báo cáo", "gửi", "trình", "nộp", "xong", "kết quả", "tổng hợp", "thời gian", "thời hạn"]
    return text.startsLowercase && ends.contains { text.folded.hasPrefix($0 + " ") }
  }

  /// Whether nothing but words for times stands around a deadline: *Tuần từ 05/4 đến 11/4/2027*.
  static func isTimeAlone(_ words: [String], but range: Range<Int>) -> Bool {
    words.indices.allSatisfy { index in
      range.contains(index)
        || ["tuần", "tháng", "thời", "gian", "từ", "lịch", "ngày", "làm", "việc", "công", "tác"].contains(
          words[index].folded.filter { !"():,".contains($0) })
    }
  }

  /// The occasion at the end of a sentence that begins with a unit and what it does: *- Công an tỉnh phân luồng giao thông
  /// khi có tình huống khẩn cấp*. Nil for other sentences.
  func event(in clause: String) -> String? {
    let (head, verb, _) = AssignmentText.Part.cut(DocumentSentence.withoutRequest(clause.bare))
    guard verb != nil, UnitNames.beginsWithNoun(head), let range = clause.firstRange(of: " khi có ") else { return nil }
    let words = String(clause[range.lowerBound...]).trimmed.bare
    let readings = reader.read(words).freeText
    guard readings.count == 1, case .eachCase? = readings[0].items.first?.form else { return nil }
    return words
  }

  /// Two deadlines of one duty: *trước ngày 20 hằng tháng và trước ngày 15/12/2026 đối với báo cáo năm*. Nil if they do
  /// not stand beside each other.
  func both(_ pieces: [Piece], _ words: [String]) -> String? {
    let between = words[pieces[0].range.upperBound..<pieces[1].range.lowerBound].map(\.folded)
    guard between == ["và"], let second = deadline(pieces[1].text) else { return nil }
    // Worded anew, a remark behind the second (*đối với báo cáo năm*) is its label.
    let text = "\(pieces[0].text); \(CanonicalWording(.vi).text(of: second))"
    let readings = reader.read(text).freeText
    return readings.count == 1 && readings[0].items.count == 2 ? text : nil
  }
}

extension DeadlineForm {
  /// Whether it says on which days, and not only in which periods.
  var namesDays: Bool {
    switch self {
    case .at(let places), .each(_, let places): places.contains(where: \.namesDay)
    case .counted, .eachCase, .extreme: true
    case .yearsOnward, .times, .timetable, .standing, .unclear: false
    }
  }
}

extension Place {
  fileprivate var namesDay: Bool {
    if case .day = moment { true } else { opens != nil }
  }
}

extension String {
  /// The text without unpaired brackets and marks at its ends.
  fileprivate var trimmingBrackets: String {
    var text = self[...]
    while let last = text.last, ",.*:".contains(last) { text = text.dropLast() }
    if text.first == "(", text.last == ")" { text = text.dropFirst().dropLast() }
    while let first = text.first, "(*".contains(first),
      text.filter({ $0 == "(" }).count != text.filter({ $0 == ")" }).count || first == "*"
    {
      text = text.dropFirst()
    }
    while let last = text.last,
      ",.*:".contains(last) || last == ")" && text.filter({ $0 == "(" }).count < text.filter({ $0 == ")" }).count
    {
      text = text.dropLast()
    }
    return String(text)
  }
}
