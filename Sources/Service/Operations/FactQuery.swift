package import CivilCalendar
package import FactLog
import Presentation

/// Which facts are wanted, for `facts`.
package struct FactQuery {
  private var plan: String?
  private var topic: FactTopic?
  private var author: String?
  private var after: Int
  private var since: CivilDate?

  /// - Parameters:
  ///   - plan: only this plan's, with shared events.
  ///   - topic: only about this task or event.
  ///   - after: only with higher numbers.
  ///   - since: only recorded from this day on, UTC.
  package init(plan: String?, topic: FactTopic?, author: String?, after: Int?, since: CivilDate?) {
    (self.plan, self.topic, self.author, self.since) = (plan, topic, author, since)
    self.after = max(0, after ?? 0)
  }

  /// Fails also where nothing was ever recorded, and where neither the rules nor a fact know the topic.
  package func facts(of store: FactStore) throws(OperationFailure) -> [RecordedFact] {
    let facts = try store.facts(FactSelection(after: after, plan: plan))
    let meant = topic.map { topic in facts.filter { topic.isMeant(by: $0.entry.line) } } ?? facts
    if meant.isEmpty, let complaint = topic?.complaint { throw complaint }
    return meant.filter(isWanted)
  }

  private func isWanted(_ fact: RecordedFact) -> Bool {
    if let author, fact.entry.author != author { return false }
    if let since, UTCTime(fact.entry.recordedAt).day < since { return false }
    return true
  }
}

extension RecordedFact {
  /// Its line, as `--facts` reads it.
  /// - Parameter details: before it a comment of who recorded it, when, and on what ground.
  package func text(details: Bool) -> String {
    let line = TerminalEscaper.escape(entry.line) + "\n"
    guard details else { return line }
    let parts = [
      "\(sequence)", UTCTime(entry.recordedAt).description, entry.author, entry.onBehalfOf.map { "→ \($0)" },
      entry.document, entry.note,
    ]
    return "# \(TerminalEscaper.escape(parts.compactMap { $0 }.joined(separator: " · ")))\n" + line
  }

  /// An array with an object for each.
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
