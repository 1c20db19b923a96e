package import Diagnostics
import Glibc
package import Presentation
import RuleFiles
import SettingKeys

/// The files of templates of messages: the office's own, and those shipped, whose place they take. The templates of
/// Word documents lie beside them.
package struct TemplateFiles: Sendable {
  /// By `LANGUAGE/NAME.mustache`.
  package private(set) var own: [String: SourceText] = [:]
  private var shipped: [String: SourceText] = [:]
  /// Of reading, and of what lies in the office's folder and is no template.
  package private(set) var diagnostics: [Diagnostic] = []

  /// No template is larger, as no page of a letter is.
  private static let limits: ReadingLimits = {
    var limits = ReadingLimits.standard
    limits.fileSize = 1 << 20
    return limits
  }()

  /// - Parameters:
  ///   - own: the office's folder (`templates`).
  ///   - isNamed: the configuration names that folder, so that it should be there.
  ///   - shipped: the folder that comes with the program; nil where it is not found.
  ///   - names: of templates, without `.mustache`; each stands once in `vi` and once in `en`.
  package init(own: String, isNamed: Bool = false, shipped: String?, names: [String]) {
    let languages = Language.allCases.map(\.rawValue)
    let files = names.map { "\($0).mustache" } + Document.allCases.map(\.rawValue)
    let hasOwn = isFolder(own, isNamed: isNamed)
    if hasOwn { findStrangers(in: own, knowing: languages, templates: files) }
    for language in languages {
      let hasLanguage = hasOwn && isFolder("\(own)/\(language)", isNamed: false)
      if hasLanguage { findStrangers(in: "\(own)/\(language)", knowing: files) }
      for path in files.dropLast(Document.allCases.count).map({ "\(language)/\($0)" }) {
        if hasLanguage, Self.isThere("\(own)/\(path)") { self.own[path] = read("\(own)/\(path)") }
        if let shipped, Self.isThere("\(shipped)/\(path)") { self.shipped[path] = read("\(shipped)/\(path)") }
      }
    }
  }

  /// Where a template lies below a folder of them.
  package static func path(_ language: Language, _ name: String) -> String { "\(language.rawValue)/\(name).mustache" }

  /// A Word document that becomes a report or a meeting sheet.
  package enum Document: String, CaseIterable, Sendable {
    case report = "report.docx"
    case meeting = "meeting.docx"
  }

  /// The path of the template of a document in this language: the office's own where it is there; nil where there is none.
  package static func document(
    _ document: Document, _ language: Language, own: String, shipped: String?
  ) -> (path: String, isOwn: Bool)? {
    let path = "\(language.rawValue)/\(document.rawValue)"
    if isThere("\(own)/\(path)") { return ("\(own)/\(path)", true) }
    return shipped.flatMap { isThere("\($0)/\(path)") ? ("\($0)/\(path)", false) : nil }
  }

  package func shipped(_ language: Language, _ name: String) -> SourceText? { shipped[Self.path(language, name)] }

  // MARK: Reading

  /// Without a byte order mark; what is not UTF-8 becomes U+FFFD, which no template may have.
  private mutating func read(_ path: String) -> SourceText? {
    let reader = RuleFileReader(limits: Self.limits)
    defer { diagnostics += reader.diagnostics }
    guard let file = reader.file(at: path).first else { return nil }
    let text = String(decoding: file.bytes, as: UTF8.self)
    return SourceText(
      name: file.name, text: text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text)
  }

  /// Also of a link that leads nowhere.
  private static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// A folder that is no folder, or leads nowhere, is told: all that was to be in it would be ignored without a word.
  private mutating func isFolder(_ path: String, isNamed: Bool) -> Bool {
    if Self.entries(of: path) != nil { return true }
    guard isNamed || Self.isThere(path) else { return false }
    report(
      .templateFolder, path, vi: "không đọc được thư mục mẫu thư này nên chỉ dùng các mẫu đi kèm",
      en: "this folder of templates cannot be read; those shipped are used")
    return false
  }

  /// Sorted, without hidden ones; nil: it is no folder that can be read.
  private static func entries(of folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  // MARK: Strangers

  /// A misspelt or misplaced file would be ignored without a word.
  private mutating func findStrangers(in folder: String, knowing known: [String], templates: [String] = []) {
    for name in Self.entries(of: folder) ?? [] where !known.contains(name) {
      let path = "\(folder)/\(name)"
      if templates.contains(name) {
        report(.templateNotUsed, path, vi: "mẫu phải nằm trong vi/ hoặc en/", en: "templates lie in vi/ or en/")
        continue
      }
      let near = NearestName.nearest(to: name, among: known, limit: 1)
      let hint = near.first.map { ("; gần nhất: \($0)", "; the nearest is \($0)") } ?? ("", "")
      report(
        .templateNotUsed, path, vi: "không có mẫu nào tên như vậy\(hint.0)",
        en: "no template is called like this\(hint.1)")
    }
  }

  private mutating func report(_ code: ConfigurationCode, _ path: String, vi: String, en: String) {
    diagnostics.append(
      code.diagnostic(.warning, vi: vi, en: en, at: Span(SourceText(name: path, bytes: []), 0, 0)))
  }
}
