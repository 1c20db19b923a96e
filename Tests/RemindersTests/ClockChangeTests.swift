import CivilCalendar
import Reminders
import TestSupport
import Testing

/// Times that a clock shows twice or never, in zones of an hour and of half an hour. The changes are those of the IANA
/// database for 2024.
@Suite("Clock changes")
struct ClockChangeTests {
  struct Place: Sendable, CustomTestStringConvertible {
    var name: String
    /// Seconds east of UTC in winter and in summer.
    var winter: Int64
    var summer: Int64
    /// From here to there summer time holds, or, in the south, does not.
    var first: Int64
    var second: Int64
    var isSouth = false
    var testDescription: String { name }

    var zone: Zone {
      Zone { [self] instant in
        (first..<second).contains(instant.seconds) != isSouth ? summer : winter
      }
    }
  }

  // 2024-03-31T01:00Z, 2024-10-27T01:00Z.
  static let berlin = Place(
    name: "Europe/Berlin", winter: 3600, summer: 7200, first: 1_711_846_800, second: 1_729_990_800)
  // 2024-03-10T07:00Z, 2024-11-03T06:00Z.
  static let newYork = Place(
    name: "America/New_York", winter: -18_000, summer: -14_400, first: 1_710_054_000, second: 1_730_613_600)
  // 2024-04-06T15:00Z, 2024-10-05T15:30Z; half an hour.
  static let lordHowe = Place(
    name: "Australia/Lord_Howe", winter: 37_800, summer: 39_600, first: 1_712_415_600, second: 1_728_142_200,
    isSouth: true)

  @Test(
    "A time that comes twice is the first, one that never comes the change itself",
    arguments: [
      // Skipped: 02:00 to 03:00 in Berlin and New York, 02:00 to 02:30 on Lord Howe.
      (berlin, "2024-03-31", 119, Int64(1_711_846_740)), (berlin, "2024-03-31", 120, 1_711_846_800),
      (berlin, "2024-03-31", 150, 1_711_846_800), (berlin, "2024-03-31", 180, 1_711_846_800),
      (berlin, "2024-03-31", 181, 1_711_846_860),
      (newYork, "2024-03-10", 150, 1_710_054_000), (newYork, "2024-03-10", 181, 1_710_054_060),
      (lordHowe, "2024-10-06", 125, 1_728_142_200), (lordHowe, "2024-10-06", 151, 1_728_142_260),
      // Twice: 02:00 to 03:00 in Berlin, 01:00 to 02:00 in New York, 01:30 to 02:00 on Lord Howe.
      (berlin, "2024-10-27", 150, 1_729_989_000), (berlin, "2024-10-27", 180, 1_729_994_400),
      (newYork, "2024-11-03", 90, 1_730_611_800), (newYork, "2024-11-03", 120, 1_730_617_200),
      (lordHowe, "2024-04-07", 105, 1_712_414_700), (lordHowe, "2024-04-07", 120, 1_712_417_400),
      // Ordinary times on both sides.
      (berlin, "2024-03-31", 0, 1_711_839_600), (berlin, "2024-07-01", 480, 1_719_813_600),
      (newYork, "2024-11-03", 0, 1_730_606_400), (lordHowe, "2024-04-07", 480, 1_712_439_000),
    ] as [(Place, String, Int, Int64)])
  func instants(_ place: Place, _ date: String, _ minute: Int, _ seconds: Int64) {
    #expect(place.zone.instant(day(date), minute: minute).seconds == seconds)
  }

  @Test(
    "Every minute of a year is the first instant at which the clock shows it, or passes it",
    arguments: [
      berlin, newYork, lordHowe,
    ])
  func everyMinute(_ place: Place) {
    let zone = place.zone
    for date in ["2024-03-09", "2024-03-10", "2024-03-31", "2024-04-07", "2024-10-06", "2024-10-27", "2024-11-03"] {
      var last = zone.instant(day(date)).adding(seconds: -1)
      for minute in 0...1439 {
        let found = zone.instant(day(date), minute: minute)
        let shown = zone.civil(found)
        #expect(found >= last)
        // It shows the time, or, where that is skipped, the first one after it.
        #expect(shown.day == day(date) && shown.minute >= minute, "\(date) \(minute)")
        let before = zone.civil(found.adding(seconds: -1))
        #expect(before.day < day(date) || before.minute < minute, "\(date) \(minute)")
        last = found
      }
    }
  }
}
