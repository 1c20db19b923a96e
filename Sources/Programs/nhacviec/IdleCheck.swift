import Operations
import Settings

/// `nhacviec remind` where there is nothing to do, seen before the command line is parsed, which takes longer than all the
/// rest of such a round.
enum IdleCheck {
  /// True: the round is over. False: whatever else is to be done or said is the command's.
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
    // What is wrong, the command says.
    let context = try? RemindContext(
      file, stateFolder: state, in: environment.operations)
    return context?.isOver() ?? false
  }
}
