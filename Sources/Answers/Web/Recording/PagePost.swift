import Diagnostics
import HTTPMessages
import Operations

/// What a page sends to be recorded: looked at, recorded once, and answered by the address of its receipt.
enum PagePost {
  /// - Parameter show: has the receipt and all other pages show the fact of that number.
  static func answer(_ visit: Visit, show: (Int) -> Void) -> HTTPAnswer {
    if let fault = PageRoutes.find(visit.route.path)?.page.fault(of: visit.route) { return fault.answer(visit) }
    guard let (act, subject) = ActPage.found(visit, Array(visit.route.path.dropFirst())) else {
      return Routes.missing(visit)
    }
    return answer(act, subject, visit, show: show)
  }

  /// - Parameter late: the answer where nothing may be recorded any more but the form was not recorded before; nil where it may.
  static func answer(
    _ act: Act, _ subject: ActSubject, _ visit: Visit, late: HTTPAnswer? = nil, show: (Int) -> Void
  ) -> HTTPAnswer {
    guard let desk = visit.desk, let key = visit.visitor.key else { return ActPage.refusal(visit) }
    let most = SentForm.mostBytes
    let isSecret = visit.visitor.link != nil
    if let refusal = refusal(visit, type: "application/x-www-form-urlencoded", most: most, isSecret: isSecret) {
      return refusal.answer(visit)
    }
    guard let form = SentForm(visit.request.body) else { return Problem(.badForm).answer(visit) }
    let recording = PageRecording(act, subject, form, visit)
    if let refusal = tooOften(visit, desk, key) { return ActPage.answer(recording, .notNow(refusal)) }
    guard desk.isToken(form.token, of: key) else { return ActPage.answer(recording, .old) }
    let content =
      subject.path(of: act, visit.rules) + [subject.query["key"] ?? ""]
      + ActField.Name.allCases.map { form.fields[$0] ?? "" }
    guard let submission = Submission(visit.visitor.way, key: "\(key) \(form.mark)", content: content) else {
      return Problem(.unreadable).answer(visit)
    }
    let outcome = desk.record({ recording.run(submission, isLate: late != nil) }, show: show)
    if let late {
      guard case .recorded(let recorded) = outcome, recorded.earlier != nil else { return late }
    }
    switch outcome {
    case .recorded(let recorded):
      guard let number = recorded.numbers?.first else { return Problem(.unreadable).answer(visit) }
      if let earlier = recorded.earlier, earlier.content != submission.content {
        var form = form
        form.mark = ""
        return ActPage.answer(PageRecording(act, subject, form, visit), .sentBefore(number))
      }
      return visit.redirect(visit.receiptAddress(number))
    case .asks(let faults): return ActPage.answer(recording, .asks(faults))
    case .wrong(let faults, let asked): return ActPage.answer(recording, .wrong(faults, asked: asked))
    case .changed(_, let shown, let now):
      // The form is to answer what waits now, and whoever sends it is asked anew what they were asked.
      var form = form
      (form.about, form.isConfirmed) = (nil, false)
      return ActPage.answer(PageRecording(act, subject, form, visit), .changed(shown: shown, now: now))
    case .known:
      return ActPage.answer(
        recording,
        .wrong(
          [
            .init(
              field: nil, code: "already-recorded",
              words: .init(vi: "Đã ghi nhận đúng như vậy từ trước.", en: "It is on record exactly so already."))
          ], asked: []))
    case .failed(let words): return ActPage.answer(recording, .notNow(.unreadable(words)))
    }
  }

  /// What keeps something that was sent from being looked at.
  /// - Parameters:
  ///   - most: the bytes of its body.
  ///   - isSecret: whether the address of its page is, so that the browser tells it nobody.
  static func refusal(_ visit: Visit, type: String, most: Int, isSecret: Bool = false) -> Problem? {
    let request = visit.request
    guard
      !request.isFromElsewhere(than: visit.model.configuration.webAddress, orNowhere: isSecret)
    else { return Problem(.fromElsewhere) }
    let sent = request.value(of: "content-type")?.split(separator: ";").first?.lowercased()
    guard sent?.filter({ $0 != " " }) == type else {
      return Problem(.wrongType, .init(vi: "cần “\(type)”", en: "“\(type)” is wanted"))
    }
    return request.body.count <= most ? nil : Problem(.tooLarge)
  }

  /// Why a visitor has to wait; nil if it need not, which is counted.
  static func tooOften(_ visit: Visit, _ desk: RecordingDesk, _ key: String) -> Problem? {
    desk.wait(of: key, at: Int64(visit.operations.now)).map { Problem(.tooOften, retryAfter: $0) }
  }
}

extension RecordingDesk {
  /// Records one at a time. Others may while the pages are made to show what was, now or by the same submission before.
  func record(_ run: () -> PageRecording.Outcome, show: (Int) -> Void) -> PageRecording.Outcome {
    let outcome = turn.withLock { _ in run() }
    if case .recorded(let recorded) = outcome, let last = recorded.numbers?.last { show(last) }
    return outcome
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
