package import Expansion
import RuleSyntax

/// What is said of the steps on the way of a duty.
package struct CourseWording {
  private let language: Language
  private let dates: DateWording

  package init(_ dates: DateWording) { (language, self.dates) = (dates.language, dates) }

  /// `tiến độ ngày 20/5/2024: 40%, đang lấy ý kiến` · `progress on 20 May 2024: 40%, …`, without a stop at its end.
  package func text(of step: CourseStep) -> String {
    let words = step.words ?? ""
    let said =
      (step.day.map { language.choose(vi: " \(dates.dayInSentence($0))", en: " on \(dates.day($0))") } ?? "")
      + (words.isEmpty
        ? ""
        : step.kind == .reported
          ? language.choose(vi: ", văn bản số \(words)", en: ", document \(words)") : ": \(words)")
    switch step.kind {
    case .accepted: return language.choose(vi: "đã tiếp nhận", en: "accepted") + said
    case .progress: return language.choose(vi: "tiến độ", en: "progress") + said
    case .reported: return language.choose(vi: "đã báo cáo hoàn thành", en: "reported done") + said
    case .confirmed: return language.choose(vi: "đã xác nhận", en: "confirmed") + said
    case .returned:
      let new = step.newDay.map { language.choose(vi: "; hạn mới \(dates.day($0))", en: "; new day \(dates.day($0))") }
      return language.choose(vi: "bị trả lại", en: "returned") + said + (new ?? "")
    case .undone: return language.choose(vi: "được mở lại", en: "opened again") + said
    case .extensionAsked:
      let until = step.newDay.map { language.choose(vi: " đến \(dates.day($0))", en: " to \(dates.day($0))") }
      return language.choose(vi: "xin gia hạn", en: "more time asked for") + (until ?? "") + said
    case .extensionRefused:
      return language.choose(vi: "không được đồng ý gia hạn", en: "more time refused") + said
    case .extensionWithdrawn:
      return language.choose(vi: "đã rút đề nghị gia hạn", en: "request for more time withdrawn") + said
    case .explanationAsked: return language.choose(vi: "được yêu cầu giải trình", en: "explanation asked") + said
    case .explained: return language.choose(vi: "đã giải trình", en: "explained") + said
    default: return language.choose(vi: "giao cho", en: "assigned to") + " \(step.person ?? "")"
    }
  }

  /// The name of its kind in JSON.
  static func name(of kind: FactKind) -> String {
    switch kind {
    case .explanationAsked: "explanation-asked"
    case .extensionAsked: "extension-asked"
    case .extensionRefused: "extension-refused"
    case .extensionWithdrawn: "extension-withdrawn"
    default: "\(kind)"
    }
  }

  /// The same as a sentence.
  package func sentence(of step: CourseStep) -> String {
    let text = text(of: step)
    return text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
  }
}
