import Deadlines
import Testing

/// Wordings that tell by what is reported how often it is due, and days told twice.
@Suite("Rhythms told by reports") struct ReportRhythmTests {
  private func read(_ wording: String) -> [Deadline] { DeadlineRepair(planYear: 2024).read(wording).reading.freeText }

  @Test(
    "mean what is written out",
    arguments: [
      (
        "Chậm nhất ngày 06 (sáu) của tháng cuối quý đối với báo cáo định kỳ hằng quý",
        "hằng quý, chậm nhất ngày 06 của tháng cuối quý"
      ),
      (
        "Chậm nhất ngày 15 của tháng báo cáo đối với báo cáo định kỳ hằng tháng",
        "hằng tháng, chậm nhất ngày 15 của tháng"
      ),
      ("Chậm nhất ngày 25 tháng 11 đối với báo cáo định kỳ hằng năm", "hằng năm, chậm nhất ngày 25/11"),
      (
        "Ngày cuối cùng của tháng tiếp theo đối với phương thức đóng hằng tháng",
        "hằng tháng, vào ngày cuối cùng của tháng sau"
      ),
      (
        "Báo cáo tháng: gửi báo cáo chậm nhất vào ngày 12 của tháng tiếp theo ngay sau kỳ báo cáo",
        "hằng tháng, chậm nhất ngày 12 của tháng sau"
      ),
      (
        "Báo cáo 6 tháng: gửi báo cáo chậm nhất vào ngày 20 của tháng tiếp theo ngay sau kỳ báo cáo",
        "định kỳ 6 tháng, chậm nhất ngày 20 của tháng đầu của 6 tháng sau"
      ),
      (
        "định kỳ hằng năm (kỳ báo cáo tính từ ngày 01/01 đến hết ngày 31/12) trước ngày 15/01 của năm tiếp theo",
        "hằng năm, trước ngày 15/01 năm sau"
      ),
      (
        "trong kỳ từ ngày 16/12 năm trước đến ngày 15/3. Gửi báo cáo chậm nhất vào ngày 18/3", "chậm nhất ngày 18/3"
      ),
      ("ngày 04/3/2026 (tức ngày 16 tháng Giêng năm Bính Ngọ)", "ngày 04/3/2026"),
      (
        "từ ngày 04 đến hết ngày 06/3/2026 (từ ngày 16 đến hết ngày 18 tháng Giêng năm Bính Ngọ)",
        "từ ngày 04/3/2026 đến hết ngày 06/3/2026"
      ),
      (
        "từ thứ Bảy 14/2/2026 (tức 27 tháng Chạp, năm Ất Tỵ) đến hết Chủ nhật 22/2/2026 (tức mùng 6 tháng Giêng)",
        "từ ngày 14/02/2026 đến hết ngày 22/02/2026"
      ),
      ("các ngày mùng 1, ngày 11 và ngày 21 hàng tháng", "hằng tháng, vào ngày 01, 11 và 21 của tháng"),
      ("vào sáng Thứ Ba và sáng Thứ Sáu hàng tuần", "hằng tuần, vào thứ Ba và thứ Sáu"),
      ("Tháng 7: Ngày 03; 10; 17", "vào ngày 03/07, ngày 10/07 và ngày 17/07"),
      ("trong tháng 5.2021", "tháng 5/2021"),
      ("kiểm tra trong ngày Thứ Hai, ngày 15/5/2017", "ngày 15/5/2017"),
      (
        "Trường hợp từ chối, cơ quan phải trả lời trong thời hạn 05 ngày kể từ ngày nhận đơn",
        "trong 5 ngày kể từ ngày nhận đơn, nếu: từ chối"
      ),
      ("sớm nhất trước 2 tuần so với ngày khai giảng", "sớm nhất 2 tuần trước ngày khai giảng"),
      ("truyền liên tục (24/24 giờ) số liệu về Bộ", "liên tục 24/24 giờ"),
      (
        "vào ngày 10 hằng tháng (nếu ngày họp định kỳ trùng vào ngày lễ, tết thì sẽ họp vào ngày làm việc kế tiếp theo)",
        "hằng tháng, vào ngày 10 của tháng, nếu trùng ngày nghỉ thì ngày làm việc sau"
      ),
      (
        "chậm nhất là ngày thứ mười, kể từ ngày phát sinh nghĩa vụ thuế",
        "trong 10 ngày kể từ ngày phát sinh nghĩa vụ thuế"
      ),
      (
        "Trong thời hạn 7 ngày làm việc (kể từ ngày kết thúc đợt khám) cơ sở phải gửi dữ liệu",
        "trong 7 ngày làm việc kể từ ngày kết thúc đợt khám"
      ),
      ("Trước ít nhất 30 ngày kể từ ngày khởi công", "chậm nhất 30 ngày trước khi khởi công"),
    ])
  func plain(wording: String, plain: String) {
    #expect(read(wording) == read(plain))
    #expect(read(plain).allSatisfy { $0.items.allSatisfy { if case .unclear = $0.form { false } else { true } } })
  }

  @Test(
    "are asked about where they contradict themselves or leave it open",
    arguments: [
      "trước ngày 15/3 đối với báo cáo định kỳ hằng quý",
      "ngày 04/3/2026 (tức ngày 15 tháng Giêng)",
      "kiểm tra vào ngày thứ Năm, 15/5/2017",
      "nếu trước ngày 10/3 chưa nộp, chậm nhất ngày 15/3 phải nộp",
      "Báo cáo Quý II, Quý III, Quý IV: Từ ngày 15 của tháng cuối quý trước đến ngày 14 của tháng cuối quý báo cáo",
      "Ngày cuối cùng của tháng tiếp theo ngay sau chu kỳ đóng đối với phương thức đóng 03 tháng một lần hoặc 06 tháng một lần",
      "Ghi nhận và có phương án xử lý tại thời điểm thích hợp",
      "Đối với các đơn vị có thời điểm kết thúc năm công tác trước tháng 12 hằng năm thì Thủ trưởng đơn vị quyết định",
    ])
  func unclear(wording: String) {
    let items = read(wording).flatMap(\.items)
    #expect(items.isEmpty || items.contains { if case .unclear = $0.form { true } else { false } })
  }
}
