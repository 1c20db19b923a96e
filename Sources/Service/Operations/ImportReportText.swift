package import PlanImport
package import Presentation

/// Words the report of an import, for people and as JSON.
package struct ImportReportText {
  private let report: ImportReport
  private let changes: BookChanges?
  private let folder: String
  private let language: Language

  package init(_ report: ImportReport, changes: BookChanges?, folder: String, _ language: Language) {
    self.report = report
    self.changes = changes
    self.folder = folder
    self.language = language
  }

  // MARK: Text

  package var text: String {
    var lines: [String] = []
    func say(_ vi: String, _ en: String) { lines.append(language.choose(vi: vi, en: en)) }
    say(
      "\(report.rows) hàng nhiệm vụ → \(report.tasks) nhiệm vụ: \(report.understood) đọc đúng nguyên văn, \(report.repaired) đọc "
        + "sau khi sửa, \(report.toSettle.count) cần quyết định; \(report.leftOut.count) hàng bỏ ra ngoài.",
      "\(report.rows) task rows → \(report.tasks) tasks: \(report.understood) read in the plan's own words, \(report.repaired) after "
        + "repairs, \(report.toSettle.count) to settle; \(report.leftOut.count) rows left out.")
    if !report.sentences.isEmpty {
      say(
        "\(report.sentences.count) câu có thời hạn trong lời văn → tệp loi-van.rules.",
        "\(report.sentences.count) dated sentences of the prose → loi-van.rules.")
    }
    say(
      "\(report.units) đơn vị, nhóm → units.rules; cần bổ sung email, cấp trên, thành viên.",
      "\(report.units) units and groups → units.rules; e-mail, superiors and members are to be added.")
    describe(report.columns, &lines)
    ask(report.questions, &lines)
    section("Cần quyết định", "To settle", report.toSettle.filter { !$0.isAskedOnce }, &lines)
    section("Đọc từ ảnh quét, cần soát lại", "Read from scanned pictures, to be checked", report.recognised, &lines)
    section("Không thành nhiệm vụ", "Left out", report.leftOut, &lines)
    section("Đọc sau khi sửa", "Read after repairs", report.repairs, &lines)
    section("Chưa rõ đơn vị chủ trì", "No lead", report.withoutLead, &lines)
    section("Đề xuất, cần xác nhận", "Proposed, to be confirmed", report.proposals, &lines)
    section("Câu trong lời văn", "Sentences of the prose", report.sentences, &lines)
    section("Câu có ngày, kỳ không thành nhiệm vụ", "Other sentences with a time", report.otherSentences, &lines)
    section("Bảng không nhập", "Tables left aside", report.otherTables + report.unreadTables, &lines)
    if !report.folded.isEmpty {
      lines.append("")
      say("Các cách viết đã gộp:", "Spellings of one unit:")
      lines += report.folded.map { "  " + Self.safe("\($0.name) ← \($0.others.joined(separator: "; "))") }
    }
    if !report.unknownUnits.isEmpty {
      lines.append("")
      say("Chưa chắc là đơn vị:", "Perhaps no units:")
      lines += report.unknownUnits.map { "  " + Self.safe($0) }
    }
    lines.append("")
    if let changes {
      if changes.changes.isEmpty {
        say(
          "\(folder): không có gì thay đổi; các chỗ đã sửa được giữ nguyên.",
          "\(folder): nothing changes; your edits stay.")
      } else {
        say(
          "\(folder): \(changes.changes.count) đề xuất thay đổi trong \(ImportedFolder.proposals); các tệp quy tắc không bị sửa.",
          "\(folder): \(changes.changes.count) proposed changes in \(ImportedFolder.proposals); the rule files are as they were."
        )
        lines += changes.changes.map { "  " + $0.words.text(in: language) }
      }
    } else {
      say(
        "Đã ghi \(folder). Tiếp theo: xem lại từng tệp, rồi chạy nhacviec check \(folder)",
        "Wrote \(folder). Next: review each file, then run nhacviec check \(folder)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ vi: String, _ en: String, _ items: [ImportReport.Item], _ lines: inout [String]) {
    guard !items.isEmpty else { return }
    lines.append("")
    lines.append(language.choose(vi: vi, en: en) + ":")
    let files = Set(items.map(\.file)).count > 1
    for item in items {
      let place = item.place.words.text(in: language)
      let file = files ? "\(item.file), " : ""
      let task = item.task.map { " → \($0)" } ?? ""
      lines.append("  \(file)\(place)\(task): \(Self.safe(Self.short(item.text)))")
      lines.append("    \(Self.safe(item.reason.text(in: language)))")
    }
  }

  /// The columns of the tables in which the cells had to tell what a column is.
  private func describe(_ tables: [ImportReport.Columns], _ lines: inout [String]) {
    let judged = tables.filter { $0.isGuessed || $0.columns.contains(where: \.isJudged) }
    guard !judged.isEmpty else { return }
    lines.append("")
    lines.append(
      language.choose(vi: "Cột hiểu theo nội dung, hãy xem lại:", en: "Columns told by their cells; look at them:"))
    for table in judged {
      lines.append("  \(table.place.words.text(in: language)):")
      for column in table.columns where table.isGuessed || column.isJudged {
        let meaning = column.meaning?.text(in: language) ?? language.choose(vi: "cột bổ sung", en: "an extra column")
        lines.append("    “\(Self.safe(Self.short(column.heading)))” → \(meaning)")
      }
    }
  }

  private func ask(_ questions: [ImportReport.Question], _ lines: inout [String]) {
    guard !questions.isEmpty else { return }
    lines.append("")
    lines.append(language.choose(vi: "Hỏi một lần:", en: "Asked once:"))
    for question in questions {
      lines.append("  \(question.place.words.text(in: language)): \(Self.safe(Self.short(question.text)))")
      lines.append("    \(Self.safe(question.reason.text(in: language)))")
      if !question.tasks.isEmpty { lines.append("    → \(Self.short(question.tasks.joined(separator: ", ")))") }
    }
  }

  private static func short(_ text: String) -> String { text.count > 200 ? text.prefix(199) + "…" : text }

  private static func safe(_ text: String) -> String { TerminalEscaper.escape(text) }

  // MARK: JSON

  package var json: String {
    var writer = JSONWriter()
    writer.object { json in
      json.member("rows", report.rows)
      json.member("tasks", report.tasks)
      json.member("understood", report.understood)
      json.member("repaired", report.repaired)
      write("toSettle", report.toSettle, to: &json)
      write("leftOut", report.leftOut, to: &json)
      write("recognised", report.recognised, to: &json)
      write("repairs", report.repairs, to: &json)
      write("withoutLead", report.withoutLead, to: &json)
      write("proposals", report.proposals, to: &json)
      write("sentences", report.sentences, to: &json)
      write("otherTables", report.otherTables, to: &json)
      write("unreadTables", report.unreadTables, to: &json)
      write("otherSentences", report.otherSentences, to: &json)
      write("taskRows", report.taskRows, to: &json)
      json.key("questions")
      json.objects(report.questions) { question, json in
        json.member("row", question.place.words.text(in: language))
        json.member("text", question.text)
        json.member("reason", question.reason.text(in: language))
        json.member("file", question.file)
        json.key("tasks")
        json.array { array in for task in question.tasks { array.string(task) } }
      }
      write(report.columns, to: &json)
      json.key("folded")
      json.objects(report.folded) { folded, json in
        json.member("name", folded.name)
        json.key("others")
        json.array { array in for name in folded.others { array.string(name) } }
      }
      json.member("units", report.units)
      json.key("unknownUnits")
      json.array { array in for name in report.unknownUnits { array.string(name) } }
      guard let changes else { return }
      json.key("changes")
      json.objects(changes.changes) { change, json in
        json.member("kind", change.kind.rawValue)
        json.member("file", change.file)
        json.member("block", change.block)
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private func write(_ tables: [ImportReport.Columns], to json: inout JSONWriter) {
    json.key("columns")
    json.objects(tables) { table, json in
      json.member("row", table.place.words.text(in: language))
      json.member("file", table.file)
      json.member("guessed", table.isGuessed)
      json.key("columns")
      json.objects(table.columns) { column, json in
        json.member("heading", column.heading)
        json.member("meaning", column.meaning?.text(in: language))
        json.member("judged", column.isJudged)
      }
    }
  }

  private func write(_ key: StaticString, _ items: [ImportReport.Item], to json: inout JSONWriter) {
    json.key(key)
    json.objects(items) { item, json in
      json.member("row", item.place.words.text(in: language))
      json.member("text", item.text)
      json.member("reason", item.reason.text(in: language))
      json.member("file", item.file)
      json.member("task", item.task)
    }
  }
}
