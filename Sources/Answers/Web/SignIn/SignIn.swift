import AnswerLinks
import Diagnostics
import FactLog
import FeedStore
import HTTPMessages
import Hashing
import Operations
import Presentation
import StateFolder

/// Signing in by the unit's mailbox, and out (decision: mailbox-sign-in). `GET` shows and never signs in, since mail scanners open
/// every link.
struct SignIn {
  let visit: Visit
  let desk: SignInDesk
  /// By which letters are signed.
  let key: Ed25519.PublicKey
  var now: Int64 { Int64(visit.operations.now) }
  var limits: RecordingDesk? { visit.desk }

  static let out = "dang-xuat"
  static let code = "ma"
  /// The parameter with the page to which signing in leads.
  static let aim = "den"
  static let (nameField, codeField) = ("don-vi", "ma")
  /// Ends all sessions of the unit.
  private static let everywhere = "moi-noi"
  private static let longestAim = 600
  private static let mostBytes = 4096

  /// Whether it is one of these pages.
  static func has(_ route: Route) -> Bool {
    route.format == .html
      && [[SignInAddress.place], [SignInAddress.place, code], [SignInAddress.place, SignInAddress.letter], [out]]
        .contains(route.path)
  }

  /// Where somebody who wants to see a page signs in first.
  static func address(toSee route: Route) -> String {
    Route.address([SignInAddress.place], route.language, query: [.init(aim, route.address())])
  }

  /// - Parameter key: nil: the office has no such sign-in.
  static func answer(_ visit: Visit, _ desk: SignInDesk?, key: Ed25519.PublicKey?) -> HTTPAnswer {
    var answer = answered(visit, desk, key)
    answer.set("Cache-Control", "no-store")
    // With none at all an old browser does not say of a form that it came from here; the address of the letter is told nobody.
    answer.set("Referrer-Policy", isSecret(visit) ? "no-referrer" : "same-origin")
    return answer
  }

  /// Whether the address itself is known to nobody but the reader of a letter.
  private static func isSecret(_ visit: Visit) -> Bool { visit.route.path.last == SignInAddress.letter }

  private static func answered(_ visit: Visit, _ desk: SignInDesk?, _ key: Ed25519.PublicKey?) -> HTTPAnswer {
    let isSent = visit.request.method == "POST"
    let isSecret = isSecret(visit)
    if isSent,
      let refusal = PagePost.refusal(
        visit, type: "application/x-www-form-urlencoded", most: mostBytes, isSecret: isSecret)
    {
      return refusal.answer(visit)
    }
    guard visit.request.socket == .proxy, let desk, let key else { return visit.page(elsewhere(visit)) }
    let signIn = SignIn(visit: visit, desk: desk, key: key)
    switch (visit.route.path, isSent) {
    case ([out], true): return signIn.signOut()
    case ([out], false): return signIn.redirect(visit.address(SignInAddress.place))
    case ([SignInAddress.place], false): return visit.page(signIn.start())
    case ([SignInAddress.place], true): return signIn.ask()
    case ([SignInAddress.place, code], false): return visit.page(signIn.wait())
    case ([SignInAddress.place, code], true): return signIn.typed()
    case (_, let isSent): return signIn.letter(isSent: isSent)
    }
  }

