import Operations
import Presentation
import Templates

/// A block of the rules that a revision changed, with the values that differ.
struct ChangedBlock {
  static let shape: [String: TemplateShape] = [
    "name": .text, "title": .text, "file": .text, "kind": .text,
    "fields": .list(["key": .text, "old": .text, "new": .text]), "lines": .texts,
  ]

  static func values(_ change: BlockChange, _ visit: Visit) -> [String: TemplateValue] {
    values(change, change.fields, visit)
  }

  /// The same with all values of a block that is new or taken out.
  static func whole(_ change: BlockChange, _ visit: Visit) -> [String: TemplateValue] {
    values(change, change.allFields, visit)
  }

  private static func values(
    _ change: BlockChange, _ differences: [BlockChange.FieldChange], _ visit: Visit
  ) -> [String: TemplateValue] {
    guard !change.isSecret else {
      return [
        "name": .text(visit.say("Khối có độ mật", "A classified block")), "title": .text(""), "file": .text(""),
        "kind": .text(visit.say("thay đổi, không nêu ở đây", "changed, not shown here")),
        "fields": .list([[String: TemplateValue]]()), "lines": .list([TemplateValue]()),
      ]
    }
    let kind =
      change.old == nil
      ? visit.say("thêm", "new") : change.new == nil ? visit.say("bỏ", "taken out") : visit.say("sửa", "changed")
    let fields = differences.map { field in
      [
        "key": TemplateValue.text(
          field.key.isEmpty
            ? visit.say("tên", "title") : visit.language == .en ? field.key(vietnamese: false) : field.key),
        "old": .optional(field.old), "new": .optional(field.new),
      ]
    }
    let isOnlyComment = change.old != nil && change.new != nil && fields.isEmpty
    return [
      "name": .text(name(of: change, visit)), "title": .text(RuleNames.plainTitle(change.title)),
      "file": .text(change.file),
      "kind": .text(kind), "fields": .list(fields),
      "lines": .list(
        isOnlyComment
          ? [.text(visit.say("Chỉ đổi ghi chú hoặc cách trình bày.", "Only comments or the layout changed."))] : []),
    ]
  }

  /// As the file has it; English pages have its keyword in English.
  static func name(of change: BlockChange, _ visit: Visit) -> String {
    visit.language == .en ? change.name(vietnamese: false) : change.name
  }

  /// `thêm 3, sửa 2, bỏ 1 khối quy tắc`
  static func summary(_ changes: [BlockChange], _ visit: Visit) -> String {
    guard !changes.isEmpty else { return visit.say("không khối nào thay đổi", "no block changed") }
    let told = changes.filter { !$0.isSecret }
    let (new, gone) = (told.count { $0.old == nil }, told.count { $0.new == nil })
    let changed = told.count - new - gone
    let secret = changes.count - told.count
    let parts = [
      (new, visit.say("thêm \(new)", "\(new) new")), (changed, visit.say("sửa \(changed)", "\(changed) changed")),
      (gone, visit.say("bỏ \(gone)", "\(gone) taken out")),
      (secret, visit.say("\(secret) khối có độ mật", "\(secret) classified")),
    ].filter { $0.0 > 0 }.map(\.1).joined(separator: ", ")
    return visit.say("khối quy tắc: \(parts)", "blocks: \(parts)")
  }
}
