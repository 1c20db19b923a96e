/// A line that says one thing of the task above it: *- Thời gian thực hiện: Quý II/2026.*, *Đơn vị chủ trì: Sở Y tế*.
struct LabelledLine {
  /// What the label means, as the heading of a column would: a deadline, a lead or a support.
  let role: ColumnRole
  let text: String

  /// Nil for other lines.
  init?(_ line: String) {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let label = line[..<colon].trimmed
    text = line[line.index(after: colon)...].trimmed.bare
    guard (3...45).contains(label.count), !text.isEmpty, !UnitNames.begins(label) || label.folded.hasWord(Self.offices)
    else { return nil }
    switch ColumnRole.role(of: label) {
    case .deadline: role = .deadline
    case .lead, .assignment: role = .lead
    case .support: role = .support
    default: return nil
    }
  }

  private static let offices = ["đơn vị", "cơ quan", "bộ phận", "phòng", "người", "cán bộ"]
}

/// The lines below a task that say when it is due and who does it.
struct LabelledBlock {
  /// The words of the task; empty before the first.
  private(set) var subject = ""
  private(set) var deadline = ""
  private(set) var lead = ""
  private(set) var support = ""

  init(of subject: String = "") { self.subject = subject }

  mutating func add(_ line: LabelledLine) {
    switch line.role {
    case .deadline: deadline += (deadline.isEmpty ? "" : "; ") + line.text
    case .support: support += (support.isEmpty ? "" : "; ") + line.text
    default: lead += (lead.isEmpty ? "" : "; ") + line.text
    }
  }

  /// Whether it says when its task is due.
  var isDue: Bool { !subject.isEmpty && !deadline.isEmpty }

  var leads: [String] { lead.isEmpty ? [] : AssignmentText(lead, isList: true).lead }

  var supports: [String] {
    let stated = support.isEmpty ? [] : AssignmentText(support, isList: true).lead
    return (lead.isEmpty ? [] : AssignmentText(lead, isList: true).support) + stated
  }
}
