import HTTPMessages
import Presentation
import Synchronization

/// Answers for which rules are read and computed anew: everything as of a day, and what a revision changed. One is made at a
/// time, so that they never take more than one thread and the memory of one model more; who asks for another meanwhile is told
/// to ask again. The last of them are kept as long as the model, since the past does not change.
final class CostlyAnswers: Sendable {
  private static let (most, mostBytes) = (16, 8 << 20)

  /// Whether one is being made; shared by all models.
  private let isBusy: Gate
  private let kept = Mutex<[(route: Route, answer: HTTPAnswer)]>([])

  final class Gate: Sendable {
    private let isTaken = Mutex(false)

    func take() -> Bool {
      isTaken.withLock { taken in
        defer { taken = true }
        return !taken
      }
    }

    func leave() { isTaken.withLock { $0 = false } }
  }

  init(_ gate: Gate) { isBusy = gate }

  /// Whether the answer to an address is one of these.
  static func has(_ route: Route) -> Bool {
    switch route.path.first {
    case "thong-ke", "ke-hoach": route.value("as-of") != nil
    case "ban-quy-tac": route.path.count > 1
    case "api": route.path.last == "differences" || route.value("as-of") != nil
    default: false
    }
  }

  func answer(_ route: Route, make: () -> HTTPAnswer) -> HTTPAnswer {
    if let known = known(route) { return known }
    guard isBusy.take() else {
      return Problem(
        .busy,
        .init(
          vi: "đang tính một trang như vậy cho người khác", en: "another page of this kind is being made")
      ).answer(route)
    }
    defer { isBusy.leave() }
    // It may have been made while this one waited for its turn.
    if let known = known(route) { return known }
    let answer = make()
    keep(route, answer)
    return answer
  }

  private func known(_ route: Route) -> HTTPAnswer? { kept.withLock { $0.first { $0.route == route }?.answer } }

  private func keep(_ route: Route, _ answer: HTTPAnswer) {
    // What is wrong with an address is told anew, since the program may have found it so for a moment only.
    guard answer.status == 200, answer.body.count <= Self.mostBytes / 4 else { return }
    kept.withLock { kept in
      kept.append((route, answer))
      while kept.count > Self.most || kept.reduce(0, { $0 + $1.answer.body.count }) > Self.mostBytes {
        kept.removeFirst()
      }
    }
  }
}
