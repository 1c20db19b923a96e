import ArgumentParser
import Diagnostics
import Documents
import PlanImport
import Presentation
import RuleFiles

/// `nhacviec import`: a plan's document in, a rule book to be reviewed out.
struct ImportCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: """
      Đọc văn bản kế hoạch (.docx, .xlsx, .csv, .tsv, HTML, Markdown, văn bản thuần) thành tệp quy tắc để xem lại; mã thoát
      0: hiểu hết, 3: có điều cần quyết định, 1: lỗi.
      Turn a plan's document into rule files to be reviewed; exits 0: all understood, 3: something to settle, 1: an error.
      """)

  @Argument(help: ArgumentHelp("Tệp của văn bản / files of the document.", valueName: "file"))
  var files: [String]

  @Option(help: ArgumentHelp("Mã kế hoạch / id of the plan: khanh-hoa-skhcn-2025.", valueName: "id"))
  var plan: String

  @Option(help: ArgumentHelp("Năm hoặc giai đoạn / year or period: 2025, 2026-2030.", valueName: "year"))
  var year: YearsArgument

  @Option(name: [.short, .long], help: ArgumentHelp("Thư mục để ghi / folder to write.", valueName: "dir"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "Đơn vị đầu mối / focal point (mặc định: đơn vị chủ trì nhiều việc nhất / default: who leads most).",
      valueName: "unit"))
  var focalPoint: String?

  @Flag(help: "In báo cáo dạng JSON / print the report as JSON.")
  var json = false

  @Flag(help: "Đọc cả văn bản có dấu MẬT, TỐI MẬT, TUYỆT MẬT / read documents marked secret too.")
  var allowClassified = false

  @OptionGroup var languages: LanguageOption

  func validate() throws {
    guard PlanImporter.isID(plan) else {
      throw ValidationError(
        vi: "--plan: mã chỉ gồm chữ không dấu, số, “.” và “-”",
        en: "--plan: an id has ASCII letters, digits, “.” and “-” only")
    }
  }

  func run(in environment: CommandEnvironment) -> ExitCode {
    let language = languages.language(in: environment)
    func fail(_ words: Diagnostic.Words) -> ExitCode {
      environment.errors.write(language.choose(vi: "lỗi: \(words.vi)\n", en: "error: \(words.en)\n"))
      return .failure
    }
    do throws(ImportFailure) {
      let documents = try read(in: environment, language)
      let shipped = RuleSources(paths: [], shipped: environment.folders.shippedRules()).shipped.map(\.source)
      let importer = PlanImporter(
        .init(plan: plan, years: year.years, focalPoint: focalPoint), shipped: shipped)
      let made: PlanImporter.Output
      do throws(PlanImporter.Failure) { made = try importer.read(documents) } catch { throw ImportFailure(error) }
      let written = try ImportedFolder(output).write(made)
      let report = ImportReportText(made.report, changes: written.changes, folder: output, language)
      environment.output.write(json ? report.json : report.text)
      let isDone = made.report.isSettled(except: written.changes) && (written.changes?.changes.isEmpty ?? true)
      return isDone ? .success : ExitCode(3)
    } catch {
      return fail(error.words)
    }
  }

  /// All documents, none of them secret.
  private func read(in environment: CommandEnvironment, _ language: Language) throws(ImportFailure) -> [SourceDocument]
  {
    var documents: [SourceDocument] = []
    let reader = RuleFileReader()
    for path in files {
      guard let file = reader.file(at: path).first else {
        let words = reader.diagnostics.last?.words
        throw ImportFailure(words ?? .init(vi: "\(path): tệp được nêu hai lần", en: "\(path): the file is named twice"))
      }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      do {
        documents.append(try DocumentFileReader().read(file.bytes, name: name))
      } catch {
        throw ImportFailure(
          .init(
            vi: "\(path): \(error.words.vi) [\(error.code.rawValue)]",
            en: "\(path): \(error.words.en) [\(error.code.rawValue)]"))
      }
      if !allowClassified, let last = documents.last, let mark = SecrecyMark.find(in: last) {
        throw ImportFailure(
          .init(
            vi:
              "\(path): văn bản có dấu “\(mark)”, không đọc. Chỉ dùng --allow-classified khi máy này được phép xử lý tài liệu "
              + "mật [document-classified]",
            en:
              "\(path): the document is marked “\(mark)” and is not read. Use --allow-classified only where this machine may "
              + "handle secrets [document-classified]"))
      }
    }
    return documents
  }
}

/// Why nothing was imported.
struct ImportFailure: Error {
  var words: Diagnostic.Words

  init(_ words: Diagnostic.Words) { self.words = words }

  init(_ failure: PlanImporter.Failure) {
    switch failure {
    case .nothingFound:
      words = .init(
        vi: "không thấy bảng nhiệm vụ (các cột như Nhiệm vụ, Chủ trì, Thời gian) và không thấy câu nào có thời hạn "
          + "[document-no-tasks]",
        en: "no table of tasks (columns such as Nhiệm vụ, Chủ trì, Thời gian) and no dated sentence was found "
          + "[document-no-tasks]")
    case .tooManyRows(let count):
      words = .init(
        vi: "\(count) hàng nhiệm vụ: quá nhiều cho một kế hoạch; hãy tách tệp hoặc bỏ các bảng dữ liệu "
          + "[document-too-many-rows]",
        en: "\(count) rows of tasks are too many for a plan; split the file, or take out its tables of data "
          + "[document-too-many-rows]")
    case .unsound(let diagnostics):
      let first = diagnostics.first
      words = .init(
        vi: "chương trình viết ra quy tắc có lỗi, nên không ghi gì: \(first?.words.vi ?? "") [\(first?.code ?? "")]",
        en:
          "the rules that were made have a mistake, so nothing is written: \(first?.words.en ?? "") [\(first?.code ?? "")]"
      )
    }
  }
}

/// `2025` or `2021-2030`.
struct YearsArgument: ExpressibleByArgument {
  var years: ClosedRange<Int>

  init?(argument: String) {
    let parts = argument.split(whereSeparator: { $0 == "-" || $0 == "–" }).map { Int($0) }
    let known = parts.compactMap { $0 }.filter { (1990...2199).contains($0) }
    guard known.count == parts.count, let first = known.first, let last = known.last, known.count <= 2, first <= last
    else { return nil }
    years = first...last
  }
}
