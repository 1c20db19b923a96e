import Documents

/// Reads a PDF with poppler's programs, in the sandbox: words with their positions, the lines of tables where words stand
/// beside one another, and scanned pages by text recognition where that is installed.
struct PDFReader {
  let sandbox: Sandbox
  let limits: DocumentLimits
  let recognition: TextRecognition

  /// Pages whose lines are read at once, so that no output is too large.
  private static let pagesAtOnce = 20
  /// A page with fewer words than this under a picture is a scanned one.
  private static let fewWords = 12
  /// How much of a page a scanned picture covers.
  private static let coverage = 0.6

  /// Throws what `DocumentFileReader` catches, or a `Sandbox.Failure`.
  func read(_ bytes: [UInt8], name: String) throws -> SourceDocument {
    var pages = try WordBoxReader(limits: limits).read(
      try output("pdftotext", ["-bbox-layout", "-l", "\(WordBoxReader.mostPages + 1)"], ["-"], bytes))
    guard !pages.isEmpty else {
      throw DocumentFileFailure.damaged(vi: "PDF không có trang nào", en: "the PDF has no pages")
    }
    let pictures = try pictures(bytes, pages)
    let isBlank = pages.allSatisfy(\.words.isEmpty)
    let scanned = pages.indices.filter { index in
      pages[index].words.count < Self.fewWords && (isBlank || pictures.contains(index))
    }
    for index in pictures where !pages[index].words.isEmpty { pages[index].isRecognised = true }
    try readRules(bytes, &pages, except: Set(scanned))
    try recognition.recognise(scanned, of: &pages, bytes)
    return try PagedDocument.read(pages, name: name, limits: limits)
  }

  /// The output of a program of poppler that is given the file between `before` and `after`.
  private func output(
    _ program: String, _ before: [String], _ after: [String], _ bytes: [UInt8]
  ) throws -> [UInt8] {
    let result = try sandbox.run("/usr/bin/\(program)", before + [Sandbox.document] + after, on: bytes)
    guard result.code != 0 else { return result.output }
    if result.complaints.contains("Incorrect password") || result.complaints.contains("nsupported security handler") {
      throw DocumentFileFailure.lockedPDF
    }
    throw DocumentFileFailure.damagedPDF
  }

  /// The indices of the pages that a picture covers.
  private func pictures(_ bytes: [UInt8], _ pages: [SourcePage]) throws -> Set<Int> {
    let list = try output("pdfimages", ["-list", "-l", "\(pages.count)"], [], bytes)
    var found: Set<Int> = []
    for line in list.split(separator: 0x0A).dropFirst(2) {
      // page, number, type, width, height, …, and at last dots an inch in both directions, size and ratio.
      let words = String(decoding: line, as: UTF8.self).split(separator: " ")
      guard words.count >= 14, let page = Int(words[0]), pages.indices.contains(page - 1), let width = Double(words[3]),
        let height = Double(words[4]), let x = Double(words[words.count - 4]), let y = Double(words[words.count - 3]),
        x > 0, y > 0
      else { continue }
      let area = (width / x * 72) * (height / y * 72)
      if area > Self.coverage * pages[page - 1].width * pages[page - 1].height { found.insert(page - 1) }
    }
    return found
  }

  /// Adds the lines of the pages between the first and the last on which words stand beside one another.
  private func readRules(_ bytes: [UInt8], _ pages: inout [SourcePage], except scanned: Set<Int>) throws {
    let wanted = pages.indices.filter { !scanned.contains($0) && PagedDocument.mayHaveTable(pages[$0]) }
    guard var start = wanted.first, let last = wanted.last else { return }
    while start <= last {
      // Pages of one size, as the output has one.
      let end = pages[start...last].prefix(Self.pagesAtOnce).prefix { page in
        page.width == pages[start].width && page.height == pages[start].height
      }.endIndex
      let range = ["-f", "\(start + 1)", "-l", "\(end)"]
      let drawing = try output("pdftocairo", ["-svg", "-origpagesizes"] + range, ["-"], bytes)
      for (index, rules) in zip(start..<end, RulingLineReader().read(drawing)) where !scanned.contains(index) {
        pages[index].rules = rules
      }
      start = end
    }
  }
}
