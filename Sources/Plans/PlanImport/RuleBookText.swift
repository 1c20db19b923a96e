import Deadlines
import Diagnostics

/// The rule files of an imported plan, as an administrator would write them.
struct RuleBookText {
  static let taskKeyword = "nhiệm vụ"
  private(set) var files: [(name: String, text: String)] = []
  /// Names that no list of a rule book can hold; if there are any, nothing may be written.
  private(set) var refused: [String] = []
  private let draft: PlanDraft
  private let options: PlanImporter.Options
  /// Units by the folded spellings of their names.
  private var unitNames: [String: UnitRegister.Unit] = [:]

  init(_ draft: PlanDraft, _ options: PlanImporter.Options) {
    self.draft = draft
    self.options = options
    for unit in draft.units.units { for name in [unit.name] + unit.others { unitNames[name.folded] = unit } }
    for (name, writer) in [("plan.rules", plan()), ("units.rules", units()), ("events.rules", events())] + taskFiles() {
      refused += writer.refused
      if !writer.text.isEmpty { files.append((name, writer.text)) }
    }
  }

  // MARK: The plan

  private func plan() -> RuleWriter {
    var writer = RuleWriter()
    writer.comment(
      "Nhập từ \(Set(draft.tasks.map(\.file)).sorted().joined(separator: ", ")). Xem lại từng dòng trước khi dùng.")
    writer.block("kế hoạch", options.plan, draft.title)
    if draft.years.count == 1 {
      writer.field("năm", "\(draft.years.lowerBound)")
    } else {
      writer.field("giai đoạn", "\(draft.years.lowerBound)-\(draft.years.upperBound)")
    }
    writer.field("lịch", "Việt Nam")
    writer.field("ban hành", draft.heading.issued)
    writer.field("đầu mối", shown(draft.focalPoint))
    writer.field("nhắc", "tiêu chuẩn")
    let extras = extraColumns()
    writer.list("cột bổ sung", extras)
    if !draft.heading.basis.isEmpty {
      writer.field("căn cứ", draft.heading.basis.map { $0.hasSuffix(";") ? $0 : $0 + ";" }.joined(separator: "\n"))
    }
    if options.focalPoint == nil {
      writer.field(
        "ghi chú", "đầu mối là đơn vị chủ trì nhiều việc nhất, do chương trình đề xuất; sửa lại nếu không đúng")
    }
    return writer
  }

