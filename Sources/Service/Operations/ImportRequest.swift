import Diagnostics
import Documents
package import PlanImport
import RuleFiles

/// Turns the documents of a plan into a rule book to be reviewed, for the command `import`.
package struct ImportRequest {
  private let files: [String]
  private let options: PlanImporter.Options
  private let folder: String
  private let allowsClassified: Bool

  /// The result of an import.
  package struct Imported {
    package var report: ImportReport
    /// The changes that a repeated import proposes; nil if the rule book was made.
    package var changes: BookChanges?
    package var ending: Ending
  }

  /// - Parameters:
  ///   - folder: the folder to write. If it holds a rule book, only proposals are written.
  ///   - allowsClassified: whether documents marked secret are read too.
  package init(files: [String], _ options: PlanImporter.Options, into folder: String, allowsClassified: Bool) {
    self.files = files
    self.options = options
    self.folder = folder
    self.allowsClassified = allowsClassified
  }

  package func run(in operations: OperationContext) throws(OperationFailure) -> Imported {
    let documents = try documents()
    let shipped = RuleSources(paths: [], shipped: operations.folders.shippedRules()).shipped.map(\.source)
    let made: PlanImporter.Output
    do throws(PlanImporter.Failure) {
      made = try PlanImporter(options, shipped: shipped).read(documents)
    } catch {
      throw OperationFailure(error.words)
    }
    let changes = try ImportedFolder(folder).write(made).changes
    let isDone = made.report.isSettled(except: changes) && (changes?.changes.isEmpty ?? true)
    return Imported(report: made.report, changes: changes, ending: isDone ? .success : .waits)
  }

  /// Reads all documents. Fails if one cannot be read, or is marked secret and must not be.
  private func documents() throws(OperationFailure) -> [SourceDocument] {
    let reader = RuleFileReader()
    var documents: [SourceDocument] = []
    for path in files {
      documents.append(try DocumentOnDisk.read(path, reader, allowsClassified: allowsClassified))
    }
    return documents
  }
}

extension ImportReport {
  /// Whether nothing is left to settle, apart from what people have settled in the rule book since the last import.
  fileprivate func isSettled(except changes: BookChanges?) -> Bool {
    guard let changes else { return isSettled }
    func isOpen(_ task: String) -> Bool { changes.untouched.contains("nhiệm vụ \(task)") }
    return leftOut.allSatisfy(\.isPlain) && questions.allSatisfy { !$0.tasks.contains(where: isOpen) }
      && (toSettle + recognised).allSatisfy { item in item.task.map { !isOpen($0) } ?? false }
  }
}

extension PlanImporter.Failure {
  /// Why nothing was imported.
  fileprivate var words: Bilingual {
    switch self {
    case .nothingFound(let tables):
      let seen = tables.first.map { table in
        Bilingual(
          vi: "; bảng đầu tiên (\(table.place.words.vi)) có các cột: \(table.text)",
          en: "; the first table (\(table.place.words.en)) has the columns: \(table.text)")
      }
      return .init(
        vi: "không thấy bảng nhiệm vụ (các cột như Nhiệm vụ, Chủ trì, Thời gian) và không thấy câu nào có thời hạn"
          + "\(seen?.vi ?? "") [document-no-tasks]",
        en: "no table of tasks (columns such as Nhiệm vụ, Chủ trì, Thời gian) and no dated sentence was found"
          + "\(seen?.en ?? "") [document-no-tasks]")
    case .tooManyRows(let count):
      return .init(
        vi: "\(count) hàng nhiệm vụ: quá nhiều cho một kế hoạch; hãy tách tệp hoặc bỏ các bảng dữ liệu "
          + "[document-too-many-rows]",
        en: "\(count) rows of tasks are too many for a plan; split the file, or take out its tables of data "
          + "[document-too-many-rows]")
    case .unsound(let diagnostics):
      let first = diagnostics.first
      return .init(
        vi: "chương trình viết ra quy tắc có lỗi, nên không ghi gì: \(first?.words.vi ?? "") [\(first?.code ?? "")]",
        en:
          "the rules that were made have a mistake, so nothing is written: \(first?.words.en ?? "") [\(first?.code ?? "")]"
      )
    }
  }
}
