import Foundation
import HTTPMessages
import Testing

@testable import Web

/// Tables write 30/09/2024; sentences the same in Vietnamese, behind a weekday with a comma, and 30 September 2024 in English.
@Suite("Days on pages")
struct PageDateTests {
  /// Work of every state that has words of its own with a day in them.
  private static let plan =
    FormDesk.plan
    .replacingOccurrences(
      of: "hạn: sau khi Bộ công bố chỉ số", with: "hạn: trong 10 ngày làm việc kể từ ngày Bộ công bố chỉ số"
    )
    .replacingOccurrences(
      of: "sự kiện cs: Bộ công bố chỉ số\n",
      with: "sự kiện cs: Bộ công bố chỉ số\n  dự kiến: tháng 8/2024\n")
      + """
      mục M: Thể chế

      nhiệm vụ II.1: Việc của quý
        mục: M
        chủ trì: Phòng A
        hạn: hằng quý, trước ngày 7 tháng cuối quý

      nhiệm vụ II.2: Việc thường xuyên
        mục: M
        chủ trì: Phòng A
        hạn: thường xuyên

      nhiệm vụ II.3: Việc theo sự kiện, có ngày cuối
        chủ trì: Phòng A
        hạn: trong 10 ngày kể từ ngày Bộ trả lời, chậm nhất 08/11/2024

      nhiệm vụ II.4: Việc chưa có hạn
        chủ trì: Phòng A
        hạn: từ 03/6/2024

      sự kiện tl: Bộ trả lời
        dự kiến: đầu tháng 10/2024

      """

  private static func office() throws -> FormDesk {
    let office = try FormDesk(plan)
    try office.desk.promote()
    for fact in [
      ["event", "record", "cs", "--on", "05/8/2024", "--document", "7/TB"],
      ["progress", "I.1", "--on", "6/8/2024", "40%"],
      ["done", "I.1", "--on", "5/9/2024"],
      ["return", "I.1", "--on", "6/9/2024", "--because", "thiếu phụ lục", "--to", "9/10/2024"],
      ["request", "I.2", "--on", "9/9/2024", "--to", "4/10/2024", "--because", "chờ số liệu", "--yes"],
      ["done", "II.1@2024-Q1", "--on", "8/3/2024"], ["confirm", "II.1@2024-Q1", "--on", "8/4/2024"],
      ["silence", "II.1@2024-Q2", "--until", "8/11/2024", "--because", "chờ ý kiến"],
      ["extend", "I.4", "--to", "2/12/2024", "--document", "9/QĐ-VP"],
    ] { try office.desk.record(fact) }
    return office
  }

  /// An address of each kind of page that is there, and what the forms show.
  private static let targets =
    ["/viec?status=closed&status=open&status=waiting&status=overdue&status=standing&status=undated"]
    + PageRoutes.all.map(\.path.text).filter { !$0.contains("{") }
    + ["I.1@once", "I.2@once", "I.3@once", "I.4@once", "II.1@2024-Q1", "II.1@2024-Q2", "II.1@2024-Q3", "II.2@2024"]
    .map { "/viec/kh/\($0)" }
    + ["II.2@once", "II.3@once", "II.4@once"].map { "/viec/kh/\($0)" }
    + [
      "/ke-hoach/kh", "/muc/kh/M", "/don-vi/a", "/don-vi/vp", "/nam/2024", "/thang/2024-04", "/thang/2024-09",
      "/thong-ke?from=1/3/2024&to=9/9/2024", "/ban-quy-tac/1", "/ghi/bao-cao/kh/I.2@once", "/ghi/gia-han/kh/I.2@once",
      "/ghi/su-kien/kh/tl", "/da-ghi/1", "/da-ghi/2", "/da-ghi/4", "/da-ghi/5", "/da-ghi/8", "/da-ghi/9",
      "/doc-han?q=trong+10+ng%C3%A0y+k%E1%BB%83+t%E1%BB%AB+ng%C3%A0y+07%2F3%2F2024&year=2024",
      "/doc-han?q=h%E1%BA%B1ng+qu%C3%BD,+tr%C6%B0%E1%BB%9Bc+ng%C3%A0y+7+th%C3%A1ng+cu%E1%BB%91i+qu%C3%BD&year=2024",
    ]

