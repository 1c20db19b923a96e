import Rules

/// Finds a calendar where no plan names one (decision: shipped-rules).
enum CalendarChoice {
  /// The calendar of that name; fails if there is none.
  /// - Parameter name: the name; nil takes the calendar of Việt Nam.
  static func calendar(named name: String?, _ rules: RuleSet) throws(OperationFailure) -> CalendarID {
    let name = name ?? "Việt Nam"
    if let found = rules.calendar(named: name) { return found }
    let known = rules.calendars.map(\.title).joined(separator: "; ")
    let list =
      known.isEmpty
      ? (
        vi: "không tìm thấy lịch đi kèm chương trình ($NHACVIEC_SHARE)",
        en: "the shipped calendars were not found ($NHACVIEC_SHARE)"
      ) : (vi: "có: \(known)", en: "there are: \(known)")
    throw OperationFailure(
      vi: "không có lịch “\(name)”; \(list.vi)", en: "there is no calendar “\(name)”; \(list.en)")
  }
}
