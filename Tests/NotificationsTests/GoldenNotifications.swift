import CivilCalendar
import Expansion
import FactLog
import Foundation
import Presentation
import TestSupport
import Testing

@testable import Notifications
@testable import Reminders
@testable import Templates

/// One message of each kind, by name.
let letterKinds: [(String, @Sendable (Fixture) -> [Notice])] = [
  ("opening, to the lead", { [$0.notice("I.2", .opens(day("2024-04-01")), on: "2024-04-01")] }),
  (
    "opening, to a support unit",
    { [$0.notice("I.2", .opens(day("2024-04-01")), to: "tt", as: .support, on: "2024-04-01")] }
  ),
  ("already running", { [$0.notice("I.2", .running(known: day("2024-05-06")), on: "2024-05-06")] }),
  ("handed to somebody", { [$0.notice("I.2", .assigned(1), on: "2024-05-06")] }),
  ("halfway", { [$0.notice("I.2", .middle, on: "2024-05-16")] }),
  ("a month of its window begins", { [$0.notice("I.2", .during(day("2024-05-01")), on: "2024-05-02")] }),
  (
    "seven days before, with a time of day",
    { [$0.notice("I.1", .before(7, working: false), on: "2024-03-08")] }
  ),
  ("tomorrow", { [$0.notice("I.1", .before(1, working: false), on: "2024-03-14")] }),
  ("today", { [$0.notice("I.1", .before(0, working: false), on: "2024-03-15")] }),
  ("overdue, the first time", { [$0.notice("I.1", .overdue(1), on: "2024-03-18")] }),
  ("overdue, the third time", { [$0.notice("I.1", .overdue(3), on: "2024-03-26")] }),
  (
    "still overdue",
    { [$0.notice("I.1", .stillOverdue(week: day("2024-04-08"), told: 5), on: "2024-04-08")] }
  ),
  (
    "to the superior",
    {
      [
        $0.notice(
          "I.1", .superior(leadTold: day("2024-03-18"), level: 1), to: "gd", as: .superior, on: "2024-03-22")
      ]
    }
  ),
  (
    "extended",
    {
      [
        $0.notice(
          "I.1", .moved(1, from: day("2024-03-15"), .extended), told: "2024-04-15", before: "2024-03-15",
          on: "2024-03-12")
      ]
    }
  ),
  (
    "set",
    { [$0.notice("I.4", .moved(1, from: nil, .set), told: "2024-09-30", on: "2024-03-12")] }
  ),
  (
    "moved",
    {
      [
        $0.notice(
          "I.1", .moved(2, from: day("2024-03-15"), .recomputed), told: "2024-03-20", before: "2024-03-15",
          on: "2024-03-12")
      ]
    }
  ),
  (
    "final",
    {
      [
        $0.notice(
          "I.1", .moved(1, from: day("2024-03-18"), .announced), before: "2024-03-18", on: "2024-03-12")
      ]
    }
  ),
  (
    "no day any more",
    { [$0.notice("I.4", .dayGone(1, from: day("2024-09-30")), before: "2024-09-30", on: "2024-05-06")] }
  ),
  ("waits again", { [$0.notice("I.4", .dayGone(1, from: nil), on: "2024-05-06")] }),
  (
    "open from another day",
    { [$0.notice("I.4", .openingMoved(1, from: day("2024-03-01")), told: "2024-03-04", on: "2024-03-12")] }
  ),
  ("open again", { [$0.notice("I.4", .openingMoved(1, from: nil), told: "2024-03-04", on: "2024-03-12")] }),
  ("waived", { [$0.notice("I.1", .released(1, .waived), on: "2024-03-12")] }),
  ("withdrawn", { [$0.notice("I.1", .released(1, .withdrawn), on: "2024-03-12")] }),
  ("left to others", { [$0.notice("I.1", .released(1, .left), on: "2024-03-12")] }),
  ("handed over", { [$0.notice("I.1", .handedOver(1), to: "tt", on: "2024-03-12")] }),
  (
    "silenced",
    {
      [
        $0.notice(
          "I.1", .silenced(until: day("2024-04-30")), to: "gd", as: .superior,
          on: "2024-03-12")
      ]
    }
  ),
  (
    "to settle",
    { [$0.notice("I.1", .settle(known: day("2024-11-04")), to: "vp", as: .focalPoint, on: "2024-11-04")] }
  ),
  (
    "asked to confirm",
    {
      [
        $0.notice(
          "I.5", .confirm(0, reported: day("2024-03-25")), told: nil, to: "vp", as: .confirmer, on: "2024-03-28")
      ]
    }
  ),
  ("returned", { [$0.notice("I.6", .returned(1, on: day("2024-03-28")), on: "2024-03-29")] }),
  ("opened again", { [$0.notice("I.6", .reopened(1), on: "2024-03-29")] }),
  (
    "more time asked for",
    { [$0.notice("I.3", .decide(0, asked: day("2024-03-25")), to: "gd", as: .decider, on: "2024-03-26")] }
  ),
  (
    "a request withdrawn",
    { [$0.notice("I.2", .lapsed(1, .requestWithdrawn), to: "gd", as: .decider, on: "2024-06-12")] }
  ),
  (
    "a report taken back",
    { [$0.notice("I.2", .lapsed(1, .reportTakenBack), to: "vp", as: .confirmer, on: "2024-06-12")] }
  ),
  ("more time refused", { [$0.notice("I.2", .refused(1, on: day("2024-06-11")), on: "2024-06-12")] }),
  ("never delivered", { [$0.notice("I.2", .again(week: day("2024-05-06")), on: "2024-05-06")] }),
  ("asked to accept", { [$0.notice("I.2", .askAcceptance(told: day("2024-05-06")), on: "2024-05-08")] }),
  (
    "asked for progress",
    { [$0.notice("I.2", .askProgress(on: day("2024-05-06"), since: day("2024-04-05")), on: "2024-05-06")] }
  ),
  ("asked for a day", { [$0.notice("I.4", .askDay(0, since: day("2024-03-01")), on: "2024-03-04")] }),
  (
    "asked about a timetable",
    {
      [
        $0.notice(
          "I.4", .question(0, .timetable, expected: nil), to: "vp", as: .focalPoint, on: "2024-04-01")
      ]
    }
  ),
  (
    "asked about an event, by webhook",
    {
      [
        $0.notice(
          .event(plan: "kh-2024", id: "y-kien", key: nil),
          .question(1, .event, expected: DayRange(first: day("2024-04-01"), last: day("2024-06-30"))),
          told: "2024-06-30",
          to: "tt", as: .watcher, on: "2024-05-16", by: .webhook)
      ]
    }
  ),
  (
    "asked about one year's event",
    {
      [
        $0.notice(
          .event(plan: "kh-2024", id: "papi", key: "2023"), .question(0, .event, expected: nil), told: nil,
          to: "tt", as: .watcher, on: "2024-05-16")
      ]
    }
  ),
  (
    "provisional and late",
    {
      [
        $0.notice(
          "I.2", .before(30, working: false), on: "2024-06-06", planned: "2024-05-31"
        ) { $0.isProvisional = true }
      ]
    }
  ),
  (
    "classified",
    { [$0.notice("M.1", .before(7, working: false), on: "2024-03-22")] }
  ),
  (
    "several in one message",
    {
      [
        $0.notice("I.1", .overdue(2), on: "2024-03-22"),
        $0.notice("I.3", .before(7, working: false), on: "2024-03-22"),
        $0.notice("M.1", .before(7, working: false), on: "2024-03-22"),
        $0.notice("I.2", .assigned(1), on: "2024-03-22"),
        $0.notice("I.4", .askDay(1, since: day("2024-03-01")), on: "2024-03-22"),
      ]
    }
  ),
  ("the leader's sheet", { [Fixture.sheet($0)] }),
]

