/// Sets of numbers below `size`, one behind the other.
struct NumberSets: Sendable {
  let count: Int
  let size: Int
  private var bits: [UInt64]
  /// How many elements of `bits` one set has.
  private let width: Int

  init(count: Int, size: Int) {
    self.count = count
    self.size = size
    width = (size + 63) / 64
    bits = Array(repeating: 0, count: count * width)
  }

  mutating func insert(_ number: Int, into set: Int) { bits[set * width + number / 64] |= 1 << UInt64(number % 64) }

  func contains(_ number: Int, in set: Int, or other: Int? = nil) -> Bool {
    part(number / 64, set, other ?? set) & (1 << UInt64(number % 64)) != 0
  }

  private func part(_ index: Int, _ set: Int, _ other: Int) -> UInt64 {
    bits[set * width + index] | bits[other * width + index]
  }

  /// The least number of a set, or of another, from `first` on that is below `end`; else `end`.
  func next(from first: Int, to end: Int, in set: Int, or other: Int? = nil) -> Int {
    guard first < end else { return end }
    let other = other ?? set
    var index = first / 64
    var rest = part(index, set, other) & (~0 << UInt64(first % 64))
    while rest == 0 {
      index += 1
      if index * 64 >= end { return end }
      rest = part(index, set, other)
    }
    return min(index * 64 + rest.trailingZeroBitCount, end)
  }

  func numbers(of set: Int) -> [Int] {
    var found: [Int] = []
    var number = next(from: 0, to: size, in: set)
    while number < size {
      found.append(number)
      number = next(from: number + 1, to: size, in: set)
    }
    return found
  }

  /// True if that added something.
  mutating func formUnion(_ set: Int, _ other: Int) -> Bool {
    var grew: UInt64 = 0
    for index in 0..<width {
      let added = bits[other * width + index] & ~bits[set * width + index]
      bits[set * width + index] |= added
      grew |= added
    }
    return grew != 0
  }

  /// Adds a set of others.
  mutating func formUnion(_ set: Int, _ other: Int, of sets: NumberSets) {
    for index in 0..<width { bits[set * width + index] |= sets.bits[other * width + index] }
  }

  mutating func replace(_ set: Int, by numbers: [Int]) {
    for index in set * width..<(set + 1) * width { bits[index] = 0 }
    for number in numbers { insert(number, into: set) }
  }

  func intersects(_ set: Int, _ other: NumberSets) -> Bool {
    for index in 0..<width where bits[set * width + index] & other.bits[index] != 0 { return true }
    return false
  }

  /// For each number the sets that hold it.
  func transposed() -> NumberSets {
    var sets = NumberSets(count: size, size: count)
    for set in 0..<count {
      var number = next(from: 0, to: size, in: set)
      while number < size {
        sets.insert(set, into: number)
        number = next(from: number + 1, to: size, in: set)
      }
    }
    return sets
  }

  /// Adds a set to all others but one.
  func adding(_ set: Int, exceptTo one: Int) -> NumberSets {
    var sets = self
    for other in 0..<count where other != one { _ = sets.formUnion(other, set) }
    return sets
  }
}
