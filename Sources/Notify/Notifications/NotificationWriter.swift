import CivilCalendar
package import Presentation
package import Reminders
import Rules

/// Renders what a round decided. It reads no clock and no files.
package struct NotificationWriter: Sendable {
  let book: NotificationBook
  let templates: NotificationTemplates
  /// The language of recipients that name none.
  let language: Language
  let noticesPerPart: Int

  package init(
    _ book: NotificationBook, _ templates: NotificationTemplates, language: Language = .vi, noticesPerPart: Int = 40
  ) {
    self.book = book
    self.templates = templates
    self.language = language
    self.noticesPerPart = max(noticesPerPart, 1)
  }

  /// The letter, or the parts of a long one, in the recipient's language. Sheets come first; notices keep their order.
  package func texts(for message: OutgoingMessage) -> [NotificationText] {
    let language = language(of: message)
    let parts = message.parts(of: noticesPerPart)
    return parts.enumerated().map { index, notices in
      let draft = NotificationDraft(
        message: message, notices: notices, words: NotificationWords(templates: templates, language: language),
        part: index + 1, parts: parts.count, book: book)
      return draft.letter()
    }
  }

  private func language(of message: OutgoingMessage) -> Language {
    guard book.rules.units.indices.contains(message.unit) else { return language }
    return book.rules.units[message.unit].language.flatMap { Language(rawValue: $0) } ?? language
  }
}

/// One letter before its templates are filled.
struct NotificationDraft {
  let message: OutgoingMessage
  let words: NotificationWords
  let part: Int
  let parts: Int
  let book: NotificationBook
  let views: [NoticeView]
  let sheets: [SheetView]
  /// The words of the subject line.
  private(set) var headline = ""

  init(
    message: OutgoingMessage, notices: [Notice], words: NotificationWords, part: Int, parts: Int, book: NotificationBook
  ) {
    self.message = message
    self.words = words
    self.part = part
    self.parts = parts
    self.book = book
    let all = notices.map { NoticeView($0, book, words) }
    views = all.filter { $0.notice.sheet == nil }
    sheets = all.compactMap { view in view.notice.sheet.map { SheetView(sheet: $0, view: view) } }
    headline = views.first.flatMap { isSingle ? $0.headline : nil } ?? words.line(.headline, several)
  }

  /// All notices of the letter, sheets first.
  var allViews: [NoticeView] { sheets.map(\.view) + views }

  var language: Language { words.language }

  func letter() -> NotificationText {
    let templates = words.templates
    let kind = isSingle ? "single" : "digest"
    let value = isSingle ? single : digest
    let subject = templates.text("subject.txt", language, self.subject)
    return NotificationText(
      language: language, subject: NotificationDraft.oneLine(subject),
      text: templates.text("\(kind).txt", language, value),
      html: templates.text("\(kind).html", language, value),
      chat: NotificationDraft.trimmed(templates.text("\(kind).chat", language, value)), json: json, journal: journal,
      calendar: NotificationCalendar(allViews)?.text, part: part, parts: parts, keys: allViews.map(\.notice.key))
  }

  private var isSingle: Bool { views.count == 1 && sheets.isEmpty }

  // MARK: Words

  /// The values of a digest for the templates of words.
  var several: [String: TemplateValue] {
    var values: [String: TemplateValue] = [
      "isSeveral": .truth(true), "isMail": .truth(message.channel == .mail), "counts": .text(counts),
      "asksDone": .truth(views.contains { $0.request == .done }),
    ]
    if let sheet = sheets.first, sheets.count == 1 {
      values["week"] = .text(sheet.week)
      values["weekCounts"] = .text(sheet.summary)
    }
    if sheets.count > 1 { values["sheets"] = .text(String(sheets.count)) }
    return values
  }

  /// `2 quá hạn, 3 đến hạn trong 7 ngày`
  private var counts: String {
    words.counts(Dictionary(grouping: views, by: \.group).mapValues(\.count))
  }

  var subject: [String: TemplateValue] {
    [
      "headline": .text(headline), "isPart": .truth(parts > 1), "part": .text(String(part)),
      "parts": .text(String(parts)),
    ]
  }

  private var frame: [String: TemplateValue] {
    let unit =
      book.rules.units.indices.contains(message.unit) ? book.rules.units[message.unit].title : message.recipient.unit
    return subject.merging([
      "recipient": .text(unit), "isMail": .truth(message.channel == .mail),
      "isOverdue": .truth(views.contains(where: \.isOverdue) || sheets.contains { !$0.sheet.overdue.isEmpty }),
      "isUrgent": .truth(message.urgency >= .high), "plans": .list(plans),
    ]) { first, _ in first }
  }

  /// The plans that the letter is about, each once.
  private var plans: [TemplateValue] {
    var seen: Set<String> = []
    return allViews.compactMap { view in
      guard let plan = view.plan, seen.insert(plan.id).inserted else { return nil }
      let unit: Unit? = if case .unit(let id)? = plan.focalPoint { book.rules.units[id] } else { nil }
      return .record([
        "title": .text(plan.classified == nil ? plan.title : plan.id), "focalPoint": .text(view.focalPoint),
        "address": .text(unit?.email ?? ""),
      ])
    }
  }

  var single: [String: TemplateValue] {
    guard let view = views.first else { return [:] }
    return frame.merging([
      "lead": .text(view.lead), "title": .text(view.title), "due": .text(view.tellsDay ? view.due : ""),
      "distance": .text(view.distance), "notes": .list(view.notes.map { .text($0) }), "todo": .text(view.todo),
      "command": .text(view.command),
      "rows": .list(view.rows.map { .record(["label": .text($0.label), "value": .text($0.value)]) }),
    ]) { first, _ in first }
  }

  var digest: [String: TemplateValue] {
    frame.merging([
      "summaryLine": .text(words.line(.summary, several)), "sheets": .list(sheets.map { .record($0.value) }),
      "groups": .list(NoticeView.Group.allCases.compactMap(group)), "todo": .text(words.line(.todo, several)),
      "command": .text(words.line(.command, several)),
    ]) { first, _ in first }
  }

  private func group(_ group: NoticeView.Group) -> TemplateValue? {
    let members = views.filter { $0.group == group }
    guard !members.isEmpty else { return nil }
    return .record([
      "name": .text(words.label("\(group)", members.count)), "size": .text(String(members.count)),
      "isOverdueGroup": .truth(group == .overdue || group == .below), "items": .list(members.map(item)),
    ])
  }

  private func item(_ view: NoticeView) -> TemplateValue {
    // How to report work as done is said once, below the list.
    let command = view.request == .done ? "" : view.command
    return .record([
      "title": .text(Clipping.clip(view.title, to: 160)), "summary": .text(view.summary),
      "leads": .text(view.otherLeads), "id": .text(view.id),
      "notes": .list(view.notes.map { .text($0) }), "command": .text(command), "isOverdueItem": .truth(view.isOverdue),
    ])
  }

  // MARK: Whitespace

  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text.drop { $0.isNewline })
  }
}
