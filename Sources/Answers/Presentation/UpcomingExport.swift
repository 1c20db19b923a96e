/// The list of what is due, for other programs and documents.
package enum UpcomingExport {
  /// Writes one JSON array with each duty on a line of its own. `emit` takes the bytes in blocks of about 64 KiB.
  package static func json(_ list: UpcomingList, _ language: Language, emit: ([UInt8]) -> Void) {
    var writer = JSONWriter()
    var objects = ObligationJSON(list.rules, today: list.today, language: language)
    writer.array { writer in
      for index in list.items.indices {
        writer.breakLine()
        objects.write(list.items[index], to: &writer)
        if writer.bytes.count > 65_536 { writer.flush(to: emit) }
      }
      writer.newline()
    }
    writer.newline()
    writer.flush(to: emit)
  }

  /// The list as CSV (RFC 4180) with a header; dates are ISO 8601.
  package static func csv(_ list: UpcomingList, _ language: Language) -> [UInt8] {
    let wording = UpcomingWording(list, language)
    let columns = UpcomingColumn.all.filter { $0.key != nil }
    var writer = CSVWriter()
    writer.record(columns.compactMap(\.key))
    for item in list.items { writer.record(columns.map { $0.cell(item, wording) }) }
    return writer.bytes
  }

  /// The list as tables of GitHub Markdown below its headings.
  package static func markdown(_ page: UpcomingPage, _ language: Language) -> String {
    let wording = UpcomingWording(page, language)
    let columns = UpcomingColumn.all.filter { $0.title != nil }
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let titles = columns.compactMap(\.title).map { $0.text(in: language) }
    let head = row(titles) + "|" + String(repeating: "---|", count: columns.count) + "\n"
    var text = ""
    for section in page.sections {
      if !text.isEmpty { text += "\n" }
      if !section.title.isEmpty { text += "## \(MarkdownEscaper.escape(section.title)) (\(section.count))\n\n" }
      text += head
      for one in section.shown { text += row(columns.map { MarkdownEscaper.escape($0.text(one, wording)) }) }
    }
    return text
  }
}
