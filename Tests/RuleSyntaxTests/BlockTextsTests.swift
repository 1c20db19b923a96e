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

  /// Each block put back as it is gives the file byte by byte; one that is taken out and put back stands where it was.
  @Test func exchangesOneBlockAndLeavesTheRest() throws {
    for piece in texts.pieces {
      let same = texts.exchanging(piece.name, for: texts.text(of: piece.name), behind: nil)
      #expect(String(decoding: same, as: UTF8.self) == Self.text)
    }
    let without = texts.exchanging("đơn vị a", for: nil, behind: nil)
    let rest = BlockTexts(name: "plan.rules", bytes: without)
    #expect(rest.pieces.map(\.name) == ["kế hoạch kh", "nhiệm vụ I.1", "nhiệm vụ I.2"])
    let again = rest.exchanging("đơn vị a", for: texts.text(of: "đơn vị a"), behind: "kế hoạch kh")
    #expect(String(decoding: again, as: UTF8.self) == Self.text)
    let last = texts.exchanging("nhiệm vụ I.9", for: "nhiệm vụ I.9: Mới", behind: "nhiệm vụ I.8")
    #expect(String(decoding: last, as: UTF8.self) == Self.text + "\n\nnhiệm vụ I.9: Mới\n")
  }

  /// Blocks of one name are told apart by their order.
  @Test func numbersBlocksOfOneName() {
    let texts = BlockTexts(name: "x", bytes: Array("nhiệm vụ a: 1\nnhiệm vụ a: 2\n".utf8))
    #expect(texts.pieces.map(\.name) == ["nhiệm vụ a", "nhiệm vụ a (2)"])
    #expect(texts.text(of: "nhiệm vụ a (2)") == "nhiệm vụ a: 2")
  }
}
