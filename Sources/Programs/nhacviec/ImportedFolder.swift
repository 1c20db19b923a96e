import Diagnostics
import PlanImport
import RuleFiles

/// The folder of an imported plan: the rule files, a copy of them as they were imported, and the report.
struct ImportedFolder {
  struct Written {
    /// Nil: the book was made; else what importing again proposes.
    var changes: BookChanges?
  }

  private let path: String
  /// Hidden, so that it is not read as rules.
  private static let base = ".nhap"
  static let proposals = "de-xuat-thay-doi.txt"

  init(_ path: String) { self.path = path }

  /// Makes the folder whole, or, where there is a book already, writes only what would change.
  func write(_ output: PlanImporter.Output) throws(ImportFailure) -> Written {
    do throws(WholeFolder.Failure) {
      guard WholeFolder.isOccupied(path) else {
        try WholeFolder.create(path, files: output.files + output.files.map { ("\(Self.base)/\($0.name)", $0.text) })
        return Written(changes: nil)
      }
      let current = Self.files(in: path)
      guard !current.isEmpty else {
        throw WholeFolder.Failure(
          path: path,
          words: .init(vi: "thư mục có sẵn nhưng không phải bộ quy tắc", en: "the folder is there and is no rule book"))
      }
      let base = Self.files(in: "\(path)/\(Self.base)")
      let changes = BookChanges(base: base.isEmpty ? nil : base, current: current, new: output.files)
      if !changes.changes.isEmpty {
        try WholeFolder.replace("\(path)/\(Self.proposals)", with: ImportReportText.proposals(changes))
      }
      return Written(changes: changes)
    } catch {
      throw ImportFailure(
        .init(
          vi: "không ghi được \(error.path): \(error.words.vi)", en: "cannot write \(error.path): \(error.words.en)"))
    }
  }

  private static func files(in folder: String) -> BookChanges.Files {
    RuleFileReader().sources(at: folder).map { file in
      let name = file.name.hasPrefix(folder + "/") ? String(file.name.dropFirst(folder.count + 1)) : file.name
      return (name, file.source.text)
    }
  }
}

extension ImportReport {
  /// Nothing is left to settle but what people have settled in the book meanwhile.
  func isSettled(except changes: BookChanges?) -> Bool {
    guard let changes else { return isSettled }
    return leftOut.isEmpty
      && toSettle.allSatisfy { item in item.task.map { !changes.untouched.contains("nhiệm vụ \($0)") } ?? false }
  }
}

extension SourceText {
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
