import CivilCalendar
package import Deadlines
package import Diagnostics

/// Reads the fields of `cách nhắc`, in a block of its own or inside a task's `nhắc`.
package struct PolicyReader: Sendable {
  let deadlines: DeadlineReader

  package init(deadlines: DeadlineReader) { self.deadlines = deadlines }

  /// Why a field could not be read: what could stand there instead.
  package struct Failure: Error, Sendable {
    package var expected: Bilingual

    package init(expected: Bilingual) { self.expected = expected }
  }

  /// One field of a block: its key, the words in brackets, its value.
  package func field(_ key: FieldKey, condition: String?, value: String) -> Result<PolicyField, Failure> {
    guard let bound = condition.map(self.condition) ?? .always else {
      return failure("(kỳ dài từ 90 ngày), (phối hợp)", "(windows of 90 days or more), (support)")
    }
    if key == .atStart, bound == .support {
      let line = WordLine(value)
      if line.match(0, ["cùng chủ trì", "cùng đơn vị chủ trì", "with the lead"]) == line.count {
        return .success(PolicyField(.startWithLead, if: bound))
      }
      guard FixedValues.yesNo(value) != nil else {
        return failure("có; không; cùng chủ trì", "yes; no; with the lead")
      }
    }
    return setting(key, value).map { PolicyField($0, if: bound) }
  }

  /// One piece of a task's `nhắc`: `trước 15, 7, 1 ngày`, with or without a colon; nil if it does not begin with a
  /// field.
  package func inlineField(_ text: String) -> Result<PolicyField, Failure>? {
    let line = WordLine(text)
    var best: (key: FieldKey, end: Int)?
    for key in BlockKeyword.reminders.fields where key != .basedOn && !BlockKeyword.common.contains(key) {
      let surfaces = VietnameseKeywords.surfaces(of: key) + EnglishKeywords.surfaces(of: key)
      if let end = line.match(0, surfaces), end > best?.end ?? 0 { best = (key, end) }
    }
    guard let (key, start) = best else { return nil }
    var next = start
    var condition: String?
    if line.key(next) == "(", let close = (next..<line.count).first(where: { line.key($0) == ")" }) {
      condition = line.text(next + 1, close)
      next = close + 1
    }
    if line.key(next) == ":" { next += 1 }
    return field(key, condition: condition, value: line.text(next, line.count))
  }

  /// *kỳ dài từ 90 ngày*, *windows of 90 days or more*, *phối hợp*, *support*.
  func condition(_ text: String) -> PolicyField.Condition? {
    let line = WordLine(text)
    if line.count == line.match(0, ["phối hợp", "support"]) { return .support }
    if let start = line.match(0, ["kỳ dài từ", "kỳ từ", "kì dài từ"]), let days = line.number(start, in: 1...99_999),
      line.key(start + 1) == "ngày", line.match(start + 2, ["trở lên"]) ?? (start + 2) == line.count
    {
      return .windowsOfAtLeast(days: days)
    }
    if let start = line.match(0, ["windows of"]), let days = line.number(start, in: 1...99_999),
      line.match(start + 1, ["days or more"]) == line.count
    {
      return .windowsOfAtLeast(days: days)
    }
    return nil
  }

  // MARK: Settings

  private func setting(_ key: FieldKey, _ value: String) -> Result<PolicyField.Setting, Failure> {
    let line = WordLine(value)
    switch key {
    case .before: return before(line)
    case .atStart: return yesNo(value, PolicyField.Setting.atStart)
    case .onTheDay: return yesNo(value, PolicyField.Setting.onTheDay)
    case .urgent: return yesNo(value, PolicyField.Setting.urgent)
    case .attachCalendar: return yesNo(value, PolicyField.Setting.attachCalendar)
    case .during: return during(value)
    case .overdue: return overdue(line)
    case .tellSuperior: return after(value, (5, true)) { .tellSuperior(after: $0) }
    case .askToAccept: return after(value, (2, true)) { .askToAccept(after: $0) }
    case .askForProgress: return after(value, (30, false)) { .askForProgress(after: $0) }
    case .ask:
      if FixedValues.yesNo(value) == false { return .success(.ask(every: nil)) }
      guard let lead = interval(line, ["mỗi", "every"]) else {
        return failure("mỗi 20 ngày làm việc; không", "every 20 working days; no")
      }
      return .success(.ask(every: lead))
    case .askToConfirm: return askToConfirm(line)
    case .audience: return audience(value)
    case .at:
      guard let time = line.time(0), time.end == line.count, time.value.minutes < 24 * 60 else {
        return failure("một giờ như 08:00", "a time like 08:00")
      }
      return .success(.at(time.value))
    default: return failure("một trường của cách nhắc", "a field of reminders")
    }
  }

  /// `sau 5 ngày làm việc`, `không`.
  private func after(
    _ value: String, _ example: (days: Int, working: Bool), _ make: (PolicyField.Lead?) -> PolicyField.Setting
  ) -> Result<PolicyField.Setting, Failure> {
    if FixedValues.yesNo(value) == false { return .success(make(nil)) }
    guard let lead = interval(WordLine(value), ["sau", "after"]) else {
      return failure(
        "sau \(example.days) ngày\(example.working ? " làm việc" : ""); không",
        "after \(example.days) \(example.working ? "working " : "")days; no")
    }
    return .success(make(lead))
  }

  private func yesNo(
    _ value: String, _ make: (Bool) -> PolicyField.Setting
  ) -> Result<PolicyField.Setting, Failure> {
    FixedValues.yesNo(value).map { .success(make($0)) } ?? failure("có; không", "yes; no")
  }

  /// `15, 7, 1 ngày`, `10, 3 ngày làm việc`, `30 ngày, 3 ngày làm việc`.
  private func before(_ line: WordLine) -> Result<PolicyField.Setting, Failure> {
    if line.count == 1, FixedValues.yesNo(line.text) == false { return .success(.before([])) }
    var leads: [PolicyField.Lead] = []
    var open: [Int] = []
    var index = 0
    while index < line.count {
      guard let days = line.number(index, in: 0...3660) else { break }
      open.append(days)
      index += 1
      if let unit = dayUnit(line, index) {
        leads += open.map { PolicyField.Lead(days: $0, working: unit.working) }
        open = []
        index = unit.end
      }
      guard let next = line.match(index, [",", ";", "và", "and"]) else { break }
      index = next
    }
    guard index == line.count, open.isEmpty, !leads.isEmpty else {
      return failure("15, 7, 1 ngày; 3, 1 ngày làm việc", "15, 7, 1 days; 3, 1 working days")
    }
    return .success(.before(leads))
  }

  private func dayUnit(_ line: WordLine, _ index: Int) -> (working: Bool, end: Int)? {
    if let end = line.match(index, ["ngày làm việc", "working days", "working day"]) { return (true, end) }
    if let end = line.match(index, ["ngày", "days", "day"]) { return (false, end) }
    return nil
  }

  /// `mỗi 3 ngày làm việc`; the whole line.
  private func interval(_ line: WordLine, _ words: [String]) -> PolicyField.Lead? {
    guard let lead = lead(line, words), lead.end == line.count else { return nil }
    return lead.value
  }

  private func lead(_ line: WordLine, _ words: [String]) -> (value: PolicyField.Lead, end: Int)? {
    guard let start = line.match(0, words), let days = line.number(start, in: 1...3660),
      let unit = dayUnit(line, start + 1)
    else { return nil }
    return (PolicyField.Lead(days: days, working: unit.working), unit.end)
  }

  /// `mỗi 3 ngày làm việc, tối đa 5 lần`.
  private func overdue(_ line: WordLine) -> Result<PolicyField.Setting, Failure> {
    if FixedValues.yesNo(line.text) == false { return .success(.overdue(every: nil, atMost: nil)) }
    if let lead = lead(line, ["mỗi", "every"]) {
      if lead.end == line.count { return .success(.overdue(every: lead.value, atMost: nil)) }
      if line.key(lead.end) == ",", let most = line.match(lead.end + 1, ["tối đa", "at most"]),
        let times = line.number(most, in: 1...10_000), line.match(most + 1, ["lần", "times", "time"]) == line.count
      {
        return .success(.overdue(every: lead.value, atMost: times))
      }
    }
    return failure("mỗi 3 ngày làm việc, tối đa 5 lần; không", "every 3 working days, at most 5 times; no")
  }

  /// `sau 3 ngày làm việc, rồi mỗi 7 ngày`.
  private func askToConfirm(_ line: WordLine) -> Result<PolicyField.Setting, Failure> {
    if FixedValues.yesNo(line.text) == false { return .success(.askToConfirm(nil)) }
    guard let after = lead(line, ["sau", "after"]), let then = line.match(after.end, [", rồi", ", then"]),
      let every = interval(WordLine(line.text(then, line.count)), ["mỗi", "every"])
    else { return failure("sau 3 ngày làm việc, rồi mỗi 7 ngày; không", "after 3 working days, then every 7 days; no") }
    return .success(.askToConfirm(PolicyField.Asking(after: after.value, every: every)))
  }

  /// `giữa kỳ`, a rhythm (`hằng quý`), `không`.
  private func during(_ value: String) -> Result<PolicyField.Setting, Failure> {
    if FixedValues.yesNo(value) == false { return .success(.during(middle: false, nil)) }
    if [FoldedName("giữa kỳ"), FoldedName("middle"), FoldedName("the middle")].contains(FoldedName(value)) {
      return .success(.during(middle: true, nil))
    }
    if let rhythm = deadlines.rhythm(value) { return .success(.during(middle: false, rhythm)) }
    return failure("giữa kỳ; hằng tháng; hằng quý; không", "middle; every month; every quarter; no")
  }

  private func audience(_ value: String) -> Result<PolicyField.Setting, Failure> {
    let fixed: [(words: [String], value: PolicyField.Audience)] = [
      (["chủ trì", "lead"], .lead), (["phối hợp", "support"], .support), (["theo dõi", "watcher"], .watcher),
      (["nơi nhận", "addressee", "addressees", "to"], .addressee),
    ]
    var audience: [PolicyField.Audience] = []
    for piece in value.split(separator: ";") {
      if let known = FixedValues.look(String(piece), fixed) {
        audience.append(known)
        continue
      }
      // A comma separates only the fixed words: it may be part of a unit's name.
      let parts = piece.split(separator: ",").map { FixedValues.look(String($0), fixed) }
      let known = parts.compactMap { $0 }
      if known.count == parts.count {
        audience += known
      } else {
        let name = WordLine(String(piece))
        audience.append(.named(name.text(0, name.count)))
      }
    }
    return audience.isEmpty
      ? failure("chủ trì; phối hợp; theo dõi; nơi nhận; tên một đơn vị", "lead; support; watcher; to; a unit's name")
      : .success(.to(audience))
  }

  private func failure<Value>(_ vi: String, _ en: String) -> Result<Value, Failure> {
    .failure(Failure(expected: Bilingual(vi: vi, en: en)))
  }
}
