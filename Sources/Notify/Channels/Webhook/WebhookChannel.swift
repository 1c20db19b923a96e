package import Addresses
package import SettingKeys

/// Messages that are posted to a web address of the unit.
package struct WebhookChannel: SingleChannel {
  package static let key = Channel.webhook
  package static let addresses: AddressForm? = AddressForm(
    key, isSecret: true,
    expectedVi: "một địa chỉ như https://chat.so.example.vn/duong-dan, không có tên đăng nhập và phần sau dấu #",
    expectedEn: "one address like https://chat.department.example.vn/path, without a user name and a part after #"
  ) { WebAddress($0) != nil }

  private let settings: WebhookSettings
  private let credentials: String?
  /// By address, each made when it is first needed.
  private var transports: [String: Result<WebhookTransport, SetUpProblem>] = [:]

  package init(_ values: ConfigurationValues, credentials: String?) {
    settings = WebhookSettings(values)
    self.credentials = credentials
  }

  package var isSetUp: Bool { true }

  /// The machine alone, because the rest may be a secret.
  package static func place(of address: String) -> String { WebAddress(address)?.host ?? "webhook" }

  package func peer(of address: String) -> String { WebAddress(address)?.host ?? address }

  package func render(_ notification: FinishedNotification) throws(RenderProblem) -> RenderedNotification {
    let host = WebAddress(notification.address)?.host ?? ""
    let message =
      settings.webhook(for: host).format == .text
      ? WebhookMessage(id: notification.id, text: notification.chat)
      : WebhookMessage(id: notification.id, body: notification.json)
    guard let message else {
      throw RenderProblem(words: .init(vi: "mã của thư không hợp lệ", en: "the message's id is not valid"))
    }
    return RenderedNotification(body: message.body)
  }

  package mutating func send(_ message: StoredNotification, to address: String, at now: Int) -> SendingOutcome {
    guard let target = WebAddress(address), let posted = WebhookMessage(id: message.id, body: message.body) else {
      return .forbidden(to: "webhook")
    }
    let made =
      transports[address]
      ?? Result { [settings, credentials] () throws(SetUpProblem) in
        try settings.transport(to: target, credentials: credentials)
      }
    transports[address] = made
    switch made {
    case .success(let transport): return .tried(transport.post(posted, at: now))
    // This says nothing about other addresses.
    case .failure(let problem): return .notSetUp(problem.words, .nobody)
    }
  }
}
