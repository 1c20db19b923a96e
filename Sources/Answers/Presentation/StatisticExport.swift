package import Diagnostics
import Expansion

/// The statistic as tables: for a terminal, as JSON, CSV and Markdown.
package struct StatisticExport {
  package let statistic: Statistic
  private let language: Language
  private let columns: [Column]

  package init(_ statistic: Statistic, _ language: Language, columns: [Column] = Self.columns) {
    self.statistic = statistic
    self.language = language
    self.columns = columns
  }

  /// One column of the tables.
  package struct Column: Sendable {
    package let key: String
    package let title: Bilingual
    /// Nil: there is none of which to say it.
    package let value: @Sendable (Statistic.Row) -> Int?
    /// A sum of the columns behind it.
    package var isSum: Bool { ["total", "done", "not-done"].contains(key) }
    /// Is shown also where it says zero everywhere.
    var isKept = false
    /// What is said of the days of several duties, and is no sum.
    package var isSpread: Bool { key.hasPrefix("early-") || key.hasPrefix("late-") }
    /// Days late for one cause.
    package var isCause: Bool { key.hasPrefix("days-") && key != "days-late" }
  }

  private static func column(_ one: Statistic.Class, vi: String, en: String) -> Column {
    Column(key: one.rawValue, title: Bilingual(vi: vi, en: en)) { $0[one] }
  }

  /// The total is done and not done; the columns behind each add up to it.
  package static let columns: [Column] = [
    Column(key: "total", title: Bilingual(vi: "Tổng", en: "Total"), value: { $0.total }),
    Column(key: "done", title: Bilingual(vi: "Đã xong", en: "Done"), value: { $0.done }),
    column(.onTime, vi: "đúng hạn", en: "on time"), column(.late, vi: "trễ hạn", en: "late"),
    column(.dayUnknown, vi: "không rõ ngày", en: "day unknown"),
    Column(key: "not-done", title: Bilingual(vi: "Chưa xong", en: "Not done"), value: { $0.notDone }),
    column(.within, vi: "trong hạn", en: "within time"), column(.overdue, vi: "quá hạn", en: "overdue"),
    column(.reported, vi: "chờ xác nhận", en: "reported"), column(.waiting, vi: "đang chờ", en: "waiting"),
    column(.undated, vi: "chưa có hạn", en: "undated"), column(.toSettle, vi: "cần làm rõ", en: "to settle"),
    column(.waived, vi: "(được miễn)", en: "(waived)"), column(.withdrawn, vi: "(bãi bỏ)", en: "(withdrawn)"),
    column(.standing, vi: "(thường xuyên)", en: "(standing)"),
    Column(key: "days-late", title: Bilingual(vi: "Ngày trễ", en: "Days late"), value: { $0.daysLate }),
    days(.confirmation, vi: "chờ xác nhận", en: "confirmation"), days(.decision, vi: "chờ trả lời", en: "decision"),
    days(.waiting, vi: "chờ việc khác", en: "other work"), days(.silence, vi: "ngừng nhắc", en: "silenced"),
    days(.toldLate, vi: "biết muộn", en: "told late"), days(.own, vi: "của đơn vị", en: "its own"),
    Column(
      key: "classified-late",
      title: Bilingual(vi: "quá hạn, có độ mật, không tính ngày", en: "overdue, classified, days not told"),
      value: \.classifiedLate),
    // Of what is done, by how much.
    Column(
      key: "early-median", title: Bilingual(vi: "sớm, trung vị (ngày)", en: "early, median (days)"),
      value: \.early.median),
    Column(key: "early-most", title: Bilingual(vi: "sớm nhất (ngày)", en: "early, most"), value: \.early.most),
    Column(
      key: "late-median", title: Bilingual(vi: "trễ, trung vị (ngày)", en: "late, median (days)"), value: \.late.median),
    Column(key: "late-most", title: Bilingual(vi: "trễ nhất (ngày)", en: "late, most"), value: \.late.most),
  ]

  /// What is open, of `upcoming`: the columns behind the total add up to it. What is due within seven days is within its time
  /// or waits, and is counted there no more.
  package static let open: [Column] = [
    Column(key: "total", title: Bilingual(vi: "Tổng", en: "Total"), value: { $0.notDone }),
    kept(column(.overdue, vi: "quá hạn", en: "overdue")),
    kept(
      Column(key: "due-soon", title: Bilingual(vi: "đến hạn 7 ngày", en: "due in 7 days"), value: \.dueSoon)),
    rest(.within, vi: "trong hạn, sau 7 ngày", en: "in time, later"), rest(.waiting, vi: "chờ", en: "waiting"),
    kept(column(.reported, vi: "chờ xác nhận", en: "to confirm")),
    column(.undated, vi: "chưa có hạn", en: "no day"), column(.toSettle, vi: "cần làm rõ", en: "to settle"),
    column(.standing, vi: "(thường xuyên)", en: "(standing)"),
  ]

  private static func kept(_ column: Column) -> Column {
    var column = column
    column.isKept = true
    return column
  }

  /// Without what is due within seven days.
  private static func rest(_ one: Statistic.Class, vi: String, en: String) -> Column {
    kept(Column(key: one.rawValue, title: Bilingual(vi: vi, en: en)) { $0[one] - $0.dueSoon(one) })
  }

  private static func days(_ cause: Delay.Cause, vi: String, en: String) -> Column {
    Column(key: "days-\(cause.rawValue)", title: Bilingual(vi: vi, en: en)) { $0[cause] }
  }

  /// The class as the head of its column.
  package static func title(of one: Statistic.Class) -> Bilingual {
    columns.first { $0.key == one.rawValue }?.title ?? Bilingual(vi: one.rawValue, en: one.rawValue)
  }

  /// The rows, the sum of them, and what was carried over.
  package var rows: [(name: String, row: Statistic.Row)] {
    statistic.rows.map { ($0.name, $0) } + [(language.choose(vi: "Cộng", en: "Sum"), statistic.whole)]
      + (statistic.carried.map { [($0.name, $0)] } ?? [])
  }

  private func cells(_ row: Statistic.Row) -> [String] { columns.map { $0.value(row).map(String.init) ?? "" } }
  private var titles: [String] { columns.map { $0.title.text(in: language) } }

  /// Where the columns do not fit the width they stand in several tables, one below the other.
  package func table(width: Int?) -> String {
    // A column of zeros says nothing, and for the spread of days a terminal is too narrow.
    let kept = columns.indices.filter { index in
      let column = columns[index]
      return column.isSum || column.isKept || !column.isSpread && rows.contains { column.value($0.row) ?? 0 > 0 }
    }
    let figures = rows.map { item in
      let cells = cells(item.row)
      return kept.map { cells[$0] }
    }
    // Titles break between words alone, and figures never. Names take what is left, of which they need some.
    let least = kept.indices.map { place in
      let words = titles[kept[place]].split(separator: " ").map(String.init)
      return (words + figures.map { $0[place] }).map(DisplayWidth.of).max() ?? 0
    }
    return pieces(kept, least, width).map { places in
      let left = width.map { $0 - places.reduce(0) { $0 + least[$1] + 2 } } ?? Self.mostOfName
      var table = TextTable(
        [TextTable.Column("", isFlexible: true, minimum: min(max(left, Self.leastOfName), Self.mostOfName))]
          + places.map { place in
            TextTable.Column(titles[kept[place]], alignment: .right, isFlexible: true, minimum: least[place])
          })
      table.rows = zip(rows, figures).map { item, cells in
        [TerminalEscaper.escape(item.name)] + places.map { cells[$0] }
      }
      return table.lines(widths: table.widths(in: width)).map { $0.trimmingTrailingSpaces() + "\n" }.joined()
    }.joined(separator: "\n")
  }

  /// Columns that the names of rows take of a table that is too wide.
  private static let leastOfName = 9
  private static let mostOfName = 16

  /// The places of the columns that stand in one table: all if they fit, else those of days apart from those of duties.
  private func pieces(_ kept: [Int], _ least: [Int], _ width: Int?) -> [Range<Int>] {
    func takes(_ places: Range<Int>) -> Int { places.reduce(Self.leastOfName) { $0 + least[$1] + 2 } }
    guard let width, takes(kept.indices) > width else { return [kept.indices] }
    var pieces: [Range<Int>] = []
    var start = 0
    for place in kept.indices.dropFirst()
    where columns[kept[place]].key == "days-late" || takes(start..<place + 1) > width {
      pieces.append(start..<place)
      start = place
    }
    return pieces + [start..<kept.count]
  }

  package func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.record(["name"] + columns.map(\.key))
    for (name, row) in rows { writer.record([name] + cells(row)) }
    return writer.bytes
  }

  package func markdown() -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    return line([""] + titles) + "|---|" + String(repeating: "---:|", count: titles.count) + "\n"
      + rows.map { line([MarkdownEscaper.escape($0.name)] + cells($0.row)) }.joined()
  }

  package func json() -> String {
    JSONWriter.list(rows) { item, writer in
      writer.member("name", item.name)
      for (column, value) in zip(columns, columns.map { $0.value(item.row) }) {
        guard let value else { continue }
        writer.key(text: column.key)
        writer.number(value)
      }
    }
  }
}

