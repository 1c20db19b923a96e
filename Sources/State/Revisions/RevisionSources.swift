package import Addresses
package import Diagnostics
import Glibc
package import Hashing
package import RuleFiles
package import Rules
import StateFolder

/// All files of a rule book with their bytes: the office's own and the shipped ones.
package struct RevisionSources: Sendable {
  /// The folder of `own`, which stands before their names in messages.
  package var folder: String
  /// The folder of `shipped`.
  package var shippedFolder: String
  /// The office's files, each named by its path below the folder.
  package var own: [RuleFile]
  package var shipped: [RuleFile]

  /// The SHA-256 of the lines that `sha256sum` prints for the stored files, in the order of the bytes of their paths.
  /// It does not depend on where the folders lie.
  package let hash: SHA256Digest

  /// Reads a folder as `check` does.
  ///
  /// - Parameter shipped: the folders of the calendars and policies that come with the program.
  package static func read(
    folder: String, shipped: [String]
  ) throws(RevisionFailure) -> (sources: RevisionSources, diagnostics: [Diagnostic]) {
    guard Folder.isThere(folder) else { throw .noFolder(path: folder) }
    let root = absolute(folder)
    let found = RuleSources(paths: [root], shipped: shipped)
    let shippedRoot = shipped.first.map(parent) ?? ""
    let sources = try RevisionSources(
      folder: root, shippedFolder: shippedRoot, own: found.own.map { below(root, $0) },
      shipped: found.shipped.map { below(shippedRoot, $0) })
    return (sources, found.diagnostics)
  }

  /// The same with other bytes for some of the office's files and with new files, each named by its path below the folder.
  package func exchanging(_ files: [String: [UInt8]]) throws(RevisionFailure) -> RevisionSources {
    let kept = own.filter { files[$0.name] == nil }
    let changed = files.map { RuleFile(name: $0.key, bytes: $0.value) }
    return try RevisionSources(
      folder: folder, shippedFolder: shippedFolder, own: (kept + changed).sorted { $0.name < $1.name },
      shipped: shipped)
  }

  init(folder: String, shippedFolder: String, own: [RuleFile], shipped: [RuleFile]) throws(RevisionFailure) {
    self.folder = folder
    self.shippedFolder = shippedFolder
    self.own = own
    self.shipped = shipped
    var listing = ""
    let files = Self.files(own, shipped).sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    for (name, bytes) in files { listing += "\(try Self.digest(bytes, of: name))  \(name)\n" }
    hash = try Self.digest(Array(listing.utf8), of: folder)
  }

  /// All with their paths below the folder in which they are kept.
  var files: [(String, [UInt8])] { Self.files(own, shipped) }

  private static func files(_ own: [RuleFile], _ shipped: [RuleFile]) -> [(String, [UInt8])] {
    own.map { ("own/" + $0.name, $0.bytes) } + shipped.map { ("shipped/" + $0.name, $0.bytes) }
  }

  static func digest(_ bytes: [UInt8], of path: String) throws(RevisionFailure) -> SHA256Digest {
    guard let hash = SHA256.hash(bytes) else { throw .system(SystemError(ENOMEM, path)) }
    return hash
  }

  /// Resolves and checks all files, under the names that they were read from.
  ///
  /// - Parameters: as for `RuleBook.read`.
  package func rules(
    covering years: ClosedRange<Int>? = nil, channels: [AddressForm]? = nil, withTests: Bool = true
  ) -> (rules: RuleSet, diagnostics: [Diagnostic]) {
    func texts(_ files: [RuleFile], _ root: String) -> [SourceText] {
      files.map { SourceText(name: root.isEmpty ? $0.name : "\(root)/\($0.name)", bytes: $0.bytes) }
    }
    return RuleBook.read(
      own: texts(own, folder), shipped: texts(shipped, shippedFolder), covering: years,
      channels: channels, withTests: withTests)
  }

  private static func below(_ root: String, _ file: RuleFile) -> RuleFile {
    let prefix = root.hasSuffix("/") ? root : root + "/"
    guard file.name.hasPrefix(prefix) else { return file }
    return RuleFile(name: String(file.name.dropFirst(prefix.count)), bytes: file.bytes)
  }

  /// An absolute path as it is, so that a link keeps its name; a relative one made absolute.
  private static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") {
      let end = path.lastIndex { $0 != "/" } ?? path.startIndex
      return String(path[...end])
    }
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func parent(_ path: String) -> String {
    let trimmed = absolute(path)
    guard let slash = trimmed.lastIndex(of: "/"), slash != trimmed.startIndex else { return "/" }
    return String(trimmed[..<slash])
  }
}
