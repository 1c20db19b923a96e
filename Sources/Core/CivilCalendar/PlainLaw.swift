/// Plain arithmetic: the anchor is not counted, months end on the corresponding day or the month's last, and a day off
/// stays. It cites no law.
package struct PlainLaw: ComputationOfTime {
  package let id = "plain"

  package init() {}

  package func counted(
    _ durations: [CalendarDuration], from anchor: CivilDate, in calendar: WorkingCalendar
  ) -> CountedDay? {
    anchor.counting(durations, in: calendar).map { CountedDay(nominal: $0, effective: $0) }
  }

  package func counted(
    _ durations: [CalendarDuration], before anchor: CivilDate, in calendar: WorkingCalendar
  ) -> CountedDay? {
    anchor.countingBack(durations, in: calendar).map { CountedDay(nominal: $0, effective: $0) }
  }
}
