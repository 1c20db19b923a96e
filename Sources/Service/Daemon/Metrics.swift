package import ServiceStatus

/// The page for Prometheus (text format 0.0.4).
package enum Metrics {
  /// - Parameter surroundings: of which only the disk is used.
  package static func text(_ status: DaemonStatus, _ surroundings: Surroundings = Surroundings()) -> String {
    var text = ""
    let service = status.service
    func add(_ name: String, _ kind: String, _ help: String, _ samples: [(labels: String, value: Int64)]) {
      guard !samples.isEmpty else { return }
      text += "# HELP nhacviec_\(name) \(help)\n# TYPE nhacviec_\(name) \(kind)\n"
      for (labels, value) in samples { text += "nhacviec_\(name)\(labels) \(value)\n" }
    }
    func gauge(_ name: String, _ help: String, _ value: Int64?) {
      add(name, "gauge", help, value.map { [("", $0)] } ?? [])
    }
    func truth(_ value: Bool) -> Int64 { value ? 1 : 0 }

    add("build_info", "gauge", "Version of the daemon.", [("{version=\"\(escaped(status.version))\"}", 1)])
    gauge("start_time_seconds", "When the daemon started, since 1970.", status.started)
    gauge("live_revision", "Number of the rules in force; 0: none.", Int64(service.revision))
    gauge("rules_damaged", "Whether the rules in force cannot be used.", truth(service.revisionProblem != nil))
    gauge("rules_folder_refused", "Whether the rule folder has errors.", truth(service.folder.errors > 0))
    gauge("rules_folder_errors", "Errors of the rule folder.", Int64(service.folder.errors))
    gauge(
      "rules_folder_differs", "Whether the rule folder holds other rules than those in force.",
      truth(service.folder.differs))
    gauge("rules_waiting", "Whether promoted rules wait to be accepted.", truth(service.waiting != nil))
    gauge(
      "configuration_refused", "Whether the configuration file has errors.", truth(status.configurationProblem != nil))
    gauge("watch_failed", "Whether changes of files go unnoticed.", truth(status.troubles[.watch] != nil))
    gauge("spool_failed", "Whether rounds cannot be asked for.", truth(status.troubles[.spool] != nil))
    gauge("round_under_way", "Whether a round is at work, or broke off.", truth(service.isRoundUnderWay))
    gauge("next_instant_seconds", "When a round has something to do next, since 1970.", service.mark?.next)
    gauge("last_round_begin_seconds", "When the last completed round began, since 1970.", service.mark?.began)
    gauge("last_round_looked_seconds", "When a round last looked for something to do, since 1970.", service.lookedAt)
    gauge(
      "last_round_failed", "Whether the last round left something undone.",
      service.mark.map { truth($0.failure != nil) })
    gauge("last_round_held", "Whether the last round waits to be accepted.", service.mark.map { truth($0.held != nil) })
    gauge("last_round_sent", "Messages sent by the last round.", service.mark.map { Int64($0.sent) })
    add(
      "deliveries", "gauge", "Deliveries that wait for another attempt, and that were given up.",
      service.mark.map { [("{state=\"pending\"}", Int64($0.pending)), ("{state=\"dead\"}", Int64($0.dead))] } ?? [])
    for (name, help, late) in [
      ("deliveries", "Deliveries that wait although their time has come.", service.mark?.late),
      ("copies", "Copies in a Maildir or the journal that were not kept in time.", service.mark?.lateCopies),
    ] {
      gauge("\(name)_late", help, service.mark.map { _ in Int64(late?.count ?? 0) })
      gauge("\(name)_late_since_seconds", "Since when the oldest of them waits, since 1970.", late?.since)
    }
    gauge(
      "units_without_mail", "Units with mail addresses while there is no way out for mail.",
      service.mark.map { Int64($0.unitsWithoutMail) })
    gauge("state_free_bytes", "Free space where the state folder lies.", surroundings.freeBytes)
    gauge(
      "state_read_only", "Whether the state folder lies on a read-only file system.",
      surroundings.freeBytes.map { _ in truth(surroundings.isReadOnly) })
    add(
      "wakes_total", "counter", "Rounds that the daemon asked for, by reason.",
      WakeReason.allCases.map { ("{reason=\"\($0.rawValue)\"}", Int64(status.wakes[$0] ?? 0)) })
    return text
  }

  private static func escaped(_ label: String) -> String {
    label.flatMap { $0 == "\\" || $0 == "\"" ? "\\\($0)" : $0 == "\n" ? "\\n" : "\($0)" }.map { String($0) }.joined()
  }
}
