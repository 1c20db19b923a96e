import Addresses
import Diagnostics
import Foundation
import Settings
import TestSupport
import Testing

@testable import Channels

@Suite("Channels that the configuration describes")
struct DescribedChannelTests {
  private func read(_ text: String) -> (channels: ChannelSet, problems: [Diagnostic]) {
    let (configuration, problems) = ConfigurationReader.read(SourceText(name: "nhacviec.toml", text: text))
    return (ChannelSet(configuration.values, credentials: nil), problems)
  }

  @Test("Several, each with its name; their addresses are shown to nobody") func several() throws {
    let body = "body = '{\"a\": \"{{text}}\"}'"
    let (channels, problems) = read(
      "[channel.telegram]\naddress = \"https://a.example/x\"\n\(body)\n[channel.zalo-2]\naddress = \"https://b.example\"\n\(body)"
    )
    #expect(problems.isEmpty)
    #expect(channels.forms.map(\.channel.rawValue) == ["mail", "webhook", "telegram", "zalo-2"])
    let form = try #require(channels.forms.first { $0.channel.rawValue == "telegram" })
    #expect(form.isSecret && form.accepts("-100123") && form.accepts("Nhóm A"))
    #expect(!form.accepts("") && !form.accepts("a\nb") && !form.accepts(String(repeating: "1", count: 201)))
    #expect(ChannelCatalog.shown("-100123", by: form.channel) == "telegram")
    #expect(channels.copying(form.channel).map(\.rawValue) == ["journal"] && !channels.isUnread(form.channel))
  }

  static let good = "address = \"https://a.example/{{address}}\"\nbody = '{\"a\": \"{{text}}\"}'\n"

  @Test(
    "Mistakes, each with what to do",
    arguments: [
      ("[channel.\"Nhóm\"]\n\(good)", "config-bad-value", "“channel.Nhóm”: “Nhóm”: a channel's name has small letters"),
      ("[channel.mail]\n\(good)", "config-conflict", "“channel.mail”: there is a channel “mail” already"),
      ("[channel.email]\n\(good)", "config-conflict", "“channel.email”: there is a channel “email” already"),
      ("[channel.a]\nbody = '{\"a\": \"{{text}}\"}'", "config-missing-key", "“channel.a”: “address” is missing"),
      (
        "[channel.a]\naddress = \"https://a.example/{{txt}}\"", "config-bad-value",
        "there is no “{{txt}}”, but {{address}}"
      ),
      ("[channel.a]\naddress = \"https://a.example/{{text\"", "config-bad-value", "there is no “{{text}}”"),
      (
        "[channel.a]\naddress = \"http://a.example/{{text}}\"", "config-bad-value",
        "must be an address https://MACHINE/"
      ),
      ("[channel.a]\naddress = \"https://{{address}}/{{text}}\"", "config-bad-value", "whose machine has no {{…}}"),
      ("[channel.a]\naddress = \"https://a.example{{address}}/{{text}}\"", "config-bad-value", "whose machine has no"),
      (
        "[channel.a]\naddress = \"https://u:{{secret}}@a.example/{{text}}\"", "config-bad-value", "whose machine has no"
      ),
      ("[channel.a]\naddress = \"https://a.example/\"", "config-missing-key", "{{text}} or {{subject}} is nowhere"),
      ("[channel.a]\n\(good)method = \"GET\"", "config-conflict", "there is no “body” with GET"),
      ("[channel.a]\n\(good)method = \"get\"", "config-bad-value", "must be one of POST, PUT, GET"),
      (
        "[channel.a]\n\(good)headers = [\"X: {{secret}}\"]", "config-missing-key",
        "{{secret}} needs “secret-credential”"
      ),
      ("[channel.a]\n\(good)secret-file = \"/x\"", "config-conflict", "{{secret}} is nowhere"),
      ("[channel.a]\n\(good)secret = \"x\"", "config-secret-in-file", "use “secret-credential” or “secret-file”"),
      ("[channel.a]\n\(good)headers = [\"X y: 1\"]", "config-bad-value", "“X y: 1” is not like “Name: value”"),
      ("[channel.a]\n\(good)headers = [\"X\"]", "config-bad-value", "is not like “Name: value”"),
      ("[channel.a]\n\(good)headers = [\"Host: b.example\"]", "config-bad-value", "“Host” is written by the program"),
      ("[channel.a]\n\(good)headers = [\"X: a\\nY: b\"]", "config-bad-value", "must be a list of texts"),
      ("[channel.a]\n\(good)success = \"ok\"", "config-bad-value", "must be like “name.name = value|value”"),
      (
        "[channel.a]\naddress = \"https://a.example/\"\nbody = '{\"a\": {{text}}}'", "config-bad-value",
        "it is not JSON; each {{…}} stands within quotes"
      ),
      ("[delivery]\nchannels = [\"mail\", \"telegran\"]", "config-bad-value", "there is no channel “telegran”"),
    ])
  func mistakes(_ text: String, _ code: String, _ words: String) {
    let problems = read(text).problems
    #expect(problems.map(\.code) == [code], "\(problems.map(\.words.en))")
    #expect(problems.first?.words.en.contains(words) == true, "\(problems.map(\.words.en))")
  }

