import Diagnostics
import HTTPMessages
import JSON
import Operations
import Presentation

/// `POST /api/v1/facts`: what a program sends to be recorded for a login that the web server names.
enum APIPost {
  /// What of the body is no field of the act.
  static let named = ["kind", "obligation", "event", "key", "about", "yes", "dryRun"]
  /// Bytes of a body, at most.
  static let mostBytes = 16 << 10
  /// Characters of an `Idempotency-Key`, at most.
  static let longestKey = 200

  static func answer(_ visit: Visit, show: (Int) -> Void) -> HTTPAnswer {
    if let fault = APIParameter.fault(of: visit.route.query, []) { return fault.answer(visit.route) }
    guard let desk = visit.desk, let login = visit.visitor.key else { return ActPage.refusal(visit) }
    if let refusal = PagePost.refusal(visit, type: "application/json", most: mostBytes)
      ?? PagePost.tooOften(visit, desk, login)
    {
      return refusal.answer(visit.route)
    }
    guard let key = visit.request.value(of: "idempotency-key"), (1...longestKey).contains(key.utf8.count) else {
      return Problem(
        .missingParameter,
        .init(
          vi: "thiếu trường Idempotency-Key (1 đến \(longestKey) ký tự)",
          en: "the field Idempotency-Key is missing (1 to \(longestKey) characters)")
      ).answer(visit.route)
    }
    do throws(Refusal) {
      let body = try Body(visit)
      let recording = PageRecording(body.act, body.subject, body.form, visit)
      if let name = body.form.fields.keys.first(where: { name in
        name != .day && !recording.fields.contains { $0.name == name }
      }) {
        throw Refusal(vi: "“\(name.rawValue)” không dùng ở đây", en: "“\(name.rawValue)” is no field of this kind")
      }
      let submission = Submission(.program, key: "\(login) \(key)", content: body.content)
      guard let submission else { return Problem(.unreadable).answer(visit.route) }
      let outcome = desk.record({ recording.run(body.isRehearsal ? nil : submission) }, show: show)
      return answer(outcome, submission, visit)
    } catch { return Problem(.badForm, error.words).answer(visit.route) }
  }

  private static func answer(
    _ outcome: PageRecording.Outcome, _ submission: Submission, _ visit: Visit
  ) -> HTTPAnswer {
    switch outcome {
    case .recorded(let recorded):
      if let earlier = recorded.earlier, earlier.content != submission.content {
        return Problem(.keyReused).answer(visit.route)
      }
      var answer = HTTPAnswer.api { writer in
        writer.member("fact", recorded.numbers?.first)
        writer.member("line", recorded.lines.first)
        writer.member("isRepeated", recorded.earlier != nil)
        writer.member("obligations", visit.model.shown(recorded.changes).compactMap { $0.duty?.id.description })
      }
      answer.status = recorded.numbers != nil && recorded.earlier == nil ? 201 : 200
      answer.set("Cache-Control", "no-store")
      return answer
    case .asks(let faults): return Problem(.toConfirm, faults: faults).answer(visit.route)
    case .wrong(let faults, _):
      let isForeign = faults.contains { ["not-your-side", "no-role"].contains($0.code) }
      return Problem(isForeign ? .notYours : .refused, faults: faults).answer(visit.route)
    case .changed(let fault, _, _): return Problem(.changedSince, faults: [fault]).answer(visit.route)
    case .known:
      return Problem(
        .refused,
        faults: [
          .init(
            field: nil, code: "already-recorded",
            words: .init(vi: "Đã ghi nhận đúng như vậy từ trước.", en: "It is on record exactly so already."))
        ]
      ).answer(visit.route)
    case .failed(let words): return Problem.unreadable(words).answer(visit.route)
    }
  }

  private struct Refusal: Error {
    let words: Bilingual

    init(vi: String, en: String) { words = Bilingual(vi: vi, en: en) }
  }

  /// What was sent, taken apart.
  private struct Body {
    let act: Act
    let subject: ActSubject
    var form = SentForm()
    let isRehearsal: Bool
    /// Everything that is to be recorded, in a fixed order.
    let content: [String]

    init(_ visit: Visit) throws(Refusal) {
      guard let json = JSONValue(visit.request.body), case .object(let members) = json else {
        throw Refusal(vi: "nội dung không phải là một đối tượng JSON", en: "the body is no JSON object")
      }
      // Others who read it might take the first for what is recorded.
      guard JSONValue(visit.request.body, refusesRepeats: true) != nil else {
        throw Refusal(vi: "mỗi trường chỉ được nêu một lần", en: "each member may stand once only")
      }
      let known = APIPost.named + ActField.Name.allCases.map(\.rawValue)
      guard members.keys.allSatisfy(known.contains) else {
        let list = known.joined(separator: ", ")
        throw Refusal(vi: "chỉ dùng các trường: \(list)", en: "the only members are \(list)")
      }
      func text(_ name: String) throws(Refusal) -> String? {
        guard let value = json[name] else { return nil }
        guard let text = value.string else {
          throw Refusal(vi: "“\(name)” phải là chuỗi ký tự", en: "“\(name)” must be a string")
        }
        return text
      }
      func truth(_ name: String) throws(Refusal) -> Bool {
        switch json[name] {
        case nil: return false
        case .bool(let truth)?: return truth
        default: throw Refusal(vi: "“\(name)” phải là true hoặc false", en: "“\(name)” must be true or false")
        }
      }
      let kind = try text("kind") ?? ""
      guard let act = Act.allCases.first(where: { $0.command == kind }) else {
        let list = Act.allCases.map(\.command).joined(separator: ", ")
        throw Refusal(vi: "“kind” là một trong: \(list)", en: "“kind” is one of \(list)")
      }
      let place = act == .happened ? "event" : "obligation"
      let id = try text(place) ?? ""
      let key = try text("key")
      guard try text(act == .happened ? "obligation" : "event") == nil, act == .happened || key == nil,
        let subject = ActSubject.find(act, [id], key: key, visit.model)
      else {
        throw Refusal(
          vi: act == .happened
            ? "“event” và “key” phải nêu một sự kiện của quy tắc" : "“obligation” phải là mã một việc không có độ mật",
          en: act == .happened
            ? "“event” and “key” must name an event of the rules"
            : "“obligation” must be the id of one that is not classified")
      }
      for name in ActField.Name.allCases { form.fields[name] = try text(name.rawValue) }
      if let about = json["about"] {
        guard let number = about.integer, number >= 0, act.isAnswer else {
          throw Refusal(
            vi: act.isAnswer ? "“about” phải là số của một ghi nhận, hoặc 0" : "“about” không dùng ở đây",
            en: act.isAnswer ? "“about” must be the number of a fact, or 0" : "“about” is no field of this kind")
        }
        form.about = number
      }
      form.isConfirmed = try truth("yes")
      isRehearsal = try truth("dryRun")
      (self.act, self.subject) = (act, subject)
      content = [kind, id, key ?? ""] + ActField.Name.allCases.map { [form] in form.fields[$0] ?? "" }
    }
  }
}
