/// The wordings of deadlines: rows for both languages, and what code reads.
enum Table {
  private static let rows: [Row] =
    PeriodRows.all + WindowRows.all + DayRows.all + PlaceRows.all + RhythmRows.all + CountedRows.all + FormRows.all
    + RepairRows.all + VietnameseRows.all + englishRows

  /// Further English wordings of what the shared rows word: reading knows them, canonical wordings do not.
  private static let englishRows: [Row] =
    EnglishPeriods.all + EnglishDays.all + EnglishCounts.all + EnglishCountForms.all + EnglishEventDays.all
    + EnglishBounds.all + EnglishRhythms.all + EnglishForms.all + EnglishProse.all

  static let vietnamese = Grammar(.vi, rows, Leaves(language: .vi, words: .vietnamese).all)
  static let english = Grammar(.en, rows, Leaves(language: .en, words: .english).all)

  private static let own: [Language: Set<String>] = [
    .vi: vietnamese.vocabulary.subtracting(english.vocabulary),
    .en: english.vocabulary.subtracting(vietnamese.vocabulary),
  ]

  /// A word that the table of that language has and no other.
  static func isOwn(_ word: String, _ language: Language) -> Bool { own[language]?.contains(word) ?? false }

  static func words(_ language: Language) -> LeafWords { language == .vi ? .vietnamese : .english }

  static func grammar(_ language: Language) -> Grammar { language == .vi ? vietnamese : english }
}

extension LeafWords {
  private static func phrases(_ text: String) -> [[String]] {
    text.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
  }

  private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

