/// Several deadlines in one cell, each with the words that say what for.
extension DeadlineRepair {
  /// *mỗi tháng 1 lần, cấp trên mỗi quý 1 lần*; *Đến năm 2025, sơ kết; đến năm 2029, tổng kết*; two rhythms joined by
  /// *và*. Each part becomes a labelled deadline.
  func parts(_ draft: Draft) -> [Draft] {
    for marks in [[";"], [","], ["và"], [";", ","]] {
      if let parts = labelled(draft.text, splitAt: Set(marks)) {
        let text = parts.map { $0.label.isEmpty ? $0.text : "\($0.label): \($0.text)" }.joined(separator: "; ")
        return [Draft(text: text, edits: draft.edits + [Edit(draft.text, text)])]
      }
    }
    return []
  }

  private typealias Part = (label: String, text: String, form: DeadlineForm)

  private func labelled(_ text: String, splitAt marks: Set<String>) -> [(label: String, text: String)]? {
    let phrase = PhraseParser(text)
    var parts: [Part] = []
    var start = 0
    for end in phrase.tokens.indices.filter({ marks.contains(phrase.tokens[$0].key) }) + [phrase.limit] {
      guard let words = phrase.slice(start, end), let part = part(words) else { return nil }
      parts.append(part)
      start = end + 1
    }
    guard parts.count > 1 else { return nil }
    if parts.allSatisfy({ $0.form.recurs }) {
      // Rhythms without words of their own are told apart by how often.
      parts = parts.map { $0.label.isEmpty ? (Self.rhythmName($0.form), $0.text, $0.form) : $0 }
    } else if !parts.allSatisfy({ $0.form.isPlain && !$0.label.isEmpty }) {
      return nil
    }
    guard Set(parts.map(\.label)).count == parts.count else { return nil }
    return parts.map { ($0.label, $0.text) }
  }

  /// The deadline at either end of the words, and the words beside it.
  private func part(_ words: String) -> Part? {
    let phrase = PhraseParser(words)
    func form(_ text: String) -> DeadlineForm? {
      let free = reader.read(text).freeText
      guard free.count == 1, free[0].items.count == 1, free[0].items[0].clauses.isEmpty, free[0].items[0].label == nil,
        free[0].items[0].form.hasOwnEdge
      else { return nil }
      return free[0].items[0].form
    }
    if let whole = form(words) { return ("", words, whole) }
    for start in 1..<max(1, phrase.limit) where Spelling.isLabel(phrase.tokens[..<start]) {
      if let rest = phrase.slice(start, phrase.limit), let form = form(rest), let label = phrase.slice(0, start) {
        return (label, rest, form)
      }
    }
    for end in stride(from: phrase.limit - 1, to: 0, by: -1) where Spelling.isLabel(phrase.tokens[end...]) {
      if let rest = phrase.slice(0, end), let form = form(rest), let label = phrase.slice(end, phrase.limit) {
        return (label, rest, form)
      }
    }
    return nil
  }

  private static func rhythmName(_ form: DeadlineForm) -> String {
    guard case .recurring(let recurrence) = form, case .every(let unit, 1) = recurrence.rhythm else { return "" }
    switch unit {
    case .week: return "hằng tuần"
    case .month: return "hằng tháng"
    case .quarter: return "hằng quý"
    case .half: return "6 tháng"
    case .year: return "hằng năm"
    case .schoolYear: return "năm học"
    case .term: return "học kỳ"
    case .fiscalYear: return "năm tài chính"
    }
  }

  /// *định kỳ* with nothing that says how often: somebody else's timetable, said to be unnamed.
  func unstatedRhythm(_ draft: Draft) -> [Draft] {
    let fillers: Set<String> = [
      "báo", "cáo", "đầy", "đủ", "đúng", "thời", "hạn", "kịp", "thực", "hiện", "và", ",", ".",
    ]
    var keys = PhraseLexer.tokens(draft.text).map(\.key)
    var sudden = false
    if keys.suffix(2) == ["đột", "xuất"] {
      sudden = true
      keys.removeLast(2)
    }
    keys.removeAll(where: fillers.contains)
    guard keys == ["định", "kỳ"] || keys == ["định", "kì"] else { return [] }
    let now = sudden ? "theo định kỳ; đột xuất: khi có phát sinh" : "theo định kỳ"
    return [Draft(text: now, edits: draft.edits + [Edit(draft.text, now)])]
  }
}

extension DeadlineForm {
  /// The grammar knows where the form ends: no words behind it can belong to a name.
  var hasOwnEdge: Bool {
    switch self {
    case .day, .window, .range, .yearsOnward, .recurring, .times, .standing: true
    case .counted(let counted): if case .date = counted.anchor { true } else { false }
    case .eachCase, .timetable, .unclear: false
    }
  }
}
