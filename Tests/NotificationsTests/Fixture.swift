import Addresses
import CivilCalendar
import Diagnostics
import Expansion
import FactLog
import Foundation
import Presentation
import RuleSyntax
import Rules
import TestSupport

@testable import Notifications
@testable import Reminders

/// 08:00 in Việt Nam.
func morning(_ iso: String) -> Instant { Zone.vietnam.instant(day(iso), minute: 480) }

/// A small rule book, its obligations, and notices made by hand.
struct Fixture {
  static let units = """
    đơn vị vp: Văn phòng Sở
      email: vanphong@so.example
      cấp trên: Giám đốc Sở

    đơn vị gd: Giám đốc Sở
      loại: chức danh
      email: giamdoc@so.example

    đơn vị qlkh: Phòng Quản lý Khoa học
      email: qlkh@so.example
      cấp trên: Giám đốc Sở

    đơn vị tt: Trung tâm Thông tin
      email: tt@so.example
      webhook: https://chat.so.example/nhac
      cấp trên: Giám đốc Sở
    """

  static let plan = """
    kế hoạch kh-2024: Kế hoạch cải cách hành chính năm 2024
      năm: 2024
      lịch: Việt Nam
      ban hành: 02/01/2024
      đầu mối: Văn phòng Sở
      lãnh đạo: Giám đốc Sở
      nhắc: tiêu chuẩn

    sự kiện y-kien: có ý kiến của Sở Nội vụ
      theo dõi: Trung tâm Thông tin

    sự kiện papi: công bố chỉ số PAPI
      xảy ra: hằng năm
      theo dõi: Trung tâm Thông tin

    mục I: Cải cách thể chế

    nhiệm vụ I.1: Báo cáo kết quả rà soát thủ tục hành chính
      hạn: trước 16h00 ngày 15/3/2024
      sản phẩm: Báo cáo
      chủ trì: Phòng Quản lý Khoa học
      phối hợp: Trung tâm Thông tin

    nhiệm vụ I.2: Tổ chức kiểm tra công tác cải cách hành chính
      hạn: Quý II/2024
      sản phẩm: Kế hoạch, báo cáo kiểm tra
      chủ trì: Phòng Quản lý Khoa học
      phối hợp: Trung tâm Thông tin

    nhiệm vụ I.3: Góp ý dự thảo <b>Quy chế</b> & "phụ lục"
      hạn: chậm nhất ngày 29/3/2024
      chủ trì: Phòng Quản lý Khoa học

    nhiệm vụ I.4: Xây dựng cơ sở dữ liệu dùng chung
      hạn: theo tiến độ của tỉnh
      chủ trì: Phòng Quản lý Khoa học

    nhiệm vụ I.5: Báo cáo kết quả chuyển đổi số
      hạn: chậm nhất ngày 29/3/2024
      chủ trì: Phòng Quản lý Khoa học
      xác nhận: Văn phòng Sở

    nhiệm vụ I.6: Báo cáo kết quả đánh giá nội bộ
      hạn: chậm nhất ngày 29/3/2024
      chủ trì: Phòng Quản lý Khoa học
      xác nhận: Văn phòng Sở

    nhóm phong: các đơn vị của Sở
      thành viên: Phòng Quản lý Khoa học; Trung tâm Thông tin; Văn phòng Sở

    nhiệm vụ I.7: Tổng hợp ý kiến
      hạn: trong 10 ngày kể từ ngày có ý kiến của Sở Nội vụ
      chủ trì: Phòng Quản lý Khoa học

    nhiệm vụ I.8: Báo cáo tự kiểm tra
      hạn: hằng tháng, trước ngày 20
      chủ trì: các đơn vị của Sở (từng đơn vị)
    """

  static let facts = """
    báo cáo hoàn thành kh-2024/I.5 ngày 25/3/2024 số 45/BC-QLKH
    báo cáo hoàn thành kh-2024/I.6 ngày 25/3/2024
    xin gia hạn kh-2024/I.3 ngày 25/3/2024 đến 15/4/2024 vì chờ số liệu của các xã
    xin gia hạn kh-2024/I.2 ngày 10/6/2024 đến 31/7/2024 vì thiếu người
    không đồng ý gia hạn kh-2024/I.2 ngày 11/6/2024 vì đã bố trí thêm người
    trả lại kh-2024/I.6 ngày 28/3/2024, hạn mới 05/4/2024 vì thiếu phụ lục số liệu
    """

  static let classifiedPlan = """
    kế hoạch mat-2024: Kế hoạch bảo vệ bí mật nhà nước
      năm: 2024
      lịch: Việt Nam
      ban hành: 02/01/2024
      đầu mối: Văn phòng Sở
      độ mật: Mật

    nhiệm vụ M.1: Rà soát danh mục tuyệt đối kín
      hạn: chậm nhất ngày 29/3/2024
      chủ trì: Phòng Quản lý Khoa học
    """

