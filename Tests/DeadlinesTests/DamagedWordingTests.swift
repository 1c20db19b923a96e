import Deadlines
import Testing

/// What repair must not lose by leaving words out.
@Suite("Damaged wordings") struct DamagedWordingTests {
  private func read(_ wording: String) -> [Deadline] { DeadlineRepair(planYear: 2024).read(wording).reading.freeText }

  @Test(
    "get the limit back that a scanner spoilt",
    arguments: [
      ("trươc ngày 15/3/2024", "trước ngày 15/3/2024"), ("nộp truớc 15/3", "trước 15/3"),
      ("gửi báo cáo trứoc ngày 15/3", "trước 15/3"), ("gửi báo cáo trớc ngày 15/3", "trước 15/3"),
      ("báo cáo truoc ngày 15/3", "trước 15/3"), ("châm nhất ngày 15/3", "chậm nhất ngày 15/3"),
      ("chậm nhât ngày 15/3", "chậm nhất ngày 15/3"),
      ("đên hết ngày 15/3", "đến hết ngày 15/3"), ("nộp cúoi quý II", "cuối quý II"),
      ("nộp giũa tháng 3", "giữa tháng 3"), ("đâu tháng 3", "đầu tháng 3"),
      ("ngày 15 hăng tháng", "ngày 15 hằng tháng"),
      ("thú Sáu hằng tuần", "thứ Sáu hằng tuần"), ("trước ngày 15/3 năm sua", "trước ngày 15/3 năm sau"),
      ("chu nhật hằng tuần", "Chủ nhật hằng tuần"),
      ("từ ngày 15/3 trơ đi", "từ ngày 15/3 trở đi"),
      ("nêu có, trước ngày 15/3", "nếu có, trước ngày 15/3"),
    ])
  func mended(wording: String, meant: String) {
    #expect(read(wording) == DeadlineReader().read(meant).freeText)
    #expect(read(wording).count == 1)
  }

  @Test(
    "get all their marks back",
    arguments: [
      ("truoc ngay 15/3", "trước ngày 15/3"), ("bao cao truoc ngay 15/3/2024", "trước ngày 15/3/2024"),
      ("cham nhat la ngay 15/3", "chậm nhất là ngày 15/3"), ("dau thang 3", "đầu tháng 3"),
      ("ngay 15 hang thang", "ngày 15 hằng tháng"), ("tu ngay 1/3 den het ngay 5/3", "từ ngày 1/3 đến hết ngày 5/3"),
      ("truoc ngay 20 thang cuoi quy", "trước ngày 20 tháng cuối quý"), ("dinh ky hang quy", "định kỳ hằng quý"),
      ("trong vong 30 ngay ke tu ngay ky", "trong vòng 30 ngày kể từ ngày ky"),
    ])
  func remarked(wording: String, meant: String) {
    #expect(read(wording) == DeadlineReader().read(meant).freeText)
    #expect(read(wording).count == 1)
  }

  @Test(
    "keep the ordinary words that resemble a limit",
    arguments: [
      "phòng trừ sâu bệnh trước ngày 15/3", "chăm sóc cây trồng trước ngày 15/3", "sửa chữa cửa trước ngày 15/3",
      "đổi mới môi trường trước ngày 15/3", "bồi dưỡng kỹ năng trước ngày 15/3", "thống kê trước ngày 15/3",
      "theo dõi khí hậu, mưa bão trước ngày 15/3", "hồ sơ điện tử trước ngày 15/3", "gửi kết quả trước ngày 15/3",
      "họp tổ trưởng trước ngày 15/3", "thư viện, thú y trước ngày 15/3", "xây dựng website trước ngày 15/3",
      "phòng chống ma túy trước ngày 15/3",
      "chợ, siêu thị trước ngày 15/3", "gửi số liệu tỉnh trước ngày 15/3", "quy định kỹ thuật trước ngày 15/3",
      "Tuân thủ pháp luật trước ngày 15/3", "UBND xã Đắk Môl trước ngày 15/3",
    ])
  func ordinary(wording: String) {
    #expect(read(wording) == DeadlineReader().read("trước ngày 15/3").freeText)
  }

