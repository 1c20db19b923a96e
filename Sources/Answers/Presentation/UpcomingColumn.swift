import CivilCalendar
import Diagnostics
import Expansion

/// One column of `upcoming`, for every medium that has columns. Whatever is new in the list goes here, and, as a member of its
/// object, into `ObligationJSON`.
struct UpcomingColumn: Sendable {
  /// Its header in CSV; nil: it is not there.
  var key: String?
  /// Its header in Markdown; nil: it is not there.
  var title: Bilingual?
  /// How the table lays it out; nil: it is not there.
  var layout: TextTable.Column?
  /// How the table colours the cells of a group.
  var role: @Sendable (UpcomingGroup) -> TerminalStyle.Role? = { _ in nil }
  var cell: @Sendable (UpcomingItem, UpcomingWording) -> String

  /// In the order of the cells, of which each medium leaves some out: what programs read, then what people read.
  static let all: [UpcomingColumn] = [
    .init(key: "id") { item, _ in item.duty.id.description },
    .init(key: "group") { item, _ in item.group.rawValue },
    .init(key: "status") { item, _ in StatusWording.name(of: item.status) },
    .init(key: "opens") { item, _ in dated(item) { $0.opens?.description } },
    .init(key: "due") { item, _ in dated(item) { $0.nominal.description } },
    .init(key: "effective") { item, _ in dated(item) { $0.effective == $0.nominal ? nil : $0.effective.description } },
    .init(key: "cutoff") { item, _ in dated(item) { $0.cutoff.map(DateWording(.en).time) } },
    .init(key: "daysLeft") { item, wording in dated(item) { String($0.effective.days(since: wording.today)) } },
    .init(
      title: .init(vi: "Hạn", en: "Due"), layout: .init("", isFlexible: true, minimum: 10, maximum: 23),
      role: urgency
    ) { item, wording in wording.when(item) },
    .init(
      title: .init(vi: "Tình trạng", en: "State"), layout: .init("", isFlexible: true, minimum: 12, maximum: 24),
      role: urgencyOrFaint
    ) { item, wording in wording.state(item) },
    .init(
      title: .init(vi: "Mã", en: "Id"), layout: .init("", isFlexible: true, minimum: 8, maximum: 14)
    ) { item, wording in wording.shortID(item.duty.id) },
    .init(
      key: "title", title: .init(vi: "Nhiệm vụ", en: "Task"),
      layout: .init("", isFlexible: true, minimum: 20, maximumLines: 3)
    ) { item, wording in wording.title(item) },
    .init(
      key: "leads", title: .init(vi: "Chủ trì", en: "Lead"),
      layout: .init("", isFlexible: true, minimum: 12, maximum: 24)
    ) { item, wording in wording.names.recipients(item.duty.leads) },
    .init(key: "supports", title: .init(vi: "Phối hợp", en: "Support")) { item, wording in
      wording.names.recipients(item.duty.supports)
    },
    .init(key: "note") { item, wording in wording.state(item) },
  ]

  @Sendable private static func urgency(_ group: UpcomingGroup) -> TerminalStyle.Role? {
    switch group {
    case .overdue: .overdue
    case .thisWeek: .soon
    default: nil
    }
  }

  @Sendable private static func urgencyOrFaint(_ group: UpcomingGroup) -> TerminalStyle.Role? {
    urgency(group) ?? .faint
  }

  /// Nothing of what has no day.
  private static func dated(_ item: UpcomingItem, _ text: (DueDays) -> String?) -> String {
    item.duty.days.flatMap(text) ?? ""
  }
}
