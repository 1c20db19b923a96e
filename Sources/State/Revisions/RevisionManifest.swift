package import Hashing
package import Reminders
import RuleSyntax

/// What is stored about a revision beside its sources (docs/store.md, "Revisions").
package struct RevisionManifest: Hashable, Sendable {
  package var number: Int
  /// When it was promoted: seconds since 1970.
  package var promoted: Int64
  package var instant: Instant { Instant(seconds: promoted) }
  /// The login of the user who promoted it.
  package var author: String
  /// The folder of the office's own sources.
  package var folder: String
  /// The folder of the shipped sources.
  package var shippedFolder: String
  /// The hash of the sources.
  package var sources: SHA256Digest
  /// The hash of the manifest of the revision that was live before; `SHA256Digest.start` if there was none.
  package var before: SHA256Digest
  /// `line SECONDS ORDINAL PLAN/TASK[:LABEL]`, a line each: since when each due line is in force; behind them the changes of leads
  /// (`LeadTable`).
  var table: [UInt8]

  static let name = "manifest"
  private static let heading = "nhacviec-revision"
  private static let version = 2
  /// Of the form; that of a table in which no lead changed is the first, which older programs read.
  private var version: Int { table.split(separator: 10).last?.starts(with: Array("lead ".utf8)) ?? false ? 2 : 1 }

  /// The text without its last line, which has the hash of this text.
  private var body: [UInt8] {
    let head = [
      "\(Self.heading) \(version)", "number \(number)", "promoted \(promoted)", "author \(Self.line(author))",
      "folder \(Self.line(folder))", "shipped \(Self.line(shippedFolder))", "sources \(sources)", "before \(before)",
    ]
    return Array((head.joined(separator: "\n") + "\n").utf8) + table
  }

  /// The bytes that are stored, and the hash by which the next revision names this one.
  func encoded(at path: String) throws(RevisionFailure) -> (bytes: [UInt8], hash: SHA256Digest) {
    let body = body
    let hash = try RevisionSources.digest(body, of: path)
    return (body + Array("end \(hash)\n".utf8), hash)
  }

  /// Reads what `encoded` wrote. Throws if any byte was changed.
  init(_ bytes: [UInt8], at path: String) throws(RevisionFailure) {
    func damaged(_ vi: String, _ en: String) -> RevisionFailure { .damaged(path: path, what: .init(vi: vi, en: en)) }
    // `end ` and 64 digits and a line end.
    let bodyEnd = bytes.count - 69
    guard bodyEnd > 0 else { throw damaged("tệp không trọn vẹn", "the file is not whole") }
    let (body, end) = (Array(bytes[..<bodyEnd]), String(decoding: bytes[bodyEnd...], as: UTF8.self))
    let hash = try RevisionSources.digest(body, of: path)
    var lines = body.split(separator: 10, maxSplits: 8, omittingEmptySubsequences: false)[...]
    let first = lines.popFirst().map { String(decoding: $0, as: UTF8.self) } ?? ""
    if let version = first.split(separator: " ").last.flatMap({ Int($0) }), first.hasPrefix(Self.heading + " "),
      version > Self.version
    {
      throw .newer(path: path)
    }
    guard end == "end \(hash)\n", lines.count == 8 else {
      throw damaged("nội dung không khớp mã băm", "its content does not match its hash")
    }
    func value(_ name: String) throws(RevisionFailure) -> String {
      let text = lines.popFirst().map { String(decoding: $0, as: UTF8.self) } ?? ""
      guard text.hasPrefix(name + " ") else { throw damaged("thiếu “\(name)”", "“\(name)” is missing") }
      return String(text.dropFirst(name.count + 1))
    }
    func read<Value>(_ name: String, _ make: (String) -> Value?) throws(RevisionFailure) -> Value {
      guard let made = make(try value(name)) else { throw damaged("“\(name)” không đúng", "“\(name)” is wrong") }
      return made
    }
    number = try read("number") { Int($0) }
    promoted = try read("promoted") { Int64($0) }
    author = try value("author")
    folder = try value("folder")
    shippedFolder = try value("shipped")
    sources = try read("sources") { SHA256Digest(hexadecimal: $0) }
    before = try read("before") { SHA256Digest(hexadecimal: $0) }
    table = Array(lines.first ?? [])
  }

  init(
    number: Int, promoted: Int64, author: String, sources: RevisionSources, before: SHA256Digest,
    wentLive: EffectiveSince
  ) {
    self.number = number
    self.promoted = promoted
    self.author = author
    folder = sources.folder
    shippedFolder = sources.shippedFolder
    self.sources = sources.hash
    self.before = before
    table = wentLive.lines
  }

  /// The text on one line: file names may contain line ends.
  private static func line(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }) }
}
