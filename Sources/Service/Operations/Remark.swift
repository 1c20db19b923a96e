package import Diagnostics

/// What an operation has to say beside its result, in both languages. Whoever called it prints it, or collects it.
package enum Remark {
  case error(Bilingual)
  case warning(Bilingual)
  case note(Bilingual)
  /// What is waited for, told at once.
  case progress(Bilingual)
  /// With their places.
  /// - Parameter files: how many were read; nil: nobody asks.
  case diagnostics([Diagnostic], files: Int?)
}
