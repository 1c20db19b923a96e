import TestSupport
import Testing

@testable import Diagnostics
@testable import RuleSyntax

@Suite("The shape of rule files")
struct BlockShapeTests {
  private func read(_ text: String) -> (RuleFileSyntax, [Diagnostic]) {
    let (syntax, diagnostics) = RuleFileParser.parse(name: "a.rules", text: text)
    return (syntax, diagnostics)
  }

  @Test("header, fields, continuations, comments and blank lines, in both languages")
  func whole() throws {
    let (syntax, diagnostics) = read(
      "\u{FEFF}# chú thích\r\nnhiệm vụ I.5: Tham mưu kế hoạch\r\n    của năm\r\n\r\n  # chú thích nữa\r\n"
        + "  chủ trì: Văn phòng;\r\n    Thanh tra\r\n  hạn (dự thảo): Quý I\r\n\u{A0}\u{A0}ghi chú: a # b: c\r\n"
        + "task I.6: Report\n  due: Q1 2024\n\tand more\n")
    #expect(diagnostics.map(\.code) == [])
    #expect(syntax.blocks.map(\.keyword) == [.task, .task])
    let task = try #require(syntax.blocks.first)
    #expect(task.id.map(syntax.text) == "I.5")
    #expect(task.title.map(syntax.text) == "Tham mưu kế hoạch của năm")
    #expect(task.fields.map(\.key) == [.lead, .due, .note])
    #expect(task.fields[0].value.lines.map(syntax.text) == ["Văn phòng;", "Thanh tra"])
    #expect(task.fields[1].label.map(syntax.text) == "dự thảo")
    #expect(syntax.text(task.fields[2].value) == "a # b: c")
    #expect(syntax.text(syntax.blocks[1].fields[0].value) == "Q1 2024 and more")
  }

  @Test("id or title may be missing where the other identifies the block")
  func missingParts() {
    let (syntax, diagnostics) = read(
      "đơn vị vp:\nđơn vị: Văn phòng\nkiểm thử: các Phòng: A, B\n  hôm nay: 01/02/2024\n")
    #expect(diagnostics.isEmpty)
    #expect(syntax.blocks.map { $0.id.map(syntax.text) } == ["vp", nil, nil])
    #expect(syntax.blocks.map { $0.title.map(syntax.text) } == [nil, "Văn phòng", "các Phòng: A, B"])
  }

  @Test("text is read as NFC, and places are places in it")
  func composed() {
    let (syntax, _) = read("đơn vị vp: Va\u{306}n pho\u{300}ng\n")
    #expect(syntax.blocks[0].title.map { Array(syntax.text($0).utf8) } == Array("Văn phòng".utf8))
  }

  @Test("a place in a joined value is found in its line")
  func positions() throws {
    let (syntax, _) = read("nhiệm vụ I.1: a\n  hạn: Quý I\n    năm 2024\n")
    let value = try #require(syntax.blocks.first?.fields.first?.value)
    #expect(syntax.text(value) == "Quý I năm 2024")
    let offset = "Quý I ".utf8.count
    let place = value.position(ofTextOffset: offset)
    #expect(syntax.text(place..<(place + 4)) == "năm")
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var text: String
    /// Code and marked text of each diagnostic, in order.
    var expected: [(DiagnosticCode, String)]

    init(_ text: String, _ expected: (DiagnosticCode, String)...) {
      self.text = text
      self.expected = expected
    }
    var testDescription: String { text }
  }

