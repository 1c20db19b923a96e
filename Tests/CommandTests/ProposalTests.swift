import StateFolder
import Testing

/// Answers to reminders, from the mailbox to the recorded fact.
struct ProposalTests {
  @Test func proposesWhatAnAnswerSaysAndRecordsItOnAcceptance() throws {
    let office = try AnswerOffice()
    try office.deliver(office.answer("I.1 đã xong, số 12/BC-A ngày 5/3/2027.", id: "one"), as: "1.a")
    let read = try office.read()
    #expect(read.output == "Read 1 mail: 1 new proposal (1).\n", "\(read)")
    #expect(office.files("new").isEmpty && office.files("cur") == ["1.a:2,S"])
    // Nothing took effect.
    #expect(try office("facts").output.isEmpty)
    let list = try office("proposals", "list").output
    #expect(list.contains("kh/I.1@once: done on 5 March 2027, no. 12/BC-A"), "\(list)")
    let shown = try office("proposals", "show", "1").output
    #expect(shown.contains("a@so.example") && shown.contains("I.1 đã xong, số 12/BC-A ngày 5/3/2027."), "\(shown)")
    let line = try #require(shown.split(separator: "\n").first { $0.hasPrefix("not recorded: kh/I.1 kỳ once xong") })
    #expect(line.contains("ngày 05/3/2027") && line.contains("số 12/BC-A"), "\(line)")

    let accepted = try office("proposals", "accept", "1")
    #expect(accepted.code == 0 && accepted.output.hasPrefix("fact 1: kh/I.1 kỳ once xong"), "\(accepted)")
    let fact = try office("facts", "--details").output
    #expect(fact.contains("lan") && fact.contains("a@so.example"), "\(fact)")
    #expect(fact.contains("đề xuất số 1, thư <one@so.example>"), "\(fact)")
    #expect(try office("proposals", "list").output == "There are no proposals.\n")
    #expect(try office("proposals", "list", "--all").output.contains("accepted, fact 1"))
    let again = try office("proposals", "accept", "1")
    #expect(again.code == 1 && again.errors.contains("was accepted by lan"), "\(again)")
    let refused = try office("proposals", "refuse", "1", "--because", "no")
    #expect(refused.code == 1, "\(refused)")
  }

