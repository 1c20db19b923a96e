package import Diagnostics
import Revisions

/// What the rule folder holds, compared with the rules in force.
package enum RuleFolder: Hashable, Sendable {
  /// Not looked at yet.
  case unread
  /// Nothing in it, and nothing was ever in force.
  case empty
  /// What is in force.
  case live
  /// Right, and other rules than those in force; the hash of its sources.
  case changed(hash: String)
  /// Errors: how many, and the first of them.
  case refused(hash: String, errors: Int, first: Problem)

  /// One error in both languages, with its place before it.
  package struct Problem: Hashable, Sendable {
    package var code: String
    package var vi: String
    package var en: String

    package init(_ diagnostic: Diagnostic) {
      code = diagnostic.code
      let (source, offset) = (diagnostic.span.source, diagnostic.span.start)
      let line = source.bytes.isEmpty ? nil : source.bytes.prefix(offset).count { $0 == 10 } + 1
      let place = line.map { "\(source.name):\($0)" } ?? source.name
      vi = "\(place): \(diagnostic.words.vi)"
      en = "\(place): \(diagnostic.words.en)"
    }
  }

  /// Nil where there are no sources of which there could be a hash.
  package var hash: String? {
    switch self {
    case .unread, .empty, .live: nil
    case .changed(let hash), .refused(let hash, _, _): hash
    }
  }

  /// Reads and checks the folder, exactly as a promotion does.
  ///
  /// - Parameter live: hash of the sources in force; nil: no rules are.
  package static func read(_ folder: String, shipped: [String], live: String?) -> RuleFolder {
    do throws(RevisionFailure) {
      let (sources, found) = try RevisionSources.read(folder: folder, shipped: shipped)
      let hash = sources.hash.description
      if sources.own.isEmpty, live == nil { return .empty }
      if hash == live { return .live }
      let (rules, problems) = sources.rules()
      var errors = (found + problems).filter { $0.severity == .error }
      if errors.isEmpty { errors = RuleCheck.unexpanded(rules).filter { $0.severity == .error } }
      guard let first = errors.first else { return .changed(hash: hash) }
      return .refused(hash: hash, errors: errors.count, first: Problem(first))
    } catch {
      if live == nil, case .noFolder = error { return .empty }
      return .refused(hash: "", errors: 1, first: Problem(error.diagnostic))
    }
  }
}

extension RuleFolder {
  package var errors: Int { if case .refused(_, let errors, _) = self { errors } else { 0 } }

  /// Whether it holds something else than the rules in force.
  package var differs: Bool {
    switch self {
    case .changed, .refused: true
    case .unread, .empty, .live: false
    }
  }
}
