import Glibc

/// Files that go with requests. Each lies beside its request, under a hidden name that says how often its reading was begun:
/// `.SECONDS.NANOSECONDS.PROCESS.TIMES`.
extension Spool {
  /// Bytes of such a file, at most, and how often its reading is begun.
  package static let (mostBytes, mostTries) = (2 << 20, 2)

  /// Puts a request with a file into the folder, and returns its name.
  package func drop(_ request: SpoolRequest, with bytes: [UInt8]) throws(SystemError) -> String {
    let name = Self.newName()
    let file = "\(path)/.\(name).0"
    do throws(SystemError) {
      let descriptor = try Folder.openNew(file, mode: 0o640, keepsMaker: true)
      defer { close(descriptor) }
      try WholeFile.write(bytes, to: descriptor, file)
    } catch {
      unlink(file)
      throw error
    }
    do throws(SystemError) { try drop(request, as: name) } catch {
      unlink(file)
      throw error
    }
    return name
  }

  /// Whether it is the file of one of these requests.
  static func isFile(_ name: String, of requests: Set<String>) -> Bool {
    guard let dot = name.lastIndex(of: "."), name.hasPrefix("."), dot > name.startIndex else { return false }
    return requests.contains(String(name[..<dot].dropFirst()))
  }

  /// How often the reading of a request's file was begun; nil if it has none.
  private func times(_ entry: Entry) -> Int? {
    (0...Self.mostTries).first { times in
      var status = stat()
      return lstat(file(entry, times), &status) == 0
    }
  }

  private func file(_ entry: Entry, _ times: Int) -> String { "\(path)/.\(entry.name).\(times)" }

  /// Why there is nothing to read.
  package enum FileFault: Error { case missing, triedTooOften }

  /// The file of a request, and notes that its reading begins: a file that ends the process every time is given up.
  package func begin(_ entry: Entry) throws(FileFault) -> [UInt8] {
    guard let times = times(entry) else { throw .missing }
    guard times < Self.mostTries else { throw .triedTooOften }
    guard rename(file(entry, times), file(entry, times + 1)) == 0 else { throw .missing }
    var bytes: [UInt8] = []
    // It is whose the request is, and one byte more than is taken shows that it is too long.
    do throws(SystemError) {
      try WholeFile.pieces(of: file(entry, times + 1), limit: Self.mostBytes + 1) { bytes += $0 }
    } catch { throw .missing }
    guard bytes.count <= Self.mostBytes else { throw .missing }
    return bytes
  }

  /// Notes that a reading that was begun does not count, because something else was in the way.
  package func giveBack(_ entry: Entry) {
    guard let times = times(entry), times > 0 else { return }
    _ = rename(file(entry, times), file(entry, times - 1))
  }

  func removeFile(of entry: Entry) {
    for times in 0...Self.mostTries { unlink(file(entry, times)) }
  }
}
