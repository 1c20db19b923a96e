import Glibc

/// The mails that came into a Maildir (maildir(5) of Courier and qmail).
package struct MaildirInbox {
  package let folder: String

  /// A mail, whose name stays while its flags and folder change.
  package struct Mail {
    /// Without flags.
    package let name: String
    package let path: String
    /// Whether no mail program has seen it yet.
    package let isNew: Bool
  }

  package init(folder: String) { self.folder = folder }

  /// All mails but drafts and trash, by their names, which begin with their time; nil if the folders cannot be read.
  package func mails() -> [Mail]? {
    guard let new = names(in: "new"), let current = names(in: "cur") else { return nil }
    let kept = current.filter { !Self.isDraftOrTrash($0) }
    return (new.map { mail($0, in: "new") } + kept.map { mail($0, in: "cur") }).sorted { $0.name < $1.name }
  }

  /// Marks a new mail as read. One that a mail program moved meanwhile is that program's.
  package func markRead(_ mail: Mail) {
    guard mail.isNew else { return }
    rename(mail.path, "\(folder)/cur/\(mail.name):2,S")
  }

  private func mail(_ file: String, in part: String) -> Mail {
    Mail(name: String(file.prefix { $0 != ":" }), path: "\(folder)/\(part)/\(file)", isNew: part == "new")
  }

  private static func isDraftOrTrash(_ file: String) -> Bool {
    guard let colon = file.firstIndex(of: ":") else { return false }
    return file[colon...].contains { "DT".contains($0) }
  }

  private func names(in part: String) -> [String]? {
    guard let open = opendir("\(folder)/\(part)") else { return nil }
    defer { closedir(open) }
    var names: [String] = []
    while let entry = readdir(open) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
