package import CivilCalendar
package import Deadlines

/// One field of `cách nhắc`, with the condition in brackets that it is bound to.
package struct PolicyField: Hashable, Sendable {
  /// When the field holds.
  package enum Condition: Hashable, Sendable {
    case always
    /// *kỳ dài từ 90 ngày* / *windows of 90 days or more*
    case windowsOfAtLeast(days: Int)
    /// *(phối hợp)* / *(support)*: what support units get instead.
    case support
  }

  /// A number of days: before or after the due day, or between two notices.
  package struct Lead: Hashable, Sendable {
    package var days: Int
    /// Whether working days are counted.
    package var working: Bool

    package init(days: Int, working: Bool) {
      self.days = days
      self.working = working
    }
  }

  /// When something is asked: so long after a day, and then again and again.
  package struct Asking: Hashable, Sendable {
    package var after: Lead
    package var every: Lead

    /// Where a policy does not say.
    package static let standard = Asking(after: Lead(days: 3, working: true), every: Lead(days: 7, working: false))
  }

  /// Whom notices go to.
  package enum Audience: Hashable, Sendable {
    case lead, support, watcher, addressee
    case named(String)
  }

  /// What the field says.
  package enum Setting: Hashable, Sendable {
    /// *trước: 15, 7, 1 ngày [làm việc]*
    case before([Lead])
    /// *bắt đầu: có | không*
    case atStart(Bool)
    /// *bắt đầu (phối hợp): cùng chủ trì*: with the first step that the leads get, and never before.
    case startWithLead
    /// *trong kỳ: giữa kỳ | hằng quý | không*: in the middle of the window if `middle`, else in the rhythm; nil without
    /// `middle`: *không*.
    case during(middle: Bool, Rhythm?)
    /// *đúng hạn: có | không*
    case onTheDay(Bool)
    /// *quá hạn: mỗi 3 ngày làm việc, tối đa 5 lần*; nil interval: *không*.
    case overdue(every: Lead?, atMost: Int?)
    /// *báo cấp trên: sau 5 ngày làm việc*; nil: *không*.
    case tellSuperior(after: Lead?)
    /// *hỏi: mỗi 20 ngày làm việc*; nil: *không*.
    case ask(every: Lead?)
    /// *hỏi xác nhận: sau 3 ngày làm việc, rồi mỗi 7 ngày*; nil: *không*.
    case askToConfirm(Asking?)
    /// *hỏi tiếp nhận: sau 2 ngày làm việc*: after the lead first heard of it; nil: *không*.
    case askToAccept(after: Lead?)
    /// *hỏi tiến độ: sau 30 ngày*: after the lead last said anything, again and again; nil: *không*.
    case askForProgress(after: Lead?)
    /// *gửi tới: …*
    case to([Audience])
    /// *lúc: 08:00*
    case at(ClockTime)
    case urgent(Bool)
    case attachCalendar(Bool)
  }

  package var condition: Condition
  package var setting: Setting

  package init(_ setting: Setting, if condition: Condition = .always) {
    self.setting = setting
    self.condition = condition
  }
}
