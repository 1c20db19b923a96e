/// Hand-written tables and what a careful reader makes of them: rows that belong to the sheet of paper.
extension Sample {
  static let foot: [Sample] = [
    Sample(
      "signatures below", years: 2026...2026, leftOut: 3,
      document: """
        KẾ HOẠCH
        Công tác năm 2026
        | STT | Nội dung | Đơn vị thực hiện | Thời gian |
        | 1 | Kiểm kê tài sản | Phòng Quản trị | Quý I |
        | 2 | Lập bảng kê thiết bị hỏng | Phòng Quản trị | Quý II |
        |  | Hà Nội, ngày 12 tháng 01 năm 2026 | < | < |
        |  | NGƯỜI LẬP BIỂU | TRƯỞNG PHÒNG | < |
        |  | Nguyễn Văn A | Trần Thị B | < |
        """,
      tasks: """
        1 | Kiểm kê | Phòng Quản trị |  | Quý I
        2 | Lập bảng | Phòng Quản trị |  | Quý II
        """),
    Sample(
      "signatures in a table without numbers", years: 2026...2026, leftOut: 4,
      document: """
        Phân công năm 2026
        | Nội dung | Phụ trách | Hạn |
        | Soạn hợp đồng | Chị Lan | 15/2/2026 |
        | Đại diện dự hội nghị tỉnh | Anh Minh | 20/3/2026 |
        |  |  | Ngày 05 tháng 01 năm 2026 |
        | Nơi nhận:⏎- Như trên;⏎- Lưu: VT. |  | TL. GIÁM ĐỐC⏎CHÁNH VĂN PHÒNG |
        |  |  | (Ký, ghi rõ họ tên) |
        |  |  | Lê Thị C |
        """,
      tasks: """
        v1 | Soạn | Chị Lan |  | 15/2/2026
        v2 | Đại diện | Anh Minh |  | 20/3/2026
        """),
    Sample(
      "posts that are owed work", years: 2026...2026, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2026
        | STT | Công việc | Chủ trì | Thời hạn |
        | 1 | Giám đốc tiếp công dân | GIÁM ĐỐC | Ngày 15 hằng tháng |
        | 2 | Trưởng phòng báo cáo kết quả | TRƯỞNG PHÒNG NGHIỆP VỤ | Quý IV/2026 |
        """,
      tasks: """
        1 | Giám đốc | Giám đốc |  | Ngày 15 hằng tháng
        2 | Trưởng phòng | Trưởng phòng nghiệp vụ |  | Quý IV/2026
        """),
    Sample(
      "notes, pages and sums", years: 2026...2026, leftOut: 4,
      document: """
        KẾ HOẠCH
        Mua sắm năm 2026
        | TT | Hạng mục | Đơn vị thực hiện | Thời gian | Kinh phí |
        | 1 | Máy chủ | Phòng CNTT | Quý II/2026 | 500 |
        | Trang 1/2 | < | < | < | < |
        | 2 | Phần mềm | Phòng CNTT | Quý III/2026 | 300 |
        | 2 | < | < | < | < |
        | 3 | Đường truyền | Phòng CNTT | Cả năm | 60 |
        |  | Tổng cộng (3 hạng mục) |  |  | 860 |
        |  | Bằng chữ: Tám trăm sáu mươi triệu đồng |  |  |  |
        | Ghi chú: kinh phí đã gồm thuế. | < | < | < | < |
        | Các đơn vị gửi hồ sơ về Phòng CNTT để tổng hợp, trình phê duyệt theo quy định. | < | < | < | < |
        """,
      tasks: """
        1 | Máy chủ | Phòng CNTT |  | Quý II/2026
        2 | Phần mềm | Phòng CNTT |  | Quý III/2026
        3 | Đường truyền | Phòng CNTT |  | Cả năm
        """),
    Sample(
      "two tables on a sheet", years: 2026...2026, leftOut: 2,
      document: """
        KẾ HOẠCH
        Công tác năm 2026
        | STT | Nội dung | Đơn vị chủ trì | Thời gian |
        | 1 | Tập huấn | Phòng Tổ chức | Tháng 3 |
        |  | NGƯỜI LẬP | < | GIÁM ĐỐC |
        |  | Vũ Văn D | < | Hồ Thị E |
        | STT | Nội dung | Đơn vị chủ trì | Thời gian |
        | 2 | Tổng kết | Phòng Tổ chức | Tháng 12 |
        """,
      tasks: """
        1 | Tập huấn | Phòng Tổ chức |  | Tháng 3
        2 | Tổng kết | Phòng Tổ chức |  | Tháng 12
        """),
    Sample(
      "signature beside the last rows", years: 2026...2026, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2026
        | STT | Nội dung | Đơn vị chủ trì | Thời gian |  |  |
        | 1 | Tập huấn | Phòng Tổ chức | Tháng 3 |  | NGƯỜI LẬP |
        | 2 | Tổng kết | Phòng Tổ chức | Tháng 12 |  | Vũ Văn D |
        """,
      tasks: """
        1 | Tập huấn | Phòng Tổ chức |  | Tháng 3
        2 | Tổng kết | Phòng Tổ chức |  | Tháng 12
        """),
  ]
}
