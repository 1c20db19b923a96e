import CivilCalendar
import Deadlines
import Testing

@Suite("Canonical wordings") struct CanonicalWordingTests {
  static let meanings: [Deadline] =
    EnumeratedMeanings.forms.map { Deadline($0) } + EnumeratedMeanings.clauses.map { Deadline($0.form, $0.clauses) }

  @Test("read back to exactly their meaning", arguments: [CanonicalWording.Language.vi, .en])
  func readBack(language: CanonicalWording.Language) {
    let wording = CanonicalWording(language)
    var failures: [String] = []
    for meaning in Self.meanings {
      let text = wording.text(of: meaning)
      let reading = DeadlineReader().read(text)
      if reading.freeText != [meaning] {
        failures.append(
          "\(text)\n  meant \(meaning.items)\n  read  \(reading.freeText.map(\.items)) \(reading.failure?.words.en ?? "")"
        )
      }
    }
    #expect(Self.meanings.count > 1000)
    #expect(
      failures.isEmpty, "\(failures.count) of \(Self.meanings.count):\n\(failures.prefix(12).joined(separator: "\n"))")
  }

  @Test("differ where meanings differ", arguments: [CanonicalWording.Language.vi, .en])
  func differ(language: CanonicalWording.Language) {
    let wording = CanonicalWording(language)
    var seen: [String: Deadline] = [:]
    for meaning in Self.meanings {
      let text = wording.text(of: meaning)
      if let other = seen[text], other != meaning {
        Issue.record("“\(text)” words two meanings: \(other) and \(meaning)")
      }
      seen[text] = meaning
    }
  }

  @Test("of labelled deadlines keep their labels")
  func labels() {
    let phases = Deadline(items: [
      DeadlineItem(
        label: "xây dựng", form: .window([EnumeratedMeanings.spans[0]]), clauses: DeadlineClauses()),
      DeadlineItem(label: "duy trì", form: .yearsOnward(from: 2024), clauses: DeadlineClauses()),
    ])
    for language in [CanonicalWording.Language.vi, .en] {
      let text = CanonicalWording(language).text(of: phases)
      #expect(DeadlineReader().read(text).freeText == [phases], "\(text)")
    }
  }
}
