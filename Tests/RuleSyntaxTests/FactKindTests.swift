import CivilCalendar
import Testing

@testable import Deadlines
@testable import RuleSyntax

/// A new row of the table is a kind that can be written and read in both languages.
@Suite("Each kind of fact has its own words")
struct FactKindTests {
  private let reader = FactReader(deadlines: DeadlineReader())

  /// `T`, or an event; what the kind says of it; a document, a reason or a time.
  private static func parts(_ kind: FactKind) -> (target: String, detail: String?, tail: String?) {
    let detail: String? =
      switch kind.form.says {
      case .nothing: nil
      case .day: "2024-06-30"
      case .deadline: "trước ngày 30/6/2024"
      case .recipient: "Văn phòng"
      case .person: "Nguyễn Văn An"
      }
    let tail: String? = kind.form.vi.tail.isEmpty ? nil : kind.form.about == .event ? "14:30" : "60/QĐ"
    return (kind.form.about == .event ? "papi" : "I.1", detail, tail)
  }

  private func check(_ line: String, _ kind: FactKind) {
    let (_, detail, tail) = Self.parts(kind)
    let read = reader.read(line).filter { $0.kind == kind }
    guard read.count == 1, let fact = read.first else {
      Issue.record("\(line) reads as \(reader.read(line))")
      return
    }
    switch fact.target {
    case .task(let subject): #expect(kind.form.about == .task && subject == SubjectSyntax(id: "I.1"))
    case .event(let name): #expect(kind.form.about == .event && name == EventNameSyntax("papi"))
    }
    let isDay = if case .day = kind.form.says { true } else { false }
    #expect(fact.day == (isDay ? CivilDate(iso: "2024-06-30") : nil), "\(line)")
    #expect(fact.words == (isDay ? nil : detail), "\(line)")
    #expect(fact.ground == (kind.form.about == .task ? tail : nil), "\(line)")
    #expect(fact.time == (kind.form.about == .event && tail != nil ? ClockTime(hour: 14, minute: 30) : nil), "\(line)")
  }

  @Test("What is written is read as the same kind", arguments: FactKind.allCases)
  func written(_ kind: FactKind) {
    let (target, detail, tail) = Self.parts(kind)
    check(kind.line(of: target, detail: detail, tail: tail), kind)
  }

  @Test("Each of its words is read, in both languages", arguments: FactKind.allCases)
  func words(_ kind: FactKind) {
    let (target, detail, tail) = Self.parts(kind)
    for words in [kind.form.vi, kind.form.en] {
      for opening in words.opening.isEmpty ? [""] : words.opening {
        for link in words.link.isEmpty ? [""] : words.link {
          for word in words.tail.isEmpty ? [""] : words.tail {
            check(
              [opening, target, link, detail ?? "", word, tail ?? ""].filter { !$0.isEmpty }.joined(separator: " "),
              kind)
          }
        }
      }
    }
  }

  @Test("No kind begins as another does, and only done begins with its task")
  func openings() {
    for language in [FactKind.vi, FactKind.en] {
      let openings = language.flatMap(\.opening)
      #expect(Set(openings).count == openings.count)
      for one in openings { #expect(!openings.contains { $0 != one && $0.hasPrefix(one + " ") }) }
      let bare = zip(FactKind.allCases, language).filter { $1.opening.isEmpty }.map(\.0)
      #expect(bare == [.happened, .done])
    }
  }
}
