import CivilCalendar
import Diagnostics
import Presentation
import Templates

/// Duties under headings, as the table of a page.
struct DutyList {
  static let shape: [String: TemplateShape] = [
    "caption": .text,
    "bands": .list(["heading": .text, "rows": .list(DutyRow.shape.merging(FoldRow.shape) { first, _ in first })]),
    "isEmpty": .truth, "emptyTitle": .text, "emptyText": .text,
  ]

  /// Rows under one heading.
  struct Band {
    var heading: String
    var rows: [UpcomingRow]

    init(heading: String, rows: [UpcomingRow]) { (self.heading, self.rows) = (heading, rows) }

    init(_ section: UpcomingPage.Section) {
      self.init(heading: section.title.isEmpty ? "" : "\(section.title) · \(section.count)", rows: section.shown)
    }

    init(heading: String, items: [UpcomingItem]) { self.init(heading: heading, rows: items.map { UpcomingRow($0) }) }
  }

  let caption: String
  let bands: [Band]
  /// What an empty list says, and what to do.
  let empty: (title: String, text: String)

  func values(_ visit: Visit) -> [String: TemplateValue] {
    [
      "caption": .text(caption),
      "bands": .list(
        bands.filter { !$0.rows.isEmpty }.map { band in
          [
            "heading": .text(band.heading),
            "rows": .list(
              band.rows.map { DutyRow($0.first, visit).values.merging(FoldRow($0, visit).values) { first, _ in first } }
            ),
          ]
        }), "isEmpty": .truth(bands.allSatisfy(\.rows.isEmpty)), "emptyTitle": .text(empty.title),
      "emptyText": .text(empty.text),
    ]
  }
}
