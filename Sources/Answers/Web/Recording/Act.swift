import Diagnostics
import Expansion
import Presentation
import RuleSyntax

/// What a page lets somebody record, as data: its kind of fact, its fields, and when it is offered. Whether it may be recorded
/// is decided by recording alone. The raw value stands in addresses. In the order in which they are offered.
enum Act: String, CaseIterable, Sendable {
  case confirm = "xac-nhan"
  case giveBack = "tra-lai"
  case explain = "tra-loi"
  case report = "bao-cao"
  case askTime = "xin-gia-han"
  case progress = "tien-do"
  case accept = "tiep-nhan"
  case extend = "gia-han"
  case refuse = "khong-gia-han"
  case withdraw = "rut-de-nghi"
  case undo = "mo-lai"
  case waive = "mien"
  /// An event happened; the others are about duties.
  case happened = "su-kien"

  var kind: FactKind {
    switch self {
    case .report: .done
    case .accept: .accepted
    case .progress: .progress
    case .askTime: .extensionAsked
    case .withdraw: .extensionWithdrawn
    case .explain: .explained
    case .confirm: .confirmed
    case .giveBack: .returned
    case .extend: .extended
    case .refuse: .extensionRefused
    case .waive: .waived
    case .undo: .undone
    case .happened: .happened
    }
  }

  /// As the interface for programs calls it: by the command of `nhacviec` that records it.
  var command: String {
    switch self {
    case .report: "done"
    case .accept: "accept"
    case .progress: "progress"
    case .askTime: "request"
    case .withdraw: "withdraw"
    case .explain: "answer"
    case .confirm: "confirm"
    case .giveBack: "return"
    case .extend: "extend"
    case .refuse: "refuse"
    case .waive: "waive"
    case .undo: "undo"
    case .happened: "event"
    }
  }

  /// Whether it answers, or takes back, a report or a request, which what is sent then names.
  var isAnswer: Bool { [.confirm, .giveBack, .extend, .refuse, .withdraw, .undo].contains(self) }

  /// Whether it makes sense of a duty as it stands.
  func applies(to item: UpcomingItem) -> Bool {
    let duty = item.duty
    let isOpen = duty.closed == nil
    let isReported = duty.report != nil
    switch self {
    case .report, .waive: return isOpen && !isReported && !duty.isStanding
    case .accept: return isOpen && !isReported && !duty.course.contains { $0.kind == .accepted }
    case .progress: return isOpen && !isReported
    case .askTime: return isOpen && !isReported && duty.days != nil && duty.request == nil
    case .withdraw, .refuse: return duty.request != nil
    case .explain: return isOpen && duty.isAskedToExplain
    case .confirm, .giveBack: return isReported
    case .extend: return isOpen && !isReported && duty.days != nil
    case .undo: return isReported || duty.isDone
    case .happened: return false
    }
  }

  /// The other acts whose forms stand on the same page, closed.
  var companions: [Act] {
    switch self {
    case .confirm: [.giveBack]
    case .extend: [.refuse]
    default: []
    }
  }

  /// Whom the program will tell.
  enum Audience {
    case confirmer, decider, leads, waiting
    /// The leads, who see it on the page of the task: no letter goes.
    case readers
  }

  /// Nil: nobody is told of it alone.
  var audience: Audience? {
    switch self {
    case .report: .confirmer
    case .askTime: .decider
    case .confirm: .readers
    case .giveBack, .extend, .refuse, .waive: .leads
    case .happened: .waiting
    case .accept, .progress, .withdraw, .explain, .undo: nil
    }
  }

  /// Whether its button takes something away.
  var isTakingAway: Bool { [.giveBack, .refuse, .waive, .undo, .withdraw].contains(self) }
}

extension AnyDuty {
  /// Whether an explanation was asked for, and none given since.
  var isAskedToExplain: Bool {
    course.last { [.explanationAsked, .explained].contains($0.kind) }?.kind == .explanationAsked
  }
}