  static let mistakes: [Mistake] = [
    Mistake("nhiêm vu I.1: a\n  hạn: Quý I\n", (.unknownBlock, "nhiêm vu")),
    Mistake("nhiệm vu I.1: a\n  hạn: Quý I\n", (.unknownBlock, "nhiệm vu")),
    Mistake("nhiệm vụ I.1 Làm\n  hạn: Quý I\n", (.headerWithoutColon, "nhiệm vụ I.1 Làm")),
    Mistake("nhóm:\n  thành viên: vp\n", (.headerWithoutName, "nhóm")),
    Mistake("cách nhắc tiêu-chuẩn: x\n", (.badID, "tiêu-chuẩn")),
    Mistake("nhiệm vụ: Làm\n  hạn: Quý I\n", (.missingID, "nhiệm vụ: Làm")),
    Mistake("  hạn: Quý I\n", (.fieldOutsideBlock, "hạn: Quý I")),
    Mistake("      hạn: Quý I\n", (.fieldOutsideBlock, "hạn: Quý I")),
    Mistake("nhiệm vụ I.1: a\n  hạn Quý I\n      năm 2024\n", (.fieldWithoutColon, "hạn Quý I")),
    Mistake("đơn vị a: A\n  loạj: x\n", (.unknownKey, "loạj")),
    Mistake("đơn vị a: A\n  loại (b): người\n", (.labelNotAllowed, "b")),
    Mistake("nhiệm vụ I.1: a\n  hạn (b: Quý I\n", (.unclosedLabel, "(b: Quý I")),
    Mistake("đơn vị a: A\n  email: a\n  ghi chú: x\n  email: b\n", (.repeatedKey, "email")),
    Mistake("nhiệm vụ I.1: a\n  chủ trì: x\n", (.missingField, "nhiệm vụ I.1: a")),
    Mistake(
      "kế hoạch k: K\n", (.missingField, "kế hoạch k: K"), (.missingField, "kế hoạch k: K"),
      (.missingField, "kế hoạch k: K")),
    Mistake("lịch a: A\n  năm: 2024\n", (.missingField, "lịch a: A")),
    Mistake("nhiệm vụ I.1: a\n  hạn:\n", (.emptyField, "hạn")),
    Mistake(
      "nhiệm vụ I.1: a\n  hạn: Quý I\n  ghi chú: x\n    chủ trì: b\n", (.continuationLooksLikeField, "chủ trì")),
    // A line with a tab continues what stands above it where the file is right by that.
    Mistake(
      "nhiệm vụ I.1: a\n  hạn: Quý I\n  ghi chú: x\n\tchủ trì: b\n", (.continuationLooksLikeField, "chủ trì")),
    Mistake("nhiệm vụ I.1: a\n\tchủ trì: b\n\thạn: Quý I\n", (.tabBeforeField, "chủ trì")),
    Mistake("nhiệm vụ I.1: a\n  chủ trì: b\n\thạn: Quý I\n", (.tabBeforeField, "hạn")),
    Mistake("nhiệm vụ I.1: a\n  hạn: Quý I\n \tchủ trì: b\n", (.tabBeforeField, "chủ trì")),
    Mistake("nhiệm vụ I.1: a\n  ghi chú: x\n\thạn: Quý I\n", (.tabBeforeField, "hạn")),
    Mistake("đơn vị a: A\u{200B}\n", (.controlCharacter, "\u{200B}")),
    Mistake("đơn vị a: A\u{202E}B\n", (.controlCharacter, "\u{202E}")),
    Mistake("đơn vị a: A\u{0}\n", (.controlCharacter, "\u{0}")),
    Mistake("đơn vị a: A\rđơn vị b: B\n", (.controlCharacter, "\r")),
    Mistake("unit a: A\n  Kind: role\n  e-mail: x\n", (.unknownKey, "e-mail")),
  ]

  @Test("each mistake has its code and its place", arguments: mistakes)
  func reported(_ mistake: Mistake) {
    let (_, diagnostics) = read(mistake.text)
    #expect(diagnostics.map(\.code) == mistake.expected.map(\.0.rawValue))
    #expect(diagnostics.map(\.span.text) == mistake.expected.map(\.1))
    for diagnostic in diagnostics {
      #expect(!diagnostic.words.vi.isEmpty && !diagnostic.words.en.isEmpty)
    }
  }

  @Test("the nearest keyword, key or id is offered")
  func fixes() {
    func fixes(_ text: String) -> [String] { read(text).1.flatMap(\.fixIts).map(\.replacement) }
    #expect(fixes("nhiêm vu I.1: a\n") == ["nhiệm vụ"])
    #expect(fixes("đơn vị a: A\n  loạj: x\n") == ["loại"])
    #expect(fixes("unit a: A\n  superor: x\n") == ["superior"])
    #expect(fixes("cách nhắc tiêu-chuẩn: x\n") == ["tieu-chuan"])
    #expect(fixes("đơn vị a: A\u{200B}\n") == [""])
    #expect(fixes("nhiệm vụ I.1: a\n\thạn: Quý I\n") == ["  "])
  }

