import CivilCalendar
import Diagnostics
import Expansion
import Presentation
import Rules
import Testing

/// An explanation cites an article only for what it says, and gives no other reason for a day than the one it has.
@Suite("No explanation gives a false reason")
struct TruthfulExplanationTests {
  private static let shipped = SourceText(
    name: "shipped.rules",
    text: """
      lịch vn: Việt Nam
        luật tính thời hạn: vn-civil-code
        nghỉ hằng tuần: thứ Bảy, Chủ nhật
        ngày lễ: 30/4 (Ngày Chiến thắng)
        ngày lễ: 01/5 (Ngày Quốc tế lao động)

      lịch thuan: Lịch thuần
        luật tính thời hạn: plain
        nghỉ hằng tuần: thứ Bảy, Chủ nhật
      """)

  /// The sentences of one task's duty, in both languages.
  private static func sentences(
    _ wording: String, _ facts: [String] = [], calendar: String = "Việt Nam", more: String = ""
  ) throws -> (vi: [String], en: [String]) {
    let book = """
      kế hoạch kh: Kế hoạch
        năm: 2024
        lịch: \(calendar)
        ban hành: 02/01/2024
        đầu mối: Văn phòng

      đơn vị vp: Văn phòng

      sự kiện x: có đơn
        xảy ra: mỗi vụ việc

      sự kiện y: họp

      nhiệm vụ T: Việc
        chủ trì: Văn phòng
        hạn: \(wording)\(more)
      """
    let (rules, diagnostics) = RuleBook.read(own: [SourceText(name: "so/plan.rules", text: book)], shipped: [shipped])
    let errors = diagnostics.errors.map(\.words.en)
    try #require(errors.isEmpty, "\(errors) in \(wording)")
    let (read, problems) = FactFile.read(
      SourceText(name: "facts", text: facts.joined(separator: "\n")), rules: rules)
    try #require(problems.isEmpty, "\(problems.map(\.words.en)) in \(facts)")
    let owed = Expander(rules, facts: read).obligations(in: DayRange(first: .first, last: .last), of: 0)
    try #require(!owed.isEmpty, "\(wording): no day")
    return (
      owed.flatMap { Explanation(rules, .vi).sentences(for: $0.any) },
      owed.flatMap { Explanation(rules, .en).sentences(for: $0.any) }
    )
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var wording: String
    var facts: [String] = []
    var calendar = "Việt Nam"
    var more = ""
    /// Words that the explanation has, in Vietnamese and in English.
    var says: [(String, String)]
    /// And words that it has not.
    var saysNot: [(String, String)] = []
    var testDescription: String { wording }
  }

  static let named = ("ngày ghi rõ trong kế hoạch", "a day that the plan names")
  static let article = ("Điều 14", "article")

