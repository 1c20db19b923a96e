import Diagnostics
import Documents

/// Rows of a table that belong to the sheet of paper and not to the plan: who signs, place and day, notes.
struct FootRows {
  /// Why a row is no task, by its index.
  private(set) var reasons: [Int: Bilingual] = [:]
  /// The notes, which may ask for something by a day as other sentences do.
  private(set) var notes: [Paragraph] = []
  private let table: TaskTable

  init(_ table: TaskTable) {
    self.table = table
    var isBelowSignature = false
    let end = table.rows.lastIndex(where: isWork) ?? -1
    for (index, row) in table.rows.enumerated() {
      let texts = row.cells.map { $0.text.trimmed }.filter { !$0.isEmpty }
      guard !texts.isEmpty else { continue }
      guard !isWork(row) else {
        isBelowSignature = false
        continue
      }
      if texts.contains(where: Self.isSignature) || isBelowSignature && texts.allSatisfy(Self.canFollowSignature)
        || index > end && (isBelowSignature ? !says(row) : isSigned(row, texts, at: index))
      {
        reasons[index] = Self.signature
        isBelowSignature = true
        addDateline(above: index)
      } else if texts.allSatisfy(Self.isDateline), !Self.beginsWithDay(texts[0]) || index + 1 == table.rows.count {
        reasons[index] = Self.dateline
      } else if isNote(row, texts, index) {
        reasons[index] = Self.note
        notes.append(Paragraph(texts[0].onOneLine, at: row.place))
      } else {
        isBelowSignature = false
      }
    }
  }

  /// Whether a row below all work says something of its own: a number, a day, a long text.
  private func says(_ row: Table.Row) -> Bool {
    zip(row.cells, table.roles).contains { cell, role in
      let text = cell.text.trimmed
      return !text.isEmpty
        && (role == .number && RowNumber(text) != nil || CellContent(text) == .date || text.count > 80
          || text.hasSuffix(".") && text.split(separator: " ").count > 6)
    }
  }

  /// Whether posts in capitals stand in a row below all work, and names of people below them, or names alone.
  private func isSigned(_ row: Table.Row, _ texts: [String], at index: Int) -> Bool {
    guard !says(row) else { return false }
    // *Quản đốc: Hồ Văn Tín*, whatever the post is called, in a cell that is none for titles
    if texts.count == 1, let colon = texts[0].firstIndex(of: ":"), texts[0][..<colon].split(separator: " ").count <= 5,
      PersonName.isSigned(texts[0][texts[0].index(after: colon)...].trimmed)
    {
      return true
    }
    let below = table.rows[(index + 1)...].map { $0.cells.map { $0.text.trimmed }.filter { !$0.isEmpty } }.filter {
      !$0.isEmpty
    }
    if texts.allSatisfy({ $0.isUppercase && $0.split(separator: " ").count > 1 }) {
      return below.prefix(6).contains { $0.allSatisfy(PersonName.isSigned) }
    }
    return below.isEmpty && index > 0 && texts.allSatisfy(PersonName.isSigned)
      && zip(row.cells, table.roles).allSatisfy { $0.text.isBlank || $1 != .task || PersonName.isSigned($0.text) }
  }

  private static let signature = Bilingual(
    vi: "phần ký, không phải nhiệm vụ", en: "where the document is signed, no task")
  private static let dateline = Bilingual(
    vi: "nơi và ngày lập, không phải nhiệm vụ", en: "place and day of the document, no task")
  private static let note = Bilingual(vi: "ghi chú, không phải nhiệm vụ", en: "a note, no task")

  /// *Ngày 28 tháng 4 năm 2026* above a signature is no deadline.
  private mutating func addDateline(above index: Int) {
    var above = index - 1
    while above >= 0, table.rows[above].cells.allSatisfy(\.text.isBlank) { above -= 1 }
    guard above >= 0, reasons[above] == nil else { return }
    let texts = table.rows[above].cells.map { $0.text.trimmed }.filter { !$0.isEmpty }
    if texts.allSatisfy(Self.isDateline) { reasons[above] = Self.dateline }
  }

  /// Whether the row has two of a number, a deadline and a unit, or a title beside one of the first two.
  private func isWork(_ row: Table.Row) -> Bool {
    var (hasTitle, hasNumber, hasDeadline, hasUnit) = (false, false, false, false)
    for (cell, role) in zip(row.cells, table.roles) where !cell.text.isBlank {
      let isFoot = Self.isSignature(cell.text) || Self.isDateline(cell.text)
      switch role {
      case .task, .goal, .activity, .product: hasTitle = hasTitle || !isFoot
      case .number: hasNumber = hasNumber || RowNumber(cell.text) != nil
      case .lead, .assignment: hasUnit = hasUnit || !isFoot && CellContent(cell.text) == .name
      default: hasDeadline = hasDeadline || role.tellsWhen && !isFoot && CellContent(cell.text) == .date
      }
    }
    return hasTitle && (hasNumber || hasDeadline) || [hasNumber, hasDeadline, hasUnit].count { $0 } > 1
  }

