import Foundation
import Testing

/// Where Vietnamese letters stand on an English page outside of what says that it is Vietnamese.
struct UnmarkedWords {
  /// Each with the elements in which it stands: `main section h1: Kế hoạch`.
  private(set) var found: [String] = []

  private static let empty: Set<Substring> = [
    "meta", "link", "input", "br", "hr", "img", "rect", "path", "circle", "use",
  ]
  private static let read: Set<Substring> = ["value", "aria-label", "alt"]
  /// They hold no elements, so that no part of them can be marked.
  private static let plain: Set<Substring> = ["title", "style"]

  init(_ page: String) {
    var open: [(name: Substring, lang: Substring?)] = []
    var rest = page[...]
    func note(_ text: Substring, _ place: String = "") {
      let lang = open.last { $0.lang != nil }?.lang
      guard lang != "vi", !Self.plain.contains(open.last?.name ?? ""), Self.isVietnamese(text) else { return }
      let path = open.suffix(3).map { String($0.name) }.joined(separator: " ") + place
      found.append(path + ": " + text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
    while let start = rest.firstIndex(of: "<") {
      note(rest[..<start])
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      guard !tag.hasPrefix("!") else { continue }
      if tag.hasPrefix("/") {
        let name = tag.dropFirst()
        while let last = open.popLast(), last.name != name {}
        continue
      }
      let name = tag.prefix { !$0.isWhitespace && $0 != "/" }
      let attributes = Dictionary(
        tag.matches(of: /([a-z-]+)="([^"]*)"/).map { ($0.output.1, $0.output.2) }
      ) { first, _ in first }
      open.append((name, attributes["lang"]))
      let isShown = attributes["type"] != "hidden"
      for read in Self.read where isShown { if let text = attributes[read] { note(text, "[\(read)]") } }
      if Self.empty.contains(name) || tag.hasSuffix("/") { open.removeLast() }
    }
  }

  private static func isVietnamese(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { $0.value > 0x7F && $0.properties.isAlphabetic }
  }
}

@Suite("Vietnamese words on English pages")
struct LanguageOfPartsTests {
  @Test("They stand in elements that say so, on every page that has a template") func all() throws {
    let office = try ProposalOffice()
    try office.propose()
    let row = ["title": "Việc nữa", "lead": "Phòng A", "due": "trước ngày 15/10/2024", "reason": "Văn bản đến"]
    #expect(office.send("/de-xuat/moi/kh", "gui", row).status == 303)
    for target in [
      "/ghi/bao-cao/kh/I.1@once", "/ghi/xin-gia-han/kh/I.1@once", "/ghi/tien-do/kh/I.1@once", "/viec/kh/I.1@once",
      "/khong-co",
    ] { expectMarked(office.get("/en" + target).text, target) }
    let receipt = try office.office.office.receipt(
      "/en/ghi/bao-cao/kh/I.1@once", as: "an", ["day": "20/9/2024", "document": "12/BC-SỞ"])
    expectMarked(receipt, "receipt")
    for target in [
      "/", "/viec", "/viec?unit=zz&from=x", "/viec/kh/I.1@once", "/viec/kh/I.2@once", "/viec/kh/I.4@once", "/ke-hoach",
      "/ke-hoach/kh",
      "/don-vi", "/don-vi/a", "/thong-ke", "/thong-ke?by=section", "/thang", "/thang/2024-09", "/nam", "/nam/2024",
      "/su-kien",
      "/giao-ban", "/da-gui", "/ban-quy-tac", "/ban-quy-tac/1", "/quy-tac", "/quy-tac/plan.rules", "/doc-han",
      "/doc-han?q=tr%C6%B0%E1%BB%9Bc+ng%C3%A0y+15&year=x", "/doc-han?q=h%E1%BA%B1ng+qu%C3%BD", "/de-xuat", "/de-xuat/1",
      "/de-xuat/2",
      "/de-xuat/moi/kh", ProposalOffice.change,
    ] { expectMarked(office.get("/en" + (target == "/" ? "" : target), as: "quan").text, target) }
    let wrong = ["title": " ", "lead": "Phòng B", "due": "sau khi mặt trời lặn hẳn"]
    expectMarked(office.send("/en" + ProposalOffice.change, "gui", wrong).text, "faults")
    expectMarked(
      office.send("/en" + ProposalOffice.change, "gui", ["due": "chậm nhất 04/10/2024", "reason": "Khác"]).text, "known"
    )
  }

  private func expectMarked(_ page: String, _ target: String) {
    #expect(page.contains("<html lang=\"en\">"), "\(target)")
    let found = UnmarkedWords(page).found
    #expect(found.isEmpty, "\(target): \(found)")
  }

  @Test("The words of rules are English on English pages, the plan's own are marked") func words() throws {
    let office = try ProposalOffice()
    try office.propose()
    let page = office.text("/en/de-xuat/1")
    for words in [
      "<h1>Task I.2: <span lang=\"vi\">Kế hoạch kiểm tra</span> (changed)</h1>", "<th scope=\"row\">due</th>",
      "<del><span lang=\"vi\">chậm nhất 27/9/2024</span></del>",
      "<ins><span lang=\"vi\">chậm nhất 04/10/2024</span></ins>",
      "<blockquote><span lang=\"vi\">“Theo công văn 7”</span></blockquote>",
    ] { #expect(page.contains(words), "\(words): \(page)") }
    #expect(!page.contains(">hạn<") && !page.contains("nhiệm vụ"))
    #expect(office.text("/de-xuat/1").contains("<th scope=\"row\">hạn</th>"))
    #expect(
      office.text("/en/de-xuat").contains("No. 1 · Task I.2: <span lang=\"vi\">Kế hoạch kiểm tra</span> (changed)"))
    // The Vietnamese page needs no marks.
    #expect(!office.text("/de-xuat/1").contains("span lang=\"vi\""))
  }

  @Test("What stands outside of a mark is found") func finds() {
    let page = """
      <html lang="en"><title>Sở A</title><p>Sở A <b lang="vi">Sở B <i>Sở C</i></b><br> Sở D</p>
      <input value="Sở E"><input value="Sở G" lang="vi"><p lang="vi">x<span lang="en">Sở H</span></p></html>
      """
    #expect(
      UnmarkedWords(page).found == ["html p: Sở A", "html p: Sở D", "html input[value]: Sở E", "html p span: Sở H"])
  }
}
