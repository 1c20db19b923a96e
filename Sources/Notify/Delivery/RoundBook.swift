package import FactLog
package import Reminders
package import Rules

/// What a round is decided with: the live rules and the facts.
package struct RoundBook: Sendable {
  package var rules: RuleSet
  /// The number of the live revision; 0 if the rules are those of a folder.
  package var revision: Int
  package var wentLive: Agenda.WentLive
  /// When units took over and gave up the lead by other rules.
  package var leads: LeadChanges
  /// When these rules went live.
  package var revised: Instant?
  package var facts: [TimedFact]
  /// The head of the log of facts.
  package var head: FactHead
  package var zone: Agenda.ZoneOf
  /// Whether the facts' log begins with the facts that had this head.
  package var holds: @Sendable (FactHead) -> Bool

  package init(
    rules: RuleSet, revision: Int, wentLive: @escaping Agenda.WentLive = { _, _ in nil },
    leads: LeadChanges = LeadChanges(), revised: Instant? = nil,
    facts: [TimedFact], head: FactHead, zone: @escaping Agenda.ZoneOf = { _ in .vietnam },
    holds: @escaping @Sendable (FactHead) -> Bool = { _ in true }
  ) {
    self.rules = rules
    self.revision = revision
    self.wentLive = wentLive
    self.leads = leads
    self.revised = revised
    self.facts = facts
    self.head = head
    self.zone = zone
    self.holds = holds
  }
}
