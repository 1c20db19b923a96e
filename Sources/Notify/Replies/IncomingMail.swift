package import Addresses
import CMail
import Diagnostics
import Documents

/// A mail that came in: who wrote what in answer to which messages. It is made of the bytes alone (docs/replies.md).
package struct IncomingMail: Sendable {
  /// Why bytes cannot be read as a mail.
  package enum Failure: Error, Hashable, Sendable {
    /// The library that reads mails is not installed.
    case noLibrary
    case noMail
  }

  /// The Message-ID without angle brackets; nil if there is none.
  package let id: String?
  /// The address in From; nil unless there is exactly one.
  package let author: MailAddress?
  /// The ids of the messages that it answers, the last one first.
  package let answers: [String]
  /// The Date field, in seconds since 1970; nil if there is none that can be read.
  package let date: Int64?
  package let subject: String
  /// Why no person wrote it as an answer; nil if one did.
  package let machine: MachineMail?
  /// The names of its attachments.
  package let files: [String]
  /// The whole text.
  package let text: String
  /// What its author wrote, without what is quoted and without the signature.
  package let words: String

  /// As many bytes of a mail are read and kept; the rest is left out.
  package static let mostBytes = 10 << 20

  /// - Parameter bytes: the mail as it came in (RFC 5322, MIME).
  package init(_ bytes: [UInt8]) throws(Failure) {
    let found = Items()
    let outcome = bytes.prefix(Self.mostBytes).withUnsafeBufferPointer { buffer in
      nhacviec_mail_read(buffer.baseAddress, buffer.count, Unmanaged.passUnretained(found).toOpaque()) {
        context, item, name, text in
        guard let context else { return }
        Unmanaged<Items>.fromOpaque(context).takeUnretainedValue()
          .take(item, name.map { String(cString: $0) }, String(cString: text))
      }
    }
    switch outcome {
    case nhacviec_mail_is_read: break
    case nhacviec_mail_no_library: throw .noLibrary
    default: throw .noMail
    }
    id = found.first(nhacviec_mail_id)
    author = found.first(nhacviec_mail_author).flatMap { MailAddress($0) }
    var answers: [String] = []
    for answered in found.texts(nhacviec_mail_answered).suffix(1000).reversed() where !answers.contains(answered) {
      answers.append(answered)
    }
    self.answers = answers
    date = found.first(nhacviec_mail_date).flatMap { Int64($0) }
    subject = found.header("subject") ?? ""
    machine = MachineMail(found.header, author: author, type: found.first(nhacviec_mail_type) ?? "")
    files = found.texts(nhacviec_mail_file)
    text = found.plain ?? found.page ?? ""
    words = OwnWords.of(text)
  }

  /// What the library hands on.
  private final class Items {
    private var items: [(item: nhacviec_mail_item, name: String?, text: String)] = []

    func take(_ item: nhacviec_mail_item, _ name: String?, _ text: String) {
      items.append((item, name?.lowercased(), text))
    }

    func texts(_ item: nhacviec_mail_item) -> [String] { items.filter { $0.item == item }.map(\.text) }

    func first(_ item: nhacviec_mail_item) -> String? { items.first { $0.item == item }?.text }

    /// The first field of that name, which is in lower case.
    func header(_ name: String) -> String? {
      items.first { $0.item == nhacviec_mail_header && $0.name == name }?.text
    }

    /// The first text with any words.
    var plain: String? { texts(nhacviec_mail_plain).first { $0.contains { !$0.isWhitespace } } }

    /// The text of the first page, a line for each paragraph and row.
    var page: String? {
      guard let html = texts(nhacviec_mail_html).first,
        let document = try? DocumentFileReader().read(Array("<!DOCTYPE html>\(html)".utf8), name: "mail.html")
      else { return nil }
      return document.blocks.map { block in
        switch block {
        case .paragraph(let paragraph): paragraph.text
        case .table(let table): table.rows.map { $0.cells.map(\.text).joined(separator: " ") }.joined(separator: "\n")
        }
      }.joined(separator: "\n")
    }
  }
}
