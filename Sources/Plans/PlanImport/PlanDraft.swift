import Diagnostics
import Documents

/// The rule book while it is being made: sections, tasks, units and the report.
struct PlanDraft {
  var title: String
  var years: ClosedRange<Int>
  var heading: PlanHeading
  var sections: [RowOutline.Section] = []
  var tasks: [ImportedTask] = []
  var units = UnitRegister()
  var report = ImportReport()
  var focalPoint = ""
  private let options: PlanImporter.Options
  /// Deadlines by their text, because many rows have the same.
  private var cells: [String: DeadlineCell] = [:]

  /// - Throws: `tooManyRows`.
  init(_ documents: [SourceDocument], _ options: PlanImporter.Options) throws(PlanImporter.Failure) {
    self.options = options
    let tableRows = documents.reduce(0) { $0 + $1.tableRowCount }
    // Pages and headings add some rows; many more are refused before any work is done on them.
    guard tableRows <= 3 * PlanImporter.mostRows else { throw .tooManyRows(tableRows) }
    let documents = documents.map(CellParagraphs.rebuilt)
    heading =
      documents.map { PlanHeading($0) }.first { $0.title != nil } ?? PlanHeading(SourceDocument(name: "", blocks: []))
    title = heading.title ?? "Kế hoạch \(options.plan)"
    years =
      heading.period.flatMap { $0.contains(options.years.lowerBound) && options.years.count == 1 ? $0 : nil }
      ?? options.years
    let found = TaskTables(documents, years: years, daysFirst: options.daysFirst)
    guard found.rowCount <= PlanImporter.mostRows else { throw .tooManyRows(found.rowCount) }
    report.leftOut = found.leftOut
    report.rows = found.leftOut.count
    report.otherTables = found.otherTables
    report.unreadTables = found.unreadTables
    report.columns = found.columns
    report.questions = found.openDates
    for part in found.parts { add(part) }
    for document in documents { addProse(document, notes: found.notes[document.name] ?? []) }
    report.questions += found.guessed
    askForYear(documents)
    findFocalPoint()
    registerUnits()
  }

  var places: [String: SourcePlace] { Dictionary(tasks.map { ($0.id, $0.place) }) { first, _ in first } }

  // MARK: Table rows

  mutating func add(_ part: TaskTables.Part) {
    let outline = RowOutline(
      part.lines, prefix: part.prefix, title: part.title, usedIDs: Set(tasks.map(\.id) + sections.map(\.id)))
    sections += outline.sections
    for task in outline.tasks {
      report.rows += 1
      add(task, of: part)
    }
  }

  private mutating func add(_ found: RowOutline.Task, of part: TaskTables.Part) {
    let row = found.row
    let file = part.file
    let title = [row.title, row.activity, row.goal, row.product].first { !$0.isEmpty } ?? ""
    guard !title.isEmpty else {
      report.leftOut.append(
        ImportReport.Item(
          file: file, place: row.place, text: row.fullText,
          reason: .init(vi: "hàng không có nội dung nhiệm vụ", en: "the row has no words for a task")))
      return
    }
    var task = ImportedTask(
      id: found.id, section: found.section, title: title.onOneLine, deadline: deadline(of: row), file: file,
      place: row.place, source: row.text)
    task.product = row.title.isEmpty && row.activity.isEmpty && row.goal.isEmpty ? "" : row.product
    task.activity = row.title.isEmpty ? "" : row.activity
    task.note = row.note
    task.extras = row.extras + (row.goal.isEmpty || row.goal == title ? [] : [("mục tiêu", row.goal)])
    assign(row, to: &task)
    if let question = part.question, row.hasOpenDate {
      task.deadline.unsettle(because: report.questions[question].reason)
      task.isAskedOnce = true
      report.questions[question].tasks.append(task.id)
    }
    tasks.append(task)
  }

  /// The deadline of the row's own cell; if that is empty, the only deadline with days in the words of the task.
  private mutating func deadline(of row: PlanRow) -> DeadlineCell {
    if row.deadline.isEmpty {
      let found = ProseDeadlines([Paragraph(row.title, at: row.place)], years: years).found
      if found.count == 1, found[0].namesDays {
        return cell(
          found[0].deadline,
          .init(vi: "lấy từ lời văn của nhiệm vụ", en: "taken from the words of the task"))
      }
    }
    var cell = cell(row.deadline, row.deadlineOrigin)
    if let printed = row.printedDeadline { cell.print(printed) }
    if let reason = row.openPeriod { cell.unsettle(because: reason) }
    return cell
  }

  mutating func cell(_ text: String, _ origin: Bilingual?) -> DeadlineCell {
    var cell = cells[text] ?? DeadlineCell(text, years: years, plan: options.plan)
    cells[text] = cell
    if let origin { cell.add(origin) }
    return cell
  }

