import Operations
import Presentation
import Templates

/// A duty that comes, goes, moves or is renamed when rules change.
struct ChangedDuty {
  static let shape: [String: TemplateShape] = [
    "id": .text, "title": .text, "href": .text, "kind": .text, "old": .text, "new": .text,
  ]

  /// - Parameter isThere: whether the new rules are in force, so that new duties have pages, and those that are gone none.
  static func values(_ change: RuleDifference.Change, isThere: Bool, _ visit: Visit) -> [String: TemplateValue] {
    func value(_ value: DayOrState?) -> TemplateValue {
      guard !change.isClassified, let value else { return .text("") }
      return .text(value.day.map(visit.dates.short) ?? value.text(visit.language))
    }
    return [
      "id": .text(change.id.spoken),
      "title": .text(
        change.isClassified ? visit.say("Việc có độ mật", "Classified work") : RuleNames.plainTitle(change.title)),
      "href": .text(
        change.kind == (isThere ? .gone : .new)
          ? "" : DutyRow.address(isThere ? change.id : change.formerID ?? change.id, visit)),
      "kind": .text(words(change.kind, visit)),
      "old": change.kind == .renamed ? .text(change.formerID?.spoken ?? "") : value(change.old),
      "new": change.kind == .renamed ? .text(change.id.spoken) : value(change.new),
    ]
  }

  /// `1 việc thêm, 2 việc đổi hạn`
  static func summary(_ changes: [RuleDifference.Change], _ visit: Visit) -> String {
    guard !changes.isEmpty else { return visit.say("Không việc nào, hạn nào khác.", "No duty and no day differs.") }
    return RuleDifference.Change.Kind.allCases.compactMap { kind -> String? in
      let count = changes.count { $0.kind == kind }
      return count == 0 ? nil : "\(visit.number(count)) \(words(kind, visit))"
    }.joined(separator: ", ")
  }

  private static func words(_ kind: RuleDifference.Change.Kind, _ visit: Visit) -> String {
    switch kind {
    case .new: visit.say("việc thêm", "new")
    case .gone: visit.say("việc bỏ", "gone")
    case .moved: visit.say("việc đổi hạn", "moved")
    case .renamed: visit.say("việc đổi mã", "renamed")
    }
  }
}
