/// The parts that a row was read with, by place.
struct Parts {
  /// A row has at most so many places.
  static let most = 8

  fileprivate let values: [Value]
  fileprivate let indices: SIMD8<Int32>

  /// `Value.none` where the part was left out.
  subscript(place: Int) -> Value { indices[place] < 0 ? .none : values[Int(indices[place])] }
}

/// One phrase being read: every reading of every part at every place, each made once.
struct Parse {
  typealias Cuts = SIMD2<UInt64>

  /// A reading of a part, in the list of all that were found at one place.
  private struct Found {
    var end: Int32
    /// In `values`.
    var value: Int32
    var cost: Int32
    /// The next of the list, in `results`.
    var next: Int32
    /// Which of the first 128 lexemes are left out of the meaning.
    var cuts: Cuts
  }

  /// A meaning of the whole phrase.
  struct Reading {
    var value: Value
    var cost: Int
    /// What is left out of it, as stretches of lexemes.
    var cuts: [Range<Int>]
  }

  let grammar: Grammar
  let phrase: Phrase
  /// The farthest lexeme at which something was expected, if the parse explains.
  private(set) var farthest = 0
  private var values: [Value] = []
  private var results: [Found] = []
  /// By place and symbol: the head of its list in `results`, `none` or `unread`.
  private var memory: [Int32]
  private let limit: Int
  /// The words of the phrase, and anything.
  private var present: NumberSets
  /// What each lexeme is in the sets of the grammar: a word, and a number or that word again; last the end.
  private var kinds: [(word: Int, general: Int)]
  /// By symbol, where it was asked.
  private var isPartPossible: [Bool?]
  private let explains: Bool
  /// Which lexemes were read as words of the grammar, numbers or marks.
  private var isUnderstood: [Bool]

  private static let unread: Int32 = -2
  private static let none: Int32 = -1

  /// - Parameter explains: every row is tried, to tell how far the phrase makes sense.
  init(_ grammar: Grammar, _ phrase: Phrase, explains: Bool) {
    self.grammar = grammar
    self.phrase = phrase
    self.explains = explains
    limit = phrase.lexemes.count
    isUnderstood = explains ? phrase.lexemes.map { $0.kind != .word } : []
    values.reserveCapacity(60)
    results.reserveCapacity(60)
    memory = Array(repeating: Parse.unread, count: grammar.rowRanges.count * limit)
    present = NumberSets(count: 1, size: grammar.wordCount)
    present.insert(WordNumber.anything, into: 0)
    kinds = phrase.lexemes.map { ($0.word, $0.kind == .number ? WordNumber.numbers : $0.word) }
    for kind in kinds { present.insert(kind.word, into: 0) }
    kinds.append((WordNumber.end, WordNumber.end))
    isPartPossible = Array(repeating: explains ? true : nil, count: grammar.rowRanges.count)
  }

  /// All meanings of the whole phrase, the cheapest first.
  mutating func readings(_ symbol: String) -> [Reading] {
    let number = grammar.symbol(symbol)
    // Else nothing would be known to end with it, and no wording read.
    precondition(grammar.followed.contains(number, in: WordNumber.end), "\(symbol) is no root of the table")
    var found: [Reading] = []
    var index = read(number, 0)
    while index >= 0 {
      let one = results[Int(index)]
      index = one.next
      guard one.end == limit else { continue }
      found.append(Reading(value: values[Int(one.value)], cost: Int(one.cost), cuts: Parse.stretches(one.cuts)))
    }
    return found.sorted { $0.cost < $1.cost }
  }

  private static func stretches(_ cuts: Cuts) -> [Range<Int>] {
    guard cuts != .zero else { return [] }
    var found: [Range<Int>] = []
    for index in 0..<128 where cuts[index / 64] & (1 << UInt64(index % 64)) != 0 {
      if let last = found.last, last.upperBound == index {
        found[found.count - 1] = last.lowerBound..<index + 1
      } else {
        found.append(index..<index + 1)
      }
    }
    return found
  }

