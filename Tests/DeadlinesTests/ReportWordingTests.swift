import CivilCalendar
import Deadlines
import Testing

/// What offices write around a day: whose report it is, of which period, and into what a stretch is divided.
@Suite("Wordings of reports") struct ReportWordingTests {
  private func read(_ wording: String) -> [Deadline] { DeadlineRepair(planYear: 2024).read(wording).reading.freeText }

  @Test(
    "lose nothing but what is reported",
    arguments: [
      ("trước ngày 10/5/2024, các đơn vị gửi báo cáo quý I năm 2024", "trước ngày 10/5/2024"),
      ("trước ngày 20/6/2024, gửi báo cáo kết quả 6 tháng đầu năm 2024", "trước ngày 20/6/2024"),
      ("trước ngày 25, các đơn vị gửi báo cáo tháng", "hằng tháng, trước ngày 25 của tháng"),
      (
        "thanh toán trước ngày 15 của tháng tiếp theo cho toàn bộ phí của tháng trước đó", "trước ngày 15 của tháng sau"
      ),
      (
        "Từ ngày 20/11 đến ngày 05/12 hằng năm, cơ quan thuế phát tờ khai thuế năm sau",
        "hằng năm, từ ngày 20/11 đến hết ngày 05/12"
      ),
      ("kê khai doanh thu của 6 tháng cuối năm chậm nhất là ngày 31/01 năm sau", "chậm nhất ngày 31/01 năm sau"),
      ("Báo cáo kết quả năm 2024 và kế hoạch năm 2025 gửi trước ngày 15/11/2024", "trước ngày 15/11/2024"),
      ("Lập kế hoạch đầu tư công trung hạn 5 năm giai đoạn 2026-2030 trước ngày 31/7/2024", "trước ngày 31/7/2024"),
      ("số liệu báo cáo tính từ ngày 01/01 đến 31/12, gửi trước ngày 15/01 năm sau", "trước ngày 15/01 năm sau"),
      ("Từ ngày 01/7/2024 đến ngày 30/9/2024, chia làm 02 đợt", "từ ngày 01/7/2024 đến hết ngày 30/9/2024"),
      (
        "Từ ngày 01/7/2024 đến ngày 30/9/2024, gồm 03 kỳ thi, mỗi kỳ trong 05 ngày",
        "từ ngày 01/7/2024 đến hết ngày 30/9/2024"
      ),
      ("kiểm tra ít nhất 02 lần/năm (01 lần lý thuyết, 01 lần thực hành)", "ít nhất 02 lần mỗi năm"),
      (
        "báo cáo 6 tháng gửi trước ngày 15/6, báo cáo năm gửi trước ngày 15/12 hằng năm",
        "hằng năm, trước ngày 15/06; hằng năm, trước ngày 15/12"
      ),
      (
        "Báo cáo ngân sách hằng quý, 06 tháng phải công khai chậm nhất 15 ngày, kể từ ngày kết thúc quý và 06 tháng",
        "hằng quý, trong 15 ngày kể từ ngày kết thúc quý"
      ),
      (
        "rà soát 06 tháng một lần; kết quả gửi trước ngày 15 của tháng kế tiếp kỳ rà soát",
        "định kỳ 6 tháng, trước ngày 15 của tháng đầu sau 6 tháng"
      ),
      ("tháng 6/2024 trình Bộ, tháng 8/2024 ban hành", "trình Bộ: tháng 6/2024; ban hành: tháng 8/2024"),
      (
        "báo cáo tháng (ngày 20), quý (ngày 20 tháng cuối quý)", "hằng tháng, ngày 20; hằng quý, ngày 20 tháng cuối quý"
      ),
      ("gửi báo cáo trước ngày 15/5/2024; quá thời hạn trên, coi như thống nhất", "trước ngày 15/5/2024"),
      (
        "lập báo cáo giám sát định kỳ 6 tháng, năm gửi cơ quan trước ngày 10/7 và ngày 10/02 năm sau",
        "hằng năm, trước ngày 10/7 và ngày 10/02 năm sau"
      ),

      ("rà soát cơ sở y tế 06 tháng một lần", "định kỳ 6 tháng"),
      ("chi trả trước ngày 15/3", "trước ngày 15/3"), ("xử lý hành vi vi phạm hành chính hằng quý", "hằng quý"),
      (
        "trong thời hạn 10 ngày đối với hồ sơ qua mạng, kể từ ngày nhận đủ hồ sơ",
        "hồ sơ qua mạng: trong 10 ngày kể từ ngày nhận đủ hồ sơ"
      ),
    ])
  func reports(wording: String, meant: String) {
    let reading = read(wording)
    #expect(reading.count == 1)
    #expect(reading == DeadlineReader().read(meant).freeText)
  }

