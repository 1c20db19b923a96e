import Diagnostics
import Hashing
package import Presentation

/// What came in over the web to be recorded. Its mark stands in the note of the fact, so that sending the same again records
/// nothing, also after the daemon was started anew (decision: submissions-in-the-log).
package struct Submission: Hashable, Sendable {
  /// How it came in.
  package enum Way: String, CaseIterable, Sendable {
    case page = "qua trang web"
    case program = "qua giao diện lập trình"
    case letter = "qua liên kết trong thư nhắc"
    case session = "qua trang web, đăng nhập bằng hộp thư"

    var words: Bilingual {
      switch self {
      case .page: .init(vi: rawValue, en: "on a page")
      case .program: .init(vi: rawValue, en: "through the API")
      case .letter: .init(vi: rawValue, en: "by the link of a letter")
      case .session: .init(vi: rawValue, en: "on a page, signed in by its mailbox")
      }
    }

    /// Whether the author is a unit, by its mailbox.
    var isOfUnit: Bool { self == .letter || self == .session }
  }

  package let way: Way
  /// Tells it from other submissions of the same user.
  package let mark: String
  /// Tells what was to be recorded.
  package let content: String

  private static let digits = 16
  private static let word = ", lần gửi "

  /// - Parameters:
  ///   - key: what the form, or the program, sends with each try of one submission.
  ///   - content: everything that was sent to be recorded.
  package init?(_ way: Way, key: String, content: [String]) {
    func hash(_ parts: [String]) -> String? {
      // No part holds a zero byte that would make two of one.
      let text = parts.map { $0.replacing("\0", with: " ") }.joined(separator: "\0")
      return SHA256.hash(Array(text.utf8)).map { String("\($0)".prefix(Self.digits)) }
    }
    guard let mark = hash([key]), let sum = hash(content) else { return nil }
    (self.way, self.mark, self.content) = (way, mark, sum)
  }

  /// As the note of a fact ends.
  package var note: String { "\(way.rawValue)\(Self.word)\(mark)-\(content)" }

  /// Reads the end of a note; nil if it has none.
  package init?(note: String?) {
    guard let note, let way = Self.way(of: note) else { return nil }
    let hashes = note.suffix(2 * Self.digits + 1).split(separator: "-")
    guard hashes.count == 2, hashes.allSatisfy({ $0.utf8.count == Self.digits && $0.allSatisfy(\.isHexDigit) }),
      note.hasSuffix("\(way.rawValue)\(Self.word)\(hashes[0])-\(hashes[1])")
    else { return nil }
    (self.way, mark, content) = (way, String(hashes[0]), String(hashes[1]))
  }

  private static func way(of note: String) -> Way? { Way.allCases.first { note.contains($0.rawValue + word) } }
}

extension Submission {
  /// A note as people read it: without what only the program compares.
  package static func shown(_ note: String?, _ language: Language) -> String? {
    guard let note, let sent = Submission(note: note) else { return note }
    return String(note.dropLast(sent.note.count)) + sent.way.words.text(in: language)
  }
}
