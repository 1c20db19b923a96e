package import Diagnostics
import Presentation
package import ServiceStatus

/// What the daemon knows as of its last look, from which the status line, the pages and the metrics are made.
package struct DaemonStatus: Hashable, Sendable {
  package var version: String
  /// When the daemon started: seconds since 1970.
  package var started: Int64
  package var service = ServiceStatus()
  /// Why the configuration that the file now has is not in force; nil if it is.
  package var configurationProblem: RuleFolder.Problem?
  /// Whether the configuration has a time zone that takes effect only at the next start.
  package var waitsForRestart = false
  /// The present troubles, and their causes.
  package var troubles: [Trouble: Bilingual] = [:]
  /// How many rounds were asked for, by reason.
  package var wakes: [WakeReason: Int] = [:]

  package init(version: String, started: Int64) {
    self.version = version
    self.started = started
  }

  /// The status line, which `systemctl status` shows.
  func line(_ language: Language) -> String {
    var texts = [service.line(language)]
    if configurationProblem != nil {
      texts.append(language.choose(vi: "cấu hình mới bị từ chối", en: "new configuration refused"))
    }
    if waitsForRestart {
      texts.append(
        language.choose(
          vi: "múi giờ mới chờ khởi động lại dịch vụ", en: "the new time zone waits for a restart of the daemon"))
    }
    texts += troubles.map { $0.words($1).text(in: language) }.sorted()
    return texts.joined(separator: "; ")
  }
}

/// Why a round was asked for.
package enum WakeReason: String, CaseIterable, Hashable, Sendable {
  /// The next instant came.
  case instant
  /// A fact was recorded.
  case fact
  /// The rule folder changed.
  case rules
  /// The clock was set.
  case clock
  /// Ten minutes have passed. The daemon no longer asks for such rounds, which the timer unit starts; the metric stays
  /// at 0.
  case net
}
