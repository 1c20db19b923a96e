import Deadlines
import TestSupport
import Testing

/// Wordings made to make a reader loop, blow up or crash.
@Suite("Hostile wordings") struct HostileWordingTests {
  static let long: [String] = [
    "sau khi cả " + (0..<60).map { "A\($0)" }.joined(separator: " và "),
    "sau khi " + (0..<60).map { "A\($0)" }.joined(separator: " hoặc "),
    "after both " + (0..<60).map { "A\($0)" }.joined(separator: " and "),
    "hằng quý" + String(repeating: ", theo tiến độ của tỉnh", count: 60),
    "trước " + (0..<60).map { "\(1 + $0 % 28)/\(1 + $0 % 12)" }.joined(separator: ", "),
    "Tháng " + (0..<60).map { String(1 + $0 % 12) }.joined(separator: ", "),
    "sau khi X " + String(repeating: "(", count: 100) + String(repeating: ")", count: 100),
    "sau khi X " + String(repeating: "(dự kiến Quý II/2024) ", count: 30),
    "theo tiến độ" + String(repeating: ", trong năm 2022, khi có X, dự kiến Quý II, sau khi Y", count: 20),
    (0..<60).map { "nhãn \($0): Quý I" }.joined(separator: "; "),
    "định kỳ " + String(repeating: "quý, 6 tháng, năm, ", count: 30), String(repeating: "trước ", count: 399),
    String(repeating: "a, ", count: 190), String(repeating: "từ", count: 100_000),
    String(repeating: "9", count: 100_000),
    "sau khi A" + String(repeating: " và B hoặc C, D (E)", count: 18),
    "by " + (0..<60).map { "\(1 + $0 % 28) March" }.joined(separator: ", "),
    "trước ngày " + (0..<48).map { "\(1 + $0 % 28)/\(1 + $0 % 12)" }.joined(separator: " và "),
    "each " + String(repeating: "first Monday of March, ", count: 38),
  ]

  /// Fifty thousandths of a second, where a plain wording takes thirty millionths.
  @Test("take no longer than some plain ones") func areBounded() {
    let reader = DeadlineReader()
    _ = Self.long.map(reader.read)
    let plain = processorSeconds {
      for _ in 0..<200 { _ = reader.read("trước ngày 17 tháng cuối quý") }
    }
    for wording in Self.long {
      let time = processorSeconds { _ = reader.read(wording) }
      #expect(time < 1700 * plain / 200, "\(wording.prefix(60)): \(200 * time / plain)")
    }
  }

  @Test("end", .timeLimit(.minutes(5)), arguments: long)
  func end(wording: String) {
    _ = DeadlineReader().read(wording)
    _ = DeadlineRepair(planYear: 2024).read(wording)
  }

  /// Real words in any order, with figures and marks: no crash, and what is read prints and reads back.
  @Test("made of random words are refused or read back", .timeLimit(.minutes(5)), arguments: [1, 2, 3, 4])
  func random(seed: UInt64) {
    let words = [
      "trước", "ngày", "15/3", "2024", "hằng", "quý", "tháng", "cuối", "đầu", "của", "sau", "khi", "có", "X", ",", "và",
      "theo", "kế hoạch", "(", ")", "trong", "30", "II", "năm", "chậm nhất", "kể từ", "kết thúc", "6", "làm việc", "-",
      "đến", "từ", "định kỳ", "thường xuyên", ";", ":", "hoặc", "lần", "/", "thứ", "sáu", "tuần", "within", "after",
      "of",
      "every", "quarter", "day", "the", "by", "March", "[", "]", "nếu", "trừ trường hợp", "dự kiến", "16h00",
      "nhiệm vụ",
    ]
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1000 {
      let wording = (0..<(1 + generator.next(below: 10))).map { _ in generator.pick(words) }.joined(separator: " ")
      let reading = DeadlineReader().read(wording)
      #expect(reading.readings.isEmpty == (reading.failure != nil), "\(wording)")
      guard reading.freeText.count == 1, let meaning = reading.freeText.first else { continue }
      for language in WordingLanguage.allCases {
        let text = CanonicalWording(language).text(of: meaning)
        #expect(DeadlineReader().read(text).freeText == [meaning], "\(wording) → \(text)")
      }
    }
  }
}
