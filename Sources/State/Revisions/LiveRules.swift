public import Reminders
public import RuleSyntax
public import Rules
public import Store

/// The revision of the rules that is in force, read and checked.
public struct LiveRules: Sendable {
  public let manifest: RevisionManifest
  public let rules: RuleSet
  /// What there is to say of the sources: warnings and remarks. Errors only where a newer program checks more than the
  /// one that promoted them did.
  public let diagnostics: [Diagnostic]
  /// The office's own files.
  public let files: Int
  let table: WentLiveTable

  public var number: Int { manifest.number }
  /// SHA-256 of the sources.
  public var hash: ChainHash { manifest.sources }
  public var promoted: Instant { Instant(seconds: manifest.promoted) }

  /// For `Agenda`: a day that these rules moved is told at the first slot after it.
  public var revised: Instant { promoted }

  /// For `Agenda`: the zones of its calendars. Fails where this machine has lost one: then no instant can be told.
  public func zones(standard: String? = nil) throws(RevisionFailure) -> Agenda.ZoneOf {
    let zones = CalendarZones(rules, standard: standard)
    if let problem = zones.problems.first {
      throw .timeZone(problem.words, path: problem.span.source.name)
    }
    return zones.zoneOf
  }

  /// For `Agenda`: since when each due line is in force. Keep the value; it is made each time.
  public var wentLive: Agenda.WentLive { table.wentLive(rules) }
}
