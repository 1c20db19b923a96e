/// Turns rows into the steps of a `Grammar`.
struct Compiler {
  private(set) var steps: [Grammar.Step] = []
  private(set) var symbols: [String: Int] = [:]
  private(set) var words: [Word: Int] = [:]
  private(set) var leaves: [Leaf?] = []
  private(set) var isList: [Bool] = []
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
    // Places are counted as the Vietnamese wording names them; what the English one has beside them comes after.
    var places = Pattern.places(of: row.vi ?? text)
    if language == .en { places += Pattern.places(of: text).filter { !places.contains($0) } }
    let symbol = symbol(row.symbol)
    let pattern = Pattern(text, places) { self.symbol($0) }
    let entry = steps.count
    var needs: [Need] = []
    emit(pattern, &needs)
    steps.append(.accept)
    sources[symbol].append(Source(entry: entry, needs: needs, row: row))
    if let match = row.match { wordings[symbol].append(Grammar.Wording(pattern, match)) }
  }

  mutating func symbol(_ name: String) -> Int {
    if let known = symbols[name] { return known }
    let number = symbols.count
    symbols[name] = number
    leaves.append(nil)
    sources.append([])
    wordings.append([])
    let plus = name.utf8.firstIndex(of: UInt8(ascii: "+"))
    isList.append(plus != nil)
    if let plus {
      addList(name, of: name[..<plus], joint: name[name.utf8.index(after: plus)...])
    }
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
  private mutating func addList(_ name: String, of part: Substring, joint: Substring) {
    let one: @Sendable (Parts) -> Value? = { .list([$0[0]]) }
    let more: @Sendable (Parts) -> Value? = { parts in
      guard case .list(let rest) = parts[2] else { return nil }
      var all = [parts[0], parts[1]]
      all += rest
      return .list(all)
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

  /// Adds to `needs` what no way through the pattern avoids.
  private mutating func emit(_ pattern: Pattern, _ needs: inout [Need]) {
    switch pattern {
    case .word(let text, _):
      let word = Int32(word(Word(folding: text)))
      steps.append(.word(word))
      needs.append(.word(word))
    case .part(let place, let symbol, _):
      steps.append(.part(symbol: Int32(symbol), place: Int32(place)))
      needs.append(.part(Int32(symbol)))
    case .sequence(let inner):
      for part in inner { emit(part, &needs) }
    case .either(let choices, let isOptional):
      var jumps: [Int] = []
      var common: [Need]?
      for (index, choice) in choices.enumerated() {
        let isLast = index == choices.count - 1 && !isOptional
        let fork = steps.count
        if !isLast { steps.append(.fork(0)) }
        var needed: [Need] = []
        emit(choice, &needed)
        common = common?.filter { needed.contains($0) } ?? needed
        guard !isLast else { break }
        jumps.append(steps.count)
        steps.append(.jump(0))
        steps[fork] = .fork(Int32(steps.count))
      }
      for jump in jumps { steps[jump] = .jump(Int32(steps.count)) }
      if !isOptional { needs += common ?? [] }
    }
  }
}
