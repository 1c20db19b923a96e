/// Which days are worked.
public struct WorkingCalendar: Sendable {
}
