package import Addresses
package import CivilCalendar
import Expansion
package import Rules

/// One thing to be said to one unit through one channel.
package struct Notice: Sendable {
  /// How soon it must be read.
  package enum Urgency: Int, Hashable, Comparable, Sendable {
    case normal
    /// Due within two working days, overdue, or of a policy that says *khẩn: có*.
    case high
    /// Due before the next slot: goes at once.
    case immediate

    package static func < (lhs: Urgency, rhs: Urgency) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  package var key: NoticeKey
  package var subject: NoticeTopic
  package var kind: NoticeKind
  /// The effective day that it tells; of a question about something awaited the end of the expected window; of work without
  /// a due day the day from which it may be done; nil if it tells no day.
  package var told: CivilDate?
  /// The day that this recipient was told before, if it was another one.
  package var toldBefore: CivilDate?
  package var recipient: RecipientName
  /// The index of the unit in the rule set of the round.
  package var unit: UnitID
  package var channel: Channel
  package var role: Role
  /// The slot in which it belongs. It `isLate` if it goes out in a later one.
  package var planned: Instant
  package var slot: Slot
  package var urgency: Urgency
  /// The told day falls in a year whose days off are not announced.
  package var isProvisional: Bool
  /// `độ mật`: only id and day may be shown (decision: classified-tasks).
  package var isClassified: Bool
  /// Whether the policy says *kèm lịch: có*, so that a calendar file goes with it.
  package var attachesCalendar: Bool
  /// Nil for a plan, and for an event that belongs to no single task.
  package var task: TaskID?
  /// The contents of a leader's weekly sheet; nil for all other kinds.
  package var sheet: WeeklySheet?
  /// The instant of its round, which may be late in the slot's day; nil if it is the slot itself.
  package var decided: Instant?
  /// Whether the work was handed to the recipient, which hears of it for the first time since.
  package var isHandedOver = false

  /// Whether it goes out after its slot, other than at once for urgency.
  package var isLate: Bool { planned < slot.instant && !slot.isUrgent }
}

/// Why a unit gets a notice, the weakest role first.
package enum Role: Int, Hashable, Comparable, Sendable {
  case support, addressee, watcher, named, superior, confirmer, decider, focalPoint, leader, lead

  package static func < (lhs: Role, rhs: Role) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// An instant at which messages go out: in office hours, except where something is due before the next slot
/// (decision: slots).
package struct Slot: Hashable, Comparable, Sendable {
  package var instant: Instant
  /// Whether it lies outside the ordinary slots: the instant is that of the round.
  package var isUrgent: Bool

  package init(_ instant: Instant, isUrgent: Bool = false) {
    self.instant = instant
    self.isUrgent = isUrgent
  }

  package static func < (lhs: Slot, rhs: Slot) -> Bool {
    (lhs.instant, lhs.isUrgent ? 1 : 0) < (rhs.instant, rhs.isUrgent ? 1 : 0)
  }
}

/// What goes to one recipient through one channel in one slot (decision: notice-and-message). `parts` cuts long ones.
package struct OutgoingMessage: Sendable {
  package var recipient: RecipientName
  package var unit: UnitID
  package var channel: Channel
  package var slot: Slot
  /// The most urgent first.
  package var notices: [Notice]

  package init(recipient: RecipientName, unit: UnitID, channel: Channel, slot: Slot, notices: [Notice]) {
    self.recipient = recipient
    self.unit = unit
    self.channel = channel
    self.slot = slot
    self.notices = notices
  }

  package var urgency: Notice.Urgency { notices.map(\.urgency).max() ?? .normal }

  /// The notices of each letter that the message becomes, `size` at most in one. Sheets go into the first, uncounted.
  package func parts(of size: Int) -> [[Notice]] {
    let sheets = notices.filter { $0.sheet != nil }
    let others = notices.filter { $0.sheet == nil }
    guard !notices.isEmpty else { return [] }
    guard !others.isEmpty else { return [sheets] }
    let size = max(size, 1)
    return stride(from: 0, to: others.count, by: size).map { start in
      (start == 0 ? sheets : []) + others[start..<min(start + size, others.count)]
    }
  }
}
