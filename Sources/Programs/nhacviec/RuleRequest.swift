import ArgumentParser
import Presentation
import Reminders
import StateFolder

/// `rules promote` and `rules accept`.
struct RuleRequest {
  private let request: ServiceRequest
  private let environment: CommandEnvironment
  var language: Language { request.language }

  /// Nil, with the reasons on the error sink, where something is wrong with the configuration.
  init?(_ options: RevisionOptions, _ environment: CommandEnvironment) {
    guard let request = ServiceRequest(options, environment) else { return nil }
    self.request = request
    self.environment = environment
  }

  var waiting: WaitingRules? { request.state.readWaitingRules() }

  /// - Parameters:
  ///   - folder: what `--rules` says.
  ///   - accepting: the hash, or its first digits, of rules that wait.
  func promote(folder: String?, accepting: String? = nil) -> ExitCode {
    guard !request.isAnothers || folder == nil else {
      return request.complain(
        "dữ liệu này do dịch vụ giữ: dịch vụ đưa thư mục “rules” của cấu hình vào hiệu lực, không dùng --rules",
        "the service keeps this state: it promotes the configuration's “rules” folder; leave --rules out")
    }
    return request.perform(accepting.map { .acceptRules(hash: $0) } ?? .promote, as: "nhacviec rules promote") {
      let folder = environment.folders.ruleFolder(named: folder)
      return RulePromotion(setting: request.setting, environment: environment).words(
        folder: folder, by: environment.login, accepting: accepting, at: Instant(seconds: Int64(environment.now))
      ).answer
    }
  }
}
