import Expansion
import HTTPMessages
import Operations
import Outbox
import Presentation
import Reminders
import StateFolder

/// `/api/v1/deliveries`, `revisions`, `revisions/N/differences` and `rule-files`: what was sent, and how the rules changed. They come out of
/// files and not out of the model, so that no answer is kept.
enum Records {
  // MARK: Messages

  /// The latest first; the parameters were checked before.
  static func deliveries(_ visit: Visit) -> HTTPAnswer {
    let limit = visit.route.value("limit").flatMap { Int($0) } ?? 30
    let state = visit.route.value("state").flatMap { MessageDelivery.State(rawValue: $0) }
    let recipients: Set<RecipientName>?
    do throws(FilterFault) { recipients = try visit.narrowed().recipients.map(visit.model.recipientNames) } catch {
      return error.problem.answer(visit)
    }
    return read(visit) { () throws(OperationFailure) in
      let query = try visit.model.deliveries(in: visit.operations)
      let before = visit.route.value("after").flatMap { Int64($0) }
      let selection = MessageSelection(state: state, recipients: recipients)
      let messages = try query.messages(before: before, selection, limit: limit + 1) ?? []
      let next = messages.count > limit ? messages[limit - 1].deliveries.first?.message : nil
      let topics = ToldTopics(visit)
      return .api { writer in
        writer.member("next", next.map { "\($0)" })
        writer.key("items")
        writer.objects(Array(messages.prefix(limit))) { message, object in write(message, topics, visit, to: &object) }
      }
    }
  }

  private static func write(
    _ message: LoggedMessage, _ topics: ToldTopics, _ visit: Visit, to object: inout JSONWriter
  ) {
    let row = LetterRow(message, visit)
    guard let first = message.deliveries.first else { return }
    object.member("number", Int(first.message))
    object.member("slot", UTCTime(first.slot).description)
    object.member("unit", first.recipient.unit)
    object.member("recipient", row.recipient)
    object.member("subject", row.subject(topics))
    object.key("about")
    object.objects(message.notices) { notice, about in
      about.member(
        "kind", notice.subject.hasPrefix("o:") ? "obligation" : notice.subject.hasPrefix("e:") ? "event" : "plan")
      // Whom the message went to would say who owes the work.
      guard !topics.isSecret(notice.subject) else { return about.member("classified", true) }
      about.member("id", String(notice.subject.dropFirst(2)))
      about.member("step", notice.step)
    }
    object.key("deliveries")
    object.objects(message.own) { delivery, one in
      one.member("channel", delivery.channel.rawValue)
      if delivery.isCopy { one.member("copy", delivery.place) }
      one.member("state", delivery.state.rawValue)
      one.member("attempts", delivery.attempts)
      one.member("changed", UTCTime(delivery.changed).description)
      one.member("problem", LetterRow.problem(delivery, visit))
    }
  }

  // MARK: Revisions

  /// The newest first.
  static func revisions(_ visit: Visit) -> HTTPAnswer {
    let limit = visit.route.value("limit").flatMap { Int($0) } ?? 30
    let before = visit.route.value("after").flatMap { Int($0) } ?? .max
    return read(visit) { () throws(OperationFailure) in
      let query = try RevisionQuery(visit.model, in: visit.operations)
      let numbers = query.numbers.filter { $0 < before }
      var manifests: [(number: Int, author: String, promoted: Instant)] = []
      for number in numbers.prefix(limit) {
        let manifest = try query.manifest(number)
        manifests.append((number, manifest.author, manifest.instant))
      }
      let waitingBlocks = try query.waitingBlocks()
      return .api { writer in
        writer.member("live", query.live)
        if let waiting = query.waiting {
          writer.key("waiting")
          writer.object { write(waiting, query, waitingBlocks, visit, to: &$0) }
        }
        writer.member("next", numbers.count > limit ? "\(numbers[limit - 1])" : nil)
        writer.key("items")
        writer.objects(manifests) { manifest, object in
          object.member("number", manifest.number)
          object.member("promoted", UTCTime(manifest.promoted).description)
          object.member("author", manifest.author)
        }
      }
    }
  }

