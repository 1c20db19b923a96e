private import CDocuments

private let libxml2 = nhacviec_libxml2().pointee

/// Reads an HTML page with libxml2's parser, which mends what browsers mend: its text in order, its tables with
/// `colspan` and `rowspan`. Nothing is fetched, no script is run.
struct HTMLReader {
  let limits: DocumentLimits

  func read(_ text: String, name: String) throws -> SourceDocument {
    let source = try HTMLSource.prepared(text)
    let page = HTMLPage(limits: limits)
    try parse(source, page)
    return try page.finish(name: name)
  }

  private func parse(_ source: [UInt8], _ page: HTMLPage) throws {
    libxml2.xmlInitParser()
    guard source.count <= Int32.max, let context = libxml2.htmlNewParserCtxt() else { throw HTMLReader.broken }
    defer { libxml2.htmlFreeParserCtxt(context) }
    guard let handler = context.pointee.sax else { throw HTMLReader.broken }
    // With events instead of a tree, the memory stays that of the text.
    handler.pointee = htmlSAXHandler()
    handler.pointee.startElement = startElement
    handler.pointee.endElement = endElement
    handler.pointee.characters = characters
    handler.pointee.ignorableWhitespace = characters
    handler.pointee.cdataBlock = characters
    page.stop = { libxml2.xmlStopParser(context) }
    defer { page.stop = {} }
    context.pointee.userData = Unmanaged.passUnretained(page).toOpaque()
    let options = Int32(HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue)
    source.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        if let document = libxml2.htmlCtxtReadMemory(
          context, characters.baseAddress, Int32(characters.count), nil, "UTF-8", options)
        {
          libxml2.xmlFreeDoc(document)
        }
      }
    }
    if let failure = page.failure { throw failure }
  }

  private static let broken = DocumentFileFailure.damaged(
    vi: "trang HTML không đọc được", en: "the page cannot be read")
}

private func page(_ context: UnsafeMutableRawPointer?) -> HTMLPage? {
  context.map { Unmanaged<HTMLPage>.fromOpaque($0).takeUnretainedValue() }
}

private func startElement(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<UInt8>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
) {
  guard let page = page(context), let name else { return }
  var values: [String: String] = [:]
  if var pair = attributes {
    while let key = pair[0] {
      let key = String(cString: key)
      if HTMLPage.attributes.contains(key) { values[key] = pair[1].map { String(cString: $0) } ?? "" }
      pair += 2
    }
  }
  page.report { try $0.start(String(cString: name), values) }
}

private func endElement(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<UInt8>?) {
  guard let page = page(context), let name else { return }
  page.report { try $0.end(String(cString: name)) }
}

private func characters(_ context: UnsafeMutableRawPointer?, _ start: UnsafePointer<UInt8>?, _ count: Int32) {
  guard let page = page(context), let start else { return }
  let text = UnsafeBufferPointer(start: start, count: Int(count))
  page.report { $0.add(text) }
}
