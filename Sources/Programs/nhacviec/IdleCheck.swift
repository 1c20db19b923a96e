import Operations
import Settings

/// Recognises a `nhacviec remind` that has nothing to do before the command line is parsed, because parsing takes
/// longer than all the rest of such a round.
enum IdleCheck {
  /// Whether the round is over by this. If not, the command does and says everything else.
  static func isEnough(_ arguments: [String]) -> Bool {
    guard arguments.first == "remind" else { return false }
    var (config, state): (String?, String?)
    var rest = arguments.dropFirst()
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { return false }
      switch option {
      case "--config" where config == nil: config = value
      case "--state" where state == nil: state = value
      default: return false
      }
    }
    let environment = CommandEnvironment.ofProcess()
    let file = ConfigurationFile.ofProcess(option: config)
    // The command will report what is wrong.
    let context = try? RemindContext(
      file, stateFolder: state, in: environment.operations)
    return context?.isOver() ?? false
  }
}
