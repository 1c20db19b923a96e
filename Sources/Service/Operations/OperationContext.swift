import Addresses
package import Channels
package import FactLog
package import FactLogSQLite
import Glibc
package import Reminders
package import RuleFiles
package import ServiceStatus
package import Settings
package import StateFolder

/// Everything that operations take from their surroundings: folders, clocks, the user, and what the machine says. The
/// caller supplies it, so that tests can supply their own.
package struct OperationContext {
  package var folders: ProgramFolders
  /// When the operation was asked for, in seconds since 1970 (UTC).
  package var now: Int
  /// The current time, which moves on while a round sends.
  package var clock: () -> Instant
  /// Reads some bytes of standard input; none at its end.
  package var input: () -> [UInt8]
  /// The login of the user who records; nil takes the process's user.
  package var recorder: String?
  /// The unit that records by its mailbox, in the place of a user.
  var unit: Recorder?
  /// The folder of systemd's credentials; nil if there is none.
  package var credentials: String?
  package var isClockSynchronised: () -> Bool
  /// Gives what writes to the systemd journal; nil if this machine has no journal.
  package var journal: () -> ((JournalEntry) -> Void)?
  /// The configuration file that was read, with its stamp from before reading and its values; nil if none was.
  package var configuration: (path: String, stamp: FileStamp, values: Configuration)?
  /// Opens the log of facts in a folder.
  package var openFacts: (String, SQLiteFactLog.Access) throws(StoreFailure) -> any FactLog = {
    (folder, access) throws(StoreFailure) in try SQLiteFactLog(folder: folder, access)
  }
  /// Asks systemd for the state of the service's units; nil if there is no systemd.
  package var units: (StateFolder) -> ServiceUnits? = { ServiceUnits.ask($0) }
  /// Takes at once what an operation has to say beside its result.
  package var tell: (Remark) -> Void = { _ in }

  package init(
    folders: ProgramFolders, now: Int, clock: @escaping () -> Instant, input: @escaping () -> [UInt8],
    recorder: String?, credentials: String?, isClockSynchronised: @escaping () -> Bool,
    journal: @escaping () -> ((JournalEntry) -> Void)?
  ) {
    self.folders = folders
    self.now = now
    self.clock = clock
    self.input = input
    self.recorder = recorder
    self.credentials = credentials
    self.isClockSynchronised = isClockSynchronised
    self.journal = journal
  }

  /// The forms of units' addresses that rules may have.
  var addressForms: [AddressForm] { (configuration?.values ?? .standard).addressForms }

  /// The login of the user who records.
  package var login: String { recorder ?? LoginName.of(getuid()) }

  var whoRecords: Recorder { unit ?? .login(login) }

  /// The state folder; fails if there is none.
  /// - Parameter named: the state folder that the user named; nil if they named none.
  package func stateFolder(named: String?) throws(OperationFailure) -> StateFolder {
    if let path = folders.stateFolder(named: named) { return StateFolder(path) }
    throw OperationFailure(vi: "không có thư mục dữ liệu; dùng --state", en: "no state folder; use --state")
  }

  /// What reminders need of the machine: disk, clock and the service's units.
  package func surroundings(_ state: StateFolder, _ limits: RoundLimits) -> Surroundings {
    var surroundings = Surroundings(of: state)
    surroundings.isClockLoose = limits.needsSynchronisedClock && !isClockSynchronised()
    surroundings.units = units(state)
    return surroundings
  }
}
