/// Hand-written documents and what a careful reader makes of them: shapes that offices use and no form prescribes.
extension Sample {
  static let offices: [Sample] = [
    Sample(
      "a table without headings", years: 2027...2027, leftOut: 0,
      document: """
        PHÂN CÔNG CHUẨN BỊ LỄ KHAI GIẢNG NĂM 2027
        | Trang trí hội trường | Phòng Quản trị | Đoàn Thanh niên | 03/9/2027 |
        | Viết diễn văn | Phòng Hành chính |  | 01/9/2027 |
        | Trông xe | Tổ Bảo vệ |  | Ngày 05/9 |
        | Canh đêm | Tổ Bảo vệ |  | Hằng đêm |
        """,
      tasks: """
        v1 | Trang trí | Phòng Quản trị | Đoàn Thanh niên | 03/9/2027
        v2 | Viết | Phòng Hành chính |  | 01/9/2027
        v3 | Trông xe | Tổ Bảo vệ |  | Ngày 05/9
        v4 | Canh đêm | Tổ Bảo vệ |  | hằng ngày
        """),
    Sample(
      "questions as headings", years: 2027...2027, leftOut: 0,
      document: """
        TRẠM Y TẾ: phân việc tháng 4/2027
        | Làm gì | Ai | Lúc nào | Ghi thêm |
        | Tiêm chủng thường xuyên | Y sĩ Lan | Ngày 10/4 |  |
        | Vệ sinh trạm | Cả trạm | Hằng tuần |  |
        | Báo cáo tháng | Trạm trưởng | 30/4 |  |
        """,
      tasks: """
        v1 | Tiêm | Y sĩ Lan |  | Ngày 10/4
        v2 | Vệ sinh | Cả trạm |  | Hằng tuần
        v3 | Báo cáo | Trạm trưởng |  | 30/4
        """),
    Sample(
      "three rows of headings", years: 2027...2027, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2027
        | STT | Nội dung | Tổ chức thực hiện | < | < |
        | ^ | ^ | Đơn vị | < | Thời hạn |
        | ^ | ^ | Chủ trì | Phối hợp | ^ |
        | 1 | Thẩm định dự thảo | Phòng Xây dựng và kiểm tra văn bản | Các sở | Quý II |
        | 2 | Tập huấn | Phòng Phổ biến giáo dục pháp luật |  | Tháng 8/2027 |
        """,
      tasks: """
        1 | Thẩm định | Phòng Xây dựng và kiểm tra văn bản | Các sở | Quý II
        2 | Tập huấn | Phòng Phổ biến giáo dục pháp luật |  | Tháng 8/2027
        """),
    Sample(
      "two levels of headings without merged cells", years: 2027...2027, leftOut: 0,
      document: """
        KẾ HOẠCH
        Tuyển sinh năm 2027
        | TT | Công việc | Người thực hiện |  | Thời gian |  |
        |  |  | Chính | Hỗ trợ | Từ ngày | Đến ngày |
        | 1 | In tờ rơi | Phòng Đào tạo | Văn phòng | 01/3/2027 | 10/3/2027 |
        | 2 | Tư vấn | Tổ Tuyển sinh |  | 15/3/2027 | 30/4/2027 |
        """,
      tasks: """
        1 | In tờ rơi | Phòng Đào tạo | Văn phòng | từ 01/3/2027 đến 10/3/2027
        2 | Tư vấn | Tổ Tuyển sinh |  | từ 15/3/2027 đến 30/4/2027
        """),
    Sample(
      "tables below each other on a sheet", years: 2027...2027, leftOut: 0,
      document: """
        SỞ CÔNG THƯƠNG: kế hoạch năm 2027
        | STT | Nhiệm vụ | Đơn vị | Hạn |  |
        | 1 | Kiểm tra chợ | Phòng Thương mại | Quý I |  |
        |  |  |  |  |  |
        | Bảng 2. Theo quý |  |  |  |  |
        | STT | Hoạt động | Đơn vị | Quý III | Quý IV |
        | 1 | Hội chợ | Trung tâm Khuyến công | x | x |
        | 2 | Đề án | Phòng Kế hoạch |  | x |
        |  |  |  |  |  |
        | STT | Đơn vị | Biên chế | Điện thoại |  |
        | 1 | Phòng Thương mại | 8 | 0123 |  |
        | 2 | Phòng Kế hoạch | 6 | 0124 |  |
        |  | CÁN BỘ TỔNG HỢP | Q. GIÁM ĐỐC |  |  |
        |  | ThS. Phạm Thị Hồng | TS. Lê Quang Đạo |  |  |
        """,
      tasks: """
        B1.1 | Kiểm tra | Phòng Thương mại |  | Quý I
        B2.1 | Hội chợ | Trung tâm Khuyến công |  | từ Quý III đến Quý IV
        B2.2 | Đề án | Phòng Kế hoạch |  | Quý IV
        """),
    Sample(
      "names with degrees and ranks below posts", years: 2027...2027, leftOut: 3,
      document: """
        ĐỒN BIÊN PHÒNG: kế hoạch năm 2027
        | TT | Hạng mục | Phụ trách | Bắt đầu | Kết thúc |
        | 1 | Tuần tra chung | Đội Vũ trang | 01/3/2027 | 15/3/2027 |
        |  | LẬP BIỂU |  | CHỈ HUY ĐƠN VỊ |  |
        |  | (Đã ký) |  |  |  |
        |  | Kỹ sư Ngô Bá Lộc |  | BSCKII. Đặng Ngọc Ẩn |  |
        """,
      tasks: """
        1 | Tuần tra | Đội Vũ trang |  | từ 01/3/2027 đến 15/3/2027
        """),
    Sample(
      "weekdays of a week", years: 2027...2027, leftOut: 0,
      document: """
        LỊCH CÔNG TÁC THÁNG 5/2027
        | STT | Việc | Cán bộ | Thời gian |
        | Tuần 1: Từ 03/5 đến 09/5 | < | < | < |
        | 1 | Giao ban | Trưởng phòng | Sáng thứ Hai |
        | 2 | Kiểm tra thư viện | Trưởng phòng | Từ thứ 4 đến thứ 5 |
        | Tuần 2 (10/5 - 16/5) | < | < | < |
        | 3 | Chấm sáng kiến | Hội đồng khoa học | Cả tuần |
        | 4 | Nộp báo cáo | Các trường | Trước thứ Sáu |
        | 5 | Dự giờ | Ban Giám hiệu | Cuối tuần |
        | Tuần 3 | < | < | < |
        | 6 | Tổng vệ sinh | Các lớp | Thứ Bảy |
        """,
      tasks: """
        M1.1 | Giao ban | Trưởng phòng |  | Sáng 3/5/2027
        M1.2 | Kiểm tra | Trưởng phòng |  | Từ 5/5/2027 đến 6/5/2027
        M2.3 | Chấm | Hội đồng khoa học |  | 10/5 - 16/5
        M2.4 | Nộp | Các trường |  | Trước 14/5/2027
        M2.5 | Dự giờ | Ban Giám hiệu |  | ?
        M3.6 | Tổng vệ sinh | Các lớp |  | ?
        """),
    Sample(
      "parts of a month", years: 2027...2027, leftOut: 0,
      document: """
        TRƯỜNG MẦM NON: kế hoạch năm 2027
        | TT | Nội dung | Người thực hiện | Thời gian |
        | THÁNG 8/2027 (Chủ điểm: Chuẩn bị năm học mới) | < | < | < |
        | 1 | Tu sửa phòng lớp | Tổ bảo vệ | Từ 10 đến 20 |
        | 2 | Họp phụ huynh | Các lớp | Cả tháng |
        | Tháng 9/2027: Ngày hội đến trường | < | < | < |
        | 3 | Thao giảng | Tổ chuyên môn | Tuần cuối tháng |
        | 4 | Báo cáo | Văn phòng | Trước ngày 25 hằng tháng |
        """,
      tasks: """
        M1.1 | Tu sửa | Tổ bảo vệ |  | Từ 10 đến 20/8/2027
        M1.2 | Họp | Các lớp |  | tháng 8/2027
        M2.3 | Thao giảng | Tổ chuyên môn |  | Tuần cuối tháng 9/2027
        M2.4 | Báo cáo | Văn phòng |  | Trước ngày 25 hằng tháng
        """),
    Sample(
      "days as headings", years: 2027...2027, leftOut: 0,
      document: """
        LỊCH CÔNG TÁC TUẦN năm 2027
        | Giờ | Nội dung | Chủ trì |
        | Thứ Hai, ngày 10/5/2027 | < | < |
        | 8h00 | Họp Ban Thường vụ | Bí thư |
        | Chiều | Tiếp xúc cử tri | Phó Bí thư |
        | Thứ Ba (11/5) | < | < |
        | 7h30 | Dự hội nghị | Chủ tịch |
        """,
      tasks: """
        M1.v1 | Họp | Bí thư |  | 8h00 ngày 10/5/2027
        M1.v2 | Tiếp | Phó Bí thư |  | Chiều ngày 10/5/2027
        M2.v1 | Dự | Chủ tịch |  | 7h30 ngày 11/5
        """),
    Sample(
      "columns for quarter, month and days", years: 2027...2027, leftOut: 0,
      document: """
        KẾ HOẠCH
        Năm 2027
        | Quý | Tháng | Từ ngày | Đến ngày | Nội dung | Đơn vị |
        | I | 1 | 05 | 10 | Thăm gia đình chính sách | Phòng Người có công |
        | II | 4-5 |  |  | Điều tra hộ nghèo | Phòng Bảo trợ xã hội |
        """,
      tasks: """
        v1 | Thăm | Phòng Người có công |  | từ 05 đến 10/1
        v2 | Điều tra | Phòng Bảo trợ xã hội |  | Tháng 4-5
        """),
    Sample(
      "who leads and who helps in one cell", years: 2027...2027, leftOut: 0,
      document: """
        KẾ HOẠCH
        Năm 2027
        | STT | Nhiệm vụ | Cơ quan thực hiện | Thời gian |
        | 1 | Rà soát dữ liệu | Sở Y tế (chủ trì); Công an tỉnh, Sở Tư pháp (phối hợp) | Quý I |
        | 2 | Cấp phát quà | Bưu điện tỉnh cùng các đơn vị liên quan | Quý I |
        | 3 | Truyền thông | Công an tỉnh phối hợp Hội LHPN, Tỉnh đoàn | Quý I |
        | 4 | Diễn tập | CT: Ban Chỉ huy⏎PH: Đội xung kích | Quý I |
        | 5 | Trồng rừng | Hạt Kiểm lâm; UBND các xã phối hợp | Quý I |
        | 6 | Gác đèn | Đội Hải đăng, có sự phối hợp của Đồn Biên phòng | Quý I |
        | 7 | Nâng cấp đường | Ban Quản lý dự án đầu tư xây dựng các công trình giao thông | Quý I |
        | 8 | Giám sát dịch | Khoa Kiểm soát bệnh tật, HIV/AIDS | Quý I |
        | 9 | Chấm điểm | Ban Tổ chức - Kiểm tra | Quý I |
        | 10 | Đào tạo | Phòng Tổ chức - Hành chính - Tổng hợp | Quý I |
        | 11 | Lắp cáp | Phòng Bưu chính, Viễn thông | Quý I |
        | 12 | Dọn kho | 1. Phòng Hậu cần⏎2. Phòng Quản trị | Quý I |
        """,
      tasks: """
        1 | Rà soát | Sở Y tế | Công an tỉnh; Sở Tư pháp | Quý I
        2 | Cấp phát | Bưu điện tỉnh | các đơn vị liên quan | Quý I
        3 | Truyền thông | Công an tỉnh | Hội LHPN; Tỉnh đoàn | Quý I
        4 | Diễn tập | Ban Chỉ huy | Đội xung kích | Quý I
        5 | Trồng rừng | Hạt Kiểm lâm | UBND các xã | Quý I
        6 | Gác đèn | Đội Hải đăng | Đồn Biên phòng | Quý I
        7 | Nâng cấp | Ban Quản lý dự án đầu tư xây dựng các công trình giao thông |  | Quý I
        8 | Giám sát | Khoa Kiểm soát bệnh tật, HIV/AIDS |  | Quý I
        9 | Chấm điểm | Ban Tổ chức - Kiểm tra |  | Quý I
        10 | Đào tạo | Phòng Tổ chức - Hành chính - Tổng hợp |  | Quý I
        11 | Lắp cáp | Phòng Bưu chính, Viễn thông |  | Quý I
        12 | Dọn kho | Phòng Hậu cần; Phòng Quản trị |  | Quý I
        """),
    Sample(
      "deadlines in short", years: 2027...2027, leftOut: 0,
      document: """
        KẾ HOẠCH
        Năm 2027
        | STT | Nhiệm vụ | Chủ trì | Thời gian |
        | 1 | Duy tu cầu | Ban Bảo trì | T5-T8 |
        | 2 | Bàn giao nhà | Ban Bảo trì | Trước Ngày Quốc khánh 02/9 |
        | 3 | Trả lời cử tri | Văn phòng | Sau kỳ họp HĐND 15 ngày |
        | 4 | Trình bảng giá | Văn phòng | Kỳ họp giữa năm của HĐND tỉnh |
        | 5 | Thanh lý | Văn phòng | Chờ ý kiến Cục trưởng |
        | 6 | Kiểm kê | Văn phòng | 20/5/27 |
        | 7 | Phát quà | Văn phòng | Tết Trung thu |
        | 8 | Nghỉ lễ | Văn phòng | Tết Dương lịch |
        | 9 | Trực | Văn phòng | T2-T6 |
        """,
      tasks: """
        1 | Duy tu | Ban Bảo trì |  | tháng 5 - tháng 8
        2 | Bàn giao | Ban Bảo trì |  | Trước ngày 02/9
        3 | Trả lời | Văn phòng |  | 15 ngày sau kỳ họp HĐND
        4 | Trình | Văn phòng |  | tại kỳ họp giữa năm của HĐND tỉnh
        5 | Thanh lý | Văn phòng |  | sau khi có ý kiến Cục trưởng
        6 | Kiểm kê | Văn phòng |  | 20/5/2027
        7 | Phát quà | Văn phòng |  | ngày 15/8 âm lịch
        8 | Nghỉ lễ | Văn phòng |  | ?
        9 | Trực | Văn phòng |  | ?
        """),
    Sample(
      "prose below headings, days and hours", years: 2027...2027, leftOut: 0,
      document: """
        KẾ HOẠCH
        Tổ chức Ngày hội năm 2027
        II. PHÂN CÔNG
        1. Giao Sở Tài chính bố trí kinh phí trong quý II/2027.
        2. Sở Nông nghiệp và Môi trường hướng dẫn các làng xử lý rác; báo cáo kết quả trước ngày 15/11/2027.
        3. Công an tỉnh chủ trì, phối hợp Bộ đội Biên phòng bảo đảm an ninh; hoàn thành phương án trong tháng 4/2027.
        4. Đề nghị Ủy ban MTTQ Việt Nam tỉnh vận động Nhân dân giữ gìn nhà rông.
        III. TIẾN ĐỘ
        - Tháng 9/2027: Ban Tuyên giáo sưu tầm tư liệu.
        - Tháng 12/2027: tổng kết, khen thưởng (Văn phòng Đảng ủy chủ trì).
        Thứ Hai, ngày 22/3:
        - 8h00: Thường trực Đảng ủy họp giao ban.
        - Chiều: Ban Xây dựng Đảng kiểm tra Chi bộ 7.
        Tuần từ 05/4 đến 11/4/2027
        """,
      tasks: """
        LV.M1.1 | Giao Sở Tài chính | Sở Tài chính |  | trong quý II/2027
        LV.M1.2 | Sở Nông nghiệp và Môi trường hướng dẫn | Sở Nông nghiệp và Môi trường |  | trước ngày 15/11/2027
        LV.M1.3 | Công an tỉnh chủ trì | Công an tỉnh | Bộ đội Biên phòng | trong tháng 4/2027
        LV.M2.1 | Ban Tuyên giáo | Ban Tuyên giáo |  | Tháng 9/2027
        LV.M2.2 | Tổng kết | Văn phòng Đảng ủy |  | Tháng 12/2027
        LV.M2.3 | Thường trực Đảng ủy | Thường trực Đảng ủy |  | 8h00 ngày 22/3
        LV.M2.4 | Ban Xây dựng Đảng | Ban Xây dựng Đảng |  | Chiều ngày 22/3
        """),
    Sample(
      "a table below a numbered heading", years: 2027...2027, leftOut: 0,
      document: """
        KẾ HOẠCH
        Phát triển du lịch năm 2027
        III. DANH MỤC LÀNG ĐẦU TƯ TRONG NĂM
        | STT | Nội dung | Đơn vị | Thời hạn |
        | 1 | Sửa nhà rông | UBND phường Hoa Lư | Tháng 6/2027 |
        """,
      tasks: """
        III.1 | Sửa nhà rông | UBND phường Hoa Lư |  | Tháng 6/2027
        """),
  ]
}
