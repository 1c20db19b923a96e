import ArgumentParser
import Foundation
import Operations
import Presentation
import RuleFiles
import ServiceStatus
import Settings
import StateFolder
import Testing

@testable import nhacviec

/// Due Monday 15 March 2027: told on Monday the 8th and, a day before being a Sunday, on Friday the 12th.
@Suite("Commands about rounds")
struct RoundCommandTests {
  private func promoted() throws -> MailOffice { try MailOffice.promoted() }

  @Test("A round sends once, tells what it told, and says nothing of work that is done")
  func remind() throws {
    let office = try promoted()
    #expect(try office.remind("2027-03-05T08:00").output.hasPrefix("0 new messages"))
    let said = try office.remind("2027-03-08T08:00")
    #expect(said.code == 0 && said.output.hasPrefix("1 new messages (1 notices), 1 delivered."), "\(said)")
    #expect(said.output.contains("Next: 12/3/2027 08:00."))
    #expect(try office.remind("2027-03-08T08:00:40").output.hasPrefix("0 new messages"))
    #expect(try office.remind("2027-03-08T08:00").output.hasPrefix("0 new messages"), "a clock that was corrected")
    #expect(office.sent.count == 1)
    let message = try office("deliveries", "1")
    #expect(message.output.contains("kh/I.1@once · before:7 · 7 days before"), "\(message)")
    #expect(try office("deliveries", "--dropped").output == "There are none.\n")
    #expect(try office("done", "I.1", "--on", "9/3/2027", at: MailOffice.march).code == 0)
    #expect(try office.remind("2027-03-12T08:00").output.hasPrefix("0 new messages"))
    #expect(office.sent.count == 1)
  }

  @Test("A round is over at a glance where it left nothing undone and nothing has changed, and only there")
  func glance() throws {
    let office = try promoted()
    let place = office.config + ["--state", office.state]
    let isEnough = { IdleCheck.isEnough(["remind"] + place + $0) }
    #expect(!isEnough([]), "no round yet")
    #expect(try office("remind", office.config[0], office.config[1]).output.hasPrefix("0 new messages"))
    #expect(isEnough([]))
    #expect(!isEnough(["--dry-run"]) && !isEnough(["--state"]) && !IdleCheck.isEnough(["upcoming"] + place))

    try Folder.make(office.state + "/spool")
    try WholeFile.replace(office.state + "/spool/1.1.1", with: "promote")
    #expect(!isEnough([]), "somebody asks for something")
    unlink(office.state + "/spool/1.1.1")
    #expect(isEnough([]))

    let config = try #require(WholeFile.read(office.config[1]))
    try WholeFile.replace(office.config[1], with: config + "# changed\n")
    #expect(!isEnough([]))
    try office("remind", office.config[0], office.config[1])
    #expect(isEnough([]))
    #expect(try office("done", "I.1", "--on", "9/3/2027", at: MailOffice.march).code == 0)
    #expect(!isEnough([]), "a fact")
    try office("remind", office.config[0], office.config[1])
    #expect(isEnough([]))

    try WholeFile.replace(office.config[1], with: "nonsense = 1\n")
    #expect(!isEnough([]), "the command says what is wrong")
  }

  @Test("What is written while a round reads its configuration makes another round") func written() throws {
    let office = try promoted()
    let file = ConfigurationFile(option: office.config[1], variable: nil)
    var environment = CommandEnvironment.ofProcess()
    let isRead = environment.configure(by: file)
    #expect(isRead)
    func stamp(_ environment: CommandEnvironment) throws -> String {
      try RemindContext(file, stateFolder: office.state, in: environment.operations).stamp
    }
    let read = try stamp(environment)
    #expect(try stamp(environment) == read)
    let config = try #require(WholeFile.read(office.config[1]))
    try WholeFile.replace(office.config[1], with: config + "# changed\n")
    #expect(try stamp(environment) == read, "of what it read")
    #expect(try stamp(.ofProcess()) != read)
  }

  @Test("A rehearsal shows what a round would send, and sends nothing")
  func rehearsal() throws {
    let office = try promoted()
    let said = try office(
      "remind", "--dry-run", "--texts", "--now", "2027-03-08T08:00", office.config[0], office.config[1])
    #expect(said.output.contains("08/3/2027 08:00  Văn phòng <vp@so.example>"), "\(said)")
    #expect(said.output.contains("Báo cáo công tác") && said.output.contains("1 messages, 1 notices"))
    #expect(office.sent.count == 0)
    #expect(try office("deliveries").output == "Nothing was sent yet.\n")
  }

  @Test("A round of thousands of years ahead is refused") func farAway() throws {
    let office = try promoted()
    for arguments in [["--now", "9999-12-31"], ["--now", "9999-12-31", "--dry-run"], ["--now", "0001-01-01"]] {
      let said = try office(["remind"] + arguments + office.config)
      #expect(said.code == 1 && said.errors.contains("--now: more than a hundred years from today"), "\(said)")
    }
  }

