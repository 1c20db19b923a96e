/// What importing again would change in a book that people have edited since; nothing is changed by itself.
package struct BookChanges: Sendable {
  package enum Kind: String, Sendable {
    /// The source has something new.
    case added
    /// The source says something else, and nobody edited the block.
    case changed
    /// The source says something else, and the block was edited: a person joins the two.
    case conflict
    /// The source no longer has it.
    case removed
  }

  package struct Change: Sendable {
    package var kind: Kind
    package var file: String
    /// Keyword and id, as the block begins.
    package var block: String
    /// What the new import would write; empty for what is removed.
    package var proposed: String
    /// What stands in the book; empty for what is added.
    package var current: String
  }

  package private(set) var changes: [Change] = []
  /// Blocks that stand as they were imported.
  package private(set) var untouched: Set<String> = []

  package typealias Files = [(name: String, text: String)]

  /// - Parameters:
  ///   - base: the files of the import that made the book; nil if they are not known: then the book is its own base.
  ///   - current: the book as it is now.
  ///   - new: what an import makes now.
  package init(base: Files?, current: Files, new: Files) {
    let (now, next) = (Self.blocks(current), Self.blocks(new))
    let before = base.map(Self.blocks) ?? now
    for block in next.order {
      guard let proposed = next.texts[block] else { continue }
      let (old, mine) = (before.texts[block], now.texts[block])
      if mine?.text == proposed.text || old?.text == proposed.text && (base != nil || mine == nil) { continue }
      if base == nil, let mine, Self.deadline(mine.text) == Self.deadline(proposed.text) { continue }
      let kind: Kind = mine == nil ? .added : base != nil && mine?.text == old?.text ? .changed : .conflict
      // A block that was taken out on purpose stays out.
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

  /// Each block from its first line to the next one's, without comments and blank lines between them.
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
