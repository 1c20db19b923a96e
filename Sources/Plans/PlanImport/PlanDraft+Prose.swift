import Documents

extension PlanDraft {
  /// Takes the dated sentences outside of tables, and those of the notes in them.
  mutating func addProse(_ document: SourceDocument, notes: [Paragraph]) {
    let paragraphs = document.blocks.compactMap { block -> Paragraph? in
      if case .paragraph(let paragraph) = block { paragraph } else { nil }
    }
    let prose = ProseDeadlines(paragraphs + notes, years: years)
    let titles = ProseDeadlines.titles(in: document)
    let isTitle = { (sentence: ProseDeadlines.Found) in
      titles.contains(sentence.place) && !ProseDeadlines.givesDuty(sentence.clause)
    }
    let found = prose.found.filter { !isTitle($0) }
    report.otherSentences += prose.found.filter(isTitle).map {
      ImportReport.Item(
        file: document.name, place: $0.place, text: $0.clause,
        reason: .init(vi: "tên của bảng bên dưới", en: "the title of the table below"), isPlain: true)
    }
    report.otherSentences += prose.others.map {
      ImportReport.Item(file: document.name, place: $0.place, text: $0.text, reason: $0.reason, isPlain: true)
    }
    guard !found.isEmpty else { return }
    let used = Set(tasks.map(\.id) + sections.map(\.id))
    let top = ["LV", "LOI-VAN", "CAU"].first { !used.contains($0) } ?? "LV-\(used.count)"
    sections.append(RowOutline.Section(id: top, number: "", title: "Các câu có thời hạn trong lời văn"))
    var headings: [(heading: ProseDeadlines.Heading, id: String)] = []
    var counts: [String: Int] = [:]
    for sentence in found {
      let section = self.section(of: sentence, below: top, &headings)
      counts[section, default: 0] += 1
      add(sentence, "\(section).\(counts[section] ?? 0)", section, file: document.name)
    }
  }

  /// The section of the numbered heading above a sentence, which is opened at its first sentence.
  private mutating func section(
    of sentence: ProseDeadlines.Found, below top: String,
    _ headings: inout [(heading: ProseDeadlines.Heading, id: String)]
  ) -> String {
    guard let heading = sentence.heading else { return top }
    if let known = headings.first(where: { $0.heading == heading }) { return known.id }
    let id = "\(top).M\(headings.count + 1)"
    headings.append((heading, id))
    sections.append(RowOutline.Section(id: id, number: heading.number.text, title: heading.title))
    return id
  }

  private mutating func add(_ sentence: ProseDeadlines.Found, _ id: String, _ section: String, file: String) {
    var cell = self.cell(sentence.deadline, nil)
    if cell.asWritten == nil, sentence.words.folded != cell.rule.folded { cell.asWritten = sentence.words }
    var task = ImportedTask(
      id: id, section: section, title: sentence.clause.capitalized, deadline: cell, file: file, place: sentence.place,
      source: sentence.clause)
    task.lead = sentence.lead
    task.support = sentence.support.filter { !sentence.lead.contains($0) }
    task.quote = sentence.clause
    task.each = sentence.lead.count > 1 && sentence.clause.folded.hasWord(["gửi", "báo cáo"]) || Self.owesEach(task)
    tasks.append(task)
  }
}
