import Rules

/// The order in which tasks are listed: by plan, then as an office reads their ids (*II.9* before *II.10* before *IX.1*).
///
/// It depends on the ids alone, so that the order of blocks and files changes nothing.
struct TaskOrder: Sendable {
  /// By task.
  let rank: [Int]

  init(_ rules: RuleSet) {
    let keys = rules.tasks.map { task in
      TaskOrder.sortKey(rules.plans.indices.contains(task.plan) ? rules.plans[task.plan].id : "")
        + [0] + TaskOrder.sortKey(task.id)
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
  static func sortKey(_ id: String) -> [UInt32] {
    var key: [UInt32] = []
    for component in id.utf8.split(whereSeparator: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }) {
      append(component, to: &key)
      key.append(1)
    }
    return key
  }

  private static func append(_ component: Substring.UTF8View, to key: inout [UInt32]) {
    if let value = roman(component) {
      key += [2, value]
      return
    }
    // Digits by value, other bytes as they are: *3a* after *3*.
    var number: UInt32?
    for byte in component {
      if (48...57).contains(byte) {
        number = ((number ?? 0) &* 10) &+ UInt32(byte - 48)
        continue
      }
      if let value = number { key += [2, value] }
      number = nil
      key.append(UInt32(byte) + 1000)
    }
    if let value = number { key += [2, value] }
  }

  /// Nil unless the whole component is a Roman number in capitals, up to 89.
  private static func roman(_ component: Substring.UTF8View) -> UInt32? {
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
