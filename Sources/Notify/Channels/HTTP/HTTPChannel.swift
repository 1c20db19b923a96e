package import Addresses
import Diagnostics
import JSON
package import SettingKeys

/// Messages that go to a web server as the configuration describes it: chat tools, gateways for text messages. There may
/// be several, each with its own name in rules and logs.
package struct HTTPChannel: NotificationChannel {
  let description: HTTPDescription
  let credentials: String?
  /// Made with the secret, when it is first needed.
  private var connection: Result<Connection, SetUpProblem>?

  private struct Connection {
    var transport: HTTPTransport
    var secret: String
  }

  package static func channels(in values: ConfigurationValues, credentials: String?) -> [any NotificationChannel] {
    HTTPDescriptionReader.names(in: values).compactMap { name in
      HTTPDescriptionReader(name, values).description.map { HTTPChannel(description: $0, credentials: credentials) }
    }
  }

  init(description: HTTPDescription, credentials: String?) {
    self.description = description
    self.credentials = credentials
  }

  package var key: Channel { Channel(rawValue: description.name) }

  package var form: AddressForm? {
    AddressForm(
      key, isSecret: true, expectedVi: "một địa chỉ mà kênh “\(description.name)” hiểu, không quá 200 ký tự",
      expectedEn: "an address that the channel “\(description.name)” understands, at most 200 characters"
    ) { (1...200).contains($0.unicodeScalars.count) && !$0.unicodeScalars.contains(where: PlainWords.isHarmful) }
  }

  package var isSetUp: Bool { true }

  package func peer(of address: String) -> String { description.host }

  /// The values are kept, and put into the description when they are sent: so no secret lies in the outbox, and a
  /// description that was mended serves what waits.
  package func render(_ notification: FinishedNotification) throws(RenderProblem) -> RenderedNotification {
    let values: [(HTTPTemplate.Name, String)] = [
      (.subject, notification.subject), (.text, description.shortened(notification.chat)),
      (.recipient, notification.recipient), (.id, notification.id),
    ]
    let members = values.map { "\"\($0)\":\"\(JSONText.escaped($1))\"" }
    return RenderedNotification(body: Array("{\(members.joined(separator: ","))}".utf8))
  }

  package mutating func send(_ message: StoredNotification, to address: String, at now: Int) -> SendingOutcome {
    guard let kept = JSONValue(message.body), kept["text"] != nil else {
      return .forbidden(.init(vi: "không đọc được nội dung đã lưu", en: "the stored text cannot be read"))
    }
    var values: [HTTPTemplate.Name: String] = [.address: address]
    for name in [HTTPTemplate.Name.subject, .text, .recipient, .id] { values[name] = kept[name.rawValue]?.string }
    do throws(SetUpProblem) {
      return .tried(try outcome(values, at: now))
    } catch {
      return .notSetUp(error.words, .all)
    }
  }

  // MARK: Asking

  /// Why nothing can be sent; nil if something can.
  mutating func setUpProblem() -> Bilingual? {
    do throws(SetUpProblem) {
      _ = try connected()
      return nil
    } catch {
      return error.words
    }
  }

  /// - Parameter values: all but the secret.
  mutating func outcome(
    _ values: [HTTPTemplate.Name: String], at now: Int
  ) throws(SetUpProblem) -> TransportOutcome {
    let connection = try connected()
    var values = values
    values[.secret] = connection.secret
    guard let request = description.request(values) else {
      return .never(TransportProblem(.invalidAddress, place: description.host))
    }
    // A short address would blot out half of the answer.
    let hidden = [connection.secret, values[.address] ?? ""].filter { $0 == connection.secret || $0.count > 3 }
    return judged(connection.transport.ask(request, at: now), hiding: hidden, at: now)
  }

  private mutating func connected() throws(SetUpProblem) -> Connection {
    let made =
      connection
      ?? Result { [description, credentials] () throws(SetUpProblem) in
        try Self.connect(description, credentials)
      }
    connection = made
    return try made.get()
  }

  private static func connect(
    _ description: HTTPDescription, _ credentials: String?
  ) throws(SetUpProblem) -> Connection {
    let secret = try description.secret?.text(credentials: credentials) ?? ""
    do throws(TransportSetupFailure) {
      let transport = try HTTPTransport(
        allowedNetworks: description.allowedNetworks, authorities: description.authorities,
        connectMilliseconds: min(10_000, description.timeout * 1000), wholeMilliseconds: description.timeout * 1000)
      return Connection(transport: transport, secret: secret)
    } catch {
      throw SetUpProblem(words: error.words)
    }
  }

  /// How long an answer of success that says no keeps a message back. What it means is not known; and if the rule is
  /// wrong, the message arrived, and comes again with each try.
  private static let doubtSeconds = 3600

  private func judged(_ answer: HTTPAnswer, hiding hidden: [String], at now: Int) -> TransportOutcome {
    func said(_ problem: TransportProblem, _ concern: TransportProblem.Concern? = nil) -> TransportProblem {
      let words = problem.said.isEmpty ? HTTPAnswerWords.text(of: answer.body) : problem.said
      return TransportProblem(
        problem.kind, code: problem.code, place: problem.place, said: HTTPAnswerWords.text(words, without: hidden),
        concern: concern ?? problem.concern)
    }
    switch answer.outcome {
    case .delivered:
      guard let rule = description.success, !rule.holds(in: answer.body) else { return .delivered }
      let refused = said(TransportProblem(.messageRefused, place: description.host), .next)
      return answer.isWhole ? .later(refused, notBefore: now + Self.doubtSeconds) : .unknown(refused)
    case .later(let problem, let notBefore): return .later(said(problem), notBefore: notBefore)
    // The place is the description's, not the unit's: nobody gave an address up.
    case .never(let problem), .gone(let problem): return .never(said(problem))
    case .unknown(let problem): return .unknown(said(problem))
    }
  }
}
