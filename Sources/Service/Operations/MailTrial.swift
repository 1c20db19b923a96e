import Delivery
import Glibc
import Reminders
import Revisions
import ServiceStatus
import Settings
import StateFolder

/// Tries the ways out where the passwords are: in the service, on request, or here where the user has them.
struct MailTrial {
  private let context: RemindContext
  private var configuration: Configuration { context.configuration }

  init(_ context: RemindContext) { self.context = context }

  /// Connects, encrypts, logs in; then sends a test message where an address is given.
  func findings(sendingTo address: String?, at now: Instant) -> [Finding] {
    let trial = TransportTrial(configuration, credentials: context.operations.credentials)
    var found: [Finding] = []
    if let folder = configuration.maildir, access(folder, W_OK) != 0 {
      found.append(
        Finding(
          .critical, vi: "không ghi được vào Maildir \(folder)", en: "the Maildir \(folder) cannot be written"))
    }
    if let mail = configuration.mail {
      if let problem = trial.mailServer() {
        return found + [Finding(.critical, vi: "máy chủ thư: \(problem.vi)", en: "mail server: \(problem.en)")]
      }
      found.append(
        Finding(
          .ok, vi: "máy chủ thư \(mail.server):\(mail.port) trả lời",
          en: "the mail server \(mail.server):\(mail.port) answers"))
    }
    guard let address else { return found }
    if let problem = trial.testMail(to: address, at: now.seconds) {
      return found + [
        Finding(
          .critical, vi: "thư thử tới \(address): \(problem.vi)", en: "test message to \(address): \(problem.en)")
      ]
    }
    return found + [Finding(.ok, vi: "đã gửi thư thử tới \(address)", en: "a test message went to \(address)")]
  }

  // MARK: On request

  /// Every member of the group can ask: so often a round, which has its own work to do in time, and so often an hour.
  private static let (perRound, perHour) = (2, 10)

  func answer(sendingTo address: String?, at now: Instant) throws -> SpoolAnswer {
    if let address, !isKnown(address) {
      return Finding(
        .critical,
        vi: "thư thử chỉ gửi tới địa chỉ trong quy tắc đang có hiệu lực, hoặc tới miền nêu ở mail.allowed-domains",
        en: "test messages go to addresses of the live rules, and to the domains of mail.allowed-domains"
      ).answer
    }
    let path = context.state.mailTrials
    let earlier = (WholeFile.read(path) ?? "").split(separator: "\n").compactMap { Int64($0) }
      .filter { (0..<3600).contains(now.seconds - $0) }
    guard earlier.count < Self.perHour, earlier.count(where: { $0 == now.seconds }) < Self.perRound else {
      return Finding(
        .critical, vi: "máy chủ thư vừa được thử nhiều lần theo yêu cầu; hãy thử lại sau một giờ",
        en: "the mail server was tried often on request; ask again in an hour"
      ).answer
    }
    let lines = (earlier + [now.seconds]).map { "\($0)\n" }
    try WholeFile.replace(path, with: lines.joined())
    return Finding.answer(findings(sendingTo: address, at: now))
  }

  private func isKnown(_ address: String) -> Bool {
    guard var named = configuration.mail else { return true }
    named.allowedDomains.removeAll { $0 == "*" }
    if named.allows(address) { return true }
    let live = (try? RevisionStore(context.state).live()) ?? nil
    return live?.rules.units.contains { $0.email == address } ?? false
  }
}

extension Finding {
  private static let signs: [(Severity, Character)] = [(.ok, "✓"), (.warning, "!"), (.critical, "✗"), (.unknown, "✗")]

  /// Before it in a list: ✓, ! or ✗.
  package var sign: String { Self.signs.first { $0.0 == severity }.map { String($0.1) } ?? "" }

  // MARK: Through the spool: a line each, its sign first

  var answer: SpoolAnswer { Self.answer([self]) }

  static func answer(_ findings: [Finding]) -> SpoolAnswer {
    func text(_ words: (Finding) -> String) -> String {
      findings.map { finding in
        "\(finding.sign) " + String(words(finding).map { $0.isNewline ? " " : $0 })
      }.joined(separator: "\n")
    }
    return SpoolAnswer(
      exitCode: findings.contains { $0.severity > .warning } ? 1 : 0, vi: text(\.words.vi), en: text(\.words.en))
  }

  /// A line without a sign says why there is no answer.
  static func findings(in answer: SpoolAnswer) -> [Finding] {
    zip(answer.words.vi.split(separator: "\n"), answer.words.en.split(separator: "\n")).map { vi, en in
      guard let sign = signs.first(where: { vi.first == $0.1 }) else {
        return Finding(answer.exitCode == 0 ? .ok : .critical, vi: String(vi), en: String(en))
      }
      return Finding(sign.0, vi: String(vi.dropFirst(2)), en: String(en.dropFirst(2)))
    }
  }
}
