import ArgumentParser
import Operations
import Presentation

/// `nhacviec deliveries`: lists what was sent, when, to whom and why, and what was not.
struct DeliveriesCommand: OperationCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  static let configuration = CommandConfiguration(
    "deliveries", vi: "Sổ gửi: thư nào đã gửi, chờ gửi, không gửi được; kèm số thì xem một thư.",
    en: "What was sent, waits, or was given up; with a number one message.")

  @Argument(help: "Số của thư / the message's number.")
  var message: Int64?

  @Flag(help: "Chỉ những gì chờ gửi / only what waits.")
  var pending = false

  @Flag(help: "Chỉ những gì không gửi được / only what was given up.")
  var dead = false

  @Flag(help: "Chỉ những gì đã gửi / only what was sent.")
  var sent = false

  @Flag(help: "Những lần nhắc đã định nhưng không gửi, kèm lý do / what was decided and dropped, and why.")
  var dropped = false

  @Flag(help: "Kể cả bản ghi vào nhật ký và Maildir / with copies in the journal and the Maildir.")
  var copies = false

  @Option(help: "Nhiều nhất chừng này dòng / at most so many.")
  var limit = 100

  @Flag(help: "Với số của thư: in nguyên nội dung đã gửi / with a number: the bytes that went out.")
  var raw = false

  @Option(help: "Dạng in ra / the form.")
  var format: Format = .table

  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let query = try DeliveryQuery(stateFolder: state.folder, in: operations)
    let text = DeliveriesText(console.language, width: console.width)
    guard let found = try found(by: query, text) else {
      console.say(vi: "Chưa gửi gì.", en: "Nothing was sent yet.")
      return .success
    }
    console.output.write(found)
    return .success
  }

  private func found(by query: DeliveryQuery, _ text: DeliveriesText) throws(OperationFailure) -> String? {
    let isJSON = format == .json
    if let message {
      return try raw
        ? query.body(of: message).map { String(decoding: $0, as: UTF8.self) } : query.message(message).map(text.text)
    }
    if dropped { return try query.dropped(limit: limit).map { isJSON ? DeliveriesText.json($0) : text.table($0) } }
    return try query.deliveries(.init(pending: pending, dead: dead, sent: sent, copies: copies), limit: limit)
      .map { isJSON ? DeliveriesText.json($0) : text.table($0) }
  }
}
