import CivilCalendar
import FactLog
import FeedStore
import Feeds
import HTTPMessages
import Operations
import Presentation
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

  /// Whether its folder was ever there.
  private let hadFolder: Mutex<Bool>

  init(_ state: StateFolder) {
    self.state = state
    hadFolder = Mutex(Folder.isThere(state.web))
  }

  /// Opens what lies in the folder. Where that was there and is not any more, none is made in its place, and no address is told
  /// to be none.
  private func opened<Store>(_ open: () throws(StoreFailure) -> Store) throws(StoreFailure) -> Store {
    if !Folder.isThere(state.web), hadFolder.withLock({ $0 }) { throw .gone(mark: nil) }
    let store = try open()
    hadFolder.withLock { $0 = true }
    return store
  }

  private func tokens() throws(StoreFailure) -> TokenStore {
    try opened { () throws(StoreFailure) in try TokenStore(state) }
  }

  /// Whom a bearer token lets read; nil if it lets nobody.
  func program(_ token: String, on today: CivilDate) throws(StoreFailure) -> String? {
    let found = try tokens().program(token, on: today)
    return found.flatMap { $0.rights.contains(.read) ? $0.name : nil }
  }

  /// The feed whose address has the token; nil if there is none.
  func feed(_ token: String, _ model: SiteModel, at now: Int64) throws(StoreFailure) -> [UInt8]? {
    guard let scope = try tokens().feed(token, on: model.today) else { return nil }
    return try text(scope, model, at: now)
  }

  /// A calendar of some of the duties.
  func calendar(_ items: [UpcomingItem], _ model: SiteModel, _ language: Language, at now: Int64) throws(StoreFailure)
    -> [UInt8]
  {
    let wanted = Set(items.map { $0.duty.id.description })
    let events = try events(of: model, at: now).filter { wanted.contains($0.event.id) }
    let feed = CalendarFeed(
      FeedScope(.all, language), of: events, rules: model.rules, address: model.configuration.webAddress)
    return Array(feed.text.utf8)
  }

  private func events(of model: SiteModel, at now: Int64) throws(StoreFailure) -> [DatedFeedEvent] {
    try shelf.withLock { shelf -> Result<[DatedFeedEvent], StoreFailure> in
      if let shelf, shelf.source == model.source { return .success(shelf.events) }
      do throws(StoreFailure) {
        let store = try opened { () throws(StoreFailure) in try FeedStore(state) }
        let events = try store.dated(model.feedEvents, at: now)
        shelf = Shelf(source: model.source, events: events)
        return .success(events)
      } catch { return .failure(error) }
    }.get()
  }

  private func text(_ scope: FeedScope, _ model: SiteModel, at now: Int64) throws(StoreFailure) -> [UInt8] {
    let events = try events(of: model, at: now)
    if let text = shelf.withLock({ $0?.source == model.source ? $0?.texts[scope] : nil }) { return text }
    let feed = CalendarFeed(scope, of: events, rules: model.rules, address: model.configuration.webAddress)
    let text = Array(feed.text.utf8)
    shelf.withLock { shelf in
      guard shelf?.source == model.source else { return }
      if shelf?.texts.count ?? 0 >= Self.most { shelf?.texts = [:] }
      shelf?.texts[scope] = text
    }
    return text
  }
}

extension HTTPAnswer {
  /// A calendar file, with a tag of its content.
  static func calendar(_ text: [UInt8], for request: HTTPRequest) -> HTTPAnswer {
    let tag = ContentTag.of(text)
    var answer =
      request.has(tag: tag)
      ? HTTPAnswer(304) : HTTPAnswer(200, type: "text/calendar; charset=utf-8", body: text)
    answer.set("ETag", tag)
    answer.set("Cache-Control", "private, max-age=900")
    return answer
  }
}
