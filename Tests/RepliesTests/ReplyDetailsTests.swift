import CivilCalendar
import Replies
import TestSupport
import Testing

/// The days and documents of an answer. The mail is of 5 March 2024, a Tuesday.
struct ReplyDetailsTests {
  private static func read(_ words: String) -> [ReplyStatement] { ReplyReaderTests.read(words) }

  private static let brackets: [(words: String, on: String?, document: String?)] = [
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
}
