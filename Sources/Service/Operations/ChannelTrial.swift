import Channels
import Delivery
import Diagnostics
package import Presentation
import Reminders
import Revisions
package import ServiceStatus
import StateFolder

/// Tries the channels where the passwords are: in the service, on request, or in this process if the user has them.
struct ChannelTrial {
  private let context: RemindContext
  private let channels: ChannelSet

  init(_ context: RemindContext) {
    self.context = context
    channels = ChannelSet(context.configuration.values, credentials: context.operations.credentials)
  }

  private static let subject = Bilingual(vi: "[Nhắc việc] Thư thử", en: "[Nhắc việc] Test message")
  private static let text = Bilingual(
    vi: "Thư này chỉ để thử cấu hình gửi thư của chương trình Nhắc việc. Không phải làm gì.\n",
    en: "This only tries the mail configuration of NhacViec. There is nothing to do.\n")

  /// Connects to the servers, encrypts and logs in; then sends a test message, if there is an address and its channel
  /// works.
  func findings(sendingTo address: String?, at now: Instant) -> [Finding] {
    let trials = channels.trials()
    let found = trials.map { Finding($0) }
    guard let address, let (channel, place) = channels.testable(address),
      !trials.contains(where: { $0.channel == channel.key && $0.severity == .broken })
    else { return found }
    let language = context.configuration.language
    let problem = channel.sendTest(
      subject: Self.subject.text(in: language), text: Self.text.text(in: language), to: place, at: Int(now.seconds))
    if let problem {
      return found + [
        Finding(
          .critical, vi: "thư thử tới \(address): \(problem.vi)", en: "test message to \(address): \(problem.en)")
      ]
    }
    return found + [Finding(.ok, vi: "đã gửi thư thử tới \(address)", en: "a test message went to \(address)")]
  }

  // MARK: On request

  /// How many trials a round and an hour may have. Every member of the group can ask for one, and a round has other
  /// work.
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
    guard let (channel, place) = channels.testable(address) else { return false }
    if channel.means(place) { return true }
    let live = (try? RevisionStore(context.state).live()) ?? nil
    return live?.rules.units.contains { $0.addresses[channel.key] == place } ?? false
  }
}

extension Finding {
  init(_ finding: ChannelFinding) {
    let severity: Severity =
      switch finding.severity {
      case .well: .ok
      case .lacking: .warning
      case .broken: .critical
      }
    self.init(severity, finding.words)
  }
}

extension Finding {
  private static let signs: [(Severity, Character)] = [(.ok, "✓"), (.warning, "!"), (.critical, "✗"), (.unknown, "✗")]

  /// A line of a list: the sign ✓, ! or ✗, and the words.
  package func line(_ language: Language, style: TerminalStyle) -> String {
    let role: TerminalStyle.Role =
      switch severity {
      case .ok: .faint
      case .warning: .warning
      case .critical, .unknown: .error
      }
    return "\(style(role, sign)) \(TerminalEscaper.escape(words.text(in: language)))"
  }

  private var sign: String { Self.signs.first { $0.0 == severity }.map { String($0.1) } ?? "" }

  // MARK: Answers of the spool: one line for each finding, its sign first

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

  /// The findings in an answer. A line without a sign says why there is no answer.
  static func findings(in answer: SpoolAnswer) -> [Finding] {
    zip(answer.words.vi.split(separator: "\n"), answer.words.en.split(separator: "\n")).map { vi, en in
      guard let sign = signs.first(where: { vi.first == $0.1 }) else {
        return Finding(answer.exitCode == 0 ? .ok : .critical, vi: String(vi), en: String(en))
      }
      return Finding(sign.0, vi: String(vi.dropFirst(2)), en: String(en.dropFirst(2)))
    }
  }
}