  func say(_ vi: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String { visit.say(vi(), en()) }

  /// Where nobody signs in.
  private static func elsewhere(_ visit: Visit) -> SignInPage {
    var page = SignInPage(visit.say("Đăng nhập", "Sign in"))
    let site = visit.model.configuration.webAddress
    switch (visit.request.socket, site) {
    case (.proxy, _):
      page.texts = [
        Access.identity(of: visit.request).map { visit.say("Đang đăng nhập bằng tên \($0).", "Signed in as \($0).") }
          ?? visit.say(
            "Cơ quan chưa mở đăng nhập bằng hộp thư. Trả lời bằng liên kết trong thư nhắc, hoặc hỏi đầu mối của kế hoạch.",
            "The office has no sign-in by mailbox. Answer by the link of a letter, or ask the focal point of the plan.")
      ]
    case (_, let site?):
      // No link: pages name no host but in words.
      page.texts = [
        visit.say(
          "Trang này mở trên chính máy chủ, chỉ để xem. Đăng nhập ở địa chỉ của cơ quan: \(site)/\(SignInAddress.place).",
          "This page is opened on the machine itself, where one only looks. Sign in at the office's address: \(site)/\(SignInAddress.place)."
        )
      ]
    case (_, nil):
      page.texts = [
        visit.say(
          "Trang này mở trên chính máy chủ, chỉ để xem. Cấu hình chưa có địa chỉ trang ([web] address).",
          "This page is opened on the machine itself, where one only looks. The configuration has no address of the pages ([web] address)."
        )
      ]
    }
    return page
  }

  /// What was sent after a session had ended: nothing was recorded, and what was typed is there to be copied.
  static func lost(_ visit: Visit) -> HTTPAnswer {
    var page = SignInPage(visit.say("Phiên đăng nhập đã hết", "The session is over"))
    page.colour = "wait"
    page.error = visit.say("Chưa ghi nhận gì.", "Nothing was recorded.")
    let items = FormBody.items(visit.request.body) ?? []
    let typed = items.filter { ![SentForm.token, SentForm.mark].contains($0.name) && $0.value.count > 1 }.map(\.value)
    page.texts =
      [
        visit.say(
          "Đăng nhập lại rồi mở lại biểu mẫu.\(typed.isEmpty ? "" : " Những gì đã gõ, để chép lại:")",
          "Sign in again, then open the form again.\(typed.isEmpty ? "" : " What was typed, to be copied:")")
      ] + typed
    page.links = [(address(toSee: visit.route), visit.say("Đăng nhập", "Sign in"))]
    var answer = visit.page(page, status: 403)
    answer.set("Cache-Control", "no-store")
    return answer
  }

  // MARK: Asking for the letter

  func start(_ error: String = "", typed: String = "", aim: String? = nil) -> SignInPage {
    if let signedIn = visit.visitor.signedIn { return inside(signedIn) }
    if let login = Access.identity(of: visit.request) {
      var page = SignInPage(say("Đăng nhập", "Sign in"))
      page.texts = [
        say(
          "Đang đăng nhập ở máy chủ web bằng tên \(login). Đăng xuất ở đó.",
          "Signed in at the web server as \(login). Sign out there.")
      ]
      return page
    }
    var page = SignInPage(say("Đăng nhập bằng hộp thư của đơn vị", "Sign in by the unit's mailbox"))
    page.texts = [
      say(
        "Không cần mật khẩu. Một thư được gửi tới hộp thư của đơn vị; mở liên kết trong thư bằng chính trình duyệt này là vào được trong 12 giờ.",
        "No password is needed. A letter goes to the unit's mailbox; open its link in this very browser, and you are in for 12 hours."
      )
    ]
    page.error = error
    page.forms = [
      .init(
        action: visit.address(SignInAddress.place), button: say("Gửi thư đăng nhập", "Send the letter"),
        hidden: (aim ?? Self.aim(visit.route.value(Self.aim))).map { [Self.aim: $0] } ?? [:],
        field: .init(
          name: Self.nameField, label: say("Đơn vị hoặc hộp thư", "Unit or mailbox"),
          hint: say(
            "Tên hoặc mã như trong kế hoạch, hoặc địa chỉ hộp thư của đơn vị",
            "Its name or id as plans have it, or the address of its mailbox"), value: typed))
    ]
    return page
  }

  private func inside(_ signedIn: SignInDesk.SignedIn) -> SignInPage {
    var page = SignInPage(say("Đang đăng nhập", "Signed in"))
    page.colour = "done"
    let until = visit.dates.moment(visit.model.civil(.init(seconds: signedIn.session.end)))
    let name = visit.name(ofUnit: signedIn.session.unit)
    page.texts = [say("\(name), đến \(until).", "\(name), until \(until).")]
    page.forms = [
      .init(
        action: visit.address(Self.out), button: say("Đăng xuất", "Sign out"),
        hidden: [SentForm.token: token(visit.visitor.key ?? "")])
    ]
    page.forms.append(
      .init(
        action: visit.address(Self.out),
        button: say("Đăng xuất trên mọi thiết bị của đơn vị", "Sign out in all browsers of the unit"),
        hidden: [SentForm.token: token(visit.visitor.key ?? ""), Self.everywhere: "1"], isSecond: true))
    page.links = [(visit.address(), say("Xem việc hôm nay", "See today's work"))]
    return page
  }

  private func ask() -> HTTPAnswer {
    let form = fields()
    let name = (form[Self.nameField] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let aim = Self.aim(form[Self.aim])
    guard (1...SpoolRequest.longestName).contains(name.utf8.count) else {
      return visit.page(
        start(say("Hãy ghi tên đơn vị hoặc hộp thư.", "Name the unit or its mailbox."), typed: name, aim: aim),
        status: 422)
    }
    guard let asker = desk.asker(visit.request, behind: visit.model.configuration.webProxies) else {
      return Problem(.unreadable).answer(visit)
    }
    if let seconds = desk.wait(of: asker, at: now) {
      let minutes = (seconds + 59) / 60
      return refused(
        say(
          "Số thư đăng nhập được gửi trong một giờ đã hết, nên thư chưa gửi được; thử lại sau \(minutes) phút. Trong khi chờ vẫn trả lời được bằng liên kết trong thư nhắc.",
          "The letters for signing in that may go within an hour are used up, so that none goes now; try again in \(minutes) \(minutes == 1 ? "minute" : "minutes"). Meanwhile the links of reminders work."
        ), 429, typed: name, aim: aim, retryAfter: seconds)
    }
    // Those who were signed in before do not wait for others.
    if let seconds = limits?.wait(of: "sign-in, \(asker.network)", at: now, most: 5, seconds: 600)
      ?? limits?.wait(of: asker.isKnown ? "sign-in, known" : "sign-in", at: now, most: 20, seconds: 180)
    {
      let minutes = (seconds + 59) / 60
      return refused(
        say(
          "Vừa có nhiều yêu cầu đăng nhập; thử lại sau \(minutes) phút.",
          "Many have asked to sign in; try again in \(minutes) \(minutes == 1 ? "minute" : "minutes")."), 429,
        typed: name, aim: aim, retryAfter: seconds)
    }
    guard let browser = BrowserSecret.random() else { return Problem(.unreadable).answer(visit) }
    do throws(SystemError) { try desk.ask(name, browser, asker) } catch {
      return refused(error.words.text(in: visit.language).asBeginning, 503, typed: name, aim: aim, retryAfter: 30)
    }
    var answer = redirect(visit.address(SignInAddress.place, Self.code))
    let kept = aim.map { browser.text + "." + Base64.addressText(Array($0.utf8)) } ?? browser.text
    answer.setCookie(BrowserSecret.asking, kept, seconds: SignInLink.lifetime)
    return answer
  }

  private func refused(_ words: String, _ status: Int, typed: String, aim: String?, retryAfter: Int64) -> HTTPAnswer {
    var answer = visit.page(start(words, typed: typed, aim: aim), status: status)
    answer.set("Retry-After", "\(retryAfter)")
    return answer
  }

  // MARK: In and out

  func enter(_ secret: BrowserSecret, _ aim: String?) -> HTTPAnswer {
    var answer = redirect(aim ?? visit.address())
    // It is kept beyond the session, so that the browser is known again. What it asked by is kept, too: units that share a mailbox
    // have a link each.
    answer.setCookie(BrowserSecret.session, secret.text, seconds: SessionStore.lifetime + SessionStore.memory)
    return answer
  }

  private func signOut() -> HTTPAnswer {
    guard let signedIn = visit.visitor.signedIn else { return redirect(visit.address(SignInAddress.place)) }
    let form = fields()
    guard isOwn(form, visit.visitor.key ?? "") else { return visit.page(inside(signedIn), status: 422) }
    do throws(StoreFailure) {
      if form[Self.everywhere] == nil { try desk.end(signedIn.secret) } else { try desk.endAll(signedIn.session) }
    } catch { return unreadable(error) }
    var answer = redirect(visit.address(SignInAddress.place))
    for cookie in [BrowserSecret.session, BrowserSecret.asking] { answer.setCookie(cookie, "", seconds: 0) }
    return answer
  }

  private func redirect(_ address: String) -> HTTPAnswer {
    var answer = HTTPAnswer(303)
    answer.set("Location", address)
    return answer
  }

  func unreadable(_ failure: StoreFailure) -> HTTPAnswer {
    Problem.unreadable(FactLogWords.diagnostic(failure, at: desk.state.sessionsDatabase).words).answer(visit)
  }

  // MARK: What was sent

  func fields() -> [String: String] {
    let items = FormBody.items(visit.request.body) ?? []
    return Dictionary(items.map { ($0.name, $0.value) }) { first, _ in first }
  }

  func token(_ browser: BrowserSecret) -> String { token("asking, \(browser.hash)") }
  private func token(_ key: String) -> String { limits?.token(of: "sign-in, \(key)") ?? "" }

  /// Whether a form comes from a page that this browser was shown.
  func isOwn(_ form: [String: String], _ browser: BrowserSecret) -> Bool { isOwn(form, "asking, \(browser.hash)") }

  private func isOwn(_ form: [String: String], _ key: String) -> Bool {
    limits?.isToken(form[SentForm.token] ?? "", of: "sign-in, \(key)") ?? false
  }

  var old: String {
    say(
      "Trang này mở từ lâu hoặc ở trình duyệt khác; hãy gửi lại.",
      "This page was opened long ago or in another browser; send it again.")
  }

  /// A page of these to which signing in may lead; nil of anything else.
  static func aim(_ text: String?) -> String? {
    guard let text, text.utf8.count <= longestAim, text.hasPrefix("/"), !text.hasPrefix("//"),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
    else { return nil }
    return text
  }
}
