package import Diagnostics
import Glibc
import RuleFiles
import SettingKeys

/// Where the configuration lies, and reading it whole.
package struct ConfigurationFile: Sendable {
  package static let standardPath = "/etc/nhacviec/nhacviec.toml"

  package let path: String
  /// Named by somebody, so that it must be there.
  package let isNamed: Bool

  /// `--config`, else `$NHACVIEC_CONFIG`, else `/etc/nhacviec/nhacviec.toml`.
  package init(option: String?, variable: String?) {
    path = option ?? variable ?? ConfigurationFile.standardPath
    isNamed = option != nil || variable != nil
  }

  /// `$NHACVIEC_CONFIG` of this process.
  package static func ofProcess(option: String?) -> ConfigurationFile {
    ConfigurationFile(option: option, variable: variable("NHACVIEC_CONFIG"))
  }

  /// systemd's folder of credentials for this process.
  package static var credentialFolder: String? { variable("CREDENTIALS_DIRECTORY") }

  /// False where nobody named a file and there is none: then the defaults hold, and nothing needs to be read.
  package var isThere: Bool { isNamed || access(path, F_OK) == 0 || errno != ENOENT }

  /// The configuration and what is wrong. Without a file nobody named, the standard one; errors forbid its use.
  /// - Parameter mustExist: whether a missing file is an error although nobody named it.
  package func load(mustExist: Bool = false) -> (configuration: Configuration, diagnostics: [Diagnostic]) {
    if access(path, F_OK) != 0, errno == ENOENT {
      guard isNamed || mustExist else { return (.standard, []) }
      let words = ConfigurationCode.missing.diagnostic(
        vi: "không có tệp cấu hình này", en: "there is no such configuration file",
        at: Span(SourceText(name: path, bytes: []), 0, 0))
      return (.standard, [words])
    }
    let reader = RuleFileReader()
    guard let file = reader.file(at: path).first, reader.diagnostics.isEmpty else {
      return (.standard, reader.diagnostics)
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = file.bytes.starts(with: mark) ? Array(file.bytes.dropFirst(3)) : file.bytes
    return ConfigurationReader.read(SourceText(name: path, bytes: bytes))
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
