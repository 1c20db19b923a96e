package import CivilCalendar
import Deadlines
import Diagnostics
package import FactLog
import Presentation
import RuleSyntax

/// Which facts are wanted, for `facts`.
package struct FactQuery {
  private var plan: String?
  private var about: String?
  private var author: String?
  private var after: Int
  private var since: CivilDate?

  /// - Parameters:
  ///   - plan: only this plan's, with shared events.
  ///   - about: only about this task or event, by id.
  ///   - after: only with higher numbers.
  ///   - since: only recorded from this day on, UTC.
  package init(plan: String?, about: String?, author: String?, after: Int?, since: CivilDate?) {
    (self.plan, self.about, self.author, self.since) = (plan, about, author, since)
    self.after = max(0, after ?? 0)
  }

  /// Fails also where nothing was ever recorded.
  package func facts(of store: FactStore) throws(OperationFailure) -> [RecordedFact] {
    try store.facts(FactSelection(after: after, plan: plan)).filter(isWanted)
  }

  private func isWanted(_ fact: RecordedFact) -> Bool {
    if let author, fact.entry.author != author { return false }
    if let since, UTCTime(fact.entry.recordedAt).day < since { return false }
    guard let about else { return true }
    return Self.names(in: fact.entry.line).contains(FoldedName(about))
  }

  /// Which task or event a line is about, without a rule book: its id, with its plan and without; of events also the whole
  /// name.
  private static func names(in line: String) -> Set<FoldedName> {
    var names: Set<FoldedName> = []
    for reading in FactReader(deadlines: DeadlineReader()).read(line) {
      switch reading.target {
      case .task(let subject):
        names.insert(FoldedName(subject.id))
        if let plan = subject.plan { names.insert(FoldedName("\(plan)/\(subject.id)")) }
      case .event(let name):
        names.insert(FoldedName(name.text))
        guard let first = name.text.split(separator: " ").first else { continue }
        names.insert(FoldedName(first))
        if let slash = first.firstIndex(of: "/") { names.insert(FoldedName(first[first.index(after: slash)...])) }
      }
    }
    return names
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
