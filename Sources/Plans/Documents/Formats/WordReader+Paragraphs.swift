extension WordReader {
  /// A paragraph while its runs are read.
  struct ParagraphText {
    var text = ""
    var breaksBefore = false
    var breaksAfter = false
    var style: String?
    var numbering = WordNumbering.Place()

    var hasText: Bool { text.utf8.contains { $0 > 0x20 } }

    mutating func pageBreak() {
      if hasText { breaksAfter = true } else { breaksBefore = true }
    }

    mutating func append(_ more: String) {
      // The page ended in the middle of this paragraph, and not at its end.
      if breaksAfter, more.utf8.contains(where: { $0 > 0x20 }) { breaksAfter = false }
      text += more
    }
  }

  mutating func readParagraph(_ xml: XMLPullReader) throws {
    var paragraph = ParagraphText()
    try readInline(xml, into: &paragraph)
    if paragraph.breaksBefore || styles.beginsPage(paragraph.style) { flow.pageBreak() }
    var text = TextCleaning.lines(paragraph.text)
    if let number = number(of: paragraph), !text.isEmpty || (flow.isInCell && number != "- ") {
      text = TextCleaning.lines(number + text)
    }
    try flow.paragraph(text)
    if paragraph.breaksAfter { flow.pageBreak() }
  }

  /// Counts the paragraph in its list, and returns its number; nil if it is in none.
  private mutating func number(of paragraph: ParagraphText) -> String? {
    var place = paragraph.numbering
    if place.list == nil || place.level == nil {
      let inherited = styles.numbering(paragraph.style)
      if place.list == nil { place.list = inherited.list }
      if place.level == nil { place.level = inherited.level }
    }
    return numbering.next(place)
  }

  /// Reads runs, and elements that hold runs, inside the element that just began.
  private mutating func readInline(_ xml: XMLPullReader, into paragraph: inout ParagraphText) throws {
    let level = xml.level
    while let child = try xml.nextChild(of: level) {
      switch child {
      case "w:pPr": try readProperties(xml, into: &paragraph)
      case "w:r": try readRun(xml, into: &paragraph)
      case "m:oMath", "m:oMathPara", "m:r": try readMath(xml, into: &paragraph)
      case "w:hyperlink", "w:ins", "w:moveTo", "w:smartTag", "w:sdt", "w:sdtContent", "w:fldSimple", "w:customXml",
        "w:dir", "w:bdo":
        try readInline(xml, into: &paragraph)
      case "mc:AlternateContent":
        var text = paragraph
        try readAlternative(xml) { reader, xml in try reader.readInline(xml, into: &text) }
        paragraph = text
      default: continue
      }
    }
  }

  private mutating func readProperties(_ xml: XMLPullReader, into paragraph: inout ParagraphText) throws {
    let level = xml.level
    while let child = try xml.nextChild(of: level) {
      switch child {
      case "w:pStyle": paragraph.style = xml.attribute("val")
      case "w:numPr": paragraph.numbering = try WordReader.numbering(xml)
      case "w:pageBreakBefore": if xml.isOn { paragraph.breaksBefore = true }
      default: continue
      }
    }
  }

  /// The place in a list that `w:numPr` gives, which just began.
  static func numbering(_ xml: XMLPullReader) throws -> WordNumbering.Place {
    var place = WordNumbering.Place()
    let level = xml.level
    while let child = try xml.nextChild(of: level) {
      if child == "w:numId" { place.list = xml.number("val") }
      if child == "w:ilvl" { place.level = xml.number("val") }
    }
    return place
  }

  private mutating func readRun(_ xml: XMLPullReader, into paragraph: inout ParagraphText) throws {
    let level = xml.level
    while let child = try xml.nextChild(of: level) {
      switch child {
      case "w:rPr":
        if try isHidden(xml) {
          try skipRun(xml, level: level)
          return
        }
      case "w:t": paragraph.append(try xml.text())
      case "w:tab", "w:ptab": paragraph.append(" ")
      case "w:br":
        if xml.attribute("type") == "page" { paragraph.pageBreak() } else { paragraph.append("\n") }
      case "w:cr": paragraph.append("\n")
      case "w:noBreakHyphen": paragraph.append("-")
      case "w:sym": paragraph.append("•")
      case "w:lastRenderedPageBreak": paragraph.pageBreak()
      case "w:drawing", "w:pict", "w:object": try readBoxes(xml)
      case "mc:AlternateContent":
        var text = paragraph
        try readAlternative(xml) { reader, xml in try reader.readRun(xml, into: &text) }
        paragraph = text
      default: continue
      }
    }
  }

  private func isHidden(_ xml: XMLPullReader) throws -> Bool {
    let level = xml.level
    var isHidden = false
    while let child = try xml.nextChild(of: level) {
      if child == "w:vanish" { isHidden = xml.isOn }
    }
    return isHidden
  }

  private func skipRun(_ xml: XMLPullReader, level: Int) throws {
    while try xml.nextChild(of: level) != nil { try xml.skip() }
  }

  /// Reads text boxes, and words drawn as pictures, inside the element that just began.
  private mutating func readBoxes(_ xml: XMLPullReader) throws {
    let level = xml.level
    while true {
      switch try xml.next() {
      case .start:
        if xml.name == "w:txbxContent" { try readMarks(xml) }
        if xml.name == "v:textpath", let text = xml.attribute("string") { addMark(text) }
      case .end where xml.level < level: return
      case .finish: return
      default: continue
      }
    }
  }

  private func readMath(_ xml: XMLPullReader, into paragraph: inout ParagraphText) throws {
    let level = xml.level
    while true {
      switch try xml.next() {
      case .start: if xml.name == "m:t" || xml.name == "w:t" { paragraph.append(try xml.text()) }
      case .end where xml.level < level: return
      case .finish: return
      default: continue
      }
    }
  }
}
