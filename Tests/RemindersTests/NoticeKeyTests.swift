import CivilCalendar
import Expansion
import Reminders
import TestSupport
import Testing

/// Expected bytes are from `openssl mac -macopt hexkey:000102…0f -macopt size:16 SIPHASH` over the documented fields.
/// A change here sends every notice again.
@Suite("Keys are the same for ever")
struct NoticeKeyTests {
  static let report = NoticeTopic.obligation(ObligationID(plan: "kh", task: "T", key: "2024-Q1"))

  static let keys: [(NoticeKey, String)] = [
    (
      NoticeKey(
        subject: report, kind: .before(7, working: false), told: day("2024-03-16"),
        recipient: RecipientName(unit: "vp"), channel: .mail), "c091d94fe5e7f99db457f84b96f16be4"
    ),
    (
      NoticeKey(
        subject: report, kind: .before(7, working: false), told: day("2024-03-16"),
        recipient: RecipientName(unit: "vp"), channel: .mail, repetition: 1), "e068da2622da0e17ba401c2dceea9928"
    ),
    (
      NoticeKey(
        message: RecipientName(unit: "vp"), .mail, Instant(seconds: 1_710_550_800), part: 1, subject: "Nhắc việc",
        contents: Array("thư\0 cuối".utf8)), "a960e259a8d1fddbc5c8be492ec93146"
    ),
    (SubjectKey(.event(plan: "kh", id: "x", key: "2023")).key, "bb77062c0c1496039cfecf706376f581"),
    (
      NoticeKey(
        subject: .event(plan: "kh", id: "x", key: nil), kind: .question(2, .event, expected: nil), told: nil,
        recipient: RecipientName(unit: "td", scope: "kh"), channel: .webhook), "fd55ba2655037659dc011ff541a2a591"
    ),
  ]

  @Test(arguments: keys.indices)
  func bytes(index: Int) {
    let (key, hex) = Self.keys[index]
    #expect(key.description == hex)
    #expect(NoticeKey(bytes: key.bytes) == key)
  }

  @Test("Fifteen or seventeen bytes are no key") func length() {
    #expect(NoticeKey(bytes: [UInt8](repeating: 0, count: 15)) == nil)
    #expect(NoticeKey(bytes: [UInt8](repeating: 0, count: 17)) == nil)
  }

  /// Each as today's databases hold it.
  static let kinds: [(NoticeKind, String, NoticeKind.Name)] = [
    (.opens(day("2024-04-01")), "opening", .opening), (.running(known: day("2024-04-02")), "opening", .opening),
    (.assigned(1), "assigned", .assigned), (.assigned(2), "assigned:2", .assigned), (.middle, "middle", .middle),
    (.during(day("2024-04-01")), "during:2024-04-01", .during), (.before(7, working: false), "before:7", .before),
    (.before(3, working: true), "before:3w", .before), (.before(0, working: false), "before:0", .before),
    (.overdue(2), "overdue:2", .overdue),
    (.stillOverdue(week: day("2024-04-01"), told: 5), "still-overdue:2024-04-01", .stillOverdue),
    (.superior(leadTold: day("2024-04-01"), level: 2), "superior", .superior),
    (.moved(1, from: nil, .set), "moved:1", .moved), (.dayGone(1, from: nil), "day-gone:1", .dayGone),
    (.released(1, .waived), "released:1", .released), (.handedOver(2), "handed-over:2", .handedOver),
    (.silenced(until: day("2024-04-30")), "silenced:2024-04-30", .silenced),
    (.settle(known: day("2024-04-01")), "settle", .settle),
    (.again(week: day("2024-04-01")), "again:2024-04-01", .again),
    (.askDay(0, since: day("2024-04-01")), "ask-day:0", .askDay),
    (.openingMoved(2, from: nil), "opening-moved:2", .openingMoved),
    (.askAcceptance(told: day("2024-04-01")), "ask-acceptance", .askAcceptance),
    (.askProgress(on: day("2024-05-01"), since: day("2024-04-01")), "ask-progress:2024-05-01", .askProgress),
    (.confirm(1, reported: day("2024-04-01")), "confirm:1@2024-04-01", .confirm),
    (.decide(0, asked: day("2024-04-01")), "decide:0@2024-04-01", .decide),
    (.refused(1, on: day("2024-04-01")), "refused:1", .refused),
    (.returned(2, on: day("2024-04-01")), "returned:2", .returned),
    (.reopened(1), "reopened:1", .reopened),
    (.lapsed(1, .requestOver), "lapsed:1", .lapsed),
    (.question(3, .timetable, expected: nil), "question:3", .question),
    (.weeklySheet(week: day("2024-04-01")), "weekly-sheet:2024-04-01", .weeklySheet),
  ]

  @Test("What a log holds is read back", arguments: kinds)
  func codes(kind: NoticeKind, code: String, name: NoticeKind.Name) {
    #expect(kind.code == code && kind.name == name)
    #expect(NoticeKind.Name(code: code) == name)
  }

  @Test("Every name has a code here") func names() {
    #expect(Set(Self.kinds.map(\.2)) == Set(NoticeKind.Name.allCases))
  }

  @Test(arguments: [
    "", "before", "before:x", "opening:1", "moved:01", "during:2024-02-30", "unknown", "confirm:1",
    "confirm:x@2024-04-01", "confirm:1@2024-02-30", "assigned:1",
  ])
  func noCode(text: String) { #expect(NoticeKind.Name(code: text) == nil) }

  @Test(
    "Instants and civil times of a zone",
    arguments: [
      ("2024-03-16", 480, Int64(1_710_550_800)), ("1969-12-31", 0, -111_600), ("2000-02-29", 1439, 951_843_540),
    ])
  func zone(date: String, minute: Int, seconds: Int64) {
    // From `date -u -d '2024-03-16T08:00+07' +%s`.
    #expect(Zone.vietnam.instant(day(date), minute: minute).seconds == seconds)
    let (found, time) = Zone.vietnam.civil(Instant(seconds: seconds + 59))
    #expect(found == day(date))
    #expect(time == minute)
  }
}