  private func extraColumns() -> [String] {
    var names: [String] = []
    for task in draft.tasks {
      for (name, _) in Self.columns(of: task) where !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The task's extra columns, each name once.
  private static func columns(of task: ImportedTask) -> [(name: String, text: String)] {
    var columns: [(name: String, text: String)] = task.assignment.isEmpty ? [] : [("phân công", task.assignment)]
    for (name, text) in task.extras {
      let name = column(name)
      if let index = columns.firstIndex(where: { $0.name.folded == name.folded }) {
        columns[index].text += "\n" + text
      } else {
        columns.append((name, text))
      }
    }
    return columns
  }

  /// The name of an extra column, which gets a prefix if it is that of a field.
  private static func column(_ name: String) -> String {
    RuleWriter.isUsualField(name) && name != "phân công" ? "cột \(name)" : name
  }

  // MARK: Units

  private func units() -> RuleWriter {
    var writer = RuleWriter()
    writer.comment("Các đơn vị được nêu trong kế hoạch. Bổ sung: email, cấp trên, thành viên của nhóm.")
    let (groups, single) = (draft.units.units.filter(\.isGroup), draft.units.units.filter { !$0.isGroup })
    for unit in single {
      writer.block("đơn vị", unit.id, unit.name)
      if Self.isRole(unit.name) { writer.field("loại", "chức danh") }
      writer.list("tên khác", unit.others.filter(RuleWriter.isListable))
      if draft.report.unknownUnits.contains(unit.name) { writer.field("ghi chú", "chưa chắc là một đơn vị; xem lại") }
    }
    for group in groups {
      writer.block("nhóm", group.id, group.name)
      writer.list("tên khác", group.others.filter(RuleWriter.isListable))
      writer.field("thành viên", "không quản lý ở đây")
    }
    return writer
  }

  private static func isRole(_ name: String) -> Bool {
    let roles = [
      "giám đốc", "phó giám đốc", "chủ tịch", "phó chủ tịch", "chánh văn phòng", "chánh thanh tra", "trưởng phòng",
      "trưởng ban",
      "thủ trưởng",
    ]
    return roles.contains { name.folded.hasPrefix($0) }
  }

  /// The name as a list writes it: in brackets if its pieces are names too.
  private func shown(_ name: String) -> String {
    let title = unitNames[name.folded]?.name ?? name
    let pieces = title.replacing(" và ", with: ",").split(separator: ",").map(\.folded)
    let isOpen = pieces.count > 1 && pieces.contains { unitNames[$0] != nil } || title.contains(";")
    return isOpen ? "[\(title)]" : title
  }

  // MARK: Events

  private func events() -> RuleWriter {
    var writer = RuleWriter()
    var written: Set<String> = []
    let otherwise = eventsOfOneTime
    var ids: Set<String> = Set(draft.units.units.map(\.id))
    for task in draft.tasks {
      guard let meaning = task.deadline.meaning else { continue }
      for case .event(let mention) in meaning.mentions {
        let key = FoldedName(mention.name).text
        guard !key.hasPrefix("ban hành kế hoạch \(options.plan.folded)"), written.insert(key).inserted else { continue }
        if written.count == 1 {
          writer.comment(
            "Những việc mà thời hạn chờ. Việc nào xảy ra thì ghi nhận ngày; chưa xảy ra thì không có hạn nào bị đoán.")
        }
        let base = ASCIIName.id(from: mention.name)
        var id = base.isEmpty ? "su-kien" : base
        var count = 2
        while !ids.insert(id).inserted {
          id = "\(base)-\(count)"
          count += 1
        }
        writer.block("sự kiện", id, mention.name)
        if !otherwise.contains(mention) { writer.field("xảy ra", "mỗi vụ việc") }
        writer.list("theo dõi", task.lead.map(shown))
      }
    }
    return writer
  }

  /// The events that a deadline names which is not *each case*.
  private var eventsOfOneTime: Set<EventMention> {
    var found: Set<EventMention> = []
    for task in draft.tasks {
      guard let meaning = task.deadline.meaning,
        !meaning.items.allSatisfy({ if case .eachCase = $0.form { true } else { false } })
      else { continue }
      for case .event(let mention) in meaning.mentions { found.insert(mention) }
    }
    return found
  }

  // MARK: Tasks

  /// One file for each outermost section.
  private func taskFiles() -> [(String, RuleWriter)] {
    var files: [(name: String, writer: RuleWriter)] = []
    var indices: [String: Int] = [:]
    func index(of name: String) -> Int {
      if let index = indices[name] { return index }
      indices[name] = files.count
      files.append((name, RuleWriter()))
      return files.count - 1
    }
    for section in draft.sections {
      let file = index(of: Self.fileName(section.id))
      files[file].writer.block("mục", section.id, section.title)
      if !section.number.isEmpty, section.number != section.id.split(separator: ".").last.map(String.init) {
        files[file].writer.field("số", section.number)
      }
    }
    for task in draft.tasks {
      let file = index(of: task.section.map(Self.fileName) ?? "nhiem-vu.rules")
      write(task, &files[file].writer)
    }
    return files.map { ($0.name, $0.writer) }
  }

  private static func fileName(_ section: String) -> String {
    let top = section.split(separator: ".").first.map(String.init) ?? section
    return top.hasPrefix("LV") || top == "LOI-VAN" ? "loi-van.rules" : "muc-\(top).rules"
  }

  private func write(_ task: ImportedTask, _ writer: inout RuleWriter) {
    writer.block(Self.taskKeyword, task.id, task.title)
    if !task.product.isEmpty { writer.field("sản phẩm", task.product) }
    writer.list("chủ trì", task.lead.map { shown($0) + (task.each ? " (từng đơn vị)" : "") })
    writer.list("phối hợp", task.support.map(shown))
    writer.field("hạn", task.deadline.rule)
    if let words = task.deadline.asWritten { writer.field("nguyên văn", words) }
    if !task.activity.isEmpty { writer.field("hoạt động", task.activity) }
    for (name, text) in Self.columns(of: task) { writer.field(name, text) }
    if !task.note.isEmpty { writer.field("ghi chú", task.note) }
    if let section = task.section, !task.id.hasPrefix(section + ".") { writer.field("mục", section) }
    if let quote = task.quote { writer.field("nguồn", "\(task.place.words.vi): “\(quote)”") }
  }
}
