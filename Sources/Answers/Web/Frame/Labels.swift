import Diagnostics
import Presentation
import Templates

/// The words of the pages that never change, by the names under which templates have them.
enum Labels {
  private static let words: [String: Bilingual] = [
    "wBrand": .init(vi: "Nhắc việc", en: "NhacViec"),
    "wSkip": .init(vi: "Đến nội dung chính", en: "Skip to the content"),
    "wMenu": .init(vi: "Mục chính", en: "Main menu"),
    "wOthers": .init(vi: "Mục khác", en: "More"),
    "wPath": .init(vi: "Đường dẫn", en: "Where you are"),
    "wAsOf": .init(vi: "Số liệu lúc", en: "As of"),
    "wFootnote": .init(
      vi:
        "Hạn được tính từ quy tắc của kế hoạch; ngày khác với kế hoạch là do ngày nghỉ, sự kiện hoặc gia hạn đã ghi nhận.",
      en: "Days are computed from the rules of the plan; where they differ from it, a day off, an event or more time "
        + "that was given is on record."),
    "wToDecide": .init(vi: "Cần quyết định:", en: "To decide:"),
    "wDue": .init(vi: "Hạn", en: "Due"), "wWork": .init(vi: "Việc", en: "Work"),
    "wLead": .init(vi: "Đơn vị chủ trì", en: "Lead"),
    "wState": .init(vi: "Trạng thái", en: "State"),
    "wID": .init(vi: "Mã việc", en: "Id"), "wWhy": .init(vi: "Vì sao có hạn này", en: "Why this date"),
    "wHappened": .init(vi: "Đã diễn ra", en: "What happened"),
    "wParticulars": .init(vi: "Thông tin", en: "Particulars"),
    "wComing": .init(vi: "Sẽ nhắc", en: "What comes next"),
    "wNothingHappened": .init(vi: "Chưa ghi nhận gì và chưa gửi thư nào.", en: "Nothing was recorded or sent yet."),
    "wNothingComing": .init(
      vi: "Trong tháng này không còn lời nhắc nào.", en: "No reminders are to come in this month."),
    "wSecret": .init(
      vi: "Việc có độ mật: trang này chỉ cho biết mã và hạn.",
      en: "Classified work: this page shows its id and day only."),
    "wKeyEnds": .init(vi: "mốc; ngày cuối tính được", en: "beginning and end of the count"),
    "wKeyCounted": .init(vi: "ngày được tính", en: "counted days"), "wKeyDue": .init(vi: "hạn", en: "due"),
    "wOccurrences": .init(vi: "Các kỳ khác của việc này", en: "Other occurrences"),
    "wOtherUnits": .init(vi: "Việc này ở các đơn vị khác, cùng kỳ", en: "Other units, for the same period"),
    "wByState": .init(vi: "Lọc theo trạng thái", en: "Filter by state"),
    "wSearch": .init(vi: "Tìm trong tên việc, mã, đơn vị", en: "Search titles, ids and units"),
    "wSearchHint": .init(
      vi: "Không cần gõ dấu; “d” tìm được cả “đ”.", en: "Marks need not be typed; “d” finds “đ” too."),
    "wFilter": .init(vi: "Lọc", en: "Filter"),
    "wMoreFilters": .init(
      vi: "Thêm điều kiện: kế hoạch, đơn vị, mục, người, ngày, sắp xếp",
      en: "More filters: plan, unit, section, person, days, order"),
    "wPerson": .init(vi: "Người thực hiện", en: "Assigned to"),
    "wPlan": .init(vi: "Kế hoạch", en: "Plan"), "wEveryPlan": .init(vi: "Mọi kế hoạch", en: "Every plan"),
    "wEveryUnit": .init(vi: "Mọi đơn vị", en: "Every unit"), "wFrom": .init(vi: "Hạn từ ngày", en: "Due from"),
    "wTo": .init(vi: "đến ngày", en: "to"), "wSort": .init(vi: "Sắp xếp", en: "Order"),
    "wNoFilter": .init(vi: "Bỏ mọi điều kiện lọc", en: "Take all filters away"),
    "wPages": .init(vi: "Phân trang", en: "Pages"), "wNext": .init(vi: "Trang sau", en: "Next page"),
    "wHome": .init(vi: "Hôm nay", en: "Today"),
  ].merging(figures) { first, _ in first }.merging(records) { first, _ in first }
    .merging(proposals) { first, _ in first }

  static let shape = words.mapValues { _ in TemplateShape.text }

  static func values(_ language: Language) -> [String: TemplateValue] {
    words.mapValues { .text($0.text(in: language)) }
  }
}
