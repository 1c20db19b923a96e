package import Expansion

extension UpcomingList {
  /// The effective day of each duty, or the state of a duty without one, as lists say it.
  package func daysOrStates(_ language: Language) -> [ObligationID: String] {
    let wording = UpcomingWording(self, language)
    var found: [ObligationID: String] = [:]
    for item in items {
      switch item.duty.state {
      case .dated(let days) where days.pending == nil:
        found[item.duty.id] = wording.dates.weekdayAndDay(days.effective)
      case .dated, .open: found[item.duty.id] = wording.state(item)
      }
    }
    return found
  }
}
