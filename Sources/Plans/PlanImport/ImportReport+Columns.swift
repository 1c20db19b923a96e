import Diagnostics

extension ImportReport.Columns {
  init(_ table: TaskTable, file: String) {
    self.file = file
    place = table.rows.first?.place ?? .paragraph(1)
    isGuessed = table.isGuessed
    columns = table.headings.indices.filter { !table.headings[$0].isEmpty }.map { index in
      let isWithout = if case .extra = table.roles[index] { true } else { false }
      return Column(
        heading: table.headings[index].onOneLine, meaning: isWithout ? nil : table.roles[index].words,
        isJudged: table.judged.contains(index))
    }
  }
}

extension ColumnRole {
  /// What a column of this role holds, in words.
  var words: Bilingual {
    switch self {
    case .number: .init(vi: "số thứ tự", en: "number")
    case .task: .init(vi: "nhiệm vụ", en: "task")
    case .goal: .init(vi: "mục tiêu", en: "goal")
    case .activity: .init(vi: "hoạt động", en: "activity")
    case .product: .init(vi: "sản phẩm", en: "product")
    case .deadline: .init(vi: "thời hạn", en: "deadline")
    case .lead: .init(vi: "chủ trì", en: "lead")
    case .support: .init(vi: "phối hợp", en: "support")
    case .assignment: .init(vi: "phân công", en: "assignment")
    case .note: .init(vi: "ghi chú", en: "note")
    case .start: .init(vi: "bắt đầu", en: "start")
    case .finish: .init(vi: "kết thúc", en: "end")
    case .hour: .init(vi: "giờ", en: "hour")
    case .rhythm: .init(vi: "tần suất", en: "rhythm")
    case .mark(let period): .init(vi: "đánh dấu \(period.text)", en: "mark of \(period.text)")
    case .extra(let name): .init(vi: "cột bổ sung “\(name)”", en: "extra column “\(name)”")
    }
  }
}
