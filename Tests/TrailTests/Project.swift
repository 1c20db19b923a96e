import Foundation

/// The files that there are, and what can be cited in them.
struct Project {
  /// Files and folders, from the project's folder on.
  let paths: Set<String>
  /// By page: headings, entries in bold and the first cells of tables.
  let sections: [String: Set<String>]
  /// Every word of the code, comments left out.
  let words: Set<String>

  /// The project that this test was built from.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What is built or fetched, and data that tests read.
  private static let passedOver: Set = [".build", ".git", ".venv-tests", "__pycache__"]
  private static let data = [
    "Tests/Data/", "Tests/NotificationsTests/golden/", "packaging/debian/", "templates/", "Package.resolved",
  ]

  /// Reads all of it once.
  static func read() throws -> (project: Project, passages: [Passage]) {
    var (paths, sections, words): (Set<String>, [String: Set<String>], Set<String>) = ([], [:], [])
    var passages: [Passage] = []
    let walk = FileManager.default.enumerator(atPath: root.path)
    while let path = walk?.nextObject() as? String {
      if passedOver.contains(String(path.split(separator: "/").last ?? "")) {
        walk?.skipDescendants()
        continue
      }
      paths.insert(path)
      guard !data.contains(where: path.hasPrefix),
        let bytes = FileManager.default.contents(atPath: root.appending(path: path).path),
        let content = String(data: bytes, encoding: .utf8)
      else { continue }
      if path.hasSuffix(".md") { sections[path] = self.sections(of: content) }
      if Passage.isC(path) { words.formUnion(self.words(of: content)) }
      passages += Passage.all(in: content, of: path)
    }
    return (Project(paths: paths, sections: sections, words: words), passages)
  }

  /// Without marks: `## remind [--now T]` is *remind [--now T]*, `**Slots.**` is *Slots*.
  static func sections(of page: String) -> Set<String> {
    var found: Set<String> = []
    for line in page.split(separator: "\n") {
      let plain = line.filter { $0 != "`" }
      if plain.hasPrefix("#") {
        found.insert(String(plain.drop { $0 == "#" || $0 == " " }))
      } else if plain.hasPrefix("**"), let end = plain.dropFirst(2).firstIndex(where: { ".*:".contains($0) }) {
        found.insert(String(plain.dropFirst(2)[..<end]))
      } else if plain.hasPrefix("| ") {
        found.insert(plain.dropFirst(2).prefix { $0 != "|" }.trimmingCharacters(in: .whitespaces))
      }
    }
    return found
  }

  private static func words(of code: String) -> Set<String> {
    var found: Set<String> = []
    for line in code.utf8.split(separator: UInt8(ascii: "\n")) {
      guard !(line.drop { $0 == UInt8(ascii: " ") }.starts(with: "//".utf8)) else { continue }
      for word in line.split(whereSeparator: { !isLetter($0) }) { found.insert(String(Substring(word))) }
    }
    return found
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Whether there is a file or folder of that name or pattern: `{a,b}` both, `*`, `…` and words in capitals any.
  func has(_ path: String) -> Bool {
    let path = path.hasSuffix("/") ? String(path.dropLast()) : path
    if paths.contains(path) { return true }
    if let open = path.firstIndex(of: "{"), let close = path[open...].firstIndex(of: "}") {
      let (before, after) = (path[..<open], path[close...].dropFirst())
      return path[open..<close].dropFirst().split(separator: ",").allSatisfy { has("\(before)\($0)\(after)") }
    }
    let place = /\b[A-Z]{3,}(?=Tests\b|\b)/.wordBoundaryKind(.simple)
    let pattern = path.replacing("…", with: "*").replacing(place, with: "*")
    return pattern.contains("*") && paths.contains { fnmatch(pattern, $0, 0) == 0 }
  }

  /// Whether a file somewhere is called so; `TYPE+TOPIC.swift` any such.
  func has(fileNamed name: String) -> Bool { paths.contains(name) || has("*/" + name) }

  /// Whether the page has that section, also one whose heading goes on behind a blank.
  func has(section: String, in page: String) -> Bool {
    sections[page]?.contains { $0 == section || $0.hasPrefix(section + " ") } ?? false
  }
}
