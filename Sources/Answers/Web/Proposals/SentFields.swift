import HTTPMessages
import Operations
import StateFolder
import Synchronization

/// What a form about proposals sent, as it was typed.
struct SentFields {
  /// What its button asks for.
  static let action = "viec"

  var token = ""
  var action = ""
  var values: [String: String] = [:]

  init(_ values: [String: String] = [:]) { self.values = values }

  /// Nil: it is no form of these pages.
  /// - Parameter isField: whether the form has a field of that name.
  init?(_ body: [UInt8], isField: (String) -> Bool) {
    guard let items = FormBody.items(body) else { return nil }
    for item in items {
      switch item.name {
      case SentForm.token: token = item.value
      case Self.action: action = item.value
      default:
        guard isField(item.name) else { return nil }
        values[item.name] = item.value
      }
    }
  }
}

extension Visit {
  /// Whether who asks decides what is proposed: a login of the configuration, which no unit is that signed in by its mailbox.
  var isAdministrator: Bool {
    guard case .login(let login)? = visitor.recorder else { return false }
    return model.configuration.roles[login]?.isAdministrator ?? false
  }

  /// What keeps what a form sent from being looked at, in the order in which all forms are judged.
  /// - Parameter isField: as for `SentFields`.
  func sentFields(isField: (String) -> Bool) -> Result<SentFields, Refusal> {
    guard let desk, let key = visitor.key else { return .failure(.answer(ActPage.refusal(self))) }
    if let refusal = PagePost.refusal(self, type: "application/x-www-form-urlencoded", most: SentForm.mostBytes) {
      return .failure(.answer(refusal.answer(self)))
    }
    guard let fields = SentFields(request.body, isField: isField) else {
      return .failure(.answer(Problem(.badForm).answer(self)))
    }
    if let refusal = PagePost.tooOften(self, desk, key) { return .failure(.notNow(fields, refusal)) }
    guard desk.isToken(fields.token, of: key) else { return .failure(.old(fields)) }
    return .success(fields)
  }

  /// Why a form is not taken; what was typed is shown again.
  enum Refusal: Error {
    case answer(HTTPAnswer)
    case notNow(SentFields, Problem)
    /// The page was made before the daemon was started anew, or for somebody else.
    case old(SentFields)
  }

  /// The token of the forms of who asks.
  var token: String { desk?.token(of: visitor.key ?? "") ?? "" }

  /// Looks at what a proposal would do, one at a time.
  func previewing<Value, Failure: Error>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    guard let desk else { return try body() }
    let result: Result<Value, Failure> = desk.previews.withLock { _ in
      do throws(Failure) { return .success(try body()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// Where requests to others are handed over; nil if there is no state folder.
  var stateFolder: StateFolder? { operations.folders.stateFolder(named: model.state).map { StateFolder($0) } }

  static let oldForm = (
    vi: "Trang này mở từ lâu, hoặc dưới tên đăng nhập khác, nên chưa gửi. Những gì đã gõ vẫn còn; xem lại rồi gửi lại.",
    en:
      "This page was opened long ago, or under another login, so nothing was sent. What was typed is still here: look at "
      + "it and send it again."
  )

  func notNow(_ problem: Problem) -> String {
    let reason = (problem.detail ?? problem.code.title).text(in: language).asBeginning
    let seconds = problem.secondsToWait ?? 5
    return say(
      "\(reason). Những gì đã gõ vẫn còn; chờ \(seconds) giây rồi gửi lại.",
      "\(reason). What was typed is still here: wait \(seconds) seconds and send it again.")
  }

  /// A page with a form, which is shown to one visitor alone.
  func form(_ page: some Page, status: Int = 200) -> HTTPAnswer {
    var answer = self.page(page, status: status)
    answer.set("Cache-Control", "no-store")
    // With none at all a browser does not say of a form that it came from here.
    answer.set("Referrer-Policy", "same-origin")
    return answer
  }

  func redirect(_ address: String) -> HTTPAnswer {
    var answer = HTTPAnswer(303)
    answer.set("Location", address)
    answer.set("Cache-Control", "no-store")
    return answer
  }
}
