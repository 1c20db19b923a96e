/// The lists of pages that are no lists of work.
extension ListTable {
  static let plans = ListTable(
    title: .init(vi: "Kế hoạch", en: "Plans"),
    columns: [
      .init("id", "Mã", "Id"), .init("title", "Kế hoạch", "Plan", width: 60), .init("from", "Từ năm", "From", width: 8),
      .init("to", "Đến năm", "To", width: 8), .init("number", "Số văn bản", "Number"),
      .init("focalPoint", "Đầu mối", "Focal point", width: 30), .init("leader", "Lãnh đạo", "Leader", width: 30),
    ])

  static let units = ListTable(
    title: .init(vi: "Đơn vị", en: "Units"),
    columns: [
      .init("id", "Mã", "Id"), .init("reference", "Mã để lọc", "To filter by"),
      .init("title", "Đơn vị", "Unit", width: 50),
      .init("plans", "Kế hoạch", "Plans", width: 30), .init("partOf", "Thuộc", "Part of"),
      .init("superior", "Cấp trên", "Superior"),
    ])

  static let events = ListTable(
    title: .init(vi: "Sự kiện", en: "Events"),
    columns: [
      .init("id", "Mã", "Id", width: 24), .init("title", "Sự kiện", "Event", width: 50),
      .init("watchedBy", "Đơn vị theo dõi", "Watched by", width: 30),
      .init("awaited.key", "Kỳ đang chờ", "Awaited for"),
      .init("awaited.expected.opens", "Dự kiến từ", "Expected from", width: 12),
      .init("awaited.expected.due", "Dự kiến đến", "Expected to", width: 12),
      .init("awaited.obligations", "Việc chờ", "What waits", width: 40),
      .init("happened.day", "Đã xảy ra ngày", "Happened on"), .init("happened.reference", "Số", "Number"),
      .init("happened.document", "Văn bản", "Document"),
    ])

  static let deliveries = ListTable(
    title: .init(vi: "Thư đã gửi", en: "What was sent"),
    columns: [
      .init("number", "Số", "No.", width: 8), .init("slot", "Giờ gửi", "To go out at", width: 18),
      .init("recipient", "Tới", "To", width: 30), .init("subject", "Thư", "Message", width: 60),
      .init("about.id", "Về việc", "About", width: 30), .init("deliveries.channel", "Kênh", "Channel", width: 10),
      .init("deliveries.state", "Kết quả", "Outcome", width: 10),
      .init("deliveries.changed", "Lúc", "At", width: 18),
      .init("deliveries.problem", "Lỗi", "Problem", width: 40),
    ])

  static let revisions = ListTable(
    title: .init(vi: "Các bản quy tắc", en: "Revisions of the rules"),
    columns: [
      .init("number", "Bản số", "Revision", width: 8), .init("promoted", "Có hiệu lực từ", "Promoted", width: 18),
      .init("author", "Người đưa vào", "By", width: 20),
    ])

  static let differences = ListTable(
    title: .init(vi: "Việc thay đổi", en: "Duties that changed"), items: "obligations",
    columns: [
      .init("id", "Mã việc", "Id", width: 30), .init("change", "Thay đổi", "Change", width: 10),
      .init("oldDay", "Hạn cũ", "Old day", width: 12), .init("newDay", "Hạn mới", "New day", width: 12),
      .init("old", "Trước", "Before", width: 30), .init("new", "Sau", "After", width: 30),
    ])

  static let ruleFiles = ListTable(
    title: .init(vi: "Tệp quy tắc", en: "Rule files"),
    columns: [
      .init("file", "Tệp", "File", width: 40), .init("blocks", "Số khối", "Blocks", width: 8),
      .init("remarks", "Lưu ý", "Remarks", width: 8),
      .init("isPartial", "Có phần không nêu", "Partly left out", width: 8),
    ])
}
