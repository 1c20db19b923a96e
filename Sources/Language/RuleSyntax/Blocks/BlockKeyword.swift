/// What a block declares.
package enum BlockKeyword: String, CaseIterable, Hashable, Sendable {
  case plan, unit, group, event, section, task, reminders, calendar, test

  /// The fields that the block may have, with those that every block may have.
  package var fields: [FieldKey] {
    let own: [FieldKey] =
      switch self {
      case .plan:
        [
          .year, .period, .calendar, .issued, .issuedBy, .focalPoint, .leader, .remind, .dayOff, .basis, .replaces,
          .classified, .extraColumns, .confirmedBy,
        ]
      case .unit: [.kind, .partOf, .superior, .email, .webhook, .channel, .language, .mergedInto]
      case .group: [.members, .except]
      case .event: [.happens, .expected, .watchedBy, .allOf, .anyOf]
      case .section: [.goal, .watchedBy, .remind, .confirmedBy]
      case .task:
        [
          .product, .lead, .support, .due, .remind, .dayOff, .covers, .event, .watchedBy, .review, .submitTo,
          .addressees, .activities, .asWritten, .withdrawn, .section, .plan, .classified, .confirmedBy,
        ]
      case .reminders:
        [
          .basedOn, .before, .atStart, .during, .onTheDay, .overdue, .tellSuperior, .ask, .askToConfirm, .askToAccept,
          .askForProgress, .audience, .at, .urgent, .attachCalendar,
        ]
      case .calendar:
        [
          .basedOn, .timeZone, .law, .weeklyDaysOff, .officeHours, .holiday, .onWeeklyDayOff, .schoolYear, .term,
          .fiscalYear, .addsTo, .year, .announced, .off, .work, .swap,
        ]
      case .test: [.plan, .today, .given, .expect]
      }
    return own + [.also, .note, .source, .formerly, .number]
  }

  /// Plans and what belongs to one plan are identified by their id, which stays when the words change.
  package var needsID: Bool { self == .plan || self == .task || self == .section }

  /// Fields without which the block says nothing: one field of each inner list must be there.
  package func requiredFields(isAnnouncement: Bool) -> [[FieldKey]] {
    switch self {
    case .plan: [[.year, .period], [.calendar], [.focalPoint]]
    case .group: [[.members]]
    case .task: [[.due]]
    case .calendar: isAnnouncement ? [[.addsTo], [.year]] : []
    case .test: [[.today]]
    case .unit, .event, .section, .reminders: []
    }
  }
}

/// What a field says. One word of a rule file may stand for different keys in different blocks, never in one.
package enum FieldKey: String, CaseIterable, Hashable, Sendable {
  case also, note, source, formerly, number
  case year, period, calendar, issued, issuedBy, focalPoint, leader, remind, dayOff, basis, replaces, classified
  case extraColumns
  case kind, partOf, superior, email, webhook, channel, language, mergedInto
  case members, except
  case happens, expected, watchedBy, allOf, anyOf
  case goal
  case product, lead, support, due, covers, event, review, submitTo, addressees, activities, asWritten, withdrawn,
    confirmedBy
  case section, plan
  case basedOn, before, atStart, during, onTheDay, overdue, tellSuperior, ask, askToConfirm, askToAccept,
    askForProgress, audience, at, urgent, attachCalendar
  case timeZone, law, weeklyDaysOff, officeHours, holiday, onWeeklyDayOff, schoolYear, term, fiscalYear
  case addsTo, announced, off, work, swap
  case today, given, expect
  /// A key that no table knows: in a task perhaps one of the plan's extra columns.
  case column

  /// Whether the field may be repeated, so that its items add up; a continuation line is then a new item.
  package var isRepeatable: Bool {
    switch self {
    case .lead, .support, .also, .members, .holiday, .off, .work, .swap, .given, .expect, .announced: true
    default: false
    }
  }

  /// Whether a continuation line is a new item of a list.
  package var isList: Bool {
    switch self {
    case .watchedBy, .allOf, .anyOf, .except, .review, .submitTo, .addressees, .extraColumns, .term,
      .replaces, .formerly:
      true
    default: isRepeatable
    }
  }

  /// Whether its value may be an address that writes to its owner whoever knows it, so that not everybody may see it.
  package var isSecretAddress: Bool { self == .channel || self == .webhook }

  /// Whether a name stands behind the key, before the colon; it is the field's label.
  package var takesName: Bool { self == .channel }

  /// Whether the key may have a label in brackets behind it, in `block`.
  package func takesLabel(in block: BlockKeyword) -> Bool {
    switch block {
    case .task: [.due, .lead, .product, .remind, .covers].contains(self)
    case .reminders: self != .basedOn && !BlockKeyword.common.contains(self)
    default: false
    }
  }
}

extension BlockKeyword {
  /// Fields that every block may have.
  static let common: Set<FieldKey> = [.also, .note, .source, .formerly, .number]
}
