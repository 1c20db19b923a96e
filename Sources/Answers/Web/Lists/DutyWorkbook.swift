import OfficeDocuments
import Presentation

/// A list of duties as one sheet of a workbook.
struct DutyWorkbook {
  private let items: [UpcomingItem]
  private let visit: Visit

  init(_ items: [UpcomingItem], _ visit: Visit) { (self.items, self.visit) = (items, visit) }

  var workbook: Workbook {
    let wording = ItemWording(visit.rules, DateWording(visit.language), today: visit.today)
    let columns: [Workbook.Column] = [
      .init(visit.say("Kế hoạch", "Plan"), width: 14), .init(visit.say("Mã việc", "Id"), width: 16),
      .init(visit.say("Việc", "Work"), width: 60), .init(visit.say("Đơn vị chủ trì", "Lead"), width: 30),
      .init(visit.say("Hạn", "Due"), width: 12), .init(visit.say("Trạng thái", "State"), width: 24),
    ]
    let rows = items.map { item -> [Workbook.Cell] in
      let state = DutyTags(item, today: visit.today, visit.language).word
      let waits = wording.waits(item)
      return [
        .text(item.duty.id.plan), .text(wording.id(item.duty.id)), .text(DutyRow.title(item.duty, visit)),
        .text(visit.names.recipients(item.duty.leads)),
        item.duty.toldDay.map { .day($0) } ?? .text(wording.when(item)),
        .text(waits.isEmpty ? state : "\(state): \(waits)"),
      ]
    }
    let title = visit.say("Danh sách việc", "Work")
    return Workbook(
      title: title, day: visit.today,
      sheets: [
        Workbook.Sheet(title, lines: [title, visit.dates.long(visit.today)], columns: columns, rows: rows)
      ])
  }
}
