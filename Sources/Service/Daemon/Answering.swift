import HTTPMessages
import NIOCore
import NIOPosix
import Presentation
import Synchronization

/// Makes answers: at once, or on threads of its own, of which the one that takes long does not hold up the others.
final class Answering: Sendable {
  /// Answers that are at work or wait for a thread, at most.
  private static let mostAtOnce = 64
  /// Answers of more bytes than `large` that wait to be fetched, at most, since clients may take their time.
  private static let mostLarge = 8
  private static let large = 256 << 10

  /// An answer, and what is to be called once it is sent.
  struct Made: Sendable {
    var value: HTTPAnswer
    var end: @Sendable () -> Void = {}
  }

  private let makeQuick: @Sendable (HTTPRequest) -> HTTPAnswer?
  private let makeSlow: @Sendable (HTTPRequest) -> HTTPAnswer
  private let threads = NIOThreadPool(numberOfThreads: 2)
  /// For what is sent, of which one is recorded at a time, and many wait together until pages show it: who reads does not wait for
  /// those that wait.
  private let threadsOfPosts = NIOThreadPool(numberOfThreads: 16)
  private let counts = Mutex((atWork: 0, large: 0))

  init(
    quick: @escaping @Sendable (HTTPRequest) -> HTTPAnswer?, slow: @escaping @Sendable (HTTPRequest) -> HTTPAnswer
  ) {
    (makeQuick, makeSlow) = (quick, slow)
  }

  func start() {
    threads.start()
    threadsOfPosts.start()
  }

  /// The answer to a request that needs no time; nil if it is another.
  func quick(_ request: HTTPRequest) -> HTTPAnswer? { makeQuick(request) }

  /// The answer to any other request. Never fails.
  func slow(_ request: HTTPRequest, on loop: any EventLoop) -> EventLoopFuture<Made> {
    let isFree = counts.withLock { counts in
      guard counts.atWork < Self.mostAtOnce else { return false }
      counts.atWork += 1
      return true
    }
    guard isFree else { return loop.makeSucceededFuture(Made(value: .comeAgain)) }
    return (request.method == "POST" ? threadsOfPosts : threads).runIfActive(eventLoop: loop) { [self] in
      let answer = makeSlow(request)
      counts.withLock { $0.atWork -= 1 }
      guard answer.body.count > Self.large else { return Made(value: answer) }
      let isFree = counts.withLock { counts in
        guard counts.large < Self.mostLarge else { return false }
        counts.large += 1
        return true
      }
      guard isFree else { return Made(value: .comeAgain) }
      return Made(value: answer) { [self] in counts.withLock { $0.large -= 1 } }
    }.recover { _ in Made(value: .comeAgain) }
  }
}

extension HTTPAnswer {
  /// There is too much to do.
  static var comeAgain: HTTPAnswer {
    var writer = JSONWriter()
    writer.object { object in
      object.member("type", "/problems/busy")
      object.member("title", "Too much is asked")
      object.member("status", 503)
      object.member("code", "busy")
      object.member("detail", "too much is asked, try again soon")
      object.member("detailVi", "đang quá nhiều yêu cầu, hãy thử lại sau giây lát")
    }
    var answer = HTTPAnswer(503, type: "application/problem+json", body: writer.bytes + [0x0A])
    answer.set("Retry-After", "1")
    return answer
  }
}
