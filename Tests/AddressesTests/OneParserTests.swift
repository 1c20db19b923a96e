import Channels
import Delivery
import Diagnostics
import Glibc
import Rules
import Settings
import TestSupport
import Testing

@testable import Addresses

/// What `check` accepts is what is sent to, and the other way round, for texts near the grammar.
@Suite("Check and sending read addresses alike")
struct OneParserTests {
  private static let count = 3000

  /// Texts of a part each, the first few of which are the usual ones.
  private func draw(_ parts: [[String]]) -> Set<String> {
    var random = SeededGenerator(seed: 11)
    var drawn: Set<String> = []
    while drawn.count < Self.count {
      drawn.insert(
        parts.map {
          Bool.random(using: &random)
            ? $0.prefix(6).randomElement(using: &random) ?? "" : $0.randomElement(using: &random) ?? ""
        }
        .joined())
    }
    return drawn
  }

  /// The units of a rule book in which each has one of `values` in the field; what is no address they do not have.
  private func units(_ field: String, _ values: [String]) -> [Unit] {
    let text = values.enumerated().map { "đơn vị u\($0.offset): Đơn vị \($0.offset)\n  \(field): \($0.element)\n" }
    let source = SourceText(name: "a.rules", text: text.joined(separator: "\n"))
    return RuleBook.read(own: [source], channels: ChannelCatalog.forms).rules.units
  }

  private var reach: AddressPolicy {
    let source = SourceText(name: "nhacviec.toml", text: "[maildir]\npath = \"/tmp\"\n")
    let configuration = ConfigurationReader.read(source).configuration
    return AddressPolicy(configuration, gone: [], hasJournal: false)
  }

  @Test("Web addresses; libcurl reads each that is accepted, with the same host")
  func web() throws {
    let curl = try #require(Curl())
    let drawn = draw([
      [
        "https://", "https://", "https://", "https://", "HTTPS://", "Https://", "http://", "https:/", "https:",
        "ftp://", "https:///", "",
      ],
      [
        "so.test", "a", "[::1]", "[fd00::12]", "A.Test", "127.0.0.1", "-a.b", "a-.b", "a..b", "[::g]", "[::1", "::1",
        "2130706433",
        "0x7f.1", "1.2.3.4.5", "999.1.1.1", "xn--a", "a_b", "a%41", "é", "", "user@h", "user:pw@h", "so.test.",
        "99999999999", "[]", "[a]", "a[b", "[fe80::1%25eth0]", "127.1", "0177.0.0.1", "a:b@c", "4294967296",
      ], ["", "", "", ":1", ":65535", ":080", ":", ":0", ":65536", ":8a", ":99999999999", ":-1", "::1"],
      [
        "", "/", "/x", "?q", "?q=@", "/a@b", "/[x]", "/#f", "#f", "/a b", "/%zz", "/<x>", "/\"", "/\\", "\\", "/x?y#z",
        "/..",
        "//", "/{a}", "@h", "/\u{7F}", "/é", "?", "/a:b", "/;", "/a,b",
      ],
    ]).sorted()
    let units = units("webhook", drawn)
    try #require(units.count == drawn.count)
    var accepted = 0
    for (text, unit) in zip(drawn, units) {
      let isSent = WebAddress(text) != nil
      #expect((unit.webhook == text) == isSent, "\(text)")
      #expect((reach.obstacle(.webhook, text) == nil) == isSent, "\(text)")
      guard isSent else { continue }
      accepted += 1
      #expect(curl.host(of: text) != nil, "\(text)")
      // libcurl writes short forms of IPv4 addresses in full.
      let host = try #require(WebAddress(text)?.host)
      if host.first?.isNumber != true || host == "127.0.0.1" { #expect(curl.host(of: text) == host, "\(text)") }
    }
    #expect(accepted > 300 && accepted < drawn.count - 300)
  }

  @Test("Mail addresses")
  func mail() throws {
    let drawn = draw([
      [
        "a", "a.b", "a+b", "A", "a/b", "1", ".a", "a.", "a..b", "a b", "\"a\"", "ă", "a@b", "", "a'b", "<a", "a;b",
        "a#b",
      ],
      ["@", "@", "@", "@", "@", "@", "@@", "", " @"],
      [
        "so.test", "SO.test", "1.2.3.4", "a.b.c.d", "so.t", "so-a.test", "so", "-so.test", "so-.test", "so..test",
        "so.test.", ".so.test", "[127.0.0.1]",
        "sở.test", "so_a.test", "", "so.test>", "so.test ", "x@so.test", "so .test", "so,test", "so.1",
      ], ["", "", "", "x", ".vn", "y", " ", ".", "-", ",b@so.test", "\u{7F}", "z"],
    ]).sorted()
    let units = units("email", drawn)
    try #require(units.count == drawn.count)
    var accepted = 0
    for (drawn, unit) in zip(drawn, units) {
      // Blanks around a value are not part of it.
      let text = String(drawn.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      let isSent = reach.obstacle(.mail, text) == nil
      #expect((unit.email == text) == isSent, "\(text)")
      #expect((MailAddress(recipient: text) != nil) == isSent, "\(text)")
      if isSent { accepted += 1 }
    }
    #expect(accepted > 200 && accepted < drawn.count - 300)
  }
}

/// libcurl's own parser of addresses, as the library of the machine has it.
private struct Curl {
  typealias Part = UInt32
  private let make: @convention(c) () -> OpaquePointer?
  private let set: @convention(c) (OpaquePointer, Part, UnsafePointer<CChar>, UInt32) -> UInt32
  private let get:
    @convention(c) (OpaquePointer, Part, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, UInt32) -> UInt32
  private let free: @convention(c) (OpaquePointer) -> Void

  init?() {
    guard let library = dlopen("libcurl.so.4", RTLD_NOW) ?? dlopen("libcurl-gnutls.so.4", RTLD_NOW),
      let make = dlsym(library, "curl_url"), let set = dlsym(library, "curl_url_set"),
      let get = dlsym(library, "curl_url_get"), let free = dlsym(library, "curl_url_cleanup")
    else { return nil }
    self.make = unsafeBitCast(make, to: type(of: self.make))
    self.set = unsafeBitCast(set, to: type(of: self.set))
    self.get = unsafeBitCast(get, to: type(of: self.get))
    self.free = unsafeBitCast(free, to: type(of: self.free))
  }

  /// Lower case, without brackets; nil where it refuses the address, or finds a user name or a fragment in it.
  func host(of text: String) -> String? {
    guard let url = make() else { return nil }
    defer { free(url) }
    // CURLUPART_URL, _USER, _PASSWORD, _HOST and _FRAGMENT (curl/urlapi.h).
    guard set(url, 0, text, 0) == 0, [2, 3, 9].allSatisfy({ part($0, url) == nil }) else { return nil }
    return part(5, url)?.lowercased().filter { !"[]".contains($0) }
  }

  private func part(_ part: Part, _ url: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard get(url, part, &text, 0) == 0, let text else { return nil }
    defer { Glibc.free(text) }
    return String(cString: text)
  }
}
