public import RuleSyntax

extension Configuration {
  /// What is wrong with the secrets that the file names. What only this user or this start cannot see is a remark.
  /// - Parameters:
  ///   - folder: `$CREDENTIALS_DIRECTORY`.
  ///   - path: the configuration file.
  public func checkSecrets(credentials folder: String?, namedIn path: String) -> [Diagnostic] {
    let span = Span(SourceText(name: path, bytes: []), 0, 0)
    return secrets.compactMap { key, source in
      do throws(SecretFailure) {
        _ = try source.read(credentials: folder)
        return nil
      } catch {
        let words = error.words
        let code: ConfigurationCode = if case .exposed = error { .secretExposed } else { .secretUnreadable }
        return code.diagnostic(
          error.isOnlyHere ? .remark : .error, vi: "“\(key)”: \(words.vi)", en: "“\(key)”: \(words.en)", at: span)
      }
    }
  }
}
