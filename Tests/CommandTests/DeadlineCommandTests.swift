import JSON
import Presentation
import Testing

@Suite("The meaning of a wording")
struct DeadlineCommandTests {
  static func answer(_ phrase: String, _ options: [String] = []) throws -> JSONValue {
    let run = CommandRun(["deadline", "--json", "--year", "2024"] + options + [phrase])
    return try #require(JSONValue(Array(run.output.utf8)), "\(run.output)\(run.errors)")
  }

  /// Dates worked out by hand.
  @Test(
    "Kind and days",
    arguments: [
      ("chậm nhất 23/01/2024", "date", ["2024-01-23"]), ("trước ngày 15/01/2024", "date", ["2024-01-14"]),
      ("Quý II/2024", "window", ["2024-06-30"]),
      ("30 ngày kể từ ngày 29/3/2024", "date", ["2024-04-28"]),
      (
        "hằng quý, trước ngày 17 tháng cuối quý", "recurring", ["2024-03-16", "2024-06-16", "2024-09-16", "2024-12-16"]
      ),
      ("before 15 January 2024", "date", ["2024-01-14"]), ("khi có phát sinh", "on_occurrence", []),
      ("thường xuyên", "standing", []), ("theo tiến độ của tỉnh", "external_schedule", []),
      ("trong 10 ngày kể từ ngày Sở Nội vụ có văn bản", "event", []), ("mau mau lên", "unclear", []),
    ])
  func kinds(phrase: String, kind: String, dues: [String]) throws {
    let answer = try Self.answer(phrase)
    #expect(answer["kind"]?.string == kind)
    #expect((answer["occurrences"]?.array ?? []).compactMap { $0["due"]?.string } == dues)
    #expect((answer["canonical"] != nil) == (kind != "unclear"))
    #expect((answer["warnings"] != nil) == (kind == "unclear"))
  }

  @Test("The counted day and the day that binds") func effective() throws {
    // 29 March 2024 + 30 days = Sunday 28 April; 29 April was swapped, 30 April and 1 May are holidays.
    let answer = try Self.answer("trong 30 ngày kể từ ngày 29/3/2024")
    #expect(answer["occurrences"]?.array?.first?["due"]?.string == "2024-04-28")
    #expect(answer["occurrences"]?.array?.first?["effective"]?.string == "2024-05-02")
    let plain = try Self.answer("trong 30 ngày kể từ ngày 29/3/2024", ["--law", "plain"])
    #expect(plain["occurrences"]?.array?.first?["effective"] == nil)
  }

  @Test("What an event's deadline counts") func event() throws {
    let answer = try Self.answer("trong vòng 05 ngày làm việc kể từ khi Bộ công bố chỉ số (dự kiến Quý II/2024)")
    #expect(answer["event"]?["name"]?.string == "Bộ công bố chỉ số")
    #expect(answer["event"]?["count"]?.integer == 5)
    #expect(answer["event"]?["unit"]?.string == "working day")
    #expect(answer["event"]?["expected"]?["due"]?.string == "2024-06-30")
  }

  @Test("A wording that begins with a dash, as in a list") func listed() throws {
    #expect(try Self.answer("- Giai đoạn 2021-2025", ["--repair"])["kind"]?.string == "window")
    let strict = CommandRun(["deadline", "- Giai đoạn 2021-2025", "--year", "2024"])
    #expect(strict.code == 1)
    #expect(strict.output.contains("Giai đoạn"))
  }

  @Test("Bounds and the number of days") func limits() throws {
    let phrase = "ngày 25 hằng tháng"
    let some = try Self.answer(phrase, ["--from", "2024-03-01", "--until", "2024-06-30"])
    #expect(some["occurrences"]?.array?.count == 4)
    #expect(try Self.answer(phrase, ["--limit", "2"])["occurrences"]?.array?.count == 2)
    #expect(try Self.answer(phrase)["occurrences"]?.array?.count == 12)
  }

  @Test("The noise of scans only where asked, and told") func repair() throws {
    #expect(try Self.answer("Thườn g xuyên")["kind"]?.string == "unclear")
    let repaired = try Self.answer("Thườn g xuyên", ["--repair"])
    #expect(repaired["kind"]?.string == "standing")
    #expect(repaired["repairs"]?.array?.count == 1)
  }

