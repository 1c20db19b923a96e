import CivilCalendar
import Diagnostics
import OfficeDocuments
import Presentation
import Rules
import Settings

/// The statistic as what the template of a Word report can show; docs/configuration.md lists the names.
struct StatisticDocument {
  private let statistic: Statistic
  private let rules: RuleSet
  private let period: StatisticPeriod
  private let division: Statistic.Division
  private let language: Language
  private let letterhead: Configuration.Letterhead
  private let note: Bilingual?

  init(
    _ query: StatisticQuery, by division: Statistic.Division, _ letterhead: Configuration.Letterhead,
    _ language: Language
  ) {
    (statistic, rules, period, note) = (query.statistic, query.rules, query.period, query.note)
    (self.division, self.letterhead, self.language) = (division, letterhead, language)
  }

  /// Of nothing, to see whether a template has the right names.
  init(ofNothing language: Language) {
    (rules, note) = (RuleBook.read(own: []).rules, nil)
    (division, letterhead, self.language) = (.unit, Configuration.standard.letterhead, language)
    period = StatisticPeriod(from: nil, until: nil, today: .first, language: language)
    statistic = Statistic(
      CountedDuties([], rules), in: DayRange(first: .first, last: .last), by: division, rules, language)
  }

  var values: TemplateValues {
    TemplateValues(texts: heading + figures(of: statistic.whole) + shares, lists: [rows, carried] + duties)
  }

  private typealias Text = (name: Bilingual, text: String)

  private static func text(_ vi: String, _ en: String, _ text: String) -> Text { (Bilingual(vi: vi, en: en), text) }

  // MARK: Heading

  private var heading: [Text] {
    let plans = Set(statistic.entries.map { rules.tasks[$0.item.duty.task].plan }).sorted()
    return letterhead.texts(on: period.today, language) + [
      Self.text("kỳ báo cáo", "period", period.words),
      Self.text("thời điểm số liệu", "figures as of", period.asOf),
      Self.text("việc có độ mật", "classified work", note?.text(in: language) ?? ""),
      Self.text(
        "kế hoạch", "plans",
        plans.map { rules.plans[$0] }.map { $0.classified == nil ? $0.title : $0.id }.joined(separator: "; ")),
      Self.text("thống kê theo", "counted by", division.words.text(in: language)),
    ]
  }

  // MARK: Figures

  /// What a column is called in a template, where that is not its title.
  private static let names: [String: Bilingual] = [
    "waived": Bilingual(vi: "được miễn", en: "waived"), "withdrawn": Bilingual(vi: "bãi bỏ", en: "withdrawn"),
    "standing": Bilingual(vi: "thường xuyên", en: "standing"),
    "classified-late": Bilingual(vi: "trễ có độ mật", en: "late classified"),
    "early-median": Bilingual(vi: "sớm trung vị", en: "early median"),
    "early-most": Bilingual(vi: "sớm nhất", en: "early most"),
    "late-median": Bilingual(vi: "trễ trung vị", en: "late median"),
    "late-most": Bilingual(vi: "trễ nhất", en: "late most"),
  ]

  private static func name(_ column: StatisticExport.Column) -> Bilingual {
    let title = names[column.key] ?? column.title
    return column.isCause ? Bilingual(vi: "ngày trễ \(title.vi)", en: "days late \(title.en)") : title
  }

  private func figures(of row: Statistic.Row) -> [Text] {
    StatisticExport.columns.map { (Self.name($0), $0.value(row).map(language.number) ?? "") }
  }

  private var shares: [Text] {
    let whole = statistic.whole
    return [
      Self.text("tỷ lệ đã xong", "share done", Statistic.share(whole.done, of: whole.total, language)),
      Self.text(
        "tỷ lệ đúng hạn", "share on time", Statistic.share(whole[.onTime], of: whole[.onTime] + whole[.late], language)),
    ]
  }

  // MARK: Lists

  private static let number = Bilingual(vi: "stt", en: "number")

  private func list(_ name: Bilingual, _ rows: [Statistic.Row]) -> TemplateValues.List {
    TemplateValues.List(
      name, fields: [Self.number, Bilingual(vi: "tên", en: "name")] + StatisticExport.columns.map(Self.name),
      items: rows.enumerated().map { ["\($0 + 1)", $1.name] + figures(of: $1).map(\.text) })
  }

  /// Without those of work outside the total alone, which would be rows of zeros in a table of what is in it.
  private var rows: TemplateValues.List {
    list(Bilingual(vi: "dòng", en: "row"), statistic.rows.filter { $0.total > 0 })
  }
  private var carried: TemplateValues.List {
    list(Bilingual(vi: "kỳ trước", en: "carried"), statistic.carried.map { [$0] } ?? [])
  }

  private var duties: [TemplateValues.List] {
    let entries = statistic.entries
    return [
      list(Bilingual(vi: "việc", en: "duty"), entries),
      list(Bilingual(vi: "việc quá hạn", en: "overdue duty"), entries.filter { $0.counted == .overdue }),
      list(Bilingual(vi: "việc trễ hạn", en: "late duty"), entries.filter { $0.counted == .late }),
    ]
  }

  private func list(_ name: Bilingual, _ entries: [Statistic.Entry]) -> TemplateValues.List {
    let duties = StatisticDuties(rules, language)
    let dates = DateWording(language)
    let wording = ItemWording(rules, dates, today: period.today)
    return TemplateValues.List(
      name,
      fields: [
        Self.number, Bilingual(vi: "mã", en: "id"), Bilingual(vi: "tên", en: "title"),
        Bilingual(vi: "chủ trì", en: "lead"), Bilingual(vi: "người", en: "person"), Bilingual(vi: "hạn", en: "due"),
        Bilingual(vi: "ngày xong", en: "done on"), Bilingual(vi: "số ngày trễ", en: "days late"),
        Bilingual(vi: "tình trạng", en: "state"), Bilingual(vi: "văn bản", en: "document"),
        Bilingual(vi: "mục", en: "section"), Bilingual(vi: "kế hoạch", en: "plan"),
      ],
      items: entries.enumerated().map { index, entry in
        let words = duties.words(of: entry)
        return [
          "\(index + 1)", words.id, wording.title(entry.item.duty), words.leads, words.person,
          entry.due.map(dates.day) ?? "", words.done.map(dates.day) ?? "",
          words.delay.map(language.number) ?? "", words.state,
          words.document, words.section, words.plan,
        ]
      })
  }
}
