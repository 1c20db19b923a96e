import FactLog
import Hashing
import Proposals
import Revisions
import StateFolder

/// Puts a proposal of blocks, or of facts that no mail brought, into the log, within the limits of all who propose rules.
struct BlockProposal {
  var blocks: [ProposedBlock] = []
  var changes: [ProposedChange] = []
  /// Why; one line.
  let reason: String
  /// What its author wrote besides.
  var words = ""
  /// How it came in: the beginning of its source's name.
  let way: String
  /// What the names of sources have between which one waits at most of the same content, whatever way it came in.
  let likeness: String
  /// What the log keeps of it.
  let source: [UInt8]

  enum Outcome {
    case added(number: Int64, Proposal.Content)
    /// It waits already.
    case same(Proposal)
  }

  private var hash: String { SHA256.hash(source).map { "\($0)" } ?? "" }

  init(
    blocks: [ProposedBlock] = [], reason: String, words: String = "", way: String, likeness: String? = nil,
    source: [UInt8]
  ) {
    (self.blocks, self.reason, self.words, self.way) = (blocks, reason, words, way)
    (self.likeness, self.source) = (likeness ?? way, source)
  }

  /// The one that waits, is of its kind and has the same source; nil if there is none.
  func waiting(_ query: ProposalQuery) throws(OperationFailure) -> Proposal? {
    try query.proposals(.waiting, limit: ProposalLog.mostWaiting).first { proposal in
      proposal.content.sourceID.contains(likeness + ":") && proposal.content.sourceID.hasSuffix(":" + hash)
    }
  }

  /// - Parameter limit: so many proposals of one author may wait; nil: as many as of all.
  func add(
    _ query: ProposalQuery, by author: String, revision: Int, facts: String, limit: Int? = nil, at now: Int
  ) throws(OperationFailure) -> Outcome {
    let waiting = try query.proposals(.waiting, limit: ProposalLog.mostWaiting)
    if let same = waiting.first(where: { $0.content.blocks == blocks && $0.content.changes == changes }) {
      return .same(same)
    }
    guard waiting.count < ProposalLog.mostWaiting else {
      throw OperationFailure(
        vi: "đang có \(waiting.count) đề xuất chờ xem; hãy xem bớt: nhacviec proposals list",
        en: "\(waiting.count) proposals wait; decide some: nhacviec proposals list", ending: .busy)
    }
    let own = waiting.count { $0.content.author == author && $0.content.letter == nil }
    if let limit, own >= limit {
      throw OperationFailure(
        vi: "\(own) đề xuất của cùng một nơi đang chờ quyết định; chờ bớt rồi gửi tiếp",
        en: "\(own) proposals of one author wait; send more once some are decided")
    }
    // The same may be proposed again once the earlier proposal was decided.
    let earlier = try query.proposals(limit: 1).first?.number ?? 0
    let content = Proposal.Content(
      author: author, letter: nil, sourceID: "\(way):\(now):\(earlier):\(hash)", subject: reason, words: words,
      revision: revision, facts: facts, changes: changes, blocks: blocks)
    let number = try ProposalQuery.attempt(query.state.proposalsDatabase) { () throws(StoreFailure) in
      try ProposalLog(query.state, .writing).add(content, source: source, at: Int64(now))
    }
    guard let number else {
      throw OperationFailure(vi: "đề xuất này vừa được gửi", en: "this was proposed just now")
    }
    return .added(number: number, content)
  }
}
