/// Hand-written tables and what a careful reader makes of them: several tables in one document, and those of other kinds.
extension Sample {
  static let tables: [Sample] = [
    Sample(
      "other tables", years: 2025...2025, leftOut: 0,
      document: """
        | ỦY BAN NHÂN DÂN⏎TỈNH LÀO CAI⏎------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM⏎Độc lập - Tự do - Hạnh phúc |
        | Số: 15/KH-UBND | Lào Cai, ngày 10 tháng 01 năm 2025 |

        KẾ HOẠCH
        Phát triển kinh tế - xã hội năm 2025
        Kết quả thực hiện năm 2024
        | STT | Nhiệm vụ | Kết quả thực hiện năm 2024 | Đơn vị thực hiện |
        | 1 | Trồng rừng | Đạt 120% | Chi cục Kiểm lâm |
        | 2 | Làm đường | Đạt 90% | Sở Giao thông vận tải |

        Danh mục văn bản
        | STT | Tên văn bản | Số, ký hiệu | Ngày ban hành | Cơ quan ban hành |
        | 1 | Quyết định phân cấp | 12/QĐ-UBND | 05/01/2024 | UBND tỉnh |
        | 2 | Kế hoạch giao dự toán | 15/KH-UBND | 06/01/2024 | UBND tỉnh |

        Chỉ tiêu
        | TT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2025 | Đơn vị theo dõi |
        | 1 | GRDP | % | 9,5 | Cục Thống kê |
        | 2 | Thu ngân sách | Tỷ đồng | 12.000 | Sở Tài chính |

        Nhiệm vụ
        | TT | Nhiệm vụ | Chủ trì | Tiến độ |
        | 1 | Lập quy hoạch vùng | Sở Xây dựng | Quý II/2025 |
        | 2 | Giao vốn đầu tư công | Sở Tài chính | Tháng 01/2025 |

        Dự toán
        | STT | Nội dung chi | Đơn vị thực hiện | Kinh phí |
        | 1 | Hội nghị | Văn phòng | 50.000.000 |
        |  | Tổng cộng |  | 50.000.000 |

        | Nơi nhận:⏎- Bộ Nội vụ;⏎- Các sở, ban, ngành;⏎- Lưu: VT, NC. | TM. ỦY BAN NHÂN DÂN⏎KT. CHỦ TỊCH⏎PHÓ CHỦ TỊCH⏎⏎Nguyễn Văn A |
        """,
      tasks: """
        1 | Lập quy hoạch | Sở Xây dựng |  | Quý II/2025
        2 | Giao vốn | Sở Tài chính |  | Tháng 01/2025
        """),
    Sample(
      "two appendices", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác dân vận năm 2025
        PHỤ LỤC I
        NHIỆM VỤ THƯỜNG XUYÊN
        | TT | Nội dung | Đơn vị chủ trì | Thời gian |
        | 1 | Nắm tình hình | Ban Dân vận | Hằng tháng |
        | 2 | Giao ban | Ban Dân vận | Hằng quý |

        PHỤ LỤC II
        NHIỆM VỤ TRỌNG TÂM
        | TT | Nội dung | Đơn vị chủ trì | Thời gian |
        | 1 | Hội nghị tổng kết | Ban Dân vận | Tháng 12/2025 |
        | 2 | Kiểm tra cơ sở | Ủy ban Kiểm tra | Quý III/2025 |
        """,
      tasks: """
        B1.1 | Nắm | Ban Dân vận |  | Hằng tháng
        B1.2 | Giao ban | Ban Dân vận |  | Hằng quý
        B2.1 | Hội nghị | Ban Dân vận |  | Tháng 12/2025
        B2.2 | Kiểm tra | Ủy ban Kiểm tra |  | Quý III/2025
        """),
    Sample(
      "month sections", years: 2025...2025, leftOut: 0,
      document: """
        CHƯƠNG TRÌNH CÔNG TÁC
        của Ủy ban nhân dân tỉnh năm 2025
        | TT | Tên đề án, báo cáo | Cơ quan soạn thảo | Lãnh đạo UBND tỉnh chỉ đạo |
        | THÁNG 01 | < | < | < |
        | 1 | Đề án phát triển du lịch | Sở Du lịch | Phó Chủ tịch A |
        | 2 | Báo cáo giải ngân | Sở Tài chính | Phó Chủ tịch B |
        | THÁNG 02 | < | < | < |
        | 3 | Đề án giảm nghèo | Sở Nông nghiệp và Môi trường | Phó Chủ tịch A |
        | QUÝ II | < | < | < |
        | 4 | Đề án y tế cơ sở | Sở Y tế | Phó Chủ tịch C |
        """,
      tasks: """
        M1.1 | Đề án phát triển | Sở Du lịch |  | Tháng 01
        M1.2 | Báo cáo | Sở Tài chính |  | Tháng 01
        M2.3 | Đề án giảm | Sở Nông nghiệp và Môi trường |  | Tháng 02
        M3.4 | Đề án y tế | Sở Y tế |  | Quý II
        """),
    Sample(
      "two shapes", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        Phụ lục 1. Nhiệm vụ
        | TT | Nhiệm vụ | Chủ trì | Thời gian |
        | 1 | Việc một của sở | Sở Y tế | Quý I |
        | 2 | Việc hai của sở | Sở Y tế | Quý II |

        Phụ lục 2. Chế độ báo cáo
        | TT | Loại báo cáo | Đơn vị báo cáo | Nơi nhận | Thời hạn |
        | 1 | Báo cáo tháng | Các phòng | Văn phòng | Trước ngày 20 hằng tháng |
        | 2 | Báo cáo năm | Các phòng | Văn phòng | Trước ngày 05/12/2025 |
        """,
      tasks: """
        B1.1 | Việc một | Sở Y tế |  | Quý I
        B1.2 | Việc hai | Sở Y tế |  | Quý II
        B2.1 | Báo cáo tháng | Các phòng |  | Trước ngày 20 hằng tháng
        B2.2 | Báo cáo năm | Các phòng |  | Trước ngày 05/12/2025
        """),
    Sample(
      "cut table", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | TT | Nhiệm vụ | Chủ trì | Thời gian |
        | 1 | Việc một | Sở Y tế | Quý I |
        | 2 | Việc hai | Sở Y tế | Quý II |

        2
        | 3 | Việc ba | Sở Nội vụ | Quý III |
        | 4 | Việc bốn | Sở Nội vụ | Quý IV |
        """,
      tasks: """
        1 | Việc một | Sở Y tế |  | Quý I
        2 | Việc hai | Sở Y tế |  | Quý II
        3 | Việc ba | Sở Nội vụ |  | Quý III
        4 | Việc bốn | Sở Nội vụ |  | Quý IV
        """),
    Sample(
      "results with dates", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        Kết quả năm 2024
        | STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn | Kết quả thực hiện |
        | 1 | Kiểm tra an toàn | Sở Xây dựng | 30/6/2024 | Đã hoàn thành |
        | 2 | Tập huấn | Sở Xây dựng | Quý III/2024 | Đã hoàn thành |

        Nhiệm vụ năm 2025
        | STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn |
        | 1 | Kiểm tra an toàn | Sở Xây dựng | 30/6/2025 |
        | 2 | Tập huấn | Sở Xây dựng | Quý III/2025 |
        """,
      tasks: """
        B1.1 | Kiểm tra | Sở Xây dựng |  | ?
        B1.2 | Tập huấn | Sở Xây dựng |  | ?
        B2.1 | Kiểm tra | Sở Xây dựng |  | 30/6/2025
        B2.2 | Tập huấn | Sở Xây dựng |  | Quý III/2025
        """),
    Sample(
      "budget table deadline", years: 2025...2025, leftOut: 0,
      document: """
        KẾ HOẠCH
        Công tác năm 2025
        | TT | Nhiệm vụ | Chủ trì | Thời gian |
        | 1 | Mua sắm | Sở Y tế | Quý I |

        Dự toán kinh phí
        | STT | Nội dung chi | Đơn vị tính | Số lượng | Đơn giá | Thành tiền |
        | 1 | In tài liệu | Bộ | 100 | 50.000 | 5.000.000 |
        | 2 | Nước uống | Chai | 100 | 5.000 | 500.000 |
        """,
      tasks: """
        1 | Mua sắm | Sở Y tế |  | Quý I
        """),
  ]
}
