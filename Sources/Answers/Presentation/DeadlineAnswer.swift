import CivilCalendar
package import Deadlines
package import Diagnostics
package import Expansion

/// What one wording means: its kind, its parts and its dates, ready to print or to write as JSON.
package struct DeadlineAnswer: Sendable {
  package enum Kind: String, Sendable {
    case date, window, recurring, event
    case onOccurrence = "on_occurrence"
    case standing
    case externalSchedule = "external_schedule"
    case unclear
  }

  package var phrase: String
  package var kind: Kind
  /// What was understood; nil if it was nothing, or several things.
  package var meaning: Deadline?
  package var expansion = DeadlineExpansion()
  /// The occurrences that are shown, up to the limit.
  package var occurrences: [DeadlineOccurrence<DueDays>] = []
  package var repairs: [Bilingual] = []
  /// All readings, if there are several.
  package var readings: [Deadline] = []
  package var warnings: [Bilingual] = []

  /// An answer for a wording that has no meaning to give dates to.
  package init(unclear phrase: String, readings: [Deadline] = [], warnings: [Bilingual]) {
    self.phrase = phrase
    kind = .unclear
    self.readings = readings
    self.warnings = warnings
  }

  /// An answer for a wording with one meaning.
  /// - Parameter limit: how many occurrences are shown at most; nil shows all.
  package init(phrase: String, meaning: Deadline, expansion: DeadlineExpansion, limit: Int?) {
    self.phrase = phrase
    self.meaning = meaning
    self.expansion = expansion
    kind = Kind(meaning)
    occurrences = limit.map { Array(expansion.dated.prefix(max(0, $0))) } ?? expansion.dated
    warnings = expansion.problems.map(ProblemWords.words)
    if occurrences.count < expansion.dated.count {
      warnings.append(
        Bilingual(
          vi: "Chỉ nêu \(occurrences.count) trong \(expansion.dated.count) lần.",
          en: "Only \(occurrences.count) of \(expansion.dated.count) occurrences are listed."))
    }
    for case .unclear(let words) in meaning.items.map(\.form) {
      warnings.append(
        words.isEmpty
          ? Bilingual(vi: "Kế hoạch chưa rõ hạn.", en: "The plan leaves the deadline unclear.")
          : Bilingual(vi: "Kế hoạch chưa rõ: \(words)", en: "The plan leaves it unclear: \(words)"))
    }
  }
}

extension DeadlineAnswer.Kind {
  /// The kind of the whole deadline: recurring if an item with days is, else a window if one is, else that of the first
  /// item with days, or of the first item.
  init(_ deadline: Deadline) {
    let kinds = deadline.items.map(DeadlineAnswer.Kind.init)
    let dated = kinds.filter { [.date, .window, .recurring].contains($0) }
    if dated.contains(.recurring) {
      self = .recurring
    } else if dated.contains(.window) {
      self = .window
    } else {
      self = dated.first ?? kinds.first ?? .unclear
    }
  }

  private init(_ item: DeadlineItem) {
    let asItArises = item.clauses.gate == .asItArises
    switch item.form {
    case .at(let places):
      let isWindow = places.contains { $0.window != nil || $0.opens != nil }
      self = asItArises ? .onOccurrence : isWindow ? .window : .date
    case .yearsOnward, .each, .times: self = .recurring
    case .counted(let counted):
      if case .date = counted.anchor { self = .date } else { self = .event }
    case .extreme: self = .event
    case .eachCase: self = .onOccurrence
    case .timetable: self = .externalSchedule
    case .standing: self = asItArises ? .onOccurrence : .standing
    case .unclear: self = .unclear
    }
  }
}
