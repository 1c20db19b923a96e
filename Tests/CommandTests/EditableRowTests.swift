import RuleSyntax
import TestSupport
import Testing

@testable import Operations

@Suite("Values of a row that are exchanged, and the bytes that stay")
struct EditableRowTests {
  private static let text = """
    # Theo công văn 7.
    nhiệm vụ TC.7: Báo cáo cải cách
        hành chính
      # Ai nhận.
      nơi nhận: Sở Nội vụ
      chủ trì: Phòng A;
        # Thêm năm 2024.
        Phòng B
      hạn: chậm nhất 30/9/2024
      ghi chú: giữ  nguyên
    """

  private func row(_ text: String = text) throws -> EditableRow { try #require(EditableRow(text)) }

  private func values(_ row: EditableRow) -> [String: String] {
    Dictionary(uniqueKeysWithValues: row.values.map { ($0.name, $0.text) })
  }

  @Test("A form gets each value in one line, and an empty one for what the row lacks") func reads() throws {
    #expect(
      try values(row()) == [
        "title": "Báo cáo cải cách hành chính", "product": "", "lead": "Phòng A; Phòng B", "support": "",
        "due": "chậm nhất 30/9/2024",
      ])
  }

  @Test("Only the line of the changed value is another") func changesOne() throws {
    let changed = try #require(row().exchanging(["due": "hằng quý, trước ngày 17 tháng cuối quý"]))
    #expect(
      changed.text
        == Self.text.replacing("hạn: chậm nhất 30/9/2024", with: "hạn: hằng quý, trước ngày 17 tháng cuối quý"))
  }

  @Test("A value of several lines becomes one, and comments between its lines stay") func joinsLines() throws {
    let changed = try #require(row().exchanging(["title": "Báo cáo", "lead": "Phòng C"]))
    #expect(
      changed.text == """
        # Theo công văn 7.
        nhiệm vụ TC.7: Báo cáo
          # Ai nhận.
          nơi nhận: Sở Nội vụ
          chủ trì: Phòng C
            # Thêm năm 2024.
          hạn: chậm nhất 30/9/2024
          ghi chú: giữ  nguyên
        """)
  }

  @Test("What the row lacks is put where rows have it, in the row's language") func adds() throws {
    let changed = try #require(row().exchanging(["product": "Báo cáo", "support": "Phòng D"]))
    #expect(
      changed.text == """
        # Theo công văn 7.
        nhiệm vụ TC.7: Báo cáo cải cách
            hành chính
          sản phẩm: Báo cáo
          # Ai nhận.
          nơi nhận: Sở Nội vụ
          chủ trì: Phòng A;
            # Thêm năm 2024.
            Phòng B
          phối hợp: Phòng D
          hạn: chậm nhất 30/9/2024
          ghi chú: giữ  nguyên
        """)
    let english = try row("task T.1: A report\n  due: by 30 June 2024")
    #expect(
      try #require(english.exchanging(["support": "A", "lead": "B", "product": "C"])).text
        == "task T.1: A report\n  product: C\n  lead: B\n  support: A\n  due: by 30 June 2024")
  }

  @Test("A row is withdrawn by one line behind its last field, in its language, and only once") func withdrawn() throws
  {
    let ended = try #require(row().withdrawn(on: "1/6/2027"))
    #expect(ended.text == Self.text + "\n  bãi bỏ: 1/6/2027")
    #expect(ended.withdrawn(on: "2/6/2027") == nil)
    let english = try row("task T.1: A report\n  due:\n    by 30 June 2024\n    # Soon.")
    #expect(
      try #require(english.withdrawn(on: "1/6/2027")).text
        == "task T.1: A report\n  due:\n    by 30 June 2024\n  withdrawn: 1/6/2027\n    # Soon.")
    #expect(try row("nhiệm vụ 1: Việc\n  hạn: 1/1/2024").withdrawn(on: "1/1/2024\n  độ mật: Mật") == nil)
  }

  @Test("An emptied value takes its field out, and what stands beside stays") func removes() throws {
    let row = try row("nhiệm vụ 1: Việc\n  sản phẩm: Báo cáo\n  phối hợp: A\n    B\n  hạn: 30/6/2024")
    #expect(
      try #require(row.exchanging(["support": ""])).text == "nhiệm vụ 1: Việc\n  sản phẩm: Báo cáo\n  hạn: 30/6/2024")
    #expect(
      try #require(row.exchanging(["product": "", "support": "", "lead": "C"])).text
        == "nhiệm vụ 1: Việc\n  chủ trì: C\n  hạn: 30/6/2024")
  }

  @Test("Several due lines are told apart by their labels, and each is exchanged alone") func labels() throws {
    let text = "nhiệm vụ 1: Việc\n  hạn (dự thảo): 30/6/2024\n  hạn (ban hành):\n    31/8/2024"
    let row = try row(text)
    #expect(row.values.filter { $0.kind == .due }.map(\.name) == ["due", "due-2"])
    #expect(row.values.filter { $0.kind == .due }.map(\.label) == ["dự thảo", "ban hành"])
    #expect(
      try #require(row.exchanging(["due-2": "30/9/2024"])).text
        == "nhiệm vụ 1: Việc\n  hạn (dự thảo): 30/6/2024\n  hạn (ban hành): 30/9/2024")
  }

  @Test(
    "No value begins another field, block or comment, whatever it says",
    arguments: [
      "30/9/2024: chủ trì: Phòng X", "(nhãn): 30/9/2024", "# 30/9/2024", "nhiệm vụ X.1: Khác", "hạn: 1/1/2025",
      "độ mật: Mật", "\"; drop", "[a]: b", ":", "(", ")",
    ]) func keepsWithinItsLine(words: String) throws
  {
    for name in ["title", "product", "lead", "support", "due"] {
      let changed = try #require(row().exchanging([name: words]), "\(name)")
      var wanted = try values(row())
      wanted[name] = words
      #expect(values(changed) == wanted)
      #expect(changed.field(.classified) == nil && changed.field(.note) == "giữ  nguyên")
      #expect(changed.text.split(separator: "\n").count - Self.text.split(separator: "\n").count <= 1)
    }
  }

  @Test("A line end in a value, which cleaned words cannot have, is refused where it would begin a field")
  func refusesLineEnds() throws {
    for words in ["30/9/2024\n  độ mật: Mật", "30/9/2024\n\nđơn vị x: X\n  email: x@evil.example", "1/1/2025\n# x"] {
      #expect(try row().exchanging(["due": words]) == nil)
      #expect(try row().exchanging(["title": words]) == nil)
      #expect(EditableRow(id: "X.1", title: "Việc", [(.due, words)], isVietnamese: true) == nil)
    }
  }

  @Test("Only one block of a task is a row") func isATask() {
    for text in [
      "đơn vị a: Phòng A", "kế hoạch k: K\n  năm: 2024",
      "nhiệm vụ 1: A\n  hạn: 1/1/2024\n\nnhiệm vụ 2: B\n  hạn: 1/1/2024",
      "sự kiện s: S", "cách nhắc c: C", "",
    ] { #expect(EditableRow(text) == nil, "\(text)") }
  }

  @Test("A new row has its fields in order, and none that is empty") func new() throws {
    let row = try #require(
      EditableRow(
        id: "TC.8", title: "Báo cáo: quý",
        [(.product, ""), (.lead, "Phòng A; Phòng B"), (.due, "hằng quý"), (.source, "CV 7")],
        isVietnamese: true))
    #expect(row.text == "nhiệm vụ TC.8: Báo cáo: quý\n  chủ trì: Phòng A; Phòng B\n  hạn: hằng quý\n  nguồn: CV 7")
    #expect(EditableRow(id: "TC 8: x", title: "Báo cáo", [(.due, "hằng quý")], isVietnamese: true) == nil)
  }

  @Test("Of each row of the shipped plans each value can be exchanged, and all other lines stay") func shipped() throws
  {
    let plans = ["ha-tinh-skhcn-2021", "ha-tinh-tinh-2024", "khanh-hoa-skhcn-2024", "khanh-hoa-svhtt-2022"]
    var rows = 0
    for source in try (plans + ["khanh-hoa-tinh-2021-2030"]).flatMap({ try ruleFiles(in: "rules/\($0)") }) {
      for block in BlockTexts(name: source.name, bytes: source.bytes).blocks where block.name.hasPrefix("nhiệm vụ ") {
        rows += 1
        let row = try row(block.text)
        let old = values(row)
        #expect(row.exchanging(old)?.text == block.text, "\(block.name)")
        for name in old.keys {
          let changed = try #require(row.exchanging([name: "Lời khác: (a); # b"]), "\(block.name): \(name)")
          #expect(values(changed) == old.merging([name: "Lời khác: (a); # b"]) { $1 }, "\(block.name): \(name)")
          let lines = changed.text.split(separator: "\n", omittingEmptySubsequences: false)
          let difference = lines.difference(from: block.text.split(separator: "\n", omittingEmptySubsequences: false))
          #expect(difference.insertions.count == 1, "\(block.name): \(name): \(difference)")
        }
      }
    }
    // Lines that begin with “nhiệm vụ”, counted by grep.
    #expect(rows == 267)
  }
}