  static let vietnamese = LeafWords(
    stops: phrases(
      "riêng|trường hợp|chậm nhất|muộn nhất|trễ nhất|không quá|tối đa|tối thiểu|ít nhất|sớm nhất|không chậm|không muộn|"
        + "không sớm|không vượt|nhưng|hoặc sau|hoặc trước|hoặc kể từ|hoặc từ ngày|hoặc trong|hoặc khi|hoặc đột xuất|và khi|"
        + "tùy|tuỳ|trước ngày|trước khi|trong vòng|trong thời hạn|trong thời gian|kể từ|tính từ|đến hết|đến ngày|và trước|"
        + "nếu|trừ trường hợp|trừ khi|, dự kiến|( dự kiến|( khi|( sau khi|dự kiến trong|dự kiến vào|dự kiến tháng|dự kiến quý|kể cả|đối với|cho đến|trong giai đoạn|hoặc sớm hơn|và ngày|và chậm|và trong thời hạn|thì|mà|đến khi|để|trừ|ngoại trừ|lùi|gia hạn đến|gia hạn thêm|, gia hạn|, hoãn|không áp dụng"
    ),
    time: words("ngày tháng quý năm tuần giờ phút h hằng định thứ kỳ"),
    alternatives: ["hoặc"], commaCost: 1, unended: [], limits: words("không chưa sau trước nếu khi trừ hoặc đến"),
    capitals: [], numerals: [], each: [], qualifiers: [], units: [], dated: words("ngày tháng"),
    never: phrases(
      "dõi|kết thúc năm tài chính|kết thúc năm dương lịch|kết thúc kỳ báo cáo|ngày kết thúc|ngày mùng|ngày thứ|ngày đầu|ngày cuối|thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu|thứ bảy|thứ 2|thứ 3|thứ 4|thứ 5|thứ 6|thứ 7|mùng|mồng|cuối cùng|cuối tháng|cuối quý|cuối năm|"
        + "đầu tháng|đầu quý|đầu năm|đầu tiên|đầu tuần|cuối tuần|kết thúc tháng|kết thúc quý|lập tức|từ|cho|tới|hôm|trong|và|hoặc|khi|lúc|thời điểm|sau|trước|hằng|hàng tháng|hàng quý|hàng năm|hàng tuần|hàng ngày|mỗi|từng|định kỳ|cứ|nay|đây|làm việc|do|cả|đủ"
    ),
    binding: phrases(
      "đầu|cuối|giữa|ngày|tháng|quý|năm|tuần|giờ|phút|hằng|định kỳ|thứ|kỳ báo cáo|học kỳ|số liệu tính|số liệu đến|tính đến|lùi|chuyển sang|"
        + "chuyển từ|gia hạn|kéo dài thêm|thêm không|thêm tối|dời|hoãn|đầu tiên|lần đầu|sáng|chiều|tối|kỳ họp|phiên họp|hết thời hạn|tết|âm lịch|rằm|riêng|"
        + "ngoại trừ|chỉ|trước|sau|không|chưa|khi|nếu|trừ|hoặc khi|kể từ|tính từ|chậm|muộn|sớm|trong thời hạn|hết hạn|lần|"
        + "thường xuyên|đột xuất|tối thiểu|tối đa|ít nhất|mỗi|nửa|mười|mùa|theo|cho đến|trong suốt|khoảng|khong|chua|tru"
    ),
    dangling: words(
      "- – bắt và hoặc giữa hết nửa từ đến tới qua ngoài khoảng gần hơn dưới trên quá cách vào trong trước ngày của các những mỗi từng hàng hằng"
    ),
    continuing: words("của kể sau so tính thuộc trở tài học dương"),
    classes: words(
      "lớp cấp mức mẫu khoản điều số khối phụ lục biểu bảng chương quận phần mục vụ loại nhóm bậc hạng vùng khu tổ đội"),
    bounds: phrases(
      "định kỳ|chậm nhất|muộn nhất|không quá|trước ngày|và trước|và ngày|trong vòng|trong thời hạn|và chậm|kể từ|đối với|"
        + "không muộn|đến hết|trừ|ngoại trừ|lùi|gia hạn|hoãn|nhưng|riêng|không áp dụng"),
    harmless: phrases(
      "đầu tư|đầu mối|đầu việc|đầu mục|đầu vào|đầu ra|ban đầu|bước đầu|dẫn đầu|đứng đầu|đầu cấp|cuối cấp|cuối khóa|đầu khóa|"
        + "đầu người|bắt đầu cấp|quý khách|quý công ty|quý cơ quan|quý đơn vị|quý ông|quý bà|quý vị|quý phòng|quý sở|quý thầy|"
        + "quý phụ huynh|thứ trưởng|thứ tự|giữa các|giữa hai|giữa bên|sau đại học|sau thu hoạch|trước pháp luật|trước hết|"
        + "trước mắt|nói trên|ngày hội|ngày công|tháng hành động|tuần lễ|hằng số|theo dõi|theo mẫu|theo biểu mẫu|theo đúng mẫu|"
        + "theo đề cương|theo phụ lục|theo phân công|theo thẩm quyền|theo chức năng|theo nhiệm vụ|theo từng lĩnh vực|"
        + "theo phân cấp|theo địa chỉ|theo hình thức|theo đúng nội dung|theo nội dung|theo lĩnh vực|theo ngành|theo danh sách|"
        + "theo đúng quy định|đúng theo quy định|theo quy định của pháp luật|theo quy định|không khí|không gian|không giấy|"
        + "không dùng tiền mặt|kỳ thi|chỉ đạo|chỉ tiêu|chỉ số|chỉ thị|chỉ huy|chỉ định|chỉ dẫn|địa chỉ|"
        + "chứng chỉ|tín chỉ|lần lượt|mùa vụ|sáng kiến|sáng tạo|trong sáng|tối ưu|tối cao|chưa thành niên|"
        + "chuyển sang số|trừ sâu|khai trừ|bài trừ|phòng trừ|diệt trừ|giờ hành chính|thời giờ|năm cùng|nếu có|"
        + "chứng từ|từ thiện|từ vựng|bên trong|bên ngoài|cấp trên|cấp dưới|nước ngoài|trong nước|thông qua|quá trình|quá tải|quá hạn|"
        + "trà sớm|trà muộn|lúa sớm|vụ sớm|khấu trừ|dành riêng|nói riêng|sau đây|như sau|chậm tiến độ|chậm nộp|nộp chậm|chậm trễ|chậm đóng|hai chiều|"
        + "chi thường xuyên|giáo dục thường xuyên|đào tạo thường xuyên|"
        + "theo thông tư|theo nghị định|theo quyết định|theo công văn|theo kế hoạch số|theo văn bản|theo luật|theo nghị quyết|"
        + "theo chỉ thị|theo điều|theo khoản|theo tinh thần|theo hướng dẫn tại|theo quy chế|theo quy trình|"
        + "kèm theo|kết quả năm trước|thực hiện của năm trước|thực hiện năm trước|kế hoạch năm sau|kế hoạch năm tiếp theo|"
        + "kế hoạch của năm tiếp theo|dự toán năm sau|kế hoạch quý sau|kế hoạch tháng sau|kế hoạch tuần sau|nhiệm vụ tháng sau|"
        + "khoảng cách|nghỉ tết|thưởng tết|thi giữa kỳ|kiểm tra giữa kỳ|đánh giá giữa kỳ|thi cuối kỳ|kiểm tra cuối kỳ|theo đường|theo phương thức|"
        + "quyết định|xác định|ấn định|nghị định|thẩm định|giám định|kiểm định|nhất định|ổn định|khẳng định|nhận định|"
        + "đúng thời hạn|đúng tiến độ|đảm bảo tiến độ|bảo đảm tiến độ|tiến độ thực hiện|kết quả theo dõi|hơn nữa|chủ nhiệm"
    ),
    things: words(
      "bộ bản đồng đơn học trường xã huyện tỉnh người tỷ triệu km ha m2 báo cuốn tấn tiết trang nhóm giải nội nhiệm chỉ mẫu file "
        + "dự công cơ đại cán phòng sở cặp suất phần lớp chuyên hộ ca tổ thành điểm xe hồ phiếu tác sản thửa mô con cây đội"
    ),
    anniversaries: words("kết niệm"), gates: phrases("sau khi"),
    documents: words("chiến nghị quyết chương luật thông chỉ quy đề"), hasMarks: true)

