/// What a column of a task table holds, according to its heading.
enum ColumnRole: Hashable, Sendable {
  case number, task, goal, activity, product, deadline, lead, support, assignment, note
  /// *Bắt đầu* and *Kết thúc*: the two ends of the time for the work.
  case start, finish
  /// *Giờ*: the time of the day, beside a column of days.
  case hour
  /// *Tần suất*: how often.
  case rhythm
  /// *Quý II*, *T5*, *2027*: rows that are due in this period have a mark in the column.
  case mark(MarkedPeriod)
  /// Any other column, which is kept under its heading.
  case extra(String)

  /// The roles of the columns with these headings, in which a line feed separates upper and lower ones; nil if they are
  /// not those of a table of tasks.
  static func roles(of headings: [String]) -> [ColumnRole]? {
    let names = headings.map(name)
    let roles = withLeaders(settled(byHeading(headings), names, headings), names)
    return roles.contains(.task) && isTable(roles) ? roles : nil
  }

  /// The role of each heading by itself, so that several columns may have the same.
  static func byHeading(_ headings: [String]) -> [ColumnRole] {
    headings.map { role(of: $0, named: name($0)) }
  }

  /// The roles with one column of tasks, and each other role once, except for leads and deadlines, which add up.
  static func settled(_ given: [ColumnRole], _ names: [String], _ headings: [String]) -> [ColumnRole] {
    var roles = given
    let task = taskColumn(roles.indices.filter { roles[$0] == .task }, names)
    for index in roles.indices where roles[index] == .task && index != task {
      roles[index] = besideTask(names[index], headings[index])
    }
    if !roles.contains(.lead), !roles.contains(.assignment), roles.contains(where: \.tellsWhen),
      let unit = names.indices.first(where: { isExtra(roles[$0]) && isOfAll(names[$0]) })
    {
      roles[unit] = .lead
    }
    // *Cơ quan chuẩn bị* leads beside *Đồng chí phụ trách*.
    let leads = roles.indices.filter { roles[$0] == .lead }
    let offices = leads.filter { names[$0].hasWord(["cơ quan", "đơn vị", "phòng", "bộ phận"]) }
    if !offices.isEmpty {
      for index in leads where names[index].hasWord(["đồng chí", "đ/c"]) && !offices.contains(index) {
        roles[index] = .extra(columnName(headings[index]))
      }
    }
    // A second column of one role is kept under its heading.
    var seen: Set<ColumnRole> = []
    for index in roles.indices
    where !seen.insert(roles[index]).inserted && roles[index] != .lead && roles[index] != .deadline {
      roles[index] = .extra(columnName(headings[index]))
    }
    return roles
  }

  /// The roles in which the leaders lead where nobody else does: *Lãnh đạo phụ trách*.
  static func withLeaders(_ roles: [ColumnRole], _ names: [String]) -> [ColumnRole] {
    guard !roles.contains(.lead), !roles.contains(.assignment), roles.contains(where: \.tellsWhen),
      let column = names.indices.first(where: { isExtra(roles[$0]) && names[$0].hasWord(["lãnh đạo"]) })
    else { return roles }
    var roles = roles
    roles[column] = .lead
    return roles
  }

  /// The role of a column of tasks beside the one that is taken.
  static func besideTask(_ name: String, _ heading: String) -> ColumnRole {
    name.contains(anyOf: ["hoạt động", "cách thức", "giải pháp"]) ? .activity : .extra(columnName(heading))
  }

  /// Whether one of the columns says when, or who.
  static func isTable(_ roles: [ColumnRole]) -> Bool {
    roles.contains(.lead) || roles.contains(.assignment) || roles.contains(where: \.tellsWhen)
  }

  /// Whether it is one of the columns that together say when a row is due.
  var tellsWhen: Bool {
    switch self {
    case .deadline, .start, .finish, .rhythm, .mark: true
    default: false
    }
  }

  /// Whether the heading tells a role by itself.
  static func isKnown(_ heading: String) -> Bool { !isExtra(role(of: heading)) }

  private static func isExtra(_ role: ColumnRole) -> Bool { if case .extra = role { true } else { false } }

  /// The role that a heading has by itself.
  static func role(of heading: String) -> ColumnRole { role(of: heading, named: name(heading)) }

  /// The role of the lower heading, or of both together if that alone has none.
  private static func role(of heading: String, named name: String) -> ColumnRole {
    guard let end = heading.lastIndex(of: "\n") else { return role(named: name, heading: heading) }
    let own = String(heading[heading.index(after: end)...])
    let upper = heading[..<end].folded
    if upper.hasWord(moneyWords) { return .extra(columnName(heading)) }
    if upper.hasWord(["thời gian", "tiến độ", "time"]), finishNames.contains(own.folded) { return .finish }
    if isOfUnits(upper) {
      if mainNames.contains(own.folded) { return .lead }
      if helperNames.contains(own.folded) { return .support }
    }
    let role = role(named: Self.name(own), heading: own)
    return isExtra(role) ? Self.role(named: name, heading: heading) : role
  }

