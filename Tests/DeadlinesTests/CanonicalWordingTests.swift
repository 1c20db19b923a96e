import CivilCalendar
import Deadlines
import TestSupport
import Testing

@Suite("Canonical wordings") struct CanonicalWordingTests {
  static let enumerated = EnumeratedMeanings.forms.map { Deadline($0) } + EnumeratedMeanings.clauses

  static let random: [Deadline] = {
    var random = RandomMeanings(seed: 2024)
    return (0..<2_000).map { _ in Deadline(random.form()) }
  }()

  @Test("read back to exactly their meaning, and differ where meanings differ", arguments: WordingLanguage.allCases)
  func ofEachConstructor(language: WordingLanguage) {
    #expect(Self.enumerated.count > 1000)
    check(Self.enumerated, in: language)
  }

  @Test("of random meanings read back likewise", arguments: WordingLanguage.allCases)
  func ofRandomMeanings(language: WordingLanguage) { check(Self.random, in: language) }

  @Test("of labelled deadlines keep their labels", arguments: WordingLanguage.allCases)
  func labels(language: WordingLanguage) {
    let year = DeadlineForm.at([Place(.on, .window(.period(.planYear)))])
    check(
      [
        Deadline(items: [
          DeadlineItem(label: "xây dựng", form: year), DeadlineItem(label: "duy trì", form: .yearsOnward(from: 2024)),
        ])
      ], in: language)
  }

  private func check(_ meanings: [Deadline], in language: WordingLanguage) {
    let wording = CanonicalWording(language)
    var failures: [String] = []
    var seen: [String: Deadline] = [:]
    for meaning in meanings {
      let text = wording.text(of: meaning)
      let reading = DeadlineReader().read(text)
      if text == "chưa rõ" || text == "unclear" {
        failures.append("unwritable: \(meaning.items)")
      } else if reading.freeText != [meaning] {
        let found = reading.freeText.map(\.items)
        failures.append("\(text)\n  meant \(meaning.items)\n  read  \(found) \(reading.failure?.words.en ?? "")")
      }
      if let other = seen[text], other != meaning { failures.append("“\(text)” words \(other.items) too") }
      seen[text] = meaning
    }
    #expect(failures.isEmpty, "\(failures.count) of \(meanings.count):\n\(failures.joined(separator: "\n"))")
  }
}
