import HTTPMessages
import JSON
import Testing
import Web

@Suite("The API")
struct APITests {
  static func json(_ answer: HTTPAnswer) throws -> JSONValue { try #require(JSONValue(answer.body)) }

  @Test("What is not right is a problem with a code, and its type leads to a page")
  func problems() throws {
    let desk = try SiteDesk()
    for (target, status, code) in [
      ("obligations?from=30/9/2024", 400, "bad-day"), ("obligations?limit=0", 400, "bad-number"),
      ("obligations?limit=%2B5", 400, "bad-number"), ("obligations?status=late", 400, "bad-choice"),
      ("obligations?sort=", 400, "bad-choice"),
      ("obligations?from=2024-09-30&to=2024-09-01", 400, "bad-range"),
      ("statistic?from=2024-09-30&to=2024-09-01", 400, "bad-range"),
      ("calendar?from=2024-09-30&to=2024-09-01", 400, "bad-range"), ("obligations?after=x", 400, "bad-cursor"),
      ("obligations?unit=Ph%C3%B2ng+Z", 400, "unknown-name"), ("obligations?plans=kh", 400, "unknown-parameter"),
      ("obligations?plan=kh&plan=kh", 400, "repeated-parameter"), ("obligations?text=", 400, "bad-text"),
      ("obligations/kh/I.9@once", 404, "not-found"), ("plans?x=1", 400, "unknown-parameter"),
      ("nothing", 404, "not-found"), ("obligations?unit=%ff", 400, "bad-address"),
      ("deadline", 400, "missing-parameter"), ("deadline?q=x&year=10000", 400, "bad-number"),
      ("calendar?from=2024-02-30", 400, "bad-day"), ("calendar?from=2024-01-02&to=2024-01-01", 400, "bad-range"),
      ("calendar?from=2024-01-01&to=2025-02-04", 400, "bad-range"), ("calendar?calendar=x", 400, "unknown-name"),
    ] {
      let answer = desk.get("/api/v1/\(target)")
      #expect(answer.status == status && answer.type == "application/problem+json", "\(target): \(answer.text)")
      let problem = try Self.json(answer)
      #expect(problem["code"]?.string == code && problem["status"]?.integer == status, "\(target): \(answer.text)")
      #expect(problem["detail"] == nil || problem["detailVi"] != nil)
      let type = try #require(problem["type"]?.string)
      #expect(desk.text(type).contains(code))
      #expect(desk.text("/en\(type)").contains(#"<html lang="en">"#))
    }
    #expect(desk.get("/problems/none").status == 404)
  }

  @Test("An address that is not in order is told to a program as JSON, to a browser as a page")
  func badAddress() throws {
    let desk = try SiteDesk()
    #expect(desk.get("/api/v1/obligations/kh%2FI.1").type == "application/problem+json")
    #expect(desk.get("/a%2Fb", fields: [("Accept", "text/html,*/*")]).type == "text/html; charset=utf-8")
  }

  @Test("Days of the calendar say whether they are worked, why not, and their lunar day")
  func calendar() throws {
    let desk = try SiteDesk()
    let days = try #require(
      Self.json(desk.get("/api/v1/calendar?from=2024-08-30&to=2024-09-17"))["items"]?.array)
    #expect(days.count == 19)
    func day(_ number: Int) -> JSONValue { days[number] }
    // Friday, then a weekend, then the two days of National Day (art. 112 of the Labour Code).
    #expect(day(0)["status"]?.string == "working" && day(0)["weekday"]?.integer == 5)
    #expect(day(1)["status"]?.string == "weekly-day-off" && day(1)["isWorking"] == .bool(false))
    #expect(day(3)["day"]?.string == "2024-09-02" && day(3)["status"]?.string == "holiday")
    #expect(day(3)["reason"]?.string?.contains("Quốc khánh") == true)
    #expect(day(5)["isWorking"] == .bool(true) && day(5)["reason"] == nil)
    // Mid-autumn: the 15th of the eighth month.
    let lunar = try #require(day(18)["lunar"])
    #expect(lunar["day"]?.integer == 15 && lunar["month"]?.integer == 8 && lunar["isLeap"] == .bool(false))
    // 400 days are the most; outside of the calendar's years nothing is said of work.
    #expect(try Self.json(desk.get("/api/v1/calendar?from=2024-01-01&to=2025-02-03"))["items"]?.array?.count == 400)
    let old = try Self.json(desk.get("/api/v1/calendar?from=1900-01-01&to=1900-01-01"))["items"]?.array
    #expect(old?.first?["status"]?.string == "unknown" && old?.first?["isWorking"] == nil)
    // From today on for 31 days, if nothing is asked for.
    let usual = try #require(Self.json(desk.get("/api/v1/calendar"))["items"]?.array)
    #expect(usual.count == 31 && usual.first?["day"]?.string == "2024-09-23")
  }

