import Deadlines
import Diagnostics

/// The deadline of a row as a rule book writes it.
struct DeadlineCell {
  enum Outcome {
    /// The plan's own words are the rule.
    case understood
    /// The words could be read only after these changes.
    case repaired([Bilingual])
    /// A person has to decide, for this reason; the rule is *chưa rõ* with the words.
    case toSettle(Bilingual)
  }

  /// The value of `hạn`.
  var rule: String
  /// The plan's words, if the rule has others.
  var asWritten: String?
  var outcome: Outcome
  /// The meaning of the rule; nil if it is to be settled.
  var meaning: Deadline?

  /// - Parameters:
  ///   - years: the years of the plan.
  ///   - plan: its id, for *kể từ ngày ký*.
  init(_ text: String, years: ClosedRange<Int>, plan: String) {
    let words = text.onOneLine
    guard !words.bare.isEmpty else {
      self.init(
        unsettled: "không ghi thời hạn",
        because: .init(vi: "nguồn không ghi thời hạn", en: "the source states no deadline"))
      return
    }
    let repaired = DeadlineRepair(planYear: years.count == 1 ? years.lowerBound : nil).read(words)
    let readings = repaired.reading.freeText
    let misses = !repaired.edits.isEmpty && CellWording.namesOtherFestival(words)
    guard readings.count == 1, !misses, !Self.isUnclear(readings[0]), var meaning = readings.first else {
      if readings.count < 2, let text = CellWording.writtenOut(words, years: years) {
        self.init(text, years: years, plan: plan)
        guard case .toSettle(let reason) = outcome else {
          asWritten = words
          outcome = .repaired([.init(vi: "“\(words)” đọc là “\(text)”", en: "“\(words)” read as “\(text)”")])
          return
        }
        self.init(unsettled: words, because: reason)
        return
      }
      if readings.isEmpty, let day = Self.dayInBrackets(words) {
        self.init(day, years: years, plan: plan)
        asWritten = words
        if case .toSettle(let reason) = outcome {
          self.init(unsettled: words, because: reason)
        } else {
          outcome = .repaired([.init(vi: "lấy ngày trong ngoặc", en: "the day in brackets was taken")])
        }
        return
      }
      let saysNothing = Bilingual(
        vi: "lời văn không nêu ngày hay kỳ nào", en: "the wording states no day and no period")
      self.init(unsettled: words, because: readings.count == 1 ? saysNothing : Self.reason(repaired.reading))
      return
    }
    if let year = meaning.strayYear(years) {
      self.init(
        unsettled: words,
        because: .init(
          vi: "năm \(year) không thuộc thời gian của kế hoạch: ghi nhầm năm?",
          en: "\(year) is no year of the plan: a slip of the pen?"))
      return
    }
    var (rule, outcome) = (repaired.text, Outcome.understood)
    if !repaired.edits.isEmpty { outcome = .repaired(repaired.edits.map(\.words)) }
    if meaning.nameIssue(of: plan) {
      rule = CanonicalWording(.vi).text(of: meaning)
      outcome = .repaired([
        .init(
          vi: "“\(words)” hiểu là kể từ ngày ban hành kế hoạch này",
          en: "“\(words)” understood as from this plan's issue")
      ])
    }
    self.init(rule: rule, asWritten: rule == words ? nil : words, outcome: outcome, meaning: meaning)
  }

  private static func isUnclear(_ meaning: Deadline) -> Bool {
    if case .unclear = meaning.items.first?.form { true } else { false }
  }

  private init(rule: String, asWritten: String?, outcome: Outcome, meaning: Deadline?) {
    self.rule = rule
    self.asWritten = asWritten
    self.outcome = outcome
    self.meaning = meaning
  }

  /// The day behind words that nobody can read without it: *Thứ Sáu tuần này (10/4/2026)*.
  private static func dayInBrackets(_ words: String) -> String? {
    guard words.hasSuffix(")"), let open = words.lastIndex(of: "(") else { return nil }
    let day = String(words[words.index(after: open)...].dropLast()).trimmed
    return NumericDate.only(in: day) == nil ? nil : day
  }

  private static let longest = 240

  private init(unsettled words: String, because reason: Bilingual) {
    // Behind a semicolon another deadline would begin, and a rule may not be as long as a text can be.
    let all = words.replacing(";", with: ",")
    let rule = all.count > Self.longest ? all.prefix(Self.longest).trimmed + " …" : all
    self.init(
      rule: "chưa rõ: \(rule)", asWritten: rule == words ? nil : words, outcome: .toSettle(reason), meaning: nil)
  }

