import CivilCalendar
import Diagnostics
import HTTPMessages
import Operations
import Presentation

/// What an address asks of the list: filters, order and place, by the names that the command line has, too.
struct ListQuery {
  /// Rows of a page, where the address does not say, and at most.
  static let (usual, most) = (50, 1000)

  /// What can be asked of the list.
  static let parameters = [
    "plan", "unit", "lead", "section", "person", "text", "from", "to", "status", "sort", "limit", "after",
  ]

  let choice: UpcomingPage.Choice

  /// Fails where a value is not understood, or names nothing.
  /// - Parameters:
  ///   - isFolded: whether periods and units of one due line stand in one row.
  ///   - limit: rows where the address names no number; nil: all.
  init(_ visit: Visit, isFolded: Bool, limit: Int? = usual) throws(Refusal) {
    let route = visit.route
    var refusals: [Refusal] = []
    func day(_ name: String) -> CivilDate? {
      guard let text = route.value(name) else { return nil }
      if let day = visit.model.day(typed: text) { return day }
      refusals.append(
        Refusal(
          .badDay, of: name,
          .init(
            vi: "“\(text)” không phải là ngày; ghi như 30/09/2024",
            en: "“\(text)” is no day; write 30/09/2024 or 2024-09-30")))
      return nil
    }
    var wishes = UpcomingQuery.Wishes()
    (wishes.plan, wishes.unit, wishes.lead) = (route.value("plan"), route.value("unit"), route.value("lead"))
    (wishes.section, wishes.person, wishes.text) = (route.value("section"), route.value("person"), route.value("text"))
    (wishes.from, wishes.until) = (day("from"), day("to"))
    for name in route.states {
      if let state = UpcomingFilter.State(rawValue: name) {
        wishes.states.insert(state)
      } else {
        let states = UpcomingFilter.State.allCases.map(\.rawValue).joined(separator: ", ")
        refusals.append(
          Refusal(
            .badChoice, of: "status",
            .init(
              vi: "không có trạng thái “\(name)”; có: \(states)",
              en: "there is no status “\(name)”; there are \(states)")))
      }
    }
    var choice = UpcomingPage.Choice()
    do throws(FilterFault) { choice.filter = try visit.model.filter(wishes) } catch {
      refusals += ([error] + error.others).map { Refusal($0.code, of: $0.filter, $0.words) }
    }
    if let sort = route.value("sort") {
      if let known = UpcomingSort(rawValue: sort) {
        choice.sort = known
      } else {
        let orders = UpcomingSort.allCases.map(\.rawValue).joined(separator: ", ")
        refusals.append(
          Refusal(
            .badChoice, of: "sort",
            .init(
              vi: "không sắp xếp được theo “\(sort)”; có: \(orders)",
              en: "the list cannot be sorted by “\(sort)”; there are \(orders)")))
      }
    }
    choice.limit = limit
    if let text = route.value("limit") {
      if let number = Int(text), (1...Self.most).contains(number) {
        choice.limit = number
      } else {
        refusals.append(
          Refusal(
            .badNumber, of: "limit",
            .init(vi: "“limit” phải từ 1 đến \(Self.most)", en: "“limit” must be 1 to \(Self.most)")))
      }
    }
    choice.isFolded = isFolded
    if let after = route.value("after") {
      let isPlace = UpcomingCursor(after).map { choice.begin(after: $0) } ?? false
      if !isPlace {
        refusals.append(Refusal(.badCursor, of: "after", OperationFailure.noPlace("after").remark.summary))
      }
    }
    if var first = refusals.first {
      first.others = Array(refusals.dropFirst())
      throw first
    }
    self.choice = choice
  }

  /// Why the address cannot be answered, with a stable code.
  struct Refusal: Error {
    let problem: Problem
    /// The name of what is wrong in the address.
    let parameter: String
    /// What else of the same address is wrong.
    fileprivate(set) var others: [Refusal] = []

    init(_ code: ProblemCode, of parameter: String, _ words: Bilingual) {
      (problem, self.parameter) = (.bad(words, code: code), parameter)
    }
  }
}
