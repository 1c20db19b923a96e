import ArgumentParser
import Operations
import Presentation

/// `--state`.
struct StateOption: ParsableArguments {
  @Option(
    name: .customLong("state"),
    help:
      "Thư mục lưu ghi nhận / state folder (mặc định / default: $NHACVIEC_STATE, /var/lib/nhacviec, ~/.local/state).")
  var folder: String?

  /// The log of facts in it.
  func factStore(in operations: OperationContext) throws(OperationFailure) -> FactStore {
    if let store = FactStore(named: folder, in: operations) { return store }
    throw OperationFailure(vi: "không có thư mục ghi nhận; hãy dùng --state", en: "no state; use --state")
  }

  /// Which log it is.
  static func line(_ database: String, _ language: Language) -> String {
    TerminalEscaper.escape(language.choose(vi: "sổ ghi nhận: \(database)", en: "log of facts: \(database)")) + "\n"
  }
}
