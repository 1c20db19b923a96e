import Diagnostics

/// What pages say of an act.
extension Act {
  /// The heading of its form.
  /// - Parameter isReported: whether what it takes back is a report that nobody has confirmed.
  func title(isReported: Bool = false) -> Bilingual {
    switch self {
    case .report: .init(vi: "Báo cáo đã xong", en: "Report it as done")
    case .accept: .init(vi: "Tiếp nhận việc", en: "Accept the work")
    case .progress: .init(vi: "Ghi tiến độ", en: "Say how far it is")
    case .askTime: .init(vi: "Xin gia hạn", en: "Ask for more time")
    case .withdraw: .init(vi: "Rút đề nghị gia hạn", en: "Withdraw the request for more time")
    case .explain: .init(vi: "Giải trình", en: "Explain")
    case .confirm: .init(vi: "Xác nhận hoàn thành", en: "Confirm that it is done")
    case .giveBack: .init(vi: "Trả lại", en: "Return it")
    case .extend: .init(vi: "Gia hạn", en: "Give more time")
    case .refuse: .init(vi: "Không đồng ý gia hạn", en: "Refuse more time")
    case .waive: .init(vi: "Miễn việc này", en: "Waive it")
    case .undo:
      isReported
        ? .init(vi: "Rút báo cáo", en: "Take the report back") : .init(vi: "Mở lại việc này", en: "Open it again")
    case .happened: .init(vi: "Ghi nhận sự kiện đã xảy ra", en: "Record that the event happened")
    }
  }

  /// The words of its button.
  func button(isReported: Bool = false) -> Bilingual {
    switch self {
    case .report: .init(vi: "Gửi báo cáo", en: "Send the report")
    case .askTime: .init(vi: "Gửi đề nghị", en: "Send the request")
    case .explain: .init(vi: "Gửi giải trình", en: "Send the explanation")
    case .extend: .init(vi: "Đồng ý gia hạn", en: "Give more time")
    case .happened: .init(vi: "Ghi nhận sự kiện", en: "Record the event")
    case .accept, .progress, .withdraw, .confirm, .giveBack, .refuse, .waive, .undo: title(isReported: isReported)
    }
  }

  /// Its fields, in their order.
  var fields: [ActField] {
    switch self {
    case .report:
      [
        ActField(
          name: .day, label: .init(vi: "Xong ngày nào?", en: "On which day was it done?"), hint: ActField.dayHint,
          missing: ActField.noDay), .document(),
      ]
    case .accept: []
    case .progress:
      [
        ActField(
          name: .words, label: .init(vi: "Đã làm đến đâu?", en: "How far is it?"),
          hint: .init(vi: "Ví dụ 40%, đang lấy ý kiến", en: "For example 40%, opinions are being asked for"),
          missing: .init(vi: "Hãy ghi tiến độ, một câu là đủ.", en: "Say how far it is; one sentence is enough."))
      ]
    case .askTime:
      [
        ActField(
          name: .newDay, label: .init(vi: "Xin đến ngày", en: "Until which day?"), hint: ActField.comingHint,
          missing: ActField.noDay), .reason(.init(vi: "Lý do", en: "Reason")), .document(),
      ]
    case .withdraw, .undo:
      [.reason(.init(vi: "Lý do (không bắt buộc)", en: "Reason (optional)"), isRequired: false)]
    case .explain:
      [
        ActField(
          name: .words, label: .init(vi: "Nội dung giải trình", en: "The explanation"),
          hint: .init(vi: "Người yêu cầu đọc nguyên văn.", en: "Who asked reads it as it stands."),
          missing: .init(vi: "Hãy ghi nội dung, một câu là đủ.", en: "Write it; one sentence is enough."))
      ]
    case .confirm:
      [.reason(.init(vi: "Nhận xét (không bắt buộc)", en: "Remark (optional)"), isRequired: false)]
    case .giveBack:
      [
        .reason(.init(vi: "Lý do trả lại", en: "Why it is returned")),
        ActField(
          name: .newDay, label: .init(vi: "Hạn mới (không bắt buộc)", en: "New day (optional)"),
          hint: .init(
            vi: "Để trống thì giữ hạn đang có; có ngày mới thì là gia hạn.",
            en: "Empty, it keeps its day; a new one gives more time.")),
      ]
    case .extend:
      [
        ActField(
          name: .newDay, label: .init(vi: "Gia hạn đến ngày", en: "Until which day?"), hint: ActField.comingHint,
          missing: ActField.noDay),
        .document(
          missing: .init(
            vi: "Gia hạn phải có văn bản; hãy ghi số, ký hiệu.",
            en: "More time is given by a document; write its number.")),
      ]
    case .refuse: [.reason(.init(vi: "Lý do không đồng ý", en: "Why it is refused"))]
    case .waive: [.reason(.init(vi: "Lý do miễn", en: "Why it is waived")), .document()]
    case .happened:
      [
        ActField(
          name: .day, label: .init(vi: "Ngày xảy ra", en: "On which day?"), hint: ActField.dayHint,
          missing: ActField.noDay),
        ActField(
          name: .time, label: .init(vi: "Giờ (không bắt buộc)", en: "Time (optional)"),
          hint: .init(vi: "Ví dụ 14:30", en: "For example 14:30")), .document(),
      ]
    }
  }
}
