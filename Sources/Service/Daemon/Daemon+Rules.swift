import Channels
import Diagnostics
import Presentation
import ServiceStatus
import Settings
import StateFolder

// The rule folder and the configuration.
extension Daemon {
  func rulesChanged(_ changes: [FolderWatch.Change]) {
    // Files that came into a new folder before it was watched are found when the folder is read.
    if changes.contains(where: \.isStructural) { watchRules() }
    guard changes.contains(where: { $0.isStructural || $0.name.hasSuffix(".rules") }) else { return }
    deadlines.set(.rules, after: settings.quietSeconds * 1000)
  }

  /// Reads the folder, and asks for its promotion if it differs from the rules in force. This is done also if it has
  /// errors: the round then refuses it and tells those whom it concerns.
  func checkRules() {
    // The configuration was never valid, so that the folder is not known.
    guard settings.isConfigured else { return }
    let before = shared.value.service
    var service = before
    service.readFolder(settings.rules, shipped: settings.shipped)
    let folder = service.folder
    shared.change { $0.service.folder = folder }
    guard folder.differs else {
      promotionAsked = nil
      return
    }
    if case .refused(let hash, let errors, let first) = folder, before.folder != folder {
      let words = Bilingual(
        vi: "thư mục quy tắc có \(errors) lỗi, quy tắc cũ giữ nguyên hiệu lực: \(first.words.vi)",
        en:
          "the rule folder has \(errors == 1 ? "1 error" : "\(errors) errors"), the old rules stay in force: \(first.words.en)"
      )
      journal.say(
        .rulesRefused, words, priority: 3, fields: [("ERRORS", String(errors)), ("CODE", first.code), ("HASH", hash)])
    }
    guard shared.value.service.outboxLoss == nil else { return }
    let hash = folder.hash ?? ""
    guard hash != promotionAsked, hash != before.waiting?.hash else { return }
    promotionAsked = hash
    ask(.rules, .promote)
  }

  /// Takes the configuration as the file has it now. If that has errors, the configuration before stays in force.
  func loadConfiguration() {
    let (configuration, diagnostics) = settings.configurationFile.load()
    let problem = diagnostics.errors.first.map(RuleFolder.Problem.init)
    let before = shared.value.configurationProblem
    shared.change { $0.configurationProblem = problem }
    if let problem {
      guard problem != before else { return }
      let words = Bilingual(
        vi: "cấu hình mới có lỗi, giữ cấu hình cũ: \(problem.words.vi)",
        en: "the new configuration has errors, the old one stays: \(problem.words.en)")
      return journal.say(.configurationRefused, words, priority: 3, fields: [("CODE", problem.code)])
    }
    let isWhole = settings.take(configuration)
    site?.ask()
    shared.change { $0.waitsForRestart = !isWhole }
    guard before != nil else { return }
    journal.say(
      .troubleOver, Bilingual(vi: "cấu hình đã đúng, có hiệu lực", en: "the configuration is right, and in force"),
      priority: 5)
  }

  /// Follows a change of the configuration file.
  func configurationChanged() {
    let rules = settings.rules
    loadConfiguration()
    watchConfiguration()
    if settings.rules != rules { watchRules() }
    deadlines.bring(.rules, after: 0)
  }

  /// Reads the configuration and the rules at once, as SIGHUP asks for.
  func reload() {
    manager?.tell(["RELOADING=1", "MONOTONIC_USEC=\(Clock.monotonicMicroseconds)"])
    loadConfiguration()
    promotionAsked = nil
    lookAgain()
    tell(["READY=1"])
  }
}
