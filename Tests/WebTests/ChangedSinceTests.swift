import Foundation
import JSON
import Testing

@Suite("What is answered is what was shown")
struct ChangedSinceTests {
  private let id = "kh/I.1@once"

  private func post(
    _ office: FormDesk, _ body: String, key: String, as login: String
  ) throws -> (status: Int, body: JSONValue) {
    let answer = office.post(
      "/api/v1/facts", as: login, Array(body.utf8), type: "application/json", fields: [("Idempotency-Key", key)])
    return (answer.status, try #require(JSONValue(answer.body), "\(answer.text)"))
  }

  @Test(
    "A report that took the place of the one that was shown is not confirmed unseen",
    arguments: ["xac-nhan", "tra-lai"])
  func report(_ act: String) throws {
    let office = try FormDesk()
    let address = "/ghi/\(act)/\(id)"
    _ = try office.receipt("/ghi/bao-cao/\(id)", as: "an", ["day": "20/9/2024", "document": "12/BC"])
    let old = FormDesk.hidden(office.get(address, as: "giang").text)
    #expect(old["about"] == "1")
    _ = try office.receipt("/ghi/mo-lai/\(id)", as: "an")
    _ = try office.receipt("/ghi/bao-cao/\(id)", as: "an", ["day": "19/9/2024", "document": "99/KHAC"])
    let sent = office.post(address, as: "giang", FormDesk.body(old.merging(["words": "lời đã gõ"]) { $1 }))
    #expect(sent.status == 409)
    #expect(try office.facts().count == 3)
    // Both stand side by side, and the form, with what was typed, answers the report of now.
    for words in ["Khi mở trang", "12/BC (ghi nhận số 1)", "Hiện nay", "99/KHAC (ghi nhận số 3)", "lời đã gõ"] {
      #expect(sent.text.contains(words), "\(words): \(sent.text)")
    }
    let anew = FormDesk.hidden(sent.text)
    #expect(anew["about"] == "3")
    #expect(office.post(address, as: "giang", FormDesk.body(anew.merging(["words": "đã xem"]) { $1 })).status == 303)
  }

  @Test("More time is not given for a request that was refused or withdrawn meanwhile")
  func request() throws {
    let office = try FormDesk()
    let address = "/ghi/gia-han/\(id)"
    let typed = ["newDay": "21/10/2024", "document": "7/QĐ"]
    func ask() throws {
      _ = try office.receipt("/ghi/xin-gia-han/\(id)", as: "an", ["newDay": "21/10/2024", "words": "chờ"])
    }
    try ask()
    let old = FormDesk.hidden(office.get(address, as: "giang").text)
    _ = try office.receipt("/ghi/khong-gia-han/\(id)", as: "giang", ["words": "không"])
    let refused = office.post(address, as: "giang", FormDesk.body(old.merging(typed) { $1 }))
    #expect(refused.status == 409 && refused.text.contains("Không còn gì chờ trả lời"), "\(refused.text)")
    #expect(refused.text.contains(#"value="7/QĐ""#))
    #expect(try office.facts().count == 2)
    // Asked anew and withdrawn: the refusal is late, too.
    try ask()
    let late = FormDesk.hidden(office.get("/ghi/khong-gia-han/\(id)", as: "giang").text)
    _ = try office.receipt("/ghi/rut-de-nghi/\(id)", as: "an")
    let answer = office.post(
      "/ghi/khong-gia-han/\(id)", as: "giang", FormDesk.body(late.merging(["words": "x"]) { $1 }))
    #expect(answer.status == 409)
    #expect(try office.facts().count == 4)
  }

  @Test("A program names what it answers, and of two answers to one request the second is told so")
  func programs() throws {
    let office = try FormDesk()
    let asked = try post(
      office, #"{"kind":"request","obligation":"kh/I.1@once","newDay":"2024-10-21","words":"chờ"}"#, key: "a", as: "an")
    #expect(asked.status == 201)
    // The same under another key is no second request.
    let again = try post(
      office, #"{"kind":"request","obligation":"kh/I.1@once","newDay":"2024-10-21","words":"chờ"}"#, key: "b", as: "an")
    #expect(again.status == 422 && again.body["faults"]?.array?.first?["code"]?.string == "already-recorded")
    let number = try #require(asked.body["fact"]?.integer)
    let extend =
      #"{"kind":"extend","obligation":"kh/I.1@once","newDay":"2024-10-21","document":"7/QĐ","about":\#(number)}"#
    let refuse = #"{"kind":"refuse","obligation":"kh/I.1@once","words":"không","about":\#(number)}"#
    #expect(try post(office, refuse, key: "c", as: "giang").status == 201)
    let second = try post(office, extend, key: "d", as: "giang")
    #expect(second.status == 409 && second.body["code"]?.string == "changed-since", "\(second)")
    // Sent again, what was recorded is still found.
    #expect(try post(office, refuse, key: "c", as: "giang").status == 200)
    #expect(try office.facts().count == 2)
    let wrong = #"{"kind":"progress","obligation":"kh/I.1@once","words":"40%","about":1}"#
    #expect(try post(office, wrong, key: "e", as: "an").body["code"]?.string == "bad-form")
  }

  @Test("What is waived or reported is not on its way unasked")
  func over() throws {
    let office = try FormDesk()
    _ = try office.receipt("/ghi/bao-cao/\(id)", as: "an", ["day": "20/9/2024"])
    for body in [
      #"{"kind":"accept","obligation":"kh/I.1@once"}"#,
      #"{"kind":"progress","obligation":"kh/I.1@once","words":"40%"}"#,
      #"{"kind":"request","obligation":"kh/I.1@once","newDay":"2024-10-21","words":"chờ"}"#,
    ] {
      #expect(try post(office, body, key: "r\(body.count)", as: "an").body["code"]?.string == "to-confirm", "\(body)")
    }
    _ = try office.receipt("/ghi/mo-lai/\(id)", as: "an")
    _ = try office.receipt("/ghi/mien/\(id)", as: "giang", ["words": "không cần"])
    for body in [
      #"{"kind":"accept","obligation":"kh/I.1@once"}"#,
      #"{"kind":"progress","obligation":"kh/I.1@once","words":"40%"}"#,
    ] {
      #expect(try post(office, body, key: "w\(body.count)", as: "an").body["code"]?.string == "to-confirm", "\(body)")
    }
  }
}
