import CivilCalendar
import Replies
import TestSupport
import Testing

/// What of an answer names work, and what does not. The mail is of 5 March 2024.
struct ReplyNamesTests {
  private static let one = [
    ReplySubject(ids: ["I.2", "kh/I.2", "I.2@once"], title: "Báo cáo kết quả công tác", isInLetter: true),
    ReplySubject(ids: ["I.4", "kh/I.4"], title: "Báo cáo tháng", isInLetter: false),
  ]
  private static let three = [
    ReplySubject(ids: ["VII.11"], title: "Báo cáo quý", isInLetter: true),
    ReplySubject(ids: ["VII.12"], title: "Kế hoạch kiểm tra do Sở ban hành", isInLetter: true),
    ReplySubject(ids: ["VII.13"], title: "Rà soát thủ tục", isInLetter: true),
    ReplySubject(ids: ["I.4"], title: "Báo cáo tháng", isInLetter: false),
  ]

  private static func read(_ words: String, _ subjects: [ReplySubject]) -> [ReplyStatement] {
    ReplyReaderTests.read(words, subjects)
  }
  private static func done(_ subjects: [[Int]]) -> [ReplyStatement] { [ReplyReaderTests.done(nil, of: subjects)] }
  private static func moreTime(_ because: String?, _ subjects: [[Int]]) -> [ReplyStatement] {
    [ReplyReaderTests.moreTime("2024-04-15", because, of: subjects)]
  }

  /// An id or a title that the letter did not tell is other work, also where the letter told one duty only.
  @Test(arguments: [
    "II.9 đã xong", "II.9 đã xong ngày 4/3/2024", "VI.9: đã hoàn thành", "kh/II.9 đã xong", "(II.9) đã xong",
    "NV7 đã xong",
    "Đã xong II.9", "ii.9 da xong", "I.2a đã xong", "3@2026-12 đã xong", "I.2@2024-Q1 đã xong", "I.4 đã xong",
    "Nhiệm vụ số 7 đã xong", "nhiem vu so 7 da xong", "Nhiệm vụ 7 đã xong", "Việc số 2 đã hoàn thành", "Mục II đã xong",
    "Mục 1.3 đã xong", "Số 7 đã xong", "#7 đã xong", "7. đã xong", "7 đã xong", "II đã xong",
    "Item 7 is complete", "Task no. 7 was completed", "Nhiệm vụ số 7:\nđã xong", "II.9:\nđã xong",
    "Báo cáo tháng đã xong ngày 4/3/2024", "“Báo cáo tháng” đã xong", "bao cao thang da xong",
    "II.9 xin gia hạn đến 15/4/2024", "I.2, II.9 đã xong", "I.2 và nhiệm vụ số 7 đã xong", "I.2,II.9 đã xong",
    "Báo cáo tháng, báo cáo kết quả công tác đã xong",
  ])
  func takesNoOtherWork(_ words: String) {
    #expect(Self.read(words, Self.one).isEmpty, "\(words)")
    #expect(Self.read(words, Self.three).isEmpty, "\(words)")
  }

  @Test(arguments: [
    ("I.2 đã xong", [[0]]), ("(I.2) đã xong", [[0]]), ("I.2@once đã xong", [[0]]), ("1. Đã xong", []),
    ("1) Đã xong", []),
    ("2. I.2 đã xong", [[0]]), ("Nhiệm vụ này đã xong", []), ("Nhiệm vụ quý I/2024 đã xong", []),
    ("Báo cáo Q1/2024 đã xong", []), ("Đã xong, đã gửi an2@so.example", []), ("Đã xong: https://so.example/bc12", []),
    ("I submitted the report", []),
  ])
  func knowsItsOwn(_ words: String, _ subjects: [[Int]]) {
    #expect(Self.read(words, Self.one) == Self.done(subjects), "\(words)")
  }

  @Test func knowsNoSecondThingOfALetterThatToldOne() {
    #expect(Self.read("2/ Đã xong", Self.one).isEmpty)
    #expect(Self.read("2/ Đã xong", Self.three) == Self.done([]))
  }

  /// Ids that can be numbers of lists name a duty where the letter told it alone.
  @Test func knowsIdsThatAreNumbers() {
    let seven = [ReplySubject(ids: ["7", "7@2024-03"], title: "Báo cáo", isInLetter: true)]
    for words in ["Nhiệm vụ số 7 đã xong", "7. đã xong", "7@2024-03 đã xong"] {
      #expect(Self.read(words, seven) == Self.done([[0]]), "\(words)")
    }
    #expect(Self.read("7@2024-04 đã xong", seven).isEmpty)
    #expect(Self.read("Nhiệm vụ số 8 đã xong", seven).isEmpty)
    let two = ["1", "2"].map { ReplySubject(ids: [$0], title: "Báo cáo", isInLetter: true) }
    #expect(Self.read("Nhiệm vụ số 2 đã xong", two).isEmpty)
    #expect(Self.read("3. đã xong", two).isEmpty)
    #expect(Self.read("2. đã xong", two) == Self.done([]))
  }

