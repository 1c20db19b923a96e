/// The number formats of a workbook by the index of a cell's style.
struct CellFormats {
  private var byStyle: [NumberFormat] = []

  init() {}

  /// Reads styles.xml.
  init(_ xml: XMLPullReader) throws {
    guard case .start = try xml.next() else { return }
    var codes: [Int: String] = [:]
    let level = xml.level
    while let child = try xml.nextChild(of: level) {
      let list = xml.level
      switch child {
      case "numFmts":
        while try xml.nextChild(of: list) != nil {
          if let id = xml.number("numFmtId"), let code = xml.attribute("formatCode") {
            codes[id] = String(code.prefix(300))
          }
        }
      case "cellXfs":
        while try xml.nextChild(of: list) != nil {
          let id = xml.number("numFmtId") ?? 0
          byStyle.append(NumberFormat(codes[id] ?? NumberFormat.builtIn(id)))
        }
      default: continue
      }
    }
  }

  func format(_ style: Int) -> NumberFormat {
    byStyle.indices.contains(style) ? byStyle[style] : NumberFormat("General")
  }
}
