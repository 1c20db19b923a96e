package import Diagnostics
package import PlanImport
import RuleFiles

/// The folder of an imported plan: the rule files, a copy of them as they were imported, and the report.
package struct ImportedFolder {
  /// What was written.
  struct Written {
    /// The changes that a repeated import proposes; nil if the rule book was made.
    var changes: BookChanges?
  }

  private let path: String
  /// The folder with the copy; it is hidden, so that it is not read as rules.
  private static let base = ".nhap"
  package static let proposals = "de-xuat-thay-doi.txt"

  init(_ path: String) { self.path = path }

  /// Makes the folder, or writes only the proposed changes if it holds a rule book already.
  func write(_ output: PlanImporter.Output) throws(OperationFailure) -> Written {
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
        try WholeFolder.replace("\(path)/\(Self.proposals)", with: changes.proposals)
      }
      return Written(changes: changes)
    } catch {
      throw OperationFailure(
        vi: "không ghi được \(error.path): \(error.words.vi)", en: "cannot write \(error.path): \(error.words.en)")
    }
  }

  private static func files(in folder: String) -> BookChanges.Files {
    RuleFileReader().sources(at: folder).map { file in
      let name = file.name.hasPrefix(folder + "/") ? String(file.name.dropFirst(folder.count + 1)) : file.name
      return (name, file.source.text)
    }
  }
}

extension BookChanges {
  /// The text of the file with the proposals, through which a person works.
  fileprivate var proposals: String {
    var text = "# Đề xuất khi nhập lại văn bản. Các tệp quy tắc chưa bị sửa; chép những gì đúng rồi xóa tệp này.\n"
    for change in changes {
      text += "\n## \(change.words.vi)\n"
      if !change.current.isEmpty { text += "\n# đang có\n\(change.current)\n" }
      if !change.proposed.isEmpty { text += "\n# đề xuất\n\(change.proposed)\n" }
    }
    return text
  }
}

extension BookChanges.Change {
  /// Where the change is and of which kind.
  package var words: Bilingual {
    let kind: Bilingual =
      switch kind {
      case .added: .init(vi: "thêm", en: "add")
      case .changed: .init(vi: "sửa", en: "change")
      case .conflict: .init(vi: "đã được sửa tay, nguồn cũng đổi", en: "edited here, and the source changed")
      case .removed: .init(vi: "nguồn không còn", en: "no longer in the source")
      }
    return .init(vi: "\(file): \(block) – \(kind.vi)", en: "\(file): \(block) – \(kind.en)")
  }
}

extension SourceText {
  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
