import HTTPMessages
import Synchronization

/// Answers of one model, which are the same whoever asks. Answers that others will want again are made before they are
/// asked for.
final class AnswerCache: Sendable {
  /// Answers that are kept, their bytes together, and those that a new model makes beforehand.
  private static let (most, mostBytes, mostPrepared) = (256, 32 << 20, 16)

  private struct Content {
    var answers: [Route: HTTPAnswer] = [:]
    var bytes = 0
    /// How often each was asked for.
    var uses: [Route: Int] = [:]
  }

  private let content = Mutex(Content())
  /// The addresses whose answers are still to be made beforehand.
  private let unprepared: Mutex<ArraySlice<Route>>

  init(preparing routes: ArraySlice<Route>) { unprepared = Mutex(routes) }

  /// The next address whose answer is to be made beforehand; nil if there are no more.
  func next() -> Route? { unprepared.withLock { $0.popFirst() } }

  /// The answer to an address, made if it is not known.
  func answer(_ route: Route, make: () -> HTTPAnswer) -> HTTPAnswer {
    let known = content.withLock { content -> HTTPAnswer? in
      guard let answer = content.answers[route] else { return nil }
      content.uses[route, default: 0] += 1
      return answer
    }
    if let known { return known }
    let answer = make()
    // Answers with a life of their own are not of the model alone.
    guard answer.status == 200, answer.value(of: "ETag") != nil, answer.body.count < Self.mostBytes / 4 else {
      return answer
    }
    content.withLock { content in
      if content.answers.count >= Self.most || content.bytes + answer.body.count > Self.mostBytes {
        content = Content()
      }
      if content.answers.updateValue(answer, forKey: route) == nil { content.bytes += answer.body.count }
      content.uses[route, default: 0] += 1
    }
    return answer
  }

  /// The addresses that were asked for most.
  var wanted: [Route] {
    content.withLock { $0.uses }.sorted { $0.value > $1.value }.prefix(Self.mostPrepared).map(\.key)
  }
}
