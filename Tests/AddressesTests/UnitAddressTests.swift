import Channels
import Diagnostics
import Rules
import Testing

@Suite("Addresses of units")
struct UnitAddressTests {
  @Test(
    "What cannot be sent to is no address",
    arguments: [
      ("email: vp@so.example", true), ("email: vp.2@phong.so.example.vn", true), ("email: vp", false),
      ("email: vp@so", false), ("email: @so.example", false), ("email: vp@so..example", false),
      ("email: vp@so.example.", false), ("email: a@b@so.example", false), ("email: vp @so.example", false),
      ("email: a@so.example, b@so.example", false), ("webhook: https://so.example/vp", true),
      ("webhook: http://so.example/vp", false), ("webhook: https://", false), ("webhook: so.example", false),
      ("webhook: https://so.example/v p", false),
      ("webhook: https://x@so.example/", false), ("webhook: https://so.example/#phan", false),
      ("webhook: https://so.example:8443/a?b=c", true), ("email: vp so@so.example", false),
      ("email: \"vp\"@so.example", false), ("email: văn.phòng@so.example", false), ("email: vp@-so.example", false),
    ])
  func checked(field: String, isAddress: Bool) throws {
    let source = SourceText(name: "a.rules", text: "đơn vị tt: Thanh tra\n  \(field)\n")
    let diagnostics = RuleBook.read(own: [source], channels: ChannelCatalog.forms).diagnostics
    #expect(diagnostics.map(\.code) == (isAddress ? [] : ["bad-address"]))
    if !isAddress { #expect(field.hasSuffix(try #require(diagnostics.first).span.text)) }
  }
}