  private static func cuts(_ range: Range<Int>) -> Cuts {
    var cuts = Cuts.zero
    for index in range where index < 128 { cuts[index / 64] |= 1 << UInt64(index % 64) }
    return cuts
  }

  /// The head of the list of what a part can be at a place.
  private mutating func read(_ symbol: Int, _ at: Int) -> Int32 {
    guard canBegin(symbol, at) else {
      reached(at)
      return Parse.none
    }
    let known = memory[at * grammar.rowRanges.count + symbol]
    return known == Parse.unread ? readAnew(symbol, at) : known
  }

  private func canBegin(_ symbol: Int, _ at: Int) -> Bool {
    at < limit && grammar.starting.contains(grammar.rows.count + symbol, in: kinds[at].word, or: kinds[at].general)
  }

  private mutating func readAnew(_ symbol: Int, _ at: Int) -> Int32 {
    let slot = at * grammar.rowRanges.count + symbol
    // A part that begins with itself finds nothing; rows are written head first.
    memory[slot] = Parse.none
    guard isPossible(part: symbol) else { return Parse.none }
    var found = Harvest(symbol: symbol, isList: grammar.isList[symbol])
    if let leaf = grammar.leaves[symbol] {
      for reading in leaf.read(phrase, at) {
        let cuts = leaf.isLeftOut ? Parse.cuts(at..<reading.end) : .zero
        let cost = Int32(reading.cost)
        if takes(cost, reading.end, &found) { add(reading.value, end: reading.end, cost: cost, cuts, to: &found) }
      }
    }
    let rows = grammar.rowRanges[symbol]
    let kind = kinds[at]
    func next(_ row: Int) -> Int {
      grammar.starting.next(from: row, to: rows.upperBound, in: kind.word, or: kind.general)
    }
    var row = next(rows.lowerBound)
    while row < rows.upperBound {
      if isPossible(row: row) {
        run(grammar.rows[row].entry, at, SIMD8(repeating: -1), grammar.rows[row].cost, .zero, row, &found)
      }
      row = next(row + 1)
    }
    memory[slot] = found.first
    return found.first
  }

  /// Whether the phrase has the words that a part cannot do without.
  private mutating func isPossible(part symbol: Int) -> Bool {
    if let known = isPartPossible[symbol] { return known }
    let isPossible = grammar.needs.intersects(symbol, present)
    isPartPossible[symbol] = isPossible
    return isPossible
  }

  private mutating func isPossible(row: Int) -> Bool {
    if explains { return true }
    let words = grammar.rows[row].words
    guard present.contains(Int(words.x), in: 0), present.contains(Int(words.y), in: 0) else { return false }
    let parts = grammar.rows[row].parts
    return (parts.x < 0 || isPossible(part: Int(parts.x))) && (parts.y < 0 || isPossible(part: Int(parts.y)))
  }

  private mutating func run(
    _ entry: Int, _ start: Int, _ parts: SIMD8<Int32>, _ cost: Int32, _ cuts: Cuts, _ row: Int,
    _ found: inout Harvest
  ) {
    var step = entry
    var at = start
    var parts = parts
    var cost = cost
    var cuts = cuts
    while true {
      switch grammar.steps[step] {
      case .word(let word):
        guard at < limit, phrase.lexemes[at].word == word else { return reached(at) }
        if explains { isUnderstood[at] = true }
        at += 1
        step += 1
      case .fork(let other):
        step += 1
        if isDead(step, at) {
          reached(at)
          step = Int(other)
        } else {
          run(Int(other), at, parts, cost, cuts, row, &found)
        }
      case .jump(let target): step = Int(target)
      case .part(let symbol, let place):
        var index = read(Int(symbol), at)
        guard index >= 0 else { return }
        step += 1
        // The last reading goes on here, the others by themselves.
        while case let part = results[Int(index)], part.next >= 0 {
          var filled = parts
          filled[Int(place)] = part.value
          run(step, Int(part.end), filled, cost + part.cost, cuts | part.cuts, row, &found)
          index = part.next
        }
        let part = results[Int(index)]
        parts[Int(place)] = part.value
        at = Int(part.end)
        cost += part.cost
        cuts |= part.cuts
      case .accept:
        guard takes(cost, at, &found) else { return }
        let value = grammar.rows[row].build(Parts(values: values, indices: parts))
        if let value { add(value, end: at, cost: cost, cuts, to: &found) }
        return
      }
    }
  }

