/// Periods as the Civil Code 2015 of Việt Nam (Law 91/2015/QH13), articles 144 to 148, counts them.
///
/// The day of the event is not counted (147.2, 147.3); weeks, months and years end on the corresponding day, or the
/// month's last (148.2–148.4); a last day that is off ends with the next working day (148.5). Nothing is cited for what
/// the Code does not say: counting back, and how working days and clear days go on.
package struct VietnameseCivilCode: ComputationOfTime {
  package let id = "vn-civil-code"

  package init() {}

  package func counted(
    _ durations: [CalendarDuration], from anchor: CivilDate, in calendar: WorkingCalendar
  ) -> CountedDay? {
    guard let nominal = anchor.counting(durations, in: calendar),
      let effective = calendar.workingDay(onOrAfter: nominal)
    else { return nil }
    return CountedDay(
      nominal: nominal, effective: effective, countArticle: VietnameseCivilCode.count(durations),
      moveArticle: effective == nominal ? nil : VietnameseCivilCode.forward)
  }

  /// The Code has no clause for a count backwards: the day that binds is the working day on or before.
  package func counted(
    _ durations: [CalendarDuration], before anchor: CivilDate, in calendar: WorkingCalendar
  ) -> CountedDay? {
    guard let nominal = anchor.countingBack(durations, in: calendar),
      // A count that ends with working days ends on one, under the choice of doubtful days that it is by.
      let effective = durations.last?.unit == .workingDay ? nominal : calendar.workingDay(onOrBefore: nominal)
    else { return nil }
    return CountedDay(
      nominal: nominal, effective: effective, moveArticle: effective == nominal ? nil : VietnameseCivilCode.backward)
  }

  /// Of working days and clear days the Code says where the count begins, not how it goes on.
  private static func count(_ durations: [CalendarDuration]) -> LegalBasis {
    guard durations.contains(where: { $0.unit == .workingDay || $0.unit == .clearDay }) else {
      return LegalBasis(vi: "Điều 147 và 148 Bộ luật Dân sự 2015", en: "Civil Code 2015, articles 147 and 148")
    }
    return LegalBasis(vi: "Điều 147 Bộ luật Dân sự 2015", en: "Civil Code 2015, article 147")
  }

  private static let forward = LegalBasis(
    vi: "khoản 5 Điều 148 Bộ luật Dân sự 2015", en: "Civil Code 2015, article 148(5)")

  private static let backward = LegalBasis(
    vi: "không có điều khoản riêng: lấy ngày làm việc liền trước cho chắc",
    en: "the cautious side, no clause: the working day before")
}
