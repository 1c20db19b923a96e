import CivilCalendar
import Diagnostics
import Expansion
package import Presentation
import Rules

/// Lists what promoting the rule folder would change: `+` for what is new, `-` for what is gone, `~` for what has
/// another day or state.
package struct RuleDifference {
  /// The live rules.
  package let live: OpenBook
  private let folder: OpenBook
  private let window: DayRange

  /// - Parameter request: its `rules` is the folder; nil takes the one that the environment or the configuration names,
  ///   or from which the live revision was promoted.
  package init(_ request: BookRequest, in operations: OperationContext) throws(OperationFailure) {
    guard LoadedRules.isAnyLive(request.state, in: operations) else {
      throw OperationFailure(
        vi: "chưa có quy tắc nào có hiệu lực: nhacviec rules promote",
        en: "no rules are live yet: nhacviec rules promote")
    }
    var request = request
    let named = request.rules
    request.rules = nil
    let live = try OpenBook.open(request, in: operations)
    request.rules = named ?? operations.folders.namedRuleFolder ?? live.loaded.revision?.manifest.folder
    self.init(live, try OpenBook.open(request, in: operations))
  }

  init(_ live: OpenBook, _ folder: OpenBook) {
    (self.live, self.folder) = (live, folder)
    window = .all(of: live.rules.plans + folder.rules.plans, today: live.today)
  }

  package func lines(_ language: Language) -> [String] {
    let (old, new) = (duties(live, language), duties(folder, language))
    let ids = Set(old.keys).union(new.keys).sorted { $0.description < $1.description }
    return ids.compactMap { id in
      switch (old[id], new[id]) {
      case (let was?, let becomes?): was == becomes ? nil : "~ \(id): \(was) → \(becomes)"
      case (nil, let becomes?): "+ \(id): \(becomes)"
      case (let was?, nil): "- \(id): \(was)"
      case (nil, nil): nil
      }
    }
  }

  /// The effective day of everything that is not closed, or the state if there is none.
  private func duties(_ book: OpenBook, _ language: Language) -> [ObligationID: String] {
    let expander = Expander(book.rules, facts: book.facts)
    let list = UpcomingList(
      book.rules, expander.duties(in: window, explained: false, keepsGiven: true), today: book.today)
    return list.daysOrStates(language)
  }
}
