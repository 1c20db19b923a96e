import Testing

@testable import PlanImport

@Suite("Names of units are told apart where no list helps")
struct UnitNamesTests {
  @Test(
    "Lists",
    arguments: [
      ("Sở Khoa học và Công nghệ", ["Sở Khoa học và Công nghệ"]),
      ("Sở Nội vụ và Sở Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
      ("TTUD và TTKT", ["TTUD", "TTKT"]),
      ("Trung tâm Thông tin và UD KH-CN", ["Trung tâm Thông tin và UD KH-CN"]),
      ("Các sở, ban, ngành; UBND cấp huyện", ["Các sở, ban, ngành", "UBND cấp huyện"]),
      ("Các sở, ban, ngành, UBND cấp huyện", ["Các sở, ban, ngành", "UBND cấp huyện"]),
      ("Các Phòng: QLVH&GD, QLTDĐT", ["Phòng QLVH&GD", "Phòng QLTDĐT"]),
      ("Phòng Kế hoạch - Tài chính, các đơn vị sự nghiệp", ["Phòng Kế hoạch - Tài chính", "các đơn vị sự nghiệp"]),
      ("- Sở Y tế\n- Sở Xây dựng", ["Sở Y tế", "Sở Xây dựng"]),
      ("Sở Lao động - Thương binh và Xã hội", ["Sở Lao động - Thương binh và Xã hội"]),
      ("Sở Tài chính (theo phân công)", ["Sở Tài chính"]),
      ("Văn phòng Đoàn ĐBQH và HĐND tỉnh", ["Văn phòng Đoàn ĐBQH và HĐND tỉnh"]),
      ("Đoàn ĐBQH và HĐND tỉnh", ["Đoàn ĐBQH", "HĐND tỉnh"]),
      ("Phòng Nghiệp vụ dược - Sở Y tế", ["Phòng Nghiệp vụ dược - Sở Y tế"]),
      ("- Phòng Nội vụ\n- Sở Y tế", ["Phòng Nội vụ", "Sở Y tế"]),
      ("Phòng Nội vụ - Phòng Y tế", ["Phòng Nội vụ", "Phòng Y tế"]),
      ("Phòng A - Sở Y tế - Sở Nội vụ", ["Phòng A", "Sở Y tế", "Sở Nội vụ"]),
      ("Ông Lê Văn Hòa, Phó Hiệu trưởng", ["Ông Lê Văn Hòa, Phó Hiệu trưởng"]),
      ("Bà Vũ Thị Lan, Trưởng phòng Đào tạo; Văn thư", ["Bà Vũ Thị Lan, Trưởng phòng Đào tạo", "Văn thư"]),
      ("Ông Lê Văn Hòa, Bà Vũ Thị Lan", ["Ông Lê Văn Hòa", "Bà Vũ Thị Lan"]),
      ("Giám đốc, Phó Giám đốc", ["Giám đốc", "Phó Giám đốc"]),
    ])
  func lists(text: String, names: [String]) { #expect(UnitNames.split(text) == names) }

  @Test(
    "Abbreviations stand for the words whose first letters they are",
    arguments: [
      ("Sở KH&CN", "Sở Khoa học và Công nghệ", true), ("Sở TTTT", "Sở Thông tin và Truyền thông", true),
      ("Chi cục TCĐLCL", "Chi cục Tiêu chuẩn Đo lường Chất lượng", true),
      ("Sở TC", "Sở Tư pháp", false), ("Chi cục TĐC", "Chi cục Tiêu chuẩn Đo lường Chất lượng", false),
      ("Sở Y tế", "Sở Y tế và Dân số", false),
    ])
  func abbreviations(short: String, long: String, same: Bool) {
    var register = UnitRegister()
    for name in [long, short] { register.add(name) }
    register.finish(avoiding: [])
    #expect(register.units.map(\.name) == (same ? [long] : [long, short]))
  }
}

@Suite("Free text says who leads and who supports")
struct AssignmentTextTests {
  @Test(
    "As plans write it",
    arguments: [
      ("- Văn phòng chủ trì. - Các phòng chuyên môn phối hợp.", ["Văn phòng"], ["Các phòng chuyên môn"]),
      ("- Văn phòng chủ trì, phối hợp với Sở Tư pháp rà soát danh mục", ["Văn phòng"], ["Sở Tư pháp"]),
      ("- TTUD và TTKT tham mưu; - Sở KH&CN chủ trì.", ["Sở KH&CN"], ["TTUD", "TTKT"]),
      ("Phòng Quản lý Chuyên ngành", ["Phòng Quản lý Chuyên ngành"], []),
      ("Chủ trì: Sở Nội vụ; Phối hợp: Sở Tài chính", ["Sở Nội vụ"], ["Sở Tài chính"]),
      ("Thực hiện theo Đề án được UBND tỉnh phê duyệt", [], []),
      ("Các cơ quan chủ trì CCHC của tỉnh", ["Các cơ quan chủ trì CCHC của tỉnh"], []),
    ])
  func roles(text: String, lead: [String], support: [String]) {
    let read = AssignmentText(text)
    #expect(read.lead == lead)
    #expect(read.support == support)
  }
}
