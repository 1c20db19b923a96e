import Diagnostics
import Presentation
import Templates

/// How the work stands, in sentences that name every figure of the bar beside them.
struct Standing {
  static let shape: [String: TemplateShape] = [
    "sentence": .list(["text": .text, "isStrong": .truth, "isBad": .truth]), "outside": .text,
  ].merging(Portion.barShape) { first, _ in first }.merging(Portion.keyShape) { first, _ in first }

  private enum Emphasis { case none, strong, bad }

  let values: [String: TemplateValue]

  init(_ whole: Statistic.Row, _ visit: Visit) {
    let parts = Self.sentence(whole, visit)
    let record: [String: TemplateValue] = [
      "sentence": .list(
        parts.map {
          ["text": .text($0.0), "isStrong": .truth($0.1 == .strong), "isBad": .truth($0.1 == .bad)]
        }), "outside": .text(Self.rest(whole, visit)),
    ]
    values = record.merging(Portion.bar(whole)) { first, _ in first }
      .merging(Portion.key(visit.language)) { first, _ in first }
  }

  private static func sentence(_ row: Statistic.Row, _ visit: Visit) -> [(String, Emphasis)] {
    func number(_ count: Int) -> String { visit.number(count) }
    let share = Statistic.share(row.done, of: row.total, visit.language)
    let share1 = share.isEmpty ? "" : " (\(share))"
    let done = parts(
      [
        (row[.onTime], "đúng hạn", "on time"), (row[.late], "trễ hạn", "late"),
        (row[.dayUnknown], "không rõ ngày", "on an unknown day"),
      ], visit)
    let first = parts(
      [
        (row[.reported], "chờ xác nhận", "to be confirmed"), (row[.within], "trong hạn", "within time"),
      ], visit)
    let last = parts([(row.waiting, "đang chờ hoặc chưa rõ hạn", "waiting or undated")], visit)
    let open =
      (first.isEmpty ? [] : [(first, Emphasis.none)])
      + (row[.overdue] == 0
        ? [] : [(visit.say("\(number(row[.overdue])) quá hạn", "\(number(row[.overdue])) overdue"), .bad)])
      + (last.isEmpty ? [] : [(last, .none)])
    var sentence: [(String, Emphasis)] = [
      (visit.say("Đã xong ", "Done "), .none), (number(row.done), .strong), (visit.say(" trong ", " of "), .none),
      (number(row.total), .strong), (visit.say(" việc", "") + share1, .none),
    ]
    sentence.append(((done.isEmpty ? "" : ": " + done) + ". ", .none))
    sentence.append((visit.say("Chưa xong \(number(row.notDone))", "Not done \(number(row.notDone))"), .none))
    for (index, part) in open.enumerated() { sentence += [(index == 0 ? ": " : ", ", .none), part] }
    return sentence + [(".", .none)]
  }

  private static func parts(_ parts: [(count: Int, vi: String, en: String)], _ visit: Visit) -> String {
    parts.filter { $0.count > 0 }.map { visit.number($0.count) + " " + visit.say($0.vi, $0.en) }
      .joined(separator: ", ")
  }

  /// What is outside the total; empty if nothing is.
  static func outside(_ row: Statistic.Row, _ visit: Visit) -> String {
    parts(
      [
        (row[.standing], "việc thường xuyên", "standing"), (row[.waived], "được miễn", "waived"),
        (row[.withdrawn], "bãi bỏ", "withdrawn"),
      ], visit)
  }

  /// What is outside the total, by how much work was late, and how classified work is counted.
  private static func rest(_ row: Statistic.Row, _ visit: Visit) -> String {
    let parts = outside(row, visit)
    var sentences: [String] = []
    if !parts.isEmpty { sentences.append(visit.say("Ngoài tổng số: \(parts).", "Outside the total: \(parts).")) }
    if let median = row.late.median, let most = row.late.most {
      sentences.append(
        visit.say(
          "Việc xong trễ: trung vị \(visit.number(median)) ngày, nhiều nhất \(visit.number(most)) ngày.",
          "Done late: by a median of \(visit.number(median)) days, by \(visit.number(most)) at most."))
    }
    let note =
      visit.model.isOfPast && visit.rules.tasks.indices.contains(where: visit.rules.isClassified)
      ? Statistic.noteOfPast : Statistic.noteOfClassified(row.classified)
    if let note { sentences.append(note.text(in: visit.language)) }
    return sentences.joined(separator: " ")
  }
}
