import CMemoryFile
import Glibc

/// An entry for the system's journal: names and values, in order.
package struct JournalEntry: Hashable, Sendable {
  package struct Field: Hashable, Sendable {
    package let name: String
    package let value: String
  }

  package private(set) var fields: [Field] = []

  /// - Parameters:
  ///   - message: what people read; may have several lines.
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

  /// Adds `NHACVIEC_` and `name`: upper-case letters, digits and `_`, at most 50; throws otherwise.
  package mutating func add(_ name: String, _ value: String) throws(TransportSetupFailure) {
    let isName = name.utf8.allSatisfy {
      (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
    }
    guard isName, (1...50).contains(name.utf8.count) else { throw .invalidField(name) }
    fields.append(Field(name: "NHACVIEC_\(name)", value: value))
  }

  /// The native protocol of systemd-journald: `NAME=value`, or for values with control characters the name, a line
  /// break, the length in eight bytes, little-endian, and the value.
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
}

/// Writes entries to the journal's socket. Blocks at most a few seconds while the journal is busy.
package final class JournalTransport {
  package static let systemPath = "/run/systemd/journal/socket"

  private let path: String
  private let socket: Int32

  /// - Parameter path: a socket; the system's unless a test names its own.
  package init(path: String = JournalTransport.systemPath) {
    self.path = path
    socket = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var limit = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(socket) }

  /// Once the journal's socket has it, it counts as delivered: the journal answers nothing.
  package func send(_ entry: JournalEntry) -> TransportOutcome { send(entry.bytes) }

  /// - Parameter bytes: `JournalEntry.bytes`, as they were stored.
  package func send(_ bytes: [UInt8]) -> TransportOutcome {
    var failure = sendDatagram(bytes)
    if failure == EMSGSIZE || failure == ENOBUFS { failure = sendFile(bytes) }
    return failure == 0 ? .delivered : .later(TransportProblem(systemError: failure, place: path))
  }

  private func sendDatagram(_ bytes: [UInt8]) -> Int32 {
    withAddress { address, length in
      sendto(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL), address, length) < 0
        ? errno : 0
    }
  }

  /// What is larger than a datagram goes as a sealed file in memory, whose descriptor is the whole datagram.
  private func sendFile(_ bytes: [UInt8]) -> Int32 {
    let file = nhacviec_memory_file("nhacviec-journal")
    guard file >= 0 else { return errno }
    defer { close(file) }
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(file, $0.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return errno }
      offset += count
    }
    guard nhacviec_seal(file) == 0 else { return errno }
    return sendDescriptor(file)
  }

  private func sendDescriptor(_ file: Int32) -> Int32 {
    // struct cmsghdr with one int behind it, as CMSG_SPACE rounds it.
    let header = MemoryLayout<cmsghdr>.size
    var control = [UInt64](repeating: 0, count: (header + 8) / 8)
    let controlSize = control.count * 8
    return control.withUnsafeMutableBytes { control in
      control.storeBytes(of: header + MemoryLayout<Int32>.size, as: Int.self)
      control.storeBytes(of: SOL_SOCKET, toByteOffset: 8, as: Int32.self)
      control.storeBytes(of: Int32(SCM_RIGHTS), toByteOffset: 12, as: Int32.self)
      control.storeBytes(of: file, toByteOffset: header, as: Int32.self)
      return withAddress { address, length in
        var message = msghdr()
        message.msg_name = UnsafeMutableRawPointer(mutating: address)
        message.msg_namelen = length
        message.msg_control = control.baseAddress
        message.msg_controllen = controlSize
        return sendmsg(socket, &message, Int32(MSG_NOSIGNAL)) < 0 ? errno : 0
      }
    }
  }

  /// `ENAMETOOLONG` where the path is longer than an address holds.
  private func withAddress(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let fits = withUnsafeMutableBytes(of: &address.sun_path) { target in
      guard path.utf8.count < target.count else { return false }
      target.copyBytes(from: path.utf8)
      return true
    }
    guard fits else { return ENAMETOOLONG }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
