import CivilCalendar
import Delivery
import Diagnostics
import FactLog
import Foundation
import Notifications
import Outbox
import Reminders
import Rules
import Settings
import StateFolder
import TestSupport
import Testing

/// An office of 2024 in a folder of its own, with a clock that tests set, and rounds over it.
final class RoundDesk {
  private let folder: ScratchFolder
  var root: String { folder.path }
  let state: StateFolder
  var rules: RuleSet
  var configuration: Configuration
  var facts: [TimedFact] = []
  var hasJournal = false
  /// The folder of credentials.
  var credentials: String?
  /// What the round takes for now; Monday 4 March 2024, 08:00.
  var now = RoundDesk.at("2024-03-04")
  /// Called at each look at the clock, before `now` is told.
  var onClock: () -> Void = {}

  static func at(_ day: String, _ hour: Int = 8, _ minute: Int = 0) -> Instant {
    Zone.vietnam.instant(CivilDate(iso: day) ?? .first, minute: hour * 60 + minute)
  }

  /// - Parameters:
  ///   - tasks: blocks of the plan `kh`.
  ///   - configuration: TOML; nil: mails go to a Maildir only.
  init(_ tasks: String, units: String = RoundDesk.units(), configuration: String? = nil) throws {
    folder = try ScratchFolder()
    state = StateFolder(folder.path)
    try Folder.make(folder.path + "/mail")
    let text = configuration ?? "[maildir]\npath = \"\(folder.path)/mail\"\n"
    let (read, problems) = ConfigurationReader.read(SourceText(name: "nhacviec.toml", text: text))
    for problem in problems where problem.severity == .error { Issue.record("\(problem.words.en)") }
    self.configuration = read
    rules = try Self.book(Self.plan(tasks, units: units))
  }

  // MARK: Rules

  static func plan(_ tasks: String, units: String = units()) -> String {
    """
    kế hoạch kh: Kế hoạch
      năm: 2024
      lịch: Lịch phòng
      ban hành: 02/01/2024
      đầu mối: Văn phòng

    \(units)

    \(tasks)
    """
  }

  /// Văn phòng (the focal point), A and B; addresses as the lines of a unit block.
  static func units(
    office: String = "email: vp@so.example", a: String = "email: a@so.example", b: String = "email: b@so.example"
  ) -> String {
    [("vp", "Văn phòng", office), ("a", "Phòng A", a), ("b", "Phòng B", b)]
      .map { id, title, address in
        "đơn vị \(id): \(title)\n"
          + address.split(separator: "\n").map { "  \($0.drop { $0 == " " })\n" }.joined()
      }.joined(separator: "\n")
  }

  static func task(_ id: String, _ due: String, lead: String = "Phòng A", more: String = "") -> String {
    "nhiệm vụ \(id): Việc \(id)\n  chủ trì: \(lead)\n  hạn: \(due)\n\(more.isEmpty ? "" : "  \(more)\n")"
  }

  static let shipped = """
    lịch phong: Lịch phòng
      nghỉ hằng tuần: thứ bảy; chủ nhật

    cách nhắc tieu-chuan: tiêu chuẩn
      trước: 7, 1 ngày
      quá hạn: mỗi 3 ngày làm việc, tối đa 5 lần
      gửi tới: chủ trì
      lúc: 08:00
    """

  static func book(_ text: String) throws -> RuleSet {
    let (rules, problems) = RuleBook.read(
      own: [SourceText(name: "plan.rules", text: text)], shipped: [SourceText(name: "shipped.rules", text: shipped)])
    for problem in problems where problem.severity == .error { Issue.record("\(problem.words.en)\n\(text)") }
    return rules
  }

  func record(_ line: String, _ recorded: Instant? = nil) {
    let (read, problems) = FactFile.read(SourceText(name: "facts", text: line), rules: rules)
    for problem in problems { Issue.record("\(problem.words.en): \(line)") }
    facts += read.map { TimedFact($0, recorded: recorded ?? now) }
  }

  // MARK: Rounds

  static let templates = NotificationTemplates.read(
    TemplateFiles(own: "/nonexistent", shipped: repository.path + "/templates", names: NotificationTemplates.names)
      .shipped
  ).templates

  var templates = RoundDesk.templates

  var book: RoundBook {
    RoundBook(rules: rules, revision: 1, facts: facts, head: FactHead(count: facts.count, hash: .start))
  }

  var delivery: DeliveryRound {
    DeliveryRound(
      state, configuration, templates, credentials: credentials, isClockSynchronised: true, hasJournal: hasJournal,
      clock: { [unowned self] in
        onClock()
        return now
      })
  }

  @discardableResult
  func round(at moment: Instant? = nil, notes: [ServiceNote] = []) throws -> RoundReport {
    if let moment { now = moment }
    return try delivery.run(book, notes: notes)
  }

  func log() throws -> OutboxLog { try OutboxLog(state, .writing) }

  /// State and address of every delivery, the oldest message first.
  func deliveries() throws -> [String] {
    try log().deliveries(in: Set(MessageDelivery.State.allCases)).sorted {
      ($0.message, $0.address) < ($1.message, $1.address)
    }
    .map { "\($0.message) \($0.address) \($0.state.rawValue) \($0.attempts)" }
  }

  /// What was decided, as `SUBJECT STEP`, by message.
  func told() throws -> [Int64: [String]] {
    var told: [Int64: [String]] = [:]
    let log = try log()
    for delivery in try log.deliveries(in: Set(MessageDelivery.State.allCases)) where told[delivery.message] == nil {
      told[delivery.message] = try log.notices(of: delivery.message).map { "\($0.subject) \($0.step)" }.sorted()
    }
    return told
  }

  /// Mails in the Maildir.
  func mails() -> [String] {
    (Folder.names(in: root + "/mail/new") ?? []).compactMap { WholeFile.read(root + "/mail/new/" + $0) }
  }
}
