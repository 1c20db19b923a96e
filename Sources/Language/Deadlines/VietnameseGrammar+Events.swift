import CivilCalendar

/// Deadlines that hang on events, tasks, or somebody else's timetable.
extension VietnameseGrammar {
  static let withinWords = Lexicon(
    "trong", "trong vòng", "trong thời hạn", "trong thời gian", "chậm nhất", "chậm nhất là", "chậm nhất sau",
    "chậm nhất là sau", "chậm nhất không quá", "chậm nhất là không quá", "không quá", "sau", "sau thời hạn",
    "muộn nhất",
    "muộn nhất là", "trong thời hạn không quá", "trong thời hạn tối đa", "tối đa", "chậm nhất trong",
    "chậm nhất trong vòng", "chậm nhất trong thời hạn", "trong vòng không quá", "trong vòng tối đa", "tối đa không quá")
  static let sinceWords = Lexicon(
    "kể từ ngày", "kể từ khi", "kể từ thời điểm", "kể từ lúc", "kể từ", "từ ngày", "từ khi", "từ thời điểm", "sau ngày",
    "sau khi", "sau", "tính từ ngày", "tính từ khi", "tính từ thời điểm", "kể từ sau khi", "kể từ sau ngày")

  func countedForms(_ start: Int) -> [OpenForm] {
    var forms = afterForms(start) + beforeForms(start) + monthDayForms(start)
    let end = phrase.limit
    if let task = phrase.match(start, Lexicon("theo hạn của nhiệm vụ", "theo hạn nhiệm vụ", "cùng hạn với nhiệm vụ")),
      let mention = taskMention(task, end)
    {
      forms.append(OpenForm(form: .counted(CountedDeadline(.same, of: .taskDue(mention))), preference: 5))
    }
    return forms
  }

  /// *trong 30 ngày kể từ ngày X*, *ngay sau khi X*, *sau khi X*, *kể từ ngày X*.
  private func afterForms(_ start: Int) -> [OpenForm] {
    var forms: [OpenForm] = []
    let count = phrase.skip(start, Self.withinWords)
    for durations in durations(count) {
      guard let since = phrase.match(phrase.skip(durations.end, Lexicon(",")), Self.sinceWords) else { continue }
      forms += anchored(since) { CountedDeadline(.within, durations.value, of: $0) }
    }
    if let at = phrase.match(
      start, Lexicon("ngay sau khi", "ngay khi", "ngay sau ngày", "ngay sau", "ngay từ khi", "ngay lập tức sau khi"))
    {
      forms += anchored(at) { CountedDeadline(.immediately, of: $0) }
    }
    if let after = phrase.match(start, Lexicon("sau khi", "sau ngày", "sau")), count <= after {
      forms += anchored(after) { CountedDeadline(.after, of: $0) }
    }
    if let from = phrase.match(start, Lexicon("kể từ ngày", "kể từ khi", "từ ngày", "từ khi", "kể từ thời điểm")) {
      forms += anchored(from) { CountedDeadline(.from, of: $0) }
    }
    return forms
  }

  /// *10 ngày trước ngày X*, *trước ngày X ít nhất 07 ngày*, *trước khi X*.
  private func beforeForms(_ start: Int) -> [OpenForm] {
    var forms: [OpenForm] = []
    let least = Lexicon("ít nhất", "tối thiểu", "chậm nhất", "ít nhất là", "chậm nhất là")
    let count = phrase.skip(phrase.skip(start, Self.withinWords), least)
    for durations in durations(count) {
      guard let before = phrase.match(durations.end, Lexicon("trước ngày", "trước khi", "trước thời điểm", "trước"))
      else {
        continue
      }
      forms += anchored(before) { CountedDeadline(.before, durations.value, of: $0) }
    }
    guard let before = phrase.match(start, Lexicon("trước khi", "trước ngày", "trước thời điểm", "trước")) else {
      return forms
    }
    forms += anchored(before, isBefore: true) { CountedDeadline(.before, of: $0) }
    let ahead = VietnameseGrammar(phrase.untraced())
    // The first place where a count reaches to the end, so that *ít nhất* is not taken into the name.
    for end in (before + 1)..<max(before + 1, phrase.limit) {
      let tail = ahead.phrase.skip(ahead.phrase.skip(end, Lexicon(",")), least)
      guard let durations = ahead.durations(tail).first(where: { $0.end == phrase.limit }) else { continue }
      return forms
        + VietnameseGrammar(phrase.limited(to: end)).anchored(before) {
          CountedDeadline(.before, durations.value, of: $0)
        }.map { OpenForm(form: $0.form, preference: $0.preference + 3) }
    }
    return forms
  }

