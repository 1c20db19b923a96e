package import Diagnostics

/// What an operation has to say beside its result, in both languages. The caller prints it or collects it.
package enum Remark {
  case error(Bilingual)
  case warning(Bilingual)
  case note(Bilingual)
  /// What the operation waits for; it is to be shown at once.
  case progress(Bilingual)
  /// Diagnostics with their places.
  /// - Parameter files: how many files were read; nil if that does not matter.
  case diagnostics([Diagnostic], files: Int?)
}

extension Remark {
  /// The first of what it says.
  package var summary: Bilingual {
    switch self {
    case .error(let words), .warning(let words), .note(let words), .progress(let words): words
    case .diagnostics(let diagnostics, _):
      diagnostics.errors.first?.words ?? diagnostics.first?.words ?? Bilingual(vi: "có lỗi", en: "something is wrong")
    }
  }
}
