import Documents

extension PlanDraft {
  /// Takes the dated sentences outside of tables, and those of the notes in them.
  mutating func addProse(_ document: SourceDocument, notes: [Paragraph]) {
    let paragraphs = document.blocks.compactMap { block -> Paragraph? in
      if case .paragraph(let paragraph) = block { paragraph } else { nil }
    }
    let prose = ProseDeadlines(paragraphs + notes, years: years)
    let found = prose.found
    report.otherSentences += prose.others.map {
      ImportReport.Item(file: document.name, place: $0.place, text: $0.text, reason: $0.reason, isPlain: true)
    }
    guard !found.isEmpty else { return }
    let used = Set(tasks.map(\.id) + sections.map(\.id))
    let section = ["LV", "LOI-VAN", "CAU"].first { !used.contains($0) } ?? "LV-\(used.count)"
    if !sections.contains(where: { $0.id == section }) {
      sections.append(RowOutline.Section(id: section, number: "", title: "Các câu có thời hạn trong lời văn"))
    }
    for (index, sentence) in found.enumerated() {
      let text = sentence.deadline
      var cell = self.cell(text, nil)
      if cell.asWritten == nil, sentence.words.folded != cell.rule.folded { cell.asWritten = sentence.words }
      var task = ImportedTask(
        id: "\(section).\(index + 1)", section: section, title: sentence.clause.capitalized, deadline: cell,
        file: document.name,
        place: sentence.place, source: sentence.clause)
      task.lead = sentence.lead
      task.support = sentence.support.filter { !sentence.lead.contains($0) }
      task.quote = sentence.clause
      task.each = sentence.lead.count > 1 && sentence.clause.folded.hasWord(["gửi", "báo cáo"]) || Self.owesEach(task)
      tasks.append(task)
    }
  }
}