  static let cases: [Case] = [
    // 24 hours from Saturday noon end on Sunday.
    Case(
      wording: "trong 24 giờ kể từ khi họp", facts: ["họp ngày 11/5/2024 lúc 12:00"],
      says: [("chạy liên tục, kể cả ngày nghỉ", "run on through days off")], saysNot: [named, article]),
    // 30 April, a holiday.
    Case(
      wording: "trong 24 giờ kể từ khi họp", facts: ["họp ngày 29/4/2024 lúc 08:00"],
      says: [("nghỉ Ngày Chiến thắng", "a day off (Ngày Chiến thắng)")], saysNot: [named, article]),
    Case(
      wording: "trong 30 ngày kể từ ngày họp", facts: ["họp ngày 09/5/2024"],
      says: [
        ("Điều 147 và 148 Bộ luật Dân sự 2015", "articles 147 and 148"), ("khoản 5 Điều 148", "article 148(5)"),
      ]),
    Case(
      wording: "trong 05 ngày làm việc kể từ ngày họp", facts: ["họp ngày 09/5/2024"],
      says: [("(Điều 147 Bộ luật Dân sự 2015)", "(Civil Code 2015, article 147)")], saysNot: [("148", "148")]),
    // Ten days before Monday 20 May is Friday 10 May; ten before Tuesday 21 May is Saturday 11 May.
    Case(
      wording: "10 ngày trước ngày 20/5/2024",
      says: [("luật không quy định cách tính lùi", "no law says how to count back")], saysNot: [article]),
    Case(
      wording: "10 ngày trước ngày 21/5/2024",
      says: [("ngày làm việc liền trước", "the working day before")], saysNot: [article, named]),
    Case(
      wording: "trước khi họp", facts: ["họp ngày 20/5/2024"], says: [("liền trước", "the working day before")],
      saysNot: [article, named]),
    Case(wording: "giữa năm 2024", says: [("khoản 3 Điều 146", "146(3)")], saysNot: [("khoản 2", "146(2)")]),
    Case(wording: "trước giữa tháng 5/2024", says: [("khoản 2 Điều 146", "146(2)")], saysNot: [("khoản 3", "146(3)")]),
    // 30 June 2024 is a Sunday: by name, and as the end of a quarter.
    Case(wording: "chậm nhất 30/6/2024", says: [named]),
    Case(wording: "Quý II/2024", says: [("ngày cuối của kỳ", "the last day of a named period")], saysNot: [named]),
    Case(
      wording: "theo tiến độ của Bộ", facts: ["ấn định T hạn chậm nhất 30/6/2024 theo CV 1"],
      says: [("ngày đã ấn định", "a day that was set")], saysNot: [named]),
    // Ten plain days from Thursday 9 May end on Sunday 19 May, and stay there.
    Case(
      wording: "trong 10 ngày kể từ ngày họp", facts: ["họp ngày 09/5/2024"], calendar: "Lịch thuần",
      says: [("lịch này không dời", "law of time does not move")], saysNot: [named, article]),
    Case(
      wording: "chậm nhất 30/6/2024", more: "\n  ngày nghỉ: ngày làm việc trước",
      says: [("quy định về ngày nghỉ của nhiệm vụ", "the task's day-off rule")], saysNot: [named]),
    Case(
      wording: "trong 10 ngày kể từ ngày ban hành kế hoạch kh", says: [("ghi trong kế hoạch", "that the plan gives")],
      saysNot: [("quyết định.", "decides")]),
    // The event came after the backstop.
    Case(
      wording: "trong 10 ngày kể từ ngày họp, chậm nhất 28/6/2024", facts: ["họp ngày 25/6/2024"],
      says: [("bất kể các mốc khác", "whatever else happens")], saysNot: [("chưa xảy ra", "not happened")]),
  ]

  @Test("Each wording's reasons are the true ones", arguments: cases) func reasons(_ test: Case) throws {
    let (vi, en) = try Self.sentences(test.wording, test.facts, calendar: test.calendar, more: test.more)
    let (all, english) = (vi.joined(separator: "\n"), en.joined(separator: "\n"))
    for (vi, en) in test.says {
      #expect(all.contains(vi), "\(vi) in\n\(all)")
      #expect(english.contains(en), "\(en) in\n\(english)")
    }
    for (vi, en) in test.saysNot {
      #expect(!all.contains(vi), "\(vi) in\n\(all)")
      #expect(!english.contains(en), "\(en) in\n\(english)")
    }
  }

  /// Every count of a year of anchors: no count back cites an article, none of hours says that the plan named its day.
  @Test(
    "Counts back cite nothing; hours are no named days", arguments: ["ngày", "ngày làm việc", "tuần", "tháng", "giờ"])
  func counts(_ unit: String) throws {
    var anchor = CivilDate(iso: "2024-01-03") ?? .first
    while anchor.year == 2024 {
      let day = "\(anchor.day)/\(anchor.month)/2024"
      let count = anchor.day % 9 + (unit == "giờ" ? 20 : 2)
      let back = try Self.sentences("\(count) \(unit) trước ngày họp", ["họp ngày \(day) lúc 09:00"])
      for sentence in back.vi + back.en {
        #expect(!sentence.contains("Điều ") && !sentence.contains("article"), "\(sentence)")
        #expect(!sentence.contains(Self.named.0) && !sentence.contains(Self.named.1), "\(sentence)")
      }
      let forward = try Self.sentences("trong \(count) \(unit) kể từ ngày họp", ["họp ngày \(day) lúc 09:00"])
      for sentence in forward.vi + forward.en {
        #expect(!sentence.contains(Self.named.0) && !sentence.contains(Self.named.1), "\(sentence)")
        if unit == "giờ" { #expect(!sentence.contains("Điều ") && !sentence.contains("article"), "\(sentence)") }
      }
      anchor = anchor.adding(days: 11)
    }
  }
}
