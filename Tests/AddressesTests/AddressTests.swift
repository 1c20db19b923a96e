import Testing

@testable import Addresses

@Suite("Addresses and networks")
struct AddressTests {
  @Test(
    "Mailboxes",
    arguments: [
      ("a@b.vn", nil, "a@b.vn"), ("Văn phòng Sở <vp@skhcn.gov.vn>", "Văn phòng Sở", "vp@skhcn.gov.vn"),
      ("<a@b>", nil, "a@b"), ("  A  B <a@b>", "A  B", "a@b"),
    ] as [(String, String?, String)])
  func mailbox(_ text: String, _ name: String?, _ address: String) {
    #expect(Mailbox(text)?.name == name)
    #expect(Mailbox(text)?.address.text == address)
  }

  @Test(
    "No mailboxes",
    arguments: [
      "", "a", "@b", "a@", "a b@c", "a@b c", "a@@b", ".a@b", "a@-b", "A <a@b", "ă@b.vn", "A<B <a@b>", "\"A\" <a@b>",
    ])
  func noMailbox(_ text: String) { #expect(Mailbox(text) == nil) }

  @Test("Who is written to has a domain with a dot")
  func recipient() {
    #expect(MailAddress(recipient: "a@b.vn")?.text == "a@b.vn")
    #expect(MailAddress(recipient: "a@b") == nil && MailAddress("a@b") != nil)
  }

  @Test(
    "Machines",
    arguments: [
      ("mail.so.test", "mail.so.test"), ("10.0.0.1", "10.0.0.1"), ("::1", "[::1]"), ("[::1]", "[::1]"), ("a", "a"),
    ])
  func machines(_ text: String, _ inURL: String) { #expect(HostName(text)?.inURL == inURL) }

  @Test(
    "No machines", arguments: ["", "a b", "-a", "a-", "a..b", "a.", "[a]", "[]", "[10.0.0.1]", "::g", "u@b", "a/b"])
  func noMachines(_ text: String) { #expect(HostName(text) == nil) }

  @Test(
    "Web addresses and their hosts",
    arguments: [
      ("https://so.test", "so.test"), ("HTTPS://So.Test:8443/a?b=@", "so.test"), ("https://[FD00::1]:1/", "fd00::1"),
      ("https://10.0.0.1?x", "10.0.0.1"), ("https://h/a@b:c", "h"),
    ])
  func web(_ text: String, _ host: String) { #expect(WebAddress(text)?.host == host) }

  @Test(
    "No web addresses",
    arguments: [
      "", "https://", "https:///x", "http://so.test/", "https:/so.test", "so.test", "https://x@host/",
      "https://x:y@host/",
      "https://host/#part", "https://host#", "https://host:0/", "https://host:65536/", "https://host:/",
      "https://host:x/",
      "https://[::1/", "https://::1/", "https://a b/", "https://host/a b", "https://hôst/", "https://a_b/",
      "https://%61/",
      "https://host\\x/", "https://host/\u{7F}",
    ])
  func noWeb(_ text: String) { #expect(WebAddress(text) == nil) }

  @Test("Networks", arguments: ["10.0.0.0/8", "127.0.0.1", "::1", "fd00::/8", "0.0.0.0/0"])
  func network(_ text: String) { #expect(NetworkRange(text) != nil) }

  @Test(
    "No networks",
    arguments: [
      "", "10.0.0.0/33", "10.1/8", "010.0.0.1", "10.0.0.1/8", "x", "::1/129", "10.0.0.0/", "1.2.3.4/ 8", "10.0.0.0/08",
    ])
  func noNetwork(_ text: String) { #expect(NetworkRange(text) == nil) }

  @Test("What lies in a network")
  func contains() throws {
    let network = try #require(NetworkRange("192.168.128.0/17"))
    for (text, isInside) in [
      ("192.168.128.1", true), ("192.168.255.255", true), ("192.168.127.255", false), ("::", false),
    ] {
      #expect(network.holds(try #require(NetworkAddress(text))) == isInside)
    }
  }

  @Test(
    "What everybody may see of addresses",
    arguments: [
      ("vanphong@so.example", "v…@so.example"),
      ("Sở <vp@so.example>, a.b@so.example.", "Sở <v…@so.example>, a…@so.example."),
      ("x@a.vn,y@b.vn", "x…@a.vn,y…@b.vn"), ("mailto:vp@so.example", "mailto:v…@so.example"),
      ("TC.7@2024-Q3/snv: TC.1@2024.", "TC.7@2024-Q3/snv: TC.1@2024."), ("@ a@ @b.vn", "@ a@ @b.vn"),
      ("Mở https://so.example/x/MÃ?t=1#z để báo", "Mở https://so.example/… để báo"),
      ("(https://u:p@so.example/t)\nhttp://so.example", "(https://so.example/…)\nhttp://so.example"),
    ])
  func shown(_ text: String, _ expected: String) { #expect(ShownAddresses.shortened(in: text) == expected) }
}
