import Addresses
import Diagnostics
import Testing

@testable import Rules

/// Channels are not known to the rules: what there is, and what their addresses look like, is given from outside.
@Suite("Channels of units")
struct UnitChannelTests {
  private static let channels = [
    AddressForm(.mail, expectedVi: "thư", expectedEn: "a mail address") { $0.contains("@") },
    AddressForm(.webhook, expectedVi: "web", expectedEn: "a web address") { $0.hasPrefix("https://") },
    AddressForm(Channel(rawValue: "tin-nhan"), expectedVi: "số máy", expectedEn: "a number") {
      $0.allSatisfy(\.isNumber)
    },
  ]

  private func read(
    _ fields: String, _ channels: [AddressForm]? = Self.channels
  ) -> (unit: Unit?, diagnostics: [Diagnostic]) {
    let source = SourceText(name: "a.rules", text: "đơn vị tt: Thanh tra\n\(fields)\n")
    let (rules, diagnostics) = RuleBook.read(own: [source], channels: channels)
    return (rules.units.first, diagnostics)
  }

  @Test(
    "A name of either language and an address",
    arguments: [
      ("  kênh tin-nhan: 0905123456", "tin-nhan", "0905123456"), ("  channel tin-nhan: 12", "tin-nhan", "12"),
      ("  Kênh  Tin-Nhan : 12", "tin-nhan", "12"), ("  kênh email: a@so.example", "mail", "a@so.example"),
      ("  email: a@so.example", "mail", "a@so.example"), ("  kênh mail: a@so.example", "mail", "a@so.example"),
      ("  kênh webhook: https://so.example/a", "webhook", "https://so.example/a"),
    ])
  func read(line: String, channel: String, address: String) {
    let (unit, diagnostics) = read(line)
    #expect(diagnostics.isEmpty)
    #expect(unit?.addresses == [Channel(rawValue: channel): address])
    // What was promoted is read without asking whether the channel is there.
    #expect(read(line, nil).unit?.addresses == unit?.addresses)
  }

  @Test("Several channels of one unit, in any order") func several() {
    let (unit, diagnostics) = read("  kênh tin-nhan: 12\n  webhook: https://so.example/a\n  email: a@so.example")
    #expect(diagnostics.isEmpty)
    #expect(unit?.addresses.count == 3)
    #expect(unit?.email == "a@so.example" && unit?.webhook == "https://so.example/a")
  }

  @Test(
    "An unknown channel is told with what there is and what is near",
    arguments: [
      ("  kênh tin-nhắn: 12", "tin-nhắn", "tin-nhan"), ("  channel emial: a@so.example", "emial", "email"),
      ("  kênh fax: 12", "fax", nil),
    ] as [(String, String, String?)])
  func unknown(line: String, found: String, near: String?) throws {
    let (unit, diagnostics) = read(line)
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(diagnostic.code == "unknown-channel")
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.span.text == found)
    #expect(diagnostic.words.en.contains("“\(found)”") && diagnostic.words.vi.contains("“\(found)”"))
    #expect(diagnostic.notes.map(\.words.en) == ["the channels: email, webhook, tin-nhan"])
    #expect(diagnostic.fixIts.map(\.replacement) == [near].compactMap { $0 })
    #expect(unit?.addresses.isEmpty == true)
  }

  @Test("An address that its channel cannot send to stands in the place of the mistake") func badAddress() throws {
    let diagnostic = try #require(read("  kênh tin-nhan: chị Lan").diagnostics.first)
    #expect(diagnostic.code == "bad-address")
    #expect(diagnostic.span.text == "chị Lan")
    #expect(diagnostic.words.en.hasSuffix("a number"))
  }

  @Test(
    "One address a channel, however it is written",
    arguments: [
      "  kênh tin-nhan: 1\n  kênh tin-nhan: 2", "  kênh tin-nhan: 1\n  channel tin-nhan: 2",
      "  email: a@so.example\n  kênh email: b@so.example", "  kênh mail: a@so.example\n  kênh email: b@so.example",
      "  email: a@so.example\n  email: b@so.example",
    ])
  func twice(fields: String) {
    #expect(read(fields).diagnostics.map(\.code) == ["repeated-key"])
  }

  @Test("A channel without a name") func noName() {
    #expect(read("  kênh: 12").diagnostics.map(\.code) == ["unknown-channel"])
    #expect(read("  kênh tin-nhan:").diagnostics.map(\.code) == ["empty-field"])
    #expect(read("  kênh tin-nhan (a): 12").diagnostics.map(\.code) == ["label-not-allowed"])
  }

  @Test("Only units have channels") func otherBlocks() {
    let text = "nhóm n: Nhóm\n  thành viên: không quản lý ở đây\n  kênh tin-nhan: 1\n"
    let source = SourceText(name: "a.rules", text: text)
    #expect(RuleBook.read(own: [source], channels: Self.channels).diagnostics.map(\.code) == ["unknown-key"])
  }
}
