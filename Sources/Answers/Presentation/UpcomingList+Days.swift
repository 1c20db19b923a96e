package import CivilCalendar
package import Expansion

/// The effective day of a duty, or the state of one without a day.
package enum DayOrState: Hashable, Sendable {
  case day(CivilDate)
  /// As lists say it.
  case state(String)

  package var day: CivilDate? { if case .day(let day) = self { day } else { nil } }

  /// `thứ Bảy 08/6/2024` · `chờ Bộ công bố`
  package func text(_ language: Language) -> String {
    switch self {
    case .day(let day): DateWording(language).weekdayAndDay(day)
    case .state(let words): words
    }
  }
}

extension UpcomingList {
  package func daysOrStates(_ language: Language) -> [ObligationID: DayOrState] {
    let wording = UpcomingWording(self, language)
    var found: [ObligationID: DayOrState] = [:]
    for item in items {
      switch item.duty.state {
      case .dated(let days) where days.pending == nil: found[item.duty.id] = .day(days.effective)
      case .dated, .open: found[item.duty.id] = .state(wording.state(item))
      }
    }
    return found
  }
}
