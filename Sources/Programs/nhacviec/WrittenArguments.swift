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

/// The order of days and months as a person writes it on the command line.
enum WrittenDateOrder: ExpressibleByArgument {
  case daysFirst, monthsFirst

  init?(argument: String) {
    switch argument {
    case "ngay-thang", "day-first": self = .daysFirst
    case "thang-ngay", "month-first": self = .monthsFirst
    default: return nil
    }
  }
}