  @Test("A channel may be left out, and a described one may be named") func used() {
    let text = "[delivery]\nchannels = [\"mail\", \"a\"]\n[channel.a]\n\(Self.good)"
    let (configuration, problems) = ConfigurationReader.read(SourceText(name: "", text: text))
    #expect(problems.isEmpty)
    #expect(configuration.channels.map(\.rawValue).sorted() == ["a", "mail"])
    let all = ConfigurationReader.read(SourceText(name: "", text: "[channel.a]\n\(Self.good)")).configuration
    #expect(all.channels.map(\.rawValue).sorted() == ["a", "mail", "webhook"])
    #expect(all.limits.channels == 3)
  }

  /// Worked out by RFC 3986 and RFC 8259.
  @Test("Values are written as their place wants them") func places() throws {
    let value = "a/b?c&d=%20\"\\\n ế:@"
    func filled(_ text: String, _ place: HTTPTemplate.Place) throws -> String {
      try HTTPTemplate(text).filled([.text: value, .secret: "x"], in: place)
    }
    #expect(try filled("/{{text}}", .url) == "/a%2Fb%3Fc%26d%3D%2520%22%5C%0A%20%E1%BA%BF:@")
    #expect(try filled("/?t={{ text }}", .url) == "/?t=a%2Fb%3Fc%26d%3D%2520%22%5C%0A%20%E1%BA%BF%3A%40")
    #expect(try filled("t={{text}}&s={{secret}}", .form) == "t=a%2Fb%3Fc%26d%3D%2520%22%5C%0A%20%E1%BA%BF%3A%40&s=x")
    #expect(try filled("{\"t\":\"{{text}}\"}", .json) == "{\"t\":\"a/b?c&d=%20\\\"\\\\\\n ế:@\"}")
    #expect(try filled("X: {{text}}", .header) == "X: a/b?c&d=%20\"\\  ế:@")
    #expect(try filled("{{text}}", .text) == value)
    // What a value says about other values is not carried out.
    #expect(try HTTPTemplate("{{text}}").filled([.text: "{{secret}}", .secret: "x"], in: .text) == "{{secret}}")
  }

