import Deadlines
import Documents

/// Finds dated and periodic sentences outside tables (*gửi kế hoạch về Văn phòng Sở chậm nhất ngày 23/01/2024*).
struct ProseDeadlines {
  struct Found {
    /// The clause, without the mark of a list.
    var clause: String
    /// The words that were read as the deadline; several pieces are joined by ` … `.
    var words: String
    /// The wording of the deadline.
    var deadline: String
    var lead: [String]
    /// Whether it says on which days, and not only in which periods.
    var namesDays: Bool
    var place: SourcePlace
  }

  private(set) var found: [Found] = []
  private let years: ClosedRange<Int>
  private let reader = DeadlineReader()
  /// The unit that the present part of the text is about, which the last heading names; nil if it names none.
  private var unit: String?
  private var isGoals = false
  /// Whether only deadlines with days count, as in goals and legal bases.
  private var wantsDays = false

  /// - Parameter years: the years of the plan; days far from them belong to other documents.
  init(_ paragraphs: [Paragraph], years: ClosedRange<Int>) {
    self.years = years
    for paragraph in paragraphs { read(paragraph) }
  }

  private mutating func read(_ paragraph: Paragraph) {
    let text = paragraph.text.onOneLine
    let body = Self.withoutBullet(text)
    guard !body.isEmpty else { return }
    if let heading = Self.heading(text) {
      let name = heading.split(separator: ":").first.map(String.init) ?? heading
      unit = UnitNames.beginsWithNoun(name) && !heading.isUppercase ? name : nil
      isGoals = heading.folded.hasWord([
        "mục tiêu", "quan điểm", "đánh giá", "tình hình", "yêu cầu", "mục đích", "hạn chế", "kết quả đạt được",
      ])
      return
    }
    let folded = body.folded
    guard !body.isUppercase, !Self.isDateline(folded) else { return }
    wantsDays = isGoals || Self.bases.contains { folded.hasPrefix($0) }
    for clause in Self.clauses(body) { read(clause, of: body, at: paragraph.place) }
  }

  // MARK: The text's parts

  /// The words of a heading: a short paragraph with a number and without a verb (*2. Sở Nội vụ*, *II. MỤC TIÊU*). Nil
  /// for other paragraphs.
  private static func heading(_ text: String) -> String? {
    let rest = RowNumber.leading(text)?.rest ?? (text.isUppercase ? text : "")
    guard !rest.isEmpty, rest.count <= 90, !rest.hasSuffix("."), !rest.hasSuffix(";") else { return nil }
    if text.isUppercase { return rest }
    let bare = rest.bare
    return AssignmentText.Part.cut(bare).verb == nil || bare.count <= 40 && !bare.contains(",") ? bare : nil
  }

  private static func withoutBullet(_ text: String) -> String {
    if let (number, rest) = RowNumber.leading(text), !rest.isEmpty, number.kind != .upper { return rest }
    return text.first.map({ "-–+•*".contains($0) }) == true ? String(text.dropFirst()).trimmed : text
  }

