import CivilCalendar
import Diagnostics
package import Presentation
package import Proposals

/// Words proposals, as tables, texts and JSON.
package struct ProposalText {
  private let language: Language
  private let width: Int

  package init(_ language: Language, width: Int) { (self.language, self.width) = (language, width) }

  package func table(_ proposals: [Proposal]) -> String {
    guard !proposals.isEmpty else { return say("Không có đề xuất nào.\n", "There are no proposals.\n") }
    var table = TextTable([
      .init(say("Số", "No."), alignment: .right), .init(say("Lúc", "When")), .init(say("Của", "From")),
      .init(say("Đề xuất", "Proposes"), isFlexible: true, minimum: 20), .init(say("Tình trạng", "State")),
    ])
    table.rows = proposals.map { proposal in
      [
        "\(proposal.number)", RoundReportText.moment(.init(seconds: proposal.made)),
        TerminalEscaper.escape(proposal.content.letter?.recipient ?? proposal.content.author),
        TerminalEscaper.escape(summary(proposal.content).joined(separator: "; ") + mark(proposal.content.doubts)),
        state(proposal),
      ]
    }
    return table.lines(widths: table.widths(in: width)).joined(separator: "\n") + "\n"
  }

  /// One proposal with everything that its mail says.
  package func text(_ proposal: Proposal) -> String {
    let content = proposal.content
    var lines = [
      say("Đề xuất số \(proposal.number)", "Proposal \(proposal.number)")
        + " · \(RoundReportText.moment(.init(seconds: proposal.made))) · \(state(proposal))",
      say("Người đề xuất: ", "From: ") + (content.author.isEmpty ? "?" : content.author) + answered(content.letter),
      (content.letter == nil ? say("Lý do: ", "Reason: ") : say("Tiêu đề: ", "Subject: ")) + content.subject,
    ]
    if !content.files.isEmpty { lines.append(say("Tệp kèm: ", "Attached: ") + content.files.joined(separator: ", ")) }
    if !content.doubts.isEmpty {
      lines.append(say("Lưu ý: ", "Mind: ") + Self.words(of: content.doubts).text(in: language))
    }
    let facts = content.facts.prefix(20)
    lines.append(
      say(
        "Theo bản quy tắc \(content.revision), ghi nhận \(facts)",
        "By rules revision \(content.revision), facts \(facts)"))
    if content.blocks.isEmpty { lines += summary(content).map { "→ \($0)" } }
    if !content.words.isEmpty {
      lines.append("")
      lines += content.words.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    }
    return lines.map { TerminalEscaper.escape($0) + "\n" }.joined() + blocks(content.blocks)
  }

  private func answered(_ letter: Proposal.Letter?) -> String {
    guard let letter else { return "" }
    return say(
      ", trả lời thư số \(letter.number) gửi \(letter.recipient)",
      ", in answer to message \(letter.number) to \(letter.recipient)")
  }

  /// The blocks with the lines that change.
  package func blocks(_ blocks: [ProposedBlock]) -> String {
    blocks.flatMap { block in ["→ \(summary(block))"] + Self.changedLines(block).map { "  \($0)" } }
      .map { TerminalEscaper.escape($0) + "\n" }.joined()
  }

  private static func changedLines(_ block: ProposedBlock) -> [String] {
    let difference = lines(block.new).difference(from: lines(block.old))
    func line(_ change: CollectionDifference<Substring>.Change) -> String {
      switch change {
      case .remove(_, let line, _): "- \(line)"
      case .insert(_, let line, _): "+ \(line)"
      }
    }
    return difference.removals.map(line) + difference.insertions.map(line)
  }

  private static func lines(_ text: String?) -> [Substring] {
    text?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
  }

  private func summary(_ block: ProposedBlock) -> String {
    "\(block.file): \(block.name) – \(kinds(block).joined(separator: ", "))"
  }

  private func kinds(_ block: ProposedBlock) -> [String] {
    if block.old == nil { return [say("thêm", "add")] }
    if block.new == nil { return [say("bỏ", "take out")] }
    let text = block.old == block.new ? nil : say("sửa", "change")
    return [text, Self.move(block)?.text(in: language)].compactMap(\.self)
  }

  /// Where a block moves; nil if it stays.
  fileprivate static func move(_ block: ProposedBlock) -> Bilingual? {
    guard block.isMoved, let previous = block.previous else { return nil }
    return previous.isEmpty
      ? .init(vi: "chuyển lên đầu tệp", en: "move to the top")
      : .init(vi: "chuyển ra sau “\(previous)”", en: "move behind “\(previous)”")
  }

  /// What the proposal would change, a line for each fact and block.
  package func summary(_ content: Proposal.Content) -> [String] {
    guard !content.isToBeRead else { return [say("để đọc, không có gì để ghi", "to be read, nothing to record")] }
    return content.blocks.map(summary)
      + content.changes.map { change in
        let duties = change.candidates.map(\.duty)
        let of = duties.count == 1 ? duties[0] : say("một trong: ", "one of: ") + duties.joined(separator: ", ")
        return "\(of): \(new(change))"
      }
  }

  private func new(_ change: ProposedChange) -> String {
    func day(_ number: Int?) -> String {
      number.flatMap { CivilDate(dayNumber: $0) }.map(DateWording(language).day) ?? "?"
    }
    let words = change.words ?? ""
    switch change.kind {
    case .done:
      let document = words.isEmpty ? "" : say(", số \(words)", ", no. \(words)")
      return say("xong ngày \(day(change.day))", "done on \(day(change.day))") + document
    case .extensionAsked:
      let because = words.isEmpty ? "" : say(" vì \(words)", " because \(words)")
      return say("xin gia hạn đến \(day(change.newDay))", "asks for time until \(day(change.newDay))") + because
    case .explained: return say("giải trình: \(words)", "explained: \(words)")
    case nil: return "?"
    }
  }

  private func state(_ proposal: Proposal) -> String {
    guard let decision = proposal.decision else { return say("chờ xem", "waits") }
    let facts = decision.facts.map(String.init).joined(separator: ", ")
    let reason = decision.reason.map { ": \(TerminalEscaper.escape($0))" } ?? ""
    switch decision.verdict {
    case .refused: return say("bị từ chối", "refused") + reason
    case .withdrawn: return say("đã rút", "withdrawn")
    case .accepted where !proposal.content.blocks.isEmpty: return say("đã chấp nhận", "accepted")
    case .accepted where facts.isEmpty: return say("đã xem", "read")
    case .accepted: return say("đã chấp nhận, ghi nhận số \(facts)", "accepted, fact \(facts)")
    }
  }

  private func mark(_ doubts: Set<Proposal.Doubt>) -> String {
    doubts.isEmpty ? "" : " (\(Self.words(of: doubts).text(in: language)))"
  }

  static func words(of doubts: Set<Proposal.Doubt>) -> Bilingual {
    doubts.sorted { $0.rawValue < $1.rawValue }.map { doubt in
      switch doubt {
      case .stranger: Bilingual(vi: "người gửi không phải của đơn vị", en: "its author is not of the unit")
      case .notOwed: Bilingual(vi: "đơn vị không chủ trì việc này", en: "the unit does not owe this")
      case .cut: Bilingual(vi: "thư quá dài, chỉ giữ phần đầu", en: "the mail is too long and was cut")
      }
    }.joined(separator: "; ")
  }

  private func say(_ vi: String, _ en: String) -> String { language.choose(vi: vi, en: en) }

  /// A JSON array with an object for each proposal.
  package static func json(_ proposals: [Proposal]) -> String {
    JSONWriter.list(proposals) { proposal, writer in
      let content = proposal.content
      writer.member("number", Int(proposal.number))
      writer.member("made", UTCTime(Int(proposal.made)).description)
      writer.member("author", content.author)
      writer.member("recipient", content.letter?.recipient)
      writer.member("message", (content.letter?.number).map { Int($0) })
      writer.member("mail", content.letter == nil ? nil : content.sourceID)
      writer.member("subject", content.subject)
      writer.member("words", content.words)
      writer.member("revision", content.revision)
      writer.member("facts", content.facts)
      writer.key("doubts")
      writer.array { list in for doubt in content.doubts.map(\.rawValue).sorted() { list.string(doubt) } }
      writer.key("changes")
      writer.array { list in
        for change in content.changes {
          list.object { object in
            object.member("kind", change.kind?.rawValue)
            object.member("on", CivilDate(dayNumber: change.day).map { "\($0)" })
            object.member("newDay", change.newDay.flatMap { CivilDate(dayNumber: $0) }.map { "\($0)" })
            object.member("words", change.words)
            object.key("duties")
            object.array { duties in for candidate in change.candidates { duties.string(candidate.duty) } }
          }
        }
      }
      writer.key("blocks")
      writer.array { list in
        for block in content.blocks {
          list.object { object in
            object.member("file", block.file)
            object.member("block", block.name)
            object.member("behind", block.previous)
            object.member("old", block.old)
            object.member("new", block.new)
          }
        }
      }
      writer.member("state", proposal.decision?.verdict.rawValue ?? "waiting")
      guard let decision = proposal.decision else { return }
      writer.member("decidedBy", decision.author)
      writer.member("decided", UTCTime(Int(decision.decided)).description)
      writer.member("because", decision.reason)
    }
  }
}

