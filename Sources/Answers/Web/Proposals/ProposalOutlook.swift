import Diagnostics
import Operations
import Presentation
import Proposals
import Templates

/// What a proposal would do, and why it cannot be accepted on pages: one judge for the form and for what it sends.
struct ProposalOutlook {
  private(set) var preview: ProposalPreview?
  private(set) var obstacles: [(word: String, text: String)] = []
  /// The letters that would go out, for who decides.
  private(set) var letters: [[String: TemplateValue]] = []
  /// The hash of the rules in force, where these have the row already.
  private var inForce: String?

  /// The hash of the sources that would be accepted; nil if it cannot be.
  var sources: String? {
    if let inForce { return inForce }
    return obstacles.isEmpty && preview?.isLosing == false ? preview?.sources : nil
  }

  /// What nobody who is unknown learns, and nobody of a proposal that is decided.
  init() {}

  /// Only for who is known: it is read and computed anew.
  /// - Parameter decides: whether the letters belong to it.
  init(_ proposal: Proposal, _ visit: Visit, decides: Bool) {
    let blocks = proposal.content.blocks
    guard visit.desk != nil, visit.visitor.recorder != nil, proposal.decision == nil, !blocks.isEmpty else { return }
    let preview: ProposalPreview
    do throws(OperationFailure) {
      preview = try visit.previewing { () throws(OperationFailure) in
        try ProposalPreview(blocks, visit.model, in: visit.operations)
      }
    } catch {
      refuse(error, blocks, visit)
      return
    }
    self.preview = preview
    if preview.isFolderAnother(in: visit.operations) {
      let words = visit.say(
        "Thư mục quy tắc có thay đổi chưa đưa vào hiệu lực; phải đưa vào, hoặc bỏ đi, trước khi áp dụng đề xuất nào.",
        "The rule folder holds changes that are not in force; they are to be promoted, or undone, before any proposal is applied."
      )
      obstacles.append((visit.say("Chưa áp dụng được.", "It cannot be applied now."), words))
    }
    guard decides else { return }
    do throws(OperationFailure) {
      letters = [LettersCard(try ProposalLetters(preview, in: visit.operations), visit).values]
    } catch {
      let words = error.remark.summary.text(in: visit.language).asBeginning
      obstacles.append((visit.say("Chưa biết thư nào sẽ gửi.", "Letters cannot be told."), words))
    }
  }

  private mutating func refuse(_ failure: OperationFailure, _ blocks: [ProposedBlock], _ visit: Visit) {
    if let inForce = try? ProposalPreview.sourcesInForce(with: blocks, visit.model, in: visit.operations) {
      self.inForce = inForce
      let words = visit.say(
        "Chấp nhận thì chỉ ghi lại quyết định, không đổi gì thêm.",
        "To accept it only notes that, and changes nothing more.")
      obstacles = [(visit.say("Quy tắc đang dùng đã đúng như đề xuất.", "The rules in force are as proposed."), words)]
      return
    }
    let words: [Bilingual] =
      if case .diagnostics(let found, _) = failure.remark { found.errors.prefix(8).map(\.words) } else {
        [failure.remark.summary]
      }
    let impossible = visit.say("Không áp dụng được nữa.", "It cannot be applied any more.")
    let hidden = visit.say(
      "Lý do về việc có độ mật, không nêu ở đây.", "A reason about classified work, left out here.")
    obstacles = words.map { words in
      let mayBeTold = !visit.model.tellsSecrets(words.vi) && !visit.model.tellsSecrets(words.en)
      return (impossible, mayBeTold ? words.text(in: visit.language).asBeginning : hidden)
    }
  }
}
