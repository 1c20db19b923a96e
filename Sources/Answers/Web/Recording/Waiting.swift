import Expansion
import Presentation

/// What waits for the visitor, in the order of lists.
struct Waiting {
  /// Reports to confirm, requests for more time, explanations that are asked for.
  let reports: [UpcomingItem]
  let requests: [UpcomingItem]
  let questions: [UpcomingItem]

  init(_ visit: Visit) {
    guard visit.visitor.recorder != nil else {
      (reports, requests, questions) = ([], [], [])
      return
    }
    func waiting(_ act: Act) -> [UpcomingItem] {
      visit.model.list.items.filter { $0.duty.closed == nil && visit.formAddress(act, .duty($0)) != nil }
    }
    (reports, requests, questions) = (waiting(.confirm), waiting(.refuse), waiting(.explain))
  }
}
