import CivilCalendar
import Diagnostics
import Presentation
import Templates

/// Duties under headings, as the table of a page.
struct DutyList {
  static let shape: [String: TemplateShape] = [
    "caption": .text, "bands": .list(["heading": .text, "rows": .list(DutyRow.shape)]), "isEmpty": .truth,
    "emptyTitle": .text, "emptyText": .text,
  ]

  struct Band {
    var heading: String
    var items: [UpcomingItem]
  }

  let caption: String
  let bands: [Band]
  /// What an empty list says, and what to do.
  let empty: (title: String, text: String)

  func values(_ visit: Visit) -> [String: TemplateValue] {
    [
      "caption": .text(caption),
      "bands": .list(
        bands.filter { !$0.items.isEmpty }.map { band in
          [
            "heading": .text(band.heading),
            "rows": .list(band.items.map { DutyRow($0, visit).values }),
          ]
        }), "isEmpty": .truth(bands.allSatisfy(\.items.isEmpty)), "emptyTitle": .text(empty.title),
      "emptyText": .text(empty.text),
    ]
  }
}
