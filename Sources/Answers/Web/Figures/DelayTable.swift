import Expansion
import Presentation
import Templates

/// Where the days of late work went.
enum DelayTable {
  static let shape: [String: TemplateShape] = [
    "isLate": .truth, "lateWords": .text, "causes": .list(["label": .text, "value": .text]), "causeSum": .text,
  ]

  /// Of the template part `delays.html`.
  /// - Parameter late: of how many duties these are the days.
  static func values(_ figures: Statistic.Row, of late: Int, _ visit: Visit) -> [String: TemplateValue] {
    let causes = Delay.Cause.allCases.filter { figures[$0] > 0 }
    let wording = DelayWording(visit.language)
    func days(_ count: Int) -> TemplateValue {
      .text(visit.say("\(count) ngày", count == 1 ? "1 day" : "\(count) days"))
    }
    return [
      "lateWords": .text(
        visit.say(
          "\(late) việc trễ, \(figures.daysLate) ngày, chia theo nguyên nhân đầu tiên của từng ngày.",
          "\(late) late, \(figures.daysLate) days, each told to the first cause that holds.")),
      "isLate": .truth(!causes.isEmpty), "causeSum": days(figures.daysLate),
      "causes": .list(
        causes.map { cause in
          let words = wording.text(of: cause)
          return ["label": .text(words.prefix(1).uppercased() + words.dropFirst()), "value": days(figures[cause])]
        }),
    ]
  }
}
