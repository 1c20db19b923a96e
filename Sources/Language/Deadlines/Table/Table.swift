/// The wordings of deadlines: rows for both languages, and what code reads.
enum Table {
  private static let rows: [Row] =
    PeriodRows.all + WindowRows.all + DayRows.all + PlaceRows.all + RhythmRows.all + CountedRows.all + FormRows.all
    + RepairRows.all + VietnameseRows.all + englishRows

  /// Further English wordings of what the shared rows word: reading knows them, canonical wordings do not.
  private static let englishRows: [Row] =
    EnglishPeriods.all + EnglishDays.all + EnglishCounts.all + EnglishCountForms.all + EnglishEventDays.all
    + EnglishBounds.all + EnglishRhythms.all + EnglishForms.all + EnglishProse.all
    + EnglishExceptions.all + EnglishLines.all

  /// What is read by itself.
  private static let roots = ["deadline", "repaired", "moments", "day", "rhythm", "weekday", "bounded", "counted"]

  static let vietnamese = Grammar(rows, Leaves(language: .vi, words: .vietnamese), roots: roots)
  static let english = Grammar(rows, Leaves(language: .en, words: .english), roots: roots)

  private static let own: [Language: Set<Word>] = [
    .vi: vietnamese.vocabulary.subtracting(english.vocabulary),
    .en: english.vocabulary.subtracting(vietnamese.vocabulary),
  ]

  /// A word that the table of that language has and no other.
  static func isOwn(_ word: Word, _ language: Language) -> Bool { own[language]?.contains(word) ?? false }

  static func grammar(_ language: Language) -> Grammar { language == .vi ? vietnamese : english }
}

extension LeafWords {
  static func phrases(_ text: String) -> [[Word]] {
    text.utf8.split(separator: UInt8(ascii: "|")).map { words(of: Substring($0)) }
  }

  static func words(_ text: String) -> Set<Word> { Set(words(of: text[...])) }

  static func words(of text: Substring) -> [Word] {
    text.utf8.split(separator: UInt8(ascii: " ")).map { Word(Substring($0)) }
  }

  /// Of both languages: a wording that is unclear may be so in either.
  private static let heads = words("nếu hợp khi rõ định if unless unclear")

  /// *Giáp Thìn*
  private static let lunarYears = words("giáp ất bính đinh mậu kỷ canh tân nhâm quý").flatMap { stem in
    words("tý sửu dần mão mẹo thìn tỵ tị ngọ mùi thân dậu tuất hợi").map { [stem, $0] }
  }

