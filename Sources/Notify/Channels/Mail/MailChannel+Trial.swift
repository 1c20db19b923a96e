import Addresses
package import Diagnostics

extension MailChannel: TestableChannel {
  package var untried: ChannelFinding? {
    guard let settings else {
      return ChannelFinding(
        channel: Self.key, severity: .lacking,
        words: .init(
          vi: "chưa cấu hình máy chủ thư (mail.server): không gửi thư",
          en: "no mail server (mail.server): no mail is sent"))
    }
    let place = "\(settings.server):\(settings.port)"
    return ChannelFinding(
      channel: Self.key, severity: .well,
      words: .init(vi: "máy chủ thư: \(place) (chưa thử)", en: "mail server: \(place), not tried"))
  }

  /// Connects, encrypts and logs in.
  package func trial() -> ChannelFinding? {
    guard let settings else { return nil }
    let problem: Bilingual?
    do throws(SetUpProblem) {
      problem = try settings.transport(credentials: credentials).probe().problem?.words
    } catch {
      problem = error.words
    }
    if let problem {
      return ChannelFinding(
        channel: Self.key, severity: .broken,
        words: .init(vi: "máy chủ thư: \(problem.vi)", en: "mail server: \(problem.en)"))
    }
    let place = "\(settings.server):\(settings.port)"
    return ChannelFinding(
      channel: Self.key, severity: .well,
      words: .init(vi: "máy chủ thư \(place) trả lời", en: "the mail server \(place) answers"))
  }

  package func means(_ address: String) -> Bool {
    guard var named = settings else { return true }
    named.allowedDomains.removeAll { $0 == "*" }
    return named.allows(address)
  }

  package func sendTest(subject: String, text: String, to address: String, at now: Int) -> Bilingual? {
    sendAtOnce("test", subject: subject, text: text, to: address, at: now)
  }

  /// Sends a letter that no log keeps. Nil: the mail server has it; else why it has not. Blocks until it is known.
  /// - Parameter kind: begins the letter's identifier.
  package func sendAtOnce(_ kind: String, subject: String, text: String, to address: String, at now: Int) -> Bilingual?
  {
    guard let settings else {
      return .init(vi: "chưa cấu hình máy chủ thư (mail.server)", en: "no mail server is configured (mail.server)")
    }
    guard settings.allows(address), let recipient = MailAddress(address) else {
      return .init(
        vi: "cấu hình không cho gửi tới địa chỉ này (mail.allowed-domains)",
        en: "the configuration forbids this address (mail.allowed-domains)")
    }
    let from = settings.from
    let name = "\(kind)-\(now)-\((address + text).utf8.reduce(5381 as UInt64) { $0 &* 33 &+ UInt64($1) })"
    guard let id = MessageID("\(name)@\(from.address.domain)") else {
      return .init(vi: "“mail.from” không hợp lệ", en: "“mail.from” is not valid")
    }
    let envelope = Envelope(
      messageID: id, date: now, from: from, returnPath: from.address, recipients: [Mailbox(recipient)],
      subject: subject, text: text)
    let message: MailMessage
    do throws(EnvelopeFailure) { message = try MailMessage(rendering: envelope) } catch { return error.words }
    do throws(SetUpProblem) {
      let transport = try settings.transport(credentials: credentials)
      return transport.send(message.bytes, returnPath: message.returnPath, to: recipient).problem?.words
    } catch {
      return error.words
    }
  }
}
