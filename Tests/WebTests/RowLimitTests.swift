import HTTPMessages
import Testing

@Suite("A sentence with several limits")
struct RowLimitTests {
  private static let form = "/de-xuat/moi/kh"
  private static let sentence =
    "Giao Phòng A xây dựng kế hoạch trước ngày 15/10/2024, triển khai xong trước ngày 20/12/2024"

  @Test("Both are named, none is taken, and the chosen one fills the row; another choice takes its place")
  func asked() throws {
    let office = try ProposalOffice()
    let asked = office.send(Self.form, "doc", ["sentence": Self.sentence])
    #expect(asked.status == 422 && asked.text.contains("Câu này có 2 thời hạn"), "\(asked.text)")
    let (one, two) = ("Xây dựng kế hoạch: trước ngày 15/10/2024", "Triển khai xong: trước ngày 20/12/2024")
    #expect(asked.text.contains(">\(one)</option>") && asked.text.contains(">\(two)</option>"), "\(asked.text)")
    #expect(asked.text.contains(#"name="lead" value="Phòng A""#))
    #expect(asked.text.contains(#"name="due" value="""#), "\(asked.text)")
    let first = office.send(Self.form, "doc", ["sentence": Self.sentence, "limit": "1"])
    #expect(first.status == 200 && first.text.contains(#"name="due" value="trước ngày 15/10/2024""#), "\(first.text)")
    #expect(first.text.contains(">Xây dựng kế hoạch</textarea>"))
    let filled = ["title": "Xây dựng kế hoạch", "due": "trước ngày 15/10/2024", "lead": "Phòng A"]
    let second = office.send(Self.form, "doc", filled.merging(["sentence": Self.sentence, "limit": "2"]) { $1 })
    #expect(second.status == 200 && second.text.contains(#"name="due" value="trước ngày 20/12/2024""#))
    #expect(second.text.contains(">Triển khai xong</textarea>"))
    // What somebody wrote themselves stays.
    let own = filled.merging(["sentence": Self.sentence, "limit": "2", "due": "trước ngày 01/11/2024"]) { $1 }
    #expect(office.send(Self.form, "doc", own).text.contains(#"name="due" value="trước ngày 01/11/2024""#))
  }

  @Test("Without a choice nothing is proposed") func open() throws {
    let office = try ProposalOffice()
    let fields = ["sentence": Self.sentence, "title": "Kế hoạch", "lead": "Phòng A", "reason": "Văn bản đến"]
    #expect(office.send(Self.form, "gui", fields).status == 422)
    #expect(office.text("/de-xuat").contains("Không có đề xuất nào đang chờ"))
    // English people are asked in English.
    let asked = office.send("/en" + Self.form, "doc", ["sentence": Self.sentence])
    #expect(asked.text.contains("The sentence has 2 limits"))
  }
}
