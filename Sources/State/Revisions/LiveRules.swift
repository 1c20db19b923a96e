package import Diagnostics
package import Hashing
package import Reminders
package import Rules

/// The revision of the rules that is in force, read and checked.
package struct LiveRules: Sendable {
  package let manifest: RevisionManifest
  package let rules: RuleSet
  /// What there is to say of the sources: warnings and remarks. Errors only where a newer program checks more than the
  /// one that promoted them did.
  package let diagnostics: [Diagnostic]
  /// The office's own files.
  package let files: Int
  let table: EffectiveSince

  package var number: Int { manifest.number }
  /// SHA-256 of the sources.
  package var hash: SHA256Digest { manifest.sources }
  package var promoted: Instant { Instant(seconds: manifest.promoted) }

  /// For `Agenda`: a day that these rules moved is told at the first slot after it.
  package var revised: Instant { promoted }

  /// For `Agenda`: the zones of its calendars. Fails where this machine has lost one: then no instant can be told.
  package func zones(standard: String? = nil) throws(RevisionFailure) -> Agenda.ZoneOf {
    let zones = CalendarZones(rules, standard: standard)
    if let problem = zones.problems.first {
      throw .timeZone(problem.words, path: problem.span.source.name)
    }
    return zones.zoneOf
  }

  /// For `Agenda`: since when each due line is in force. Keep the value; it is made each time.
  package var wentLive: Agenda.WentLive { table.wentLive(rules) }
}
