package import Diagnostics
import Glibc
package import Presentation
import RuleFiles

/// The files of templates: the office's own where there is one, else the shipped one.
package struct TemplateFiles: Sendable {
  private let sources: [String: SourceText]
  /// Of reading, and files of the office that no template is called like.
  package let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - own: the office's folder (`templates`); need not exist.
  ///   - shipped: the folder that comes with the program; nil where it is not found.
  ///   - names: of templates, without `.mustache`; each stands once in `vi` and once in `en`.
  package init(own: String, shipped: String?, names: [String]) {
    var sources: [String: SourceText] = [:]
    var diagnostics: [Diagnostic] = []
    for language in Language.allCases {
      for name in names {
        let path = "\(language.rawValue)/\(name).mustache"
        let folders = [own, shipped].compactMap { $0 }
        guard let folder = folders.first(where: { access("\($0)/\(path)", F_OK) == 0 }) else { continue }
        let reader = RuleFileReader()
        if let file = reader.file(at: "\(folder)/\(path)").first {
          sources[path] = SourceText(name: file.name, bytes: file.bytes)
        }
        diagnostics += reader.diagnostics
      }
      diagnostics += TemplateFiles.strangers(in: "\(own)/\(language.rawValue)", names)
    }
    self.sources = sources
    self.diagnostics = diagnostics
  }

  package func source(_ language: Language, _ name: String) -> SourceText? {
    sources["\(language.rawValue)/\(name).mustache"]
  }

  /// A misspelt file name would be ignored without a word.
  private static func strangers(in folder: String, _ names: [String]) -> [Diagnostic] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var found: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") || names.contains(where: { "\($0).mustache" == name }) { continue }
      found.append(name)
    }
    return found.sorted().map { name in
      let near = NearestName.nearest(to: name, among: names.map { "\($0).mustache" }, limit: 1)
      let hint = near.first.map { ("; gần nhất: \($0)", "; the nearest is \($0)") } ?? ("", "")
      return Diagnostic(
        .warning, "template-not-used", vi: "không có mẫu nào tên như vậy\(hint.0)",
        en: "no template is called like this\(hint.1)",
        at: Span(SourceText(name: "\(folder)/\(name)", bytes: []), 0, 0))
    }
  }
}
