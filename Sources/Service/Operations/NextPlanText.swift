import PlanImport
package import Presentation

/// Words what became of a plan that was carried over, for people and as JSON.
package struct NextPlanText {
  private let report: NextPlanReport
  private let folder: String
  private let language: Language

  package init(_ made: NextPlanRequest.Made, _ language: Language) {
    (report, folder, self.language) = (made.report, made.folder, language)
  }

  package var text: String {
    var lines: [String] = []
    func say(_ vi: String, _ en: String) { lines.append(language.choose(vi: vi, en: en)) }
    let open = report.tasks - report.kept - report.moved
    say(
      "\(report.tasks) nhiệm vụ: \(report.kept) giữ nguyên thời hạn, \(report.moved) đổi năm, \(open) cần quyết định.",
      "\(report.tasks) tasks: \(report.kept) keep their deadlines, \(report.moved) have the new year, \(open) are to be settled."
    )
    section("Cần quyết định (trong tệp: chưa rõ)", "To settle (in the files: chưa rõ)", report.toSettle, &lines)
    section("Sự kiện cần xem lại", "Events to look at", report.events, &lines)
    section("Không chép", "Left out", report.leftOut, &lines)
    if report.tests > 0 {
      lines.append("")
      say(
        "\(report.tests) khối kiểm thử không chép: các ngày là của năm trước.",
        "\(report.tests) test blocks were left out: their days are the old year's.")
    }
    lines.append("")
    say(
      "Đã ghi \(folder). Tiếp theo: ghi số, ngày ban hành trong plan.rules, xem lại từng tệp, rồi chạy nhacviec check.",
      "Wrote \(folder). Next: write number and day of issue into plan.rules, review each file, then run nhacviec check."
    )
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ vi: String, _ en: String, _ items: [NextPlanReport.Item], _ lines: inout [String]) {
    guard !items.isEmpty else { return }
    lines.append("")
    lines.append(language.choose(vi: vi, en: en) + ":")
    // Where all have the same reason it is said once.
    let isShared = items.allSatisfy { $0.reason == items[0].reason }
    if isShared { lines.append("  " + items[0].reason.text(in: language) + ":") }
    for item in items {
      lines.append("  \(item.block): \(TerminalEscaper.escape(item.text))")
      if !isShared { lines.append("    " + TerminalEscaper.escape(item.reason.text(in: language))) }
      guard let proposal = item.proposal else { continue }
      lines.append("    " + language.choose(vi: "đề xuất: ", en: "proposed: ") + TerminalEscaper.escape(proposal))
    }
  }

  package var json: String {
    var writer = JSONWriter()
    writer.object { json in
      json.member("folder", folder)
      json.member("tasks", report.tasks)
      json.member("kept", report.kept)
      json.member("moved", report.moved)
      write("toSettle", report.toSettle, to: &json)
      write("events", report.events, to: &json)
      write("leftOut", report.leftOut, to: &json)
      json.member("tests", report.tests)
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private func write(_ key: StaticString, _ items: [NextPlanReport.Item], to json: inout JSONWriter) {
    json.key(key)
    json.objects(items) { item, json in
      json.member("block", item.block)
      json.member("text", item.text)
      json.member("reason", item.reason.text(in: language))
      json.member("proposal", item.proposal)
    }
  }
}
