package import Diagnostics
import RuleSyntax

/// The columns of the register of tasks, as offices keep it.
package enum RegisterColumn: String, CaseIterable, Sendable {
  case number, title, product, basis, due, day, lead, support, leader, progress, state, done, result, note
  /// For the program: which work a row is about; what its cells said when they were written.
  case identity, check

  /// Those that people see.
  static let seen = allCases.filter { !$0.isHidden }

  var isHidden: Bool { self == .identity || self == .check }

  /// What people may change in it; nil where it is computed, recorded or kept elsewhere.
  var kind: EditableRow.Kind? {
    switch self {
    case .title: .title
    case .product: .product
    case .due: .due
    case .lead: .lead
    case .support: .support
    default: nil
    }
  }

  static func of(_ kind: EditableRow.Kind) -> RegisterColumn { allCases.first { $0.kind == kind } ?? .title }

  /// In characters.
  var width: Int {
    switch self {
    case .number: 9
    case .title: 48
    case .product, .due, .state: 24
    case .lead, .support, .result, .note: 22
    case .basis, .leader, .progress: 18
    case .day, .done: 12
    case .identity, .check: 10
    }
  }

  /// Of a hidden one it is what its head begins with.
  package var head: Bilingual {
    switch self {
    case .number: .init(vi: "STT", en: "No.")
    case .title: .init(vi: "Nhiệm vụ", en: "Task")
    case .product: .init(vi: "Sản phẩm", en: "Product")
    case .basis: .init(vi: "Căn cứ", en: "Basis")
    case .due: .init(vi: "Thời hạn", en: "Deadline")
    case .day: .init(vi: "Ngày đến hạn", en: "Due on")
    case .lead: .init(vi: "Chủ trì", en: "Lead")
    case .support: .init(vi: "Phối hợp", en: "Support")
    case .leader: .init(vi: "Lãnh đạo phụ trách", en: "Leader")
    case .progress: .init(vi: "Tiến độ", en: "Progress")
    case .state: .init(vi: "Trạng thái", en: "State")
    case .done: .init(vi: "Ngày hoàn thành", en: "Done on")
    case .result: .init(vi: "Kết quả", en: "Result")
    case .note: .init(vi: "Ghi chú", en: "Note")
    case .identity: .init(vi: "Mã hệ thống", en: "System id")
    case .check: .init(vi: "Đối chiếu", en: "Check")
    }
  }

  /// The column of such a head, in either language; nil if it is none of these.
  init?(head text: String) {
    let name = FoldedName(text)
    let found = Self.allCases.first { column in
      [column.head.vi, column.head.en].map { FoldedName($0) }.contains { known in
        known == name || column.isHidden && name.text.hasPrefix(known.text + " (")
      }
    }
    guard let found else { return nil }
    self = found
  }

  /// What stands in brackets in the head of a hidden column.
  static func bracketed(_ head: String) -> String? {
    guard let open = head.firstIndex(of: "("), let close = head.lastIndex(of: ")"), open < close else { return nil }
    return PlainWords.cleaned(String(head[head.index(after: open)..<close]))
  }

  /// The column in which the copy that goes back says what was not understood.
  static let answer = Bilingual(vi: "Ghi chú của chương trình", en: "Note of the program")

  /// Where what this column says is changed, if not here.
  var elsewhere: Bilingual {
    switch self {
    case .number:
      .init(vi: "mã việc không đổi được", en: "the id of work stays")
    case .day:
      .init(
        vi: "ngày này tính từ Thời hạn: sửa ô Thời hạn, hoặc gia hạn bằng nhacviec extend",
        en: "this day follows from the deadline: change that cell, or give more time by nhacviec extend")
    case .progress, .state:
      .init(
        vi: "ô này tính từ các ghi nhận: ghi bằng nhacviec progress, done hoặc trên trang",
        en: "this follows from what is recorded: record it by nhacviec progress, done, or on the pages")
    case .result:
      .init(
        vi: "kết quả chỉ được nhận cùng một ngày hoàn thành mới: ghi cả Ngày hoàn thành",
        en: "a result is taken with a new day of completion alone: fill in that day too")
    case .basis, .leader, .note:
      .init(
        vi: "ô này sửa trong tệp quy tắc: nhacviec rules propose",
        en: "this is changed in the rule files: nhacviec rules propose")
    case .done:
      .init(
        vi: "ngày đã ghi nhận thì không sửa ở đây: nhacviec undo, rồi nhacviec done",
        en: "what is on record is not changed here: nhacviec undo, then nhacviec done")
    case .title, .product, .due, .lead, .support, .identity, .check:
      .init(vi: "ô này không sửa được ở dòng này", en: "this cell cannot be changed in this row")
    }
  }
}
