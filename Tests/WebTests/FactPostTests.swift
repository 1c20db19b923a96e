import Foundation
import HTTPMessages
import JSON
import Testing

@Suite("Recording by the interface for programs")
struct FactPostTests {
  private func post(
    _ office: FormDesk, _ body: String, key: String? = "k1", as login: String? = "an",
    fields: [(String, String)] = [], type: String = "application/json"
  ) throws -> (status: Int, body: JSONValue) {
    let all = fields + (key.map { [("Idempotency-Key", $0)] } ?? [])
    let answer = office.post("/api/v1/facts", as: login, Array(body.utf8), type: type, fields: all)
    return (answer.status, try #require(JSONValue(answer.body), "\(answer.text)"))
  }

  private let report = #"{"kind":"done","obligation":"kh/I.1@once","day":"2024-09-20","document":"12/BC-A"}"#

  @Test("A fact is recorded once for each key, and said again for the same") func once() throws {
    let office = try FormDesk()
    let dry = try post(office, report.replacingOccurrences(of: "}", with: #","dryRun":true}"#))
    #expect(dry.status == 200 && dry.body["fact"] == nil && dry.body["obligations"]?.array?.count == 1)
    #expect(try office.facts().isEmpty)
    let first = try post(office, report)
    #expect(first.status == 201 && first.body["fact"]?.integer == 1 && first.body["isRepeated"] == .bool(false))
    #expect(first.body["obligations"]?.array == [.string("kh/I.1@once")])
    let again = try post(office, report)
    #expect(again.status == 200 && again.body["fact"]?.integer == 1 && again.body["isRepeated"] == .bool(true))
    let other = try post(office, #"{"kind":"progress","obligation":"kh/I.1@once","words":"40%"}"#)
    #expect(other.status == 422 && other.body["code"]?.string == "key-reused")
    #expect(try office.facts().count == 1)
    #expect(try office.facts()[0].contains("| an | a (chủ trì) | 12/BC-A | qua giao diện lập trình, lần gửi "))
    // A key is one login's own.
    let confirmed = try post(office, #"{"kind":"confirm","obligation":"kh/I.1@once"}"#, as: "giang")
    #expect(confirmed.status == 201)
  }

  @Test("What looks like a slip is to be confirmed, what is wrong is named with its field") func faults() throws {
    let office = try FormDesk()
    let future = report.replacingOccurrences(of: "2024-09-20", with: "2024-09-30")
    for body in [future, future.replacingOccurrences(of: "}", with: #","yes":true}"#)] {
      let refused = try post(office, body)
      #expect(refused.status == 422)
      let fault = refused.body["faults"]?.array?.first
      #expect(fault?["code"]?.string == "not-yet-done" && fault?["field"]?.string == "day")
    }
    let early = report.replacingOccurrences(of: "2024-09-20", with: "2023-09-20")
    let asked = try post(office, early)
    #expect(asked.status == 409 && asked.body["code"]?.string == "to-confirm")
    let fault = asked.body["faults"]?.array?.first
    #expect(fault?["code"]?.string == "day-before-plan" && fault?["field"]?.string == "day")
    #expect(try post(office, early.replacingOccurrences(of: "}", with: #","yes":true}"#)).status == 201)
    let foreign = try post(office, #"{"kind":"done","obligation":"kh/I.2@once","day":"2024-09-20"}"#, key: "k2")
    #expect(foreign.status == 403 && foreign.body["code"]?.string == "not-yours")
    let extended = try post(
      office, #"{"kind":"extend","obligation":"kh/I.2@once","newDay":"2024-10-30"}"#, key: "k3", as: "dau")
    #expect(extended.status == 422 && extended.body["faults"]?.array?.first?["field"]?.string == "document")
  }

  @Test("A member that stands twice is refused, whichever would have counted") func repeated() throws {
    let office = try FormDesk()
    for body in [
      report.replacingOccurrences(of: "}", with: #","day":"2024-09-19"}"#),
      report.replacingOccurrences(of: "{", with: #"{"kind":"progress","#),
      report.replacingOccurrences(of: "}", with: #","yes":true,"yes":false}"#),
    ] {
      let answer = try post(office, body)
      #expect(answer.status == 400 && answer.body["code"]?.string == "bad-form", "\(body): \(answer)")
    }
    #expect(try office.facts().isEmpty)
  }

  @Test("What is not in order records nothing") func refused() throws {
    let office = try FormDesk()
    #expect(try post(office, report, as: nil).status == 403)
    #expect(try post(office, report, as: "khach").body["code"]?.string == "not-yours")
    #expect(try post(office, report, key: nil).body["code"]?.string == "missing-parameter")
    #expect(try post(office, report, type: "text/plain").status == 415)
    #expect(
      try post(office, report, fields: [("Origin", "https://evil.example")]).body["code"]?.string == "from-elsewhere")
    #expect(try post(office, report, fields: [("Sec-Fetch-Site", "cross-site")]).status == 403)
    for body in [
      "", "[]", "{}", #"{"kind":"done"}"#, #"{"kind":"nothing","obligation":"kh/I.1@once"}"#,
      #"{"kind":"done","obligation":"kh/I.9@once"}"#, #"{"kind":"done","obligation":"kh/I.3@once","day":"2024-09-20"}"#,
      #"{"kind":"done","obligation":"kh/I.1@once","day":20240920}"#,
      #"{"kind":"done","event":"kh/cs","day":"2024-09-20"}"#,
      #"{"kind":"done","obligation":"kh/I.1@once","day":"2024-09-20","other":"x"}"#,
      #"{"kind":"accept","obligation":"kh/I.1@once","words":"x"}"#,
    ] {
      let answer = try post(office, body)
      #expect(answer.status == 400 && answer.body["code"]?.string == "bad-form", "\(body)")
    }
    #expect(try office.facts().isEmpty)
  }
}
