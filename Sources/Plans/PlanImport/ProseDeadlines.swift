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
    /// The numbered heading above, as its place and words; nil if there is none.
    var heading: Heading?
  }

  /// A numbered heading of the text.
  struct Heading: Equatable {
    var number: RowNumber
    var title: String
    var place: SourcePlace
  }

  /// A sentence with a day or a period that is no task.
  struct Other {
    var text: String
    var reason: Bilingual
    var place: SourcePlace
  }

  var found: [Found] = []
  private(set) var others: [Other] = []
  let years: ClosedRange<Int>
  let reader = DeadlineReader()
  /// The unit that the present part of the text is about, which the last heading names; nil if it names none.
  private(set) var unit: String?
  /// The last numbered heading, and the one before the paragraph that may be the subject of lines below it.
  private var heading: Heading?
  private var headingBefore: Heading?
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
    headingBefore = heading
    if let period = Self.period(body) {
      self.period = period
      return
    }
    if let heading = Self.heading(text) {
      period = nil
      if let (number, title) = Self.numbered(text) {
        self.heading = Heading(number: number, title: title, place: paragraph.place)
      }
      let name = heading.split(separator: ":").first.map(String.init) ?? heading
      unit = UnitNames.beginsWithNoun(name) && !Self.isOfThings(name) && !heading.isUppercase ? name : nil
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
    if let period, period.isDay, readHour(body, of: period, at: paragraph.place) { return }
    let clauses = Self.clauses(body)
    var isDated = true
    for (index, clause) in clauses.enumerated() {
      let before = found.count
      let isRest = !isDated && Self.goesOn(clause)
      defer { isDated = found.count > before }
      if index > 0, let line = LabelledLine(clause), line.role == .deadline, deadline(line.text) != nil, !wantsDays {
        // *…; thời hạn: 25/3/2026*
        add(clauses[index - 1].bare, words: line.text, deadline: line.text, of: body, at: paragraph.place)
        continue
      }
      read(isRest ? "\(clauses[index - 1]); \(clause)" : clause, of: body, at: paragraph.place)
      guard found.count == before, !isBasis else { continue }
      if isItem, let period, clauses.count == 1 {
        add(clause.bare, words: period.words, deadline: period.completed(""), of: body, at: paragraph.place)
      } else if !isGoal, let event = event(in: clause) {
        add(clause.bare, words: event, deadline: event, of: body, at: paragraph.place)
      } else if others.last?.text != clause.bare, Self.namesTime(clause) {
        others.append(Other(text: clause.bare, reason: Self.reason(isGoal), place: paragraph.place))
      } else if !isGoal, index + 1 == clauses.count, isItem || text != body, Self.givesDuty(body),
        found.last?.place != paragraph.place
      {
        others.append(
          Other(
            text: body.bare,
            reason: .init(vi: "giao việc nhưng không nêu thời hạn", en: "it gives a duty without a deadline"),
            place: paragraph.place))
      }
    }
  }

  /// The period that a paragraph names for the items below it: *Tháng 3/2027*, *Thứ Hai, ngày 22/3:*.
  private static func period(_ body: String) -> PeriodContext? {
    if let period = PeriodContext(body.bare) { return period }
    return PeriodContext(heading: body).flatMap { $0.isDay || !$0.days.isEmpty && body.count <= 60 ? $0 : nil }
  }

  /// *8h00: Thường trực họp giao ban* below the day. Returns false for other items.
  private mutating func readHour(_ body: String, of day: PeriodContext, at place: SourcePlace) -> Bool {
    let words = body.split(separator: " ").map(String.init)
    let counts = [1, 2, 3, 4].filter { count in
      words.count > count && CellContent.isHour(words.prefix(count).joined(separator: " ").bare)
    }
    guard let count = counts.last else { return false }
    let label = words.prefix(count).joined(separator: " ").bare
    let deadline = day.completed(label, in: years.count == 1 ? years.lowerBound : nil)
    let rest = words.dropFirst(count).joined(separator: " ").bare
    guard deadline != label, !rest.isEmpty else { return false }
    add(rest, words: "\(day.words): \(label)", deadline: deadline, of: rest, at: place)
    return true
  }

  /// The task above lines such as *Thời gian thực hiện: Quý II/2026*, if one of them says when.
  private mutating func endBlock() {
    guard block.isDue, let place = blockPlace else { return }
    // The paragraph was the subject of the lines, and no heading.
    if heading?.place == place { heading = headingBefore }
    defer { block = LabelledBlock() }
    let (named, supporting) = units(around: [], block.subject.split(separator: " ").map(String.init), in: block.subject)
    found.append(
      Found(
        clause: block.subject, words: block.deadline, deadline: block.deadline,
        lead: block.leads.isEmpty ? named : block.leads, support: block.supports + supporting, namesDays: true,
        place: place, heading: heading))
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
    guard label.count <= 80, rest.contains(" ") else { return false }
    let due = Self.withoutStage(period?.completed(label, in: years.count == 1 ? years.lowerBound : nil) ?? label)
    guard PeriodContext(due) != nil || deadline(due) != nil || saysAfter(due) else { return false }
    add(rest.bare, words: label, deadline: due, of: rest, at: place)
    return true
  }

  private mutating func add(
    _ clause: String, words: String, deadline: String, of sentence: String, at place: SourcePlace
  ) {
    let (lead, support) = units(around: [], sentence.split(separator: " ").map(String.init), in: sentence)
    found.append(
      Found(
        clause: clause, words: words, deadline: deadline, lead: lead, support: support, namesDays: true, place: place,
        heading: heading))
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

  /// The number and the words of a heading; nil for other paragraphs, and for headings without a number.
  static func numbered(_ text: String) -> (number: RowNumber, title: String)? {
    guard let (number, rest) = RowNumber.leading(text), !rest.isEmpty, heading(text) != nil else { return nil }
    return (number, rest.bare)
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
    if pieces.count == 1, Self.isTimeAlone(words, but: pieces[0].range) {
      // *Năm học 2026-2027* names a time and asks for nothing.
      others.append(
        Other(text: clause.bare, reason: .init(vi: "chỉ nêu thời gian", en: "it names a time alone"), place: place))
      return
    }
    if !pieces.isEmpty, Self.isOfThings(clause), clause.folded.hasWord(["đã"]) {
      others.append(
        Other(text: clause.bare, reason: .init(vi: "nói về việc đã qua", en: "it tells what was"), place: place))
      return
    }
    var seen: Set<String> = []
    for (range, deadline) in joined(pieces, words) where seen.insert(deadline.folded).inserted {
      let text = range.map { words[$0].joined(separator: " ").bare }.joined(separator: " … ")
      let (lead, support) = units(around: range, words, in: sentence)
      found.append(
        Found(
          clause: clause.bare, words: text, deadline: deadline, lead: lead, support: support,
          namesDays: self.deadline(deadline)?.items[0].form.namesDays ?? false, place: place, heading: heading))
    }
  }
}