  static let vietnamese = LeafWords(
    stops: phrases(
      "riêng|trường hợp|chậm nhất|muộn nhất|trễ nhất|không quá|tối đa|tối thiểu|ít nhất|sớm nhất|không chậm|không muộn|"
        + "không sớm|không vượt|nhưng|hoặc sau|hoặc trước|hoặc kể từ|hoặc từ ngày|hoặc trong|hoặc khi|hoặc đột xuất|và khi|"
        + "tùy|tuỳ|trước ngày|trước khi|trong vòng|trong thời hạn|trong thời gian|kể từ|tính từ|đến hết|đến ngày|và trước|"
        + "nếu|trừ trường hợp|trừ khi|, dự kiến|( dự kiến|( khi|( sau khi|dự kiến trong|dự kiến vào|dự kiến tháng|dự kiến quý|kể cả|đối với|cho đến|trong giai đoạn|hoặc sớm hơn|và ngày|và chậm|và trong thời hạn|thì|mà|đến khi|để|trừ|ngoại trừ|lùi|gia hạn đến|gia hạn thêm|, gia hạn|, hoãn|không áp dụng|tính theo ngày|không tính|không kể|không bao gồm|chỉ tính|trong quý"
    ),
    time: words("ngày tháng quý năm tuần giờ phút h hằng định thứ kỳ"),
    alternatives: ["hoặc"], commaCost: 1, limits: words("không chưa sau trước nếu khi trừ hoặc đến"),
    capitals: [], numerals: [],
    paces: words("hằng hàng mỗi từng"), units: words("ngày tháng quý năm tuần giờ phút"), dated: words("ngày tháng"),
    never: phrases(
      "dõi|kết thúc năm tài chính|kết thúc năm dương lịch|kết thúc kỳ kế toán|ngày kết thúc|ngày mùng|ngày thứ|ngày đầu|ngày cuối|thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu|thứ bảy|chủ nhật|thứ 2|thứ 3|thứ 4|thứ 5|thứ 6|thứ 7|mùng|mồng|cuối cùng|cuối tháng|cuối quý|cuối năm|"
        + "đầu tháng|đầu quý|đầu năm|đầu tiên|đầu tuần|cuối tuần|kết thúc tháng|kết thúc quý|lập tức|từ|cho|tới|hôm|trong|và|hoặc|khi|lúc|thời điểm|sau|trước|hằng|hàng tháng|hàng quý|hàng năm|hàng tuần|hàng ngày|mỗi|từng|định kỳ|cứ|nay|đây|làm việc|do|cả|đủ|"
        + "thích hợp|phù hợp"
    ),
    binding: phrases(
      "đầu|cuối|giữa|ngày|tháng|quý|năm|tuần|giờ|phút|hằng|định kỳ|chu kỳ đóng|chu kỳ báo cáo|thời điểm kết thúc|thời điểm bắt đầu|thứ|kỳ báo cáo|kỳ rà soát|kỳ đánh giá|kỳ thống kê|áp dụng từ|dịp|học kỳ|số liệu tính|số liệu đến|tính đến|lùi|chuyển sang|"
        + "chuyển từ|gia hạn|kéo dài thêm|thêm không|thêm tối|dời|hoãn|đầu tiên|lần đầu|sáng|chiều|tối|kỳ họp|phiên họp|hết thời hạn|tết|âm lịch|rằm|riêng|"
        + "ngoại trừ|chỉ|trước|sau|không|chưa|khi|nếu|trừ|hoặc khi|kể từ|tính từ|chậm|muộn|sớm|trong thời hạn|hết hạn|lần|"
        + "thường xuyên|đột xuất|tối thiểu|tối đa|ít nhất|mỗi|nửa|mười|mùa|theo|cho đến|trong suốt|khoảng|chủ nhật|ko|k|khg|hok|"
        + "dự kiến|dự tính|dự định|phấn đấu|cố gắng|khuyến khích|ước tính|ước chừng|gần đúng|cách nhật|ngoại lệ|khi có|có thể thay đổi|có thể điều chỉnh|tùy|tuỳ|đã hủy|đã huỷ|đã bỏ|đã thu hồi|tạm tính|"
        + "thông báo lại|thông báo sau|âl|dl|giỗ|một lần|ngay sau|ngay khi|trừ trường hợp|kế tiếp|tiếp theo|liền kề|liền sau|năm sau|theo tiến độ|theo kế hoạch|theo lộ trình|theo yêu cầu|theo quy định|theo hướng dẫn"
    ) + lunarYears,
    dangling: words(
      "- – bắt và hoặc giữa hết nửa từ đến tới qua ngoài khoảng gần hơn dưới trên quá cách vào trong trước ngày của các những mỗi từng hàng hằng"
    ),
    continuing: words("của kể sau trước tới này nay so tính thuộc trở tài học dương"),
    exceptions: words("nghỉ bãi bỏ miễn loại huỷ hủy dừng ngừng ngưng tạm lui thôi bớt bù thay hết ngoại"),
    ordinary: words(
      "bát bạt bất bật chăm chạm chấm chi chì chí chị chiêu chiếu chiểu chứa chữa cua cưa cửa dâu dấu dầu dẫu đấu "
        + "đậu đen đèn đền dõi dối dồi dội đòi đôi đối đồi đổi đội đới đời đợi đuôi đuối đuổi dưỡng dượng đương đường "
        + "gan gân gắn gió giỏ giỗ hãng hạng hét hoan hoàn hoán hòn hôn hồn hỗn kế kề kệ khí khoang khoáng khống "
        + "khổng lan làn lân lấn lẫn môi mọi mỏi mối mồi mới mời mua múa mưa muối muỗi mươi muôn muốn mượn nam nấm "
        + "nắm nằm ngay ngoại nhũng nhưng nứa nữa quà quả quy quỳ quỹ rầm rậm sang sàng sáu sâu sơ số sổ sở sợ "
        + "tai tái tại tải thăng thắng thẳng thặng thu thù thư thụ thủ thử thuốc thước tinh tình tĩnh tỉnh tịnh tòi "
        + "tôi tỏi tồi tội tro trò trợ trông trọng trống trồng trù trú trụ trứ trữ tu tư tụ tủ tử tự tuân tuấn tuy túy tuý tủy tụy nảy tung "
        + "tùng túng tụng va vả"),
    leading: words("đầu cuối giữa sáng chiều tối khi hết"),
    named: words("ngày tháng quý năm tuần lễ"),
    papers: phrases(
      "quyết định|nghị định|nghị quyết|thông tư|thông báo|công văn|công điện|chỉ thị|kết luận|luật|biên bản|tờ trình|hợp đồng|văn bản|"
        + "giấy mời"),
    classes: words(
      "vòng trang lớp cấp mức mẫu khoản điều số khối phụ lục biểu bảng chương quận phần mục vụ loại nhóm bậc hạng vùng khu tổ đội lệ đạt chiếm bản"
    ),
    bounds: phrases(
      "định kỳ|chậm nhất|muộn nhất|không quá|trước ngày|và trước|và ngày|trong vòng|trong thời hạn|và chậm|kể từ|đối với|"
        + "không muộn|đến hết|trừ|ngoại trừ|lùi|gia hạn|hoãn|nhưng|riêng|không áp dụng"),
    harmless: phrases(
      "đầu tư|đầu mối|đầu việc|đầu mục|đầu vào|đầu ra|ban đầu|bước đầu|dẫn đầu|đứng đầu|đầu cấp|cuối cấp|cuối khóa|đầu khóa|"
        + "đầu người|bắt đầu cấp|quý khách|quý công ty|quý cơ quan|quý đơn vị|quý ông|quý bà|quý vị|quý phòng|quý sở|quý thầy|"
        + "quý phụ huynh|thứ trưởng|thứ tự|giữa các|giữa hai|giữa bên|sau đại học|sau thu hoạch|trước pháp luật|trước hết|"
        + "trước mắt|nói trên|ngày hội|ngày công lao động|số ngày công|tháng hành động|tuần lễ|hằng số|theo dõi|theo mẫu|theo biểu mẫu|theo đúng mẫu|"
        + "theo đề cương|theo phụ lục|theo tiêu chí|theo các tiêu chí|theo phân công|theo thẩm quyền|theo chức năng|theo nhiệm vụ|theo từng lĩnh vực|"
        + "lớp chuyên|trường chuyên|khối chuyên|môn chuyên|giờ làm việc mùa|giờ làm việc|hai bên|mỗi bên|khen thưởng đột xuất|thành tích đột xuất|dịp nghỉ tết|dịp nghỉ lễ|"
        + "ngày thành lập|ngày truyền thống|ngày sinh nhật|ngày gia đình|"
        + "theo phân cấp|theo địa chỉ|theo hình thức|theo đúng nội dung|theo nội dung|theo lĩnh vực|theo ngành|theo danh sách|"
        + "theo đúng quy định|theo quy định của pháp luật|theo quy định|không khí|không gian|không giấy|"
        + "không dùng tiền mặt|kỳ thi|chỉ đạo|chỉ tiêu|chỉ số|chỉ thị|chỉ huy|chỉ định|chỉ dẫn|địa chỉ|"
        + "chứng chỉ|tín chỉ|lần lượt|mùa vụ|sáng kiến|sáng tạo|trong sáng|tối ưu|tối cao|chưa thành niên|"
        + "chuyển sang số|trừ sâu|khai trừ|bài trừ|phòng trừ|diệt trừ|giờ hành chính|thời giờ|năm cùng|nếu có|"
        + "chứng từ|từ thiện|từ vựng|bên trong|bên ngoài|cấp trên|cấp dưới|nước ngoài|trong nước|thông qua|quá trình|quá tải|quá hạn|"
        + "trà sớm|trà muộn|lúa sớm|vụ sớm|khấu trừ|dành riêng|nói riêng|sau đây|như sau|chậm tiến độ|chậm nộp|chậm trễ|chậm đóng|hai chiều|"
        + "thiên tai|y tế|thực tế|quốc tế|kinh tế|thu chi|thu , chi|ghi chi|bội chi|tăng chi|khách hàng|ngân hàng|"
        + "bán hàng|cửa hàng|đơn hàng|mặt hàng|tồn tại|hiện tại|đê điều|đơn thư|kỷ luật|nội quy|vi phạm|phạm vi|hành vi|"
        + "chức vụ|vùng trồng|cây trồng|bảo dưỡng|bồi dưỡng|điều dưỡng|cấp dưỡng|sửa chữa|ma túy|vận tải|hợp lệ|"
        + "cải cách|tư cách|xếp hạng|trợ cấp|phụ cấp|hỗ trợ|bảo trợ|tài trợ|cứu trợ|đăng tải|chuyển tải|mẫu biểu|đại biểu|"
        + "tiêu biểu|phát biểu|thời khóa biểu|nghiệm thu|doanh thu|nguồn thu|tận thu|thất thu|công tư|tạm thời|tài sản|"
        + "tài liệu|tài nguyên|học viện|học viên|học sinh|học phí|học bạ|miễn phí|"
        + "dinh dưỡng|nội trú|bán trú|thường trú|cư trú|lưu trú|nội vụ|huân chương|tạm trú|con dấu|vũ khí|"
        + "ma tuý|gian lận|sáng chế|hồ chứa|vốn điều lệ|quỹ đầu tư|xăng dầu|dầu khí|thang máy|tàu cá|cầu đường|tải trọng|"
        + "chiếu sáng công|chiếu sáng đô|tuần tra|đơn từ|một cửa|"
        + "lưu trữ|văn thư|dự trữ|tài chính công|tạm ứng|tạm giữ|tạm giam|"
        + "cứu đói|nghỉ hưu|thôi việc|nghỉ việc|miễn nhiệm|thăng hạng|học tập|đối ngoại|viện trợ|giá cả thị trường|"
        + "cấp phát thuốc|kiểm kê thuốc|sử dụng thuốc|đấu thầu thuốc|mua thuốc|kho thuốc|nghiệp vụ|nhiệm vụ|dịch vụ|phục vụ|"
        + "nông thôn mới|cấp mới|cơ sở|về sở|các sở|gửi sở|trình sở|với sở|giám đốc sở|hồ sơ|nhân dân tỉnh|ubnd tỉnh|hđnd tỉnh|cấp tỉnh|toàn tỉnh|cả tỉnh|"
        + "địa bàn tỉnh|công an tỉnh|trung ương|tài khoản|báo chí|cùng cấp|các cấp|cung cấp|nâng cấp|trung cấp|chủ nhiệm lớp|thăm lớp|cơ bản|thôn , bản|"
        + "bù trừ|vai trò|chính thức|hình thức|phương thức|kiến thức|báo cáo ước tính|số liệu ước tính|ước tính thực hiện|xếp loại|phân loại|các loại|chưa tự chủ|không để xảy ra|hàng không|dự giờ|mỗi cơ quan|mỗi đơn vị|mỗi xã|mỗi người|mỗi hộ|mỗi trường|lương tối thiểu|vụ mùa|"
        + "dự kiến kinh phí|dự kiến nhu cầu|dự kiến phân bổ|bồi dưỡng thường xuyên|lương thường xuyên|trả sau ,|trước bạ|chi thường xuyên|giáo dục thường xuyên|đào tạo thường xuyên|"
        + "theo thông tư|theo nghị định|theo quyết định|theo công văn|theo kế hoạch số|theo văn bản|theo luật|theo nghị quyết|"
        + "theo chỉ thị|theo điều|theo khoản|theo tinh thần|theo hướng dẫn tại|theo quy chế|theo quy trình|"
        + "ký hợp|tỉnh đến|số liệu tỉnh|định kỹ thuật|định kỹ năng|kết quả|hiệu quả|thành quả|hậu quả|vật tư|điện tử|đổi mới|quan trọng|nêu trên|nêu tại|nêu rõ|nêu gương|đã nêu|được nêu|thu từ|thư từ|kê khai|sao kê|thống kê|liệt kê|kiểm kê|kê biên|bảng kê|bản kê|thú y|thang điểm|thang lương|thang bảng lương|hang động|phương châm|"
        + "kèm theo|kết quả năm trước|thực hiện của năm trước|thực hiện năm trước|kế hoạch năm sau|kế hoạch năm tiếp theo|"
        + "kế hoạch của năm tiếp theo|dự toán năm sau|kế hoạch quý sau|kế hoạch tháng sau|kế hoạch tuần sau|nhiệm vụ tháng sau|"
        + "không giới hạn số lần|nghỉ tết âm lịch|nghỉ tết nguyên đán|đóng dấu chỉ|thu nhập lần đầu|kê khai lần đầu|tiền lương tháng|lương theo tháng|một trong các trường hợp|lao động dự kiến|"
        + "khoảng cách|nghỉ tết|thưởng tết|thi giữa kỳ|kiểm tra giữa kỳ|đánh giá giữa kỳ|thi cuối kỳ|kiểm tra cuối kỳ|theo đường|theo phương thức|"
        + "quyết định|xác định|ấn định|nghị định|thẩm định|giám định|kiểm định|nhất định|ổn định|khẳng định|nhận định|"
        + "hàng không|không quân|không chuyên|liên quan|liên thông|liên ngành|liên tịch|gia đình|gia cầm|kéo theo|làm cơ sở|"
        + "làm căn cứ|làm rõ|làm thủ tục|làm chủ|việc làm|quy định|quy định kỳ họp|ngoại vụ|đối ngoại|ngoại giao|ngoại ngữ|thường vụ|"
        + "thường trực|bình thường|bồi thường|gia tăng|quốc gia|chuyên gia|tham gia|đánh giá|"
        + "đúng thời hạn|đúng tiến độ|đảm bảo tiến độ|bảo đảm tiến độ|tiến độ thực hiện|hơn nữa|chủ nhiệm"
    ),
    things: words(
      "bộ bản đồng đơn học trường xã huyện tỉnh người tỷ triệu km ha báo cuốn tấn tiết trang nhóm giải nội nhiệm chỉ mẫu file "
        + "dự công cơ đại cán phòng sở cặp suất phần lớp chuyên hộ ca tổ thành điểm xe hồ phiếu tác sản thửa mô con cây đội môn tuổi bệnh"
    ),
    anniversaries: words("kết niệm"), gates: phrases("sau khi"), joints: words("và hoặc rồi"),
    rhythms: words("hằng quarterly monthly"),
    reservations: words("không chưa trừ ngoại kể lần định thường liên kéo gia tối làm mỗi từng"),
    counts: words("một hai ba bốn sáu bảy tám chín mười vài mấy nửa"),
    quarters: words("quý quí"), documents: words("chiến nghị quyết chương luật thông chỉ quy đề"),
    heads: heads, ranks: words("i ii iii iv v vi vii viii ix x"), hasMarks: true,
    hasNamedTimes: true)