  let rules: RuleSet
  let book: NotificationBook
  let templates: NotificationTemplates
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - more: facts besides `facts`, a line each.
  ///   - rewrite: what is changed in the files of units and plans.
  ///   - side: for whom requests for more time were recorded.
  ///   - documents: what the log names beside facts, by the kinds of these.
  init(
    head: FactHead? = nil, more: String = "", revised: Instant? = nil, documents: [FactKind: String] = [:],
    side: FactSide? = nil, _ rewrite: (String) -> String = { $0 }
  ) {
    let shipped = (try? shippedRules()) ?? []
    let own = [
      SourceText(name: "rules/don-vi.rules", text: rewrite(Fixture.units)),
      SourceText(name: "rules/kh-2024/plan.rules", text: rewrite(Fixture.plan)),
      SourceText(name: "rules/mat-2024/plan.rules", text: Fixture.classifiedPlan),
    ]
    let (rules, diagnostics) = RuleBook.read(own: own, shipped: shipped, covering: nil)
    self.rules = rules
    var (facts, problems) = FactFile.read(SourceText(name: "facts", text: Fixture.facts + "\n" + more), rules: rules)
    for place in facts.indices where facts[place].body.kind == .extensionAsked { facts[place].side = side }
    let expander = Expander(rules, facts: facts)
    let timed = facts.map {
      TimedFact($0, recorded: morning("2024-03-11"), document: documents[$0.body.kind])
    }
    let grounds = ChangeGrounds(expander, facts: timed, revised: revised)
    let dated = expander.obligations(in: DayRange(first: .first, last: .last))
    book = NotificationBook(
      rules, duties: dated.map(\.any) + expander.openDuties().map(\.any), grounds: grounds, head: head)
    let read = NotificationTemplates.read(Fixture.template)
    templates = read.templates
    self.diagnostics = diagnostics.errors + problems + read.diagnostics
  }

  static func template(_ language: Language, _ name: String) -> SourceText? {
    let path = "templates/\(language.rawValue)/\(name).mustache"
    return (try? bytes(of: path)).map { SourceText(name: path, bytes: $0) }
  }

  func unit(_ id: String) -> UnitID { rules.units.firstIndex { $0.id == id } ?? 0 }

  func obligation(_ task: String) -> ObligationID {
    let found = book.duties.keys.filter { $0.task == task }
    return found.min { $0.description < $1.description } ?? ObligationID(plan: "?", task: task, key: "?")
  }

  /// A notice about the occurrence of `task`, said on `today`.
  func notice(
    _ task: String, _ kind: NoticeKind, told: String? = nil, before: String? = nil,
    to unit: String = "qlkh",
    as role: Role = .lead, on today: String, planned: String? = nil, by channel: Channel = .mail,
    _ change: (inout Notice) -> Void = { _ in }
  ) -> Notice {
    let id = obligation(task)
    return notice(
      .obligation(id), kind, told: told ?? book.duties[id]?.days?.effective.description, before: before, to: unit,
      as: role, on: today, planned: planned, by: channel, task: book.duties[id]?.task,
      change)
  }

  func notice(
    _ subject: NoticeTopic, _ kind: NoticeKind, told: String?, before: String? = nil, to unit: String,
    as role: Role, on today: String, planned: String? = nil, by channel: Channel = .mail, task: TaskID? = nil,
    _ change: (inout Notice) -> Void = { _ in }
  ) -> Notice {
    let name = RecipientName(unit: unit)
    let key = NoticeKey(subject: subject, kind: kind, told: told.map(day), recipient: name, channel: channel)
    var notice = Notice(
      key: key, subject: subject, kind: kind, told: told.map(day), toldBefore: before.map(day), recipient: name,
      unit: self.unit(unit), channel: channel, role: role, planned: morning(planned ?? today),
      slot: Slot(morning(today)), urgency: .normal, isProvisional: false,
      isClassified: subject.description.contains("mat-2024"), attachesCalendar: false, task: task, sheet: nil)
    change(&notice)
    return notice
  }

  func letters(
    _ notices: [Notice], _ language: Language = .vi, partsOf size: Int = 40, by own: NotificationTemplates? = nil,
    replyTo: String? = nil
  ) -> [NotificationText] {
    guard let first = notices.first else { return [] }
    let message = OutgoingMessage(
      recipient: first.recipient, unit: first.unit, channel: first.channel, slot: first.slot, notices: notices)
    return NotificationWriter(
      book, own ?? templates, language: language, noticesPerPart: size, replyTo: { _ in replyTo }
    ).texts(for: message)
  }
}
