package import Addresses
package import CivilCalendar

/// 16 bytes that identify one notice for ever: a notice whose key is in the log is never sent again.
///
/// The bytes are SipHash-2-4-128 (key 00 01 … 0f) over these fields in UTF-8, each followed by one zero byte:
/// `notice/1`, the subject, the kind's code, the day told as `YYYY-MM-DD` or `-`, the recipient, the channel, and the
/// number of the repetition unless it is 0. None of them can hold a zero byte. Changing any of this sends everything
/// again; `NoticeKeyTests` hold examples.
package struct NoticeKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let first: UInt64
  package let second: UInt64

  package init(first: UInt64, second: UInt64) {
    self.first = first
    self.second = second
  }

  /// - Parameter repetition: above 0 if a clock that ran ahead sent the notice before its time.
  package init(
    subject: NoticeTopic, kind: NoticeKind, told: CivilDate?, recipient: RecipientName, channel: Channel,
    repetition: Int = 0
  ) {
    let fields = [
      "notice/1", subject.description, kind.code, told?.description ?? "-", recipient.description, channel.rawValue,
    ]
    self.init(fields: fields + (repetition > 0 ? ["\(repetition)"] : []))
  }

  /// Identifies one message by its contents: every copy of it has the same key, and nothing else has.
  ///
  /// - Parameters:
  ///   - part: the number of the part, from 0.
  ///   - contents: the bytes that go out, rendered with an id of zeros.
  package init(
    message recipient: RecipientName, _ channel: Channel, _ slot: Instant, part: Int, subject: String, contents: [UInt8]
  ) {
    self.init(
      fields: ["message/2", recipient.description, channel.rawValue, "\(slot.seconds)", "\(part)", subject],
      then: contents)
  }

  init(fields: [String], then bytes: [UInt8] = []) {
    var hash = SipHash()
    for field in fields {
      hash.add(field)
      hash.add(0)
    }
    for byte in bytes { hash.add(byte) }
    (first, second) = hash.finish()
  }

  /// The 16 bytes as the log stores them.
  package var bytes: [UInt8] {
    [first, second].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) } }
  }

  /// The key of stored bytes; nil unless there are 16.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    func word(_ part: some Sequence<UInt8>) -> UInt64 { part.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    self.init(first: word(bytes.prefix(8)), second: word(bytes.dropFirst(8)))
  }

  package static func < (lhs: NoticeKey, rhs: NoticeKey) -> Bool {
    (lhs.first.byteSwapped, lhs.second.byteSwapped) < (rhs.first.byteSwapped, rhs.second.byteSwapped)
  }

  /// 32 hexadecimal digits.
  package var description: String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}

/// 16 bytes that identify a subject, by which the log finds what was told about it. They are hashed as those of a
/// `NoticeKey`, over `subject/1` and the subject.
package struct SubjectKey: Hashable, Sendable, CustomStringConvertible {
  package let key: NoticeKey

  package init(_ subject: NoticeTopic) { key = NoticeKey(fields: ["subject/1", subject.description]) }

  /// The key as a log holds it.
  package init(_ key: NoticeKey) { self.key = key }

  package var description: String { key.description }
}
