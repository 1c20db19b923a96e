/// A form with files (`multipart/form-data`, RFC 7578), read strictly: what no browser sends is no form.
package struct MultipartForm {
  package struct Part {
    package let name: String
    /// Nil of a field without a file.
    package let file: String?
    package let body: ArraySlice<UInt8>
  }

  /// The most parts of a form, and the most bytes of what stands above the body of one.
  private static let (mostParts, mostHead) = (16, 2048)

  /// In the order in which they came; no two have one name.
  package let parts: [Part]

  /// Nil: it is no form of that kind, or has a name twice.
  /// - Parameter type: the field `Content-Type` of the request.
  package init?(_ body: [UInt8], type: String) {
    guard let boundary = Self.boundary(type) else { return nil }
    let dashes = Array("--\(boundary)".utf8)
    let line = [UInt8](Self.lineEnd) + dashes
    var rest = body[...]
    guard rest.starts(with: dashes) else { return nil }
    rest = rest.dropFirst(dashes.count)
    var parts: [Part] = []
    while !Self.isEnd(rest) {
      guard parts.count < Self.mostParts, rest.starts(with: Self.lineEnd) else { return nil }
      rest = rest.dropFirst(2)
      guard let head = Self.place(of: Self.headEnd, in: rest.prefix(Self.mostHead)),
        let disposition = Self.disposition(rest[..<head])
      else { return nil }
      let start = head + Self.headEnd.count
      guard let end = Self.place(of: line, in: rest[start...]) else { return nil }
      parts.append(Part(name: disposition.name, file: disposition.file, body: rest[start..<end]))
      rest = rest[(end + line.count)...]
    }
    guard Set(parts.map(\.name)).count == parts.count else { return nil }
    self.parts = parts
  }

  package subscript(name: String) -> Part? { parts.first { $0.name == name } }

  private static let lineEnd: [UInt8] = [0x0D, 0x0A]
  private static let headEnd: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]

  /// Whether nothing but the end of the form is left.
  private static func isEnd(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.elementsEqual("--".utf8) || rest.elementsEqual("--\r\n".utf8)
  }

  private static func place(of wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    let offset = bytes.withUnsafeBufferPointer { all in
      (0..<max(0, all.count - wanted.count + 1)).first { place in
        all[place] == wanted[0] && all[place..<(place + wanted.count)].elementsEqual(wanted)
      }
    }
    return offset.map { bytes.startIndex + $0 }
  }

  // MARK: What stands above a body

  /// As RFC 2046, 5.1.1, has it: 1 to 70 letters, digits and some marks.
  private static func boundary(_ type: String) -> String? {
    guard let parameters = parameters(of: type, after: "multipart/form-data"), parameters.count == 1,
      let boundary = parameters["boundary"], (1...70).contains(boundary.utf8.count),
      boundary.utf8.allSatisfy({ byte in isAlphanumeric(byte) || "'()+_,-./:=? ".utf8.contains(byte) }),
      boundary.last != " "
    else { return nil }
    return boundary
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }

  /// Name and file of a part. Of further fields it may have a `Content-Type`, which must not be one of several parts.
  private static func disposition(_ head: ArraySlice<UInt8>) -> (name: String, file: String?)? {
    guard let text = String(validating: head, as: UTF8.self) else { return nil }
    var found: (String, String?)?
    for field in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
      guard let colon = field.firstIndex(of: ":") else { return nil }
      let value = String(field[field.index(after: colon)...].drop { $0 == " " })
      switch field[..<colon].lowercased() {
      case "content-disposition":
        guard found == nil, let parameters = parameters(of: value, after: "form-data"),
          let name = parameters["name"], !name.isEmpty, parameters.keys.allSatisfy(["name", "filename"].contains)
        else { return nil }
        found = (name, parameters["filename"])
      case "content-type": guard !value.lowercased().hasPrefix("multipart/") else { return nil }
      default: return nil
      }
    }
    return found
  }

  /// The parameters behind a value, by their names: `form-data; name="a"; filename="b"`. Browsers write a quotation mark in them as
  /// `%22`, line ends as `%0D` and `%0A`.
  private static func parameters(of text: String, after value: String) -> [String: String]? {
    var rest = text[...]
    guard rest.prefix(value.count).lowercased() == value else { return nil }
    rest = rest.dropFirst(value.count)
    var found: [String: String] = [:]
    while !rest.isEmpty {
      guard rest.first == ";" else { return nil }
      rest = rest.dropFirst().drop { $0 == " " }
      guard let equals = rest.firstIndex(of: "=") else { return nil }
      let name = rest[..<equals].lowercased()
      rest = rest[rest.index(after: equals)...]
      let value: Substring
      if rest.first == "\"" {
        rest = rest.dropFirst()
        guard let end = rest.firstIndex(of: "\"") else { return nil }
        value = rest[..<end]
        rest = rest[rest.index(after: end)...]
      } else {
        value = rest.prefix { $0 != ";" && $0 != " " && $0 != "\"" }
        rest = rest.dropFirst(value.count)
      }
      let isPlain = value.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
      guard isPlain, found.updateValue(unescaped(value), forKey: name) == nil else { return nil }
    }
    return found
  }

  private static func unescaped(_ value: Substring) -> String {
    String(value).replacing("%22", with: "\"").replacing("%0D", with: " ").replacing("%0A", with: " ")
  }
}
