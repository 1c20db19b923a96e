package import CivilCalendar
package import Feeds
import Presentation
package import StateFolder

/// What a token is for.
package enum TokenGrant: Hashable, Sendable {
  /// It reads a calendar feed, for whoever knows its address.
  case feed(FeedScope)
  /// A program works with it until the end of a day.
  case program(name: String, rights: Set<ProgramRight>, until: CivilDate)

  package var kind: SpoolRequest.TokenKind {
    switch self {
    case .feed: .feed
    case .program: .program
    }
  }

  /// One line, which `init(text:)` reads: `feed unit vi 3 event phong-a`, `program read 2027-06-30 Bảng điện tử`.
  package var text: String {
    switch self {
    case .feed(let scope):
      let (subject, name) =
        switch scope.subject {
        case .all: ("all", "-")
        case .unit(let id): ("unit", id)
        case .plan(let id): ("plan", id)
        case .person(let person): ("person", person)
        }
      return [
        "feed", subject, scope.language.rawValue, scope.alarmDays.map(String.init) ?? "-",
        scope.isTodo ? "todo" : "event", name,
      ].joined(separator: " ")
    case .program(let name, let rights, let until):
      return "program \(rights.map(\.rawValue).sorted().joined(separator: ",")) \(until) \(name)"
    }
  }

  /// How long a name may be, in bytes.
  package static let longestName = 200

  /// Nil if the text is no grant.
  package init?(text: String) {
    let isFeed = text.hasPrefix("feed ")
    let words = text.split(separator: " ", maxSplits: isFeed ? 5 : 3).map(String.init)
    guard words.count == (isFeed ? 6 : 4), let name = words.last, name.utf8.count <= Self.longestName,
      !name.utf8.contains(where: { $0 < 0x20 }), !name.hasPrefix(" "), !name.hasSuffix(" ")
    else { return nil }
    if isFeed {
      let subject: FeedScope.Subject
      switch words[1] {
      case "all": subject = .all
      case "unit": subject = .unit(name)
      case "plan": subject = .plan(name)
      case "person": subject = .person(name)
      default: return nil
      }
      let alarm = Int(words[3])
      guard let language = Language(rawValue: words[2]), ["event", "todo"].contains(words[4]),
        words[3] == "-" || alarm.map(FeedScope.alarmRange.contains) ?? false
      else { return nil }
      self = .feed(FeedScope(subject, language, alarmDays: alarm, isTodo: words[4] == "todo"))
    } else {
      let rights = words[1].split(separator: ",").map { ProgramRight(rawValue: String($0)) }
      guard words[0] == "program", !rights.isEmpty, !rights.contains(nil), let until = CivilDate(iso: words[2]) else {
        return nil
      }
      self = .program(name: name, rights: Set(rights.compactMap { $0 }), until: until)
    }
  }
}

/// What a program may do. The names are kept.
package enum ProgramRight: String, Hashable, Sendable, CaseIterable {
  case read
}
