import CivilCalendar
package import Deadlines

/// Reads what a test expects (docs/language.md, "Tests"), in both languages.
package struct StatementReader: Sendable {
  let deadlines: DeadlineReader

  package init(deadlines: DeadlineReader) { self.deadlines = deadlines }

  /// The statement in the line; nil if there is none.
  package func read(_ text: String) -> StatementSyntax? {
    let line = WordLine(text)
    guard line.count > 0, line.count <= 400 else { return nil }
    let isOpen = line.isEllipsis(line.count - 1)
    let end = isOpen ? line.count - 1 : line.count
    let forms = Forms(line: line, end: end, isOpen: isOpen, subjects: SubjectReader(line: line, deadlines: deadlines))
    return forms.diagnostic() ?? forms.reminders() ?? forms.states()
  }

  private struct Forms {
    let line: WordLine
    /// Without the `…` at the end.
    let end: Int
    let isOpen: Bool
    let subjects: SubjectReader

    func diagnostic() -> StatementSyntax? {
      let kinds: [(words: [String], kind: StatementKind)] = [
        (["cảnh báo", "warning"], .warning), (["lỗi", "error"], .error),
      ]
      for (words, kind) in kinds {
        if let start = line.match(0, words), start < end {
          let first = line.key(start) == ":" ? start + 1 : start
          return StatementSyntax(kind, words: line.text(first, end), isOpen: isOpen)
        }
      }
      return nil
    }

    // MARK: Reminders and questions

    func reminders() -> StatementSyntax? {
      if let start = line.match(0, ["không nhắc", "no reminder of"]) {
        for mark in line.occurrences(of: ["ngày", "on"], from: start, to: end) {
          if let subject = subjects.subject(start, mark.start), let day = civilDay(mark.end), day.end == end {
            return StatementSyntax(.noReminder, of: subject, day: day.value, isOpen: isOpen)
          }
        }
        return nil
      }
      if let start = line.match(0, ["nhắc", "reminder of"]) { return reminder(start) }
      if let start = line.match(0, ["hỏi", "question to"]) { return question(start) }
      return nil
    }

    /// `nhắc T tới U ngày D; D` · `reminder of T to U on D; D`.
    private func reminder(_ start: Int) -> StatementSyntax? {
      for mark in line.occurrences(of: ["ngày", "on"], from: start, to: end).reversed() {
        guard let days = days(mark.end, to: end), days.end == end else { continue }
        for to in line.occurrences(of: ["tới", "đến", "to"], from: start, to: mark.start) where to.end < mark.start {
          if let subject = subjects.subject(start, to.start) {
            return StatementSyntax(
              .reminder, of: subject, days: days.value, recipient: line.text(to.end, mark.start), isOpen: isOpen)
          }
        }
      }
      return nil
    }

    /// `hỏi U về X ngày D` · `question to U about X on D`.
    private func question(_ start: Int) -> StatementSyntax? {
      guard let mark = line.occurrences(of: ["ngày", "on"], from: start, to: end).last, let day = civilDay(mark.end),
        day.end == end,
        let about = line.occurrences(of: ["về", "about"], from: start, to: mark.start).first,
        start < about.start, about.end < mark.start
      else { return nil }
      return StatementSyntax(
        .question, day: day.value, recipient: line.text(start, about.start), words: line.text(about.end, mark.start),
        isOpen: isOpen)
    }

    // MARK: States of a task

    func states() -> StatementSyntax? {
      for index in 1..<max(end, 1) {
        for form in [waiting, openOrStanding, dueDates, closed] {
          if let statement = form(index) { return statement }
        }
      }
      return nil
    }

    private func dueDates(_ index: Int) -> StatementSyntax? {
      if let start = line.match(index, ["dự kiến hạn", "expected due"]) { return due(.expectedDue, index, start) }
      if let start = line.match(index, ["hạn", "due"]) { return due(.due, index, start) }
      guard let from = line.match(index, ["từ", "from"]), let first = civilDay(from),
        let start = line.match(first.end, ["hạn", "due"])
      else { return nil }
      return due(.due, index, start, from: first.value)
    }

    /// `D; D [; …] [vì …]`.
    private func due(
      _ kind: StatementKind, _ subjectEnd: Int, _ start: Int, from: CivilDate? = nil
    ) -> StatementSyntax? {
      guard let subject = subjects.subject(0, subjectEnd), let days = days(start, to: end) else { return nil }
      var statement = StatementSyntax(
        kind, of: subject, day: from, days: days.value, isOpen: isOpen || days.isOpen)
      if days.end == end { return statement }
      guard let because = line.match(days.end, ["vì", "because"]), because < end else { return nil }
      statement.because = line.text(because, end)
      return statement
    }

    private func waiting(_ index: Int) -> StatementSyntax? {
      if let start = line.match(index, ["đang chờ ấn định", "awaiting its date"]) {
        guard let subject = subjects.subject(0, index), let latest = latest(start) else { return nil }
        return StatementSyntax(.awaitingDate, of: subject, day: latest.value, isOpen: isOpen)
      }
      guard let start = line.match(index, ["đang chờ", "waiting for"]), let subject = subjects.subject(0, index) else {
        return nil
      }
      for comma in line.occurrences(of: [","], from: start, to: end).reversed() {
        if let latest = latest(comma.start), latest.value != nil, start < comma.start {
          return StatementSyntax(
            .waiting, of: subject, day: latest.value, words: line.text(start, comma.start), isOpen: isOpen)
        }
      }
      guard start < end else { return nil }
      return StatementSyntax(.waiting, of: subject, words: line.text(start, end), isOpen: isOpen)
    }

    /// Nothing, or `, chậm nhất D` · `, by D at the latest`, to the end.
    private func latest(_ index: Int) -> (value: CivilDate?, end: Int)? {
      if index == end { return (nil, end) }
      let words = [
        "chậm nhất", "chậm nhất là", "chậm nhất ngày", "by", "at the latest", "no later than", "at the latest by",
      ]
      guard line.key(index) == ",", let start = line.match(index + 1, words), let day = civilDay(start) else {
        return nil
      }
      let after = line.match(day.end, ["at the latest"]) ?? day.end
      return after == end ? (day.value, end) : nil
    }

    private func openOrStanding(_ index: Int) -> StatementSyntax? {
      if let start = line.match(index, ["mở từ", "open from"]), let day = civilDay(start), line.key(day.end) == ",",
        line.match(day.end + 1, ["không có hạn", "no date"]) == end, let subject = subjects.subject(0, index)
      {
        return StatementSyntax(.openUndated, of: subject, day: day.value, isOpen: isOpen)
      }
      if let start = line.match(index, ["thường xuyên đến", "standing until"]), let day = civilDay(start),
        day.end == end, let subject = subjects.subject(0, index)
      {
        return StatementSyntax(.standing, of: subject, day: day.value, isOpen: isOpen)
      }
      return nil
    }

    private func closed(_ index: Int) -> StatementSyntax? {
      if let start = line.match(index, ["quá hạn", "overdue"]), let count = line.number(start, in: 0...99_999),
        line.match(start + 1, ["ngày", "days", "day"]) == end, let subject = subjects.subject(0, index)
      {
        return StatementSyntax(.overdue, of: subject, count: count, isOpen: isOpen)
      }
      let states: [(words: [String], kind: StatementKind)] = [
        (["đã báo cáo", "reported"], .reported), (["bị trả lại", "returned"], .returned), (["đã xong", "done"], .done),
        (["đã miễn", "được miễn", "waived"], .waived),
        (["chưa rõ", "cần làm rõ", "unclear", "to be settled"], .unclear),
        (["khi có phát sinh", "as it arises"], .asItArises), (["không có", "has no occurrence"], .noOccurrence),
      ]
      for (words, kind) in states where line.match(index, words) == end {
        if let subject = subjects.subject(0, index) { return StatementSyntax(kind, of: subject, isOpen: isOpen) }
      }
      return nil
    }

    // MARK: Parts

    /// `D; D`, perhaps with `; …` after the last.
    private func days(_ start: Int, to end: Int) -> (value: [CivilDate], end: Int, isOpen: Bool)? {
      guard let first = civilDay(start) else { return nil }
      var days = [first.value]
      var index = first.end
      while index < end, line.key(index) == ";" {
        if index + 1 == end { return (days, end, false) }
        if line.isEllipsis(index + 1) { return (days, index + 2, true) }
        guard let next = civilDay(index + 1) else { return nil }
        days.append(next.value)
        index = next.end
      }
      return index <= end ? (days, index, false) : nil
    }

    private func civilDay(_ index: Int) -> (value: CivilDate, end: Int)? {
      guard let day = DayText.day(line, index), let date = CivilDate(day.value) else { return nil }
      return (date, day.end)
    }
  }
}
