import Addresses
import AnswerLinks
import FactLog
import FeedStore
import HTTPMessages
import Hashing
import Operations
import Rules
import StateFolder

/// Who is signed in by a mailbox, and the requests for letters. It writes to `web/` and the spool alone.
struct SignInDesk: Sendable {
  let state: StateFolder

  /// A unit that is signed in, with what tells its browser from others.
  struct SignedIn: Sendable {
    let session: SessionStore.Session
    let secret: SHA256Digest
  }

  private func store() throws(StoreFailure) -> SessionStore { try SessionStore(state) }

  /// Who is signed in, as the browser says, if that still holds.
  /// - Parameter rules: those in force; nil where they are not known, and it is not asked whether the mailbox is still the unit's.
  func signedIn(_ request: HTTPRequest, _ rules: RuleSet?, at now: Int64) -> SignedIn? {
    guard let secret = request.cookie(BrowserSecret.session).flatMap({ BrowserSecret($0) }),
      SessionStore.isThere(state),
      let session = try? store().session(secret.hash, at: now)
    else { return nil }
    if let rules, !Self.holds(session, rules) {
      try? store().end(secret.hash)
      return nil
    }
    return SignedIn(session: session, secret: secret.hash)
  }

  /// Whether a unit has the mailbox in the rules by which it signed in, under the id of then or another since.
  static func holds(_ session: SessionStore.Session, _ rules: RuleSet) -> Bool {
    isMailbox(session.mailbox, of: session.unit, rules)
  }

  static func isMailbox(_ mailbox: MailboxMark, of id: String, _ rules: RuleSet) -> Bool {
    rules.units.contains { unit in
      (unit.id == id || unit.formerly.contains(id)) && unit.addresses[.mail].flatMap { MailboxMark(of: $0) } == mailbox
    }
  }

  /// Who asks for a letter: the network, a hash of the address or of the first half of one of IPv6, and whether the browser was signed in
  /// here before.
  func asker(_ request: HTTPRequest, behind proxies: Set<String>) -> SignInCount.Asker? {
    let client = request.client(behind: proxies)
    let network = NetworkAddress(client).map { $0.network } ?? Array(client.utf8)
    guard let hash = SHA256.hash(network) else { return nil }
    let secret = request.cookie(BrowserSecret.session).flatMap { BrowserSecret($0) }
    let isKnown = SessionStore.isThere(state) ? secret.map { (try? store().knows($0.hash)) ?? false } ?? false : false
    return SignInCount.Asker(network: String("\(hash)".prefix(SignInCount.Asker.digits)), isKnown: isKnown)
  }

  /// Seconds until a letter goes to who asks, whatever unit is meant; nil: now.
  func wait(of asker: SignInCount.Asker, at now: Int64) -> Int64? {
    SignInCount(state).wait(of: asker, at: now)
  }

  /// Asks the round for a letter to the mailbox of a unit.
  func ask(_ name: String, _ browser: BrowserSecret, _ asker: SignInCount.Asker) throws(SystemError) {
    try Spool(state.spool).drop(.signIn(name: name, browser: browser.hash.description, asker: asker))
  }

  func isUsed(_ opened: SignInLink.Opened) throws(StoreFailure) -> Bool { try store().isUsed(opened) }

  func keep(_ opened: SignInLink.Opened, at now: Int64) throws(StoreFailure) { try store().keep(opened, at: now) }

  func open(
    _ opened: SignInLink.Opened, _ secret: BrowserSecret, at now: Int64
  ) throws(StoreFailure) -> SessionStore.Session? { try store().open(opened, secret.hash, at: now) }

  func open(
    code: String, from browser: BrowserSecret, _ secret: BrowserSecret, at now: Int64
  ) throws(StoreFailure) -> SessionStore.Typed {
    try store().open(code: code, from: browser.hash, secret.hash, at: now)
  }

  func end(_ secret: SHA256Digest) throws(StoreFailure) { try store().end(secret) }

  /// Ends all sessions of the same unit and mailbox.
  func endAll(_ session: SessionStore.Session) throws(StoreFailure) { try store().endAll(session) }
}
