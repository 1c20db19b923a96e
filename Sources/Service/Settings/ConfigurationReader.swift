package import Diagnostics
import Presentation
import SettingKeys

/// Reads a configuration file. Each mistake is reported with its place, and none is silently corrected.
package enum ConfigurationReader {
  /// The configuration and everything that is wrong with it. If there is an error, the configuration must not be used.
  package static func read(_ source: SourceText) -> (configuration: Configuration, diagnostics: [Diagnostic]) {
    var (values, diagnostics) = values(of: source)
    if !diagnostics.hasErrors {
      diagnostics += ConfigurationChecks(values, source).diagnostics
    }
    return (Configuration(values), diagnostics)
  }

  /// Bytes of a file, at most; some twenty times those of the shipped one.
  static let largest = 128 << 10

  static func values(of source: SourceText) -> (values: ConfigurationValues, diagnostics: [Diagnostic]) {
    var walk = ConfigurationWalk(values: ConfigurationValues(ConfigurationKey.all))
    guard source.bytes.count <= largest else {
      let tooLarge = ConfigurationCode.tooLarge.diagnostic(
        vi: "tệp cấu hình lớn hơn \(largest >> 10) kB", en: "the configuration file has more than \(largest >> 10) kB",
        at: Span(source, 0, 0))
      return (walk.values, [tooLarge])
    }
    do {
      walk.visit(try TOMLDocument.read(source), [])
    } catch {
      walk.diagnostics.append(
        ConfigurationCode.syntax.diagnostic(
          vi: "tệp cấu hình không đúng cú pháp TOML ở chỗ này",
          en: "the configuration file is not TOML at this place", at: error.span, notes: notes(on: error)))
    }
    return (walk.values, walk.diagnostics)
  }

  private static func notes(on failure: TOMLFailure) -> [Diagnostic.Note] {
    var notes = [Diagnostic.Note(.init(vi: "thư viện nói: \(failure.words)", en: failure.words))]
    if failure.words.contains("cannot redefine existing table") {
      notes.append(
        Diagnostic.Note(
          .init(
            vi: "dòng tên bảng này đã có ở trên: chỉ giữ một dòng, và ghi mọi khóa của bảng dưới dòng ấy",
            en: "the line of this table stands above already: keep one, with all keys of the table below it")))
    }
    return notes
  }
}

/// Walks through the tables of a file.
private struct ConfigurationWalk {
  var values: ConfigurationValues
  var diagnostics: [Diagnostic] = []

  /// A file with more mistakes is no configuration, and each mistake takes a search for the nearest names.
  private static let mostDiagnostics = 100

  mutating func visit(_ value: TOMLValue, _ path: [String], at keySpan: Span? = nil) {
    guard diagnostics.count < Self.mostDiagnostics else { return }
    if case .table(let entries) = value.content {
      guard path.isEmpty || ConfigurationKey.isTable(path) else {
        return unknownOrMisplaced(path, value, at: keySpan ?? value.span)
      }
      if entries.isEmpty, ConfigurationKey.isNamed(path) { empty(path, at: keySpan ?? value.span) }
      for entry in entries { visit(entry.value, path + [entry.key], at: entry.keySpan) }
      return
    }
    guard let key = ConfigurationKey.key(path) else {
      return unknownOrMisplaced(path, value, at: keySpan ?? value.span)
    }
    switch ConfigurationValues.checked(value, key.kind) {
    case .success(let checked): values.set(path, checked, at: value.span)
    case .failure(let reason): badValue(key, value, reason)
    }
  }

  /// A table without keys stands for nothing, which somebody who commented its keys out may not expect.
  private mutating func empty(_ path: [String], at span: Span) {
    let name = path.joined(separator: ".")
    diagnostics.append(
      ConfigurationCode.badValue.diagnostic(
        vi: "[\(name)] không có khóa nào: ghi khóa của bảng này, hoặc bỏ cả dòng tên bảng",
        en: "[\(name)] has no key: write the keys of the table, or take its line out", at: span))
  }

  private mutating func badValue(_ key: ConfigurationKey, _ value: TOMLValue, _ reason: ConfigurationValues.Misfit) {
    let (wanted, found) = (key.kind.words, value.kind)
    var notes: [Diagnostic.Note] = []
    if let advice = reason.advice { notes.append(Diagnostic.Note(advice)) }
    let fixIts = reason.nearest.map { [Diagnostic.FixIt.didYouMean("\"\($0)\"", at: value.span)] } ?? []
    diagnostics.append(
      ConfigurationCode.badValue.diagnostic(
        vi: "“\(key.name)” phải là \(wanted.vi), ở đây là \(found.vi)",
        en: "“\(key.name)” must be \(wanted.en), here it is \(found.en)", at: value.span, notes: notes, fixIts: fixIts))
  }

