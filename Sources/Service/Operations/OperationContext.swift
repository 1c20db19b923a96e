package import Channels
package import FactLog
package import FactLogSQLite
import Glibc
package import Reminders
package import RuleFiles
package import ServiceStatus
package import Settings
package import StateFolder

/// All that operations take from the world beside the files they are pointed at: folders, clocks, who asks, what the machine
/// says. Whoever calls them makes it; tests make their own.
package struct OperationContext {
  package var folders: ProgramFolders
  /// When the operation was asked for, in seconds since 1970 (UTC).
  package var now: Int
  /// The time of day, which moves on while a round sends.
  package var clock: () -> Instant
  /// Reads what was handed over with the request, as standard input: some bytes, none at its end.
  package var input: () -> [UInt8]
  /// Who records; nil: the process's user.
  package var recorder: String?
  /// systemd's folder of secrets; nil: there is none.
  package var credentials: String?
  package var isClockSynchronised: () -> Bool
  /// Writes to the system's journal; nil: there is none on this machine.
  package var journal: () -> ((JournalEntry) -> Void)?
  /// The configuration file that was read, its stamp from before, and what it says.
  package var configuration: (path: String, stamp: FileStamp, values: Configuration)?
  /// Opens the log of facts in a folder.
  package var openFacts: (String, SQLiteFactLog.Access) throws(StoreFailure) -> any FactLog = {
    (folder, access) throws(StoreFailure) in try SQLiteFactLog(folder: folder, access)
  }
  /// What systemd says of the service.
  package var units: (StateFolder) -> ServiceUnits? = { ServiceUnits.ask($0) }
  /// Takes what an operation has to say beside what it returns, when it has to be said.
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

  /// Who records.
  package var login: String { recorder ?? Self.login(of: getuid()) }

  /// A user's login; its number where the machine has no name for it.
  package static func login(of user: UInt32) -> String {
    guard let entry = getpwuid(user), let name = entry.pointee.pw_name else { return "uid:\(user)" }
    return String(cString: name)
  }

  /// - Parameter named: the one that was named; nil: none was.
  package func stateFolder(named: String?) throws(OperationFailure) -> StateFolder {
    if let path = folders.stateFolder(named: named) { return StateFolder(path) }
    throw OperationFailure(vi: "không có thư mục dữ liệu; dùng --state", en: "no state folder; use --state")
  }

  /// What the machine gives to reminders: disk, clock, units.
  package func surroundings(_ state: StateFolder, _ limits: RoundLimits) -> Surroundings {
    var surroundings = Surroundings(of: state)
    surroundings.isClockLoose = limits.needsSynchronisedClock && !isClockSynchronised()
    surroundings.units = units(state)
    return surroundings
  }
}
