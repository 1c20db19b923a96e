/// What is known before a phrase is read: which words rows and symbols can begin with, cannot do without, and can be
/// followed by.
extension Compiler {
  /// Numbers the rows and computes what is known of them.
  /// - Parameter roots: symbols that are read by themselves.
  mutating func finish(roots: [String]) {
    for leaf in leaves where leaf?.start == .numbers {
      for word in NumberWords.of(language).words { _ = self.word(word) }
    }
    findNeeds()
    for group in sources {
      rowRanges.append(rows.count..<rows.count + group.count)
      rows += group.map(compiled)
    }
    findStarts()
    findFollows(roots: roots)
  }

  private func compiled(_ source: Source) -> Grammar.CompiledRow {
    let words = source.needs.compactMap { if case .word(let word) = $0 { word } else { nil } }
    let parts = source.needs.compactMap { need in
      if case .part(let part) = need, !needs.contains(WordNumber.anything, in: Int(part)) { part } else { nil }
    }
    return Grammar.CompiledRow(
      entry: source.entry, cost: Int32(source.row.cost), words: Compiler.two(words, else: Int32(WordNumber.anything)),
      parts: Compiler.two(parts, else: -1), build: source.row.build)
  }

  /// The last two: the first of a row is looked for anyway.
  private static func two(_ needs: [Int32], else none: Int32) -> SIMD2<Int32> {
    SIMD2(needs.last ?? none, needs.dropLast().last ?? none)
  }

  /// What every row and symbol can begin with, until nothing is added.
  private mutating func findStarts() {
    starts = NumberSets(count: rows.count + symbols.count, size: wordCount)
    for (number, leaf) in leaves.enumerated() {
      precondition(
        leaf != nil || !sources[number].isEmpty, "no rows for \(symbols.first { $0.value == number }?.key ?? "")")
      switch leaf?.start {
      case .anything: starts.insert(WordNumber.anything, into: rows.count + number)
      case .numbers:
        starts.insert(WordNumber.numbers, into: rows.count + number)
        for word in NumberWords.of(language).words { starts.insert(self.word(word), into: rows.count + number) }
      case nil: break
      }
    }
    let heads = rows.indices.map { row in
      var parts: [Int] = []
      addHead(rows[row].entry, row, &parts)
      return parts
    }
    var grew = true
    while grew {
      grew = false
      for (number, range) in rowRanges.enumerated() {
        for row in range {
          for head in heads[row] where starts.formUnion(row, rows.count + head) { grew = true }
          if starts.formUnion(rows.count + number, row) { grew = true }
        }
      }
    }
  }

  /// The words that come first from a step on go into the set of the row; the parts that come first are collected.
  private mutating func addHead(_ entry: Int, _ row: Int, _ parts: inout [Int]) {
    var step = entry
    while true {
      switch steps[step] {
      case .word(let word): return starts.insert(Int(word), into: row)
      case .part(let symbol, _): return parts.append(Int(symbol))
      case .fork(let other):
        addHead(Int(other), row, &parts)
        step += 1
      case .jump(let target): step = Int(target)
      case .accept: return
      }
    }
  }

  /// Behind a part comes what its row goes on with, and at the row's end what comes behind the row.
  private mutating func findFollows(roots: [String]) {
    follows = NumberSets(count: symbols.count, size: wordCount)
    for root in roots { follows.insert(WordNumber.end, into: symbol(root)) }
    var ends: Set<SIMD2<Int32>> = []
    for (number, group) in sources.enumerated() {
      for source in group {
        var step = source.entry
        while true {
          if case .accept = steps[step] { break }
          if case .part(let part, _) = steps[step] {
            addFollow(step + 1, Int(part)) { ends.insert(SIMD2(part, Int32(number))) }
          }
          step += 1
        }
      }
    }
    var grew = true
    while grew {
      grew = false
      for end in ends where follows.formUnion(Int(end.x), Int(end.y)) { grew = true }
    }
  }

  private mutating func addFollow(_ entry: Int, _ part: Int, atEnd: () -> Void) {
    var step = entry
    while true {
      switch steps[step] {
      case .word(let word): return follows.insert(Int(word), into: part)
      case .part(let symbol, _): return follows.formUnion(part, rows.count + Int(symbol), of: starts)
      case .fork(let other):
        addFollow(Int(other), part, atEnd: atEnd)
        step += 1
      case .jump(let target): step = Int(target)
      case .accept: return atEnd()
      }
    }
  }

  /// A symbol needs one of the words that its rows need; a row needs what each of its parts needs. Whatever round it ends
  /// with, what was found holds.
  private mutating func findNeeds() {
    needs = NumberSets(count: symbols.count, size: wordCount)
    for number in sources.indices { needs.insert(WordNumber.anything, into: number) }
    for _ in 0..<8 {
      for number in sources.indices where leaves[number] == nil {
        needs.replace(number, by: sources[number].flatMap { fewestNeeded($0.needs) })
      }
    }
  }

  /// Words of which there must be one.
  private func fewestNeeded(_ of: [Need]) -> [Int] {
    var fewest: [Int]?
    for need in of {
      switch need {
      case .word(let word): return [Int(word)]
      case .part(let symbol):
        guard !needs.contains(WordNumber.anything, in: Int(symbol)) else { continue }
        let words = needs.numbers(of: Int(symbol))
        if words.count < fewest?.count ?? .max { fewest = words }
      }
    }
    return fewest ?? [WordNumber.anything]
  }
}
