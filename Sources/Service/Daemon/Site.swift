package import HTTPMessages
import NIOCore
import NIOPosix
import Synchronization

/// The pages about the office's work, which the daemon serves and knows nothing of.
package protocol Site: Sendable {
  /// The answer to a request; called on several threads at once.
  func answer(_ request: HTTPRequest) -> HTTPAnswer

  /// Bytes of the body that a request may have more than others; nil if it is one like others.
  /// - Parameter head: without its body. It is asked on the thread of the connections, and takes no time.
  func mostBytes(of head: HTTPRequest) -> Int?

  /// Reads rules, facts and configuration anew, if they have changed or the day has; called by one thread at a time.
  /// - Returns: after how many seconds at most it must be called again.
  func refresh() -> Int64
}

/// Has the site read anew, on a thread of its own: when it is asked to, and when the site wants it.
final class SiteRefresher: Sendable {
  private let site: any Site
  private let loop = MultiThreadedEventLoopGroup(numberOfThreads: 1).next()
  /// Whether it was asked to and has not begun.
  private let isAsked = Mutex(false)
  private let next: Mutex<Scheduled<Void>?> = Mutex(nil)

  init(_ site: any Site) { self.site = site }

  /// Waits for the first reading.
  func start() { _ = try? loop.submit { self.refresh() }.wait() }

  /// Returns at once. Asking again before it has begun changes nothing.
  func ask() {
    let isNew = isAsked.withLock { asked in
      defer { asked = true }
      return !asked
    }
    if isNew { loop.execute { self.refresh() } }
  }

  private func refresh() {
    isAsked.withLock { $0 = false }
    let seconds = max(1, site.refresh())
    let scheduled = loop.scheduleTask(in: .seconds(seconds)) { self.refresh() }
    next.withLock {
      $0?.cancel()
      $0 = scheduled
    }
  }
}
