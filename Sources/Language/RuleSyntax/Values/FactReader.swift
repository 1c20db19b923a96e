import CivilCalendar
package import Deadlines

/// Reads the lines of the fact table (docs/language.md, "Facts"), in both languages.
///
/// All readings are returned: an event may be called by words that also read as something else, and only the names
/// that exist tell them apart.
package struct FactReader: Sendable {
  let deadlines: DeadlineReader

  package init(deadlines: DeadlineReader) { self.deadlines = deadlines }

  /// All readings of the line; empty if it is no fact.
  package func read(_ text: String) -> [FactSyntax] {
    let line = WordLine(text)
    guard line.count > 0, line.count <= 400 else { return [] }
    let forms = Forms(line: line, subjects: SubjectReader(line: line, deadlines: deadlines))
    return forms.readings(FactKind.vi) + forms.readings(FactKind.en) + forms.happened()
  }

  private struct Forms {
    let line: WordLine
    let subjects: SubjectReader

    /// As the kind whose opening the line has, else as one that begins with its task.
    func readings(_ language: [FactWords]) -> [FactSyntax] {
      for (kind, words) in zip(FactKind.allCases, language) {
        if let start = line.match(0, words.opening) { return readings(kind, words, start) }
      }
      return zip(FactKind.allCases, language).flatMap { kind, words in
        kind.form.about == .task && words.opening.isEmpty ? readings(kind, words, 0) : []
      }
    }

    private func readings(_ kind: FactKind, _ words: FactWords, _ start: Int) -> [FactSyntax] {
      let reading =
        switch (kind.form.about, kind.form.says) {
        case (.task, .nothing): bare(kind, words, start)
        case (.task, .day): dated(kind, words, start)
        case (.task, .deadline), (.task, .recipient), (.task, .person): worded(kind, words, start)
        case (.event, .nothing): named(kind, start)
        case (.event, _): corrected(kind, words, start)
        }
      return reading.map { [$0] } ?? []
    }

    // MARK: Events

    /// `X [năm 2023 | kỳ KEY] [số REF] ngày D [lúc 14:30]` · `X … on D [at 14:30]`: the words of both languages may be
    /// part of the name, so that the last of either counts.
    func happened() -> [FactSyntax] {
      let (vi, en) = (FactKind.happened.form.vi, FactKind.happened.form.en)
      for mark in line.occurrences(of: vi.link + en.link).reversed() where mark.start > 0 {
        guard let day = civilDay(mark.end) else { continue }
        let name = FactSyntax.Target.event(EventNameSyntax(line.text(0, mark.start)))
        if day.end == line.count { return [FactSyntax(.happened, name, day: day.value)] }
        if let at = line.match(day.end, vi.tail + en.tail), let time = line.time(at), time.end == line.count {
          return [FactSyntax(.happened, name, day: day.value, time: time.value)]
        }
      }
      return []
    }

    /// `sửa X … thành ngày D`; the name may itself end in *ngày D*, the day recorded before.
    private func corrected(_ kind: FactKind, _ words: FactWords, _ start: Int) -> FactSyntax? {
      guard let link = line.occurrences(of: words.link, from: start + 1).last, let day = civilDay(link.end),
        day.end == line.count
      else { return nil }
      return FactSyntax(kind, .event(name(start, link.start)), day: day.value)
    }

    /// `hủy ghi nhận X`.
    private func named(_ kind: FactKind, _ start: Int) -> FactSyntax? {
      start < line.count ? FactSyntax(kind, .event(name(start, line.count))) : nil
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

    // MARK: Tasks

    // A label may contain the words that stand behind a task: the first occurrence counts that has a task before it.

    /// `miễn T [vì …]`.
    private func bare(_ kind: FactKind, _ words: FactWords, _ start: Int) -> FactSyntax? {
      let tails = line.occurrences(of: words.tail, from: start).filter { $0.end < line.count }
      for tail in tails {
        if let subject = subjects.subject(start, tail.start, unitWords: words.unit) {
          return FactSyntax(kind, .task(subject), ground: line.text(tail.end, line.count))
        }
      }
      guard tails.isEmpty else { return nil }
      return subjects.subject(start, line.count, unitWords: words.unit).map { FactSyntax(kind, .task($0)) }
    }

    /// `T xong ngày D[, hạn D][ số N]` · `T xong, không rõ ngày` · `gia hạn T đến D [theo N]`.
    private func dated(_ kind: FactKind, _ words: FactWords, _ start: Int) -> FactSyntax? {
      let undated = line.occurrences(of: words.undated, from: start).map { ($0.start, nil as CivilDate?, $0.end) }
      let dated = line.occurrences(of: words.link, from: start).compactMap { link in
        civilDay(link.end).map { (link.start, $0.value as CivilDate?, $0.end) }
      }
      for (end, day, next) in undated + dated {
        guard let subject = subjects.subject(start, end, unitWords: words.unit) else { continue }
        let bound = line.match(next, words.bound).flatMap(moment)
        let new = line.match(bound?.end ?? next, words.newDay).flatMap { civilDay($0) }
        let end = new?.end ?? bound?.end ?? next
        let tail = line.match(end, words.tail).flatMap { $0 < line.count ? $0 : nil }
        guard end == line.count || tail != nil else { continue }
        return FactSyntax(
          kind, .task(subject), day: day, bound: bound?.value, newDay: new?.value,
          ground: tail.map { line.text($0, line.count) })
      }
      return nil
    }

    /// `D` · `D trước 17:00`.
    private func moment(_ index: Int) -> (value: BoundMoment, end: Int)? {
      guard let day = civilDay(index) else { return nil }
      let time = line.match(day.end, FactWords.cutoff).flatMap(line.time)
      return (BoundMoment(day: day.value, cutoff: time?.value), time?.end ?? day.end)
    }

    /// `ấn định T hạn DEADLINE [theo N]` · `chuyển T cho U [theo N]`; the last *theo* begins the document.
    private func worded(_ kind: FactKind, _ words: FactWords, _ start: Int) -> FactSyntax? {
      for link in line.occurrences(of: words.link, from: start) where link.end < line.count {
        guard let subject = subjects.subject(start, link.start, unitWords: words.unit) else { continue }
        let tail = line.occurrences(of: words.tail, from: link.end + 1).last.flatMap { $0.end < line.count ? $0 : nil }
        return FactSyntax(
          kind, .task(subject), words: line.text(link.end, tail?.start ?? line.count),
          ground: tail.map { line.text($0.end, line.count) })
      }
      return nil
    }

    private func civilDay(_ index: Int) -> (value: CivilDate, end: Int)? {
      guard let day = DayText.day(line, index), let date = CivilDate(day.value) else { return nil }
      return (date, day.end)
    }
  }
}