  /// Notes that the deadline does not come from the row's own cell, but from `origin`.
  mutating func add(_ origin: Bilingual) {
    switch outcome {
    case .understood: outcome = .repaired([origin])
    case .repaired(let edits): outcome = .repaired([origin] + edits)
    case .toSettle: break
    }
  }

  /// What became of the words.
  var state: Bilingual {
    switch outcome {
    case .understood: .init(vi: "đọc đúng nguyên văn", en: "understood")
    case .repaired(let edits): edits.joined(separator: "; ")
    case .toSettle(let reason): reason
    }
  }

  /// Notes the words as printed, which differ from those that were read.
  mutating func print(_ words: String) {
    if case .toSettle(let reason) = outcome {
      self = DeadlineCell(unsettled: words.onOneLine, because: reason)
    } else if rule != words.onOneLine {
      asWritten = words.onOneLine
    }
  }

  /// Leaves the deadline to be settled by a person, for `reason`.
  mutating func unsettle(because reason: Bilingual) {
    self = DeadlineCell(unsettled: asWritten ?? rule, because: reason)
  }

  private static func reason(_ reading: DeadlineReading) -> Bilingual {
    guard reading.freeText.count > 1 else {
      return reading.failure?.words
        ?? .init(vi: "không hiểu lời văn này", en: "the wording is not understood")
    }
    func listed(_ wording: CanonicalWording) -> String {
      reading.freeText.prefix(4).map { "“\(wording.text(of: $0))”" }.joined(separator: " / ")
    }
    return .init(
      vi: "có \(reading.freeText.count) cách hiểu: \(listed(CanonicalWording(.vi)))",
      en: "there are \(reading.freeText.count) readings: \(listed(CanonicalWording(.en)))")
  }
}

extension Deadline {
  /// Replaces *kể từ ngày ký*, *sau khi Kế hoạch này được ban hành* and the like by the event that every plan has.
  /// Returns false if the deadline is another.
  fileprivate mutating func nameIssue(of plan: String) -> Bool {
    guard items.count == 1, case .counted(var counted) = items[0].form,
      case .event(.single(let mention)) = counted.anchor, Self.issues.contains(mention.name.folded)
    else { return false }
    counted.anchor = .event(.single(EventMention("ban hành kế hoạch \(plan)")))
    items[0].form = .counted(counted)
    return true
  }

  /// Whether it names days or months without their year.
  var needsYear: Bool { items.contains { item in item.form.lastYears.contains { $0.0 == nil } } }

  /// A year before the plan begins, or long after it ends, most often left from last year's plan; nil if there is none.
  fileprivate func strayYear(_ years: ClosedRange<Int>) -> Int? {
    for item in items {
      for (year, month) in item.form.lastYears {
        guard let year else { continue }
        let isBefore = year < years.lowerBound && !(year == years.lowerBound - 1 && month == 12)
        if isBefore || year > years.upperBound + 15 { return year }
      }
    }
    return nil
  }

  private static let issues: Set<String> = [
    "ký", "ký ban hành", "ban hành", "kế hoạch này được ban hành", "ban hành kế hoạch này", "kế hoạch được ban hành",
    "ban hành kế hoạch", "quyết định này được ban hành", "ban hành quyết định này", "kế hoạch này có hiệu lực",
    "quyết định này có hiệu lực", "quyết định có hiệu lực",
  ]
}

extension DeadlineForm {
  /// The years in which it ends, with the month if it names one.
  fileprivate var lastYears: [(Int?, month: Int?)] {
    switch self {
    case .at(let places): places.map(\.moment.yearAndMonth)
    case .extreme(_, let forms): forms.flatMap(\.lastYears)
    case .each, .times, .yearsOnward, .counted, .eachCase, .timetable, .standing, .unclear: []
    }
  }
}

extension Moment {
  /// Of its last period; a lunar day may lie in the year after its own.
  fileprivate var yearAndMonth: (Int?, month: Int?) {
    switch self {
    case .day(.lunar(_, let period)): (period.year.map { $0 + 1 }, nil)
    case .day(let day): day.periods.last?.yearAndMonth ?? (nil, nil)
    case .window(let window): window.periods.last?.yearAndMonth ?? (nil, nil)
    }
  }
}

extension PeriodExpression {
  fileprivate var yearAndMonth: (Int?, month: Int?) {
    if case .child(.month, let month, .year(.year, let year)) = self { return (year, month) }
    return (year, nil)
  }
}
