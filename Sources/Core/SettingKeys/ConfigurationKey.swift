package import Diagnostics

/// One key of the configuration file with its default, declared by the room that uses the value. The reader, the page
/// docs/configuration.md, the shipped example and `config show` all come from the list of these keys.
package struct ConfigurationKey: Sendable {
  /// What a value may be.
  package enum Kind: Hashable, Sendable {
    case text
    /// Text, also of several lines.
    case lines
    case texts
    /// The names of channels, also of those that the file describes.
    case channels
    /// An absolute path.
    case path
    case integer(ClosedRange<Int>)
    case boolean
    case choice([String])
    case choices([String])
    /// A name or address of a machine.
    case host
    /// `a@b` or `Name <a@b>`.
    case mailbox
    /// Names of mail domains, or `*`.
    case domains
    /// IP addresses and networks such as `10.1.0.0/16`.
    case networks
    /// The name of a systemd credential: of a file in `$CREDENTIALS_DIRECTORY`.
    case credential
    /// A time of day such as `08:00`.
    case time
  }

  /// The key with its tables, such as `mail.server`. A `*` stands for any name.
  package let name: String
  /// The parts of the name.
  package let path: [String]
  package var kind: Kind
  /// The value that applies where the file does not set the key; nil if there is none.
  package var defaultValue: ConfigurationValue?
  /// What the key is for, in a phrase for the page and the example.
  package var meaning: Bilingual
  /// The value that the shipped example shows, as TOML.
  package var example: String

  package init(
    _ name: String, _ kind: Kind, _ defaultValue: ConfigurationValue?, example: String? = nil, vi: String, en: String
  ) {
    self.name = name
    path = name.split(separator: ".").map(String.init)
    self.kind = kind
    self.defaultValue = defaultValue
    self.example = example ?? defaultValue?.toml ?? "\"\""
    meaning = Bilingual(vi: vi, en: en)
  }

  /// The default as TOML.
  package var defaultTOML: String? { defaultValue?.toml }

  /// The table that the key stands in; nil for a key outside all tables.
  package var table: String? {
    path.count > 1 ? path.dropLast().joined(separator: ".") : nil
  }

  /// The key within its table.
  package var last: String { path.last ?? name }
}

extension ConfigurationKey.Kind {
  /// The values that are expected, in words for a diagnostic and the page.
  package var words: Bilingual {
    switch self {
    case .text: Bilingual(vi: "một chuỗi", en: "text")
    case .lines: Bilingual(vi: "một chuỗi, có thể nhiều dòng", en: "text, also of several lines")
    case .texts: Bilingual(vi: "danh sách chuỗi", en: "a list of texts")
    case .channels: Bilingual(vi: "danh sách tên kênh", en: "a list of channels")
    case .path: Bilingual(vi: "một đường dẫn tuyệt đối", en: "an absolute path")
    case .integer(let range):
      Bilingual(
        vi: "một số từ \(range.lowerBound) đến \(range.upperBound)",
        en: "a number from \(range.lowerBound) to \(range.upperBound)")
    case .boolean: Bilingual(vi: "true hoặc false", en: "true or false")
    case .choice(let names):
      Bilingual(vi: "một trong: \(names.joined(separator: ", "))", en: "one of \(names.joined(separator: ", "))")
    case .choices(let names):
      Bilingual(
        vi: "danh sách trong số: \(names.joined(separator: ", "))", en: "a list of \(names.joined(separator: ", "))")
    case .host: Bilingual(vi: "tên hoặc địa chỉ máy", en: "a machine's name or address")
    case .mailbox: Bilingual(vi: "một địa chỉ thư", en: "a mail address")
    case .domains: Bilingual(vi: "danh sách tên miền, hoặc [\"*\"]", en: "a list of domains, or [\"*\"]")
    case .networks: Bilingual(vi: "danh sách địa chỉ IP hoặc mạng", en: "a list of IP addresses or networks")
    case .credential: Bilingual(vi: "tên một credential của systemd", en: "the name of a systemd credential")
    case .time: Bilingual(vi: "giờ dạng \"08:00\"", en: "a time such as \"08:00\"")
    }
  }
}
