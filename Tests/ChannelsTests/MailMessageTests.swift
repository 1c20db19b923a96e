import Addresses
import Foundation
import Hashing
import Testing

@testable import Channels

/// What Python's email module understood of a mail.
struct ParsedMail: Decodable {
  struct Attachment: Decodable {
    var name: String
    var type: String
    var method: String?
    var text: String
  }

  var subject: String
  var date: Int
  var offset: Int
  var from: [[String]]
  var to: [[String]]
  var replyTo: [[String]]
  var headers: [String: String]
  var type: String
  var parts: [String]
  var text: String?
  var html: String?
  var attachments: [Attachment]
  var defects: [String]
  var longest: Int
  var bareLines: Int
  var ascii: Bool

  init(_ envelope: Envelope) throws { try self.init(MailMessage(rendering: envelope).bytes) }

  init(_ bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(ParsedMail.self, from: Peer.run("parse_mail.py", bytes))
  }
}

@Suite("A mail as Python's email reads it")
struct MailMessageTests {
  private func expectSound(_ mail: ParsedMail) {
    #expect(mail.defects.isEmpty)
    #expect(mail.longest <= 76)
    #expect(mail.bareLines == 0)
    #expect(mail.ascii)
  }

  /// Python gives text with a final line break.
  private func lines(_ text: String) -> String { text.hasSuffix("\n") ? text : text + "\n" }

  @Test("Text only: headers and words arrive as they were") func text() throws {
    let envelope = try Sample.envelope()
    let mail = try ParsedMail(envelope)
    expectSound(mail)
    #expect(mail.subject == Sample.subject)
    #expect(mail.text == lines(Sample.text))
    #expect(mail.type == "text/plain")
    #expect(mail.from == [["Nhắc việc Sở KH&CN", "nhacviec@so.test"]])
    #expect(mail.to == [["Văn phòng Sở", "vanphong@so.test"]])
    #expect(mail.replyTo == [["Phòng Kế hoạch – Tài chính", "daumoi@so.test"]])
    #expect(mail.date == 1_735_000_000)
    #expect(mail.offset == 420)
    #expect(mail.headers["Date"] == "Tue, 24 Dec 2024 07:26:40 +0700")
    #expect(mail.headers["Message-ID"] == "<3f2a.1@nhacviec.test>")
    #expect(mail.headers["Auto-Submitted"] == "auto-generated")
    #expect(mail.headers["MIME-Version"] == "1.0")
    #expect(mail.headers["X-NhacViec-Facts"] == nil)
  }

