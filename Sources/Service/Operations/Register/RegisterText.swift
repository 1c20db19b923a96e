import Diagnostics
package import Presentation

/// Words what an edited register wants, for people and as JSON.
package struct RegisterText {
  private let report: RegisterReport
  private let language: Language
  /// The duties that the changed rules move.
  private let moved: [RuleDifference.Change]

  package init(_ report: RegisterReport, _ language: Language) {
    (self.report, self.language) = (report, language)
    moved = report.difference?.changes(language) ?? []
  }

  private func say(_ vi: String, _ en: String) -> String { language.choose(vi: vi, en: en) }

  package var text: String {
    var lines = notes + changes
    if !moved.isEmpty {
      lines.append(say("Ngày đến hạn đổi theo:", "Days that move:"))
      lines += days.map { "  \($0)" }
    }
    if !report.troubles.isEmpty {
      lines.append(say("Chưa nhận, cần xem lại:", "Not taken, to be looked at:"))
      lines += troubles.map { "  \($0)" }
    }
    lines += endings
    return lines.map { TerminalEscaper.escape($0) + "\n" }.joined()
  }

  /// What was not read, a sentence each.
  var notes: [String] {
    var lines: [String] = []
    if !report.others.isEmpty {
      let names = report.others.map { "“\($0)”" }.joined(separator: ", ")
      lines.append(
        say("Trang của kế hoạch khác, không xem: \(names).", "Sheets of other plans, not looked at: \(names)."))
    }
    if !report.unread.isEmpty {
      let names = report.unread.map { $0.head.isEmpty ? $0.letters : "\($0.letters) “\($0.head)”" }
        .joined(separator: ", ")
      lines.append(
        say(
          "Cột không thuộc bảng, không đọc: \(names).", "Columns that are none of the register's, not read: \(names)."))
    }
    return lines
  }

  /// What is proposed, a line each.
  var changes: [String] { report.changes.flatMap { lines(of: $0) } }

  /// The days that move, a line each.
  var days: [String] { moved.map { $0.line(language) } }

  /// The same without the signs of lists.
  var movedDays: [String] {
    moved.map { day in
      let (old, new) = (day.old?.text(language) ?? "", day.new?.text(language) ?? "")
      return switch day.kind {
      case .new: say("\(day.id): việc mới, \(new)", "\(day.id): new, \(new)")
      case .gone: say("\(day.id): không còn, trước là \(old)", "\(day.id): gone, it was \(old)")
      case .moved, .renamed: "\(day.id): \(old) → \(new)"
      }
    }
  }

  /// What is not taken, a line each.
  var troubles: [String] { report.troubles.map { "\(place(of: $0)): \(Self.words(of: $0, language))" } }

  private var endings: [String] {
    guard !report.changes.isEmpty else {
      return report.troubles.isEmpty
        ? [say("Không có gì đổi so với quy tắc.", "Nothing differs from the rules.")]
        : [say("Không có gì để đề xuất.", "There is nothing to propose.")]
    }
    guard !report.isRehearsal else { return [say("Chưa đề xuất gì.", "Nothing was proposed.")] }
    return report.proposals.map { proposal in
      proposal.isNew
        ? say(
          "Đề xuất số \(proposal.number) chờ xem; chưa đổi gì: nhacviec proposals show \(proposal.number)",
          "Proposal \(proposal.number) waits; nothing has changed: nhacviec proposals show \(proposal.number)")
        : say(
          "Tệp này đã có đề xuất số \(proposal.number) đang chờ; không đề xuất lại.",
          "Proposal \(proposal.number) of this very file waits already; nothing was proposed anew.")
    }
  }

  private func lines(of change: RegisterReport.Change) -> [String] {
    let row = change.row.map { say("dòng \($0)", "row \($0)") }
    let column = change.column.map { $0.head.text(in: language) }
    let place = [row, change.task, column].compactMap(\.self).joined(separator: ", ")
    let (old, new) = (Self.quoted(change.old), Self.quoted(change.new))
    switch change.kind {
    case .changed: return ["\(place): \(old) → \(new)"]
    case .added: return [say("\(place): việc mới \(new)", "\(place): new work \(new)")]
    case .removed:
      return [
        say(
          "\(place): không còn trong bảng, đề xuất bãi bỏ \(old)",
          "\(place): gone from the sheet, to be withdrawn: \(old)")
      ]
    case .completed: return [say("\(place): hoàn thành ngày \(change.new)", "\(place): done on \(change.new)")]
    }
  }

  private func place(of trouble: RegisterReport.Trouble) -> String {
    guard let row = trouble.row else { return trouble.task }
    let cell = trouble.letters.map { letters in
      say("ô \(letters)\(row)", "cell \(letters)\(row)")
        + (trouble.column.map { " (\($0.head.text(in: language)))" } ?? "")
    }
    let parts = [
      say("trang “\(report.sheet)”", "sheet “\(report.sheet)”"), cell ?? say("dòng \(row)", "row \(row)"), trouble.task,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Why a cell is not taken, and what to do.
  static func words(of trouble: RegisterReport.Trouble, _ language: Language) -> String {
    var parts = [trouble.words.text(in: language)]
    if let (base, current, sheet) = trouble.conflict {
      parts.append(
        language.choose(
          vi: "khi xuất \(quoted(base)); quy tắc nay \(quoted(current)); bảng \(quoted(sheet))",
          en: "exported \(quoted(base)); the rules now \(quoted(current)); the sheet \(quoted(sheet))"))
    }
    parts += trouble.mends.map { $0.text(in: language) }
    return parts.dropFirst().reduce(parts[0]) { $0 + (".?!".contains($0.last ?? ";") ? " " : "; ") + $1 }
  }

  private static func quoted(_ text: String) -> String { "“\(text.replacing("\n", with: " / "))”" }

  package var json: String {
    var writer = JSONWriter()
    writer.object { json in
      json.member("plan", report.plan)
      json.member("sheet", report.sheet)
      json.member("revision", report.revision)
      json.key("changes")
      json.objects(report.changes) { change, json in
        json.member("kind", change.kind.rawValue)
        json.member("task", change.task)
        json.member("row", change.row)
        json.member("column", change.column?.rawValue)
        json.member("old", change.old)
        json.member("new", change.new)
      }
      json.key("days")
      json.objects(moved) { day, json in
        json.member("kind", day.kind.rawValue)
        json.member("duty", "\(day.id)")
        json.member("old", day.old?.text(language))
        json.member("new", day.new?.text(language))
      }
      json.key("notTaken")
      json.objects(report.troubles) { trouble, json in
        json.member("task", trouble.task)
        json.member("row", trouble.row)
        json.member("column", trouble.column?.rawValue)
        json.member("cell", trouble.letters.flatMap { letters in trouble.row.map { "\(letters)\($0)" } })
        json.member("reason", trouble.words.text(in: language))
        json.key("mends")
        json.array { list in for mend in trouble.mends { list.string(mend.text(in: language)) } }
        guard let conflict = trouble.conflict else { return }
        json.member("exported", conflict.base)
        json.member("current", conflict.current)
        json.member("typed", conflict.sheet)
      }
      json.key("sheetsNotRead")
      json.array { list in for name in report.others { list.string(name) } }
      json.key("columnsNotRead")
      json.array { list in
        for column in report.unread { list.string(column.head.isEmpty ? column.letters : column.head) }
      }
      json.key("proposals")
      json.array { list in for proposal in report.proposals { list.number(Int(proposal.number)) } }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}
