import CivilCalendar
import Expansion

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
    var writer = CSVWriter()
    writer.record([
      "id", "group", "status", "opens", "due", "effective", "cutoff", "daysLeft", "title", "leads", "supports", "note",
    ])
    for item in list.items {
      var dates = ["", "", "", "", ""]
      if case .dated(let obligation) = item.duty {
        dates = [
          obligation.opens?.description ?? "", obligation.counted.description,
          obligation.binding == obligation.counted ? "" : obligation.binding.description,
          obligation.cutoff.map(DateWording(.en).time) ?? "", String(obligation.binding.days(since: list.today)),
        ]
      }
      writer.record(
        [item.id.description, item.group.rawValue, StatusWording.name(of: item.status)] + dates + [
          wording.title(item), wording.names.recipients(item.leads), wording.names.recipients(item.supports),
          wording.state(item),
        ])
    }
    return writer.bytes
  }

  /// Tables of GitHub Markdown under the headings of the groups.
  package static func markdown(_ list: UpcomingList, _ language: Language) -> String {
    let wording = UpcomingWording(list, language)
    let header = language.choose(
      vi: "| Hạn | Tình trạng | Mã | Nhiệm vụ | Chủ trì | Phối hợp |",
      en: "| Due | State | Id | Task | Lead | Support |")
    var text = ""
    for (group, items) in list.groups {
      if !text.isEmpty { text += "\n" }
      text += "## \(group.title(language)) (\(items.count))\n\n\(header)\n|---|---|---|---|---|---|\n"
      for item in items {
        let cells = [
          wording.when(item), wording.state(item), wording.shortID(item.id), wording.title(item),
          wording.names.recipients(item.leads), wording.names.recipients(item.supports),
        ]
        text += "| " + cells.map(MarkdownEscaper.escape).joined(separator: " | ") + " |\n"
      }
    }
    return text
  }
}
