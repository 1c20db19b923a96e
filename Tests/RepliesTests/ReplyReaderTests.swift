import CivilCalendar
import Replies
import TestSupport
import Testing

/// What answers say, by the expectation of a person who reads them. The mail is of 5 March 2024.
struct ReplyReaderTests {
  static let one = [ReplySubject(ids: ["I.2", "kh/I.2"], title: "Báo cáo kết quả công tác", isInLetter: true), other]
  static let two = [
    ReplySubject(ids: ["I.2"], title: "Báo cáo kết quả công tác", isInLetter: true),
    ReplySubject(ids: ["I.3"], title: "Kế hoạch hoàn thành chỉ tiêu", isInLetter: true), other,
  ]
  static let other = ReplySubject(ids: ["II.9"], title: "Việc khác", isInLetter: false)

  static func read(_ words: String, _ subjects: [ReplySubject] = one) -> [ReplyStatement] {
    ReplyReader(words, about: subjects, on: day("2024-03-05")).statements()
  }

  static func done(_ on: String?, _ document: String? = nil, of subjects: [[Int]] = []) -> ReplyStatement {
    ReplyStatement(content: .done(on: on.map { day($0) }, document: document), subjects: subjects)
  }

  static func moreTime(_ until: String, _ because: String? = nil, of subjects: [[Int]] = []) -> ReplyStatement {
    ReplyStatement(content: .moreTime(until: day(until), because: because), subjects: subjects)
  }

  @Test(arguments: [
    ("Đã xong", done(nil)),
    ("Đã xong.", done(nil)),
    ("xong rồi ạ", done(nil)),
    ("da xong hom nay", done("2024-03-05")),
    ("da xong ngay 4/3/2024", done("2024-03-04")),
    ("I.2 da hoan thanh ngay 4/3/2024 so 12/BC-TDC", done("2024-03-04", "12/BC-TDC", of: [[0]])),
    ("Đã hoàn thành hôm qua.", done("2024-03-04")),
    ("Đã nộp, số 12/BC-VP ngày 5/3/2024", done("2024-03-05", "12/BC-VP")),
    ("Hoàn thành ngày 4/3, văn bản số 15/2024/NQ-HĐND", done("2024-03-04", "15/2024/NQ-HĐND")),
    ("Đã gửi báo cáo số 12/BC-VP ngày 05 tháng 3 năm 2024.", done("2024-03-05", "12/BC-VP")),
    ("Đã xong. Báo cáo số 12/BC-VP ngày 4/3/2024.", done("2024-03-04", "12/BC-VP")),
    ("Đã hoàn thành việc có hạn 15/3/2024.", done(nil)),
    ("Đơn vị đã hoàn thành ngày 31/12.", done("2023-12-31")),
    ("Nhiệm vụ I.2 đã xong, 100%.", done(nil, of: [[0]])),
    ("Done on 4 March 2024, no. 12/BC-VP.", done("2024-03-04", "12/BC-VP")),
    ("The report was submitted yesterday.", done("2024-03-04")),
    ("Báo cáo kết quả công tác: đã hoàn thành", done(nil, of: [[0]])),
    ("Xin gia hạn đến 15/4/2024 vì chờ số liệu của tỉnh.", moreTime("2024-04-15", "chờ số liệu của tỉnh")),
    ("xin gia han den 15/4 vi cho so lieu", moreTime("2024-04-15", "cho so lieu")),
    ("Đề nghị gia hạn I.2 đến hết ngày 15/4.", moreTime("2024-04-15", of: [[0]])),
    ("Do chưa có số liệu, xin lùi hạn sang 15/01.", moreTime("2025-01-15", "chưa có số liệu")),
    ("Xin gia hạn tới 15/4/2024. Lý do: chưa hoàn thành khảo sát.", moreTime("2024-04-15", "chưa hoàn thành khảo sát")),
    ("We ask for an extension until 15 April 2024 because data is late", moreTime("2024-04-15", "data is late")),
    (
      "Giải trình: chờ số liệu của tỉnh, đã xong phần 1.",
      ReplyStatement(content: .explained(words: "Giải trình: chờ số liệu của tỉnh, đã xong phần 1"), subjects: [])
    ),
  ])
  func understands(_ words: String, _ expected: ReplyStatement) {
    #expect(Self.read(words) == [expected], "\(words)")
  }

