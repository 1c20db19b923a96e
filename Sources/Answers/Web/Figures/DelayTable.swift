import Diagnostics
import Expansion
import Presentation
import Templates

/// Where the days of late work went.
enum DelayTable {
  static let shape: [String: TemplateShape] = [
    "isLate": .truth, "lateWords": .text, "causes": .list(["label": .text, "value": .text]), "causeSum": .text,
  ]

  /// What is counted as late, in the words of the figures beside it.
  private static let classes: [(Statistic.Class, Bilingual)] = [
    (.late, .init(vi: "xong trễ", en: "done late")), (.overdue, .init(vi: "quá hạn", en: "overdue")),
    (.reported, .init(vi: "đã báo cáo, chờ xác nhận quá hạn", en: "reported and not confirmed by their day")),
  ]

  /// Of the template part `delays.html`.
  /// - Parameter late: of how many duties these are the days, by where they are counted.
  static func values(
    _ figures: Statistic.Row, of late: [Statistic.Class: Int], _ visit: Visit
  ) -> [String: TemplateValue] {
    let causes = Delay.Cause.allCases.filter { figures[$0] > 0 }
    let wording = DelayWording(visit.wording)
    func number(_ count: Int) -> String { visit.number(count) }
    func days(_ count: Int) -> String {
      visit.say("\(number(count)) ngày", count == 1 ? "1 day" : "\(number(count)) days")
    }
    let count = late.values.reduce(0, +)
    let parts = classes.compactMap { one, words in
      late[one].map { "\(number($0)) \(words.text(in: visit.language))" }
    }.joined(separator: ", ")
    // Of these nobody may say why, or no whole day has passed.
    let left = [Statistic.Class.late, .overdue].reduce(0) { $0 + figures[$1] - (late[$1] ?? 0) }
    let others =
      left == 0
      ? ""
      : visit.say(
        " Không kể \(number(left)) việc có độ mật hoặc vừa quá giờ hôm nay.",
        " Without \(number(left)) that \(left == 1 ? "is" : "are") classified or only hours late.")
    return [
      "lateWords": .text(
        visit.say(
          "\(number(count)) việc có ngày trễ: \(parts). Cộng \(days(figures.daysLate)), mỗi ngày tính cho một nguyên nhân.",
          "\(count == 1 ? "1 duty" : "\(number(count)) duties") with days late: \(parts). \(days(figures.daysLate)) in all, each told to one cause."
        )
          + others),
      "isLate": .truth(!causes.isEmpty), "causeSum": .text(days(figures.daysLate)),
      "causes": .list(
        causes.map {
          ["label": .text(wording.text(of: $0).asBeginning), "value": .text(days(figures[$0]))]
        }),
    ]
  }
}
