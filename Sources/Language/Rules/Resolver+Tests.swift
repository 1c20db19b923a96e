import CivilCalendar
import RuleSyntax

/// `kiểm thử`: the day, the facts, and what must follow.
extension Resolver {
  func resolveTests() {
    guard !testBlocks.isEmpty else { return }
    let awaited = AwaitedOccurrences(set)
    for place in testBlocks {
      guard let plan = plan(of: place), let today = today(place) else { continue }
      let file = file(place)
      let resolver = FactResolver(
        rules: set, plan: plan, folder: file.folder, deadlines: deadlines, awaited: awaited)
      var given: [Fact] = []
      var expected: [Expectation] = []
      for field in block(place).fields where field.key == .given || field.key == .expect {
        for range in field.value.lines {
          let text = file.syntax.text(range)
          if field.key == .given {
            switch resolver.fact(text, at: file.span(range)) {
            case .found(let fact): given.append(fact)
            case .failed(let problem): report(problem)
            }
          } else {
            switch resolver.expectation(text, at: file.span(range)) {
            case .found(let expectation): expected.append(expectation)
            case .failed(let problem): report(problem)
            }
          }
        }
      }
      let identity = identity(place)
      set.tests.append(
        TestCase(
          title: identity.title, plan: plan, today: today, given: given, expected: expected, span: identity.span))
    }
  }

  private func today(_ place: BlockPlace) -> CivilDate? {
    guard let field = block(place).field(.today) else { return nil }
    if let day = DayText.civilDate(file(place).text(field.value)) { return day }
    badValue(
      .badDate, field, file(place), expectedVi: "một ngày đủ năm, ví dụ 10/5/2024",
      expectedEn: "a day with its year, for example 10 May 2024 or 2024-05-10")
    return nil
  }
}
