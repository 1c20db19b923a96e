import ArgumentParser
import FactLog
import Glibc
import Presentation
import ServiceStatus
import StateFolder

/// What only the round may do, on behalf of a command: by itself where the user owns what the round writes, else by a
/// request in the spool, which the round answers.
struct ServiceRequest {
  let setting: RoundSetting
  let language: Language
  private let environment: CommandEnvironment
  var state: StateFolder { setting.state }

  /// How long an answer is waited for, in seconds.
  private static let patience = 60

  /// Nil, with the reasons on the error sink, where something is wrong with the configuration.
  init?(_ options: RevisionOptions, _ environment: CommandEnvironment) {
    language = options.languages.language(in: environment)
    guard let setting = RoundSetting(options.config, options.state, language, environment) else { return nil }
    self.setting = setting
    self.environment = environment
  }

  init(_ setting: RoundSetting, _ language: Language, _ environment: CommandEnvironment) {
    self.setting = setting
    self.language = language
    self.environment = environment
  }

  /// Whether the round of another user writes there. Root too asks, so that no file becomes root's.
  var isAnothers: Bool {
    var status = stat()
    return stat(state.post, &status) == 0 && status.st_uid != geteuid()
  }

  /// - Parameters:
  ///   - command: what those are told who want the lock meanwhile.
  ///   - here: does it, under the round's lock.
  func perform(_ request: SpoolRequest, as command: String, _ here: () throws -> SpoolAnswer) -> ExitCode {
    if let backup = state.unfinishedRestore { return complain(StoreFailure.unfinishedRestore(backup)) }
    if isAnothers { return say(ask(request)) }
    do {
      let lock = try state.lockRound(holder: command)
      let answer = try here()
      withExtendedLifetime(lock) {}
      // The net finds it in ten minutes anyway.
      if answer.exitCode == 0, Folder.isThere(state.spool) { _ = try? Spool(state.spool).drop(.wake) }
      return say(answer)
    } catch FolderLock.Failure.held(let holder) {
      let who = holder.isEmpty ? "" : ": \(holder)"
      return complain(
        "đang có lượt khác chạy\(who); hãy chạy lại sau", "a round is running\(who); try again after it",
        .busy)
    } catch {
      return complain(error)
    }
  }

  /// What the service said, or why it says nothing; the latter at once where nobody would ever answer.
  func ask(_ request: SpoolRequest) -> SpoolAnswer {
    if let units = environment.units(state), !units.isAnswering {
      return Self.complaint(
        "dịch vụ chưa bật nên không ai trả lời; chưa yêu cầu gì. Bật: sudo \(ServiceUnits.remedy)",
        "the service is not enabled, so nothing would answer; nothing was asked. Enable it: sudo \(ServiceUnits.remedy)"
      )
    }
    let name: String
    do throws(SystemError) {
      name = try Spool(state.spool).drop(request)
    } catch {
      return Self.complaint(
        "không gửi được yêu cầu tới dịch vụ (\(error.words.vi)); xem “systemctl status nhacviec-remind.path”",
        "the request cannot be handed to the service (\(error.words.en)); see “systemctl status nhacviec-remind.path”",
        ExitCode.failure)
    }
    for look in 0..<Self.patience * 20 {
      if let answer = state.answer(to: name) { return answer }
      if look == 40 { tellWaiting() }
      usleep(50_000)
    }
    return Self.complaint(
      "dịch vụ chưa trả lời sau \(Self.patience) giây; yêu cầu \(name) vẫn nằm chờ; xem “systemctl status nhacviec-remind”",
      "the service has not answered in \(Self.patience) seconds; request \(name) stays; see "
        + "“systemctl status nhacviec-remind”")
  }

  /// After two seconds: whoever waits knows for what.
  private func tellWaiting() {
    environment.errors.write(
      language.choose(
        vi: "Đang chờ dịch vụ (nhacviec-remind.service) trả lời, nhiều nhất \(Self.patience) giây …\n",
        en: "Waiting for the service (nhacviec-remind.service) to answer, \(Self.patience) seconds at most …\n"))
    environment.errors.flush()
  }

  private static func complaint(_ vi: String, _ en: String, _ code: ExitCode = .busy) -> SpoolAnswer {
    SpoolAnswer(exitCode: code.rawValue, vi: "lỗi: \(vi)", en: "error: \(en)")
  }

  // MARK: Words

  private func say(_ answer: SpoolAnswer) -> ExitCode {
    let lines = language.choose(vi: answer.vi, en: answer.en).split(separator: "\n", omittingEmptySubsequences: false)
    let sink = answer.exitCode == 0 ? environment.output : environment.errors
    sink.write(lines.map { TerminalEscaper.escape(String($0)) }.joined(separator: "\n") + "\n")
    return ExitCode(answer.exitCode)
  }

  func complain(_ vi: String, _ en: String, _ code: ExitCode = .failure) -> ExitCode {
    environment.errors.write(TerminalEscaper.escape(language.choose(vi: "lỗi: \(vi)", en: "error: \(en)")) + "\n")
    return code
  }

  func complain(_ error: any Error) -> ExitCode {
    DiagnosticReport(environment, language).printToErrors([setting.diagnostic(error)], files: nil)
    return ExitCode(of: error)
  }
}
