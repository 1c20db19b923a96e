private import CDocuments

private let libxml2 = nhacviec_libxml2().pointee

/// Reads an XML part from its start to its end, one element at a time.
///
/// Nothing is fetched, no entity is replaced but XML's own five, a document type is refused; depth, elements and sizes
/// are bounded. Names are written with the prefix that the office formats' specification uses, whatever the file says.
final class XMLPullReader {
  private let reader: xmlTextReaderPtr
  private let storage: UnsafeMutableBufferPointer<CChar>
  private let limits: DocumentLimits
  private var elements = 0
  private var names: [NameKey: String] = [:]
  /// Whether the current element is `<name/>`, so that its end is still to be reported.
  private var endIsOwed = false
  private var isAtEnd = false

  /// The element that began or ended last.
  private(set) var name = ""
  /// Open elements, counting the one that began last.
  private(set) var level = 0

  private struct NameKey: Hashable {
    var namespace: UnsafePointer<UInt8>?
    var local: UnsafePointer<UInt8>
  }

  enum Event {
    case start, end, finish
    case text(String)
  }

  private static let isPrepared: Bool = {
    libxml2.xmlInitParser()
    return true
  }()

  init(_ bytes: [UInt8], limits: DocumentLimits) throws {
    guard XMLPullReader.isPrepared, bytes.count <= Int32.max else { throw XMLPullReader.broken }
    let bytes = try XMLPullReader.utf8(bytes)
    try XMLSource.check(bytes)
    self.limits = limits
    storage = .allocate(capacity: max(bytes.count, 1))
    _ = storage.update(fromContentsOf: bytes.lazy.map { CChar(bitPattern: $0) })
    let options = Int32(
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        | XML_PARSE_IGNORE_ENC.rawValue)
    guard let reader = libxml2.xmlReaderForMemory(storage.baseAddress, Int32(bytes.count), nil, "UTF-8", options) else {
      storage.deallocate()
      throw XMLPullReader.broken
    }
    self.reader = reader
    libxml2.xmlTextReaderSetStructuredErrorHandler(reader, { _, _ in }, nil)
  }

  deinit {
    libxml2.xmlFreeTextReader(reader)
    storage.deallocate()
  }

  static let broken = DocumentFileFailure.damaged(vi: "nội dung XML không hợp lệ", en: "its XML is not well-formed")

  static let unsafe = DocumentFileFailure(
    .unsafe,
    vi: "tệp có khai báo DOCTYPE hoặc thực thể XML, là thứ Word và Excel không bao giờ ghi, nên không đọc; hãy mở tệp "
      + "bằng Word hoặc Excel rồi lưu lại",
    en: "the file declares a DOCTYPE or XML entities, which Word and Excel never write, and is not read; open it in "
      + "Word or Excel and save it anew")

  /// Parts are in UTF-8 or UTF-16 (ECMA-376, part 2, 6.1.4), whatever else they declare.
  private static func utf8(_ bytes: [UInt8]) throws -> [UInt8] {
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
    guard case .text(let text) = TextDecoding.decode(bytes) else { throw broken }
    return Array(text.utf8)
  }

  func next() throws -> Event {
    if endIsOwed {
      endIsOwed = false
      level -= 1
      return .end
    }
    while !isAtEnd {
      switch libxml2.xmlTextReaderRead(reader) {
      case 1: if let event = try event() { return event }
      case 0: isAtEnd = true
      default: throw XMLPullReader.broken
      }
    }
    return .finish
  }

  /// The event at the place of the reader; nil for comments and the like.
  private func event() throws -> Event? {
    switch xmlReaderTypes(rawValue: UInt32(bitPattern: libxml2.xmlTextReaderNodeType(reader))) {
    case XML_READER_TYPE_ELEMENT:
      elements += 1
      level += 1
      guard elements <= limits.elements else {
        throw DocumentFileFailure.tooMany(vi: "\(limits.elements) phần tử XML", en: "\(limits.elements) XML elements")
      }
      guard level <= limits.depth else {
        throw DocumentFileFailure.tooMany(vi: "\(limits.depth) tầng XML", en: "\(limits.depth) levels of XML")
      }
      name = currentName
      endIsOwed = libxml2.xmlTextReaderIsEmptyElement(reader) == 1
      return .start
    case XML_READER_TYPE_END_ELEMENT:
      name = currentName
      level -= 1
      return .end
    case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_SIGNIFICANT_WHITESPACE,
      XML_READER_TYPE_WHITESPACE:
      guard let value = libxml2.xmlTextReaderConstValue(reader) else { return nil }
      return .text(String(cString: value))
    case XML_READER_TYPE_DOCUMENT_TYPE, XML_READER_TYPE_ENTITY, XML_READER_TYPE_ENTITY_REFERENCE:
      throw XMLPullReader.unsafe
    default: return nil
    }
  }

  /// The name of the current element. The reader keeps one copy of each name, so that its address identifies it.
  private var currentName: String {
    guard let local = libxml2.xmlTextReaderConstLocalName(reader) else { return "" }
    let key = NameKey(namespace: libxml2.xmlTextReaderConstNamespaceUri(reader), local: local)
    if let known = names[key] { return known }
    let namespace = key.namespace.map { String(cString: $0) } ?? ""
    let name = (XMLPullReader.prefixes[namespace].map { "\($0):" } ?? "") + String(cString: local)
    names[key] = name
    return name
  }

  /// Transitional and strict office formats (ECMA-376, ISO/IEC 29500-1 annex A). Spreadsheets go without a prefix.
  private static let prefixes: [String: String] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "urn:schemas-microsoft-com:vml": "v",
  ]

  /// The value of the current element's attribute with this local name; to be asked right after the element began.
  func attribute(_ name: String) -> String? {
    guard libxml2.xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return nil }
    defer { _ = libxml2.xmlTextReaderMoveToElement(reader) }
    repeat {
      if let local = libxml2.xmlTextReaderConstLocalName(reader), name == String(cString: local),
        libxml2.xmlTextReaderIsNamespaceDecl(reader) != 1
      {
        return libxml2.xmlTextReaderConstValue(reader).map { String(cString: $0) }
      }
    } while libxml2.xmlTextReaderMoveToNextAttribute(reader) == 1
    return nil
  }

  func number(_ name: String) -> Int? { attribute(name).flatMap { Int($0) } }

  /// The value of an on/off property (`w:val`), which is on when nothing is said.
  var isOn: Bool {
    switch attribute("val") {
    case "0", "false", "off", "none": false
    default: true
    }
  }

  /// Goes to the next child of the element that began at `level`; nil at its end. What is left of the child before,
  /// and text, is passed over.
  func nextChild(of level: Int) throws -> String? {
    while true {
      switch try next() {
      case .start where self.level == level + 1: return name
      case .end where self.level < level: return nil
      case .finish: return nil
      default: continue
      }
    }
  }

  /// The text inside the element that just began, up to its end.
  func text() throws -> String {
    let level = level
    var result = ""
    while true {
      switch try next() {
      case .text(let text): result += text
      case .end where self.level < level: return result
      case .finish: return result
      default: continue
      }
    }
  }

  /// Passes over the element that just began.
  func skip() throws {
    let level = level
    while true {
      switch try next() {
      case .end where self.level < level: return
      case .finish: return
      default: continue
      }
    }
  }
}
