import CivilCalendar
import Deadlines
import Expansion
import Rules

extension Explanation {
  /// The sentences on why a duty has no day: what it waits for, who watches that, and when it is expected.
  func sentences(for open: OpenState, task: TaskID) -> [String] {
    var sentences: [String] = []
    switch open {
    case .waiting(let events, let expected):
      sentences += waiting(for: events, expected: expected, task: task)
    case .waitingForTask(let other, let key, let expected):
      sentences.append(waiting(for: other, key: key))
      if let expected { sentences.append(expectation(expected)) }
    case .awaitingDate(let timetable, let expected):
      sentences += awaiting(timetable, task: task)
      if let expected { sentences.append(expectation(expected)) }
    case .openUndated(let since):
      sentences.append(
        language.choose(
          vi: "Mở từ \(dates.dayInSentence(since)), không có hạn; chờ đơn vị chủ trì ấn định ngày.",
          en: "Open from \(dates.day(since)), no date; its lead is asked to set one."))
    case .notBefore(let day):
      sentences.append(
        language.choose(
          vi: "Không làm trước \(dates.dayInSentence(day)); không có hạn và không ai bị coi là muộn.",
          en: "It is not to be done before \(dates.day(day)); nothing is due, and nobody is late."))
    case .standing(let first, let last):
      sentences.append(standing(from: first, to: last))
    case .eachCase(let trigger, let active):
      sentences.append(eachCase(trigger, active))
    case .unclear(let words):
      let quote = words.isEmpty ? "" : ": “\(words)”"
      sentences.append(
        language.choose(
          vi: "Kế hoạch chưa rõ hạn\(quote). Cần làm rõ với cơ quan ban hành.",
          en: "The plan leaves the deadline unclear\(quote). It is to be settled with the issuer."))
    }
    return sentences
  }

  /// The sentences on what a duty with a day still waits for.
  func sentences(for pending: DueDays.Pending, task: TaskID) -> [String] {
    switch pending {
    case .events(let events): waiting(for: events, expected: nil, task: task)
    case .timetable(let timetable): awaiting(timetable, task: task)
    case .task(let other): [waiting(for: other, key: other.key)]
    case .occurrence:
      [language.choose(vi: "Chỉ thực hiện khi có phát sinh.", en: "It is owed only as the case arises.")]
    }
  }

  private func waiting(for events: [EventBinding], expected: DayRange?, task: TaskID) -> [String] {
    var sentences = events.map { binding in
      let watchers = names.recipients(names.watchers(of: binding.event, for: task))
      let name = names.event(binding)
      return watchers.isEmpty
        ? language.choose(
          vi: "Đang chờ “\(name)”, chưa được ghi nhận.", en: "Waiting for “\(name)”, not recorded yet.")
        : language.choose(
          vi: "Đang chờ “\(name)”, chưa được ghi nhận; đơn vị theo dõi: \(watchers).",
          en: "Waiting for “\(name)”, not recorded yet; watched by \(watchers).")
    }
    if let expected { sentences.append(expectation(expected)) }
    return sentences
  }

  private func waiting(for task: TaskBinding, key: String?) -> String {
    let id = names.task(task.task)?.id ?? "#\(task.task)"
    let label = task.label.map { " (\($0))" } ?? ""
    let key = key == "once" ? nil : key
    return language.choose(
      vi: "Đang chờ nhiệm vụ \(id)\(label)\(key.map { " kỳ \($0)" } ?? "") hoàn thành hoặc có hạn.",
      en: "Waiting for task \(id)\(label)\(key.map { " at \($0)" } ?? "") to be done or dated.")
  }

  private func expectation(_ expected: DayRange) -> String {
    language.choose(
      vi: "Dự kiến \(dates.range(expected)); được hỏi từ \(dates.dayInSentence(expected.first)), không tính quá hạn.",
      en: "Expected \(dates.range(expected)); asked about from \(dates.day(expected.first)) on, never overdue.")
  }

  private func awaiting(_ timetable: Timetable, task: TaskID) -> [String] {
    let words = periods.text(of: timetable)
    let whom = names.task(task).map { names.recipients($0.leads.map(\.1.recipient)) } ?? ""
    let asked =
      whom.isEmpty ? "" : language.choose(vi: "; hỏi \(whom)", en: "; asked: \(whom)")
    return [
      language.choose(
        vi: "Đang chờ ấn định hạn theo \(words)\(asked).", en: "Awaiting the date that is set by \(words)\(asked).")
    ]
  }

  private func standing(from first: CivilDate, to last: CivilDate?) -> String {
    guard let last else {
      return language.choose(
        vi: "Việc thường xuyên từ \(dates.dayInSentence(first)), không có ngày kết thúc.",
        en: "A standing duty from \(dates.day(first)), without end.")
    }
    return language.choose(
      vi: "Việc thường xuyên \(dates.range(DayRange(first: first, last: last))).",
      en: "A standing duty \(dates.range(DayRange(first: first, last: last))).")
  }

  /// Of all cases, whether any is open or not: a name may begin with *có* and may be a noun or a sentence.
  private func eachCase(_ trigger: EventBinding?, _ active: DayRange?) -> String {
    let span = active.map { ", \(dates.range($0))" } ?? ""
    guard let trigger else {
      return language.choose(vi: "Thực hiện khi có phát sinh\(span).", en: "Owed as the case arises\(span).")
    }
    return language.choose(
      vi: "Phát sinh mỗi lần “\(names.event(trigger))”\(span); mỗi lần được ghi nhận là một việc riêng.",
      en: "Owed each time “\(names.event(trigger))” happens\(span); each time on record is a duty of its own.")
  }
}
