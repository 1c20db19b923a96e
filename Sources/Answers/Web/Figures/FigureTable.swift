import Diagnostics
import Presentation
import Templates

/// Rows of figures with a bar each, and their sum.
struct FigureTable {
  static let shape: [String: TemplateShape] = [
    "caption": .text, "heading": .text, "columns": .texts, "note": .text,
    "rows": .list(rowShape), "sum": .list(rowShape),
  ]
  private static let rowShape: [String: TemplateShape] = [
    "name": .text, "href": .text, "cells": .list(["label": .text, "value": .text, "isBad": .truth]),
  ].merging(Portion.barShape) { first, _ in first }

  struct Row {
    let name: String
    /// Nil: there is no page about it.
    let address: String?
    let figures: Statistic.Row
  }

  let caption: String
  /// Over the names.
  let heading: String
  let rows: [Row]
  let whole: Statistic.Row
  /// Below the table.
  var remark = ""

  /// More rows than these are of no use on a page.
  private static let most = 300

  private typealias Column = (words: Bilingual, count: @Sendable (Statistic.Row) -> Int)

  private static let columns: [Column] = [
    (.init(vi: "Tổng số", en: "Total"), { $0.total }),
    (.init(vi: "Đúng hạn", en: "On time"), { $0[.onTime] }), (.init(vi: "Trễ hạn", en: "Late"), { $0[.late] }),
    (.init(vi: "Không rõ ngày", en: "Day unknown"), { $0[.dayUnknown] }),
    (.init(vi: "Chờ xác nhận", en: "To be confirmed"), { $0[.reported] }),
    (.init(vi: "Trong hạn", en: "Within time"), { $0[.within] }),
    (.init(vi: "Quá hạn", en: "Overdue"), { $0[.overdue] }),
    (.init(vi: "Chờ, chưa rõ hạn", en: "Waiting, undated"), { $0.waiting }),
  ]

  func values(_ visit: Visit) -> [String: TemplateValue] {
    let language = visit.language
    func values(_ row: Row) -> [String: TemplateValue] {
      let cells = Self.columns.map { column -> [String: TemplateValue] in
        let count = column.count(row.figures)
        return [
          "label": .text(column.words.text(in: language)), "value": .text(count == 0 ? "–" : visit.number(count)),
          "isBad": .truth(count > 0 && column.words.en == "Overdue"),
        ]
      }
      return ["name": .text(row.name), "href": .optional(row.address), "cells": .list(cells)]
        .merging(Portion.bar(row.figures)) { first, _ in first }
    }
    let left = rows.count - Self.most
    return [
      "caption": .text(caption), "heading": .text(heading),
      "columns": .list(Self.columns.map { .text($0.words.text(in: language)) }),
      "rows": .list(rows.prefix(Self.most).map(values)),
      "sum": .list([values(Row(name: visit.say("Cộng", "Sum"), address: nil, figures: whole))]),
      "note": .text(
        left > 0
          ? visit.say(
            "Còn \(visit.number(left)) dòng nữa; bảng tính Excel của mục Thống kê có đủ.",
            "Rows left: \(visit.number(left)); the Excel file of the statistic has them all.") : remark),
    ]
  }
}

extension FigureTable {
  /// The rows of a statistic, with links to what each is about; those of units by their names.
  init(_ statistic: Statistic, by division: Statistic.Division, _ visit: Visit) {
    var rows = zip(statistic.rows, statistic.subjects).filter { $0.0.total > 0 }.map { row, subject in
      Row(name: row.name, address: Subjects.address(of: subject, visit), figures: row)
    }
    let left = statistic.rows.count - rows.count
    if division == .unit || division == .person {
      let order = rows.map { VietnameseOrder($0.name) }
      rows = rows.indices.sorted { (order[$0], $0) < (order[$1], $1) }.map { rows[$0] }
    }
    self.init(
      caption: division.caption.text(in: visit.language), heading: division.heading.text(in: visit.language),
      rows: rows,
      whole: statistic.whole)
    remark = [left > 0 ? Self.outside(left, visit) : "", Self.sharing(statistic, visit)]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func outside(_ rows: Int, _ visit: Visit) -> String {
    visit.say(
      "\(rows) dòng chỉ có việc ngoài tổng số (thường xuyên, được miễn, bãi bỏ) không nêu ở đây.",
      "Left out: \(rows == 1 ? "1 row" : "\(rows) rows") of work outside the total (standing, waived, withdrawn).")
  }

  /// Why the page of a unit may count more than its row; empty where units lead nothing together, nor as a group.
  private static func sharing(_ statistic: Statistic, _ visit: Visit) -> String {
    let isShared = zip(statistic.subjects, statistic.rows).contains { subject, row in
      guard case .leads(let leads) = subject, row.total > 0 else { return false }
      if leads.count == 1, case .unit = leads[0] { return false }
      return !leads.isEmpty
    }
    guard isShared else { return "" }
    return visit.say(
      "Mỗi việc chỉ đếm ở một dòng: việc nhiều đơn vị cùng chủ trì, hoặc cả nhóm chủ trì, có dòng riêng. Trang của một đơn vị đếm thêm những việc ấy.",
      "Each piece of work counts in one row: what several units or a group lead together has a row of its own. The page of a unit counts that, too."
    )
  }
}

extension Statistic.Division {
  /// Of its table.
  fileprivate var caption: Bilingual {
    switch self {
    case .unit: .init(vi: "Theo đơn vị chủ trì", en: "By lead")
    case .section: .init(vi: "Theo mục của kế hoạch", en: "By section")
    case .plan: .init(vi: "Theo kế hoạch", en: "By plan")
    case .person: .init(vi: "Theo người thực hiện", en: "By person")
    }
  }

  /// What a row is.
  var heading: Bilingual {
    switch self {
    case .unit: .init(vi: "Đơn vị", en: "Unit")
    case .section: .init(vi: "Mục", en: "Section")
    case .plan: .init(vi: "Kế hoạch", en: "Plan")
    case .person: .init(vi: "Người", en: "Person")
    }
  }
}
