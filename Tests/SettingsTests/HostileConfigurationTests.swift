import Channels
import Diagnostics
import Foundation
import Presentation
import SettingKeys
import TestSupport
import Testing

@testable import Settings

/// Reads it and checks what holds of every text: it loads, or each error has a place in it that can be shown.
@discardableResult
private func survive(_ bytes: [UInt8]) -> [Diagnostic] {
  let (_, diagnostics) = ConfigurationReader.read(SourceText(name: "nhacviec.toml", bytes: bytes))
  for diagnostic in diagnostics {
    let span = diagnostic.span
    #expect(0 <= span.start && span.start <= span.end && span.end <= bytes.count)
    #expect(ConfigurationCode.allCases.contains { $0.rawValue == diagnostic.code }, "\(diagnostic.code)")
  }
  if let first = diagnostics.first {
    for language in Language.allCases { #expect(!DiagnosticFormatter(language).text(of: first).isEmpty) }
  }
  return diagnostics
}

@Suite("No text ends who reads the configuration")
struct HostileConfigurationTests {
  /// A file that sets keys of every kind.
  static let whole = """
    language = "vi"
    [mail]
    server = "mail.example.gov.vn"
    port = 587
    from = "Nhắc việc <nhacviec@example.gov.vn>"
    allowed-domains = ["example.gov.vn", 'x.vn']
    [webhook.host."chat.example.gov.vn"]
    format = "text"
    [limits]
    recipients = 1_000
    synchronised-clock = false
    [office]
    slot = "08:00"

    """

  static func line(_ diagnostic: Diagnostic) -> Int {
    1 + diagnostic.span.source.bytes[..<diagnostic.span.start].count { $0 == 0x0A }
  }

  @Test(
    "What is no key and no value where one must be is an error of its line",
    arguments: [
      ("[", 1), ("[\n", 1), ("language = \"vi\"\n[", 2), ("language = \"vi\"\n[\n", 2), ("[[,", 1),
      ("a = 1\n\n[[,\n\n", 3),
      ("\n\na = [}]\nb = 2\n", 3), ("# ấ\n# ấ\na = [ấ\n,]\n\n\n", 3), ("[\u{1}]", 1), ("language = \"\n", 1),
      ("language = [\n\n1\n", 3), ("language = \"\"\"\n\n", 2), ("a\u{0}b = 1", 1), ("x = 2024-02-30", 1),
      ("x = 1\ny = 99999999999999999999", 2), ("[é", 1), ("\né = 1\n", 2), ("a = [1,\né]\n", 2),
      ("a = 1\n\u{E9}\u{FE00}\n", 2),
    ])
  func places(_ text: String, _ expected: Int) throws {
    let found = try #require(survive(Array(text.utf8)).first { $0.code == "config-syntax" }, "\(text)")
    // At the end of a file the place may be the line that would follow.
    let last = 1 + text.utf8.count { $0 == 0x0A }
    #expect(Self.line(found) == expected || expected == last - 1 && Self.line(found) == last, "\(Self.line(found))")
  }

  @Test("A file that ends anywhere")
  func truncated() {
    for text in [ConfigurationReference.example, Self.whole] {
      let bytes = Array(text.utf8)
      for end in 0...bytes.count { survive(Array(bytes[..<end])) }
    }
    #expect(survive(Array(Self.whole.utf8)).isEmpty)
  }

  @Test("Bytes that were changed, added, doubled and left out", arguments: 1...20)
  func mutated(_ seed: UInt64) {
    var dice = SeededGenerator(seed: seed)
    let pieces: [[UInt8]] =
      [
        "[", "]", "[[", "]]", "{", "}", "=", ",", ".", "#", "\"", "'", "\"\"\"", "'''", "\\", "\\u12", "\\U00110000",
        "\r",
        "\n", "\t", " ", "1e999", "-", "_", "0x", "inf", "nan", "1979-05-27T07:32:00Z", "99999999999999999999", "true",
        "a.b", "\u{FEFF}", "\u{2028}", "ế",
      ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x7F]]
    for _ in 0..<500 {
      var bytes = Array(Self.whole.utf8)
      for _ in 0...dice.next(below: 4) {
        let place = dice.next(below: bytes.count)
        switch dice.next(below: 5) {
        case 0: bytes[place] = UInt8(dice.next(below: 256))
        case 1: bytes[place] ^= 1 << UInt8(dice.next(below: 8))
        case 2: bytes.insert(contentsOf: pieces[dice.next(below: pieces.count)], at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + 1 + dice.next(below: 8)))
        default:
          let end = min(bytes.count, place + dice.next(below: 40))
          bytes.insert(contentsOf: bytes[place..<end], at: dice.next(below: bytes.count))
        }
        if bytes.isEmpty { bytes = [0x5B] }
      }
      survive(bytes)
    }
  }

  @Test("Texts of TOML's own signs, in any order", arguments: 1...10)
  func random(_ seed: UInt64) {
    var dice = SeededGenerator(seed: seed << 32)
    let pieces = [
      "[", "]", "{", "}", "=", ",", ".", "\n", "\"", "'", "a", "b", "1", "0x", "-", "+", "_", "true", "inf", ":", "T",
      "Z",
      "e", " ", "#", "\\", "1979-05-27", "07:32", "mail", "webhook", "host", "\r\n", "ấ",
    ]
    for _ in 0..<1000 {
      let text = (0...dice.next(below: 16)).map { _ in pieces[dice.next(below: pieces.count)] }.joined()
      survive(Array(text.utf8))
    }
  }

  /// Deeper than any stack that is not made for it.
  @Test(
    "Nesting without end is an error at its line, on a thread with little stack too",
    arguments: [
      ("a = ", "[", 100_000, "", 2), ("a = ", "{a=", 30_000, "", 2), ("", "a.", 60_000, "a = 1", 2),
      ("[", "a.", 60_000, "a]", 2), ("a = {", "a.", 60_000, "a = 1}", 2), ("", "[a]\n", 30_000, "", 3),
      ("", "[[a]]\n", 20_000, "", 2),
    ])
  func deep(_ start: String, _ piece: String, _ count: Int, _ end: String, _ expected: Int) throws {
    let text = "\n" + start + String(repeating: piece, count: count) + end
    nonisolated(unsafe) var found: [Diagnostic] = []
    let thread = Thread { found = survive(Array(text.utf8)) }
    thread.stackSize = 512 << 10
    thread.start()
    while !thread.isFinished { usleep(1000) }
    #expect(Self.line(try #require(found.first)) == expected)
  }

  @Test("A file that is no configuration: so large, or with mistakes without end")
  func large() {
    #expect(survive([UInt8](repeating: 0x0A, count: 200_000)).map(\.code) == ["config-too-large"])
    let mistakes = (1...10_000).map { "a\($0) = 1" }.joined(separator: "\n")
    #expect(survive(Array(mistakes.utf8)).count == 100)
    let row = "x = [" + String(repeating: "\"ấ\",", count: 10_000) + "1]"
    #expect(survive(Array(row.utf8)).count == 1)
  }
}

