package import Diagnostics

extension HTTPChannel: TestableChannel {
  package var untried: ChannelFinding? { finding(.well, vi: "chưa thử", en: "not tried") }

  /// Whether its secret can be read. What it asks of the server would go to somebody.
  package func trial() -> ChannelFinding? {
    var channel = self
    if let problem = channel.setUpProblem() { return finding(.broken, vi: problem.vi, en: problem.en) }
    return finding(
      .well, vi: "đủ cấu hình; gửi thử: --send-test \(description.name):ĐỊA-CHỈ",
      en: "set up; to send a test: --send-test \(description.name):ADDRESS")
  }

  private func finding(_ severity: ChannelFinding.Severity, vi: String, en: String) -> ChannelFinding {
    let (name, host) = (description.name, description.host)
    return ChannelFinding(
      channel: key, severity: severity,
      words: .init(vi: "kênh \(name) (\(host)): \(vi)", en: "channel \(name) (\(host)): \(en)"))
  }

  package func means(_ address: String) -> Bool { false }

  package func sendTest(subject: String, text: String, to address: String, at now: Int) -> Bilingual? {
    var channel = self
    let values: [HTTPTemplate.Name: String] = [
      .address: address, .subject: subject, .text: description.shortened(text), .recipient: address, .id: "test-\(now)",
    ]
    do throws(SetUpProblem) {
      return try channel.outcome(values, at: now).problem?.words
    } catch {
      return error.words
    }
  }
}
