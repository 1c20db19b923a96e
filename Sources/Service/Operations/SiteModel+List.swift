package import CivilCalendar
import Expansion
package import Presentation
package import Reminders
import RuleSyntax
package import Rules

/// The list of what is due, filtered by names that people give.
extension SiteModel {
  /// Finds what the names mean. Fails with the nearest names where there is none.
  package func filter(_ wishes: UpcomingQuery.Wishes) throws(FilterFault) -> UpcomingFilter {
    var search = FilterFault.Search(from: wishes.from, to: wishes.until)
    var filter = UpcomingFilter()
    let plan = search.find("plan", wishes.plan) { name throws(OperationFailure) in try NameChoice.plan(name, rules) }
    filter.plan = plan
    filter.sections =
      search.find("section", wishes.section) { name throws(OperationFailure) in
        try NameChoice.sections(name, rules)
      } ?? []
    filter.recipients = search.find("unit", wishes.unit) { name throws(OperationFailure) in
      try UnitChoice.recipients(name, rules, in: plan)
    }
    filter.leads = search.find("lead", wishes.lead) { name throws(OperationFailure) in
      try UnitChoice.recipients(name, rules, in: plan)
    }
    filter.person = search.find("person", wishes.person) { name throws(OperationFailure) in
      try NameChoice.person(name, among: list.items)
    }
    try search.end()
    (filter.first, filter.last, filter.states) = (wishes.from, wishes.until, wishes.states)
    // Who asks for what is due within days asks for nothing else.
    filter.wantsUndated = wishes.from == nil && wishes.until == nil
    filter.words = wishes.text.flatMap { SearchWords($0) }
    return filter
  }

  /// How messages name these units and groups.
  package func recipientNames(of recipients: Set<Recipient>) -> Set<RecipientName> {
    Set(
      recipients.flatMap { recipient -> [RecipientName] in
        let id = rules.id(of: recipient)
        let scoped = rules.plans(of: recipient).map { RecipientName(unit: id, scope: rules.plans[$0].id) }
        // Without a plan a name is that of the first one.
        return scoped + (rules.recipient(named: id, in: nil) == recipient ? [RecipientName(unit: id)] : [])
      })
  }

  /// A day as people type it: `30/9/2024`, `2024-09-30`, `hôm nay`.
  package func day(typed text: String) -> CivilDate? { TypedDay(written: text)?.date(today: today, .coming) }
}
