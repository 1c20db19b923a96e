import Foundation
import Testing

@testable import Channels

@Suite("Other words in a mail that was rendered")
struct MailWordsTests {
  private static let ascii = "Dear unit,\nhttps://nv.example/tra-loi/kh/1%40once\n= end, a trailing blank \n"
  private static let long =
    "Kính gửi: Phòng A\n" + String(repeating: "Nội dung dài để thành base64. ", count: 40) + "\n"

  private func changed(_ text: String, html: String?) throws -> (before: [UInt8], after: [UInt8]) {
    var envelope = try Sample.envelope()
    (envelope.text, envelope.html) = (text, html)
    let before = try MailMessage(rendering: envelope).bytes
    let after = MailMessage.changing(before) {
      $0.replacingOccurrences(of: "once", with: "once?k=" + String(repeating: "Az09-_", count: 30))
        .replacingOccurrences(of: "base64", with: "cơ số 64")
    }
    return (before, after)
  }

  @Test(
    "Text and HTML are changed, whichever way they are encoded; the rest stays",
    arguments: [
      (ascii, "<p><a href=\"https://nv.example/tra-loi/kh/1%40once\">x</a></p>\n" as String?),
      (long, "<p>\(long)</p>\n"),
      (ascii, nil), (long, ascii),
    ])
  func words(_ text: String, _ html: String?) throws {
    let (before, after) = try changed(text, html: html)
    #expect(before != after)
    let (old, new) = (try ParsedMail(before), try ParsedMail(after))
    func other(_ text: String?) -> String? {
      text?.replacingOccurrences(of: "once", with: "once?k=" + String(repeating: "Az09-_", count: 30))
        .replacingOccurrences(of: "base64", with: "cơ số 64")
    }
    #expect(new.text == other(old.text) && new.html == other(old.html))
    #expect(
      new.headers == old.headers && new.parts == old.parts && new.attachments.map(\.text) == old.attachments.map(\.text)
    )
    #expect(new.defects.isEmpty && new.longest <= 76 && new.bareLines == 0 && new.ascii)
  }

  @Test("Where no words change, no byte does") func same() throws {
    for text in [Self.ascii, Self.long] {
      for html in [nil, "<p>\(text)</p>"] {
        var envelope = try Sample.envelope()
        (envelope.text, envelope.html) = (text, html)
        let mail = try MailMessage(rendering: envelope).bytes
        #expect(MailMessage.changing(mail) { $0 } == mail)
      }
    }
    for bytes in [
      [], Array("no mail".utf8),
      Array("Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n*".utf8),
    ] as [[UInt8]] {
      #expect(MailMessage.changing(bytes) { $0 + "x" } == bytes)
    }
  }

  @Test("Words that look like the fields of a part are words") func disguised() throws {
    let text = "Content-Type: text/html; charset=UTF-8\nContent-Transfer-Encoding: base64\n\nonce\n--=_x\nonce\n"
    let (_, after) = try changed(text, html: nil)
    let token = "once?k=" + String(repeating: "Az09-_", count: 30)
    let wanted = text.replacingOccurrences(of: "once", with: token).replacingOccurrences(of: "base64", with: "cơ số 64")
    #expect(try ParsedMail(after).text == wanted)
  }
}
