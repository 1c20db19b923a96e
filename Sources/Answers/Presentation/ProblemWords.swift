import CivilCalendar
import Deadlines
package import Diagnostics
package import Expansion
import Rules

/// Says in both languages why something could not be given a day.
package enum ProblemWords {
  private static func noPeriod(_ period: PeriodExpression) -> Bilingual {
    let why: Bilingual =
      switch (period.year, period.unit) {
      case (nil, _):
        .init(
          vi: "kỳ không nêu năm mà kế hoạch có nhiều năm, hoặc lịch chưa khai kỳ này (học kỳ)",
          en: "it names no year and the plan has several, or the calendar does not declare it (a term)")
      case (_, .term?):
        .init(vi: "lịch chưa khai kỳ này (học kỳ)", en: "the calendar does not declare it (a term)")
      case (let year?, _): .init(vi: "năm \(year) không có kỳ ấy", en: "\(year) has none of it")
      }
    return Bilingual(
      vi: "Không có kỳ này (\(text(of: period, .vi))): \(why.vi).",
      en: "There is no such period (\(text(of: period, .en))): \(why.en).")
  }

  package static func words(_ reason: ExpansionProblem.Reason) -> Bilingual {
    switch reason {
    case .noSuchPeriod(let period): noPeriod(period)
    case .noSuchDay:
      Bilingual(
        vi: "Trên lịch không có ngày này, hoặc ngày không nêu năm mà kế hoạch có nhiều năm.",
        en: "The calendar has no such day, or it names no year and the plan has several.")
    case .noSuchPart:
      Bilingual(
        vi: "Phần này của kỳ chưa có cách hiểu thống nhất.", en: "That part of that period has no settled reading.")
    case .endsBeforeItBegins(let first, let last):
      Bilingual(
        vi: "Kết thúc (\(vi.day(last))) trước khi bắt đầu (\(vi.day(first))).",
        en: "It ends (\(en.day(last))) before it begins (\(en.day(first))).")
    case .notCovered(let day):
      Bilingual(
        vi: "Lịch không có các ngày từ \(vi.day(day)).", en: "The calendar does not cover days from \(en.day(day)) on.")
    case .noOfficeHours:
      Bilingual(
        vi: "Hạn tính theo giờ làm việc nhưng lịch chưa khai “giờ làm việc”.",
        en: "The deadline counts working hours, and the calendar has no “office hours”.")
    case .unequalLists(let periods, let days):
      Bilingual(
        vi: "Có \(periods) kỳ nhưng \(days) ngày; mỗi kỳ cần một ngày.",
        en: "There are \(periods) periods and \(days) days; each period needs one.")
    case .tooDeep:
      Bilingual(
        vi: "Các nhiệm vụ tính từ nhau thành vòng hoặc quá nhiều tầng.",
        en: "Tasks count from one another in a circle, or too deep.")
    case .otherOwesNothing:
      Bilingual(
        vi: "Nhiệm vụ được dẫn chiếu không có hạn nào mang nhãn hay kỳ đó.",
        en: "The task that it counts from never owes anything under that label or key.")
    case .givesNoDay(let from, let until, let days): givesNoDay(from, until, days)
    case .nothingMeant(task: nil, event: _?):
      Bilingual(
        vi: "Sự kiện này, hoặc kỳ hay số này của nó, chưa được ghi nhận, nên không có gì để sửa hay hủy.",
        en: "Nothing is on record of this event, or of this occurrence of it, that could be corrected or withdrawn.")
    case .nothingMeant:
      Bilingual(
        vi: "Ghi nhận này không ứng với việc hay sự kiện nào.", en: "The fact names nothing that is owed or awaited.")
    case .severalMeant(let ids): severalMeant(ids)
    case .nothingFits(let kind, let isOver, let isConfirmed):
      nothingFits(kind, isOver: isOver, isConfirmed: isConfirmed).words
    case .notOwed(let owner, let leads): notOwed(owner, leads: leads.joined(separator: "; "))
    case .occurrenceNotNamed(_, let awaited):
      Bilingual(
        vi: "Sự kiện xảy ra nhiều lần: hãy nêu kỳ (\(awaited.joined(separator: "; "))).",
        en: "The event happens more than once: name the occurrence (\(awaited.joined(separator: "; "))).")
    case .setsNoSingleDay:
      Bilingual(
        vi: "Hạn được ấn định phải là một ngày.", en: "The deadline that is set must be one day.")
    }
  }

  private static func givesNoDay(_ from: CivilDate?, _ until: CivilDate?, _ days: [CivilDate]) -> Bilingual {
    guard !days.isEmpty else {
      return Bilingual(
        vi: "Hạn này không cho ngày nào: không kỳ nào của nó nằm trong thời gian của kế hoạch. Hãy sửa lại hạn.",
        en: "It gives no day at all: none of its periods lies within the plan's years. Mend the line.")
    }
    let bounds = (
      vi: [from.map { "từ ngày \(vi.day($0))" }, until.map { "đến hết ngày \(vi.day($0))" }],
      en: [from.map { "from \(en.day($0))" }, until.map { "until \(en.day($0))" }]
    )
    let shown = (vi: days.map(vi.day).joined(separator: ", "), en: days.map(en.day).joined(separator: ", "))
    return Bilingual(
      vi: "Hạn này không cho ngày nào: \(shown.vi) nằm ngoài giới hạn "
        + "\(bounds.vi.compactMap { $0 }.joined(separator: " ")). Hãy sửa giới hạn, hoặc ghi thẳng ngày đến hạn.",
      en: "It gives no day at all: \(shown.en) \(days.count == 1 ? "lies" : "lie") outside its bounds "
        + "(\(bounds.en.compactMap { $0 }.joined(separator: " "))). Mend the bounds, or write the due day itself.")
  }

  /// The words for a fact that could mean several duties, with what would tell them apart.
  private static func severalMeant(_ ids: [ObligationID]) -> Bilingual {
    guard ids.count > 1 else {
      return Bilingual(
        vi: "Ghi nhận này chỉ có thể là của: \(shown(ids)). Hãy nêu đúng tên đó.",
        en: "The fact can only mean: \(shown(ids)). Name it so.")
    }
    var missing: [(vi: String, en: String)] = []
    if Set(ids.map(\.label)).count > 1 { missing.append(("nhãn", "the label")) }
    if Set(ids.map(\.key)).count > 1 { missing.append(("kỳ", "the key")) }
    if Set(ids.map(\.unit)).count > 1 { missing.append(("đơn vị", "the unit")) }
    return Bilingual(
      vi: "Ghi nhận này có thể là của: \(shown(ids)). Hãy nêu \(missing.map(\.vi).joined(separator: ", ")).",
      en: "The fact could mean: \(shown(ids)). Name \(missing.map(\.en).joined(separator: " and ")).")
  }

  /// That a fact names a unit that does not owe what it is about.
  package static func notOwed(_ owner: String, leads: String) -> Bilingual {
    Bilingual(
      vi: "\(owner) không chủ trì việc này; chủ trì: \(leads). Hãy bỏ tên đơn vị, hoặc ghi đúng đơn vị chủ trì.",
      en: "\(owner) does not owe this; it is owed by: \(leads). Leave the unit out, or name one that owes it.")
  }

  private static func shown(_ ids: [ObligationID]) -> String {
    let shown = ids.prefix(ExpansionProblem.mostShown).map(\.description).joined(separator: "; ")
    return ids.count > ExpansionProblem.mostShown ? shown + "; …" : shown
  }

  private static let vi = DateWording(.vi)
  private static let en = DateWording(.en)

  private static func text(of period: PeriodExpression, _ language: WordingLanguage) -> String {
    CanonicalWording(language).text(of: period)
  }
}

extension ProblemWords {
  /// The problem as a diagnostic at its due line or fact.
  package static func diagnostic(_ problem: ExpansionProblem) -> Diagnostic {
    let words = words(problem.reason)
    let quoted = problem.text.isEmpty ? "" : "“\(problem.text)”: "
    let span = problem.span ?? Span(SourceText(name: "", bytes: []), 0, 0)
    let code: DiagnosticCode =
      switch problem.reason {
      case .givesNoDay: .givesNoDay
      case .notOwed: .notOwed
      case .nothingFits(let kind, let isOver, let isConfirmed):
        nothingFits(kind, isOver: isOver, isConfirmed: isConfirmed).code
      default: .notExpanded
      }
    return Diagnostic(code, vi: quoted + words.vi, en: quoted + words.en, at: span)
  }
}
