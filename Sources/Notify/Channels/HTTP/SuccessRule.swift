import JSON

/// What an answer must say besides a status of success: `ok = true`, `data.0.status = sent`, `code = 100|124`.
struct SuccessRule: Hashable, Sendable {
  private let path: [String]
  private let values: [String]

  /// Nil unless `text` is names or numbers joined by dots, an equals sign and values joined by bars.
  init?(_ text: String) {
    let sides = text.split(separator: "=", maxSplits: 1).map { $0.trimmed }
    guard sides.count == 2 else { return nil }
    path = sides[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    values = sides[1].split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
    guard path.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }), !values.contains("") else { return nil }
  }

  /// Whether the answer is JSON that has one of the values. Text and numbers count as equal where they are written alike.
  func holds(in answer: [UInt8]) -> Bool {
    var found = JSONValue(answer)
    for name in path { found = found?[name] ?? Int(name).flatMap { found?.array?.at($0) } }
    return found?.scalar.map(values.contains) ?? false
  }
}

extension JSONValue {
  /// How a value that is no list and no object is written, without quotes.
  var scalar: String? {
    switch self {
    case .null: "null"
    case .bool(let truth): String(truth)
    case .number(let number): Int(exactly: number).map { String($0) } ?? String(number)
    case .string(let text): text
    case .array, .object: nil
    }
  }
}

extension Array {
  fileprivate func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
