import RuleSyntax
import Testing

struct BlockTextsTests {
  private static let text = """
    # Đầu tệp.

    kế hoạch kh: Thử
      năm: 2027

    # Của Phòng A.
    # Hai dòng.
    đơn vị a: Phòng A
      email: a@so.example   \("")

    # Để riêng.

    nhiệm vụ I.1: Một
      # Ở trong.
      chủ trì: Phòng A
      hạn: 1/3/2027,
        1/4/2027
    nhiệm vụ I.2: Hai
    """

  private let texts = BlockTexts(name: "plan.rules", bytes: Array(text.utf8))

  @Test func cutsAFileIntoBlocksWithTheirComments() throws {
    #expect(texts.pieces.map(\.name) == ["kế hoạch kh", "đơn vị a", "nhiệm vụ I.1", "nhiệm vụ I.2"])
    #expect(texts.text(of: "kế hoạch kh") == "kế hoạch kh: Thử\n  năm: 2027")
    #expect(texts.text(of: "đơn vị a")?.hasPrefix("# Của Phòng A.\n# Hai dòng.\nđơn vị a: Phòng A\n  email") == true)
    let task = try #require(texts.text(of: "nhiệm vụ I.1"))
    #expect(
      task.hasPrefix("nhiệm vụ I.1: Một\n  # Ở trong.\n") && task.hasSuffix("hạn: 1/3/2027,\n    1/4/2027"), "\(task)")
    #expect(texts.text(of: "nhiệm vụ I.2") == "nhiệm vụ I.2: Hai")
    #expect(texts.name(before: "nhiệm vụ I.2") == "nhiệm vụ I.1" && texts.name(before: "kế hoạch kh") == nil)
  }

  @Test(arguments: ["\n", "\r\n"]) func keepsAnIndentedCommentBelowWithItsBlock(end: String) throws {
    let lines = [
      "nhiệm vụ I.1: Một", "  hạn: 1/3/2027", "  # Sau hạn.", "\t# Nữa.", "# Của I.2.", "nhiệm vụ I.2: Hai",
      "  # Cuối tệp.",
    ]
    let texts = BlockTexts(name: "plan.rules", bytes: Array(lines.joined(separator: end).utf8))
    #expect(texts.text(of: "nhiệm vụ I.1") == lines[0...3].joined(separator: "\n"))
    #expect(texts.text(of: "nhiệm vụ I.2") == lines[4...6].joined(separator: "\n"))
    var layout = BlockLayout(texts)
    let isPut = layout.put("nhiệm vụ I.9", "nhiệm vụ I.9: Mới", behind: "nhiệm vụ I.1")
    let parts = written(layout).split(separator: "nhiệm vụ I.9: Mới")
    #expect(isPut && parts.count == 2 && parts[0].contains("# Nữa.") && parts[1].contains("# Của I.2."))
  }

  private func written(_ layout: BlockLayout) -> String { String(decoding: layout.bytes, as: UTF8.self) }

  /// Each block put back as it is gives the file byte by byte; one that is taken out and put back stands where it was.
  @Test func exchangesOneBlockAndLeavesTheRest() throws {
    var layout = BlockLayout(texts)
    for block in texts.blocks {
      layout.exchange(block.name, for: block.text)
      #expect(written(layout) == Self.text)
    }
    let unit = try #require(texts.text(of: "đơn vị a"))
    layout.takeOut("đơn vị a")
    let rest = BlockTexts(name: "plan.rules", bytes: layout.bytes)
    #expect(rest.pieces.map(\.name) == ["kế hoạch kh", "nhiệm vụ I.1", "nhiệm vụ I.2"])
    var isPut = layout.put("đơn vị a", unit, behind: "kế hoạch kh")
    #expect(isPut && written(layout) == Self.text)
    isPut = layout.put("nhiệm vụ I.9", "nhiệm vụ I.9: Mới", behind: "nhiệm vụ I.8")
    #expect(!isPut && written(layout) == Self.text)
    isPut = layout.put("nhiệm vụ I.9", "nhiệm vụ I.9: Mới", behind: "nhiệm vụ I.2")
    #expect(isPut)
    #expect(written(layout) == Self.text + "\n\nnhiệm vụ I.9: Mới")
  }

  /// A block that is put before all stands behind what the file begins with.
  @Test func putsABlockBeforeAll() {
    var layout = BlockLayout(texts)
    layout.putFirst("mục I", "mục I: Một")
    #expect(written(layout).hasPrefix("# Đầu tệp.\n\nmục I: Một\n\nkế hoạch kh: Thử\n"))
    var empty = BlockLayout(BlockTexts(name: "new.rules", bytes: []))
    empty.putFirst("mục I", "mục I: Một")
    #expect(written(empty) == "mục I: Một\n")
    var comment = BlockLayout(BlockTexts(name: "new.rules", bytes: Array("# Chưa có gì.".utf8)))
    comment.putFirst("mục I", "mục I: Một")
    #expect(written(comment) == "# Chưa có gì.\n\nmục I: Một\n")
  }

  /// Tasks without blank lines between them stay so, and the end of the file keeps its one line end.
  @Test func movesBlocksWithoutLeavingBlankLines() {
    var layout = BlockLayout(BlockTexts(name: "x", bytes: Array("mục a: A\nmục b: B\n\nmục c: C\n".utf8)))
    layout.takeOut("mục c")
    #expect(written(layout) == "mục a: A\nmục b: B\n")
    let isPut = layout.put("mục c", "mục c: C", behind: "mục a")
    #expect(isPut && written(layout) == "mục a: A\nmục c: C\nmục b: B\n")
    layout.takeOut("mục a")
    #expect(written(layout) == "mục c: C\nmục b: B\n")
  }

  /// A file of another program: a byte order mark, CRLF, and letters that are not composed ("ê" as two scalars). Only the
  /// block that is exchanged gets other bytes, with the file's line ends.
  @Test func keepsTheBytesOfOtherBlocks() {
    let file = "\u{FEFF}# De\u{302}\r\n\r\nmục a: De\u{302}\r\n\r\nmục b: De\u{302}\r\n"
    let texts = BlockTexts(name: "x", bytes: Array(file.utf8))
    #expect(texts.blocks.map(\.text) == ["mục a: Dê", "mục b: Dê"])
    #expect(texts.text == "# Dê\n\nmục a: Dê\n\nmục b: Dê")
    var layout = BlockLayout(texts)
    #expect(layout.bytes == Array(file.utf8))
    layout.exchange("mục b", for: "# Mới.\nmục b: Bê")
    let isPut = layout.put("mục c", "mục c: C", behind: "mục b")
    #expect(isPut)
    let expected =
      "\u{FEFF}# De\u{302}\r\n\r\nmục a: De\u{302}\r\n\r\n# Mới.\r\nmục b: Bê\r\n\r\nmục c: C\r\n"
    #expect(layout.bytes == Array(expected.utf8))
  }

  /// Blocks of one name are told apart by their order.
  @Test func numbersBlocksOfOneName() {
    let texts = BlockTexts(name: "x", bytes: Array("nhiệm vụ a: 1\nnhiệm vụ a: 2\n".utf8))
    #expect(texts.pieces.map(\.name) == ["nhiệm vụ a", "nhiệm vụ a (2)"])
    #expect(texts.text(of: "nhiệm vụ a (2)") == "nhiệm vụ a: 2")
  }
}
