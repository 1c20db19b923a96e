import CivilCalendar
import Diagnostics
import RuleSyntax

/// The fields of tasks.
extension Resolver {
  func resolveTasks() {
    readAhead()
    let extraColumns = planBlocks.map { texts(.extraColumns, $0) }
    let foldedColumns = extraColumns.map { Set($0.map { FoldedName($0) }) }
    for (task, place) in taskBlocks.enumerated() {
      let file = files[place.file]
      var row = set.tasks[task]
      row.section = section(of: row, place)
      row.confirmer = confirmer(of: row, file.syntax.blocks[place.block].field(.confirmedBy), file)
      for field in file.syntax.blocks[place.block].fields {
        if field.key == .column {
          readColumn(field, file, &row, foldedColumns[row.plan], extraColumns[row.plan])
        } else {
          read(field, task, place, file, &row)
        }
      }
      checkDueLabels(row)
      set.tasks[task] = row
    }
  }

  /// Of the task, else of its section, else of its plan.
  private func confirmer(of row: PlanTask, _ field: FieldSyntax?, _ file: ResolvedFile) -> Recipient? {
    let said =
      field.flatMap { confirmer($0, file) } ?? row.section.flatMap { set.sections[$0].confirmer }
      ?? set.plans[row.plan].confirmer
    return if case .recipient(let recipient)? = said { recipient } else { nil }
  }

  /// Reports a label that two of several due lines have, whether on the line or within its wording.
  private func checkDueLabels(_ row: PlanTask) {
    guard row.due.count > 1 else { return }
    var seen: [FoldedName: Span] = [:]
    for line in row.due {
      for item in line.deadline.items {
        guard let label = item.label ?? line.label else { continue }
        if line.deadline.items.count == 1, item.label != nil, line.label != nil { continue }
        if let first = seen.updateValue(line.span, forKey: FoldedName(label)) {
          report(
            Diagnostic(
              .duplicateLabel, vi: "nhãn “\(Clipped.text(label))” được dùng cho hai hạn",
              en: "the label “\(Clipped.text(label))” is given to two due lines", at: line.span,
              notes: [.init(.init(vi: "lần đầu ở đây", en: "first here"), at: first)]))
        }
      }
    }
  }

  private func read(
    _ field: FieldSyntax, _ task: TaskID, _ place: BlockPlace, _ file: ResolvedFile, _ row: inout PlanTask
  ) {
    func label() -> String? { field.label.map { file.syntax.text($0) } }
    switch field.key {
    case .due: readDue(field, task, file, &row)
    case .product: row.products.append((label(), file.text(field.value)))
    case .lead:
      let label = label()
      forEachUnit(field, file) { row.leads.append((label, Assignment($0.recipient, each: $0.each))) }
    case .support:
      forEachUnit(field, file) { row.supports.append(Assignment($0.recipient, each: $0.each)) }
    case .watchedBy: row.watchedBy = recipients(.watchedBy, place)
    case .review: row.review = recipients(.review, place)
    case .submitTo: row.submitTo = recipients(.submitTo, place)
    case .addressees: row.addressees = recipients(.addressees, place)
    case .remind: if let policy = policy(field, place) { row.policies.append((label(), policy)) }
    case .dayOff: row.dayOff = dayOffRule(field, file)
    case .covers: row.covers.append((label(), file.text(field.value)))
    case .asWritten: row.asWritten = file.text(field.value)
    case .activities: row.activities = file.text(field.value)
    case .note: row.note = file.text(field.value)
    case .source: row.source = file.text(field.value)
    case .number: row.printedNumber = file.text(field.value)
    case .classified: row.classified = file.text(field.value)
    case .withdrawn: row.withdrawn = withdrawn(field, file)
    default: break
    }
  }

  private func readColumn(
    _ field: FieldSyntax, _ file: ResolvedFile, _ row: inout PlanTask, _ known: Set<FoldedName>, _ names: [String]
  ) {
    guard known.contains(file.syntax.source.foldedName(field.keyRange)) else {
      return report(
        UnknownKey.diagnostic(file.syntax.source, field.keyRange, in: .task, extraColumns: names))
    }
    row.extra.append((file.syntax.text(field.keyRange), file.text(field.value)))
  }

  /// `DATE, document`.
  private func withdrawn(_ field: FieldSyntax, _ file: ResolvedFile) -> (on: CivilDate, by: String?)? {
    let line = WordLine(file.text(field.value))
    let comma = (0..<line.count).first { line.key($0) == "," } ?? line.count
    guard let day = DayText.civilDate(line.text(0, comma)) else {
      badValue(
        .badDate, field, file, expectedVi: "01/7/2024, Quyết định số 45/QĐ-SVD",
        expectedEn: "1 July 2024, Decision 45/QĐ-SVD")
      return nil
    }
    let document = line.text(comma + 1, line.count)
    return (day, document.isEmpty ? nil : document)
  }

  /// The field `mục`, else the longest dotted prefix of the id that is a section.
  private func section(of row: PlanTask, _ place: BlockPlace) -> Int? {
    let file = files[place.file]
    let sections = set.names.sections[row.plan]
    if let field = file.syntax.blocks[place.block].field(.section) {
      let text = file.text(field.value)
      if let section = sections[FoldedName(text)] { return section }
      let known = set.sections.filter { $0.plan == row.plan }
      unknownName(
        .unknownSection, text, field.value.whole, file, nounVi: "mục", nounEn: "section",
        near: suggestions.take { NearestName.nearest(to: text, among: known.map(\.id)) })
      return nil
    }
    if sections.isEmpty { return nil }
    var prefix = Array(row.id.utf8)
    while let dot = prefix.lastIndex(of: UInt8(ascii: ".")) {
      prefix.removeSubrange(dot...)
      if let section = sections[FoldedName(utf8: prefix)] { return section }
    }
    return nil
  }

  private func readDue(_ field: FieldSyntax, _ task: TaskID, _ file: ResolvedFile, _ row: inout PlanTask) {
    guard !field.value.isEmpty else { return }
    let text = file.text(field.value)
    let key = PlanText(plan: row.plan, place: FolderText(folder: file.folder, text: ByteString(text)))
    var line = dueLines[key]
    if line == nil {
      let before = diagnostics.count
      let context = DeadlineResolver(resolver: self, file: file, value: field.value, plan: row.plan, task: task)
      line = context.resolve(text)
      // A wording with mistakes, or one that may name events of the task itself, is resolved again for each row.
      if let line, diagnostics.count == before, set.names.taskEvents[row.plan] == nil { dueLines[key] = line }
    }
    guard var line else { return }
    line.span = file.span(field.value.whole)
    line.label = field.label.map { file.syntax.text($0) }
    row.due.append(line)
  }
}
