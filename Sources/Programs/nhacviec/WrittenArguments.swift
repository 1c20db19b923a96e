import ArgumentParser
import CivilCalendar
import Operations
import Reminders

extension CivilDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(written: argument) }
}

extension TypedDay: ExpressibleByArgument {
  package init?(argument: String) { self.init(written: argument) }
}

extension Instant: ExpressibleByArgument {
  package init?(argument: String) { self.init(written: argument) }
}

extension YearOrMonth: ExpressibleByArgument {
  package init?(argument: String) { self.init(written: argument) }
}

extension PlanYears: ExpressibleByArgument {
  package init?(argument: String) { self.init(written: argument) }
}

extension LetterForm: ExpressibleByArgument {}
