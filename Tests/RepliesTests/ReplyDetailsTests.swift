import CivilCalendar
import Replies
import TestSupport
import Testing

/// The days and documents of an answer. The mail is of 5 March 2024, a Tuesday.
struct ReplyDetailsTests {
  private static func read(_ words: String) -> [ReplyStatement] { ReplyReaderTests.read(words) }

  private static let brackets: [(words: String, on: String?, document: String?)] = [
    ("Đã hoàn thành (ngày 4/3/2024)", "2024-03-04", nil),
    ("Đã hoàn thành (4/3/2024).", "2024-03-04", nil),
    ("Đã hoàn thành (thứ Hai, ngày 4/3/2024)", "2024-03-04", nil),
    ("Đã hoàn thành thứ Hai (ngày 4/3/2024)", "2024-03-04", nil),
    ("Đã hoàn thành ngày “4/3/2024”", "2024-03-04", nil),
    ("Đã hoàn thành [4 tháng 3 năm 2024]", "2024-03-04", nil),
    ("Đã hoàn thành ngày 4/3/2024./.", "2024-03-04", nil),
    ("Đã hoàn thành (số 15/SKHCN-VP ngày 4/3/2024)", "2024-03-04", "15/SKHCN-VP"),
    ("Đã hoàn thành (Công văn số 15/SKHCN-VP ngày 4/3/2024)", "2024-03-04", "15/SKHCN-VP"),
    ("Đã hoàn thành (Công văn số 15/SKHCN-VP, ngày 4/3/2024).", "2024-03-04", "15/SKHCN-VP"),
    ("Done (4 March 2024)", "2024-03-04", nil),
    ("Đã xong ngày 4.3.2024", "2024-03-04", nil),
    ("Đã xong ngày 4.3", "2024-03-04", nil),
    ("Đã nộp báo cáo tháng 2", nil, nil),
    ("Đã hoàn thành tháng 2, ngày 29/2/2024", "2024-02-29", nil),
    ("Đã xong 04/3 tại Sở", "2024-03-04", nil),
    ("Đã xong sáng 4/3 tại Sở", "2024-03-04", nil),
    ("Đã xong trước hạn 15/3/2024", nil, nil),
    ("Đã xong (hạn trước ngày 15/3/2024)", nil, nil),
    ("Đã xong ngày 4/3/2024. Bản giấy nộp trong tuần này.", "2024-03-04", nil),
    ("Đã xong (theo số 5/BC).", nil, "5/BC"),
    ("Đã xong (số 5/BC)", nil, "5/BC"),
    ("Đã xong [5/BC].", nil, "5/BC"),
    ("Đã xong, số “12/BC-VP”.", nil, "12/BC-VP"),
    ("Đã xong, số '12/BC-VP'", nil, "12/BC-VP"),
    ("Đã xong, số «12/BC-VP»;", nil, "12/BC-VP"),
    ("Đã xong, số *12/BC-VP*", nil, "12/BC-VP"),
    ("Đã xong, số 12/BC-VP./.", nil, "12/BC-VP"),
    ("Đã xong, số:12/BC-VP", nil, "12/BC-VP"),
    ("Đã xong, số 15/2024/NQ-HĐND)", nil, "15/2024/NQ-HĐND"),
    ("Đã gửi (5/BC)", nil, "5/BC"),
  ]

  @Test(arguments: brackets)
  func readsWhatBracketsHold(_ words: String, _ on: String?, _ document: String?) {
    #expect(Self.read(words) == [ReplyReaderTests.done(on, document)], "\(words)")
  }

  /// The document that ordered the work, and its day, are not those that tell that it is done.
  @Test(arguments: [
    "Theo Kế hoạch số 15/KH-UBND ngày 10/1/2024, I.2 đã xong",
    "Đã hoàn thành nội dung I.2 của Kế hoạch 15/KH-UBND ngày 10/1/2024",
    "Trả lời thư ngày 4/3/2024: đã xong", "Done according to plan no. 15/KH-UBND",
  ])
  func takesNoOrderForTheResult(_ words: String) {
    #expect(Self.read(words).isEmpty, "\(words)")
  }

  /// A day that is not understood is not left out, and the mail's day taken.
  @Test(arguments: [
    "Đã xong ngày 31.2.2024", "Đã xong ngày 2024-3-4 hoặc 2024-03-03", "Đã xong ngày 31/2/2024", "Đã xong 3/4/24x",
    "Đã xong ngày4/3/2024", "Đã xong (12/BC-VP(4/3/2024))", "Đã xong ngày 4", "Đã xong hôm kia", "Đã xong tuần trước",
    "Đã xong từ tháng 2", "Đã hoàn thành tháng 2", "Đã xong hôm thứ Sáu", "Đã xong mùng 4 Tết", "Done last week",
    "Completed on Friday", "Done 3 days ago", "Đã xong thứ Sáu ngày 4/3/2024", "Đã xong trước ngày 4/3/2024",
    "Đã xong (trước 4/3/2024)", "Đã xong từ ngày 1/3/2024", "Done by 4/3/2024", "Đã hoàn thành 2/3 số xã",
    "Đã xong ngày 3/3/2024 (số 12/BC-VP ngày 4/3/2024)", "Đã xong ngày 3/3/2024. Báo cáo số 12/BC-VP ngày 4/3/2024.",
    "Đã xong. Từ tuần trước.", "I.2 (ngày 4/3/2024):\nđã xong", "Đã xong (ngày 6/3/2024)",
  ])
  func leavesOutNoDay(_ words: String) {
    #expect(Self.read(words).isEmpty, "\(words)")
  }

  private static let requests: [(words: String, because: String?)] = [
    ("Xin gia hạn (đến 15/4/2024)", nil),
    ("Xin gia hạn đến 15/4/2024 (vì chờ số liệu).", "chờ số liệu"),
    ("Xin gia hạn đến 15/4/2024 vì chờ số liệu (đợt 2).", "chờ số liệu (đợt 2)"),
    ("Xin gia hạn (vì chờ số liệu) đến 15/4/2024.", "chờ số liệu"),
    ("Xin gia hạn từ 15/3/2024 sang 15/4/2024", nil),
    ("Xin gia hạn đến 15/4/2024 (hạn cũ 15/3/2024)", nil),
    ("Xin gia hạn đến 15/4/2024 vì bão ngày 1/3/2024", "bão ngày 1/3/2024"),
    (
      "Xin gia hạn đến 15/4/2024. Lý do: thiếu người, chưa hoàn thành khảo sát.",
      "thiếu người, chưa hoàn thành khảo sát"
    ),
  ]

  @Test(arguments: requests)
  func readsRequestsWithBrackets(_ words: String, _ because: String?) {
    #expect(Self.read(words) == [ReplyReaderTests.moreTime("2024-04-15", because)], "\(words)")
  }

  @Test(arguments: [
    "Xin gia hạn đến 15/4/2024 (hoặc 30/4/2024)", "Xin gia hạn đến 15/4/2024. Hoặc 30/4/2024.",
    "Xin gia hạn đến 15/4/2024, chậm nhất 30.4.2024", "Xin gia hạn vì bão đến 15/4/2024 hoặc 30/4/2024",
  ])
  func leavesOutNoDayOfARequest(_ words: String) {
    #expect(Self.read(words).isEmpty, "\(words)")
  }
}
