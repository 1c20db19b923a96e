import CivilCalendar
import Deadlines
import Expansion
import RuleSyntax
import Rules
import TestSupport
import Testing

/// What is reported is done once it is confirmed, and on the day of the report.
@Suite("Reported, confirmed, returned")
struct ConfirmationTests {
  private var office = Office()
  private let task: TaskID
  private let lead: UnitID
  private let superior: UnitID
  private let today = day("2024-06-10")

  init() {
    superior = office.unit("gd")
    lead = office.unit("cn")
    office.rules.units[lead].superior = superior
    task = office.task("T", by(2024, 5, 31))
    office.rules.tasks[task].leads = [(nil, Assignment(.unit(lead)))]
    office.rules.tasks[task].confirmer = .unit(0)
  }

  private func fact(_ kind: FactKind, _ iso: String, newDay: String? = nil, _ ground: String? = nil) -> Fact.Body {
    Fact.Body(kind, .task(.init(task: task)), day: day(iso), newDay: newDay.map { day($0) }, ground: ground)
  }

  private func duty(_ facts: Fact.Body...) -> Duty<DueDays>? {
    let expander = office.expander(facts)
    #expect(expander.factProblems.isEmpty)
    return expander.obligations(in: everything, of: task).first
  }

  @Test("A request is open for a later day alone: what binds by then needs no answer any more")
  func overtaken() {
    // Due on 31 May.
    func request(_ day: String) -> CivilDate? {
      duty(fact(.extensionAsked, "2024-05-20", newDay: day, "ốm"))?.request?.newDay
    }
    #expect(request("2024-06-01") == day("2024-06-01"))
    #expect(request("2024-05-31") == nil && request("2024-05-30") == nil)
  }

  @Test("A report waits, whatever the day; the day of the report decides whether it was on time")
  func confirmed() {
    #expect(duty()?.status(on: today) == .overdue(days: 10))
    let reported = duty(fact(.reported, "2024-05-30", "12/BC"))
    #expect(reported?.status(on: today) == .reported && reported?.isDone == false)
    #expect(reported?.report?.words == "12/BC")
    let late = duty(fact(.reported, "2024-05-30", "12/BC"), fact(.confirmed, "2024-06-20", "tốt"))
    #expect(late?.closed == .done(on: day("2024-05-30"), document: "12/BC"))
    #expect(late?.status(on: today) == .done(.onTime) && late?.report == nil)
    #expect(late?.course.map(\.kind) == [.reported, .confirmed])
    let done = duty(fact(.done, "2024-06-03"))
    #expect(done?.status(on: today) == .done(.late))
  }

  /// The office leads, and is merged into the successor on 1 June; another unit takes the work on by a hand-over.
  @Test("Who asked for more time stays who asked: who led by then, whoever leads now")
  func askers() throws {
    var office = office
    let (other, successor) = (office.unit("kh"), office.unit("moi"))
    let asked = Fact(fact(.extensionAsked, "2024-05-20", newDay: "2024-06-28"), text: "", span: office.span)
    let handed = office.fact(.reassigned(.init(task: task), to: .unit(other), by: nil))
    func askers(_ facts: [Fact]) -> [Recipient]? {
      Expander(office.rules, facts: facts).obligations(in: everything, of: task).first?.request?.askers
    }
    #expect(askers([asked]) == [.unit(lead)])
    #expect(askers([asked, handed]) == [.unit(lead)])
    #expect(askers([handed, asked]) == [.unit(other)])
    var byFocalPoint = asked
    byFocalPoint.side = FactSide(.focalPoint, of: "gd")
    #expect(askers([byFocalPoint, handed]) == [.unit(lead)])
    office.rules.units[lead].mergedInto = (successor, day("2024-06-01"))
    #expect(askers([asked]) == [.unit(lead)])
    office.rules.units[lead].mergedInto = (successor, day("2024-05-01"))
    #expect(askers([asked]) == [.unit(successor)])
  }

