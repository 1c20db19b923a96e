import Channels
import StateFolder
import Testing

@testable import nhacviec

/// What the catalogue explains about rules is also sent.
@Suite("The journal is told of rules")
struct RulesJournalTests {
  /// An office whose configuration wants a journal, and what the journal was told.
  private final class Journalled {
    let office: MailOffice
    private(set) var entries: [[String: String]] = []

    init(wantsJournal: Bool = true) throws {
      office = try MailOffice()
      try office.configure("", journal: wantsJournal)
    }

    /// By *lan*, on 10 March.
    func promote() throws -> Desk.Said {
      entries = []
      var environment = office.environment(at: MailOffice.march)
      environment.world.journal = {
        { entry in
          self.entries.append(Dictionary(entry.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }))
        }
      }
      let command = try #require(
        try Nhacviec.parseAsRoot(["rules", "promote"] + office.config) as? any EnvironmentCommand)
      return (command.run(in: environment).rawValue, environment.output.text, environment.errors.text)
    }
  }

  @Test("Rules that go live are told with their number and who did it; the same rules again are not")
  func promoted() throws {
    let desk = try Journalled()
    #expect(try desk.promote().code == 0)
    #expect(desk.entries.count == 1)
    let entry = try #require(desk.entries.first)
    #expect(entry["MESSAGE_ID"] == JournalMessage.rulesPromoted.id && entry["PRIORITY"] == "5")
    #expect(entry["MESSAGE"] == "quy tắc bản 1 có hiệu lực / revision 1 of the rules is live (lan)")
    #expect(entry["NHACVIEC_REVISION"] == "1" && entry["NHACVIEC_AUTHOR"] == "lan")
    #expect(try desk.promote().output.hasPrefix("Nothing changed: revision 1 is live."))
    #expect(desk.entries.isEmpty)
  }

  @Test("Rules that would lose a fact wait: the journal is told why, and of which rules")
  func waiting() throws {
    let desk = try Journalled()
    let office = desk.office
    #expect(try desk.promote().code == 0)
    #expect(try office("done", "I.1", "--on", "9/3/2027", at: MailOffice.march).code == 0)
    let plan = office.scratch.path + "/rules/plan.rules"
    let rules = try #require(WholeFile.read(plan))
    try WholeFile.replace(plan, with: rules.replacing("nhiệm vụ I.1:", with: "nhiệm vụ I.2:"))
    #expect(try desk.promote().code == 3)
    #expect(desk.entries.count == 1)
    let entry = try #require(desk.entries.first)
    #expect(entry["MESSAGE_ID"] == JournalMessage.rulesWaiting.id && entry["PRIORITY"] == "4")
    let message = try #require(entry["MESSAGE"])
    #expect(message.hasPrefix("quy tắc mới chờ xác nhận / new rules wait to be accepted (lan):\n"))
    #expect(message.contains("1 fact that has an effect now would have none:"), "\(message)")
    let hash = StateFolder(office.state).readWaitingRules()?.hash
    #expect(hash != nil && entry["NHACVIEC_HASH"] == hash && entry["NHACVIEC_AUTHOR"] == "lan")
  }

  @Test("Refused rules are the daemon's to tell, and a configuration without a journal tells nothing") func quiet()
    throws
  {
    let refusing = try Journalled()
    try WholeFile.replace(refusing.office.scratch.path + "/rules/plan.rules", with: "kế hoạch: ?\n")
    #expect(try refusing.promote().code == 1)
    #expect(refusing.entries.isEmpty)
    let quiet = try Journalled(wantsJournal: false)
    #expect(try quiet.promote().code == 0)
    #expect(quiet.entries.isEmpty)
  }
}