  /// *trước ngày 15 của tháng kế tiếp tháng có X*.
  private func monthDayForms(_ start: Int) -> [OpenForm] {
    bounds(start).flatMap { bound -> [OpenForm] in
      let word = phrase.skip(bound.end, Lexicon("ngày", "ngày thứ"))
      guard let day = phrase.number(word, in: 1...31, maxDigits: 2) else { return [] }
      let of = phrase.skip(word + 1, Self.ofWords)
      guard phrase.isKey(of, "tháng"), let next = phrase.match(of + 1, Self.following),
        phrase.isKey(next, "tháng"), phrase.isKey(next + 1, "có") || phrase.isKey(next + 1, "[")
      else { return [] }
      return anchored(next + 1) {
        CountedDeadline(.monthDay(day: day, monthsLater: 1, bound.value), of: $0)
      }.map { OpenForm(form: $0.form, preference: 3) }
    }
  }

  /// The forms for every anchor that the rest can be. Plain days are never names.
  private func anchored(_ start: Int, isBefore: Bool = false, _ make: (Anchor) -> CountedDeadline) -> [OpenForm] {
    let end = phrase.limit
    guard start < end else { return [] }
    if let day = plainDay(start) {
      // *trước 15/3/2024* and *từ ngày 15/3* are bounds, not counts.
      let counted = make(.date(day))
      return counted.durations.isEmpty && counted.relation != .immediately ? [] : [OpenForm(form: .counted(counted))]
    }
    if let done = phrase.match(start, Lexicon("hoàn thành nhiệm vụ", "nhiệm vụ", "xong nhiệm vụ")) {
      let tail = phrase.isKey(end - 1, "xong") ? end - 1 : phrase.isKey(end - 2, "hoàn") ? end - 2 : end
      if let task = taskMention(done, phrase.isKey(start, "nhiệm") ? tail : end) {
        return [OpenForm(form: .counted(make(.taskDone(task))))]
      }
    }
    if let due = phrase.match(
      start, Lexicon("hạn của nhiệm vụ", "hạn nhiệm vụ", "ngày đến hạn của nhiệm vụ", "đến hạn nhiệm vụ")),
      let task = taskMention(due, end)
    {
      return [OpenForm(form: .counted(make(.taskDue(task))))]
    }
    if isBefore || looksLikeDay(start) {
      guard !startsLikeDay(start) else { return [] }
    }
    return events(start).map { OpenForm(form: .counted(make(.event($0.value))), preference: $0.preference) }
  }

  /// A day, or the end of a named period, over the whole rest.
  private func plainDay(_ start: Int) -> DateExpression? {
    // *kể từ ngày* has taken the word that *ngày cuối cùng của tháng* begins with.
    let days = date(start) + (phrase.isKey(start - 1, "ngày") ? date(start - 1) : [])
    if let day = days.first(where: { $0.end == phrase.limit }) { return day.value }
    guard let end = phrase.match(start, Lexicon("kết thúc", "hết")) else { return nil }
    return period(end).first { $0.end == phrase.limit && ($0.value.index != nil || $0.value.year != nil) }
      .map { .end(of: PeriodSpan($0.value)) }
  }

  private func looksLikeDay(_ index: Int) -> Bool { phrase.token(index)?.kind == .number }

  /// Figures, a month, quarter or year cannot begin an event's name after *trước*.
  private func startsLikeDay(_ index: Int) -> Bool {
    if looksLikeDay(index) { return true }
    return !period(index).isEmpty || phrase.isKey(index, "cuối") || phrase.isKey(index, "giữa")
      || phrase.isKey(index, "tháng") || phrase.isKey(index, "quý")
  }

  /// The event or events that the whole rest names.
  func events(_ start: Int) -> [(value: EventExpression, preference: Int)] {
    var found: [(value: EventExpression, preference: Int)] = []
    if let whole = phrase.name(start, phrase.limit), phrase.isKey(start, "[") || !holdsBound(start) {
      found.append((.single(EventMention(whole)), 0))
    }
    if let first = phrase.match(start, Lexicon("cả", "đủ", "đủ cả", "có đủ", "có cả")) {
      found += splits(first, Lexicon("và", ", và")).map { (.all($0), 1) }
    }
    let isBracketed = phrase.isKey(start, "[")
    return found + splits(start, Lexicon("hoặc", ", hoặc")).map { (.any($0), isBracketed ? 1 : -1) }
  }

  /// A comma and then a bound with its day: that is no part of a name, unless brackets say so.
  private func holdsBound(_ start: Int) -> Bool {
    let ahead = VietnameseGrammar(phrase.untraced())
    return (start..<phrase.limit).contains { comma in
      phrase.tokens[comma].key == ","
        && ahead.boundedDays(ahead.phrase.skip(comma + 1, Self.but)).contains { $0.value.bound != .on }
    }
  }

  static let but = Lexicon("nhưng", "song", "và", "tuy nhiên", "nhưng phải")

  // MARK: Each case

  static let asItArises = Lexicon(
    "khi có phát sinh", "khi phát sinh", "nếu có phát sinh", "khi có vụ việc phát sinh", "đột xuất", "kịp thời",
    "theo phát sinh", "đột xuất , khi có phát sinh", "đột xuất khi có phát sinh", "đột xuất , khi phát sinh",
    "đột xuất khi phát sinh", "đột xuất , kịp thời", "đột xuất ( khi có phát sinh )", "khi có việc phát sinh",
    "ngay khi phát sinh", "ngay khi có phát sinh", "khi có vụ việc")

