import Documents
import Foundation
import JSON
import Presentation
import Testing

@testable import Web

/// One classified duty in every state that it can be in: whoever asks, what is told of it is the same.
@Suite("Classified work in every state")
struct ClassifiedStatesTests {
  /// What an office's duty K.1 is, and what was recorded of it by 23 September 2024.
  struct State: CustomTestStringConvertible, Equatable {
    let testDescription: String
    let deadline: String
    var field = ""
    var records: [[String]] = []

    init(_ name: String, _ deadline: String, field: String = "", _ records: [String]...) {
      (testDescription, self.deadline, self.field, self.records) = (name, deadline, field, records)
    }

    func desk() throws -> SiteDesk {
      let desk = try SiteDesk([
        "plan.rules": SiteDesk.plan + """
          mục I: Mục một

          sự kiện kho: Bộ mở kho

          nhiệm vụ K.1: Việc kín
            độ mật: Mật
            mục: I
            chủ trì: Phòng A
            \(field)
            hạn: \(deadline)

          """
      ])
      for record in records { try desk.record(record) }
      return desk
    }
  }

  private static let because = ["--because", "lý do"]
  private static let confirmed = "xác nhận: Văn phòng"

  /// Due on 16 September, a week ago.
  static let past = [
    State("overdue", "chậm nhất 16/9/2024"),
    State("done", "chậm nhất 16/9/2024", ["done", "K.1", "--on", "13/9/2024"]),
    State("done late", "chậm nhất 16/9/2024", ["done", "K.1", "--on", "18/9/2024"]),
    State("reported", "chậm nhất 16/9/2024", field: confirmed, ["done", "K.1", "--on", "13/9/2024"]),
    State(
      "confirmed", "chậm nhất 16/9/2024", field: confirmed, ["done", "K.1", "--on", "13/9/2024"],
      ["confirm", "K.1", "--on", "17/9/2024"]),
    State(
      "returned", "chậm nhất 16/9/2024", field: confirmed, ["done", "K.1", "--on", "13/9/2024"],
      ["return", "K.1", "--on", "17/9/2024"] + because),
    State("extended", "chậm nhất 10/9/2024", ["extend", "K.1", "--to", "16/9/2024", "--document", "1/QĐ", "--yes"]),
    State("in progress", "chậm nhất 16/9/2024", ["progress", "K.1", "50%", "--on", "13/9/2024"]),
    State("waived", "chậm nhất 16/9/2024", ["waive", "K.1"] + because),
    State("withdrawn", "chậm nhất 16/9/2024", field: "bãi bỏ: 12/9/2024, 2/QĐ"),
    State("waiting, with a day", "trong 300 ngày kể từ ngày Bộ mở kho, chậm nhất 16/9/2024"),
    State("with an hour", "trước 16 giờ ngày 16/9/2024"),
  ]

  /// Due on 30 September, in a week.
  static let coming = [
    State("open", "chậm nhất 30/9/2024"),
    State("not open yet", "từ ngày 25/9/2024 đến ngày 30/9/2024"),
    State("done", "chậm nhất 30/9/2024", ["done", "K.1", "--on", "13/9/2024"]),
    State("reported", "chậm nhất 30/9/2024", field: confirmed, ["done", "K.1", "--on", "13/9/2024"]),
    State(
      "returned", "chậm nhất 30/9/2024", field: confirmed, ["done", "K.1", "--on", "13/9/2024"],
      ["return", "K.1", "--on", "17/9/2024"] + because),
    State("extended", "chậm nhất 10/9/2024", ["extend", "K.1", "--to", "30/9/2024", "--document", "1/QĐ", "--yes"]),
    State(
      "more time is asked for", "chậm nhất 30/9/2024",
      ["request", "K.1", "--on", "20/9/2024", "--to", "15/10/2024", "--yes"] + because),
    State("silenced", "chậm nhất 30/9/2024", ["silence", "K.1", "--until", "29/9/2024"] + because),
    State("waived", "chậm nhất 30/9/2024", ["waive", "K.1"] + because),
    State("withdrawn", "chậm nhất 30/9/2024", field: "bãi bỏ: 12/9/2024, 2/QĐ"),
    State("waiting, with a day", "trong 300 ngày kể từ ngày Bộ mở kho, chậm nhất 30/9/2024"),
  ]