extension Fixture {
  static func sheet(_ fixture: Fixture) -> Notice {
    fixture.notice(
      .plan("kh-2024"), .weeklySheet(week: day("2024-03-25")), told: "2024-03-25", to: "gd", as: .leader,
      on: "2024-03-25"
    ) {
      var sheet = WeeklySheet(week: day("2024-03-25"))
      sheet.open = [fixture.obligation("I.2"), fixture.obligation("I.3")]
      sheet.notOpen = [fixture.obligation("I.8")]
      sheet.done = 4
      sheet.undated = [fixture.obligation("I.4")]
      sheet.reported = [fixture.obligation("I.5")]
      sheet.overdue = [fixture.obligation("I.1")]
      sheet.dueThisWeek = [fixture.obligation("I.3")]
      $0.sheet = sheet
    }
  }
}

@Suite("Letters say what a good colleague would")
struct GoldenNotifications {
  private static let fixture = Fixture(
    head: FactHead("128:3f5a0c9d1e2b4a6c8d7e9f00112233445566778899aabbccddeeff0011223344"))

  @Test("The rule book and the templates are clean")
  func clean() { #expect(Self.fixture.diagnostics.map(\.words.en) == []) }

  /// Read by people; written anew with NHACVIEC_RECORD=1, which fails the test.
  @Test("Each kind of message", arguments: Language.allCases)
  func letters(_ language: Language) throws {
    let sections = letterKinds.map { name, notices in
      let letters = Self.fixture.letters(notices(Self.fixture), language)
      let texts = letters.map { letter in
        "Subject: \(letter.subject)\n\n" + (letter.keys.isEmpty ? letter.text : letter.text)
      }
      return "======== \(name)\n\n" + texts.joined(separator: "\n--------\n")
    }
    try compare(sections.joined(separator: "\n"), "letters.\(language.rawValue).txt")
  }

  @Test("Each kind of message in a chat", arguments: Language.allCases)
  func chats(_ language: Language) throws {
    let sections = letterKinds.map { name, notices in
      "======== \(name)\n\n" + Self.fixture.letters(notices(Self.fixture), language).map(\.chat).joined(separator: "\n")
    }
    try compare(sections.joined(separator: "\n\n") + "\n", "chats.\(language.rawValue).txt")
  }

  @Test("A calendar file")
  func calendar() throws {
    let notices = [
      Self.fixture.notice("I.1", .before(7, working: false), on: "2024-03-08") {
        $0.attachesCalendar = true
      }
    ]
    try compare(Self.fixture.letters(notices)[0].calendar ?? "", "calendar.ics")
  }

  @Test("Whatever the notice, templates get every name they may use", arguments: Language.allCases)
  func shapes(_ language: Language) {
    for (_, notices) in letterKinds {
      let notices = notices(Self.fixture)
      let message = OutgoingMessage(
        recipient: notices[0].recipient, unit: notices[0].unit, channel: notices[0].channel, slot: notices[0].slot,
        notices: notices)
      let draft = NotificationDraft(
        message: message, notices: notices,
        words: NotificationWords(templates: Self.fixture.templates, language: language),
        part: 1, parts: 1, book: Self.fixture.book)
      #expect(TemplateShape.fits(.record(draft.digest), NotificationShape.digest))
      #expect(TemplateShape.fits(.record(draft.subject), NotificationShape.subject))
      if draft.views.count == 1 { #expect(TemplateShape.fits(.record(draft.single), NotificationShape.single)) }
      for view in draft.views {
        #expect(TemplateShape.fits(.record(complete(view.values)), NotificationShape.words(.lead)))
      }
      #expect(TemplateShape.fits(.record(complete(draft.several)), NotificationShape.words(.headline)))
    }
  }

  /// With what templates of words take for nothing in the place of names that have no value.
  private func complete(_ values: [String: TemplateValue]) -> [String: TemplateValue] {
    let nothing = NotificationShape.words(.lead).mapValues { shape -> TemplateValue in
      switch shape {
      case .text: .text("")
      case .truth: .truth(false)
      case .list, .texts: .list([])
      }
    }
    return nothing.merging(values) { $1 }
  }

  private func compare(_ text: String, _ name: String) throws {
    let url = repository.appending(path: "Tests/NotificationsTests/golden/\(name)")
    if ProcessInfo.processInfo.environment["NHACVIEC_RECORD"] != nil {
      try Data(text.utf8).write(to: url)
      Issue.record("recorded \(name)")
      return
    }
    let wanted = try String(decoding: Data(contentsOf: url), as: UTF8.self)
    guard text != wanted else { return }
    let (found, expected) = (text.split(separator: "\n"), wanted.split(separator: "\n"))
    let line = zip(found, expected).first { $0 != $1 }
    Issue.record("\(name): \(line.map { "“\($0.0)” instead of “\($0.1)”" } ?? "other length")")
  }
}

extension TemplateShape {
  /// Whether `value` has exactly this shape.
  static func fits(_ value: TemplateValue, _ shape: [String: TemplateShape]) -> Bool {
    guard case .record(let fields) = value, Set(fields.keys) == Set(shape.keys) else { return false }
    return fields.allSatisfy { name, value in
      switch (shape[name], value) {
      case (.text, .text), (.truth, .truth): true
      case (.texts, .list(let items)): items.allSatisfy { if case .text = $0 { true } else { false } }
      case (.list(let item), .list(let items)): items.allSatisfy { fits($0, item) }
      default: false
      }
    }
  }
}
