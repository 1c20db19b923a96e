import Diagnostics

/// Circles among definitions, each reported once, with all its members.
extension Resolver {
  /// Follows `next` from every node, without recursion.
  func reportCycles(
    of nodes: Range<Int>, next: (Int) -> [Int], wordsVi: String, wordsEn: String, name: (Int) -> (String, Span)
  ) {
    // 0 not seen, 1 on the path, 2 done.
    var state = [UInt8](repeating: 0, count: nodes.upperBound)
    for root in nodes where state[root] == 0 {
      var path: [(node: Int, targets: [Int], index: Int)] = [(root, next(root), 0)]
      state[root] = 1
      while let top = path.last {
        guard top.index < top.targets.count else {
          state[top.node] = 2
          path.removeLast()
          continue
        }
        path[path.count - 1].index += 1
        let target = top.targets[top.index]
        if state[target] == 0 {
          state[target] = 1
          path.append((target, next(target), 0))
        } else if state[target] == 1, let start = path.firstIndex(where: { $0.node == target }) {
          reportCycle(path[start...].map(\.node), wordsVi, wordsEn, name)
        }
      }
    }
  }

  private func reportCycle(_ cycle: [Int], _ wordsVi: String, _ wordsEn: String, _ name: (Int) -> (String, Span)) {
    guard let first = cycle.first else { return }
    let titles = (cycle + [first]).map { "“\(Clipped.text(name($0).0))”" }.joined(separator: " → ")
    report(
      Diagnostic(
        .cycle, vi: "các định nghĩa này \(wordsVi), thành vòng tròn: \(titles)",
        en: "these definitions are \(wordsEn), in a circle: \(titles)", at: name(first).1,
        notes: cycle.dropFirst().map { .init(.init(vi: "qua đây", en: "by way of this"), at: name($0).1) }))
  }
}
