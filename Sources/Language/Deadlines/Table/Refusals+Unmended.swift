import CivilCalendar

/// Turns of speech that change what the time beside them means: a wording that holds one is read as it stands or not at all.
extension Refusals {
  /// Beside these a period of data has a deadline of its own.
  private static let reported: Set<Word> = [
    "trước", "chậm", "muộn", "hạn", "nộp", "gửi", "before", "by", "due", "later", "submit", "submitted",
  ]

  /// What is to be stopped by a day is due by it.
  private static let bounds: Set<Word> = ["trước", "truoc", "chậm", "muộn", "xong", "before", "by"]

  /// A cell that was cut short, by what its last words need.
  private static let cut: [Refusal] = [
    (.unlessRead, "kể+tính từ $|kể $|after $", "ngày hoặc sự kiện", "a day or an event"),
    (.unlessRead, "đến+tới+từ $|to+from+by+before+until+on $", "ngày hoặc kỳ", "a day or a period"),
    (
      .unlessRead, "trong $|ngày làm $|within+in+for $|working+business+calendar $", "số ngày, tuần hoặc tháng",
      "a number of days, weeks or months"
    ),
    (.unlessRead, "và+hoặc+của $|mùng+mồng #|and+or+of+the+at $", "phần sau", "what follows"),
    (.unlessRepaired, "trước+hết+vào $|no+not later+earlier than $", "ngày hoặc kỳ", "a day or a period"),
    (
      .unlessRepaired, "trong vòng $|trong thời hạn $|không quá $|tối đa $", "số ngày, tuần hoặc tháng",
      "a number of days, weeks or months"
    ),
    (
      .unlessRepaired, "sau+từ khi $|sau+tính $|since+following+upon+when $", "ngày hoặc sự kiện", "a day or an event"
    ),
    (
      .unlessRepaired, "hằng+hàng+mỗi+từng $|every+each $", "ngày, tuần, tháng, quý hoặc năm",
      "a day, week, month, quarter or year"
    ),
    (.unlessRepaired, "theo+per $", "văn bản hoặc tiến độ", "a document or schedule"),
  ].map { reach, turns, vi, en in
    Refusal(
      "cut", reach, turns, vi: "Hạn dừng giữa chừng ở “$0”: còn thiếu \(vi).",
      en: "The deadline stops half-way at “$0”: \(en) is missing.")
  }

