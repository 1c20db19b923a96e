import Foundation
import StateFolder
import TestSupport
import Testing

/// An office that keeps its register in a spreadsheet, with its rules in force.
struct RegisterOffice {
  let office: MailOffice
  var plan: String { office.scratch.path + "/rules/plan.rules" }

  /// 1 June 2027, 09:00 in Việt Nam.
  static let june = 1_811_815_200

  static let tasks = """
    đơn vị gd: Giám đốc
      loại: chức danh

    đơn vị a: Phòng A
      cấp trên: Giám đốc

    đơn vị b: Phòng B

    nhóm cac-phong: các phòng
      thành viên: Phòng A; Phòng B

    mục I: VIỆC CHUNG

    nhiệm vụ I.1: Báo cáo công tác
      sản phẩm: Báo cáo
      # Xem công văn 3.
      chủ trì: Phòng A
      phối hợp: Phòng B
      hạn: chậm nhất 15/7/2027

    nhiệm vụ I.2: =Kế hoạch & kiểm tra
      chủ trì: Phòng A
      hạn (dự thảo): chậm nhất 15/8/2027
      hạn (ban hành): chậm nhất 30/9/2027

    nhiệm vụ I.3: Đăng ký thi đua
      chủ trì: các phòng (từng đơn vị)
      hạn: chậm nhất 30/6/2027
      ghi chú: hằng năm

    nhiệm vụ I.4: Diễn tập phòng thủ
      độ mật: Mật
      chủ trì: Phòng A
      hạn: chậm nhất 31/7/2027

    mục II: VIỆC RIÊNG

    nhiệm vụ II.1: Rà soát hồ sơ
      nguồn: Công văn 12/CV-SNV
      hạn: chậm nhất 31/10/2027

    """

  init(tasks: String = tasks) throws { office = try MailOffice.promoted(tasks: tasks) }

  @discardableResult
  func callAsFunction(_ arguments: String...) throws -> Desk.Said {
    try office(arguments, at: Self.june, language: .vi)
  }

  /// The register as it is exported now.
  func exported(_ name: String = "bang.xlsx") throws -> [UInt8] {
    let path = office.scratch.path + "/" + name
    let said = try self("export", "--xlsx", path)
    #expect(said.code == 0, "\(said)")
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Reads a register back.
  @discardableResult
  func read(_ bytes: [UInt8], _ more: String..., as name: String = "sua.xlsx") throws -> Desk.Said {
    try office.scratch.write(bytes, to: name)
    return try office(
      ["import", "--into", "kh", office.scratch.path + "/" + name] + more, at: Self.june, language: .vi)
  }

  /// What is exported, edited.
  func edited(_ edit: (inout EditedWorkbook) throws -> Void) throws -> [UInt8] {
    var book = try EditedWorkbook(exported("bang-\(Int.random(in: 0...999_999)).xlsx"))
    try edit(&book)
    return try book.bytes
  }

  func text() throws -> String { try #require(WholeFile.read(plan)) }

  /// Exchanges words of the rules, and puts them in force.
  func change(_ old: String, _ new: String) throws {
    let before = try text()
    #expect(before.contains(old))
    try WholeFile.replace(plan, with: before.replacing(old, with: new))
    try promote()
  }

  func promote() throws {
    let said = try self("rules", "promote", office.config[0], office.config[1])
    #expect(said.code == 0, "\(said)")
  }

  /// Accepts a proposal of rows, and puts the rules in force.
  func accept(_ number: Int = 1) throws {
    let said = try self("proposals", "accept", "\(number)")
    #expect(said.code == 0, "\(said)")
    try promote()
  }
}
