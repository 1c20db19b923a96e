package import CivilCalendar
package import FactLog
import Presentation
import Reminders

/// Selects facts, for the command `facts`.
package struct FactQuery {
  private var plan: String?
  private var topic: FactTopic?
  private var author: String?
  private var after: Int
  private var since: CivilDate?

  /// - Parameters:
  ///   - plan: selects this plan's facts, and those about shared events.
  ///   - topic: selects facts about this task or event.
  ///   - author: selects the facts that this user recorded.
  ///   - after: selects facts with higher numbers.
  ///   - since: selects facts that were recorded from this day on, in the time of Việt Nam.
  package init(plan: String?, topic: FactTopic?, author: String?, after: Int?, since: CivilDate?) {
    (self.plan, self.topic, self.author, self.since) = (plan, topic, author, since)
    self.after = max(0, after ?? 0)
  }

  /// The selected facts. Fails also if nothing was ever recorded, and if neither the rules nor any fact know the topic.
  package func facts(of store: FactStore) throws(OperationFailure) -> [RecordedFact] {
    let facts = try store.facts(FactSelection(after: after, plan: plan))
    let meant = topic.map { topic in facts.filter { topic.isMeant(by: $0.entry.line) } } ?? facts
    if meant.isEmpty, let complaint = topic?.complaint { throw complaint }
    return meant.filter(isWanted)
  }

  private func isWanted(_ fact: RecordedFact) -> Bool {
    if let author, fact.entry.author != author { return false }
    if let since, Zone.vietnam.civil(Instant(seconds: Int64(fact.entry.recordedAt))).day < since { return false }
    return true
  }
}

extension RecordedFact {
  /// The line of the fact, as `--facts` reads it.
  /// - Parameter details: whether a comment before it says who recorded it, when, and on what ground.
  package func text(details: Bool) -> String {
    let line = TerminalEscaper.escape(entry.line) + "\n"
    guard details else { return line }
    let parts = [
      "\(sequence)", RoundReportText.moment(.init(seconds: Int64(entry.recordedAt))), entry.author,
      entry.onBehalfOf.map { "→ \($0)" },
      entry.document, entry.note,
    ]
    return "# \(TerminalEscaper.escape(parts.compactMap { $0 }.joined(separator: " · ")))\n" + line
  }

  /// A JSON array with an object for each fact.
  package static func json(_ facts: [RecordedFact]) -> String {
    JSONWriter.list(facts) { fact, writer in
      writer.member("sequence", fact.sequence)
      writer.member("fact", fact.entry.line)
      writer.member("plan", fact.entry.plan)
      writer.member("author", fact.entry.author)
      writer.member("for", fact.entry.onBehalfOf)
      writer.member("recordedAt", UTCTime(fact.entry.recordedAt).description)
      writer.member("document", fact.entry.document)
      writer.member("note", fact.entry.note)
      writer.member("hash", fact.hash.description)
    }
  }
}