  @Test(
    "are refused where a left-out word may have been a limit or a negation",
    arguments: [
      "gửi tử ngày 15/3", "gửi tự ngày 15/3", "nộp đèn ngày 15/3", "nộp sâu ngày 15/3", "kể tù ngày 15/3",
      "nộp đấu tháng 3",
      "nộp trọng quý II", "gửi muốn nhất ngày 15/3", "thu Hai hằng tuần", "trù quý III",
      "khong qua ngay 15/3", "chua truoc ngay 15/3", "ko trước ngày 15/3", "by ngày 15/3", "befor 15 March 2024",
      "aftr 15 March", "untl 15 March", "report evry quarter", "report monhtly by 15 March", "submit bye 15 March",
      "no latter than 15 March", "yb the 10th of April", "Before 1 October each yer", "approx. 15 March",
      "report within 15 days form receipt",
    ])
  func limits(wording: String) { #expect(read(wording).isEmpty) }

  @Test(
    "are refused with an exception, an aim or what is not settled yet",
    arguments: [
      "hằng tháng, nghỉ tháng 8", "hằng tháng, bỏ tháng 8", "hằng tháng, miễn báo cáo tháng 8",
      "hằng tháng, tạm dừng tháng 8", "hằng tháng, hoãn đến tháng 8", "hằng tháng, tháng 8 nghỉ",
      "hằng tháng, làm gì đó tháng 8", "hằng quý, quý IV gộp vào báo cáo năm", "riêng quý IV trước 10/12",
      "trước ngày 15/3, bãi bỏ", "hủy, trước ngày 15/3", "hằng quý trước ngày 5, riêng quý IV trước 10/12",
      "every month, skip August", "every month, minus August",
      "every month, excluding August", "every month, August waived", "every month, August off",
      "dự kiến trước ngày 15/3", "phấn đấu hoàn thành trước ngày 15/3", "cố gắng trước ngày 15/3",
      "trước ngày 15/3 (đã hủy)", "trước ngày 15/3 (hủy)", "trước ngày 15/3 (có thể thay đổi)",
      "aim to submit by 15 March", "by 15 March (tentative)", "by 15 March (TBC)", "by 15 March (withdrawn)",
      "by 15 March at the earliest",
    ])
  func exceptions(wording: String) { #expect(read(wording).isEmpty) }

  @Test(
    "are refused where a tail, a border or a name would be cut off",
    arguments: [
      "23 tháng Chạp năm Giáp Thìn", "trước ngày 15/3 Giáp Thìn", "trước ngày 15/3 ÂL", "Tháng Thanh niên",
      "kết thúc Tháng hành động vì trẻ em", "trong Tuần lễ Biển và Hải đảo", "ngày 10/3 Giỗ Tổ",
      "số liệu tháng trước, ngày 05 hằng tháng", "trước ngày 20 hằng tháng, quý, 6 tháng, năm",
      "theo Quyết định số 30/6/2024", "theo Quyết định ngày 30/6/2024", "theo Kế hoạch số 5/2024",
      "theo Công văn số 15 ngày 30/6/2024", "Thông báo số 12/5", "phiên bản 6/2024", "tỷ lệ 3/4",
      "see Circular 12/2024", "issued 15 March 2024", "Decision dated 15 March 2024", "submit form 15 March",
      "Quý III - Quý I/2024", "Tháng 5 - Tháng 3",
    ])
  func borders(wording: String) { #expect(read(wording).isEmpty) }

  @Test(
    "are refused without a bound that no row words",
    arguments: [
      "1 tháng trước ngày 15/6/2024", "2 tháng trước ngày 15/6/2024", "một tháng trước ngày 15/6/2024",
      "nộp hồ sơ 3 tháng trước ngày 15/6", "Till 15 June 2024", "Up till 15 June 2024", "Past 15 June",
      "Beyond 15 June",
      "trức ngày 15/6", "Quý Il/2024", "Quý ll/2024", "Quý l/2024", "đủ 30 ngày kể từ ngày đăng",
      "Ngoài thời gian từ 01/6 đến 15/6", "Outside 1 June to 15 June", "early 2024", "late 2024",
      "hai quý đầu năm 2024",
      "3 quý cuối năm", "năm học 2024-2025, trước ngày 30/6", "school year 2024-2025, by 30 June",
      "niên khóa 2024-2025",
      "một tháng rưỡi kể từ ngày ký", "a month and a half after signing", "Tầm 15/6", "Sát 15/6", "gần sát ngày 15/6",
    ])
  func directions(wording: String) { #expect(read(wording).isEmpty) }

  @Test(
    "are no duty where something is forbidden, ended or replaced",
    arguments: [
      "Đừng nộp trước ngày 15/6", "Cấm nộp trước ngày 15/6", "Chớ nộp trước ngày 15/6", "Dung nop truoc ngay 15/6",
      "Don't file before 15 June", "Miễn báo cáo quý II", "Được miễn báo cáo quý II", "Exempt from reporting in June",
      "Hủy cuộc họp ngày 15/6", "Hoãn họp ngày 15/6", "Bỏ báo cáo hằng tháng", "Dừng báo cáo hằng tháng",
      "Ngừng tiếp nhận từ 15/6", "Ngừng tiếp nhận sau 15/6", "Thôi thực hiện từ 15/6", "Nghỉ lễ ngày 02/9",
      "Thay cho báo cáo quý II", "Thay thế báo cáo quý II", "Thay vì hằng tháng, báo cáo hằng quý",
      "Ngoài báo cáo hằng quý", "The office is closed from 1 June to 15 June", "Closed on 15 June",
      "Stop reporting monthly",
      "Instead of monthly, report quarterly", "Bãi bỏ báo cáo hằng quý", "Chấm dứt báo cáo hằng tháng",
      "Chẳng nộp trước 15/6",
      "Tránh nộp trước ngày 15/6", "Cuộc họp ngày 15/6 bị hủy", "The meeting on 15 June is cancelled",
    ])
  func undone(wording: String) { #expect(read(wording).isEmpty) }

  @Test(
    "are duties where something is to be ended or replaced by a day",
    arguments: [
      "Hủy hồ sơ hết giá trị lưu trữ trước ngày 15/3", "Thay thế thiết bị trước ngày 15/3",
      "Bãi bỏ văn bản trước ngày 15/3",
      "Ngoài ra gửi báo cáo trước ngày 15/3", "Bộ Tài chính trước ngày 15/3", "Dừng lò gạch thủ công trước ngày 15/3",
    ])
  func ended(wording: String) { #expect(read(wording) == DeadlineReader().read("trước ngày 15/3").freeText) }

  @Test(
    "are refused where only one of two times holds",
    arguments: [
      "trước ngày 15/5 hoặc 20/5", "hằng tháng hoặc hằng quý", "trong 30 ngày kể từ ngày ký hoặc trước ngày 31/12",
      "trong tháng 6 hoặc chậm nhất ngày 15/7", "before 15 May or before 20 May",
      "trước ngày 15/5 hoặc trước ngày 20/5",
      "monthly or quarterly", "in June or by 15 July",
    ])
  func alternatives(wording: String) { #expect(read(wording).isEmpty) }

  @Test(
    "are refused where a rhythm would be lost or invented",
    arguments: [
      "trước 17 giờ thứ Sáu", "chiều thứ Sáu", "các quý trong năm", "hằng ngày trong tháng 6",
      "1 lần/tuần trong tháng 6",
      "từ tháng 3/2024, trước ngày 10 hằng tháng", "báo cáo hằng tháng, kết thúc vào tháng 9", "hằng năm vào năm chẵn",
      "các năm lẻ, trước 30/6", "trước ngày 10 các tháng chẵn", "trước 15/6/2024, sau đó hằng năm",
      "by 15 June 2024, then annually", "weekly in June",
    ])
  func rhythms(wording: String) { #expect(read(wording).isEmpty) }

  @Test(
    "are refused with a case, an exception or whom it binds",
    arguments: [
      "monthly by the 10th; in December by the 5th", "hằng tháng trước ngày 10; tháng 12 trước ngày 5 (gửi Sở)",
      "trong 5 ngày kể từ ngày nhận; trường hợp phức tạp không quá 30 ngày",
      "trong 15 ngày kể từ ngày nhận; vụ việc phức tạp thì không quá 30 ngày",
      "trước 15/6, nếu có yêu cầu thì trước 10/6", "cấp xã trước 30/4, cấp huyện trước 31/5",
      "Quý II/2024, huyện A quý III/2024", "02 lần/năm, trước 30/6", "trong 5 ngày kể từ ngày nhận, tối đa 10 ngày",
      "từ 01/6/2024, trong 90 ngày", "on request, within 3 days",
      "giai đoạn 2021-2025, định hướng đến năm 2030",
    ])
  func cases(wording: String) { #expect(read(wording).isEmpty) }

  @Test(
    "are refused where the period before an event is what is counted",
    arguments: [
      "tháng thứ hai kể từ ngày ký", "quý thứ hai kể từ ngày ký", "năm thứ 3 kể từ ngày cấp",
      "tháng đầu tiên sau khi ký",
      "tuần sau Tết", "năm sau khi ký", "the week before the meeting", "the month before the meeting",
      "the quarter after signing", "the year after signing", "trong 30 ngày kể từ ngày ký và ngày công bố",
    ])
  func counted(wording: String) { #expect(read(wording).isEmpty) }

  @Test(
    "are refused where a figure or a day is no deadline",
    arguments: [
      "1/3 số thành viên", "2/3 of the members", "trang 15/3", "phòng 30/4", "page 15/3", "room 15/3", "số nhà 15/3",
      "đã hoàn thành ngày 15/3", "completed on 15 March", "was due on 15 March", "valid until 15 June 2024",
      "hết hiệu lực ngày 15/3", "quá hạn từ 15/3", "Giấy phép có giá trị 5 năm kể từ ngày cấp", "giảm 10% mỗi năm",
      "90% trước ngày 30/6", "Quý II 15 hồ sơ", "từ ngày 15/6 đến", "trong vòng 30 ngày làm", "from 15 June to",
      "Mùng 5 hằng tháng",
    ])
  func mentions(wording: String) { #expect(read(wording).isEmpty) }
}
