/// Every code that a diagnostic can have; docs/diagnostics.md explains each. A code never changes its meaning.
package enum DiagnosticCode: String, CaseIterable, Sendable {
  // Files and characters
  case missingPath = "missing-path"
  case noRuleFiles = "no-rule-files"
  case unreadableFile = "unreadable-file"
  case notAFile = "not-a-file"
  case linkOut = "link-out"
  case linkLoop = "link-loop"
  case tooDeep = "too-deep"
  case tooManyFiles = "too-many-files"
  case invalidUTF8 = "invalid-utf8"
  case controlCharacter = "control-character"
  case fileTooLarge = "file-too-large"
  case lineTooLong = "line-too-long"
  case tooManyBlocks = "too-many-blocks"
  case tooManyDiagnostics = "too-many-diagnostics"

  // The shape of blocks
  case unknownBlock = "unknown-block"
  case headerWithoutColon = "header-without-colon"
  case headerWithoutName = "header-without-name"
  case badID = "bad-id"
  case missingID = "missing-id"
  case fieldOutsideBlock = "field-outside-block"
  case fieldWithoutColon = "field-without-colon"
  case unknownKey = "unknown-key"
  case labelNotAllowed = "label-not-allowed"
  case unclosedLabel = "unclosed-label"
  case repeatedKey = "repeated-key"
  case missingField = "missing-field"
  case emptyField = "empty-field"
  case continuationLooksLikeField = "continuation-looks-like-field"
  case tabBeforeField = "tab-before-field"

  // Values
  case badValue = "bad-value"
  case badYears = "bad-years"
  case badDate = "bad-date"
  case badHoliday = "bad-holiday"
  case badAnnouncement = "bad-announcement"
  case holidaysDropped = "holidays-dropped"
  case badAddress = "bad-address"
  case badReminder = "bad-reminder"
  case badFact = "bad-fact"
  case badStatement = "bad-statement"
  case badDeadline = "bad-deadline"
  case ambiguousDeadline = "ambiguous-deadline"
  case yearMissing = "year-missing"
  case toSettle = "to-settle"

  // Names and scope
  case duplicateID = "duplicate-id"
  case duplicateName = "duplicate-name"
  case duplicateLabel = "duplicate-label"
  case dueNeedsLabel = "due-needs-label"
  case noPlan = "no-plan"
  case severalPlans = "several-plans"
  case unknownPlan = "unknown-plan"
  case unknownCalendar = "unknown-calendar"
  case unknownPolicy = "unknown-policy"
  case unknownLaw = "unknown-law"
  case unknownSection = "unknown-section"
  case unknownUnit = "unknown-unit"
  case ambiguousUnits = "ambiguous-units"
  case unknownChannel = "unknown-channel"
  case unknownEvent = "unknown-event"
  case unknownTask = "unknown-task"
  case ambiguousName = "ambiguous-name"
  case ambiguousFact = "ambiguous-fact"
  case eventNeedsOccurrence = "event-needs-occurrence"
  case eventHasNoOccurrences = "event-has-no-occurrences"
  case badOccurrence = "bad-occurrence"
  case cycle = "cycle"
  case shippedReplaced = "shipped-replaced"
  case confirmerLeads = "confirmer-leads"

  // Days
  case notExpanded = "not-expanded"
  case givesNoDay = "gives-no-day"

  // What is past
  case doneJudgedAnew = "done-judged-anew"
  case reportClosed = "report-closed"

  // Recording
  case futureDay = "future-day"
  case notYetDone = "not-yet-done"
  case pastDay = "past-day"
  case farDay = "far-day"
  case dayBeforePlan = "day-before-plan"
  case answerBeforeQuestion = "answer-before-question"
  case alreadyRecorded = "already-recorded"
  case changedSince = "changed-since"
  case leadWithoutMailbox = "lead-without-mailbox"
  case notOwed = "not-owed"
  case nothingToUndo = "nothing-to-undo"
  case nothingToConfirm = "nothing-to-confirm"
  case nothingAsked = "nothing-asked"
  case silenceTooLong = "silence-too-long"
  case factNotKept = "fact-not-kept"
  case noRole = "no-role"
  case notYourSide = "not-your-side"

  // The store of facts
  case factNotUsed = "fact-not-used"
  case storeMissing = "store-missing"
  case storeGone = "store-gone"
  case storeFull = "store-full"
  case storeReadOnly = "store-read-only"
  case storeDamaged = "store-damaged"
  case storeForeign = "store-foreign"
  case storeNewer = "store-newer"
  case storeBusy = "store-busy"
  case storeFailure = "store-failure"
  case storeUncertain = "store-uncertain"
  case restoreUnfinished = "restore-unfinished"
  case brokenChain = "broken-chain"
  case stateClosed = "state-closed"
  case factsGone = "facts-gone"

  /// The severity of all diagnostics with this code.
  package var severity: Diagnostic.Severity {
    switch self {
    case .toSettle, .continuationLooksLikeField, .factNotUsed, .givesNoDay, .holidaysDropped, .doneJudgedAnew,
      .reportClosed:
      .warning
    case .shippedReplaced, .confirmerLeads: .remark
    default: .error
    }
  }
}

extension Diagnostic {
  /// A diagnostic with the severity of its code.
  package init(
    _ code: DiagnosticCode, vi: String, en: String, at span: Span, notes: [Note] = [], fixIts: [FixIt] = [],
    missingBlock: String? = nil
  ) {
    self.init(
      code.severity, code.rawValue, vi: vi, en: en, at: span, notes: notes, fixIts: fixIts, missingBlock: missingBlock)
  }
}

extension Diagnostic.FixIt {
  /// The usual mend of a misspelt name.
  package static func didYouMean(_ name: String, at span: Span) -> Diagnostic.FixIt {
    Diagnostic.FixIt(.init(vi: "có phải là “\(name)”?", en: "did you mean “\(name)”?"), replace: span, with: name)
  }
}
