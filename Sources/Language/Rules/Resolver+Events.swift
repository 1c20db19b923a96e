import CivilCalendar
import Deadlines
import Diagnostics
import RuleSyntax

/// Events: how often, expected when, watched by whom, made of which others.
extension Resolver {
  func resolveEvents() {
    let first = set.plans.count
    for (index, place) in eventBlocks.enumerated() {
      let event = first + index
      let file = file(place)
      for field in block(place).fields {
        switch field.key {
        case .happens: set.events[event].happens = happens(field, file)
        case .expected: set.events[event].expected = expected(event, field, file)
        case .allOf: set.events[event].composition = .all(members(field, file))
        case .anyOf: set.events[event].composition = .any(members(field, file))
        default: break
        }
      }
      set.events[event].watchedBy = recipients(.watchedBy, place)
      if let all = block(place).field(.allOf), let any = block(place).field(.anyOf) {
        report(
          Diagnostic(
            .repeatedKey, vi: "một sự kiện chỉ có “đủ cả” hoặc “một trong”, không có cả hai",
            en: "an event has “all of” or “any of”, not both", at: file.span(any.keyRange),
            notes: [.init(.init(vi: "trường kia ở đây", en: "the other is here"), at: file.span(all.keyRange))]))
      }
    }
    declareTaskEvents()
    reportCycles(
      of: set.events.indices,
      next: { event in
        switch self.set.events[event].composition {
        case .simple: []
        case .all(let members), .any(let members): members
        }
      }, wordsVi: "gồm lẫn nhau", wordsEn: "made of one another",
      name: { (self.set.events[$0].title, self.set.events[$0].span) })
  }

  private func happens(_ field: FieldSyntax, _ file: ResolvedFile) -> PlanEvent.Happens {
    let known: [(words: [String], value: PlanEvent.Happens)] = [
      (["một lần", "once"], .once), (["hằng năm", "hàng năm", "mỗi năm", "every year", "yearly"], .yearly),
      (["hằng quý", "hàng quý", "mỗi quý", "every quarter", "quarterly"], .quarterly),
      (["hằng tháng", "hàng tháng", "mỗi tháng", "every month", "monthly"], .monthly),
      (["mỗi vụ việc", "each case"], .eachCase),
    ]
    if let found = FixedValues.look(file.text(field.value), known) { return found }
    badValue(
      .badValue, field, file, expectedVi: "một lần, hằng năm, hằng quý, hằng tháng, mỗi vụ việc",
      expectedEn: "once, every year, every quarter, every month, each case")
    return .once
  }

  private func expected(_ event: EventID, _ field: FieldSyntax, _ file: ResolvedFile) -> WindowExpression? {
    if let window = deadlines.window(file.text(field.value)) {
      if set.events[event].happens == .once, window.takesPlanYear, let plan = set.events[event].plan,
        set.plans[plan].years.count > 1
      {
        yearMissing(file.span(field.value.whole), plan)
      }
      return window
    }
    badValue(
      .badValue, field, file, expectedVi: "một kỳ, ví dụ Quý II/2024, tháng 5, cuối năm 2024",
      expectedEn: "a period, for example Q2 2024, May, late 2024")
    return nil
  }

  func yearMissing(_ span: Span, _ plan: PlanID) {
    let years = set.plans[plan].years
    report(
      Diagnostic(
        .yearMissing, vi: "kế hoạch kéo dài \(years.lowerBound)-\(years.upperBound): phải ghi rõ năm nào",
        en: "the plan runs \(years.lowerBound)–\(years.upperBound): say which year", at: span))
  }

  private func finder(_ file: ResolvedFile) -> EventFinder {
    EventFinder(rules: set, deadlines: deadlines, folder: file.folder, plan: file.plan, task: nil)
  }

  /// Events separated by `;` and line ends; by commas and *và* only where all pieces are known and the whole is not.
  private func members(_ field: FieldSyntax, _ file: ResolvedFile) -> [EventID] {
    let finder = finder(file)
    return file.items(field.value).flatMap { range -> [EventID] in
      let text = file.syntax.text(range)
      if case .success(let found) = finder.find(text, withReference: false) { return [found.event] }
      let pieces = text.split(separator: ",").map { finder.find(String($0), withReference: false) }
      let found = pieces.compactMap { try? $0.get().event }
      if found.count == pieces.count, found.count > 1 { return found }
      unknownEvent(text, range, file)
      return []
    }
  }

  func unknownEvent(_ text: String, _ range: Range<Int>, _ file: ResolvedFile) {
    let bare = NameText.unbracketed(text)
    let name = FoldedName(bare)
    let id = ASCIIName.id(from: bare)
    let isEnglish = file.syntax.blocks.first.map { Resolver.isEnglish($0, file) } ?? false
    let block = isEnglish ? "event \(id): \(bare)" : "sự kiện \(id): \(bare)"
    let isNew = offeredBlocks.insert(name).inserted
    unknownName(
      .unknownEvent, bare, range, file, nounVi: "sự kiện", nounEn: "event",
      near: suggestions.take { set.names.nearest(to: name, \.events, from: file.folder) },
      missingBlock: isNew && !id.isEmpty ? block : nil)
  }

  /// `sự kiện: …` in a task: an event that only this task sees.
  private func declareTaskEvents() {
    for (task, place) in taskBlocks.enumerated() {
      let file = files[place.file]
      guard let field = file.syntax.blocks[place.block].field(.event), !field.value.isEmpty else { continue }
      let title = file.text(field.value)
      var event = PlanEvent(id: set.tasks[task].id, title: title, span: file.span(field.value.whole))
      event.plan = set.tasks[task].plan
      event.task = task
      set.events.append(event)
      set.names.taskEvents[set.tasks[task].plan, default: [:]][FoldedName(title), default: []]
        .append(set.events.count - 1)
    }
  }
}
