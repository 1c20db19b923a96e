import CivilCalendar
import Diagnostics
import OfficeDocuments
import Presentation

/// The statistic as a workbook: the totals, the rows by unit, section, plan and person, and the duties behind them.
struct StatisticWorkbook {
  private let query: StatisticQuery
  private let division: Statistic.Division
  private let language: Language
  private let duties: StatisticDuties
  private let period: StatisticPeriod

  init(_ query: StatisticQuery, by division: Statistic.Division, _ language: Language) {
    (self.query, self.division, self.language) = (query, division, language)
    duties = StatisticDuties(query.rules, language)
    period = query.period
  }

  var workbook: Workbook {
    let others = Statistic.Division.allCases.filter { $0 != division }
    let isAnythingAssigned = query.statistic.entries.contains { $0.item.duty.person != nil }
    let tables =
      [(division, query.statistic)]
      + others.filter { $0 != .person || isAnythingAssigned }.map {
        ($0, query.statistic.grouped(by: $0, query.rules, language))
      }
    return Workbook(
      title: choose("Thống kê thực hiện nhiệm vụ", "Statistic of tasks"), day: query.today,
      sheets: [totals] + tables.map { table($0.1, by: $0.0) } + [list])
  }

  private func choose(_ vi: String, _ en: String) -> String { language.choose(vi: vi, en: en) }

  private func lines(_ title: String) -> [String] {
    [title, period.sentence] + (query.note.map { [$0.text(in: language)] } ?? [])
  }

  // MARK: Totals

  /// Good news in green and blue, what is late in amber and red, what waits in grey.
  private static func colour(_ one: Statistic.Class) -> UInt32 {
    switch one {
    case .onTime: 0x70AD47
    case .late: 0xFFC000
    case .dayUnknown: 0xC6E0B4
    case .within: 0x5B9BD5
    case .overdue: 0xC00000
    case .reported: 0x8064A2
    case .waiting: 0xA6A6A6
    case .undated: 0xD9D9D9
    case .toSettle: 0xF79646
    case .waived, .withdrawn, .standing: 0x7F7F7F
    }
  }

  private var counted: [Statistic.Class] { Statistic.Class.allCases.filter(\.isCounted) }

  private func words(_ one: Statistic.Class) -> String {
    let title = StatisticExport.title(of: one).text(in: language)
    switch one {
    case _ where one.isDone: return choose("Đã xong, \(title)", "Done, \(title)")
    case _ where one.isCounted: return choose("Chưa xong, \(title)", "Not done, \(title)")
    default: return choose("Ngoài tổng số \(title)", "Outside the total \(title)")
    }
  }

  private var totals: Workbook.Sheet {
    let whole = query.statistic.whole
    func row(_ name: String, _ count: Int) -> [Workbook.Cell] {
      [.text(name), .number(count), .share(count, of: whole.total)]
    }
    let classes = counted.map { row(words($0), whole[$0]) }
    let sums = [
      row(choose("Đã xong", "Done"), whole.done), row(choose("Chưa xong", "Not done"), whole.notDone),
      row(choose("Tổng", "Total"), whole.total),
    ]
    var rest = Statistic.Class.allCases.filter { !$0.isCounted }.map {
      [Workbook.Cell.text(words($0)), .number(whole[$0]), .empty]
    }
    if let carried = query.statistic.carried { rest.append([.text(carried.name), .number(carried.total), .empty]) }
    let pie = Workbook.Chart(
      .pie(column: 1, colours: counted.map(Self.colour)), title: choose("Tình hình thực hiện", "How the work stands"),
      rows: whole.total > 0 ? 0..<classes.count : 0..<0)
    return Workbook.Sheet(
      choose("Tổng hợp", "Totals"),
      lines: lines(choose("Tổng hợp tình hình thực hiện nhiệm vụ", "How the work stands")),
      columns: [
        .init(choose("Tình trạng", "State"), width: 44), .init(choose("Số nhiệm vụ", "Tasks"), width: 14),
        .init(choose("Tỷ lệ trên tổng số", "Of the total"), width: 18),
      ], rows: classes + sums + rest, sums: Set(classes.count..<classes.count + sums.count), charts: [pie])
  }

