import Presentation

extension StatusReport {
  /// One object (docs/daemon.md, "nhacviec status").
  package var json: String {
    var writer = JSONWriter()
    writer.object { object in
      object.member("status", severity.name)
      object.key("problems")
      object.array { list in for finding in findings { list.finding(finding) } }
      object.member("revision", status.revision)
      object.member("hash", status.revisionHash)
      object.member("folder", status.folder.name)
      object.member("errors", status.folder.errors)
      object.member("next", status.mark?.next.map { Int($0) })
      if let mark = status.mark {
        object.key("lastRound")
        object.object { round in
          round.member("began", Int(mark.began))
          round.member("looked", status.lookedAt.map { Int($0) })
          round.member("sent", mark.sent)
          round.member("facts", mark.facts.isEmpty ? nil : mark.facts)
          round.member("held", mark.held?.en)
          round.member("failure", mark.failure?.en)
        }
      }
      object.member("underWay", status.isRoundUnderWay)
      object.member("pending", status.mark?.pending ?? 0)
      object.member("dead", status.mark?.dead ?? 0)
      object.member("late", status.mark?.late?.count ?? 0)
      object.member("lateSince", status.mark?.late.map { Int($0.since) })
      object.member("copiesLate", status.mark?.lateCopies?.count ?? 0)
      object.member("copiesLateSince", status.mark?.lateCopies.map { Int($0.since) })
      object.member("unitsWithoutMail", status.mark?.unitsWithoutMail ?? 0)
      object.member("proposals", status.proposals)
      object.member("freeBytes", surroundings.freeBytes.map { Int($0) })
      object.member("waiting", status.waiting?.hash)
      object.member("daemon", daemon.rawValue)
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension JSONWriter {
  fileprivate mutating func finding(_ finding: Finding) {
    object { object in
      object.member("severity", finding.severity.name)
      object.member("vi", finding.words.vi)
      object.member("en", finding.words.en)
    }
  }
}
