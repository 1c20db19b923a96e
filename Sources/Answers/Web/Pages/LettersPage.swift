import Diagnostics
import HTTPMessages
import Operations
import Outbox
import Presentation
import Reminders
import Templates

/// What was sent, is to be sent, did not arrive or was dropped, the latest first.
struct LettersPage: Page {
  static let template = "letters.html"
  static let shape: [String: TemplateShape] = [
    "heading": .text, "subheading": .text, "only": .text, "allHref": .text,
    "filters": .list(["href": .text, "label": .text, "count": .text, "isCurrent": .truth]),
    "letters": .list(LetterRow.shape), "hasLetters": .truth,
    "dropped": .list(
      ["day": .text, "time": .text, "recipient": .text, "reason": .text].merging(ToldTopics.shape) { $1 }),
    "hasDropped": .truth, "next": .text, "latest": .text, "emptyTitle": .text, "emptyText": .text,
  ]

  /// What is listed: messages in a state, or notices that were dropped.
  private enum Choice: String, CaseIterable {
    case all, pending, dead, dropped

    var state: MessageDelivery.State? {
      switch self {
      case .all, .dropped: nil
      case .pending: .pending
      case .dead: .dead
      }
    }

    var words: Bilingual {
      switch self {
      case .all: .init(vi: "Tất cả", en: "All")
      case .pending: .init(vi: "Chờ gửi", en: "To be sent")
      case .dead: .init(vi: "Không gửi được", en: "Not delivered")
      case .dropped: .init(vi: "Đã định nhưng không gửi", en: "Decided and dropped")
      }
    }
  }

  private static let most = 30

  let title: String
  let values: [String: TemplateValue]
  let hasFiles: Bool

  static func answer(_ visit: Visit) -> HTTPAnswer {
    let after = visit.route.value("after")
    let fault =
      visit.fault(of: "after", .number(1...Int(Int32.max)))
      ?? visit.fault(of: "state", .choice(Choice.allCases.map(\.rawValue)))
    if let fault { return fault.answer(visit) }
    let choice = visit.route.value("state").flatMap { Choice(rawValue: $0) } ?? .all
    let filter: UpcomingFilter
    do throws(FilterFault) { filter = try visit.narrowed() } catch { return error.problem.answer(visit) }
    return visit.page { () throws(OperationFailure) -> LettersPage? in
      try LettersPage(visit, choice, filter, after: after.flatMap { Int64($0) })
    }
  }

  private init(
    _ visit: Visit, _ choice: Choice, _ filter: UpcomingFilter, after: Int64?
  ) throws(OperationFailure) {
    title = visit.say("Thư đã gửi", "What was sent")
    // Files have no notices that were dropped.
    hasFiles = choice != .dropped
    let unit = visit.route.value("unit").map { ["unit": $0] } ?? [:]
    let recipients = filter.recipients.map(visit.model.recipientNames)
    let query = try visit.model.deliveries(in: visit.operations)
    let messages =
      choice == .dropped
      ? []
      : try query.messages(before: after, .init(state: choice.state, recipients: recipients), limit: Self.most + 1)
        ?? []
    let dead = try query.count(.init(state: .dead, recipients: recipients)) ?? 0
    let pending = try query.count(.init(state: .pending, recipients: recipients)) ?? 0
    let dropped = choice == .dropped ? try query.dropped(limit: recipients == nil ? Self.most : 1000) ?? [] : []
    let shownDropped = dropped.filter { recipients?.contains($0.recipient) ?? true }.prefix(Self.most)
    let topics = ToldTopics(visit)
    let isEmpty = messages.isEmpty && shownDropped.isEmpty
    let last = messages.count > Self.most ? messages[Self.most - 1].deliveries.first?.message : nil
    values = [
      "heading": .text(title), "only": .text(visit.only(filter)), "allHref": .text(visit.address("da-gui")),
      "subheading": .text(
        visit.say(
          "\(visit.number(dead)) không gửi được · \(visit.number(pending)) chờ gửi",
          "\(visit.number(dead)) not delivered · \(visit.number(pending)) to be sent")),
      "filters": .list(
        Choice.allCases.map { other in
          [
            "href": .text(
              visit.address(["da-gui"], query: unit.merging(other == .all ? [:] : ["state": other.rawValue]) { $1 })),
            "label": .text(other.words.text(in: visit.language)), "isCurrent": .truth(other == choice),
            "count": .text(other == .dead ? visit.number(dead) : other == .pending ? visit.number(pending) : ""),
          ]
        }),
      "letters": .list(messages.prefix(Self.most).map { LetterRow($0, visit).values(topics) }),
      "hasLetters": .truth(!messages.isEmpty),
      "dropped": .list(shownDropped.map { Self.dropped($0, topics, visit) }),
      "hasDropped": .truth(!shownDropped.isEmpty),
      "next": .text(last.map { visit.route.address(["after": "\($0)"]) } ?? ""),
      "latest": .text(after == nil ? "" : visit.route.address(["after": ""])),
      "emptyTitle": .text(isEmpty ? visit.say("Không có thư nào", "There are none") : ""),
      "emptyText": .text(
        choice == .all
          ? visit.say(
            "Thư được gửi trong giờ làm việc, khi có việc đến lượt nhắc; quy tắc phải có hiệu lực và kênh gửi phải được cấu hình.",
            "Messages go out in office hours, when something is to be reminded of; rules must be live and a channel set up."
          )
          : visit.say("Xem tất cả các thư ở mục Tất cả.", "See all messages under All.")),
    ]
  }

  private static func dropped(
    _ notice: DroppedNotice, _ topics: ToldTopics, _ visit: Visit
  ) -> [String: TemplateValue] {
    let (day, minute) = Zone.vietnam.civil(notice.dropped)
    let unit = visit.rules.recipient(named: notice.recipient.unit, in: nil).map(visit.names.recipient)
    return [
      "day": .text(visit.dates.long(day)), "time": .text(visit.dates.time(minute)),
      "recipient": .text(unit ?? notice.recipient.unit), "reason": .text(notice.reason.words.text(in: visit.language)),
    ].merging(topics.values(notice.subject, reason: "")) { first, _ in first }
  }
}
