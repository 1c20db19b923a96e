import StateFolder
import TestSupport
import Testing

@testable import nhacviec

/// An office whose units answer its reminders: the mails that went out, the mailbox of the answers, and the answers.
struct AnswerOffice {
  let office: MailOffice
  /// The Maildir of the answers.
  var box: String { office.scratch.path + "/box" }
  /// The Message-ID of the reminder to Phòng A, without angle brackets.
  let letter: String

  /// 8 March 2027, 10:00 in Việt Nam: two hours after the reminder.
  static let morning = 1_804_474_800

  private static let tasks = """
    đơn vị a: Phòng A
      email: a@so.example

    nhiệm vụ I.1: Báo cáo công tác
      chủ trì: Phòng A
      hạn: chậm nhất 15/3/2027

    nhiệm vụ I.2: Kế hoạch kiểm tra
      chủ trì: Phòng A
      hạn: chậm nhất 15/3/2027

    nhiệm vụ I.3: Việc khác
      chủ trì: Văn phòng
      hạn: chậm nhất 30/6/2027

    """

  init() throws {
    office = try MailOffice.promoted(tasks: Self.tasks)
    for part in ["tmp", "new", "cur"] { try Folder.make(office.scratch.path + "/box/\(part)") }
    let reminded = try office.remind("2027-03-08 08:00")
    #expect(reminded.code == 0, "\(reminded)")
    let mail = try #require(office.sent.first { $0.contains("To: ") && $0.contains("a@so.example") })
    let line = try #require(mail.split(whereSeparator: \.isNewline).first { $0.hasPrefix("Message-ID: <") })
    letter = String(line.dropFirst(13).dropLast())
  }

  /// The bytes of an answer.
  func answer(
    _ words: String, from author: String = "Phòng A <a@so.example>", id: String, to letter: String? = nil,
    fields: String = ""
  ) -> String {
    """
    From: \(author)
    To: vp@so.example
    Subject: Re: =?utf-8?q?Vi=E1=BB=87c?=
    Date: Mon, 08 Mar 2027 09:30:00 +0700
    Message-ID: <\(id)@so.example>
    In-Reply-To: <\(letter ?? self.letter)>
    \(fields)MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: 8bit

    \(words)

    """
  }

  /// Puts a mail into the mailbox.
  func deliver(_ mail: String, as name: String, in part: String = "new") throws {
    try WholeFile.replace("\(box)/\(part)/\(name)", with: mail)
  }

  @discardableResult
  func read() throws -> Desk.Said { try office("proposals", "read", "--maildir", box, at: Self.morning) }

  @discardableResult
  func callAsFunction(_ arguments: String...) throws -> Desk.Said { try office(arguments, at: Self.morning) }

  /// Hands a mail to standard input, as a mail server does.
  func pipe(_ mail: [UInt8]) throws -> Desk.Said {
    var environment = office.environment(at: Self.morning)
    var rest = mail[...]
    environment.world.input = {
      defer { rest = rest.dropFirst(1 << 16) }
      return Array(rest.prefix(1 << 16))
    }
    let command = try #require(try Nhacviec.parseAsRoot(["proposals", "read", "-"]) as? any EnvironmentCommand)
    return (command.run(in: environment).rawValue, environment.output.text, environment.errors.text)
  }

  func files(_ part: String) -> [String] { Folder.names(in: "\(box)/\(part)") ?? [] }
}
