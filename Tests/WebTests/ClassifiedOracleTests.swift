import Foundation
import JSON
import Presentation
import TestSupport
import Testing

@testable import Web

/// Offices whose classified duty differs in nothing but what may not be told give the same answers, byte by byte, whatever is
/// asked.
@Suite("Classified work is still to be done or it is not, and nothing more can be found out")
struct ClassifiedOracleTests {
  private typealias State = ClassifiedStatesTests.State

  private static let ended: Set<String> = ["done", "done late", "confirmed", "waived"]

  private static let days = ["2024-09-12", "2024-09-13", "2024-09-15", "2024-09-16", "2024-09-17", "2024-09-18"]

  /// The ways in which figures can be narrowed to the one duty, due on 16 September, that stands in section I.
  private static let figures = Statistic.Division.allCases.flatMap { division in
    let by = "by=\(division.rawValue)"
    let due = "from=2024-09-16&to=2024-09-16"
    return ["\(by)&plan=kh&section=I&\(due)", "\(by)&unit=a", "\(by)&\(due)"]
      + days.map { "\(by)&section=I&from=\($0)" } + days.map { "\(by)&section=I&as-of=\($0)" }
  }

  private static let lists =
    UpcomingFilter.State.allCases.map { "status=\($0.rawValue)" } + ["sort=unit", "sort=title", "unit=a", "lead=a"]

  private static let targets =
    figures.flatMap { query in ["/thong-ke", "/thong-ke.csv", "/api/v1/statistic"].map { "\($0)?\(query)" } }
    + [
      "/thong-ke.xlsx?section=I", "/thong-ke.docx?section=I", "/thong-ke.docx?section=I&as-of=2024-09-17",
      "/", "/en/", "/thang/2024-09", "/nam/2024", "/ke-hoach", "/ke-hoach/kh", "/ke-hoach/kh?as-of=2024-09-17",
      "/muc/kh/I", "/don-vi", "/don-vi/a", "/giao-ban", "/giao-ban.docx", "/viec/kh/K.1@once", "/viec.ics",
      "/api/v1/obligations/kh/K.1@once",
    ]
    + lists.flatMap { query in
      ["/viec", "/viec.json", "/viec.csv", "/api/v1/obligations"].map { "\($0)?\(query)&plan=kh" }
    }

  @Test("Whatever is asked", arguments: [true, false]) func same(isEnded: Bool) throws {
    let states = ClassifiedStatesTests.past.filter {
      Self.ended.contains($0.testDescription) == isEnded && $0.testDescription != "withdrawn"
    }
    #expect(states.count == (isEnded ? 4 : 7))
    var known: [String: [UInt8]] = [:]
    for state in states {
      let desk = try state.desk()
      for target in Self.targets {
        let answer = desk.get(target)
        #expect(answer.status == 200, "\(target): \(answer.status)")
        let first = known[target] ?? answer.body
        known[target] = first
        let (a, b) = (String(decoding: first, as: UTF8.self), answer.text)
        let place = zip(a, b).prefix { $0 == $1 }.count
        #expect(
          first == answer.body,
          "\(state.testDescription), \(target): \(b.dropFirst(place - 60).prefix(200)) … \(a.dropFirst(place - 60).prefix(200))"
        )
      }
    }
  }

  @Test("It is counted as done or not, by its day, and a table of the past leaves it out and says so")
  func counted() throws {
    for state in ClassifiedStatesTests.past where state.testDescription != "withdrawn" {
      let desk = try state.desk()
      let query = "section=I&from=2024-09-16&to=2024-09-16"
      let isEnded = Self.ended.contains(state.testDescription)
      for division in Statistic.Division.allCases {
        let rows = try #require(
          JSONValue(desk.get("/api/v1/statistic?by=\(division.rawValue)&\(query)").body)?.array)
        let sum = try #require(rows.first { $0["name"]?.string == "Cộng" })
        let figures = ["total", "done-day-unknown", "overdue"].map { sum[$0]?.integer }
        // I.4, which waits and has no day, stands in the section too.
        #expect(figures == (isEnded ? [2, 1, 0] : [2, 0, 1]), "\(state.testDescription) \(sum)")
        let own = rows.filter { $0["name"]?.string == "(việc có độ mật)" }
        #expect(own.count == ([.unit, .person].contains(division) ? 1 : 0), "\(rows)")
      }
      let page = desk.text("/thong-ke?\(query)")
      #expect(page.contains("Trong đó 1 việc có độ mật, chỉ tính đã xong (ở mục “không rõ ngày”) hay chưa xong."))
      // Of today everything is told that is told without a day.
      let today = desk.get("/api/v1/statistic?\(query)&as-of=2024-09-23").body
      #expect(desk.get("/api/v1/statistic?\(query)").body == today)
      let past = desk.text("/thong-ke?\(query)&as-of=2024-09-22")
      #expect(past.contains("Số liệu của lúc đã qua không tính việc có độ mật") && !past.contains("Trong đó 1 việc"))
      let sum = try #require(JSONValue(desk.get("/api/v1/statistic?\(query)&as-of=2024-09-22").body)?.array)
      #expect(sum.first { $0["name"]?.string == "Cộng" }?["total"]?.integer == 1, "\(sum)")
    }
  }

  @Test("The command and its files tell what the page and its files tell") func command() throws {
    let state = try #require(ClassifiedStatesTests.past.first { $0.testDescription == "done late" })
    let desk = try state.desk()
    try desk.record("assign", "I.3", "Ông Kín")
    let folder = try ScratchFolder()
    for division in Statistic.Division.allCases.map(\.rawValue) {
      for form in ["json", "csv", "xlsx", "docx"] {
        let file = "\(folder.path)/\(division).\(form)"
        try desk.record("report", "--by", division, "-o", file)
        let report = try Data(contentsOf: URL(fileURLWithPath: file))
        #expect(desk.get("/thong-ke.\(form)?by=\(division)").body == [UInt8](report), "\(division) \(form)")
      }
      let table = "\(folder.path)/\(division).md"
      try desk.record("report", "--by", division, "-o", table)
      #expect(try !String(contentsOfFile: table, encoding: .utf8).contains("Kín"))
    }
  }
}
