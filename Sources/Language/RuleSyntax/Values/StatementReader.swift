import CivilCalendar
package import Deadlines
import Diagnostics

/// Reads what a test expects (docs/language.md, "Tests"), in both languages.
package struct StatementReader: Sendable {
  let deadlines: DeadlineReader

  package init(deadlines: DeadlineReader) { self.deadlines = deadlines }

  /// Nil if the line is no statement.
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
      let kinds: [(words: [String], severity: Diagnostic.Severity)] = [
        (["cảnh báo", "warning"], .warning), (["lỗi", "error"], .error),
      ]
      for kind in kinds {
        if let start = line.match(0, kind.words), start < end {
          let first = line.key(start) == ":" ? start + 1 : start
          return statement(nil, .diagnostic(kind.severity, containing: line.text(first, end)))
        }
      }
      return nil
    }

    // MARK: Reminders and questions

    func reminders() -> StatementSyntax? {
      if let start = line.match(0, ["không nhắc", "no reminder of"]) {
        for mark in line.occurrences(of: ["ngày", "on"], from: start, to: end) {
          if let subject = subjects.subject(start, mark.start), let day = civilDay(mark.end), day.end == end {
            return statement(subject, .noReminder(on: day.value))
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
            return statement(subject, .reminder(to: line.text(to.end, mark.start), on: days.value))
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
      return statement(
        nil,
        .question(to: line.text(start, about.start), about: line.text(about.end, mark.start), on: day.value))
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
      if let start = line.match(index, ["dự kiến hạn", "expected due"]), let tail = tail(start, subjectEnd: index) {
        return StatementSyntax(
          subject: tail.subject, body: .expectedDue(tail.days), isOpen: tail.isOpen, because: tail.because)
      }
      if let start = line.match(index, ["hạn", "due"]), let tail = tail(start, subjectEnd: index) {
        return StatementSyntax(
          subject: tail.subject, body: .due(from: nil, tail.days), isOpen: tail.isOpen, because: tail.because)
      }
      guard let from = line.match(index, ["từ", "from"]), let first = civilDay(from),
        let start = line.match(first.end, ["hạn", "due"]), let tail = tail(start, subjectEnd: index)
      else { return nil }
      return StatementSyntax(
        subject: tail.subject, body: .due(from: first.value, tail.days), isOpen: tail.isOpen, because: tail.because)
    }

    private typealias Tail = (subject: SubjectSyntax, days: [CivilDate], isOpen: Bool, because: String?)

    /// `D; D [; …] [vì …]`.
    private func tail(_ start: Int, subjectEnd: Int) -> Tail? {
      guard let subject = subjects.subject(0, subjectEnd), let days = days(start, to: end) else { return nil }
      if days.end == end { return (subject, days.value, isOpen || days.isOpen, nil) }
      guard let because = line.match(days.end, ["vì", "because"]), because < end else { return nil }
      return (subject, days.value, isOpen || days.isOpen, line.text(because, end))
    }

    private func waiting(_ index: Int) -> StatementSyntax? {
      if let start = line.match(index, ["đang chờ ấn định", "awaiting its date"]) {
        guard let subject = subjects.subject(0, index), let latest = latest(start) else { return nil }
        return statement(subject, .awaitingDate(atLatest: latest.value))
      }
      guard let start = line.match(index, ["đang chờ", "waiting for"]), let subject = subjects.subject(0, index) else {
        return nil
      }
      for comma in line.occurrences(of: [","], from: start, to: end).reversed() {
        if let latest = latest(comma.start), latest.value != nil, start < comma.start {
          return statement(
            subject, .waiting(for: line.text(start, comma.start), atLatest: latest.value))
        }
      }
      return start < end ? statement(subject, .waiting(for: line.text(start, end), atLatest: nil)) : nil
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
        return statement(subject, .openUndated(from: day.value))
      }
      if let start = line.match(index, ["thường xuyên đến", "standing until"]), let day = civilDay(start),
        day.end == end, let subject = subjects.subject(0, index)
      {
        return statement(subject, .standing(until: day.value))
      }
      return nil
    }

    private func closed(_ index: Int) -> StatementSyntax? {
      if let start = line.match(index, ["quá hạn", "overdue"]), let count = line.number(start, in: 0...99_999),
        line.match(start + 1, ["ngày", "days", "day"]) == end, let subject = subjects.subject(0, index)
      {
        return statement(subject, .overdue(days: count))
      }
      let states: [(words: [String], body: StatementSyntax.Body)] = [
        (["đã xong", "done"], .done), (["đã miễn", "được miễn", "waived"], .waived),
        (["chưa rõ", "cần làm rõ", "unclear", "to be settled"], .unclear),
        (["khi có phát sinh", "as it arises"], .asItArises), (["không có", "has no occurrence"], .noOccurrence),
      ]
      for state in states where line.match(index, state.words) == end {
        if let subject = subjects.subject(0, index) { return statement(subject, state.body) }
      }
      return nil
    }

    // MARK: Parts

    private func statement(_ subject: SubjectSyntax?, _ body: StatementSyntax.Body) -> StatementSyntax {
      StatementSyntax(subject: subject, body: body, isOpen: isOpen)
    }

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
