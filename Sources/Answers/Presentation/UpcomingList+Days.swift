package import Expansion

extension UpcomingList {
  /// Of each duty the day that binds, else the state of what has none, as a list says it.
  package func daysOrStates(_ language: Language) -> [ObligationID: String] {
    let wording = UpcomingWording(self, language)
    var found: [ObligationID: String] = [:]
    for item in items {
      switch item.duty {
      case .dated(let obligation) where obligation.pending == nil:
        found[item.id] = wording.dates.weekdayAndDay(obligation.binding)
      case .dated, .open: found[item.id] = wording.state(item)
      }
    }
    return found
  }
}
