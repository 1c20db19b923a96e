import CivilCalendar
import RuleSyntax
import Rules
import TestSupport
import Testing

@testable import Expansion

/// Days by hand: the duty is due on 10 May 2024.
@Suite("Each late day goes to the first cause that holds")
struct DelayTests {
  private func step(_ kind: FactKind, _ iso: String) -> CourseStep {
    CourseStep(Fact.Body(kind, .task(Fact.Subject(task: 0)), day: day(iso)))
  }

  private func duty(
    _ closed: String? = nil, course: [CourseStep] = [], isReported: Bool = false, bound: String? = nil
  ) -> Duty<DueDays> {
    var duty = Duty(
      id: ObligationID(plan: "k", task: "T", key: "once"), task: 0, dueLine: 0,
      state: DueDays(nominal: day("2024-05-10"), effective: day("2024-05-10")),
      closed: closed.map { .done(on: day($0), document: nil) }, course: course)
    if isReported { duty.openReport = course.lastIndex { $0.kind == .reported } }
    duty.bound = bound.map { BoundMoment(day: day($0)) }
    return duty
  }

  private func drawn(_ delay: Delay?) -> [String] {
    delay?.stretches.map { "\($0.cause.rawValue) \($0.days.first)..\($0.days.last)" } ?? []
  }

  private let today = day("2024-05-20")

  @Test("Done by its day it is not late; done later by so many days, all of its own") func plain() {
    #expect(duty("2024-05-10").delay(on: today, DelayCircumstances()) == nil)
    #expect(drawn(duty("2024-05-13").delay(on: today, DelayCircumstances())) == ["own 2024-05-11..2024-05-13"])
    #expect(drawn(duty().delay(on: today, DelayCircumstances())) == ["own 2024-05-11..2024-05-20"])
    #expect(duty().delay(on: day("2024-05-10"), DelayCircumstances()) == nil)
    var waived = duty()
    waived.closed = .waived(because: nil)
    #expect(waived.delay(on: today, DelayCircumstances()) == nil)
    var unknown = duty()
    unknown.closed = .done(on: nil, document: nil)
    #expect(unknown.delay(on: today, DelayCircumstances()) == nil)
  }

  @Test("What bound when it was reported counts, not what the rules say later") func evidence() {
    #expect(duty("2024-05-13", bound: "2024-05-13").delay(on: today, DelayCircumstances()) == nil)
    #expect(
      drawn(duty("2024-05-13", bound: "2024-05-11").delay(on: today, DelayCircumstances()))
        == ["own 2024-05-12..2024-05-13"])
  }

  @Test("The confirmer's days are not the unit's, also where it returns") func confirmation() {
    let returned = duty(
      course: [step(.reported, "2024-05-09"), step(.returned, "2024-05-13"), step(.reported, "2024-05-17")],
      isReported: true)
    #expect(
      drawn(returned.delay(on: today, DelayCircumstances()))
        == [
          "confirmation 2024-05-11..2024-05-13", "own 2024-05-14..2024-05-17", "confirmation 2024-05-18..2024-05-20",
        ])
  }

  @Test("Causes come in their order, and days lost are given back once") func order() {
    var circumstances = DelayCircumstances()
    circumstances.requests = [(day("2024-05-08"), day("2024-05-12"))]
    circumstances.waitedThrough = day("2024-05-13")
    circumstances.silences = [(day("2024-05-12"), day("2024-05-15"))]
    circumstances.daysLost = 2
    let late = duty().delay(on: today, circumstances)
    #expect(
      drawn(late)
        == [
          "decision 2024-05-11..2024-05-12", "waiting 2024-05-13..2024-05-13", "silence 2024-05-14..2024-05-15",
          "told-late 2024-05-16..2024-05-17", "own 2024-05-18..2024-05-20",
        ])
    #expect(late?.total == 10 && late?[.own] == 3 && late?[.decision] == 2)
  }

  @Test("Whatever is drawn, the parts sum to the days behind the binding one") func sums() {
    var random = SeededGenerator(seed: 14)
    for _ in 0..<2_000 {
      func any() -> CivilDate { day("2024-05-01").adding(days: Int.random(in: 0..<40, using: &random)) }
      var course: [CourseStep] = []
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        course.append(step([.reported, .returned, .progress].randomElement(using: &random)!, any().description))
      }
      let isReported = course.contains { $0.kind == .reported } && Bool.random(using: &random)
      let closed = Bool.random(using: &random) ? any() : nil
      let one = duty(closed?.description, course: course, isReported: isReported)
      var circumstances = DelayCircumstances()
      circumstances.requests = [(any(), any())]
      circumstances.silences = [(any(), any())]
      circumstances.waitedThrough = Bool.random(using: &random) ? any() : nil
      circumstances.daysLost = Int.random(in: 0..<9, using: &random)
      let today = any()
      let late = one.delay(on: today, circumstances)
      #expect((late?.total ?? 0) == max((closed ?? today).days(since: day("2024-05-10")), 0))
      #expect(Delay.Cause.allCases.reduce(0) { $0 + (late?[$1] ?? 0) } == late?.total ?? 0)
    }
  }
}
