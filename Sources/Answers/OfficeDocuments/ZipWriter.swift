private import CDocuments

private let libzip = nhacviec_libzip().pointee

/// Packs entries so that the same entries are the same bytes.
enum ZipWriter {
  /// 1 January 1980, the first day that zip knows: the time of packing says nothing of a document.
  private static let day: UInt16 = 1 << 5 | 1

  static func packed(_ entries: [(name: String, bytes: [UInt8])]) throws(OfficeDocumentFailure) -> [UInt8] {
    var error = zip_error_t()
    libzip.zip_error_init(&error)
    defer { libzip.zip_error_fini(&error) }
    guard let target = libzip.zip_source_buffer_create(nil, 0, 0, &error) else { throw .unpacked }
    defer { libzip.zip_source_free(target) }
    // The archive releases it too when it ends.
    libzip.zip_source_keep(target)
    guard let archive = libzip.zip_open_from_source(target, Int32(ZIP_CREATE | ZIP_TRUNCATE), &error) else {
      libzip.zip_source_free(target)
      throw .unpacked
    }
    // libzip reads them as late as when the archive is closed.
    let storage = entries.map { entry in
      let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(entry.bytes.count, 1), alignment: 16)
      bytes.copyBytes(from: entry.bytes)
      return bytes
    }
    defer { for bytes in storage { bytes.deallocate() } }
    for (entry, bytes) in zip(entries, storage) {
      guard let source = libzip.zip_source_buffer(archive, bytes.baseAddress, zip_uint64_t(entry.bytes.count), 0) else {
        libzip.zip_discard(archive)
        throw .unpacked
      }
      let index = libzip.zip_file_add(archive, entry.name, source, 0)
      guard index >= 0 else {
        libzip.zip_source_free(source)
        libzip.zip_discard(archive)
        throw .unpacked
      }
      _ = libzip.zip_file_set_dostime(archive, zip_uint64_t(index), 0, day, 0)
    }
    guard libzip.zip_close(archive) == 0 else {
      libzip.zip_discard(archive)
      throw .unpacked
    }
    return try bytes(of: target)
  }

  private static func bytes(of source: OpaquePointer) throws(OfficeDocumentFailure) -> [UInt8] {
    guard libzip.zip_source_open(source) == 0 else { throw .unpacked }
    defer { _ = libzip.zip_source_close(source) }
    var bytes: [UInt8] = []
    while true {
      var count: zip_int64_t = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, initialized in
        count = libzip.zip_source_read(source, buffer.baseAddress, zip_uint64_t(buffer.count))
        initialized = max(0, Int(count))
      }
      guard count >= 0 else { throw .unpacked }
      if piece.isEmpty { return bytes }
      bytes += piece
    }
  }
}
