package import Diagnostics
package import StateFolder

/// A problem that somebody has to look at.
package struct Finding: Hashable, Sendable {
  /// The states of monitoring plugins; the number is their exit code.
  package enum Severity: Int32, Comparable, Sendable {
    case ok = 0
    case warning, critical, unknown

    /// What is certainly bad ranks above what is unknown.
    private var rank: Int { self == .unknown ? 2 : self == .critical ? 3 : Int(rawValue) }

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  }

  package var severity: Severity
  package var words: Bilingual

  package init(_ severity: Severity, _ words: Bilingual) {
    self.severity = severity
    self.words = words
  }

  package init(_ severity: Severity, vi: String, en: String) { self.init(severity, Bilingual(vi: vi, en: en)) }
}

extension Finding {
  /// Units have mail addresses, but there is no mail server and no Maildir.
  package static func unitsWithoutMail(_ count: Int) -> Finding {
    Finding(
      .warning,
      vi:
        "chưa có đường gửi thư (mail.server, maildir.path): \(count) đơn vị có địa chỉ thư sẽ không nhận được thư nào",
      en: "there is no way out for mail (mail.server, maildir.path): "
        + "\(count == 1 ? "1 unit with a mail address gets" : "\(count) units with mail addresses get") none")
  }

  /// Messages wait although their time has come, or copies of them were not kept; empty if neither is so.
  package static func late(_ mark: RoundMark) -> [Finding] {
    let messages = mark.late.map { late in
      Finding(
        late, vi: "\(late.count) thư chưa gửi được",
        en: "\(late.count == 1 ? "1 message waits" : "\(late.count) messages wait") to be sent")
    }
    let copies = mark.lateCopies.map { late in
      Finding(
        late, vi: "\(late.count) bản lưu của thư chưa ghi được (nhacviec deliveries --copies)",
        en: "\(late.count == 1 ? "1 copy of a message was" : "\(late.count) copies of messages were") not kept "
          + "(nhacviec deliveries --copies)")
    }
    return [messages, copies].compactMap { $0 }
  }

  /// With since when, and why.
  private init(_ late: LateDeliveries, vi: String, en: String) {
    let reason = late.reason.map { (vi: ": \($0.vi)", en: ": \($0.en)") }
    self.init(
      .warning, vi: "\(vi), lâu nhất từ \(LocalTime.text(late.since, .vi))\(reason?.vi ?? "")",
      en: "\(en), the oldest since \(LocalTime.text(late.since, .en))\(reason?.en ?? "")")
  }
}

extension ServiceStatus {
  /// All problems, the worst first.
  ///
  /// - Parameters:
  ///   - now: seconds since 1970.
  ///   - daemon: nil if the daemon was not asked.
  package func findings(
    at now: Int64, daemon: DaemonProbe?, surroundings: Surroundings = Surroundings()
  ) -> [Finding] {
    // While there are no rules, nobody waits for a reminder.
    let severity: Finding.Severity =
      revision == 0 && revisionProblem == nil && outboxLoss == nil ? .warning : .critical
    var found = obstacles(at: now).map { Finding(severity, $0) }
    found += access
    found += surroundings.findings
    if let mark, mark.unitsWithoutMail > 0 { found.append(.unitsWithoutMail(mark.unitsWithoutMail)) }
    found += mark.map(Finding.late) ?? []
    if let fault = mark?.templateFault {
      found.append(
        Finding(
          .warning, vi: "mẫu thư của cơ quan có lỗi nên dùng mẫu đi kèm (nhacviec config check): \(fault.vi)",
          en: "a template of the office has a mistake and the shipped one is used (nhacviec config check): \(fault.en)")
      )
    }
    if let fault = mark?.linkFault {
      found.append(
        Finding(
          .warning, vi: "liên kết trong thư không ký được, người nhận phải đăng nhập: \(fault.vi)",
          en: "the links of letters are not signed, so that recipients must sign in: \(fault.en)"))
    }
    if case .refused(_, let errors, let first) = folder {
      found.append(
        Finding(
          .warning, vi: "thư mục quy tắc có \(errors) lỗi nên không được dùng: \(first.words.vi)",
          en: "the rule folder has \(errors == 1 ? "1 error" : "\(errors) errors") and is not used: \(first.words.en)"))
    }
    if let waiting {
      let (vi, en) = (waiting.reasons.vi.split(separator: "\n"), waiting.reasons.en.split(separator: "\n"))
      found.append(
        Finding(
          .warning, vi: "quy tắc mới chờ xác nhận (nhacviec rules accept): \(vi.joined(separator: "; "))",
          en: "new rules wait to be accepted (nhacviec rules accept): \(en.joined(separator: "; "))"))
    }
    if let until = signIns.fullUntil(at: now) {
      found.append(
        Finding(
          .warning,
          vi:
            "số thư đăng nhập của một giờ đã hết (đến \(LocalTime.text(until, .vi))): đơn vị đăng nhập lần đầu phải chờ, trình duyệt đã "
            + "từng đăng nhập thì còn phần riêng",
          en:
            "the hour's letters for signing in are used up (until \(LocalTime.text(until, .en))): units that sign in for the first time "
            + "must wait, browsers that were signed in before have places of their own"))
    }
    if let dead = mark?.dead, dead > 0 {
      found.append(
        Finding(
          .warning, vi: "\(dead) thư không gửi được (nhacviec deliveries --dead)",
          en: "\(dead == 1 ? "1 delivery was" : "\(dead) deliveries were") given up (nhacviec deliveries --dead)"))
    }
    if daemon == .absent, let units = surroundings.units, !units.isAnswering(.round) {
      found.append(
        Finding(
          .critical, vi: "không có gì gọi lượt nhắc: nhacviecd và nhacviec-remind.timer đều không chạy",
          en: "nothing asks for rounds: neither nhacviecd nor nhacviec-remind.timer runs"))
    } else if daemon == .absent {
      found.append(
        Finding(
          .warning, vi: "nhacviecd không chạy; lượt nhắc chỉ còn theo nhacviec-remind.timer",
          en: "nhacviecd is not running; rounds come from nhacviec-remind.timer alone"))
    }
    return found.enumerated().sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }.map(
      \.element)
  }
}
