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
    "wDue": .init(vi: "Hạn", en: "Due"), "wWork": .init(vi: "Việc", en: "Work"),
    "wLead": .init(vi: "Đơn vị chủ trì", en: "Lead"), "wState": .init(vi: "Trạng thái", en: "State"),
    "wHome": .init(vi: "Hôm nay", en: "Today"),
  ]

  static let shape = words.mapValues { _ in TemplateShape.text }

  static func values(_ language: Language) -> [String: TemplateValue] {
    words.mapValues { .text($0.text(in: language)) }
  }
}
