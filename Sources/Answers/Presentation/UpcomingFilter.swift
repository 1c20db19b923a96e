package import CivilCalendar
package import Diagnostics
import Expansion
import RuleSyntax
package import Rules

/// Which duties of a list are wanted; what is nil or empty asks for nothing. It holds no names that were yet to be found, so
/// that the command line and a page fill it alike.
package struct UpcomingFilter: Sendable {
  /// What lists say of a duty: its status, or the group that it stands in.
  package enum State: String, CaseIterable, Sendable {
    case overdue
    /// Within seven days, as letters and the leader's sheet say it.
    case dueSoon = "due-soon"
    /// Neither overdue nor due soon, whether its window is open or not.
    case within
    case reported, open
    case notOpen = "not-open"
    case waiting, undated, standing
    case toSettle = "to-settle"
    /// Waiting or without a day, and not due soon: what is called waiting where duties are counted.
    case waitingLonger = "waiting-longer"
    case done, waived, withdrawn, closed
    case thisWeek = "this-week"
    case thisMonth = "this-month"
    case later
    /// More time is asked for, and nobody has answered.
    case extensionAsked = "extension-asked"

    /// The names of states as people list them: one by one, or several with commas between.
    package static func names(in texts: [String]) -> [String] {
      texts.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    /// Of what has ended.
    package var isClosed: Bool { [.done, .waived, .withdrawn, .closed].contains(self) }

    /// The last day that what is in it and neither reported nor done can have; nil: any.
    fileprivate func lastDay(today: CivilDate) -> CivilDate? {
      switch self {
      case .overdue, .toSettle, .reported, .done, .waived, .withdrawn, .closed: today
      case .dueSoon: today.adding(days: DueSoon.days)
      case .thisWeek: today.adding(days: 7 - today.weekday.rawValue)
      case .thisMonth: today.adding(days: CivilDate.daysInMonth(year: today.year, month: today.month) - today.day)
      case .within, .open, .notOpen, .waiting, .undated, .standing, .waitingLonger, .later, .extensionAsked: nil
      }
    }

    func holds(_ item: UpcomingItem) -> Bool {
      if self == .dueSoon { return item.isDueSoon }
      if self == .extensionAsked { return item.isAsking }
      if self == .waitingLonger { return [.waiting, .undated].contains(item.group) && !item.isDueSoon }
      if self == .within { return [.thisWeek, .thisMonth, .later].contains(item.group) && !item.isDueSoon }
      // What is to settle stands in its own group alone.
      let isStatus = StatusWording.name(of: item.status) == rawValue && item.group != .toSettle
      return isStatus || item.group.rawValue == rawValue
    }
  }

  package var plan: PlanID?
  /// Indexes in `RuleSet.sections`; several have the same id in several plans.
  package var sections: Set<Int> = []
  /// One of these leads or supports; nil: whoever does.
  package var recipients: Set<Recipient>?
  /// One of these leads; nil: whoever does.
  package var leads: Set<Recipient>?
  /// To whom it was last assigned.
  package var person: FoldedName?
  /// One of these.
  package var states: Set<State> = []
  /// The first and the last day that duties tell.
  package var first: CivilDate?
  package var last: CivilDate?
  /// Whether what has no day is wanted whatever those days are.
  package var wantsUndated = true
  package var words: SearchWords?

  package init() {}

  /// Whether duties of the task can be wanted. Others need not be computed.
  package func wants(_ task: PlanTask) -> Bool {
    if let plan, task.plan != plan { return false }
    return sections.isEmpty || task.section.map(sections.contains) ?? false
  }

  /// Whether every duty is wanted.
  package var isEmpty: Bool { states.isEmpty && wantsAllSubjects }

  private var wantsAllSubjects: Bool {
    plan == nil && sections.isEmpty && recipients == nil && leads == nil && person == nil && first == nil && last == nil
      && wantsUndated && words == nil
  }

  /// Where those stand in the list that are wanted, whatever their states.
  package func places(in list: UpcomingList) -> [Int] { places(in: list.items, list.rules) { _ in true } }

  /// Those of the items that are wanted, whatever their states.
  package func subjects(of items: [UpcomingItem], _ rules: RuleSet) -> [UpcomingItem] {
    wantsAllSubjects ? items : places(in: items, rules) { _ in true }.map { items[$0] }
  }

  /// Where those stand that are wanted and in one of the states. Items are looked at in their places: copies of a hundred
  /// thousand of them take longer than all else.
  func places(
    in items: [UpcomingItem], _ rules: RuleSet, where isInState: (UpcomingItem) -> Bool
  ) -> [Int] {
    let recipients = recipients.map { Array(Set($0.flatMap(rules.all))) }
    let leads = leads.map { Array(Set($0.flatMap(rules.all))) }
    var search = words.map { UpcomingSearch($0, rules) }
    let wanted = plan == nil && sections.isEmpty ? nil : rules.tasks.map(wants)
    let (first, last) = (first ?? .first, last ?? .last)
    return items.withUnsafeBufferPointer { items in
      items.indices.filter { place in
        if let wanted, !wanted[items[place].duty.task] { return false }
        if let recipients,
          !items[place].duty.leads.contains(where: recipients.contains),
          !items[place].duty.supports.contains(where: recipients.contains)
        {
          return false
        }
        if let leads, !items[place].duty.leads.contains(where: leads.contains) { return false }
        if let day = items[place].duty.toldDay {
          if day < first || day > last { return false }
        } else if !wantsUndated {
          return false
        }
        if let person, items[place].duty.person.map({ FoldedName($0) }) != person { return false }
        return isInState(items[place]) && search?.finds(items[place].duty) ?? true
      }
    }
  }

  /// The last day of the list that it makes: the one that was asked for, or that its states have; nil if there is none.
  func lastDay(today: CivilDate) -> CivilDate? {
    let lasts = states.map { $0.lastDay(today: today) }
    let ofStates = lasts.isEmpty || lasts.contains(nil) ? nil : lasts.compactMap(\.self).max()
    return [last, ofStates].compactMap(\.self).min()
  }

  func wants(_ item: UpcomingItem) -> Bool { states.isEmpty || states.contains { $0.holds(item) } }
}

extension RuleSet {
  /// A unit and the groups that it is a member of, or a group alone.
  fileprivate func all(holding recipient: Recipient) -> Set<Recipient> {
    guard case .unit(let unit) = recipient else { return [recipient] }
    return Set(groups.indices.filter { groups[$0].members.contains(unit) }.map { .group($0) } + [recipient])
  }
}
