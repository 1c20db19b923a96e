import PlanImport
import Testing

@Suite("Sentences of documents that ask for something")
struct DocumentSentenceTests {
  @Test(
    "Who, what and by when are taken apart as far as they are said",
    arguments: [
      (
        "Giao Phòng A chủ trì, phối hợp với Văn phòng Sở xây dựng báo cáo rà soát thủ tục, hoàn thành trước ngày 15/10/2024.",
        "Xây dựng báo cáo rà soát thủ tục", ["Phòng A"], ["Văn phòng Sở"], "trước ngày 15/10/2024"
      ),
      (
        "Đề nghị các sở, ban, ngành gửi kế hoạch về Sở Nội vụ chậm nhất ngày 23/01/2024",
        "Gửi kế hoạch về Sở Nội vụ", ["các sở, ban, ngành"], [], "chậm nhất ngày 23/01/2024"
      ),
      (
        "Yêu cầu Sở Tài chính   báo cáo kết quả\n trước ngày 20 hằng tháng", "Báo cáo kết quả", ["Sở Tài chính"], [],
        "trước ngày 20 hằng tháng"
      ),
      ("Phòng B tổng hợp số liệu.", "Tổng hợp số liệu", ["Phòng B"], [], nil),
      ("Rà soát lại danh mục", "Rà soát lại danh mục", [], [], nil),
      ("", "", [], [], nil),
    ] as [(String, String, [String], [String], String?)])
  func reads(_ text: String, _ title: String, _ lead: [String], _ support: [String], _ deadline: String?) {
    let sentence = DocumentSentence(text, years: 2024...2024)
    #expect(sentence.title == title)
    #expect(sentence.lead == lead)
    #expect(sentence.support == support)
    #expect(sentence.deadline == deadline)
  }

  @Test("Whatever is said, nothing is made up: each word of the guess stands in the sentence")
  func invents() {
    for text in [
      "giao giao giao", "chủ trì, phối hợp với", "trước ngày", "Giao", ";;;", "Phòng A: chủ trì", "Đề nghị ...",
    ] {
      let sentence = DocumentSentence(text, years: 2024...2024)
      let words = ([sentence.title, sentence.deadline ?? ""] + sentence.lead + sentence.support).joined(separator: " ")
      let known = text.lowercased()
      #expect(words.split(separator: " ").allSatisfy { known.contains($0.lowercased()) }, "\(text): \(words)")
    }
  }
}
