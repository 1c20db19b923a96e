/// Hand-written tables and what a careful reader makes of them: who leads and who supports.
extension Sample {
  static let names: [Sample] = [
    Sample(
      "ministry", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Cải cách hành chính năm 2025 của Bộ Công Thương
        | STT | Nhiệm vụ | Kết quả/Sản phẩm | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành |
        | 1 | Ban hành Chương trình xây dựng văn bản | Quyết định | Vụ Pháp chế | Các Vụ, Cục, Tổng cục | Tháng 01/2025 |
        | 2 | Theo dõi thi hành pháp luật | Báo cáo | Vụ Pháp chế | Cục Quản lý thị trường và Vụ Kế hoạch - Tài chính | Tháng 11 - Tháng 12/2025 |
        | 3 | Kiểm tra cải cách hành chính | Báo cáo kiểm tra | Vụ Tổ chức cán bộ | Văn phòng Bộ | Quý II, Quý III/2025 |
        | 4 | Xây dựng báo cáo định kỳ | Báo cáo | Văn phòng Bộ | Các đơn vị thuộc Bộ | Định kỳ hàng quý, 6 tháng, năm |
        """,
      tasks: """
        1 | Ban hành | Vụ Pháp chế | Các Vụ, Cục, Tổng cục | Tháng 01/2025
        2 | Theo dõi | Vụ Pháp chế | Cục Quản lý thị trường; Vụ Kế hoạch - Tài chính | Tháng 11 - Tháng 12/2025
        3 | Kiểm tra | Vụ Tổ chức cán bộ | Văn phòng Bộ | Quý II, Quý III/2025
        4 | Xây dựng | Văn phòng Bộ | Các đơn vị thuộc Bộ | Định kỳ hàng quý, 6 tháng, năm
        """),
    Sample(
      "prose only", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Trực Tết năm 2025
        Các phòng gửi lịch trực về Văn phòng chậm nhất ngày 15/01/2025.
        """,
      tasks: """
        LV.1 | Các phòng gửi lịch trực | Các phòng |  | chậm nhất ngày 15/01/2025
        """),
    Sample(
      "people", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | STT | Nội dung công việc | Cán bộ thực hiện | Lãnh đạo phụ trách | Thời gian dự kiến hoàn thành |
        | 1 | Biên soạn tài liệu | Đ/c Hùng, đ/c Mai | Đ/c Trưởng phòng | 30/4/2025 |
        | 2 | In ấn | Nguyễn Thị Hoa | Đ/c Trưởng phòng | Tháng 5/2025 |
        """,
      tasks: """
        1 | Biên soạn | Đ/c Hùng; đ/c Mai |  | 30/4/2025
        2 | In ấn | Nguyễn Thị Hoa |  | Tháng 5/2025
        """),
    Sample(
      "lead deadline prose cell", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | STT | Nội dung công việc | Người thực hiện, thời gian hoàn thành |
        | 1 | Lập hồ sơ | Anh Nam, 15/3/2025 |
        | 2 | Ký duyệt | Chị Hoa, tháng 4 |
        """,
      tasks: """
        1 | Lập |  |  | vào ngày 15/03/2025
        2 | Ký |  |  | tháng 04
        """),
    Sample(
      "lead lists", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian |
        | 1 | Việc một | Sở Văn hóa, Thể thao và Du lịch | Sở Giáo dục và Đào tạo; Sở Lao động - Thương binh và Xã hội | Quý I |
        | 2 | Việc hai | Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh | Ủy ban MTTQ Việt Nam tỉnh và các đoàn thể | Quý II |
        | 3 | Việc ba | UBND các huyện, thành phố | Các sở: Y tế, Nội vụ, Tư pháp | Quý III |
        | 4 | Việc bốn | Ban Quản lý các khu công nghiệp | Cục Thuế, Kho bạc Nhà nước, Ngân hàng Nhà nước chi nhánh tỉnh | Quý IV |
        | 5 | Việc năm | Phòng GD&ĐT | Trường THCS Trần Phú, Trường Tiểu học Kim Đồng | Quý IV |
        | 6 | Việc sáu | Chánh Văn phòng, Trưởng phòng Tổ chức - Hành chính | Các Phó Giám đốc | Quý IV |
        | 7 | Việc bảy | Viện Hàn lâm Khoa học và Công nghệ Việt Nam | Bộ Tài chính, Bộ Nông nghiệp và Môi trường | Quý IV |
        """,
      tasks: """
        1 | Việc | Sở Văn hóa, Thể thao và Du lịch | Sở Giáo dục và Đào tạo; Sở Lao động - Thương binh và Xã hội | Quý I
        2 | Việc | Công an tỉnh; Bộ Chỉ huy Quân sự tỉnh | Ủy ban MTTQ Việt Nam tỉnh; các đoàn thể | Quý II
        3 | Việc | UBND các huyện, thành phố | Sở Y tế; Sở Nội vụ; Sở Tư pháp | Quý III
        4 | Việc | Ban Quản lý các khu công nghiệp | Cục Thuế; Kho bạc Nhà nước; Ngân hàng Nhà nước chi nhánh tỉnh | Quý IV
        5 | Việc | Phòng GD&ĐT | Trường THCS Trần Phú; Trường Tiểu học Kim Đồng | Quý IV
        6 | Việc | Chánh Văn phòng; Trưởng phòng Tổ chức - Hành chính | Các Phó Giám đốc | Quý IV
        7 | Việc | Viện Hàn lâm Khoa học và Công nghệ Việt Nam | Bộ Tài chính; Bộ Nông nghiệp và Môi trường | Quý IV
        """),
  ]
}
