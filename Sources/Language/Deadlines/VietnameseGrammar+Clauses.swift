import CivilCalendar

/// What stands after the main form, introduced by a comma or in final brackets.
extension VietnameseGrammar {
  func clauses(_ index: Int) -> [DeadlineClause] {
    let start = phrase.skip(index, Lexicon("nhưng", "song"))
    guard start < phrase.limit else { return [] }
    return backstops(start) + bounds(clause: start) + gates(start) + expectations(start) + dayOffs(start)
      + reviews(start) + conditions(start)
      + timetables(start).filter { $0.end == phrase.limit }.map { .timetable($0.value) }
      + (phrase.match(start, Lexicon("kịp thời", "liên tục", "đúng thời hạn")) == phrase.limit ? [.emphasis] : [])
  }

  /// *chậm nhất 30/6*, *trước 30/6*, *trong năm 2022*.
  func backstops(_ start: Int) -> [DeadlineClause] {
    var found: [DeadlineClause] = []
    let by = phrase.match(start, Lexicon("đến", "cho đến", "tới", "từ nay đến"))
    if by == nil {
      for day in boundedDays(start) where day.end == phrase.limit && day.value.bound != .on && day.value.days.count == 1
      {
        found.append(.backstop(.day(day.value)))
      }
    }
    let within = phrase.match(start, Lexicon("trong", "nội trong"))
    let index = within ?? start
    guard within != nil || phrase.isKey(start, "năm") else { return found }
    for window in windowForms(start) + windowForms(index) where window.end == phrase.limit {
      guard case .window(let spans) = window.value, spans.count == 1 else { continue }
      let clause = DeadlineClause.backstop(.within(spans[0]))
      if !found.contains(clause) { found.append(clause) }
    }
    return found
  }

  /// *từ 01/7/2024*, *đến 30/6/2024*.
  private func bounds(clause start: Int) -> [DeadlineClause] {
    if let from = phrase.match(start, Lexicon("từ", "kể từ", "bắt đầu từ")) {
      return edge(from, atEnd: false).map { .from($0) }
    }
    if let until = phrase.match(start, Lexicon("đến", "đến hết", "cho đến", "cho đến hết", "tới", "tới hết")) {
      return edge(until, atEnd: true).map { .until($0) }
    }
    return []
  }

  private func edge(_ index: Int, atEnd: Bool) -> [DateExpression] {
    let days = date(index).filter { $0.end == phrase.limit }.map(\.value)
    if !days.isEmpty { return days }
    return period(index).filter { $0.end == phrase.limit }.map { period in
      atEnd ? .end(of: PeriodSpan(period.value)) : .start(of: PeriodSpan(period.value))
    }
  }

  /// *sau khi X*, *khi có X*, *khi có phát sinh*.
  private func gates(_ start: Int) -> [DeadlineClause] {
    if phrase.match(start, Self.asItArises) == phrase.limit, !phrase.isKey(start, "kịp") { return [.gate(.asItArises)] }
    guard let word = phrase.match(start, Lexicon("sau khi", "khi", "sau ngày")) else { return [] }
    return events(word).map { .gate(.event($0.value)) }
  }

  /// *dự kiến Quý II/2024*.
  private func expectations(_ start: Int) -> [DeadlineClause] {
    guard let word = phrase.match(start, Lexicon("dự kiến", "dự kiến là", "dự kiến vào", "dự kiến trong")) else {
      return []
    }
    let spans = (spans(word) + spans(start)).filter { $0.end == phrase.limit && $0.value.count == 1 }
    return spans.first.map { [.expected($0.value[0])] } ?? []
  }

  /// *nếu trùng ngày nghỉ thì [chuyển sang] ngày làm việc trước | sau*.
  private func dayOffs(_ start: Int) -> [DeadlineClause] {
    guard phrase.isKey(start, "nếu") || phrase.isKey(start, "trường"),
      let then = (start..<phrase.limit).first(where: { phrase.isKey($0, "thì") }),
      let meets = (start..<then).first(where: { phrase.isKey($0, "trùng") || phrase.isKey($0, "rơi") })
    else { return [] }
    let off = phrase.skip(meets + 1, Lexicon("vào", "với"))
    guard phrase.match(off, Lexicon("ngày nghỉ", "ngày lễ", "các ngày nghỉ", "thứ bảy", "ngày thứ bảy")) != nil,
      let day = (then..<min(then + 10, phrase.limit)).first(where: { phrase.match($0, Lexicon("ngày làm việc")) != nil }
      )
    else { return [] }
    let side = phrase.skip(day + 3, Lexicon("liền", "liền kề", "ngay"))
    if phrase.match(side, Lexicon("trước", "trước đó", "trước ngày nghỉ")) == phrase.limit {
      return [.dayOff(.workingDayBefore)]
    }
    let after = phrase.match(side, Lexicon("sau", "tiếp theo", "kế tiếp", "sau đó", "liền kề", "liền sau", "tiếp sau"))
    return after == phrase.limit || (side > day + 3 && side == phrase.limit) ? [.dayOff(.workingDayAfter)] : []
  }

  /// *rà soát hằng quý*.
  private func reviews(_ start: Int) -> [DeadlineClause] {
    guard let word = phrase.match(start, Lexicon("rà soát")) else { return [] }
    return (rhythms(word) + reportingRhythms(word)).filter { $0.end == phrase.limit }.map { .review($0.value) }
  }

  /// *nếu: …*, *trừ trường hợp: …*: the words to the end, kept.
  private func conditions(_ start: Int) -> [DeadlineClause] {
    if let word = phrase.match(start, Lexicon("nếu :")), let words = phrase.slice(word, phrase.limit) {
      return [.condition(Condition(.if, words))]
    }
    if phrase.match(start, Lexicon("nếu có")) == phrase.limit { return [.condition(Condition(.if, "có"))] }
    let unless = phrase.match(start, Lexicon("trừ trường hợp :", "trừ trường hợp", "trừ khi :", "trừ khi"))
    if let unless, let words = phrase.slice(unless, phrase.limit) { return [.condition(Condition(.unless, words))] }
    return []
  }
}

extension VietnameseWords {
  func clause(_ clause: DeadlineClause) -> String? {
    switch clause {
    case .backstop(.day(let day)): dayDeadline(day)
    case .backstop(.within(let span)): "trong \(self.span(span))"
    case .timetable(let timetable): self.timetable(timetable)
    case .gate(.event(let events)): "sau khi \(self.events(events))"
    case .gate(.asItArises): "khi có phát sinh"
    case .expected(let span): "dự kiến \(self.span(span))"
    case .from(let day): "từ \(dated(day))"
    case .until(let day): "đến hết \(dated(day))"
    case .dayOff(.workingDayBefore): "nếu trùng ngày nghỉ thì ngày làm việc trước"
    case .dayOff(.workingDayAfter): "nếu trùng ngày nghỉ thì ngày làm việc sau"
    case .review(let rhythm): "rà soát \(self.rhythm(rhythm))"
    case .condition(let condition): "\(condition.kind == .if ? "nếu" : "trừ trường hợp"): \(condition.text)"
    case .dayOff(.keep), .emphasis: nil
    }
  }
}
