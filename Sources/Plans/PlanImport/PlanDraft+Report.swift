import Diagnostics
import Documents

extension PlanDraft {
  /// The report with what became of each task.
  func finishedReport() -> ImportReport {
    var report = report
    for task in tasks {
      func item(_ reason: Bilingual) -> ImportReport.Item {
        ImportReport.Item(file: task.file, place: task.place, task: task.id, text: task.source, reason: reason)
      }
      report.taskRows.append(item(task.deadline.state))
      if case .recognised = task.place {
        report.recognised.append(
          item(
            .init(
              vi: "chữ nhận dạng từ ảnh quét, có thể sai; hãy so từng chữ với bản gốc",
              en: "recognised in a scanned picture, and perhaps wrong; compare it with the original")))
      }
      if task.quote == nil {
        report.tasks += 1
      } else {
        report.sentences.append(item(.init(vi: task.deadline.rule, en: task.deadline.rule)))
      }
      switch task.deadline.outcome {
      case .understood: if task.quote == nil { report.understood += 1 }
      case .repaired(let edits):
        if task.quote == nil { report.repaired += 1 }
        report.repairs.append(
          item(edits.joined(separator: "; ")))
      case .toSettle(let reason):
        report.toSettle.append(item(reason))
        report.toSettle[report.toSettle.count - 1].isAskedOnce = task.isAskedOnce
      }
      if task.lead.isEmpty {
        report.withoutLead.append(
          item(
            .init(
              vi: "không đọc được đơn vị chủ trì; tạm giao đầu mối “\(focalPoint)”",
              en: "no lead could be read; the focal point “\(focalPoint)” stands in")))
      }
      if task.each {
        report.proposals.append(
          item(
            .init(
              vi: "đề xuất (từng đơn vị): \(task.lead.joined(separator: "; "))",
              en: "proposed (each unit): \(task.lead.joined(separator: "; "))")))
      }
    }
    report.proposals += sharedEvents()
    report.folded = units.units.filter { !$0.others.isEmpty }.map { .init(name: $0.name, others: $0.others) }
    return report
  }

  /// An event that several rows wait for in the same few words may be several events.
  private func sharedEvents() -> [ImportReport.Item] {
    var rows: [String: [ImportedTask]] = [:]
    for task in tasks {
      for case .event(let mention) in task.deadline.meaning?.mentions ?? [] {
        rows[mention.name, default: []].append(task)
      }
    }
    return rows.filter { $0.value.count > 1 && !$0.key.hasPrefix("ban hành kế hoạch ") }.sorted { $0.key < $1.key }.map
    { name, tasks in
      let ids = tasks.map(\.id).joined(separator: ", ")
      return ImportReport.Item(
        file: tasks[0].file, place: tasks[0].place, task: tasks[0].id, text: name,
        reason: .init(
          vi: "\(ids) cùng chờ sự kiện này; nếu là những việc khác nhau thì đặt tên riêng",
          en: "\(ids) wait for this event; if they mean different ones, give each a name"))
    }
  }

  /// Days without a year belong to the year that was given; where the document never names it, that is asked.
  mutating func askForYear(_ documents: [SourceDocument]) {
    let waiting = tasks.filter { $0.deadline.meaning?.needsYear == true }
    guard let first = waiting.first, !documents.contains(where: { $0.names(years) }) else { return }
    let year = years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)-\(years.upperBound)"
    report.questions.append(
      ImportReport.Question(
        file: first.file, place: first.place, text: first.source,
        reason: .init(
          vi: "văn bản không nêu năm \(year); ngày, tháng không ghi năm được hiểu là của năm ấy: đúng không?",
          en:
            "the document never names \(year); days and months without a year were taken for those of that year: right?"
        ),
        tasks: waiting.map(\.id)))
  }
}

extension SourceDocument {
  /// Whether one of the years stands anywhere in it, or in the name of its file.
  fileprivate func names(_ years: ClosedRange<Int>) -> Bool {
    func names(_ text: String) -> Bool { years.contains { text.contains("\($0)") } }
    return names(name) || marks.contains(where: names)
      || blocks.contains { block in
        switch block {
        case .paragraph(let paragraph): names(paragraph.text)
        case .table(let table): table.rows.contains { $0.cells.contains { names($0.text) } }
        }
      }
  }
}
