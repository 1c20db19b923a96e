import Foundation
import HTTPMessages
import Proposals
import StateFolder
import Testing

@Suite("Proposals that would lose what is on record")
struct ProposalLossTests {
  private let office: ProposalOffice

  /// Who records at the command line is lan.
  private static let roles = "[roles.lan]\nfocal-point = true\n[roles.bich]\nadministrator = true\n"

  init() throws { office = try ProposalOffice(roles: Self.roles) }

  private static let quarterly = ["due": "hằng quý, trước ngày 17 tháng cuối quý", "reason": "Theo công văn 7"]

  @Test("Rows that make facts void are told to who proposes and who decides, and nobody accepts them on pages")
  func lostFact() throws {
    try office.desk.record("extend", "kh/I.2", "--to", "15/10/2024", "--by", "9/QĐ")
    try office.desk.record("done", "kh/I.2", "--on", "20/9/2024")
    try office.desk.record("confirm", "kh/I.2", "--on", "21/9/2024")
    let looked = office.send(ProposalOffice.change, "xem", Self.quarterly).text
    // What is done is among what goes.
    for words in [
      "nên không chấp nhận được trên trang", "1 việc bỏ", "bãi bỏ", "nhacviec rules accept", "sẽ không còn tác dụng:",
    ] {
      #expect(looked.contains(words), "\(words): \(looked)")
    }
    #expect(office.send(ProposalOffice.change, "gui", Self.quarterly).status == 303)
    for login in ["an", "quan"] {
      let page = office.text("/de-xuat/1", as: login)
      #expect(page.contains("nên không chấp nhận được trên trang") && page.contains("1 việc đã xong sẽ không còn"))
      #expect(!page.contains("Chấp nhận và áp dụng"), "\(page)")
    }
    let english = office.text("/en/de-xuat/1", as: "quan")
    #expect(english.contains("so that it is not accepted on pages") && english.contains("1 that is done would be gone"))
    // It can be refused.
    #expect(english.contains("value=\"tu-choi\""))
  }

  @Test("A page that was opened before a fact was recorded accepts nothing that would lose it")
  func lostMeanwhile() throws {
    #expect(office.send(ProposalOffice.change, "gui", Self.quarterly).status == 303)
    let hash = ProposalOffice.hidden("nguon", office.text("/de-xuat/1", as: "quan"))
    #expect(hash.utf8.count == 64)
    try office.desk.record("done", "kh/I.2@once", "--on", "20/9/2024")
    let answer = office.accept("/de-xuat/1", sources: hash)
    #expect(answer.status == 409 && answer.text.contains("Nay không chấp nhận được trên trang"), "\(answer.text)")
    #expect(answer.text.contains("sẽ không còn tác dụng:") && office.requests.isEmpty)
  }

  @Test("With other changes in the rule folder the page takes no acceptance, also from one that was opened before")
  func folderAhead() throws {
    try office.propose()
    let hash = ProposalOffice.hidden("nguon", office.text("/de-xuat/1", as: "quan"))
    try WholeFile.replace(office.desk.rules.path + "/plan.rules", with: LinkDesk.plan + "\n# Khác.\n")
    let answer = office.accept("/de-xuat/1", sources: hash)
    #expect(answer.status == 409 && answer.text.contains("chưa đưa vào hiệu lực"), "\(answer.text)")
    #expect(office.requests.isEmpty)
  }

  @Test("A new row never gets the id that other work had in an earlier revision")
  func usedID() throws {
    let row = "\nnhiệm vụ I.5: Việc cũ\n  chủ trì: Phòng A\n  hạn: chậm nhất 30/11/2024\n"
    let office = try ProposalOffice(LinkDesk.plan + row)
    try WholeFile.replace(office.desk.rules.path + "/plan.rules", with: LinkDesk.plan)
    try office.desk.promote()
    let fields = ["title": "Việc", "lead": "Phòng A", "due": "chậm nhất 31/10/2024", "reason": "Vì"]
    #expect(office.send("/de-xuat/moi/kh", "gui", fields).status == 303)
    let block = try #require(try ProposalLog(office.state, .reading).proposal(1)?.content.blocks.first)
    #expect(block.name == "nhiệm vụ I.6")
  }

  @Test("Who refuses what another administrator decided is told by whom, and that the reason was not kept")
  func refusedTwice() throws {
    try office.propose()
    #expect(office.send("/de-xuat/1", "tu-choi", ["reason": "Giữ hạn cũ"], as: "quan").status == 303)
    // A click too many says the same.
    #expect(office.send("/de-xuat/1", "tu-choi", ["reason": "Giữ hạn cũ"], as: "quan").status == 303)
    let other = office.send("/de-xuat/1", "tu-choi", ["reason": "Chưa đủ căn cứ"], as: "bich")
    #expect(other.status == 409)
    for words in [
      "Đã có quyết định trước.", "quan không chấp nhận lúc 08:05",
      "Lý do vừa ghi không được lưu: “Chưa đủ căn cứ”", "“Giữ hạn cũ”",
    ] { #expect(other.text.contains(words), "\(words): \(other.text)") }
    #expect(!other.text.contains("Chưa quyết định"))
    let decision = try #require(try ProposalLog(office.state, .reading).proposal(1)?.decision)
    #expect(decision.author == "quan" && decision.reason == "Giữ hạn cũ")
  }
}
