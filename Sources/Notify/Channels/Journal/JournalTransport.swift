import CSystemd
import Glibc

/// An entry for the system's journal: fields with names and values, in order.
package struct JournalEntry: Hashable, Sendable {
  package struct Field: Hashable, Sendable {
    package let name: String
    package let value: String
  }

  package private(set) var fields: [Field] = []

  /// - Parameters:
  ///   - message: the text that people read, which may have several lines.
  ///   - messageID: the kind of message, 32 hexadecimal digits (not the id of this one).
  ///   - priority: 0 (emergency) to 7 (debug), as in syslog; 5 is a notice.
  package init?(message: String, messageID: String, priority: Int = 5) {
    guard messageID.utf8.count == 32,
      messageID.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
      (0...7).contains(priority)
    else { return nil }
    fields = [
      Field(name: "MESSAGE", value: message), Field(name: "MESSAGE_ID", value: messageID),
      Field(name: "PRIORITY", value: String(priority)),
      Field(name: "SYSLOG_IDENTIFIER", value: "nhacviec"),
    ]
  }

  /// Adds a field `NHACVIEC_` + `name`. Throws unless `name` is 1 to 50 upper-case letters, digits and `_`.
  package mutating func add(_ name: String, _ value: String) throws(TransportSetupFailure) {
    let isName = name.utf8.allSatisfy {
      (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
    }
    guard isName, (1...50).contains(name.utf8.count) else { throw .invalidField(name) }
    fields.append(Field(name: "NHACVIEC_\(name)", value: value))
  }

  /// The entry as the outbox keeps it, in the native protocol of systemd-journald: `NAME=value`, or for values with
  /// control characters the name, a line break, the length in eight bytes, little-endian, and the value.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for field in fields {
      bytes += field.name.utf8
      if field.value.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 }) {
        bytes.append(0x0A)
        let length = UInt64(field.value.utf8.count)
        for shift in stride(from: 0, to: 64, by: 8) {
          bytes.append(UInt8(truncatingIfNeeded: length >> UInt64(shift)))
        }
      } else {
        bytes.append(UInt8(ascii: "="))
      }
      bytes += field.value.utf8
      bytes.append(0x0A)
    }
    return bytes
  }

  /// Reads what `bytes` wrote; nil if it is damaged.
  init?(bytes: [UInt8]) {
    var rest = bytes[...]
    while let end = rest.firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == 0x0A }) {
      let name = rest[..<end]
      let hasLength = rest[end] == 0x0A
      rest = rest[(end + 1)...]
      var count = rest.firstIndex(of: 0x0A).map { $0 - rest.startIndex }
      if hasLength {
        let length = rest.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
        rest = rest.dropFirst(8)
        count = Int(exactly: length)
      }
      guard let count, count < rest.count, rest[rest.startIndex + count] == 0x0A else { return nil }
      fields.append(
        Field(name: String(decoding: name, as: UTF8.self), value: String(decoding: rest.prefix(count), as: UTF8.self)))
      rest = rest.dropFirst(count + 1)
    }
    guard rest.isEmpty, !fields.isEmpty else { return nil }
  }
}

/// Writes entries to the system's journal through libsystemd. Blocks at most a few seconds while the journal is busy.
package struct JournalTransport: Sendable {
  /// The journal's socket; a machine without it has no journal.
  package static let socket = NHACVIEC_JOURNAL

  package init() {}

  /// Writes an entry. It counts as delivered once the journal's socket has it, because the journal does not answer.
  package func send(_ entry: JournalEntry) -> TransportOutcome {
    var failure = nhacviec_await_journal(5000)
    if failure == 0 { failure = write(entry) }
    return failure == 0 ? .delivered : .later(TransportProblem(systemError: failure, place: Self.socket))
  }

  /// Writes an entry.
  ///
  /// - Parameter bytes: as `JournalEntry.bytes` has them.
  package func send(_ bytes: [UInt8]) -> TransportOutcome {
    guard let entry = JournalEntry(bytes: bytes) else {
      return .never(TransportProblem(systemError: EBADMSG, place: Self.socket))
    }
    return send(entry)
  }

  /// Returns 0 or an error number.
  private func write(_ entry: JournalEntry) -> Int32 {
    guard let systemd = nhacviec_libsystemd()?.pointee else { return ELIBACC }
    let assignments = entry.fields.map { Array("\($0.name)=\($0.value)".utf8) }
    var bytes = Array(assignments.joined())
    return bytes.withUnsafeMutableBytes { bytes in
      var start = 0
      let parts = assignments.map { assignment in
        defer { start += assignment.count }
        return iovec(iov_base: bytes.baseAddress.map { $0 + start }, iov_len: assignment.count)
      }
      return -systemd.sd_journal_sendv(parts, Int32(parts.count))
    }
  }
}
