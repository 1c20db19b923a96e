package import Diagnostics

extension TransportProblem {
  /// A sentence for users, with the place and the peer's own words.
  package var words: Bilingual {
    let known = sentence
    var vi = known.vi
    var en = known.en
    if let code {
      vi += " (mã \(code))"
      en += " (code \(code))"
    }
    if !said.isEmpty {
      vi += ": \(said)"
      en += ": \(said)"
    }
    return Bilingual(vi: vi, en: en)
  }

  private var sentence: Bilingual {
    connectionSentence ?? mailSentence ?? placeSentence
  }

  private var connectionSentence: Bilingual? {
    switch kind {
    case .hostNotFound:
      Bilingual(vi: "không tìm thấy máy chủ \(place)", en: "there is no server \(place)")
    case .noConnection:
      Bilingual(vi: "không kết nối được với \(place)", en: "cannot connect to \(place)")
    case .timeOut:
      Bilingual(vi: "\(place) không trả lời kịp", en: "\(place) did not answer in time")
    case .connectionLost:
      Bilingual(vi: "mất kết nối với \(place)", en: "the connection to \(place) was lost")
    case .certificateUntrusted:
      Bilingual(
        vi: "chứng thư của \(place) không được tin cậy",
        en: "the certificate of \(place) is not trusted")
    case .tlsFailed:
      Bilingual(
        vi: "không mã hóa được kết nối với \(place)",
        en: "the connection to \(place) cannot be encrypted")
    case .startTLSMissing:
      Bilingual(
        vi: "\(place) không hỗ trợ mã hóa (STARTTLS) mà cấu hình bắt buộc",
        en: "\(place) does not offer encryption (STARTTLS), which the configuration requires")
    case .passwordRefused:
      Bilingual(
        vi: "\(place) không chấp nhận tên đăng nhập hoặc mật khẩu",
        en: "\(place) refused the user name or password")
    case .loginRequired:
      Bilingual(vi: "\(place) yêu cầu đăng nhập", en: "\(place) wants a login")
    case .redirected:
      Bilingual(
        vi: "\(place) chuyển hướng sang địa chỉ khác; chương trình không đi theo",
        en: "\(place) redirects to another address, which is not followed")
    case .addressForbidden:
      Bilingual(
        vi: "\(place) là địa chỉ mạng nội bộ mà cấu hình không cho phép",
        en: "\(place) is an address of a private network, which the configuration does not allow")
    default: nil
    }
  }

  private var mailSentence: Bilingual? {
    switch kind {
    case .senderRefused:
      Bilingual(
        vi: "\(place) không nhận thư của người gửi này", en: "\(place) refused the sender")
    case .recipientRefused:
      Bilingual(
        vi: "\(place) không nhận thư cho địa chỉ này", en: "\(place) refused the recipient")
    case .recipientDeferred:
      Bilingual(
        vi: "\(place) tạm thời chưa nhận thư cho địa chỉ này",
        en: "\(place) does not take mail for the recipient yet")
    case .messageRefused:
      Bilingual(vi: "\(place) từ chối nội dung gửi", en: "\(place) refused the message")
    case .serverBusy:
      Bilingual(
        vi: "\(place) tạm thời chưa nhận", en: "\(place) does not accept it at present")
    case .serverRefused:
      Bilingual(vi: "\(place) từ chối phục vụ", en: "\(place) refused service")
    case .gone:
      Bilingual(
        vi: "\(place) báo địa chỉ này không còn dùng",
        en: "\(place) says that the address is given up")
    default: nil
    }
  }

  private var placeSentence: Bilingual {
    switch kind {
    case .noSuchPlace: Bilingual(vi: "không có \(place)", en: "there is no \(place)")
    case .noPermission:
      Bilingual(
        vi: "không có quyền ghi vào \(place)", en: "no permission to write to \(place)")
    case .noSpace: Bilingual(vi: "\(place) hết chỗ", en: "there is no room left on \(place)")
    case .tooLarge:
      Bilingual(
        vi: "nội dung quá lớn đối với \(place)", en: "the message is too large for \(place)")
    case .invalidAddress:
      Bilingual(vi: "địa chỉ không hợp lệ: \(place)", en: "not a valid address: \(place)")
    default:
      Bilingual(vi: "không gửi được qua \(place)", en: "could not send through \(place)")
    }
  }
}
