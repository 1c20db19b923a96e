import CivilCalendar
import Diagnostics
import Expansion
import Feeds
import Foundation
import Rules
import TestSupport
import Testing

/// Rules and facts of a small office, and what feeds make of them.
struct Office {
  let rules: RuleSet
  var facts: [Fact] = []

  init(_ plan: String, facts lines: String = "") throws {
    let own = SourceText(name: "plan.rules", text: SmallOffice.calendar + SmallOffice.policy + plan)
    try self.init(rules: RuleBook.read(own: [own], shipped: []), facts: lines)
  }

  init(rules read: (RuleSet, [Diagnostic]), facts lines: String) throws {
    try #require(!read.1.hasErrors, "\(read.1.map(\.words.en))")
    rules = read.0
    let (facts, found) = FactFile.read(SourceText(name: "facts", text: lines), rules: rules)
    try #require(!found.hasErrors, "\(found.map(\.words.en))")
    self.facts = facts
  }

  /// - Parameter today: far behind everything, so that all that is open would be overdue.
  func events(today: String = "2025-12-31") -> [FeedEvent] {
    FeedEvent.all(of: Expander(rules, facts: facts), today: day(today))
  }

  func feed(_ scope: FeedScope, changed: Int64 = 1_704_067_200, address: String? = nil) -> String {
    CalendarFeed(scope, of: events().map { DatedFeedEvent($0, changed: changed) }, rules: rules, address: address).text
  }
}

/// An event that a test makes up.
func event(_ title: String, leads: [String] = ["Văn phòng"], standing: FeedEvent.Standing = .open) -> FeedEvent {
  FeedEvent(
    id: "kh/A@once", day: day("2024-03-29"), standing: standing, isClassified: false, title: title, leads: leads,
    details: .init(plan: title), audience: .init(plan: "kh", units: ["vp"], person: nil))
}

/// The content lines of a calendar file, not folded.
func unfolded(_ text: String) -> [String] {
  let bytes = Array(text.utf8).replacing([0x0D, 0x0A, 0x20], with: [])
  return bytes.split(separator: [0x0D, 0x0A]).map { String(decoding: $0, as: UTF8.self) }
}

/// What another reader finds in a feed.
struct ReadFeed: Equatable {
  struct Item: Equatable, Decodable {
    var uid: String
    var sequence: String
    var start: String?
    var due: String?
    var summary: String
    var description: String?
    var status: String
    var url: String?
    var modified: String
    var stamp: String
    var alarms: [String]

    enum CodingKeys: String, CodingKey {
      case alarms
      case uid = "UID"
      case sequence = "SEQUENCE"
      case start = "DTSTART"
      case due = "DUE"
      case summary = "SUMMARY"
      case description = "DESCRIPTION"
      case status = "STATUS"
      case url = "URL"
      case modified = "LAST-MODIFIED"
      case stamp = "DTSTAMP"
    }
  }

  private struct Head: Decodable {
    var name: String
    var errors: [String]
  }

  let name: String
  let items: [Item]

  /// As icalendar and libical both read it: they must find the same, and no mistake.
  init(_ text: String) throws {
    let folder = try ScratchFolder()
    try folder.write(Array(text.utf8), to: "feed.ics")
    func read(by reader: String) throws -> [String] {
      try PythonOracle.run("Tests/FeedsTests/readers/read_feed.py", [reader, folder.path + "/feed.ics"])
        .split(separator: "\n").map(String.init)
    }
    let (one, other) = (try read(by: "icalendar"), try read(by: "libical"))
    #expect(one == other)
    let decoder = JSONDecoder()
    let head = try decoder.decode(Head.self, from: Data(try #require(one.first).utf8))
    #expect(head.errors == [])
    name = head.name
    items = try one.dropFirst().map { try decoder.decode(Item.self, from: Data($0.utf8)) }
  }
}
