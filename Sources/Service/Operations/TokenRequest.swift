import CivilCalendar
import Diagnostics
import Expansion
import FactLog
package import FeedStore
package import Feeds
import Presentation
import Reminders
import Rules
package import Settings
package import StateFolder

/// Makes, lists and revokes secret addresses of calendar feeds and tokens for programs: in this process if the user owns
/// them, otherwise by asking the daemon, who alone reads and writes their hashes. A token is made here, and only its
/// hash is told to the daemon.
package struct TokenRequest {
  package let configuration: Configuration
  private let state: StateFolder
  private let operations: OperationContext

  /// - Parameter stateFolder: the state folder that the user named; nil if they named none.
  package init(
    _ file: ConfigurationFile, stateFolder: String?, in operations: OperationContext
  ) throws(OperationFailure) {
    let context = try RemindContext(file, stateFolder: stateFolder, in: operations)
    (configuration, state, self.operations) = (context.configuration, context.state, context.operations)
  }

  package func list(_ kind: SpoolRequest.TokenKind) throws(OperationFailure) -> SpoolAnswer {
    try perform(.listTokens(kind))
  }

  package func revoke(_ kind: SpoolRequest.TokenKind, _ number: Int64) throws(OperationFailure) -> SpoolAnswer {
    try perform(.revokeToken(kind, number: number))
  }

  /// The answer, and the new token if it was noted.
  package func make(_ grant: TokenGrant) throws(OperationFailure) -> (answer: SpoolAnswer, token: SecretToken?) {
    guard TokenGrant(text: grant.text) == grant else {
      throw OperationFailure(
        vi: "tên phải là một dòng có chữ, không quá \(TokenGrant.longestName) byte",
        en: "a name is one line that is not empty, of \(TokenGrant.longestName) bytes at most")
    }
    if case .program(_, _, let until) = grant, until < Zone.vietnam.day(of: now) {
      throw OperationFailure(
        vi: "ngày \(DateWording(.vi).day(until)) đã qua; mã phải dùng được đến một ngày sau này",
        en: "\(DateWording(.en).day(until)) is over; a token must hold until a day to come")
    }
    guard let token = SecretToken.random() else {
      throw OperationFailure(vi: "libcrypto không tính được SHA-256", en: "libcrypto does not compute SHA-256")
    }
    let answer = try perform(.makeToken(hash: token.hashText, grant: grant.text))
    return (answer, answer.exitCode == 0 ? token : nil)
  }

  private var now: Instant { Instant(seconds: Int64(operations.now)) }

  private func perform(_ request: SpoolRequest) throws(OperationFailure) -> SpoolAnswer {
    if StateFolder.belongsToAnotherUser(state.web) {
      return SpoolCall(answerer: .daemon, state: state, operations: operations).ask(request)
    }
    do throws(StoreFailure) {
      return try TokenDesk(state).answer(request, by: operations.login, at: now)
    } catch {
      throw OperationFailure(error, at: state.tokensDatabase)
    }
  }

  // MARK: Whose feed it is

  /// Whose duties a feed is to show, as the user named it.
  package enum Named: Hashable, Sendable {
    case all
    case unit(String)
    case plan(String)
    case person(String)
  }

  /// The subject with the ids of the rules in force.
  package func subject(_ named: Named) throws(OperationFailure) -> FeedScope.Subject {
    switch named {
    case .all: return .all
    case .unit(let name):
      let rules = try book().rules
      return .unit(try UnitChoice.reference(name, rules))
    case .plan(let name):
      let rules = try book().rules
      guard let plan = rules.plan(named: name) else {
        let near = NearestName.nearest(to: name, among: rules.plans.map(\.id)).joined(separator: "; ")
        throw OperationFailure(
          vi: "không có kế hoạch “\(name)”" + (near.isEmpty ? "" : "; gần nhất: \(near)"),
          en: "there is no plan “\(name)”" + (near.isEmpty ? "" : "; nearest: \(near)"))
      }
      return .plan(rules.plans[plan].id)
    case .person(let name):
      let book = try book()
      let persons = FeedEvent.all(of: Expander(book.rules, facts: book.facts), today: book.today).compactMap(
        \.audience.person)
      let folded = FoldedName(name)
      if !persons.contains(where: { FoldedName($0) == folded }) {
        let near = NearestName.nearest(to: name, among: Set(persons).sorted()).joined(separator: "; ")
        operations.tell(
          .note(
            .init(
              vi: "chưa việc có hạn nào được giao cho “\(name)”" + (near.isEmpty ? "" : "; gần nhất: \(near)"),
              en: "no duty with a day is assigned to “\(name)” yet" + (near.isEmpty ? "" : "; nearest: \(near)"))))
      }
      return .person(name)
    }
  }

  private func book() throws(OperationFailure) -> OpenBook {
    try OpenBook.open(BookRequest(state: state.path), in: operations)
  }
}
