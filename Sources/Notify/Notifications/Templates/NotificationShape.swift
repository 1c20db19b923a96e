import Reminders
import Templates

/// The names that templates may use; docs/configuration.md lists them.
enum NotificationShape {
  static let subject: [String: TemplateShape] = ["headline": .text, "isPart": .truth, "part": .text, "parts": .text]

  private static let frame: [String: TemplateShape] = [
    "recipient": .text, "headline": .text, "isMail": .truth, "isPart": .truth, "part": .text, "parts": .text,
    "isOverdue": .truth, "isUrgent": .truth, "answerTo": .text, "hasOtherFocalPoints": .truth, "todos": .texts,
    "plans": .list(["title": .text, "focalPoint": .text, "address": .text]),
  ]

  static let single: [String: TemplateShape] = frame.merging([
    "lead": .text, "title": .text, "due": .text, "distance": .text, "notes": .texts, "todo": .text, "command": .text,
    "link": .text, "rows": .list(["label": .text, "value": .text]),
  ]) { first, _ in first }

  static let item: [String: TemplateShape] = [
    "title": .text, "summary": .text, "leads": .text, "id": .text, "notes": .texts, "command": .text,
    "link": .text, "isOverdueItem": .truth, "isEvent": .truth,
  ]

  static let sheet: [String: TemplateShape] = [
    "sheetTitle": .text, "anchor": .text, "hasUnits": .truth, "isShared": .truth,
    "counts": .list(["label": .text, "count": .text, "isBad": .truth]),
    "units": .list(["name": .text, "overdue": .text, "thisWeek": .text, "settle": .text]),
    "lists": .list(["name": .text, "items": .list(item), "more": .text]),
  ]

  static let digest: [String: TemplateShape] = frame.merging([
    "summaryLine": .text, "todo": .text, "command": .text, "sheets": .list(sheet),
    "groups": .list(["name": .text, "size": .text, "isOverdueGroup": .truth, "items": .list(item)]),
  ]) { first, _ in first }

  static let signIn: [String: TemplateShape] = ["units": .list(["name": .text, "link": .text]), "minutes": .text]

  // MARK: Words

  /// The names that a template of words may use. A name that has no value for a notice is empty there.
  static func words(_ file: NotificationWords.File) -> [String: TemplateShape] {
    file == .label || file == .counts ? counts : words
  }

  static let words: [String: TemplateShape] = kinds.merging(values) { first, _ in first }
    .merging(["ground": .list(ground)]) { first, _ in first }

  /// Why something changed.
  static let ground: [String: TemplateShape] = [
    "document": .text, "reason": .text, "event": .text, "day": .text, "isHappened": .truth, "isCorrected": .truth,
    "isWithdrawn": .truth, "isTask": .truth, "isWaivedTask": .truth, "isWithdrawnTask": .truth, "isRevised": .truth,
    "isMerged": .truth,
  ]

  /// A section for each kind of notice, with the values that only this kind has.
  private static let kinds = Dictionary(
    uniqueKeysWithValues: NoticeKind.Name.allCases.map { ($0.rawValue, TemplateShape.list(fields(of: $0))) })

  private static func fields(of kind: NoticeKind.Name) -> [String: TemplateShape] {
    switch kind {
    case .opening: ["on": .text]
    case .overdue: ["time": .text]
    case .stillOverdue: ["times": .text]
    case .superior: ["leadTold": .text]
    case .moved:
      ["from": .text, "isExtended": .truth, "isSet": .truth, "isAnnounced": .truth, "isReturned": .truth]
    case .dayGone: ["from": .text]
    case .assigned: ["isReported": .truth, "isAsked": .truth]
    case .released: ["isWaived": .truth, "isLeft": .truth]
    case .silenced: ["until": .text]
    case .askDay, .askProgress: ["since": .text]
    case .openingMoved: ["from": .text, "on": .text, "isEnded": .truth]
    case .askAcceptance: ["toldOn": .text]
    case .confirm: ["reportedOn": .text, "document": .text]
    case .decide: ["askedOn": .text, "askedBy": .text, "reason": .text, "newDay": .text]
    case .refused: ["refusedOn": .text, "reason": .text]
    case .returned: ["returnedOn": .text, "reason": .text, "newDay": .text]
    case .lapsed:
      ["isReport": .truth, "isWithdrawn": .truth, "isReported": .truth, "isSet": .truth, "isReopened": .truth]
    case .question: ["isTimetable": .truth, "expected": .text]
    case .middle, .during, .before, .handedOver, .reopened, .settle, .again, .weeklySheet: [:]
    }
  }

  private static let values: [String: TemplateShape] = Dictionary(
    uniqueKeysWithValues: texts.map { ($0, TemplateShape.text) } + truths.map { ($0, TemplateShape.truth) })

  private static let texts = [
    // The subject.
    "id", "title", "event", "key", "plan", "section", "number", "product", "rule",
    // Days.
    "due", "dueDay", "dueDate", "cutoff", "days", "distance", "opens", "dueBefore", "lateSince", "silencedUntil",
    "week",
    // Units.
    "recipient", "leads", "supports", "submitTo", "addressees", "focalPoint", "focalAddress",
    // What is to be done, and what else the recipient should know.
    "report", "argument", "keyArgument", "pending",
    // Digests and weekly sheets.
    "counts", "weekCounts", "sheets", "more", "apart", "facts", "head", "periods", "owners", "tasks", "waitsFor",
    "things", "reportedDay",
  ]

  private static let truths = [
    "isClassified", "isEvent", "isMail", "isAnswerable", "isHandedOver", "isListed", "isSeveral", "saysLead",
    "isPast", "isToday", "isTomorrow", "isAhead", "isOneDay", "isOver", "isOverdue", "isProvisional",
    "isLead", "isSupport", "isAddressee", "isWatcher", "isNamed", "isSuperior", "isConfirmer", "isDecider",
    "isFocalPoint",
    "isLeader",
    "isToFocalPoint", "asksDone", "asksSettled", "asksDay", "asksEvent", "asksSupport", "asksDirection",
    "asksConfirmation", "asksDecision", "asksAcceptance", "asksProgress",
    "isToSettle", "isWaiting", "isNotOpen", "isUnasked",
  ]

  /// The counts of a digest or sheet; an empty one is left out.
  private static let counts: [String: TemplateShape] = {
    let counted =
      NoticeView.Group.allCases.map { "\($0)" } + WeeklySheet.Figure.allCases.map(\.rawValue)
      + NoticeView.answers.map(\.rawValue) + ["total"]
    let texts = counted.map { ($0, TemplateShape.text) }
    return Dictionary(texts + [("isOneQuestion", .truth)]) { first, _ in first }
  }()
}
