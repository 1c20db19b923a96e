import AnswerLinks
import Diagnostics
import Expansion
import Presentation
import RuleSyntax
import Rules
import Settings

/// Whether a user may record a fact, and for whose side, where the configuration has roles (decision: sides).
struct RoleCheck {
  private let recorder: Recorder
  private var login: String { recorder.author }
  private let role: Roles.Role?
  private let book: OpenBook
  private let before: Expander

  /// Nil: everybody records.
  init?(_ roles: Roles?, _ recorder: Recorder, _ book: OpenBook, _ before: Expander) {
    (self.recorder, self.book, self.before) = (recorder, book, before)
    switch recorder {
    case .unit(let id), .session(let id, _): role = Roles.Role(units: [id], isFocalPoint: false)
    case .login(let login):
      guard let roles, !roles.isEmpty else { return nil }
      role = roles[login]
    }
  }

  /// The side that stands in the fact (`pnv (chủ trì)`), or why the user may not record it.
  func side(of fact: Fact) -> Result<String, Refusal> {
    guard let role else {
      return refused(
        .noRole, fact,
        vi: "“\(login)” chưa có vai trò nên không ghi nhận được; người quản trị thêm [roles.\(login)] vào tệp cấu hình",
        en:
          "“\(login)” has no role and may record nothing; the administrator adds [roles.\(login)] to the configuration")
    }
    if role.isFocalPoint {
      let unit = plan(of: fact).flatMap { book.rules.plans[$0].focalPoint }
      return .success(words(.focalPoint, unit))
    }
    let own = own(role, in: plan(of: fact))
    guard !own.isEmpty else {
      if case .session(let unit, _) = recorder {
        return refused(
          .notYourSide, fact, vi: "kế hoạch này không có đơn vị “\(unit)” với hộp thư đã dùng để đăng nhập",
          en: "this plan has no unit “\(unit)” with the mailbox that signed in")
      }
      let units = role.units.map { "“\($0)”" }.joined(separator: ", ")
      return refused(
        .noRole, fact,
        vi:
          "vai trò của “\(login)” \(units.isEmpty ? "chưa nêu đơn vị nào" : "nêu \(units), không có trong quy tắc của kế hoạch này"); người quản trị sửa [roles.\(login)]",
        en:
          "the role of “\(login)” names \(units.isEmpty ? "no unit" : "\(units), which the rules of this plan do not have"); the administrator mends [roles.\(login)]"
      )
    }
    let (side, meant) = entitled(fact)
    // By a link a unit speaks of its own work alone.
    if case .unit = recorder, side != .lead { return refused(side, meant, role, fact) }
    let units = Set(meant.flatMap(book.rules.units))
    if let one = own.first(where: { meant.contains($0) || !units.isDisjoint(with: book.rules.units(of: $0)) }) {
      return .success(words(side, one))
    }
    if case .session = recorder, let unit = focalPoint(among: own, for: fact, side) {
      return .success(words(.focalPoint, unit))
    }
    return refused(side, meant, role, fact)
  }

  /// The units of a role as the plan knows them; of who signed in by a mailbox those alone whose mailbox it is.
  private func own(_ role: Roles.Role, in plan: PlanID?) -> [Recipient] {
    let own = role.units.compactMap { UnitChoice.own($0, book.rules, in: plan) }
    guard case .session(_, let mailbox) = recorder else { return own }
    return own.filter { recipient in
      guard case .unit(let unit) = recipient, let address = book.rules.units[unit].addresses[.mail] else {
        return false
      }
      return MailboxMark(of: address) == mailbox
    }
  }

  /// The focal point of the fact's plan, if it is one of these units. It does not judge its own work.
  private func focalPoint(among own: [Recipient], for fact: Fact, _ side: FactSide.Name) -> Recipient? {
    guard let plan = plan(of: fact), let focal = book.rules.plans[plan].focalPoint,
      case let units = Set(book.rules.units(of: focal)),
      let unit = own.first(where: { !units.isDisjoint(with: book.rules.units(of: $0)) })
    else { return nil }
    guard case .task(let subject) = fact.body.target, side != .lead else { return unit }
    let duties = TaskDuties(of: subject.task, keys: subject.key.map { [$0] } ?? [], in: before).meant(by: subject)
    let leads = Set(duties.flatMap(\.leads).flatMap(book.rules.units))
    return leads.isDisjoint(with: book.rules.units(of: unit)) ? unit : nil
  }

