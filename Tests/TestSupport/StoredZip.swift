/// Packs entries without compression (PKWARE APPNOTE 6.3, 4.3), so that tests can say every byte.
package enum StoredZip {
  package static func packed(_ entries: [(name: String, bytes: [UInt8])], encrypted: Bool = false) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = file.count
      let common =
        word(20) + word(encrypted ? 1 : 0) + word(0) + word(0) + word(0x5821) + long(crc(entry.bytes))
        + long(entry.bytes.count) + long(entry.bytes.count) + word(entry.name.utf8.count) + word(0)
      file += [0x50, 0x4B, 3, 4] + common + Array(entry.name.utf8) + entry.bytes
      directory += [0x50, 0x4B, 1, 2] + word(20) + common + word(0) + word(0) + word(0) + long(0) + long(offset)
      directory += Array(entry.name.utf8)
    }
    let end =
      [0x50, 0x4B, 5, 6] + word(0) + word(0) + word(entries.count) + word(entries.count) + long(directory.count)
      + long(file.count) + word(0)
    return file + directory + end
  }

  private static func word(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
  private static func long(_ value: Int) -> [UInt8] { word(value & 0xFFFF) + word(value >> 16 & 0xFFFF) }

  private static func crc(_ bytes: [UInt8]) -> Int {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return Int(~crc)
  }
}
