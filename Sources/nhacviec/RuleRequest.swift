import ArgumentParser
import Glibc
import Messages
import Reminders
import RuleSyntax
import StateFolder

/// Promotes on behalf of a command: itself where the user owns what the round writes, else by a request in the spool,
/// which the round answers.
struct RuleRequest {
  let language: Language
  private let setting: RoundSetting
  private let environment: CommandEnvironment
  private var state: StateFolder { setting.state }

  /// How long an answer is waited for, in seconds.
  private static let patience = 60

  /// Nil, with the reasons on the error sink, where something is wrong with the configuration.
  init?(_ options: RevisionOptions, _ environment: CommandEnvironment) {
    language = options.languages.language(in: environment)
    guard let setting = RoundSetting(options.config, options.state, language, environment) else { return nil }
    self.setting = setting
    self.environment = environment
  }

  var waiting: WaitingRules? { state.readWaitingRules() }

  /// - Parameters:
  ///   - folder: what `--rules` says.
  ///   - accepting: the hash, or its first digits, of rules that wait.
  func promote(folder: String?, accepting: String? = nil) -> ExitCode {
    guard isAnothers else { return promoteHere(environment.folders.ruleFolder(named: folder), accepting) }
    guard folder == nil else {
      return complain(
        "dữ liệu này do dịch vụ giữ: dịch vụ đưa thư mục “rules” của cấu hình vào hiệu lực, không dùng --rules",
        "the service keeps this state: it promotes the configuration's “rules” folder; leave --rules out")
    }
    return ask(accepting.map { .acceptRules(hash: $0) } ?? .promote)
  }

  /// Whether the round of another user writes there. Root too asks, so that no file becomes root's.
  private var isAnothers: Bool {
    var status = stat()
    return stat(state.post, &status) == 0 && status.st_uid != geteuid()
  }

  // MARK: Here

  private func promoteHere(_ folder: String, _ accepting: String?) -> ExitCode {
    let lock: FolderLock
    do throws(SystemError) {
      try Folder.make(state.post)
    } catch { return complain("\(error)", "\(error)") }
    do throws(FolderLock.Failure) {
      lock = try FolderLock(state.lock, holder: "nhacviec rules promote")
    } catch {
      switch error {
      case .held(let holder):
        let who = holder.isEmpty ? "" : ": \(holder)"
        return complain(
          "đang có lượt khác chạy\(who); hãy chạy lại sau", "a round is running\(who); try again after it",
          WholeRound.busy)
      case .system(let failure): return complain("\(failure)", "\(failure)")
      }
    }
    let now = Instant(seconds: Int64(environment.now))
    let folder = absolute(folder)
    let result = RulePromotion(setting: setting, environment: environment).run(
      folder: folder, by: environment.login, accepting: accepting, at: now)
    withExtendedLifetime(lock) {}
    if case .success(.promoted) = result, Folder.isThere(state.spool) {
      // The net finds it in ten minutes anyway.
      _ = try? Spool(state.spool).drop(.wake)
    }
    return say(PromotionWords(result, folder: folder).answer)
  }

  /// As it is where there is no such folder.
  private func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  // MARK: By the service

  private func ask(_ request: SpoolRequest) -> ExitCode {
    let name: String
    do throws(SystemError) {
      name = try Spool(state.spool).drop(request)
    } catch {
      return complain(
        "không gửi được yêu cầu tới dịch vụ (\(error)); xem “systemctl status nhacviec-remind.path”",
        "the request cannot be handed to the service (\(error)); see “systemctl status nhacviec-remind.path”")
    }
    for _ in 0..<Self.patience * 20 {
      if let answer = state.answer(to: name) { return say(answer) }
      usleep(50_000)
    }
    return complain(
      "dịch vụ chưa trả lời sau \(Self.patience) giây; yêu cầu \(name) vẫn nằm chờ; xem “systemctl status nhacviec-remind”",
      "the service has not answered in \(Self.patience) seconds; request \(name) stays; see "
        + "“systemctl status nhacviec-remind”", WholeRound.busy)
  }

  // MARK: Words

  private func say(_ answer: SpoolAnswer) -> ExitCode {
    let text = language.choose(vi: answer.vi, en: answer.en)
    let sink = answer.exitCode == 0 ? environment.output : environment.errors
    sink.write(
      text.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalEscaper.escape(String($0)) }
        .joined(separator: "\n") + "\n")
    return ExitCode(answer.exitCode)
  }

  private func complain(_ vi: String, _ en: String, _ code: ExitCode = .failure) -> ExitCode {
    environment.errors.write(TerminalEscaper.escape(language.choose(vi: "lỗi: \(vi)", en: "error: \(en)")) + "\n")
    return code
  }
}