@Suite("What the documentation says to write")
struct DocumentedConfigurationTests {
  /// The blocks of TOML in the pages.
  static let blocks: [String] = {
    let folder = repository.appending(path: "docs")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().flatMap { name in
      let page = (try? text(of: "docs/\(name)")) ?? ""
      return page.components(separatedBy: "```toml\n").dropFirst().compactMap {
        $0.components(separatedBy: "```").first
      }
    }
  }()

  @Test("There is the one for mail") func mail() { #expect(Self.blocks.contains { $0.hasPrefix("[mail]\nserver = ") }) }

  @Test(
    "A block pasted into the shipped file holds: before it, behind it, at and below its table's line", arguments: blocks
  )
  func pasted(_ block: String) throws {
    let shipped = try text(of: "config/nhacviec.toml")
    let table = try #require(block.split(separator: "\n").first)
    #expect(shipped.contains("\n# \(table)\n"))
    for text in [
      block + shipped, shipped + block, shipped.replacing("\n# \(table)\n", with: "\n\(block)\n"),
      shipped.replacing("\n# \(table)\n", with: "\n# \(table)\n\(block)\n"),
    ] {
      let (configuration, diagnostics) = ConfigurationReader.read(SourceText(name: "nhacviec.toml", text: text))
      #expect(diagnostics.isEmpty, "\(diagnostics.map(\.words.en))")
      guard table == "[mail]" else { continue }
      #expect(MailSettings(configuration.values)?.server == "mail.coquan.gov.vn")
      #expect(MailSettings(configuration.values)?.allows("vp@coquan.gov.vn") == true)
    }
  }

  @Test("Each key of the shipped file can be set by removing the # before it and before its table's line")
  func uncommented() throws {
    for key in ConfigurationKey.all {
      var table = ""
      var isHere = false
      let text = ConfigurationReference.example.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        if line.hasPrefix("# [") { table = String(line.dropFirst(2)) }
        let isOfTable =
          key.table.map { table == "[\(ConfigurationReference.exampleTable($0))]" } ?? table.isEmpty
        guard isOfTable, line == "# \(table)" || line == "# \(key.last) = \(key.example)" else { return String(line) }
        isHere = isHere || line.hasPrefix("# \(key.last)")
        return String(line.dropFirst(2))
      }.joined(separator: "\n")
      #expect(isHere, "\(key.name)")
      let (_, diagnostics) = ConfigurationReader.values(of: SourceText(name: "", text: text))
      #expect(diagnostics.isEmpty, "\(key.name): \(diagnostics.map(\.words.en))")
    }
  }

  @Test("A table that stands twice, and a key without its table, are told with what to do")
  func advice() throws {
    let twice = ConfigurationReader.read(SourceText(name: "", text: "[mail]\nport = 25\n[mail]\ntimeout = 9\n"))
    let notes = try #require(twice.diagnostics.first).notes.map(\.words.en)
    #expect(notes.contains { $0.contains("keep one") }, "\(notes)")
    let bare = ConfigurationReader.read(SourceText(name: "", text: "port = 25\n"))
    #expect(try #require(bare.diagnostics.first).notes.contains { $0.words.en.contains("such as [mail]") })
  }
}
