package import Diagnostics
import Presentation
package import StateFolder

/// Why a revision could not be read or written. No other one is used instead.
package enum RevisionFailure: Error, Hashable, Sendable {
  /// The stored revision is not what was promoted.
  case damaged(path: String, what: Bilingual)
  /// A newer version of this program wrote it.
  case newer(path: String)
  case system(SystemError)
  /// A calendar's time zone is not on this machine any more.
  case timeZone(Bilingual, path: String)
  /// There is no folder of rules at this path.
  case noFolder(path: String)
  /// No rules were in force at that instant, or they are not kept any more: the first that are kept have this number.
  case noneThen(path: String, first: Int)
  /// Rules were in force, as the file `mark` says, and are lost with the log of messages.
  case gone(mark: String, path: String)
  /// The restoring of a backup was begun and not finished.
  case unfinishedRestore(backup: String, path: String)

  package var diagnostic: Diagnostic {
    switch self {
    case .damaged(let path, let what):
      Diagnostic(
        "revision-damaged", vi: "bản quy tắc này bị hỏng nên không dùng: \(what.vi)",
        en: "this revision of the rules is damaged and not used: \(what.en)", at: path,
        notes: [
          .init(
            vi:
              "cách khắc phục: “nhacviec rules promote” đưa thư mục quy tắc vào lại; các tệp của những bản trước còn ở "
              + "…/revisions/SỐ/sources/own",
            en: "the way back: “nhacviec rules promote” puts the rule folder in force again; the files of earlier "
              + "revisions are in …/revisions/NUMBER/sources/own")
        ])
    case .newer(let path):
      Diagnostic(
        "revision-newer", vi: "bản quy tắc này do phiên bản mới hơn của chương trình ghi",
        en: "a newer version of this program wrote this revision", at: path)
    case .system(let error):
      Diagnostic(
        "revision-failure", vi: "không đọc hoặc ghi được bản quy tắc: \(error.words.vi)",
        en: "the revision cannot be read or written: \(error.words.en)", at: error.path)
    case .timeZone(let words, let path): Diagnostic("unknown-time-zone", vi: words.vi, en: words.en, at: path)
    case .noFolder(let path):
      Diagnostic(
        "revision-no-folder", vi: "cần một thư mục quy tắc; ở đây không có thư mục nào đọc được",
        en: "a rule folder is needed; there is none here that can be read", at: path)
    case .noneThen(let path, let first):
      Diagnostic(
        "revision-none-then",
        vi: first == 1
          ? "lúc ấy chưa có quy tắc nào có hiệu lực"
          : "lúc ấy chưa có bản \(first); các bản trước đó không còn được giữ",
        en: first == 1
          ? "no rules were in force then"
          : "revision \(first) was not in force then, and those before it are not kept any more", at: path)
    case .gone(let mark, let path): FactLogWords.diagnostic(.gone(mark: mark), at: path)
    case .unfinishedRestore(let backup, let path): FactLogWords.diagnostic(.unfinishedRestore(backup), at: path)
    }
  }
}

extension Diagnostic {
  /// An error about a whole file.
  init(_ code: String, vi: String, en: String, at path: String, notes: [Bilingual] = []) {
    self.init(
      .error, code, vi: vi, en: en, at: Span(SourceText(name: path, bytes: []), 0, 0), notes: notes.map { Note($0) })
  }
}
