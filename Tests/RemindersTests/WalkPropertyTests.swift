import CivilCalendar
import Reminders
import RuleSyntax
import Rules
import TestSupport
import Testing

/// What holds for every rule book, every story and every way of running rounds.
@Suite("Properties of rounds")
struct WalkPropertyTests {
  static let start = at(day("2024-03-01"), 7)
  static let end = at(day("2024-07-15"), 23)

  private func walk(_ book: RandomBook, _ rounds: (inout RoundWalk) -> Void) -> RoundWalk {
    var walk = RoundWalk(book.office.rules, facts: book.office.facts, through: day("2025-12-31"))
    rounds(&walk)
    return walk
  }

  private func drawnNotice(_ notice: Notice) -> String {
    let (date, minute) = Zone.vietnam.civil(notice.slot.instant)
    return "\(date)+\(notice.slot.isUrgent ? -1 : minute) \(notice.recipient) \(notice.subject) \(notice.kind.code)"
  }

  @Test("Rounds at the named instants send what rounds every ten hours send", arguments: 1...3)
  func wakingIsEnough(seed: Int) throws {
    let book = try RandomBook(UInt64(seed))
    let woken = walk(book) { $0.walk(from: Self.start, until: Self.end) }
    let polled = walk(book) { walk in
      let facts = book.office.facts.compactMap(\.recorded).filter { $0 >= Self.start }
      let hours = stride(from: Self.start.seconds, through: Self.end.seconds, by: 36_000).map(Instant.init(seconds:))
      for now in Set(hours + facts).sorted() { walk.round(at: now) }
    }
    let (one, other) = (Set(woken.notices.map(drawnNotice)), Set(polled.notices.map(drawnNotice)))
    #expect(
      one == other,
      "only woken: \(one.subtracting(other).sorted().prefix(3)) only polled: \(other.subtracting(one).sorted().prefix(3)) \(book.story)"
    )
  }

  @Test("Deciding twice changes nothing", arguments: 1...3)
  func twice(seed: Int) throws {
    let book = try RandomBook(UInt64(seed))
    var numbers = SeededGenerator(seed: UInt64(seed) + 1000)
    _ = walk(book) { walk in
      var now = Self.start
      while now < Self.end {
        let last = walk.lastRound
        walk.round(at: now)
        // Also if the first of the two was not remembered as a round.
        let again = walk.round(at: now) { input in if numbers.next() % 2 == 0 { input.lastRound = last } }
        #expect(again.messages.isEmpty, "\(again.notices.map(drawnNotice)) \(book.story)")
        now = now.adding(seconds: Int64(numbers.next() % 300_000) + 600)
      }
    }
  }

  @Test(
    "Wherever rounds fall: one message a slot, none on days off, no key twice, the superior after the lead",
    arguments: 1...3)
  func always(seed: Int) throws {
    let book = try RandomBook(UInt64(seed))
    var numbers = SeededGenerator(seed: UInt64(seed) + 2000)
    let result = walk(book) { walk in
      var now = Self.start
      while now < Self.end {
        walk.round(at: now)
        // Mostly minutes, now and then a fortnight of downtime.
        now = now.adding(seconds: Int64(numbers.next() % (numbers.next() % 9 == 0 ? 1_200_000 : 40_000)) + 300)
      }
    }
    let calendar = book.office.rules.calendars[book.office.rules.plans[0].calendar].calendar
    var slots: Set<String> = []
    for message in result.messages {
      #expect(slots.insert("\(message.recipient) \(message.channel) \(message.slot)").inserted)
      #expect(message.slot.isUrgent || calendar.isWorking(Zone.vietnam.day(of: message.slot.instant)) == true)
      // One obligation speaks once in a message.
      #expect(Set(message.notices.map(\.subject)).count == message.notices.count, "\(message.notices.map(drawnNotice))")
    }
    #expect(Set(result.notices.map(\.key)).count == result.notices.count)
    for sheet in result.notices.compactMap(\.sheet) { expectOnceEach(sheet) }
    for notice in result.notices where notice.kind.name == .superior {
      let told = result.notices.filter {
        $0.subject == notice.subject && $0.told == notice.told && $0.kind.name.isOverdue
      }
      let day = Zone.vietnam.day(of: notice.slot.instant)
      #expect(
        told.contains {
          calendar.workingDay(1, after: Zone.vietnam.day(of: $0.slot.instant)).map { $0 <= day } ?? false
        })
    }
  }
}
