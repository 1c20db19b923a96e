import CivilCalendar
import Deadlines
import Expansion
import RuleSyntax
import Rules
import TestSupport
import Testing

/// What facts about tasks change (decision: strength-of-facts).
@Suite("Facts about tasks")
struct FactTests {
  static let quarterly = DeadlineForm.each(
    .every(.quarter), [Place(.before, .day(.day(17, of: .child(.month, -1, of: .own(.quarter)))))])

  static func done(_ task: TaskID, _ iso: String, key: String? = nil, unit: UnitID? = nil) -> Fact.Body {
    .done(.init(task: task, key: key, unit: unit), on: day(iso), document: nil)
  }

  @Test("Done has a day that decides on time or late; undone opens it again")
  func doneAndUndone() {
    var office = Office()
    let task = office.task("T", Self.quarterly)
    let facts = [Self.done(task, "2024-03-16", key: "2024-Q1"), Self.done(task, "2024-06-20", key: "2024-Q2")]
    let today = day("2024-07-01")
    let statuses = office.expander(facts).obligations(in: everything).map { $0.status(on: today) }
    #expect(statuses == [.done(.onTime), .done(.late), .open, .notOpen])
    let again = facts + [Fact.Body.undone(.init(task: task, key: "2024-Q2"), because: nil)]
    let reopened = office.expander(again).obligations(in: everything).map { $0.status(on: today) }
    #expect(reopened == [.done(.onTime), .overdue(days: 15), .open, .notOpen])
  }

  @Test("Without a key a fact means the single obligation, done the single one that stands open; else a problem")
  func withoutKey() {
    var office = Office()
    let single = office.task("A", window(.period(quarter(1))))
    let several = office.task("B", Self.quarterly)
    // On 1 March only the first quarter is open; on 20 June, with that done, only the second; in July the second and
    // the third.
    let one = office.expander([Self.done(several, "2024-03-01"), Self.done(several, "2024-06-20")])
    #expect(one.obligations(in: everything, of: several).map(\.isClosed) == [true, true, false, false])
    let expander = office.expander([
      Self.done(single, "2023-12-01"), Self.done(several, "2024-03-01"), Self.done(several, "2024-07-03"),
    ])
    #expect(expander.obligations(in: everything, of: single).first?.isClosed == true)
    #expect(expander.obligations(in: everything, of: several).map(\.isClosed) == [true, false, false, false])
    guard case .severalMeant(let ids) = expander.factProblems.first?.reason else {
      Issue.record("no problem reported")
      return
    }
    #expect(ids.map(\.key).sorted() == ["2024-Q2", "2024-Q3"])
    let wrong = office.expander([Self.done(several, "2024-03-01", key: "2023-Q1")])
    #expect(wrong.factProblems.map(\.reason) == [.nothingMeant(task: several, event: nil)])
  }