  @Test("What is returned was not done; a new day is an extension")
  func returned() {
    let first = fact(.reported, "2024-05-30")
    let back = duty(first, fact(.returned, "2024-06-03", "thiếu số liệu"))
    #expect(back?.status(on: today) == .overdue(days: 10))
    #expect(back?.marks(on: today, issued: .unknown) == [.returned])
    let moved = duty(first, fact(.returned, "2024-06-03", newDay: "2024-06-28", "thiếu số liệu"))
    #expect(moved?.effective == day("2024-06-28") && moved?.status(on: today) == .open)
    #expect(moved?.marks(on: today, issued: .unknown) == [.returned, .extended])
    let again = duty(
      first, fact(.returned, "2024-06-03", newDay: "2024-06-28", "thiếu"), fact(.reported, "2024-06-27"))
    #expect(again?.status(on: today) == .reported && again?.marks(on: today, issued: .unknown) == [.extended])
    let undone = duty(first, fact(.confirmed, "2024-06-03"), fact(.undone, "2024-06-04"))
    #expect(undone?.status(on: today) == .overdue(days: 10))
  }

  @Test("What was done without a report stays done, and a waived duty stays waived")
  func stays() {
    let done = duty(fact(.done, "2024-05-30"), fact(.returned, "2024-06-03", newDay: "2024-06-28", "thiếu"))
    #expect(done?.closed == .done(on: day("2024-05-30"), document: nil) && done?.isReturned == false)
    let waived = duty(Fact.Body(.waived, .task(.init(task: task)), ground: "thôi"), fact(.reported, "2024-05-30"))
    #expect(waived?.closed == .waived(because: "thôi"))
  }

  @Test("A case that is reported waits by its key, and is done once it is confirmed")
  func cases() {
    var office = Office()
    let lead = office.unit("cn")
    let task = office.task("T", .eachCase(trigger: nil, durations: []))
    office.rules.tasks[task].leads = [(nil, Assignment(.unit(lead)))]
    office.rules.tasks[task].confirmer = .unit(0)
    let report = Fact.Body(.reported, .task(.init(task: task)), day: day("2024-05-05"), ground: "6/TTr")
    let named = Fact.Subject(task: task, key: "6/TTr")
    let waiting = office.expander([report]).openDuties()
    #expect(waiting.map(\.id.key) == ["6/TTr", "once"])
    #expect(waiting.first?.status(on: today) == .reported)
    let confirmed = office.expander([report, Fact.Body(.confirmed, .task(named), day: day("2024-05-08"))])
    #expect(confirmed.factProblems.isEmpty)
    #expect(confirmed.openDuties().first?.closed == .done(on: day("2024-05-05"), document: "6/TTr"))
  }

  @Test("Nobody confirms their own work: the superior, else the leader, else done is done")
  func ownWork() {
    var own = self
    own.office.rules.tasks[task].confirmer = .unit(lead)
    let leads = [Recipient.unit(lead)]
    #expect(own.office.rules.confirmer(of: task, leads: leads) == .unit(superior))
    own.office.rules.units[lead].superior = nil
    own.office.rules.plans[0].leader = .unit(superior)
    #expect(own.office.rules.confirmer(of: task, leads: leads) == .unit(superior))
    own.office.rules.plans[0].leader = .unit(lead)
    #expect(own.office.rules.confirmer(of: task, leads: leads) == nil)
    #expect(own.duty(fact(.reported, "2024-05-30", "12/BC"))?.closed == .done(on: day("2024-05-30"), document: "12/BC"))
  }

  @Test("Without a key a report means the one that is open, a confirmation the one that was reported")
  func withoutKey() {
    var office = Office()
    let task = office.task("T", FactTests.quarterly)
    office.rules.tasks[task].confirmer = .unit(0)
    func about(_ kind: FactKind, _ iso: String) -> Fact.Body {
      Fact.Body(kind, .task(.init(task: task)), day: day(iso))
    }
    let expander = office.expander([
      about(.reported, "2024-03-01"), about(.reported, "2024-06-05"), about(.returned, "2024-06-20"),
    ])
    // Two reports wait, so that which of them is returned cannot be known.
    #expect(expander.factProblems.count == 1)
    let one = office.expander([
      about(.reported, "2024-03-01"), about(.confirmed, "2024-03-04"), about(.reported, "2024-06-05"),
      about(.returned, "2024-06-20"),
    ])
    #expect(one.factProblems.isEmpty)
    let duties = one.obligations(in: everything)
    #expect(duties.map(\.isDone) == [true, false, false, false] && duties[1].isReturned)
  }
}
