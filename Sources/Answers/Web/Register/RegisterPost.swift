import Diagnostics
import HTTPMessages
import Hashing
import Operations
import RuleSyntax
import Rules
import StateFolder

/// Takes an edited register that a form sent, and hands it over unread to who reads it (decision: sheets-are-read-apart).
enum RegisterPost {
  /// The field of the file.
  static let field = "bang"
  /// Bytes of the form besides its file, at most; of a larger one not even that is said on a page what is wrong.
  private static let besides = 16 << 10
  /// Bytes of what is read of a connection, so that of a file that is somewhat too large a page says so.
  static let mostBytes = 2 * Spool.mostBytes
  /// Registers that wait to be read, at most, and those of one sender.
  private static let (mostWaiting, mostOfOne) = (6, 2)
  /// One sender sends so many at once, and one more in each of so many seconds.
  private static let (most, seconds) = (5, 60)

  static func answer(_ visit: Visit, _ plan: PlanID) -> HTTPAnswer {
    guard let recorder = visit.visitor.recorder, let sender = recorder.sender, let desk = visit.desk,
      let key = visit.visitor.key, let state = visit.stateFolder,
      visit.model.mayProposeRegister(of: plan, by: recorder)
    else { return ActPage.refusal(visit) }
    if let refusal = PagePost.refusal(visit, type: "multipart/form-data", most: Spool.mostBytes + besides) {
      return refusal.answer(visit)
    }
    guard let form = MultipartForm(visit.request.body, type: visit.request.value(of: "content-type") ?? ""),
      let token = form[SentForm.token], token.file == nil, let file = form[field], form.parts.count == 2
    else { return Problem(.badForm).answer(visit) }
    func page(_ note: String, _ status: Int, wait: Int64? = nil) -> HTTPAnswer {
      var answer = visit.form(RegisterPage(plan, note, visit), status: status)
      if let wait { answer.set("Retry-After", "\(wait)") }
      return answer
    }
    let now = Int64(visit.operations.now)
    if let wait = desk.wait(of: "register, \(key)", at: now, most: most, seconds: seconds) {
      return page(later(wait, visit), 429, wait: wait)
    }
    guard desk.isToken(String(decoding: token.body, as: UTF8.self), of: key) else {
      return page(
        visit.say(
          "Trang này mở từ lâu, hoặc dưới tên đăng nhập khác. Chọn lại tệp rồi gửi.",
          "This page was opened long ago, or under another login. Choose the file again, and send it."), 403)
    }
    guard !file.body.isEmpty else {
      return page(visit.say("Hãy chọn tệp Excel đã sửa.", "Choose the edited Excel file."), 422)
    }
    guard file.body.count <= Spool.mostBytes else { return Problem(.tooLarge).answer(visit) }
    let bytes = Array(file.body)
    guard let hash = SHA256.hash(bytes),
      let sent = SentRegister(
        plan: visit.rules.plans[plan].id, sender: sender, isVietnamese: visit.language == .vi,
        hash: "\(hash)", file: name(file.file ?? ""))
    else { return Problem(.badForm).answer(visit) }
    switch desk.turn.withLock({ _ in hand(bytes, sent, state) }) {
    case .success(.name(let name)): return visit.redirect(visit.address(RegisterPage.place, sent.plan, name))
    case .success(.full(let isOwn)):
      let words =
        isOwn
        ? visit.say(
          "Bảng gửi trước của bạn còn chờ đọc; xem xong rồi gửi tiếp.",
          "What you sent before still waits to be read; send more once that is done.")
        : visit.say(
          "Đang có nhiều bảng chờ đọc; gửi lại sau ít phút.",
          "Many registers wait to be read; send it again in some minutes.")
      return page(words, isOwn ? 429 : 503, wait: 60)
    case .failure(let error):
      let words = error.words.text(in: visit.language)
      return page(
        visit.say(
          "Chưa chuyển được tệp cho dịch vụ đọc: \(words).", "The file could not be handed over: \(words)."), 503,
        wait: 60)
    }
  }

  private static func later(_ seconds: Int64, _ visit: Visit) -> String {
    visit.say(
      "Gửi quá nhiều bảng; chờ \(seconds) giây rồi chọn lại tệp và gửi.",
      "Too many were sent: wait \(seconds) seconds, choose the file again, and send it.")
  }

  private enum Handed {
    /// Of the request.
    case name(String)
    case full(isOwn: Bool)
  }

  /// Sent twice while it waits, it is one.
  private static func hand(
    _ bytes: [UInt8], _ sent: SentRegister, _ state: StateFolder
  ) -> Result<Handed, SystemError> {
    let spool = Spool(state.requests(to: .editor))
    let waiting = spool.entries().compactMap { entry -> (name: String, sent: SentRegister)? in
      if case .readRegister(let sent)? = entry.request { (entry.name, sent) } else { nil }
    }
    let own = waiting.filter { $0.sent.sender == sent.sender }
    if let same = own.first(where: { $0.sent.hash == sent.hash && $0.sent.plan == sent.plan }) {
      return .success(.name(same.name))
    }
    guard own.count < mostOfOne else { return .success(.full(isOwn: true)) }
    guard waiting.count < mostWaiting else { return .success(.full(isOwn: false)) }
    do throws(SystemError) { return .success(.name(try spool.drop(.readRegister(sent), with: bytes))) } catch {
      return .failure(error)
    }
  }

  /// The last part of what a browser calls the file, not too long and with nothing that cannot be seen.
  private static func name(_ file: String) -> String {
    let last = file.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    let name = String((PlainWords.cleaned(last) ?? "").suffix(60))
    return name.isEmpty ? "\(RegisterPage.place).xlsx" : name
  }
}
