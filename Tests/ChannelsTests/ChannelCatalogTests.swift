import Addresses
import Diagnostics
import Foundation
import SettingKeys
import Testing

@testable import Channels

@Suite("The list of channels")
struct ChannelCatalogTests {
  /// As an empty configuration file has them.
  private static let values = ConfigurationValues(ChannelCatalog.all.flatMap { $0.settings })
  private var channels: ChannelSet { ChannelSet(Self.values, credentials: nil) }

  @Test("Names are told apart, and can stand in keys, logs and rules") func names() {
    let names = ChannelCatalog.single.map { $0.key.rawValue }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") } })
    #expect(ChannelCatalog.single.allSatisfy { Channel(named: $0.key.name) == $0.key })
    #expect(ChannelCatalog.single.allSatisfy { type in type.addresses.map { $0.channel == type.key } ?? true })
  }

  @Test("Keys stand below the channel's own table, each once") func keys() {
    for type in ChannelCatalog.single {
      #expect(type.settings.allSatisfy { $0.path.first == type.key.rawValue }, "\(type.key)")
    }
    #expect(HTTPChannel.settings.allSatisfy { $0.path.prefix(2) == ["channel", "*"] })
    let names = ChannelCatalog.all.flatMap { $0.settings.map(\.name) }
    #expect(Set(names).count == names.count)
  }

  @Test("Secret addresses are shown to nobody") func secrets() {
    #expect(ChannelCatalog.shown("a@so.example", by: .mail) == "a@so.example")
    #expect(ChannelCatalog.shown("https://so.example/secret", by: .webhook) == "webhook")
    #expect(ChannelCatalog.place(of: "https://so.example/secret", by: .webhook) == "so.example")
    // Of a channel that this program does not have nothing is known.
    #expect(ChannelCatalog.shown("123", by: Channel(rawValue: "fax")) == "fax")
    #expect(ChannelCatalog.place(of: "123", by: Channel(rawValue: "fax")) == "fax")
  }

  @Test("Where answers go holds without a mail server too, for mails that only a Maildir gets") func replyTo() throws {
    var values = Self.values
    let mailbox = try #require(Mailbox("Tổng hợp <tong-hop@so.example>"))
    values.set(
      ["mail", "reply-to"], .mailbox(mailbox, "…"), at: Span(SourceText(name: "", bytes: []), 0, 0))
    let channel = MailChannel(values, credentials: nil)
    #expect(!channel.isSetUp && channel.replyTo == mailbox)
  }

  @Test("Copies: reminders to the journal, mails to the Maildir") func copies() throws {
    let source = SourceText(name: "", bytes: [])
    var values = Self.values
    #expect(channels.copying(.mail).map(\.rawValue) == ["journal"])
    #expect(channels.copying(.mail, isReminder: false).isEmpty)
    values.set(["maildir", "path"], .text("/var/mail"), at: Span(source, 0, 0))
    let copying = ChannelSet(values, credentials: nil)
    #expect(copying.copying(.mail).map(\.rawValue) == ["journal", "maildir"])
    #expect(copying.copying(.mail, isReminder: false).map(\.rawValue) == ["maildir"])
    #expect(copying.copying(.webhook).map(\.rawValue) == ["journal"])
    // A person reads the Maildir, and nobody the journal.
    #expect(channels.isUnread(.mail) && !channels.isDeadEnd(.mail))
    #expect(!copying.isUnread(.mail) && !channels.isUnread(.webhook))
    #expect(ChannelSet(values, credentials: nil, without: [JournalChannel.key]).copying(.webhook).isEmpty)
  }

  @Test("What lacks or is broken is said by the channel itself; a test message goes by mail") func trials() throws {
    #expect(!channels.isTriable && channels.trials().isEmpty)
    #expect(channels.untried.map(\.severity) == [.lacking])
    #expect(channels.untried.map(\.words.en) == ["no mail server (mail.server): no mail is sent"])
    let place = Span(SourceText(name: "", bytes: []), 0, 0)
    var values = Self.values
    values.set(["maildir", "path"], .text("/nonexistent/mail"), at: place)
    let kept = ChannelSet(values, credentials: nil)
    #expect(kept.isTriable && kept.trials().map(\.severity) == [.broken])
    #expect(kept.trials().map(\.words.en) == ["the Maildir /nonexistent/mail cannot be written"])
    values.set(["mail", "server"], .text("mail.so.example"), at: place)
    values.set(
      ["mail", "from"], .mailbox(Mailbox(try #require(MailAddress("a@so.example"))), "a@so.example"), at: place)
    values.set(["mail", "allowed-domains"], .list(["so.example", "*"]), at: place)
    let sending = ChannelSet(values, credentials: nil)
    #expect(sending.untried.map(\.words.en) == ["mail server: mail.so.example:587, not tried"])
    let mail = try #require(sending.testable("vp@so.example")).channel
    #expect(sending.testable("mail:vp@so.example").map { "\($0.channel.key) \($0.address)" } == "mail vp@so.example")
    // Every domain is allowed, and one is meant.
    #expect(mail.means("vp@so.example") && !mail.means("vp@else.example"))
    #expect(
      mail.sendTest(subject: "a", text: "b", to: "no address", at: 0)?.en.hasPrefix("the configuration forbids") == true
    )
  }

  @Test("What was decided for a channel that is gone is not lost") func gone() {
    var channels = channels
    let message = StoredNotification(id: "1", slot: 0, returnPath: nil, body: [], entries: [])
    guard case .notSetUp(let words, .nobody) = channels.send(message, to: "1", by: Channel(rawValue: "fax"), at: 0)
    else {
      Issue.record("something was sent")
      return
    }
    #expect(words.en == "there is no channel “fax”")
  }

  /// The rule language's words for the first two channels.
  private static let mayName: Set<String> = [
    "Rules/RuleSet.swift", "Rules/Resolver+Addresses.swift",
    "Blocks/BlockKeyword.swift", "Blocks/EnglishKeywords.swift", "Blocks/VietnameseKeywords.swift",
  ]

  @Test("Nobody else asks which channel it is") func nobodyElse() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var naming: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" && !file.path.contains("/Notify/Channels/") {
      let text = try String(contentsOf: file, encoding: .utf8)
      guard text.contains(".webhook") || text.contains(".maildir:") || text.contains("OutboxSender.journal") else {
        continue
      }
      naming.insert(file.pathComponents.suffix(2).joined(separator: "/"))
    }
    #expect(naming == Self.mayName)
  }
}
