import Addresses
package import Diagnostics
import FactLog
import Notifications
import Outbox
import Presentation
import Reminders
import Rules

/// Something about the program itself that the focal points must be told.
package struct ServiceNote: Hashable, Sendable {
  /// The name of the note. A name is used only once: a second note of that name is not sent.
  package var name: String
  package var subject: Bilingual
  /// Lines with line feeds between them.
  package var text: Bilingual
  /// The proposals that it counts, each by what it is about; nil: it counts none, and tells every focal point the same.
  package var proposals: [[ServiceEvent.ProposalTopic]]?

  package init(name: String, subject: Bilingual, text: Bilingual) {
    self.name = name
    self.subject = subject
    self.text = text
  }

  /// The note of the proposals alone that are of some plans; nil where it counts proposals and none is of them.
  func told(of isOwn: (ServiceEvent.ProposalTopic) -> Bool) -> ServiceNote? {
    guard let proposals else { return self }
    // Of what an answer means nothing is known before somebody has read it.
    let count = proposals.count { $0.isEmpty || $0.contains(where: isOwn) }
    guard count > 0 else { return nil }
    var note = self
    note.subject = ServiceEvent.subject(ofProposals: count)
    return note
  }
}

/// Writes to the focal points of plans about the program itself: notes, and what was not delivered. That goes through
/// another channel than the one that failed, if the focal point has one.
struct ServiceNotifications {
  let agenda: Agenda
  let renderer: MessageRenderer
  let language: Language

  fileprivate struct Bundle {
    var subjects: [Bilingual] = []
    /// Whether it tells of nothing but messages that did not arrive.
    var isOfMessages = true
    var lines: [Bilingual] = []
    /// The channels that failed to deliver.
    var failed: Set<Channel> = []
  }

  /// Adds the messages to the log, and returns whether there was anything to write.
  func write(
    _ notes: [ServiceNote], to log: OutboxLog, at now: Instant, _ report: inout RoundReport
  ) throws(StoreFailure) -> Bool {
    var failures: [RenderFailure] = []
    defer { for failure in failures { report.add(failure) } }
    return try log.change(at: now) { outbox in
      var bundles: [UnitID: Bundle] = [:]
      for delivery in try outbox.newlyDead() {
        let plans = Set(try outbox.subjects(of: delivery.message).compactMap { plan(named: $0) })
        let recipient = title(of: delivery.recipient, in: plans)
        for unit in focalPoints(of: plans) { bundles[unit, default: Bundle()].add(delivery, to: recipient) }
      }
      for note in notes where try outbox.tellOnce(note.name) {
        for unit in focalPoints(of: Set(agenda.rules.plans.indices)) {
          let plans = agenda.rules.plans.indices.filter { focalPoints(of: [$0]).contains(unit) }
          if let note = note.told(of: { isAbout($0, plans) }) { bundles[unit, default: Bundle()].add(note) }
        }
      }
      for (unit, bundle) in bundles.sorted(by: { $0.key < $1.key }) {
        do { try add(bundle, to: unit, outbox, now) } catch let failure as RenderFailure { failures.append(failure) }
      }
      return !bundles.isEmpty
    }
  }

  /// The unit's name; its id if the rules no longer have it.
  private func title(of recipient: RecipientName, in plans: Set<PlanID>) -> String {
    let unit = plans.sorted().lazy.compactMap { agenda.unit(recipient, in: $0) }.first
    return unit.map { agenda.rules.units[$0].title } ?? recipient.description
  }

  /// Whether a proposal is about one of these plans, or about none that there is.
  private func isAbout(_ topic: ServiceEvent.ProposalTopic, _ plans: [PlanID]) -> Bool {
    let rules = agenda.rules
    let meant =
      switch topic {
      case .plan(let id): rules.plans.indices.filter { rules.plans[$0].id == id }
      case .file(let name):
        rules.plans.indices.filter { rules.plans[$0].span.source.name == name }
          + rules.tasks.filter { $0.span.source.name == name }.map(\.plan)
      }
    return meant.isEmpty || meant.contains(where: plans.contains)
  }

  private func focalPoints(of plans: Set<PlanID>) -> [UnitID] {
    let focal = plans.compactMap { agenda.rules.plans[$0].focalPoint }
    return Set(focal.flatMap { agenda.rules.units(of: $0) }).sorted()
  }

