import CivilCalendar
import Deadlines
import Diagnostics
import RuleSyntax

/// Finds the event, and the occurrence of it, that a deadline or a fact names (decision: which-occurrence).
struct EventFinder {
  let rules: RuleSet
  let deadlines: DeadlineReader
  let folder: NameIndex.Folder
  let plan: PlanID?
  /// The task whose own events are seen; nil for those of all tasks of the plan, where only one task has the name.
  let task: TaskID?

  struct Found: Hashable {
    var event: EventID
    var key: String?
    var reference: String?
  }

  enum Problem: Error {
    case unknown
    /// Several tasks declare an event of this name.
    case ambiguous
  }

  /// The whole of `text` is looked up first; then its end is taken for an occurrence, and, in facts, for a reference.
  func find(_ text: String, withReference: Bool) -> Result<Found, Problem> {
    let line = WordLine(NameText.unbracketed(text))
    if let event = named(line.text) { return event.map { Found(event: $0) } }
    let whole = withOccurrence(line, line.count)
    if let whole, !withReference || isOccurrence(whole) { return whole }
    guard withReference else {
      // *khi có X*: the event may be called X, or *có X*.
      if line.key(0) == "có", line.count > 1 { return find(line.text(1, line.count), withReference: false) }
      return .failure(.unknown)
    }
    for index in stride(from: line.count - 2, to: 0, by: -1) where ["số", "ref", "no"].contains(line.key(index)) {
      let reference = line.text(index + 1, line.count)
      let head =
        named(line.text(0, index)).map { event in event.map { Found(event: $0) } } ?? withOccurrence(line, index)
      if let head { return head.map { Found(event: $0.event, key: $0.key, reference: reference) } }
    }
    return whole ?? .failure(.unknown)
  }

  /// Whether the event has such a key: `2024 số 12` is a key with a reference behind it.
  private func isOccurrence(_ found: Result<Found, Problem>) -> Bool {
    guard case .success(let found) = found, let key = found.key else { return true }
    return rules.events[found.event].happens.accepts(key: key)
  }

  /// `X năm 2023`, `X kỳ KEY`, `X of 2023`, `X at KEY`, over words up to `end`.
  private func withOccurrence(_ line: WordLine, _ end: Int) -> Result<Found, Problem>? {
    for index in stride(from: end - 2, to: 0, by: -1) {
      let key = line.key(index)
      guard ["năm", "of", "kỳ", "kì", "at", "quý", "tháng"].contains(key) else { continue }
      let isYear = key == "năm" || key == "of"
      let isPeriod = key == "quý" || key == "tháng"
      if isYear, index + 2 != end || line.key(index + 1).utf8.count != 4 { continue }
      guard let event = named(line.text(0, index)) else { continue }
      let words = line.text(isPeriod ? index : index + 1, end)
      return event.map { Found(event: $0, key: occurrence(words)) }
    }
    return nil
  }

  private func occurrence(_ text: String) -> String {
    let year = plan.flatMap { rules.plans[$0].years.count == 1 ? rules.plans[$0].years.lowerBound : nil }
    return KeyText.read(text, with: deadlines).key(year: year) ?? text
  }

  /// Nil if there is none.
  private func named(_ text: String) -> Result<EventID, Problem>? {
    let name = FoldedName(NameText.unbracketed(text))
    guard !name.isEmpty else { return nil }
    if let plan, let own = rules.names.taskEvents[plan]?[name] {
      if let task, let event = own.first(where: { rules.events[$0].task == task }) { return .success(event) }
      if task == nil, rules.names.find(name, \.events, from: folder) == nil {
        return own.count == 1 ? .success(own[0]) : .failure(.ambiguous)
      }
    }
    // A deadline's grammar takes the article before an event for its own word.
    for name in [name, FoldedName("the \(name.text)")] {
      if let event = rules.names.find(name, \.events, from: folder) { return .success(event) }
    }
    return issueEvent(name).map { .success($0) }
  }

  /// *ban hành kế hoạch ID* · *plan ID is issued*.
  private func issueEvent(_ name: FoldedName) -> EventID? {
    let text = name.text
    for (prefix, suffix) in [
      ("ban hành kế hoạch ", ""), ("ban hành ", ""), ("kế hoạch ", " được ban hành"), ("plan ", " is issued"),
    ] {
      guard text.hasPrefix(prefix), text.hasSuffix(suffix), text.utf8.count > prefix.utf8.count + suffix.utf8.count
      else {
        continue
      }
      let id = text.dropFirst(prefix.count).dropLast(suffix.count)
      if let plan = rules.names.find(FoldedName(id), \.plans, from: folder) { return rules.plans[plan].issueEvent }
    }
    return nil
  }
}

extension PlanEvent.Happens {
  var isPeriodic: Bool { self == .yearly || self == .quarterly || self == .monthly }

  /// Whether `key` names an occurrence of an event that happens so often.
  func accepts(key: String) -> Bool {
    switch self {
    case .once: false
    case .eachCase: true
    case .yearly: key.utf8.count == 4 || key.utf8.count == 9 || key.hasPrefix("FY")
    case .quarterly: key.utf8.count == 7 && key.dropFirst(5).hasPrefix("Q")
    case .monthly: key.utf8.count == 7 && key.dropFirst(5).allSatisfy { $0.isASCII && $0.isNumber }
    }
  }

  /// An example of a key, for messages.
  func example(in year: Int) -> Bilingual {
    switch self {
    case .quarterly: .init(vi: "kỳ \(year)-Q1", en: "at \(year)-Q1")
    case .monthly: .init(vi: "kỳ \(year)-05", en: "at \(year)-05")
    default: .init(vi: "năm \(year)", en: "of \(year)")
    }
  }
}

extension PlanEvent {
  /// `key` is no occurrence of it.
  /// - Parameter year: of the plan, for an example.
  func badOccurrence(_ key: String, _ year: Int, _ span: Span) -> Diagnostic {
    let example = happens.example(in: year)
    return Diagnostic(
      .badOccurrence, vi: "“\(key)” không phải là một kỳ của sự kiện “\(title)”; ghi ví dụ “\(example.vi)”",
      en: "“\(key)” is no occurrence of the event “\(title)”; write for example “\(example.en)”", at: span)
  }

  /// Which occurrence is meant must be said behind `span`.
  func needsOccurrence(_ year: Int, _ span: Span) -> Diagnostic {
    let example = happens.example(in: year)
    return Diagnostic(
      .eventNeedsOccurrence, vi: "sự kiện “\(title)” lặp lại: phải nói kỳ nào, ví dụ “… \(example.vi)”",
      en: "the event “\(title)” repeats: say which occurrence, for example “… \(example.en)”", at: span)
  }
}