  /// The clauses, cut at semicolons and at the ends of sentences, outside brackets.
  static func clauses(_ text: String) -> [String] {
    var clauses: [String] = []
    var current = ""
    var depth = 0
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      if character == "(" { depth += 1 }
      if character == ")" { depth = max(0, depth - 1) }
      let next = index + 2 < characters.count ? characters[index + 2] : " "
      let ends =
        character == ";" && depth == 0
        || character == "." && depth == 0 && index + 1 < characters.count && characters[index + 1] == " "
          && (next.isUppercase || next == "-")
      if ends {
        clauses.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    return (clauses + [current]).map(\.trimmed).filter { $0.count > 8 }
  }

  /// *Khánh Hòa, ngày 24 tháng 12 năm 2021*
  private static func isDateline(_ folded: String) -> Bool {
    folded.count < 70 && folded.contains(", ngày") && folded.contains("tháng") && folded.contains("năm")
  }

  // MARK: Deadlines in a clause

  private mutating func read(_ clause: String, of sentence: String, at place: SourcePlace) {
    let words = clause.split(separator: " ").map { String($0) }
    guard words.count <= 250 else { return }
    var seen: Set<String> = []
    for (range, deadline) in joined(pieces(words)) where seen.insert(deadline.folded).inserted {
      let text = range.map { words[$0].joined(separator: " ").bare }.joined(separator: " … ")
      found.append(
        Found(
          clause: clause.bare, words: text, deadline: deadline,
          lead: lead(around: range, words, in: sentence),
          namesDays: self.deadline(deadline)?.items[0].form.namesDays ?? false, place: place))
    }
  }

  private struct Piece {
    var range: Range<Int>
    var text: String
    /// Whether it names days.
    var isFirm: Bool
  }

  /// For each opening word, the longest run of words that is a dated or periodic deadline.
  private func pieces(_ words: [String]) -> [Piece] {
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

  private func piece(_ words: [String], from start: Int) -> Piece? {
    if start > 0, Self.adjectives.contains(words[start].folded),
      words[..<start].joined(separator: " ").folded.hasWord(Self.money)
    {
      return nil
    }
    let opening = words[start..<min(start + 3, words.count)].joined(separator: " ").folded.filter {
      !"(*,".contains($0)
    }
    let isOpening = Self.openings.contains { opening == $0 || opening.hasPrefix($0 + " ") }
    let isFirst = start == 0 && Self.firstOpenings.contains { opening.hasPrefix($0) }
    guard isOpening || isFirst else { return nil }
    if wantsDays, !Self.firmOpenings.contains(where: { opening.hasPrefix($0) }) { return nil }
    for end in stride(from: min(words.count, start + 24), to: start, by: -1) {
      let text = words[start..<end].joined(separator: " ").trimmingBrackets
      guard let deadline = deadline(text) else { continue }
      return Piece(range: start..<end, text: text, isFirm: deadline.items[0].form.namesDays)
    }
    return nil
  }

  /// The meaning of `text`, if it is the only one, gives days, and is near the years of the plan; else nil.
  private func deadline(_ text: String) -> Deadline? {
    let readings = reader.read(text).freeText
    guard readings.count == 1, let deadline = readings.first, deadline.items.count == 1 else { return nil }
    return isWanted(deadline.items[0].form, text) ? deadline : nil
  }

  private func isWanted(_ form: DeadlineForm, _ text: String) -> Bool {
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

  /// A day must end near the years of the plan; a window may not begin before them either.
  private func isNear(_ place: Place) -> Bool {
    guard place.opens.map(\.periods)?.allSatisfy({ isNear($0.year) }) ?? true else { return false }
    switch place.moment {
    case .day(let day): return day.periods.allSatisfy { isNear($0.year) }
    case .window(let window):
      return (window.periods.first?.year ?? years.lowerBound) >= years.lowerBound
        && isNear(window.periods.last?.year)
    }
  }

  private func isNear(_ year: Int?) -> Bool {
    year.map { (years.lowerBound - 1...years.upperBound + 10).contains($0) } ?? true
  }

  /// The deadlines of a clause. A rhythm and a day farther on belong together if the language reads them so; beside a
  /// deadline with days, words that only say how often are no deadline of their own.
  private func joined(_ pieces: [Piece]) -> [([Range<Int>], String)] {
    if pieces.count == 2 {
      for text in ["\(pieces[0].text), \(pieces[1].text)", "\(pieces[0].text) \(pieces[1].text)"]
      where deadline(text) != nil {
        return [(pieces.map(\.range), text)]
      }
    }
    let firm = pieces.filter(\.isFirm)
    return (firm.isEmpty ? pieces : firm).map { ([$0.range], $0.text) }
  }

  /// The units that the sentence names before the deadline, or behind one that it begins with (*Hằng năm, các sở xây
  /// dựng …*); else the unit that the part of the text is about.
  private func lead(around range: [Range<Int>], _ words: [String], in sentence: String) -> [String] {
    let before = words[..<(range.first?.lowerBound ?? 0)].joined(separator: " ")
    let behind = before.isEmpty ? words[(range.last?.upperBound ?? 0)...].joined(separator: " ") : ""
    // *(trong đó các đơn vị: Chi cục A, Trung tâm B gửi …)*
    let colon = before.lastIndex(of: ":").map { before[before.index(after: $0)...].trimmed }
    for text in [colon ?? before, behind, sentence] {
      var (head, verb, _) = AssignmentText.Part.cut(text.bare)
      // *Văn phòng: Chủ trì …*
      if UnitNames.beginsWithNoun(head), let colon = head.firstIndex(of: ":") { head = head[..<colon].trimmed }
      guard verb != nil, !head.isEmpty, head.count <= 200, UnitNames.isName(head) else { continue }
      let names = UnitNames.split(head).filter(UnitNames.isName)
      if !names.isEmpty { return names }
    }
    return unit.map(UnitNames.split) ?? []
  }

  private static let bases = [
    "căn cứ", "theo đề nghị", "xét đề nghị", "quán triệt", "thực hiện nghị quyết", "thực hiện quyết định",
    "thực hiện kế hoạch", "thực hiện chương trình", "thực hiện công văn", "thực hiện văn bản", "ban hành kèm theo",
    "(ban hành kèm theo", "kèm theo", "(kèm theo", "số:",
  ]

  /// Words with which a deadline begins that is to be kept.
  private static let firmOpenings = [
    "trước ngày", "chậm nhất", "muộn nhất", "trước", "hoàn thành trước", "không quá", "trong vòng", "đến hết ngày",
    "định kỳ",
    "before", "no later than", "by", "within",
  ]

  private static let openings: [String] =
    firmOpenings + [
      "hằng tuần", "hàng tuần", "hằng tháng", "hàng tháng", "hằng quý", "hàng quý", "hằng năm", "hàng năm", "mỗi tuần",
      "mỗi tháng", "mỗi quý", "mỗi năm", "trong quý", "trong tháng", "trong năm", "trong 6 tháng", "trong 06 tháng",
      "đến hết năm", "đến hết quý", "đến hết tháng", "kể từ ngày", "từ ngày", "theo quý", "every", "quarterly",
      "monthly",
    ]

  /// These begin a deadline only at the beginning of a clause; elsewhere they tell what a document is about.
  private static let firstOpenings = ["thường xuyên", "đến năm", "năm", "quý", "tháng", "đến quý", "đến tháng"]

  /// *dự toán hàng năm* says which money is meant, and not when.
  private static let adjectives: Set<String> = ["hằng", "hàng"]
  private static let money = ["kinh phí", "bố trí", "chi thường xuyên", "phê duyệt dự toán"]
}

extension DeadlineForm {
  /// Whether it says on which days, and not only in which periods.
  fileprivate var namesDays: Bool {
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
