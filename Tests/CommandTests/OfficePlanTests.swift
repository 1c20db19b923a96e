import Testing

/// Plans of offices that the importer was not written for (Tests/Data/offices). The floors are what it reaches.
@Suite("Plans of twenty offices")
struct OfficePlanTests {
  static let names = [
    "o01_xa_chuong_trinh.docx", "o02_truong_hoc_ky.xlsx", "o03_tinh_dinh_muc.docx", "o04_so_chuyen_doi_so.xlsx",
    "o05_doan_thanh_nien.xlsx", "o06_ban_qlda_wbs.xlsx", "o07_hoi_phu_nu_thang.docx", "o08_thpt_tuan.xlsx",
    "o09_ttyt_thang_doc.docx", "o10_benh_vien_cai_tien.xlsx", "o11_cty_cap_nuoc_mdy.xlsx", "o12_thu_vien_mo_ho.xlsx",
    "o13_kiem_lam_hai_tang.docx", "o14_toa_an_khong_tieu_de.docx", "o15_cntt_trang_thai.xlsx",
    "o16_ldtbxh_don_vi.docx", "o17_xa_dong_chi.xlsx", "o18_giao_so_van_xuoi.docx", "o19_giai_doan_van_xuoi.docx",
    "o20_cach_viet_han.docx",
  ]

  @Test func `lose no task, make none up, and are read`() throws {
    var sum = OfficePlan.Figures()
    for name in Self.names { sum += try OfficePlan(name: name).figures() }
    #expect(sum.lost.isEmpty)
    #expect(sum.wrong.isEmpty)
    #expect(sum.tasks == 219 && sum.found >= 218, "found \(sum.found)")
    #expect(sum.leads == 226 && sum.leadsRight >= 226, "leads \(sum.leadsRight) of \(sum.leads)")
    #expect(sum.leadsWrong.isEmpty)
    #expect(sum.supports == 81 && sum.supportsRight >= 81, "supports \(sum.supportsRight) of \(sum.supports)")
    #expect(sum.supportsWrong.isEmpty)
    #expect(sum.days == 172 && sum.daysRight >= 172, "days \(sum.daysRight) of \(sum.days)")
    #expect(sum.daysWrong.isEmpty)
    #expect(sum.sections == 71 && sum.sectionsRight >= 71, "sections \(sum.sectionsRight) of \(sum.sections)")
  }
}
