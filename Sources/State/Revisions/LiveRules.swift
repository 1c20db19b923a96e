package import Diagnostics
package import Hashing
package import Reminders
package import Rules

/// The revision of the rules that is in force, read and checked.
package struct LiveRules: Sendable {
  package let manifest: RevisionManifest
  package let rules: RuleSet
  /// Warnings and remarks about the sources. There are errors only if this version of the program checks more than the
  /// one that promoted them.
  package let diagnostics: [Diagnostic]
  /// The number of the office's own files.
  package let files: Int
  let table: EffectiveSince

  package var number: Int { manifest.number }
  /// The SHA-256 of the sources.
  package var hash: SHA256Digest { manifest.sources }
  package var promoted: Instant { Instant(seconds: manifest.promoted) }

  /// For `Agenda`: a day that these rules moved is told at the first slot after this instant.
  package var revised: Instant { promoted }

  /// For `Agenda`: the zones of the calendars. Throws if this machine lacks one, because then no instant is known.
  package func zones(standard: String? = nil) throws(RevisionFailure) -> Agenda.ZoneOf {
    let zones = CalendarZones(rules, standard: standard)
    if let problem = zones.problems.first {
      throw .timeZone(problem.words, path: problem.span.source.name)
    }
    return zones.zoneOf
  }

  /// For `Agenda`: since when each due line is in force. The value is computed each time, and should be kept.
  package var wentLive: Agenda.WentLive { table.wentLive(rules) }

  /// For `Agenda`: since when each due line would be in force, had other rules replaced these at an instant.
  package func wentLive(of rules: RuleSet, replacing instant: Instant) -> Agenda.WentLive {
    EffectiveSince(rules, before: table, live: self.rules, now: instant).wentLive(rules)
  }

  /// For `Agenda`: when units took over and gave up the lead by other rules. The value is computed each time, and should be kept.
  package var leads: LeadChanges { table.leads(rules) }

  /// The same, had other rules replaced these at an instant.
  package func leads(of rules: RuleSet, replacing instant: Instant) -> LeadChanges {
    EffectiveSince(rules, before: table, live: self.rules, now: instant).leads(rules)
  }
}
