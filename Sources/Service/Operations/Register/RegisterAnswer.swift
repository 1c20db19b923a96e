import Glibc
import JSON
package import Presentation
package import StateFolder

/// What became of a register that was sent on a page: what the editor of rows leaves for the daemon beside its answer, `NAME.json`,
/// and the copy with marks, `NAME.xlsx`. They go with the answer, after a day, or earlier where there are more than `kept`.
package struct RegisterAnswer {
  /// What a reading found, in sentences.
  package struct Reading {
    /// Sheets and columns that were not read.
    package var notes: [String] = []
    package var changes: [String] = []
    package var days: [String] = []
    package var troubles: [String] = []
  }

  /// So many answers lie there, at most; lines of a kind that one holds; bytes of a copy with marks.
  private static let (kept, mostLines, mostBytes) = (20, 200, 4 << 20)

  package let plan: String
  package let sender: SentRegister.Sender
  package let file: String
  /// The numbers of the proposals that hold the changes.
  package let proposals: [Int]
  /// Whether they waited already, since the same file was sent before.
  package let isRepeated: Bool
  /// How many changes, and how much that was not taken.
  package let changes: Int
  package let troubles: Int
  /// Empty of a language in which nothing was read, because the file could not be.
  private let readings: [Language: Reading]

  package func reading(_ language: Language) -> Reading { readings[language] ?? Reading() }

  /// - Parameter report: nil: the file could not be read.
  init(_ sent: SentRegister, _ report: RegisterReport?) {
    (plan, sender, file) = (sent.plan, sent.sender, sent.file)
    proposals = report?.proposals.map { Int($0.number) } ?? []
    isRepeated = report?.proposals.contains { !$0.isNew } ?? false
    (changes, troubles) = (report?.changes.count ?? 0, report?.troubles.count ?? 0)
    var readings: [Language: Reading] = [:]
    for language in [Language.vi, .en] {
      guard let report else { break }
      let text = RegisterText(report, language)
      readings[language] = Reading(
        notes: text.notes, changes: Self.first(text.changes), days: Self.first(text.movedDays),
        troubles: Self.first(text.troubles))
    }
    self.readings = readings
  }

  private static func first(_ lines: [String]) -> [String] {
    lines.count > mostLines ? lines.prefix(mostLines - 1) + ["… (\(lines.count - mostLines + 1))"] : lines
  }

  // MARK: Files

  private static func path(_ name: String, _ ending: String, _ state: StateFolder) -> String {
    "\(state.answers(of: .editor))/\(name).\(ending)"
  }

  /// Leaves it for the daemon; what it is of is answered afterwards.
  func write(_ name: String, copy: [UInt8]?, in state: StateFolder) throws(SystemError) {
    try Folder.make(state.answers(of: .editor))
    Self.removeOldest(state)
    if let copy, copy.count <= Self.mostBytes {
      try WholeFile.replace(Self.path(name, "xlsx", state), with: copy)
    }
    var writer = JSONWriter()
    writer.object { json in
      json.member("plan", plan)
      json.member("sender", sender.text)
      json.member("file", file)
      json.member("changes", changes)
      json.member("troubles", troubles)
      json.member("isRepeated", isRepeated)
      json.key("proposals")
      json.array { list in for number in proposals { list.number(number) } }
      for (language, reading) in readings.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        json.key(text: language.rawValue)
        json.object { json in
          for (name, lines) in Self.parts(reading) {
            json.key(text: name)
            json.array { list in for line in lines { list.string(line) } }
          }
        }
      }
    }
    try WholeFile.replace(Self.path(name, "json", state), with: writer.bytes)
  }

  private static func parts(_ reading: Reading) -> [(String, [String])] {
    [
      ("notes", reading.notes), ("changes", reading.changes), ("days", reading.days), ("troubles", reading.troubles),
    ]
  }

  /// Removes the oldest, so that there is room for one more.
  private static func removeOldest(_ state: StateFolder) {
    let folder = state.answers(of: .editor)
    let names = (Folder.names(in: folder) ?? []).filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
    for name in names.dropLast(kept - 1) {
      for file in [name, "\(name).json", "\(name).xlsx"] { unlink("\(folder)/\(file)") }
    }
  }

  /// Reads what was left for a request; nil if there is nothing.
  package init?(_ name: String, in state: StateFolder) {
    guard let text = WholeFile.read(Self.path(name, "json", state), limit: 8 << 20),
      let json = JSONValue(Array(text.utf8)), let plan = json["plan"]?.string, let file = json["file"]?.string,
      let sender = json["sender"]?.string.flatMap({ SentRegister.Sender(text: $0) })
    else { return nil }
    (self.plan, self.sender, self.file) = (plan, sender, file)
    proposals = (json["proposals"]?.array ?? []).compactMap(\.integer)
    isRepeated = json["isRepeated"] == .bool(true)
    (changes, troubles) = (json["changes"]?.integer ?? 0, json["troubles"]?.integer ?? 0)
    var readings: [Language: Reading] = [:]
    for language in [Language.vi, .en] {
      guard let found = json[language.rawValue] else { continue }
      func lines(_ name: String) -> [String] { (found[name]?.array ?? []).compactMap(\.string) }
      readings[language] = Reading(
        notes: lines("notes"), changes: lines("changes"), days: lines("days"), troubles: lines("troubles"))
    }
    self.readings = readings
  }

  /// The copy with marks; nil if there is none.
  package static func copy(_ name: String, in state: StateFolder) -> [UInt8]? {
    var bytes: [UInt8] = []
    do { try WholeFile.pieces(of: path(name, "xlsx", state), limit: mostBytes) { bytes += $0 } } catch { return nil }
    return bytes
  }
}
