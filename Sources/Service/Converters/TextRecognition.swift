import Documents
import Glibc

/// Reads the words of scanned pages with tesseract, in the sandbox, where it is installed with its Vietnamese data.
struct TextRecognition {
  let sandbox: Sandbox
  /// Where tesseract and its data lie.
  var program = "/usr/bin/tesseract"
  var data = "/usr/share/tesseract-ocr/5/tessdata/vie.traineddata"

  /// Recognition takes some seconds a page.
  static let mostPages = 60
  /// For all pages of a file.
  private static let mostSeconds = 900
  /// The longer side of a picture, in dots: 300 an inch for A4.
  private static let size = 3508
  /// Words of which tesseract is less sure than this, in percent, are spots.
  private static let leastConfidence = 10.0

  /// Reads the pages at `indices` anew, out of pictures of them. Throws a `DocumentFileFailure` if that is not possible.
  func recognise(_ indices: [Int], of pages: inout [SourcePage], _ bytes: [UInt8]) throws {
    guard let first = indices.first else { return }
    guard access(program, X_OK) == 0, access(data, R_OK) == 0 else {
      throw DocumentFileFailure.scanned(page: first + 1, of: indices.count)
    }
    guard indices.count <= Self.mostPages else {
      throw DocumentFileFailure.tooMany(vi: "\(Self.mostPages) trang ảnh quét", en: "\(Self.mostPages) scanned pages")
    }
    let sandbox = sandbox.within(seconds: Self.mostSeconds)
    for index in indices {
      let page = pages[index]
      guard var picture = try Self.picture(of: page, bytes, sandbox) else { throw DocumentFileFailure.damagedPDF }
      let scale = max(page.width, page.height) / Double(max(picture.width, picture.height))
      pages[index].rules = picture.takeRules(scale: scale)
      pages[index].words = try words(picture, scale: scale, sandbox)
      pages[index].isRecognised = true
      if (picture.width > picture.height) != (page.width > page.height) {
        (pages[index].width, pages[index].height) = (page.height, page.width)
      }
    }
  }

  private static func picture(of page: SourcePage, _ bytes: [UInt8], _ sandbox: Sandbox) throws -> GreyPicture? {
    let number = ["-f", "\(page.number)", "-l", "\(page.number)"]
    let result = try sandbox.run(
      "/usr/bin/pdftoppm", ["-gray", "-scale-to", "\(size)"] + number + [Sandbox.document], on: bytes)
    return GreyPicture(result.output)
  }

  /// A line of the table that tesseract writes has: level, page, block, paragraph, line, word, left, top, width, height,
  /// confidence, text.
  private func words(_ picture: GreyPicture, scale: Double, _ sandbox: Sandbox) throws -> [PageWord] {
    var limits = Sandbox.Limits()
    limits.memory = 2 << 30
    limits.seconds = 120
    let result = try sandbox.run(
      program, [Sandbox.document + ".pgm", "-", "-l", "vie", "--psm", "6", "--dpi", "300", "tsv"], on: picture.file,
      suffix: ".pgm", limits)
    guard result.code == 0 else { throw DocumentFileFailure.damagedPDF }
    return result.output.split(separator: 0x0A).compactMap { line in
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard fields.count == 12, let left = Double(fields[6]), let top = Double(fields[7]),
        let width = Double(fields[8]),
        let height = Double(fields[9]), let confidence = Double(fields[10]), confidence >= Self.leastConfidence
      else { return nil }
      let text = TextCleaning.line(fields[11])
      // Alone, other signs are what is left of lines and spots.
      guard text.contains(where: { $0.isLetter || $0.isNumber || "-–+•".contains($0) }) else { return nil }
      return PageWord(
        text,
        PageBox(left: left * scale, top: top * scale, right: (left + width) * scale, bottom: (top + height) * scale))
    }
  }
}