  @Test("The head of the log of facts, as one word of a header") func factsHead() throws {
    var envelope = try Sample.envelope()
    envelope.factsHead = "1234567:3f5a0c9d1e2b4a6c8d7e9f00112233445566778899aabbccddeeff0011223344"
    let mail = try ParsedMail(envelope)
    expectSound(mail)
    #expect(mail.headers["X-NhacViec-Facts"]?.trimmingCharacters(in: .whitespacesAndNewlines) == envelope.factsHead)
    envelope.factsHead = "1:a\r\nBcc: ai@khac.test"
    #expect(throws: EnvelopeFailure.harmfulCharacter(header: "X-NhacViec-Facts")) {
      try MailMessage(rendering: envelope)
    }
  }

  @Test("Text, HTML and a calendar file") func all() throws {
    var envelope = try Sample.envelope(to: ["a@so.test", "b.c@phong.so.test"])
    envelope.html = Sample.html
    envelope.calendar = CalendarAttachment(name: "Hạn báo cáo quý IV.ics", text: Sample.calendar)
    let mail = try ParsedMail(envelope)
    expectSound(mail)
    #expect(
      mail.parts == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar",
      ])
    #expect(mail.text == lines(Sample.text))
    #expect(mail.html == Sample.html)
    #expect(mail.attachments.map(\.name) == ["Hạn báo cáo quý IV.ics"])
    #expect(mail.attachments.first?.type == "text/calendar")
    #expect(mail.attachments.first?.method == "PUBLISH")
    #expect(
      mail.attachments.first?.text
        == Sample.calendar.replacingOccurrences(of: "\r\n", with: "\n"))
    #expect(mail.to.map { $0[1] } == ["a@so.test", "b.c@phong.so.test"])
  }

  static let subjects = [
    "Short",
    "Plain ASCII that is long enough to be folded at a blank somewhere about the middle of the second line, twice",
    String(repeating: "x", count: 200), "a  b", " leading and trailing ",
    "=?UTF-8?Q?not=20encoded?=",
    "Đ", String(repeating: "ễ", count: 120), String(repeating: "việc ", count: 60) + "hết",
    "e\u{0302}\u{0303} phân rã " + String(repeating: "e\u{0302}\u{0303}", count: 60),
    "👨‍👩‍👧‍👦" + String(repeating: "👩🏽‍🚀", count: 20), "x" + String(repeating: "\u{0301}", count: 80),
    "a, b; \"c\" <d@e> (f)",
  ]

  @Test("Subjects of all shapes come back, byte for byte", arguments: subjects) func subject(
    _ subject: String
  ) throws {
    var envelope = try Sample.envelope()
    envelope.subject = subject
    let mail = try ParsedMail(envelope)
    expectSound(mail)
    #expect(Array(mail.subject.utf8) == Array(subject.utf8))
  }

  @Test("Every encoded word is whole UTF-8 of its own") func words() throws {
    for start in [9, 60, 75] {
      let words = EncodedWord.words(Sample.subject, after: start, width: 76)
      let pieces = words.compactMap { Base64.decode($0.dropFirst(10).dropLast(2)) }
      #expect(pieces.count == words.count)
      #expect(pieces.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
      #expect(words.allSatisfy { $0.utf8.count <= 75 })
      #expect(String(decoding: pieces.joined(), as: UTF8.self) == Sample.subject)
    }
  }

  static let names = [
    "Văn phòng", "Office", "Sở Y tế, tỉnh \"Khánh Hòa\"", "A, B", "back\\slash \"quoted\"",
    "=?UTF-8?Q?x?=", "a.b@c",
    String(repeating: "Trung tâm Ứng dụng ", count: 6),
    String(repeating: "Centre ", count: 14) + "end",
  ]

  @Test("Names of all shapes come back", arguments: names) func name(_ name: String) throws {
    var envelope = try Sample.envelope()
    envelope.recipients = [
      Mailbox(name: name, try address("a@so.test")), Mailbox(try address("b@so.test")),
      Mailbox(name: name, try address("c@so.test")),
    ]
    let mail = try ParsedMail(envelope)
    expectSound(mail)
    #expect(mail.to == [[name, "a@so.test"], ["", "b@so.test"], [name, "c@so.test"]])
  }

  static let bodies = [
    "", "\n\n", "no line break", "CRLF\r\nCR\rLF\nmixed\r\n\r\n", "..",
    String(repeating: "a", count: 5000),
    String(repeating: "đ", count: 5000), String(repeating: "word ", count: 400), "trailing \t\n \n",
    "=\n=20\n",
    "--=_boundary\n", String(repeating: "a", count: 75) + " ", String(repeating: "a", count: 76),
    String(repeating: "a", count: 75) + "đ", "\u{FEFF}bom",
  ]

  @Test("Bodies of all shapes come back", arguments: bodies) func body(_ body: String) throws {
    var envelope = try Sample.envelope()
    envelope.text = body
    envelope.html = body
    let mail = try ParsedMail(envelope)
    expectSound(mail)
    let expected = lines(
      body.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n"))
    #expect(mail.text == expected)
    #expect(mail.html == expected)
  }

  @Test(
    "File names of all shapes come back",
    arguments: [
      "han.ics", "a b.ics", "hạn.ics", "a\"b;c%20'.ics",
      String(repeating: "hạn báo cáo ", count: 10) + ".ics",
    ])
  func fileName(_ name: String) throws {
    var envelope = try Sample.envelope()
    envelope.calendar = CalendarAttachment(name: name, text: Sample.calendar)
    let mail = try ParsedMail(envelope)
    expectSound(mail)
    #expect(mail.attachments.map(\.name) == [name])
  }

  @Test("Equal envelopes give equal bytes, another id another boundary") func deterministic() throws {
    var envelope = try Sample.envelope()
    envelope.html = Sample.html
    #expect(try MailMessage(rendering: envelope) == MailMessage(rendering: envelope))
    let bytes = try MailMessage(rendering: envelope).bytes
    envelope.messageID = try messageID("other@nhacviec.test")
    let other = try MailMessage(rendering: envelope).bytes
    let boundaries = [bytes, other].map {
      String(decoding: $0, as: UTF8.self).split(separator: "boundary=")[1].prefix(40)
    }
    #expect(boundaries[0] != boundaries[1])
  }

  static let harmful = [
    "a\r\nBcc: x@y", "a\nb", "a\rb", "a\0b", "tab\there", "a\u{7F}", "a\u{85}b", "a\u{2028}b",
    "a\u{202E}b", "a\u{200B}b",
  ]

  @Test("Nothing can begin a header of its own", arguments: harmful) func injection(_ text: String)
    throws
  {
    var envelope = try Sample.envelope()
    envelope.subject = text
    #expect(throws: EnvelopeFailure.harmfulCharacter(header: "Subject")) {
      try MailMessage(rendering: envelope)
    }
    envelope = try Sample.envelope()
    envelope.from.name = text
    #expect(throws: EnvelopeFailure.harmfulCharacter(header: "From")) {
      try MailMessage(rendering: envelope)
    }
    envelope = try Sample.envelope()
    envelope.calendar = CalendarAttachment(name: text, text: Sample.calendar)
    #expect(throws: EnvelopeFailure.invalidFileName(text)) { try MailMessage(rendering: envelope) }
  }

  @Test("What is no mail is refused") func refused() throws {
    var envelope = try Sample.envelope()
    envelope.recipients = []
    #expect(throws: EnvelopeFailure.noRecipients) { try MailMessage(rendering: envelope) }
    envelope = try Sample.envelope()
    envelope.subject = "  "
    #expect(throws: EnvelopeFailure.emptySubject) { try MailMessage(rendering: envelope) }
    envelope = try Sample.envelope()
    envelope.date = -1
    #expect(throws: EnvelopeFailure.dateOutOfRange(-1)) { try MailMessage(rendering: envelope) }
    envelope = try Sample.envelope()
    envelope.calendar = CalendarAttachment(
      name: "a.ics", text: "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n")
    #expect(throws: EnvelopeFailure.calendarWithoutMethod) { try MailMessage(rendering: envelope) }
  }

  @Test(
    "Addresses",
    arguments: [
      ("a@b", true), ("a.b+c@d-e.vn", true), ("A_1@khanhhoa.gov.vn", true), ("", false),
      ("@b", false), ("a@", false),
      ("a b@c", false), ("a@b c", false), ("a..b@c", false), (".a@c", false), ("a@b..c", false),
      ("a@-b", false),
      ("a@[127.0.0.1]", false), ("\"a\"@b", false), ("đ@b", false), ("a@đ", false),
      ("a@b\r\nRCPT TO:<c@d>", false),
      ("a@b>", false), ("a@b@c", false), (String(repeating: "a", count: 65) + "@b", false),
    ])
  func addresses(_ text: String, isValid: Bool) { #expect((MailAddress(text) != nil) == isValid) }

  @Test("How long base64 becomes is known before it is made") func base64Count() {
    for count in 0...200 {
      let content = [UInt8](repeating: 0xE1, count: count)
      #expect(BodyEncoding.base64Count(content) == BodyEncoding.base64(content).count)
    }
  }

  // By RFC 2045, 6.7; a dot and an F at the beginning of a line are escaped besides.
  @Test("Quoted-printable escapes what may not stand, and breaks lines") func quotedPrintable() {
    let content = "Hạn = 1 \r\n.From\r\nFrom\t\r\n" + String(repeating: "a", count: 77) + "\r\n"
    let quoted =
      "H=E1=BA=A1n =3D 1=20\r\n=2EFrom\r\n=46rom=09\r\n" + String(repeating: "a", count: 75) + "=\r\naa\r\n"
    #expect(BodyEncoding.quotedPrintable(Array(content.utf8)) == Array(quoted.utf8))
  }

  // Computed with Python's datetime.
  @Test(
    "Dates",
    arguments: [
      (0, 0, "Thu, 01 Jan 1970 00:00:00 +0000"),
      (1_709_164_800, 420, "Thu, 29 Feb 2024 07:00:00 +0700"),
      (1_735_664_399, 420, "Tue, 31 Dec 2024 23:59:59 +0700"),
      (951_782_400, -210, "Mon, 28 Feb 2000 20:30:00 -0330"),
      (4_107_542_400, 0, "Mon, 01 Mar 2100 00:00:00 +0000"),
    ])
  func dates(_ seconds: Int, _ offset: Int, _ text: String) {
    #expect(MailDate.text(seconds, zoneOffset: offset) == text)
  }
}
