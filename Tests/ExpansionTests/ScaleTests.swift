import CivilCalendar
import Deadlines
import Expansion
import Rules
import TestSupport
import Testing

/// Four times the cases of one event are about four times the work, whatever is asked; it was sixteen times. Times are
/// those of the processor, the least of several runs, and a ratio of ten tells four from sixteen on a busy machine too.
@Suite(.serialized)
struct ScaleTests {
  static let few = 400

  /// One event of each case, and a task of every kind that looks it up.
  private static func office() -> Office {
    var office = Office()
    office.event("don", .eachCase)
    office.event("doi-chieu", .eachCase)
    let both = EventExpression.all([EventMention("don"), EventMention("doi-chieu")])
    office.task("T", after("don", CalendarDuration(5, .workingDay)))
    office.task("U", .eachCase(trigger: .single(EventMention("don")), durations: []))
    office.task(
      "G", after("don", CalendarDuration(3, .day)), clauses { $0.gate = .event(.single(EventMention("don"))) })
    office.task("B", .counted(CountedDeadline(.within, [CalendarDuration(1, .day)], of: .event(both))))
    office.task("K", .eachCase(trigger: nil, durations: []))
    return office
  }

  private static func facts(_ count: Int, _ office: Office) -> [Fact] {
    var bodies: [Fact.Body] = []
    for number in 0..<count {
      let on = day("2024-01-01").adding(days: number % 300)
      bodies.append(.happened(1, key: nil, reference: "\(number)/ĐĐ", on: on, at: nil))
      bodies.append(.happened(2, key: nil, reference: "\(number)/ĐĐ", on: on, at: nil))
      bodies.append(.done(.init(task: 0, key: "\(number)/ĐĐ"), on: on, document: nil))
      bodies.append(.done(.init(task: 4), on: on, document: "\(number)/TB"))
      bodies.append(.silenced(.init(task: 1), until: on, because: nil))
      if number.isMultiple(of: 7) {
        bodies.append(.corrected(1, key: nil, reference: "\(number)/ĐĐ", to: on.adding(days: 1)))
      }
    }
    return bodies.map(office.fact)
  }

  /// Milliseconds.
  private static func least(_ body: () -> Void) -> Double {
    (0..<5).map { _ in 1000 * processorSeconds(of: body) }.min() ?? 0
  }

  @Test("listing, explaining and settling grow with the cases, not with their square", arguments: [false, true])
  func cases(explained: Bool) {
    let office = Self.office()
    func work(_ count: Int) -> Double {
      let facts = Self.facts(count, office)
      var owed = 0
      let time = Self.least {
        let expander = Expander(office.rules, facts: facts)
        let all = DayRange(first: .first, last: .last)
        owed = expander.obligations(in: all, explained: explained).count
        owed += expander.openDuties(explained: explained).count
        for index in facts.indices { _ = expander.settledSubject(ofFact: index) }
      }
      // T, G and B owe one for each case; U and K have one open for each; and what stands by for the next of T, U, G, B, K.
      #expect(owed == 5 * count + 5)
      return time
    }
    let (one, four) = (work(Self.few), work(4 * Self.few))
    #expect(four < 10 * one, "\(one) ms for \(Self.few) cases, \(four) ms for four times as many")
  }

  @Test("a duty that thousands of units owe each for itself")
  func units() {
    func work(_ count: Int) -> Double {
      var office = Office()
      let units = (0..<count).map { office.unit("xa-\($0)") }
      let task = office.task("X", by(2024, 6, 30))
      office.rules.tasks[task].leads = units.map { (nil, Assignment(.unit($0), each: true)) }
      let facts = units.map { unit in
        office.fact(.done(.init(task: task, key: "once", unit: unit), on: day("2024-05-01"), document: nil))
      }
      return Self.least {
        let owed = Expander(office.rules, facts: facts).obligations(in: DayRange(first: .first, last: .last))
        #expect(owed.count == count)
        #expect(owed.allSatisfy { $0.closed == .done(on: day("2024-05-01"), document: nil) })
      }
    }
    let (one, four) = (work(Self.few), work(4 * Self.few))
    #expect(four < 10 * one, "\(one) ms for \(Self.few) units, \(four) ms for four times as many")
  }
}