  /// What the program says itself: without the words of rules, of links to wordings and of fields.
  private static func said(_ page: String) -> String {
    let main = page.components(separatedBy: "<main").dropFirst().joined().components(separatedBy: "</main>")[0]
    var text = main
    for part in [
      #"<a href="[^"]*/doc-han\?[^>]*>[^<]*</a>"#, #"<input[^>]*>"#, #"<textarea[^>]*>[^<]*</textarea>"#, "“[^”]*”",
      #"<dt>(Lời chuẩn|Tiếng Anh|In Vietnamese|In English)</dt><dd>[^<]*</dd>"#,
    ] { text = text.replacingOccurrences(of: part, with: "", options: .regularExpression) }
    return text
  }

  private static func found(_ pattern: String, in text: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return ["no pattern"] }
    let whole = text as NSString
    return expression.matches(in: text, range: NSRange(location: 0, length: whole.length)).map { match in
      let start = max(0, match.range.location - 40)
      return whole.substring(with: NSRange(location: start, length: match.range.location + match.range.length - start))
    }
  }

  @Test("Every kind of page writes days in one way, in sentences, in tables, in drawings and on forms")
  func oneWay() throws {
    let office = try Self.office()
    var count = 0
    for target in Self.targets {
      for language in ["", "/en"] {
        let address = target == "/" ? (language.isEmpty ? "/" : language) : language + target
        let answer = office.get(address, as: "lan")
        // What is not there for this visitor is not what is looked at here.
        guard answer.status == 200, answer.type == "text/html; charset=utf-8" else { continue }
        count += 1
        let text = Self.said(answer.text)
        let plain = text.replacingOccurrences(of: "<[^>]*>", with: " ", options: .regularExpression)
        #expect(Self.found(#"(?<![\d/])(\d/\d{1,2}|\d\d/\d)/\d{4}"#, in: plain) == [], "\(address)")
        #expect(Self.found(#"\d{4}-\d\d-\d\d"#, in: plain) == [], "\(address)")
        #expect(Self.found(#"([Tt]hứ (Hai|Ba|Tư|Năm|Sáu|Bảy)|[Cc]hủ nhật) \d"#, in: plain) == [], "\(address)")
        guard !language.isEmpty else { continue }
        // Numbers alone stand in tables and lists; whatever is a sentence names the month.
        for element in ["p", "h1", "h2", "cite", "figcaption", "title"] {
          #expect(
            Self.found("<\(element)( [^>]*)?>[^<]*\\d\\d/\\d\\d/\\d{4}", in: text) == [], "\(address): \(element)")
        }
        #expect(Self.found(#"\b(on|before|after|since) \d\d/\d\d/\d{4}"#, in: plain) == [], "\(address)")
      }
    }
    // Nearly all of them are there.
    #expect(count > 2 * Self.targets.count - 12, "\(count) of \(2 * Self.targets.count)")
  }

  /// 30 August 2024 was a Friday.
  @Test("Days of sentences and tables, worked out by hand")
  func words() throws {
    let office = try Self.office()
    func text(_ target: String) -> String { office.get(target, as: "lan").text }
    let page = text("/viec/kh/I.1@once")
    #expect(page.contains("tiến độ ngày 06/08/2024: 40%") && page.contains("bị trả lại ngày 06/09/2024: thiếu phụ lục"))
    // 9 October 2024 is a Wednesday.
    #expect(page.contains("hết Thứ Tư, 09/10/2024") && page.contains("Hạn mới là thứ Tư, 09/10/2024."))
    #expect(text("/en/viec/kh/I.1@once").contains("returned on 6 September 2024"))
    let sheet = text("/giao-ban")
    #expect(
      sheet.contains("(tính đến ngày 23/09/2024)") && sheet.contains("từ ngày 23/09/2024 đến hết ngày 30/09/2024"))
    // The document keeps to Decree 30/2020/NĐ-CP.
    #expect(sheet.contains("ngày 23 tháng 9 năm 2024"))
    #expect(text("/en/nam/2024").contains("due 27 September 2024") && text("/nam/2024").contains("hạn 27/09/2024"))
    // The swap of 2024: Monday 29 April off, Saturday 4 May worked.
    #expect(text("/thang/2024-04").contains("(↔ 04/05/2024)"))
  }
}
