/// A paragraph of a Word document as the text that a person typed, which Word may keep in many pieces.
struct WordParagraph {
  /// A piece of the text, and where it lies in it. A tab or line break has no node.
  private struct Piece {
    var node: XMLNode?
    var place: Range<Int>
  }

  private var pieces: [Piece] = []
  private(set) var text: [UInt8] = []
  /// Elements with paragraphs of their own: text boxes.
  private(set) var inner: [XMLNode] = []

  init(_ node: XMLNode) { read(node) }

  private mutating func read(_ node: XMLNode) {
    for child in node.xmlChildren where child.isElement {
      switch child.wordName {
      case "t": add(child, Array(child.xmlText.utf8))
      case "tab", "br", "cr": add(nil, [UInt8(ascii: "\n")])
      case "txbxContent": inner.append(child)
      case "pPr", "rPr": break
      default: read(child)
      }
    }
  }

  private mutating func add(_ node: XMLNode?, _ bytes: [UInt8]) {
    pieces.append(Piece(node: node, place: text.count..<text.count + bytes.count))
    text += bytes
  }

  /// Puts each text in the place of a stretch: into the piece in which it begins, so that it looks as its first brace does.
  /// - Parameter changes: in order, none over another.
  func replace(_ changes: [(place: Range<Int>, text: String)], in tree: XMLTree) {
    for piece in pieces {
      guard let node = piece.node, changes.contains(where: { $0.place.overlaps(piece.place) }) else { continue }
      var result: [UInt8] = []
      var index = piece.place.lowerBound
      for (place, new) in changes where place.overlaps(piece.place) {
        if place.lowerBound >= piece.place.lowerBound {
          result += text[index..<place.lowerBound]
          result += Self.inLine(new)
        }
        index = min(place.upperBound, piece.place.upperBound)
      }
      tree.setText(node, result + text[index..<piece.place.upperBound])
    }
  }

  /// A line end is a blank: a value is part of a line.
  private static func inLine(_ text: String) -> [UInt8] {
    text.writable.utf8.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }
  }
}
