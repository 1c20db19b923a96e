/// What paragraph styles say that matters here: their list and whether they begin a page.
struct WordStyles {
  private struct Style {
    var base: String?
    var numbering = WordNumbering.Place()
    var beginsPage = false
  }

  private var styles: [String: Style] = [:]
  private var standard: String?

  init() {}

  /// Reads styles.xml.
  init(_ xml: XMLPullReader) throws {
    guard case .start = try xml.next() else { return }
    let level = xml.level
    while let child = try xml.nextChild(of: level) {
      guard child == "w:style", xml.attribute("type") ?? "paragraph" == "paragraph", let id = xml.attribute("styleId")
      else { continue }
      if ["1", "true", "on"].contains(xml.attribute("default") ?? "") { standard = id }
      styles[id] = try WordStyles.style(xml)
    }
  }

  private static func style(_ xml: XMLPullReader) throws -> Style {
    var style = Style()
    let level = xml.level
    while let child = try xml.nextChild(of: level) {
      if child == "w:basedOn" { style.base = xml.attribute("val") }
      guard child == "w:pPr" else { continue }
      let properties = xml.level
      while let property = try xml.nextChild(of: properties) {
        switch property {
        case "w:numPr": style.numbering = try WordReader.numbering(xml)
        case "w:pageBreakBefore": style.beginsPage = xml.isOn
        default: continue
        }
      }
    }
    return style
  }

  /// The list of a paragraph of this style that names none itself.
  func numbering(_ id: String?) -> WordNumbering.Place {
    var result = WordNumbering.Place()
    for style in chain(id) {
      if result.list == nil { result.list = style.numbering.list }
      if result.level == nil { result.level = style.numbering.level }
    }
    return result
  }

  func beginsPage(_ id: String?) -> Bool { chain(id).contains { $0.beginsPage } }

  /// The style and those that it is based on, at most 20, so that a circle ends.
  private func chain(_ id: String?) -> [Style] {
    var result: [Style] = []
    var next = id ?? standard
    while let id = next, let style = styles[id], result.count < 20 {
      result.append(style)
      next = style.base
    }
    return result
  }
}
