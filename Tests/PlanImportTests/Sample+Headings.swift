/// Hand-written tables and what a careful reader makes of them: headings of many wordings and shapes.
extension Sample {
  static let headings: [Sample] = [
    Sample(
      "merged heading", years: 2025...2025, leftOut: 1,
      document: """
        KẾ HOẠCH
        Chuyển đổi số năm 2025
        | STT | Nội dung nhiệm vụ | Cơ quan thực hiện | < | Thời gian | Kinh phí (triệu đồng) | Ghi chú |
        | ^ | ^ | Chủ trì | Phối hợp | ^ | ^ | ^ |
        | (1) | (2) | (3) | (4) | (5) | (6) | (7) |
        | 1 | Nâng cấp cổng dịch vụ công | Sở Khoa học và Công nghệ | Sở Tài chính, Sở Nội vụ | Quý II/2025 | 1.500 |  |
        | 2 | Đào tạo kỹ năng số | Sở Nội vụ |  | Trong năm 2025 | 200 | Nguồn sự nghiệp |
        |  | Tổng cộng | < | < | < | 1.700 |  |
        """,
      tasks: """
        1 | Nâng cấp | Sở Khoa học và Công nghệ | Sở Tài chính; Sở Nội vụ | Quý II/2025
        2 | Đào tạo | Sở Nội vụ |  | Trong năm 2025
        """),
    Sample(
      "start end merged", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Triển khai phần mềm năm 2025
        | STT | Công việc | Đơn vị thực hiện | Thời gian thực hiện | < |
        | ^ | ^ | ^ | Bắt đầu | Hoàn thành |
        | 1 | Khảo sát yêu cầu | Phòng CNTT | 01/02/2025 | 28/02/2025 |
        | 2 | Nghiệm thu | Phòng CNTT | 01/06/2025 | 30/06/2025 |
        """,
      tasks: """
        1 | Khảo sát | Phòng CNTT |  | Từ 01/02/2025 đến 28/02/2025
        2 | Nghiệm thu | Phòng CNTT |  | Từ 01/06/2025 đến 30/06/2025
        """),
    Sample(
      "no stt", years: 2025...2025, leftOut: 0,
      document: """
        Phân công nhiệm vụ quý I năm 2025
        | Nội dung | Người thực hiện | Hạn |
        | Soạn tờ trình | Chị Lan | 15/2/2025 |
        | Trình ký | Anh Minh | 20/02/2025 |
        | Lưu trữ hồ sơ | Văn thư | Tháng 3/2025 |
        """,
      tasks: """
        v1 | Soạn | Chị Lan |  | 15/2/2025
        v2 | Trình ký | Anh Minh |  | 20/02/2025
        v3 | Lưu trữ | Văn thư |  | Tháng 3/2025
        """),
    Sample(
      "english", years: 2025...2025, leftOut: 0,
      document: """
        ACTION PLAN 2025
        | No. | Activity | Lead agency | Supporting agencies | Output | Deadline |
        | A | Institutional reform | < | < | < | < |
        | 1 | Issue the annual plan | Ministry of Justice | Office of the Government | Plan | Q1 2025 |
        | 2 | Review of regulations | Legal Department | All departments | Report | By 30 June 2025 |
        | B | Digital services | < | < | < | < |
        | 1 | Upgrade the portal | IT Department |  | System | within 2025 |
        """,
      tasks: """
        A.1 | Issue | Ministry of Justice | Office of the Government | Q1 2025
        A.2 | Review | Legal Department | All departments | By 30 June 2025
        B.1 | Upgrade | IT Department |  | within 2025
        """),
    Sample(
      "bilingual", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Dự án hỗ trợ kỹ thuật năm 2025
        | STT / No. | Hoạt động / Activity | Đơn vị chủ trì / Lead | Thời hạn / Deadline |
        | 1 | Hội thảo khởi động | Ban Quản lý dự án | 15/3/2025 |
        | 2 | Báo cáo giữa kỳ | Ban Quản lý dự án | 30/6/2025 |
        """,
      tasks: """
        1 | Hội thảo | Ban Quản lý dự án |  | 15/3/2025
        2 | Báo cáo | Ban Quản lý dự án |  | 30/6/2025
        """),
    Sample(
      "company", years: 2025...2025, leftOut: 0,
      document: """
        Kế hoạch hành động 2025
        | # | Hạng mục | PIC | Deadline | Trạng thái |
        | 1 | Ký hợp đồng thuê kho | Phòng Hành chính Nhân sự | 31/03/2025 | Đang làm |
        | 2 | Kiểm toán nội bộ | Ban Kiểm soát | Q3/2025 | Chưa |
        | 3 | Đào tạo an toàn | HSE | hằng quý | Chưa |
        """,
      tasks: """
        1 | Ký | Phòng Hành chính Nhân sự |  | 31/03/2025
        2 | Kiểm toán | Ban Kiểm soát |  | Q3/2025
        3 | Đào tạo | HSE |  | hằng quý
        """),
    Sample(
      "reports", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Báo cáo năm 2025
        | STT | Tên báo cáo | Đơn vị thực hiện | Nơi nhận | Thời hạn gửi |
        | 1 | Báo cáo cải cách hành chính | Văn phòng | Sở Nội vụ | Hằng quý, trước ngày 17 tháng cuối quý |
        | 2 | Báo cáo tổng kết năm | Văn phòng | UBND tỉnh | Trước ngày 10/12/2025 |
        """,
      tasks: """
        1 | Báo cáo cải cách | Văn phòng |  | Hằng quý, trước ngày 17 tháng cuối quý
        2 | Báo cáo tổng kết | Văn phòng |  | Trước ngày 10/12/2025
        """),
    Sample(
      "upper breaks", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Thi đua năm 2025
        | STT | NỘI DUNG⏎CÔNG VIỆC | ĐƠN VỊ⏎CHỦ TRÌ | ĐƠN VỊ⏎PHỐI HỢP | THỜI⏎GIAN |
        | 1 | Phát động thi đua | Công đoàn | Đoàn Thanh niên | Tháng 1/2025 |
        | 2 | Bình xét | Hội đồng thi đua |  | Tháng 12/2025 |
        """,
      tasks: """
        1 | Phát động | Công đoàn | Đoàn Thanh niên | Tháng 1/2025
        2 | Bình xét | Hội đồng thi đua |  | Tháng 12/2025
        """),
    Sample(
      "plain don vi", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | TT | Công việc | Đơn vị | Thời gian | Kết quả |
        | 1 | Mua sắm thiết bị | Phòng Tài vụ | Tháng 4/2025 | Hợp đồng |
        | 2 | Sửa chữa trụ sở | Phòng Quản trị | Quý III/2025 | Biên bản |
        """,
      tasks: """
        1 | Mua sắm | Phòng Tài vụ |  | Tháng 4/2025
        2 | Sửa chữa | Phòng Quản trị |  | Quý III/2025
        """),
    Sample(
      "leader", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025 của Sở Công Thương
        | STT | Nhiệm vụ | Lãnh đạo Sở phụ trách | Đơn vị chủ trì thực hiện | Đơn vị phối hợp thực hiện | Thời gian |
        | 1 | Hội nghị kết nối cung cầu | Phó Giám đốc Nguyễn Văn B | Phòng Quản lý thương mại | Trung tâm Khuyến công | Quý II |
        | 2 | Kiểm tra an toàn thực phẩm | Phó Giám đốc Nguyễn Văn B | Thanh tra Sở |  | Tháng 5 |
        """,
      tasks: """
        1 | Hội nghị | Phòng Quản lý thương mại | Trung tâm Khuyến công | Quý II
        2 | Kiểm tra | Thanh tra Sở |  | Tháng 5
        """),
    Sample(
      "combined", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | TT | Nhiệm vụ | Cơ quan chủ trì, phối hợp | Thời gian |
        | 1 | Sơ kết | Chủ trì: Sở Nội vụ⏎Phối hợp: các sở, ngành | Quý II |
        | 2 | Tổng kết | - Sở Tài chính chủ trì;⏎- Sở Nội vụ, Sở Tư pháp phối hợp | Quý IV |
        """,
      tasks: """
        1 | Sơ kết | Sở Nội vụ | các sở, ngành | Quý II
        2 | Tổng kết | Sở Tài chính | Sở Nội vụ; Sở Tư pháp | Quý IV
        """),
    Sample(
      "deadline first", years: 2025...2025, leftOut: 0,
      document: """
        LỊCH CÔNG TÁC
        Kế hoạch tháng 3 năm 2025
        | Thời gian | Nội dung | Thành phần | Chủ trì | Địa điểm |
        | 05/3/2025 | Họp giao ban | Lãnh đạo các phòng | Giám đốc | Phòng họp số 1 |
        | 10/3/2025 | Kiểm tra kho | Tổ kiểm tra | Phó Giám đốc | Kho A |
        """,
      tasks: """
        v1 | Họp | Giám đốc |  | 05/3/2025
        v2 | Kiểm tra | Phó Giám đốc |  | 10/3/2025
        """),
    Sample(
      "english start end", years: 2025...2025, leftOut: 0,
      document: """
        2025 WORK PLAN
        | ID | Task | Owner | Start date | End date | Status |
        | 1.1 | Draft procurement plan | Procurement Unit | 2025-02-03 | 2025-02-28 | Open |
        | 1.2 | Award contract | Procurement Unit | 2025-03-01 | 2025-05-31 | Open |
        """,
      tasks: """
        1.1 | Draft | Procurement Unit |  | từ 2025-02-03 đến 2025-02-28
        1.2 | Award | Procurement Unit |  | từ 2025-03-01 đến 2025-05-31
        """),
    Sample(
      "txt two headings", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | STT | Nhiệm vụ | Phân công |  | Thời gian |
        |  |  | Chủ trì | Phối hợp |  |
        | 1 | Lập đề án vị trí việc làm | Phòng Nội vụ | Phòng Tài chính | Quý I/2025 |
        | 2 | Tinh giản biên chế | Phòng Nội vụ |  | Quý II/2025 |
        """,
      tasks: """
        1 | Lập | Phòng Nội vụ | Phòng Tài chính | Quý I/2025
        2 | Tinh | Phòng Nội vụ |  | Quý II/2025
        """),
    Sample(
      "md", years: 2025...2025, leftOut: 0,
      document: """
        # Kế hoạch 2025
        | Việc | Ai phụ trách | Hạn chót |
        | Viết báo cáo | Phòng Kế hoạch | 15/03/2025 |
        | Gửi báo cáo | Văn thư | 20/03/2025 |
        """,
      tasks: """
        v1 | Viết | Phòng Kế hoạch |  | 15/03/2025
        v2 | Gửi | Văn thư |  | 20/03/2025
        """),
    Sample(
      "star headings", years: 2025...2025, leftOut: 1,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | TT | Nhiệm vụ (*) | Cơ quan chủ trì (1) | Thời gian hoàn thành (2) | Ghi chú |
        | 1 | Rà soát quy hoạch | Sở Xây dựng | Quý II/2025 | (*) trọng tâm |
        | Tổng số: 01 nhiệm vụ |  |  |  |  |
        """,
      tasks: """
        1 | Rà soát | Sở Xây dựng |  | Quý II/2025
        """),
  ]
}
