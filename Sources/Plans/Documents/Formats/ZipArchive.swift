private import CDocuments

private let libzip = nhacviec_libzip().pointee

/// The entries of a packed file. The sizes in its directory are not trusted: what is unpacked is counted.
package final class ZipArchive {
  private let archive: OpaquePointer
  /// libzip reads from here as long as the archive is open.
  private let storage: UnsafeMutableRawBufferPointer
  private let limits: DocumentLimits
  private var unpacked = 0

  /// Throws a `DocumentFileFailure`, as `part` does.
  package init(_ bytes: [UInt8], limits: DocumentLimits) throws {
    try ZipArchive.checkDirectory(bytes, limits)
    storage = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
    storage.copyBytes(from: bytes)
    self.limits = limits
    var error = zip_error_t()
    libzip.zip_error_init(&error)
    defer { libzip.zip_error_fini(&error) }
    guard let source = libzip.zip_source_buffer_create(storage.baseAddress, zip_uint64_t(bytes.count), 0, &error) else {
      storage.deallocate()
      throw ZipArchive.damaged
    }
    guard let archive = libzip.zip_open_from_source(source, ZIP_RDONLY, &error) else {
      libzip.zip_source_free(source)
      storage.deallocate()
      throw ZipArchive.damaged
    }
    self.archive = archive
  }

  deinit {
    libzip.zip_discard(archive)
    storage.deallocate()
  }

  private static let damaged = DocumentFileFailure.damaged(
    vi: "không mở được gói zip bên trong", en: "the zip package in it cannot be opened")

  /// Counts the headers of entries before anything builds tables of them.
  private static func checkDirectory(_ bytes: [UInt8], _ limits: DocumentLimits) throws {
    var count = 0
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + 3 < bytes.count {
        if bytes[index] == 0x50, bytes[index + 1] == 0x4B, bytes[index + 2] == 0x01, bytes[index + 3] == 0x02 {
          count += 1
        }
        index += 1
      }
    }
    guard count <= limits.entries else {
      throw DocumentFileFailure.tooMany(vi: "\(limits.entries) mục trong gói", en: "\(limits.entries) entries")
    }
  }

  /// Of all entries, in their order.
  package var names: [String] {
    (0..<max(0, libzip.zip_get_num_entries(archive, 0))).compactMap {
      libzip.zip_get_name(archive, zip_uint64_t($0), 0).map { String(cString: $0) }
    }
  }

  func has(_ name: String) -> Bool { libzip.zip_name_locate(archive, name, 0) >= 0 }

  /// The bytes of the entry `name`; nil if there is none.
  package func part(_ name: String) throws -> [UInt8]? {
    let index = libzip.zip_name_locate(archive, name, 0)
    guard index >= 0 else { return nil }
    var status = zip_stat_t()
    libzip.zip_stat_init(&status)
    guard libzip.zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0 else { throw ZipArchive.damaged }
    if status.encryption_method != ZIP_EM_NONE { throw DocumentFileFailure.locked }
    guard let file = libzip.zip_fopen_index(archive, zip_uint64_t(index), 0) else { throw broken(name) }
    defer { _ = libzip.zip_fclose(file) }
    return try inflate(file, name: name, packedSize: Int(clamping: status.comp_size))
  }

  private func inflate(_ file: OpaquePointer, name: String, packedSize: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      var count: zip_int64_t = 0
      let chunk = min(max(64 << 10, bytes.count), 8 << 20)
      let piece = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, initialized in
        count = libzip.zip_fread(file, buffer.baseAddress, zip_uint64_t(chunk))
        initialized = max(0, Int(count))
      }
      guard count >= 0 else { throw broken(name) }
      if piece.isEmpty { return bytes }
      bytes += piece
      unpacked += piece.count
      let isBomb = bytes.count > 16 << 20 && bytes.count / limits.inflation > packedSize
      guard bytes.count <= limits.partSize, unpacked <= limits.unpackedSize, !isBomb else {
        throw DocumentFileFailure.tooMany(
          vi:
            "\(min(limits.partSize, limits.unpackedSize) >> 20) MB khi giải nén (hoặc nén quá \(limits.inflation) lần)",
          en: "\(min(limits.partSize, limits.unpackedSize) >> 20) MB when unpacked (or is packed more than "
            + "\(limits.inflation) times)")
      }
    }
  }

  private func broken(_ name: String) -> DocumentFileFailure {
    .damaged(
      vi: "phần \(ZipArchive.shown(name)) không giải nén được",
      en: "its part \(ZipArchive.shown(name)) cannot be unpacked")
  }

  /// Names are shown only where they are plain.
  private static func shown(_ name: String) -> String {
    String(name.unicodeScalars.prefix(80).filter { (0x21...0x7E).contains($0.value) }.map(Character.init))
  }
}
