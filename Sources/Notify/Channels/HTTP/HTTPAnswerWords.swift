import JSON

/// What an answer says, for people.
enum HTTPAnswerWords {
  /// Of JSON its values with their names, since a text in it can be written in many ways; else the answer as it is.
  static func text(of answer: [UInt8]) -> String {
    JSONValue(answer).map { words($0) } ?? String(decoding: answer, as: UTF8.self)
  }

  private static func words(_ value: JSONValue) -> String {
    switch value {
    case .object(let members):
      members.sorted { $0.key < $1.key }.map { "\($0.key): \(words($0.value))" }.joined(separator: ", ")
    case .array(let values): values.map(words).joined(separator: ", ")
    default: value.scalar ?? ""
    }
  }

  /// `text` without what is hidden, however it is written there.
  static func text(_ text: String, without hidden: [String]) -> String {
    hidden.compactMap(HiddenText.init).reduce(text) { $1.blotted($0) }
  }
}