  @Test("A deadline's wording is read as the command reads it")
  func deadline() throws {
    let desk = try SiteDesk()
    // "chậm nhất 30/8": the plan's year is added.
    let answer = try Self.json(desk.get("/api/v1/deadline?q=ch%E1%BA%ADm+nh%E1%BA%A5t+30%2F8&year=2024"))
    #expect(answer["kind"]?.string == "date")
    #expect(answer["occurrences"]?.array?.first?["due"]?.string == "2024-08-30")
    let unclear = try Self.json(desk.get("/api/v1/deadline?q=xyz"))
    #expect(unclear["kind"]?.string == "unclear" && unclear["warnings"]?.array?.isEmpty == false)
  }

  @Test("The statistic counts as the command does")
  func statistic() throws {
    let desk = try SiteDesk()
    try desk.record("done", "I.1", "--on", "2/9/2024")
    let rows = try #require(Self.json(desk.get("/en/api/v1/statistic?by=plan")).array)
    // I.1 is done three days late; I.2 and I.3 are open, I.4 waits.
    #expect(rows.count == 2 && rows.last?["name"]?.string == "Sum")
    #expect(rows.last?["total"]?.integer == 4 && rows.last?["done-late"]?.integer == 1)
    #expect(rows.last?["within"]?.integer == 2 && rows.last?["waiting"]?.integer == 1)
    #expect(!desk.text("/api/v1/statistic?by=unit").contains("kín"))
    // At the end of Sunday nothing was recorded yet, and I.3, which is classified, is in no figure of the past.
    let past = try #require(Self.json(desk.get("/en/api/v1/statistic?by=plan&as-of=2024-09-22")).array)
    #expect(past.last?["total"]?.integer == 3 && past.last?["overdue"]?.integer == 1)
    // As the command takes it: a day in words, or an instant. The fact was recorded at 08:05 on Monday.
    for (text, late) in [
      ("h%C3%B4m%20qua", 0), ("22/9/2024", 0), ("2024-09-23T08:04", 0), ("2024-09-23T01:04:59Z", 0),
      ("2024-09-23T08:05", 1), ("2024-09-23T01:05:00Z", 1), ("2024-09-23", 1),
    ] {
      let rows = try #require(Self.json(desk.get("/en/api/v1/statistic?by=plan&as-of=\(text)")).array, "\(text)")
      #expect(rows.last?["done-late"]?.integer ?? 0 == late, "\(text)")
    }
    let unreadable = desk.get("/api/v1/statistic?as-of=zz")
    #expect(unreadable.status == 400 && unreadable.text.contains("bad-day"))
    let future = desk.get("/api/v1/statistic?as-of=2024-09-24")
    #expect(future.status == 400 && future.text.contains("bad-day"))
    let unknown = desk.get("/api/v1/statistic?unit=x")
    #expect(unknown.status == 400 && unknown.text.contains("unknown-name"))
  }

