import Foundation

/// What a passage cites, and whether it is there.
struct Citations {
  let project: Project

  /// What leads nowhere, each with the reason.
  func broken(in passage: Passage) -> [String] {
    let text = passage.text
    var found: [String] = []
    if text.contains("ecision") || text.contains("(D") { found += decisions(in: text) }
    if text.contains("/") || text.contains(".swift") { found += files(in: passage) }
    if text.contains("\"") { found += sections(in: passage) }
    if passage.file.hasSuffix(".md") { found += links(in: passage) }
    if text.contains("`"), passage.file.hasSuffix(".swift") || passage.file == Self.architecture {
      found += names(in: passage)
    }
    return found
  }

  static let architecture = "docs/architecture.md"
  static let decisions = "docs/decisions.md"

  /// One, `(decision: exclusive-bounds)`, or several, `(decisions: exclusive-bounds, plan-span)`. A number is none.
  private func decisions(in text: String) -> [String] {
    let plain = text.replacing(/\*[^*]+\*/, with: "")
    var found = plain.matches(of: /[Dd]ecisions?(?:\.md)?`?,? D?[0-9]+|\(D[0-9]+\)/).map {
      "\($0.0): name the decision"
    }
    for match in plain.matches(of: /\bdecisions?: ([a-z0-9, -]*)(\))?/) {
      if match.2 == nil, !plain.contains("(" + match.0) { continue }
      for name in match.1.split(separator: ", ", omittingEmptySubsequences: false)
      where !project.has(section: String(name), in: Self.decisions) {
        found.append("\(Self.decisions) has no entry \(name)")
      }
    }
    return found
  }

  /// `Sources/…` anywhere; in backticks also what begins like folders that are words: `rules/…`.
  private func files(in passage: Passage) -> [String] {
    let plain = passage.text.matches(
      of: /(?:^|[\s(\["'])((?:Sources|Tests|docs|bench|tools|packaging)\/[\w.\/{},*…+-]+)/
    ).map(\.1)
    let quoted = passage.text.matches(
      of: /`((?:Sources|Tests|docs|bench|tools|packaging|rules|config|templates|systemd|\.ci)\/[\w.\/{},*…+-]*)`/
    ).map(\.1)
    let swift = passage.text.matches(of: /(?:^|[\s(`])(\w+\+?\w*\.swift)\b/).map { String($0.1) }
    let paths = (plain + quoted).map { String($0.trimmingSuffix { ".,:".contains($0) }) }
    let lost = paths.filter { !project.has($0) } + swift.filter { !project.has(fileNamed: $0) }
    return lost.map { "there is no \($0)" }
  }

  /// `docs/store.md, "Files"`, also behind a link; `"Files", below`.
  private func sections(in passage: Passage) -> [String] {
    let elsewhere = passage.text.matches(of: /([\w.\/-]+\.md)[)`]*, "([^"]+)"/).map { (String($0.1), String($0.2)) }
    let here = passage.text.matches(of: /"([^"]+)",? (?:below|above)\)/).map { (passage.file, String($0.1)) }
    return (elsewhere + here).compactMap { name, section in
      let page = project.paths.contains(name) ? name : "docs/" + (name.split(separator: "/").last ?? "")
      return project.has(section: section, in: page) ? nil : "\(page) has no \"\(section)\""
    }
  }

  /// Links of a page to files beside it, and to headings.
  private func links(in passage: Passage) -> [String] {
    passage.text.matches(of: /\]\(([^)\s]+)\)/).compactMap { match in
      let target = match.1
      if target.contains("://") || target.hasPrefix("mailto:") { return nil }
      let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let folder = URL(filePath: "/" + passage.file).deletingLastPathComponent()
      let beside = folder.appending(path: String(parts[0])).standardized.path
      let path = parts[0].isEmpty ? passage.file : String(beside.dropFirst())
      guard project.has(path) else { return "there is no \(path)" }
      guard parts.count == 2 else { return nil }
      let isThere = project.sections[path]?.contains { Self.anchor($0) == parts[1] } ?? false
      return isThere ? nil : "\(path) has no heading #\(parts[1])"
    }
  }

  /// As GitHub makes them of headings.
  private static func anchor(_ heading: String) -> String {
    String(heading.lowercased().filter { $0.isLetter || $0.isNumber || "- ".contains($0) }.map { $0 == " " ? "-" : $0 })
  }

  /// Types, cases and targets in backticks: `SourceText` must occur in the code.
  private func names(in passage: Passage) -> [String] {
    passage.text.matches(of: /`([A-Z][a-z]+[A-Za-z]*)`/).map { String($0.1) }
      .filter { $0.count > 2 && !project.words.contains($0) }.map { "the code has no \($0)" }
  }
}

extension Substring {
  func trimmingSuffix(while isCut: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isCut(last) { rest.removeLast() }
    return rest
  }
}