  /// Without a day.
  static let open = [
    State("waiting for an event", "sau khi Bộ mở kho"),
    State("waiting for a timetable", "theo tiến độ của Bộ"),
    State("undated", "từ ngày 10/9/2024"),
    State("unclear", "chưa rõ: khi thuận lợi"),
    State("standing", "thường xuyên"),
    State("done", "sau khi Bộ mở kho", ["done", "K.1", "--on", "13/9/2024"]),
    State("waived", "sau khi Bộ mở kho", ["waive", "K.1"] + because),
  ]

  // MARK: What is asked

  private static let anyState = UpcomingFilter.State.allCases.map { "status=\($0.rawValue)" }.joined(separator: "&")

  /// Every page; in English below `/en`.
  private static let pages =
    [
      "", "/viec?\(anyState)", "/thang/2024-09", "/thang/2024-09?plan=kh", "/nam/2024", "/ke-hoach", "/ke-hoach/kh",
      "/muc/kh/I", "/don-vi", "/don-vi/a", "/su-kien", "/da-gui", "/ban-quy-tac", "/quy-tac", "/quy-tac/plan.rules",
      "/thong-ke", "/giao-ban", "/doc-han", "/viec/kh/K.1@once",
    ] + ["unit", "plan", "title"].map { "/viec?\(anyState)&sort=\($0)" }
    + UpcomingFilter.State.allCases.map { "/viec?status=\($0.rawValue)" }
    + Statistic.Division.allCases.map { "/thong-ke?by=\($0.rawValue)" }

  private static let files = [
    "/viec.json?\(anyState)", "/viec.csv?\(anyState)", "/viec.ics?\(anyState)", "/viec.xlsx?\(anyState)",
    "/thong-ke.json", "/thong-ke.csv", "/thong-ke.xlsx", "/thong-ke.docx", "/giao-ban.docx",
  ]

  private static let answers = [
    "obligations?limit=200&\(anyState)", "obligations/kh/K.1@once", "plans", "tasks", "units", "events", "statistic",
    "statistic?by=person", "calendar?from=2024-09-01&to=2024-09-30", "deliveries", "revisions", "openapi.json",
  ].map { "/api/v1/\($0)" }

  private static let targets =
    pages.map { $0.isEmpty ? "/" : $0 } + (pages.filter { !$0.hasPrefix("/viec?") } + files).map { "/en\($0)" } + files
    + answers

  // MARK: What is told

  /// The smallest parts of an answer that name the duty: elements of a page, objects of JSON, lines of a table, events of a
  /// calendar.
  private static func parts(_ desk: SiteDesk, _ target: String) throws -> Set<String> {
    let answer = desk.get(target)
    #expect(answer.status == 200, "\(target): \(answer.status)")
    let (path, type) = (target.prefix { $0 != "?" }, answer.type ?? "")
    if path.hasSuffix("x") {
      let blocks = try DocumentFileReader().read(answer.body, name: String(path)).blocks
      return Set(
        blocks.flatMap { block in
          switch block {
          case .table(let table):
            // Tables of a document are lists by state, of other columns, in which rows are numbered.
            table.rows.map { row in
              let cells = row.cells.map(\.text)
              return (path.hasSuffix(".docx") ? cells.dropFirst().filter { !$0.isEmpty } : cells).joined(separator: "|")
            }
          case .paragraph(let paragraph): [paragraph.text]
          }
        }.filter { $0.contains("K.1") })
    }
    let ends: [(String, String)] =
      type.contains("json")
      ? [("{", "}")]
      : type.contains("html")
        ? ["tr", "li", "g", "h1", "title", "section"].flatMap { [("<\($0) ", "</\($0)>"), ("<\($0)>", "</\($0)>")] }
        : type.contains("calendar") ? [("BEGIN:", "END:")] : [("\n", "\n")]
    return Set(
      answer.text.ranges(of: "K.1").map { name in
        let before = answer.text[..<name.lowerBound]
        let found = ends.compactMap { start, end in before.ranges(of: start).last.map { ($0.lowerBound, end) } }
        guard let (start, end) = found.max(by: { $0.0 < $1.0 }) else { return "" }
        let rest = answer.text[name.upperBound...]
        return String(answer.text[start..<(rest.ranges(of: end).first?.lowerBound ?? rest.endIndex)])
      })
  }