  static let english = LeafWords(
    stops: phrases(
      "of the month in which|of the quarter in which|of the year in which|of the calendar year in which|of the "
        + "fiscal year in which|"
        + ", a|, an|, and a|, and an|, and the|, the|and shall|and must|and will|and may|at midnight|at noon|and "
        + "close|and closes|and end at|, each|, all|, any|, it|, its|, such|, shall|, must|, notify|the later of|"
        + "the earlier of|the latest of|the first of|and annually|and every|and quarterly|and monthly|"
        + ", disregarding|, excluding|, not counting|( excluding|( not counting|, notice|, give|, notify|, send|"
        + ", submit|, file|, provide|, furnish|, report|, make|, pay|, prepare|, deliver|, inform|, lodge|, "
        + "publish|, issue|, apply|, return|, advise|"
        + "as soon as|and at least|falls on|minus|no later than|not later than|at the latest|whichever|unless|"
        + "not less than|"
        + "no less than|not more than|no more than|or by|or no later|or within|and within|at least|and no later|"
        + "or after|"
        + "or before|or not later|and not later|but not|but no|except|if later|if earlier|provided that|expected|"
        + "excluding|exclusive of|not counting|not including|other than|and in any event|but in any event|and in any case|but in any case|and in no|but in no|"
        + "earlier than|later than|sooner than|if"),
    time: words(
      "day days week weeks month months year years quarter quarters hour hours minute minutes daily weekly "
        + "monthly quarterly "
        + "annually annual yearly each every january february march april may june july august september october "
        + "november "
        + "december monday tuesday wednesday thursday friday saturday sunday"),
    alternatives: ["or"], commaCost: 12,
    limits: words("not no after until unless except if every each or before within by when whenever"),
    capitals: ["may", "march"], numerals: Set(NumberWords.english.words), paces: words("each every any"),
    qualifiers: words(
      "calendar fiscal federal financial tax taxable reporting business working academic school of the first "
        + "second third last two three "
        + "following next previous preceding succeeding end close beginning start and or to"),
    units: words(
      "day days week weeks month months quarter quarters year years hour hours minute minutes half semester term"),
    dated: words("january february march april may june july august september october november december"),
    never: phrases(
      "january|february|march|april|june|july|august|september|october|november|december|regular intervals|same|within|eom|eoq|"
        + "the|a|an|and|or|the end of|the beginning of|each|every|both|either|your|its|his|her|their|our|any|"
        + "such|said|this|these|those|date of|date the|date a|date that|date on which|date when|day that|day on "
        + "which|that|of|time of|least|most|month|quarter|week|year following|year after|year in which|year "
        + "before|year|years|noon|midnight|close of business|practicable|possible|feasible|reasonably|today|"
        + "tomorrow|yesterday|it is desired|it is practicable|it is possible|it is feasible|there|time to time|"
        + "time|year to which"
        + "|second of|third of|fourth of|fifth of|sixth of|seventh of|eighth of|ninth of|tenth of"
        + "|eleventh of|twelfth of|thirteenth of|fourteenth of|fifteenth of|sixteenth of|seventeenth of"
        + "|eighteenth of|nineteenth of|twentieth of|thirtieth of|year for which|year of|even days|odd days|even|odd|alternate days|weekdays|weekends|working days|business days|cent|annum|capita|date will|date are|date shall|deadline will|deadline are|deadline shall|time will|later of|earlier of|latest of|earliest of|"
        + "thirty - first|twenty - first|twenty - second|twenty - third|twenty - fourth|twenty - fifth|twenty - sixth|twenty - seventh|twenty - eighth|twenty - ninth|monday|tuesday|"
        + "wednesday|thursday|friday|saturday|sunday"),
    binding: phrases(
      "day|days|week|weeks|month|months|year|years|quarter|quarters|hour|hours|daily|weekly|monthly|quarterly|"
        + "annually|annual|yearly|january|february|march|april|june|july|august|september|october|november|"
        + "december|monday|"
        + "tuesday|wednesday|thursday|friday|saturday|sunday|mondays|tuesdays|wednesdays|thursdays|fridays|"
        + "saturdays|sundays|weekends|alternate|semiannual|semiannually|biweekly|fortnightly|bimonthly|semimonthly|quinquennial|quinquennially|may|not|no|never|before|after|until|if|unless|when|whenever|within|"
        + "since|during|except|once|twice|times|immediately|upon|while|only|later|earlier|prior|next|ends|"
        + "without|whichever|mid|extended|moved|postponed|changed to|as needed|frequency|"
        + "fy|begin on|begins on|beginning on|end on|ends on|ending on|intervals|interval|half|semi|bi|tri|season|seasons|sat|sun|mon|tue|"
        + "tues|wed|weds|thu|thur|thurs|fri|jan|feb|apr|jun|jul|"
        + "aug|sep|sept|oct|nov|dec|respectively|at least|at most|maximum|minimum|thanksgiving|noon|midnight|"
        + "close of business|cob|lunar|am|pm|thereafter|fortnight|fortnights|decade|which|showing|covering|reflecting|"
        + "tentative|tentatively|expected|anticipated|preferably|ideally|hopefully|aim|aims|aiming|strive|"
        + "optional|optionally|tbc|tbd|tba|to be confirmed|to be determined|to be announced|to be decided|to be "
        + "set|to be fixed|to be advised|to be agreed|"
        + "accrues|accrue|odd|even months|even years|even weeks|probably|possibly|perhaps|maybe|"
        + "business day|business days|anniversary|anniversaries|to be arranged|to be scheduled|to be notified|to be specified|to be established|to be published|to be "
        + "defined|to be appointed|provisional|provisionally|none|proposed date|proposed dates|proposed deadline|proposed time|proposed :|proposed )|proposed for|proposed on|is proposed|are proposed|approximately|approx|circa|roughly|"
        + "earliest|latest|biennial|biennially|biannually|triennially|subject to|on hold|leap|estimated date|estimated dates|"
        + "estimated deadline|estimated time|estimated completion|estimated delivery|estimated start|estimated end|estimated :|estimated )|"
        + "estimated for|estimated on|is estimated|are estimated|as amended|in effect on|in force on|extend the|extend this|extend that|"
        + "extend its|extend such|per cent|target "
        + "date|julian"
    ),
    dangling: words(
      "- – or and from by to until through under over between during half every each any spring summer autumn "
        + "fall winter than of with as about around approximately approx least most since between for the a an in on "
        + "at effective proposed estimated cover covers "
        + "starting beginning"),
    continuing: words(
      "of between preceding prior succeeding next following fiscal in from form after s on at by within upon "
        + "until or and but"
    ),
    exceptions: words(
      "skip skips skipping skipped minus less omit omits omitting omitted exclude excludes excluding excluded "
        + "exempt exempted "
        + "waive waived waives waiving suspend suspended suspending cancel cancelled canceled save barring bar "
        + "apart other off disregarding dated adopted enacted runs lasts spans withdrawn superseded lapsed expired"
    ),
    ordinary: words(
      "mouth mouths alter alters expect expects accept accepts white whole seeks lever fever sever layer water "
        + "items near bear dear "
        + "hear fear gear tear wear weak seek hall halt text nest soon moon tune lends sends tends bends is it "
        + "be as an are was has us "
        + "we he my so do up go me all her him his form dues decide decides estimate ever kept latter match newer note notes "
        + "ours pays say says sent stating though thus tone ways wherever hereafter abort lead leads leaf lean lease leases "
        + "internal intern move moves rear string tears tours fears timer timing very weed deed zone arch heap"),
    papers: phrases("notice|circular|regulation|decision|act|order|letter|memo|memorandum|resolution"),
    classes: words(
      "page pages room line figure section form rule part article schedule class level grade version issued amended updated signed revised $ "
        + "paragraph "
        + "subsection regulation chapter title exhibit appendix annex table clause phase tier subpart directive "
        + "subparagraph "
        + "subclause § cfr"),
    bounds: phrases("by|before|no later|not later|within|on or before|at the latest"),
    harmless: phrases(
      "and , where appropriate|and , where necessary|and , if appropriate|and , if necessary|without prior notice|"
        + "without advance notice|without further notice|one half|one - half|one - time|one - off|estimated tax|estimated taxes|if applicable|if any|if required|if needed|in writing|in the form|in the "
        + "manner|in such form|in such manner|in electronic form|in accordance with|in compliance with|in respect of|"
        + "in order to|in addition to|on the form|on a form|on form|on its website|on their website|on the "
        + "website|by mail|by email|by e - mail|"
        + "by post|by fax|by registered mail|by certified mail|by electronic means|by the employer|by the "
        + "contractor|by the recipient|"
        + "by the grantee|by the company|by the board|at the address|at the office|at the principal office|at "
        + "the registered office|"
        + "mid - term|pay days|pay day|pay periods|pay period|without deduction|without charge|without notice|"
        + "without demand|"
        + "person which|company which|entity which|which is required|which has|which have|which is subject|which "
        + "holds|which operates|"
        + "which employs|which must|which shall|whether or not|but not limited|not limited to|without prejudice|"
        + "without limitation|without regard|without penalty|without cause|office hours|"
        + "day care|day - to - day|prior approval|prior written approval|"
        + "prior consent|prior written consent|"
        + "month - by - month|year - to - date|day - by - day|next of kin|laid before|appear before|placed before|if necessary|where necessary|if appropriate|where "
        + "appropriate|if possible|"
        + "no - cost|no cost|no - fault|not - for - profit|not for profit|one or more|any one|one copy|two "
        + "copies|three copies|"
        + "in two instalments|in three instalments|in four instalments|in two equal instalments|in three equal "
        + "instalments|"
        + "in four equal instalments|in two installments|in four installments|in two equal installments|in four "
        + "equal installments|"
        + "from the board|from the commission|at its principal|in full|in triplicate|in duplicate|in person|and "
        + "shall|and must|and the"
    ),
    things: words(
      "copies copy members member persons individuals people employees workers students pages words parties "
        + "directors shareholders "
        + "payments payment instalments installments percent per votes signatures residents beds participants "
        + "users employers"),
    joints: words("and or then"),
    rhythms: words("daily weekly monthly quarterly annually yearly anniversary anniversaries hằng"),
    reservations: words(
      "not no never excluding exclusive except excepting exempting until extendable extendible extended renewable most once twice "
        + "times weekends weekend holidays holiday saturdays sundays thereafter then within before business working each every"
    ),
    edges: words("end close beginning start"), numbered: words("q h fy day"), quarters: words("quý quí"),
    duties: words("shall must"), presents: words("shall must may should will is are"),
    pasts: words("have has had was were"), passives: words("is are was were been"),
    relatives: words("who which that and or"), relations: words("preceding following succeeding before after"),
    acts: words("adopted enacted"), heads: heads,
    ranks: words("i ii iii iv v vi vii viii ix x")
  )
}
