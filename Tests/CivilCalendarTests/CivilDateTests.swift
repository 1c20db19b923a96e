import CivilCalendar
import Testing

@Suite struct CivilDateTests {
  @Test(arguments: [
    (1, 1, 1, 1), (1970, 1, 1, 719_163), (2000, 2, 29, 730_179), (2024, 3, 1, 738_946), (9999, 12, 31, 3_652_059),
  ])
  func dayNumbersAreRataDie(year: Int, month: Int, day: Int, number: Int) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(Int(date.dayNumber) == number)
    #expect(date.components == (year, month, day))
  }
}
