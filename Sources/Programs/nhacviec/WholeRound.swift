import ArgumentParser
import Channels
import Delivery
import Diagnostics
import FactLog
import Glibc
import Outbox
import Presentation
import Reminders
import Revisions
import Rules
import StateFolder

/// A whole round: lock, requests, rules and facts, decision, delivery, mark. Rules and facts are read after the mark is
/// removed and its stamp is taken, so that what changes meanwhile makes another round.
struct WholeRound {
  private let setting: RoundSetting
  private let environment: CommandEnvironment
  private let language: Language
  private var state: StateFolder { setting.state }

  init(_ setting: RoundSetting, _ environment: CommandEnvironment, _ language: Language) {
    self.setting = setting
    self.environment = environment
    self.language = language
  }

  func run(at now: Instant?) -> ExitCode {
    do {
      let lock = try state.lockRound(holder: "nhacviec remind")
      return try withExtendedLifetime(lock) {
        let earlier = state.readRoundMark()
        do {
          return try run(under: lock, at: now)
        } catch {
          state.noteFailure(setting.diagnostic(error).words, after: earlier, at: now ?? RoundSetting.clock())
          throw error
        }
      }
    } catch let failure as FolderLock.Failure {
      return complain(failure)
    } catch {
      DiagnosticReport(environment, language).printToErrors([setting.diagnostic(error)], files: nil)
      return ExitCode(of: error)
    }
  }

  private func run(under lock: FolderLock, at now: Instant?) throws -> ExitCode {
    if let backup = state.unfinishedRestore { throw StoreFailure.unfinishedRestore(backup) }
    let spool = Spool(state.spool)
    // Files have the machine's times, whatever instant the round is as of.
    let fileTime = RoundSetting.clock().seconds
    let taken = spool.take(now: fileTime)
    // A request that cannot be removed is there for the next round; none ends this one.
    var isAnswered = true
    for entry in taken.entries where entry.request == .wake { isAnswered = remove(entry, spool) && isAnswered }
    tell(taken)
    // It comes back where this round breaks off and cannot even say so.
    _ = try? Folder.move(state.roundMark, to: state.earlierMark)
    let round = setting.round(at: now)
    let began = now ?? RoundSetting.clock()
    var notes: [ServiceNote] = []
    let requests = RoundRequests(setting, environment, at: began)
    for entry in taken.entries where entry.request != .wake {
      let (answer, told) = requests.answer(entry)
      notes += told
      isAnswered = leave(answer, entry) && isAnswered
    }
    state.removeOldAnswers(now: fileTime)
    // So that systemd waits a minute before the next try.
    let ending: ExitCode = isAnswered ? .success : .failure
    var mark = RoundMark(began: began.seconds, stamp: setting.stamp)
    guard let (book, warnings) = try setting.book() else {
      try WholeFile.replace(state.roundMark, with: mark.text)
      say(
        "Chưa có quy tắc nào có hiệu lực: nhacviec rules promote.", "No rules are live yet: nhacviec rules promote.")
      return ending
    }
    if !warnings.isEmpty { DiagnosticReport(environment, language).printToErrors(warnings, files: nil) }
    let report = try round.run(book, notes: notes)
    mark.fill(report, book)
    try WholeFile.replace(state.roundMark, with: mark.text)
    RoundJournal(isOn: setting.hasJournal).tell(report, book)
    print(report)
    return report.unrendered == 0 ? ending : .failure
  }

  // MARK: Requests

  private func remove(_ entry: Spool.Entry, _ spool: Spool) -> Bool { attempt { try spool.remove(entry) } }

  private func leave(_ answer: SpoolAnswer, _ entry: Spool.Entry) -> Bool {
    attempt { try state.answer(entry, answer) }
  }

  private func attempt(_ body: () throws -> Void) -> Bool {
    do {
      try body()
      return true
    } catch {
      DiagnosticReport(environment, language).printToErrors([setting.diagnostic(error)], files: nil)
      return false
    }
  }

  /// What lay in the spool and is no request.
  private func tell(_ taken: Spool.Taken) {
    if !taken.aside.isEmpty {
      let names = taken.aside.prefix(3).map { TerminalEscaper.escape(String($0.prefix(60))) }.joined(separator: ", ")
      warn(
        "\(taken.aside.count) thứ trong \(state.spool) không phải là yêu cầu, đã gạt sang bên (.strange-…): \(names)",
        "\(taken.aside.count) in \(state.spool) asked for nothing and were moved aside (.strange-…): \(names)")
    }
    if taken.surplus > 0 {
      warn(
        "đã bỏ \(taken.surplus) yêu cầu của người gửi quá 100 yêu cầu",
        "\(taken.surplus) requests of somebody who made more than 100 were removed")
    }
  }

  // MARK: Words

  private func warn(_ vi: String, _ en: String) {
    environment.errors.write(language.choose(vi: "cảnh báo: \(vi)\n", en: "warning: \(en)\n"))
  }

  private func print(_ report: RoundReport) {
    let text = RoundReportText(report, language)
    if report.unitsWithoutMail > 0 { environment.warn(.unitsWithoutMail(report.unitsWithoutMail), language) }
    for line in text.failures { environment.errors.write(line + "\n") }
    environment.output.write(text.summary + "\n")
  }

  private func say(_ vi: String, _ en: String) { environment.output.write(language.choose(vi: vi, en: en) + "\n") }

  private func complain(_ vi: String, _ en: String, _ code: ExitCode = .failure) -> ExitCode {
    environment.errors.write(language.choose(vi: "lỗi: \(vi)\n", en: "error: \(en)\n"))
    return code
  }

  private func complain(_ failure: FolderLock.Failure) -> ExitCode {
    switch failure {
    case .held(let holder):
      let who = holder.isEmpty ? "" : ": \(holder)"
      return complain(
        "đang có lượt khác chạy\(who); lượt này không gửi gì", "another round is running\(who); this one sent nothing",
        .busy)
    case .system(let error): return complain(error.words.vi, error.words.en)
    }
  }
}

extension RoundMark {
  mutating func fill(_ report: RoundReport, _ book: RoundBook) {
    next = report.next?.seconds
    facts = book.anchor
    revision = book.revision
    held = report.held.flatMap { Words($0.reasons.map(\.words)) }
    pending = report.pending
    dead = report.deadInAll
    sent = report.sent
    failure = Words(report.failures)
    late = report.late?.count ?? 0
    lateSince = report.late?.since.seconds
    lateReason = report.late?.reason.map { Words(vi: $0.vi, en: $0.en) }
    unitsWithoutMail = report.unitsWithoutMail
  }
}

extension StateFolder {
  /// A round that broke off says why, for status and monitoring; a mark with a failure never makes a round be left out. Where
  /// even that cannot be written, the round is under way for who looks, and later too old.
  func noteFailure(_ words: Diagnostic.Words, after earlier: RoundMark?, at now: Instant) {
    var mark = earlier ?? RoundMark(began: now.seconds, stamp: "-")
    // The timer comes by.
    (mark.began, mark.sent, mark.next) = (now.seconds, 0, now.seconds + 600)
    mark.failure = RoundMark.Words(vi: words.vi, en: words.en)
    do { try WholeFile.replace(roundMark, with: mark.text) } catch { _ = try? Folder.move(earlierMark, to: roundMark) }
  }
}

extension RoundMark.Words {
  /// Nil where there are none.
  fileprivate init?(_ problems: [RoundReport.Words]) {
    guard !problems.isEmpty else { return nil }
    self.init(
      vi: problems.map(\.vi).joined(separator: "; "), en: problems.map(\.en).joined(separator: "; "))
  }
}