  static let unmended =
    cut + [
      Refusal(
        "day.near", .unlessRead,
        """
        ^ cỡ+chừng+độ|cỡ+chừng+độ+non #+ngày|^ tầm+sát+quãng+ngót+xấp|tầm+sát+quãng+ngót #+ngày+tháng+giữa+đầu+cuối| \
        around+about #+@month|close to #+@month|shortly+just after+before+prior|early+late+mid #+@month|early+late in| \
        towards+toward+nearly+almost+barely #+@month+the+mid+end
        """,
        vi: "“$0” không nói đúng đến ngày nào; viết “chậm nhất …” hoặc “từ … đến …”.",
        en: "“$0” does not say until which day; write “by …” or “from … to …”."),
      Refusal(
        "bound.vague", .unlessRead,
        """
        ^ kể cả|^ trong tuần+tháng+quý+năm sau+trước| \
        ^ the week+month+quarter+year before+after+preceding+following #+@month| \
        within+in+during the week+month+quarter+year after+before+following| \
        till+til|^ past+beyond|past+beyond #+@month|following #+@month|^ outside|^ đủ #|^ ngoài !ra| \
        ngoài thời+khoảng+giờ| \
        #+hai+ba quý+năm+tuần đầu+cuối|business+working day on or after+before| \
        each+every+annually+yearly ... in #1000-9999 by+before+on|^ # thang truoc| \
        ^ #+một+hai+ba+bốn+năm+sáu tháng+quý+năm+tuần trước
        """,
        vi: "“$0” có thể hiểu theo nhiều cách; viết “trước ngày …”, “chậm nhất …” hoặc “từ … đến …”.",
        en: "“$0” may be understood in several ways; write “before …”, “by …” or “from … to …”."),
      Refusal(
        "year.two", .unlessRead,
        """
        niên khóa+khoá+học|nien khoa|năm học # - # ... trước+nhất+ngày # / # $|năm học # - # ... ngày # tháng # $| \
        school year # - # ... by+before # @month $|school year # - # ... by+before @month # $
        """,
        vi: "“$0”: ngày trong năm nào của năm học? Viết cả năm của ngày ấy.",
        en: "“$0”: a day in which year of the school year? Write the year of that day."),
      Refusal(
        "season", .unlessRead, "!nhiệm+dịch+nghiệp+phục+thời vụ đông+xuân+hè+mùa+chiêm|vụ thu đông", without: reported,
        vi: "“$0” kéo dài từ bao giờ đến bao giờ? Viết tháng hoặc ngày.",
        en: "“$0” is from when to when? Write months or days."),
      Refusal(
        "length.half", .unlessRead, "rưỡi|ruoi|and a half",
        vi: "“$0” là bao nhiêu ngày? Viết thời hạn bằng số nguyên, ví dụ “45 ngày”.",
        en: "How many days is “$0”? Write the length of time in whole numbers, for example “45 days”."),
      Refusal(
        "misspelt", .unlessRead, "trức|quý l+il+ll+lll+iil+ill+ili+lil+lii+lv+vi+iiii",
        vi: "“$0” có lẽ viết sai: “trước”, hay quý I, II, III, IV?",
        en: "“$0” is perhaps misspelt: “trước”, or quarter I, II, III, IV?"),
      Refusal(
        "period.of-data", .unlessRead,
        """
        liệu+quả+hình từ ... đến|kỳ báo cáo từ|đến nay|data+activities+figures+results from ... to+through+until| \
        data+figures as of+at|data up to|for the period+year+quarter+month+half ended+ending+from|reporting period
        """, without: reported,
        vi: "“$0” là kỳ của số liệu, chưa là hạn; viết hạn nộp.",
        en: "“$0” is the period of the data, and no deadline; state by when it is due."),
      Refusal(
        "in-force", .unlessRead,
        """
        có hiệu lực từ+kể+ngày|hiệu lực thi hành từ+kể+ngày|take+takes+taking effect on+from+as|into+in force on+from| \
        toán+chính kết+bắt thúc+đầu ngày+vào+từ|fiscal+financial+accounting year ends+begins+starts on+#+@month| \
        year+quarter+period ends on+#+@month|expiring #+@month
        """, without: reported,
        vi:
          "“$0”: từ ngày ấy một quy định, một kỳ hay một giấy tờ bắt đầu hoặc hết, chưa có gì đến hạn; viết việc phải làm.",
        en: "“$0”: a rule, period or paper begins or ends there, and nothing is due; state what is to be done by when."),
      Refusal(
        "consequence", .unlessRead,
        """
        bị xử+phạt+loại+trừ+cắt|được thưởng+hưởng+giảm+cộng+ưu|discount+penalty+fee+interest applies+apply| \
        ^^ if _ by+before+on+after+within
        """,
        vi: "“$0” nói điều xảy ra tùy ngày nộp, không phải hạn; chỉ viết hạn.",
        en: "“$0” tells what depends on the day, and is no deadline; state the deadline alone."),
      Refusal(
        "length.kept", .unlessRead,
        """
        niêm yết # ngày+tháng|niêm yết trong # ngày+tháng|niêm yết công khai # ngày+tháng|ngày liên tục| \
        niêm yết công khai trong # ngày+tháng|lưu giữ+trữ ... # năm+tháng+ngày| \
        keep+kept+retain+retained+retains+preserve+preserved+displayed ... for _+# day+days+month+months+year+years| \
        keep+kept+retain+retained+retains+preserve+preserved+displayed ... for at least
        """,
        vi: "“$0” là thời gian phải giữ, không phải hạn; viết “không sớm hơn …” cho ngày được thôi.",
        en: "“$0” is how long something is kept, and no deadline; write “not before …” for the day on which that ends."),
      Refusal(
        "bound.two", .unlessRead, "# / # , chậm+muộn+trễ nhất|#+@month , at the latest #+@month",
        vi: "“$0”: hai hạn cho một việc hay hai việc? Viết mỗi hạn thành một mục.",
        en: "“$0”: two limits of one duty, or two duties? State each by itself."),
      // A time at which nothing is to be done, or something else.
      Refusal(
        "not-due", .unlessRead,
        """
        chẳng|chả|^ hạn chế|^ tránh|^ kiêng|bị+được hủy+huỷ+hoãn+bãi+dừng+bỏ+thu|^ holiday+holidays| \
        is+are+was+were+been cancelled+canceled+suspended+postponed+waived+withdrawn|đừng|chớ| \
        ^ dung+cam+cho nop+gui+thuc+to|^ mien bao|^ bo bao|^ thoi thuc|^ nghi le+tet+he|^ thay vi+cho| \
        ^ ngoai bao+thoi+khoang|^ cấm|nghiêm cấm|^ miễn !phí+dịch+nhiệm|được+xin miễn+nghỉ+hoãn+tạm| \
        ^ nghỉ lễ+tết+hè+phép+bù+học+làm+ngày+từ|^ bỏ báo+qua+việc+họp+cuộc+chế+quy+nộp+gửi+kỳ|thay vì+cho| \
        ^ thay thế báo+quy+quyết+kế+lịch+công+văn+cho|^ thay báo+lịch|don+don't+dont+doesn+can't+cannot+mustn| \
        đóng cửa|exempt+exempts+exempted+exemption|prohibited+prohibits+forbidden+banned+forbids|^ avoid+refrain| \
        instead of| \
        ^ instead|in lieu|in place of|rather than|in addition to monthly+quarterly+annual+weekly+yearly|^ besides| \
        ^ apart from|^ other than|closed from+until+till+through+between+during+in+for|^ closed|office+offices closed| \
        office+offices is+are+be closed|replaces+replaced+replacing
        """,
        vi: "“$0”: đó không phải là hạn phải giữ; chỉ viết việc phải làm và hạn của việc ấy.",
        en: "“$0” is nothing that is due; state only what is to be done, and by when."),
      Refusal(
        "stopped", .unlessRead,
        """
        ^ bãi bỏ|^ chấm dứt|^ kết thúc báo+chế ... hằng+hàng+định|^ hủy+huỷ+dừng+ngừng+ngưng+hoãn|^ đình chỉ| \
        ^ tạm dừng+ngừng+ngưng+hoãn+đình|^ thôi thực+tiếp+không+áp+giữ+làm+nộp+nhận+báo|^ huy cuoc+lich+hop| \
        ^ dung+ngung bao+tiep+nhan|^ cancel+stop+cease+discontinue+suspend+abandon
        """, without: bounds,
        vi: "“$0”: việc đã thôi thì không có hạn; viết “chậm nhất …” nếu phải thôi trước ngày ấy.",
        en: "“$0”: what is stopped has no deadline; write “by …” if it is to be stopped by that day."),
      // Periods picked from a rhythm, or a rhythm within a period.
      Refusal(
        "rhythm.picked", .unlessRead,
        """
        which+that shall+must+will begin+commence+start+end+close+run| \
        các+những quý+tháng+tuần+năm+ngày trong|năm+tháng+quý+tuần+ngày chẵn+lẻ|từng+mỗi quý+tuần trong năm| \
        , then+and+thereafter annually+monthly+quarterly+weekly+yearly $|sau đó hằng+hàng+mỗi+định+cứ+từng| \
        hằng+hàng+mỗi ngày+tuần trong tháng+quý|lần / ngày+tuần+tháng+quý trong|lần mỗi ngày+tuần+tháng+quý trong| \
        daily+weekly+monthly in+during+throughout @month|every+each day+week+month in+during+throughout @month
        """,
        vi: "“$0” chọn kỳ trong một nhịp; viết rõ từng kỳ.",
        en: "“$0” picks periods from a rhythm; name each of them."),
      // A case, or whom it binds.
      Refusal(
        "case", .unlessRead,
        """
        ,+; lớp+khối # trước+chậm|hằng+hàng+mỗi tháng+quý ... ,+; tháng+quý #+i+ii+iii+iv trước+chậm+ngày| \
        định+tầm hướng+nhìn đến+tới|có thời hạn # năm+tháng|thì không quá|phát sinh ... trong tháng+quý+kỳ+năm ,| \
        # ... ,+;+.+(+- trường hợp ... # ngày+tháng+giờ|thì trước+trong+chậm|thì # ngày| \
        nếu có yêu+đề+thay+phát+sai+vướng+thì|, cấp xã+huyện+tỉnh+trung+cơ|; cấp xã+huyện+tỉnh+trung+cơ| \
        , huyện+xã+tỉnh+quận+phường+khối _ #+trước+quý+tháng+ngày+vào+trong+chậm| \
        hoặc trước+chậm+muộn ngày+#+tháng+quý+năm|hoặc chậm+muộn nhất #+ngày+vào+tháng+quý| \
        hoặc trong tháng+quý+năm+tuần|hoặc hằng+hàng+mỗi|!on or before #+@month|or by #|or in @month| \
        or monthly+quarterly+annually+weekly|^ on request+demand
        """,
        vi: "“$0” là hạn cho một trường hợp riêng; viết mỗi hạn thành một mục có tên trước dấu hai chấm.",
        en: "“$0” is a deadline for some alone; state each by itself, with its name before a colon."),
      // Days of what has been, of papers and of shares.
      Refusal(
        "day.other", .unlessRead,
        """
        ^ phòng+trang+tờ+bàn+ngõ+hẻm+kiệt+nhà # /|số nhà # /| \
        first+second+third+fourth+last+next quarter+month+week+year after+before+following _|tại+ở+số phòng # /| \
        # / # số+tổng+diện+thành+dân+đại+cử+phiếu+hộ|# / # of+the|đã _ ngày+vào+từ+trong+trước| \
        đã _ _ ngày+vào+từ+trong+trước|^ đã|quá hạn từ+ngày+sau+kể+#|hợp đồng ký ngày+trước+sau|tuyển dụng sau+từ| \
        vị+chức+ty+nghiệp thành lập trước+sau+từ|tồn đọng từ+đến|tồn đọng trước năm|nghỉ hưu trước+sau+từ+trong| \
        được cấp phép sau+từ|ban hành từ ... đến|!phát+học+vệ+tuyển+thí+tái sinh năm #| \
        met+began+occurred+happened on+in #+@month| \
        người+tượng+trẻ+em+nam+nữ sinh trước+từ+sau+ngày+năm| \
        !be+been+being+is+are born+formed+established+incorporated+hired+employed+signed+appointed+issued+licensed+enrolled+registered \
        before+after+prior+since+between| \
        !be+been+being+is+are born+formed+established+incorporated+hired+employed+signed+appointed+issued+licensed+enrolled+registered \
        on+in+from #+@month|staff+cases+employees retiring+pending+joining before+after| \
        ^ submitted+reported+published+updated+posted #|^ reported+published+updated+posted on| \
        hết+còn hiệu+giá lực+trị ngày+từ+đến+vào+sau+kể+trong+#|có giá trị #+trong+đến+từ+sử+là|giá trị sử dụng| \
        entered+came into force+effect+operation|took effect| \
        ^ completed+submitted+filed+held+signed+received+finished+sent+approved+paid on+in|was+were due| \
        was+were _ on+in+by+before|^ has+have+had|valid until+till+through+to+from+for|validity| \
        expires+expired+expiring on+in+by+from|% mỗi+hằng+hàng+/|% each+every+per+a+annually+yearly| \
        ^ # % trước+vào+đến+chậm|^ # % by+before
        """,
        vi: "“$0” là ngày hay số của việc khác, không phải hạn; chỉ viết hạn.",
        en: "“$0” is a day or number of something else; state the deadline alone."),
      // *trước ngày 15/5 hoặc 20/5*: the same day of two months is two days.
      Refusal(
        "alternative.days", .unlessRead, vi: "“$0”: chưa nói phải giữ ngày nào; chỉ viết một ngày.",
        en: "“$0”: it is not said which day binds; write only that one."
      ) { text in
        guard let middle = text.tokens.firstIndex(where: { $0.key == "hoặc" }) else { return nil }
        let second = text.key(middle + 1) == "ngày" ? middle + 2 : middle + 1
        guard let day = text.figures(second), text.figures(middle - 3)?.day != day.day else { return nil }
        return (text.range(middle..<day.tokens.upperBound), [text.slice(middle..<day.tokens.upperBound)])
      },
    ]
}
