import Documents
import Foundation
import PlanImport
import TestSupport
import Testing

/// The five plans in every format against their .docx, or their .xlsx for sheets, out of which programs made them.
@Suite("Every format gives the same titles, leads and deadlines")
struct AgreementTests {
  /// A task as the rule book says it.
  private struct Row: Hashable {
    var title: String
    var units: [String]
    var deadlines: [String]
  }

  private static let plans = [
    "ha-tinh-skhcn-2021", "ha-tinh-tinh-2024", "khanh-hoa-skhcn-2024", "khanh-hoa-svhtt-2022",
    "khanh-hoa-tinh-2021-2030",
  ]

  /// Where the documents lie: in the repository, or where `Tests/Data/formats/make.py` made some anew.
  private static let folder = URL(
    fileURLWithPath: ProcessInfo.processInfo.environment["NHACVIEC_FORMATS"]
      ?? repository.appendingPathComponent("Tests/Data/formats").path)

  private static func file(_ name: String) -> [UInt8]? {
    (try? Data(contentsOf: folder.appendingPathComponent(name))).map { [UInt8]($0) }
  }

  private static func rows(_ plan: String, _ format: String) throws -> [Row]? {
    let name = "\(plan).\(format)"
    guard let bytes = file(name), let year = plan.split(separator: "-").compactMap({ Int($0) }).first else {
      return nil
    }
    let importer = PlanImporter(.init(plan: plan, years: year...year), shipped: try shippedRules())
    let book = try importer.read([try document(bytes, name)])
    return book.files.flatMap { rows($0.text) }
  }

  private static func rows(_ text: String) -> [Row] {
    var rows: [Row] = []
    var isInTask = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("nhiệm vụ ") {
        rows.append(Row(title: String(line.drop { $0 != ":" }), units: [], deadlines: []))
        isInTask = true
      } else if line.isEmpty {
        isInTask = false
      } else if isInTask, line.hasPrefix("  chủ trì:") || line.hasPrefix("  phối hợp:") {
        rows[rows.count - 1].units.append(String(line))
      } else if isInTask, line.hasPrefix("  hạn:") {
        rows[rows.count - 1].deadlines.append(String(line))
      }
    }
    return rows
  }

  private func agree(_ format: String, with original: String) throws {
    var (same, all) = (0, 0)
    var report: [String] = []
    for plan in Self.plans {
      guard let expected = try Self.rows(plan, original), var found = try Self.rows(plan, format) else { continue }
      var differences: [String] = []
      for row in expected {
        if let index = found.firstIndex(of: row) { found.remove(at: index) } else { differences.append("- \(row)") }
      }
      same += expected.count - differences.count
      all += expected.count
      report.append("\(plan): \(expected.count - differences.count) of \(expected.count)")
      report += differences + found.map { "+ \($0)" }
    }
    print("\(format): \(same) of \(all) rows as in .\(original)\n" + report.joined(separator: "\n"))
    #expect(all > 0 && same * 100 >= all * 98, "\(report.joined(separator: "\n"))")
  }

  @Test("PDF by LibreOffice") func libreOffice() throws { try agree("libreoffice.pdf", with: "docx") }

  @Test("PDF by Chromium") func chromium() throws { try agree("chromium.pdf", with: "docx") }

  @Test(".doc", .enabled(if: Programs.hasLibreOffice)) func oldWord() throws { try agree("doc", with: "docx") }

  @Test(".xls", .enabled(if: Programs.hasLibreOffice)) func oldExcel() throws { try agree("xls", with: "xlsx") }

  @Test("The .docx and .xlsx have the rows that people counted in the plans") func originals() throws {
    guard ProcessInfo.processInfo.environment["NHACVIEC_FORMATS"] == nil else { return }
    let counts = try Self.plans.map { plan in
      try Self.rows(plan, "docx")?.count ?? 0
    }
    #expect(counts == [10, 86, 53, 43, 45])
  }
}