  @Test("A template with a mistake stops nothing: the shipped one is used, and round, status and doctor say why")
  func faultyTemplates() throws {
    let office = try promoted()
    let toml = try #require(WholeFile.read(office.config[1]))
    try WholeFile.replace(office.config[1], with: "templates = \"\(office.scratch.path)/t\"\n" + toml)
    let faults: [(name: String, text: String, code: String)] = [
      ("subject.txt", "\u{1}{{headline}}", "template-character"), ("subject.txt", "", "template-not-sendable"),
      ("lead.txt", "{{no-such-name}}", "template-unknown-name"), ("foot.txt", "{{#plans}}", "template-syntax"),
    ]
    for fault in faults {
      try office.scratch.write(Array(fault.text.utf8), to: "t/vi/\(fault.name).mustache")
      let rehearsal = try office(
        "remind", "--dry-run", "--texts", "--now", "2027-03-08T08:00", "--config", office.config[1])
      #expect(rehearsal.output.contains("[Nhắc việc] Hạn 15/3/2027") && rehearsal.output.contains("Còn 7 ngày nữa"))
      #expect(rehearsal.output.contains("Trân trọng"))
      let check = try office("config", "check", "--config", office.config[1])
      #expect(check.code == 1 && check.output.contains(fault.code) && check.output.contains("vi/\(fault.name)"))
      let doctor = try office("doctor", "--offline", office.config[0], office.config[1])
      #expect(doctor.output.contains("vi/\(fault.name)"), "\(doctor)")
      try FileManager.default.removeItem(atPath: office.scratch.path + "/t/vi/\(fault.name).mustache")
    }
    try office.scratch.write(Array("\u{202E}{{headline}}".utf8), to: "t/vi/subject.txt.mustache")
    let round = try office.remind("2027-03-08T08:00")
    #expect(round.code == 0 && round.output.hasPrefix("1 new messages") && office.sent.count == 1, "\(round)")
    #expect(round.errors.contains("template-character") && round.errors.contains("t/vi/subject.txt.mustache:1:1"))
    let status = try office("status", at: MailOffice.march - 2 * 86_400)
    #expect(status.output.contains("a template of the office has a mistake and the shipped one is used"), "\(status)")
    let rules = try #require(WholeFile.read(office.scratch.path + "/rules/plan.rules"))
    try WholeFile.replace(office.scratch.path + "/rules/plan.rules", with: rules + "\n# khác\n")
    #expect(try office("rules", "promote", office.config[0], office.config[1]).code == 0)
    try office.scratch.write(Array("{{headline}}".utf8), to: "t/vi/subject.txt.mustache")
    let mended = try office.remind("2027-03-08T08:10")
    #expect(mended.code == 0 && mended.errors == "", "\(mended)")
    #expect(try !office("status", at: MailOffice.march - 2 * 86_400).output.contains("template"))
  }

  @Test("Without promoted rules a round says so and is well; a rehearsal needs a folder")
  func nothingLive() throws {
    let office = try MailOffice()
    #expect(try office.remind("2027-03-08T08:00").code == 0)
    #expect(try office("remind", "--dry-run", office.config[0], office.config[1]).code == 1)
  }

