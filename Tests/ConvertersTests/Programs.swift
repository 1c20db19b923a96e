import Converters
import Documents
import Foundation
import TestSupport

/// The programs of others that tests call.
enum Programs {
  /// Whether tests of these programs run: where they are installed, and where they have to be (`FORMATS=required`), so that
  /// nothing is passed over in silence.
  static func areExpected(_ paths: String...) -> Bool {
    ProcessInfo.processInfo.environment["FORMATS"] == "required" || paths.allSatisfy(FileManager.default.fileExists)
  }

  static let hasLibreOffice = areExpected(
    "/usr/lib/libreoffice/program/libswlo.so", "/usr/lib/libreoffice/program/libsclo.so")
  static let hasRecognition = areExpected(
    "/usr/bin/tesseract", "/usr/share/tesseract-ocr/5/tessdata/vie.traineddata")
}

/// A document in any format, read as the command `import` reads it.
func document(
  _ bytes: [UInt8], _ name: String, _ converter: DocumentConverter = DocumentConverter(),
  _ limits: DocumentLimits = .standard
) throws(DocumentFileFailure) -> SourceDocument {
  try DocumentFileReader(limits: limits) { (format, bytes, name) throws(DocumentFileFailure) in
    try converter.read(format, bytes, name: name)
  }.read(bytes, name: name)
}

func sample(_ name: String) throws -> [UInt8] { try bytes(of: "Tests/Data/formats/\(name)") }

/// Why a file is not read; nil if it is.
func failure(
  _ bytes: [UInt8], _ name: String = "a.pdf", _ converter: DocumentConverter = DocumentConverter(),
  _ limits: DocumentLimits = .standard
) -> DocumentFileFailure? {
  do throws(DocumentFileFailure) {
    _ = try document(bytes, name, converter, limits)
    return nil
  } catch {
    return error
  }
}

/// All texts of a document, joined.
func words(_ document: SourceDocument) -> String {
  document.blocks.map { block in
    switch block {
    case .paragraph(let paragraph): paragraph.text
    case .table(let table): table.rows.map { $0.cells.map(\.text).joined(separator: "|") }.joined(separator: "\n")
    }
  }.joined(separator: "\n")
}
