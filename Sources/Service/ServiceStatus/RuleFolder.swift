package import Diagnostics
import Revisions

/// The content of the rule folder, compared with the rules in force.
package enum RuleFolder: Hashable, Sendable {
  /// It was not read yet.
  case unread
  /// It has no rules, and none are in force.
  case empty
  /// It has the rules in force.
  case live
  /// It has no errors, and other rules than those in force. The hash is that of its sources.
  case changed(hash: String)
  /// It has errors; `first` is the first of them. The hash is empty if the folder cannot be read.
  case refused(hash: String, errors: Int, first: Problem)

  /// One error in both languages, with its place before it.
  package struct Problem: Hashable, Sendable {
    package var code: String
    package var words: Bilingual

    package init(_ diagnostic: Diagnostic) {
      code = diagnostic.code
      let (source, offset) = (diagnostic.span.source, diagnostic.span.start)
      let line = source.bytes.isEmpty ? nil : source.bytes.prefix(offset).count { $0 == 10 } + 1
      let place = line.map { "\(source.name):\($0)" } ?? source.name
      words = Bilingual(vi: "\(place): \(diagnostic.words.vi)", en: "\(place): \(diagnostic.words.en)")
    }
  }

  /// The hash of sources that are not in force; nil if the folder has none.
  package var hash: String? {
    switch self {
    case .unread, .empty, .live: nil
    case .changed(let hash), .refused(let hash, _, _): hash
    }
  }

  /// Reads and checks the folder, exactly as a promotion does.
  ///
  /// - Parameter live: the hash of the sources in force; nil if no rules are.
  package static func read(_ folder: String, shipped: [String], live: String?) -> RuleFolder {
    do throws(RevisionFailure) {
      let (sources, found) = try RevisionSources.read(folder: folder, shipped: shipped)
      let hash = sources.hash.description
      if sources.own.isEmpty, live == nil { return .empty }
      if hash == live { return .live }
      let (rules, problems) = sources.rules()
      var errors = (found + problems).errors
      if errors.isEmpty { errors = RuleCheck.unexpanded(rules).errors }
      guard let first = errors.first else { return .changed(hash: hash) }
      return .refused(hash: hash, errors: errors.count, first: Problem(first))
    } catch {
      if live == nil, case .noFolder = error { return .empty }
      return .refused(hash: "", errors: 1, first: Problem(error.diagnostic))
    }
  }
}

extension RuleFolder {
  /// The number of errors.
  package var errors: Int { if case .refused(_, let errors, _) = self { errors } else { 0 } }

  /// Whether it holds something else than the rules in force.
  package var differs: Bool {
    switch self {
    case .changed, .refused: true
    case .unread, .empty, .live: false
    }
  }
}
