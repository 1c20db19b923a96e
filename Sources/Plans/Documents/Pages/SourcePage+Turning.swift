extension SourcePage {
  /// The page turned so that most of its words read from left to right.
  var upright: SourcePage {
    // A word of several letters that is higher than wide stands on its side.
    let long = words.filter { $0.text.count >= 4 }
    let standing = long.filter { $0.box.height > 1.5 * $0.box.width }
    guard standing.count * 2 > long.count, let turn = Self.turn(of: standing) else { return self }
    var page = self
    (page.width, page.height) = (height, width)
    func turned(_ box: PageBox) -> PageBox {
      turn == .clockwise
        ? PageBox(left: box.top, top: width - box.right, right: box.bottom, bottom: width - box.left)
        : PageBox(left: height - box.bottom, top: box.left, right: height - box.top, bottom: box.right)
    }
    for index in page.words.indices { page.words[index].box = turned(words[index].box) }
    page.rules = rules.map { rule in
      let box = turned(rule.box)
      return rule.isHorizontal
        ? PageRule(isHorizontal: false, at: box.left, from: box.top, to: box.bottom)
        : PageRule(isHorizontal: true, at: box.top, from: box.left, to: box.right)
    }
    return page
  }

  private enum Turn { case clockwise, counterclockwise }

  /// Which way the words are turned. Those of a line follow one another, downwards if they are turned clockwise.
  private static func turn(of words: [PageWord]) -> Turn? {
    var down = 0
    for (word, next) in zip(words, words.dropFirst()) where abs(word.box.left - next.box.left) < word.box.width / 2 {
      down += next.box.top > word.box.top ? 1 : -1
    }
    return down == 0 ? nil : down > 0 ? .clockwise : .counterclockwise
  }
}

extension PageRule {
  fileprivate var box: PageBox {
    isHorizontal
      ? PageBox(left: from, top: at, right: to, bottom: at) : PageBox(left: at, top: from, right: at, bottom: to)
  }
}
