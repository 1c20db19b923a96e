/// The names that templates may use; docs/configuration.md lists them.
enum LetterShape {
  static let subject: [String: TemplateShape] = ["headline": .text, "isPart": .truth, "part": .text, "parts": .text]

  private static let frame: [String: TemplateShape] = [
    "recipient": .text, "headline": .text, "isMail": .truth, "isPart": .truth, "part": .text, "parts": .text,
    "isOverdue": .truth, "isUrgent": .truth,
    "plans": .list(["title": .text, "focalPoint": .text, "address": .text]),
  ]

  static let single: [String: TemplateShape] = frame.merging([
    "lead": .text, "title": .text, "due": .text, "distance": .text, "notes": .texts, "todo": .text, "command": .text,
    "rows": .list(["label": .text, "value": .text]),
  ]) { first, _ in first }

  static let item: [String: TemplateShape] = [
    "title": .text, "summary": .text, "leads": .text, "id": .text, "notes": .texts, "command": .text,
    "isOverdueItem": .truth,
  ]

  static let sheet: [String: TemplateShape] = [
    "sheetTitle": .text, "anchor": .text, "hasUnits": .truth,
    "counts": .list(["label": .text, "count": .text, "isBad": .truth]),
    "units": .list(["name": .text, "overdue": .text, "thisWeek": .text, "settle": .text]),
    "lists": .list(["name": .text, "items": .list(item), "more": .text]),
  ]

  static let digest: [String: TemplateShape] = frame.merging([
    "summaryLine": .text, "todo": .text, "command": .text, "sheets": .list(sheet),
    "groups": .list(["name": .text, "size": .text, "isOverdueGroup": .truth, "items": .list(item)]),
  ]) { first, _ in first }
}