  @Test("In a narrow terminal no address is broken, nor a day", arguments: [60, 80, 200])
  func narrowRoute(width: Int) throws {
    // Of 60 letters each, so that the table fits 200 columns only.
    let addresses = [
      "van-phong-so-khoa-hoc-va-cong-nghe@khanhhoa.gov.vn.example",
      "phong-quan-ly-cong-nghe-chuyen-nganh@khanhhoa.example",
    ]
    let office = try MailOffice(
      tasks: """
        đơn vị a: Phòng Quản lý Công nghệ và Chuyên ngành
          email: \(addresses[1])

        đơn vị b: Văn phòng Sở Khoa học và Công nghệ tỉnh Khánh Hòa
          email: \(addresses[0])

        nhiệm vụ I.1: Báo cáo công tác
          chủ trì: Phòng Quản lý Công nghệ và Chuyên ngành; Văn phòng Sở Khoa học và Công nghệ tỉnh Khánh Hòa
          hạn: chậm nhất 15/3/2027

        """)
    try office.configure(
      "[mail]\nserver = \"127.0.0.1\"\nport = 25\nstarttls = \"none\"\nfrom = \"nv@so.example\"\nallowed-domains = [\"*\"]\n"
    )
    #expect(try office("rules", "promote", office.config[0], office.config[1]).code == 0)
    let route = try office(["route", "I.1"] + office.config, width: width).output
    let lines = route.split(separator: "\n").map(String.init)
    for address in addresses { #expect(lines.contains { $0.contains(address) }, "\(route)") }
    for day in ["08/3/2027 08:00", "12/3/2027 08:00"] { #expect(lines.contains { $0.contains(day) }, "\(route)") }
    #expect(lines.allSatisfy { $0.count <= max(width, 4 + 58) }, "\(route)")
    #expect(lines.contains("  By:") == (width < 200), "\(route)")
  }

  @Test("Who would be told, and how it would read")
  func routeAndRender() throws {
    let office = try promoted()
    let route = try office("route", "I.1", office.config[0], office.config[1])
    let steps = route.output.split(separator: "\n").dropFirst(2).map {
      $0.split(separator: " ").prefix(2).joined(separator: " ")
    }
    #expect(steps.dropLast() == ["08/3/2027 08:00", "12/3/2027 08:00"], "\(route)")
    // Thirty days after the due day.
    #expect(route.output.hasSuffix("\n  Until 14 April 2027, if nothing more is recorded.\n"), "\(route)")
    let letter = try office("render", "I.1", "--step", "before:7", office.config[0], office.config[1])
    #expect(letter.output.hasPrefix("→ Văn phòng <vp@so.example>\n"), "\(letter)")
    #expect(letter.output.contains("15/3/2027"))
    let mail = try office("render", "I.1", "--step", "before:7", "--as", "mail", office.config[0], office.config[1])
    #expect(mail.output.contains("Auto-Submitted: auto-generated"))
    let wrong = try office("render", "I.1", "--step", "before:3", office.config[0], office.config[1])
    #expect(wrong.code == 1 && wrong.errors.contains("before:1, before:7"), "\(wrong)")
    // To whom: as everywhere, by id or name; who is unknown is told with the nearest.
    let step = ["render", "I.1", "--step", "before:7"] + office.config
    for name in ["vp", "Văn phòng", "văn phòng"] { #expect(try office(step + ["--to", name]).output == letter.output) }
    #expect(try office(step + ["--to", "van phong"]).output == letter.output)
    let unknown = try office(step + ["--to", "Van phog"])
    #expect(unknown.code == 1 && unknown.errors.contains("nearest: Văn phòng"), "\(unknown)")
    // A form in which the message has nothing: a reminder alone carries no calendar file.
    for form in ["text", "html", "chat", "json", "mail", "calendar"] {
      let said = try office(step + ["--as", form])
      #expect(said.code == (said.output.isEmpty ? 1 : 0), "\(form): \(said)")
      #expect(said.output.isEmpty == said.errors.contains("nothing in the form “\(form)”"), "\(form): \(said)")
    }
  }

  @Test("Whatever lies in the spool, the round takes place, says so, and nothing starts the next one")
  func strangeSpool() throws {
    let office = try promoted()
    let spool = office.state + "/spool"
    try Folder.make(spool + "/folder/in/it")
    try WholeFile.replace(spool + "/" + String(repeating: "x", count: 200), with: "promote")
    // A line that once switched the guards off for ever.
    try WholeFile.replace(spool + "/1.1.1", with: "accept-round 999999999 9999999999")
    let said = try office.remind("2027-03-08T08:00")
    #expect(said.code == 0 && said.output.hasPrefix("1 new messages"), "\(said)")
    #expect(said.errors.contains("2 in \(spool) asked for nothing and were moved aside (.strange-…): folder, xxx"))
    let answer = try #require(StateFolder(office.state).answer(to: "1.1.1"))
    #expect(answer.exitCode == 1 && answer.words.en == "this request is not understood")
    #expect(Spool(spool).isEmpty)
  }

  @Test("An answer that cannot be left ends no round, and stays to be given") func noAnswer() throws {
    let office = try promoted()
    try Folder.make(office.state + "/spool")
    try WholeFile.replace(office.state + "/spool/1.1.1", with: "retry")
    try WholeFile.replace(office.state + "/post/answers", with: "no folder")
    let said = try office.remind("2027-03-08T08:00")
    #expect(said.code == 1 && said.output.hasPrefix("1 new messages"), "\(said)")
    #expect(office.sent.count == 1 && !Spool(office.state + "/spool").isEmpty)
    unlink(office.state + "/post/answers")
    #expect(try office.remind("2027-03-08T08:10").code == 0)
    #expect(StateFolder(office.state).answer(to: "1.1.1")?.words.en == "there is nothing like this to be sent again")
  }

  @Test("What is not there cannot be accepted or tried again; an office that is well is found so")
  func rest() throws {
    let office = try promoted()
    #expect(try office("round", "accept", office.config[0], office.config[1]).errors.contains("no round waits"))
    try office.remind("2027-03-08T08:00")
    #expect(try office("retry", "1", office.config[0], office.config[1]).code == 1)
    #expect(try office("round", "accept", office.config[0], office.config[1]).code == 1)
    let doctor = try office("doctor", "--offline", office.config[0], office.config[1])
    #expect(doctor.code == 0 && doctor.output.contains("✓ rules: revision 1, 1 plans, 1 tasks"), "\(doctor)")
  }
}
