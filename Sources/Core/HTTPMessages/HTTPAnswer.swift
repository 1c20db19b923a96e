/// The answer to a request.
package struct HTTPAnswer: Hashable, Sendable {
  package struct Field: Hashable, Sendable {
    package var name: String
    package var value: String
  }

  /// The HTTP status.
  package var status: Int
  /// Fields besides the date, the length and the type.
  package var fields: [Field] = []
  /// The media type; nil where there is no body.
  package var type: String?
  package var body: [UInt8]

  package init(_ status: Int, type: String? = nil, body: [UInt8] = []) {
    (self.status, self.type, self.body) = (status, type, body)
  }

  package static func text(_ body: String, status: Int = 200) -> HTTPAnswer {
    HTTPAnswer(status, type: "text/plain; charset=utf-8", body: Array(body.utf8))
  }

  /// Sets a field, in place of one of that name. Line ends in the value would begin another field and are left out.
  package mutating func set(_ name: String, _ value: String) {
    fields.removeAll { $0.name == name }
    add(name, value)
  }

  /// Adds a field beside those of its name.
  mutating func add(_ name: String, _ value: String) {
    let plain = String(decoding: value.utf8.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
    fields.append(Field(name: name, value: plain))
  }

  package func value(of name: String) -> String? { fields.first { $0.name == name }?.value }
}
