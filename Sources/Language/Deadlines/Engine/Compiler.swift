/// Turns rows into the steps of a `Grammar`.
struct Compiler {
  private(set) var steps: [Grammar.Step] = []
  private(set) var symbols: [String: Int] = [:]
  private(set) var words: [String: Int] = [:]
  private(set) var leaves: [Leaf?] = []
  private(set) var compiledRows: [[Grammar.CompiledRow]] = []
  private(set) var starts: [StartSet] = []
  private(set) var wordings: [[(pattern: Pattern, places: [String], match: @Sendable (Value) -> [Value]?)]] = []
  private var sources: [[Source]] = []
  private let language: Language

  private struct Source {
    var pattern: Pattern
    var entry: Int
    var row: Row
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
    emit(pattern, places)
    steps.append(.accept)
    sources[symbol].append(Source(pattern: pattern, entry: entry, row: row))
    if let match = row.match { wordings[symbol].append((pattern, places, match)) }
    for name in pattern.symbols { addList(name) }
  }

  private mutating func symbol(_ name: String) -> Int {
    if let known = symbols[name] { return known }
    let number = symbols.count
    symbols[name] = number
    leaves.append(nil)
    sources.append([])
    wordings.append([])
    return number
  }

  private mutating func word(_ text: String) -> Int {
    let key = text.lowercased()
    if let known = words[key] { return known }
    words[key] = words.count + 1
    return words.count
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

  private mutating func emit(_ pattern: Pattern, _ places: [String]) {
    switch pattern {
    case .word(let text, _): steps.append(.word(word(text)))
    case .part(let place, let name, _):
      guard let index = places.firstIndex(of: place), index < Parts.most else {
        preconditionFailure("no place \(place) in \(places)")
      }
      steps.append(.part(symbol: symbol(name), place: index))
    case .sequence(let inner): for part in inner { emit(part, places) }
    case .either(let choices, let isOptional):
      var jumps: [Int] = []
      for (index, choice) in choices.enumerated() {
        guard index < choices.count - 1 || isOptional else {
          emit(choice, places)
          break
        }
        let fork = steps.count
        steps.append(.fork(0))
        emit(choice, places)
        jumps.append(steps.count)
        steps.append(.jump(0))
        steps[fork] = .fork(steps.count)
      }
      for jump in jumps { steps[jump] = .jump(steps.count) }
    }
  }

  /// Computes what every symbol and row can begin with, until nothing is added.
  mutating func finish() {
    starts = Array(repeating: StartSet(wordCount: words.count), count: symbols.count)
    for (number, leaf) in leaves.enumerated() {
      switch leaf?.start {
      case .anything: starts[number].anything = true
      case .numbers:
        starts[number].numbers = true
        for word in NumberWords.of(language).words { starts[number].insert(word: self.word(word)) }
      case nil:
        precondition(!sources[number].isEmpty, "no rows for \(symbols.first { $0.value == number }?.key ?? "")")
      }
    }
    var grew = true
    while grew {
      grew = false
      for number in sources.indices {
        for source in sources[number] where starts[number].formUnion(start(of: source.pattern).set) { grew = true }
      }
    }
    compiledRows = sources.map { group in
      group.map {
        Grammar.CompiledRow(entry: $0.entry, cost: $0.row.cost, starts: start(of: $0.pattern).set, build: $0.row.build)
      }
    }
  }

  private func start(of pattern: Pattern) -> (set: StartSet, isEmpty: Bool) {
    var set = StartSet(wordCount: words.count)
    switch pattern {
    case .word(let text, _):
      set.insert(word: words[text.lowercased()] ?? 0)
      return (set, false)
    case .part(_, let name, _): return (starts[symbols[name] ?? 0], false)
    case .either(let choices, let isOptional):
      var isEmpty = isOptional
      for choice in choices {
        let inner = start(of: choice)
        _ = set.formUnion(inner.set)
        isEmpty = isEmpty || inner.isEmpty
      }
      return (set, isEmpty)
    case .sequence(let parts):
      for part in parts {
        let inner = start(of: part)
        _ = set.formUnion(inner.set)
        if !inner.isEmpty { return (set, false) }
      }
      return (set, true)
    }
  }
}
