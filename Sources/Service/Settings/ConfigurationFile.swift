package import Diagnostics
import Glibc
import RuleFiles
import SettingKeys

/// The place of the configuration file, and reading it.
package struct ConfigurationFile: Sendable {
  package static let standardPath = "/etc/nhacviec/nhacviec.toml"

  package let path: String
  /// Whether an option or a variable names the file, so that it must exist.
  package let isNamed: Bool

  /// `--config`, else `$NHACVIEC_CONFIG`, else `/etc/nhacviec/nhacviec.toml`.
  package init(option: String?, variable: String?) {
    path = option ?? variable ?? ConfigurationFile.standardPath
    isNamed = option != nil || variable != nil
  }

  /// The file that the option, else `$NHACVIEC_CONFIG` of this process, names.
  package static func ofProcess(option: String?) -> ConfigurationFile {
    ConfigurationFile(option: option, variable: ProgramFolders.environment("NHACVIEC_CONFIG"))
  }

  /// The folder of systemd's credentials for this process; nil if there is none.
  package static var credentialFolder: String? { ProgramFolders.environment("CREDENTIALS_DIRECTORY") }

  /// False if the file is neither named nor there, so that the defaults apply and nothing needs to be read.
  package var isThere: Bool { isNamed || access(path, F_OK) == 0 || errno != ENOENT }

  /// The configuration and what is wrong with it; if there is an error it must not be used. If the file is neither
  /// named nor there, the configuration has the defaults.
  ///
  /// - Parameter mustExist: whether a missing file is an error even if it is not named.
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
}
