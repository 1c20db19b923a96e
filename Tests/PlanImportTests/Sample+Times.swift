/// Hand-written tables and what a careful reader makes of them: the columns and words that say when.
extension Sample {
  static let times: [Sample] = [
    Sample(
      "start end", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Triển khai phần mềm năm 2025
        | STT | Hạng mục công việc | Bộ phận thực hiện | Thời gian bắt đầu | Thời gian kết thúc |
        | 1 | Khảo sát yêu cầu | Phòng CNTT | 01/02/2025 | 28/02/2025 |
        | 2 | Cài đặt | Phòng CNTT | Tháng 3/2025 | Tháng 5/2025 |
        | 3 | Nghiệm thu | Ban Quản lý dự án |  | 30/6/2025 |
        | 4 | Vận hành | Phòng CNTT | 01/7/2025 |  |
        """,
      tasks: """
        1 | Khảo sát | Phòng CNTT |  | Từ 01/02/2025 đến 28/02/2025
        2 | Cài đặt | Phòng CNTT |  | Từ Tháng 3/2025 đến Tháng 5/2025
        3 | Nghiệm thu | Ban Quản lý dự án |  | 30/6/2025
        4 | Vận hành | Phòng CNTT |  | Từ 01/7/2025
        """),
    Sample(
      "deadline in text", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | STT | Nội dung công việc | Đơn vị thực hiện | Ghi chú |
        | 1 | Xây dựng dự toán, hoàn thành trước ngày 15/7/2025 | Phòng Tài chính - Kế hoạch |  |
        | 2 | Báo cáo kết quả định kỳ hằng quý, trước ngày 20 tháng cuối quý | Văn phòng |  |
        | 3 | Thực hiện Quyết định số 12/QĐ-UBND ngày 05/01/2025 về tinh giản | Phòng Nội vụ |  |
        """,
      tasks: """
        1 | Xây dựng dự toán | Phòng Tài chính - Kế hoạch |  | trước ngày 15/7/2025
        2 | Báo cáo | Văn phòng |  | định kỳ hằng quý, trước ngày 20 tháng cuối quý
        3 | Thực hiện | Phòng Nội vụ |  | ?
        """),
    Sample(
      "party", years: 2025...2025, leftOut: 0,
      document: """
        ĐẢNG BỘ TỈNH PHÚ THỌ
        CHƯƠNG TRÌNH
        Kiểm tra, giám sát năm 2025 của Đảng ủy Sở Y tế
        | STT | Nội dung | Thời gian | Phân công thực hiện | Lãnh đạo chỉ đạo |
        | 1 | Kiểm tra chi bộ Bệnh viện Đa khoa | Quý II | Ủy ban Kiểm tra Đảng ủy chủ trì, Văn phòng Đảng ủy phối hợp | Đồng chí Bí thư |
        | 2 | Giám sát chuyên đề | Quý III | Ban Tổ chức Đảng ủy | Đồng chí Phó Bí thư |
        """,
      tasks: """
        1 | Kiểm tra | Ủy ban Kiểm tra Đảng ủy | Văn phòng Đảng ủy | Quý II
        2 | Giám sát | Ban Tổ chức Đảng ủy |  | Quý III
        """),
    Sample(
      "frequency", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Báo cáo năm 2025
        | STT | Báo cáo | Đơn vị thực hiện | Tần suất | Hạn gửi |
        | 1 | Báo cáo tài chính | Phòng Kế toán | Hằng quý | Trước ngày 20 tháng cuối quý |
        | 2 | Báo cáo nhân sự | Phòng Tổ chức | Hằng tháng | Trước ngày 25 |
        """,
      tasks: """
        1 | Báo cáo tài chính | Phòng Kế toán |  | Hằng quý, trước ngày 20 tháng cuối quý
        2 | Báo cáo nhân sự | Phòng Tổ chức |  | Hằng tháng, trước ngày 25
        """),
    Sample(
      "money years", years: 2021...2025, leftOut: 0,
      document: """
        CHƯƠNG TRÌNH
        Phát triển giai đoạn 2021-2025
        | STT | Nhiệm vụ | Đơn vị chủ trì | Thời gian thực hiện | Kinh phí (triệu đồng) | < | < |
        | ^ | ^ | ^ | ^ | 2023 | 2024 | 2025 |
        | 1 | Xây dựng trạm | Sở Y tế | 2023-2025 | 100 | 200 | 300 |
        | 2 | Mua máy | Sở Y tế | 2024 |  | 500 |  |
        """,
      tasks: """
        1 | Xây dựng | Sở Y tế |  | 2023-2025
        2 | Mua | Sở Y tế |  | 2024
        """),
    Sample(
      "wrong year", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | STT | Nhiệm vụ | Chủ trì | Thời gian |
        | 1 | Việc có năm gõ nhầm | Sở Y tế | 30/6/2015 |
        | 2 | Việc thường | Sở Y tế | 30/6/2025 |
        | 3 | Ngày không có thật | Sở Y tế | 31/6/2025 |
        | 4 | Chỉ có ngày tháng | Sở Y tế | trước 15/8 |
        """,
      tasks: """
        1 | Việc có năm | Sở Y tế |  | ?
        2 | Việc thường | Sở Y tế |  | 30/6/2025
        3 | Ngày không | Sở Y tế |  | ?
        4 | Chỉ có | Sở Y tế |  | trước 15/8
        """),
    Sample(
      "dates in text cells", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | STT | Nội dung công việc | Đơn vị thực hiện | Thời hạn |
        | 1 | Nộp báo cáo quyết toán | Phòng Kế toán | Trước 15/02/2025 |
        | 2 | Họp hội đồng | Ban Giám hiệu | Tuần 2 tháng 3/2025 |
        | 3 | Rà soát | Phòng Đào tạo | Quý I và Quý III/2025 |
        | 4 | Đánh giá | Phòng Khảo thí | Sau khi kết thúc học kỳ I |
        | 5 | Sơ kết | Phòng Đào tạo | Cuối tháng 6/2025 |
        | 6 | Tổng kết | Phòng Đào tạo | Chậm nhất ngày 31 tháng 12 năm 2025 |
        | 7 | Báo cáo | Phòng Đào tạo | Định kỳ (tháng, quý, năm) |
        | 8 | Thi đua | Công đoàn | Cả năm |
        | 9 | Trực | Bảo vệ | Theo lịch phân công |
        """,
      tasks: """
        1 | Nộp | Phòng Kế toán |  | Trước 15/02/2025
        2 | Họp | Ban Giám hiệu |  | Tuần 2 tháng 3/2025
        3 | Rà soát | Phòng Đào tạo |  | Quý I và Quý III/2025
        4 | Đánh giá | Phòng Khảo thí |  | ?
        5 | Sơ kết | Phòng Đào tạo |  | Cuối tháng 6/2025
        6 | Tổng kết | Phòng Đào tạo |  | Chậm nhất ngày 31 tháng 12 năm 2025
        7 | Báo cáo | Phòng Đào tạo |  | ?
        8 | Thi đua | Công đoàn |  | Cả năm
        9 | Trực | Bảo vệ |  | theo lịch phân công
        """),
    Sample(
      "week schedule", years: 2025...2025, leftOut: 0,
      document: """
        LỊCH CÔNG TÁC TUẦN 12 NĂM 2025
        | Thứ, ngày | Buổi | Nội dung | Chủ trì | Địa điểm |
        | Thứ Hai⏎17/3/2025 | Sáng | Giao ban | Giám đốc | P.101 |
        | ^ | Chiều | Họp dự án | Phó Giám đốc | P.102 |
        | Thứ Ba⏎18/3/2025 | Sáng | Tiếp công dân | Giám đốc | P. Tiếp dân |
        """,
      tasks: """
        v1 | Giao ban | Giám đốc |  | Thứ Hai 17/3/2025
        v2 | Họp dự án | Phó Giám đốc |  | Thứ Hai 17/3/2025
        v3 | Tiếp | Giám đốc |  | Thứ Ba 18/3/2025
        """),
    Sample(
      "day only", years: 2025...2025, leftOut: 0,
      document: """
        Kế hoạch tổ chức hội thao năm 2025
        | Ngày | Công việc | Phụ trách |
        | 05/5 | Họp Ban tổ chức | Trưởng ban |
        | 10/5 | Bốc thăm | Thư ký |
        | 20/5 | Khai mạc | Trưởng ban |
        """,
      tasks: """
        v1 | Họp | Trưởng ban |  | 05/5
        v2 | Bốc | Thư ký |  | 10/5
        v3 | Khai | Trưởng ban |  | 20/5
        """),
    Sample(
      "month number", years: 2025...2025, leftOut: 0,
      document: """
        Kế hoạch hoạt động Đoàn năm 2025
        | Tháng | Nội dung hoạt động | Đơn vị thực hiện |
        | 3 | Tháng Thanh niên | Ban Chấp hành |
        | 7 | Mùa hè xanh | Các chi đoàn |
        | 12 | Tổng kết | Ban Chấp hành |
        """,
      tasks: """
        v1 | Tháng | Ban Chấp hành |  | Tháng 3
        v2 | Mùa | Các chi đoàn |  | Tháng 7
        v3 | Tổng | Ban Chấp hành |  | Tháng 12
        """),
    Sample(
      "bank", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH HÀNH ĐỘNG NĂM 2025
        | STT | Đầu việc | Đơn vị đầu mối | Đơn vị phối hợp | Ngày bắt đầu | Ngày hoàn thành | % hoàn thành |
        | 1 | Ra mắt ứng dụng | Khối Công nghệ | Khối Bán lẻ | 02/01/2025 | 31/03/2025 | 20% |
        | 2 | Đào tạo giao dịch viên | Trung tâm Đào tạo | Các chi nhánh |  | 30/06/2025 |  |
        """,
      tasks: """
        1 | Ra mắt | Khối Công nghệ | Khối Bán lẻ | từ 02/01/2025 đến 31/03/2025
        2 | Đào tạo | Trung tâm Đào tạo | Các chi nhánh | 30/06/2025
        """),
    Sample(
      "duration column", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Đầu tư năm 2025
        | STT | Công việc | Đơn vị thực hiện | Thời gian thực hiện (ngày) | Hạn hoàn thành |
        | 1 | Thẩm định dự án | Phòng Thẩm định | 20 | 30/4/2025 |
        | 2 | Phê duyệt | Ban Giám đốc | 10 | 15/5/2025 |
        """,
      tasks: """
        1 | Thẩm | Phòng Thẩm định |  | ?
        2 | Phê | Ban Giám đốc |  | ?
        """),
    Sample(
      "multi deadlines cell", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | TT | Nhiệm vụ | Chủ trì | Thời gian |
        | 1 | Xây dựng và trình đề án | Sở Y tế | - Dự thảo: 30/4/2025⏎- Trình: 30/6/2025 |
        | 2 | Báo cáo | Sở Y tế | 6 tháng: trước 10/6; năm: trước 10/12 |
        """,
      tasks: """
        1 | Xây dựng | Sở Y tế |  | Dự thảo: vào ngày 30/04/2025; Trình: vào ngày 30/06/2025
        2 | Báo cáo | Sở Y tế |  | 6 tháng: trước 10/6; năm: trước 10/12
        """),
    Sample(
      "month captions", years: 2025...2025, leftOut: 0,
      document: """
        CHƯƠNG TRÌNH CÔNG TÁC
        năm 2025
        Tháng 01
        | TT | Nội dung công việc | Chủ trì |
        | 1 | Hội nghị tổng kết | Văn phòng |
        | 2 | Gặp mặt đầu xuân | Văn phòng |

        Tháng 02
        | TT | Nội dung công việc | Chủ trì |
        | 1 | Giao quân | Ban Chỉ huy Quân sự |
        | 2 | Tết trồng cây | Phòng Kinh tế |
        """,
      tasks: """
        B1.1 | Hội nghị | Văn phòng |  | Tháng 01
        B1.2 | Gặp mặt | Văn phòng |  | Tháng 01
        B2.1 | Giao quân | Ban Chỉ huy Quân sự |  | Tháng 02
        B2.2 | Tết | Phòng Kinh tế |  | Tháng 02
        """),
  ]
}
