/// Writes PDF files object by object, good ones and others.
struct PDFBuilder {
  private(set) var objects: [String] = []
  /// What stands in the trailer beside its usual entries.
  var trailer = ""
  /// How far the place of the table of objects is named wrongly.
  var shift = 0

  /// Adds an object, and returns its number.
  @discardableResult
  mutating func add(_ object: String) -> Int {
    objects.append(object)
    return objects.count
  }

  @discardableResult
  mutating func add(stream: String, _ entries: String = "") -> Int {
    add("<< /Length \(stream.utf8.count) \(entries) >>\nstream\n\(stream)\nendstream")
  }

  /// The file, whose first object is the catalogue.
  var bytes: [UInt8] {
    var text = "%PDF-1.7\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = text.utf8.count + shift
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = "\(place)"
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(table)\n%%EOF\n"
    return Array(text.utf8)
  }

  static let font = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"

  /// A file of pages with the same content.
  /// - Parameters:
  ///   - resources: beside the font.
  ///   - catalogue: further entries of the catalogue.
  static func pages(
    _ count: Int = 1, content: String = "BT /F 12 Tf 72 700 Td (Report due 15/3/2024) Tj ET",
    box: String = "[0 0 595 842]", resources: String = "", catalogue: String = "", page: String = ""
  ) -> PDFBuilder {
    var file = PDFBuilder()
    file.add("<< /Type /Catalog /Pages 2 0 R \(catalogue) >>")
    let kids = (0..<count).map { "\($0 + 4) 0 R" }.joined(separator: " ")
    file.add("<< /Type /Pages /Kids [\(kids)] /Count \(count) >>")
    file.add(stream: content)
    for _ in 0..<count {
      file.add(
        "<< /Type /Page /Parent 2 0 R /MediaBox \(box) /Contents 3 0 R /Resources << \(font) \(resources) >> \(page) >>"
      )
    }
    return file
  }
}
