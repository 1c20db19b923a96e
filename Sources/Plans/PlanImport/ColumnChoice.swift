import Documents

/// The roles of a table's columns: those of their headings, and what the cells hold where headings do not tell or the
/// cells belie them.
struct ColumnChoice {
  private(set) var roles: [ColumnRole]
  /// The columns whose cells gave the role.
  private(set) var judged: Set<Int> = []
  private let headings: [String]
  private let names: [String]
  private let contents: [ColumnContents]
  private let rows: [Table.Row]

  /// Whether there are no headings, so that the cells alone tell.
  private let isHeadless: Bool

  /// - Parameter rows: those below the headings.
  init(_ headings: [String], rows: [Table.Row], isHeadless: Bool = false) {
    self.isHeadless = isHeadless
    self.headings = headings
    self.rows = rows
    names = headings.map(ColumnRole.name)
    roles = ColumnRole.byHeading(headings)
    contents = ColumnContents.columns(of: rows, count: headings.count)
    dropStatuses()
    dropDurations()
    findHours()
    findDeadline()
    chooseTask()
    findNumber()
    roles = ColumnRole.settled(roles, names, headings)
    findUnits()
    if !roles.contains(where: \.tellsWhen) {
      let hasDays = rows.contains(where: Self.namesDay)
      for column in roles.indices where roles[column] == .hour {
        roles[column] = hasDays ? .deadline : .extra(ColumnRole.columnName(headings[column]))
      }
    }
    distinguish()
  }

  /// Whether the row only names the day of the rows below it: *Thứ Hai, ngày 10/5/2027*.
  private static func namesDay(_ row: Table.Row) -> Bool {
    let texts = row.cells.map(\.text.onOneLine).filter { !$0.isEmpty }
    return texts.count == 1 && PeriodContext(heading: texts[0])?.isDay == true
  }

  /// Gives extra columns of different headings different names.
  private mutating func distinguish() {
    var used: [String: String] = [:]
    for column in roles.indices {
      guard case .extra(let name) = roles[column] else { continue }
      var (own, count) = (name, 2)
      while let heading = used[own], heading != headings[column] {
        own = "\(name) \(count)"
        count += 1
      }
      used[own] = headings[column]
      roles[column] = .extra(own)
    }
  }

  /// Whether the columns are those of a table of tasks. Where no heading tells which column holds the tasks, the table
  /// must also say when.
  var isTable: Bool {
    guard let task = roles.firstIndex(of: .task), ColumnRole.isTable(roles) else { return false }
    return !judged.contains(task) || roles.contains(where: \.tellsWhen) && roles.count >= 3
  }

  // MARK: Columns of times

  /// *Tiến độ* may be a day or how far the work is.
  private mutating func dropStatuses() {
    for column in roles.indices where roles[column].tellsWhen || roles[column] == .product || roles[column] == .task {
      if case .mark = roles[column] { continue }
      if contents[column].share(.status) >= 0.5 { give(column, .extra(ColumnRole.columnName(headings[column]))) }
    }
  }

  /// *45 ngày* beside a day says how long, and not when.
  private mutating func dropDurations() {
    for column in roles.indices where roles[column] == .deadline && contents[column].share(.duration) >= 0.6 {
      guard roles.indices.contains(where: { $0 != column && roles[$0].tellsWhen }) else { continue }
      give(column, .extra(ColumnRole.columnName(headings[column])))
    }
  }

  /// *Giờ* beside *Ngày*.
  private mutating func findHours() {
    for column in roles.indices where contents[column].share(.hour) >= 0.6 {
      if !roles.indices.contains(where: { $0 != column && roles[$0].tellsWhen }),
        let days = roles.indices.first(where: { $0 != column && isFree($0) && contents[$0].share(.date) >= 0.6 })
      {
        give(days, .deadline)
      }
      let isBeside = roles.indices.contains { $0 != column && roles[$0].tellsWhen }
      guard isBeside, roles[column] == .deadline || isFree(column) else { continue }
      give(column, .hour)
    }
  }

  private mutating func findDeadline() {
    // A start alone is no deadline.
    let tells = roles.filter(\.tellsWhen)
    if !tells.isEmpty, tells != [.start] { return findFinerDeadline() }
    let found = roles.indices.filter {
      (isFree($0) || roles[$0] == .task) && contents[$0].share(.date) >= 0.6 && contents[$0].fullness >= 0.3
    }
    guard let last = found.last else { return }
    if found.count == 2, tells.isEmpty, isSpan(found[0], found[1]) {
      give(found[0], .start)
      give(found[1], .finish)
    } else {
      give(found.first { names[$0].hasWord(ColumnRole.dueHints) } ?? last, tells.isEmpty ? .deadline : .finish)
    }
  }