  /// Where nothing is certain, a person is to read it.
  @Test(arguments: [
    "", "Cảm ơn anh.", "Chưa xong.", "Đã xong chưa?", "Sẽ hoàn thành trước 15/3.", "Cơ bản hoàn thành.",
    "Đã hoàn thành 80%.", "Đã gửi.", "Đã gửi dự thảo báo cáo số 12/BC-VP.", "Phấn đấu hoàn thành ngày 5/3/2024",
    "Xin gia hạn đến 15/2 vì chờ số liệu.", "Đã xong ngày 15/3.", "Xin gia hạn.", "Xin gia hạn đến 15/4 hoặc đến 30/4.",
    "Xin gia hạn đến 15/02/2024.", "Không xin gia hạn đến 15/4.",
    "Đã xong ngày 3/3/2024, hay ngày 4/3/2024.", "Đã xong ngày 6/3/2024.", "Đã xong, xin gia hạn đến 15/4.",
    "II.9 đã xong.", "Đã xong. Thật ra chưa hoàn thành.", "Đã xong. Xin gia hạn đến 15/4/2024.", "Not done yet.",
    "It will be done on 4/3/2024.", "Nếu xong rồi thì báo sau.", "1. đã xong chưa", "số 12/BC-VP ngày 5/3/2024",
    "Đề nghị cho biết ai đã hoàn thành", "Đã xong I.2 nhưng II.9 thì chưa.",
  ])
  func asksAPersonToRead(_ words: String) {
    #expect(Self.read(words).isEmpty, "\(words)")
  }

  @Test func tellsWhichOfSeveral() {
    #expect(
      Self.read("I.2 đã xong, số 12/BC-VP ngày 4/3/2024. I.3 xin gia hạn đến 15/4 vì chờ số liệu.", Self.two) == [
        Self.done("2024-03-04", "12/BC-VP", of: [[0]]), Self.moreTime("2024-04-15", "chờ số liệu", of: [[1]]),
      ])
    #expect(Self.read("I.2 và I.3 đã xong", Self.two) == [Self.done(nil, of: [[0], [1]])])
    // The title has a verb, which says nothing.
    #expect(Self.read("Kế hoạch hoàn thành chỉ tiêu đã xong", Self.two) == [Self.done(nil, of: [[1]])])
    #expect(Self.read("Kế hoạch hoàn thành chỉ tiêu", Self.two).isEmpty)
    // A heading, and what is said below it.
    #expect(Self.read("Nhiệm vụ I.3:\nđã xong", Self.two) == [Self.done(nil, of: [[1]])])
    // Numbers of the letter's list name nothing.
    #expect(Self.read("1. đã xong", Self.two) == [Self.done(nil)])
    #expect(Self.read("Đã xong", Self.two) == [Self.done(nil)])
    #expect(Self.read("I.2 đã xong còn I.3 xin gia hạn đến 15/4", Self.two).isEmpty)
  }

  @Test func namesTheSameOfTwoOccurrences() {
    let quarters = ["2024-Q1", "2024-Q2"].map { key in
      ReplySubject(ids: ["VII.8", "VII.8@\(key)"], title: "Báo cáo quý", isInLetter: true)
    }
    #expect(Self.read("VII.8 đã xong", quarters) == [Self.done(nil, of: [[0, 1]])])
    #expect(Self.read("VII.8@2024-Q2 đã xong", quarters) == [Self.done(nil, of: [[1]])])
  }
}
