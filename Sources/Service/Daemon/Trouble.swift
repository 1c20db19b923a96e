import Channels
import Diagnostics
import ServiceStatus

/// What the daemon cannot do for a while. Each kind is reported once when it begins and once when it is over, however
/// often it occurs in between; meanwhile the daemon tries again by itself (`Daemon.note`).
package enum Trouble: Hashable, Sendable {
  /// A folder of the state is missing and cannot be made.
  case folders
  /// The log of messages is lost, so that no rounds are started and no rules asked for.
  case outbox
  /// Changes of files go unnoticed.
  case watch
  /// No round can be asked for.
  case spool
  /// People's requests to the daemon cannot be answered.
  case requests
  /// A round that the daemon starts itself fails.
  case round

  /// What is reported when the trouble begins.
  func words(_ cause: Bilingual) -> Bilingual {
    switch self {
    case .folders:
      Bilingual(
        vi: "không tạo được thư mục dữ liệu: \(cause.vi)", en: "a folder of the state cannot be made: \(cause.en)")
    case .outbox: cause
    case .watch: Bilingual(vi: "không theo dõi được tệp: \(cause.vi)", en: "files cannot be watched: \(cause.en)")
    case .spool:
      Bilingual(
        vi: "chưa gọi được lượt nhắc, sẽ thử lại: \(cause.vi)",
        en: "a round cannot be asked for, it is tried again: \(cause.en)")
    case .requests:
      Bilingual(
        vi: "chưa trả lời được yêu cầu, sẽ thử lại: \(cause.vi)",
        en: "requests cannot be answered, it is tried again: \(cause.en)")
    case .round:
      Bilingual(vi: "lượt nhắc \(cause.vi); sẽ thử lại", en: "the round \(cause.en); it is tried again")
    }
  }

  /// What is reported when the trouble is over.
  var over: Bilingual {
    switch self {
    case .folders: Bilingual(vi: "các thư mục dữ liệu đã có lại", en: "the folders of the state are there again")
    case .outbox: Bilingual(vi: "đã có lại sổ gửi", en: "the log of messages is there again")
    case .watch: Bilingual(vi: "đã theo dõi lại được tệp", en: "files are watched again")
    case .spool: Bilingual(vi: "đã gọi lại được lượt nhắc", en: "rounds can be asked for again")
    case .requests: Bilingual(vi: "đã trả lời lại được yêu cầu", en: "requests are answered again")
    case .round: Bilingual(vi: "lượt nhắc lại chạy được", en: "rounds come to their end again")
    }
  }

  var message: JournalMessage {
    switch self {
    case .folders, .watch, .requests: .watchFailed
    case .spool: .wakeFailed
    case .round, .outbox: .roundFailed
    }
  }

  /// Whether doing everything anew can end it.
  var isOfFiles: Bool { self != .round }
}
