import Diagnostics
import OfficeDocuments
package import Presentation
import Rules

/// The register of the plans in force as files.
package struct RegisterFile {
  private let model: SiteModel
  private let register: Register
  private let plans: [PlanID]
  private let language: Language

  /// Fails if no rules are in force, or there is no such plan.
  /// - Parameters:
  ///   - state: the state folder; nil: the standard one.
  ///   - plan: by its id or title; nil: all.
  package init(
    state: String?, plan: String?, _ language: Language, in operations: OperationContext
  ) throws(OperationFailure) {
    try self.init(SiteModel(state: state, in: operations), plan: plan, language, in: operations)
  }

  /// The same out of a model that is there.
  package init(
    _ model: SiteModel, plan: String?, _ language: Language, in operations: OperationContext
  ) throws(OperationFailure) {
    register = try Register(model, language, in: operations)
    plans = if let plan { [try NameChoice.plan(plan, model.rules)] } else { Array(model.rules.plans.indices) }
    (self.model, self.language) = (model, language)
  }

  private func say(_ vi: String, _ en: String) -> String { language.choose(vi: vi, en: en) }

  /// An Excel workbook, a sheet a plan.
  package func workbook() throws(OperationFailure) -> [UInt8] {
    let title = say("Bảng theo dõi nhiệm vụ", "Register of tasks")
    var sheets: [Workbook.Sheet] = []
    for plan in plans { sheets.append(sheet(plan, besides: sheets.map(\.name))) }
    do throws(OfficeDocumentFailure) {
      return try Workbook(title: title, day: model.today, sheets: sheets).bytes()
    } catch { throw OperationFailure(error.words) }
  }

  private func sheet(_ plan: PlanID, besides names: [String]) -> Workbook.Sheet {
    let found = model.rules.plans[plan]
    let number = model.revision ?? 0
    let rows = register.rows(of: plan)
    let columns = RegisterColumn.allCases.map { column in
      let head = column.head.text(in: language)
      let more: String? =
        switch column {
        case .identity: say("bản \(number)", "revision \(number)")
        case .check: found.id
        default: nil
        }
      return Workbook.Column(
        more.map { "\(head) (\($0))" } ?? head, width: column.width, isHidden: column.isHidden)
    }
    let day = DateWording(language).dayInSentence(model.today)
    return Workbook.Sheet(
      Self.name(found.id, besides: names),
      lines: [
        say("Bảng theo dõi nhiệm vụ: ", "Register of tasks: ") + found.title,
        say("Theo bản quy tắc số \(number), \(day)", "By rules revision \(number), \(day)"),
      ],
      columns: columns,
      rows: rows.map { row in
        RegisterColumn.allCases.map { column in
          switch column {
          case .identity: .text(row.identity)
          case .check: .text(row.check.text)
          default: row.cells[column] ?? .empty
          }
        }
      }, sums: Set(rows.indices.filter { rows[$0].isHeading }), isFiltered: true)
  }

  /// The name of a sheet: at most 31 characters, without those that none can have, and no other's.
  static func name(_ id: String, besides names: [String]) -> String {
    let plain = id.map { "[]:*?/\\'".contains($0) ? "-" : $0 }
    var name = String(plain.prefix(31))
    var number = 2
    while names.contains(where: { FoldedName($0) == FoldedName(name) }) {
      name = String(plain.prefix(27)) + " \(number)"
      number += 1
    }
    return name
  }

  /// One table of all plans (RFC 4180), in UTF-8 with the mark by which Excel knows it.
  package func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.record([say("Kế hoạch", "Plan")] + RegisterColumn.seen.map { $0.head.text(in: language) })
    for plan in plans {
      for row in register.rows(of: plan) {
        writer.record([model.rules.plans[plan].id] + RegisterColumn.seen.map { (row.cells[$0] ?? .empty).registerText })
      }
    }
    return [0xEF, 0xBB, 0xBF] + writer.bytes
  }
}
