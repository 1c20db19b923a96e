import ServiceStatus
import StateFolder

/// Whether what rounds write is not there any more, so that nobody takes an empty folder for an office's first day.
package struct StateLoss {
  private let state: StateFolder

  /// Nil if there is no state folder.
  /// - Parameter named: the state folder that the user named; nil if they named none.
  package init?(_ named: String?, in operations: OperationContext) {
    guard let path = operations.folders.stateFolder(named: named) else { return nil }
    state = StateFolder(path)
  }

  var hasPost: Bool { Folder.isThere(state.post) }

  package var failure: OperationFailure { OperationFailure(ServiceStatus.loss(of: state)) }
}