  @Test(
    "What an answer must say",
    arguments: [
      ("ok = true", #"{"ok":true}"#, true), ("ok = true", #"{"ok":false}"#, false),
      ("ok=true", #"{"ok":"true"}"#, true),
      ("ok = true", #"{"OK":true}"#, false), ("ok = true", "ok", false), ("ok = true", "", false),
      ("error = 0", #"{"error":0}"#, true), ("error = 0", #"{"error":"0"}"#, true),
      ("error = 0", #"{"error":0.0}"#, true),
      ("error = 0", #"{"error":-216}"#, false), ("error = 0", #"{"error":null}"#, false),
      ("CodeResult = 100|124", #"{"CodeResult":"124"}"#, true),
      ("CodeResult = 100|124", #"{"CodeResult":"12"}"#, false),
      ("data.0.status = sent ok", #"{"data":[{"status":"sent ok"}]}"#, true),
      ("data.1.status = sent", #"{"data":[{"status":"sent"}]}"#, false), ("a.b = 1", #"{"a":{"b":{"c":1}}}"#, false),
      ("a = b=c", #"{"a":"b=c"}"#, true),
    ])
  func success(_ rule: String, _ answer: String, holds: Bool) throws {
    #expect(try #require(SuccessRule(rule)).holds(in: Array(answer.utf8)) == holds)
  }

  @Test("What is no such rule", arguments: ["", "ok", "= true", "ok =", "a..b = 1", "a b = 1", "ok = 1|", ".a = 1"])
  func noRule(_ text: String) { #expect(SuccessRule(text) == nil) }

  @Test("Of a text that is too long whole lines are left, and the others counted") func shortened() throws {
    func description(_ limit: Int) throws -> HTTPDescription {
      let channels = read("[channel.a]\n\(Self.good)text-limit = \(limit)").channels
      return try #require(channels[Channel(rawValue: "a")] as? HTTPChannel).description
    }
    let text = "Quá hạn 3 việc:\n- Một\n- Hai\n- Ba"
    #expect(try description(32).shortened(text) == text)
    #expect(try description(31).shortened(text) == "Quá hạn 3 việc:\n- Một\n… (+2)")
    #expect(try description(23).shortened(text) == "Quá hạn 3 việc:\n… (+3)")
    #expect(try description(22).shortened(text) == "Quá hạn 3 việc:\n… (+3)")
    #expect(try description(21).shortened(text) == "Quá hạn 3 việc:\n- Mộ…")
    #expect(try description(20).shortened(text) == "Quá hạn 3 việc:\n- M…")
    // A smiley is two units of UTF-16, and is not torn.
    #expect(try description(20).shortened(String(repeating: "😀", count: 11)) == String(repeating: "😀", count: 9) + "…")
  }

  private func sent(_ table: String, _ server: Peer, text: String = "Việc & “I.5”\nhai") throws -> String {
    let certificate = try Certificate.shared.get()
    let folder = try ScratchFolder()
    try folder.write(Array("khóa&1".utf8), to: "s")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.path + "/s")
    let all = """
      [channel.a]
      \(table.replacing("SERVER", with: "https://localhost:\(server.port)"))
      secret-file = "\(folder.path)/s"
      allowed-networks = ["127.0.0.1"]
      ca-file = "\(certificate.authority)"
      """
    var (channels, problems) = read(all)
    #expect(problems.filter { $0.severity == .error }.isEmpty, "\(problems.map(\.words.en))")
    let channel = Channel(rawValue: "a")
    let message = try ShippedDescriptionTests.stored(channels, channel, text: text)
    return ShippedDescriptionTests.outcome(channels.send(message, to: "0901 234", by: channel, at: 1))
  }

  private func receiver() throws -> Peer {
    let certificate = try Certificate.shared.get()
    return try Peer("webhook_receiver.py", ["--cert", certificate.authority, "--key", certificate.key])
  }

  @Test("A gateway that is asked by GET, by a form and by plain text, with headers of its own") func forms() throws {
    let receiver = try receiver()
    let query = "to={{address}}&text={{text}}&key={{secret}}"
    #expect(try sent("address = \"SERVER/200?\(query)\"\nmethod = \"GET\"", receiver) == "delivered")
    #expect(try sent("address = \"SERVER/202\"\nformat = \"form\"\nbody = \"\(query)\"", receiver) == "delivered")
    #expect(
      try sent(
        "address = \"SERVER/204\"\nmethod = \"PUT\"\nformat = \"text\"\nbody = '''\nGửi: {{text}}'''\n"
          + "headers = [\"X-To: {{address}}\", \"X-Key: {{secret}}\", \"Idempotency-Key: {{id}}\"]", receiver)
        == "delivered")
    let requests = try receiver.requests()
    try #require(requests.map(\.method) == ["GET", "POST", "PUT"])
    let written = "to=0901%20234&text=Vi%E1%BB%87c%20%26%20%E2%80%9CI.5%E2%80%9D%0Ahai&key=kh%C3%B3a%261"
    #expect(requests[0].path == "/200?" + written && requests[0].body.isEmpty)
    #expect(requests[1].body == written)
    #expect(requests[1].headers["content-type"] == "application/x-www-form-urlencoded")
    #expect(requests[2].body == "Gửi: Việc & “I.5”\nhai")
    #expect(requests[2].headers["x-to"] == "0901 234")
    #expect(requests[2].headers["idempotency-key"] == String(repeating: "0f", count: 16))
    #expect(requests[2].headers["content-type"] == "text/plain; charset=utf-8")
  }

  @Test("Answers count as those of webhooks do; 410 gives no address up") func answers() throws {
    let receiver = try receiver()
    for (path, outcome) in [
      ("302", "never redirected 302"), ("401", "never login-required 401"), ("410", "never gone 410"),
      ("413", "never too-large 413"), ("500", "later server-busy 500"), ("drop", "unknown connection-lost"),
      ("silent", "unknown time-out"), ("endless", "delivered"),
    ] {
      let table = "address = \"SERVER/\(path)\"\nbody = '{\"a\": \"{{text}}\"}'\ntimeout = 2"
      #expect(try sent(table, receiver) == outcome, "\(path)")
    }
    // Where an answer must say something, one that never ends may have said it.
    let table = "address = \"SERVER/endless\"\nbody = '{\"a\": \"{{text}}\"}'\ntimeout = 2\nsuccess = \"ok = true\""
    #expect(try sent(table, receiver) == "unknown message-refused")
  }

  @Test("Nobody is called whom the configuration does not allow, and no secret is no message") func forbidden() throws {
    let receiver = try receiver()
    let body = "body = '{\"a\": \"{{text}}\"}'"
    var inside = read("[channel.a]\naddress = \"https://localhost:\(receiver.port)/200\"\n\(body)").channels
    let channel = Channel(rawValue: "a")
    let message = try ShippedDescriptionTests.stored(inside, channel)
    #expect(
      ShippedDescriptionTests.outcome(inside.send(message, to: "1", by: channel, at: 1)) == "never address-forbidden")
    var without = read(
      "[channel.a]\naddress = \"https://localhost:\(receiver.port)/{{secret}}\"\n\(body)\nsecret-file = \"/nonexistent/s\""
    ).channels
    let outcome = ShippedDescriptionTests.outcome(without.send(message, to: "1", by: channel, at: 1))
    #expect(outcome.hasPrefix("not set up: /nonexistent/s cannot be read"))
    #expect(without.trials().map(\.severity) == [.broken])
    #expect(inside.trials().map(\.severity) == [.well])
    #expect(inside.trials().first?.words.en.hasSuffix("to send a test: --send-test a:ADDRESS") == true)
    #expect(try receiver.counts().connections == 0)
  }

  @Test("A test message goes to the channel that is named before it") func trial() throws {
    let receiver = try receiver()
    let certificate = try Certificate.shared.get()
    let channels = read(
      "[channel.a]\naddress = \"https://localhost:\(receiver.port)/200?to={{address}}\"\nbody = '[\"{{text}}\"]'\n"
        + "allowed-networks = [\"127.0.0.1\"]\nca-file = \"\(certificate.authority)\""
    ).channels
    let (channel, address) = try #require(channels.testable("a:12:3"))
    #expect(address == "12:3" && !channel.means(address))
    #expect(channel.sendTest(subject: "Thử", text: "Thư thử\n", to: address, at: 1) == nil)
    let request = try #require(try receiver.requests().first)
    #expect(request.path == "/200?to=12%3A3" && request.body == "[\"Thư thử\\n\"]")
    #expect(channels.testable("https://a.example/x")?.channel.key == .mail)
  }
}
