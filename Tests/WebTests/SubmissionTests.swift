import Operations
import Testing

@Suite("The mark of what was sent")
struct SubmissionTests {
  @Test("A note gives it back, also behind other words; what only looks like one does not")
  func notes() throws {
    let sent = try #require(Submission(.page, key: "an 1", content: ["a", "b"]))
    #expect(Submission(note: sent.note) == sent)
    #expect(Submission(note: "họp giao ban; " + sent.note) == sent)
    #expect(Submission.shown("họp giao ban; " + sent.note, .vi) == "họp giao ban; qua trang web")
    #expect(Submission.shown("họp giao ban; " + sent.note, .en) == "họp giao ban; on a page")
    for other in [
      nil, "", "qua trang web, lần gửi ", "qua trang web, lần gửi 1-2", sent.note + " ", "x" + sent.note.dropFirst(2),
    ] {
      #expect(Submission(note: other) == nil, "\(other ?? "")")
    }
    #expect(Submission.shown("họp giao ban", .vi) == "họp giao ban")
  }

  @Test("Other keys and other contents are told apart, also where parts run together") func parts() {
    let one = Submission(.page, key: "k", content: ["ab", "c"])
    #expect(one?.mark == Submission(.program, key: "k", content: [])?.mark)
    #expect(one?.mark != Submission(.page, key: "l", content: ["ab", "c"])?.mark)
    #expect(one?.content != Submission(.page, key: "k", content: ["a", "bc"])?.content)
    #expect(one?.content == Submission(.page, key: "k", content: ["ab", "c"])?.content)
  }
}
