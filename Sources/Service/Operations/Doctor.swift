import Channels
import Delivery
import Diagnostics
import FactLog
import Glibc
import Outbox
import Presentation
import Reminders
import Revisions
import Rules
package import ServiceStatus
import Settings
import StateFolder

/// Checks everything that reminders need, and says what to do about each problem.
package struct Doctor {
  private let run: RemindRun
  private let trial: [Finding]?
  private var findings: [Finding] = []
  private var context: RemindContext { run.context }
  private var state: StateFolder { run.state }
  private var configuration: Configuration { context.configuration }

  /// - Parameters:
  ///   - offline: whether no channel is tried, unless a test message is to be sent.
  ///   - sendTest: the address of a test message; nil sends none.
  package static func findings(_ run: RemindRun, offline: Bool, sendTest: String?) -> [Finding] {
    Doctor(run, trial: offline && sendTest == nil ? nil : trial(run, sendTest)).findings
  }

  /// Tries the channels, by the service if that has the passwords and writes the state.
  private static func trial(_ run: RemindRun, _ address: String?) -> [Finding] {
    let request = ServiceRequest(run)
    guard request.belongsToAnotherUser, ChannelSet(run.context.configuration.values, credentials: nil).isTriable else {
      return ChannelTrial(run.context).findings(sendingTo: address, at: run.context.operations.clock())
    }
    return Finding.findings(in: request.ask(.tryMail(address: address)))
  }

  /// - Parameter trial: the findings on the channels; nil if they were not tried.
  private init(_ run: RemindRun, trial: [Finding]?) {
    self.run = run
    self.trial = trial
    checkConfiguration()
    checkTemplates()
    checkLinks()
    checkFacts()
    checkOutbox()
    checkRules()
    checkChannels()
    checkClock()
    checkMachine()
  }

  private mutating func add(_ severity: Finding.Severity, _ vi: String, _ en: String) {
    findings.append(Finding(severity, vi: vi, en: en))
  }

  private mutating func add(_ severity: Finding.Severity, _ diagnostic: Diagnostic) {
    findings.append(Finding(severity, diagnostic.words))
  }

  // MARK: Configuration

  private mutating func checkConfiguration() {
    let path = context.file.path
    guard context.file.isThere else {
      return add(
        .warning, "không có tệp cấu hình \(path): dùng mặc định, không gửi thư",
        "there is no configuration file \(path): the defaults hold and no mail is sent")
    }
    let problems = configuration.checkSecrets(credentials: context.operations.credentials, namedIn: path)
    // A secret that only the service can read is no fault; the trial of the channels shows whether it can.
    for problem in problems { add(problem.severity == .error ? .critical : .ok, problem) }
    if let problem = CalendarZones.problem(ofStandard: configuration.office.timeZone) { add(.critical, problem) }
    add(.ok, "cấu hình: \(path)", "configuration: \(path)")
    checkLogins()
  }

  /// Says which roles are of no user of this machine. That is no fault of who records from elsewhere.
  private mutating func checkLogins() {
    let strange = configuration.values.names(under: ["roles"]).filter { !LoginName.isKnown($0) }.sorted()
    guard !strange.isEmpty else { return }
    let roles = strange.map { "[roles.\($0)]" }.joined(separator: ", ")
    add(
      .ok, "\(roles): máy này không có tên đăng nhập ấy; chỉ đúng với người ghi nhận không bằng lệnh trên máy này",
      "\(roles): no login of this machine, which is right only for who records otherwise than by its commands")
  }

  private mutating func checkTemplates() {
    for problem in run.templateFaults.map({ RuleFolder.Problem($0) }) {
      add(
        .warning, "dùng mẫu thư đi kèm vì \(problem.words.vi)",
        "a shipped template is used because of \(problem.words.en)")
    }
    if run.templateFaults.isEmpty { add(.ok, "mẫu thư dùng được", "the templates make letters that can be sent") }
  }

  /// Says whether clerks can answer by the links of letters.
  private mutating func checkLinks() {
    guard configuration.webAddress != nil else { return }
    let mark = state.readRoundMark()
    if let fault = mark?.linkFault {
      add(
        .warning, "liên kết trong thư không ký được, người nhận phải đăng nhập: \(fault.vi)",
        "the links of letters are not signed, so that recipients must sign in: \(fault.en)")
    } else if WholeFile.read(state.linkKey) != nil {
      add(
        .ok, "liên kết trong thư được ký; mở liên kết là báo cáo được",
        "the links of letters are signed: whoever opens one can answer")
    } else {
      add(
        .ok,
        "liên kết trong thư không ký vì chưa có khóa, người nhận phải đăng nhập; tạo khóa: nhacviec config link-key",
        "the links of letters are not signed for want of a key, and recipients must sign in; a key: nhacviec config link-key"
      )
    }
  }

  // MARK: State

  /// Checks the log of facts against the head that the last round saw, so that facts that are gone are noticed.
  private mutating func checkFacts() {
    let seen = (try? OutboxLog(state, .reading).lastRound()).flatMap { FactHead($0.facts) } ?? .empty
    do throws(StoreFailure) {
      let walk = try context.operations.openFacts(state.facts, .reading).verify(against: seen)
      if let broken = walk.broken { return add(.critical, FactLogWords.diagnostic(broken, at: state.factsDatabase)) }
      add(.ok, "\(walk.head.count) ghi nhận, chuỗi còn nguyên", "\(walk.head.count) facts, their chain is whole")
    } catch {
      guard error == .missing else { return add(.critical, FactLogWords.diagnostic(error, at: state.factsDatabase)) }
      guard seen.count > 0 else { return add(.ok, "chưa có ghi nhận nào", "no facts are recorded yet") }
      findings.append(Finding(.critical, HeldRound.Reason.factsGone(seen: seen.count, found: 0).words))
    }
  }

  private mutating func checkOutbox() {
    do throws(StoreFailure) {
      let log = try OutboxLog(state, .reading)
      if let damage = try log.damage() { throw .damaged(damage) }
      let (pending, dead) = (try log.count(.pending), try log.count(.dead))
      add(.ok, "sổ gửi dùng được; còn chờ gửi \(pending)", "the log of messages is well; \(pending) wait")
      if dead > 0 {
        add(
          .warning, "\(dead) thư không gửi được: nhacviec deliveries --dead",
          "\(dead) deliveries were given up: nhacviec deliveries --dead")
      }
      if try log.heldRound() != nil, state.readRoundMark()?.held == nil {
        add(
          .critical, "lượt nhắc việc chờ xác nhận: nhacviec round accept",
          "a round waits for acceptance: nhacviec round accept")
      }
    } catch {
      guard error != .missing else { return add(.ok, "chưa gửi thư nào", "nothing was sent yet") }
      add(.critical, FactLogWords.diagnostic(error, at: state.postDatabase))
    }
    if let mark = state.readRoundMark() {
      let began = RoundReportText.moment(Instant(seconds: mark.began))
      add(.ok, "lượt nhắc việc gần nhất: \(began)", "the last round began \(began)")
      if let failure = mark.failure { add(.warning, "lượt gần nhất: \(failure.vi)", "the last round: \(failure.en)") }
      findings += Finding.late(mark)
      if let held = mark.held {
        add(
          .critical, "lượt nhắc việc chờ xác nhận (\(held.vi)): nhacviec round accept",
          "a round waits for acceptance (\(held.en)): nhacviec round accept")
      }
    }
  }

  // MARK: Rules

  private mutating func checkRules() {
    do throws(RevisionFailure) {
      guard let live = try RevisionStore(state).live() else {
        return add(
          .critical, "chưa có quy tắc nào có hiệu lực: nhacviec rules promote",
          "no rules are live yet: nhacviec rules promote")
      }
      add(
        .ok, "quy tắc bản \(live.number): \(live.rules.plans.count) kế hoạch, \(live.rules.tasks.count) nhiệm vụ",
        "rules: revision \(live.number), \(live.rules.plans.count) plans, \(live.rules.tasks.count) tasks")
      if let waiting = state.readWaitingRules() {
        add(
          .warning, "quy tắc mới chờ xác nhận: nhacviec rules accept \(waiting.hash.prefix(12))",
          "new rules wait for acceptance: nhacviec rules accept \(waiting.hash.prefix(12))")
      }
      checkUnits(live.rules)
      for problem in RoleUnits.findings(configuration, live.rules) { add(.warning, problem) }
    } catch {
      add(.critical, error.diagnostic)
    }
  }

  /// Reports the leads that cannot be written to.
  private mutating func checkUnits(_ rules: RuleSet) {
    let withoutMail = context.unitsWithoutMail(rules)
    if withoutMail > 0 { findings.append(.unitsWithoutMail(withoutMail)) }
    let reach = AddressPolicy(configuration, gone: context.goneAddresses, hasJournal: context.hasJournal)
    let usable = reach.reachable(rules)
    let leads = Set(rules.tasks.flatMap { $0.leads.flatMap { rules.units(of: $0.1.recipient) } })
    let silent = leads.filter { usable.units[$0].addresses.isEmpty }
    let names = silent.map { rules.units[$0].title }.inVietnameseOrder { $0 }
    guard !names.isEmpty else {
      return add(
        .ok, "mọi đơn vị chủ trì ghi trong quy tắc đều có địa chỉ dùng được",
        "every lead that the rules name has an address that may be used")
    }
    let list = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    add(
      .warning, "\(names.count) đơn vị chủ trì không có địa chỉ dùng được: \(list)",
      "\(names.count) leads have no address that may be used: \(list)")
  }

  // MARK: Channels

  private mutating func checkChannels() {
    let untried = ChannelSet(configuration.values, credentials: nil).untried
    findings += untried.filter { trial == nil || $0.severity != .well }.map { Finding($0) } + (trial ?? [])
    if configuration.writesJournal, !context.hasJournal {
      add(.warning, "máy này không có nhật ký systemd", "there is no systemd journal on this machine")
    }
  }

  /// Checks the disk and the service's units. The clock is left to `checkClock`.
  private mutating func checkMachine() {
    var surroundings = context.operations.surroundings(state, configuration.limits)
    surroundings.isClockLoose = false
    findings += surroundings.findings
  }

  private mutating func checkClock() {
    if context.operations.isClockSynchronised() {
      add(.ok, "đồng hồ được đồng bộ", "the clock is synchronised")
    } else if configuration.limits.needsSynchronisedClock {
      add(
        .critical, "đồng hồ chưa được đồng bộ: lượt nhắc việc sẽ chờ; bật đồng bộ giờ (timedatectl set-ntp true)",
        "the clock is not synchronised: rounds will wait; turn a time service on (timedatectl set-ntp true)")
    } else {
      add(
        .ok, "đồng hồ chưa được đồng bộ; lượt nhắc việc không chờ vì limits.synchronised-clock = false",
        "the clock is not synchronised; rounds do not wait, as limits.synchronised-clock = false")
    }
  }
}
