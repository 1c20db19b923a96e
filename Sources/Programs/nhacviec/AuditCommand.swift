import ArgumentParser
import FactLog
import Presentation
import RuleSyntax

/// `nhacviec audit`: whether what is recorded is still what was recorded.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: """
      Kiểm tra các ghi nhận có bị sửa, xóa hay không.
      Check whether facts were changed or removed.
      """,
    subcommands: [Verify.self])

  struct Verify: EnvironmentCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: """
        Tính lại chuỗi băm của mọi ghi nhận; mã thoát 1 khi có chỗ đứt.
        Recompute the hash chain of all facts; exits 1 where it is broken.
        """)

    @Option(
      help: "Đầu chuỗi đã biết / a head known from before: COUNT:HASH.",
      transform: { text in
        guard let head = FactHead(text) else { throw ValidationError("--head: COUNT:HASH") }
        return head
      })
    var head: FactHead?

    @OptionGroup var state: StateOption
    @OptionGroup var languages: LanguageOption

    func run(in environment: CommandEnvironment) -> ExitCode {
      let language = languages.language(in: environment)
      let report = DiagnosticReport(environment, language)
      guard let store = FactStore(state, in: environment) else {
        environment.errors.write(
          language.choose(
            vi: "lỗi: không có thư mục ghi nhận; hãy dùng --state\n", en: "error: no state; use --state\n"))
        return .failure
      }
      do throws(StoreFailure) {
        let walk = try store.open(.reading).verify(against: head)
        if let broken = walk.broken {
          report.printToErrors([FactLogWords.diagnostic(broken, at: store.database)], files: nil)
          return .failure
        }
        let count = walk.head.count
        environment.output.write(
          language.choose(
            vi: "\(count) ghi nhận, chuỗi liền mạch; đầu chuỗi: \(walk.head)\n",
            en: "\(count == 1 ? "1 fact" : "\(count) facts"), the chain is whole; head: \(walk.head)\n")
            + store.placeLine(language))
        return .success
      } catch {
        report.printToErrors([store.complaint(error)], files: nil)
        return .failure
      }
    }
  }
}
