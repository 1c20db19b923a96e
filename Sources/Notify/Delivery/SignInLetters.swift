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

  /// In an hour, to one mailbox and in all.
  private static let (perMailbox, perHour) = (3, 20)
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
  /// - Returns: why what should have been sent was not.
  package func send(
    to name: String, _ browser: SHA256Digest, _ rules: RuleSet, at now: Instant
  ) throws(SystemError) -> [Bilingual] {
    guard let site = configuration.webAddress, let key = try? LinkKey(credentials: credentials) else { return [] }
    let mailboxes = Self.mailboxes(of: name, rules)
    guard mailboxes.count <= Self.mostMailboxes else { return [] }
    var problems: [Bilingual] = []
    for (address, units) in mailboxes {
      guard let mailbox = MailboxMark(of: address) else { continue }
      guard try isAllowed(mailbox, at: now) else {
        problems.append(
          .init(
            vi: "đã gửi nhiều thư đăng nhập trong một giờ qua, thư này không gửi",
            en: "many letters for signing in went out within the hour, this one did not"))
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

  /// Whether another letter may go to the mailbox, which is counted before it goes.
  private func isAllowed(_ mailbox: MailboxMark, at now: Instant) throws(SystemError) -> Bool {
    let mark = SHA256Digest.hexadecimal(mailbox.bytes)
    let earlier = (WholeFile.read(state.signIns) ?? "").split(separator: "\n").filter { line in
      line.split(separator: " ").first.flatMap { Int64($0) }.map { (0..<3600).contains(now.seconds - $0) } ?? false
    }
    guard earlier.count < Self.perHour, earlier.count(where: { $0.hasSuffix(" \(mark)") }) < Self.perMailbox else {
      return false
    }
    let lines = earlier.map { $0 + "\n" } + ["\(now.seconds) \(mark)\n"]
    try WholeFile.replace(state.signIns, with: lines.joined())
    return true
  }
}
