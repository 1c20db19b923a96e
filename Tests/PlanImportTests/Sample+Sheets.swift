/// Hand-written tables and what a careful reader makes of them: whole sheets in which several things come together.
extension Sample {
  static let sheets: [Sample] = [
    Sample(
      "school year", years: 2026...2027, leftOut: 1,
      document: """
        KẾ HOẠCH
        Năm học 2026-2027
        | TT | Nội dung công việc | Bộ phận | < | Hoàn thành trước ngày | % thực hiện |
        | ^ | ^ | Chủ trì | Phối hợp | ^ | ^ |
        | I. HỌC KỲ I | < | < | < | < | < |
        | Tháng 9/2026 | < | < | < | < | < |
        | 1 | Khai giảng | Các trường | Đ/c Hà - Chuyên viên | 5/9/2026 | 100% |
        | 2 | Hội nghị viên chức | BGH; Công đoàn |  | 20 | 50% |
        | 3 | Kiểm tra nền nếp | Tổ kiểm tra |  |  |  |
        | Tháng 10/2026 | < | < | < | < | < |
        | 4 | Hội giảng | Tổ chuyên môn |  | 15-20 | ⏳ |
        | 5 | Họp cha mẹ học sinh | GVCN |  | Tuần 3 |  |
        | II. HỌC KỲ II | < | < | < | < | < |
        | 6 | Thi học sinh giỏi | Tổ Tự nhiên |  | Tháng 3/2027 |  |
        | 7 | Việc chưa xếp lịch | BGH |  |  |  |
        |  | Nơi nhận:⏎- Phòng GDĐT. | Người lập⏎Nguyễn Thị Hoa | < | HIỆU TRƯỞNG⏎Trần Văn Nam | < |
        """,
      tasks: """
        I.M1.1 | Khai giảng | Các trường | Đ/c Hà - Chuyên viên | 5/9/2026
        I.M1.2 | Hội nghị | BGH; Công đoàn |  | ngày 20/9/2026
        I.M1.3 | Kiểm tra | Tổ kiểm tra |  | Tháng 9/2026
        I.M2.4 | Hội giảng | Tổ chuyên môn |  | ngày 15-20/10/2026
        I.M2.5 | Họp | GVCN |  | tuần 3 tháng 10/2026
        II.6 | Thi | Tổ Tự nhiên |  | Tháng 3/2027
        II.7 | Việc chưa | BGH |  | ?
        """),
    Sample(
      "inspections", years: 2026...2026, leftOut: 0,
      document: """
        KẾ HOẠCH
        Thanh tra năm 2026
        | Số TT | Tên cuộc thanh tra | Thời kỳ | Thời hạn thanh tra | Thời gian triển khai | Đơn vị chủ trì |
        | 1 | Quản lý đầu tư công | 2023-2025 | 45 ngày | Quý I/2026 | Phòng Nghiệp vụ 1 |
        | 2 | Trách nhiệm người đứng đầu | 2024-2025 | 30 ngày | Quý III/2026 | Phòng Nghiệp vụ 2 |
        """,
      tasks: """
        1 | Quản lý | Phòng Nghiệp vụ 1 |  | Quý I/2026
        2 | Trách nhiệm | Phòng Nghiệp vụ 2 |  | Quý III/2026
        """),
    Sample(
      "hours under the heading of times", years: 2026...2026, leftOut: 0,
      document: """
        LỊCH LÀM VIỆC TUẦN 23 NĂM 2026
        | Thứ/Ngày | Thời gian | Nội dung | Chủ trì |
        | Thứ 2 (01/6) | 07h30 | Chào cờ | Toàn thể CBCC |
        | ^ | 14h00 | Họp giao ban | CT UBND |
        | Thứ 3 (02/6) | 08h00 | Tiếp công dân | PCT UBND |
        | Thứ 4 (03/6) | Cả ngày | Đi cơ sở | CT UBND |
        """,
      tasks: """
        v1 | Chào cờ | Toàn thể CBCC |  | 07h30 Thứ 2 (01/6)
        v2 | Họp | CT UBND |  | 14h00 Thứ 2 (01/6)
        v3 | Tiếp | PCT UBND |  | 08h00 Thứ 3 (02/6)
        v4 | Đi | CT UBND |  | Thứ 4 (03/6)
        """),
    Sample(
      "offices beside their leaders", years: 2026...2026, leftOut: 1,
      document: """
        CHƯƠNG TRÌNH LÀM VIỆC 2026
        | Thời gian | Nội dung | Cơ quan chuẩn bị | Cơ quan thẩm định | Đồng chí phụ trách |
        | QUÝ I | < | < | < | < |
        | Tháng 01 | Nghị quyết năm | Văn phòng Thành ủy |  | Đ/c Bí thư |
        | ^ | Kiểm điểm tập thể | Ban Tổ chức Thành ủy | UBKT Thành ủy | Đ/c Bí thư |
        | QUÝ II | < | < | < | < |
        |  | Giám sát thu ngân sách | UBKT Thành ủy |  |  |
        | Nơi nhận:⏎- Tỉnh ủy. | < | < | T/M BAN THƯỜNG VỤ⏎PHÓ BÍ THƯ⏎Nguyễn Hải Đăng | < |
        """,
      tasks: """
        M1.v1 | Nghị quyết | Văn phòng Thành ủy |  | Tháng 01
        M1.v2 | Kiểm điểm | Ban Tổ chức Thành ủy |  | Tháng 01
        M2.v1 | Giám sát | UBKT Thành ủy |  | QUÝ II
        """),
    Sample(
      "ends without the words of a time", years: 2026...2026, leftOut: 0,
      document: """
        DANH MỤC NHIỆM VỤ NĂM 2026
        | Mã số | Nhóm nhiệm vụ | Nội dung công việc cụ thể | Phân công |  | Mốc |  | Mức độ |
        |  |  |  | Chính | Phối hợp | Từ | Đến |  |
        | NV.01 | Hạ tầng | Nâng cấp trung tâm dữ liệu | TT CNTT | P. KHTC | 01/3/2026 | 30/9/2026 | 🔴 |
        | NV.02 | Hạ tầng | Mở rộng mạng diện rộng | TT CNTT | VNPT | 15/3/2026 | 31/12/2026 | 🟡 |
        | NV.03 | Nhân lực | Đào tạo kỹ năng số | Phòng TCCB | Các đơn vị |  | 30/6/2026 | 🟢 |
        """,
      tasks: """
        NV.01 | Nâng cấp | TT CNTT | P. KHTC | từ 01/3/2026 đến 30/9/2026
        NV.02 | Mở rộng | TT CNTT | VNPT | từ 15/3/2026 đến 31/12/2026
        NV.03 | Đào tạo | Phòng TCCB | Các đơn vị | 30/6/2026
        """),
    Sample(
      "planned and real days", years: 2026...2026, leftOut: 1,
      document: """
        TIẾN ĐỘ ĐẦU TƯ CÔNG 2026
        | STT | Tên công việc | Chủ đầu tư | Kế hoạch | < | Thực tế | < |
        | ^ | ^ | ^ | Bắt đầu | Kết thúc | Bắt đầu | Kết thúc |
        | I | Đường tỉnh 123 | Ban QLDA giao thông |  |  |  |  |
        | 1 | Giải phóng mặt bằng |  | 01/02/2026 | 30/4/2026 | 15/02/2026 |  |
        | 2 | Thi công nền đường |  | 01/5/2026 | 30/11/2026 |  |  |
        | II | Trường THPT chuyên | Ban QLDA dân dụng |  |  |  |  |
        | 1 | Khởi công |  | 10/6/2026 | 20/6/2026 |  |  |
        | Tổng: 03 việc |  |  |  |  |  |  |
        """,
      tasks: """
        I.1 | Giải phóng | Ban QLDA giao thông |  | từ 01/02/2026 đến 30/4/2026
        I.2 | Thi công | Ban QLDA giao thông |  | từ 01/5/2026 đến 30/11/2026
        II.1 | Khởi công | Ban QLDA dân dụng |  | từ 10/6/2026 đến 20/6/2026
        """),
    Sample(
      "phases without numbers", years: 2026...2026, leftOut: 0,
      document: """
        Dự án 2026
        | Hạng mục | Người phụ trách | Bắt đầu | Hạn cuối | Trạng thái |
        | Giai đoạn 1: Chuẩn bị |  |  |  |  |
        | Thuê tư vấn | Anh Tuấn | 2026-03-02 | 2026-03-13 | Xong |
        | Giai đoạn 2: Triển khai |  |  |  |  |
        | Cấu hình hệ thống | Nhóm B | 2026-04-01 | 2026-05-15 |  |
        | Đào tạo người dùng | Chị Hạnh - P. Đào tạo | 2026-05-18 | 2026-05-22 |  |
        """,
      tasks: """
        M1.v1 | Thuê | Anh Tuấn |  | từ 2026-03-02 đến 2026-03-13
        M2.v1 | Cấu hình | Nhóm B |  | từ 2026-04-01 đến 2026-05-15
        M2.v2 | Đào tạo | Chị Hạnh - P. Đào tạo |  | từ 2026-05-18 đến 2026-05-22
        """),
    Sample(
      "objects of an audit lead nothing", years: 2026...2026, leftOut: 0,
      document: """
        KẾ HOẠCH KIỂM TOÁN NĂM 2026
        | STT | Nội dung kiểm toán | Đối tượng | Thời điểm | Trưởng đoàn |
        | 1 | Hoạt động cho vay | Chi nhánh Hà Đông | 3/2026 | Nguyễn Hữu Tài |
        | 2 | An toàn kho quỹ | Chi nhánh Mỹ Đình | 6/2026 | Phạm Thu Hà |
        """,
      tasks: """
        1 | Hoạt động | Nguyễn Hữu Tài |  | 3/2026
        2 | An toàn | Phạm Thu Hà |  | 6/2026
        """),
    Sample(
      "a day below its month", years: 2026...2026, leftOut: 0,
      document: """
        CÔNG VIỆC QUÝ III NĂM 2026
        | Nội dung công việc | Tháng 7 | Tháng 8 | Tháng 9 | Đơn vị thực hiện |
        | Sơ kết 6 tháng | X |  |  | Văn phòng |
        | Tập huấn |  | 20/8 |  | Phòng Văn hóa |
        | Diễn tập |  |  | 15 | Phòng Kinh tế |
        | Lập dự toán | X | X |  | Phòng Kinh tế |
        | Kiểm kê | X |  |  | Văn phòng |
        """,
      tasks: """
        v1 | Sơ kết | Văn phòng |  | Tháng 7
        v2 | Tập huấn | Phòng Văn hóa |  | 20/8
        v3 | Diễn tập | Phòng Kinh tế |  | ngày 15/9
        v4 | Lập | Phòng Kinh tế |  | từ Tháng 7 đến Tháng 8
        v5 | Kiểm kê | Văn phòng |  | Tháng 7
        """),
    Sample(
      "subjects of supervision", years: 2026...2026, leftOut: 1,
      document: """
        KẾ HOẠCH
        Giám sát năm 2026
        | STT | Chuyên đề giám sát | Đơn vị chịu sự giám sát | Thời gian tiến hành |
        | 1 | Tiếp công dân | UBND các xã | Quý II/2026 |
        | 2 | Thi hành án dân sự | Chi cục THADS | 8/2026 |
        | * Các đơn vị gửi báo cáo trước ngày 20 tháng cuối quý. | < | < | < |
        """,
      tasks: """
        LV.1 | Các đơn vị gửi | Các đơn vị |  | trước ngày 20 tháng cuối quý
        1 | Tiếp |  |  | Quý II/2026
        2 | Thi hành |  |  | 8/2026
        """),
    Sample(
      "sentences of an order", years: 2026...2026, leftOut: 0,
      document: """
        THÔNG BÁO
        Kế hoạch năm 2026
        1. Sở Xây dựng khẩn trương hoàn thiện hồ sơ, báo cáo UBND tỉnh trước ngày 20/3/2026.
        2. Giao Sở Tài chính phối hợp các sở liên quan tham mưu phân bổ vốn; thời hạn: 25/3/2026.
        3. Từ nay đến 30/6/2026, UBND các huyện rà soát nhà tạm, nhà dột nát.
        4. Công an tỉnh tăng cường tuần tra dịp lễ 30/4 và 01/5.
        5. Các sở báo cáo kết quả trước ngày 20 hằng tháng và trước ngày 15/12/2026 đối với báo cáo năm.
        """,
      tasks: """
        LV.1 | Sở Xây dựng | Sở Xây dựng |  | trước ngày 20/3/2026
        LV.2 | Giao Sở Tài chính | Sở Tài chính |  | 25/3/2026
        LV.3 | Từ nay | UBND các huyện |  | Từ nay đến 30/6/2026
        LV.4 | Các sở | Các sở |  | trước ngày 20 hằng tháng; báo cáo năm: trước ngày 15/12/2026
        """),
    Sample(
      "lines below a task", years: 2026...2026, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác pháp chế năm 2026
        1. Rà soát văn bản quy phạm pháp luật
        - Đơn vị chủ trì: Phòng Pháp chế.
        - Đơn vị phối hợp: Các phòng chuyên môn.
        - Thời gian thực hiện: Quý II/2026.
        2. Tổ chức tập huấn nghiệp vụ
        - Thời gian hoàn thành: trước ngày 30/9/2026.
        - Chủ trì: Phòng Pháp chế
        3. Công tác thi đua
        a) Phát động phong trào
        Thời gian: sẽ thông báo sau
        """,
      tasks: """
        LV.1 | Rà soát | Phòng Pháp chế | Các phòng chuyên môn | Quý II/2026
        LV.2 | Tổ chức | Phòng Pháp chế |  | trước ngày 30/9/2026
        LV.M1.1 | Phát động |  |  | ?
        """),
  ]
}
