import AnswerLinks
import Expansion
import HTTPMessages
import Hashing
import Operations
import Presentation
import Reminders
import Rules

/// The page of a link in a letter: the short forms by which the unit that owes a duty answers, without signing in. What the
/// link is worth is asked of the live rules each time.
enum LinkAnswer {
  /// - Parameters:
  ///   - key: by which links are signed; nil where there is none.
  ///   - show: as for `PagePost`.
  static func answer(_ visit: Visit, signedBy key: Ed25519.PublicKey?, show: (Int) -> Void) -> HTTPAnswer {
    var answer: HTTPAnswer
    do throws(LinkEnd) {
      let (link, token) = try opened(visit, key)
      answer = try self.answer(visit.with(Visitor(link, token: token)), link, show: show)
    } catch { answer = LinkEndPage.answer(error, visit) }
    answer.set("Referrer-Policy", "no-referrer")
    answer.set("Cache-Control", "no-store")
    return answer
  }

  /// The link, if it is one, and its mailbox is still the unit's.
  private static func opened(
    _ visit: Visit, _ key: Ed25519.PublicKey?
  ) throws(LinkEnd) -> (link: AnswerLink, token: String) {
    guard let token = visit.route.value(AnswerAddress.parameter) else { throw .plain }
    guard let key else { throw .altered }
    let duty = visit.route.path.dropFirst().joined(separator: "/")
    let link: AnswerLink
    do throws(LinkFlaw) {
      link = try AnswerLink(token: token, duty: duty, key: key, now: Int64(visit.operations.now))
    } catch .expired { throw .expired } catch { throw .altered }
    let plan = visit.rules.plans.firstIndex { $0.id == visit.route.path.dropFirst().first }
    guard case .unit(let unit)? = plan.flatMap({ visit.rules.recipient(named: link.unit, in: $0) }),
      let mailbox = visit.rules.units[unit].addresses[.mail], MailboxMark(of: mailbox) == link.mailbox
    else { throw .otherMailbox }
    return (link, token)
  }

  private static func answer(_ visit: Visit, _ link: AnswerLink, show: (Int) -> Void) throws(LinkEnd) -> HTTPAnswer {
    guard let item = visit.model.duty(link.duty), !visit.rules.isClassified(item.duty.task) else { throw .over(nil) }
    let subject = ActSubject.duty(item)
    let acts = Act.allCases.filter { subject.isOpen(to: visit.visitor, for: $0, visit.model) }
    guard !acts.isEmpty else { throw .over(nil) }
    let isOver = item.duty.closed != nil
    if visit.request.method == "POST" {
      guard let act = visit.route.value("viec").flatMap(Act.init), acts.contains(act) else { throw .altered }
      let late = isOver ? LinkEndPage.answer(.over(item), visit) : nil
      return PagePost.answer(act, subject, visit, late: late, show: show)
    }
    // Each page is computed for the one who looks, and who has a link may be anybody.
    if let desk = visit.desk,
      let seconds = desk.wait(of: "look, \(visit.visitor.key ?? "")", at: Int64(visit.operations.now))
    {
      return Problem(.tooOften, retryAfter: seconds).answer(visit)
    }
    if let number = visit.route.value(receipt) { return ReceiptPage.answer(visit, number: number, of: item) }
    guard !isOver else { throw .over(item) }
    return ActPage.answer(wanted(of: acts, item, visit), subject, visit)
  }

  /// The parameter with the number of the fact whose receipt is asked for.
  static let receipt = "so"

  /// The form that is asked for, else the one that is needed most.
  private static func wanted(of acts: [Act], _ item: UpcomingItem, _ visit: Visit) -> Act {
    if let act = visit.route.value("viec").flatMap(Act.init), acts.contains(act) { return act }
    return acts.first { $0.applies(to: item) } ?? acts[0]
  }
}

/// Why a link opens no form.
enum LinkEnd: Error {
  /// It is the address as letters to others have it.
  case plain
  case altered
  case expired
  case otherMailbox
  /// The work is done or not owed by this unit any more; nil: nothing may be said of it.
  case over(UpcomingItem?)
}
