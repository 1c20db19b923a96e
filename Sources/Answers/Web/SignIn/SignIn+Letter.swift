import AnswerLinks
import FactLog
import FeedStore
import HTTPMessages
import Hashing
import Presentation

/// What the browser that asked has, the letter's link, and the code that is shown where the link is opened elsewhere.
extension SignIn {
  // MARK: The browser that asked

  /// What it has, and where it wanted to go.
  private var asking: (browser: BrowserSecret, aim: String?)? {
    guard let parts = visit.request.cookie(BrowserSecret.asking)?.split(separator: ".", maxSplits: 1),
      let browser = parts.first.flatMap({ BrowserSecret($0) })
    else { return nil }
    let aim =
      parts.count > 1 ? Base64.decode(addressText: String(parts[1])).map { String(decoding: $0, as: UTF8.self) } : nil
    return (browser, Self.aim(aim))
  }

  func wait(_ error: String = "", typed: String = "") -> SignInPage {
    guard let asking else { return start() }
    var page = SignInPage(say("Xem hộp thư của đơn vị", "Look into the unit's mailbox"))
    page.said = say(
      "Đã nhận yêu cầu. Nếu tên đúng, thư đến trong vài phút. Trang này trả lời giống nhau với mọi tên.",
      "It was asked for. If the name is right, the letter is there in minutes. This page says the same for every name.")
    page.texts = [
      say(
        "Mở liên kết trong thư bằng chính trình duyệt này; mở ở nơi khác thì gõ mã hiện ra vào đây. Mỗi giờ một hộp thư nhận nhiều nhất ba thư.",
        "Open its link in this very browser; or open it elsewhere, and type the code that is shown there. A mailbox gets three letters an hour at most."
      )
    ]
    page.error = error
    page.forms = [
      .init(
        action: visit.address(SignInAddress.place, Self.code), button: say("Vào", "Sign in"),
        hidden: [SentForm.token: token(asking.browser)],
        field: .init(
          name: Self.codeField, label: say("Mã 8 chữ số", "Code of 8 digits"),
          hint: say("Có thể dán cả dấu cách", "Blanks do no harm"), value: typed, isCode: true))
    ]
    page.links = [(visit.address(SignInAddress.place), say("Xin thư khác", "Ask for another letter"))]
    return page
  }

