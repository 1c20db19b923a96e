import HTTPMessages
import Operations
import Presentation
import Rules
import StateFolder
import Templates

/// The register of a plan: the workbook to download, and the form that takes an edited one back.
struct RegisterPage: Page {
  static let template = "register.html"
  static let shape: [String: TemplateShape] = [
    "crumbs": .list(["href": .text, "label": .text]), "here": .text, "heading": .text, "about": .text,
    "isWrong": .truth, "notSent": .text, "note": .text,
    "download": .text, "downloadName": .text, "mayEdit": .texts, "editHeading": .text,
    "sendHeading": .text, "notYours": .text,
    "forms": .list([
      "action": .text, "token": .text, "field": .text, "label": .text, "hint": .text, "isWrong": .truth, "send": .text,
    ]),
  ]

  static let place = "bang-theo-doi"

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .plans }
  var hasFiles: Bool { false }

  static func answer(_ visit: Visit, plan id: String) -> HTTPAnswer {
    guard let plan = plan(id, visit.rules) else { return Routes.missing(visit) }
    guard visit.request.method == "POST" else { return visit.form(RegisterPage(plan, "", visit)) }
    return RegisterPost.answer(visit, plan)
  }

  static func plan(_ id: String, _ rules: RuleSet) -> PlanID? { rules.plans.firstIndex { $0.id == id } }

  /// The workbook, as `nhacviec export --xlsx --plan` writes it.
  static func file(_ visit: Visit, plan id: String) -> HTTPAnswer {
    guard plan(id, visit.rules) != nil else { return Routes.missing(visit) }
    do throws(OperationFailure) {
      let file = try RegisterFile(visit.model, plan: id, visit.language, in: visit.operations)
      return ListExport.file(try file.workbook(), workbookType, visit)
    } catch { return Problem.unreadable(error.remark.summary).answer(visit) }
  }

  static let workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  /// The links to the plans, and to this page.
  static func crumbs(_ plan: PlanID, _ visit: Visit, isBelow: Bool) -> TemplateValue {
    let found = visit.rules.plans[plan]
    let own = [
      "href": TemplateValue.text(visit.address(place, found.id)),
      "label": .text(visit.say("Bảng theo dõi", "Register")),
    ]
    return .list(
      [
        ["href": .text(visit.address()), "label": .text(visit.say("Hôm nay", "Today"))],
        ["href": .text(visit.address("ke-hoach", found.id)), "label": .text(found.title)],
      ] + (isBelow ? [own] : []))
  }

  /// - Parameter note: why nothing was sent; empty where nothing is wrong.
  init(_ plan: PlanID, _ note: String, _ visit: Visit) {
    let found = visit.rules.plans[plan]
    let heading = visit.say("Bảng theo dõi nhiệm vụ", "Register of tasks")
    let name = "\(heading): \(found.title)"
    title = note.isEmpty ? name : visit.say("Lỗi: \(name)", "Error: \(name)")
    let maySend =
      visit.desk != nil && visit.visitor.recorder.map { visit.model.mayProposeRegister(of: plan, by: $0) } ?? false
    let size = Spool.mostBytes >> 20
    values = [
      "crumbs": Self.crumbs(plan, visit, isBelow: false),
      "here": .text(visit.say("Bảng theo dõi", "Register")), "heading": .text(heading), "about": .text(found.title),
      "isWrong": .truth(!note.isEmpty), "notSent": .text(visit.say("Chưa gửi.", "Nothing was sent.")),
      "note": .text(note),
      "download": .text(Route.address([Self.place, found.id], visit.language, format: .xlsx)),
      "downloadName": .text(visit.say("Tải bảng theo dõi (.xlsx)", "Download the register (.xlsx)")),
      "editHeading": .text(visit.say("Sửa trên bảng", "Editing it")),
      "mayEdit": .list(Self.rules(visit).map { .text($0) }),
      "sendHeading": .text(visit.say("Gửi lại bảng đã sửa", "Send back an edited register")),
      "notYours": .text(maySend ? "" : Self.notYours(found, visit)),
      "forms": .list(
        maySend
          ? [
            [
              "action": .text(visit.route.address()), "token": .text(visit.token), "field": .text(RegisterPost.field),
              "label": .text(visit.say("Tệp Excel đã sửa", "The edited Excel file")),
              "hint": .text(
                visit.say(
                  "Tệp .xlsx tải từ trang này hoặc xuất bằng nhacviec export, nhiều nhất \(size) MB.",
                  "An .xlsx file from this page, or from nhacviec export, of \(size) MB at most.")),
              "isWrong": .truth(!note.isEmpty), "send": .text(visit.say("Gửi bảng", "Send the register")),
            ]
          ] : [[String: TemplateValue]]()),
    ]
  }

  private static func rules(_ visit: Visit) -> [String] {
    [
      visit.say(
        "Sửa được: nhiệm vụ, sản phẩm, thời hạn, chủ trì, phối hợp. Ghi ngày hoàn thành và kết quả vào ô còn trống.",
        "Task, product, deadline, lead and support may be changed; a day of completion and a result go into empty cells."
      ),
      visit.say(
        "Thêm việc: chèn dòng mới và điền các ô ấy. Bỏ việc: xóa cả dòng.",
        "New work: insert a row and fill in these cells. Work that is to go: delete its row."),
      visit.say(
        "Sắp xếp, lọc, đổi thứ tự cột, thêm cột riêng đều được; giữ nguyên các cột ẩn.",
        "Sort, filter, move columns and add your own as you like; leave the hidden columns as they are."),
      visit.say(
        "Bảng gửi lại trở thành đề xuất. Chưa đổi gì cho đến khi người quản trị chấp nhận.",
        "What is sent back becomes a proposal. Nothing changes until an administrator accepts it."),
    ]
  }

  private static func notYours(_ plan: Plan, _ visit: Visit) -> String {
    guard plan.classified == nil else {
      return visit.say(
        "Kế hoạch có độ mật: không đề xuất trên trang.", "The plan is classified: nothing is proposed on pages.")
    }
    return visit.say(
      "Ai đăng nhập và có vai trò, hoặc đơn vị đăng nhập bằng hộp thư của mình, gửi lại được bảng đã sửa ở đây.",
      "Whoever signed in and has a role, or a unit that signed in by its mailbox, sends an edited register back here.")
  }
}
