import Deadlines
import Diagnostics
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
    var support: [String] = []
    /// Whether it says on which days, and not only in which periods.
    var namesDays: Bool
    var place: SourcePlace
  }

  /// A sentence with a day or a period that is no task.
  struct Other {
    var text: String
    var reason: Bilingual
    var place: SourcePlace
  }

  private(set) var found: [Found] = []
  private(set) var others: [Other] = []
  let years: ClosedRange<Int>
  let reader = DeadlineReader()
  /// The unit that the present part of the text is about, which the last heading names; nil if it names none.
  private var unit: String?
  private var isGoals = false
  /// Whether only deadlines with days count, as in goals and legal bases.
  var wantsDays = false
  /// The period that the last heading names (*Tháng 3/2027*), for the items below it; nil if it names none.
  private var period: PeriodContext?
  /// The paragraph before, with the lines below it that say when and who.
  private var block = LabelledBlock()
  private var blockPlace: SourcePlace?

  /// - Parameter years: the years of the plan; days far from them belong to other documents.
  init(_ paragraphs: [Paragraph], years: ClosedRange<Int>) {
    self.years = years
    for paragraph in paragraphs { read(paragraph) }
    endBlock()
  }

  private mutating func read(_ paragraph: Paragraph) {
    let text = paragraph.text.onOneLine
    let body = Self.withoutBullet(text)
    guard !body.isEmpty else { return }
    if !block.subject.isEmpty, let line = LabelledLine(body), !isGoals {
      block.add(line)
      return
    }
    endBlock()
    (block, blockPlace) = (LabelledBlock(of: body.bare), paragraph.place)
    if let period = PeriodContext(body.bare) {
      self.period = period
      return
    }
    if let heading = Self.heading(text) {
      period = nil
      let name = heading.split(separator: ":").first.map(String.init) ?? heading
      unit = UnitNames.beginsWithNoun(name) && !heading.isUppercase ? name : nil
      isGoals = heading.folded.hasWord(Self.goals)
      return
    }
    let folded = body.folded
    guard !body.isUppercase, !Self.isDateline(folded) else { return }
    let isBasis = Self.bases.contains { folded.hasPrefix($0) }
    // *Mục tiêu: đến hết năm 2026, …*
    let isGoal = isGoals || Self.goals.contains { folded.hasPrefix($0 + ":") }
    wantsDays = isGoal || isBasis
    if readLabelled(body, at: paragraph.place) { return }
    let isItem = text.first.map { "-–+•*".contains($0) } == true
    let clauses = Self.clauses(body)
    for (index, clause) in clauses.enumerated() {
      let before = found.count
      if index > 0, let line = LabelledLine(clause), line.role == .deadline, deadline(line.text) != nil, !wantsDays {
        // *…; thời hạn: 25/3/2026*
        add(clauses[index - 1].bare, words: line.text, deadline: line.text, of: body, at: paragraph.place)
        continue
      }
      read(clause, of: body, at: paragraph.place)
      guard found.count == before, !isBasis else { continue }
      if isItem, let period, clauses.count == 1 {
        add(clause.bare, words: period.words, deadline: period.completed(""), of: body, at: paragraph.place)
      } else if isItem, !isGoal, let event = event(in: clause) {
        add(clause.bare, words: event, deadline: event, of: body, at: paragraph.place)
      } else if others.last?.text != clause.bare, Self.namesTime(clause) {
        others.append(Other(text: clause.bare, reason: Self.reason(isGoal), place: paragraph.place))
      }
    }
  }

  /// The task above lines such as *Thời gian thực hiện: Quý II/2026*, if one of them says when.
  private mutating func endBlock() {
    guard block.isDue, let place = blockPlace else { return }
    defer { block = LabelledBlock() }
    let (named, supporting) = units(around: [], block.subject.split(separator: " ").map(String.init), in: block.subject)
    found.append(
      Found(
        clause: block.subject, words: block.deadline, deadline: block.deadline,
        lead: block.leads.isEmpty ? named : block.leads, support: block.supports + supporting, namesDays: true,
        place: place))
  }

  private static func reason(_ isGoals: Bool) -> Bilingual {
    isGoals
      ? .init(
        vi: "trong phần mục tiêu, đánh giá: không phải hạn của một việc",
        en: "among goals and accounts: no duty's deadline")
      : .init(
        vi: "có ngày hoặc kỳ nhưng không đọc được thành hạn của một việc", en: "it names a time, but no duty's deadline"
      )
  }

  /// Whether the text names a day or a period of the calendar.
  private static func namesTime(_ text: String) -> Bool {
    if text.folded.hasWord(["khi có", "khi xảy ra", "ngay khi", "sau khi"]) { return true }
    let words = text.folded.split { " ,;()".contains($0) }.map(String.init)
    return words.indices.dropLast().contains { index in
      guard timeWords.contains(words[index]) else { return false }
      let next = words[index + 1]
      // *Kế hoạch năm 2026* is no time of anything.
      if words[index] == "năm" {
        return index > 0 && ["trong", "đến", "hết", "cuối", "đầu", "từ"].contains(words[index - 1])
      }
      return next.first?.isNumber == true
        || ["i", "ii", "iii", "iv", "tuần", "tháng", "quý", "năm", "ngày"].contains(next)
    } || !NumericDate.all(in: text).isEmpty || words.contains(where: isDayAndMonth)
  }

  /// *Từ tháng 5 đến tháng 8/2027: Thu thập thông tin; kiểm tra, giám sát.*: all behind the colon is due at the time
  /// before it. Returns false for other sentences.
  private mutating func readLabelled(_ body: String, at place: SourcePlace) -> Bool {
    guard let colon = body.firstIndex(of: ":"), !isGoals else { return false }
    let (label, rest) = (body[..<colon].trimmed, body[body.index(after: colon)...].trimmed)
    guard label.count <= 80, rest.contains(" "), PeriodContext(label) != nil || deadline(label) != nil else {
      return false
    }
    add(rest.bare, words: label, deadline: label, of: rest, at: place)
    return true
  }

  private mutating func add(
    _ clause: String, words: String, deadline: String, of sentence: String, at place: SourcePlace
  ) {
    let (lead, support) = units(around: [], sentence.split(separator: " ").map(String.init), in: sentence)
    found.append(
      Found(
        clause: clause, words: words, deadline: deadline, lead: lead, support: support, namesDays: true, place: place))
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
    let pieces = pieces(words)
    if !pieces.isEmpty, clause.folded.contains(anyOf: Self.effects) {
      others.append(
        Other(
          text: clause.bare,
          reason: .init(vi: "nói về hiệu lực của văn bản", en: "it says when the document takes effect"),
          place: place))
      return
    }
    if pieces.count == 1, pieces[0].range == words.indices {
      // *Năm học 2026-2027* names a time and asks for nothing.
      others.append(
        Other(text: clause.bare, reason: .init(vi: "chỉ nêu thời gian", en: "it names a time alone"), place: place))
      return
    }
    var seen: Set<String> = []
    for (range, deadline) in joined(pieces, words) where seen.insert(deadline.folded).inserted {
      let text = range.map { words[$0].joined(separator: " ").bare }.joined(separator: " … ")
      let (lead, support) = units(around: range, words, in: sentence)
      found.append(
        Found(
          clause: clause.bare, words: text, deadline: deadline, lead: lead, support: support,
          namesDays: self.deadline(deadline)?.items[0].form.namesDays ?? false, place: place))
    }
  }

  /// The units that lead and support: those that the sentence names before the deadline, or behind one that it begins
  /// with (*Hằng năm, các sở xây dựng …*); else the unit that the part of the text is about.
  private func units(
    around range: [Range<Int>], _ words: [String], in sentence: String
  ) -> (lead: [String], support: [String]) {
    let before = words[..<(range.first?.lowerBound ?? 0)].joined(separator: " ")
    let behind = before.isEmpty ? words[(range.last?.upperBound ?? 0)...].joined(separator: " ") : ""
    // *(trong đó các đơn vị: Chi cục A, Trung tâm B gửi …)*
    let colon = before.lastIndex(of: ":").map { before[before.index(after: $0)...].trimmed }
    // *Hằng tuần, vào chiều thứ Sáu, các sở gửi …*
    let parts = behind.split(separator: ",").map(\.trimmed)
    let skipped = parts.prefix { $0.isEmpty || $0.folded.hasPrefix("vào ") || $0.folded.hasPrefix("trước ") }.count
    let rests = skipped > 0 ? [parts[skipped...].joined(separator: ", ")] : []
    for text in [colon ?? before, behind] + rests + [sentence] {
      let asked = DocumentSentence.withoutRequest(text.bare)
      var (head, verb, _) = AssignmentText.Part.cut(asked)
      // *Văn phòng: Chủ trì …*
      if UnitNames.beginsWithNoun(head), let colon = head.firstIndex(of: ":") { head = head[..<colon].trimmed }
      guard verb != nil, !head.isEmpty, head.count <= 200, UnitNames.isName(head) else { continue }
      let names = UnitNames.split(head).filter(UnitNames.isName)
      if !names.isEmpty { return (names, asked == text.bare ? [] : AssignmentText(leadOf: asked)?.support ?? []) }
    }
    return (unit.map(UnitNames.split) ?? [], [])
  }
}
