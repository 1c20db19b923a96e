import Testing

/// Plans of offices that the importer was not written for (Tests/Data/offices). The floors are what it reaches.
@Suite("Plans of forty offices")
struct OfficePlanTests {
  static let names = [
    "o01_xa_chuong_trinh.docx", "o02_truong_hoc_ky.xlsx", "o03_tinh_dinh_muc.docx", "o04_so_chuyen_doi_so.xlsx",
    "o05_doan_thanh_nien.xlsx", "o06_ban_qlda_wbs.xlsx", "o07_hoi_phu_nu_thang.docx", "o08_thpt_tuan.xlsx",
    "o09_ttyt_thang_doc.docx", "o10_benh_vien_cai_tien.xlsx", "o11_cty_cap_nuoc_mdy.xlsx", "o12_thu_vien_mo_ho.xlsx",
    "o13_kiem_lam_hai_tang.docx", "o14_toa_an_khong_tieu_de.docx", "o15_cntt_trang_thai.xlsx",
    "o16_ldtbxh_don_vi.docx", "o17_xa_dong_chi.xlsx", "o18_giao_so_van_xuoi.docx", "o19_giai_doan_van_xuoi.docx",
    "o20_cach_viet_han.docx",
  ]

  /// Those that were only counted, and not read, until the importer had been written for the others.
  static let laterNames = [
    "c01_dai_hoc_ky_tuc_xa.xlsx", "c02_huyen_doan_kinh_phi.docx", "c03_bo_ky_hieu_van_ban.xlsx",
    "c04_du_an_phi_chinh_phu.docx", "c05_chung_cu_tieu_de_la.docx", "c06_dien_luc_ky_hieu.docx",
    "c07_bao_tang_thang.xlsx", "c08_mam_non_tuan.docx", "c09_lich_tuan_ngay_gio.docx", "c10_nha_may_bao_duong.xlsx",
    "c11_du_an_lien_doanh_mdy.docx", "c12_phong_kham_mo_ho.docx", "c13_an_ninh_mang_hai_tang.xlsx",
    "c14_thu_y_khong_tieu_de.xlsx", "c15_lien_ket_trang_thai.docx", "c16_lien_nganh_don_vi.xlsx",
    "c17_truong_ca_nhan.docx", "c18_van_xuoi_phong_chong_lut.docx", "c19_lo_trinh_van_xuoi.docx",
    "c20_cach_viet_han.xlsx",
  ]

  @Test func `lose no task, make none up, and are read`() throws {
    let sum = try figures(Self.names)
    #expect(sum.tasks == 219 && sum.found >= 218, "found \(sum.found)")
    #expect(sum.leads == 226 && sum.leadsRight >= 226, "leads \(sum.leadsRight) of \(sum.leads)")
    #expect(sum.supports == 81 && sum.supportsRight >= 81, "supports \(sum.supportsRight) of \(sum.supports)")
    #expect(sum.days == 172 && sum.daysRight >= 172, "days \(sum.daysRight) of \(sum.days)")
    #expect(sum.sections == 71 && sum.sectionsRight >= 71, "sections \(sum.sectionsRight) of \(sum.sections)")
  }

  @Test func `are read as well where the importer was not written for them`() throws {
    let sum = try figures(Self.laterNames)
    #expect(sum.tasks == 195 && sum.found >= 193, "found \(sum.found)")
    #expect(sum.leads >= 197 && sum.leadsRight >= 197, "leads \(sum.leadsRight) of \(sum.leads)")
    #expect(sum.supports >= 67 && sum.supportsRight >= 67, "supports \(sum.supportsRight) of \(sum.supports)")
    #expect(sum.days >= 150 && sum.daysRight >= 149, "days \(sum.daysRight) of \(sum.days)")
    #expect(sum.sections >= 32 && sum.sectionsRight >= 32, "sections \(sum.sectionsRight) of \(sum.sections)")
  }

  /// The figures of the documents together, of which none is wrong.
  private func figures(_ names: [String]) throws -> OfficePlan.Figures {
    var sum = OfficePlan.Figures()
    for name in names { sum += try OfficePlan(name: name).figures() }
    #expect(sum.lost.isEmpty)
    #expect(sum.wrong.isEmpty)
    #expect(sum.leadsWrong.isEmpty)
    #expect(sum.supportsWrong.isEmpty)
    #expect(sum.daysWrong.isEmpty)
    return sum
  }
}