  @Test("An event says who waits for it, when it is expected, and when it happened by which document")
  func events() throws {
    let plan = SiteDesk.plan.replacingOccurrences(
      of: "sự kiện cs: Bộ công bố chỉ số\n", with: "sự kiện cs: Bộ công bố chỉ số\n  dự kiến: quý IV/2024\n")
    let desk = try SiteDesk(["plan.rules": plan])
    func event() throws -> JSONValue {
      let items = try Self.json(desk.get("/api/v1/events"))["items"]?.array ?? []
      return try #require(items.first { $0["id"]?.string?.hasSuffix("cs") == true })
    }
    let awaited = try #require(event()["awaited"]?.array?.first)
    #expect(awaited["obligations"]?.array?.compactMap(\.string) == ["kh/I.4@once"])
    #expect(
      awaited["expected"]?["opens"]?.string == "2024-10-01" && awaited["expected"]?["due"]?.string == "2024-12-31")
    #expect(try event()["happened"] == .array([]))
    try desk.record("event", "record", "cs", "--on", "20/9/2024", "--document", "12/TB-BNV")
    let happened = try #require(event()["happened"]?.array?.first)
    #expect(happened["day"]?.string == "2024-09-20" && happened["document"]?.string == "12/TB-BNV")
    #expect(happened["recorded"]?.string == "2024-09-23T01:05:00Z")
    #expect(try event()["awaited"] == .array([]))
  }

  @Test("Of classified work nothing tells more than id and day")
  func classified() throws {
    let desk = try SiteDesk()
    for target in ["obligations", "obligations/kh/I.3@once", "tasks", "plans", "units", "events"] {
      #expect(!desk.text("/api/v1/\(target)").contains("kín"), "\(target)")
    }
    let secret = try Self.json(desk.get("/api/v1/obligations/kh/I.3@once"))
    #expect(secret["obligation"]?["due"]?.string == "2024-12-31" && secret["derivation"] == nil)
  }

  @Test(
    "A plan that is none is told wherever one can be named",
    arguments: ["tasks", "obligations", "events", "statistic"])
  func noPlan(path: String) throws {
    let desk = try SiteDesk()
    let told = desk.get("/api/v1/\(path)?plan=zz")
    #expect(try told.status == 400 && Self.json(told)["code"]?.string == "unknown-name")
    #expect(desk.get("/api/v1/\(path)?plan=kh").status == 200)
  }

  @Test("An unchanged answer is not sent again")
  func unchanged() throws {
    let desk = try SiteDesk()
    let tag = try #require(desk.get("/api/v1/tasks").value(of: "ETag"))
    #expect(desk.get("/api/v1/tasks", fields: [("If-None-Match", tag)]).status == 304)
  }

  @Test("Every answer has only what the document describes, and all that it promises")
  func described() throws {
    let desk = try SiteDesk()
    try desk.record("done", "I.1", "--on", "20/9/2024")
    let document = try Self.json(desk.get("/api/v1/openapi.json"))
    let schemas = try #require(document["components"]?["schemas"])
    for target in [
      "obligations?status=closed&status=open&status=waiting", "obligations/kh/I.1@once", "obligations/kh/I.4@once",
      "obligations/kh/I.3@once", "plans",
      "tasks", "units", "events", "events?plan=kh", "rule-files", "revisions", "deliveries",
      "calendar?from=2024-02-01&to=2024-02-20", "openapi.json",
      "statistic?by=section&from=2024-01-01",
      "deadline?q=h%E1%BA%B1ng+qu%C3%BD%2C+tr%C6%B0%E1%BB%9Bc+ng%C3%A0y+17+th%C3%A1ng+cu%E1%BB%91i+qu%C3%BD&year=2024",
      "deadline?q=sau+khi+B%E1%BB%99+N%E1%BB%99i+v%E1%BB%A5+c%C3%B4ng+b%E1%BB%91&year=2024",
    ] {
      let path = "/api/v1/" + target.split(separator: "?")[0]
      let described = path.hasPrefix("/api/v1/obligations/") ? "/api/v1/obligations/{plan}/{duty}" : path
      let answers = try #require(document["paths"]?[described]?["get"]?["responses"], "\(path)")
      let schema = try #require(answers["200"]?["content"]?["application/json"]?["schema"])
      let faults = SchemaCheck(schemas).faults(of: try Self.json(desk.get("/api/v1/\(target)")), schema, at: target)
      #expect(faults == [])
    }
  }
}

/// Compares a document with a schema: names of members, those that must be there, and the values of enumerations.
struct SchemaCheck {
  private let schemas: JSONValue

  init(_ schemas: JSONValue) { self.schemas = schemas }

  func faults(of value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
    if let name = schema["$ref"]?.string?.split(separator: "/").last {
      guard let named = schemas[String(name)] else { return ["\(place): no schema \(name)"] }
      return faults(of: value, named, at: place)
    }
    if let allowed = schema["enum"]?.array { return allowed.contains(value) ? [] : ["\(place): \(value)"] }
    switch (value, schema["type"]?.string) {
    case (.object(let members), "object"):
      guard case .object(let known)? = schema["properties"] else { return [] }
      let missing = (schema["required"]?.array ?? []).compactMap(\.string).filter { members[$0] == nil }
      return missing.map { "\(place): no \($0)" }
        + members.sorted { $0.key < $1.key }.flatMap { name, member in
          (known[name] ?? schema["additionalProperties"]).map { faults(of: member, $0, at: "\(place).\(name)") } ?? [
            "\(place): \(name) is not described"
          ]
        }
    case (.array(let elements), "array"):
      guard let each = schema["items"] else { return [] }
      return elements.flatMap { faults(of: $0, each, at: "\(place)[]") }
    case (.string, "string"), (.bool, "boolean"), (.number, "integer"): return []
    default: return ["\(place): \(value) is no \(schema["type"]?.string ?? "?")"]
    }
  }
}
