public import Reminders
public import Rules
public import Store

/// What a round is decided with: the live rules and the facts.
public struct RoundBook: Sendable {
  public var rules: RuleSet
  /// Number of the live revision.
  public var revision: Int
  public var wentLive: Agenda.WentLive
  /// When these rules went live.
  public var revised: Instant?
  public var facts: [TimedFact]
  /// Count and hash of the facts' log.
  public var factsCount: Int
  public var factsHash: String
  public var zone: Agenda.ZoneOf
  /// Whether the facts' log begins with the facts that had this head.
  public var holds: @Sendable (FactHead) -> Bool

  public init(
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

  public var anchor: String { "\(factsCount):\(factsHash)" }
}
