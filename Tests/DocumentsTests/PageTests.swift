import Documents
import TestSupport
import Testing

@Suite("Pages of words: what programs write of them, and what stands at their edges")
struct PageTests {
  /// As pdftotext writes it.
  private static let boxes = """
    <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x"><html xmlns="http://www.w3.org/1999/xhtml">
    <doc>
      <page width="595.3" height="841.9">
            <word xMin="10.5" yMin="20" xMax="30" yMax="32">ﬁnance</word>
            <word xMin="35" yMin="20" xMax="60" yMax="32">&lt;A&amp;B&gt;</word>
            <word xMin="65" yMin="20" xMax="90" yMax="32">Ti\u{EA}\u{301}n\u{AD}</word>
            <word xMin="95" yMin="20" xMax="1e99" yMax="32">no</word>
            <word xMin="95" yMin="20">no</word>
      </page>
      <page width="100" height="50">
      </page>
    </doc>
    """

  @Test("Words with their places; ligatures apart, in NFC, without soft hyphens") func words() throws {
    let pages = try WordBoxReader().read(Array(Self.boxes.utf8))
    #expect(pages.map(\.number) == [1, 2] && pages.map(\.width) == [595.3, 100])
    #expect(pages[0].words.map(\.text) == ["finance", "<A&B>", "Tiến"])
    #expect(pages[0].words[0].box == PageBox(left: 10.5, top: 20, right: 30, bottom: 32))
  }

  @Test("Straight lines, stroked or filled, turned by a matrix; none of letters, curves or white ones") func rules() {
    let drawing = """
      <svg width="100pt">
      <defs>
      <path style="stroke:none;fill:rgb(0%,0%,0%);" d="M 0 0 L 50 0 L 50 1 L 0 1 Z M 0 0 "/>
      </defs>
      <pageSet>
      <page>
      <path style="fill:none;stroke-width:0.5;stroke:rgb(0%,0%,0%);" d="M 10 80 L 90 80 " transform="matrix(1,0,0,-1,0,100)"/>
      <path style="stroke:none;fill:rgb(0%,0%,0%);" d="M 10 20 L 10.5 20 L 10.5 60 L 10 60 Z M 10 20 "/>
      <path style="stroke:none;fill:rgb(100%,100%,100%);" d="M 10 20 L 10.5 20 L 10.5 60 L 10 60 Z M 10 20 "/>
      <path style="stroke:none;fill:rgb(50%,50%,50%);" d="M 10 20 L 90 20 L 90 60 L 10 60 Z M 10 20 "/>
      <path style="fill:none;stroke:rgb(0%,0%,0%);" d="M 10 20 C 1 2 3 4 5 6 "/>
      </page>
      <page>
      </page>
      </pageSet>
      """
    #expect(
      RulingLineReader().read(Array(drawing.utf8)) == [
        [
          PageRule(isHorizontal: true, at: 20, from: 10, to: 90),
          PageRule(isHorizontal: false, at: 10.25, from: 20, to: 60),
        ], [],
      ])
  }

  private static func page(_ number: Int, _ lines: [(text: String, top: Double, height: Double)]) -> SourcePage {
    var page = SourcePage(number: number, width: 600, height: 800)
    for (text, top, height) in lines {
      var left = text.first?.isNumber == true && text.count < 6 ? 300.0 : 60
      for word in text.split(separator: " ") {
        let right = left + height / 2 * Double(word.count)
        page.words.append(PageWord(String(word), PageBox(left: left, top: top, right: right, bottom: top + height)))
        left = right + height / 4
      }
    }
    return page
  }

  @Test("Page numbers, running heads and footnotes are no text; sentences go on over the end of a page") func edges()
    throws
  {
    let start = "Văn phòng Sở chủ trì, phối hợp với các phòng chuyên môn rà soát văn bản và báo cáo"
    let pages = [
      Self.page(
        1,
        [
          ("Kế hoạch số 15", 20, 12), ("I. MỤC TIÊU", 100, 12), (start, 120, 12), ("1 Theo Công văn số 3.", 700, 8),
          ("1", 770, 12),
        ]),
      Self.page(
        2,
        [
          ("Kế hoạch số 15", 20, 12), ("kết quả trước ngày 15/3/2024.", 100, 12), ("II. KINH PHÍ", 130, 12),
          ("2", 770, 12),
        ]),
      Self.page(3, [("Kế hoạch số 15", 20, 12), ("Ngân sách.", 100, 12), ("3", 770, 12)]),
    ]
    let document = try PagedDocument.read(pages, name: "a.pdf")
    #expect(
      Samples.lines(document) == [
        "I. MỤC TIÊU", start + " kết quả trước ngày 15/3/2024.", "II. KINH PHÍ", "Ngân sách.",
      ])
    #expect(document.marks == ["Kế hoạch số 15", "1 Theo Công văn số 3."])
    #expect(Samples.places(document).first == .page(1, line: 1))
  }

  @Test("Too many pages, and more text than the limit, are refused") func limits() {
    let page = "<page width=\"1\" height=\"1\">\n"
    #expect(throws: DocumentFileFailure.self) {
      try WordBoxReader().read(Array(String(repeating: page, count: WordBoxReader.mostPages + 1).utf8))
    }
    var limits = DocumentLimits.standard
    limits.textSize = 10
    #expect(throws: DocumentExcess.self) { try WordBoxReader(limits: limits).read(Array(Self.boxes.utf8)) }
  }

  @Test("Whatever stands where, reading ends, and no word is made up") func noise() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      var pages: [SourcePage] = []
      for number in 1...(1 + random.next(below: 4)) {
        var page = SourcePage(number: number, width: 600, height: 800)
        func place() -> Double { Double(random.next(below: 900)) - 50 }
        for index in 0..<random.next(below: 60) {
          let (left, top) = (place(), place())
          page.words.append(
            PageWord(
              "w\(index)",
              PageBox(left: left, top: top, right: left + Double(random.next(below: 80)), bottom: top + 9)))
        }
        for _ in 0..<random.next(below: 40) {
          page.rules.append(PageRule(isHorizontal: random.next(below: 2) == 0, at: place(), from: place(), to: place()))
        }
        pages.append(page)
      }
      let document = try PagedDocument.read(pages, name: "a.pdf")
      let found = (Samples.lines(document) + document.marks).flatMap { $0.split { " |/<^".contains($0) } }
      // Marks are kept once of several pages; nothing is there twice.
      let count = pages.reduce(0) { $0 + $1.words.count }
      #expect(found.count <= count, "\(found.count) of \(count): \(Samples.lines(document)) \(document.marks)")
    }
  }

  @Test("Drawings of very many lines take little time") func drawings() throws {
    var page = SourcePage(number: 1, width: 600, height: 800)
    page.words = [PageWord("a", PageBox(left: 300, top: 300, right: 310, bottom: 310))]
    for index in 0..<1000 {
      page.rules.append(PageRule(isHorizontal: true, at: Double(index) * 4, from: 0, to: 4000))
      page.rules.append(PageRule(isHorizontal: false, at: Double(index) * 4, from: 0, to: 4000))
    }
    let pages = Array(repeating: page, count: 20)
    #expect(processorSeconds { _ = try? PagedDocument.read(pages, name: "a.pdf") } < 60)
  }
}