  @Test("fields behind tabs are read as fields once it is told")
  func tabs() throws {
    let (syntax, _) = read("nhiệm vụ I.1: a\n\tchủ trì: b\n\thạn: Quý I\n\t\tnăm 2024\nđơn vị b: B\n\temail: a@b\n")
    let task = try #require(syntax.blocks.first)
    #expect(task.title.map(syntax.text) == "a" && task.fields.map(\.key) == [.lead, .due])
    #expect(syntax.text(task.fields[1].value) == "Quý I năm 2024")
    #expect(syntax.blocks[1].fields.map(\.key) == [.email])
  }

  @Test("reading goes on after mistakes")
  func recovery() {
    let (syntax, diagnostics) = read(
      "nhiêm vu I.1: a\n  khóa lạ: x\n  hạn: y\n      z\nđơn vị a: A\n  loạj: x\n  email: a@b\nđơn vị b: B\n")
    #expect(diagnostics.map(\.code) == ["unknown-block", "unknown-key"])
    #expect(syntax.blocks.count == 2)
    #expect(syntax.blocks[0].field(.email) != nil)
  }

  @Test("bytes that are no UTF-8 are told with their place, once each")
  func invalidBytes() {
    let bytes = Array("đơn vị a: ".utf8) + [0xC3, 0x28, 0xA9] + Array("\n".utf8)
    let (syntax, diagnostics) = RuleFileParser.parse(name: "a", bytes: bytes)
    #expect(diagnostics.map(\.code) == ["invalid-utf8", "invalid-utf8"])
    #expect(syntax.blocks.count == 1)
  }

  @Test("UTF-8 is valid exactly where the standard library thinks so")
  func validation() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        [0x41, 0x80, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0x90, 0x8F].randomElement(
          using: &generator) ?? 0
      }.map { UInt8($0) }
      #expect(
        bytes.withUnsafeBufferPointer(RuleFileParser.isValidUTF8) == (String(validating: bytes, as: UTF8.self) != nil))
    }
  }

  @Test("what is taken for plain text at first sight is so at a close look")
  func plain() {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array("a\(Character(scalar))b".utf8)
      guard bytes.withUnsafeBufferPointer(ForbiddenCharacters.isPlain) else { continue }
      var list = DiagnosticList()
      let source = RuleFileParser.decode(name: "a", bytes: bytes)
      ForbiddenCharacters.report(in: source, to: &list)
      #expect(source.bytes == bytes && list.diagnostics.isEmpty, "U+\(String(value, radix: 16))")
    }
  }

  @Test("sizes are bounded")
  func bounds() {
    let long = "đơn vị a: " + String(repeating: "x", count: 10 << 20) + "\nđơn vị b: B\n"
    let (syntax, diagnostics) = read(long)
    #expect(diagnostics.map(\.code) == ["line-too-long"])
    #expect(syntax.blocks.count == 1)
    let huge = [UInt8](repeating: 0x20, count: RuleFileParser.maximumFileSize + 1)
    #expect(RuleFileParser.parse(name: "a", bytes: huge).diagnostics.map(\.code) == ["file-too-large"])
    let wrong = String(repeating: "x\n", count: 5000)
    #expect(read(wrong).1.count == DiagnosticList.limit + 1)
    #expect(read(wrong).1.last?.code == "too-many-diagnostics")
  }

  @Test("every key has one surface at least in both languages, and no block two keys of one surface")
  func keywords() {
    for block in BlockKeyword.allCases {
      for key in block.fields {
        for vietnamese in [true, false] {
          let name = Keywords.name(of: key, vietnamese: vietnamese)
          #expect(Keywords.field(FoldedName(name), in: block) == key, "\(block) \(name)")
        }
        for surface in VietnameseKeywords.surfaces(of: key) + EnglishKeywords.surfaces(of: key) {
          #expect(Keywords.field(FoldedName(surface), in: block) == key, "\(block) \(surface)")
        }
      }
    }
    for key in FieldKey.allCases where key != .column {
      #expect(BlockKeyword.allCases.contains { $0.fields.contains(key) }, "\(key)")
    }
  }
}
