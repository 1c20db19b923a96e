import Expansion
import Presentation
import Templates

extension SharedWork {
  static let shape: [String: TemplateShape] = [
    "isShared": .truth, "reported": .text,
  ].merging(DutyRow.shape) { first, _ in first }.merging(StateMix.shape) { first, _ in first }

  /// The first of them stands for all.
  func values(_ visit: Visit) -> [String: TemplateValue] {
    var values = DutyRow(items[0], visit).values.merging(StateMix(items, visit).values) { first, _ in first }
    values["isShared"] = .truth(items.count > 1)
    values["reported"] = .text(share.text(visit.language))
    return values
  }
}
