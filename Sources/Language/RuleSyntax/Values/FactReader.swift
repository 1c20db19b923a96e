import CivilCalendar
package import Deadlines

/// Reads the lines of the fact table (docs/language.md, "Facts"), in both languages.
///
/// All readings are returned: an event may be called by words that also read as something else, and only the names
/// that exist tell them apart.
package struct FactReader: Sendable {
  let deadlines: DeadlineReader

  package init(deadlines: DeadlineReader) { self.deadlines = deadlines }

  package func read(_ text: String) -> [FactSyntax] {
    let line = WordLine(text)
    guard line.count > 0, line.count <= 400 else { return [] }
    let forms = Forms(line: line, subjects: SubjectReader(line: line, deadlines: deadlines))
    return forms.vietnamese() + forms.english() + forms.happened()
  }

  private struct Forms {
    let line: WordLine
    let subjects: SubjectReader

    // MARK: Vietnamese

    func vietnamese() -> [FactSyntax] {
      if let start = line.match(0, ["ấn định"]) { return set(start, ["hạn"], ["theo"]) }
      if let start = line.match(0, ["gia hạn"]) { return extended(start, ["đến", "tới"], ["theo"]) }
      if let start = line.match(0, ["miễn"]) {
        return reasoned(start, ["vì"]).map { .waived($0.subject, because: $0.reason) }
      }
      if let start = line.match(0, ["mở lại"]) {
        return reasoned(start, ["vì"]).map { .undone($0.subject, because: $0.reason) }
      }
      if let start = line.match(0, ["huỷ ghi nhận"]) ?? line.match(0, ["hủy ghi nhận"]) { return withdrawn(start) }
      if let start = line.match(0, ["sửa"]) { return corrected(start, ["thành ngày", "thành"]) }
      if let start = line.match(0, ["chuyển"]) { return reassigned(start, ["cho"], ["theo"]) }
      if let start = line.match(0, ["ngừng nhắc"]) { return silenced(start, ["đến", "tới"], ["vì"]) }
      return done(["xong ngày", "xong", "hoàn thành ngày"], ["số"], ["của"])
    }

    func english() -> [FactSyntax] {
      if let start = line.match(0, ["scheduled"]) { return set(start, [":"], ["per"]) }
      if let start = line.match(0, ["extended"]) { return extended(start, ["to"], ["per"]) }
      if let start = line.match(0, ["waived"]) {
        return reasoned(start, ["because"]).map { .waived($0.subject, because: $0.reason) }
      }
      if let start = line.match(0, ["undone"]) {
        return reasoned(start, ["because"]).map { .undone($0.subject, because: $0.reason) }
      }
      if let start = line.match(0, ["withdrawn"]) { return withdrawn(start) }
      if let start = line.match(0, ["corrected"]) { return corrected(start, ["to"]) }
      if let start = line.match(0, ["reassigned"]) { return reassigned(start, ["to"], ["per"]) }
      if let start = line.match(0, ["silenced"]) { return silenced(start, ["until"], ["because"]) }
      return done(["done on", "done"], ["no"], ["by", "of"])
    }

    // MARK: Forms

    /// `X [năm 2023 | kỳ KEY] [số REF] ngày D [lúc 14:30]` · `X … on D [at 14:30]`.
    func happened() -> [FactSyntax] {
      for mark in line.occurrences(of: ["ngày", "on"]).reversed() where mark.start > 0 {
        guard let day = civilDay(mark.end) else { continue }
        if day.end == line.count {
          return [.happened(EventNameSyntax(line.text(0, mark.start)), on: day.value, at: nil)]
        }
        if let at = line.match(day.end, ["lúc", "vào lúc", "at"]), let time = line.time(at), time.end == line.count {
          return [.happened(EventNameSyntax(line.text(0, mark.start)), on: day.value, at: time.value)]
        }
      }
      return []
    }

    /// `T xong ngày D [số N]`.
    func done(_ verbs: [String], _ numbers: [String], _ units: [String]) -> [FactSyntax] {
      for verb in line.occurrences(of: verbs) {
        guard let subject = subjects.subject(0, verb.start, unitWords: units), let day = civilDay(verb.end) else {
          continue
        }
        if day.end == line.count { return [.done(subject, on: day.value, document: nil)] }
        if let number = line.match(day.end, numbers), number < line.count {
          return [.done(subject, on: day.value, document: line.text(number, line.count))]
        }
      }
      return []
    }

    /// `ấn định T hạn DEADLINE [theo N]`; the last *theo* begins the document.
    func set(_ start: Int, _ verbs: [String], _ by: [String]) -> [FactSyntax] {
      guard let verb = line.occurrences(of: verbs, from: start).first,
        let subject = subjects.subject(start, verb.start), verb.end < line.count
      else { return [] }
      if let document = line.occurrences(of: by, from: verb.end + 1).last, document.end < line.count {
        return [
          .set(subject, deadline: line.text(verb.end, document.start), by: line.text(document.end, line.count))
        ]
      }
      return [.set(subject, deadline: line.text(verb.end, line.count), by: nil)]
    }

    func extended(_ start: Int, _ verbs: [String], _ by: [String]) -> [FactSyntax] {
      timed(start, verbs, by).map { .extended($0.subject, to: $0.day, by: $0.rest) }
    }

    func silenced(_ start: Int, _ verbs: [String], _ because: [String]) -> [FactSyntax] {
      timed(start, verbs, because).map { .silenced($0.subject, until: $0.day, because: $0.rest) }
    }

    /// `T đến D [theo N]`.
    private func timed(
      _ start: Int, _ verbs: [String], _ tail: [String]
    ) -> [(subject: SubjectSyntax, day: CivilDate, rest: String?)] {
      for verb in line.occurrences(of: verbs, from: start) {
        guard let subject = subjects.subject(start, verb.start), let day = civilDay(verb.end) else { continue }
        if day.end == line.count { return [(subject, day.value, nil)] }
        if let rest = line.match(day.end, tail), rest < line.count {
          return [(subject, day.value, line.text(rest, line.count))]
        }
      }
      return []
    }

    /// `T [vì …]`.
    private func reasoned(_ start: Int, _ words: [String]) -> [(subject: SubjectSyntax, reason: String?)] {
      if let mark = line.occurrences(of: words, from: start).first, mark.end < line.count {
        return subjects.subject(start, mark.start).map { [($0, line.text(mark.end, line.count))] } ?? []
      }
      return subjects.subject(start, line.count).map { [($0, nil)] } ?? []
    }

    func reassigned(_ start: Int, _ verbs: [String], _ by: [String]) -> [FactSyntax] {
      guard let verb = line.occurrences(of: verbs, from: start).first,
        let subject = subjects.subject(start, verb.start), verb.end < line.count
      else { return [] }
      if let document = line.occurrences(of: by, from: verb.end + 1).last, document.end < line.count {
        return [.reassigned(subject, to: line.text(verb.end, document.start), by: line.text(document.end, line.count))]
      }
      return [.reassigned(subject, to: line.text(verb.end, line.count), by: nil)]
    }

    /// `sửa X … thành ngày D`; the name may itself end in *ngày D*, the day recorded before.
    func corrected(_ start: Int, _ verbs: [String]) -> [FactSyntax] {
      guard let verb = line.occurrences(of: verbs, from: start + 1).last, let day = civilDay(verb.end),
        day.end == line.count
      else { return [] }
      return [.corrected(name(start, verb.start), to: day.value)]
    }

    func withdrawn(_ start: Int) -> [FactSyntax] {
      start < line.count ? [.withdrawn(name(start, line.count))] : []
    }

    /// The name without a day recorded before (*X ngày D*).
    private func name(_ start: Int, _ end: Int) -> EventNameSyntax {
      if let mark = line.occurrences(of: ["ngày", "on"], from: start + 1, to: end).last, let day = civilDay(mark.end),
        day.end == end
      {
        return EventNameSyntax(line.text(start, mark.start))
      }
      return EventNameSyntax(line.text(start, end))
    }

    private func civilDay(_ index: Int) -> (value: CivilDate, end: Int)? {
      guard let day = DayText.day(line, index), let date = CivilDate(day.value) else { return nil }
      return (date, day.end)
    }
  }
}
