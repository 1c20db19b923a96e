import CivilCalendar
import Deadlines
import Diagnostics
import RuleSyntax

/// The fields of plans and sections.
extension Resolver {
  func resolvePlans() {
    for (plan, place) in planBlocks.enumerated() {
      let file = file(place)
      let block = block(place)
      for field in block.fields {
        switch field.key {
        case .issued: readIssued(plan, field, file)
        case .issuedBy: set.plans[plan].issuedBy = file.text(field.value)
        case .focalPoint: set.plans[plan].focalPoint = recipient(field, file)
        case .leader: set.plans[plan].leader = recipient(field, file)
        case .remind: set.plans[plan].policy = policy(field, place)
        case .confirmedBy: set.plans[plan].confirmer = confirmer(field, file)
        case .dayOff: set.plans[plan].dayOff = dayOffRule(field, file) ?? .keep
        case .classified: set.plans[plan].classified = file.text(field.value)
        case .note: set.plans[plan].note = file.text(field.value)
        case .source: set.plans[plan].source = file.text(field.value)
        case .replaces: readReplaces(plan, field, file)
        default: break
        }
      }
    }
  }

  /// A unit or group, or *không*.
  func confirmer(_ field: FieldSyntax, _ file: ResolvedFile) -> Confirmer? {
    if FixedValues.yesNo(file.text(field.value)) == false { return .nobody }
    return recipient(field, file).map { .recipient($0) }
  }

  func dayOffRule(_ field: FieldSyntax, _ file: ResolvedFile) -> DayOffRule? {
    if let rule = FixedValues.dayOffRule(file.text(field.value)) { return rule }
    badValue(
      .badValue, field, file, expectedVi: "giữ nguyên; ngày làm việc trước; ngày làm việc sau",
      expectedEn: "keep; working day before; working day after")
    return nil
  }

  /// `15/01/2024, số 12/QĐ-SVD`, `tháng 01/2024`, `chưa rõ`.
  private func readIssued(_ plan: PlanID, _ field: FieldSyntax, _ file: ResolvedFile) {
    var text = file.text(field.value)
    let line = WordLine(text)
    if let comma = (0..<line.count).first(where: { line.key($0) == "," }) {
      let isNumber = ["số", "no", "no.", "number"].contains(line.key(comma + 1))
      set.plans[plan].issuedNumber = line.text(comma + (isNumber ? 2 : 1), line.count)
      text = line.text(0, comma)
    }
    if let day = DayText.civilDate(text) {
      set.plans[plan].issued = .on(day)
    } else if [FoldedName("chưa rõ"), FoldedName("unclear"), FoldedName("unknown")].contains(FoldedName(text)) {
      set.plans[plan].issued = .unknown
    } else if let days = period(text, year: onlyYear(plan)) {
      set.plans[plan].issued = .within(days)
    } else {
      badValue(
        .badDate, field, file, expectedVi: "15/01/2024, số 12/QĐ-SVD; tháng 01/2024 khi chưa ký; chưa rõ",
        expectedEn: "15/01/2024, no 12/QĐ-SVD; January 2024 while unsigned; unclear")
    }
  }

  /// The year of a plan of one year.
  func onlyYear(_ plan: PlanID?) -> Int? {
    plan.flatMap { set.plans[$0].years.count == 1 ? set.plans[$0].years.lowerBound : nil }
  }

  /// The days of a period in words.
  private func period(_ text: String, year: Int?) -> DayRange? {
    guard case .period(let span) = KeyText.read(text, with: deadlines) else {
      return CalendarReader.years(text).flatMap { Period.years($0.lowerBound, $0.upperBound).days() }
    }
    return KeyText.days(span, year: year)
  }

  private func readReplaces(_ plan: PlanID, _ field: FieldSyntax, _ file: ResolvedFile) {
    for range in file.items(field.value) {
      guard let (name, day) = Resolver.nameFromDay(file.syntax.text(range)) else {
        badValue(.badDate, field, file, expectedVi: "KẾ HOẠCH từ 01/01/2025", expectedEn: "PLAN from 1 January 2025")
        continue
      }
      let folded = FoldedName(name)
      if let other = set.names.find(folded, \.plans, from: file.folder) ?? set.plan(named: name) {
        set.plans[plan].replaces.append((other, day))
      } else {
        unknownName(
          .unknownPlan, name, range, file, nounVi: "kế hoạch", nounEn: "plan",
          near: suggestions.take { set.names.nearest(to: folded, \.plans, from: file.folder) })
      }
    }
  }

  func resolveSections() {
    for (section, place) in sectionBlocks.enumerated() {
      set.sections[section].goal = text(.goal, place)
      set.sections[section].watchedBy = recipients(.watchedBy, place)
      set.sections[section].confirmer = block(place).field(.confirmedBy).flatMap { confirmer($0, file(place)) }
      set.sections[section].policy = block(place).field(.remind).flatMap { policy($0, place) }
    }
  }
}
