import Delivery
import Diagnostics
import FactLog
import Glibc
import Outbox
import Presentation
import Reminders
import Revisions
import Rules
import ServiceStatus
import Settings
import StateFolder

/// Looks over everything that reminders need, and says what to do about what is missing.
struct Doctor {
  struct Finding {
    enum Kind { case good, warning, bad }

    var kind: Kind
    var vi: String
    var en: String

    init(_ kind: Kind, _ vi: String, _ en: String) {
      self.kind = kind
      self.vi = vi
      self.en = en
    }
  }

  private let setting: RoundSetting
  private let environment: CommandEnvironment
  private let trial: [Finding]?
  private(set) var findings: [Finding] = []
  private var state: StateFolder { setting.state }
  private var configuration: Configuration { setting.configuration }

  /// - Parameter trial: of the ways out; nil: nobody tried them.
  init(_ setting: RoundSetting, _ environment: CommandEnvironment, trial: [Finding]?) {
    self.setting = setting
    self.environment = environment
    self.trial = trial
    LocalTime.use(setting.configuration.office.timeZone)
    checkConfiguration()
    checkTemplates()
    checkFacts()
    checkPost()
    checkRules()
    checkWays()
    checkClock()
    checkMachine()
  }

  private mutating func add(_ kind: Finding.Kind, _ vi: String, _ en: String) {
    findings.append(Finding(kind, vi, en))
  }

  private mutating func add(_ finding: StatusFinding) {
    add(finding.severity == .warning ? .warning : .bad, finding.words.vi, finding.words.en)
  }

  private mutating func add(_ kind: Finding.Kind, _ diagnostic: Diagnostic) {
    add(kind, diagnostic.words.vi, diagnostic.words.en)
  }

  // MARK: Configuration

  private mutating func checkConfiguration() {
    let path = setting.file.path
    guard setting.file.isThere else {
      return add(
        .warning, "không có tệp cấu hình \(path): dùng mặc định, không gửi thư",
        "there is no configuration file \(path): the defaults hold and no mail is sent")
    }
    let problems = configuration.checkSecrets(credentials: ConfigurationFile.credentialFolder, namedIn: path)
    // What the service alone holds is no fault: the trial of the ways out shows whether it does.
    for problem in problems { add(problem.severity == .error ? .bad : .good, problem) }
    if let problem = CalendarZones.problem(ofStandard: configuration.office.timeZone) { add(.bad, problem) }
    add(.good, "cấu hình: \(path)", "configuration: \(path)")
  }

  private mutating func checkTemplates() {
    let problems = LetterTrial.diagnostics(setting.templates)
    for problem in problems { add(.bad, problem) }
    if problems.isEmpty { add(.good, "mẫu thư dùng được", "the templates make letters that can be sent") }
  }

  // MARK: State

  /// Against what the last round saw of them: facts that are gone would be believed never to have been.
  private mutating func checkFacts() {
    let seen = (try? OutboxLog(state, .reading).lastRound()).flatMap { FactHead($0.facts) } ?? .empty
    do throws(StoreFailure) {
      let walk = try environment.openFacts(state.facts, .reading).verify(against: seen)
      if let broken = walk.broken { return add(.bad, FactLogWords.diagnostic(broken, at: state.factsDatabase)) }
      add(.good, "\(walk.head.count) ghi nhận, chuỗi còn nguyên", "\(walk.head.count) facts, their chain is whole")
    } catch {
      guard error == .missing else { return add(.bad, FactLogWords.diagnostic(error, at: state.factsDatabase)) }
      guard seen.count > 0 else { return add(.good, "chưa có ghi nhận nào", "no facts are recorded yet") }
      let words = HeldRound.Reason.factsGone(seen: seen.count, found: 0).words
      add(.bad, words.vi, words.en)
    }
  }

