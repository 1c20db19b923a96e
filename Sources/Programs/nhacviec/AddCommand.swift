import ArgumentParser
import CivilCalendar
import Operations
import PlanImport
import Presentation

/// `nhacviec add`: adds a row to a plan, out of a sentence of an incoming document.
struct AddCommand: OperationCommand {
  static let configuration = CommandConfiguration(
    "add",
    vi: """
      Thêm một nhiệm vụ vào kế hoạch từ một câu của văn bản đến; không có --yes thì chỉ cho xem; mã thoát 3: chưa ghi.
      """,
    en:
      "Add a task to a plan out of a sentence of an incoming document; without --yes it is only shown; exits 3: not written."
  )

  @Argument(help: "Câu giao việc / the sentence that asks for it.")
  var sentence: String?

  @Option(
    help: ArgumentHelp(
      "Văn bản đến: liệt kê các câu giao việc; chọn bằng --pick / the document: lists such sentences; choose by --pick.",
      valueName: "file"))
  var document: String?

  @Option(help: "Số thứ tự của câu trong danh sách / the number of the sentence in that list.")
  var pick: Int?

  @Option(
    help: "Số thứ tự của thời hạn, khi câu có nhiều thời hạn / the number of the limit, where the sentence has several."
  )
  var limit: Int?

  @Option(help: "Số, ký hiệu của văn bản / number of the document: 123/UBND-VX.")
  var number: String?

  @Option(
    name: [.customLong("on"), .customLong("date")], help: "Ngày của văn bản / day of the document: 20/10/2026.")
  var day: CivilDate?

  @Option(help: "Kế hoạch / plan (không cần khi chỉ có một / not needed where there is one).")
  var plan: String?

  @Option(help: "Mục / section.")
  var section: String?

  @Option(help: "Đứng ngay sau nhiệm vụ này / stands right behind this task.")
  var behind: String?

  @Option(help: "Ghi lại cho đúng: nhiệm vụ / put right: the work.")
  var title: String?

  @Option(help: "Sản phẩm / product.")
  var product: String?

  @Option(help: "Đơn vị chủ trì / lead.")
  var lead: String?

  @Option(help: "Đơn vị phối hợp / support.")
  var support: String?

  @Option(help: "Thời hạn / deadline.")
  var due: String?

  @Flag(help: "Ghi vào tệp của kế hoạch / write it into the plan's file.")
  var yes = false

