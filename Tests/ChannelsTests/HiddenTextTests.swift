import Testing

@testable import Channels

@Suite("A secret that an answer repeats")
struct HiddenTextTests {
  private static let secret = "Qw+9/f8=e7\"d&Zx"

  /// Base64 of the secret alone, and behind `a:` and `ab:`, by Python's base64 module.
  @Test(
    "However it is written, it is not shown",
    arguments: [
      "Not found: \(secret)", "<p>Not found: Qw+9/f8=e7&quot;d&amp;Zx</p>", "Qw%2b9%2ff8%3de7%22d%26Zx",
      "Qw%2B9%2Ff8%3De7%22d%26Zx", "tok Qw+9/f\n8=e7\"d&Zx", "&#81;w+9/f8&#x3d;e7&#34;d&#38;Zx", "UXcrOS9mOD1lNyJkJlp4",
      "YTpRdys5L2Y4PWU3ImQmWng=", "YWI6UXcrOS9mOD1lNyJkJlp4", "qW+9/F8=E7\"D&zX", "…w+9/f8=e7\"d&Z…",
    ])
  func hidden(answer: String) throws {
    let shown = try #require(HiddenText(Self.secret)).blotted(answer)
    #expect(shown.contains("***") && !shown.lowercased().contains("f8") && !shown.contains("UXcr"), "\(shown)")
  }

  @Test("Other answers stand as they are", arguments: ["Bad Request: chat not found", "", "f8 d & Zx", "ok: false"])
  func others(answer: String) throws {
    #expect(try #require(HiddenText(Self.secret)).blotted(answer) == answer)
    #expect(HiddenText("") == nil)
  }
}
