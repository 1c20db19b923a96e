import TestSupport
import Testing

/// Rows of a file of `Tests/Data/calendar` without its header, split at commas.
func corpus(_ name: String) throws -> [[String]] {
  let rows = try text(of: "Tests/Data/calendar/\(name)").split(whereSeparator: \.isNewline).dropFirst().map {
    $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
  try #require(!rows.isEmpty)
  return rows
}
