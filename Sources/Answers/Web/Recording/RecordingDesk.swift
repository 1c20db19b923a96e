import HTTPMessages
import Hashing
import Synchronization

/// What stands before recording over the web: the marks of forms, the tokens by which a form is known to come from a page of
/// this daemon that the same login was shown, and how often one login may send. It holds for one process: a page from before
/// the daemon was started anew is shown again, with what was typed.
final class RecordingDesk: Sendable {
  /// A login may send so many at once, and one more in each of so many seconds.
  private static let (most, seconds) = (30, 4)
  /// Logins that are counted; with more, those that sent long ago are forgotten.
  private static let mostLogins = 1000

  private let secret: [UInt8]
  private let counter = Atomic(0)
  /// When each login may have sent its last but for `most` others.
  private let sent = Mutex<[String: Int64]>([:])
  /// Lets one recording be made at a time.
  let turn = Mutex(())
  /// Lets one proposal be looked at at a time, for which rules are read and computed anew.
  let previews = Mutex(())

  /// - Parameter secret: bytes that nobody else knows, other ones for each process.
  init(secret: [UInt8]) { self.secret = secret }

  private func code(_ text: String) -> String {
    SHA256.hmac(of: Array(text.utf8), key: secret).map { String("\($0)".prefix(32)) } ?? ""
  }

  /// The token of a login's forms.
  func token(of login: String) -> String { code("token \(login)") }

  func isToken(_ token: String, of login: String) -> Bool {
    let right = Array(self.token(of: login).utf8)
    let sent = Array(token.utf8)
    // As long for each wrong one.
    return !right.isEmpty && right.count == sent.count && zip(right, sent).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// A mark that no other form has.
  func newMark() -> String { code("mark \(counter.wrappingAdd(1, ordering: .relaxed).newValue)") }

  /// After how many seconds a login may send again; nil if it may now, which is counted.
  /// - Parameters:
  ///   - most: so many at once.
  ///   - seconds: one more in each of so many seconds.
  func wait(of login: String, at now: Int64, most: Int = most, seconds: Int = seconds) -> Int64? {
    sent.withLock { sent in
      let step = Int64(seconds)
      let full = max(sent[login] ?? now, now)
      let wait = full - now - Int64(most - 1) * step
      guard wait <= 0 else { return wait }
      if sent.count >= Self.mostLogins { sent = sent.filter { $0.value > now } }
      sent[login] = full + step
      return nil
    }
  }
}

extension HTTPRequest {
  /// Whether a page of elsewhere sent it, as far as the browser says; old ones say nothing.
  /// - Parameters:
  ///   - address: the office's own address; nil where the configuration has none.
  ///   - isNowhereRight: whether a page may be meant of which the browser tells nobody, as is right where the address is a secret.
  func isFromElsewhere(than address: String?, orNowhere isNowhereRight: Bool = false) -> Bool {
    if let site = value(of: "sec-fetch-site") { return site != "same-origin" }
    guard !values(of: "sec-fetch-site").isEmpty || !values(of: "origin").isEmpty else { return false }
    if isNowhereRight, value(of: "origin") == "null" { return false }
    guard let origin = value(of: "origin"), let address else { return true }
    return Self.host(of: origin) == nil || Self.host(of: origin) != Self.host(of: address)
  }

  /// Scheme and host of an address in small letters, whatever its port: administrators may come by one of their own.
  private static func host(of address: String) -> String? {
    let parts = address.lowercased().split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[1].isEmpty, !parts[2].isEmpty else { return nil }
    let colon = parts[2].last == "]" ? nil : parts[2].lastIndex(of: ":")
    return "\(parts[0])//\(colon.map { parts[2][..<$0] } ?? parts[2])"
  }
}
