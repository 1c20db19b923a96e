import Addresses
import Diagnostics
import Operations
import Presentation
import Proposals
import Reminders
import Rules
import Templates

/// A proposal as lists have it: what, who, when, and how it stands. Nothing of what is classified.
struct ProposalRow {
  static let shape: [String: TemplateShape] = [
    "href": .text, "name": .text, "about": .text, "class": .text, "word": .text,
  ]

  let proposal: Proposal
  let blocks: [BlockChange]
  private let visit: Visit
  /// Whether nothing of it may be told but that there is one.
  let isSecret: Bool

  init(_ proposal: Proposal, _ visit: Visit) {
    (self.proposal, self.visit) = (proposal, visit)
    let content = proposal.content
    blocks = visit.model.changes(of: content.blocks)
    let duties = content.changes.flatMap(\.candidates).map(\.duty)
    isSecret =
      blocks.contains(where: \.isSecret)
      || duties.contains { duty in visit.model.duty(duty).map { visit.rules.isClassified($0.duty.task) } ?? false }
      || [content.subject, content.words].contains(where: visit.model.tellsSecrets)
      || (content.changes.compactMap(\.words) + content.files).contains(where: visit.model.tellsSecrets)
  }

  /// Whether it is decided on pages. Of other blocks pages do not show everything, as addresses, and what mails propose has questions.
  var isOfRows: Bool {
    let blocks = proposal.content.blocks
    return !isSecret && !blocks.isEmpty && blocks.allSatisfy(\.isOfTask)
  }

  var values: [String: TemplateValue] {
    [
      "href": .text(visit.address("de-xuat", "\(proposal.number)")),
      "name": .text(visit.say("Số \(proposal.number) · \(name)", "No. \(proposal.number) · \(name)")),
      "about": .text("\(author), \(moment(proposal.made)), \(way)"),
      "class": .text(colour.rawValue), "word": .text(word),
    ]
  }

  /// What it is about, in one line.
  var name: String {
    guard !isSecret else { return visit.say("về việc có độ mật", "about classified work") }
    guard let first = blocks.first else {
      let lines = ProposalText(visit.language, width: 0).summary(proposal.content)
      return (lines.first ?? "") + (lines.count > 1 ? " …" : "")
    }
    if blocks.count > 1 { return visit.say("\(blocks.count) khối quy tắc", "\(blocks.count) blocks of rules") }
    let kind =
      first.old == nil
      ? visit.say("thêm", "new") : first.new == nil ? visit.say("bỏ", "taken out") : visit.say("sửa", "changed")
    return "\(ChangedBlock.name(of: first, visit).asBeginning): \(RuleNames.plainTitle(first.title)) (\(kind))"
  }

  /// Who proposes it: a unit by its name, a login, or the unit that a mail answers for.
  var author: String {
    let content = proposal.content
    if let unit = Recorder.unit(of: content) { return visit.name(ofUnit: unit) }
    if let letter = content.letter { return LetterRow.title(of: RecipientName(letter.recipient), visit) }
    return content.author.isEmpty ? "?" : ShownAddresses.shortened(in: content.author)
  }

  var way: String {
    proposal.content.letter != nil
      ? visit.say("từ thư trả lời", "by an answer to a letter")
      : proposal.content.sourceID.hasPrefix("rules:")
        ? visit.say("từ tệp quy tắc", "by a rule file")
        : RegisterSource.isOne(proposal.content.sourceID)
          ? visit.say("từ bảng theo dõi", "by a register") : visit.say("từ trang web", "on a page")
  }

  func moment(_ seconds: Int64) -> String {
    visit.dates.moment(visit.model.civil(Instant(seconds: seconds)))
  }

  var colour: DutyTags.Colour {
    switch proposal.decision?.verdict {
    case nil: .sent
    case .accepted: .done
    case .refused, .withdrawn: .wait
    }
  }

  var word: String {
    switch proposal.decision?.verdict {
    case nil: visit.say("Chờ quyết định", "Waits")
    case .accepted: visit.say("Đã chấp nhận", "Accepted")
    case .refused: visit.say("Không chấp nhận", "Refused")
    case .withdrawn: visit.say("Đã rút", "Withdrawn")
    }
  }
}
