import Diagnostics

/// A field of a form, and of a fact that a program sends.
struct ActField: Sendable {
  enum Name: String, CaseIterable, Sendable {
    case day, newDay, time, reference, document, words

    /// Whether a page has several lines for it.
    var isLong: Bool { self == .words }
    /// Whether it is a day that is to come, not one that has come.
    var isDay: Bool { self == .day || self == .newDay }
  }

  let name: Name
  let label: Bilingual
  var hint: Bilingual?
  /// What to say where it is empty; nil where it may be.
  var missing: Bilingual?

  /// So many characters at most. A line of facts holds a few hundred words.
  static let most = 1000
}

extension ActField {
  static let dayHint = Bilingual(
    vi: "Ví dụ 20/09/2024, hôm qua, thứ Sáu", en: "For example 20/09/2024, yesterday, Friday")
  static let comingHint = Bilingual(
    vi: "Ví dụ 15/10/2024, thứ Sáu", en: "For example 15/10/2024, Friday")
  static let noDay = Bilingual(vi: "Hãy ghi ngày.", en: "Write the day.")
  static let noReason = Bilingual(vi: "Hãy ghi lý do, một câu là đủ.", en: "Write the reason; one sentence is enough.")

  static func reason(_ label: Bilingual, isRequired: Bool = true) -> ActField {
    ActField(
      name: .words, label: label,
      // What need not be said goes into no letter.
      hint: isRequired
        ? .init(vi: "Người nhận đọc nguyên văn.", en: "It is read as it stands.")
        : .init(vi: "Hiện nguyên văn trên trang của việc.", en: "It is shown as it stands on the task's page."),
      missing: isRequired ? noReason : nil)
  }

  static func document(missing: Bilingual? = nil) -> ActField {
    ActField(
      name: .document,
      label: missing == nil
        ? .init(vi: "Số, ký hiệu văn bản (không bắt buộc)", en: "Number of the document (optional)")
        : .init(vi: "Số, ký hiệu văn bản", en: "Number of the document"),
      hint: .init(vi: "Ví dụ 156/BC-SCT", en: "For example 156/BC-SCT"), missing: missing)
  }
}