extension Statistic {
  /// What is said beside figures that count classified work; nil where they count none.
  package static func noteOfClassified(_ count: Int) -> Bilingual? {
    count == 0
      ? nil
      : Bilingual(
        vi:
          "Trong đó \(Language.vi.number(count)) việc có độ mật, chỉ tính đã xong (ở mục “không rõ ngày”) hay chưa xong.",
        en: count == 1
          ? "1 of these is classified, and counted as done (on an unknown day) or not done alone."
          : "\(Language.en.number(count)) of these are classified, and counted as done (on an unknown day) or not done alone."
      )
  }

  /// What is said beside figures of a time that has passed, where there is classified work.
  package static let noteOfPast = Bilingual(
    vi: "Số liệu của lúc đã qua không tính việc có độ mật, vì sẽ cho biết việc ấy xong lúc nào.",
    en: "Figures of a time that has passed leave classified work out, since they would tell when it was done.")

  /// `73,2%`, to the nearest tenth; empty of nothing.
  package static func share(_ part: Int, of whole: Int, _ language: Language) -> String {
    guard whole > 0 else { return "" }
    let tenths = (part * 2000 + whole) / (2 * whole)
    return "\(tenths / 10)\(language.choose(vi: ",", en: "."))\(tenths % 10)%"
  }
}
