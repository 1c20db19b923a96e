package import Presentation
import RuleSyntax

/// What `nhacviec status` prints.
package struct StatusReport: Hashable, Sendable {
  package let status: ServiceStatus
  package let daemon: DaemonProbe
  package let surroundings: Surroundings
  package let findings: [Finding]

  /// - Parameter now: seconds since 1970.
  package init(
    _ status: ServiceStatus, daemon: DaemonProbe, surroundings: Surroundings = Surroundings(), now: Int64
  ) {
    self.status = status
    self.daemon = daemon
    self.surroundings = surroundings
    findings = status.findings(at: now, daemon: daemon, surroundings: surroundings)
  }

  /// The severity of the worst finding.
  package var severity: Finding.Severity { findings.map(\.severity).max() ?? .ok }

  // MARK: Text

  /// Several lines. The first says by itself how things are and why, because monitoring shows only that one.
  package func text(_ language: Language) -> String {
    let reason = findings.first?.words ?? status.next
    func safe(_ words: Words) -> String { TerminalEscaper.escape(words.text(in: language)) }
    var text = "\(severity.words.text(in: language)): \(safe(reason))\n"
    for finding in findings.dropFirst() {
      text += "  \(finding.severity.words.text(in: language)): \(safe(finding.words))\n"
    }
    let labels = rows.map { $0.label.text(in: language) }
    let width = (labels.map(DisplayWidth.of).max() ?? 0) + 2
    for (label, row) in zip(labels, rows) {
      let gap = String(repeating: " ", count: width - DisplayWidth.of(label))
      text += "  \(label)\(gap)\(safe(row.value))\n"
    }
    return text
  }

  private var rows: [(label: Words, value: Words)] {
    [
      (Words(vi: "quy tắc", en: "rules"), revision),
      (Words(vi: "thư mục quy tắc", en: "rule folder"), status.folder.words),
      (Words(vi: "lượt trước", en: "last round"), lastRound),
      (Words(vi: "lượt tới", en: "next round"), status.next),
      (Words(vi: "đang chờ", en: "waiting"), deliveries),
      (Words(vi: "dịch vụ", en: "daemon"), daemon.words),
    ]
  }

  private var revision: Words {
    guard status.revision > 0 else { return Words(vi: "chưa có bản nào có hiệu lực", en: "none in force yet") }
    let hash = status.revisionHash.map { " (\($0.prefix(12)))" } ?? ""
    return Words(vi: "bản \(status.revision)\(hash)", en: "revision \(status.revision)\(hash)")
  }

  private var lastRound: Words {
    guard let mark = status.mark else { return Words(vi: "chưa có", en: "none yet") }
    let looked = status.lookedAt.map { $0 > mark.began + 60 ? $0 : nil } ?? nil
    let vi = looked.map { "; xem lại lúc \(LocalTime.text($0, .vi))" } ?? ""
    let en = looked.map { "; looked again \(LocalTime.text($0, .en))" } ?? ""
    return Words(
      vi: "\(LocalTime.text(mark.began, .vi)), gửi \(mark.sent)\(vi)",
      en: "\(LocalTime.text(mark.began, .en)), \(mark.sent) sent\(en)")
  }

  private var deliveries: Words {
    let (pending, dead) = (status.mark?.pending ?? 0, status.mark?.dead ?? 0)
    return Words(vi: "\(pending) gửi lại, \(dead) không gửi được", en: "\(pending) to be tried again, \(dead) given up")
  }
}

extension Finding.Severity {
  var words: Words {
    switch self {
    case .ok: Words(vi: "TỐT", en: "OK")
    case .warning: Words(vi: "CẢNH BÁO", en: "WARNING")
    case .critical: Words(vi: "NGHIÊM TRỌNG", en: "CRITICAL")
    case .unknown: Words(vi: "KHÔNG RÕ", en: "UNKNOWN")
    }
  }

  /// For JSON.
  var name: String {
    switch self {
    case .ok: "ok"
    case .warning: "warning"
    case .critical: "critical"
    case .unknown: "unknown"
    }
  }
}

extension RuleFolder {
  var words: Words {
    switch self {
    case .unread: Words(vi: "chưa đọc", en: "not read")
    case .empty: Words(vi: "chưa có tệp quy tắc", en: "no rule files yet")
    case .live: Words(vi: "giống bản đang có hiệu lực", en: "as in force")
    case .changed: Words(vi: "khác bản đang có hiệu lực", en: "differs from what is in force")
    case .refused(_, let errors, _):
      Words(vi: "có \(errors) lỗi, không được dùng", en: "\(errors == 1 ? "1 error" : "\(errors) errors"), not used")
    }
  }

  /// For JSON.
  var name: String {
    switch self {
    case .unread: "unread"
    case .empty: "empty"
    case .live: "live"
    case .changed: "changed"
    case .refused: "refused"
    }
  }
}

extension DaemonProbe {
  var words: Words {
    switch self {
    case .running: Words(vi: "đang chạy", en: "running")
    case .absent: Words(vi: "không chạy", en: "not running")
    case .forbidden: Words(vi: "không được phép hỏi", en: "you may not ask it")
    }
  }
}
