import AnswerLinks
import Diagnostics
import Documents
package import StateFolder

/// Reads a register that was sent on a page, for the process that may write rules and has no network: proposes in the name of who sent
/// it, and leaves an answer.
struct RegisterReading {
  private let run: RemindRun
  private var state: StateFolder { run.state }

  init(_ run: RemindRun) { self.run = run }

  /// Fails as busy if it is to be read again later. Read again after it broke off, it proposes nothing twice.
  func answer(
    _ sent: SentRegister, _ entry: Spool.Entry, _ spool: Spool
  ) throws(OperationFailure) -> SpoolAnswer {
    do throws(OperationFailure) {
      let bytes = try bytes(entry, spool)
      var copy: [UInt8]?
      let report = try RegisterImport(
        by: try recorder(sent.sender), limits: .sent, state: state.path, sent.isVietnamese ? .vi : .en,
        in: run.context.operations
      ).read(bytes, sent.file, into: sent.plan) { (make) throws(OperationFailure) in copy = try make() }
      try keep(RegisterAnswer(sent, report), report.troubles.isEmpty ? nil : copy, entry)
      return SpoolAnswer(exitCode: report.ending.rawValue, vi: "Đã đọc bảng.", en: "The register was read.")
    } catch {
      guard error.ending != .busy || isOld(entry) else {
        spool.giveBack(entry)
        throw error
      }
      try keep(RegisterAnswer(sent, nil), nil, entry)
      let words = error.remark.summary
      return SpoolAnswer(exitCode: Ending.failure.rawValue, vi: words.vi, en: words.en)
    }
  }

  /// Whether whoever sent it has waited so long that it is told what is in the way.
  private func isOld(_ entry: Spool.Entry) -> Bool {
    let sent = entry.name.split(separator: ".").first.flatMap { Int64($0) } ?? 0
    return run.context.operations.clock().seconds - sent > Self.patience
  }

  private static let patience: Int64 = 600

  private func keep(_ answer: RegisterAnswer, _ copy: [UInt8]?, _ entry: Spool.Entry) throws(OperationFailure) {
    do throws(SystemError) { try answer.write(entry.name, copy: copy, in: state) } catch {
      throw run.context.failure(error)
    }
  }

  private func bytes(_ entry: Spool.Entry, _ spool: Spool) throws(OperationFailure) -> [UInt8] {
    do throws(Spool.FileFault) { return try spool.begin(entry) } catch {
      switch error {
      case .missing:
        throw OperationFailure(
          vi: "tệp đã gửi không còn trên máy chủ; gửi lại", en: "the file that was sent is gone; send it again")
      case .triedTooOften:
        throw OperationFailure(
          vi:
            "đọc tệp này \(Spool.mostTries) lần đều không xong (quá nặng, hoặc máy chủ dừng giữa chừng); lưu lại tệp ở dạng "
            + ".xlsx, bỏ hình ảnh và trang thừa, rồi gửi lại",
          en:
            "reading this file ended \(Spool.mostTries) times before it was done (it is too heavy, or the machine stopped); "
            + "save it anew as .xlsx without pictures and other sheets, and send it again")
      }
    }
  }

  /// Fails if the configuration gives a login no role.
  private func recorder(_ sender: SentRegister.Sender) throws(OperationFailure) -> Recorder {
    switch sender {
    case .login(let login):
      guard run.context.configuration.roles[login] != nil else { throw Self.nobody }
      return .login(login)
    case .unit(let id, let digits):
      guard let mark = MailboxMark(digits: digits) else { throw Self.nobody }
      return .session(unit: id, mark)
    }
  }

  private static let nobody = OperationFailure(
    vi: "người gửi không có vai trò nào trong cấu hình", en: "who sent it has no role in the configuration")
}

extension Recorder {
  /// Who sent something on a page, as the editor of rows is told; nil of others.
  package var sender: SentRegister.Sender? {
    switch self {
    case .login(let login): .login(login)
    case .session(let unit, let mailbox): .unit(unit, mailbox: mailbox.digits)
    case .unit: nil
    }
  }
}

extension MailboxMark {
  /// In hexadecimal digits.
  fileprivate var digits: String {
    bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  fileprivate init?(digits: String) {
    let all = Array(digits)
    guard all.count.isMultiple(of: 2) else { return nil }
    self.init(stride(from: 0, to: all.count, by: 2).compactMap { UInt8(String(all[$0...($0 + 1)]), radix: 16) })
  }
}
