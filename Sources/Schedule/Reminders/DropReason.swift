package import Diagnostics

/// Why a notice that was decided does not go out. No decided notice is dropped without a reason. The raw values are
/// stored.
package enum DropReason: String, Hashable, Sendable, CaseIterable {
  case done
  /// Waived or withdrawn.
  case released
  /// The day that it tells is no longer the due day.
  case moved
  case silenced
  /// The recipient has nothing to do with it any more.
  case handedOver = "handed-over"
  /// The channel's address is gone.
  case noAddress = "no-address"
  /// The recipient was told something later about the same work through the same channel.
  case superseded
  /// It reached nobody through any channel within eight hours. The most urgent step goes out in the next slot.
  case anew
  /// It was decided by a clock that ran ahead, and goes out again in its time.
  case clockAhead = "clock-ahead"
  /// Rules or facts changed otherwise, so that it would no longer be decided.
  case changed
  /// The message could not be rendered for this channel, although it could for another one of the unit.
  case unwritten

  /// The reason in words, without a full stop.
  package var words: Bilingual {
    switch self {
    case .done: .init(vi: "việc đã xong", en: "the work is done")
    case .released: .init(vi: "việc được miễn hoặc bãi bỏ", en: "the work was waived or withdrawn")
    case .moved: .init(vi: "hạn đã thay đổi", en: "the day moved")
    case .silenced: .init(vi: "việc đang ngừng nhắc", en: "reminders of the work are stopped")
    case .handedOver: .init(vi: "việc đã chuyển cho đơn vị khác", en: "the work was handed to another unit")
    case .noAddress: .init(vi: "đơn vị không còn địa chỉ của kênh này", en: "the unit has no such address any more")
    case .superseded:
      .init(vi: "đã có lần nhắc sau về việc này qua cùng kênh", en: "a later reminder went the same way")
    case .anew:
      .init(
        vi: "sau 8 giờ chưa gửi được nên xét lại; bước gấp nhất được nhắc ở lượt sau",
        en: "not sent within 8 hours, so decided anew: the next slot says the most urgent step")
    case .clockAhead:
      .init(vi: "do đồng hồ chạy nhanh; sẽ nhắc lại đúng lúc", en: "by a clock that ran ahead; said again in its time")
    case .changed: .init(vi: "quy tắc hoặc ghi nhận đã thay đổi", en: "rules or facts changed")
    case .unwritten: .init(vi: "không soạn được thư cho kênh này", en: "no message could be written for this channel")
    }
  }
}

extension Agenda {
  /// Why a notice that was decided would not be decided any more; `changed` if there is no closer reason.
  package func reason(toDrop notice: SentEntry, at now: Instant) -> DropReason {
    let subject = subjects.current(notice.subject)
    guard let item = items.first(where: { $0.subject == subject }) else {
      let isClosed = openItems.contains { $0.subject == subject && $0.duty.closed != nil }
      return isClosed ? .done : .changed
    }
    let obligation = item.obligation
    switch obligation.closed {
    case .done: return .done
    case .waived, .withdrawn: return .released
    case nil: break
    }
    if obligation.report != nil, notice.kind.isToOwner { return .done }
    if notice.kind.tellsDay, notice.told != obligation.effective { return .moved }
    if let silenced = obligation.isSilencedUntil, offices[item.plan].zone.day(of: now) <= silenced { return .silenced }
    if notice.kind.isToOwner, !item.audience.units.contains(where: { $0.name == notice.recipient }) {
      return .handedOver
    }
    guard let unit = names.unit(notice.recipient, item.plan, rules), channels(of: unit).contains(notice.channel) else {
      return .noAddress
    }
    return .changed
  }
}