  // MARK: Rows

  /// A chart of more rows than these cannot be read.
  private static let mostBars = 40

  private func table(_ statistic: Statistic, by division: Statistic.Division) -> Workbook.Sheet {
    let export = StatisticExport(statistic, language)
    // Of figures that are nowhere there is no column.
    let columns = StatisticExport.columns.filter { column in
      column.isSum || export.rows.contains { column.value($0.row) ?? 0 > 0 }
    }
    let bars = counted.filter { statistic.whole[$0] > 0 }.compactMap { one in
      columns.firstIndex { $0.key == one.rawValue }.map { (column: $0 + 1, colour: Self.colour(one)) }
    }
    let title = choose("Thống kê theo \(division.words.vi.lowercased())", "By \(division.words.en.lowercased())")
    return Workbook.Sheet(
      choose("Theo \(division.words.vi.lowercased())", "By \(division.words.en.lowercased())"), lines: lines(title),
      columns: [.init(division.words.text(in: language), width: 36)]
        + columns.map { .init(heading($0), width: 9) },
      rows: export.rows.map { name, row in
        [.text(name)] + columns.map { column in column.value(row).map { .number($0) } ?? .empty }
      }, sums: [statistic.rows.count],
      charts: [
        Workbook.Chart(.bars(columns: bars), title: title, rows: 0..<min(statistic.rows.count, Self.mostBars))
      ])
  }

  private func heading(_ column: StatisticExport.Column) -> String {
    let title = column.title.text(in: language)
    return column.isCause ? choose("Ngày trễ, \(title)", "Days late, \(title)") : title
  }

  // MARK: Duties

  private var list: Workbook.Sheet {
    let statistic = query.statistic
    let columns: [(title: String, width: Int)] = [
      (choose("Mã", "Id"), 22), (choose("Kế hoạch", "Plan"), 24), (choose("Mục", "Section"), 22),
      (choose("Nhiệm vụ", "Task"), 48), (choose("Đơn vị chủ trì", "Lead"), 22),
      (choose("Người thực hiện", "Person"), 16), (choose("Hạn", "Due"), 12), (choose("Ngày xong", "Done on"), 12),
      (choose("Tình trạng", "State"), 20), (choose("Số ngày trễ (âm: sớm)", "Days late (negative: early)"), 10),
      (choose("Trong đó của đơn vị", "Of these its own"), 10),
      (choose("Văn bản", "Document"), 18), (choose("Tính ở dòng", "Counted in row"), 22),
    ]
    let rows = statistic.entries.map { entry -> [Workbook.Cell] in
      let words = duties.words(of: entry)
      let row = words.isClassified ? "" : entry.row.map { statistic.rows[$0].name } ?? statistic.carried?.name ?? ""
      return [
        .text(words.id), .text(words.plan), .text(words.section), .text(words.title), .text(words.leads),
        .text(words.person), entry.due.map { .day($0) } ?? .empty,
        words.done.map { .day($0) } ?? .empty,
        words.isClassified ? .text(words.state) : .text(self.words(entry.counted)),
        words.delay.map { .number($0) } ?? .empty,
        words.ownDelay.map { .number($0) } ?? .empty, .text(words.document), .text(row),
      ]
    }
    return Workbook.Sheet(
      choose("Danh sách", "Duties"),
      lines: lines(choose("Danh sách nhiệm vụ được thống kê", "The duties that are counted")),
      columns: columns.map { .init($0.title, width: $0.width) }, rows: rows, isFiltered: true)
  }
}

extension Statistic.Division {
  /// What a row is.
  var words: Bilingual {
    switch self {
    case .unit: Bilingual(vi: "Đơn vị chủ trì", en: "Lead")
    case .section: Bilingual(vi: "Mục", en: "Section")
    case .plan: Bilingual(vi: "Kế hoạch", en: "Plan")
    case .person: Bilingual(vi: "Người thực hiện", en: "Person")
    }
  }
}
