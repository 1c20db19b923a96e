import Diagnostics
import RuleSyntax

/// A rule file with its place in the scopes.
final class ResolvedFile {
  let syntax: RuleFileSyntax
  let folder: NameIndex.Folder
  /// The plan its tasks, sections and tests belong to.
  var plan: PlanID?
  /// Whether the file, or its folder, has several plans, so that each task must name its own.
  var hasSeveralPlans = false
  let isShipped: Bool

  init(syntax: RuleFileSyntax, folder: NameIndex.Folder, isShipped: Bool) {
    self.syntax = syntax
    self.folder = folder
    self.isShipped = isShipped
  }

  func span(_ range: Range<Int>) -> Span { syntax.span(range) }
  func text(_ value: ValueSyntax) -> String { syntax.text(value) }

  /// The value's items: its lines, each cut at `;` outside brackets, without blanks at the ends.
  func items(_ value: ValueSyntax) -> [Range<Int>] {
    let bytes = syntax.source.bytes
    // Most values are one item.
    if value.continuations.isEmpty, !bytes[value.first].contains(UInt8(ascii: ";")) {
      return value.first.isEmpty ? [] : [value.first]
    }
    var items: [Range<Int>] = []
    for line in value.lines {
      var start = line.lowerBound
      var depth = 0
      for index in line {
        switch bytes[index] {
        case UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
        case UInt8(ascii: "]"), UInt8(ascii: ")"): depth -= 1
        case UInt8(ascii: ";") where depth <= 0:
          items.append(syntax.source.trimmed(start..<index))
          start = index + 1
        default: break
        }
      }
      items.append(syntax.source.trimmed(start..<line.upperBound))
    }
    return items.filter { !$0.isEmpty }
  }
}

/// A block and the file that it stands in.
struct BlockPlace {
  var file: Int
  var block: Int
}
