import HTTPMessages
import Presentation
import Templates

/// Says why a link opens no form, and where to sign in instead. It tells nothing of the work but to whom it was sent.
struct LinkEndPage: Page {
  static let template = "link.html"
  static let shape: [String: TemplateShape] = ["heading": .text, "text": .text, "signIn": .text, "wSignIn": .text]

  let title: String
  let values: [String: TemplateValue]
  var bodyClass: String { "short" }

  static func answer(_ end: LinkEnd, _ visit: Visit) -> HTTPAnswer {
    let status =
      switch end {
      case .plain: 200
      case .altered: 403
      case .expired, .otherMailbox, .over: 410
      }
    return visit.page(LinkEndPage(end, visit), status: status)
  }

  private init(_ end: LinkEnd, _ visit: Visit) {
    title =
      switch end {
      case .plain: visit.say("Trả lời về một việc", "Answer about a duty")
      case .altered: visit.say("Liên kết này không dùng được", "This link cannot be used")
      case .expired, .otherMailbox, .over: visit.say("Liên kết này đã hết hiệu lực", "This link is over")
      }
    values = [
      "heading": .text(title), "text": .text(Self.text(end, visit)),
      "signIn": .text(visit.address(["viec"] + visit.route.path.dropFirst())),
      "wSignIn": .text(visit.say("Đăng nhập và xem việc này", "Sign in and see this duty")),
    ]
  }

  private static func text(_ end: LinkEnd, _ visit: Visit) -> String {
    switch end {
    case .plain:
      visit.say(
        "Địa chỉ này không kèm quyền trả lời. Đăng nhập để báo cáo, xin gia hạn hoặc xác nhận; hoặc mở liên kết trong thư nhắc mới nhất gửi tới hộp thư của đơn vị.",
        "This address alone lets nobody answer. Sign in to report, to ask for more time or to confirm; or open the link in the newest letter in the unit's own mailbox."
      )
    case .altered:
      visit.say(
        "Địa chỉ bị thiếu hoặc bị sửa, hoặc cơ quan đã đổi khóa. Không có gì được ghi nhận. Mở lại liên kết từ thư nhắc mới nhất, hoặc đăng nhập.",
        "The address lacks a part or was changed, or the office has another key. Nothing was recorded. Open the link of the newest letter, or sign in."
      )
    case .expired:
      visit.say(
        "Liên kết chỉ dùng được 14 ngày kể từ giờ gửi thư. Không có gì được ghi nhận. Mở liên kết trong thư nhắc mới hơn, hoặc đăng nhập.",
        "A link can be used for 14 days from its letter. Nothing was recorded. Open the link of a newer letter, or sign in."
      )
    case .otherMailbox:
      visit.say(
        "Hộp thư của đơn vị đã đổi sau khi thư được gửi. Không có gì được ghi nhận. Mở liên kết trong thư gửi tới hộp thư mới, hoặc đăng nhập.",
        "The unit has another mailbox since the letter was sent. Nothing was recorded. Open the link of a letter to the new one, or sign in."
      )
    case .over(let item?) where Self.isDone(item):
      visit.say(
        "Việc này đã được ghi nhận là hoàn thành. Không có gì được ghi nhận thêm.",
        "This work is on record as done. Nothing more was recorded.")
    case .over:
      visit.say(
        "Việc này không còn do đơn vị thực hiện: đã được miễn, bãi bỏ hoặc giao cho đơn vị khác. Không có gì được ghi nhận.",
        "The unit does not owe this work any more: it was waived, withdrawn or handed over. Nothing was recorded.")
    }
  }

  private static func isDone(_ item: UpcomingItem) -> Bool { if case .done = item.status { true } else { false } }
}
