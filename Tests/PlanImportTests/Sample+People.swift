/// Hand-written plans and what a careful reader makes of them: shortened offices, people with their posts, and prose.
extension Sample {
  static let people: [Sample] = [
    Sample(
      "shortened offices", years: 2026...2026, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2026
        | TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian |
        | 1 | Việc một | Sở LĐ, TB và XH | Sở VH, TT và DL, Sở Y tế; Bộ NN và PTNT | Quý I |
        | 2 | Việc hai | P. KHTH | TT. Y tế huyện, P. TCKT | Quý II |
        | 3 | Việc ba | Phòng KH-TC | Phòng LĐ - TBXH; BV. Đa khoa | Quý III |
        | 4 | Việc bốn | Phòng Kế hoạch tổng hợp | Tổ kiểm tra nội bộ | Quý IV |
        | 5 | Việc năm | Đoàn giám sát; Đội kiểm tra trật tự đô thị | Cả phòng | Quý IV |
        | 6 | Việc sáu | UBND huyện, HĐND huyện | Công an xã, Ban Chỉ huy Quân sự xã | Quý IV |
        """,
      tasks: """
        1 | Việc | Sở LĐ, TB và XH | Sở VH, TT và DL; Sở Y tế; Bộ NN và PTNT | Quý I
        2 | Việc | Phòng Kế hoạch tổng hợp | TT. Y tế huyện; P. TCKT | Quý II
        3 | Việc | Phòng KH-TC | Phòng LĐ - TBXH; BV. Đa khoa | Quý III
        4 | Việc | Phòng Kế hoạch tổng hợp | Tổ kiểm tra nội bộ | Quý IV
        5 | Việc | Đoàn giám sát; Đội kiểm tra trật tự đô thị | Cả phòng | Quý IV
        6 | Việc | UBND huyện; HĐND huyện | Công an xã; Ban Chỉ huy Quân sự xã | Quý IV
        """),
    Sample(
      "people and posts", years: 2026...2026, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2026
        | TT | Nhiệm vụ | Người phụ trách | Thời gian |
        | 1 | Việc một | Đ/c Trần Văn B - PCT UBND | Quý I |
        | 2 | Việc hai | Đ/c: Đỗ Thị Nga; Đ/c: Lương Thế Anh | Quý II |
        | 3 | Việc ba | Đ/c Phạm Quang Hòa - Tổ trưởng tổ kiểm tra | Quý III |
        | 4 | Việc bốn | - Ông Lê Văn C - Trưởng phòng⏎- Bà Mai Thị D - Kế toán | Quý IV |
        | 5 | Việc năm | Đồng chí Bí thư | Quý IV |
        """,
      tasks: """
        1 | Việc | Đ/c Trần Văn B - PCT UBND |  | Quý I
        2 | Việc | Đ/c: Đỗ Thị Nga; Đ/c: Lương Thế Anh |  | Quý II
        3 | Việc | Đ/c Phạm Quang Hòa - Tổ trưởng tổ kiểm tra |  | Quý III
        4 | Việc | Ông Lê Văn C - Trưởng phòng; Bà Mai Thị D - Kế toán |  | Quý IV
        5 | Việc | Đồng chí Bí thư |  | Quý IV
        """),
    Sample(
      "times before a colon", years: 2026...2026, leftOut: 0,
      document: """
        KẾ HOẠCH
        Điều tra năm 2026
        II. TIẾN ĐỘ THỰC HIỆN
        - Tháng 02/2026: Kiện toàn Ban Chỉ đạo.
        - Từ tháng 3 đến tháng 4/2026: Rà soát danh sách; lập sơ đồ địa bàn.
        - Từ ngày 05/4/2026 đến ngày 16/4/2026: Tập huấn điều tra viên.
        - Quý IV/2026: Chi cục Thống kê công bố kết quả.
        III. TỔ CHỨC
        Chỉ thị này có hiệu lực kể từ ngày ký.
        Năm 2025, đợt mưa từ ngày 18/9/2025 đến ngày 22/9/2025 làm hư hỏng nhiều công trình.
        - Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính lập dự toán, trình UBND tỉnh trước ngày 10/5/2026.
        - Đề nghị Bộ Chỉ huy Quân sự tỉnh tổ chức diễn tập, hoàn thành trước ngày 30/6/2026.
        - Công an tỉnh bảo đảm an toàn giao thông khi có tình huống khẩn cấp.
        """,
      tasks: """
        LV.M1.1 | Kiện toàn |  |  | Tháng 02/2026
        LV.M1.2 | Rà soát danh sách; lập |  |  | Từ tháng 3 đến tháng 4/2026
        LV.M1.3 | Tập huấn |  |  | Từ ngày 05/4/2026 đến ngày 16/4/2026
        LV.M1.4 | Chi cục Thống kê công bố | Chi cục Thống kê |  | Quý IV/2026
        LV.M2.1 | Giao Sở Y tế | Sở Y tế | Sở Tài chính | trước ngày 10/5/2026
        LV.M2.2 | Đề nghị Bộ Chỉ huy | Bộ Chỉ huy Quân sự tỉnh |  | trước ngày 30/6/2026
        LV.M2.3 | Công an tỉnh | Công an tỉnh |  | khi có tình huống khẩn cấp
        """),
    Sample(
      "items below a month", years: 2026...2026, leftOut: 0,
      document: """
        KẾ HOẠCH
        Hội thi năm 2026
        1. Tháng 3/2026
        - Phát động hội thi.
        - Thành lập Ban Giám khảo trước ngày 20/3/2026.
        2. Tháng 4/2026:
        - Chấm thi vòng sơ khảo.
        3. Kinh phí
        - Do ngân sách bảo đảm.
        """,
      tasks: """
        LV.1 | Phát động |  |  | Tháng 3/2026
        LV.2 | Thành lập |  |  | trước ngày 20/3/2026
        LV.3 | Chấm thi |  |  | Tháng 4/2026
        """),
  ]
}
