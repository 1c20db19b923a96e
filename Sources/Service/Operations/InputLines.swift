/// Takes lines out of bytes as they come, and keeps no more of one than it may have.
struct InputLines {
  private let most: Int
  private var line: [UInt8] = []
  private var isOverlong = false

  /// - Parameter most: the bytes of the longest line.
  init(most: Int) { self.most = most }

  /// - Parameter take: is given each line that is complete; nil: it is too long.
  mutating func read(_ bytes: [UInt8], _ take: ([UInt8]?) -> Void) {
    for (place, piece) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if place > 0 {
        take(isOverlong ? nil : line)
        line.removeAll(keepingCapacity: true)
        isOverlong = false
      }
      if line.count + piece.count > most { isOverlong = true } else { line += piece }
    }
  }

  /// Gives the last line, if it has no end.
  func finish(_ take: ([UInt8]?) -> Void) {
    if isOverlong { take(nil) } else if !line.isEmpty { take(line) }
  }
}
