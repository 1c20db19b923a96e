package import Diagnostics
import Glibc

/// Reads rule files from folders and paths. It never waits on a pipe or device, never leaves a folder through a link,
/// and comes to an end in any folder; what it cannot read becomes a diagnostic.
///
/// A reader reads each file once, whatever paths lead to it.
package final class RuleFileReader {
  package private(set) var diagnostics: [Diagnostic] = []

  let limits: ReadingLimits
  private var seenFiles: Set<FileIdentity> = []
  private var seenFolders: Set<FileIdentity> = []
  private var entries = 0
  private var bytesRead = 0
  /// Rule files found so far, also those that were read before.
  private var found = 0

  package init(limits: ReadingLimits = .standard) { self.limits = limits }

  /// The rule files of `path`: a file as it is, a folder's `*.rules` with those of the folders in it, by path.
  ///
  /// A missing path and a folder without rule files are errors. Files that this reader has read before are left out.
  package func sources(at path: String) -> [RuleFile] {
    let status: stat
    do {
      status = try fileStatus(path, followingLinks: true)
    } catch {
      report(.missingPath, vi: "không đọc được", en: "cannot be read", error, path)
      return []
    }
    switch FileKind(status) {
    case .regular: return file(path, FileIdentity(status)).map { [$0] } ?? []
    case .folder: return folder(path, status)
    case .link, .special:
      reportSpecial(path)
      return []
    }
  }

  /// The file at `path`, whatever its name; a folder there is an error.
  package func file(at path: String) -> [RuleFile] {
    if let status = try? fileStatus(path, followingLinks: true), FileKind(status) == .folder {
      reportSpecial(path)
      return []
    }
    return sources(at: path)
  }

  private func folder(_ path: String, _ status: stat) -> [RuleFile] {
    let before = (found, diagnostics.count)
    var sources: [RuleFile] = []
    do {
      let root = try resolvedPath(path)
      visit(path, FileIdentity(status), root: root, depth: 0, into: &sources)
    } catch {
      report(.missingPath, vi: "không đọc được", en: "cannot be read", error, path)
    }
    if found == before.0, diagnostics.count == before.1 {
      report(
        .noRuleFiles, vi: "thư mục không có tệp quy tắc nào (*.rules)", en: "the folder has no rule files (*.rules)",
        path)
    }
    return sources.sorted { $0.name < $1.name }
  }

  private func visit(
    _ path: String, _ identity: FileIdentity, root: String, depth: Int, into sources: inout [RuleFile]
  ) {
    guard seenFolders.insert(identity).inserted || depth == 0 else { return }
    guard depth <= limits.depth else {
      report(.tooDeep, vi: "quá \(limits.depth) tầng thư mục", en: "more than \(limits.depth) folders deep", path)
      return
    }
    var links: [String] = []
    for name in names(in: path) {
      let entry = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      guard let status = try? fileStatus(entry, followingLinks: false) else { continue }
      switch FileKind(status) {
      case .folder: visit(entry, FileIdentity(status), root: root, depth: depth + 1, into: &sources)
      case .regular:
        if name.hasSuffix(".rules"), let source = file(entry, FileIdentity(status)) { sources.append(source) }
      case .link: links.append(entry)
      case .special: if name.hasSuffix(".rules") { reportSpecial(entry) }
      }
    }
    for link in links { follow(link, root: root, depth: depth, into: &sources) }
  }

  /// Follows a link that stays in the folder; its target may have been read under its own name already.
  private func follow(_ link: String, root: String, depth: Int, into sources: inout [RuleFile]) {
    do {
      let status = try fileStatus(link, followingLinks: true)
      let kind = FileKind(status)
      guard kind == .folder || link.hasSuffix(".rules") else { return }
      let target = try resolvedPath(link)
      guard target == root || target.hasPrefix(root == "/" ? "/" : root + "/") else {
        report(
          .linkOut, vi: "liên kết dẫn ra ngoài thư mục quy tắc; hãy chép tệp vào",
          en: "the link leads out of the rule folder; copy the file into it", link)
        return
      }
      switch kind {
      case .regular: if let source = file(link, FileIdentity(status), opening: target) { sources.append(source) }
      case .folder:
        if target == root || link.hasPrefix(target + "/") {
          report(.linkLoop, vi: "liên kết tạo thành vòng", en: "the link forms a loop", link)
        } else {
          visit(link, FileIdentity(status), root: root, depth: depth + 1, into: &sources)
        }
      case .link, .special: reportSpecial(link)
      }
    } catch {
      // A broken link whose name is not that of a rule file does not matter.
      if link.hasSuffix(".rules") || error.code == ELOOP {
        report(.unreadableFile, vi: "không đọc được", en: "cannot be read", error, link)
      }
    }
  }

  /// The names in a folder in byte order, without hidden ones.
  private func names(in path: String) -> [String] {
    guard let handle = opendir(path) else {
      report(.unreadableFile, vi: "không đọc được", en: "cannot be read", .last, path)
      return []
    }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      entries += 1
      guard entries <= limits.entries else {
        report(
          .tooManyFiles, vi: "thư mục có quá \(limits.entries) mục",
          en: "the folder has more than \(limits.entries) entries", path)
        break
      }
      names.append(name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func file(_ name: String, _ identity: FileIdentity, opening path: String? = nil) -> RuleFile? {
    found += 1
    guard seenFiles.insert(identity).inserted else { return nil }
    do {
      guard let bytes = try RegularFile.read(path ?? name, atMost: min(limits.fileSize, limits.totalSize - bytesRead))
      else {
        report(
          .fileTooLarge, vi: "tệp quá lớn (giới hạn \(limits.fileSize >> 20) MB)",
          en: "the file is too large (limit \(limits.fileSize >> 20) MB)", name)
        return nil
      }
      bytesRead += bytes.count
      return RuleFile(name: name, bytes: bytes)
    } catch {
      switch error {
      case .system(let failure): report(.unreadableFile, vi: "không đọc được", en: "cannot be read", failure, name)
      case .notRegular: reportSpecial(name)
      }
      return nil
    }
  }

  private func reportSpecial(_ path: String) {
    report(
      .notAFile, vi: "không phải tệp thường (thư mục, ống, thiết bị hoặc socket) nên không mở",
      en: "is not a regular file (but a folder, pipe, device or socket) and was not opened", path)
  }

  private func report(_ code: DiagnosticCode, vi: String, en: String, _ failure: SystemFailure, _ path: String) {
    report(code, vi: "\(vi): \(failure.words.vi)", en: "\(en): \(failure.words.en)", path)
  }

  private func report(_ code: DiagnosticCode, vi: String, en: String, _ path: String) {
    diagnostics.append(
      Diagnostic(code, vi: vi, en: en, at: Span(SourceText(name: path, bytes: []), 0, 0)))
  }
}