  private func assign(_ row: PlanRow, to task: inout ImportedTask) {
    if !row.assignment.isEmpty {
      let read = AssignmentText(row.assignment)
      task.lead = read.lead
      task.support = read.support
      if !Self.says(row.assignment, read.lead + read.support) { task.assignment = row.assignment }
    }
    if !row.lead.isEmpty {
      let read = AssignmentText(row.lead, isList: true)
      task.lead += read.lead
      task.support += read.support
      if !Self.says(row.lead, read.lead + read.support) {
        task.assignment += (task.assignment.isEmpty ? "" : "\n") + row.lead
      }
    }
    if !row.support.isEmpty {
      let read = AssignmentText(row.support, isList: true)
      let names = read.lead + read.support
      task.support += names.filter { !task.support.contains($0) && !task.lead.contains($0) }
      if !Self.says(row.support, names) {
        task.assignment += (task.assignment.isEmpty ? "" : "\n") + "Phối hợp: " + row.support
      }
    }
    if task.lead.isEmpty, let read = AssignmentText(leadOf: row.title) {
      task.lead = read.lead
      task.support += read.support.filter { !task.support.contains($0) }
    }
    task.each = Self.owesEach(task)
  }

  /// Whether the text has nothing but the names.
  private static func says(_ text: String, _ names: [String]) -> Bool {
    func letters(_ text: String) -> String { String(text.folded.filter { $0.isLetter || $0.isNumber }) }
    var rest = letters(text)
    for name in names {
      guard let range = rest.firstRange(of: letters(name)) else { return false }
      rest.removeSubrange(range)
    }
    for filler in ["chủtrì", "phốihợp", "thựchiện", "cùngvới", "cùng", "với", "và", "các"] {
      rest = rest.replacing(filler, with: "")
    }
    return rest.isEmpty
  }

  /// Whether each of several leads, or each member of a group, seems to owe on its own, because it makes or sends
  /// something of its own.
  static func owesEach(_ task: ImportedTask) -> Bool {
    guard task.lead.contains(where: UnitNames.isGroup) || task.lead.count > 1 else { return false }
    let text = (task.title + " " + task.product + " " + task.assignment).folded
    let owns = [
      "của đơn vị mình", "của cơ quan, đơn vị mình", "của phòng, đơn vị", "của từng đơn vị", "của đơn vị, gửi",
      "của đơn vị gửi",
      "từng cơ quan", "từng đơn vị", "mỗi đơn vị", "của ngành, địa phương mình", "của cơ quan mình",
      "tại cơ quan, đơn vị mình",
    ]
    return text.contains(anyOf: owns)
  }

  // MARK: Units

  private mutating func findFocalPoint() {
    if let given = options.focalPoint {
      focalPoint = given
      return
    }
    var counts: [String: Int] = [:]
    for task in tasks { for name in task.lead where !UnitNames.isGroup(name) { counts[name, default: 0] += 1 } }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    focalPoint = best ?? tasks.flatMap(\.lead).first ?? "Văn phòng"
  }

  private mutating func registerUnits() {
    for task in tasks { for name in task.lead + task.support { units.add(name) } }
    units.add(focalPoint)
    units.finish(avoiding: [options.plan])
    report.units = units.units.count
    report.unknownUnits = units.units.filter { !$0.isGroup && Self.isDoubtful($0) }.map(\.name)
  }

  private static func isDoubtful(_ unit: UnitRegister.Unit) -> Bool {
    let words = unit.name.split(separator: " ")
    if words.count == 1, UnitNames.isAbbreviation(unit.name) { return true }
    return !UnitNames.begins(unit.name) || words.count > 14
  }

  // MARK: What the check finds

  /// Leaves the deadlines of tasks with mistakes to be settled by a person. Returns false if nothing could be changed.
  mutating func settle(_ mistakes: [String: Diagnostic]) -> Bool {
    var changed = false
    for index in tasks.indices {
      guard let mistake = mistakes[tasks[index].id] else { continue }
      if case .toSettle = tasks[index].deadline.outcome {
        // The deadline is settled already, so that the names must be the mistake.
        guard !tasks[index].lead.isEmpty || !tasks[index].support.isEmpty else { continue }
        tasks[index].assignment = (tasks[index].lead + tasks[index].support).joined(separator: "; ")
        tasks[index].lead = []
        tasks[index].support = []
      } else {
        tasks[index].deadline.unsettle(because: mistake.words)
      }
      changed = true
    }
    return changed
  }
}

extension SourceDocument {
  fileprivate var tableRowCount: Int {
    blocks.reduce(0) { count, block in if case .table(let table) = block { count + table.rows.count } else { count } }
  }
}
