/// Turns of speech that change what the time beside them means: a wording that holds one is read as it stands or not at all.
enum UnrepairedTurns {
  private static func turns(_ text: String) -> [Turn] { text.split(separator: "|").map { Turn(String($0)) } }

  /// Whether `text` holds one.
  static func stand(in text: String) -> Bool {
    let tokens = DeadlineText(text).tokens
    let isEnding = tokens.contains { bounds.contains($0.key) }
    for turn in always where turn.stands(in: tokens) { return true }
    if !isEnding {
      for turn in stopped where turn.stands(in: tokens) { return true }
    }
    return isOfTwoDays(tokens)
  }

  /// *trước ngày 15/5 hoặc 20/5*: which of them is not said; the same day of two months is two days.
  private static func isOfTwoDays(_ tokens: [Token]) -> Bool {
    guard let middle = tokens.firstIndex(where: { $0.key == "hoặc" }) else { return false }
    func figure(_ at: Int) -> Int? {
      guard tokens.indices.contains(at), at + 2 < tokens.count, tokens[at].kind == .number, tokens[at + 1].key == "/",
        tokens[at + 2].kind == .number
      else { return nil }
      return tokens[at].value
    }
    let second = middle + 1 < tokens.count && tokens[middle + 1].key == "ngày" ? middle + 2 : middle + 1
    guard let day = figure(second) else { return false }
    return figure(middle - 3) != day
  }

  private static let always: [Turn] = [directions, undone, rhythms, cases, mentions, cuts].flatMap { $0 }

  /// What is to be stopped by a day is due by it.
  private static let bounds: Set<Word> = ["trước", "truoc", "chậm", "muộn", "xong", "before", "by"]

  /// Bounds and nearness that no row words.
  private static let directions: [Turn] = turns(
    """
    ^ kể cả|^ cỡ+chừng+độ|cỡ+chừng+độ+non #+ngày|around+about #+@month|close to #+@month| \
    ^ trong tuần+tháng+quý+năm sau+trước|within+in+during the week+month+quarter+year after+before+following|trức| \
    till+til|^ past+beyond|past+beyond #+@month|following #+@month|shortly+just after+before+prior| \
    early+late+mid #+@month|early+late in|towards+toward+nearly+almost+barely #+@month+the+mid+end|^ outside| \
    ^ đủ #|^ ngoài !ra|ngoài thời+khoảng+giờ|^ tầm+sát+quãng+ngót+xấp| \
    tầm+sát+quãng+ngót #+ngày+tháng+giữa+đầu+cuối|#+hai+ba quý+năm+tuần đầu+cuối|niên khóa+khoá+học| \
    năm học # - # ... trước+nhất+ngày # / # $|năm học # - # ... ngày # tháng # $| \
    school year # - # ... by+before # @month $|school year # - # ... by+before @month # $|rưỡi|nien khoa|ruoi| \
    ^ # thang truoc|and a half|^ #+một+hai+ba+bốn+năm+sáu tháng+quý+năm+tuần trước| \
    quý l+il+ll+lll+iil+ill+ili+lil+lii+lv+vi+iiii
    """)

  /// A time at which nothing is to be done, or something else.
  private static let undone: [Turn] = turns(
    """
    chẳng|chả|^ hạn chế|^ tránh|^ kiêng|bị+được hủy+huỷ+hoãn+bãi+dừng+bỏ+thu|^ holiday+holidays| \
    is+are+was+were+been cancelled+canceled+suspended+postponed+waived+withdrawn|đừng|chớ| \
    ^ dung+cam+cho nop+gui+thuc+to|^ mien bao|^ bo bao|^ thoi thuc|^ nghi le+tet+he|^ thay vi+cho| \
    ^ ngoai bao+thoi+khoang|^ cấm|nghiêm cấm|^ miễn !phí+dịch+nhiệm|được+xin miễn+nghỉ+hoãn+tạm| \
    ^ nghỉ lễ+tết+hè+phép+bù+học+làm+ngày+từ|^ bỏ báo+qua+việc+họp+cuộc+chế+quy+nộp+gửi+kỳ|thay vì+cho| \
    ^ thay thế báo+quy+quyết+kế+lịch+công+văn+cho|^ thay báo+lịch|don+don't+dont+doesn+can't+cannot+mustn| \
    exempt+exempts+exempted+exemption|prohibited+prohibits+forbidden+banned+forbids|^ avoid+refrain|instead of| \
    ^ instead|in lieu|in place of|rather than|in addition to monthly+quarterly+annual+weekly+yearly|^ besides| \
    ^ apart from|^ other than|closed from+until+till+through+between+during+in+for|^ closed|office+offices closed| \
    office+offices is+are+be closed|replaces+replaced+replacing
    """)
  private static let stopped: [Turn] = turns(
    """
    ^ bãi bỏ|^ chấm dứt|^ kết thúc báo+chế ... hằng+hàng+định|^ hủy+huỷ+dừng+ngừng+ngưng+hoãn|^ đình chỉ| \
    ^ tạm dừng+ngừng+ngưng+hoãn+đình|^ thôi thực+tiếp+không+áp+giữ+làm+nộp+nhận+báo|^ huy cuoc+lich+hop| \
    ^ dung+ngung bao+tiep+nhan|^ cancel+stop+cease+discontinue+suspend+abandon
    """)

