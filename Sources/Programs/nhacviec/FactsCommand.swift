import ArgumentParser
import CivilCalendar
import FactLog
import Operations
import Presentation

/// `nhacviec facts`: lists what is recorded, as the lines that `--facts` reads.
struct FactsCommand: OperationCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case lines, json }

  static let configuration = CommandConfiguration(
    "facts", vi: "Liệt kê các ghi nhận, mỗi dòng một ghi nhận như --facts đọc.",
    en: "List what is recorded, as the lines that --facts reads.")

  @Option(help: "Chỉ của kế hoạch này, kể cả sự kiện dùng chung / only of this plan, with shared events (mã / id).")
  var plan: String?

  @Option(
    help: "Chỉ về nhiệm vụ hoặc sự kiện này / only about this task or event: [KẾ-HOẠCH/]MÃ[@KỲ] / [PLAN/]ID[@KEY].")
  var about: String?

  @Option(help: "Chỉ của người ghi này / only by this author.")
  var author: String?

  @Option(help: "Chỉ sau ghi nhận số này / only after this number.")
  var after: Int?

  @Option(help: "Chỉ ghi từ ngày này / only recorded from this day on.")
  var since: CivilDate?

  @Flag(help: "Thêm người ghi, lúc ghi, văn bản, ghi chú / with author, time, document and note.")
  var details = false

  @Option(help: "Dạng in ra / the form.")
  var format: Format = .lines

  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let store = try FactStore.required(named: state.folder, in: operations)
    ClosedState.note(named: state.folder, in: operations)
    // This is not part of the list, which other programs read.
    console.errors.write(FactStore.words(store.database).text(in: console.language) + "\n")
    let topic = about.map { FactTopic($0, state: state.folder, in: operations) }
    let query = FactQuery(plan: plan, topic: topic, author: author, after: after, since: since)
    let facts = try query.facts(of: store)
    if facts.isEmpty {
      console.errors.write(
        console.language.choose(vi: "không có ghi nhận nào như vậy\n", en: "nothing of the kind is recorded\n"))
    }
    switch format {
    case .lines: for fact in facts { console.output.write(fact.text(details: details)) }
    case .json: console.output.write(RecordedFact.json(facts))
    }
    return .success
  }
}
