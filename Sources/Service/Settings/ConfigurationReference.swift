import SettingKeys

/// Makes the shipped example and the tables of docs/configuration.md out of the list of keys.
package enum ConfigurationReference {
  /// A file that changes nothing: each table and key is a comment, with what it means. The line of a table is a comment
  /// too, so that a whole table can be pasted anywhere in the file.
  package static var example: String {
    var text = """
      # Cấu hình của Nhắc việc. Khóa nào không ghi thì theo mặc định; để dùng thì bỏ dấu # ở đầu dòng của khóa
      # và ở đầu dòng [bảng] trên nó.
      # Không ghi mật khẩu vào tệp này. Kiểm tra: nhacviec config check; đang có hiệu lực: nhacviec config show
      # Configuration of NhacViec. A key that is not set has its default; to set it, remove the # before it
      # and before the [table] above it.
      # No passwords in this file. Check it: nhacviec config check; what is in force: nhacviec config show

      """
    var table: String?
    for key in ConfigurationKey.all {
      if key.table != table, let name = key.table {
        text += "\n# [\(exampleTable(name))]\n"
        table = name
      }
      let standard = key.defaultTOML.map { "; mặc định / default: \($0)" } ?? ""
      text += "\n# \(key.meaning.vi)\(standard)\n# \(key.meaning.en)\n# \(key.last) = \(key.example)\n"
    }
    return text
  }

  /// What the example has in the place of a `*`, by the part of the name before it.
  private static let exampleNames = ["host": "\"chat.example.gov.vn\"", "channel": "telegram", "roles": "lan"]

  /// The name of a table as the example shows it.
  static func exampleTable(_ name: String) -> String {
    let parts = name.split(separator: ".").map(String.init)
    return zip([""] + parts, parts).map { before, part in part == "*" ? exampleNames[before] ?? part : part }
      .joined(separator: ".")
  }

  /// The rows of one table in Markdown, without its head; nil for keys outside all tables.
  package static func rows(of table: String?) -> [String] {
    ConfigurationKey.all.filter { $0.table == table }.map { key in
      let standard = key.defaultTOML.map { "`\($0)`" } ?? ""
      return "| `\(key.last)` | \(key.kind.words.en) | \(standard) | \(key.meaning.en) |"
    }
  }
}
