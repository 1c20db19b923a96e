/// The letters for signing in of the last hour, and when another may go (decision: mailbox-sign-in). The round counts them, and the
/// daemon reads the same to say honestly when none goes.
package struct SignInCount: Hashable, Sendable {
  /// Who asks for a letter, as far as limits depend on it.
  package struct Asker: Hashable, Sendable {
    /// Tells the network of who asks from others: of a hash, since no address is kept; so many hexadecimal digits.
    package var network: String
    /// Whether the browser was signed in here before.
    package var isKnown: Bool

    package static let digits = 16
    private static let (known, new) = ("known", "new")

    /// Nil if it is no such hash.
    package init?(network: String, isKnown: Bool) {
      guard network.utf8.count == Self.digits, network.allSatisfy(\.isHexDigit) else { return nil }
      (self.network, self.isKnown) = (network, isKnown)
    }

    /// `NETWORK known` or `NETWORK new`
    package var text: String { "\(network) \(isKnown ? Self.known : Self.new)" }

    package init?(text: some StringProtocol) {
      let words = text.split(separator: " ")
      guard words.count == 2, [Self.known, Self.new].contains(String(words[1])) else { return nil }
      self.init(network: String(words[0]), isKnown: words[1] == Self.known)
    }
  }

  private struct Letter: Hashable {
    var at: Int64
    var mailbox: String
    var asker: Asker
  }

  /// Letters in an hour: to one mailbox, and in all.
  private static let (perMailbox, perHour) = (3, 20)
  /// Of these for browsers that were never signed in here, and for those of one network: whoever has many addresses takes no more, and
  /// the rest is left to the units that use the pages.
  private static let (forNew, newPerNetwork) = (14, 7)
  private static let hour: Int64 = 3600

  /// The oldest first; some may be older than an hour.
  private var letters: [Letter] = []

  /// None went.
  package init() {}

  package init(_ state: StateFolder) {
    letters = (WholeFile.read(state.signIns) ?? "").split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ", maxSplits: 2)
      guard words.count == 3, let at = Int64(words[0]), let asker = Asker(text: words[2]) else { return nil }
      return Letter(at: at, mailbox: String(words[1]), asker: asker)
    }.sorted { $0.at < $1.at }
  }

  private func lastHour(_ now: Int64) -> [Letter] { letters.filter { (0..<Self.hour).contains(now - $0.at) } }

  /// Seconds until another letter may go to who asks, whatever unit is meant; nil: now.
  package func wait(of asker: Asker, at now: Int64) -> Int64? {
    let letters = lastHour(now)
    let new = letters.filter { !$0.asker.isKnown }
    let limits =
      [(letters, Self.perHour)]
      + (asker.isKnown
        ? [] : [(new, Self.forNew), (new.filter { $0.asker.network == asker.network }, Self.newPerNetwork)])
    return limits.compactMap { letters, most in
      letters.count < most ? nil : letters[letters.count - most].at + Self.hour - now
    }.max()
  }

  /// Whether so many went to the mailbox that no more may.
  package func isFull(_ mailbox: String, at now: Int64) -> Bool {
    lastHour(now).count { $0.mailbox == mailbox } >= Self.perMailbox
  }

  /// Counts a letter, before it goes.
  package mutating func add(
    _ mailbox: String, for asker: Asker, at now: Int64, in state: StateFolder
  ) throws(SystemError) {
    letters = lastHour(now)
    letters.append(Letter(at: now, mailbox: mailbox, asker: asker))
    try WholeFile.replace(
      state.signIns, with: letters.map { "\($0.at) \($0.mailbox) \($0.asker.text)\n" }.joined())
  }

  /// When letters go again to browsers that were never signed in here, in seconds since 1970; nil where they do now.
  package func fullUntil(at now: Int64) -> Int64? {
    guard let anybody = Asker(network: String(repeating: "0", count: Asker.digits), isKnown: false) else { return nil }
    return wait(of: anybody, at: now).map { now + $0 }
  }
}
