import Glibc

/// Why a file could not be read.
enum ReadingFailure: Error {
  /// A pipe, device, socket or folder.
  case notRegular
  case system(SystemFailure)
}

/// Reading of whole regular files.
enum RegularFile {
  /// The bytes of the file at `path`; nil if it has more than `limit`.
  static func read(_ path: String, atMost limit: Int) throws(ReadingFailure) -> [UInt8]? {
    // O_NONBLOCK keeps the opening of a pipe from waiting for a writer; O_NOCTTY keeps a terminal from becoming the
    // process's.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .system(.last) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(.last) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    guard status.st_size <= limit else { return nil }
    return try bytes(of: descriptor, expecting: Int(status.st_size), atMost: limit)
  }

  /// The file may grow or shrink while it is read: `expecting` only sizes the buffer.
  private static func bytes(
    of descriptor: Int32, expecting: Int, atMost limit: Int
  ) throws(ReadingFailure) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = expecting + 1
    while true {
      var failure: SystemFailure?
      let piece = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        var result = Glibc.read(descriptor, buffer.baseAddress, chunk)
        while result < 0, errno == EINTR { result = Glibc.read(descriptor, buffer.baseAddress, chunk) }
        if result < 0 { failure = .last }
        count = max(0, result)
      }
      if let failure { throw .system(failure) }
      if piece.isEmpty { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      guard bytes.count <= limit else { return nil }
      chunk = 65536
    }
  }
}
