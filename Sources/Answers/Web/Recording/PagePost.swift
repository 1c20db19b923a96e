import Diagnostics
import HTTPMessages
import Operations

/// What a page sends to be recorded: looked at, recorded once, and answered by the address of its receipt.
enum PagePost {
  /// - Parameter renew: has the pages made anew, so that the receipt and all others show what was recorded.
  static func answer(_ visit: Visit, renew: () -> Void) -> HTTPAnswer {
    guard let (act, subject) = ActPage.found(visit, Array(visit.route.path.dropFirst())) else {
      return Routes.missing(visit)
    }
    guard let desk = visit.desk, let login = visit.visitor.login else { return ActPage.refusal(visit) }
    if let refusal = refusal(visit, desk, login, type: "application/x-www-form-urlencoded") {
      return refusal.answer(visit.route)
    }
    guard let form = SentForm(visit.request.body) else { return Problem(.badForm).answer(visit.route) }
    let recording = PageRecording(act, subject, form, visit)
    guard desk.isToken(form.token, of: login) else { return ActPage.answer(recording, .old) }
    let content =
      visit.route.path + [subject.query["key"] ?? ""] + ActField.Name.allCases.map { form.fields[$0] ?? "" }
    guard let submission = Submission(.page, key: "\(login) \(form.mark)", content: content) else {
      return Problem(.unreadable).answer(visit.route)
    }
    switch desk.record({ recording.run(submission) }, renew: renew) {
    case .recorded(let recorded):
      guard let number = recorded.numbers?.first else { return Problem(.unreadable).answer(visit.route) }
      if let earlier = recorded.earlier, earlier.content != submission.content {
        var form = form
        form.mark = ""
        return ActPage.answer(PageRecording(act, subject, form, visit), .sentBefore(number))
      }
      var answer = HTTPAnswer(303)
      answer.set("Location", visit.address("da-ghi", "\(number)"))
      answer.set("Cache-Control", "no-store")
      return answer
    case .asks(let faults): return ActPage.answer(recording, .asks(faults))
    case .wrong(let faults): return ActPage.answer(recording, .wrong(faults))
    case .known:
      return ActPage.answer(
        recording,
        .wrong([
          .init(
            field: nil, code: "already-recorded",
            words: .init(vi: "Đã ghi nhận đúng như vậy từ trước.", en: "It is on record exactly so already."))
        ]))
    case .failed(let words): return Problem.unreadable(words).answer(visit.route)
    }
  }

  /// What keeps something that was sent from being looked at.
  static func refusal(_ visit: Visit, _ desk: RecordingDesk, _ login: String, type: String) -> Problem? {
    let request = visit.request
    guard !request.isFromElsewhere(than: visit.model.configuration.webAddress) else { return Problem(.fromElsewhere) }
    let sent = request.value(of: "content-type")?.split(separator: ";").first?.lowercased()
    guard sent?.filter({ $0 != " " }) == type else {
      return Problem(.wrongType, .init(vi: "cần “\(type)”", en: "“\(type)” is wanted"))
    }
    guard request.body.count <= SentForm.mostBytes else { return Problem(.tooLarge) }
    guard let seconds = desk.wait(of: login, at: Int64(visit.operations.now)) else { return nil }
    return Problem(.tooOften, retryAfter: seconds)
  }
}

extension RecordingDesk {
  /// Records one at a time, and has the pages made anew where something was.
  func record(_ run: () -> PageRecording.Outcome, renew: () -> Void) -> PageRecording.Outcome {
    turn.withLock { _ in
      let outcome = run()
      if case .recorded(let recorded) = outcome, recorded.earlier == nil, recorded.numbers != nil { renew() }
      return outcome
    }
  }
}

extension HTTPAnswer {
  /// The answer to one visitor, which nobody else gets.
  var unshared: HTTPAnswer {
    var answer = self
    if answer.value(of: "Cache-Control") == nil { answer.set("Cache-Control", "no-store") }
    return answer
  }
}
