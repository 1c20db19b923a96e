package import CivilCalendar
package import Expansion
package import Rules

/// The words of one duty in a list of pages, as tables have them.
package struct ItemWording {
  private let wording: UpcomingWording

  package init(_ rules: RuleSet, _ dates: DateWording, today: CivilDate) {
    wording = UpcomingWording(UpcomingList(rules, DutyLists(), today: today, time: nil), dates)
  }

  /// The id within its plan, without what says nothing.
  package func id(_ id: ObligationID) -> String { wording.shortID(id) }

  /// The number within its plan and the period, as people say them: `2.1 (quý III/2024)`; whose it is stands beside it.
  package func name(_ id: ObligationID) -> String {
    let number = id.label.map { "\(id.task):\($0)" } ?? id.task
    return id.key == "once" ? number : "\(number) (\(period(id)))"
  }

  /// What it is, as documents name it: its title with its period or case, where that is not the whole plan; of classified work its
  /// number and that it is.
  package func title(_ duty: AnyDuty) -> String {
    let rules = wording.names.rules
    guard !rules.isClassified(duty.task) else {
      return wording.language.choose(vi: "\(id(duty.id)): việc có độ mật", en: "\(id(duty.id)): classified")
    }
    let task = rules.tasks[duty.task]
    let isWhole = duty.id.key == "once" || rules.plans[task.plan].years.contains(Int(duty.id.key) ?? 0)
    return RuleNames.plainTitle(task.title) + (duty.id.label.map { " – \($0)" } ?? "")
      + (isWhole ? "" : " (\(wording.periods.text(of: duty)))")
  }

  /// The period of a duty: `quý III/2024`.
  package func period(_ id: ObligationID) -> String { wording.periods.text(ofKey: id.key) }

  /// The id of a row without what its duties do not share.
  package func id(_ row: UpcomingRow) -> String { wording.shortID(row) }

  /// The day, or the words in its place, for a column or a sentence.
  package func when(_ item: UpcomingItem, inSentence: Bool = false) -> String {
    wording.when(item, inSentence: inSentence)
  }

  /// How far away the day is, or what it waits for.
  package func state(_ item: UpcomingItem) -> String { wording.state(item) }

  /// What it waits for; empty if it waits for nothing, or may not be told to.
  package func waits(_ item: UpcomingItem) -> String {
    !item.duty.isClassified && [.waiting, .undated].contains(item.status) ? wording.state(item) : ""
  }
}
