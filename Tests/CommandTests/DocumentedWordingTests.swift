import CivilCalendar
import Deadlines
import Expansion
import Rules
import Testing

@Suite("docs/language.md, wordings of deadlines")
struct DocumentedWordingTests {
  struct Group: Sendable, CustomTestStringConvertible {
    var wordings: [String]
    var kind: String
    var days: [String]
    var testDescription: String { wordings.first ?? "" }
  }

  static let groups: [Group] = {
    let examples = try? DocumentedExamples(page: "language.md")
    return (examples?.wordings ?? []).map { Group(wordings: $0.wordings, kind: $0.kind, days: $0.days) }
  }()

  static let calendar: RuleCalendar? = {
    guard let shipped = try? DocumentedExamples.shipped.get() else { return nil }
    return RuleBook.read(own: shipped, covering: 2020...2027).rules.calendars.first { $0.title == "Việt Nam" }
  }()

  @Test("The page has examples") func present() {
    #expect(Self.groups.count > 20)
    #expect(Self.groups.allSatisfy { !$0.wordings.isEmpty && !$0.days.isEmpty })
  }

  @Test("All wordings of a group have one meaning, and it is the same", arguments: groups)
  func oneMeaning(_ group: Group) throws {
    let meanings = group.wordings.map { DeadlineReader().read($0).freeText }
    for (wording, meaning) in zip(group.wordings, meanings) {
      #expect(meaning.count == 1, "\(wording) has \(meaning.count) meanings")
      #expect(meaning == meanings[0], "\(wording) does not mean the same as \(group.wordings[0])")
    }
  }

  @Test("A group has the days that stand beside it", arguments: groups)
  func days(_ group: Group) throws {
    let deadline = try #require(DeadlineReader().read(group.wordings[0]).freeText.first)
    let calendar = try #require(Self.calendar)
    let context = DeadlineContext(years: 2024...2024, calendar: calendar.calendar, law: calendar.law)
    let window = try DayRange(
      first: #require(CivilDate(year: 2020, month: 1, day: 1)),
      last: #require(CivilDate(year: 2027, month: 12, day: 31)))
    let found = Expander.occurrences(of: deadline, in: context, window: window).dated.map { occurrence in
      let due = "\(occurrence.state.effective)"
      return occurrence.state.opens.map { "\($0)..\(due)" } ?? due
    }
    let shown = group.days.contains { $0.contains("..") } ? found : found.map { String($0.suffix(10)) }
    #expect(shown == group.days)
  }
}
