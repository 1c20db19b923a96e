/// A page with what stands where on it, as a program found it. Lengths are points, from the upper left corner.
package struct SourcePage: Sendable, Equatable {
  package var number: Int
  package var width: Double
  package var height: Double
  package var words: [PageWord]
  package var rules: [PageRule] = []
  /// Whether its words were recognised in a picture, so that each may be wrong.
  package var isRecognised = false

  package init(number: Int, width: Double, height: Double, words: [PageWord] = []) {
    self.number = number
    self.width = width
    self.height = height
    self.words = words
  }
}

/// Letters without a blank between them.
package struct PageWord: Sendable, Equatable {
  package var text: String
  package var box: PageBox

  package init(_ text: String, _ box: PageBox) {
    self.text = text
    self.box = box
  }
}

/// A rectangle on a page.
package struct PageBox: Sendable, Equatable {
  package var left: Double
  package var top: Double
  package var right: Double
  package var bottom: Double

  package init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: (x: Double, y: Double) { ((left + right) / 2, (top + bottom) / 2) }

  /// The smallest rectangle around both.
  func union(_ other: PageBox) -> PageBox {
    PageBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}

/// A straight line that is drawn on a page, along one of its edges.
package struct PageRule: Sendable, Equatable {
  package var isHorizontal: Bool
  /// How far from the upper edge, or from the left one if it is vertical.
  package var at: Double
  package var from: Double
  package var to: Double

  package init(isHorizontal: Bool, at: Double, from: Double, to: Double) {
    self.isHorizontal = isHorizontal
    self.at = at
    self.from = min(from, to)
    self.to = max(from, to)
  }
}
