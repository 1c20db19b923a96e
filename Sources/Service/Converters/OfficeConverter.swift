import Documents
import Glibc

/// Turns old office files and those of other programs into .docx or .xlsx with LibreOffice, in the sandbox, and reads these.
struct OfficeConverter {
  let sandbox: Sandbox
  let limits: DocumentLimits

  /// Where Debian has LibreOffice; its parts for texts and for sheets are packages of their own.
  private static let folder = "/usr/lib/libreoffice/program/"

  /// Throws what `DocumentFileReader` catches, or a `Sandbox.Failure`.
  func read(_ format: ForeignFormat, _ bytes: [UInt8], name: String) throws -> SourceDocument {
    if format == .openText || format == .openSheet { try checkOpenDocument(bytes) }
    let (suffix, filter, target, library) = Self.conversion(of: format)
    guard access(Self.folder + library, R_OK) == 0 else { throw Sandbox.Failure.missing(library) }
    var limits = Sandbox.Limits()
    limits.memory = 4 << 30
    // Its standard output has only the document that was made.
    let script = """
      exec 3>&1 1>&2
      \(Self.folder)oosplash -env:UserInstallation=file:///tmp/profile --headless --norestore --nolockcheck \
      '--infilter=\(filter)' --convert-to '\(target)' --outdir /tmp/made '\(Sandbox.document).\(suffix)'
      cat /tmp/made/document.* >&3
      """
    let result = try sandbox.run("/usr/bin/sh", ["-c", script], on: bytes, suffix: "." + suffix, limits)
    guard result.code == 0, !result.output.isEmpty else { throw DocumentFileFailure.notConverted }
    return try DocumentFileReader(limits: self.limits).read(result.output, name: name)
  }

  /// The suffix of the file, the filter that reads it, what is made of it, and the library that is needed for that.
  private static func conversion(
    of format: ForeignFormat
  ) -> (suffix: String, filter: String, target: String, library: String) {
    let text = ("docx:MS Word 2007 XML", "libswlo.so")
    let sheet = ("xlsx:Calc MS Excel 2007 XML", "libsclo.so")
    switch format {
    case .oldWord: return ("doc", "MS Word 97", text.0, text.1)
    case .richText: return ("rtf", "Rich Text Format", text.0, text.1)
    case .openText: return ("odt", "writer8", text.0, text.1)
    case .oldExcel: return ("xls", "MS Excel 97", sheet.0, sheet.1)
    case .openSheet: return ("ods", "calc8", sheet.0, sheet.1)
    case .pdf: return ("pdf", "writer_pdf_import", text.0, text.1)
    }
  }

  /// Refuses packed files that are larger unpacked than the limits allow, and those with a password.
  private func checkOpenDocument(_ bytes: [UInt8]) throws {
    let archive = try ZipArchive(bytes, limits: limits)
    let manifest = String(decoding: try archive.part("META-INF/manifest.xml") ?? [], as: UTF8.self)
    if manifest.contains("encryption-data") { throw DocumentFileFailure.locked }
    for name in archive.names where name.hasSuffix(".xml") && !name.hasPrefix("META-INF/") {
      _ = try archive.part(name)
    }
  }
}
