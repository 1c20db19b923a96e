import Documents

/// Who does what a sentence asks for.
extension ProseDeadlines {
  /// The units that lead and support: those that the sentence names before the deadline, or behind one that it begins
  /// with (*Hằng năm, các sở xây dựng …*); else the unit that the part of the text is about.
  func units(
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
      guard let head = Self.head(of: asked) else { continue }
      let names = UnitNames.split(head).filter(UnitNames.isName)
      if !names.isEmpty { return (names, AssignmentText(leadOf: asked)?.support ?? []) }
    }
    if let named = Self.inBrackets(sentence) { return named }
    return (unit.map(UnitNames.split) ?? [], [])
  }

  /// The names that a sentence begins with; nil if it begins with none.
  private static func head(of sentence: String) -> String? {
    var (head, verb, _) = AssignmentText.Part.cut(sentence)
    // *Văn phòng: Chủ trì …*
    if UnitNames.beginsWithNoun(head), let colon = head.firstIndex(of: ":") { head = head[..<colon].trimmed }
    let own = cutAtWork(sentence)
    // The verb that comes first ends the name.
    if let own, verb == nil || own.count < head.count { (head, verb) = (own, "") }
    guard verb != nil, !head.isEmpty, head.count <= 200, UnitNames.isName(head), !isOfThings(head) else { return nil }
    return head
  }

  /// The name before one of the words that tell what offices do and that are no parts of their names: *Ban Tuyên giáo* of
  /// *Ban Tuyên giáo sưu tầm tư liệu*. Nil if there is none.
  private static func cutAtWork(_ sentence: String) -> String? {
    guard UnitNames.beginsWithNoun(sentence) else { return nil }
    let words = sentence.split(separator: " ").map(String.init)
    for index in words.indices.dropFirst(2).prefix(14) where words[index].startsLowercase {
      if words[index - 1].hasSuffix(",") || ["và", "các", "của"].contains(words[index - 1].folded) { continue }
      let pair = words[index...].prefix(2).joined(separator: " ").folded.bare
      let isShort = index > 2 && shortWork.contains(words[index].folded) && index + 1 < words.count
      if work.contains(pair) || isShort { return words[..<index].joined(separator: " ").bare }
    }
    return nil
  }

  /// *tổng kết, khen thưởng (Văn phòng Đảng ủy chủ trì)*
  private static func inBrackets(_ sentence: String) -> (lead: [String], support: [String])? {
    guard let close = sentence.lastIndex(of: ")"), let open = sentence[..<close].lastIndex(of: "(") else { return nil }
    let text = String(sentence[sentence.index(after: open)..<close])
    guard text.folded.hasWord(["chủ trì", "thực hiện", "phụ trách", "đầu mối"]) else { return nil }
    let read = AssignmentText(text)
    return read.lead.isEmpty || !read.lead.allSatisfy(UnitNames.begins) ? nil : (read.lead, read.support)
  }

  /// Whether a sentence asks a unit for something: *Đề nghị Ủy ban MTTQ tỉnh vận động …*, *UBND các xã có trách nhiệm …*.
  static func givesDuty(_ sentence: String) -> Bool {
    let text = sentence.bare
    let asked = DocumentSentence.withoutRequest(text)
    if isOfThings(asked) { return false }
    if asked != text { return UnitNames.beginsWithNoun(asked) || UnitNames.isGroup(asked) }
    return UnitNames.beginsWithNoun(text) && head(of: text).map { $0.count < text.count } == true
  }
}