  @Test func asksForMoreTime() throws {
    let office = try AnswerOffice()
    try office.deliver(office.answer("I.2 xin gia hạn đến 15/4 vì chờ số liệu.", id: "one"), as: "1.a")
    try office.read()
    let accepted = try office("proposals", "accept", "1")
    #expect(
      accepted.output.contains("xin gia hạn kh/I.2 kỳ once ngày 08/3/2027 đến 15/4/2027 vì chờ số liệu"), "\(accepted)")
  }

  @Test func takesAnExplanationOnlyWhereOneWasAskedFor() throws {
    let office = try AnswerOffice()
    try office.deliver(office.answer("I.1: giải trình chậm do chờ số liệu.", id: "one"), as: "1.a")
    try office.read()
    #expect(try office("proposals", "list").output.contains("to be read, nothing to record"))
    let asked = try office("ask", "I.1", "--on", "8/3/2027")
    #expect(asked.code == 0, "\(asked)")
    try office.deliver(office.answer("I.1: giải trình chậm do chờ số liệu.", id: "two"), as: "2.a")
    try office.read()
    let accepted = try office("proposals", "accept", "2")
    #expect(accepted.code == 0 && accepted.output.contains("giải trình kh/I.1 kỳ once ngày 08/3/2027"), "\(accepted)")
    // What is only to be read can be put aside.
    let read = try office("proposals", "accept", "1")
    #expect(read.code == 0 && read.output.contains("counts as read"), "\(read)")
    #expect(try office("proposals", "list").output == "There are no proposals.\n")
  }

  @Test func letsTheFocalPointChooseAmongSeveral() throws {
    let office = try AnswerOffice()
    try office.deliver(office.answer("1. Đã xong", id: "one"), as: "1.a")
    try office.read()
    let unsure = try office("proposals", "accept", "1")
    #expect(unsure.code == 1 && unsure.errors.contains("kh/I.1@once, kh/I.2@once; choose by --task"), "\(unsure)")
    let foreign = try office("proposals", "accept", "1", "--task", "I.3")
    #expect(foreign.code == 1, "\(foreign)")
    let accepted = try office("proposals", "accept", "1", "--task", "I.2")
    #expect(accepted.code == 0 && accepted.output.contains("kh/I.2 kỳ once xong ngày 08/3/2027"), "\(accepted)")
  }

  /// What the letter did not tell is other work, by its id and by its title, and one of nobody too.
  @Test func takesNoOtherWorkForThatOfTheLetter() throws {
    let office = try AnswerOffice()
    for (place, words) in ["I.3 đã xong", "Việc khác đã xong ngày 5/3/2027", "II.9 đã xong", "Nhiệm vụ số 7 đã xong"]
      .enumerated()
    {
      try office.deliver(office.answer(words, id: "m\(place)"), as: "\(place).a")
    }
    try office.read()
    let list = try office("proposals", "list").output
    let toRead = list.split(separator: "\n").filter { $0.contains("to be read, nothing to record") }
    #expect(toRead.count == 4 && !list.contains("@once"), "\(list)")
  }

  @Test func refusesWhatHasChangedMeanwhile() throws {
    let office = try AnswerOffice()
    try office.deliver(office.answer("I.1 đã xong", id: "one"), as: "1.a")
    try office.deliver(office.answer("I.2 đã xong", id: "two"), as: "2.a")
    try office.read()
    // A fact about other work changes nothing.
    #expect(try office("done", "I.3", "--on", "5/3/2027").code == 0)
    #expect(try office("extend", "I.1", "--to", "30/3/2027", "--document", "1/QĐ").code == 0)
    let moved = try office("proposals", "accept", "1")
    #expect(moved.code == 1 && moved.errors.contains("its day 15 March 2027 is 30 March 2027 now"), "\(moved)")
    #expect(moved.errors.contains("nhacviec proposals refuse 1"), "\(moved)")
    #expect(try office("progress", "I.2", "40%", "--on", "8/3/2027").code == 0)
    let recorded = try office("proposals", "accept", "2")
    #expect(recorded.code == 1 && recorded.errors.contains("something else was recorded"), "\(recorded)")
    #expect(try office("proposals", "refuse", "1", "--because", "đã gia hạn").code == 0)
    #expect(try office("proposals", "list", "--all").output.contains("refused: đã gia hạn"))
  }

  @Test func marksStrangersAndUnitsThatDoNotOweIt() throws {
    let office = try AnswerOffice()
    try office.deliver(office.answer("I.1 đã xong", from: "x@elsewhere.example", id: "one"), as: "1.a")
    try office.read()
    #expect(try office("proposals", "list").output.contains("its author is not of the unit"))
    let careful = try office("proposals", "accept", "1")
    #expect(careful.code == 3 || careful.code == 1, "\(careful)")
    #expect(try office("facts").output.isEmpty)
    let accepted = try office("proposals", "accept", "1", "--yes")
    #expect(accepted.code == 0, "\(accepted)")
  }

  @Test func proposesNothingOfOtherMails() throws {
    let office = try AnswerOffice()
    let own = try #require(office.office.sent.first { $0.contains("<\(office.letter)>") })
    try office.deliver(own, as: "1.own")
    try office.deliver(office.answer("Đã xong", id: "b", fields: "Return-Path: <>\n"), as: "2.bounce")
    try office.deliver(office.answer("Đã xong", id: "c", fields: "Auto-Submitted: auto-replied\n"), as: "3.auto")
    try office.deliver(office.answer("Đã xong", id: "d", to: "somebody@else.example"), as: "4.other")
    try office.deliver("", as: "5.empty")
    try office.deliver(office.answer("I.1 đã xong", id: "e"), as: "6.draft:2,D", in: "cur")
    try office.deliver(office.answer("Cảm ơn", id: "f"), as: "7.read:2,S", in: "cur")
    let read = try office.read()
    #expect(
      read.output
        == "Read 6 mails: 1 new proposal (1); 1 returned or delivery reports; 1 automatic; 1 our own; "
        + "1 in answer to no reminder; 1 not readable.\n", "\(read)")
    // The mails of others stay as they are, and are not read again.
    #expect(office.files("new") == ["1.own", "2.bounce", "3.auto", "4.other", "5.empty"])
    #expect(try office.read().output.hasPrefix("Read 0 mails"))
    // The same mail under another name proposes nothing new.
    try office.deliver(office.answer("I.1 đã xong, thật", id: "f"), as: "8.again")
    #expect(try office.read().output.contains("1 read before"))
    #expect(office.files("cur").contains("8.again:2,S"))
  }

  @Test func takesAMailFromAMailServer() throws {
    let office = try AnswerOffice()
    let mail = office.answer("I.1 đã xong", id: "one")
    #expect(try office.pipe(Array(mail.utf8)).code == 0)
    #expect(try office.pipe(Array(mail.utf8)).output.contains("1 read before"))
    #expect(try office("proposals", "show", "1", "--raw").output == mail)
    // A long one is kept as far as it is read.
    let long = Array(office.answer("I.2 đã xong", id: "two").utf8) + Array(repeating: 0x78, count: 50 << 20)
    #expect(try office.pipe(long).code == 0)
    #expect(try office("proposals", "list").output.contains("too long"))
    // A state that cannot be used: the server is to offer the mail again.
    try WholeFile.replace(office.office.state + "/restoring", with: "backup")
    #expect(try office.pipe(Array(mail.utf8)).code == 75)
  }

  @Test func readsTheMailboxInEachRoundAndTellsTheFocalPointOnceADay() throws {
    let office = try AnswerOffice()
    let scratch = office.office.scratch.path
    try office.office.configure("[maildir]\npath = \"\(scratch)/maildir\"\n[replies]\nmaildir = \"\(scratch)/box\"\n")
    func told() throws -> Int {
      try office("deliveries", "--copies").output.split(separator: "\n")
        .count { $0.contains("1 đề xuất chờ xem") }
    }
    try office.deliver(office.answer("I.1 đã xong", id: "one"), as: "1.a")
    #expect(try office.office.remind("2027-03-08 10:10").code == 0)
    #expect(try office("proposals", "list").output.contains("kh/I.1@once"))
    #expect(try told() == 0)
    #expect(try office.office.remind("2027-03-09 07:50").code == 0)
    #expect(try told() == 0)
    #expect(try office.office.remind("2027-03-09 08:10").code == 0)
    #expect(try told() == 1)
    #expect(try office.office.remind("2027-03-09 16:00").code == 0)
    #expect(try office.office.remind("2027-03-10 08:10").code == 0)
    #expect(try told() == 1)
    let status = try office.office("status", at: AnswerOffice.morning)
    #expect(status.output.contains("1 to be decided"), "\(status)")
    // A mailbox that is gone stops no round.
    try office.office.configure("[maildir]\npath = \"\(scratch)/maildir\"\n[replies]\nmaildir = \"\(scratch)/gone\"\n")
    let round = try office.office.remind("2027-03-11 08:10")
    #expect(round.code == 0 && round.errors.contains("cannot be read"), "\(round)")
  }
}
