import Diagnostics

/// Of the pages about proposals.
extension Labels {
  static let proposals: [String: Bilingual] = [
    "wProposeChange": .init(vi: "Đề xuất sửa dòng này", en: "Propose a change of this row"),
    "wProposals": .init(vi: "Đề xuất", en: "Proposals"),
    "wNotSent": .init(vi: "Chưa gửi.", en: "Nothing was sent."),
    "wFromDocument": .init(vi: "Từ văn bản đến", en: "From a document that came in"),
    "wReadSentence": .init(vi: "Đọc câu này", en: "Read the sentence"),
    "wReadNote": .init(
      vi: "Chỉ điền vào các ô còn trống; xem và sửa lại trước khi gửi.",
      en: "It fills in what is still empty; look at it and correct it before it is sent."),
    "wRow": .init(vi: "Dòng của kế hoạch", en: "The row of the plan"),
    "wSeeMeaning": .init(vi: "Xem nghĩa và ngày", en: "See its meaning and days"),
    "wSendProposal": .init(vi: "Gửi đề xuất", en: "Send the proposal"),
    "wMeaning": .init(vi: "Nghĩa và ngày", en: "Meaning and days"),
    "wNextDays": .init(vi: "Các hạn sắp tới", en: "The next days"),
    "wMovedDuties": .init(vi: "Việc và ngày thay đổi", en: "Duties and days that change"),
    "wHands": .init(vi: "Ai làm, ai xác nhận, nhắc thế nào", en: "Who does and confirms it, and how it is reminded of"),
    "wChangedRow": .init(vi: "Dòng thay đổi", en: "The row that changes"),
    "wItSays": .init(vi: "Đề xuất ghi nhận", en: "What it would record"),
    "wSentence": .init(
      vi: "Câu trong văn bản, hoặc lời thư:", en: "The sentence of the document, or the words of the mail:"),
    "wByCommand": .init(vi: "Quyết định bằng lệnh trên máy chủ:", en: "It is decided by a command on the machine:"),
    "wLettersToCome": .init(vi: "Thư sẽ gửi", en: "Letters that would go out"),
    "wHowMany": .init(vi: "Số thư", en: "Letters"),
    "wSeeLetters": .init(vi: "Xem thư sẽ gửi", en: "See these letters"),
    "wDecide": .init(vi: "Quyết định", en: "Decide"),
    "wRefuseProposal": .init(vi: "Không chấp nhận", en: "Refuse it"),
    "wWithdrawProposal": .init(vi: "Rút đề xuất", en: "Withdraw the proposal"),
    "wWithdrawNote": .init(
      vi: "Người đề xuất rút được khi chưa ai quyết định; người quản trị thấy là đã rút.",
      en: "Who proposed it may take it back until it is decided; administrators see that it was withdrawn."),
    "wLoadAgain": .init(vi: "Tải lại trang này", en: "Load this page again"),
    "wNewTask": .init(vi: "Đề xuất việc mới", en: "Propose a new task"),
    "wWouldLose": .init(
      vi: "Áp dụng thì mất điều đã ghi nhận hoặc đã nhắc, nên không chấp nhận được trên trang.",
      en: "Applied, it would lose what is on record or was told, so that it is not accepted on pages."),
    "wMind": .init(vi: "Chú ý.", en: "Mind."),
  ]
}
