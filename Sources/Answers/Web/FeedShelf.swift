import CivilCalendar
import FactLog
import FeedStore
import Feeds
import HTTPMessages
import Operations
import StateFolder
import Synchronization

/// Serves calendar feeds by their secret addresses. The events of a model are made when the first feed is asked for, and
/// the text of each feed once.
final class FeedShelf: Sendable {
  /// Texts of so many feeds are kept.
  private static let most = 64

  private struct Shelf {
    /// Of which model.
    var source: String
    var events: [DatedFeedEvent]
    var texts: [FeedScope: [UInt8]] = [:]
  }

  private let state: StateFolder
  private let shelf: Mutex<Shelf?> = Mutex(nil)

  init(_ state: StateFolder) { self.state = state }

  /// Whom a bearer token lets read; nil if it lets nobody.
  func program(_ token: String, on today: CivilDate) throws(StoreFailure) -> String? {
    let found = try TokenStore(state).program(token, on: today)
    return found.flatMap { $0.rights.contains(.read) ? $0.name : nil }
  }

  /// The feed whose address has the token; nil if there is none.
  func feed(_ token: String, _ model: SiteModel, at now: Int64) throws(StoreFailure) -> [UInt8]? {
    guard let scope = try TokenStore(state).feed(token, on: model.today) else { return nil }
    return try text(scope, model, at: now)
  }

  private func text(_ scope: FeedScope, _ model: SiteModel, at now: Int64) throws(StoreFailure) -> [UInt8] {
    // One request at a time makes a feed; the others wait, and find it made.
    let made = shelf.withLock { shelf -> Result<[UInt8], StoreFailure> in
      do throws(StoreFailure) {
        var current = shelf
        if current?.source != model.source {
          current = Shelf(
            source: model.source, events: try FeedStore(state).dated(model.feedEvents, at: now))
        }
        guard var kept = current else { return .success([]) }
        if let text = kept.texts[scope] { return .success(text) }
        let feed = CalendarFeed(
          scope, of: kept.events, rules: model.rules, address: model.configuration.webAddress)
        if kept.texts.count >= Self.most { kept.texts = [:] }
        let text = Array(feed.text.utf8)
        kept.texts[scope] = text
        shelf = kept
        return .success(text)
      } catch { return .failure(error) }
    }
    return try made.get()
  }
}

extension HTTPAnswer {
  /// A calendar file, with a tag of its content.
  static func calendar(_ text: [UInt8], for request: HTTPRequest) -> HTTPAnswer {
    let tag = ContentTag.of(text)
    var answer =
      request.values(of: "if-none-match").contains { $0.contains(tag) }
      ? HTTPAnswer(304) : HTTPAnswer(200, type: "text/calendar; charset=utf-8", body: text)
    answer.set("ETag", tag)
    answer.set("Cache-Control", "private, max-age=900")
    return answer
  }
}
