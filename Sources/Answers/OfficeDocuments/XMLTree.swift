import CDocuments
import Documents
import Glibc

private let libxml2 = nhacviec_libxml2().pointee

/// An element or text of an `XMLTree`.
typealias XMLNode = xmlNodePtr

/// An XML part of a document as a tree, which is changed and written again. What is not touched stays as it is.
final class XMLTree {
  private let document: xmlDocPtr

  /// Throws a `DocumentFileFailure`.
  init(_ bytes: [UInt8]) throws {
    try XMLSource.check(bytes)
    libxml2.xmlInitParser()
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    let tree = bytes.withUnsafeBytes {
      libxml2.xmlReadMemory($0.bindMemory(to: CChar.self).baseAddress, Int32(clamping: bytes.count), nil, nil, options)
    }
    guard let tree else {
      throw DocumentFileFailure(
        .damaged, vi: "một phần XML của tệp không hợp lệ; hãy mở tệp bằng Word rồi lưu lại",
        en: "an XML part of the file is not well-formed; open the file in Word and save it anew")
    }
    document = tree
  }

  deinit { libxml2.xmlFreeDoc(document) }

  var root: XMLNode? { libxml2.xmlDocGetRootElement(document) }

  func bytes() -> [UInt8] {
    var memory: UnsafeMutablePointer<xmlChar>?
    var count: Int32 = 0
    libxml2.xmlDocDumpMemory(document, &memory, &count)
    // libxml2 takes its memory from malloc unless a program says otherwise.
    defer { free(memory) }
    return Array(UnsafeBufferPointer(start: memory, count: Int(count)))
  }

  // MARK: Changes

  /// Puts a copy of the node before it, and returns the copy.
  func copyBefore(_ node: XMLNode) -> XMLNode? {
    guard let copy = libxml2.xmlDocCopyNode(node, document, 1) else { return nil }
    return libxml2.xmlAddPrevSibling(node, copy)
  }

  func remove(_ node: XMLNode) {
    libxml2.xmlUnlinkNode(node)
    libxml2.xmlFreeNode(node)
  }

  /// Replaces what is in an element by text, whose blanks are kept.
  func setText(_ node: XMLNode, _ text: [UInt8]) {
    for child in Array(node.xmlChildren) { remove(child) }
    _ = libxml2.xmlAddChild(node, libxml2.xmlNewDocTextLen(document, text, Int32(clamping: text.count)))
    libxml2.xmlNodeSetSpacePreserve(node, 1)
  }

  /// Adds an element without anything in it, in the namespace of its parent.
  /// - Parameter next: before which it is put; nil: it is the last.
  @discardableResult
  func add(_ name: String, to node: XMLNode, before next: XMLNode? = nil) -> XMLNode? {
    let new = libxml2.xmlNewDocNode(document, node.pointee.ns, name, nil)
    return next.map { libxml2.xmlAddPrevSibling($0, new) } ?? libxml2.xmlAddChild(node, new)
  }

  /// Adds a copy of a node as the last of an element, and returns the copy.
  func addCopy(of node: XMLNode, to parent: XMLNode) -> XMLNode? {
    libxml2.xmlDocCopyNode(node, document, 1).flatMap { libxml2.xmlAddChild(parent, $0) }
  }

  /// Sets an attribute that is in no namespace.
  func set(_ name: String, to value: String, of node: XMLNode) { _ = libxml2.xmlSetProp(node, name, value) }
}

extension XMLNode {
  /// Transitional and strict WordprocessingML (ECMA-376, ISO/IEC 29500-1 annex A).
  private static let word = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ]

  /// The local name of an element of WordprocessingML: `p`, `tbl`; nil of anything else.
  var wordName: String? {
    guard pointee.type == XML_ELEMENT_NODE, let space = pointee.ns?.pointee.href,
      Self.word.contains(String(cString: space))
    else { return nil }
    return String(cString: pointee.name)
  }

  var isElement: Bool { pointee.type == XML_ELEMENT_NODE }

  /// The elements in it of that name, whatever their namespace.
  func elements(_ name: String) -> [XMLNode] {
    xmlChildren.filter { $0.isElement && String(cString: $0.pointee.name) == name }
  }

  /// The value of an attribute that is in no namespace; nil if there is none.
  func attribute(_ name: String) -> String? {
    var attribute = pointee.properties
    while let one = attribute {
      if one.pointee.ns == nil, String(cString: one.pointee.name) == name {
        var text = ""
        var piece = one.pointee.children
        while let node = piece {
          text += node.xmlText
          piece = node.pointee.next
        }
        return text
      }
      attribute = one.pointee.next
    }
    return nil
  }

  /// In order. The list stays as it is while the tree changes.
  var xmlChildren: [XMLNode] {
    var children: [XMLNode] = []
    var child = pointee.children
    while let node = child {
      children.append(node)
      child = node.pointee.next
    }
    return children
  }

  /// All text in it, as it stands.
  var xmlText: String {
    guard let text = libxml2.xmlNodeGetContent(self) else { return "" }
    defer { free(text) }
    return String(cString: text)
  }
}