  @Test(
    "are read by the rule books as well",
    arguments: [
      (
        "hằng quý, chậm nhất 20 ngày kể từ ngày kết thúc kỳ báo cáo",
        "hằng quý, trong 20 ngày kể từ ngày cuối cùng của quý"
      ),
      ("chậm nhất 20 ngày kể từ ngày kết thúc kỳ kế toán quý", "trong 20 ngày kể từ ngày kết thúc quý"),
      ("trong 15 ngày kể từ ngày kết thúc quý, 6 tháng", "trong 15 ngày kể từ ngày kết thúc quý"),
      ("Chậm nhất 03 tháng sau khi kết thúc kỳ báo cáo", "trong 03 tháng kể từ ngày [kết thúc kỳ báo cáo]"),
      ("trước 15 ngày của ngày tổ chức hội nghị", "15 ngày trước khi tổ chức hội nghị"),
      ("trong thời hạn 02 ngày làm việc tiếp theo", "trong 02 ngày làm việc"),
      ("mỗi tuần 2 buổi vào thứ Ba và thứ Năm", "hằng tuần, vào thứ Ba và thứ Năm hằng tuần"),
      ("ngày 14-15/5/2024 (thứ Ba, thứ Tư)", "từ ngày 14/5/2024 đến hết ngày 15/5/2024"),
      ("chậm nhất ngày 12 của tháng tiếp theo ngay sau tháng báo cáo", "hằng tháng, chậm nhất ngày 12 tháng sau"),
      ("06 tháng đầu năm và cả năm", "định kỳ 6 tháng đầu năm và hằng năm"),
      ("ngày 10/3 theo âm lịch", "ngày 10/3 âm lịch"), ("01 ngày (15/4/2024)", "vào ngày 15/4/2024"),
    ])
  func alike(wording: String, meant: String) {
    let reading = DeadlineReader().read(wording).freeText
    #expect(reading.count == 1)
    #expect(reading == DeadlineReader().read(meant).freeText)
  }

  @Test(
    "that say no one day are refused",
    arguments: [
      "hằng tháng hoặc hằng quý", "kỳ báo cáo", "mỗi kỳ báo cáo", "trước ngày 15 của tháng kế tiếp kỳ rà soát",
      "trước ngày 10 tháng này", "báo cáo trước dịp Tết", "từ 20/3 đến 15/3", "hằng năm, từ 20/3 đến 15/3",
      "hằng tháng, trước ngày 15 tháng cuối quý",
      "từ ngày 20/3/2024 đến ngày 15/3/2024",
      "1/2 năm", "tư ngày 15/3", "sáu ngày 15/3", "Trong thời gian ba (03) ngày làm việc kể tư khi nhận hồ sơ",
      "kiểm tra cấp 2 năm một lần", "áp dụng từ kỳ tính thuế năm 2024", "ngày 20 ngày sau khi họp",
    ])
  func refused(wording: String) { #expect(read(wording).isEmpty) }

  @Test(
    "keep the rhythm of days in the years beside",
    arguments: [
      ("trước ngày 28/02 năm sau và trước ngày 10/7 hằng năm", "hằng năm, trước ngày 28/02 năm sau và ngày 10/7"),
      ("trước ngày 10/7 hằng năm và trước ngày 28/02 năm sau", "hằng năm, trước ngày 10/7 và ngày 28/02 năm sau"),
    ])
  func yearly(wording: String, meant: String) {
    let meanings = DeadlineReader().read(meant).freeText
    #expect(meanings.count == 1 && DeadlineReader().read(wording).freeText == meanings)
  }
}
