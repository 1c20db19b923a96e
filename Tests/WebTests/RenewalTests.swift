import Dispatch
import HTTPMessages
import Synchronization
import Testing

@Suite("Pages behind what was recorded")
struct RenewalTests {
  private func post(_ office: FormDesk, _ body: String, key: String, as login: String) -> HTTPAnswer {
    office.post(
      "/api/v1/facts", as: login, Array(body.utf8), type: "application/json", fields: [("Idempotency-Key", key)])
  }

  @Test("Of many at once each finds its own fact on the next page, also who sent it again")
  func together() throws {
    let office = try FormDesk()
    try office.desk.promote()
    let faults = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 24) { number in
      let words = "đợt \(number / 2) đã gửi"
      let answer = post(
        office, #"{"kind":"progress","obligation":"kh/I.1@once","words":"\#(words)"}"#, key: "k\(number / 2)", as: "an")
      let page = office.get("/viec/kh/I.1@once", as: "an").text
      if ![200, 201].contains(answer.status) || !page.contains(words) {
        faults.withLock { $0.append("\(number): \(answer.status)") }
      }
    }
    #expect(faults.withLock { $0 } == [])
    #expect(try office.facts().count == 12)
  }

  @Test("What is worked out anew of a model is what a new start works out of everything")
  func grown() throws {
    let office = try FormDesk()
    try office.desk.promote()
    let facts = [
      ("an", #"{"kind":"done","obligation":"kh/I.1@once","day":"2024-09-20","document":"12/BC-A"}"#),
      ("giang", #"{"kind":"confirm","obligation":"kh/I.1@once"}"#),
      ("dau", #"{"kind":"extend","obligation":"kh/I.2@once","newDay":"2024-10-30","document":"CV 1"}"#),
      ("dau", #"{"kind":"event","event":"kh/cs","day":"2024-09-18"}"#),
      ("dau", #"{"kind":"waive","obligation":"kh/I.2@once","words":"thôi"}"#),
      ("dau", #"{"kind":"undo","obligation":"kh/I.1@once","words":"nhầm"}"#),
    ]
    for (number, (login, body)) in facts.enumerated() {
      let answer = post(office, body, key: "k\(number)", as: login)
      #expect(answer.status == 201, "\(body): \(answer.text)")
      let targets = [
        "/", "/viec", "/viec/kh/I.1@once", "/viec/kh/I.2@once", "/thong-ke", "/giao-ban", "/su-kien", "/don-vi/a",
        "/api/v1/obligations", "/api/v1/statistic",
      ]
      let grown = targets.map { office.get($0, as: "dau").text }
      office.desk.site.forget()
      _ = office.desk.site.refresh()
      for (target, text) in zip(targets, grown) { #expect(office.get(target, as: "dau").text == text, "\(target)") }
    }
  }
}
