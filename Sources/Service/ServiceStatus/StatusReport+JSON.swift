import Presentation
import RuleSyntax

extension StatusReport {
  /// One object (docs/daemon.md, "nhacviec status").
  package var json: String {
    var writer = JSONWriter()
    writer.object { object in
      object.key("status")
      object.string(severity.name)
      object.key("problems")
      object.array { list in for finding in findings { list.finding(finding) } }
      object.key("revision")
      object.number(status.revision)
      object.text("hash", status.revisionHash)
      object.key("folder")
      object.string(status.folder.name)
      object.key("errors")
      object.number(status.folder.errors)
      object.instant("next", status.mark?.next)
      if let mark = status.mark {
        object.key("lastRound")
        object.object { round in
          round.instant("began", mark.began)
          round.instant("looked", status.lookedAt)
          round.instant("sent", Int64(mark.sent))
          round.text("held", mark.held?.en)
          round.text("failure", mark.failure?.en)
        }
      }
      object.key("underWay")
      object.bool(status.isRoundUnderWay)
      object.key("pending")
      object.number(status.mark?.pending ?? 0)
      object.key("dead")
      object.number(status.mark?.dead ?? 0)
      object.key("late")
      object.number(status.mark?.late ?? 0)
      object.instant("lateSince", status.mark?.lateSince)
      object.key("unitsWithoutMail")
      object.number(status.mark?.unitsWithoutMail ?? 0)
      object.instant("freeBytes", surroundings.freeBytes)
      object.text("waiting", status.waiting?.hash)
      object.key("daemon")
      object.string(daemon.rawValue)
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension JSONWriter {
  fileprivate mutating func finding(_ finding: Finding) {
    object { object in
      object.key("severity")
      object.string(finding.severity.name)
      object.key("vi")
      object.string(finding.words.vi)
      object.key("en")
      object.string(finding.words.en)
    }
  }

  /// Nothing where there is none.
  fileprivate mutating func text(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  fileprivate mutating func instant(_ name: StaticString, _ value: Int64?) {
    guard let value else { return }
    key(name)
    number(Int(value))
  }
}
