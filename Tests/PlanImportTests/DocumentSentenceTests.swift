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

  /// One entry a limit: what is due, and by when. None where the sentence has one deadline.
  @Test(
    "Several limits are told with what is due by each, and none is chosen",
    arguments: [
      (
        "Giao Sở Y tế báo cáo UBND tỉnh trước ngày 25/11/2026 và hoàn thành trong quý IV/2026",
        ["Báo cáo UBND tỉnh | trước ngày 25/11/2026", "Báo cáo UBND tỉnh | trong quý IV/2026"]
      ),
      (
        "Giao Sở Y tế chủ trì xây dựng kế hoạch trước 15/3, triển khai xong trước 30/6/2027.",
        ["Xây dựng kế hoạch | trước 15/3", "Triển khai xong | trước 30/6/2027"]
      ),
      (
        "Giao Sở Y tế báo cáo quý I trước ngày 20/3/2026; báo cáo năm trước ngày 10/12/2026",
        ["Báo cáo quý I | trước ngày 20/3/2026", "Báo cáo năm | trước ngày 10/12/2026"]
      ),
      (
        "Giao Sở Y tế gửi báo cáo trước ngày 25 hằng tháng và báo cáo năm trước ngày 15/12/2026",
        ["Gửi báo cáo | trước ngày 25 hằng tháng", "Báo cáo năm | trước ngày 15/12/2026"]
      ),
      (
        "Trước ngày 15/3/2026 Sở Y tế gửi dự thảo, trước ngày 30/6/2026 trình UBND tỉnh",
        [
          "Gửi dự thảo | Trước ngày 15/3/2026", "Trình UBND tỉnh | trước ngày 30/6/2026",
        ]
      ),
      // One deadline, however many words it has.
      ("Giao Sở Y tế báo cáo trước ngày 15/6 và 15/12 hằng năm", []),
      ("Giao Sở Y tế trình kế hoạch trong quý I/2026, chậm nhất ngày 20/3/2026", []),
      ("Giao Sở Y tế báo cáo kết quả 6 tháng đầu năm 2026 trước ngày 20/6/2026", []),
      ("Giao Sở Y tế xây dựng kế hoạch năm 2027, hoàn thành trước ngày 15/12/2026", []),
      ("Hằng quý, Sở Y tế báo cáo UBND tỉnh trước ngày 20 của tháng cuối quý", []),
    ] as [(String, [String])])
  func limits(_ text: String, _ wanted: [String]) {
    let sentence = DocumentSentence(text, years: 2026...2027)
    #expect(sentence.limits.map { "\($0.title) | \($0.deadline)" } == wanted)
    #expect((sentence.deadline == nil) == !wanted.isEmpty)
  }

  @Test(
    "Each of several limits is led by who stands beside it, else by who the sentence begins with",
    arguments: [
      (
        "Giao Phòng B chủ trì xây dựng dự thảo, gửi lấy ý kiến trước ngày 15/4/2024; giao Phòng A chủ trì, phối hợp với Phòng C thẩm định trước ngày 20/5/2024.",
        ["Phòng B", "Phòng A < Phòng C"]
      ),
      (
        "Phòng A gửi số liệu trước ngày 10/4/2024, Phòng B tổng hợp báo cáo Sở trước ngày 15/4/2024.",
        ["Phòng A", "Phòng B"]
      ),
      (
        "Giao Phòng A xây dựng kế hoạch trước ngày 15/3/2024, triển khai xong trước ngày 30/6/2024.",
        ["Phòng A", "Phòng A"]
      ),
      // Of the third work it is not said whose it is.
      (
        "Giao Phòng A gửi số liệu trước ngày 10/4/2024; Phòng B tổng hợp báo cáo trước ngày 15/4/2024; công bố kết quả trước ngày 20/5/2024.",
        ["Phòng A", "Phòng B", ""]
      ),
    ] as [(String, [String])])
  func leadsOfLimits(_ text: String, _ wanted: [String]) {
    let sentence = DocumentSentence(text, years: 2024...2024)
    let units = sentence.limits.map { limit in
      limit.lead.joined(separator: "; ") + (limit.support.isEmpty ? "" : " < " + limit.support.joined(separator: "; "))
    }
    #expect(units == wanted)
    // The unit stands in its own column, not in the title.
    #expect(sentence.limits.allSatisfy { !$0.title.contains("Phòng") && !$0.title.contains("chủ trì") })
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