  @Test("A line in, a line out, in order, whatever the lines hold") func lines() throws {
    let input = """
      {"phrase":"Quý II","plan_year":2023}
      no json

      {"phrase":"ngày 25 hằng tháng","plan_year":2024,"limit":1,"from":"2024-05-01"}
      {"phrase":7}
      {"phrase":"Qu\\u00fd I","plan_year":20240}
      {"phrase":"a\\u0000b"}
      {"phrase":"Quý III/2024","plan_year":null}
      """
    let run = CommandRun(["deadline", "--json-lines"], input: input)
    #expect(run.code == 0)
    let answers = try run.output.split(separator: "\n").map { try #require(JSONValue(Array($0.utf8))) }
    #expect(
      answers.map { $0["kind"]?.string } == [
        "window", "unclear", "recurring", "unclear", "unclear", "unclear", "window",
      ])
    #expect(answers[0]["occurrences"]?.array?.first?["due"]?.string == "2023-06-30")
    #expect(answers[2]["occurrences"]?.array?.map { $0["due"]?.string } == ["2024-05-25"])
  }

  @Test(
    "A member of a line counts, or is refused with its name; it is never passed over",
    arguments: [
      ("\"plan_year\":\"2026\"", "2026-06-30", nil), ("\"plan_year\":2026", "2026-06-30", nil),
      ("\"plan_year\":null", "2024-06-30", nil), ("\"plan_year\":\"năm 2026\"", nil, "plan_year"),
      ("\"plan_year\":[2026]", nil, "plan_year"), ("\"plan_year\":2026.5", nil, "plan_year"),
      ("\"plan_year\":true", nil, "plan_year"), ("\"plan_year\":\"\"", nil, "plan_year"),
      ("\"plan_year\":\"+2026\"", nil, "plan_year"), ("\"plan_year\":99999999999999999999", nil, "plan_year"),
      ("\"limit\":\"1\"", "2024-06-30", nil), ("\"limit\":-1", nil, "limit"), ("\"limit\":\"all\"", nil, "limit"),
      ("\"limit\":{}", nil, "limit"), ("\"from\":20240101", nil, "from"), ("\"from\":\"2024-02-30\"", nil, "from"),
      ("\"from\":\"1/1/2024\"", "2024-06-30", nil), ("\"until\":false", nil, "until"),
      ("\"from\":\"2024-05-01\",\"until\":\"2024-04-01\"", nil, "until"),
    ] as [(String, String?, String?)])
  func members(_ members: String, _ due: String?, _ refused: String?) throws {
    let run = CommandRun(
      ["deadline", "--json-lines", "--year", "2024"], input: "{\"phrase\":\"Quý II\",\(members)}\n")
    let answer = try #require(JSONValue(Array(run.output.utf8)), "\(run.output)")
    #expect(answer["occurrences"]?.array?.first?["due"]?.string == due, "\(run.output)")
    let warning = answer["warnings"]?.array?.first
    #expect((refused != nil) == (answer["kind"]?.string == "unclear"))
    if let refused { #expect(run.output.contains("“\(refused)”"), "\(String(describing: warning))") }
  }

  @Test("The answer for a person names kind, both canonical wordings and days") func text() {
    let run = CommandRun(["deadline", "--year", "2024", "Quý II/2024"], language: .vi)
    #expect(run.code == 0)
    #expect(run.output.contains("khoảng thời gian"))
    #expect(run.output.contains("Q2 2024"))
    #expect(run.output.contains("Chủ nhật 30/6/2024"))
    #expect(CommandRun(["deadline", "mau mau lên"]).code == 1)
  }

  @Test(
    "Wrong options",
    arguments: [
      ["--year", "0", "x"], ["--law", "none", "x"], ["--calendar", "Mars", "x"], [], ["--json-lines", "x"],
    ])
  func wrong(options: [String]) {
    let run = CommandRun(["deadline"] + options)
    #expect(run.code != 0)
    #expect(!run.errors.isEmpty)
  }
}
