import CivilCalendar
package import Delivery
package import Presentation
import Reminders

/// Words what a round did.
package struct RoundReportText {
  private let report: RoundReport
  private let language: Language

  package init(_ report: RoundReport, _ language: Language) {
    self.report = report
    self.language = language
  }

  package var failures: [String] {
    report.failures.map { language.choose(vi: "cảnh báo: \($0.vi)", en: "warning: \($0.en)") }
  }

  package var summary: String {
    var parts: [String] = []
    if let held = report.held {
      let reasons = held.reasons.map { $0.words.text(in: language) }.joined(separator: "; ")
      parts.append(
        language.choose(
          vi: "Chưa gửi gì, chờ xác nhận (nhacviec round accept): \(reasons).",
          en: "Nothing was sent, acceptance is needed (nhacviec round accept): \(reasons)."))
    } else {
      parts.append(
        language.choose(
          vi: "\(report.messages) thư mới (\(report.notices) thông báo), đã chuyển \(report.sent).",
          en: "\(report.messages) new messages (\(report.notices) notices), \(report.sent) delivered."))
    }
    if report.pending > 0 {
      parts.append(language.choose(vi: "Còn chờ gửi: \(report.pending).", en: "Still to be sent: \(report.pending)."))
    }
    if report.dead > 0 {
      parts.append(
        language.choose(
          vi: "Không gửi được: \(report.dead) (nhacviec deliveries).",
          en: "Given up: \(report.dead) (nhacviec deliveries)."))
    }
    parts.append(Self.next(report.next, language))
    return parts.joined(separator: " ")
  }

  static func next(_ instant: Instant?, _ language: Language) -> String {
    guard let instant else { return language.choose(vi: "Không có lượt sau.", en: "Nothing is to come.") }
    let time = moment(instant)
    return language.choose(vi: "Lượt sau: \(time).", en: "Next: \(time).")
  }

  /// `08/3/2027 08:00`, in the time of Việt Nam unless a zone is given.
  static func moment(_ instant: Instant, _ zone: Zone = .vietnam) -> String {
    let (day, minute) = zone.civil(instant)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(DateWording(.vi).day(day)) \(two(minute / 60)):\(two(minute % 60))"
  }
}
