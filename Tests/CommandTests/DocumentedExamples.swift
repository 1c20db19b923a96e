import Diagnostics
import Foundation
import TestSupport
import Testing

/// What a page of `docs/` promises: its fenced blocks that carry a word of ours.
struct DocumentedExamples {
  struct Block {
    /// The words after the fence: `rules vi-du/plan.rules`, `deadline`, `wrong`.
    var words: [Substring]
    var body: String
    /// The heading it stands under, without marks.
    var heading: String
  }

  /// Read once for all cases.
  static let shipped = Result { try shippedRules() }

  var blocks: [Block] = []

  init(page: String) throws {
    var open: Block?
    var heading = ""
    for line in try text(of: "docs/\(page)").split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append(block)
          open = nil
        } else {
          open = Block(words: line.dropFirst(3).split(separator: " "), body: "", heading: heading)
        }
      } else if open != nil {
        open?.body += line + "\n"
      } else if line.hasPrefix("#") {
        heading = line.drop { $0 == "#" || $0 == " " }.replacingOccurrences(of: "`", with: "")
      }
    }
    try #require(!blocks.isEmpty, "docs/\(page) has no examples")
  }

  /// The files of the rule book that the page's `rules PATH` blocks make up.
  var ruleFiles: [SourceText] {
    var files: [(name: String, text: String)] = []
    for block in blocks where block.words.first == "rules" && block.words.count == 2 {
      let name = String(block.words[1])
      if let index = files.firstIndex(where: { $0.name == name }) {
        files[index].text += "\n" + block.body
      } else {
        files.append((name, block.body))
      }
    }
    return files.map { SourceText(name: $0.name, text: $0.text) }
  }

  /// The groups of the page's `deadline` blocks: wordings of one meaning, and its kind and days.
  var wordings: [(wordings: [String], kind: String, days: [String])] {
    blocks.filter { $0.words.first == "deadline" }.flatMap { block in
      block.body.components(separatedBy: "\n\n").compactMap { group in
        let lines = group.split(separator: "\n").map(String.init)
        guard let last = lines.last, last.hasPrefix("= ") else { return nil }
        let words = last.dropFirst(2).split(separator: " ").map(String.init)
        return (Array(lines.dropLast()), words[0], Array(words.dropFirst()))
      }
    }
  }
}
