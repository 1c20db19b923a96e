import Foundation
import TestSupport
import Testing

/// Seconds of what `bench/fuzz` does for minutes: whatever the bytes, `check` ends with 0 or 1 and words.
@Suite("Hostile rule files", .serialized)
struct HostileInputTests {
  static func check(_ bytes: [UInt8]) throws {
    let folder = try ScratchFolder()
    try folder.write(bytes, to: "plan.rules")
    let run = CommandRun(["check", folder.path])
    #expect(run.code == 0 || run.code == 1)
    #expect(run.output.contains("error") || run.output.contains("warning"))
    _ = CommandRun(["upcoming", "--rules", folder.path])
  }

  @Test("Random bytes, cut-off and mutated files", .timeLimit(.minutes(2)), arguments: 0..<40)
  func mutated(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var bytes = Array(CommandTests.plan.utf8)
    switch seed % 4 {
    case 0:
      bytes = (0..<Int.random(in: 0..<4000, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    case 1: bytes = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)))
    case 2:
      for _ in 0..<20 { bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random) }
    default:
      var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
      lines.shuffle(using: &random)
      bytes = Array(lines.joined(separator: [10]))
    }
    try Self.check(bytes)
  }

  @Test("Ten megabytes in a line", .timeLimit(.minutes(2)))
  func longLines() throws {
    let long = String(repeating: "hạn: trước ngày (", count: 500_000)
    try Self.check(Array((CommandTests.plan + "\nnhiệm vụ X.1: x\n  hạn: " + long).utf8))
    try Self.check(Array(repeating: UInt8(ascii: "["), count: 10_000_000))
  }

  @Test(
    "Impossible days and circles", .timeLimit(.minutes(1)),
    arguments: [
      "hạn: trước ngày 31/02/2024", "hạn: ngày 01/01/0000", "hạn: ngày 01/01/10000", "hạn: 99999999999999999999 ngày",
      "hạn: trong 99999999999 ngày kể từ ngày 01/01/2024", "hạn: quý 99/2024", "hạn: năm 99999",
      "hạn: trong 10 ngày sau khi hoàn thành nhiệm vụ X.1", "hạn: theo hạn của nhiệm vụ X.1",
      "hạn: " + String(repeating: "(", count: 5000), "hạn: " + String(repeating: "a, ", count: 3000),
    ])
  func impossible(line: String) throws {
    let text = CommandTests.plan + "\n\nnhiệm vụ X.1: việc\n  chủ trì: Văn phòng\n  \(line)\n"
    let folder = try ScratchFolder(["plan.rules": text])
    let run = CommandRun(["check", folder.path])
    #expect(run.code == 1, "\(run.output)")
    #expect(run.output.contains("plan.rules:"))
  }
}
