import ArgumentParser
import Operations
import Presentation

/// `nhacviec mcp`: answers assistants over standard input and output.
struct MCPCommand: OperationCommand {
  static let configuration = CommandConfiguration(
    "mcp", vi: "Trả lời trợ lý (Model Context Protocol) qua đầu vào và đầu ra chuẩn; chỉ xem.",
    en: "Answer assistants (Model Context Protocol) over standard input and output; it only reads.")

  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let server = AssistantServer(
      state: state.folder, console.language, version: Nhacviec.number, in: operations)
    server.run(operations.input) { answers in
      console.output.write(answers)
      console.output.flush()
    }
    return .success
  }
}
