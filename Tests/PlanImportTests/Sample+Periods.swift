/// Hand-written tables and what a careful reader makes of them: months and weeks above, beside and around the rows.
extension Sample {
  static let periods: [Sample] = [
    Sample(
      "weeks in months", years: 2026...2026, leftOut: 0,
      document: """
        LỊCH CÔNG TÁC
        năm 2026
        | Ngày | Giờ | Nội dung | Chủ trì | Địa điểm |
        | Tháng 8/2026 | < | < | < | < |
        | Tuần 1 | < | < | < | < |
        | 03/8 | 8h00 | Giao ban | Chủ tịch | Phòng họp 1 |
        | ^ | 14h30 | Tiếp dân | Phó Chủ tịch | Trụ sở |
        | Tuần 2 | < | < | < | < |
        |  |  | Nộp báo cáo tháng | Văn phòng |  |
        | Tháng 9/2026 | < | < | < | < |
        | 7 | 9h00 | Khai giảng | Chủ tịch | Trường THCS |
        """,
      tasks: """
        M2.v1 | Giao ban | Chủ tịch |  | 8h00 03/8
        M2.v2 | Tiếp dân | Phó Chủ tịch |  | 14h30 03/8
        M3.v1 | Nộp báo cáo | Văn phòng |  | tuần 2 tháng 8/2026
        M4.v1 | Khai giảng | Chủ tịch |  | 9h00 ngày 7/9/2026
        """),
    Sample(
      "a month for its rows", years: 2026...2026, leftOut: 0,
      document: """
        KẾ HOẠCH
        Hoạt động năm 2026
        | Tháng | STT | Hoạt động | Phụ trách | Thời gian |
        | 01/2026 | 1 | Tết sum vầy | Công đoàn | 25 |
        | ^ | 2 | Hội nghị cán bộ | Ban Giám đốc |  |
        | 3/2026 | 3 | Hội thi nấu ăn | Công đoàn | 06-08 |
        | ^ | 4 | Về nguồn | Đoàn Thanh niên | 20-22/3/2026 |
        | ^ | 5 | Hiến máu | Đoàn Thanh niên | Cuối tháng |
        | Cả năm | 6 | Thăm hội viên | Công đoàn |  |
        """,
      tasks: """
        1 | Tết | Công đoàn |  | ngày 25/1/2026
        2 | Hội nghị | Ban Giám đốc |  | 01/2026
        3 | Hội thi | Công đoàn |  | ngày 06-08/3/2026
        4 | Về nguồn | Đoàn Thanh niên |  | 20-22/3/2026
        5 | Hiến máu | Đoàn Thanh niên |  | cuối tháng 3/2026
        6 | Thăm | Công đoàn |  | Cả năm
        """),
    Sample(
      "months above lettered parts", years: 2026...2026, leftOut: 0,
      document: """
        CHƯƠNG TRÌNH CÔNG TÁC
        năm 2026
        | TT | Tên đề án | Cơ quan soạn thảo | Ngày trình |
        | THÁNG 4 | < | < | < |
        | A | Trình Tỉnh ủy | < | < |
        | 1 | Đề án du lịch | Sở Du lịch | Ngày 12 |
        | B | Trình UBND tỉnh | < | < |
        | 2 | Quy chế cảng cá | Sở Nông nghiệp và Môi trường | Trước ngày 20 |
        | 3 | Kế hoạch tuyển sinh | Sở Giáo dục và Đào tạo |  |
        | NHIỆM VỤ THƯỜNG XUYÊN | < | < | < |
        | 4 | Trực cơ quan | Văn phòng | Hằng ngày |
        | 5 | Việc chưa xếp lịch | Văn phòng |  |
        """,
      tasks: """
        M1.A.1 | Đề án | Sở Du lịch |  | ngày 12/4
        M1.B.2 | Quy chế | Sở Nông nghiệp và Môi trường |  | Trước ngày 20/4
        M1.B.3 | Kế hoạch | Sở Giáo dục và Đào tạo |  | THÁNG 4
        M2.4 | Trực | Văn phòng |  | Hằng ngày
        M2.5 | Việc chưa | Văn phòng |  | ?
        """),
    Sample(
      "weeks of the month of the title", years: 2026...2026, leftOut: 0,
      document: """
        KẾ HOẠCH TRỌNG TÂM THÁNG 5/2026
        | TT | Thời gian | Việc | Ai làm |
        |  | Tuần 1 |  |  |
        | 1 | 04/5 | Rà soát hồ sơ | Phòng Nội vụ |
        | 2 |  | Niêm yết phương án | Phòng Nội vụ |
        |  | Tuần 4 (25/5 - 29/5) |  |  |
        | 3 |  | Báo cáo tháng | Phòng Nội vụ |
        """,
      tasks: """
        M1.1 | Rà soát | Phòng Nội vụ |  | 04/5
        M1.2 | Niêm yết | Phòng Nội vụ |  | tuần 1 tháng 5/2026
        M2.3 | Báo cáo | Phòng Nội vụ |  | 25/5 - 29/5
        """),
    Sample(
      "a day in brackets", years: 2026...2026, leftOut: 0,
      document: """
        Kết luận họp năm 2026
        | TT | Việc | Đầu mối | Hạn |
        | 1 | Trả lời cử tri | Thanh tra Sở | Thứ Sáu tuần này (10/4/2026) |
        | 2 | Mua xe | Văn phòng | Tuần này (sẽ báo) |
        """,
      tasks: """
        1 | Trả lời | Thanh tra Sở |  | 10/4/2026
        2 | Mua | Văn phòng |  | ?
        """),
    Sample(
      "months before days", years: 2026...2026, leftOut: 0,
      document: """
        Project plan 2026
        | ID | Task | Owner | Start date | End date |
        | 1 | Survey | IT Department | 1/5/2026 | 1/9/2026 |
        | 2 | Design | IT Department | 2/2/2026 | 2/28/2026 |
        """,
      tasks: """
        1 | Survey | IT Department |  | từ 05/01/2026 đến 09/01/2026
        2 | Design | IT Department |  | từ 02/02/2026 đến 28/02/2026
        """),
    Sample(
      "nobody can tell days from months", years: 2026...2026, leftOut: 0,
      document: """
        KẾ HOẠCH
        Kiểm tra năm 2026
        | TT | Nội dung | Đơn vị chủ trì | Thời hạn |
        | 1 | Kiểm tra bếp ăn | Phòng Y tế | 3/4/2026 |
        | 2 | Kiểm tra chợ | Phòng Kinh tế | 5/6/2026 |
        | 3 | Tổng hợp | Văn phòng | Hằng quý |
        | 4 | Sơ kết | Văn phòng | 7/7/2026 |
        """,
      tasks: """
        1 | Kiểm tra bếp | Phòng Y tế |  | ?
        2 | Kiểm tra chợ | Phòng Kinh tế |  | ?
        3 | Tổng hợp | Văn phòng |  | Hằng quý
        4 | Sơ kết | Văn phòng |  | 7/7/2026
        """),
    Sample(
      "zeros and words tell days from months", years: 2026...2026, leftOut: 0,
      document: """
        KẾ HOẠCH
        Kiểm tra năm 2026
        Phụ lục 1
        | TT | Nội dung | Đơn vị chủ trì | Thời hạn |
        | 1 | Kiểm tra bếp ăn | Phòng Y tế | 03/4/2026 |
        | 2 | Kiểm tra chợ | Phòng Kinh tế | 5/6/2026 |

        Phụ lục 2
        | TT | Nội dung | Đơn vị chủ trì | Thời hạn |
        | 3 | Kiểm tra bến xe | Phòng Kinh tế | Trước ngày 6/5/2026 |
        | 4 | Kiểm tra kho | Phòng Kinh tế | 4/8/2026 |

        Phụ lục 3
        | TT | Nội dung | Đơn vị chủ trì | Bắt đầu | Kết thúc |
        | 5 | Kiểm tra mỏ đá | Phòng Kinh tế | 3/11/2026 | 4/2/2026 |
        | 6 | Kiểm tra cảng | Phòng Kinh tế | 5/6/2026 | 7/8/2026 |
        """,
      tasks: """
        1 | Kiểm tra bếp | Phòng Y tế |  | 03/4/2026
        2 | Kiểm tra chợ | Phòng Kinh tế |  | 5/6/2026
        3 | Kiểm tra bến | Phòng Kinh tế |  | Trước ngày 6/5/2026
        4 | Kiểm tra kho | Phòng Kinh tế |  | 4/8/2026
        5 | Kiểm tra mỏ | Phòng Kinh tế |  | từ 11/03/2026 đến 02/04/2026
        6 | Kiểm tra cảng | Phòng Kinh tế |  | từ 06/05/2026 đến 08/07/2026
        """),
  ]
}
