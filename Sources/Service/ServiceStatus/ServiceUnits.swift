package import StateFolder

/// What systemd says of the units that keep reminders going (docs/daemon.md, "Units").
package struct ServiceUnits: Hashable, Sendable {
  static let names = ["nhacviecd.socket", "nhacviecd.service", "nhacviec-remind.path", "nhacviec-remind.timer"]

  struct Unit: Hashable, Sendable {
    var name: String
    /// As `systemctl show` has it: `active`, `inactive`, `failed` …
    var active: String
    /// `enabled`, `disabled`, `masked` …
    var file: String

    /// How its process ended the last time: `success`, `exit-code`, `timeout`, `oom-kill` …
    var result = "success"
    var exitStatus = 0

    var isEnabled: Bool { file == "enabled" }
    /// Whether it works, or is about to.
    var isActive: Bool { active != "inactive" && active != "failed" }
  }

  private(set) var units: [Unit] = []
  /// The round, which is started by the others and never enabled.
  private(set) var round: Unit?
  private static let roundName = "nhacviec-remind.service"

  /// Asks systemd. Nil if that is not possible: the units serve the system's state folder alone, and there may be no
  /// systemd, no such units (cron may then start rounds), or no answer within three seconds.
  package static func ask(_ state: StateFolder) -> ServiceUnits? {
    guard state.path == StateFolder.system, Folder.isThere("/run/systemd/system") else { return nil }
    let properties = ["Id", "LoadState", "ActiveState", "UnitFileState", "Result", "ExecMainStatus"].map {
      "--property=\($0)"
    }
    let answer = ProgramAnswer.of("/usr/bin/systemctl", ["show"] + properties + names + [roundName], within: 3000)
    return answer.flatMap { ServiceUnits($0) }
  }

  /// Nil if none of the units exists.
  ///
  /// - Parameter answer: the output of `systemctl show`: `KEY=VALUE` lines, with an empty line between units.
  package init?(_ answer: String) {
    var values: [Substring: Substring] = [:]
    func unit() -> Unit? {
      guard let name = values["Id"], let active = values["ActiveState"], values["LoadState"] != "not-found" else {
        return nil
      }
      var unit = Unit(name: String(name), active: String(active), file: String(values["UnitFileState"] ?? ""))
      unit.result = String(values["Result"] ?? "success")
      unit.exitStatus = values["ExecMainStatus"].flatMap { Int($0) } ?? 0
      return unit
    }
    func take() {
      guard let unit = unit() else { return }
      if unit.name == Self.roundName { round = unit } else { units.append(unit) }
    }
    for line in answer.split(separator: "\n", omittingEmptySubsequences: false) {
      if let equals = line.firstIndex(of: "=") {
        values[line[..<equals]] = line[line.index(after: equals)...]
      } else if line.isEmpty {
        take()
        values = [:]
      }
    }
    take()
    guard !units.isEmpty else { return nil }
  }

  /// Whether a request will be answered: to the round and the editor, because a path unit or the timer starts them, to the daemon,
  /// because it runs.
  package func isAnswering(_ answerer: StateFolder.Answerer) -> Bool {
    let names =
      switch answerer {
      case .round: ["nhacviec-remind.path", "nhacviec-remind.timer"]
      case .daemon: ["nhacviecd.service"]
      case .editor: ["nhacviec-edit.path"]
      }
    return units.contains { $0.isActive && names.contains($0.name) }
  }

  /// The command that enables and starts all of the units.
  package static let remedy = "systemctl enable --now \(names.joined(separator: " "))"

  /// Units that do not come back after a restart, and those that should work and do not.
  var findings: [Finding] {
    var found: [Finding] = []
    // EX_TEMPFAIL: another round was at work.
    if let round, !["success", ""].contains(round.result), round.exitStatus != 75 {
      let ending = "\(round.result), \(round.exitStatus)"
      found.append(
        Finding(
          .critical, vi: "lượt nhắc vừa rồi kết thúc vì lỗi (\(ending)): journalctl -u \(round.name)",
          en: "the last round ended with an error (\(ending)): journalctl -u \(round.name)"))
    }
    let disabled = units.filter { !$0.isEnabled }.map(\.name)
    if !disabled.isEmpty {
      let list = disabled.joined(separator: ", ")
      let remedy = "systemctl enable --now \(disabled.joined(separator: " "))"
      found.append(
        Finding(
          .warning, vi: "dịch vụ chưa bật, sẽ không chạy khi máy khởi động lại: \(list) (\(remedy))",
          en: "not enabled, so that it does not start with the machine: \(list) (\(remedy))"))
    }
    let stopped = units.filter { $0.isEnabled && !$0.isActive }
    if !stopped.isEmpty {
      let list = stopped.map { "\($0.name) (\($0.active))" }.joined(separator: ", ")
      let remedy = "systemctl start \(stopped.map(\.name).joined(separator: " "))"
      found.append(
        Finding(
          .warning, vi: "dịch vụ đang dừng: \(list) (\(remedy))", en: "not active: \(list) (\(remedy))"))
    }
    return found
  }
}
