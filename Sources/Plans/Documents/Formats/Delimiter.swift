/// Finds the delimiter between the fields of records (RFC 4180 and similar formats).
enum Delimiter {
  /// The delimiter of the records at the start of `text`: of comma, semicolon and tab the one that separates
  /// most of them into the same number of fields; nil if none separates any.
  static func find(in text: String, isTabbed: Bool) -> UInt8? {
    let candidates: [UInt8] = isTabbed ? [0x09, 0x3B, 0x2C] : [0x3B, 0x2C, 0x09]
    var best: (delimiter: UInt8, records: Int, fields: Int)?
    for delimiter in candidates {
      guard let found = agreement(on: delimiter, in: text) else { continue }
      if best.map({ ($0.records, $0.fields) < (found.records, found.fields) }) ?? true {
        best = (delimiter, found.records, found.fields)
      }
    }
    return best?.delimiter
  }

  /// How many of the first records have as many fields as most of them have, two or more.
  private static func agreement(on delimiter: UInt8, in text: String) -> (records: Int, fields: Int)? {
    var counts: [Int: Int] = [:]
    var fields = 1
    var records = 0
    var isQuoted = false
    var atFieldStart = true
    for byte in text.utf8.prefix(256 << 10) {
      if byte == UInt8(ascii: "\"") {
        if isQuoted || atFieldStart { isQuoted.toggle() }
        atFieldStart = false
      } else if isQuoted {
        continue
      } else if byte == delimiter {
        fields += 1
        atFieldStart = true
      } else if byte == 0x0A {
        counts[fields, default: 0] += 1
        fields = 1
        records += 1
        atFieldStart = true
        if records == 50 { break }
      } else {
        atFieldStart = false
      }
    }
    if fields > 1 { counts[fields, default: 0] += 1 }
    return counts.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }.map { ($0.value, $0.key) }
  }
}