  /// Nothing can go on there with that step.
  private func isDead(_ step: Int, _ at: Int) -> Bool {
    switch grammar.steps[step] {
    case .word(let word): at == limit || phrase.lexemes[at].word != word
    case .part(let symbol, _): !canBegin(Int(symbol), at)
    case .fork, .jump, .accept: false
    }
  }

  private mutating func reached(_ at: Int) {
    // Behind words that may be any name nothing is understood yet.
    guard explains, at > farthest, isUnderstood[at - 1] else { return }
    farthest = at
  }
}

extension Parse {
  /// What one part can be at one place: a list in the order of ends; of those that end together the cheapest, so that a
  /// dear reading of the whole is kept beside cheap ones of its head, and so that lists of many names end.
  private struct Harvest {
    static let most = 16

    let symbol: Int
    /// Lists of different parts differ: they need not be compared.
    let isList: Bool
    var first = Parse.none
    /// The last of the list.
    var last = Parse.none
    var count = 0
    /// What stood before the last bundle that was looked for: the next is mostly not far behind.
    var before = Parse.none
  }

  /// The first of a list that does not end before `end`, and what stands before it.
  private func bundle(_ end: Int, _ found: inout Harvest) -> (before: Int32, first: Int32) {
    if found.last >= 0, results[Int(found.last)].end < end { return (found.last, Parse.none) }
    var before = found.before
    if before >= 0, results[Int(before)].end >= end { before = Parse.none }
    var index = before < 0 ? found.first : results[Int(before)].next
    while index >= 0, results[Int(index)].end < end {
      before = index
      index = results[Int(index)].next
    }
    found.before = before
    return (before, index)
  }

  /// Whether one of that cost would be kept: something can go on behind it, and there are not yet enough cheaper ones.
  private func takes(_ cost: Int32, _ end: Int, _ found: inout Harvest) -> Bool {
    guard explains || grammar.followed.contains(found.symbol, in: kinds[end].word, or: kinds[end].general) else {
      return false
    }
    if found.count < Harvest.most { return true }
    var (_, index) = bundle(end, &found)
    var count = 0
    while index >= 0, case let one = results[Int(index)], one.end == end {
      if one.cost > cost { return true }
      count += 1
      index = one.next
    }
    return count < Harvest.most
  }

  private mutating func add(_ value: Value, end: Int, cost: Int32, _ cuts: Cuts, to found: inout Harvest) {
    var (before, index) = bundle(end, &found)
    var count = 0
    var dearest = Parse.none
    while index >= 0, case let one = results[Int(index)], one.end == end {
      if !found.isList, values[Int(one.value)] == value {
        if cost < one.cost { (results[Int(index)].cost, results[Int(index)].cuts) = (cost, cuts) }
        return
      }
      if dearest < 0 || one.cost > results[Int(dearest)].cost { dearest = index }
      count += 1
      before = index
      index = one.next
    }
    if count == Harvest.most {
      guard cost < results[Int(dearest)].cost else { return }
      values.append(value)
      results[Int(dearest)].value = Int32(values.count - 1)
      (results[Int(dearest)].cost, results[Int(dearest)].cuts) = (cost, cuts)
      return
    }
    values.append(value)
    let new = Int32(results.count)
    results.append(Found(end: Int32(end), value: Int32(values.count - 1), cost: cost, next: index, cuts: cuts))
    if before >= 0 { results[Int(before)].next = new } else { found.first = new }
    if index < 0 { found.last = new }
    found.count += 1
  }
}
