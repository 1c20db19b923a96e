import AnswerLinks
import Channels
import CivilCalendar
package import Diagnostics
package import Notifications
import Presentation
import Reminders
import Rules
import Settings

/// Renders sample letters of every form in the way of a round, so that a template of which no letter can be sent is
/// found before a round needs it.
package struct NotificationTrial {
  private let templates: NotificationTemplates
  private let language: Language
  private var found: [String: Diagnostic] = [:]

  /// The templates of which no letter can be sent, each with the first reason that was found.
  package static func diagnostics(_ templates: NotificationTemplates) -> [Diagnostic] {
    Language.allCases.flatMap { language in
      var trial = NotificationTrial(templates, language)
      // Letters in one part, then letters in several parts.
      for noticesPerPart in [40, 1] { trial.run(noticesPerPart) }
      trial.signIn()
      return trial.found.sorted { $0.key < $1.key }.map(\.value)
    }
  }

  private init(_ templates: NotificationTemplates, _ language: Language) {
    self.templates = templates
    self.language = language
  }

  private mutating func run(_ noticesPerPart: Int) {
    // This is a Monday, seven days before the due day, so that there is a reminder and a weekly sheet.
    let now = Zone.vietnam.instant(CivilDate(iso: "2024-03-04") ?? .first, minute: 480)
    let agenda = Agenda(Self.rules, through: CivilDate(iso: "2024-12-31") ?? .last)
    let letters = NotificationBook(
      agenda.rules, duties: agenda.duties, answers: AnswerAddress(site: "https://mau.example"))
    let writer = NotificationWriter(letters, templates, language: language, noticesPerPart: noticesPerPart)
    let renderer = MessageRenderer(
      agenda: agenda, writer: writer,
      channels: ChannelSet(.standard, credentials: nil, hasJournal: true))
    for message in agenda.decide(RoundInput(now: now), log: MemoryLog()).messages {
      do throws(RenderFailure) { _ = try renderer.render(message, firstPart: 0) } catch {
        // The subject is all of a mail's header that comes from a template.
        report("subject.txt", error.words)
      }
      for letter in writer.texts(for: message) {
        let notices = message.notices.filter { letter.keys.contains($0.key) }
        check(letter, kind: notices.count == 1 && notices[0].sheet == nil ? "single" : "digest")
      }
    }
  }

  private mutating func signIn() {
    let link = "https://mau.example/\(SignInAddress.place)"
    let letter = templates.signIn([("Phòng A", link)], minutes: 30, in: language)
    if letter.subject.allSatisfy(\.isWhitespace) {
      report("sign-in-subject.txt", .init(vi: "thư không có tiêu đề", en: "the letter has no subject"))
    }
    if !letter.text.contains(link) {
      report("sign-in.txt", .init(vi: "thư không có liên kết ({{link}})", en: "the letter lacks its link ({{link}})"))
    }
  }

  private mutating func check(_ letter: NotificationText, kind: String) {
    for (form, text) in [("txt", letter.text), ("html", letter.html), ("chat", letter.chat)]
    where text.allSatisfy(\.isWhitespace) {
      report("\(kind).\(form)", .init(vi: "thư không có nội dung", en: "the letter has no text"))
    }
  }

  private mutating func report(_ name: String, _ words: Bilingual) {
    guard found[name] == nil else { return }
    found[name] = templates.unsendable(
      name, language, vi: "mẫu “\(language.rawValue)/\(name)”: \(words.vi)",
      en: "template “\(language.rawValue)/\(name)”: \(words.en)")
  }

  /// The rules of an office with a unit with one duty, a unit with two duties and a webhook, and a leader.
  private static let rules = RuleBook.read(own: [
    SourceText(
      name: "mau.rules",
      text: """
        lịch mau: Lịch mẫu
          nghỉ hằng tuần: thứ bảy; chủ nhật

        cách nhắc tieu-chuan: tiêu chuẩn
          trước: 7, 1 ngày
          gửi tới: chủ trì
          lúc: 08:00

        kế hoạch mau: Kế hoạch mẫu
          năm: 2024
          lịch: Lịch mẫu
          ban hành: 02/01/2024
          đầu mối: Văn phòng
          lãnh đạo: Giám đốc

        đơn vị vp: Văn phòng
          email: vp@mau.example

        đơn vị gd: Giám đốc
          email: gd@mau.example

        đơn vị a: Phòng A
          email: a@mau.example

        đơn vị b: Phòng B
          email: b@mau.example
          webhook: https://mau.example/b

        nhiệm vụ 1: Việc một
          hạn: chậm nhất 11/3/2024
          chủ trì: Phòng A

        nhiệm vụ 2: Việc hai
          hạn: chậm nhất 11/3/2024
          chủ trì: Phòng B

        nhiệm vụ 3: Việc ba
          hạn: chậm nhất 11/3/2024
          chủ trì: Phòng B
        """)
  ]).rules
}
