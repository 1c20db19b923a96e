import Channels
package import Diagnostics
import FactLog
import Proposals
import Replies
import StateFolder

/// Reads mails of a mailbox, or one of standard input, as proposals, and counts what came of them.
package struct ReplyReading {
  private var outcomes: [ReplyIntake.Outcome] = []

  /// As many mails of a mailbox are read at once; the next reading goes on.
  private static let mostMails = 500

  private init() {}

  /// Reads one mail from standard input. Fails with a status by which a mail server offers it again, if it is not safe.
  package static func input(
    _ request: BookRequest, in operations: OperationContext
  ) throws(OperationFailure) -> ReplyReading {
    var bytes: [UInt8] = []
    var reading = ReplyReading()
    do throws(OperationFailure) {
      let intake = try ReplyIntake(request, at: Int64(operations.now), in: operations)
      while case let piece = operations.input(), !piece.isEmpty {
        // One byte more shows that the mail was cut.
        bytes += piece.prefix(max(0, IncomingMail.mostBytes + 1 - bytes.count))
      }
      reading.outcomes = [try intake.take(bytes)]
    } catch {
      var failure = error
      failure.ending = .busy
      throw failure
    }
    return reading
  }

  /// Reads what is new in a Maildir. A mail of which a proposal was made, and that nobody read yet, is marked as read once
  /// the proposal is safe; all others stay as they are.
  package static func mailbox(
    _ folder: String, _ request: BookRequest, at now: Int64, in operations: OperationContext
  ) throws(OperationFailure) -> ReplyReading {
    let inbox = MaildirInbox(folder: folder)
    guard let mails = inbox.mails() else {
      throw OperationFailure(
        vi: "không đọc được hộp thư \(folder): cần các thư mục new và cur",
        en: "the mailbox \(folder) cannot be read: it needs the folders new and cur")
    }
    var reading = ReplyReading()
    let intake = try ReplyIntake(request, at: now, in: operations)
    let unread = try ProposalQuery.attempt(folder) { () throws(StoreFailure) in
      Set(try intake.proposals.unread(of: mails.map(\.name)))
    }
    for mail in mails.filter({ unread.contains($0.name) }).prefix(mostMails) {
      let outcome = try intake.proposals.look(
        at: mail.name, note: { OperationFailure($0, at: folder) },
        read: { () throws(OperationFailure) in try take(mail.path, by: intake) })
      reading.outcomes.append(outcome)
      if outcome.isSafe { inbox.markRead(mail) }
    }
    return reading
  }

  private static func take(
    _ path: String, by intake: ReplyIntake
  ) throws(OperationFailure) -> ReplyIntake.Outcome {
    var bytes: [UInt8] = []
    do throws(SystemError) {
      try WholeFile.pieces(of: path, limit: IncomingMail.mostBytes + 1) { bytes += $0 }
    } catch {
      return .unreadable
    }
    return try intake.take(bytes)
  }

  // MARK: Words

  /// The numbers of the new proposals.
  package var proposed: [Int64] {
    outcomes.compactMap { if case .proposed(let number) = $0 { number } else { nil } }
  }

  package var words: Bilingual {
    func count(_ outcome: ReplyIntake.Outcome) -> Int { outcomes.count { $0 == outcome } }
    let numbers = proposed.map(String.init).joined(separator: ", ")
    var parts = [
      Bilingual(
        vi: "\(proposed.count) đề xuất mới" + (numbers.isEmpty ? "" : " (số \(numbers))"),
        en: "\(proposed.count == 1 ? "1 new proposal" : "\(proposed.count) new proposals")"
          + (numbers.isEmpty ? "" : " (\(numbers))"))
    ]
    let others: [(ReplyIntake.Outcome, vi: String, en: String)] = [
      (.known, "đã đọc từ trước", "read before"), (.bounce, "thư báo không gửi được", "returned or delivery reports"),
      (.automatic, "thư tự động", "automatic"), (.own, "thư của chính chương trình", "our own"),
      (.unrelated, "không trả lời thư nhắc nào", "in answer to no reminder"),
      (.unreadable, "không đọc được", "not readable"),
    ]
    for other in others where count(other.0) > 0 {
      parts.append(Bilingual(vi: "\(count(other.0)) \(other.vi)", en: "\(count(other.0)) \(other.en)"))
    }
    let read = Bilingual(
      vi: "Đã đọc \(outcomes.count) thư: ", en: "Read \(outcomes.count == 1 ? "1 mail" : "\(outcomes.count) mails"): ")
    let all = parts.joined(separator: "; ")
    return Bilingual(vi: "\(read.vi)\(all.vi).", en: "\(read.en)\(all.en).")
  }
}

extension ReplyIntake.Outcome {
  /// Whether the mail is kept with a proposal.
  fileprivate var isSafe: Bool {
    switch self {
    case .proposed, .known: true
    default: false
    }
  }
}
