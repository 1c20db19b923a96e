import Foundation
import Testing

@Suite("Forms promise the letters that go, and no others")
struct ToldTruthTests {
  private let id = "kh/I.1@once"
  private let plan = FormDesk.plan.replacingOccurrences(
    of: "đơn vị a: Phòng A\n", with: "đơn vị a: Phòng A\n  email: a@so.example\n")

  @Test("A confirmation is seen on the page, and who confirmed may open the work again")
  func confirmation() throws {
    let office = try FormDesk(plan)
    _ = try office.receipt("/ghi/bao-cao/\(id)", as: "an", ["day": "20/9/2024"])
    let form = office.get("/ghi/xac-nhan/\(id)", as: "giang").text
    #expect(form.contains("Không gửi thư; Phòng A thấy ghi nhận này trên trang của việc."))
    // A return, on the same page, goes by letter.
    #expect(form.contains("Hiện nguyên văn trên trang của việc.") && form.contains("Phòng A sẽ được báo bằng thư."))
    let receipt = try office.receipt("/ghi/xac-nhan/\(id)", as: "giang")
    #expect(!receipt.contains("được báo trong thư") && !receipt.contains("đề nghị bên quyết định"))
    #expect(receipt.contains(#"href="/ghi/mo-lai/\#(id)""#))
  }

  @Test("An extension that leaves the day where it was says so, also where time was asked for")
  func withoutEffect() throws {
    let office = try FormDesk(plan)
    _ = try office.receipt("/ghi/xin-gia-han/\(id)", as: "an", ["newDay": "21/10/2024", "words": "chờ"])
    // It is due on 30 August 2024.
    let asked = office.send("/ghi/gia-han/\(id)", as: "giang", ["newDay": "30/8/2024", "document": "7/QĐ"])
    #expect(asked.status == 422 && asked.text.contains("Không gửi thư; Phòng A thấy ghi nhận này"), "\(asked.text)")
    let receipt = try office.receipt(
      "/ghi/gia-han/\(id)", as: "giang", ["newDay": "30/8/2024", "document": "7/QĐ", "yes": "1"])
    #expect(receipt.contains("không làm thay đổi hạn: hạn vẫn là 30/08/2024"), "\(receipt)")
  }

  @Test("Nobody is promised a letter to a mailbox that the configuration forbids")
  func forbidden() throws {
    let mail = """

      [mail]
      server = "mail.so.example"
      from = "nhacviec@so.example"
      allowed-domains = ["khac.example"]
      """
    let office = try FormDesk(plan, configuration: FormDesk.roles + mail)
    _ = try office.receipt("/ghi/xin-gia-han/\(id)", as: "an", ["newDay": "21/10/2024", "words": "chờ"])
    #expect(!office.get("/ghi/gia-han/\(id)", as: "giang").text.contains("bằng thư"))
    let open = try FormDesk(
      plan, configuration: FormDesk.roles + mail.replacingOccurrences(of: "khac.example", with: "so.example"))
    _ = try open.receipt("/ghi/xin-gia-han/\(id)", as: "an", ["newDay": "21/10/2024", "words": "chờ"])
    #expect(open.get("/ghi/gia-han/\(id)", as: "giang").text.contains("Phòng A sẽ được báo bằng thư."))
  }

  @Test("The former id of an event means the event, on pages and for programs")
  func formerEvent() throws {
    let plan = FormDesk.plan.replacingOccurrences(
      of: "sự kiện cs: Bộ công bố chỉ số\n",
      with: "sự kiện cs: Bộ công bố chỉ số\n  trước đây: e2\n  theo dõi: Văn phòng\n")
    let office = try FormDesk(plan)
    #expect(office.get("/ghi/su-kien/kh/e2", as: "van").status == 200)
    let body = #"{"kind":"event","event":"kh/e2","day":"2024-09-20"}"#
    let answer = office.post(
      "/api/v1/facts", as: "van", Array(body.utf8), type: "application/json", fields: [("Idempotency-Key", "k")])
    #expect(answer.status == 201, "\(answer.text)")
    #expect(try office.facts()[0].contains("kh/cs"))
  }

  @Test("A deadline that the plan leaves unclear ends in no colon")
  func unclear() throws {
    let office = try FormDesk(
      FormDesk.plan.replacingOccurrences(of: "hạn: sau khi Bộ công bố chỉ số", with: "hạn: chưa rõ"))
    for page in ["/viec/kh/I.4@once", "/ghi/bao-cao/kh/I.4@once"] {
      let text = office.get(page, as: "dau").text
      #expect(!text.contains("chưa rõ:") && !text.contains("“”"), "\(page): \(text)")
    }
  }
}
