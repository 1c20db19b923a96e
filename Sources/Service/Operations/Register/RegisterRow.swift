import CivilCalendar
import Hashing
import OfficeDocuments
import Presentation

/// A row of a register: a task, or the heading of a section.
struct RegisterRow {
  /// Of the columns that people see; a missing one is empty.
  var cells: [RegisterColumn: Workbook.Cell] = [:]
  /// Which work it is about; empty where nothing of it may be told.
  var identity = ""
  /// Whether it heads the rows below.
  var isHeading = false
  /// The day of completion.
  var done: CivilDate?

  /// What it says, so that a cell that somebody edited is known.
  var check: RegisterCheck { RegisterCheck(done: done) { (cells[$0] ?? .empty).registerText } }
}

extension Workbook.Cell {
  /// As a sheet that is read back has it.
  var registerText: String {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .day(let day): DateWording(.vi).inTable(day)
    case .share(let part, let whole): "\(part)/\(whole)"
    case .noDay, .empty: ""
    }
  }
}

/// The cells of a row as it was written: a short hash of each, and its day of completion.
struct RegisterCheck: Equatable {
  private static let version = "1"

  let done: CivilDate?
  private var hashes: [RegisterColumn: String] = [:]

  init(done: CivilDate?, _ text: (RegisterColumn) -> String) {
    self.done = done
    for column in RegisterColumn.seen { hashes[column] = Self.hash(text(column)) }
  }

  /// Reads what `text` is; nil for any other text.
  init?(_ text: String) {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == RegisterColumn.seen.count + 2, parts[0] == Self.version else { return nil }
    for (column, hash) in zip(RegisterColumn.seen, parts.dropFirst()) { hashes[column] = hash }
    done = parts.last.flatMap { CivilDate(iso: $0) }
  }

  var text: String {
    ([Self.version] + RegisterColumn.seen.map { hashes[$0] ?? "-" } + [done.map { "\($0)" } ?? "-"])
      .joined(separator: " ")
  }

  /// Whether the cell said so.
  func says(_ text: String, _ column: RegisterColumn) -> Bool { hashes[column] == Self.hash(text) }

  private static func hash(_ text: String) -> String {
    let lines = RegisterWording.cleaned(text.split(separator: "\n").map(String.init))
    guard !lines.isEmpty else { return "-" }
    let whole = SHA256.hash(Array(lines.joined(separator: "\n").utf8)).map { "\($0)" } ?? ""
    return String(whole.prefix(8))
  }
}
