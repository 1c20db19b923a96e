import TestSupport
import Testing

/// A row of a signed plan as its list in Tests/Data/corpus has it.
struct ShippedRow: Sendable, CustomTestStringConvertible {
  /// In the source document; nil where the list does not say.
  var line: Int?
  var section: String
  var task: String
  /// As printed.
  var deadline: String
  var testDescription: String { task }

  static func rows(of plan: String) throws -> [ShippedRow] {
    var records = records(try text(of: "Tests/Data/corpus/\(plan).csv"))
    let names = records.isEmpty ? [] : records.removeFirst()
    func field(_ name: String, _ record: [String]) -> String? {
      names.firstIndex(of: name).flatMap { record.indices.contains($0) ? record[$0] : nil }
    }
    return records.compactMap { record in
      guard let task = field("task", record) else { return nil }
      return ShippedRow(
        line: field("line", record).flatMap { Int($0) }, section: field("section", record) ?? "", task: task,
        deadline: field("deadline", record) ?? "")
    }
  }

  /// RFC 4180, without line ends in fields.
  private static func records(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { line in
      var fields = [""]
      var isQuoted = false
      for character in line where character != "\r" {
        if character == "\"" {
          // A doubled quote closes and opens again: it stands for one.
          if !isQuoted, !fields[fields.count - 1].isEmpty { fields[fields.count - 1].append("\"") }
          isQuoted.toggle()
        } else if character == ",", !isQuoted {
          fields.append("")
        } else {
          fields[fields.count - 1].append(character)
        }
      }
      return fields
    }
  }
}