  private func isNote(_ row: Table.Row, _ texts: [String], _ index: Int) -> Bool {
    guard texts.count == 1 else { return false }
    let text = texts[0].onOneLine
    if Self.notes.contains(where: { text.folded.hasPrefix($0) }) { return true }
    let isWide = row.cells.contains { $0.cover == .left }
    return isWide && text.hasSuffix(".") && text.split(separator: " ").count >= 8 && RowNumber.leading(text) == nil
  }

  private static let notes = ["ghi chú", "lưu ý", "chú thích", "chú ý", "(*)", "(**)", "note:", "notes:"]

  // MARK: Texts

  /// Whether the text is where a document is signed: *NGƯỜI LẬP BIỂU*, *TM. ỦY BAN NHÂN DÂN*, *Nơi nhận: …*.
  static func isSignature(_ text: String) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline).map { String($0).onOneLine }
    guard let first = lines.first(where: { !$0.isEmpty }) else { return false }
    if lines.contains(where: { $0.folded.contains("(ký") || $0.folded.contains("(đã ký") }) { return true }
    if ["TM.", "KT.", "TL.", "TUQ.", "T/M", "K/T", "TM ", "KT ", "TL ", "TUQ "].contains(where: { first.hasPrefix($0) }
    ),
      first.count <= 80
    {
      return true
    }
    let folded = first.folded
    if folded.hasPrefix("nơi nhận") { return true }
    guard
      (signers + posts).contains(where: { folded == $0 || folded.hasPrefix($0 + " ") || folded.hasPrefix($0 + ":") })
    else { return false }
    if first.isUppercase && first.count <= 60 || signers.contains(folded.bare) { return true }
    // *Trưởng phòng: Kiều Văn Đạt*, *Trưởng phòng⏎Kiều Văn Đạt*
    let rest =
      first.firstIndex(of: ":").map { first[first.index(after: $0)...].trimmed }
      ?? (lines.count > 1 ? lines[lines.count - 1] : "")
    return PersonName.isSigned(rest)
  }

  private static let signers = [
    "người lập", "người lập biểu", "người tổng hợp", "người ghi", "người báo cáo", "người duyệt", "người soạn",
    "lập bảng", "lập biểu", "người lập kế hoạch", "người kiểm tra", "người giao", "thư ký", "duyệt", "lãnh đạo duyệt",
    "thay mặt", "xác nhận của", "phê duyệt của", "duyệt của", "ký tên", "chữ ký", "người ký",
  ]

  static let posts = [
    "giám đốc", "phó giám đốc", "tổng giám đốc", "chủ tịch", "phó chủ tịch", "trưởng phòng", "phó trưởng phòng",
    "trưởng ban", "phó trưởng ban", "chánh văn phòng", "phó chánh văn phòng", "chánh thanh tra", "hiệu trưởng",
    "phó hiệu trưởng", "cục trưởng", "chi cục trưởng", "vụ trưởng", "viện trưởng", "trưởng khoa", "bí thư",
    "phó bí thư",
    "thủ trưởng", "thủ trưởng đơn vị", "chỉ huy trưởng", "kế toán trưởng", "trưởng đoàn", "tổ trưởng", "đội trưởng",
    "trạm trưởng", "quản đốc", "phó quản đốc", "xưởng trưởng", "hội trưởng", "trưởng thôn", "trưởng trạm y tế",
    "hạt trưởng", "đồn trưởng", "trưởng trạm", "trưởng công an", "chánh án", "phó chánh án",
    "q. giám đốc",
    "quyền giám đốc", "phó chi cục trưởng", "phó cục trưởng", "chủ nhiệm", "phó chủ nhiệm", "tổng biên tập",
    "bộ trưởng", "thứ trưởng", "thủ tướng", "đại diện", "thủ kho",
  ]

  /// *Hà Nội, ngày … tháng … năm 2026*, *Ngày 28 tháng 4 năm 2026*
  static func isDateline(_ text: String) -> Bool {
    let folded = text.onOneLine.folded
    guard folded.count <= 70, folded.hasPrefix("ngày ") || folded.contains(", ngày ") else { return false }
    if folded.contains("tháng"), folded.contains("năm") {
      let between = folded.split(separator: " ").map(String.init)
      return between.suffix(6).contains("năm") && !folded.contains("hằng")
    }
    // *An Phú, ngày 05/01/2026*
    let place = text.onOneLine.prefix { $0 != "," }
    // *Thứ Hai, ngày 10/5/2027* is a day of the plan.
    if WeekdayName.leading(place.folded.split(separator: " ").map(String.init)[...]) != nil { return false }
    return !folded.hasPrefix("ngày") && place.split(separator: " ").allSatisfy { $0.first?.isUppercase == true }
      && NumericDate.all(in: folded).count == 1 && folded.count <= 40
  }

  private static func beginsWithDay(_ text: String) -> Bool { text.folded.hasPrefix("ngày") }

  /// A name, a post or a remark in brackets below a signature.
  private static func canFollowSignature(_ text: String) -> Bool {
    let line = text.onOneLine
    return isSignature(text) || isDateline(text) || line.hasPrefix("(") || line.hasPrefix("- ")
      || PersonName.isSigned(line) || line.isUppercase && line.count <= 60
  }
}
