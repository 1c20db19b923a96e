/// Hand-written tables and what a careful reader makes of them: sections, numbers, merged cells and rows that are no tasks.
extension Sample {
  static let rows: [Sample] = [
    Sample(
      "province", years: 2025...2025, leftOut: 0,
      document: """
        | ỦY BAN NHÂN DÂN⏎TỈNH LÀO CAI⏎------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM⏎Độc lập - Tự do - Hạnh phúc |
        | Số: 15/KH-UBND | Lào Cai, ngày 10 tháng 01 năm 2025 |

        KẾ HOẠCH
        Cải cách hành chính tỉnh Lào Cai năm 2025
        (Ban hành kèm theo Quyết định số 15/QĐ-UBND ngày 10/01/2025)
        | TT | Nội dung công việc | Sản phẩm đầu ra | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn hoàn thành |
        | I | CẢI CÁCH THỂ CHẾ | < | < | < | < |
        | 1 | Ban hành Kế hoạch kiểm tra văn bản quy phạm pháp luật năm 2025 | Kế hoạch của UBND tỉnh | Sở Tư pháp | Các sở, ban, ngành | Quý I/2025 |
        | 2 | Rà soát văn bản quy phạm pháp luật | Báo cáo | Sở Tư pháp | Văn phòng UBND tỉnh | Trước ngày 30/6/2025 |
        | II | CẢI CÁCH THỦ TỤC HÀNH CHÍNH | < | < | < | < |
        | 1 | Rà soát, đơn giản hóa thủ tục hành chính | Quyết định | Văn phòng UBND tỉnh | Các sở, ban, ngành; UBND các huyện, thị xã, thành phố | Tháng 9/2025 |
        | 2 | Công bố thủ tục hành chính | Quyết định công bố | Các sở, ban, ngành | Văn phòng UBND tỉnh | Thường xuyên |

        | Nơi nhận:⏎- Bộ Nội vụ;⏎- Các sở, ban, ngành;⏎- Lưu: VT, NC. | TM. ỦY BAN NHÂN DÂN⏎KT. CHỦ TỊCH⏎PHÓ CHỦ TỊCH⏎⏎Nguyễn Văn A |
        """,
      tasks: """
        I.1 | Ban hành Kế hoạch kiểm tra | Sở Tư pháp | Các sở, ban, ngành | Quý I/2025
        I.2 | Rà soát văn bản | Sở Tư pháp | Văn phòng UBND tỉnh | Trước ngày 30/6/2025
        II.1 | Rà soát, đơn giản | Văn phòng UBND tỉnh | Các sở, ban, ngành; UBND các huyện, thị xã, thành phố | Tháng 9/2025
        II.2 | Công bố | Các sở, ban, ngành | Văn phòng UBND tỉnh | Thường xuyên
        """),
    Sample(
      "lead in text", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Cải cách hành chính huyện Bắc Hà năm 2025
        | TT | Nội dung nhiệm vụ | Thời gian hoàn thành |
        | 1 | Phòng Nội vụ chủ trì, phối hợp với Văn phòng HĐND và UBND huyện tham mưu ban hành kế hoạch kiểm tra công vụ | Tháng 2/2025 |
        | 2 | Giao Phòng Tư pháp chủ trì tham mưu rà soát văn bản | Quý III/2025 |
        | 3 | Tổ chức hội nghị sơ kết 6 tháng | Tháng 7/2025 |
        """,
      tasks: """
        1 | Phòng Nội vụ chủ trì | Phòng Nội vụ | Văn phòng HĐND và UBND huyện | Tháng 2/2025
        2 | Giao Phòng Tư pháp | Phòng Tư pháp |  | Quý III/2025
        3 | Tổ chức hội nghị |  |  | Tháng 7/2025
        """),
    Sample(
      "merged down", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Kiểm soát thủ tục hành chính năm 2025
        | STT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian |
        | 1 | Ban hành kế hoạch | Văn phòng UBND tỉnh | Các sở, ngành | Quý I/2025 |
        | 2 | Tập huấn nghiệp vụ | Sở Nội vụ | ^ | ^ |
        | 3 | Kiểm tra công vụ | ^ | ^ | Quý III/2025 |
        """,
      tasks: """
        1 | Ban hành | Văn phòng UBND tỉnh | Các sở, ngành | Quý I/2025
        2 | Tập huấn | Sở Nội vụ | Các sở, ngành | Quý I/2025
        3 | Kiểm tra | Sở Nội vụ | Các sở, ngành | Quý III/2025
        """),
    Sample(
      "school months", years: 2024...2025, leftOut: 0,
      document: """
        TRƯỜNG THPT LÊ LỢI
        KẾ HOẠCH
        Công tác năm học 2024-2025
        | Tháng | Nội dung công việc | Người phụ trách | Ghi chú |
        | 8/2024 | Tuyển sinh lớp 10 | Hiệu trưởng |  |
        | ^ | Phân công chuyên môn | Phó Hiệu trưởng |  |
        | 9/2024 | Khai giảng năm học | Hiệu trưởng |  |
        | ^ | Họp cha mẹ học sinh | Giáo viên chủ nhiệm |  |
        | 5/2025 | Tổng kết năm học | Hiệu trưởng |  |
        """,
      tasks: """
        v1 | Tuyển | Hiệu trưởng |  | 8/2024
        v2 | Phân công | Phó Hiệu trưởng |  | 8/2024
        v3 | Khai giảng | Hiệu trưởng |  | 9/2024
        v4 | Họp cha mẹ | Giáo viên chủ nhiệm |  | 9/2024
        v5 | Tổng kết | Hiệu trưởng |  | 5/2025
        """),
    Sample(
      "hospital", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Cải tiến chất lượng bệnh viện năm 2025
        | TT | Mục tiêu | Hoạt động | Thời gian thực hiện | Người chịu trách nhiệm | Người giám sát | Kinh phí dự kiến |
        | 1 | Giảm nhiễm khuẩn bệnh viện | Tập huấn vệ sinh tay | Tháng 3, tháng 9/2025 | Khoa Kiểm soát nhiễm khuẩn | Phòng Quản lý chất lượng | 10 triệu |
        | 2 | ^ | Giám sát tuân thủ | Hằng tháng | Khoa Kiểm soát nhiễm khuẩn | Phòng Điều dưỡng |  |
        | 3 | Tăng hài lòng người bệnh | Khảo sát hài lòng | Hằng quý | Phòng Công tác xã hội | Phòng Quản lý chất lượng |  |
        """,
      tasks: """
        1 | Tập huấn | Khoa Kiểm soát nhiễm khuẩn |  | Tháng 3, tháng 9/2025
        2 | Giám sát | Khoa Kiểm soát nhiễm khuẩn |  | Hằng tháng
        3 | Khảo sát | Phòng Công tác xã hội |  | Hằng quý
        """),
    Sample(
      "nested", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Kiểm soát thủ tục hành chính năm 2025
        | STT | Nội dung công việc | Sản phẩm | Thời gian thực hiện | Cơ quan chủ trì | Cơ quan phối hợp |
        | 1 | Kiểm soát quy định thủ tục hành chính | < | < | < | < |
        | 1.1 | Đánh giá tác động | Bản đánh giá | Thường xuyên | Sở, ban, ngành | Văn phòng UBND tỉnh |
        | 1.2 | Thẩm định | Báo cáo thẩm định | Trong năm 2025 | Sở Tư pháp |  |
        | 2 | Công bố, công khai |  |  |  |  |
        | 2.1 | Công bố danh mục | Quyết định | Trong 5 ngày làm việc kể từ ngày nhận được quyết định công bố của Bộ | Các sở | Văn phòng UBND tỉnh |
        | a | Nhập dữ liệu | Cơ sở dữ liệu | Quý II/2025 | Các sở |  |
        | b | Đối chiếu dữ liệu | Cơ sở dữ liệu | Quý III/2025 | Các sở |  |
        """,
      tasks: """
        1.1 | Đánh giá | Sở, ban, ngành | Văn phòng UBND tỉnh | Thường xuyên
        1.2 | Thẩm định | Sở Tư pháp |  | Trong năm 2025
        2.1 | Công bố danh mục | Các sở | Văn phòng UBND tỉnh | Trong 5 ngày làm việc kể từ ngày nhận được quyết định công bố của Bộ
        2.a | Nhập | Các sở |  | Quý II/2025
        2.b | Đối chiếu | Các sở |  | Quý III/2025
        """),
    Sample(
      "dashes", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Phổ biến pháp luật năm 2025
        | TT | Nội dung | Đơn vị thực hiện | Thời gian hoàn thành |
        | 1 | Tuyên truyền pháp luật |  |  |
        | - | Phát tờ rơi | Phòng Tư pháp | Quý I/2025 |
        | - | Tổ chức thi tìm hiểu | Đoàn Thanh niên | Quý II/2025 |
        | 2 | Báo cáo tổng kết | Phòng Tư pháp | 10/12/2025 |
        """,
      tasks: """
        1.v1 | Phát tờ rơi | Phòng Tư pháp |  | Quý I/2025
        1.v2 | Tổ chức thi | Đoàn Thanh niên |  | Quý II/2025
        2 | Báo cáo | Phòng Tư pháp |  | 10/12/2025
        """),
    Sample(
      "empty form", years: 2025...2025, leftOut: 3,
      document: """
        KẾ HOẠCH
        Mẫu năm 2025
        | STT | Nội dung | Đơn vị chủ trì | Thời gian |
        | 1 |  |  |  |
        | 2 | ... | ... | ... |
        | 3 |  |  |  |
        | … |  |  |  |
        """,
      tasks: """
        """),
    Sample(
      "repeated heading", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | TT | Nhiệm vụ | Chủ trì | Thời gian |
        | 1 | Việc thứ nhất của năm | Sở Y tế | Quý I/2025 |
        | TT | Nhiệm vụ | Chủ trì | Thời gian |
        | 2 | Việc thứ hai của năm | Sở Nội vụ | Quý II/2025 |
        | 1 | 2 | 3 | 4 |
        | 3 | Việc thứ ba của năm | Sở Y tế | Quý IV/2025 |
        """,
      tasks: """
        1 | Việc thứ nhất | Sở Y tế |  | Quý I/2025
        2 | Việc thứ hai | Sở Nội vụ |  | Quý II/2025
        3 | Việc thứ ba | Sở Y tế |  | Quý IV/2025
        """),
    Sample(
      "xlsx title", years: 2025...2025, leftOut: 0,
      document: """
        | KẾ HOẠCH CÔNG TÁC NĂM 2025 | < | < | < | < |
        | (Kèm theo Quyết định số 5/QĐ-BV ngày 03/01/2025) | < | < | < | < |
        |  |  |  |  |  |
        | STT | Nội dung | Đơn vị đầu mối | Đơn vị phối hợp | Thời hạn |
        | PHẦN 1. CÔNG TÁC CHUYÊN MÔN | < | < | < | < |
        | 1 | Giao ban khoa | Phòng Kế hoạch tổng hợp | Các khoa | Hằng tuần |
        | 2 | Bình bệnh án | Phòng Kế hoạch tổng hợp | Các khoa | Hằng tháng |
        | PHẦN 2. CÔNG TÁC TÀI CHÍNH | < | < | < | < |
        | 1 | Quyết toán | Phòng Tài chính kế toán |  | 31/03/2025 |
        """,
      tasks: """
        M1.1 | Giao ban | Phòng Kế hoạch tổng hợp | Các khoa | Hằng tuần
        M1.2 | Bình | Phòng Kế hoạch tổng hợp | Các khoa | Hằng tháng
        M2.1 | Quyết toán | Phòng Tài chính kế toán |  | 31/03/2025
        """),
    Sample(
      "ditto", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | TT | Nhiệm vụ | Chủ trì | Thời gian |
        | 1 | Việc A | Sở Y tế | Quý I/2025 |
        | 2 | Việc B | nt | nt |
        | 3 | Việc C | Sở Tài chính | -nt- |
        | 4 | Việc D | " | Quý IV/2025 |
        """,
      tasks: """
        1 | Việc A | Sở Y tế |  | Quý I/2025
        2 | Việc B | Sở Y tế |  | Quý I/2025
        3 | Việc C | Sở Tài chính |  | Quý I/2025
        4 | Việc D | Sở Tài chính |  | Quý IV/2025
        """),
    Sample(
      "section lead", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | TT | Nội dung | Chủ trì | Thời gian |
        | I | Công tác tổ chức | Phòng Tổ chức |  |
        | 1 | Quy hoạch cán bộ |  | Quý II/2025 |
        | 2 | Luân chuyển |  | Quý III/2025 |
        | II | Công tác tài chính | Phòng Tài chính |  |
        | 1 | Quyết toán |  | Quý I/2025 |
        """,
      tasks: """
        I.1 | Quy hoạch | Phòng Tổ chức |  | Quý II/2025
        I.2 | Luân chuyển | Phòng Tổ chức |  | Quý III/2025
        II.1 | Quyết toán | Phòng Tài chính |  | Quý I/2025
        """),
    Sample(
      "three levels", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Phòng chống tham nhũng năm 2025
        | STT | Nhiệm vụ, giải pháp | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian thực hiện |
        | A | PHÒNG NGỪA | < | < | < |
        | I | Công khai, minh bạch | < | < | < |
        | 1 | Công khai ngân sách | Sở Tài chính | Các sở | Quý I |
        | 2 | Công khai mua sắm | Sở Tài chính |  | Thường xuyên |
        | II | Kiểm soát tài sản | < | < | < |
        | 1 | Kê khai tài sản | Thanh tra tỉnh | Các cơ quan, đơn vị | Trước 31/12/2025 |
        | B | PHÁT HIỆN, XỬ LÝ | < | < | < |
        | I | Thanh tra | < | < | < |
        | 1 | Thanh tra đột xuất | Thanh tra tỉnh |  | Khi có yêu cầu |
        """,
      tasks: """
        A.I.1 | Công khai ngân | Sở Tài chính | Các sở | Quý I
        A.I.2 | Công khai mua | Sở Tài chính |  | Thường xuyên
        A.II.1 | Kê khai | Thanh tra tỉnh | Các cơ quan, đơn vị | Trước 31/12/2025
        B.I.1 | Thanh tra | Thanh tra tỉnh |  | Khi có yêu cầu
        """),
    Sample(
      "csv repeated merge", years: 2025...2025, leftOut: 0,
      document: """
        | STT | Nhiệm vụ | Chủ trì | Thời gian |
        | I. THỂ CHẾ | I. THỂ CHẾ | I. THỂ CHẾ | I. THỂ CHẾ |
        | 1 | Soạn quy chế | Phòng Pháp chế | Quý I/2025 |
        | II. NHÂN SỰ | II. NHÂN SỰ | II. NHÂN SỰ | II. NHÂN SỰ |
        | 1 | Tuyển dụng | Phòng Nhân sự | Quý II/2025 |
        """,
      tasks: """
        I.1 | Soạn | Phòng Pháp chế |  | Quý I/2025
        II.1 | Tuyển | Phòng Nhân sự |  | Quý II/2025
        """),
    Sample(
      "number in title", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | Nội dung | Chủ trì | Thời gian |
        | I. Công tác xây dựng Đảng |  |  |
        | 1. Đại hội chi bộ | Chi ủy | Quý I/2025 |
        | 2. Kết nạp đảng viên | Chi ủy | Quý IV/2025 |
        | II. Công tác chuyên môn |  |  |
        | 1. Bồi dưỡng nghiệp vụ | Phòng Tổ chức | Tháng 6/2025 |
        """,
      tasks: """
        I.1 | Đại hội | Chi ủy |  | Quý I/2025
        I.2 | Kết nạp | Chi ủy |  | Quý IV/2025
        II.1 | Bồi dưỡng | Phòng Tổ chức |  | Tháng 6/2025
        """),
    Sample(
      "blank leads", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | TT | Nhiệm vụ | Chủ trì | Thời gian |
        | 1 | Việc một | Sở Y tế | Quý I |
        | 2 | Việc hai |  | Quý II |
        | 3 | Việc ba | Sở Nội vụ |  |
        """,
      tasks: """
        1 | Việc | Sở Y tế |  | Quý I
        2 | Việc |  |  | Quý II
        3 | Việc | Sở Nội vụ |  | ?
        """),
    Sample(
      "no stt blank lead", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | Nhiệm vụ | Chủ trì | Thời gian |
        | Việc một | Sở Y tế | Quý I |
        | Việc hai |  | Quý II |
        | Việc ba | Sở Nội vụ |  |
        """,
      tasks: """
        v1 | Việc | Sở Y tế |  | Quý I
        v2 | Việc |  |  | Quý II
        v3 | Việc | Sở Nội vụ |  | ?
        """),
  ]
}
