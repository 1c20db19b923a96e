/// Turns rows into the steps of a `Grammar`.
struct Compiler {
  private(set) var steps: [Grammar.Step] = []
  private(set) var symbols: [String: Int] = [:]
  private(set) var words: [Word: Int] = [:]
  private(set) var leaves: [Leaf?] = []
  var rows: [Grammar.CompiledRow] = []
  /// By symbol.
  var rowRanges: [Range<Int>] = []
  /// What rows, then symbols, can begin with.
  var starts = NumberSets(count: 0, size: 0)
  /// What can follow each symbol.
  var follows = NumberSets(count: 0, size: 0)
  /// Words of which each symbol needs one.
  var needs = NumberSets(count: 0, size: 0)
  private(set) var wordings: [[Grammar.Wording]] = []
  private(set) var sources: [[Source]] = []
  let language: Language

  struct Source {
    var entry: Int
    var needs: [Need]
    var row: Row
  }

  /// What a row cannot do without.
  enum Need: Equatable {
    case word(Int32)
    case part(Int32)
  }

  init(_ language: Language) { self.language = language }

  mutating func add(_ leaf: Leaf) { leaves[symbol(leaf.symbol)] = leaf }

  mutating func add(_ row: Row) {
    guard let text = row.wording(language) else { return }
    let pattern = Pattern(text)
    // Places are counted as the Vietnamese wording names them; what the English one has beside them comes after.
    let shared = row.vi.map { language == .vi ? pattern.places : Pattern($0).places } ?? []
    let places = shared + pattern.places.filter { !shared.contains($0) }
    let symbol = symbol(row.symbol)
    let entry = steps.count
    let needs = emit(pattern, places)
    steps.append(.accept)
    sources[symbol].append(Source(entry: entry, needs: needs, row: row))
    if let match = row.match {
      wordings[symbol].append(Grammar.Wording(pattern: pattern, places: places, match: match))
    }
    for name in pattern.symbols { addList(name) }
  }

  mutating func symbol(_ name: String) -> Int {
    if let known = symbols[name] { return known }
    let number = symbols.count
    symbols[name] = number
    leaves.append(nil)
    sources.append([])
    wordings.append([])
    return number
  }

  var wordCount: Int { words.count + WordNumber.firstWord }

  mutating func word(_ word: Word) -> Int {
    if let known = words[word] { return known }
    let number = words.count + WordNumber.firstWord
    words[word] = number
    return number
  }

  /// `{part+joint}` is a symbol of its own: one part, or a part, a joint and the rest.
  private mutating func addList(_ name: String) {
    guard let plus = name.firstIndex(of: "+"), sources[symbol(name)].isEmpty else { return }
    let part = String(name[..<plus])
    let joint = String(name[name.index(after: plus)...])
    let one: @Sendable (Parts) -> Value? = { .list([$0[0]]) }
    let more: @Sendable (Parts) -> Value? = { parts in
      guard case .list(let rest) = parts[2] else { return nil }
      return .list([parts[0], parts[1]] + rest)
    }
    add(Row(name, vi: "{\(part)}", en: "{\(part)}", build: one, match: { Compiler.parts($0, count: 1) }))
    let text = "{\(part)} {\(joint)} {rest:\(name)}"
    add(Row(name, vi: text, en: text, build: more, match: { Compiler.parts($0, count: 3) }))
  }

  /// A list as its first part, its joint and the rest.
  private static func parts(_ value: Value, count: Int) -> [Value]? {
    guard case .list(let all) = value else { return nil }
    if all.count == 1 { return count == 1 ? [all[0]] : nil }
    return count == 3 && all.count >= 3 ? [all[0], all[1], .list(Array(all[2...]))] : nil
  }

  /// Returns what no way through the pattern avoids.
  private mutating func emit(_ pattern: Pattern, _ places: [String]) -> [Need] {
    switch pattern {
    case .word(let text, _):
      let word = word(Word(folding: text))
      steps.append(.word(Int32(word)))
      return [.word(Int32(word))]
    case .part(let place, let name, _):
      guard let index = places.firstIndex(of: place), index < Parts.most else {
        preconditionFailure("no place \(place) in \(places)")
      }
      let part = Int32(symbol(name))
      steps.append(.part(symbol: part, place: Int32(index)))
      return [.part(part)]
    case .sequence(let inner):
      var needs: [Need] = []
      for part in inner { needs += emit(part, places) }
      return needs
    case .either(let choices, let isOptional):
      var jumps: [Int] = []
      var needs: [Need]?
      for (index, choice) in choices.enumerated() {
        let isLast = index == choices.count - 1 && !isOptional
        let fork = steps.count
        if !isLast { steps.append(.fork(0)) }
        let needed = emit(choice, places)
        needs = needs?.filter { needed.contains($0) } ?? needed
        guard !isLast else { break }
        jumps.append(steps.count)
        steps.append(.jump(0))
        steps[fork] = .fork(Int32(steps.count))
      }
      for jump in jumps { steps[jump] = .jump(Int32(steps.count)) }
      return isOptional ? [] : needs ?? []
    }
  }
}
