import Hashing

/// The parts of a mail behind its headers.
struct MailBody {
  private let text: String
  private let html: String?
  private let calendar: CalendarAttachment?
  /// A separator that can stand neither in base64 nor in quoted-printable, and is the same for the same mail.
  private let boundary: String

  init(of envelope: Envelope) throws(EnvelopeFailure) {
    text = envelope.text
    html = envelope.html
    calendar = envelope.calendar
    boundary = "=_\(StableName.hexadecimal(for: Array(envelope.messageID.text.utf8)).prefix(32))"
    guard let calendar else { return }
    try Self.check(calendar)
  }

  private static func check(_ calendar: CalendarAttachment) throws(EnvelopeFailure) {
    let name = calendar.name
    guard !name.isEmpty, name.utf8.count <= 200, !name.utf8.contains(UInt8(ascii: "/")),
      !name.hasPrefix("."),
      !name.utf8.contains(UInt8(ascii: "\\")),
      !name.unicodeScalars.contains(where: PlainWords.isHarmful)
    else { throw .invalidFileName(name) }
    let lines = calendar.text.utf8.split { $0 == 0x0A || $0 == 0x0D }
    guard lines.contains(where: { $0.elementsEqual("METHOD:PUBLISH".utf8) }) else {
      throw .calendarWithoutMethod
    }
  }

  /// Writes the rest of the mail behind its headers.
  func write(to bytes: inout [UInt8]) {
    guard let calendar else {
      writeWords(to: &bytes)
      return
    }
    writeParts("mixed", to: &bytes) { bytes, separator in
      separator(&bytes)
      writeWords(to: &bytes)
      separator(&bytes)
      write(calendar, to: &bytes)
    }
  }

  /// The text, and the same in HTML if there is any.
  private func writeWords(to bytes: inout [UInt8]) {
    guard let html else {
      Self.writeText(text, type: Self.plain, to: &bytes)
      return
    }
    writeParts("alternative", to: &bytes) { bytes, separator in
      separator(&bytes)
      Self.writeText(text, type: Self.plain, to: &bytes)
      separator(&bytes)
      Self.writeText(html, type: Self.html, to: &bytes)
    }
  }

  private func write(_ calendar: CalendarAttachment, to bytes: inout [UInt8]) {
    let name = FileNameParameter.lines(calendar.name).map { ";\r\n \($0)" }.joined()
    bytes += "Content-Disposition: attachment\(name)\r\n".utf8
    Self.writeText(calendar.text, type: "text/calendar; charset=UTF-8; method=PUBLISH", to: &bytes)
  }

  private func writeParts(
    _ kind: String, to bytes: inout [UInt8],
    _ parts: (inout [UInt8], (inout [UInt8]) -> Void) -> Void
  ) {
    let mark = "\(boundary)-\(kind)"
    bytes += "Content-Type: multipart/\(kind);\r\n boundary=\"\(mark)\"\r\n".utf8
    parts(&bytes) { $0 += "\r\n--\(mark)\r\n".utf8 }
    bytes += "\r\n--\(mark)--\r\n".utf8
  }

  static let plain = "text/plain; charset=UTF-8"
  static let html = "text/html; charset=UTF-8"

  /// The fields above a text.
  static func head(type: String, isQuoted: Bool) -> String {
    "Content-Type: \(type)\r\nContent-Transfer-Encoding: \(isQuoted ? "quoted-printable" : "base64")\r\n\r\n"
  }

  /// Writes a text in the encoding that is shorter: quoted-printable for mostly ASCII, base64 for Vietnamese.
  static func writeText(_ text: String, type: String, to bytes: inout [UInt8]) {
    let content = BodyEncoding.withNetworkLines(text)
    let quoted = BodyEncoding.quotedPrintable(content)
    let isQuoted = quoted.count <= BodyEncoding.base64Count(content)
    bytes += head(type: type, isQuoted: isQuoted).utf8
    bytes += isQuoted ? quoted : BodyEncoding.base64(content)
  }
}

/// Makes names and separators that are the same for the same mail.
enum StableName {
  /// The SHA-256 of `bytes` in lower-case digits; the bytes themselves where libcrypto fails (a policy forbids the
  /// algorithm).
  static func hexadecimal(for bytes: [UInt8]) -> String {
    SHA256.hash(bytes)?.description ?? SHA256Digest.hexadecimal(bytes)
  }
}
