private import CDocuments

private let libcsv = nhacviec_libcsv().pointee

/// Reads records of fields: .csv and .tsv. All of it is one table; places are the lines in which records begin.
struct DelimitedReader {
  let limits: DocumentLimits
  let delimiter: UInt8

  func read(_ text: String, name: String) throws -> SourceDocument {
    let records = Records(limits: limits)
    var parser = csv_parser()
    guard libcsv.csv_init(&parser, 0) == 0 else { throw DelimitedReader.broken }
    defer { libcsv.csv_free(&parser) }
    libcsv.csv_set_delim(&parser, delimiter)
    // The default grows the buffer of a field by 128 bytes at a time.
    libcsv.csv_set_blk_size(&parser, 64 << 10)
    let context = Unmanaged.passUnretained(records).toOpaque()
    var text = text
    try text.withUTF8 { bytes in
      var start = 0
      var line = 0
      while start < bytes.count {
        let end = DelimitedReader.lineEnd(bytes, from: start)
        line += 1
        if parser.pstate == 0 { records.line = line }
        guard
          libcsv.csv_parse(&parser, bytes.baseAddress?.advanced(by: start), end - start, addField, endRecord, context)
            == end
            - start
        else { throw DelimitedReader.broken }
        if let failure = records.failure { throw failure }
        start = end
      }
    }
    // 2: in the middle of a field.
    let isOpen = parser.quoted != 0 && parser.pstate == 2
    guard !isOpen, libcsv.csv_fini(&parser, addField, endRecord, context) == 0 else {
      throw DocumentFileFailure.damaged(
        vi: "dấu nháy kép mở ở bản ghi từ dòng \(records.line) không được đóng",
        en: "a quotation mark opened in the record at line \(records.line) is not closed")
    }
    if let failure = records.failure { throw failure }
    return SourceDocument(name: name, blocks: try records.blocks())
  }

  private static let broken = DocumentFileFailure.damaged(vi: "bản ghi không hợp lệ", en: "its records are not valid")

  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index] == 0x0A { return index + 1 }
      if bytes[index] == 0x0D { return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? index + 2 : index + 1 }
      index += 1
    }
    return index
  }
}

private func addField(_ start: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  let records = Unmanaged<Records>.fromOpaque(context).takeUnretainedValue()
  records.add(start.map { String(decoding: UnsafeRawBufferPointer(start: $0, count: count), as: UTF8.self) } ?? "")
}

private func endRecord(_ character: Int32, _ context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  Unmanaged<Records>.fromOpaque(context).takeUnretainedValue().end()
}

/// The records that the parser reported.
private final class Records {
  /// Where the record that is read begins.
  var line = 1
  private(set) var failure: (any Error)?
  private var grid: TableGrid
  private var tally: DocumentTally

  init(limits: DocumentLimits) {
    tally = DocumentTally(limits)
    grid = TableGrid(limits: limits)
  }

  func add(_ field: String) {
    guard failure == nil else { return }
    do {
      let text = TextCleaning.lines(InlineMarkup.plain(field))
      try tally.add(text)
      try grid.add(text)
    } catch {
      failure = error
    }
  }

  func end() {
    guard failure == nil else { return }
    do {
      try grid.endRow(at: .line(line), tally: &tally)
    } catch {
      failure = error
    }
  }

  func blocks() throws -> [SourceDocument.Block] {
    let table = try grid.finish(tally: &tally)
    return table.rows.isEmpty ? [] : [.table(table)]
  }
}
