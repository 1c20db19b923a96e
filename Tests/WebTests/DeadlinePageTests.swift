import Testing

@Suite("The page that reads a wording")
struct DeadlinePageTests {
  private func page(_ query: String, language: String = "") throws -> String {
    try SiteDesk().text("\(language)/doc-han?\(query)")
  }

  /// Of what was typed wrongly.
  private func refusal(_ query: String, language: String = "") throws -> String {
    let answer = try SiteDesk().get("\(language)/doc-han?\(query)")
    #expect(answer.status == 400)
    return answer.text
  }

  @Test("A wording has its day, its canonical wordings, and why")
  func counted() throws {
    let page = try page("q=trong+30+ng%C3%A0y+k%E1%BB%83+t%E1%BB%AB+ng%C3%A0y+29/3/2024&year=2024")
    // Day 30 is Sunday 28 April; 29 April to 1 May are off (Civil Code 2015, art. 147 and 148).
    #expect(page.contains("Hạn: hết Thứ Năm, 02/05/2024") && page.contains("trong 30 ngày kể từ ngày 29/03/2024"))
    #expect(page.contains("within 30 days after 29 March 2024") && page.contains("khoản 5 Điều 148"))
    #expect(page.contains("Lịch đếm: mốc 29/03/2024, ngày cuối tính được 28/04/2024, hạn 02/05/2024"))
    #expect(page.contains(#"value="trong 30 ngày kể từ ngày 29/3/2024""#))
  }

  /// From Monday 13 May 2024 the tenth working day is Monday 27 May: nine are counted before it. Of the three weeks that are drawn
  /// the six days at their ends are off.
  @Test("The drawing of a count of working days has no days off among those that are counted")
  func workingDays() throws {
    let page = try page("q=trong+10+ng%C3%A0y+l%C3%A0m+vi%E1%BB%87c+k%E1%BB%83+t%E1%BB%AB+ng%C3%A0y+13/5/2024")
    let drawing = page.components(separatedBy: "<svg class=\"cal\"").last?.components(separatedBy: "</svg>").first ?? ""
    for (name, count) in [("cnt", 9), ("off", 6), ("open", 1)] {
      #expect(drawing.components(separatedBy: "<rect class=\"\(name)\"").count == count + 1, "\(name)")
    }
  }

  @Test("A rhythm has all its days; several readings are links; a repair is told")
  func others() throws {
    let quarters = try page(
      "q=h%E1%BA%B1ng+qu%C3%BD,+tr%C6%B0%E1%BB%9Bc+ng%C3%A0y+17+th%C3%A1ng+cu%E1%BB%91i+qu%C3%BD&year=2024")
    // Before the 17th of March, June, September and December.
    for day in ["thứ Bảy, 16/03/2024", "Chủ nhật, 16/06/2024", "thứ Hai, 16/09/2024", "thứ Hai, 16/12/2024"] {
      #expect(quarters.contains(day), "\(day)")
    }
    let repaired = try page("q=truoc+ngay+15/3/2024&year=2024")
    #expect(repaired.contains("Thứ Năm, 14/03/2024"))
  }

  @Test("What is not understood is said at its field, and what was typed stays")
  func refused() throws {
    let page = try refusal("q=abc+xyz&year=2024")
    #expect(page.contains("<title>Lỗi: ") && page.contains(#"aria-invalid="true" aria-describedby="qh qe""#))
    #expect(page.contains(#"value="abc xyz""#))
    let year = try refusal("q=x&year=99999", language: "/en")
    #expect(year.contains("The year is a number from 1 to 9999.") && year.contains(#"aria-describedby="ye""#))
    let long = try refusal("q=" + String(repeating: "a", count: 600))
    #expect(long.contains("dài quá 500 chữ"))
    #expect(try self.page("").contains("Cũng đọc được") && !(try self.page("")).contains("Lỗi"))
  }

  @Test("Wordings are text, whatever they hold")
  func escaping() throws {
    #expect(try refusal("q=%3Cb%3E%22x").contains(#"value="&lt;b&gt;&quot;x""#))
  }
}
