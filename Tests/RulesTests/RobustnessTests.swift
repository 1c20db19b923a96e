import Diagnostics
import TestSupport
import Testing

@testable import Rules

@Suite("Whatever the bytes, reading ends with diagnostics")
struct RobustnessTests {
  @Test("random bytes, cut-off files and shuffled lines", arguments: UInt64(0)..<40)
  func damaged(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var bytes = Array((RuleBookFixture.base + Self.sample).utf8)
    switch seed % 4 {
    case 0: bytes = (0..<4000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    case 1: bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
    case 2:
      for _ in 0..<60 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
    default:
      let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
      bytes = Array(lines.shuffled(using: &generator).joined(separator: [10]))
    }
    let read = RuleBook.read(own: [SourceText(name: "a/plan.rules", bytes: bytes)], shipped: RuleBookFixture.shipped)
    for diagnostic in read.diagnostics {
      #expect(DiagnosticCode(rawValue: diagnostic.code) != nil)
      #expect(diagnostic.span.start <= diagnostic.span.end && diagnostic.span.end <= diagnostic.span.source.bytes.count)
    }
    _ = FactFile.read(SourceText(name: "f", bytes: bytes), rules: read.rules)
  }

  @Test("deep nesting and long lists end quickly")
  func nesting() {
    let brackets = String(repeating: "(", count: 20_000)
    let commas = (0..<4_000).map { "Phòng \($0)" }.joined(separator: ", ")
    let chain = (0..<3_000).map { "nhóm g\($0): G\($0)\n  thành viên: g\($0 + 1)\n" }.joined()
    let read = RuleBookFixture.read(
      "nhiệm vụ I.2: A\n  chủ trì: \(commas)\n  hạn: \(brackets)\n\nđơn vị \(brackets): x\n\n\(chain)")
    #expect(read.diagnostics.contains { $0.code == "unknown-unit" })
    #expect(read.diagnostics.contains { $0.code == "bad-deadline" })
  }

  private static let sample = """
    nhóm g: các phòng
      thành viên: vp
    sự kiện e: E
      xảy ra: hằng năm
      đủ cả: f; g
    nhiệm vụ I.2: A
      chủ trì: các phòng (từng đơn vị), Văn phòng
      hạn (a): sau khi E năm 2024, trong năm 2024
      nhắc: tiêu chuẩn; trước 3, 1 ngày
    lịch l: L
      ngày lễ: 10/3 âm lịch, hoặc 11/3 âm lịch, từ năm 2026 (x)
    cách nhắc n: N
      trước (phối hợp): 3 ngày
    kiểm thử: t
      hôm nay: 01/02/2024
      cho: e năm 2024 số 5 ngày 01/02/2024 lúc 14:30
      mong đợi: I.2 (a) kỳ Quý I/2024 của vp hạn 01/3/2024; … vì x
    """
}
