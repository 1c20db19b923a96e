import Delivery
import Glibc
import Presentation
import Reminders
import Revisions
import Settings
import StateFolder

/// Tries the ways out where the passwords are: in the service, on request, or here where the user has them.
struct MailTrial {
  private let setting: RoundSetting
  private var configuration: Configuration { setting.configuration }

  init(_ setting: RoundSetting) { self.setting = setting }

  /// Connects, encrypts, logs in; then sends a test message where an address is given.
  func findings(sendingTo address: String?, at now: Instant) -> [Doctor.Finding] {
    let trial = TransportTrial(configuration, credentials: ConfigurationFile.credentialFolder)
    var found: [Doctor.Finding] = []
    if let folder = configuration.maildir, access(folder, W_OK) != 0 {
      found.append(
        .init(.bad, "không ghi được vào Maildir \(folder)", "the Maildir \(folder) cannot be written"))
    }
    if let mail = configuration.mail {
      if let problem = trial.mailServer() {
        return found + [.init(.bad, "máy chủ thư: \(problem.vi)", "mail server: \(problem.en)")]
      }
      found.append(
        .init(
          .good, "máy chủ thư \(mail.server):\(mail.port) trả lời",
          "the mail server \(mail.server):\(mail.port) answers"))
    }
    guard let address else { return found }
    if let problem = trial.testMail(to: address, at: now.seconds) {
      return found + [
        .init(.bad, "thư thử tới \(address): \(problem.vi)", "test message to \(address): \(problem.en)")
      ]
    }
    return found + [.init(.good, "đã gửi thư thử tới \(address)", "a test message went to \(address)")]
  }

  // MARK: On request

  /// Every member of the group can ask: so often a round, which has its own work to do in time, and so often an hour.
  private static let (perRound, perHour) = (2, 10)

  func answer(sendingTo address: String?, at now: Instant) throws -> SpoolAnswer {
    if let address, !isKnown(address) {
      return Doctor.Finding(
        .bad, "thư thử chỉ gửi tới địa chỉ trong quy tắc đang có hiệu lực, hoặc tới miền nêu ở mail.allowed-domains",
        "test messages go to addresses of the live rules, and to the domains of mail.allowed-domains"
      ).answer
    }
    let path = setting.state.mailTrials
    let earlier = (WholeFile.read(path) ?? "").split(separator: "\n").compactMap { Int64($0) }
      .filter { (0..<3600).contains(now.seconds - $0) }
    guard earlier.count < Self.perHour, earlier.count(where: { $0 == now.seconds }) < Self.perRound else {
      return Doctor.Finding(
        .bad, "máy chủ thư vừa được thử nhiều lần theo yêu cầu; hãy thử lại sau một giờ",
        "the mail server was tried often on request; ask again in an hour"
      ).answer
    }
    let lines = (earlier + [now.seconds]).map { "\($0)\n" }
    try WholeFile.replace(path, with: lines.joined())
    return Doctor.Finding.answer(findings(sendingTo: address, at: now))
  }

  private func isKnown(_ address: String) -> Bool {
    guard var named = configuration.mail else { return true }
    named.allowedDomains.removeAll { $0 == "*" }
    if named.allows(address) { return true }
    let live = (try? RevisionStore(setting.state).live()) ?? nil
    return live?.rules.units.contains { $0.email == address } ?? false
  }
}

extension Doctor.Finding {
  private static let signs: [(Kind, Character)] = [(.good, "✓"), (.warning, "!"), (.bad, "✗")]

  var sign: String { Self.signs.first { $0.0 == kind }.map { String($0.1) } ?? "" }

  // MARK: Through the spool: a line each, its sign first

  var answer: SpoolAnswer { Self.answer([self]) }

  static func answer(_ findings: [Doctor.Finding]) -> SpoolAnswer {
    func text(_ words: (Doctor.Finding) -> String) -> String {
      findings.map { finding in
        "\(finding.sign) " + String(words(finding).map { $0.isNewline ? " " : $0 })
      }.joined(separator: "\n")
    }
    return SpoolAnswer(exitCode: findings.contains { $0.kind == .bad } ? 1 : 0, vi: text(\.vi), en: text(\.en))
  }

  /// A line without a sign says why there is no answer.
  static func findings(in answer: SpoolAnswer) -> [Doctor.Finding] {
    zip(answer.vi.split(separator: "\n"), answer.en.split(separator: "\n")).map { vi, en in
      guard let sign = signs.first(where: { vi.first == $0.1 }) else {
        return .init(answer.exitCode == 0 ? .good : .bad, String(vi), String(en))
      }
      return .init(sign.0, String(vi.dropFirst(2)), String(en.dropFirst(2)))
    }
  }
}
