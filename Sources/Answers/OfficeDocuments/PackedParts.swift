import Diagnostics
import Documents

/// The parts of an office file as its archive has them, in their order. What is not exchanged keeps its bytes.
struct PackedParts: Sendable {
  private var entries: [(name: String, bytes: [UInt8])] = []

  init(_ bytes: [UInt8], limits: DocumentLimits = .standard) throws(OfficeDocumentFailure) {
    entries = try Self.reading {
      let archive = try ZipArchive(bytes, limits: limits)
      var entries: [(String, [UInt8])] = []
      for name in archive.names where !name.hasSuffix("/") {
        if let bytes = try archive.part(name) { entries.append((name, bytes)) }
      }
      return entries
    }
  }

  var names: [String] { entries.map(\.name) }

  /// The bytes of a part; nil if there is none. Setting exchanges those of a part that is there.
  subscript(name: String) -> [UInt8]? {
    get { entries.first { $0.name == name }?.bytes }
    set {
      guard let newValue, let place = entries.firstIndex(where: { $0.name == name }) else { return }
      entries[place].bytes = newValue
    }
  }

  /// An XML part as a tree; nil if there is none.
  func tree(_ name: String) throws(OfficeDocumentFailure) -> XMLTree? {
    guard let bytes = self[name] else { return nil }
    return try Self.reading { try XMLTree(bytes) }
  }

  func packed() throws(OfficeDocumentFailure) -> [UInt8] { try ZipWriter.packed(entries) }

  /// Runs `body`, and words what the room of documents says of its failure.
  static func reading<Value>(_ body: () throws -> Value) throws(OfficeDocumentFailure) -> Value {
    do { return try body() } catch let failure as DocumentFileFailure {
      throw OfficeDocumentFailure(failure.words)
    } catch {
      throw OfficeDocumentFailure(Bilingual(vi: "không đọc được tệp này", en: "this file cannot be read"))
    }
  }
}