extension AcceptedProposal {
  /// Which duties and days the changed rules move, and when they will be in force; empty if no rules change.
  package func ruleText(_ language: Language) -> String {
    guard !blocks.isEmpty else { return "" }
    let files = Set(blocks.map(\.file)).sorted().joined(separator: ", ")
    var lines =
      isRehearsal
      ? [language.choose(vi: "chưa sửa: \(files)", en: "not changed: \(files)")]
      : [
        language.choose(
          vi: "đã sửa \(files); có hiệu lực khi đưa vào (dịch vụ tự làm, hoặc nhacviec rules promote)",
          en: "changed \(files); in force once promoted (the daemon does it, or nhacviec rules promote)")
      ]
    lines += (fieldLines(language) + (days?.lines(language) ?? [])).map { "  \($0)" }
    if let days, days.changes(language).isEmpty {
      lines.append(language.choose(vi: "  không hạn nào đổi", en: "  no day changes"))
    }
    return lines.map { TerminalEscaper.escape($0) + "\n" }.joined()
  }

  /// What else changes in blocks that stay or move: first who leads.
  private func fieldLines(_ language: Language) -> [String] {
    var (leads, others): ([String], [String]) = ([], [])
    for block in blocks where block.old != nil && block.new != nil {
      let change = BlockChange(
        file: block.file, name: block.name, title: "", old: block.old, new: block.new, isSecret: false)
      for field in change.fields {
        let key = field.key.isEmpty ? language.choose(vi: "tên", en: "title") : field.key
        let none = language.choose(vi: "(không có)", en: "(none)")
        let line = "\(block.name), \(key): \(field.old ?? none) → \(field.new ?? none)"
        if field.field == .lead { leads.append(line) } else { others.append(line) }
      }
      if block.old != block.new, change.fields.isEmpty {
        let only = language.choose(
          vi: "chỉ đổi ghi chú hoặc cách trình bày", en: "only comments or the layout change")
        others.append("\(block.name): \(only)")
      }
      if let move = ProposalText.move(block) { others.append("\(block.name): \(move.text(in: language))") }
    }
    return leads + others
  }
}
