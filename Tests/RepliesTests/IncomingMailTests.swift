import Addresses
import Foundation
import Replies
import TestSupport
import Testing

/// Mails as mail programs write them, made by Python's `email` package: what its authors wrote, and to which message.
struct IncomingMailTests {
  static func mail(_ name: String) throws -> IncomingMail {
    let file = repository.appending(path: "Tests/RepliesTests/mails/\(name).eml")
    return try IncomingMail(Array(Data(contentsOf: file)))
  }

  @Test(arguments: [
    ("gmail", "Kính gửi đầu mối,\nNhiệm vụ I.2 đã xong, số 12/BC-VP ngày 4/3/2024."),
    ("outlook", "Please be informed that I.2 is done: report no. 12/BC-VP of 4 March 2024."),
    ("thunderbird", "Xin gia hạn việc I.2 đến ngày 15/4/2024 vì chờ số liệu của tỉnh."),
    ("zimbra", "Đã hoàn thành, báo cáo số 12/BC-VP ngày 04/3/2024."),
    ("zimbra-lines", "Đã hoàn thành hôm qua."),
    ("html-only", "Đã xong I.2, số 12/BC-VP ngày 4/3/2024."),
    ("phone", "da xong hom nay"),
  ])
  func findsWhatTheAuthorWrote(_ name: String, _ words: String) throws {
    let mail = try Self.mail(name)
    #expect(mail.words == words)
    #expect(mail.machine == nil)
    #expect(mail.author == MailAddress("vp@so.example"))
    #expect(mail.answers == ["00112233445566778899aabbccddeeff@so.example", "older@so.example"])
    #expect(mail.id == "reply-1@mail.so.example")
    // 5 March 2024, 09:30 in Việt Nam, by `date -d`.
    #expect(mail.date == 1_709_605_800)
  }

  @Test func namesAttachments() throws {
    #expect(try Self.mail("outlook").files == ["Báo cáo 12.pdf"])
    #expect(try Self.mail("gmail").files.isEmpty)
    #expect(try Self.mail("gmail").subject == "Re: Quá hạn 1 việc")
  }

  @Test func tellsMachinesFromPeople() throws {
    #expect(try Self.mail("bounce").machine == .bounce)
    for name in ["absence-by-subject", "absence-by-field", "bulk"] {
      #expect(try Self.mail(name).machine == .automatic, "\(name)")
    }
    #expect(try Self.mail("not-automatic").machine == nil)
  }

  // MARK: Hostile mails

  @Test func readsNoMail() {
    #expect(throws: IncomingMail.Failure.noMail) { try IncomingMail([]) }
    // The parser of addresses calls itself for each group: some ten thousands would end the process.
    let groups = Array("From: \(String(repeating: "a:", count: 1_000_000))\n\nhi\n".utf8)
    #expect(throws: IncomingMail.Failure.noMail) { try IncomingMail(groups) }
  }

  @Test func isBoundedByItsLimits() throws {
    let clock = ContinuousClock()
    let head = "From: vp@so.example\nIn-Reply-To: <a@b>\n"
    let parts = String(repeating: "--b\nContent-Type: text/plain\n\nx\n", count: 10_000)
    let deep = (0..<100_000).map { "Content-Type: multipart/mixed; boundary=\"b\($0)\"\n\n--b\($0)\n" }.joined()
    let mails: [(String, [UInt8])] = [
      ("50 MB", Array("\(head)\nđã xong\n".utf8) + Array(repeating: UInt8(ascii: "x"), count: 50 << 20)),
      ("10,000 parts", Array("\(head)Content-Type: multipart/mixed; boundary=b\n\n\(parts)".utf8)),
      ("nested", Array("\(head)\(deep)".utf8)),
      ("no end", Array("\(head)Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/pl".utf8)),
      ("NUL", Array("\(head)Subject: a\0b\n\nđã\0 xong\n".utf8)),
      ("long fields", Array("\(head)References: \(String(repeating: "<a@b> ", count: 500_000))\n\nhi\n".utf8)),
      ("many fields", Array("\(head)\(String(repeating: "X-A: b\n", count: 200_000))\nhi\n".utf8)),
      ("encoded words", Array("\(head)Subject: \(String(repeating: "=?utf-8?q?", count: 200_000))\n\nhi\n".utf8)),
      ("lines", Array("\(head)\n\(String(repeating: "vào lúc\n", count: 500_000))".utf8)),
    ]
    for (name, bytes) in mails {
      var mail: IncomingMail?
      let time = try clock.measure { mail = try IncomingMail(bytes) }
      #expect(mail?.author == MailAddress("vp@so.example"), "\(name)")
      #expect(time < .seconds(20), "\(name): \(time)")
    }
  }

  @Test func readsWhateverBytesThereAre() throws {
    var random = SeededGenerator(seed: 14)
    let names = ["gmail", "outlook", "thunderbird", "bounce", "html-only"]
    for _ in 0..<400 {
      let name = names.randomElement(using: &random) ?? ""
      var bytes = Array(try Data(contentsOf: repository.appending(path: "Tests/RepliesTests/mails/\(name).eml")))
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = .random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 20))
        case 2: bytes.insert(contentsOf: Array("\r\n\r\n--b1\0=?UTF-16?B?".utf8), at: place)
        default: bytes.append(contentsOf: bytes[place...].prefix(200))
        }
      }
      // It ends, and what it gives can be read on.
      guard let mail = try? IncomingMail(bytes) else { continue }
      _ = ReplyReader(mail.words, about: [], on: day("2024-03-05")).statements()
    }
  }
}
