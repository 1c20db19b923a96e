/// Hand-written tables and what a careful reader makes of them: a column for each period or recipient.
extension Sample {
  static let marks: [Sample] = [
    Sample(
      "quarter marks", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | TT | Nội dung công việc | Đơn vị chủ trì | Thời gian thực hiện | < | < | < | Ghi chú |
        | ^ | ^ | ^ | Quý I | Quý II | Quý III | Quý IV | ^ |
        | 1 | Xây dựng quy chế | Phòng Tổ chức | x |  |  |  |  |
        | 2 | Kiểm tra đơn vị | Thanh tra |  | X | X |  |  |
        | 3 | Hội nghị đối thoại | Văn phòng | x |  |  | x |  |
        | 4 | Trực ban | Văn phòng | x | x | x | x |  |
        | 5 | Việc chưa xếp lịch | Văn phòng |  |  |  |  |  |
        """,
      tasks: """
        1 | Xây dựng | Phòng Tổ chức |  | Quý I
        2 | Kiểm tra | Thanh tra |  | từ Quý II đến Quý III
        3 | Hội nghị | Văn phòng |  | Quý I và Quý IV
        4 | Trực ban | Văn phòng |  | ?
        5 | Việc chưa | Văn phòng |  | ?
        """),
    Sample(
      "quarter marks onehead", years: 2025...2025, leftOut: 0,
      document: """
        Công tác năm 2025
        | STT | Công việc | Phụ trách | Q1 | Q2 | Q3 | Q4 |
        | 1 | Khảo sát | Phòng Kinh doanh | ✓ |  |  |  |
        | 2 | Nghiệm thu | Phòng Kỹ thuật |  |  |  | ✓ |
        """,
      tasks: """
        1 | Khảo sát | Phòng Kinh doanh |  | Quý I
        2 | Nghiệm thu | Phòng Kỹ thuật |  | Quý IV
        """),
    Sample(
      "month marks", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Hoạt động của Trạm y tế năm 2025
        | STT | Hoạt động | Người phụ trách | T1 | T2 | T3 | T4 | T5 | T6 | T7 | T8 | T9 | T10 | T11 | T12 |
        | 1 | Tiêm chủng mở rộng | BS Hà |  |  | x |  |  |  |  |  |  |  |  |  |
        | 2 | Chiến dịch diệt lăng quăng | BS Hà |  |  |  |  | x | x | x |  |  |  |  |  |
        | 3 | Tổng kết năm | Trạm trưởng |  |  |  |  |  |  |  |  |  |  |  | x |
        """,
      tasks: """
        1 | Tiêm | BS Hà |  | Tháng 3
        2 | Chiến dịch | BS Hà |  | từ Tháng 5 đến Tháng 7
        3 | Tổng kết | Trạm trưởng |  | Tháng 12
        """),
    Sample(
      "submissions", years: 2025...2025, leftOut: 0,
      document: """
        CHƯƠNG TRÌNH CÔNG TÁC
        của UBND tỉnh năm 2025
        | STT | Tên đề án, dự án | Cơ quan chủ trì | Thời gian trình | < | < |
        | ^ | ^ | ^ | UBND tỉnh | Ban Thường vụ Tỉnh ủy | HĐND tỉnh |
        | 1 | Đề án thu hút đầu tư | Sở Tài chính | Tháng 3 | Tháng 4 | Tháng 7 |
        | 2 | Quy định mức thu phí | Sở Tài chính | Tháng 9 |  | Tháng 12 |
        """,
      tasks: """
        1 | Đề án | Sở Tài chính |  | UBND tỉnh: Tháng 3; Ban Thường vụ Tỉnh ủy: Tháng 4; HĐND tỉnh: Tháng 7
        2 | Quy định | Sở Tài chính |  | UBND tỉnh: Tháng 9; HĐND tỉnh: Tháng 12
        """),
    Sample(
      "year marks", years: 2021...2025, leftOut: 0,
      document: """
        CHƯƠNG TRÌNH
        Chuyển đổi số giai đoạn 2021-2025
        | STT | Nhiệm vụ | Chủ trì | Lộ trình thực hiện | < | < | < | < |
        | ^ | ^ | ^ | 2021 | 2022 | 2023 | 2024 | 2025 |
        | 1 | Xây dựng nền tảng | Sở Thông tin và Truyền thông | x | x |  |  |  |
        | 2 | Mở rộng | Sở Nội vụ |  |  | x | x | x |
        | 3 | Tổng kết | UBND tỉnh |  |  |  |  | x |
        """,
      tasks: """
        1 | Xây dựng | Sở Thông tin và Truyền thông |  | từ năm 2021 đến năm 2022
        2 | Mở rộng | Sở Nội vụ |  | từ năm 2023 đến năm 2025
        3 | Tổng kết | UBND tỉnh |  | năm 2025
        """),
    Sample(
      "english quarters", years: 2025...2025, leftOut: 1,
      document: """
        Annual plan 2025
        | No | Activities | Responsible | Q1 | Q2 | Q3 | Q4 | Budget (USD) |
        | 1 | Baseline survey | M&E Officer | x |  |  |  | 5000 |
        | 2 | Training | Training Unit |  | x | x |  | 7000 |
        |  | Total |  |  |  |  |  | 12000 |
        """,
      tasks: """
        1 | Baseline | M&E Officer |  | Quý I
        2 | Training | Training Unit |  | từ Quý II đến Quý III
        """),
  ]
}
