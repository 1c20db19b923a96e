import CivilCalendar
import Diagnostics
import Expansion
import Reminders
import Rules
import TestSupport
import Testing

/// What a round knows of each case is looked up, never searched for.
@Suite(.serialized)
struct ScaleTests {
  private static func office(_ lines: [(Instant, String)]) throws -> DrawnOffice {
    var office = try DrawnOffice(
      DrawnOffice.book(
        "  hạn: trong 5 ngày kể từ ngày có đơn",
        more: "sự kiện don: có đơn\n  xảy ra: mỗi vụ việc\n"),
      calendar: WorkingCalendar(.init(weeklyDaysOff: [.saturday, .sunday]), covering: 2020...2030))
    let text = lines.map(\.1).joined(separator: "\n")
    let (facts, problems) = FactFile.read(SourceText(name: "facts", text: text), rules: office.rules)
    try #require(problems.isEmpty)
    office.facts = zip(facts, lines).map { TimedFact($0, recorded: $1.0) }
    return office
  }

  @Test("An agenda and its round grow with the cases, not with their square") func cases() throws {
    func work(_ count: Int) throws -> Double {
      var lines: [(Instant, String)] = []
      for number in 0..<count {
        let on = day("2024-01-01").adding(days: number % 60)
        lines.append((at(on, 9), "có đơn số \(number)/ĐĐ ngày \(on.day)/\(on.month)/2024"))
        lines.append((at(on, 10), "ấn định T kỳ \(number)/ĐĐ hạn 01/6/2024"))
        lines.append((at(on, 11), "chuyển T kỳ \(number)/ĐĐ cho Văn phòng"))
        lines.append((at(on, 12), "T kỳ \(number)/ĐĐ xong ngày 05/3/2024"))
        lines.append((at(on, 13), "mở lại T kỳ \(number)/ĐĐ"))
      }
      let office = try Self.office(lines)
      var least = Double.infinity
      for _ in 0..<4 {
        let time = processorSeconds {
          let agenda = Agenda(office.rules, facts: office.facts, through: day("2025-12-31"))
          let decision = agenda.decide(RoundInput(now: at(day("2024-03-11"), 8)), log: MemoryLog())
          for id in agenda.obligations.prefix(count).map(\.id) { _ = agenda.schedule(of: id) }
          #expect(agenda.obligations.count == count)
          #expect(decision.messages.flatMap(\.notices).count + (decision.held?.messages.count ?? 0) > 0)
        }
        least = min(least, 1000 * time)
      }
      return least
    }
    let (one, four) = (try work(150), try work(600))
    #expect(four < 10 * one, "\(one) ms for 150 cases, \(four) ms for 600")
  }

  @Test("A case is known since its own recording, not since that of a case whose number its own begins with")
  func prefix() throws {
    let office = try Self.office([
      (at(day("2024-03-04"), 7), "có đơn số 12 ngày 04/3/2024"),
      (at(day("2024-03-20"), 7), "có đơn số 1 ngày 20/3/2024"),
    ])
    let agenda = Agenda(office.rules, facts: office.facts, through: day("2025-12-31"))
    let id = try #require(agenda.obligations.first { $0.id.key == "12" }?.id)
    // Recorded before the slot of 4 March, which tells it at once.
    #expect(agenda.schedule(of: id)?.first?.slot == at(day("2024-03-04"), 8))
  }
}
