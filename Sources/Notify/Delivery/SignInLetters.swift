import AnswerLinks
import Channels
package import Diagnostics
package import Hashing
package import Notifications
package import Reminders
package import Rules
package import Settings
package import StateFolder

/// Sends units the letters by which they sign in (decision: mailbox-sign-in). Each is tried once and kept nowhere; who waits asks again.
package struct SignInLetters {
  let state: StateFolder
  let configuration: Configuration
  let templates: NotificationTemplates
  let credentials: String?

  /// A name may mean units with so many mailboxes; of more than that nobody is written to.
  private static let mostMailboxes = 3

  package init(
    _ state: StateFolder, _ configuration: Configuration, _ templates: NotificationTemplates, credentials: String?
  ) {
    (self.state, self.configuration) = (state, configuration)
    (self.templates, self.credentials) = (templates, credentials)
  }

  /// Writes to the mailboxes that the rules in force have for the units of a name.
  /// - Parameters:
  ///   - name: of a unit, also as `PLAN/UNIT`, or its mailbox, as somebody typed it.
  ///   - browser: the hash of what the browser has that asks.
  ///   - asker: by whom the hour's letters are shared out.
  /// - Returns: why what should have been sent was not.
  package func send(
    to name: String, _ browser: SHA256Digest, _ asker: SignInCount.Asker, _ rules: RuleSet, at now: Instant
  ) throws(SystemError) -> [Bilingual] {
    guard let site = configuration.webAddress, let key = try? LinkKey(credentials: credentials) else { return [] }
    let mailboxes = Self.mailboxes(of: name, rules)
    guard mailboxes.count <= Self.mostMailboxes else { return [] }
    var problems: [Bilingual] = []
    for (address, units) in mailboxes {
      guard let mailbox = MailboxMark(of: address) else { continue }
      if let problem = try refusal(mailbox, asker, at: now) {
        problems.append(problem)
        continue
      }
      let links = units.compactMap { unit -> (name: String, address: String)? in
        let unit = rules.units[unit]
        let link = SignInLink(
          unit: unit.id, mailbox: mailbox, browser: browser, end: now.seconds + SignInLink.lifetime)
        return link.token(signedBy: key.key).map {
          (unit.title, SignInAddress.address($0, on: site, inEnglish: configuration.language == .en))
        }
      }
      let letter = templates.signIn(links, minutes: Int(SignInLink.lifetime / 60), in: configuration.language)
      let problem = MailChannel(configuration.values, credentials: credentials).sendAtOnce(
        "sign-in", subject: letter.subject, text: letter.text, to: address, at: Int(now.seconds))
      if let problem {
        problems.append(.init(vi: "thư đăng nhập: \(problem.vi)", en: "letter for signing in: \(problem.en)"))
      }
    }
    return problems
  }

  /// The units that a name means, or whose mailbox it is, by their mailboxes; a unit stands once by each id.
  private static func mailboxes(of name: String, _ rules: RuleSet) -> [(address: String, units: [UnitID])] {
    var recipients = rules.recipients(named: name)
    if recipients.isEmpty, let found = rules.recipient(namedWithPlan: name) { recipients = [found.recipient] }
    let named = Set(recipients.compactMap { if case .unit(let unit) = $0 { unit } else { nil } })
    let units = rules.units.indices.filter { unit in
      named.contains(unit) || rules.units[unit].addresses[.mail]?.lowercased() == name.lowercased()
    }
    let known = Dictionary(
      grouping: units.filter { rules.units[$0].addresses[.mail] != nil },
      by: { rules.units[$0].addresses[.mail] ?? "" })
    return known.sorted { $0.key < $1.key }.map { address, units in
      var ids: Set<String> = []
      return (address, units.filter { ids.insert(rules.units[$0].id).inserted })
    }
  }

  /// Why no other letter may go to the mailbox now; nil if it may, and is counted before it goes.
  private func refusal(
    _ mailbox: MailboxMark, _ asker: SignInCount.Asker, at now: Instant
  ) throws(SystemError) -> Bilingual? {
    let mark = SHA256Digest.hexadecimal(mailbox.bytes)
    var count = SignInCount(state)
    if let wait = count.wait(of: asker, at: now.seconds) {
      let minutes = (wait + 59) / 60
      return .init(
        vi: "đã gửi hết số thư đăng nhập của một giờ cho nơi hỏi này; \(minutes) phút nữa mới gửi tiếp",
        en: "the hour's letters for signing in are used up for whoever asks so; another goes in \(minutes) minutes")
    }
    guard !count.isFull(mark, at: now.seconds) else {
      return .init(
        vi: "hộp thư này đã nhận đủ thư đăng nhập của một giờ, thư này không gửi",
        en: "this mailbox has had its letters of the hour for signing in, this one did not go")
    }
    try count.add(mark, for: asker, at: now.seconds, in: state)
    return nil
  }
}
