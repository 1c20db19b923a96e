package import Diagnostics
package import Foundation
import Testing

/// The repository that the tests were built from.
package let repository = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The text of a file of the repository.
package func text(of path: String) throws -> String {
  try String(contentsOf: repository.appendingPathComponent(path), encoding: .utf8)
}

/// The bytes of a file of the repository.
package func bytes(of path: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: repository.appendingPathComponent(path)))
}

/// The rule files below a folder of the repository, by path.
package func ruleFiles(in folder: String) throws -> [SourceText] {
  let names = try FileManager.default.subpathsOfDirectory(atPath: repository.appendingPathComponent(folder).path)
  let sources = try names.filter { $0.hasSuffix(".rules") }.sorted().map { name in
    SourceText(name: "\(folder)/\(name)", bytes: try bytes(of: "\(folder)/\(name)"))
  }
  try #require(!sources.isEmpty, "no rule files in \(folder)")
  return sources
}

/// The calendars and policies that come with the program.
package func shippedRules() throws -> [SourceText] {
  try ruleFiles(in: "rules/calendars") + ruleFiles(in: "rules/policies")
}