  @Option(help: "Thư mục quy tắc / the rule folder.")
  var rules: String?

  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  func validate() throws {
    guard (sentence == nil) != (document == nil) else {
      throw ValidationError(
        vi: "ghi một câu, hoặc --document TỆP", en: "give a sentence, or --document FILE")
    }
    guard pick == nil || document != nil else {
      throw ValidationError(vi: "--pick chọn câu của --document", en: "--pick chooses a sentence of --document")
    }
  }

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let request = try NewRowRequest(BookRequest(rules: rules, state: state.folder), plan: plan, in: operations)
    guard let sentence = try wanted(request, console) else { return ExitCode(.waits) }
    let limits = request.limits(sentence)
    let chosen = try chosen(of: limits)
    guard limits.isEmpty || chosen != nil || due != nil else {
      ask(limits, console)
      return ExitCode(.waits)
    }
    let typed = ["title": title, "product": product, "lead": lead, "support": support, "due": due].compactMapValues {
      $0
    }
    let values = request.values(sentence, by: chosen, document: source(console.language), typed: typed)
    show(values, console)
    let draft = try request.draft(values, section: section, behind: behind)
    for words in draft.preview.warnings { operations.tell(.warning(words)) }
    show(draft, request, console)
    guard yes else {
      console.say(
        vi: "Chưa ghi. Đúng thì thêm --yes; chưa đúng thì ghi lại bằng --title, --lead, --support, --due, --product.",
        en: "Not written. If it is right, add --yes; else put it right by --title, --lead, --support, --due, --product."
      )
      return ExitCode(.waits)
    }
    try request.write(draft)
    console.say(
      vi: "Đã ghi vào \(draft.block.file); có hiệu lực khi đưa vào (nhacviec rules promote).",
      en: "Written into \(draft.block.file); in force once promoted (nhacviec rules promote).")
    return .success
  }

  /// The sentence that was given, or that was picked of the document; nil after its list was shown.
  private func wanted(
    _ request: NewRowRequest, _ console: CommandEnvironment
  ) throws(OperationFailure) -> String? {
    guard let document else { return sentence }
    let found = try request.sentences(of: document)
    guard !found.isEmpty else {
      throw OperationFailure(
        vi: "\(document): không thấy câu nào có thời hạn", en: "\(document): no sentence with a deadline was found")
    }
    if let pick {
      guard found.indices.contains(pick - 1) else {
        throw OperationFailure(
          vi: "chỉ có câu 1 đến \(found.count)", en: "there are sentences 1 to \(found.count)")
      }
      return found[pick - 1].text
    }
    for (index, one) in found.enumerated() {
      console.output.write("\(index + 1). \(TerminalEscaper.escape(one.text))\n")
    }
    console.say(vi: "Chọn một câu: --pick SỐ", en: "Choose one: --pick NUMBER")
    return nil
  }

  /// The limit that was chosen; nil where none was.
  private func chosen(of limits: [DocumentSentence.Limit]) throws(OperationFailure) -> DocumentSentence.Limit? {
    guard let limit else { return nil }
    guard !limits.isEmpty else {
      throw OperationFailure(
        vi: "câu này không có nhiều thời hạn, nên không cần --limit",
        en: "the sentence does not have several limits, and needs no --limit")
    }
    guard limits.indices.contains(limit - 1) else {
      throw OperationFailure(vi: "chỉ có thời hạn 1 đến \(limits.count)", en: "there are limits 1 to \(limits.count)")
    }
    return limits[limit - 1]
  }

  /// Which limit is meant only a person knows (decision: asked-not-chosen).
  private func ask(_ limits: [DocumentSentence.Limit], _ console: CommandEnvironment) {
    console.say(vi: "Câu này có \(limits.count) thời hạn:", en: "The sentence has \(limits.count) limits:")
    for (index, limit) in limits.enumerated() {
      console.output.write("\(index + 1). \(TerminalEscaper.escape("\(limit.title): \(limit.deadline)"))\n")
    }
    console.say(
      vi: "Chọn một: --limit SỐ; nếu là nhiều việc, ghi từng việc một. Hoặc tự ghi thời hạn: --due.",
      en: "Choose one: --limit NUMBER; if it is several tasks, add one after another. Or write the deadline: --due.")
  }

  /// `Công văn số 12/UBND-VX ngày 20/10/2026`, as far as it was told.
  private func source(_ language: Language) -> String {
    [number.map { "văn bản số \($0)" }, day.map { "ngày \(DateWording(.vi).day($0))" }].compactMap { $0 }
      .joined(separator: " ")
  }

  private func show(_ values: [String: String], _ console: CommandEnvironment) {
    for name in ["title", "product", "lead", "support", "due", RowProposals.source] {
      guard let label = NewRowRequest.labels[name], let value = values[name], !value.isEmpty else { continue }
      console.output.write("\(label.text(in: console.language)): \(TerminalEscaper.escape(value))\n")
    }
  }

  private func show(_ draft: RowProposals.Draft, _ request: NewRowRequest, _ console: CommandEnvironment) {
    console.output.write(
      "\n\(draft.block.file):\n\(TerminalEscaper.escapeLines(draft.block.new ?? ""))\n\n")
    let days = request.days(draft, console.language)
    for day in days.prefix(5) { console.output.write("→ \(TerminalEscaper.escape(day))\n") }
    guard days.count > 5 else { return }
    console.say(vi: "→ và \(days.count - 5) kỳ nữa", en: "→ and \(days.count - 5) more")
  }
}
