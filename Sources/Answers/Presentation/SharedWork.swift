import Expansion

/// Duties of one row of a plan and one period, which several units owe each: one line in short lists. Each classified one is a
/// line of its own, since a line of several would say how many are done.
package struct SharedWork: Sendable {
  /// At least one, in the order of the list.
  package private(set) var items: [UpcomingItem]

  /// The work of these duties, in the order in which each is first met.
  package static func lines(of items: [UpcomingItem]) -> [SharedWork] {
    struct Line: Hashable {
      let task: Int
      let dueLine: Int
      let key: String
      let classified: ObligationID?
    }
    var places: [Line: Int] = [:]
    var lines: [SharedWork] = []
    for item in items {
      let line = Line(
        task: item.duty.task, dueLine: item.duty.dueLine, key: item.duty.id.key,
        classified: item.duty.isClassified ? item.duty.id : nil)
      if let place = places[line] {
        lines[place].items.append(item)
      } else {
        places[line] = lines.count
        lines.append(SharedWork(items: [item]))
      }
    }
    return lines
  }

  /// How many of them were reported.
  package var share: ReportedShare { ReportedShare(items) }
}

extension UpcomingItem {
  /// Whether nothing more is to be done, or it is said to be done.
  package var isReported: Bool { group == .closed || status == .reported }
}