  @Test func takesTheIdBeforeATitleOfSeveral() {
    let quarters = ["2024-Q1", "2024-Q2"].map { key in
      ReplySubject(ids: ["VII.8", "VII.8@\(key)"], title: "Báo cáo quý", isInLetter: true)
    }
    #expect(Self.read("VII.8@2024-Q2 Báo cáo quý đã xong", quarters) == Self.done([[1]]))
  }

  private static let reasons: [(words: String, because: String?, subjects: [[Int]])] = [
    ("VII.12 xin gia hạn đến 15/4/2024 vì VII.11 chưa xong", "VII.11 chưa xong", [[1]]),
    ("VII.12 xin gia hạn đến 15/4/2024 do chờ Báo cáo quý", "chờ Báo cáo quý", [[1]]),
    ("VII.12 xin gia hạn đến 15/4/2024 (vì VII.11 chưa hoàn thành).", "VII.11 chưa hoàn thành", [[1]]),
    ("VII.12 (do VII.11 chưa xong) xin gia hạn đến 15/4/2024", "VII.11 chưa xong", [[1]]),
    ("VII.12 xin gia hạn đến 15/4/2024. Vì VII.11 chưa xong.", "VII.11 chưa xong", [[1]]),
    ("VII.12 xin gia hạn đến 15/4/2024. Lý do: VII.11 chưa xong.", "VII.11 chưa xong", [[1]]),
    ("Vì VII.11 chưa xong, VII.12 xin gia hạn đến 15/4/2024", "VII.11 chưa xong", [[1]]),
    ("VII.12 xin gia hạn đến 15/4/2024 vì II.9 chưa xong", "II.9 chưa xong", [[1]]),
    ("VII.12: extension until 15 April 2024 because VII.11 is late", "VII.11 is late", [[1]]),
    ("Xin gia hạn đến 15/4/2024 vì VII.11 chưa xong", "VII.11 chưa xong", []),
    ("VII.12 xin gia hạn đến 15/4/2024 vì VII.11, VII.13 chưa xong", "VII.11, VII.13 chưa xong", [[1]]),
    // A title has *do*, which begins no reason.
    ("Kế hoạch kiểm tra do Sở ban hành xin gia hạn đến 15/4/2024", nil, [[1]]),
    ("VII.11, VII.12 và nhiệm vụ VII.13 xin gia hạn đến 15/4/2024", nil, [[0], [1], [2]]),
  ]

  /// What stands behind *vì* names nothing.
  @Test(arguments: reasons)
  func namesNothingInAReason(_ words: String, _ because: String?, _ subjects: [[Int]]) {
    #expect(Self.read(words, Self.three) == Self.moreTime(because, subjects), "\(words)")
  }

  /// Where one stands in the sentence only for the sake of another, or the reason goes over into something else.
  @Test(arguments: [
    "VII.12 xin gia hạn đến 15/4/2024 để chờ VII.11", "VII.12 chờ VII.11, xin gia hạn đến 15/4/2024",
    "VII.11 chậm nên VII.12 xin gia hạn đến 15/4/2024", "VII.11 đến VII.13 đã xong",
    "VII.11 (do thiếu số liệu) và VII.12 xin gia hạn đến 15/4/2024",
    "VII.12 xin gia hạn đến 15/4/2024 vì thiếu số liệu, VII.11 đã xong",
    "VII.12 xin gia hạn đến 15/4/2024 vì thiếu số liệu còn VII.11 đã xong", "Đã xong chậm vì VII.11",
    "VII.11 đã xong. Do thiếu số liệu, xin gia hạn đến 15/4/2024.",
  ])
  func leavesToAPersonWhichIsMeant(_ words: String) {
    #expect(Self.read(words, Self.three).isEmpty, "\(words)")
  }

  @Test func readsTwoStatementsOfOneSentence() {
    #expect(Self.read("VII.11 đã xong, VII.13 cũng đã xong", Self.three) == Self.done([[0], [2]]))
  }

  @Test(arguments: [
    "Lý do chậm của VII.12: do VII.11 chưa xong", "VII.12: giải trình chậm do II.9 chưa xong",
    "Giải trình VII.12: đã xong phần 1, chờ VII.11",
  ])
  func explainsWhatIsNamedBeforeTheReason(_ words: String) {
    #expect(
      Self.read(words, Self.three) == [ReplyStatement(content: .explained(words: words), subjects: [[1]])], "\(words)")
  }
}
