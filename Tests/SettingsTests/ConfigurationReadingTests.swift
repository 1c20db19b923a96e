import Addresses
import Channels
import CivilCalendar
import Diagnostics
import Presentation
import SettingKeys
import Testing

@testable import Settings

private func read(_ text: String) -> (configuration: Configuration, diagnostics: [Diagnostic]) {
  ConfigurationReader.read(SourceText(name: "nhacviec.toml", text: text))
}

/// The line, from 1, at which a diagnostic stands.
private func line(_ diagnostic: Diagnostic) -> Int {
  1 + diagnostic.span.source.bytes[..<diagnostic.span.start].count { $0 == 0x0A }
}

@Suite("Configuration files are read whole and strictly")
struct ConfigurationReadingTests {
  @Test("An empty file has the defaults")
  func defaults() {
    let (configuration, diagnostics) = read("")
    #expect(diagnostics.isEmpty)
    #expect(configuration.language == .vi)
    #expect(MailSettings(configuration.values) == nil)
    #expect(configuration.channels == [.mail, .webhook])
    #expect(configuration.office.slot == 8 * 60)
    #expect(configuration.office.closing == 17 * 60 + 30)
    #expect(configuration.weeklySheet.day == .monday)
    #expect(configuration.limits.recipients == 200)
    #expect(configuration.limits.needsSynchronisedClock)
    #expect(configuration.retentionMonths == 12)
    #expect(WebhookSettings(configuration.values).standard.format == .standard)
    #expect(configuration.secrets.isEmpty)
  }

  @Test("A whole file")
  func whole() throws {
    let (configuration, diagnostics) = read(
      """
      language = "en"
      rules = "/srv/quy-tắc"
      [mail]
      server = "thu.khanhhoa.gov.vn"
      user = "nhacviec"
      password-credential = "mail-password"
      from = "Nhắc việc Sở KH&CN <nhacviec@khanhhoa.gov.vn>"
      allowed-domains = ["khanhhoa.gov.vn"]
      [webhook]
      secret-file = "/etc/nhacviec/webhook"
      allowed-networks = ["10.0.0.0/8", "fd00::/8"]
      [webhook.host."chat.khanhhoa.gov.vn"]
      format = "text"
      [delivery]
      channels = ["mail"]
      [weekly-sheet]
      day = "friday"
      time = "15:30"
      """)
    #expect(diagnostics.isEmpty)
    let mail = try #require(MailSettings(configuration.values))
    #expect(mail.port == 587)
    #expect(mail.encryption == .required)
    #expect(mail.password == .credential("mail-password"))
    #expect(mail.allows("so@skhcn.khanhhoa.gov.vn") && mail.allows("vp@KhanhHoa.gov.vn"))
    #expect(!mail.allows("vp@xkhanhhoa.gov.vn") && !mail.allows("vp@khanhhoa.gov.vn.evil.example"))
    #expect(!mail.allows("khanhhoa.gov.vn"))
    #expect(configuration.rules == "/srv/quy-tắc")
    #expect(WebhookSettings(configuration.values).webhook(for: "CHAT.khanhhoa.gov.vn").format == .text)
    #expect(WebhookSettings(configuration.values).webhook(for: "other.example").format == .standard)
    let neighbour = try #require(NetworkAddress("10.9.8.7"))
    #expect(WebhookSettings(configuration.values).allowedNetworks.contains { $0.holds(neighbour) })
    #expect(configuration.channels == [.mail])
    #expect(configuration.weeklySheet.day == .friday)
    #expect(configuration.weeklySheet.minute == 930)
    #expect(configuration.secrets.map(\.key) == ["mail.password", "webhook.secret"])
  }

  @Test(
    "The port follows the encryption",
    arguments: [("required", 587), ("opportunistic", 587), ("tls", 465), ("none", 25)])
  func port(_ encryption: String, _ port: Int) {
    let text = """
      [mail]
      server = "localhost"
      from = "a@b.vn"
      allowed-domains = ["*"]
      starttls = "\(encryption)"
      """
    #expect(MailSettings(read(text).configuration.values)?.port == port)
    #expect(MailSettings(read(text + "\nport = 2525").configuration.values)?.port == 2525)
  }

