import Testing

@testable import Rules

@Suite("Addresses of units")
struct UnitAddressTests {
  @Test(
    "An e-mail address has one @ and a domain with a dot; a webhook begins with https://",
    arguments: [
      ("email: vp@so.example", true), ("email: vp.2@phong.so.example.vn", true), ("email: vp", false),
      ("email: vp@so", false), ("email: @so.example", false), ("email: vp@so..example", false),
      ("email: vp@so.example.", false), ("email: a@b@so.example", false), ("email: vp @so.example", false),
      ("email: a@so.example, b@so.example", false), ("webhook: https://so.example/vp", true),
      ("webhook: http://so.example/vp", false), ("webhook: https://", false), ("webhook: so.example", false),
      ("webhook: https://so.example/v p", false),
    ])
  func checked(field: String, isAddress: Bool) throws {
    let diagnostics = RuleBookFixture.read("đơn vị tt: Thanh tra\n  \(field)\n").diagnostics
    #expect(diagnostics.map(\.code) == (isAddress ? [] : ["bad-address"]))
    if !isAddress { #expect(field.hasSuffix(try #require(diagnostics.first).span.text)) }
  }
}