  /// The column of days beside one that only names their months, whatever its heading: else the month alone would be
  /// taken for when the row is due.
  private mutating func findFinerDeadline() {
    guard
      roles.indices.allSatisfy({
        !roles[$0].tellsWhen || roles[$0] == .deadline && DeadlineColumns.coarseNames.contains(names[$0])
      }),
      let days = roles.indices.first(where: {
        isFree($0) && contents[$0].share(.date) >= 0.6 && contents[$0].fullness >= 0.3
          && names[$0].hasWord(ColumnRole.dueHints)
      })
    else { return }
    give(days, .deadline)
  }

  /// Whether two columns of days are the two ends of the work in each row.
  private func isSpan(_ start: Int, _ finish: Int) -> Bool {
    var count = 0
    for row in rows where row.cells.indices.contains(start) && row.cells.indices.contains(finish) {
      guard let from = NumericDate.only(in: row.cells[start].text.onOneLine),
        let until = NumericDate.only(in: row.cells[finish].text.onOneLine)
      else { continue }
      if (from.year, from.second, from.first) > (until.year, until.second, until.first) { return false }
      count += 1
    }
    return count > 0
  }

  // MARK: The column of the tasks

  private mutating func chooseTask() {
    let candidates = roles.indices.filter { roles[$0] == .task }
    let named = ColumnRole.taskColumn(candidates, names)
    guard let best = named.flatMap({ better($0, candidates) }) ?? (named == nil ? wordiest() : nil) else { return }
    for column in candidates where column != best {
      // What the settling of roles would do with a second column of tasks.
      let isCode = contents[column].isNumbering && !roles.contains(.number)
      if named == column { give(column, isCode ? .number : ColumnRole.besideTask(names[column], headings[column])) }
    }
    give(best, .task)
  }

  /// Another column than the named one, if that holds no titles, or only those of groups of rows; else nil.
  private func better(_ named: Int, _ candidates: [Int]) -> Int? {
    let others = candidates.filter { $0 != named && contents[$0].holdsTitles }
    if contents[named].holdsNoTitles {
      return ColumnRole.taskColumn(others, names) ?? wordiest()
    }
    let finer = others.filter {
      contents[named].isCoarser(than: contents[$0])
        && ColumnRole.besideTask(names[$0], headings[$0]) != .activity && contents[$0].fullness >= 0.8
    }
    return ColumnRole.taskColumn(finer, names)
  }

  /// The column without a role whose cells have the longest words, in most rows.
  private func wordiest() -> Int? {
    let found = roles.indices.filter { isFree($0) && contents[$0].holdsTitles && contents[$0].fullness >= 0.6 }
    return found.max { contents[$0].meanLength < contents[$1].meanLength }
  }

  private mutating func findNumber() {
    guard !roles.contains(.number) else { return }
    if let column = roles.indices.prefix(3).first(where: { isFree($0) && contents[$0].isNumbering }) {
      give(column, .number)
    }
  }

  // MARK: Columns of units

  private mutating func findUnits() {
    guard roles.contains(where: \.tellsWhen) else { return }
    if !roles.contains(.lead), !roles.contains(.assignment) {
      let found = namesUnits(0.6)
      if let column = found.first(where: { isHeadless || names[$0].hasWord(ColumnRole.leadHints) })
        ?? roles.indices.first(where: namesPeople)
      {
        give(column, .lead)
      } else {
        roles = ColumnRole.withLeaders(roles, names)
      }
    }
    if roles.contains(.lead), !roles.contains(.support),
      let column = namesUnits(0.5).first(where: { isHeadless || names[$0].hasWord(ColumnRole.supportHints) })
    {
      give(column, .support)
    }
  }

  /// *Người PT*: Lan, Hùng.
  private func namesPeople(_ column: Int) -> Bool {
    isFree(column) && names[column].hasWord(["người", "ai", "cán bộ", "nhân sự", "nhân viên"])
      && contents[column].fullness >= 0.6 && contents[column].meanLength <= 25
      && contents[column].share(.words) + contents[column].share(.name) >= 0.8
  }

  private func namesUnits(_ share: Double) -> [Int] {
    // *Đối tượng kiểm tra* names offices too, but not those that do the work.
    let others = ["lãnh đạo"] + ColumnRole.objectWords
    return roles.indices.filter {
      isFree($0) && contents[$0].share(.name) >= share && !names[$0].hasWord(others)
    }
  }

  // MARK: Roles

  private mutating func give(_ column: Int, _ role: ColumnRole) {
    guard roles[column] != role else { return }
    roles[column] = role
    judged.insert(column)
  }

  /// Whether the heading leaves open what the column is.
  private func isFree(_ column: Int) -> Bool {
    guard case .extra = roles[column] else { return false }
    return !names[column].hasWord(ColumnRole.otherWords + ColumnRole.watchWords + ColumnRole.moneyWords)
  }
}
