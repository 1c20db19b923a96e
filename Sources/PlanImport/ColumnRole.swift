/// What a column of a task table holds, told by its heading.
enum ColumnRole: Hashable, Sendable {
  case number, task, goal, activity, product, deadline, lead, support, assignment, note
  /// Kept under its heading.
  case extra(String)

  /// The roles of the columns with these headings; nil if they are not those of a table of tasks.
  static func roles(of headings: [String]) -> [ColumnRole]? {
    let names = headings.map { Self.name($0) }
    var roles = zip(names, headings).map { Self.role(named: $0, heading: $1) }
    guard let task = Self.taskColumn(roles, names) else { return nil }
    for index in roles.indices where roles[index] == .task && index != task {
      roles[index] =
        names[index].contains(anyOf: ["hoạt động", "cách thức", "giải pháp"])
        ? .activity
        : .extra(Self.columnName(headings[index]))
    }
    // A second column of one kind is kept as it is called, but for leads, which add up.
    var seen: Set<ColumnRole> = []
    for index in roles.indices where !seen.insert(roles[index]).inserted && roles[index] != .lead {
      roles[index] = .extra(Self.columnName(headings[index]))
    }
    let isTable = roles.contains(.deadline) || roles.contains(.lead) || roles.contains(.assignment)
    return isTable ? roles : nil
  }

  /// What one heading says by itself.
  static func role(of heading: String) -> ColumnRole { role(named: name(heading), heading: heading) }

  /// The folded heading without its number (*4- Kết quả*, *(3) Chủ trì*).
  private static func name(_ heading: String) -> String {
    let text = heading.onOneLine.folded
    let rest = text.drop { $0.isNumber || $0 == "(" || $0 == ")" || $0 == "." || $0 == "-" || $0 == " " }
    return rest.isEmpty ? text : String(rest)
  }

  private static func role(named name: String, heading: String) -> ColumnRole {
    if numberNames.contains(name.filter { $0 != "." && $0 != " " }) { return .number }
    for (role, words) in Self.words where name.hasWord(words) { return role }
    if name.hasWord(leadNouns), name.hasWord(leadVerbs) { return .lead }
    if name.hasWord(["trách nhiệm", "responsible"]) { return .lead }
    if name.hasWord(productWords) { return .product }
    if name.hasWord(["kinh phí", "dự toán", "budget"]) { return .extra(columnName(heading)) }
    if name.hasWord(taskWords) { return .task }
    if name.hasWord(["mục tiêu", "chỉ tiêu", "goal"]) { return .goal }
    if name == "hạn" || name == "ngày" { return .deadline }
    return .extra(columnName(heading))
  }

  private static let numberNames: Set<String> = [
    "stt", "tt", "sốtt", "sốthứtự", "thứtự", "no", "#", "số", "mã", "mãsố",
  ]

  /// In this order: *thời gian thực hiện* is a deadline, *đơn vị chủ trì, phối hợp* an assignment.
  private static let words: [(ColumnRole, [String])] = [
    (
      .deadline,
      [
        "thời gian", "thời hạn", "tiến độ", "lộ trình", "thời điểm", "hạn hoàn thành", "ngày hoàn thành", "hạn xử lý",
        "hạn thực hiện", "mốc thời gian", "hạn chót", "deadline", "due", "due date", "timeline", "time", "when",
      ]
    ),
    (.note, ["ghi chú", "note", "notes", "remarks"]),
    (.assignment, ["phân công"]),
    (.assignment, ["chủ trì phối hợp", "chủ trì và phối hợp", "trách nhiệm thực hiện"]),
    (.lead, ["chủ trì", "đầu mối", "owner", "lead", "lead unit", "responsible unit"]),
    (.support, ["phối hợp", "support", "supporting units", "supporting"]),
  ]

  private static let leadNouns = [
    "đơn vị", "cơ quan", "phòng", "bộ phận", "người", "cán bộ", "công chức", "tổ chức", "cá nhân", "unit",
  ]
  private static let leadVerbs = ["thực hiện", "phụ trách", "chịu trách nhiệm", "tham mưu", "xử lý", "được giao"]
  private static let productWords = [
    "sản phẩm", "kết quả", "đầu ra", "hình thức", "product", "output", "result", "deliverable",
  ]
  private static let taskWords = [
    "nhiệm vụ", "công việc", "nội dung", "đầu việc", "hoạt động", "việc", "đề án", "giải pháp", "cách thức", "văn bản",
    "task", "action", "activity", "work", "duty",
  ]

  /// Of several, the one whose heading names the duty itself.
  private static func taskColumn(_ roles: [ColumnRole], _ names: [String]) -> Int? {
    let candidates = roles.indices.filter { roles[$0] == .task }
    for words in taskWords {
      if let best = candidates.first(where: {
        names[$0].hasWord([words]) && !names[$0].hasWord(["mục tiêu", "chỉ tiêu"])
      }) {
        return best
      }
    }
    return candidates.first
  }

  /// A heading as the name of an extra column.
  private static func columnName(_ heading: String) -> String {
    let text = heading.onOneLine.lowercased().drop { $0.isNumber || "()-. ".contains($0) }
    let name = text.map { ":;()[]#".contains($0) ? " " : $0 }
    let short = String(name).onOneLine
    return short.isEmpty ? "cột khác" : String(short.prefix(60)).trimmed
  }
}
