import Diagnostics
import Presentation
import Templates

/// A part of a bar, in the order in which bars have them; its name is its colour in the style sheet.
enum Portion: String, CaseIterable {
  case done, slow, sent, late, soon, open, wait

  func count(_ row: Statistic.Row) -> Int {
    switch self {
    case .done: row[.onTime] + row[.dayUnknown]
    case .slow: row[.late]
    case .sent: row[.reported]
    case .late: row[.overdue]
    case .soon: row.dueSoon(.within)
    case .open: row.dueLater
    case .wait: row.waiting
    }
  }

  var words: Bilingual {
    switch self {
    case .done: .init(vi: "Xong đúng hạn, không rõ ngày", en: "Done on time, day unknown")
    case .slow: .init(vi: "Xong trễ", en: "Done late")
    case .sent: .init(vi: "Chờ xác nhận", en: "To be confirmed")
    case .late: .init(vi: "Quá hạn", en: "Overdue")
    case .soon: .init(vi: "Trong hạn, còn đến 7 ngày", en: "Within time, 7 days or less")
    case .open: .init(vi: "Trong hạn, sau 7 ngày", en: "Within time, after 7 days")
    case .wait: .init(vi: "Đang chờ (có hạn hay chưa), chưa rõ hạn", en: "Waiting (dated or not), undated")
    }
  }

  /// Those of which there are any, with where each begins.
  static func stretches(of row: Statistic.Row) -> [(portion: Portion, start: Int, count: Int)] {
    var start = 0
    return allCases.compactMap { portion in
      let count = portion.count(row)
      defer { start += count }
      return count > 0 ? (portion, start, count) : nil
    }
  }

  // MARK: Templates

  static let barShape: [String: TemplateShape] = [
    "length": .text, "bar": .list(["class": .text, "start": .text, "count": .text]),
  ]

  /// Of the template part `bar.html`.
  static func bar(_ row: Statistic.Row) -> [String: TemplateValue] {
    [
      "length": .number(max(row.total, 1)),
      "bar": .list(
        stretches(of: row).map {
          ["class": .text($0.portion.rawValue), "start": .number($0.start), "count": .number($0.count)]
        }),
    ]
  }

  static let keyShape: [String: TemplateShape] = ["key": .list(["class": .text, "label": .text])]

  /// Of the template part `key.html`, which says what the colours are.
  static func key(_ language: Language) -> [String: TemplateValue] {
    ["key": .list(allCases.map { ["class": .text($0.rawValue), "label": .text($0.words.text(in: language))] })]
  }
}
