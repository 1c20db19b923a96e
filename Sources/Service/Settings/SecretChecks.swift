package import Diagnostics
import SettingKeys

extension Configuration {
  /// What is wrong with the secrets that the file names. A secret that may be unreadable for this user alone is a
  /// remark.
  ///
  /// - Parameters:
  ///   - folder: `$CREDENTIALS_DIRECTORY`.
  ///   - path: the configuration file.
  package func checkSecrets(credentials folder: String?, namedIn path: String) -> [Diagnostic] {
    let span = Span(SourceText(name: path, bytes: []), 0, 0)
    return secrets.compactMap { key, source in
      do throws(SecretFailure) {
        _ = try source.read(credentials: folder)
        return nil
      } catch {
        if error.dependsOnUser { return held(key, source, span) }
        let words = error.words
        let code: ConfigurationCode = if case .exposed = error { .secretExposed } else { .secretUnreadable }
        return code.diagnostic(vi: "“\(key)”: \(words.vi)", en: "“\(key)”: \(words.en)", at: span)
      }
    }
  }

  private func held(_ key: String, _ source: SecretSource, _ span: Span) -> Diagnostic {
    let place =
      switch source {
      case .credential(let name): "credential “\(name)”"
      case .file(let path): path
      }
    return ConfigurationCode.secretHeld.diagnostic(
      .remark, vi: "“\(key)” (\(place)) do dịch vụ giữ; “nhacviec doctor” hỏi dịch vụ để kiểm tra",
      en: "“\(key)” (\(place)) is held by the service; “nhacviec doctor” asks the service to check it", at: span)
  }
}
