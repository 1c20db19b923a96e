package import Diagnostics
import FactLog
import StateFolder

/// Why an operation did not do what it was asked for.
package struct OperationFailure: Error {
  package var remark: Remark
  package var ending: Ending

  package init(_ words: Bilingual, ending: Ending = .failure) {
    remark = .error(words)
    self.ending = ending
  }

  package init(vi: String, en: String, ending: Ending = .failure) {
    self.init(Bilingual(vi: vi, en: en), ending: ending)
  }

  package init(_ diagnostics: [Diagnostic], files: Int? = nil, ending: Ending = .failure) {
    remark = .diagnostics(diagnostics, files: files)
    self.ending = ending
  }
}

extension OperationFailure {
  /// Whether it failed because the rule folder has no rules yet.
  package var hasNoRules: Bool {
    guard case .diagnostics(let diagnostics, _) = remark else { return false }
    return diagnostics.errors.first?.code == DiagnosticCode.noRuleFiles.rawValue
  }

  /// What is to be the place in a list is none of that list.
  /// - Parameter name: of the argument.
  package static func noPlace(_ name: String) -> OperationFailure {
    OperationFailure(
      vi: "“\(name)” không phải là một chỗ trong danh sách này: ghi nguyên giá trị đã nêu, giữ nguyên điều kiện lọc và "
        + "thứ tự",
      en: "“\(name)” is no place in this list: give the value as it was told, with the same filters and order")
  }
}

/// How an operation ended; the number is the exit code of its command, and stands in the spool's answers.
package enum Ending: Int32, Sendable {
  case success = 0
  case failure = 1
  /// It was done as far as possible, and somebody has to decide the rest.
  case waits = 3
  /// It is not known whether it was done (sysexits.h, EX_IOERR).
  case uncertain = 74
  /// Another process holds what is needed, so that it is to be tried again (sysexits.h, EX_TEMPFAIL).
  case busy = 75

  /// The ending of an operation that failed with this error.
  init(of error: any Error) {
    self =
      switch error {
      case let failure as OperationFailure: failure.ending
      case StoreFailure.busy, FolderLock.Failure.held: .busy
      case StoreFailure.uncertain: .uncertain
      default: .failure
      }
  }
}
