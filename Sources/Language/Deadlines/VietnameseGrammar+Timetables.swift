import CivilCalendar

/// Somebody else's timetable.
extension VietnameseGrammar {
  static let timetableKinds = Vocabulary<Timetable.Kind>([
    ("tiến độ", .schedule), ("kế hoạch", .plan), ("lộ trình", .roadmap), ("hướng dẫn", .guidance), ("quy định", .rules),
    ("qui định", .rules), ("tiến độ triển khai", .schedule), ("tiến độ thực hiện", .schedule),
    ("kế hoạch triển khai", .plan), ("tiến độ chung", .schedule), ("lộ trình thực hiện", .roadmap),
    ("lịch", .schedule),
    ("thời gian biểu", .schedule),
  ])

  func timetableForms(_ start: Int) -> [OpenForm] {
    timetables(start).filter { $0.end == phrase.limit }.map { OpenForm(form: .timetable($0.value)) }
  }

  /// *theo tiến độ [của X]*, *theo Quyết định số …*; one that ends before the limit is followed by a clause without a
  /// comma.
  func timetables(_ start: Int) -> Parses<Timetable> {
    guard let word = phrase.match(start, Lexicon("theo", "theo đúng", "căn cứ theo", "căn cứ")), word < phrase.limit,
      phrase.match(start, Lexicon("theo hạn của nhiệm vụ", "theo hạn nhiệm vụ", "theo phát sinh")) == nil
    else { return [] }
    let (kinds, isInForce, end) = timetableKinds(word)
    if !kinds.isEmpty {
      if end == phrase.limit { return [(Timetable(kinds: kinds, source: nil, isInForce: isInForce), end)] }
      if let of = phrase.key(end, "của"), var found = source(of, kinds) {
        found.value.isInForce = isInForce
        return [found]
      }
      if phrase.isKey(end, "của") { return [] }
      if limit(at: end, from: end, kinds) == .clause {
        return [(Timetable(kinds: kinds, source: nil, isInForce: isInForce), end)]
      }
    }
    var found: Parses<Timetable> = []
    if !kinds.isEmpty, phrase.isKey(end, "khi") || phrase.isKey(end, "sau") {
      found.append((Timetable(kinds: kinds, source: nil, isInForce: isInForce), end))
    }
    guard !namesPeriod(start, word), let source = source(word, []) else { return found }
    return found + [source]
  }

  private func timetableKinds(_ start: Int) -> (kinds: [Timetable.Kind], isInForce: Bool, end: Int) {
    var kinds: [Timetable.Kind] = []
    var isInForce = false
    var end = start
    while let kind = phrase.lookUp(end, Self.timetableKinds), !kinds.contains(kind.value) {
      kinds.append(kind.value)
      end = kind.end
      if let word = phrase.match(end, Lexicon("hiện hành")) { (isInForce, end) = (true, word) }
      guard let next = phrase.match(end, Lexicon(",", "và", ", và", "hoặc")),
        phrase.lookUp(next, Self.timetableKinds) != nil
      else { break }
      end = next
    }
    return (kinds, isInForce, end)
  }

  /// Reports, rhythms, periods and days are no document: their wording is a rhythm, a window or a day, or a mistake.
  private func namesPeriod(_ start: Int, _ word: Int) -> Bool {
    !rhythms(start).isEmpty || !reportingRhythms(start).isEmpty || !reportingPeriod(word).isEmpty
      || !windowForms(word).isEmpty || boundedDays(word).contains { $0.value.bound != .on || phrase.isNumber(word) }
  }

  /// Whose timetable, or which document: to the end, or to a latest day or period that stands there without a comma.
  /// Nil where a day or period stands in it that the grammar can read and no clause can take.
  private func source(_ start: Int, _ kinds: [Timetable.Kind]) -> (value: Timetable, end: Int)? {
    guard let whole = phrase.name(start, phrase.limit) else { return nil }
    if phrase.isKey(start, "[") { return (Timetable(kinds: kinds, source: whole), phrase.limit) }
    var depth = 0
    for index in start..<phrase.limit {
      depth += phrase.isKey(index, "(") ? 1 : phrase.isKey(index, ")") ? -1 : 0
      guard index > start, depth == 0 else { continue }
      switch limit(at: index, from: start, kinds) {
      case .none: continue
      case .clause: return phrase.name(start, index).map { (Timetable(kinds: kinds, source: $0), index) }
      case .unreadable: return nil
      }
    }
    return (Timetable(kinds: kinds, source: whole), phrase.limit)
  }

  private enum SourceLimit { case none, clause, unreadable }

  /// A latest day or period that limits the timetable. A year behind a document's name is the document's (*theo Kế
  /// hoạch của tỉnh năm 2024*), behind somebody's progress it is a limit (*theo tiến độ của tỉnh năm 2022*).
  private func limit(at index: Int, from start: Int, _ kinds: [Timetable.Kind]) -> SourceLimit {
    let ahead = VietnameseGrammar(phrase.untraced())
    let isWithin = ahead.phrase.match(index, Lexicon("trong", "nội trong")) != nil
    if isWithin || ahead.phrase.match(index, Lexicon("năm", "quý", "tháng")) != nil {
      guard ahead.windowForms(index).contains(where: { $0.end == phrase.limit }) else { return .none }
      let isDocument = namesDocument(start, index, anyKind: !isWithin)
      if isDocument || !isWithin && (kinds.isEmpty || !kinds.allSatisfy { $0 == .schedule || $0 == .roadmap }) {
        return .none
      }
      return ahead.backstops(index).isEmpty ? .unreadable : .clause
    }
    guard ahead.phrase.match(index, Lexicon("đến", "cho đến", "tới", "từ nay đến")) == nil,
      ahead.boundedDays(index).contains(where: { $0.value.bound != .on })
    else { return .none }
    return ahead.backstops(index).isEmpty ? .unreadable : .clause
  }

  /// The words up to `end` name a document: they have its number, or, of any kind, its sort.
  private func namesDocument(_ start: Int, _ end: Int, anyKind: Bool) -> Bool {
    let words = Lexicon(
      "chương trình", "đề án", "dự án", "kế hoạch", "quyết định", "nghị quyết", "nghị định", "thông tư", "công văn",
      "luật", "chỉ thị", "quy chế", "chiến lược", "quy hoạch", "hội nghị")
    let ahead = phrase.untraced()
    return (start..<end).contains { index in
      ahead.isKey(index, "số") && ahead.isNumber(index + 1) || anyKind && ahead.match(index, words) != nil
    }
  }
}

extension PhraseParser {
  func isNumber(_ index: Int) -> Bool { token(index)?.kind == .number }
}