  /// *khi có phát sinh*, *đột xuất*, *kịp thời*: closed.
  func bareOccurrenceForms(_ start: Int) -> Parses<DeadlineForm> {
    guard let end = phrase.match(start, Self.asItArises) else { return [] }
    return [(.eachCase(trigger: nil, durations: []), phrase.skip(end, Lexicon("( nếu có )", ", kịp thời", "nếu có")))]
  }

  func eachCaseForms(_ start: Int) -> [OpenForm] {
    let word = phrase.match(
      start,
      Lexicon(
        "khi", "mỗi khi", "đột xuất khi", "bất cứ khi nào", "báo cáo đột xuất khi", "kịp thời khi", "đột xuất , khi",
        "đột xuất theo"))
    var forms: [OpenForm] = []
    for comma in start..<phrase.limit where phrase.tokens[comma].key == "," {
      for durations in durations(phrase.skip(comma + 1, Self.withinWords)) where durations.end == phrase.limit {
        let head = VietnameseGrammar(phrase.limited(to: comma))
        forms += head.triggers(word, start).map {
          OpenForm(form: .eachCase(trigger: $0, durations: durations.value), preference: 3)
        }
      }
    }
    return forms
      + triggers(word, start).compactMap { trigger in
        trigger.map { OpenForm(form: .eachCase(trigger: $0, durations: [])) }
      }
  }

  /// The trigger, or nil for *khi có phát sinh*.
  private func triggers(_ name: Int?, _ start: Int) -> [EventExpression?] {
    if phrase.match(start, Self.asItArises) == phrase.limit { return [nil] }
    guard let name else { return [] }
    return events(name).map(\.value)
  }

  /// *và đột xuất khi có yêu cầu*, *hoặc đột xuất (nếu có)* at the end of a recurring deadline.
  func additions(_ start: Int) -> [(form: DeadlineForm, mainEnd: Int)] {
    guard phrase.contains("đột xuất") else { return [] }
    for index in start..<phrase.limit {
      guard let next = phrase.match(index, Lexicon("và", "hoặc", ",", ", hoặc", "; hoặc", ", và")),
        let sudden = phrase.match(next, Lexicon("đột xuất", "báo cáo đột xuất", "khi có yêu cầu đột xuất"))
      else { continue }
      let first = phrase.isKey(next, "báo") ? next + 2 : next
      let bare = bareOccurrenceForms(first).filter { $0.end == phrase.limit }
      if let form = bare.first { return [(form.value, index)] }
      if sudden < phrase.limit, let form = eachCaseForms(first).first { return [(form.form, index)] }
    }
    return []
  }

  // MARK: Tasks, and words that are kept

  /// `[PLAN/]ID [(label)] [kỳ KEY]`
  func taskMention(_ start: Int, _ end: Int) -> TaskMention? {
    phrase.taskMention(start, end, keyWord: "kỳ")
  }

  func unclearForms(_ start: Int) -> [OpenForm] {
    guard let word = phrase.match(start, Lexicon("chưa rõ", "chưa xác định")) else { return [] }
    if word == phrase.limit { return [OpenForm(form: .unclear(""))] }
    guard phrase.isKey(word, ":"), let words = phrase.slice(word + 1, phrase.limit) else { return [] }
    return [OpenForm(form: .unclear(words), preference: 100)]
  }

  func standingForms(_ start: Int) -> Parses<DeadlineForm> {
    let word = phrase.match(
      start,
      Lexicon(
        "thường xuyên", "thường xuyên , liên tục", "thường xuyên , kịp thời", "liên tục", "thường xuyên liên tục",
        "quanh năm", "hằng ngày , thường xuyên"))
    guard let word else { return [] }
    var forms: Parses<DeadlineForm> = [(.standing(nil), word)]
    for window in windowForms(phrase.skip(word, Lexicon(","))) {
      guard case .window(let spans) = window.value, spans.count == 1 else { continue }
      forms.append((.standing(spans[0] == PeriodSpan(PeriodExpression(.year)) ? nil : spans[0]), window.end))
    }
    return forms
  }

  /// *Năm 2021 và các năm tiếp theo*, *từ năm 2021 trở đi*.
  func yearsOnwardForms(_ start: Int) -> Parses<DeadlineForm> {
    let word = phrase.skip(start, Lexicon("từ", "kể từ", "trong"))
    guard phrase.isKey(word, "năm"), let year = phrase.year(word + 1),
      let end = phrase.match(
        word + 2,
        Lexicon(
          "và các năm tiếp theo", "và các năm sau", "và những năm tiếp theo", "và những năm sau", "trở đi",
          "và các năm kế tiếp", ", và các năm tiếp theo", "và các năm tiếp sau", "và hằng năm"))
    else { return [] }
    return [(.yearsOnward(from: year), end)]
  }
}
