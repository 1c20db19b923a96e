import CivilCalendar
import Diagnostics
package import FactLog
import Hashing
import Presentation
package import Reminders
package import StateFolder

/// Carries out requests about tokens: the daemon does for those who ask it, and a command where its user owns the
/// tokens.
package struct TokenDesk {
  private let store: TokenStore

  package init(_ state: StateFolder) throws(StoreFailure) { store = try TokenStore(state) }

  /// - Parameter author: the login of who asks.
  package func answer(
    _ request: SpoolRequest, by author: String, at now: Instant
  ) throws(StoreFailure) -> SpoolAnswer {
    switch request {
    case .makeToken(let hash, let grant): try make(hash, grant, author, now)
    case .listTokens(let kind): SpoolAnswer(exitCode: 0, try list(kind, now))
    case .revokeToken(let kind, let number): try revoke(kind, number, author, now)
    default: Self.refusal("không hiểu yêu cầu này", "this request is not understood")
    }
  }

  private func make(
    _ hash: String, _ text: String, _ author: String, _ now: Instant
  ) throws(StoreFailure) -> SpoolAnswer {
    guard let hash = SHA256Digest(hexadecimal: hash), let grant = TokenGrant(text: text) else {
      return Self.refusal("không hiểu yêu cầu này", "this request is not understood")
    }
    guard let number = try store.add(hash, grant, by: author, at: now.seconds) else {
      return Self.refusal(
        "đã có quá nhiều địa chỉ và mã (\(TokenStore.most)); hãy thu hồi bớt",
        "there are too many addresses and tokens (\(TokenStore.most)); revoke some")
    }
    return switch grant.kind {
    case .feed: SpoolAnswer(exitCode: 0, vi: "Đã lập địa chỉ lịch số \(number).", en: "Address \(number) is made.")
    case .program: SpoolAnswer(exitCode: 0, vi: "Đã lập mã số \(number).", en: "Token \(number) is made.")
    }
  }

  private func revoke(
    _ kind: SpoolRequest.TokenKind, _ number: Int64, _ author: String, _ now: Instant
  ) throws(StoreFailure) -> SpoolAnswer {
    let isDone = try store.revoke(kind, number, by: author, at: now.seconds)
    return switch (kind, isDone) {
    case (.feed, true):
      SpoolAnswer(exitCode: 0, vi: "Đã thu hồi địa chỉ lịch số \(number).", en: "Address \(number) is revoked.")
    case (.program, true):
      SpoolAnswer(exitCode: 0, vi: "Đã thu hồi mã số \(number).", en: "Token \(number) is revoked.")
    case (.feed, false):
      Self.refusal(
        "không có địa chỉ lịch số \(number) đang dùng; xem: nhacviec feeds list",
        "there is no address \(number) in use; see: nhacviec feeds list")
    case (.program, false):
      Self.refusal(
        "không có mã số \(number) đang dùng; xem: nhacviec tokens list",
        "there is no token \(number) in use; see: nhacviec tokens list")
    }
  }

  private static func refusal(_ vi: String, _ en: String) -> SpoolAnswer {
    SpoolAnswer(exitCode: 1, vi: "lỗi: \(vi)", en: "error: \(en)")
  }

  private func list(_ kind: SpoolRequest.TokenKind, _ now: Instant) throws(StoreFailure) -> Bilingual {
    let tokens = try store.tokens(kind)
    guard !tokens.isEmpty else {
      return switch kind {
      case .feed: Bilingual(vi: "Chưa có địa chỉ lịch nào.", en: "There are no addresses yet.")
      case .program: Bilingual(vi: "Chưa có mã nào.", en: "There are no tokens yet.")
      }
    }
    let today = Zone.vietnam.day(of: now)
    return Bilingual(
      vi: TokenTable(.vi, today: today).text(tokens, kind), en: TokenTable(.en, today: today).text(tokens, kind))
  }
}