  static let english = LeafWords(
    stops: phrases(
      "of the month in which|of the quarter in which|of the year in which|of the calendar year in which|of the fiscal year in which|"
        + ", a|, an|, the|and shall|and must|and will|and may|at midnight|at noon|and close|and closes|and end at|, each|, all|, any|, it|, its|, such|, shall|, must|, notify|the later of|the earlier of|the latest of|the first of|and annually|and every|and quarterly|and monthly|"
        + "and at least|falls on|minus|no later than|not later than|at the latest|whichever|unless|not less than|"
        + "no less than|not more than|no more than|or by|or no later|or within|and within|at least|and no later|or after|"
        + "or before|or not later|and not later|but not|but no|except|if later|if earlier|provided that|expected"),
    time: words(
      "day days week weeks month months year years quarter quarters hour hours minute minutes daily weekly monthly quarterly "
        + "annually annual yearly each every january february march april may june july august september october november "
        + "december monday tuesday wednesday thursday friday saturday sunday"),
    alternatives: ["or"], commaCost: 12,
    unended: words(
      ", - – or and from by to than of about between for the a an in on at with effective starting beginning"),
    limits: words("not no after until unless except if every each or before within by when whenever"),
    capitals: ["may", "march"], numerals: Set(NumberWords.english.words), each: words("each every any"),
    qualifiers: words(
      "calendar fiscal federal financial tax taxable reporting business working academic school of the first second third last two three "
        + "following next previous preceding succeeding end close beginning start and or to"),
    units: words("day week month quarter year half semester term days weeks months quarters years"),
    dated: words("january february march april may june july august september october november december"),
    never: phrases(
      "the|a|an|and|or|the end of|the beginning of|each|every|both|either|your|its|his|her|their|our|any|such|said|this|these|those|date of|date the|date a|date that|date on which|date when|day that|day on which|that|of|time of|least|most|month|quarter|week|year following|year after|year in which|year before|year|years|noon|midnight|close of business|it is desired|it is practicable|it is possible|it is feasible|there|time to time|time|year to which"
        + "|second of|third of|fourth of|fifth of|sixth of|seventh of|eighth of|ninth of|tenth of"
        + "|eleventh of|twelfth of|thirteenth of|fourteenth of|fifteenth of|sixteenth of|seventeenth of"
        + "|eighteenth of|nineteenth of|twentieth of|thirtieth of|year for which|year of"),
    binding: phrases(
      "day|days|week|weeks|month|months|year|years|quarter|quarters|hour|hours|daily|weekly|monthly|quarterly|"
        + "annually|annual|yearly|january|february|march|april|june|july|august|september|october|november|december|monday|"
        + "tuesday|wednesday|thursday|friday|saturday|sunday|not|no|never|before|after|until|if|unless|when|whenever|within|"
        + "since|during|except|once|twice|times|immediately|upon|while|only|later|earlier|prior|next|ends|"
        + "without|whichever|mid|extended|moved|postponed|changed to|as needed|frequency|"
        + "fy|begin on|begins on|beginning on|end on|ends on|ending on|intervals|interval|half|sat|sun|mon|tue|tues|wed|weds|thu|thur|thurs|fri|jan|feb|apr|jun|jul|"
        + "aug|sep|sept|oct|nov|dec|respectively|at least|at most|maximum|minimum|thanksgiving|noon|midnight|close of business|cob|lunar|am|pm|thereafter"
    ),
    dangling: words(
      "- – or and from by to until through under over between during half every each any spring summer autumn fall winter than of about around approximately least most since between for the a an in on at effective "
        + "starting beginning"),
    continuing: words(
      "of between preceding prior succeeding next following in from after s on at by within upon until or and"),
    classes: words("section form rule part article schedule class level grade $"),
    bounds: phrases("by|before|no later|not later|within|on or before|at the latest"),
    harmless: phrases(
      "if applicable|if any|if required|if needed|in writing|in the form|in the manner|in such form|in such manner|in electronic form|in accordance with|in compliance with|in respect of|"
        + "in order to|in addition to|on the form|on a form|on form|on its website|on their website|on the website|by mail|by email|by e - mail|"
        + "by post|by fax|by registered mail|by certified mail|by electronic means|by the employer|by the contractor|by the recipient|"
        + "by the grantee|by the company|by the board|at the address|at the office|at the principal office|at the registered office|"
        + "from the board|from the commission|at its principal|in full|in triplicate|in duplicate|in person|and shall|and must|and the"
    ))
}
