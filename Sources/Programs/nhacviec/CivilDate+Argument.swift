import ArgumentParser
import CivilCalendar
import Operations

/// A day on the command line: `2024-05-31` or `31/5/2024`.
extension CivilDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(written: argument) }
}
