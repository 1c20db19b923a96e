/// "Did you mean": the known name closest to one that was not found.
package enum NearestName {
  /// The names that are similar enough, closest first, at most `limit`. Ties keep the order of `candidates`.
  ///
  /// A name is similar enough with at most one edit (insertion, deletion, replacement, swap of neighbours) for every
  /// three characters of the longer name, and never more than six. Names are compared folded. A name that is contained
  /// whole in the other (*Văn phòng* in *Văn phòng Sở*) counts too, after those.
  package static func nearest(
    to wanted: FoldedName, among candidates: some Sequence<(key: FoldedName, name: String)>, limit: Int = 3
  ) -> [String] {
    let target = scalars(wanted)
    guard !target.isEmpty else { return [] }
    let base = bareScalars(wanted)
    var found: [(distance: Int, name: String)] = []
    for candidate in candidates {
      if candidate.key == wanted { continue }
      let shorter = min(candidate.key.bytes.count, wanted.bytes.count)
      let longer = max(candidate.key.bytes.count, wanted.bytes.count)
      if longer <= 3 * shorter + 3 {
        let other = scalars(candidate.key)
        let mostEdits = min(6, max(target.count, other.count) / 3)
        if abs(other.count - target.count) <= mostEdits {
          // A wrong mark is a smaller mistake than a wrong letter.
          let bare = editDistance(base, bareScalars(candidate.key), atMost: max(mostEdits, 1) - 1).map { $0 + 1 }
          let exact = editDistance(target, other, atMost: max(mostEdits, 1))
          if let distance = [exact, bare].compactMap({ $0 }).min() {
            found.append((distance, candidate.name))
            continue
          }
        }
      }
      if shorter >= 6, contains(candidate.key.bytes, wanted.bytes) || contains(wanted.bytes, candidate.key.bytes) {
        found.append((100 + longer - shorter, candidate.name))
      }
    }
    var names: [String] = []
    for entry in found.enumerated().sorted(by: { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) })
    where names.count < limit && !names.contains(entry.element.name) {
      names.append(entry.element.name)
    }
    return names
  }

  package static func nearest(to wanted: String, among candidates: some Sequence<String>, limit: Int = 3) -> [String] {
    nearest(to: FoldedName(wanted), among: candidates.map { (FoldedName($0), $0) }, limit: limit)
  }

  private static func scalars(_ name: FoldedName) -> [UInt32] { name.text.unicodeScalars.map(\.value) }

  /// Without the marks of Vietnamese letters.
  private static func bareScalars(_ name: FoldedName) -> [UInt32] { ASCIIName.base(of: name.text).map(\.value) }

  private static func contains(_ whole: [UInt8], _ part: [UInt8]) -> Bool {
    guard part.count < whole.count, let first = part.first else { return false }
    for start in 0...(whole.count - part.count)
    where whole[start] == first && whole[start..<(start + part.count)].elementsEqual(part) { return true }
    return false
  }

  /// Optimal string alignment distance; nil above the limit.
  static func editDistance(_ a: [UInt32], _ b: [UInt32], atMost limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in a.indices {
      row[0] = i + 1
      var smallest = row[0]
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row[j + 1] = cost
        smallest = min(smallest, cost)
      }
      if smallest > limit { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