  /// Periods picked from a rhythm, or a rhythm within a period.
  private static let rhythms: [Turn] = turns(
    """
    các+những quý+tháng+tuần+năm+ngày trong|năm+tháng+quý+tuần+ngày chẵn+lẻ|từng+mỗi quý+tuần trong năm| \
    , then+and+thereafter annually+monthly+quarterly+weekly+yearly $|sau đó hằng+hàng+mỗi+định+cứ+từng| \
    hằng+hàng+mỗi ngày+tuần trong tháng+quý|lần / ngày+tuần+tháng+quý trong|lần mỗi ngày+tuần+tháng+quý trong| \
    daily+weekly+monthly in+during+throughout @month|every+each day+week+month in+during+throughout @month
    """)

  /// A case, or whom it binds.
  private static let cases: [Turn] = turns(
    """
    ,+; lớp+khối # trước+chậm|hằng+hàng+mỗi tháng+quý ... ,+; tháng+quý #+i+ii+iii+iv trước+chậm+ngày| \
    định+tầm hướng+nhìn đến+tới|có thời hạn # năm+tháng|thì không quá|phát sinh ... trong tháng+quý+kỳ+năm ,| \
    # ... ,+;+.+(+- trường hợp ... # ngày+tháng+giờ|thì trước+trong+chậm|thì # ngày| \
    nếu có yêu+đề+thay+phát+sai+vướng+thì|, cấp xã+huyện+tỉnh+trung+cơ|; cấp xã+huyện+tỉnh+trung+cơ| \
    , huyện+xã+tỉnh+quận+phường+khối _ #+trước+quý+tháng+ngày+vào+trong+chậm| \
    hoặc trước+chậm+muộn ngày+#+tháng+quý+năm|hoặc chậm+muộn nhất #+ngày+vào+tháng+quý| \
    hoặc trong tháng+quý+năm+tuần|hoặc hằng+hàng+mỗi|!on or before #+@month|or by #|or in @month| \
    or monthly+quarterly+annually+weekly|^ on request+demand
    """)

  /// Days of what has been, of papers and of shares.
  private static let mentions: [Turn] = turns(
    """
    ^ phòng+trang+tờ+bàn+ngõ+hẻm+kiệt+nhà # /|số nhà # /| \
    first+second+third+fourth+last+next quarter+month+week+year after+before+following _|tại+ở+số phòng # /| \
    # / # số+tổng+diện+thành+dân+đại+cử+phiếu+hộ|# / # of+the|đã _ ngày+vào+từ+trong+trước| \
    đã _ _ ngày+vào+từ+trong+trước|^ đã|quá hạn từ+ngày+sau+kể| \
    hết+còn hiệu+giá lực+trị ngày+từ+đến+vào+sau+kể+trong+#|có giá trị #+trong+đến+từ+sử+là|giá trị sử dụng| \
    ^ completed+submitted+filed+held+signed+received+finished+sent+approved+paid on+in|was+were due| \
    was+were _ on+in+by+before|^ has+have+had|valid until+till+through+to+from+for|validity| \
    expires+expired+expiring on+in+by+from|% mỗi+hằng+hàng+/|% each+every+per+a+annually+yearly| \
    ^ # % trước+vào+đến+chậm|^ # % by+before
    """)

  /// A cell that was cut short.
  private static let cuts: [Turn] = turns(
    """
    đến+tới+từ+hoặc+và+trong+của+kể $|ngày làm $|mùng+mồng #| \
    to+from+by+before+until+and+or+of+the+within+after+on+in+at+for $|working+business+calendar $
    """)
}
