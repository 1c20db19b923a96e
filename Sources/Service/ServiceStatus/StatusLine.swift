package import Diagnostics
package import Presentation

extension ServiceStatus {
  /// One line that says what comes next and when, and what is wrong.
  package func line(_ language: Language) -> String {
    let texts = ([situation] + troubles).map { $0.text(in: language) }
    return TerminalEscaper.escape(texts.joined(separator: "; "))
  }

  private var situation: Bilingual {
    guard revision > 0 else { return Bilingual(vi: "chưa có quy tắc", en: "no rules yet") }
    let rules = Bilingual(vi: "bản quy tắc \(revision)", en: "rules revision \(revision)")
    return Bilingual(vi: "\(rules.vi); \(next.vi)", en: "\(rules.en); \(next.en)")
  }

  /// When the next round is, or why there is none, in words.
  package var next: Bilingual {
    if isRoundUnderWay { return Bilingual(vi: "đang chạy một lượt nhắc", en: "a round is under way") }
    guard let mark = mark else { return Bilingual(vi: "chờ lượt nhắc đầu tiên", en: "waiting for the first round") }
    guard let instant = mark.next else { return Bilingual(vi: "không còn gì phải gửi", en: "nothing more to send") }
    return Bilingual(vi: "lượt tới \(LocalTime.text(instant, .vi))", en: "next round \(LocalTime.text(instant, .en))")
  }

  /// What is wrong, in short.
  package var troubles: [Bilingual] {
    var found: [Bilingual] = []
    if revisionProblem != nil {
      found.append(Bilingual(vi: "quy tắc đang có hiệu lực bị hỏng", en: "the rules in force are damaged"))
    }
    if case .refused(_, let errors, let first) = folder {
      found.append(
        Bilingual(
          vi: "thư mục quy tắc bị từ chối, \(errors) lỗi: \(first.words.vi)",
          en: "rule folder refused, \(errors == 1 ? "1 error" : "\(errors) errors"): \(first.words.en)"))
    }
    if waiting != nil { found.append(Bilingual(vi: "quy tắc mới chờ xác nhận", en: "new rules wait to be accepted")) }
    if let held = mark?.held {
      found.append(Bilingual(vi: "lượt nhắc bị giữ: \(held.vi)", en: "round held: \(held.en)"))
    }
    if let failure = mark?.failure {
      found.append(Bilingual(vi: "lượt trước chưa làm được hết: \(failure.vi)", en: "last round failed: \(failure.en)"))
    }
    if let mark, mark.unitsWithoutMail > 0 { found.append(Finding.unitsWithoutMail(mark.unitsWithoutMail).words) }
    found += mark.map { Finding.late($0).map(\.words) } ?? []
    if let dead = mark?.dead, dead > 0 {
      found.append(Bilingual(vi: "\(dead) thư không gửi được", en: "\(dead) given up"))
    }
    return found
  }
}
