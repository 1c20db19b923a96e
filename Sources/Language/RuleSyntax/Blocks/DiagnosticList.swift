package import Diagnostics

/// The diagnostics of one file, at most `limit`, so that random bytes cannot fill the memory.
package struct DiagnosticList {
  static let limit = 200

  package private(set) var diagnostics: [Diagnostic] = []
  private var isFull = false

  package init() {}

  /// Nothing is added to a full list.
  package mutating func add(_ diagnostic: Diagnostic) {
    guard !isFull else { return }
    diagnostics.append(diagnostic)
    guard diagnostics.count == Self.limit else { return }
    isFull = true
    diagnostics.append(
      Diagnostic(
        .tooManyDiagnostics, vi: "tệp có quá nhiều lỗi; chỉ nêu \(Self.limit) lỗi đầu",
        en: "the file has too many mistakes; only the first \(Self.limit) are listed", at: diagnostic.span))
  }
}
