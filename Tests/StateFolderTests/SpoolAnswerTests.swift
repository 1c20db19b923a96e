import Diagnostics
import Glibc
import StateFolder
import TestSupport
import Testing

@Suite("Answers to requests, and rules that wait")
struct SpoolAnswerTests {
  @Test("An answer is read back with its empty and its odd lines")
  func answer() {
    let answer = SpoolAnswer(exitCode: 1, vi: "Không được:\n\nvi en\n  lùi vào", en: "No:\nexit 0\n")
    #expect(
      answer.text == "exit 1\nvi Không được:\nvi \nvi vi en\nvi   lùi vào\nen No:\nen exit 0\nen \n")
    #expect(SpoolAnswer(text: answer.text) == answer)
  }

  @Test(
    "Half an answer is none", arguments: ["", "exit 0\n", "exit 0\nvi a\n", "exit x\nvi a\nen b\n", "vi a\nen b\n"])
  func half(text: String) { #expect(SpoolAnswer(text: text) == nil) }

  @Test("The answer is there before the request is gone, and bears its name")
  func handing() throws {
    let scratch = try ScratchFolder()
    let state = StateFolder(scratch.path)
    try Folder.make(state.spool)
    let name = try Spool(state.spool).drop(.promote)
    #expect(state.answer(to: name) == nil)
    let entry = try #require(Spool(state.spool).entries().first)
    #expect(entry.name == name && entry.request == .promote && entry.user == geteuid())
    let answer = SpoolAnswer(exitCode: 0, vi: "xong", en: "done")
    try state.answer(entry, answer)
    #expect(state.answer(to: name) == answer)
    #expect(Spool(state.spool).entries().isEmpty)
    // Written now: kept for a day, then removed.
    state.removeOldAnswers(now: Int64(time(nil)) + 80_000)
    #expect(state.answer(to: name) == answer)
    state.removeOldAnswers(now: Int64(time(nil)) + 90_000)
    #expect(state.answer(to: name) == nil)
  }

  @Test("Waiting rules are read back; removing what is not there is no error")
  func waiting() throws {
    let scratch = try ScratchFolder()
    let state = StateFolder(scratch.path)
    try Folder.make(state.post)
    #expect(state.readWaitingRules() == nil)
    try state.write(nil)
    let waiting = WaitingRules(
      hash: String(repeating: "0a", count: 32), since: 1_704_852_000, author: "lan",
      reasons: Bilingual(vi: "mất ghi nhận\nsố 3", en: "a fact is lost"))
    try state.write(waiting)
    #expect(state.readWaitingRules() == waiting)
    try state.write(nil)
    #expect(state.readWaitingRules() == nil)
  }
}
