import Testing

@testable import Web

@Suite("Vietnamese words among English ones")
struct VietnamesePartsTests {
  private func marked(_ page: String) -> String {
    String(decoding: VietnameseParts.marked(Array(page.utf8)), as: UTF8.self)
  }

  @Test(
    "Names, titles and quoted wordings are marked, the sentence around them is not",
    arguments: [
      ("Văn phòng", "[Văn phòng]"), ("Kế hoạch kiểm tra", "[Kế hoạch kiểm tra]"),
      ("Ban Chỉ đạo", "[Ban Chỉ đạo]"), ("I.2 Kế hoạch kiểm tra", "[I.2 Kế hoạch kiểm tra]"),
      ("waits for Bộ công bố chỉ số", "waits for [Bộ công bố chỉ số]"),
      ("waits for Ban Chỉ đạo", "waits for [Ban Chỉ đạo]"),
      ("Confirmed by Phòng Kinh doanh on Monday", "Confirmed by [Phòng Kinh doanh] on Monday"),
      ("The plan says: “chậm nhất 27/9/2024”.", "The plan says: [“chậm nhất 27/9/2024”.]"),
      (": Văn phòng: 1 day before", ": [Văn phòng:] 1 day before"),
      ("No. 2 · Task I.5: Việc nữa (new)", "No. 2 · Task I.5: [Việc nữa] (new)"),
      ("Week 39 · Kế hoạch năm 2024", "Week 39 · [Kế hoạch năm 2024]"),
      ("Monday 2 September 2024: off (Quốc khánh)", "Monday 2 September 2024: off [(Quốc khánh)]"),
      ("due by the end of Monday 2 September 2024", "due by the end of Monday 2 September 2024"),
      ("Báo cáo &lt;b&gt;công tác&lt;/b&gt; &amp; kiểm tra", "[Báo cáo &lt;b&gt;công tác&lt;/b&gt; &amp; kiểm tra]"),
      ("The guidance of UBND tỉnh", "The guidance of [UBND tỉnh]"),
      ("Tham mưu Giám đốc Sở KH&amp;CN", "[Tham mưu Giám đốc Sở KH&amp;CN]"),
      ("Sở Y tế; Sở Nội vụ", "[Sở Y tế; Sở Nội vụ]"),
      ("made of Đề án do UBND tỉnh phê duyệt", "made of [Đề án do UBND tỉnh phê duyệt]"),
      ("Task I.5: Báo cáo an toàn thông tin", "Task I.5: [Báo cáo an toàn thông tin]"),
      ("They do so for Sở Y tế and do it again", "They do so for [Sở Y tế] and do it again"),
      ("What Sở Y tế can do, Sở Nội vụ may not", "What [Sở Y tế] can do, [Sở Nội vụ] may not"),
      ("Only Kế hoạch A, Phòng B", "Only [Kế hoạch A, Phòng B]"), ("“d” finds “đ” too.", "“d” finds [“đ”] too."),
    ])
  func texts(text: String, wanted: String) {
    let spans = wanted.replacingOccurrences(of: "[", with: "<span lang=\"vi\">").replacingOccurrences(
      of: "]", with: "</span>")
    #expect(marked("<p>\(text)</p>") == "<p>\(spans)</p>")
  }

  @Test(
    "What is marked, or holds no elements, is left alone; fields are marked themselves, and drawings in their own way")
  func elements() {
    for page in [
      "<title>I.2 Kế hoạch</title>", "<style>p:after{content:'đ'}</style>",
      "<p lang=\"vi\">Văn phòng <p>Sở</p> đó</p><p>it</p>", "<a href=\"/\" lang=\"vi\" hreflang=\"vi\">Tiếng Việt</a>",
      "<input type=\"hidden\" value=\"Sở\">", "<dd lang=\"en\">the “hạn”</dd>", "<p>plain</p>",
      "<option value=\"x\">By day</option>",
    ] { #expect(marked(page) == page) }
    #expect(
      marked("<input name=\"lead\" value=\"Văn phòng\" list=\"x\">")
        == "<input name=\"lead\" value=\"Văn phòng\" list=\"x\" lang=\"vi\">")
    #expect(marked("<option value=\"Sở\"></option>") == "<option value=\"Sở\" lang=\"vi\"></option>")
    #expect(marked("<option value=\"a\">Sở A</option>") == "<option value=\"a\" lang=\"vi\">Sở A</option>")
    #expect(marked("<textarea id=\"a\">Kế hoạch</textarea>") == "<textarea id=\"a\" lang=\"vi\">Kế hoạch</textarea>")
    #expect(
      marked("<svg><g><title>Sở: I.1, due</title><text>Sở A</text></g></svg><p>Sở</p>")
        == "<svg><g><title>Sở: I.1, due</title><text><tspan lang=\"vi\">Sở A</tspan></text></g></svg>"
        + "<p><span lang=\"vi\">Sở</span></p>")
  }
}
