import Addresses
import Channels
package import Diagnostics
import Presentation
import Reminders
package import Settings

/// Tries the transports of a configuration for `doctor`.
package struct TransportTrial {
  private let configuration: Configuration
  private let credentials: String?

  package init(_ configuration: Configuration, credentials: String?) {
    self.configuration = configuration
    self.credentials = credentials
  }

  /// Connects to the mail server, encrypts and logs in. Nil: all went well, or there is none.
  package func mailServer() -> Bilingual? {
    guard let mail = configuration.mail else { return nil }
    do throws(SetUpProblem) {
      return try mail.transport(credentials: credentials).probe().problem?.words
    } catch {
      return error.words
    }
  }

  /// Sends a mail that says what it is. Nil: the server took it.
  ///
  /// - Parameter now: seconds since 1970.
  package func testMail(to address: String, at now: Int64) -> Bilingual? {
    guard let mail = configuration.mail else {
      return .init(vi: "chưa cấu hình máy chủ thư (mail.server)", en: "no mail server is configured (mail.server)")
    }
    guard mail.allows(address), let recipient = MailAddress(address) else {
      return .init(
        vi: "cấu hình không cho gửi tới địa chỉ này (mail.allowed-domains)",
        en: "the configuration forbids this address (mail.allowed-domains)")
    }
    let from = mail.from
    guard
      let id = MessageID(
        "test-\(now)-\(address.utf8.reduce(5381 as UInt64) { $0 &* 33 &+ UInt64($1) })@\(from.address.domain)")
    else { return .init(vi: "“mail.from” không hợp lệ", en: "“mail.from” is not valid") }
    let language = configuration.language
    let envelope = Envelope(
      messageID: id, date: Int(now), from: from, returnPath: from.address, recipients: [Mailbox(recipient)],
      subject: language.choose(vi: "[Nhắc việc] Thư thử", en: "[Nhắc việc] Test message"),
      text: language.choose(
        vi: "Thư này chỉ để thử cấu hình gửi thư của chương trình Nhắc việc. Không phải làm gì.\n",
        en: "This only tries the mail configuration of NhacViec. There is nothing to do.\n"))
    let message: MailMessage
    do throws(EnvelopeFailure) { message = try MailMessage(rendering: envelope) } catch { return error.words }
    do throws(SetUpProblem) {
      let transport = try mail.transport(credentials: credentials)
      return transport.send(message.bytes, returnPath: message.returnPath, to: recipient).problem?.words
    } catch {
      return error.words
    }
  }
}
