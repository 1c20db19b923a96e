import RuleSyntax

/// A deadline cell as a rule book writes it.
struct DeadlineCell {
  enum Outcome {
    /// The plan's own words are the rule.
    case understood
    /// Read only after these changes.
    case repaired([Diagnostic.Words])
    /// A person decides; the words stand as *chưa rõ*.
    case toSettle(Diagnostic.Words)
  }

  /// What stands behind `hạn:`.
  var rule: String
  /// The plan's words where the rule has others.
  var asWritten: String?
  var outcome: Outcome
  /// What the rule means; nil if that is to be settled.
  var meaning: Deadline?

  /// - Parameters:
  ///   - planYear: the only year of the plan, if it has one.
  ///   - plan: its id, for *kể từ ngày ký*.
  init(_ text: String, planYear: Int?, plan: String) {
    let words = text.onOneLine
    guard !words.isEmpty else {
      self.init(
        unsettled: "không ghi thời hạn",
        because: .init(vi: "nguồn không ghi thời hạn", en: "the source states no deadline"))
      return
    }
    let repaired = DeadlineRepair(planYear: planYear).read(words)
    let readings = repaired.reading.freeText
    guard readings.count == 1, var meaning = readings.first else {
      self.init(unsettled: words, because: Self.reason(repaired.reading))
      return
    }
    if case .unclear = meaning.items.first?.form {
      self.init(
        unsettled: words,
        because: .init(vi: "lời văn không nêu ngày hay kỳ nào", en: "the wording states no day and no period"))
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

  private init(rule: String, asWritten: String?, outcome: Outcome, meaning: Deadline?) {
    self.rule = rule
    self.asWritten = asWritten
    self.outcome = outcome
    self.meaning = meaning
  }

  private init(unsettled words: String, because reason: Diagnostic.Words) {
    self.init(rule: "chưa rõ: \(words)", asWritten: nil, outcome: .toSettle(reason), meaning: nil)
  }

  /// The words are not understood after all, for `reason`.
  mutating func unsettle(because reason: Diagnostic.Words) {
    self = DeadlineCell(unsettled: asWritten ?? rule, because: reason)
  }

  private static func reason(_ reading: DeadlineReading) -> Diagnostic.Words {
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
  /// *kể từ ngày ký*, *sau khi Kế hoạch này được ban hành*: the event that every plan brings. False if it is another.
  fileprivate mutating func nameIssue(of plan: String) -> Bool {
    guard items.count == 1, case .counted(var counted) = items[0].form,
      case .event(.single(let mention)) = counted.anchor, Self.issues.contains(mention.name.folded)
    else { return false }
    counted.anchor = .event(.single(EventMention("ban hành kế hoạch \(plan)")))
    items[0].form = .counted(counted)
    return true
  }

  private static let issues: Set<String> = [
    "ký", "ký ban hành", "ban hành", "kế hoạch này được ban hành", "ban hành kế hoạch này", "kế hoạch được ban hành",
    "ban hành kế hoạch", "quyết định này được ban hành", "ban hành quyết định này", "kế hoạch này có hiệu lực",
    "quyết định này có hiệu lực", "quyết định có hiệu lực",
  ]
}
