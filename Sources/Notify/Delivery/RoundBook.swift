package import FactLog
package import Reminders
package import Rules

/// What a round is decided with: the live rules and the facts.
package struct RoundBook: Sendable {
  package var rules: RuleSet
  /// Number of the live revision.
  package var revision: Int
  package var wentLive: Agenda.WentLive
  /// When these rules went live.
  package var revised: Instant?
  package var facts: [TimedFact]
  /// Count and hash of the facts' log.
  package var factsCount: Int
  package var factsHash: String
  package var zone: Agenda.ZoneOf
  /// Whether the facts' log begins with the facts that had this head.
  package var holds: @Sendable (FactHead) -> Bool

  package init(
    rules: RuleSet, revision: Int, wentLive: @escaping Agenda.WentLive = { _, _ in nil }, revised: Instant? = nil,
    facts: [TimedFact], factsCount: Int, factsHash: String, zone: @escaping Agenda.ZoneOf = { _ in .vietnam },
    holds: @escaping @Sendable (FactHead) -> Bool = { _ in true }
  ) {
    self.rules = rules
    self.revision = revision
    self.wentLive = wentLive
    self.revised = revised
    self.facts = facts
    self.factsCount = factsCount
    self.factsHash = factsHash
    self.zone = zone
    self.holds = holds
  }

  package var anchor: String { "\(factsCount):\(factsHash)" }
}