  /// Whether an upper heading is that of columns for who does the work: *Người thực hiện*, *Phân công*.
  private static func isOfUnits(_ upper: String) -> Bool {
    let role = role(named: name(upper), heading: upper)
    return [.lead, .assignment, .support].contains(role) || isOfAll(upper) || upper.hasWord(leadNouns)
  }

  /// The folded heading without its number (*4- Kết quả*, *(3) Chủ trì*).
  static func name(_ heading: String) -> String {
    let text = heading.onOneLine.folded
    let rest = text.drop { $0.isNumber || $0 == "(" || $0 == ")" || $0 == "." || $0 == "-" || $0 == " " }
    return rest.isEmpty ? text : String(rest)
  }

  private static func role(named name: String, heading: String) -> ColumnRole {
    if let period = MarkedPeriod(heading) { return .mark(period) }
    // *STT / No.*
    if name.split(separator: "/").allSatisfy({ numberNames.contains($0.filter { $0 != "." && $0 != " " }) })
      || isCode(name)
    {
      return .number
    }
    let isLeader = name.hasWord(["lãnh đạo"]) && !name.hasWord(["đơn vị", "cơ quan"])
    let isWatched =
      name.hasWord(watchWords) && !name.hasWord(["chuyên đề", "nội dung", "nhiệm vụ", "công việc", "việc"])
    if name.hasWord(otherWords) || isWatched || isLeader { return .extra(columnName(heading)) }
    if deadlineNames.contains(name) || name.hasPrefix("hoàn thành trước") { return .deadline }
    if name.hasPrefix("hạn "), !name.hasWord(["hạn chế", "hạn mức", "hạn sử dụng", "hạn ngạch", "hạn hán"]) {
      return .deadline
    }
    if startNames.contains(name) { return .start }
    if ["đến", "đến ngày", "đến tháng", "tới ngày"].contains(name) { return .finish }
    if name == "giờ" { return .hour }
    if isGivenTask(name) { return .task }
    if isHelper(name) { return .support }
    for (role, words) in Self.words where name.hasWord(words) { return role }
    if name.hasWord(leadNouns), name.hasWord(leadVerbs) { return .lead }
    if name.hasWord(["trách nhiệm", "responsible"]) { return .lead }
    if name.hasWord(productWords) { return .product }
    if name.hasWord(moneyWords) { return .extra(columnName(heading)) }
    if name.hasWord(taskWords) { return .task }
    if name.hasWord(["mục tiêu", "chỉ tiêu", "goal"]) { return .goal }
    return .extra(columnName(heading))
  }

  /// *Mã hoạt động*, *Ký hiệu công việc*: the code of a task, and not the task.
  private static func isCode(_ name: String) -> Bool {
    ["mã ", "mã số ", "ký hiệu "].contains { code in
      name.hasPrefix(code) && taskWords.contains(String(name.dropFirst(code.count)))
    }
  }

  /// *Nhiệm vụ được phân công*, *Công việc phụ trách*: tasks, said to be somebody's.
  private static func isGivenTask(_ name: String) -> Bool {
    ["nhiệm vụ", "công việc", "nội dung", "đầu việc", "việc"].contains { task in
      ["được phân công", "được giao", "phân công", "phụ trách"].contains { name == "\(task) \($0)" }
    }
  }

  /// *Người phụ thêm*, *Thành viên hỗ trợ*: those who help. *Đơn vị được hỗ trợ* is helped.
  private static func isHelper(_ name: String) -> Bool {
    (leadNouns + ["thành viên", "lực lượng"]).contains { noun in
      helpers.contains { name == "\(noun) \($0)" || name.hasPrefix("\(noun) \($0) ") }
    }
  }

  /// Whether a heading as a whole means those who do the work, if no other column does: *Đơn vị*, *Tổ/Đội*, *Khoa, phòng*.
  static func isOfAll(_ name: String) -> Bool {
    if leadNames.contains(name) { return true }
    let kinds = name.split { "/,".contains($0) }.map(\.trimmed)
    let known = AssignmentText.Part.bareKinds.union(["khoa", "đơn vị", "xưởng"])
    return kinds.count > 1 && kinds.allSatisfy(known.contains)
  }

  /// A heading as the name of an extra column.
  static func columnName(_ heading: String) -> String {
    let text = heading.onOneLine.lowercased().drop { $0.isNumber || "()-. ".contains($0) }
    // Scalars are compared, because a combining mark on a colon would hide it.
    let name = text.unicodeScalars.map { ":;()[]#".unicodeScalars.contains($0) ? " " : Character($0) }
    let short = String(name).onOneLine
    guard short.isEmpty else { return String(short.prefix(60)).trimmed }
    let number = heading.filter(\.isNumber)
    return number.isEmpty ? "cột khác" : "cột \(number)"
  }

  /// The column of the tasks: of several candidates, the one whose heading names the task itself.
  static func taskColumn(_ candidates: [Int], _ names: [String]) -> Int? {
    for words in taskWords {
      if let best = candidates.first(where: {
        names[$0].hasWord([words]) && !names[$0].hasWord(["mục tiêu", "chỉ tiêu"])
      }) {
        return best
      }
    }
    return candidates.first
  }
}
