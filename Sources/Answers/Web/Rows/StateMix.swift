import CivilCalendar
import Diagnostics
import Presentation
import Templates

/// How several duties that stand in one row stand: the tag of the most urgent one, and where they differ how many stand
/// where, `3 quá hạn · 9 trong hạn`.
struct StateMix {
  static let shape: [String: TemplateShape] = [
    "mixTags": .list(["class": .text, "word": .text]), "mix": .text,
  ]

  let values: [String: TemplateValue]

  /// - Parameter items: at least one.
  init(_ items: [UpcomingItem], _ visit: Visit) {
    let states = Dictionary(grouping: items) { StateCounts.state(of: $0) }
    let worst = StateBands.order.lazy.compactMap { states[$0]?.min { Self.day($0) < Self.day($1) } }.first ?? items[0]
    let tags = DutyTags(worst, today: visit.today, visit.language)
    let words = Set(items.map { DutyTags($0, today: visit.today, visit.language).word })
    // What has ended is said by how many are reported.
    let open = StateBands.order.filter { $0 != .closed && states[$0] != nil }
    let mix =
      words.count < 2
      ? ""
      : open.map { state in
        visit.number(states[state]?.count ?? 0) + " " + state.words.text(in: visit.language).asPart
      }.joined(separator: " · ")
    values = [
      "mixTags": .list([["class": .text(tags.colour.rawValue), "word": .text(tags.word)]]), "mix": .text(mix),
    ]
  }

  private static func day(_ item: UpcomingItem) -> CivilDate { item.sortDay ?? .last }
}

extension String {
  /// As a later part of a sentence or cell.
  var asPart: String { prefix(1).lowercased() + dropFirst() }
}

extension Bilingual {
  /// The same in both languages.
  var asPart: Bilingual { Bilingual(vi: vi.asPart, en: en.asPart) }
}
