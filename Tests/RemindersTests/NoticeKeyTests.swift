import CivilCalendar
import Expansion
import Reminders
import Testing

/// Expected bytes are from `openssl mac -macopt hexkey:000102…0f -macopt size:16 SIPHASH` over the documented fields.
/// A change here sends every notice again.
@Suite("Keys are the same for ever")
struct NoticeKeyTests {
  static let report = NoticeTopic.obligation(ObligationID(plan: "kh", task: "T", key: "2024-Q1"))

  static let keys: [(NoticeKey, String)] = [
    (
      NoticeKey(
        subject: report, step: .before(7, working: false), told: day("2024-03-16"),
        recipient: RecipientName(unit: "vp"), channel: .mail), "c091d94fe5e7f99db457f84b96f16be4"
    ),
    (
      NoticeKey(
        subject: report, step: .before(7, working: false), told: day("2024-03-16"),
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
        subject: .event(plan: "kh", id: "x", key: nil), step: .question(2), told: nil,
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

  static let steps: [Step] = [
    .opening, .assigned, .middle, .during(day("2024-04-01")), .before(7, working: false), .before(3, working: true),
    .overdue(2), .stillOverdue(week: day("2024-04-01")), .superior, .moved(1), .dayGone(1), .released(1),
    .handedOver(2),
    .silenced(until: day("2024-04-30")), .settle, .again(week: day("2024-04-01")), .askDay(0), .question(3),
    .weeklySheet(week: day("2024-04-01")),
  ]

  @Test("A step's code reads back", arguments: steps)
  func codes(step: Step) { #expect(Step(code: step.code) == step) }

  @Test("Codes differ") func distinct() { #expect(Set(Self.steps.map(\.code)).count == Self.steps.count) }

  @Test(arguments: ["", "before", "before:x", "opening:1", "moved:01", "during:2024-02-30", "unknown"])
  func noCode(text: String) { #expect(Step(code: text) == nil) }

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
