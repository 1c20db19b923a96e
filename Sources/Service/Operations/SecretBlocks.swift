import RuleSyntax
import Rules

/// Which blocks of rule files may not be shown, because they are about what is classified now, or were then.
struct SecretBlocks {
  private let words: SecretWords
  private let root: String
  /// The classified tasks and events, as `FOLDER|ID`, and the folders of classified plans.
  private var ids: Set<String> = []
  private var folders: Set<String> = []

  /// - Parameter root: the folder below which the files have their names.
  init(_ model: SiteModel, root: String) {
    (words, self.root) = (SecretWords(model.book.rules), root.hasSuffix("/") ? String(root.dropLast()) : root)
    let rules = model.book.rules
    for task in rules.tasks.indices where rules.isClassified(task) {
      ids.insert("\(folder(of: rules.tasks[task].span.source.name))|\(rules.tasks[task].id)")
    }
    for event in rules.classifiedEvents {
      ids.insert("\(folder(of: rules.events[event].span.source.name))|\(rules.events[event].id)")
    }
    for plan in rules.plans where plan.classified != nil { folders.insert(folder(of: plan.span.source.name)) }
  }

  /// - Parameters:
  ///   - file: its path below the root.
  ///   - text: the block with its comments.
  func contains(_ file: String, _ text: String) -> Bool {
    let folder = folder(of: "\(root)/\(file)")
    if folders.contains(where: { folder == $0 || folder.hasPrefix($0 + "/") }) { return true }
    let syntax = RuleFileParser.parse(name: file, text: text).syntax
    return syntax.blocks.contains { block in
      block.field(.classified) != nil || block.id.map { ids.contains("\(folder)|\(syntax.text($0))") } ?? false
    } || tell(text)
  }

  /// Whether a text outside of blocks has words of what is classified.
  func tell(_ text: String) -> Bool { words.areTold(by: text) }

  /// Below the root; `.` for the root.
  private func folder(of path: String) -> String {
    let below = path.hasPrefix(root + "/") ? path.dropFirst(root.count + 1) : path[...]
    return below.lastIndex(of: "/").map { String(below[..<$0]) } ?? "."
  }
}