  /// The plan that `NoticeTopic.description` begins with.
  private func plan(named subject: String) -> PlanID? {
    let id = subject.dropFirst(2).prefix { $0 != "/" }
    return agenda.rules.plans.firstIndex { $0.id == id }
  }

  private func add(_ bundle: Bundle, to unit: UnitID, _ outbox: OutboxRound, _ now: Instant) throws {
    let row = agenda.rules.units[unit]
    var channels = agenda.channels(of: unit)
    // Another channel than the one that failed is taken, if there is one.
    if let other = channels.first(where: { !bundle.failed.contains($0) }) { channels = [other] }
    guard let channel = channels.first else { return }
    let words = row.language.flatMap { Language(rawValue: $0) } ?? language
    let letter = NotificationText.service(
      words, subject: "[Nhắc việc] \(bundle.subject.text(in: words))",
      opening: words.choose(vi: "Kính gửi: \(row.title)", en: "Dear \(row.title),"),
      text: bundle.lines.joined(separator: "\n").text(in: words),
      closing: (
        words.choose(vi: "Trân trọng.", en: "With kind regards."),
        foot: words.choose(vi: "Thư tự động của hệ thống Nhắc việc.", en: "Sent by NhacViec.")
      ))
    let plan = agenda.rules.plans.indices.first { agenda.rules.plans[$0].focalPoint == .unit(unit) } ?? 0
    let recipient = agenda.name(of: unit, in: plan)
    var message = RenderedMessage(
      kind: .service, recipient: recipient, channel: channel, slot: now,
      part: try outbox.nextPart(recipient, channel, now), subject: letter.subject, body: [],
      addresses: renderer.addresses(unit: unit, channel: channel, isReminder: false),
      stale: now.adding(seconds: 3 * 86_400))
    try renderer.fill(&message, letter, unit: unit, plan: plan)
    try outbox.add(message)
  }
}

extension ServiceNotifications.Bundle {
  fileprivate var subject: Bilingual {
    guard subjects.count > 1, let first = subjects.first else {
      return subjects.first ?? .init(vi: "Thông báo của chương trình", en: "About the program")
    }
    let more = subjects.count - 1
    return .init(
      vi: "\(first.vi) (và \(more) \(isOfMessages ? "thư" : "nội dung") khác)", en: "\(first.en) (and \(more) more)")
  }

  fileprivate mutating func add(_ note: ServiceNote) {
    subjects.append(note.subject)
    isOfMessages = false
    lines += [note.text, .init(vi: "", en: "")]
  }

  /// - Parameter recipient: the unit's name.
  fileprivate mutating func add(_ delivery: MessageDelivery, to recipient: String) {
    let (channel, advice) = (Self.name(of: delivery.channel), Self.advice(on: delivery))
    subjects.append(
      .init(
        vi: "Không gửi được cho \(recipient) qua \(channel.vi)",
        en: "A message to \(recipient) by \(channel.en) was not delivered"))
    let problem = delivery.problem ?? .init(vi: "không rõ lý do", en: "for an unknown reason")
    lines.append(
      .init(
        vi:
          "Không gửi được cho \(recipient) qua \(channel.vi): “\(delivery.subject)”. Lý do: \(problem.vi). \(advice.vi); người quản trị hệ thống có thể cho gửi lại thư số \(delivery.message).",
        en:
          "“\(delivery.subject)” did not reach \(recipient) by \(channel.en): \(problem.en). \(advice.en); the administrator of the system can have message number \(delivery.message) sent again."
      ))
    failed.insert(delivery.channel)
  }

  private static func name(of channel: Channel) -> Bilingual {
    channel == .mail
      ? .init(vi: "thư điện tử", en: "mail") : .init(vi: "kênh \(channel)", en: "the channel \(channel)")
  }

  /// What was refused for good may have a wrong address; else no server took it, whatever the address.
  private static func advice(on delivery: MessageDelivery) -> Bilingual {
    guard delivery.refused == nil else {
      return .init(
        vi: "Máy chủ nhận đã từ chối, đề nghị kiểm tra địa chỉ của đơn vị",
        en: "The server refused it, so please check the unit's address")
    }
    return .init(
      vi: "Địa chỉ của đơn vị chưa chắc sai, đề nghị báo người quản trị hệ thống kiểm tra máy chủ và cấu hình của kênh",
      en: "The unit's address need not be wrong: please have the server and the channel's configuration checked")
  }
}
