package import Expansion

/// States and marks in words, and by the names that JSON and options use, which never change.
package enum StatusWording {
  /// The names of all states.
  package static let names = [
    "waiting", "not-open", "open", "undated", "standing", "overdue", "reported", "done", "waived", "withdrawn",
  ]

  package static func name(of status: Status) -> String {
    switch status {
    case .waiting: "waiting"
    case .notOpen: "not-open"
    case .open: "open"
    case .undated: "undated"
    case .standing: "standing"
    case .overdue: "overdue"
    case .reported: "reported"
    case .done: "done"
    case .waived: "waived"
    case .withdrawn: "withdrawn"
    }
  }

  package static func text(of status: Status, _ language: Language) -> String {
    switch status {
    case .waiting: language.choose(vi: "đang chờ", en: "waiting")
    case .notOpen: language.choose(vi: "chưa mở", en: "not open yet")
    case .open: language.choose(vi: "đang thực hiện", en: "open")
    case .undated: language.choose(vi: "chưa có hạn", en: "undated")
    case .standing: language.choose(vi: "thường xuyên", en: "standing")
    // Only a deadline with a time is over on its own day.
    case .overdue(days: 0): language.choose(vi: "quá giờ", en: "past its hour")
    case .overdue(let days):
      language.choose(
        vi: "quá hạn \(language.number(days)) ngày",
        en: days == 1 ? "1 day overdue" : "\(language.number(days)) days overdue")
    case .reported: language.choose(vi: "đã báo cáo, chờ xác nhận", en: "reported, to be confirmed")
    case .done(.onTime): language.choose(vi: "đã xong, đúng hạn", en: "done on time")
    case .done(.dayUnknown): language.choose(vi: "đã xong, không rõ ngày", en: "done, day unknown")
    case .done(.noDueDay): language.choose(vi: "đã xong", en: "done")
    case .done(.late): language.choose(vi: "đã xong, trễ hạn", en: "done late")
    case .waived: language.choose(vi: "được miễn", en: "waived")
    case .withdrawn: language.choose(vi: "bãi bỏ", en: "withdrawn")
    }
  }

  package static func name(of mark: Mark) -> String {
    switch mark {
    case .provisional: "provisional"
    case .silenced: "silenced"
    case .extended: "extended"
    case .returned: "returned"
    case .extensionAsked: "extension-asked"
    case .toSettle: "to-settle"
    }
  }

  /// The words of a mark of a duty: a new day that came with what was returned is not called an extension.
  package static func text(of mark: Mark, _ duty: AnyDuty, _ language: Language) -> String {
    mark == .extended && duty.days?.isOfReturn == true
      ? language.choose(vi: "hạn mới", en: "new day") : text(of: mark, language)
  }

  static func text(of mark: Mark, _ language: Language) -> String {
    switch mark {
    case .provisional: language.choose(vi: "tạm tính", en: "provisional")
    case .silenced: language.choose(vi: "ngừng nhắc", en: "silenced")
    case .extended: language.choose(vi: "đã gia hạn", en: "extended")
    case .returned: language.choose(vi: "bị trả lại", en: "returned")
    case .extensionAsked: language.choose(vi: "đang xin gia hạn", en: "more time asked for")
    case .toSettle: language.choose(vi: "đã xong chưa?", en: "done?")
    }
  }
}
