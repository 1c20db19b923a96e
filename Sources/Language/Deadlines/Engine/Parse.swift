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
  struct Found {
    var end: Int
    /// In `values`.
    var value: Int32
    var cost: Int
    /// Which of the first 128 lexemes are left out of the meaning.
    var cuts: Cuts
  }

  typealias Cuts = SIMD2<UInt64>

  /// A meaning of the whole phrase.
  struct Reading {
    var value: Value
    var cost: Int
    /// What is left out of it, as stretches of lexemes.
    var cuts: [Range<Int>]
  }

  let grammar: Grammar
  let phrase: Phrase
  /// The farthest lexeme at which something was expected.
  private(set) var farthest = 0
  /// Words that could have stood there.
  private(set) var expected: Set<Int> = []
  private var values: [Value] = []
  private var results: [Found] = []
  /// By symbol and place: the range in `results`; not yet read: `unread`.
  private var memory: [Range<Int32>]
  private let limit: Int
  /// Which lexemes were read as words of the grammar, numbers or marks.
  private var isUnderstood: [Bool]

  private static let unread: Range<Int32> = Int32.max..<Int32.max
  init(_ grammar: Grammar, _ phrase: Phrase) {
    self.grammar = grammar
    self.phrase = phrase
    limit = phrase.lexemes.count
    isUnderstood = phrase.lexemes.map { $0.kind != .word }
    memory = Array(repeating: Parse.unread, count: grammar.rows.count * (limit + 1))
  }

  /// All meanings of the whole phrase, the cheapest first.
  mutating func readings(_ symbol: String) -> [Reading] {
    var found: [Reading] = []
    for index in read(grammar.symbol(symbol), 0) where results[Int(index)].end == limit {
      let one = results[Int(index)]
      found.append(Reading(value: values[Int(one.value)], cost: one.cost, cuts: Parse.stretches(one.cuts)))
    }
    return found.sorted { $0.cost < $1.cost }
  }

  private static func stretches(_ cuts: Cuts) -> [Range<Int>] {
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

  private mutating func read(_ symbol: Int, _ at: Int) -> Range<Int32> {
    let slot = symbol * (limit + 1) + at
    let known = memory[slot]
    if known != Parse.unread { return known }
    // A part that begins with itself finds nothing; rows are written head first.
    memory[slot] = 0..<0
    guard at < limit, grammar.starts[symbol].allows(phrase.lexemes[at]) else {
      reached(at)
      return 0..<0
    }
    var found = Harvest(start: at, limit: limit)
    if let leaf = grammar.leaves[symbol] {
      for reading in leaf.read(phrase, at) {
        let cuts = leaf.isLeftOut ? Parse.cuts(at..<reading.end) : .zero
        add(reading.value, end: reading.end, cost: reading.cost, cuts, to: &found)
      }
    }
    let lexeme = phrase.lexemes[at]
    for row in grammar.rows[symbol] where row.starts.allows(lexeme) {
      run(row.entry, at, SIMD8(repeating: -1), row.cost, .zero, row, &found)
    }
    let first = Int32(results.count)
    for bundle in found.byEnd { results += bundle }
    memory[slot] = first..<Int32(results.count)
    return memory[slot]
  }

  private mutating func run(
    _ entry: Int, _ start: Int, _ parts: SIMD8<Int32>, _ cost: Int, _ cuts: Cuts, _ row: Grammar.CompiledRow,
    _ found: inout Harvest
  ) {
    var step = entry
    var at = start
    while true {
      switch grammar.steps[step] {
      case .word(let word):
        guard at < limit, phrase.lexemes[at].word == word else { return reached(at, word) }
        isUnderstood[at] = true
        at += 1
        step += 1
      case .fork(let other):
        run(other, at, parts, cost, cuts, row, &found)
        step += 1
      case .jump(let target): step = target
      case .part(let symbol, let place):
        for index in read(symbol, at) {
          let part = results[Int(index)]
          var filled = parts
          filled[place] = part.value
          run(step + 1, part.end, filled, cost + part.cost, cuts | part.cuts, row, &found)
        }
        return
      case .accept:
        if found.takes(cost, at), let value = row.build(Parts(values: values, indices: parts)) {
          add(value, end: at, cost: cost, cuts, to: &found)
        }
        return
      }
    }
  }

  private mutating func add(_ value: Value, end: Int, cost: Int, _ cuts: Cuts, to found: inout Harvest) {
    guard found.takes(cost, end) else { return }
    var bundle = found[end]
    if let same = bundle.firstIndex(where: { values[Int($0.value)] == value }) {
      if cost < bundle[same].cost { (bundle[same].cost, bundle[same].cuts) = (cost, cuts) }
    } else {
      values.append(value)
      let one = Found(end: end, value: Int32(values.count - 1), cost: cost, cuts: cuts)
      if bundle.count < Harvest.most {
        bundle.append(one)
      } else if let dearest = bundle.indices.max(by: { bundle[$0].cost < bundle[$1].cost }) {
        bundle[dearest] = one
      }
    }
    found[end] = bundle
  }

  private mutating func reached(_ at: Int, _ word: Int? = nil) {
    // Behind words that may be any name nothing is understood yet.
    guard at >= farthest, at == 0 || isUnderstood[at - 1] else { return }
    if at > farthest {
      farthest = at
      expected.removeAll(keepingCapacity: true)
    }
    if let word { expected.insert(word) }
  }
}

extension Parse {
  /// What one part can be at one place: of those that end together the cheapest, so that a dear reading of the whole is
  /// kept beside cheap ones of its head, and so that lists of many names end.
  private struct Harvest {
    static let most = 16

    private(set) var byEnd: [[Found]]
    private let start: Int

    init(start: Int, limit: Int) {
      self.start = start
      byEnd = Array(repeating: [], count: limit - start + 1)
    }

    subscript(end: Int) -> [Found] {
      get { byEnd[end - start] }
      set { byEnd[end - start] = newValue }
    }

    /// Whether one of that cost would be kept.
    func takes(_ cost: Int, _ end: Int) -> Bool {
      let bundle = byEnd[end - start]
      return bundle.count < Harvest.most || bundle.contains { $0.cost > cost }
    }
  }
}