  func typed() -> HTTPAnswer {
    let form = fields()
    guard let asking, isOwn(form, asking.browser) else { return visit.page(wait(old), status: 422) }
    let code = (form[Self.codeField] ?? "").filter { !$0.isWhitespace }
    guard code.utf8.count == 8, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return visit.page(
        wait(say("Mã có 8 chữ số.", "The code has 8 digits."), typed: form[Self.codeField] ?? ""), status: 422)
    }
    guard let secret = BrowserSecret.random() else { return Problem(.unreadable).answer(visit) }
    // Counted for every name alike, whether a letter went out and was opened or not.
    let isExhausted =
      limits?.wait(of: "code, \(asking.browser.hash)", at: now, most: 5, seconds: Int(SignInLink.lifetime)) != nil
    do throws(StoreFailure) {
      switch isExhausted ? .exhausted : try desk.open(code: code, from: asking.browser, secret, at: now) {
      case .right: return enter(secret, asking.aim)
      case .wrong:
        return visit.page(
          wait(
            say(
              "Mã không đúng, hoặc liên kết trong thư chưa được mở.",
              "The code is wrong, or the link of the letter was not opened yet."), typed: code), status: 422)
      case .exhausted:
        return visit.page(
          wait(say("Đã gõ sai nhiều lần; hãy xin thư khác.", "It was wrong too often; ask for another letter.")),
          status: 422)
      }
    } catch { return unreadable(error) }
  }

  // MARK: The letter

  func letter(isSent: Bool) -> HTTPAnswer {
    let opened: SignInLink.Opened
    do throws(LinkFlaw) {
      opened = try SignInLink.open(visit.route.value(SignInAddress.parameter) ?? "", key: key, now: now)
    } catch { return dead(error == .expired ? .expired : .altered) }
    let (unit, mailbox) = (opened.link.unit, opened.link.mailbox)
    guard SignInDesk.isMailbox(mailbox, of: unit, visit.rules) else { return dead(.otherMailbox) }
    do throws(StoreFailure) {
      let isUsed = try desk.isUsed(opened)
      if isUsed, !isSent { return dead(.used) }
    } catch { return unreadable(error) }
    guard let asking, asking.browser.hash == opened.link.browser else {
      return isSent ? dead(.elsewhere) : shown(opened)
    }
    guard isSent else { return visit.page(offer(opened, asking.browser)) }
    guard isOwn(fields(), asking.browser) else {
      return visit.page(offer(opened, asking.browser, old), status: 422)
    }
    guard let secret = BrowserSecret.random() else { return Problem(.unreadable).answer(visit) }
    do throws(StoreFailure) {
      return try desk.open(opened, secret, at: now) == nil ? dead(.used) : enter(secret, asking.aim)
    } catch { return unreadable(error) }
  }

  private func offer(_ opened: SignInLink.Opened, _ browser: BrowserSecret, _ error: String = "") -> SignInPage {
    let name = visit.name(ofUnit: opened.link.unit)
    var page = SignInPage(say("Đăng nhập: \(name)", "Sign in: \(name)"))
    page.error = error
    page.texts = [
      say(
        "Vào thay mặt đơn vị trong 12 giờ trên trình duyệt này. Máy dùng chung thì nhớ đăng xuất.",
        "You speak for the unit for 12 hours in this browser. Sign out on a machine that others use too.")
    ]
    page.forms = [
      .init(
        action: visit.address(
          SignInAddress.place, SignInAddress.letter,
          query: [SignInAddress.parameter: visit.route.value(SignInAddress.parameter) ?? ""]),
        button: say("Đăng nhập", "Sign in"), hidden: [SentForm.token: token(browser)])
    ]
    return page
  }

  /// The code, where another browser asked for the letter.
  private func shown(_ opened: SignInLink.Opened) -> HTTPAnswer {
    do throws(StoreFailure) { try desk.keep(opened, at: now) } catch { return unreadable(error) }
    var page = SignInPage(say("Mã đăng nhập", "Code to sign in"))
    page.colour = "wait"
    page.code = "\(opened.code.prefix(4)) \(opened.code.suffix(4))"
    page.texts = [
      say(
        "Yêu cầu đăng nhập gửi từ trình duyệt khác. Nếu chính đơn vị vừa gửi, gõ mã này vào trang đang chờ ở đó.",
        "Another browser asked to sign in. If that was the unit, type this code into the page that waits there."),
      say(
        "Không phải đơn vị gửi thì đóng trang này và không đọc mã cho ai: ai có mã thì vào được thay đơn vị.",
        "If it was not, close this page and tell nobody the code: whoever has it is let in as the unit."),
    ]
    return visit.page(page)
  }

  private enum End { case altered, expired, otherMailbox, elsewhere, used }

  private func dead(_ end: End) -> HTTPAnswer {
    var page = SignInPage(say("Liên kết đăng nhập này không dùng được", "This link to sign in cannot be used"))
    page.colour = "wait"
    page.texts = [words(of: end)]
    page.links = [(visit.address(SignInAddress.place), say("Đăng nhập", "Sign in"))]
    return visit.page(page, status: end == .altered ? 403 : 410)
  }

  private func words(of end: End) -> String {
    switch end {
    case .altered:
      say(
        "Địa chỉ bị thiếu hoặc bị sửa, hoặc cơ quan đã đổi khóa. Mở lại từ thư, hoặc xin thư khác.",
        "The address lacks a part or was changed, or the office has another key. Open it from the letter, or ask for another."
      )
    case .expired:
      say(
        "Liên kết chỉ dùng được trong 30 phút. Hãy xin thư khác.",
        "The link is good for 30 minutes. Ask for another letter.")
    case .otherMailbox:
      say(
        "Hộp thư của đơn vị đã đổi sau khi thư được gửi. Hãy xin thư khác.",
        "The unit has another mailbox since the letter was sent. Ask for another letter.")
    case .elsewhere:
      say(
        "Yêu cầu đăng nhập gửi từ trình duyệt khác, hoặc đã quá 30 phút. Hãy xin thư khác.",
        "Another browser asked for it, or that is more than 30 minutes ago. Ask for another letter.")
    case .used:
      say("Liên kết đã dùng một lần. Hãy xin thư khác.", "The link was used once. Ask for another letter.")
    }
  }
}
