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
    var wishes = UpcomingQuery.Wishes()
    (wishes.plan, wishes.unit, wishes.lead) = (route.value("plan"), route.value("unit"), route.value("lead"))
    (wishes.section, wishes.person, wishes.text) = (route.value("section"), route.value("person"), route.value("text"))
    (wishes.from, wishes.until) = (try Self.day("from", visit), try Self.day("to", visit))
    for name in route.states {
      guard let state = UpcomingFilter.State(rawValue: name) else {
        let states = UpcomingFilter.State.allCases.map(\.rawValue).joined(separator: ", ")
        throw Refusal(
          .badChoice, of: "status",
          .init(
            vi: "không có trạng thái “\(name)”; có: \(states)",
            en: "there is no status “\(name)”; there are \(states)"))
      }
      wishes.states.insert(state)
    }
    var choice = UpcomingPage.Choice()
    do throws(FilterFault) { choice.filter = try visit.model.filter(wishes) } catch {
      throw Refusal(error.code, of: error.filter, error.words)
    }
    if let sort = route.value("sort") {
      guard let known = UpcomingSort(rawValue: sort) else {
        let orders = UpcomingSort.allCases.map(\.rawValue).joined(separator: ", ")
        throw Refusal(
          .badChoice, of: "sort",
          .init(
            vi: "không sắp xếp được theo “\(sort)”; có: \(orders)",
            en: "the list cannot be sorted by “\(sort)”; there are \(orders)"))
      }
      choice.sort = known
    }
    choice.limit = limit
    if let text = route.value("limit") {
      guard let number = Int(text), (1...Self.most).contains(number) else {
        throw Refusal(
          .badNumber, of: "limit",
          .init(vi: "“limit” phải từ 1 đến \(Self.most)", en: "“limit” must be 1 to \(Self.most)"))
      }
      choice.limit = number
    }
    choice.isFolded = isFolded
    if let after = route.value("after") {
      guard let cursor = UpcomingCursor(after), choice.begin(after: cursor) else {
        throw Refusal(.badCursor, of: "after", OperationFailure.noPlace("after").remark.summary)
      }
    }
    self.choice = choice
  }

  private static func day(_ name: String, _ visit: Visit) throws(Refusal) -> CivilDate? {
    guard let text = visit.route.value(name) else { return nil }
    if let day = visit.model.day(typed: text) { return day }
    throw Refusal(
      .badDay, of: name,
      .init(
        vi: "“\(text)” không phải là ngày; ghi như 30/09/2024",
        en: "“\(text)” is no day; write 30/09/2024 or 2024-09-30"))
  }

  /// Why the address cannot be answered, with a stable code.
  struct Refusal: Error {
    let problem: Problem
    /// The name of what is wrong in the address.
    let parameter: String

    init(_ code: ProblemCode, of parameter: String, _ words: Bilingual) {
      (problem, self.parameter) = (.bad(words, code: code), parameter)
    }
  }
}