  private static func write(
    _ waiting: WaitingRules, _ query: RevisionQuery, _ blocks: [BlockChange]?, _ visit: Visit,
    to object: inout JSONWriter
  ) {
    let reasons = query.reasons(visit.language)
    object.member("since", UTCTime(Instant(seconds: waiting.since)).description)
    object.member("author", waiting.author)
    object.member("reasons", reasons.told)
    object.member("classifiedReasons", reasons.secret)
    guard let blocks else { return }
    object.key("blocks")
    object.objects(blocks) { block, object in write(block, to: &object) }
  }

  static func ruleFiles(_ visit: Visit) -> HTTPAnswer {
    read(visit) { () throws(OperationFailure) in
      let query = try RevisionQuery(visit.model, in: visit.operations)
      let files = try query.files()
      return .api { writer in
        writer.member("revision", query.live)
        writer.key("items")
        writer.objects(files) { file, object in
          object.member("file", file.name)
          object.member("blocks", file.blocks)
          object.member("remarks", file.diagnostics)
          object.member("isPartial", file.isPartial)
        }
      }
    }
  }

  /// What a revision changed against the one before it; of the first one neither obligations nor blocks are listed.
  static func differences(_ visit: Visit, _ number: String) -> HTTPAnswer {
    let missing = Problem.missing(
      vi: "không có bản quy tắc nào số “\(number)”; các số có ở /api/v1/revisions",
      en: "there is no revision with the number “\(number)”; /api/v1/revisions has them")
    guard let number = Int(number) else { return missing.answer(visit) }
    return read(visit) { () throws(OperationFailure) in
      let query = try RevisionQuery(visit.model, in: visit.operations)
      guard query.numbers.contains(number) else { return missing.answer(visit) }
      let before = query.number(before: number)
      let changes = try query.difference(number)?.changes(visit.language) ?? []
      let blocks = before == nil ? [] : try query.blocks(number)
      return .api { writer in
        writer.member("revision", number)
        writer.member("before", before)
        writer.key("obligations")
        writer.objects(changes) { change, object in
          object.member("id", "\(change.id)")
          object.member("change", word(change.kind))
          object.member("formerly", change.formerID?.description)
          guard !change.isClassified else { return object.member("classified", true) }
          object.member("old", change.old?.text(visit.language))
          object.member("new", change.new?.text(visit.language))
          object.member("oldDay", change.old?.day)
          object.member("newDay", change.new?.day)
        }
        writer.key("blocks")
        writer.objects(blocks) { block, object in write(block, to: &object) }
      }
    }
  }

  private static func write(_ block: BlockChange, to object: inout JSONWriter) {
    guard !block.isSecret else {
      object.member("change", "changed")
      object.member("classified", true)
      return
    }
    object.member("change", block.old == nil ? "new" : block.new == nil ? "gone" : "changed")
    object.member("file", block.file)
    object.member("block", block.name)
    object.member("title", block.title)
    object.key("fields")
    object.objects(block.fields) { field, one in
      one.member("key", field.key)
      one.member("old", field.old)
      one.member("new", field.new)
    }
  }

  private static func word(_ kind: RuleDifference.Change.Kind) -> String {
    switch kind {
    case .new: "new"
    case .gone: "gone"
    case .moved: "changed"
    case .renamed: "renamed"
    }
  }

  private static func read(_ visit: Visit, _ make: () throws(OperationFailure) -> HTTPAnswer) -> HTTPAnswer {
    do throws(OperationFailure) {
      var answer = try make()
      answer.set("Cache-Control", "no-store")
      return answer
    } catch {
      return Problem.unreadable(error.remark.summary).answer(visit)
    }
  }
}
