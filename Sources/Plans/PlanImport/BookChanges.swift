/// The changes that importing again would make in a book that people have edited since. Nothing is changed
/// automatically.
package struct BookChanges: Sendable {
  package enum Kind: String, Sendable {
    /// The source has something new.
    case added
    /// The source says something else, and nobody edited the block.
    case changed
    /// The source says something else, and the block was edited, so that a person has to merge the two.
    case conflict
    /// The source no longer has it.
    case removed
  }

  package struct Change: Sendable {
    package var kind: Kind
    package var file: String
    /// The keyword and the id of the block.
    package var block: String
    /// The block that the new import would write; empty for a removed one.
    package var proposed: String
    /// The block in the book; empty for an added one.
    package var current: String
  }

  package private(set) var changes: [Change] = []
  /// The blocks that are still as they were imported.
  package private(set) var untouched: Set<String> = []

  /// Names and texts of rule files.
  package typealias Files = [(name: String, text: String)]

  /// - Parameters:
  ///   - base: the files of the import that made the book; nil if they are not known, so that the book itself is taken
  ///     for them.
  ///   - current: the book as it is now.
  ///   - new: the files that an import makes now.
  package init(base: Files?, current: Files, new: Files) {
    let (now, next) = (Self.blocks(current), Self.blocks(new))
    let before = base.map(Self.blocks) ?? now
    for block in next.order {
      guard let proposed = next.texts[block] else { continue }
      let (old, mine) = (before.texts[block], now.texts[block])
      if mine?.text == proposed.text || old?.text == proposed.text && (base != nil || mine == nil) { continue }
      if base == nil, let mine, Self.deadline(mine.text) == Self.deadline(proposed.text) { continue }
      let kind: Kind = mine == nil ? .added : base != nil && mine?.text == old?.text ? .changed : .conflict
      // A block that was removed on purpose is not added again.
      if mine == nil, old != nil { continue }
      changes.append(
        Change(
          kind: kind, file: mine?.file ?? proposed.file, block: block, proposed: proposed.text,
          current: mine?.text ?? ""))
    }
    guard base != nil else { return }
    for block in before.order where next.texts[block] == nil {
      if let mine = now.texts[block] {
        changes.append(Change(kind: .removed, file: mine.file, block: block, proposed: "", current: mine.text))
      }
    }
    untouched = Set(now.order.filter { now.texts[$0]?.text == before.texts[$0]?.text })
  }

  // MARK: Blocks of text

  private struct Blocks {
    var order: [String] = []
    var texts: [String: (file: String, text: String)] = [:]
  }

  /// All blocks, each from its first line to that of the next, without comments and blank lines.
  private static func blocks(_ files: Files) -> Blocks {
    var blocks = Blocks()
    for (file, text) in files {
      var name: String?
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
        if !line.hasPrefix(" "), !line.hasPrefix("\t") {
          let head = String(line.split(separator: ":").first ?? line).trimmed
          name = head
          if blocks.texts[head] == nil { blocks.order.append(head) }
          blocks.texts[head] = (file, String(line))
        } else if let name {
          blocks.texts[name]?.text += "\n" + line
        }
      }
    }
    return blocks
  }

  private static func deadline(_ block: String) -> [String] {
    block.split(separator: "\n").filter { $0.hasPrefix("  hạn") || $0.hasPrefix("  nguyên văn") }.map(\.folded)
  }
}
