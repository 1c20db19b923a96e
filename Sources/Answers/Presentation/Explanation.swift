import CivilCalendar
package import Expansion
import RuleSyntax
package import Rules

/// Sentences that lead from the words of a rule to its days, one for each step of the derivation.
///
/// Test blocks of rule books compare the words after *vì / because* with these sentences, so that their wording is part
/// of the rule language.
package struct Explanation {
  package let language: Language
  let names: RuleNames
  let dates: DateWording
  let periods: PeriodWording
  let root: String?

  /// - Parameter root: the folder below which files are named; nil: as they were read.
  package init(_ rules: RuleSet, _ language: Language, below root: String? = nil) {
    self.init(rules, DateWording(language), below: root)
  }

  package init(_ rules: RuleSet, _ dates: DateWording, below root: String? = nil) {
    (language, self.dates, self.root) = (dates.language, dates, root)
    names = RuleNames(rules: rules, language: dates.language)
    periods = PeriodWording(dates)
  }

  /// The sentences on the steps of a duty, on what follows from them, and on what was told on the way.
  package func sentences(for duty: AnyDuty) -> [String] {
    sentences(for: duty.derivation, task: duty.task, dueLine: duty.dueLine) + conclusions(for: duty)
      + duty.course.map(CourseWording(dates).sentence) + (confirmation(of: duty).map { [$0] } ?? [])
  }

  /// What follows from the steps: the day, or why there is none, and how it ended.
  package func conclusions(for duty: AnyDuty) -> [String] {
    switch duty.state {
    case .dated(let days):
      sentences(for: days, duty.closed, isPast: duty.isJudgedByAnother, task: duty.task) + evidence(duty)
    case .open(let open):
      (duty.closed.map { [sentence(for: $0)] } ?? sentences(for: open, task: duty.task)) + evidence(duty)
    }
  }

  /// Who is to confirm what was reported; nil where nothing waits for it.
  package func confirmation(of duty: AnyDuty) -> String? {
    guard duty.report != nil, let confirmer = names.rules.confirmer(of: duty.task, leads: duty.leads) else {
      return nil
    }
    let name = names.recipient(confirmer)
    return language.choose(vi: "Đang chờ \(name) xác nhận.", en: "It waits for \(name) to confirm it.")
  }

  /// By what day it was judged, where that is another than the rules give today.
  private func evidence(_ duty: AnyDuty) -> [String] {
    guard let bound = duty.bound, duty.isJudgedByAnother else { return [] }
    let (day, time) = (dates.day(bound.day), bound.cutoff.map(dates.time))
    return [
      language.choose(
        vi: "Khi ghi nhận, hạn là \(time.map { "\($0) " } ?? "")\(day): "
          + "danh sách, lịch và việc đúng hạn hay trễ tính theo hạn đó.",
        en:
          "When this was recorded, it was due \(time.map { "before \($0) on" } ?? "by") \(day): "
          + "it is listed on that day and judged by it.")
    ]
  }

  /// - Parameter isPast: whether another day bound when it was reported or done, so that this one is only what the rules say.
  private func sentences(for days: DueDays, _ closed: DutyEnd?, isPast: Bool, task: TaskID) -> [String] {
    var sentences = [conclusion(of: days, isPast)]
    if days.certainty == .provisional {
      sentences.append(
        language.choose(
          vi: "Ngày này là tạm tính vì lịch nghỉ chưa được chốt.",
          en: "This day is provisional: the days off are not settled yet."))
    }
    if let pending = days.pending { sentences += self.sentences(for: pending, task: task) }
    if let closed { sentences.append(sentence(for: closed)) }
    if let until = days.isSilencedUntil {
      sentences.append(
        language.choose(
          vi: "Ngừng nhắc đến \(dates.dayInSentence(until)).", en: "Reminders are silenced until \(dates.day(until))."))
    }
    return sentences
  }

  /// The sentences of `steps`. The place of the rule is that of the due line, if `task` is given.
  package func sentences(for steps: [DerivationStep], task: TaskID? = nil, dueLine: Int = 0) -> [String] {
    let span = task.flatMap { names.dueLine(dueLine, of: $0) }?.span
    let place = span.map { "\($0.source.name.path(below: root)):\(SourceLines($0.source).line(of: $0.start))" }
    let sentence = StepSentence(self, place: place)
    return steps.map(sentence.text)
  }

  private func conclusion(of days: DueDays, _ isPast: Bool) -> String {
    let day = dates.weekdayAndDay(days.effective)
    let due: String
    if let cutoff = days.cutoff {
      due = language.choose(
        vi: "\(isPast ? "Theo quy tắc hiện nay, hạn" : "Hạn") là trước \(dates.time(cutoff)) \(day)",
        en: "\(isPast ? "By the rules of today it would be" : "It is") due before \(dates.time(cutoff)) on \(day)")
    } else {
      due = language.choose(
        vi: "\(isPast ? "Theo quy tắc hiện nay, hạn" : "Hạn") là hết \(day)",
        en: "\(isPast ? "By the rules of today it would be" : "It is") due by the end of \(day)")
    }
    guard let opens = days.opens else { return due + "." }
    return due
      + language.choose(
        vi: ", thực hiện từ \(dates.dayInSentence(opens)).", en: "; the work opens on \(dates.day(opens)).")
  }

  private func sentence(for closed: DutyEnd) -> String {
    switch closed {
    case .done(let day, let document):
      language.choose(
        vi: "Đã xong \(day.map(dates.dayInSentence) ?? "nhưng không rõ ngày")"
          + "\(document.map { ", văn bản số \($0)" } ?? "").",
        en: "Done \(day.map { "on \(dates.day($0))" } ?? "on a day that is not known")"
          + "\(document.map { ", document \($0)" } ?? "").")
    case .waived(let reason):
      language.choose(
        vi: "Được miễn\(reason.map { ": \($0)" } ?? "").", en: "Waived\(reason.map { ": \($0)" } ?? "").")
    case .withdrawn(let day):
      language.choose(vi: "Bãi bỏ từ \(dates.dayInSentence(day)).", en: "Withdrawn on \(dates.day(day)).")
    }
  }
}
