import CivilCalendar
import Diagnostics
import Expansion

/// One column of the command `upcoming`, for every format that has columns. JSON is written by `ObligationJSON`.
struct UpcomingColumn: Sendable {
  /// Its header in CSV; nil if CSV does not have the column.
  var key: String?
  /// Its header in Markdown; nil if Markdown does not have the column.
  var title: Bilingual?
  /// Its layout in the table; nil if the table does not have the column.
  var layout: TextTable.Column?
  /// How many lines its cells have where the table is cut to the screen; nil: all, as days and ids must.
  var mostLines: Int?
  /// How the table colours the cells of a group.
  var role: @Sendable (UpcomingGroup) -> TerminalStyle.Role? = { _ in nil }
  var cell: @Sendable (UpcomingItem, UpcomingWording) -> String
  /// The text of a row of several duties; nil says of them what `cell` says of the most urgent one.
  var folded: (@Sendable (UpcomingRow, UpcomingWording) -> String)?

  /// All columns in their order, of which each format leaves some out.
  static let all: [UpcomingColumn] = [
    .init(key: "id") { item, _ in item.duty.id.description },
    .init(key: "group") { item, _ in item.duty.isClassified ? "" : item.group.rawValue },
    .init(key: "status") { item, _ in item.duty.isClassified ? "" : StatusWording.name(of: item.status) },
    .init(key: "opens") { item, _ in dated(item) { $0.opens?.description } },
    .init(key: "due") { item, _ in
      item.duty.isClassified ? item.duty.toldDay?.description ?? "" : dated(item) { $0.nominal.description }
    },
    .init(key: "effective") { item, _ in dated(item) { $0.effective == $0.nominal ? nil : $0.effective.description } },
    .init(key: "cutoff") { item, _ in dated(item) { $0.cutoff.map(DateWording(.en).time) } },
    .init(key: "daysLeft") { item, wording in dated(item) { String($0.effective.days(since: wording.today)) } },
    .init(
      title: .init(vi: "Hạn", en: "Due"), layout: .init("", isFlexible: true, minimum: 10, maximum: 23),
      role: urgency
    ) { item, wording in wording.when(item) },
    .init(
      title: .init(vi: "Tình trạng", en: "State"),
      layout: .init("", isFlexible: true, minimum: 12, maximum: 30, maximumLines: 4),
      mostLines: 2, role: urgencyOrFaint, cell: { item, wording in wording.state(item) },
      folded: { row, wording in wording.state(row) }),
    .init(
      title: .init(vi: "Mã", en: "Id"),
      layout: .init("", isFlexible: true, minimum: 8, maximum: 18, joints: "/:@-"),
      cell: { item, wording in wording.shortID(item.duty.id) }, folded: { row, wording in wording.shortID(row) }),
    .init(
      key: "title", title: .init(vi: "Nhiệm vụ", en: "Task"),
      layout: .init("", isFlexible: true, minimum: 20, maximumLines: 2), mostLines: 2
    ) { item, wording in wording.title(item) },
    .init(
      key: "leads", title: .init(vi: "Chủ trì", en: "Lead"),
      layout: .init("", isFlexible: true, minimum: 12, maximum: 24), mostLines: 2,
      cell: { item, wording in wording.names.recipients(item.duty.leads) },
      folded: { row, wording in wording.leads(row) }),
    .init(key: "supports", title: .init(vi: "Phối hợp", en: "Support")) { item, wording in
      wording.names.recipients(item.duty.supports)
    },
    .init(key: "note") { item, wording in wording.state(item) },
    .init(key: "dueWhenRecorded") { item, _ in item.duty.isClassified ? "" : item.duty.bound?.day.description ?? "" },
  ]

  func text(_ row: UpcomingRow, _ wording: UpcomingWording) -> String {
    row.isFolded ? folded?(row, wording) ?? cell(row.first, wording) : cell(row.first, wording)
  }

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

  /// The text of a duty with a day; empty for one without, and for classified work.
  private static func dated(_ item: UpcomingItem, _ text: (DueDays) -> String?) -> String {
    item.duty.isClassified ? "" : item.duty.days.flatMap(text) ?? ""
  }
}
