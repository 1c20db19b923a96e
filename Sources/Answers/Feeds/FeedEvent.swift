package import CivilCalendar

/// A duty with a day, as calendar feeds know it. Nothing in it depends on today, so that an event changes only if what
/// is known of the duty does. Of what is classified it holds id and day only, and whether it is cancelled (decision: classified-tasks).
package struct FeedEvent: Hashable, Sendable {
  /// How the duty stands. The names are kept.
  package enum Standing: String, Hashable, Sendable, CaseIterable {
    case open, done, waived, withdrawn
    /// The rules have it no more.
    case gone
  }

  /// `plan/task[:label]@key[/unit]`
  package var id: String
  /// Ids that it had before its task was renamed.
  package var formerIDs: [String]
  /// The id under which calendars know it, which stays: the first that it had, or that under which it was first shown.
  package var shownID: String
  package var day: CivilDate
  package var standing: Standing
  package var isClassified: Bool
  /// Of the task, with the label of the due line; the id as people write it where it is classified.
  package var title: String
  /// The names of units and groups that lead; none where it is classified.
  package var leads: [String]
  /// Nil where it is classified, or the rules have it no more.
  package var details: Details?
  package var audience: Audience

  /// In whose feeds it stands. It is not shown.
  package struct Audience: Hashable, Sendable {
    /// The id of the plan.
    package var plan: String
    /// The ids of units and groups that lead or support, with the units of groups and successors; sorted.
    package var units: [String]
    /// To whom it was last assigned; nil if to nobody.
    package var person: String?

    package init(plan: String, units: [String], person: String?) {
      (self.plan, self.units, self.person) = (plan, units, person)
    }
  }

  /// What else is said of it.
  package struct Details: Hashable, Sendable {
    package var product: String?
    package var supports: [String] = []
    /// It is due before this time of its day.
    package var cutoff: ClockTime?
    /// The days off of its year are not announced.
    package var isProvisional = false
    /// The wording of the deadline.
    package var wording: String?
    package var plan: String
    package var planNumber: String?
    package var section: String?
    package var row: String?
    /// When it was done, where that is known, or withdrawn.
    package var ended: CivilDate?

    package init(plan: String) { self.plan = plan }
  }

  package init(
    id: String, formerIDs: [String] = [], day: CivilDate, standing: Standing, isClassified: Bool, title: String,
    leads: [String], details: Details?, audience: Audience
  ) {
    (self.id, self.formerIDs, self.day, self.standing) = (id, formerIDs, day, standing)
    shownID = formerIDs.first ?? id
    (self.isClassified, self.title, self.leads) = (isClassified, title, leads)
    (self.details, self.audience) = (details, audience)
  }

  /// It is not to be done any more.
  package var isCancelled: Bool {
    switch standing {
    case .waived, .withdrawn, .gone: true
    case .open, .done: false
    }
  }
}

/// An event, and when what it says last changed.
package struct DatedFeedEvent: Hashable, Sendable {
  package var event: FeedEvent
  /// Seconds since 1970; it grows with every change.
  package var changed: Int64

  package init(_ event: FeedEvent, changed: Int64) { (self.event, self.changed) = (event, changed) }
}
