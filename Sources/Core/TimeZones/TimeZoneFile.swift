import Glibc

/// A time zone as the system's database has it (TZif, version 2 or later: RFC 8536): its offset from UTC at any instant.
package struct TimeZoneFile: Sendable {
  /// Seconds since 1970, ascending.
  private let transitions: [Int64]
  /// Seconds east of UTC from each transition on.
  private let offsets: [Int64]
  /// Before the first transition.
  private let first: Int64
  /// After the last one; nil: the last offset stays.
  private let rule: TimeZoneRule?

  /// Where the database lies.
  package static let standardFolder = "/usr/share/zoneinfo"

  /// The zone of an IANA name such as `Europe/Berlin`.
  package static func named(_ name: String, in folder: String = standardFolder) throws(TimeZoneFailure) -> TimeZoneFile
  {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { part in
      guard let initial = part.utf8.first, isLetter(initial) else { return false }
      return part.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) || "_+-".utf8.contains($0) }
    }
    guard isName, let bytes = read("\(folder)/\(name)") else { throw .unknown(name) }
    return try TimeZoneFile(bytes)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }

  /// Nil where there is no such regular file, or one of more than a megabyte.
  private static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= 1 << 20 else {
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var count = 0
    while count < bytes.count {
      let more = bytes[count...].withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if more < 0, errno == EINTR { continue }
      guard more > 0 else { return nil }
      count += more
    }
    return bytes
  }

  /// Seconds east of UTC.
  ///
  /// - Parameter instant: seconds since 1970.
  package func offset(at instant: Int64) -> Int64 {
    guard let last = transitions.last, let earliest = transitions.first else {
      return rule?.offset(at: instant) ?? first
    }
    if instant < earliest { return first }
    if instant >= last, let rule { return rule.offset(at: instant) }
    var (low, high) = (0, transitions.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if transitions[middle] <= instant { low = middle } else { high = middle }
    }
    return offsets[low]
  }

  // MARK: Reading

  /// - Parameter bytes: of a whole file. Everything in them is checked before it is used.
  package init(_ bytes: [UInt8]) throws(TimeZoneFailure) {
    var reader = Reader(bytes)
    let old = try reader.header()
    guard old.version >= 50 else { throw .damaged("version 1 of the format") }
    // The data of version 1, in 32 bits, come first.
    try reader.skip(
      old.transitions * 5 + old.types * 6 + old.characters + old.leaps * 8 + old.standards + old.universals)
    let header = try reader.header()
    guard header.leaps == 0 else { throw .damaged("it counts leap seconds") }
    var transitions: [Int64] = []
    for _ in 0..<header.transitions { transitions.append(Int64(bitPattern: try reader.number(8))) }
    let indices = try reader.bytes(header.transitions)
    var types: [Int64] = []
    for _ in 0..<header.types {
      let offset = Int64(Int32(truncatingIfNeeded: try reader.number(4)))
      guard (-93_599...93_599).contains(offset) else { throw .damaged("an offset out of range") }
      types.append(offset)
      try reader.skip(2)
    }
    try reader.skip(header.characters + header.standards + header.universals)
    guard let first = types.first, indices.allSatisfy({ types.indices.contains(Int($0)) }) else {
      throw .damaged("a type that is not there")
    }
    guard zip(transitions, transitions.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw .damaged("transitions out of order")
    }
    self.transitions = transitions
    self.first = first
    offsets = indices.map { types[Int($0)] }
    let footer = try reader.footer()
    guard footer.isEmpty || TimeZoneRule(footer) != nil else { throw .damaged("its rule “\(footer)”") }
    rule = TimeZoneRule(footer)
  }

  private struct Header {
    var version: UInt8
    var universals, standards, leaps, transitions, types, characters: Int
  }

  /// Reads numbers in network order; never past the end.
  private struct Reader {
    private let content: [UInt8]
    private var position = 0

    init(_ content: [UInt8]) { self.content = content }

    mutating func bytes(_ count: Int) throws(TimeZoneFailure) -> [UInt8] {
      guard count <= content.count - position else { throw .damaged("it ends too early") }
      defer { position += count }
      return Array(content[position..<position + count])
    }

    mutating func skip(_ count: Int) throws(TimeZoneFailure) { _ = try bytes(count) }

    mutating func number(_ count: Int) throws(TimeZoneFailure) -> UInt64 {
      try bytes(count).reduce(0) { $0 << 8 | UInt64($1) }
    }

    mutating func header() throws(TimeZoneFailure) -> Header {
      guard try bytes(4) == Array("TZif".utf8) else { throw .damaged("no file of a time zone") }
      let version = try bytes(16)[0]
      var counts: [Int] = []
      // Six counts of 32 bits: sums of them times eight fit an Int.
      for _ in 0..<6 { counts.append(Int(try number(4))) }
      return Header(
        version: version, universals: counts[0], standards: counts[1], leaps: counts[2], transitions: counts[3],
        types: counts[4], characters: counts[5])
    }

    /// The line after the data.
    mutating func footer() throws(TimeZoneFailure) -> String {
      let rest = content[position...]
      guard rest.first == 10, let end = rest.dropFirst().firstIndex(of: 10) else { throw .damaged("no footer") }
      return String(decoding: rest[(position + 1)..<end], as: UTF8.self)
    }
  }
}
