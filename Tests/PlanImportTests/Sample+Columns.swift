/// Hand-written tables and what a careful reader makes of them: columns whose headings do not tell what they hold.
extension Sample {
  static let columns: [Sample] = [
    Sample(
      "numbers under a heading of tasks", years: 2026...2026, leftOut: 0,
      document: """
        CHƯƠNG TRÌNH
        Hành động năm 2026
        | TT | Nhiệm vụ tại Nghị quyết | Nội dung triển khai | Cơ quan chủ trì | Thời gian |
        | 1 | 3, 5 | Rà soát quy hoạch vùng | Sở Xây dựng | Quý II/2026 |
        | 2 | 12 | Giao vốn đầu tư | Sở Tài chính | Tháng 01/2026 |
        | 3 |  | Khởi công cầu Bến Mới | Ban Quản lý dự án | Tháng 9/2026 |
        """,
      tasks: """
        1 | Rà soát | Sở Xây dựng |  | Quý II/2026
        2 | Giao vốn | Sở Tài chính |  | Tháng 01/2026
        3 | Khởi công | Ban Quản lý dự án |  | Tháng 9/2026
        """),
    Sample(
      "groups beside tasks", years: 2026...2026, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2026
        | STT | Nội dung | < | Chủ trì | Thời gian |
        | ^ | Nhóm nhiệm vụ | Nhiệm vụ cụ thể | ^ | ^ |
        | 1 | Tuyên truyền | Phát thanh hằng tuần | Đài Truyền thanh | Hằng tuần |
        | ^ | ^ | Treo băng rôn | Phòng Văn hóa | Trước ngày 30/4/2026 |
        | 2 | Kiểm tra | Kiểm tra chợ | Đội kiểm tra liên ngành | Quý II |
        | ^ | ^ | Kiểm tra trường học | Đội kiểm tra liên ngành | Quý III |
        """,
      tasks: """
        1a | Phát thanh | Đài Truyền thanh |  | Hằng tuần
        1b | Treo | Phòng Văn hóa |  | Trước ngày 30/4/2026
        2a | Kiểm tra chợ | Đội kiểm tra liên ngành |  | Quý II
        2b | Kiểm tra trường | Đội kiểm tra liên ngành |  | Quý III
        """),
    Sample(
      "an export", years: 2026...2026, leftOut: 1,
      document: """
        | Mã | Tiêu đề | Người xử lý công việc | Mức ưu tiên | Hạn | Tình hình |
        | HT-17 | Sửa lỗi đăng nhập cổng một cửa | Phòng CNTT | Cao | 15/3/2026 | 100% |
        | HT-18 | Cập nhật danh mục thủ tục | Văn phòng Sở | Vừa | 30/3/2026 | ⏳ Đang làm |
        | HT-21 | Sao lưu dữ liệu quý | Phòng CNTT | Cao | 31/3/2026 | Chưa làm |
        | Tổng số: 3 |  |  |  |  |  |
        """,
      tasks: """
        HT-17 | Sửa | Phòng CNTT |  | 15/3/2026
        HT-18 | Cập nhật | Văn phòng Sở |  | 30/3/2026
        HT-21 | Sao lưu | Phòng CNTT |  | 31/3/2026
        """),
    Sample(
      "headings that nobody used before", years: 2026...2026, leftOut: 0,
      document: """
        Chuẩn bị đại hội năm 2026
        | Phần | Cụ thể ra sao | Ai lo | Ai giúp | Chốt |
        | A | Soạn báo cáo chính trị | Đ/c Hà Văn Nam - Bí thư | Ban Tuyên giáo | 15/4/2026 |
        | B | Trang trí hội trường | Đoàn Thanh niên | Văn phòng | 10/5/2026 |
        | C | In tài liệu | Văn phòng | Đoàn Thanh niên | Tuần 2 tháng 5/2026 |
        """,
      tasks: """
        A | Soạn | Đ/c Hà Văn Nam - Bí thư | Ban Tuyên giáo | 15/4/2026
        B | Trang trí | Đoàn Thanh niên | Văn phòng | 10/5/2026
        C | In | Văn phòng | Đoàn Thanh niên | Tuần 2 tháng 5/2026
        """),
    Sample(
      "how far it is beside when", years: 2026...2026, leftOut: 0,
      document: """
        KẾ HOẠCH
        Dự án năm 2026
        | TT | Công việc | Đơn vị | Bắt đầu | Kết thúc | Tiến độ | Kết quả |
        | 1 | Khảo sát | Phòng Kỹ thuật | 05/01/2026 | 30/01/2026 | 100% | Hoàn thành |
        | 2 | Thiết kế | Phòng Kỹ thuật | 02/02/2026 | 27/3/2026 | 40 % | Đang thực hiện |
        | 3 | Thi công | Nhà thầu | 01/4/2026 | 30/9/2026 | 0% | Chưa thực hiện |
        """,
      tasks: """
        1 | Khảo sát | Phòng Kỹ thuật |  | từ 05/01/2026 đến 30/01/2026
        2 | Thiết kế | Phòng Kỹ thuật |  | từ 02/02/2026 đến 27/3/2026
        3 | Thi công | Nhà thầu |  | từ 01/4/2026 đến 30/9/2026
        """),
    Sample(
      "sections under any numbering", years: 2026...2026, leftOut: 2,
      document: """
        KẾ HOẠCH
        Dự án năm 2026
        | Mã WBS | Tên công việc | Phụ trách | Ngày bắt đầu | Ngày kết thúc | Chi phí |
        | 1 | CHUẨN BỊ |  |  |  | 1.200 |
        | 1.1 | Lập dự toán | Phòng Tài vụ | 05/01/2026 | 20/01/2026 | 200 |
        | 1.2 | Thẩm định | Phòng Kỹ thuật | 21/01/2026 | 10/02/2026 | 1.000 |
        | 2 | Thực hiện |  | 15/02/2026 | 30/10/2026 | 9.000 |
        | 2.1 | Mua sắm | Phòng Vật tư | 15/02/2026 | 30/4/2026 | 6.000 |
        | 2.2 | Lắp đặt | Nhà thầu | 02/5/2026 | 30/10/2026 | 3.000 |
        |  | Cộng |  |  |  | 10.200 |
        """,
      tasks: """
        1.1 | Lập | Phòng Tài vụ |  | từ 05/01/2026 đến 20/01/2026
        1.2 | Thẩm | Phòng Kỹ thuật |  | từ 21/01/2026 đến 10/02/2026
        2.1 | Mua | Phòng Vật tư |  | từ 15/02/2026 đến 30/4/2026
        2.2 | Lắp | Nhà thầu |  | từ 02/5/2026 đến 30/10/2026
        """),
    Sample(
      "a section without a number", years: 2026...2026, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2026
        | Ký hiệu | Nội dung | Chủ trì | Thời gian |
        |  | Công tác tổ chức |  |  |
        | A1 | Quy hoạch cán bộ | Phòng Tổ chức | Quý I |
        | A2 | Bổ nhiệm | Phòng Tổ chức | Quý II |
        |  | Công tác tài chính |  |  |
        | B1 | Quyết toán | Phòng Tài chính | Quý III |
        """,
      tasks: """
        M1.A1 | Quy hoạch | Phòng Tổ chức |  | Quý I
        M1.A2 | Bổ nhiệm | Phòng Tổ chức |  | Quý II
        M2.B1 | Quyết toán | Phòng Tài chính |  | Quý III
        """),
    Sample(
      "a heading is no data row", years: 2026...2026, leftOut: 0,
      document: """
        Lịch trực năm 2026
        | Việc | Đơn vị chủ trì | Thời gian |
        | Báo cáo công việc tuần | Các phòng chủ trì | Hằng tuần |
        | Báo cáo nội dung thời sự | Văn phòng | 15/3/2026 |
        """,
      tasks: """
        v1 | Báo cáo công việc | Các phòng |  | Hằng tuần
        v2 | Báo cáo nội dung | Văn phòng |  | 15/3/2026
        """),
  ]
}
