package import Rules

/// The order in which tasks are listed: by plan, then as an office reads their ids (*II.9* before *II.10* before *IX.1*).
///
/// It depends on the ids alone, so that the order of blocks and files changes nothing.
package struct TaskOrder: Sendable {
  /// By task.
  package let rank: [Int]

  package init(_ rules: RuleSet) {
    let plans = rules.plans.map { TaskOrder.sortKey($0.id) + [0] }
    // Through the array: a copy of a task costs more than its key.
    let keys = rules.tasks.indices.map { task in
      let plan = rules.tasks[task].plan
      return (plans.indices.contains(plan) ? plans[plan] : [0]) + TaskOrder.sortKey(rules.tasks[task].id)
    }
    let isSorted = zip(keys, keys.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) }
    if isSorted {
      rank = Array(keys.indices)
      return
    }
    let order = keys.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
    var rank = Array(repeating: 0, count: keys.count)
    for (position, task) in order.enumerated() { rank[task] = position }
    self.rank = rank
  }

  /// Components between dots and hyphens: Roman and Arabic numbers by value, before words.
  package static func sortKey(_ id: String) -> [UInt32] {
    let bytes = Array(id.utf8)
    var key: [UInt32] = []
    key.reserveCapacity(2 * bytes.count + 2)
    var start = 0
    for end in 0...bytes.count
    where end == bytes.count || bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: "-") {
      if start < end {
        append(bytes[start..<end], to: &key)
        key.append(1)
      }
      start = end + 1
    }
    return key
  }

  private static func append(_ component: ArraySlice<UInt8>, to key: inout [UInt32]) {
    func add(_ number: UInt32) {
      key.append(2)
      key.append(number)
    }
    if let value = roman(component) { return add(value) }
    // Digits by value, other bytes as they are: *3a* after *3*.
    var number: UInt32?
    for byte in component {
      if (48...57).contains(byte) {
        number = ((number ?? 0) &* 10) &+ UInt32(byte - 48)
        continue
      }
      if let value = number { add(value) }
      number = nil
      key.append(UInt32(byte) + 1000)
    }
    if let value = number { add(value) }
  }

  /// Nil unless the whole component is a Roman number in capitals, up to 89.
  private static func roman(_ component: ArraySlice<UInt8>) -> UInt32? {
    guard !component.isEmpty, component.count <= 7 else { return nil }
    var total: UInt32 = 0
    var previous: UInt32 = 0
    for byte in component.reversed() {
      let value: UInt32
      switch byte {
      case UInt8(ascii: "I"): value = 1
      case UInt8(ascii: "V"): value = 5
      case UInt8(ascii: "X"): value = 10
      case UInt8(ascii: "L"): value = 50
      default: return nil
      }
      if value < previous {
        guard total >= value else { return nil }
        total -= value
      } else {
        total += value
        previous = value
      }
    }
    return total
  }
}
