import ArgumentParser
import FactLog
import Operations
import Presentation

/// `nhacviec audit`: checks whether the recorded facts are unchanged.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "audit", vi: "Kiểm tra các ghi nhận có bị sửa, xóa hay không.", en: "Check whether facts were changed or removed.",
    subcommands: [Verify.self])

  struct Verify: OperationCommand {
    static let configuration = CommandConfiguration(
      "verify", vi: "Tính lại chuỗi băm của mọi ghi nhận; mã thoát 1 khi có chỗ đứt.",
      en: "Recompute the hash chain of all facts; exits 1 where it is broken.")

    @Option(
      help: "Đầu chuỗi đã biết / a head known from before: COUNT:HASH.",
      transform: { text in
        guard let head = FactHead(text) else { throw ValidationError("--head: COUNT:HASH") }
        return head
      })
    var head: FactHead?

    @OptionGroup var state: StateOption
    @OptionGroup var languages: LanguageOption

    func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
      let store = try FactStore.required(named: state.folder, in: operations)
      let head = try store.verify(against: head)
      console.say(
        vi: "\(head.count) ghi nhận, chuỗi liền mạch; đầu chuỗi: \(head)",
        en: "\(head.count == 1 ? "1 fact" : "\(head.count) facts"), the chain is whole; head: \(head)")
      console.output.write(FactStore.words(store.database).text(in: console.language) + "\n")
      return .success
    }
  }
}
