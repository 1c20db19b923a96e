/// Hand-written documents and what a careful reader makes of them: headings of their own words, and the lines around
/// tables.
extension Sample {
  static let shapes: [Sample] = [
    Sample(
      "days beside a merged month, and who signs below", years: 2027...2027, leftOut: 1,
      document: """
        XƯỞNG IN SÔNG THAO
        | Tháng | Hạng mục | Tổ/Xưởng | Ngày xong | Đã làm (%) |
        | 3 | Lau trục máy in cuộn | Tổ Máy | 12/03/2027 | 100 |
        | ^ | Thay dao xén | Tổ Thành phẩm | 19/03/2027 | 50 |
        | 5 | Kiểm tra hệ thống điện | Xưởng Cơ điện | Cuối tháng | 0 |
        | ^ | Sơn lại nền kho | Tổ Kho | 04/06/2027 | 0 |
        | 8 | Đại tu máy gấp | Tổ Máy | 27/08/2027 |  |
        | Đốc công: Vi Văn Thắng |  |  |  |  |
        """,
      tasks: """
        v1 | Lau | Tổ Máy |  | 12/03/2027
        v2 | Thay | Tổ Thành phẩm |  | 19/03/2027
        v3 | Kiểm tra | Xưởng Cơ điện |  | Cuối tháng 5
        v4 | Sơn | Tổ Kho |  | ?
        v5 | Đại tu | Tổ Máy |  | 27/08/2027
        """),
    Sample(
      "a column of codes that is called after the tasks", years: 2027...2027, leftOut: 0,
      document: """
        KHUNG HOẠT ĐỘNG NĂM 2027
        | Mã hoạt động | Kết quả mong đợi | Hoạt động | Chịu trách nhiệm | Thời gian |
        | R1.1 | Rừng được phục hồi | Trồng dặm 12 ha rừng ngập mặn | Trạm Kiểm lâm | Tháng 6/2027 |
        | R1.2 | Rừng được phục hồi | Cắm biển báo ranh giới | UBND xã | 30/4/2027 |
        | R2.1 | Sinh kế ổn định | Cấp giống ong cho hộ nghèo | Hội Nông dân xã | Quý III |
        """,
      tasks: """
        R1.1 | Trồng dặm | Trạm Kiểm lâm |  | Tháng 6/2027
        R1.2 | Cắm biển | UBND xã |  | 30/4/2027
        R2.1 | Cấp giống | Hội Nông dân xã |  | Quý III
        """),
    Sample(
      "codes below the heading of the tasks", years: 2027...2027, leftOut: 0,
      document: """
        | Công việc | Diễn giải | Người làm | Hạn |
        | KT-01 | Khóa sổ kế toán năm trước | Kế toán | 31/01/2027 |
        | KT-02 | Nộp báo cáo tài chính lên cấp trên | Kế toán | 15/02/2027 |
        | TH-01 | Sắp xếp lại kho lưu trữ | Văn thư | Tháng 3/2027 |
        """,
      tasks: """
        KT-01 | Khóa sổ | Kế toán |  | 31/01/2027
        KT-02 | Nộp báo cáo | Kế toán |  | 15/02/2027
        TH-01 | Sắp xếp | Văn thư |  | Tháng 3/2027
        """),
    Sample(
      "those who help, and those who are helped", years: 2027...2027, leftOut: 0,
      document: """
        Những việc phải làm trong quý II năm 2027
        | Mốc | Người đứng ra | Người phụ thêm | Đơn vị được hỗ trợ | Việc |
        | 10/4/2027 | Bà Lò Thị Mai | Tổ bảo vệ | Trường Mầm non Hoa Ban | Sửa hàng rào |
        | Tháng 5/2027 | Ban quản lý chợ |  | Phòng Y tế | Phun khử khuẩn khu hàng tươi |
        | 20/6/2027 | Ông Hà Văn Sức | Kỹ thuật điện | UBND xã | Thay bóng đèn lối thoát |
        """,
      tasks: """
        v1 | Sửa | Bà Lò Thị Mai | Tổ bảo vệ | 10/4/2027
        v2 | Phun | Ban quản lý chợ |  | Tháng 5/2027
        v3 | Thay | Ông Hà Văn Sức | Kỹ thuật điện | 20/6/2027
        """),
    Sample(
      "twelve numbers are the months, and sections stand in letters", years: 2027...2027, leftOut: 0,
      document: """
        LỊCH SỬA CHỮA DỰ KIẾN
        | Ký hiệu | Phần việc | Đội thi công | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 |
        | K1 | Nạo vét kênh N3 | Đội Thủy nông |  | x | x |  |  |  |  |  |  |  |  |  |
        | K2 | Thay cánh cống | Tổ Cơ khí |  |  |  |  |  |  |  |  |  |  | x |  |
        """,
      tasks: """
        K1 | Nạo vét | Đội Thủy nông |  | từ Tháng 2 đến Tháng 3
        K2 | Thay | Tổ Cơ khí |  | Tháng 11
        """),
    Sample(
      "tasks that are said to be given", years: 2027...2027, leftOut: 0,
      document: """
        BẢNG KIỂM ĐIỂM CÔNG VIỆC
        | TT | Công việc được phân công | Tình trạng | Viên chức đảm nhận | Kỳ hạn |
        | 1 | Biên mục sách tiếng Chăm | ⏳ chậm | Đàng Thị Hoa | 30/9/2027 |
        | 2 | Đóng bìa báo cũ | Hoàn thành | Tổ Bảo quản | Quý III/2027 |
        """,
      tasks: """
        1 | Biên mục | Đàng Thị Hoa |  | 30/9/2027
        2 | Đóng bìa | Tổ Bảo quản |  | Quý III/2027
        """),
    Sample(
      "prose below steps, in stages and after events", years: 2027...2027, leftOut: 0,
      document: """
        LỘ TRÌNH
        Tổ chức Hội thi năm 2027
        II. Các bước tiến hành
        Giai đoạn từ tháng 3 đến tháng 5/2027: Phòng Văn nghệ chủ trì, phối hợp với Đoàn trường tổ chức vòng loại.
        Sau khi kết thúc hội thi 15 ngày: Văn phòng báo cáo kết quả về Sở.
        Những phần việc còn lại làm xong trong quý IV/2027.
        Các khó khăn trong quý I năm 2027 đã được tháo gỡ.
        III. Bảo đảm
        Nước uống hằng ngày do bếp ăn chuẩn bị.
        Phòng Y tế bố trí xe cấp cứu khi có yêu cầu.
        Phòng Y tế túc trực ngày đêm khi có yêu cầu.
        Phòng Quản trị khơi rãnh sân trường, xong trước mùa mưa (tháng 8/2027).
        Đài Truyền thanh cung cấp tin bài hằng ngày.
        """,
      tasks: """
        LV.M1.1 | Phòng Văn nghệ | Phòng Văn nghệ | Đoàn trường | từ tháng 3 đến tháng 5/2027
        LV.M1.2 | Văn phòng | Văn phòng |  | 15 ngày sau khi kết thúc hội thi
        LV.M1.3 | Những phần việc |  |  | trong quý IV/2027
        LV.M2.1 | Phòng Y tế | Phòng Y tế |  | khi có yêu cầu
        LV.M2.2 | Đài Truyền thanh | Đài Truyền thanh |  | hằng ngày
        """),
  ]
}