  @Test(
    "What pages, files and programs are told of it is the same in every state", arguments: [past, coming, open])
  func same(states: [State]) throws {
    // By paths: a list by state has it where it belongs, and says of it what every other list says.
    var known: [Substring: Set<String>] = [:]
    for state in states {
      let desk = try state.desk()
      var telling: Set<Substring> = []
      var found: [Substring: Set<String>] = [:]
      for target in Self.targets {
        var parts = try Self.parts(desk, target)
        if parts.isEmpty { continue }
        // Calendars keep for ever what nobody cancels.
        if state.testDescription == "withdrawn", target.contains(".ics") {
          parts = Set(parts.map { $0.replacing("STATUS:CANCELLED", with: "STATUS:CONFIRMED") })
        }
        telling.insert(target.prefix { $0 != "?" })
        found[target.prefix { $0 != "?" }, default: []].formUnion(parts)
      }
      for path in ["/viec", "/viec/kh/K.1@once", "/viec.json", "/viec.csv", "/viec.xlsx", "/thong-ke.xlsx"] {
        #expect(telling.contains(Substring(path)), "\(state.testDescription), \(path)")
      }
      for (path, parts) in found {
        let other = parts.subtracting(known[path] ?? parts)
        #expect(other.isEmpty, "\(state.testDescription), \(path): \(other)\nelsewhere \(known[path] ?? [])")
        known[path] = known[path] ?? parts
      }
    }
  }

  @Test("It is its id and its day, or that it has none", arguments: past + coming + open) func told(state: State) throws
  {
    let desk = try state.desk()
    let due = Self.past.contains(state) ? "2024-09-16" : Self.coming.contains(state) ? "2024-09-30" : nil
    let json = due.map { #""due":"\#($0)","# } ?? ""
    #expect(
      desk.text("/api/v1/obligations/kh/K.1@once")
        == #"{"obligation":{"id":"kh/K.1@once","plan":"kh","task":"K.1","key":"once",\#(json)"classified":true},"delay":[]}"#
        + "\n")
    let csv = desk.text("/viec.csv?\(Self.anyState)").split(whereSeparator: \.isNewline)
    #expect(csv.contains("kh/K.1@once,,,,\(due ?? ""),,,,Việc có độ mật,,,có độ mật,"), "\(csv)")
    if due == nil {
      #expect(desk.text("/viec/kh/K.1@once").contains("<p class=\"due\">Hạn: không có ngày</p>"))
    }
  }

  @Test("A month says of its day no more than how many are classified") func month() throws {
    for state in Self.past where state.testDescription != "withdrawn" {
      let page = try state.desk().text("/thang/2024-09")
      #expect(page.contains("<p class=\"soft\">1 việc, có độ mật</p>"), "\(state.testDescription)")
    }
  }

  @Test("A calendar drops it only where it is withdrawn") func calendar() throws {
    for state in Self.past + Self.coming {
      let feed = try state.desk().text("/viec.ics?\(Self.anyState)")
      let event = try #require(feed.components(separatedBy: "BEGIN:VEVENT").first { $0.contains("kh/K.1") })
      let isGone = state.testDescription == "withdrawn"
      #expect(event.contains(isGone ? "STATUS:CANCELLED" : "STATUS:CONFIRMED"), "\(state.testDescription)")
      #expect(event.contains("SUMMARY;LANGUAGE=vi:Việc có độ mật kh/K.1\r\n"))
    }
  }
}
