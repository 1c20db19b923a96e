import CivilCalendar
import Deadlines
import Expansion

extension DeadlineAnswer {
  /// The answer as one line of JSON.
  package func json(_ language: Language) -> String {
    var writer = JSONWriter()
    write(language, to: &writer)
    writer.newline()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Writes one object with the keys of docs/command-line.md. Keys that do not apply are left out.
  package func write(_ language: Language, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("phrase", phrase)
      writer.member("kind", kind.rawValue)
      if !occurrences.isEmpty {
        writer.key("occurrences")
        writer.array { writer in for occurrence in occurrences { write(occurrence, to: &writer) } }
      }
      if let meaning { writeParts(of: meaning, to: &writer) }
      writer.member("repairs", repairs.map { $0.text(in: language) })
      if readings.count > 1 {
        writer.key("readings")
        writer.array { writer in for reading in readings { writeWording(of: reading, to: &writer) } }
      }
      writer.member("warnings", warnings.map { $0.text(in: language) })
    }
  }

  private func write(_ occurrence: DeadlineOccurrence<DueDays>, to writer: inout JSONWriter) {
    let days = occurrence.state
    writer.object { writer in
      writer.member("key", occurrence.key)
      writer.member("opens", days.opens)
      writer.member("due", days.nominal)
      if days.effective != days.nominal { writer.member("effective", days.effective) }
      writer.member("cutoff", days.cutoff.map(DateWording(.en).time))
      writer.member("label", label(of: occurrence))
      if days.certainty == .provisional { writer.member("certainty", "provisional") }
    }
  }

  func label(of occurrence: DeadlineOccurrence<DueDays>) -> String? {
    guard let items = meaning?.items, items.indices.contains(occurrence.item) else { return nil }
    return items[occurrence.item].label
  }

  private func writeParts(of meaning: Deadline, to writer: inout JSONWriter) {
    let forms = meaning.items.map(\.form)
    for case .times(let count, let rhythm, _) in forms.prefix(1) {
      writer.member("count", count.minimum)
      writer.member("atMost", count.maximum)
      writer.member("per", rhythm.unit.map { Self.name(of: $0) })
    }
    if let event = DeadlineEvent(meaning) { write(event, to: &writer) }
    let timetables = meaning.items.compactMap { item -> Timetable? in
      if case .timetable(let timetable) = item.form { return timetable }
      return item.clauses.timetable
    }
    writer.member("authority", timetables.first.map(Self.authority))
    writeClauses(of: meaning, to: &writer)
    writer.key("canonical")
    writeWording(of: meaning, to: &writer)
  }

  private func write(_ event: DeadlineEvent, to writer: inout JSONWriter) {
    writer.key("event")
    writer.object { writer in
      writer.member("name", event.name)
      writer.member("relation", event.relation)
      if event.durations.count == 1, let duration = event.durations.first {
        writer.member("count", event.relation == "before" ? duration.least ?? duration.count : duration.count)
        writer.member("unit", Self.name(of: duration.unit))
      } else if !event.durations.isEmpty {
        writer.key("durations")
        writer.array { writer in
          for duration in event.durations {
            writer.object { writer in
              writer.member("count", duration.count)
              writer.member("unit", Self.name(of: duration.unit))
            }
          }
        }
      }
      if let expected = expansion.open.lazy.compactMap(\.state.expected).first {
        writer.key("expected")
        writer.object { writer in
          writer.member("opens", expected.first)
          writer.member("due", expected.last)
        }
      }
    }
  }

  private func writeClauses(of meaning: Deadline, to writer: inout JSONWriter) {
    guard let clauses = meaning.items.first?.clauses, !clauses.isEmpty else { return }
    writer.key("clauses")
    writer.object { writer in
      for clause in clauses.all {
        writer.key(text: clause.name)
        writer.object { writer in
          writer.member("vi", CanonicalWording(.vi).text(of: clause))
          writer.member("en", CanonicalWording(.en).text(of: clause))
        }
      }
    }
  }

  private func writeWording(of meaning: Deadline, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("vi", CanonicalWording(.vi).text(of: meaning))
      writer.member("en", CanonicalWording(.en).text(of: meaning))
    }
  }

  private static func authority(_ timetable: Timetable) -> String {
    timetable.source ?? PeriodWording(.vi).text(of: timetable)
  }

  private static func name(of unit: DurationUnit) -> String {
    switch unit {
    case .minute: "minute"
    case .hour: "hour"
    case .workingHour: "working hour"
    case .day: "day"
    case .workingDay: "working day"
    case .week: "week"
    case .month: "month"
    case .year: "year"
    case .clearDay: "clear day"
    }
  }

  static func name(of unit: PeriodUnit) -> String {
    switch unit {
    case .day: "day"
    case .workingDay: "working day"
    case .week: "week"
    case .month: "month"
    case .quarter: "quarter"
    case .half: "half"
    case .year: "year"
    case .schoolYear: "school year"
    case .term: "term"
    case .fiscalYear: "fiscal year"
    }
  }
}
