import Documents
import TestSupport
import Testing

@Suite("Tables out of words and lines at places of pages")
struct PageTableTests {
  private static func lines(_ pages: [SourcePage]) throws -> [String] {
    Samples.lines(try PagedDocument.read(pages, name: "a.pdf"))
  }

  private static let heading = ["TT", "Nhiệm vụ", "Sản phẩm", "Thời hạn"]

  private static let rows = [
    heading,
    [
      "1", "Rà soát văn bản quy phạm pháp luật do tỉnh ban hành trong các năm trước", "- Báo cáo.\n- Danh mục.",
      "Quý I",
    ],
    ["2", "Kiểm tra", "Kế hoạch", "Tháng 6"],
  ]

  private static let expected = [
    "|TT|Nhiệm vụ|Sản phẩm|Thời hạn|",
    "|1|Rà soát văn bản quy phạm pháp luật do tỉnh ban hành trong các năm trước|- Báo cáo./- Danh mục.|Quý I|",
    "|2|Kiểm tra|Kế hoạch|Tháng 6|",
  ]

  @Test("Lines tell cells; wrapped lines are one paragraph, items are paragraphs") func drawn() throws {
    let pages = Typesetter.pages(Self.rows, Typesetter(widths: [30, 120, 80, 60]))
    #expect(try Self.lines(pages) == Self.expected)
  }

  @Test("Without lines, columns stand apart and numbers begin rows") func undrawn() throws {
    var typesetter = Typesetter(widths: [40, 150, 110, 80])
    typesetter.drawsLines = false
    let found = try Self.lines(Typesetter.pages(Self.rows, typesetter))
    #expect(found == Self.expected, "\(found)")
  }

  @Test("A page that is turned is read as if it were upright", arguments: [true, false])
  func turned(_ isClockwise: Bool) throws {
    let pages = Typesetter.pages(Self.rows, Typesetter(widths: [30, 120, 80, 60])).map { page in
      func turned(_ box: PageBox) -> PageBox {
        isClockwise
          ? PageBox(left: page.height - box.bottom, top: box.left, right: page.height - box.top, bottom: box.right)
          : PageBox(left: box.top, top: page.width - box.right, right: box.bottom, bottom: page.width - box.left)
      }
      var result = SourcePage(number: 1, width: page.height, height: page.width)
      result.words = page.words.map { PageWord($0.text, turned($0.box)) }
      result.rules = page.rules.map { rule in
        let box = turned(
          rule.isHorizontal
            ? PageBox(left: rule.from, top: rule.at, right: rule.to, bottom: rule.at)
            : PageBox(left: rule.at, top: rule.from, right: rule.at, bottom: rule.to))
        return rule.isHorizontal
          ? PageRule(isHorizontal: false, at: box.left, from: box.top, to: box.bottom)
          : PageRule(isHorizontal: true, at: box.top, from: box.left, to: box.right)
      }
      return result
    }
    #expect(try Self.lines(pages) == Self.expected)
  }

  @Test("Cells without a line between them are one") func merged() throws {
    var page = SourcePage(number: 1, width: 400, height: 300)
    for at in [20.0, 100, 200, 300] { page.rules.append(.init(isHorizontal: false, at: at, from: 20, to: 80)) }
    // The section's title reaches over two columns, the product down over two rows.
    page.rules[1].to = 80
    page.rules[2] = .init(isHorizontal: false, at: 200, from: 40, to: 80)
    for at in [20.0, 40, 80] { page.rules.append(.init(isHorizontal: true, at: at, from: 20, to: 300)) }
    page.rules.append(.init(isHorizontal: true, at: 60, from: 20, to: 200))
    for (text, x, y) in [("I", 30.0, 25.0), ("CHUNG", 110, 25), ("1", 30, 45), ("Một", 110, 45), ("Chung", 210, 45)]
      + [("2", 30, 65), ("Hai", 110, 65)]
    {
      page.words.append(PageWord(text, PageBox(left: x, top: y, right: x + 20, bottom: y + 10)))
    }
    #expect(try Self.lines([page]) == ["|I|CHUNG|<|", "|1|Một|Chung|", "|2|Hai|^|"])
  }

  @Test("A number that a narrow column cuts is one number again") func cutNumbers() throws {
    let rows = [
      Self.heading, ["II", "Việc", "Báo cáo", "25/12/2\n023"], ["1", "Việc", "Báo cáo", "Tháng\n01/202\n4"],
    ]
    var typesetter = Typesetter(widths: [30, 120, 80, 44])
    typesetter.pageHeight = 600
    #expect(
      try Self.lines(Typesetter.pages(rows, typesetter)).dropFirst() == [
        "|II|Việc|Báo cáo|25/12/2023|", "|1|Việc|Báo cáo|Tháng 01/2024|",
      ])
  }

  @Test("Random tables come back from the pages over which they were broken", arguments: 0..<200)
  func random(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let syllables = ["rà", "soát", "văn", "bản", "quy", "phạm", "kế", "hoạch", "thủ", "tục", "ngành", "nghiêm", "tỉnh"]
    func sentence(_ most: Int) -> String {
      let words = (0...random.next(below: most)).map { _ in random.pick(syllables) }
      return "X" + words.joined(separator: " ") + "."
    }
    var rows = [["TT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời hạn"]]
    for number in 1...(3 + random.next(below: 20)) {
      let items = (0...random.next(below: 3)).map { _ in "- " + sentence(8) }.joined(separator: "\n")
      rows.append(["\(number)", sentence(40), random.next(below: 2) == 0 ? items : sentence(6), sentence(4), "Quý I."])
    }
    let widths = [30] + (0..<4).map { _ in 60 + Double(random.next(below: 100)) }
    var typesetter = Typesetter(widths: widths)
    typesetter.pageHeight = 200 + Double(random.next(below: 300))
    typesetter.head = "Trang"
    let expected = rows.map { "|" + $0.map { $0.replacing("\n", with: "/") }.joined(separator: "|") + "|" }
    let found = try Self.lines(Typesetter.pages(rows, typesetter))
    let wrong = zip(found, expected).first { $0 != $1 }
    #expect(found == expected, "\(wrong?.0 ?? "\(found.count) rows")\nfor \(wrong?.1 ?? "\(expected.count)")")
  }
}