  /// File, code, line, a piece of the English words or fix.
  static let mistakes: [(String, String, Int, String)] = [
    ("a = = 1", "config-syntax", 1, "TOML"),
    ("language = \"vi\"\nlanguage = \"en\"", "config-syntax", 2, "TOML"),
    ("\n\n[mail\nserver = 1", "config-syntax", 3, "TOML"),
    ("langage = \"vi\"", "config-unknown-key", 1, "language"),
    ("[mail]\n\nsevrer = \"x\"", "config-unknown-key", 3, "server"),
    ("[mial]\nserver = \"x\"", "config-unknown-key", 1, "mail"),
    ("port = 25", "config-unknown-key", 1, "mail.port"),
    ("[webhook.host.x]\nformta = \"text\"", "config-unknown-key", 2, "format"),
    ("language = \"fr\"", "config-bad-value", 1, "vi, en"),
    ("[roles.lan]\n# focal-point = true", "config-bad-value", 1, "no key"),
    ("[mail]\nport = \"25\"", "config-bad-value", 2, "number"),
    ("[mail]\nport = 70000", "config-bad-value", 2, "65535"),
    ("[mail]\ntimeout = 1979-05-27", "config-bad-value", 2, "number"),
    ("[mail]\nstarttls = \"requierd\"", "config-bad-value", 2, "required"),
    ("[mail]\nserver = \"http://x\"", "config-bad-value", 2, "machine"),
    ("[mail]\nfrom = \"ai đó\"", "config-bad-value", 2, "mail address"),
    ("[mail]\nfrom = \"A <a@b.vn>\\nBcc: c@d.vn\"", "config-bad-value", 2, "control"),
    ("[mail]\nca-file = \"certs.pem\"", "config-bad-value", 2, "absolute"),
    ("[mail]\npassword-credential = \"../x\"", "config-bad-value", 2, "credential"),
    ("[mail]\nallowed-domains = [\"a@b.vn\"]", "config-bad-value", 2, "domains"),
    ("[webhook]\nallowed-networks = [\"10.0.0.1/8\"]", "config-bad-value", 2, "10.0.0.1/8"),
    ("[journal]\nenabled = \"no\"", "config-bad-value", 2, "true or false"),
    ("[office]\nslot = \"8h\"", "config-bad-value", 2, "08:00"),
    ("[office]\nslot = \"24:00\"", "config-bad-value", 2, "08:00"),
    ("[web]\naddress = \"nhacviec.so.example\"", "config-bad-value", 2, "https://nhacviec.so.example"),
    ("[web]\naddress = \"https://so.example/?a\"", "config-bad-value", 2, "https://nhacviec.so.example"),
    ("mail = 3", "config-bad-value", 1, "[mail]"),
    ("language = { a = 1 }", "config-bad-value", 1, "not a table"),
    ("[mail]\npassword = \"bí mật\"", "config-secret-in-file", 2, "password-credential"),
    ("[webhook]\nsecret = \"whsec_x\"", "config-secret-in-file", 2, "secret-file"),
    ("[webhook.host.x]\nsecret = \"whsec_x\"", "config-secret-in-file", 2, "secret-file"),
    ("[mail]\nserver = \"x\"\nallowed-domains = [\"*\"]", "config-missing-key", 2, "mail.from"),
    ("[mail]\nserver = \"x\"\nfrom = \"a@b.vn\"", "config-missing-key", 2, "mail.allowed-domains"),
    ("[office]\nslot = \"18:00\"", "config-conflict", 2, "office.closing"),
    ("[webhook]\nsecret-file = \"/a\"\nsecret-credential = \"b\"", "config-conflict", 2, "only one"),
    (mail + "user = \"x\"", "config-missing-key", 5, "password-file"),
    (mail + "user = \"x\"\npassword-file = \"/p\"\nstarttls = \"opportunistic\"", "config-unencrypted", 7, "password"),
    (mail + "starttls = \"none\"", "config-unencrypted", 5, "clear"),
  ]
  static let mail = "[mail]\nserver = \"x\"\nfrom = \"a@b.vn\"\nallowed-domains = [\"*\"]\n"

  @Test("A mistake is told at its line", arguments: mistakes)
  func mistake(_ text: String, _ code: String, _ expected: Int, _ words: String) throws {
    let found = try #require(read(text).diagnostics.first)
    #expect(found.code == code)
    #expect(line(found) == expected)
    let said = found.words.en + found.notes.map(\.words.en).joined() + found.fixIts.map(\.replacement).joined()
    #expect(said.contains(words))
    #expect(ConfigurationCode.allCases.contains { $0.rawValue == found.code })
  }

  @Test("All mistakes are told at once")
  func several() {
    let found = read("langage = 1\n[mail]\nport = 0\nserver = \"-\"\n[x]\ny = 1").diagnostics
    #expect(found.map(line) == [1, 3, 4, 5])
  }

  @Test("A place behind letters of several bytes")
  func place() {
    let found = read("rules = \"/quy-tắc\"; x = 1").diagnostics
    #expect(found.count == 1 && found[0].span.text == ";")
    #expect(read("\"ngôn ngữ\" = 1").diagnostics.first?.span.text == "\"ngôn ngữ\"")
  }
}
