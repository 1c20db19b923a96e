import Foundation
import Testing

@testable import nhacviec

@Suite("Who may record what, where the configuration has roles")
struct RoleTests {
  private let roles = """
    [roles.lan]
    focal-point = true
    [roles.hoa]
    units = ["Phòng Quản lý Chuyên ngành"]
    [roles.minh]
    units = ["vp"]
    [roles.tu]
    units = ["Giám đốc"]
    """

  /// The office leads I.1 and VII.9; its director confirms; the other unit leads I.5.
  private func desk(_ login: String) throws -> Desk {
    let plan = CommandTests.plan
      .replacingOccurrences(of: "  lịch: Việt Nam\n", with: "  lịch: Việt Nam\n  xác nhận: Giám đốc\n")
      .replacingOccurrences(of: "đơn vị vp: Văn phòng\n", with: "đơn vị vp: Văn phòng\n\nđơn vị gd: Giám đốc\n")
    var desk = try Desk(["plan.rules": plan])
    (desk.login, desk.configuration) = (login, roles)
    return desk
  }

  private func sides(_ desk: Desk) throws -> [String?] { try desk.log.read(.all).facts.map(\.entry.onBehalfOf) }

  @Test("A unit reports its own work, who confirms confirms it, and the fact says for which side") func course() throws
  {
    var desk = try desk("minh")
    #expect(desk("accept", "I.1", "--on", "02/01/2024").code == 0)
    #expect(desk("done", "I.1", "--on", "04/01/2024", "--for", "Nguyễn Văn Bình").code == 0)
    let own = desk("confirm", "I.1", "--on", "05/01/2024")
    #expect(own.code == 1 && own.errors.contains("not-your-side") && own.errors.contains("Giám đốc"))
    #expect(desk("confirm", "I.1", "--on", "05/01/2024", "--yes").code == 1)
    desk.login = "tu"
    #expect(
      desk("done", "VII.9@2024-Q2", "--on", "14/6/2024").errors.contains(
        "do đơn vị chủ trì (Văn phòng) hoặc đầu mối ghi"))
    #expect(desk("confirm", "I.1", "tốt", "--on", "05/01/2024").code == 0)
    #expect(try sides(desk) == ["vp (chủ trì)", "Nguyễn Văn Bình; vp (chủ trì)", "gd (xác nhận)"])
    #expect(desk("facts", "--details").output.contains("gd (xác nhận)"))
  }

  @Test("Who reported takes that back until it is confirmed; afterwards who decides opens it again") func takenBack()
    throws
  {
    var desk = try desk("minh")
    #expect(desk("done", "I.1", "--on", "04/01/2024").code == 0)
    desk.login = "hoa"
    #expect(desk("undo", "I.1").errors.contains("not-your-side"))
    desk.login = "minh"
    #expect(desk("undo", "I.1", "--because", "gửi nhầm").code == 0)
    #expect(desk("done", "I.1", "--on", "04/01/2024").code == 0)
    desk.login = "tu"
    #expect(desk("confirm", "I.1", "--on", "05/01/2024").code == 0)
    desk.login = "minh"
    #expect(desk("undo", "I.1").errors.contains("not-your-side"))
    desk.login = "tu"
    #expect(desk("undo", "I.1").code == 0)
    #expect(
      try sides(desk) == ["vp (chủ trì)", "vp (chủ trì)", "vp (chủ trì)", "gd (xác nhận)", "gd (quyết định)"])
  }

  @Test("Who asks for more time does not decide it") func request() throws {
    var desk = try desk("minh")
    let ask = desk("request", "VII.9@2024-Q3", "--on", "18/6/2024", "--to", "30/9/2024", "--because", "chờ số liệu")
    #expect(ask.code == 0, "\(ask.errors)")
    let extend = desk("extend", "VII.9@2024-Q3", "--to", "30/9/2024", "--document", "CV 5")
    #expect(extend.errors.contains("not-your-side"))
    #expect(desk("waive", "VII.9@2024-Q3", "--because", "thôi").errors.contains("not-your-side"))
    desk.login = "tu"
    #expect(desk("extend", "VII.9@2024-Q3", "--to", "30/9/2024", "--document", "CV 5").code == 0)
    #expect(try sides(desk) == ["vp (chủ trì)", "gd (quyết định)"])
  }

  @Test("Events are recorded by who watches them, and the focal point records for every side") func events() throws {
    var desk = try desk("hoa")
    #expect(desk("event", "record", "chi-so-pii", "--on", "09/5/2024").errors.contains("not-your-side"))
    desk.login = "minh"
    #expect(desk("event", "record", "chi-so-pii", "--on", "09/5/2024").code == 0)
    desk.login = "lan"
    #expect(desk("done", "I.1", "--on", "04/01/2024").code == 0)
    #expect(desk("confirm", "I.1", "--on", "05/01/2024").code == 0)
    #expect(try sides(desk) == ["vp (theo dõi)", "vp (đầu mối)", "vp (đầu mối)"])
  }

  @Test("A login without a role records nothing; without roles everybody does, and no side is kept") func none() throws
  {
    var desk = try desk("khach")
    let refused = desk("done", "I.1", "--on", "04/01/2024", language: .en)
    #expect(refused.errors.contains("no-role") && refused.errors.contains("[roles.khach]") && desk.lines.isEmpty)
    desk.configuration = ""
    #expect(desk("done", "I.1", "--on", "04/01/2024").code == 0)
    #expect(try sides(desk) == [nil])
  }

  @Test("The check of the configuration and the doctor tell it too, with the nearest name, once rules are in force")
  func unknownUnitInForce() throws {
    let office = try MailOffice()
    let roles = "[roles.hoa]\nunits = [\"vp\", \"Văn phòn\"]\n[roles.lan]\nfocal-point = true\n"
    try office.configure(roles)
    #expect(try !office("config", "check", office.config[0], office.config[1]).output.contains("config-unknown-unit"))
    #expect(try office("rules", "promote", office.config[0], office.config[1]).code == 0)
    let check = try office("config", "check", office.config[0], office.config[1])
    let words = "[roles.hoa]: the rules in force have no unit “Văn phòn”; nearest: Văn phòng"
    #expect(check.code == 0 && check.output.contains("warning[config-unknown-unit]: \(words)"), "\(check)")
    // The place of the name in the list, of the one name alone.
    #expect(check.output.contains("nhacviec.toml:3:16") && check.output.contains("1 warning"), "\(check)")
    #expect(try office("doctor", "--offline", office.config[0], office.config[1]).output.contains("! \(words)\n"))
    try office.configure(roles.replacingOccurrences(of: "Văn phòn", with: "văn  phòng"))
    #expect(try !office("config", "check", office.config[0], office.config[1]).output.contains("config-unknown-unit"))
  }

  @Test("A unit that is not the office's, a group not kept here, and a login that the machine does not have are told")
  func outside() throws {
    let office = try MailOffice(
      tasks: """
        đơn vị snv: Sở Nội vụ
          loại: bên ngoài

        nhóm xa: các xã
          thành viên: không quản lý ở đây

        nhiệm vụ I.1: Báo cáo công tác
          chủ trì: Văn phòng
          hạn: chậm nhất 15/3/2027

        """)
    try office.configure(
      "[roles.root]\nunits = [\"vp\", \"Sở Nội vụ\"]\n[roles.khong-co]\nunits = [\"các xã\", \"vp\"]\n")
    #expect(try office("rules", "promote", office.config[0], office.config[1]).code == 0)
    let check = try office("config", "check", office.config[0], office.config[1])
    #expect(check.code == 0 && check.output.contains("2 warnings"), "\(check)")
    let doctor = try office("doctor", "--offline", office.config[0], office.config[1]).output
    for (login, name) in [("root", "Sở Nội vụ"), ("khong-co", "các xã")] {
      let words = "[roles.\(login)]: “\(name)” is no unit of the office"
      #expect(check.output.contains("warning[config-external-unit]: \(words)"), "\(check)")
      #expect(doctor.contains("! \(words)"), "\(doctor)")
    }
    #expect(doctor.contains("✓ [roles.khong-co]: no login of this machine"), "\(doctor)")
    #expect(!doctor.contains("[roles.root]: no login"))
  }

  @Test("A unit named with its plan is that plan's alone") func ofOnePlan() throws {
    let other = CommandTests.plan.replacingOccurrences(of: "vi-du-2024", with: "khac-2024")
    var desk = try Desk(["a/plan.rules": CommandTests.plan, "b/plan.rules": other])
    desk.login = "minh"
    desk.configuration = "[roles.minh]\nunits = [\"khac-2024/vp\"]"
    let refused = desk("done", "vi-du-2024/I.1", "--on", "04/01/2024")
    #expect(
      refused.errors.contains("no-role") && refused.errors.contains("“khac-2024/vp”, không có trong quy tắc")
        && desk.lines.isEmpty, "\(refused)")
    #expect(desk("done", "khac-2024/I.1", "--on", "04/01/2024").code == 0)
    #expect(try sides(desk) == ["vp (chủ trì)"])
    desk.configuration = "[roles.minh]\nunits = [\"vp\"]"
    #expect(desk("done", "vi-du-2024/I.1", "--on", "04/01/2024").code == 0)
  }

  @Test("A role for a unit that the rules do not have says so") func unknownUnit() throws {
    var desk = try desk("khach")
    desk.configuration = "[roles.khach]\nunits = [\"Phòng Không Có\"]"
    let refused = desk("done", "I.1", "--on", "04/01/2024")
    #expect(refused.errors.contains("no-role") && refused.errors.contains("“Phòng Không Có”, không có trong quy tắc"))
  }
}