  @Test("Steps on the way are kept with their duty, in order, and change nothing else")
  func course() {
    var office = Office()
    let task = office.task("T", Self.quarterly)
    let second = Fact.Subject(task: task, key: "2024-Q2")
    let facts = [
      Fact.Body(.accepted, .task(second), day: day("2024-04-02")),
      Fact.Body(.assigned, .task(.init(task: task)), person: "An"),
      Fact.Body(.assigned, .task(.init(task: task)), person: "Bình"),
      Fact.Body(.progress, .task(second), day: day("2024-05-02"), ground: "40%, đang lấy ý kiến"),
      Fact.Body(.progress, .task(second), day: day("2024-05-20"), ground: "chậm 5% so với kế hoạch"),
    ]
    let (before, after) = (office.expander([]), office.expander(facts))
    #expect(after.factProblems.isEmpty)
    let found = after.obligations(in: everything)
    #expect(
      found.map { $0.course.map(\.kind) } == [
        [.assigned], [.accepted, .assigned, .progress, .progress], [.assigned], [.assigned],
      ])
    #expect(found[1].course.map(\.percent) == [nil, nil, 40, nil] && found[1].course[1].person == "Bình")
    let today = day("2024-06-10")
    #expect(found.map { $0.status(on: today) } == before.obligations(in: everything).map { $0.status(on: today) })
    #expect(DutyChange.between(before, after, in: everything).map(\.kind) == [.told, .told, .told, .told])
  }

  @Test("A timetable belongs to its task: a date set for one leaves its neighbour waiting")
  func setForOne() {
    var office = Office(2022...2022)
    let words = DeadlineForm.timetable(Timetable(kinds: [.schedule], source: "tỉnh"))
    let one = office.task("III.1", words)
    let other = office.task("III.4", words)
    let backstop = clauses { $0.backstop = Place(.on, .window(.period(year(2022)))) }
    let firm = office.task("I.2", words, backstop)
    let line = office.line(Deadline(by(2022, 6, 30)))
    let expander = office.expander([.set(.init(task: one), line, by: "Công văn số 100/UBND")])
    #expect(expander.drawn(one) == ["once ..2022-06-30"])
    #expect(expander.openDuties().map(\.id.task) == ["III.4"])
    #expect(expander.drawn(other).isEmpty)
    #expect(expander.drawn(firm) == ["once 2022-01-01..2022-12-31"])
    #expect(expander.obligations(in: everything, of: firm).first?.status(on: day("2022-05-01")) == .waiting)
    let late = office.line(Deadline(by(2023, 2, 15)))
    let set = office.expander([.set(.init(task: firm), late, by: nil)]).obligations(in: everything, of: firm)
    #expect(set.map(\.drawn) == ["once 2022-01-01..2023-02-15"])
    #expect(set.first?.pending == nil)
  }

  @Test("An extension holds until the computed day passes it")
  func extensions() {
    var office = Office()
    let event = office.event("x")
    let task = office.task("T", after("x", CalendarDuration(30, .day)))
    let extended = Fact.Body.extended(.init(task: task), to: day("2024-06-20"), by: "CV 5")
    let early = office.expander([EventTests.happened(event, "2024-05-09"), extended])
    #expect(early.drawn(task) == ["once 2024-05-09..2024-06-20"])
    #expect(early.obligations(in: everything).first?.isExtended == true)
    // 5 June + 30 = 5 July, a Friday.
    let late = office.expander([EventTests.happened(event, "2024-06-05"), extended])
    #expect(late.drawn(task) == ["once 2024-06-05..2024-07-05"])
    #expect(late.obligations(in: everything).first?.isExtended == false)
  }

  @Test("Waived goes before done; silence and reassignment hold for all occurrences without a key")
  func precedence() {
    var office = Office()
    let unit = office.unit("cn")
    let task = office.task("T", Self.quarterly)
    let facts: [Fact.Body] = [
      .waived(.init(task: task, key: "2024-Q1"), because: "…"), Self.done(task, "2024-03-01", key: "2024-Q1"),
      .silenced(.init(task: task), until: day("2024-08-01"), because: nil),
      .reassigned(.init(task: task), to: .unit(unit), by: nil),
    ]
    let found = office.expander(facts).obligations(in: everything)
    #expect(found.first?.status(on: day("2024-05-01")) == .waived)
    #expect(found.allSatisfy { $0.leads == [.unit(unit)] })
    #expect(found.last?.marks(on: day("2024-08-01"), issued: .unknown) == [.silenced])
    #expect(found.last?.marks(on: day("2024-08-02"), issued: .unknown) == [])
  }

  @Test("All that is open changes hands without a key; what was done stays with who led then, until it is opened again")
  func handedOver() {
    var office = Office()
    let (one, two) = (office.unit("a"), office.unit("b"))
    let task = office.task("T", Self.quarterly)
    func leads(_ facts: [Fact.Body]) -> [Recipient] {
      office.expander(facts).obligations(in: everything).flatMap(\.leads)
    }
    let facts: [Fact.Body] = [
      Self.done(task, "2024-03-01", key: "2024-Q1"), .reassigned(.init(task: task), to: .unit(one), by: nil),
      Self.done(task, "2024-06-01", key: "2024-Q2"), .reassigned(.init(task: task), to: .unit(two), by: nil),
    ]
    #expect(leads(facts) == [.unit(0), .unit(one), .unit(two), .unit(two)])
    let opened = facts + [Fact.Body.undone(.init(task: task, key: "2024-Q1"), because: nil)]
    #expect(leads(opened) == [.unit(two), .unit(one), .unit(two), .unit(two)])
    let named = facts + [Fact.Body.reassigned(.init(task: task, key: "2024-Q1"), to: .unit(one), by: nil)]
    #expect(leads(named).first == .unit(one))
  }

  @Test("A withdrawn task ends: what is due after that day is withdrawn")
  func withdrawnTask() {
    var office = Office()
    let task = office.task("T", Self.quarterly)
    office.rules.tasks[task].withdrawn = (on: day("2024-07-01"), by: nil)
    let statuses = office.expander().obligations(in: everything).map { $0.status(on: day("2024-07-02")) }
    #expect(statuses == [.overdue(days: 108), .overdue(days: 16), .withdrawn, .withdrawn])
  }

  @Test("Each unit owes separately; a fact about one leaves the others")
  func eachUnit() {
    var office = Office()
    let units = ["a", "b", "c"].map { office.unit($0) }
    var group = UnitGroup(id: "g", title: "g", span: office.span)
    group.members = units
    office.rules.groups = [group]
    let task = office.task("T", window(.period(quarter(1))))
    office.rules.tasks[task].leads = [(label: nil, Assignment(.group(0), each: true))]
    let all = office.expander().obligations(in: everything)
    #expect(all.map(\.id.description) == ["vd/T@once/a", "vd/T@once/b", "vd/T@once/c"])
    let one = office.expander([Self.done(task, "2024-02-01", unit: units[1])])
    #expect(one.obligations(in: everything).map(\.isClosed) == [false, true, false])
    #expect(office.expander([Self.done(task, "2024-02-01")]).factProblems.count == 1)
    // b merges into c in February: what binds afterwards is c's alone.
    office.rules.units[units[1]].mergedInto = (unit: units[2], from: day("2024-02-01"))
    #expect(office.expander().obligations(in: everything).map(\.id.unit) == ["a", "c"])
  }

  /// A unit that owes for itself beside two groups not kept here, one of them inside another group.
  @Test("A group not kept here owes as a whole, and facts about a unit leave it alone")
  func groupsNotKept() {
    var office = Office()
    let unit = office.unit("a")
    let other = office.unit("b")
    let span = office.span
    func group(_ id: String, _ index: GroupID, members: [UnitID] = [], not: [GroupID]) -> UnitGroup {
      var group = UnitGroup(id: id, title: id, span: span)
      group.members = members
      group.isKeptHere = not != [index]
      group.groupsNotKept = not
      return group
    }
    office.rules.groups = [
      group("huyen", 0, not: [0]), group("xa", 1, not: [1]), group("tat-ca", 2, members: [unit, other], not: [1]),
    ]
    let task = office.task("T", window(.period(quarter(1))))
    office.rules.tasks[task].leads = [
      (label: nil, Assignment(.group(2), each: true)), (label: nil, Assignment(.group(0), each: true)),
    ]
    func closed(_ facts: [Fact.Body]) -> [String] {
      office.expander(facts).obligations(in: everything).filter(\.isClosed).map { $0.id.description }
    }
    let ids = office.expander().obligations(in: everything).map(\.id.description)
    #expect(ids == ["vd/T@once/a", "vd/T@once/b", "vd/T@once/huyen", "vd/T@once/xa"])
    #expect(closed([Self.done(task, "2024-02-01", unit: unit)]) == ["vd/T@once/a"])
    #expect(closed([.done(.init(task: task, group: 0), on: day("2024-02-01"), document: nil)]) == ["vd/T@once/huyen"])
    #expect(closed([.waived(.init(task: task, group: 1), because: nil)]) == ["vd/T@once/xa"])
    #expect(closed([.waived(.init(task: task, unit: other), because: nil)]) == ["vd/T@once/b"])
    let extended = office.expander([.extended(.init(task: task, unit: unit), to: day("2024-05-02"), by: nil)])
    let moved = extended.obligations(in: everything).filter { $0.effective == day("2024-05-02") }
    #expect(moved.map { $0.id.unit } == ["a"])
    let silenced = office.expander([.silenced(.init(task: task, group: 1), until: day("2024-02-01"), because: nil)])
    let silent = silenced.obligations(in: everything).filter { $0.isSilencedUntil != nil }
    #expect(silent.map { $0.id.unit } == ["xa"])
  }

  @Test("Where a unit owes for itself and others together, a fact about one means what it owes")
  func sharedBesideEach() {
    var office = Office()
    let one = office.unit("a")
    let lead = office.unit("b")
    let stranger = office.unit("c")
    let task = office.task("T", window(.period(quarter(1))))
    office.rules.tasks[task].leads = [
      (label: nil, Assignment(.unit(one), each: true)), (label: nil, Assignment(.unit(lead))),
    ]
    func closed(_ unit: UnitID) -> [String?] {
      office.expander([Self.done(task, "2024-02-01", unit: unit)]).obligations(in: everything).filter(\.isClosed)
        .map { $0.id.unit }
    }
    #expect(closed(one) == ["a"])
    #expect(closed(lead) == [nil])
    #expect(closed(stranger) == [])
    #expect(office.expander([Self.done(task, "2024-02-01", unit: stranger)]).factProblems.count == 1)
  }

  @Test("A fact about one unit's part says nothing of the whole once another lead owes it alone")
  func partOfWhole() {
    var office = Office()
    let (one, two, lead) = (office.unit("a"), office.unit("b"), office.unit("c"))
    let task = office.task("T", window(.period(quarter(1))))
    func closed(_ leads: [Assignment], _ facts: [Fact.Body]) -> [String] {
      office.rules.tasks[task].leads = leads.map { (label: nil, $0) }
      return office.expander(facts).obligations(in: everything).filter(\.isClosed).map { $0.id.description }
    }
    let each = [Assignment(.unit(one), each: true), Assignment(.unit(two), each: true)]
    let done = [Self.done(task, "2024-02-01", key: "once", unit: one)]
    #expect(closed(each, done) == ["vd/T@once/a"])
    #expect(closed([Assignment(.unit(lead))], done) == [])
    #expect(office.expander(done).factProblems.map(\.reason) == [.notOwed(by: "a", leads: ["c"])])
    // Without a key, and of a kind that holds for all.
    #expect(closed([Assignment(.unit(lead))], [Self.done(task, "2024-02-01", unit: one)]) == [])
    let handed = [Fact.Body.reassigned(.init(task: task, unit: one), to: .unit(two), by: nil)]
    office.rules.tasks[task].leads = [(label: nil, Assignment(.unit(lead)))]
    #expect(office.expander(handed).obligations(in: everything).map(\.leads) == [[.unit(lead)]])
    #expect(office.expander(handed).factProblems.count == 1)
    // Leads that owe together, and to whom the work was handed over, close it.
    #expect(closed([Assignment(.unit(lead)), Assignment(.unit(one))], done) == ["vd/T@once"])
    let given = [Fact.Body.reassigned(.init(task: task), to: .unit(one), by: nil)]
    #expect(closed([Assignment(.unit(lead))], given + done) == ["vd/T@once"])
  }

  @Test("A case of what is owed as it arises is noted by its key, its document or its day; nothing is ever overdue")
  func notedCases() {
    var office = Office()
    let task = office.task("T", .eachCase(trigger: nil, durations: []))
    let facts: [Fact.Body] = [
      Self.done(task, "2024-05-10", key: "12/TTr"),
      .done(.init(task: task), on: day("2024-06-03"), document: "20/BC"), Self.done(task, "2024-07-01"),
      Self.done(task, "2024-08-01", key: "wrong"), .undone(.init(task: task, key: "wrong"), because: nil),
    ]
    let expander = office.expander(facts)
    #expect(expander.factProblems.isEmpty)
    let duties = expander.openDuties(of: task)
    #expect(duties.map(\.id.key).sorted() == ["12/TTr", "20/BC", "2024-07-01", "once"])
    let today = day("2024-12-31")
    #expect(duties.filter { $0.id.key != "once" }.allSatisfy { $0.status(on: today) == .done(.noDueDay) })
    #expect(duties.filter { $0.id.key == "once" }.map { $0.status(on: today) } == [.waiting])
    #expect(expander.obligations(in: everything).isEmpty)
    // A key that a rhythm beside it does not have stays an error.
    let report = office.task("R", Self.quarterly)
    office.rules.tasks[report].due[0].deadline.items.append(
      DeadlineItem(label: "đột xuất", form: .eachCase(trigger: nil, durations: []), clauses: DeadlineClauses()))
    #expect(office.expander([Self.done(report, "2024-03-01", key: "2024-Q5")]).factProblems.count == 1)
    let sudden = office.expander([
      .done(.init(task: report, label: "đột xuất", key: "7/BC"), on: day("2024-03-01"), document: nil)
    ])
    #expect(sudden.factProblems.isEmpty)
    #expect(sudden.openDuties(of: report).map(\.id.description) == ["vd/R:đột xuất@7/BC", "vd/R:đột xuất@once"])
  }

  @Test("Cases within several windows stand in each of them")
  func casesInWindows() {
    var office = Office(2022...2022)
    let months = [1, 5].map { Place(.on, .window(.period(month($0, 2022)))) }
    let task = office.task("T", .at(months), clauses { $0.gate = .asItArises })
    let expander = office.expander()
    #expect(expander.obligations(in: everything).isEmpty)
    let active = expander.openDuties(of: task).map { duty -> String in
      guard case .eachCase(nil, let days?) = duty.state else { return "\(duty.state)" }
      return "\(duty.id.key) \(days.first)..\(days.last)"
    }
    #expect(active == ["2022-01 2022-01-01..2022-01-31", "2022-05 2022-05-01..2022-05-31"])
    #expect(office.expander([Self.done(task, "2022-05-20", key: "3/TTr")]).openDuties(of: task).count == 3)
  }

  @Test("A merged unit's open work moves to its successor")
  func merger() {
    var office = Office()
    let old = office.unit("old")
    let new = office.unit("new")
    office.rules.units[old].mergedInto = (unit: new, from: day("2024-07-01"))
    let task = office.task("T", Self.quarterly)
    office.rules.tasks[task].leads = [(label: nil, Assignment(.unit(old)))]
    #expect(
      office.expander().obligations(in: everything).map(\.leads)
        == [[.unit(old)], [.unit(old)], [.unit(new)], [.unit(new)]])
  }

  @Test("No lead: the plan's focal point")
  func focalPoint() {
    var office = Office()
    office.task("T", by(2024, 5, 1))
    #expect(office.expander().obligations(in: everything).first?.leads == [.unit(0)])
  }

  @Test("What was due before the plan's issue is to settle")
  func toSettle() {
    var office = Office()
    office.task("T", by(2023, 12, 25, .before))
    let obligation = office.expander().obligations(in: everything).first
    #expect(obligation?.marks(on: day("2024-01-20"), issued: .on(day("2024-01-15"))) == [.toSettle])
    #expect(obligation?.marks(on: day("2024-01-20"), issued: .unknown) == [])
  }

  @Test("A standing duty stands apart; its reviews are obligations")
  func standing() {
    var office = Office()
    let task = office.task(
      "T", .standing(nil), clauses { $0.review = .every(.quarter, interval: 1) })
    let expander = office.expander()
    guard case .standing(let first, let last) = expander.openDuties().first?.state else {
      Issue.record("not standing")
      return
    }
    #expect(first == day("2024-01-01") && last == day("2024-12-31"))
    #expect(
      expander.obligations(in: everything, of: task).map(\.id.key) == ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"])
  }

  @Test("Phases are labels")
  func phases() {
    var office = Office(2021...2030)
    let task = office.task("P.1", .unclear(""))
    office.rules.tasks[task].due = [
      office.line(
        Deadline(items: [
          DeadlineItem(
            label: "xây dựng", form: window(.through(.period(year(2022)), .period(year(2023)))),
            clauses: DeadlineClauses()),
          DeadlineItem(
            label: "duy trì", form: window(.through(.period(year(2024)), .period(year(2030)))),
            clauses: DeadlineClauses()),
        ]))
    ]
    #expect(
      office.expander().obligations(in: everything).map { "\($0.id) \($0.drawn)" } == [
        "vd/P.1:xây dựng@once once 2022-01-01..2023-12-31", "vd/P.1:duy trì@once once 2024-01-01..2030-12-31",
      ])
  }

  @Test("Done work that gets its document is judged by the day that bound when it was done")
  func documentLater() {
    var office = Office()
    let task = office.task("T", window(.period(quarter(1))))
    let subject = Fact.Subject(task: task)
    // It was done on 18 January, when it was due on the 20th; the plan has the 10th by now.
    var done = Fact.Body.done(subject, on: day("2024-01-18"), document: nil)
    done.bound = BoundMoment(day: day("2024-01-20"))
    var again = Fact.Body.done(subject, on: day("2024-01-18"), document: "9/CV")
    again.bound = BoundMoment(day: day("2024-01-10"))
    let duties = office.expander([done, again]).duties(in: everything).all
    #expect(duties.map(\.closed) == [.done(on: day("2024-01-18"), document: "9/CV")])
    #expect(duties.map { $0.status(on: day("2024-02-01")) } == [.done(.onTime)])
    // Another day is another end.
    again.day = day("2024-01-19")
    #expect(
      office.expander([done, again]).duties(in: everything).all.map { $0.status(on: day("2024-02-01")) }
        == [.done(.late)])
  }
}

extension Duty<DueDays> {
  var isClosed: Bool { closed != nil }
}
