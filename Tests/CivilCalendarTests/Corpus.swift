import CivilCalendar
import Foundation
import Testing

/// Rows of a file of `Tests/Data/calendar` without its header, split at commas.
func corpus(_ name: String, file: String = #filePath) throws -> [[String]] {
  let tests = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
  let text = try String(contentsOf: tests.appendingPathComponent("Data/calendar/\(name)"), encoding: .utf8)
  let rows = text.split(whereSeparator: \.isNewline).dropFirst().map {
    $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
  try #require(!rows.isEmpty)
  return rows
}

/// Reads `2024-05-31`; a slip in a test's own table fails that test.
func day(_ iso: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> CivilDate {
  try #require(CivilDate(iso: iso), sourceLocation: sourceLocation)
}

func days(_ first: String, _ last: String) throws -> DayRange {
  DayRange(first: try day(first), last: try day(last))
}

/// The same numbers on every machine (Steele, Lea & Flood, *SplitMix*, 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