  private mutating func unknownOrMisplaced(_ path: [String], _ value: TOMLValue, at span: Span) {
    let name = path.joined(separator: ".")
    if ConfigurationKey.isTable(path) {
      diagnostics.append(
        ConfigurationCode.badValue.diagnostic(
          vi: "“\(name)” phải là một bảng: viết [\(name)]", en: "“\(name)” must be a table: write [\(name)]",
          at: value.span))
      return
    }
    if case .table = value.content, ConfigurationKey.key(path) != nil {
      diagnostics.append(
        ConfigurationCode.badValue.diagnostic(
          vi: "“\(name)” phải là một giá trị, không phải bảng", en: "“\(name)” must be a value, not a table",
          at: span))
      return
    }
    if let secret = ConfigurationKey.secret(at: path) {
      diagnostics.append(
        ConfigurationCode.secretInFile.diagnostic(
          vi: "mật khẩu và khóa không được ghi trong tệp này; hãy dùng “\(secret)-credential” hoặc “\(secret)-file”",
          en: "passwords and secrets do not belong into this file; use “\(secret)-credential” or “\(secret)-file”",
          at: span))
      return
    }
    unknown(path, name, at: span)
  }

  /// Reports an unknown key, with near names at the same place, else the same name elsewhere, because keys below a
  /// wrong table are common.
  private mutating func unknown(_ path: [String], _ name: String, at span: Span) {
    let siblings = ConfigurationKey.names(in: path.dropLast())
    let near = NearestName.nearest(to: path.last ?? "", among: siblings, limit: 1)
    let elsewhere = ConfigurationKey.all.map(\.name).filter {
      $0.split(separator: ".").last.map(String.init) == path.last
    }
    let whole = NearestName.nearest(to: name, among: ConfigurationKey.all.map(\.name), limit: 3)
    var notes: [Diagnostic.Note] = []
    if near.isEmpty, let list = Optional(elsewhere.isEmpty ? whole : elsewhere), !list.isEmpty {
      let names = list.map { "“\($0)”" }.joined(separator: ", ")
      notes.append(Diagnostic.Note(.init(vi: "có các khóa: \(names)", en: "there is \(names)")))
    }
    if near.isEmpty, path.count == 1, let table = ConfigurationKey.all.first(where: { $0.last == name })?.table {
      notes.append(
        Diagnostic.Note(
          .init(
            vi: "khóa của một bảng đứng dưới dòng tên bảng, như [\(table)]; bỏ cả dấu # ở đầu dòng ấy",
            en: "a table's key stands below its line, such as [\(table)]; remove the # before that line too")))
    }
    diagnostics.append(
      ConfigurationCode.unknownKey.diagnostic(
        vi: "không có khóa “\(name)”", en: "there is no key “\(name)”", at: span, notes: notes,
        fixIts: near.map { .didYouMean($0, at: span) }))
  }
}

extension ConfigurationKey {
  static func key(_ path: [String]) -> ConfigurationKey? { all.first { $0.matches(path) } }

  private func matches(_ path: [String]) -> Bool {
    let own = self.path
    return own.count == path.count && zip(own, path).allSatisfy { $0 == "*" || $0 == $1 }
  }

  /// Whether the last part of the path is a name that the office chose, or such names stand below it.
  static func isNamed(_ path: [String]) -> Bool {
    isTable(path)
      && all.contains { key in
        let own = key.path
        return own.count > path.count && zip(own, path).allSatisfy { $0 == "*" || $0 == $1 }
          && own[max(path.count - 1, 0)...path.count].contains("*")
      }
  }

  /// Whether there are keys below `path`.
  static func isTable(_ path: [String]) -> Bool {
    all.contains { key in
      let own = key.path
      return own.count > path.count && zip(own, path).allSatisfy { $0 == "*" || $0 == $1 }
    }
  }

  /// What can stand directly below `path`.
  static func names(in path: ArraySlice<String>) -> [String] {
    var names: [String] = []
    for key in all {
      let own = key.path
      guard own.count > path.count, zip(own, path).allSatisfy({ $0 == "*" || $0 == $1 }) else { continue }
      if own[path.count] != "*", !names.contains(own[path.count]) { names.append(own[path.count]) }
    }
    return names
  }

  /// The name before `-credential` and `-file`, if `path` is the key of a secret without these; else nil.
  static func secret(at path: [String]) -> String? {
    guard let last = path.last else { return nil }
    return key(path.dropLast() + ["\(last)-credential"]) == nil ? nil : last
  }
}