  /// Which side records such a fact, and who that is.
  private func entitled(_ fact: Fact) -> (FactSide.Name, [Recipient]) {
    switch fact.body.target {
    case .event(let named): return (.watcher, book.rules.events[named.event].watchedBy)
    case .task(let subject):
      let keys = subject.key.map { [$0] } ?? []
      let duties = TaskDuties(of: subject.task, keys: keys, in: before).meant(by: subject)
      let leads = duties.flatMap(\.leads)
      switch fact.body.kind {
      case .undone where isOwnReport(duties, of: role): return (.lead, leads)
      case .accepted, .progress, .assigned, .reported, .done, .extensionAsked, .extensionWithdrawn, .explained:
        return (.lead, leads)
      case .confirmed, .returned:
        return (.confirmer, book.rules.confirmer(of: subject.task, leads: leads).map { [$0] } ?? [])
      default: return (.decider, book.rules.decider(of: subject.task, leads: leads).map { [$0] } ?? [])
      }
    }
  }

  /// Whether all that would be opened again are reports of the user's units that nobody has confirmed: who reports may take
  /// that back.
  private func isOwnReport(_ duties: [AnyDuty], of role: Roles.Role?) -> Bool {
    guard let role, !duties.isEmpty, duties.allSatisfy({ $0.report != nil }) else { return false }
    let own = Set(own(role, in: book.rules.tasks[duties[0].task].plan))
    let units = Set(own.flatMap(book.rules.units))
    return duties.allSatisfy { duty in
      duty.leads.contains { own.contains($0) || !units.isDisjoint(with: book.rules.units(of: $0)) }
    }
  }

  private func plan(of fact: Fact) -> PlanID? {
    switch fact.body.target {
    case .task(let subject): book.rules.tasks[subject.task].plan
    case .event(let named): book.rules.events[named.event].plan
    }
  }

  private func words(_ side: FactSide.Name, _ unit: Recipient?) -> String {
    FactSide(side, of: unit.map(book.rules.id(of:))).text
  }

  /// What a user is told who may not record a fact.
  struct Refusal: Error {
    let diagnostic: Diagnostic
  }

  private func refused(_ code: DiagnosticCode, _ fact: Fact, vi: String, en: String) -> Result<String, Refusal> {
    .failure(Refusal(diagnostic: Diagnostic(code, vi: vi, en: en, at: fact.span)))
  }

  private func refused(_ side: FactSide.Name, _ meant: [Recipient], _ role: Roles.Role, _ fact: Fact) -> Result<
    String, Refusal
  > {
    func names(_ language: Language) -> String {
      RuleNames(rules: book.rules, language: language).recipients(meant)
    }
    let units = role.units.joined(separator: "; ")
    let (vi, en) =
      switch side {
      case .lead: ("đơn vị chủ trì (\(names(.vi)))", "the lead (\(names(.en)))")
      case .confirmer: ("bên xác nhận (\(names(.vi)))", "who confirms (\(names(.en)))")
      case .decider: ("bên quyết định (\(names(.vi)))", "who decides (\(names(.en)))")
      case .watcher: ("đơn vị theo dõi sự kiện (\(names(.vi)))", "who watches the event (\(names(.en)))")
      case .focalPoint: ("đầu mối", "the focal point")
      }
    return refused(
      .notYourSide, fact,
      vi: meant.isEmpty
        ? "chỉ đầu mối ghi được điều này; “\(login)” ghi cho: \(units)"
        : "“\(login)” ghi cho: \(units). Điều này do \(vi) hoặc đầu mối ghi; hãy nhờ họ ghi",
      en: meant.isEmpty
        ? "only the focal point records this; “\(login)” records for: \(units)"
        : "“\(login)” records for: \(units). This is recorded by \(en) or by the focal point; ask them")
  }
}
