public import CivilCalendar
import Expansion
public import Rules

/// One thing to be said to one unit through one channel.
public struct Notice: Sendable {
  public enum Urgency: Int, Hashable, Comparable, Sendable {
    case normal
    /// Due within two working days, overdue, or of a policy that says *khẩn: có*.
    case high
    /// Due before the next slot: goes at once.
    case immediate

    public static func < (lhs: Urgency, rhs: Urgency) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  public var key: NoticeKey
  public var subject: Subject
  public var step: Step
  /// The binding day that is told; for questions the end of the expected window; nil: none.
  public var told: CivilDate?
  /// The day that this recipient was told before, where it is another one.
  public var toldBefore: CivilDate?
  public var recipient: RecipientName
  /// Index in the rule set that the round was decided with.
  public var unit: UnitID
  public var channel: Channel
  public var role: Role
  /// The slot in which the step belongs; `isLate` where it goes out in a later one.
  public var planned: Instant
  public var slot: Slot
  public var urgency: Urgency
  public var reason: Reason
  /// The told day falls in a year whose days off are not announced.
  public var isProvisional: Bool
  /// `độ mật`: only id and day may be shown (decision 46).
  public var isClassified: Bool
  /// *kèm lịch: có*
  public var attachesCalendar: Bool
  /// Nil for plans and events without a single task.
  public var task: TaskID?
  /// Of a leader's sheet.
  public var sheet: WeeklySheet?
  /// The instant of its round, which may come late in the slot's day; nil: the slot's.
  public var decided: Instant?

  public var isLate: Bool { planned < slot.instant && !slot.isUrgent }
}

/// Why a unit gets a notice.
public enum Role: Int, Hashable, Comparable, Sendable {
  case support, addressee, watcher, named, superior, focalPoint, leader, lead

  public static func < (lhs: Role, rhs: Role) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// An instant at which messages go out: in office hours, except where something binds before the next slot (decision 34).
public struct Slot: Hashable, Comparable, Sendable {
  public var instant: Instant
  /// Outside slots: the instant is that of the round.
  public var isUrgent: Bool

  public init(_ instant: Instant, isUrgent: Bool = false) {
    self.instant = instant
    self.isUrgent = isUrgent
  }

  public static func < (lhs: Slot, rhs: Slot) -> Bool {
    (lhs.instant, lhs.isUrgent ? 1 : 0) < (rhs.instant, rhs.isUrgent ? 1 : 0)
  }
}

/// What goes to one recipient through one channel in one slot (decision 29). Long ones may be cut into parts by whoever
/// renders them.
public struct OutgoingMessage: Sendable {
  public var recipient: RecipientName
  public var unit: UnitID
  public var channel: Channel
  public var slot: Slot
  /// The most urgent first.
  public var notices: [Notice]

  public init(recipient: RecipientName, unit: UnitID, channel: Channel, slot: Slot, notices: [Notice]) {
    self.recipient = recipient
    self.unit = unit
    self.channel = channel
    self.slot = slot
    self.notices = notices
  }

  public var urgency: Notice.Urgency { notices.map(\.urgency).max() ?? .normal }

  /// What goes into each of its letters, `size` notices at most: sheets come first and are not counted.
  public func parts(of size: Int) -> [[Notice]] {
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
