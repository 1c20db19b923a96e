import Rules

/// Numbers lists of units and groups, each once, in the order in which they come.
struct RecipientPlaces {
  private(set) var all: [[Recipient]] = []
  private var places: [[Recipient]: Int] = [:]
  /// The last place of each task, whose duties mostly have the same.
  private var last: [Int?]

  init(tasks: Int) { last = Array(repeating: nil, count: tasks) }

  mutating func place(of recipients: [Recipient], task: TaskID) -> Int {
    if let last = last[task], all[last] == recipients { return last }
    let place = places[recipients] ?? all.count
    if place == all.count {
      places[recipients] = place
      all.append(recipients)
    }
    last[task] = place
    return place
  }
}
