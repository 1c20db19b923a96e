import CivilCalendar
import Expansion
package import Presentation
package import Reminders
import Rules
import Templates

/// Renders what a round decided. It reads no clock and no files.
package struct NotificationWriter: Sendable {
  let book: NotificationBook
  let templates: NotificationTemplates
  /// The language of recipients that name none.
  let language: Language
  let noticesPerPart: Int
  let replyTo: @Sendable (OutgoingMessage) -> String?

  /// - Parameter replyTo: who gets the answers to a message by the configuration, as people read it; nil for the focal
  ///   point.
  package init(
    _ book: NotificationBook, _ templates: NotificationTemplates, language: Language = .vi, noticesPerPart: Int = 40,
    replyTo: @escaping @Sendable (OutgoingMessage) -> String? = { _ in nil }
  ) {
    self.book = book
    self.templates = templates
    self.language = language
    self.noticesPerPart = max(noticesPerPart, 1)
    self.replyTo = replyTo
  }

  /// The letter, or the parts of a long one, in the recipient's language. Sheets come first; notices keep their order.
  package func texts(for message: OutgoingMessage) -> [NotificationText] {
    let language = language(of: message)
    let parts = message.parts(of: noticesPerPart)
    return parts.enumerated().map { index, notices in
      let draft = NotificationDraft(
        message: message, notices: notices, words: NotificationWords(templates: templates, language: language),
        part: index + 1, parts: parts.count, book: book, replyTo: replyTo(message))
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
  /// Who gets the answers to the letter; empty if it cannot be answered.
  let answerTo: String
  /// The words of the subject line.
  private(set) var headline = ""

  init(
    message: OutgoingMessage, notices: [Notice], words: NotificationWords, part: Int, parts: Int,
    book: NotificationBook,
    replyTo: String? = nil
  ) {
    self.message = message
    self.words = words
    self.part = part
    self.parts = parts
    self.book = book
    let answers = Answers(to: message, book, replyTo)
    answerTo = answers.recipient
    let all = notices.map { NoticeView($0, book, words, isAnswerable: !answers.recipient.isEmpty) }
    views = all.filter { $0.notice.sheet == nil }
    let told = message.notices.compactMap { if case .obligation(let id) = $0.subject { id } else { nil } }
    sheets = all.compactMap { view in view.notice.sheet.map { SheetView(sheet: $0, view: view, apart: Set(told)) } }
    headline =
      views.first.flatMap { isSingle ? $0.headline : nil } ?? Self.sentence(words.line(.headline, subjectValues))
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
      factsHead: sheets.isEmpty ? nil : book.head?.description,
      chat: NotificationDraft.trimmed(templates.text("\(kind).chat", language, value)), json: json, journal: journal,
      calendar: NotificationCalendar(allViews)?.text, part: part, parts: parts, keys: allViews.map(\.notice.key))
  }

  private var isSingle: Bool { views.count == 1 && sheets.isEmpty }

  // MARK: Words

  /// The values of a digest for the templates of words.
  var several: [String: TemplateValue] {
    let requests = Set(views.map(\.request))
    let focal = views.first { !$0.focalPoint.isEmpty }
    var values: [String: TemplateValue] = [
      "isSeveral": .truth(true), "isMail": .truth(message.channel == .mail), "counts": .text(counts()),
      "isAnswerable": .truth(!answerTo.isEmpty), "focalPoint": .text(focal?.focalPoint ?? ""),
      "focalAddress": .text(focal?.focalAddress ?? ""), "isToFocalPoint": .truth(allViews.allSatisfy(\.isToFocalPoint)),
      "asksDone": .truth(requests.contains(.done)), "asksSettled": .truth(requests.contains(.settle)),
      "asksDay": .truth(requests.contains(.day)), "asksEvent": .truth(requests.contains(.event)),
      "asksConfirmation": .truth(requests.contains(.confirm)), "asksDecision": .truth(requests.contains(.decide)),
      "asksAcceptance": .truth(requests.contains(.accept)), "asksProgress": .truth(requests.contains(.progress)),
      "asksDirection": .truth(requests.contains(.direct)),
    ]
    if let sheet = sheets.first, sheets.count == 1 { values["week"] = .text(sheet.week) }
    if sheets.count > 1 { values["sheets"] = .text(words.language.number(sheets.count)) }
    values["report"] = .text(words.line(.report, values))
    return values
  }

  /// Those of the subject line, which counts all that the letter holds and says the two most urgent things only.
  private var subjectValues: [String: TemplateValue] {
    let counts = TemplateValue.text(words.counts(allCounts, answers: answers, atMost: 2))
    return several.merging(["counts": counts, "weekCounts": sheets.isEmpty ? .text("") : counts]) { _, short in short }
  }

  /// `quá hạn 2 việc, đến hạn 3 việc trong 7 ngày`
  private func counts() -> String { words.counts(noticeCounts, answers: answers) }

  private var answers: Set<NoticeKind.Name> { Set(views.filter { $0.group == .answered }.map(\.notice.kind.name)) }

  private var noticeCounts: [NoticeView.Group: Int] { Dictionary(grouping: views, by: \.group).mapValues(\.count) }

  /// Of notices and sheets together, each duty once. Whoever gets a sheet reads of what is overdue below as of the rest.
  private var allCounts: [NoticeView.Group: Int] {
    guard !sheets.isEmpty else { return noticeCounts }
    var counts = noticeCounts
    let listed = sheets.map(\.sheet)
    counts[.below] = nil
    counts[.overdue] = number([.overdue, .below], and: listed.flatMap(\.overdue))
    counts[.soon] = number([.soon], and: listed.flatMap(\.dueThisWeek))
    return counts.filter { $0.value > 0 }
  }

  private func number(_ groups: Set<NoticeView.Group>, and ids: [ObligationID]) -> Int {
    let told = views.filter { groups.contains($0.group) }.map(\.notice.subject)
    return Set(told + ids.map(NoticeTopic.obligation)).count
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
      "answerTo": .text(allViews.allSatisfy(\.isToFocalPoint) ? "" : answerTo),
      "hasOtherFocalPoints": .truth(Set(allViews.map(\.focalPoint)).count > 1),
    ]) { first, _ in first }
  }

  /// The plans that the letter is about, each once.
  private var plans: [TemplateValue] {
    var seen: Set<String> = []
    return allViews.compactMap { view in
      guard let plan = view.plan, seen.insert(plan.id).inserted else { return nil }
      return .record([
        "title": .text(plan.classified == nil ? plan.title : plan.id), "focalPoint": .text(view.focalPoint),
        "address": .text(view.focalAddress),
      ])
    }
  }

  /// What the letter asks for: in one text, and a sentence each.
  private func asked(_ sentences: [String]) -> [String: TemplateValue] {
    ["todo": .text(sentences.joined(separator: " ")), "todos": .list(sentences.map { .text($0) })]
  }

  var single: [String: TemplateValue] {
    guard let view = views.first else { return [:] }
    return frame.merging(asked(view.todos)) { first, _ in first }.merging([
      "lead": .text(view.lead), "title": .text(view.title),
      "due": .text(view.tellsDay || view.isAskedToJudge ? view.due : ""),
      "distance": .text(view.distance), "notes": .list(view.notes.map { .text($0) }),
      "command": .text(view.command), "link": .text(view.link),
      "rows": .list(view.rows.map { .record(["label": .text($0.label), "value": .text($0.value)]) }),
    ]) { first, _ in first }
  }

  var digest: [String: TemplateValue] {
    let several = several
    return frame.merging(asked(words.lines(.todo, several))) { first, _ in first }.merging([
      "summaryLine": .text(Self.sentence(words.line(.summary, several))),
      "sheets": .list(sheets.map { .record($0.value) }),
      "groups": .list(NoticeView.Group.allCases.compactMap(group)), "command": .text(words.line(.command, several)),
    ]) { first, _ in first }
  }

  private func group(_ group: NoticeView.Group) -> TemplateValue? {
    let members = views.filter { $0.group == group }
    guard !members.isEmpty else { return nil }
    return .record([
      "name": .text(words.label("\(group)", members.count)), "size": .text(words.language.number(members.count)),
      "isOverdueGroup": .truth(group == .overdue || group == .below), "items": .list(members.map(item)),
    ])
  }

  private func item(_ view: NoticeView) -> TemplateValue {
    // How to report work as done is said once, below the list.
    let command = view.request == .done ? "" : view.command
    return .record([
      "title": .text(Clipping.clip(view.title, to: 160)), "summary": .text(view.summary),
      "leads": .text(view.otherLeads), "id": .text(view.id),
      "notes": .list(view.notes.map { .text($0) }), "command": .text(command),
      "link": .text(view.link), "isOverdueItem": .truth(view.isOverdue),
      "isEvent": .truth(view.isEvent),
    ])
  }

  /// The text with a capital at its beginning.
  static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

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
