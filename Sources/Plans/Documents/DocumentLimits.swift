/// How large a document may be before it is refused. Reaching a limit is an error, never a silent cut.
package struct DocumentLimits: Sendable {
  /// Bytes of the file.
  package var fileSize = 64 << 20
  /// Bytes of one part of a packed file, unpacked.
  package var partSize = 256 << 20
  /// Bytes of all parts that are read, unpacked.
  package var unpackedSize = 384 << 20
  /// How many times larger than packed a part of more than 16 MB may be. Deflate itself ends at 1032.
  package var inflation = 400
  /// Entries of a packed file.
  package var entries = 10_000
  /// Elements of one XML part or HTML page.
  package var elements = 40_000_000
  /// Elements inside elements.
  package var depth = 250
  /// Tables inside tables.
  package var nestedTables = 16
  /// Rows of all tables.
  package var rows = 200_000
  /// Columns of one table.
  package var columns = 256
  /// Cells of all tables, counting what merged cells cover.
  package var cells = 4_000_000
  /// Bytes of all text.
  package var textSize = 64 << 20
  /// The processor time of a parser, in nanoseconds: a fixed part, and a part for each byte. Ordinary texts take a
  /// tenth of it.
  package var parsingStart = 500_000_000
  package var parsingByte = 500

  package init() {}

  package static let standard = DocumentLimits()

  /// For what strangers may send, of a few megabytes: so much of it that a process of 1 GB can hold its trees.
  package static let sent: DocumentLimits = {
    var limits = DocumentLimits()
    (limits.fileSize, limits.partSize, limits.unpackedSize) = (4 << 20, 24 << 20, 32 << 20)
    (limits.entries, limits.elements, limits.rows) = (1000, 2_000_000, 20_000)
    (limits.cells, limits.textSize) = (500_000, 8 << 20)
    return limits
  }()

  /// The time for a text of so many bytes, in nanoseconds. It grows with the length, and not with its square.
  package func parsingTime(bytes: Int) -> UInt64 { UInt64(parsingStart + parsingByte * bytes) }
}

/// The limit that a document exceeds, with its value.
package enum DocumentExcess: Error, Hashable, Sendable {
  case rows(Int)
  case columns(Int)
  case cells(Int)
  case textSize(Int)
  case nestedTables(Int)
}

/// Counts what was read of a document so far, and throws where that exceeds a limit.
package struct DocumentTally: Sendable {
  package let limits: DocumentLimits
  private var rows = 0
  private var cells = 0
  private var textSize = 0

  package init(_ limits: DocumentLimits) { self.limits = limits }

  package mutating func addRow() throws(DocumentExcess) {
    rows += 1
    guard rows <= limits.rows else { throw .rows(limits.rows) }
  }

  package mutating func add(cells count: Int) throws(DocumentExcess) {
    cells += count
    guard cells <= limits.cells else { throw .cells(limits.cells) }
  }

  package mutating func add(_ text: String) throws(DocumentExcess) {
    textSize += text.utf8.count
    guard textSize <= limits.textSize else { throw .textSize(limits.textSize) }
  }
}
