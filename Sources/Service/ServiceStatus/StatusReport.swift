import Diagnostics
package import Presentation

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
    func safe(_ words: Bilingual) -> String { TerminalEscaper.escape(words.text(in: language)) }
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

  private var rows: [(label: Bilingual, value: Bilingual)] {
    [
      (Bilingual(vi: "quy tắc", en: "rules"), revision),
      (Bilingual(vi: "thư mục quy tắc", en: "rule folder"), status.folder.words),
      (Bilingual(vi: "lượt trước", en: "last round"), lastRound),
      (Bilingual(vi: "mốc ghi nhận", en: "facts"), facts),
      (Bilingual(vi: "lượt tới", en: "next round"), status.next),
      (Bilingual(vi: "đang chờ", en: "waiting"), deliveries),
    ] + proposals + [(Bilingual(vi: "dịch vụ", en: "daemon"), daemon.words)]
  }

  private var proposals: [(label: Bilingual, value: Bilingual)] {
    guard status.proposals > 0 else { return [] }
    let value = Bilingual(
      vi: "\(status.proposals) chờ xem (nhacviec proposals list)",
      en: "\(status.proposals) to be decided (nhacviec proposals list)")
    return [(Bilingual(vi: "đề xuất", en: "proposals"), value)]
  }

  private var revision: Bilingual {
    guard status.revision > 0 else { return Bilingual(vi: "chưa có bản nào có hiệu lực", en: "none in force yet") }
    let hash = status.revisionHash.map { " (\($0.prefix(12)))" } ?? ""
    return Bilingual(vi: "bản \(status.revision)\(hash)", en: "revision \(status.revision)\(hash)")
  }

  private var lastRound: Bilingual {
    guard let mark = status.mark else { return Bilingual(vi: "chưa có", en: "none yet") }
    let looked = status.lookedAt.map { $0 > mark.began + 60 ? $0 : nil } ?? nil
    let vi = looked.map { "; xem lại lúc \(LocalTime.text($0, .vi))" } ?? ""
    let en = looked.map { "; looked again \(LocalTime.text($0, .en))" } ?? ""
    return Bilingual(
      vi: "\(LocalTime.text(mark.began, .vi)), gửi \(mark.sent)\(vi)",
      en: "\(LocalTime.text(mark.began, .en)), \(mark.sent) sent\(en)")
  }

  /// The head of the log of facts that the last round saw, for `nhacviec audit verify --head`.
  private var facts: Bilingual {
    guard let mark = status.mark, !mark.facts.isEmpty, !mark.facts.hasPrefix("0:") else {
      return Bilingual(vi: "chưa có", en: "none yet")
    }
    return Bilingual(vi: mark.facts, en: mark.facts)
  }

  private var deliveries: Bilingual {
    let (pending, dead) = (status.mark?.pending ?? 0, status.mark?.dead ?? 0)
    return Bilingual(
      vi: "\(pending) gửi lại, \(dead) không gửi được", en: "\(pending) to be tried again, \(dead) given up")
  }
}

extension Finding.Severity {
  var words: Bilingual {
    switch self {
    case .ok: Bilingual(vi: "TỐT", en: "OK")
    case .warning: Bilingual(vi: "CẢNH BÁO", en: "WARNING")
    case .critical: Bilingual(vi: "NGHIÊM TRỌNG", en: "CRITICAL")
    case .unknown: Bilingual(vi: "KHÔNG RÕ", en: "UNKNOWN")
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
  var words: Bilingual {
    switch self {
    case .unread: Bilingual(vi: "chưa đọc", en: "not read")
    case .empty: Bilingual(vi: "chưa có tệp quy tắc", en: "no rule files yet")
    case .live: Bilingual(vi: "giống bản đang có hiệu lực", en: "as in force")
    case .changed: Bilingual(vi: "khác bản đang có hiệu lực", en: "differs from what is in force")
    case .refused(_, let errors, _):
      Bilingual(
        vi: "có \(errors) lỗi, không được dùng", en: "\(errors == 1 ? "1 error" : "\(errors) errors"), not used")
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
  var words: Bilingual {
    switch self {
    case .running: Bilingual(vi: "đang chạy", en: "running")
    case .absent: Bilingual(vi: "không chạy", en: "not running")
    case .forbidden: Bilingual(vi: "không được phép hỏi", en: "you may not ask it")
    }
  }
}
