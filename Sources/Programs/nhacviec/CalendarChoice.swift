import Presentation
import Rules

/// Which calendar counts where no plan says so (decision: shipped-rules).
enum CalendarChoice {
  static let standard = "Việt Nam"

  static func complaint(_ name: String, _ rules: RuleSet, _ language: Language) -> String {
    let known = rules.calendars.map(\.title).joined(separator: "; ")
    let list =
      known.isEmpty
      ? language.choose(
        vi: "không tìm thấy lịch đi kèm chương trình ($NHACVIEC_SHARE)",
        en: "the shipped calendars were not found ($NHACVIEC_SHARE)")
      : language.choose(vi: "có: \(known)", en: "there are: \(known)")
    return language.choose(
      vi: "lỗi: không có lịch “\(name)”; \(list)\n", en: "error: there is no calendar “\(name)”; \(list)\n")
  }
}