  private mutating func checkPost() {
    do throws(StoreFailure) {
      let log = try OutboxLog(state, .reading)
      if let damage = try log.damage() { throw .damaged(damage) }
      let (pending, dead) = (try log.count(.pending), try log.count(.dead))
      add(.good, "sổ gửi dùng được; còn chờ gửi \(pending)", "the log of messages is well; \(pending) wait")
      if dead > 0 {
        add(
          .warning, "\(dead) thư không gửi được: nhacviec deliveries --dead",
          "\(dead) deliveries were given up: nhacviec deliveries --dead")
      }
      if try log.heldRound() != nil, state.readRoundMark()?.held == nil {
        add(
          .bad, "lượt nhắc việc chờ xác nhận: nhacviec round accept",
          "a round waits for acceptance: nhacviec round accept")
      }
    } catch {
      guard error != .missing else { return add(.good, "chưa gửi thư nào", "nothing was sent yet") }
      add(.bad, FactLogWords.diagnostic(error, at: state.postDatabase))
    }
    if let mark = state.readRoundMark() {
      let began = RoundReportText.moment(Instant(seconds: mark.began))
      add(.good, "lượt nhắc việc gần nhất: \(began)", "the last round began \(began)")
      if let failure = mark.failure { add(.warning, "lượt gần nhất: \(failure.vi)", "the last round: \(failure.en)") }
      if let late = StatusFinding.late(mark) { add(late) }
      if let held = mark.held {
        add(
          .bad, "lượt nhắc việc chờ xác nhận (\(held.vi)): nhacviec round accept",
          "a round waits for acceptance (\(held.en)): nhacviec round accept")
      }
    }
  }

  // MARK: Rules

  private mutating func checkRules() {
    do throws(RevisionFailure) {
      guard let live = try RevisionStore(state).live() else {
        return add(
          .bad, "chưa có quy tắc nào có hiệu lực: nhacviec rules promote",
          "no rules are live yet: nhacviec rules promote")
      }
      add(
        .good, "quy tắc bản \(live.number): \(live.rules.plans.count) kế hoạch, \(live.rules.tasks.count) nhiệm vụ",
        "rules: revision \(live.number), \(live.rules.plans.count) plans, \(live.rules.tasks.count) tasks")
      if let waiting = state.readWaitingRules() {
        add(
          .warning, "quy tắc mới chờ xác nhận: nhacviec rules accept \(waiting.hash.prefix(12))",
          "new rules wait for acceptance: nhacviec rules accept \(waiting.hash.prefix(12))")
      }
      checkUnits(live.rules)
    } catch {
      add(.bad, error.diagnostic)
    }
  }

  /// Leads that cannot be written to.
  private mutating func checkUnits(_ rules: RuleSet) {
    let withoutMail = setting.unitsWithoutMail(rules)
    if withoutMail > 0 { add(.unitsWithoutMail(withoutMail)) }
    let reach = AddressPolicy(configuration, gone: setting.goneAddresses, hasJournal: setting.hasJournal)
    let usable = reach.reachable(rules)
    let leads = Set(rules.tasks.flatMap { $0.leads.flatMap { rules.units(of: $0.1.recipient) } })
    let silent = leads.filter { usable.units[$0].email == nil && usable.units[$0].webhook == nil }
    let names = silent.map { rules.units[$0].title }.sorted()
    guard !names.isEmpty else {
      return add(.good, "mọi đơn vị chủ trì đều có địa chỉ dùng được", "every lead has an address that may be used")
    }
    let list = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    add(
      .warning, "\(names.count) đơn vị chủ trì không có địa chỉ dùng được: \(list)",
      "\(names.count) leads have no address that may be used: \(list)")
  }

  // MARK: Ways out

  private mutating func checkWays() {
    if configuration.mail == nil {
      add(
        .warning, "chưa cấu hình máy chủ thư (mail.server): không gửi thư",
        "no mail server (mail.server): no mail is sent")
    }
    if let trial {
      findings += trial
    } else if let mail = configuration.mail {
      add(
        .good, "máy chủ thư: \(mail.server):\(mail.port) (chưa thử)",
        "mail server: \(mail.server):\(mail.port), not tried")
    }
    if configuration.writesJournal, !setting.hasJournal {
      add(.warning, "máy này không có nhật ký systemd", "there is no systemd journal on this machine")
    }
  }

  /// Disk and units; the clock has its own words.
  private mutating func checkMachine() {
    var surroundings = environment.surroundings(state, configuration.limits)
    surroundings.isClockLoose = false
    for finding in surroundings.findings { add(finding) }
  }

  private mutating func checkClock() {
    if SystemClock.isSynchronised {
      add(.good, "đồng hồ được đồng bộ", "the clock is synchronised")
    } else if configuration.limits.needsSynchronisedClock {
      add(
        .bad, "đồng hồ chưa được đồng bộ: lượt nhắc việc sẽ chờ; bật đồng bộ giờ (timedatectl set-ntp true)",
        "the clock is not synchronised: rounds will wait; turn a time service on (timedatectl set-ntp true)")
    } else {
      add(.warning, "đồng hồ chưa được đồng bộ", "the clock is not synchronised")
    }
  }
}
