import Glibc
package import ServiceStatus
import Settings
import StateFolder

/// Finds out how reminding goes, for the command `status` and for monitoring.
package enum StatusRequest {
  /// Fails if nothing can be known.
  /// - Parameters:
  ///   - stateFolder: the state folder; nil takes the configuration's, or the standard one.
  ///   - rules: the rule folder that is compared with the live rules; nil takes the configuration's.
  package static func report(
    stateFolder: String?, rules: String?, in operations: OperationContext
  ) throws(OperationFailure) -> StatusReport {
    if let closed = operations.folders.closedState(named: stateFolder, recording: false) {
      let words = ClosedState.diagnostic(closed, operations.login)
      let lines = ([words.words] + words.notes.map(\.words)).joined(separator: "; ")
      throw OperationFailure(vi: "\(closed): " + lines.vi, en: "\(closed): " + lines.en)
    }
    let folder = try operations.stateFolder(named: stateFolder)
    guard access(folder.post, R_OK | X_OK) == 0 || folder.isOutboxGone else {
      throw OperationFailure(
        vi: "không đọc được \(folder.post): chưa từng chạy, hoặc không thuộc nhóm nhacviec",
        en: "\(folder.post) cannot be read: nothing ever ran, or you are not in the group nhacviec")
    }
    let configuration = operations.configuration?.values ?? .standard
    var status = ServiceStatus()
    status.read(folder)
    let ruleFolder = operations.folders.ruleFolder(named: rules)
    status.readFolder(ruleFolder, shipped: operations.folders.shippedRules())
    // Whoever may not read proposals learns the rest all the same.
    status.proposals = (try? ProposalQuery(stateFolder: stateFolder, in: operations).waiting()) ?? 0
    status.access = ServiceAccess.findings(folder, rules: ruleFolder)
    return StatusReport(
      status, daemon: .ask(folder), surroundings: operations.surroundings(folder, configuration.limits),
      now: Int64(operations.now))
  }
}
