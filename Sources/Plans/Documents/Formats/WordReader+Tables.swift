extension WordReader {
  mutating func readTable(_ xml: XMLPullReader) throws {
    try flow.beginTable()
    try readRows(xml)
    try flow.endTable()
  }

  private mutating func readRows(_ xml: XMLPullReader) throws {
    let level = xml.level
    while let child = try xml.nextChild(of: level) {
      switch child {
      case "w:tr": try readRow(xml)
      case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo": try readRows(xml)
      case "mc:AlternateContent": try readAlternative(xml) { reader, xml in try reader.readRows(xml) }
      default: continue
      }
    }
  }

  private struct RowProperties {
    var isHeading = false
    var isDeleted = false
    var emptyBefore = 0
    var emptyAfter = 0
  }

  private mutating func readRow(_ xml: XMLPullReader) throws {
    var properties = RowProperties()
    try flow.beginRow(isHeading: false)
    try readCells(xml, &properties)
    if properties.isDeleted {
      flow.dropRow()
      return
    }
    if properties.isHeading { flow.markHeading() }
    for _ in 0..<properties.emptyAfter { try flow.beginCell() }
    try flow.endRow()
  }

  private mutating func readCells(_ xml: XMLPullReader, _ properties: inout RowProperties) throws {
    let level = xml.level
    while let child = try xml.nextChild(of: level) {
      switch child {
      case "w:trPr":
        try readRowProperties(xml, &properties)
        if properties.isDeleted { return try skipRest(xml, level: level) }
        for _ in 0..<properties.emptyBefore { try flow.beginCell() }
      case "w:tc": try readCell(xml)
      case "w:sdt", "w:sdtContent", "w:customXml": try readCells(xml, &properties)
      default: continue
      }
    }
  }

  private func skipRest(_ xml: XMLPullReader, level: Int) throws {
    while try xml.nextChild(of: level) != nil {}
  }

  private func readRowProperties(_ xml: XMLPullReader, _ properties: inout RowProperties) throws {
    let level = xml.level
    while let child = try xml.nextChild(of: level) {
      switch child {
      case "w:tblHeader": properties.isHeading = xml.isOn
      case "w:gridBefore": properties.emptyBefore = columns(xml)
      case "w:gridAfter": properties.emptyAfter = columns(xml)
      case "w:del": properties.isDeleted = true
      default: continue
      }
    }
  }

  private func columns(_ xml: XMLPullReader) -> Int { max(0, min(xml.number("val") ?? 0, package.limits.columns)) }

  private mutating func readCell(_ xml: XMLPullReader) throws {
    let level = xml.level
    var isOpen = false
    while let child = try xml.nextChild(of: level) {
      if child == "w:tcPr", !isOpen {
        let cell = try readCellProperties(xml)
        // Older files mark cells as merged to the left instead of giving the first a span.
        if cell.continuesLeft { return try flow.widenCell() }
        try flow.beginCell(columns: cell.columns, continuesAbove: cell.continuesAbove)
        isOpen = true
        // What stands in a cell that another one covers is not shown, and its lists do not count.
        if cell.continuesAbove { return }
      } else {
        if !isOpen { try flow.beginCell() }
        isOpen = true
        try readBlock(xml, child)
      }
    }
    if !isOpen { try flow.beginCell() }
  }

  private struct CellProperties {
    var columns = 1
    var continuesAbove = false
    var continuesLeft = false
  }

  private func readCellProperties(_ xml: XMLPullReader) throws -> CellProperties {
    var cell = CellProperties()
    let level = xml.level
    while let child = try xml.nextChild(of: level) {
      switch child {
      case "w:gridSpan": cell.columns = max(1, columns(xml))
      case "w:vMerge": cell.continuesAbove = (xml.attribute("val") ?? "continue") == "continue"
      case "w:hMerge": cell.continuesLeft = (xml.attribute("val") ?? "continue") == "continue"
      default: continue
      }
    }
    return cell
  }
}
