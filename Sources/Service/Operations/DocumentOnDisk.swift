import Converters
import Diagnostics
import Documents
import PlanImport
import RuleFiles

/// Documents that people name on the command line.
enum DocumentOnDisk {
  /// - Parameter allowsClassified: whether it is read although it is marked secret.
  static func read(
    _ path: String, _ reader: RuleFileReader = RuleFileReader(), allowsClassified: Bool
  ) throws(OperationFailure) -> SourceDocument {
    let document = try document(bytes(of: path, reader), path)
    guard !allowsClassified, let mark = SecrecyMark.find(in: document) else { return document }
    throw OperationFailure(
      vi:
        "\(path): văn bản có dấu “\(mark)”, không đọc. Chỉ dùng --allow-classified khi máy này được phép xử lý tài liệu "
        + "mật [document-classified]",
      en:
        "\(path): the document is marked “\(mark)” and is not read. Use --allow-classified only where this machine may "
        + "handle secrets [document-classified]")
  }

  /// - Parameter reader: takes each file once.
  static func bytes(of path: String, _ reader: RuleFileReader = RuleFileReader()) throws(OperationFailure) -> [UInt8] {
    if let file = reader.file(at: path).first { return file.bytes }
    let words = reader.diagnostics.last?.words
    throw OperationFailure(words ?? .init(vi: "\(path): tệp được nêu hai lần", en: "\(path): the file is named twice"))
  }

  /// - Parameter converts: whether files that other programs must read are read, too.
  static func document(
    _ bytes: [UInt8], _ path: String, _ limits: DocumentLimits = .standard, converts: Bool = true
  ) throws(OperationFailure) -> SourceDocument {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let converter = DocumentConverter()
    let convert: DocumentFileReader.Converter = { (format, bytes, name) throws(DocumentFileFailure) in
      try converter.read(format, bytes, name: name)
    }
    let reader = DocumentFileReader(limits: limits, converter: converts ? convert : nil)
    do { return try reader.read(bytes, name: name) } catch {
      throw OperationFailure(
        vi: "\(path): \(error.words.vi) [\(error.code.rawValue)]",
        en: "\(path): \(error.words.en) [\(error.code.rawValue)]")
    }
  }
}
