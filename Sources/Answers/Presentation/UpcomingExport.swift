/// What is due as records for other programs and documents.
package enum UpcomingExport {
  /// One JSON array, a duty a line; `emit` takes the bytes by blocks of about 64 KiB.
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

  /// RFC 4180, with a header; dates ISO 8601.
  package static func csv(_ list: UpcomingList, _ language: Language) -> [UInt8] {
    let wording = UpcomingWording(list, language)
    let columns = UpcomingColumn.all.filter { $0.key != nil }
    var writer = CSVWriter()
    writer.record(columns.compactMap(\.key))
    for item in list.items { writer.record(columns.map { $0.cell(item, wording) }) }
    return writer.bytes
  }

  /// Tables of GitHub Markdown under the headings of the groups.
  package static func markdown(_ list: UpcomingList, _ language: Language) -> String {
    let wording = UpcomingWording(list, language)
    let columns = UpcomingColumn.all.filter { $0.title != nil }
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let titles = columns.compactMap(\.title).map { $0.text(in: language) }
    let head = row(titles) + "|" + String(repeating: "---|", count: columns.count) + "\n"
    var text = ""
    for (group, items) in list.groups {
      if !text.isEmpty { text += "\n" }
      text += "## \(group.title(language)) (\(items.count))\n\n\(head)"
      for item in items { text += row(columns.map { MarkdownEscaper.escape($0.cell(item, wording)) }) }
    }
    return text
  }
}
